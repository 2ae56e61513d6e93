{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Dossier de pension {{NUMBER}}" NAV="pensions" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/pensions" LABEL="Dossiers de pension"/}}{{<kit/crumb LABEL="{{NUMBER}}"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="Dossier de pension {{NUMBER}}, {{KIND_LABEL}}" TEXT="{{GIVEN_NAMES}} {{FAMILY_NAME}}"/}}
	{{<pensions/layout-file-tabs FILE="oui"/}}
	<section class="g-stub" aria-label="Le départ">
		<div class="g-stub__tab"><p class="g-stub__kind">Départ le</p><p class="g-stub__number g-stub__number--long">{{LEAVE_ON}}</p>{{#HAS_LAPSE}}<p>{{LAPSE}}</p>{{/HAS_LAPSE}}{{#NO_LAPSE}}<p>le jour est venu</p>{{/NO_LAPSE}}<p>{{#IS_LATE}}{{<kit/state KIND="late" LABEL="{{STATE_LABEL}}"/}}{{/IS_LATE}}{{#NO_IS_LATE}}{{#IS_WAITING}}{{<kit/state KIND="you" LABEL="{{STATE_LABEL}}"/}}{{/IS_WAITING}}{{#NO_IS_WAITING}}{{#IS_OVER}}{{<kit/state KIND="done" LABEL="{{STATE_LABEL}}"/}}{{/IS_OVER}}{{#NO_IS_OVER}}{{<kit/state KIND="progress" LABEL="{{STATE_LABEL}}"/}}{{/NO_IS_OVER}}{{/NO_IS_WAITING}}{{/NO_IS_LATE}}</p></div>
		<div class="g-stub__body g-stack">
			<p class="g-lead">{{DESK}}{{#HAS_DUE_ON}} : {{LEFT_WORDS}}, échéance le {{DUE_ON}}{{/HAS_DUE_ON}}{{#IS_WAITING}} : sa réponse est attendue, le compte des délais est arrêté{{/IS_WAITING}}.</p>
			<p><strong>Pourquoi ce jour :</strong> {{LEAVE_SOURCE}}</p>
			<dl class="g-facts">
				<div><dt>Matricule</dt><dd>{{MATRICULE}}</dd></div>
				<div><dt>{{#SEX_CODE_F}}Née le{{/SEX_CODE_F}}{{#SEX_CODE_M}}Né le{{/SEX_CODE_M}}{{#NO_SEX_CODE}}Naissance{{/NO_SEX_CODE}}</dt><dd>{{#HAS_BIRTH_DATE}}{{BIRTH_DATE}}{{/HAS_BIRTH_DATE}}{{#NO_BIRTH_DATE}}non connue{{/NO_BIRTH_DATE}}</dd></div>
				<div><dt>Statut</dt><dd>{{STATUS_LABEL}}</dd></div>
				<div><dt>Corps et grade</dt><dd>{{#HAS_CORPS_NAME}}{{CORPS_NAME}} {{/HAS_CORPS_NAME}}{{#HAS_GRADE}}<span class="g-num">{{GRADE}}</span>{{/HAS_GRADE}}{{#NO_GRADE}}non connu{{/NO_GRADE}}{{#HAS_PAY_INDEX}} <small>indice {{PAY_INDEX}}</small>{{/HAS_PAY_INDEX}}</dd></div>
				<div><dt>Structure</dt><dd>{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}sans affectation{{/NO_STRUCTURE_NAME}}</dd></div>
				<div><dt>Prise de service</dt><dd>{{#HAS_FIRST_SERVICE_DATE}}{{FIRST_SERVICE_DATE}}{{/HAS_FIRST_SERVICE_DATE}}{{#NO_FIRST_SERVICE_DATE}}non connue{{/NO_FIRST_SERVICE_DATE}}</dd></div>
				<div><dt>Régime</dt><dd>{{REGIMES}}{{#IS_BOTH}} <small>en coordination : les périodes sont totalisées, chaque caisse paie sa part</small>{{/IS_BOTH}}</dd></div>
				<div><dt>Ouvert le</dt><dd>{{OPENED_ON}} <small>{{#ORIGIN_CODE_SYSTEME}}par le portail{{/ORIGIN_CODE_SYSTEME}}{{#ORIGIN_CODE_AGENT}}à la demande de l’agent{{/ORIGIN_CODE_AGENT}}{{#ORIGIN_CODE_SERVICE}}par le service{{/ORIGIN_CODE_SERVICE}}{{#ORIGIN_CODE_AYANT_CAUSE}}pour un ayant cause{{/ORIGIN_CODE_AYANT_CAUSE}}{{#ORIGIN_CODE_CENTRE}}par un centre communal{{/ORIGIN_CODE_CENTRE}}</small></dd></div>
			</dl>
		</div>
	</section>
	<div class="g-split">
		<div class="g-stack-l">
			<section class="g-stack" aria-labelledby="actes"><h2 class="govuk-heading-l g-anchor" id="actes">Actes manquants</h2>
				{{#HAS_ACTS}}<ul class="g-rows">{{#ACTS}}<li><strong class="g-break">{{LABEL}}</strong><br><span class="g-small">{{GAP_LABEL}}{{#HAS_REPORT_CODE}}, archives n° {{REPORT_CODE}}{{/HAS_REPORT_CODE}}</span><br>{{<pensions/layout-file-act/}}{{#NO_IS_RESOLVED}}{{#AGENT_CODE_ATTENTE}} Demandé à l’agent le {{AGENT_ASKED_ON}}.{{/AGENT_CODE_ATTENTE}}{{#AGENT_CODE_COPIE}} L’agent a envoyé une copie{{#HAS_PAPER_NAME}} (<span class="g-break">{{PAPER_NAME}}</span>){{/HAS_PAPER_NAME}} : deux personnes la vérifient aux archives.{{/AGENT_CODE_COPIE}}{{#AGENT_CODE_ABSENT}} <strong>L’agent ne l’a pas : à reconstituer par la fonction publique.</strong>{{/AGENT_CODE_ABSENT}}{{/NO_IS_RESOLVED}}</li>{{/ACTS}}</ul>{{/HAS_ACTS}}
				{{#NO_ACTS}}<p class="govuk-body">Aucun acte ne manque à cette carrière, et aucun ne se contredit.</p>{{/NO_ACTS}}
				{{#MAY_ASK}}<details class="govuk-details"{{#ACTE_ERROR}} open{{/ACTE_ERROR}}{{#DATE_ERROR}} open{{/DATE_ERROR}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Demander un autre acte aux archives</span></summary><div class="govuk-details__text g-stack">
					{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/actes" CLASS="g-stack"}}
						{{<kit/text-field NAME="acte" LABEL="Quel acte" HINT="Par exemple : Décision de titularisation" AUTOCOMPLETE="off"/}}
						{{<kit/date NAME="date" LABEL="Sa date, à peu près" OPTIONAL="oui"/}}
						{{<kit/actions}}{{<kit/button LABEL="Demander aux archives" KIND="secondary"/}}{{</kit/actions}}
					{{</kit/form}}
				</div></details>{{/MAY_ASK}}
			</section>
			<section class="g-stack" aria-labelledby="connu"><h2 class="govuk-heading-l" id="connu">Ce qui est connu</h2>
				{{#HAS_SERVICES}}{{<kit/table CAPTION="Services par position"}}{{<kit/head}}{{<kit/th LABEL="Position"/}}{{<kit/th LABEL="Durée"/}}{{<kit/th LABEL="Compte pour la pension"/}}{{</kit/head}}
					{{<kit/rows}}{{#SERVICES}}{{<kit/row}}{{<kit/row-title}}{{#HAS_POSITION_LABEL}}{{POSITION_LABEL}}{{/HAS_POSITION_LABEL}}{{#NO_POSITION_LABEL}}Position non précisée{{/NO_POSITION_LABEL}}{{</kit/row-title}}{{<kit/td LABEL="Durée"}}<span class="g-num">{{SPAN}}</span>{{</kit/td}}{{<kit/td LABEL="Compte"}}<span>{{COUNTS}}{{#IS_DEMO}} <small>valeur de démonstration</small>{{/IS_DEMO}}</span>{{</kit/td}}{{</kit/row}}{{/SERVICES}}{{</kit/rows}}{{</kit/table}}{{/HAS_SERVICES}}
				{{#NO_SERVICES}}<p class="govuk-body">Aucun service n’est connu : la carrière n’a pas encore d’acte.</p>{{/NO_SERVICES}}
				{{#HAS_FACTS}}<ul class="g-rows">{{#FACTS}}<li><strong>{{LABEL}}</strong>{{#KIND_CODE_ENFANTS}} : {{VALUE}}{{/KIND_CODE_ENFANTS}}{{#KIND_CODE_BONIFICATION}} : {{VALUE}} jours{{/KIND_CODE_BONIFICATION}} {{#IS_PROVEN}}{{<kit/state KIND="done" LABEL="Prouvé"/}}{{/IS_PROVEN}}{{#NO_IS_PROVEN}}{{<kit/state KIND="waiting" LABEL="Sans preuve"/}}{{/NO_IS_PROVEN}}{{#HAS_REFERENCE}}<br><span class="g-small">{{REFERENCE}}{{#HAS_PAPER_NAME}}, pièce <a class="govuk-link g-break" href="/pensions/dossiers/{{FILE_ID}}/faits/{{FACT_ID}}">{{PAPER_NAME}}</a>{{/HAS_PAPER_NAME}}</span>{{/HAS_REFERENCE}}</li>{{/FACTS}}</ul>{{/HAS_FACTS}}
				{{#NO_FACTS}}<p class="g-note">Ni bonification, ni enfants, ni inaptitude ne sont déclarés.</p>{{/NO_FACTS}}
			</section>
			<section class="g-stack" aria-labelledby="histoire"><h2 class="govuk-heading-l" id="histoire">Histoire du dossier</h2>
				{{<kit/thread TIGHT="oui"}}{{#EVENTS}}{{<kit/knot WHEN="{{AT}}" WHAT="{{WHAT}}" WHO="{{WHO}}"}}{{#HAS_NOTE}}<p class="g-small">{{NOTE:pre_escape}}</p>{{/HAS_NOTE}}{{</kit/knot}}{{/EVENTS}}{{</kit/thread}}
			</section>
		</div>
		<aside class="g-stack" aria-label="Le chemin et les actions">
			{{#HAS_WAY}}<details class="govuk-details"{{#MOTIF_ERROR}} open{{/MOTIF_ERROR}}{{#VERS_ERROR}} open{{/VERS_ERROR}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Faire avancer à la main</span></summary><div class="govuk-details__text g-stack">
				<p class="g-note">Le dossier avance seul quand les actes arrivent. Passez outre seulement si vous savez pourquoi.</p>
				{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/etape" CLASS="g-stack"}}
					<fieldset class="govuk-fieldset" id="vers" tabindex="-1"><legend class="govuk-fieldset__legend">Que faire ?</legend>{{#VERS_ERROR}}<p class="govuk-error-message"><span class="govuk-visually-hidden">Erreur :</span> {{VERS_ERROR_TEXT}}</p>{{/VERS_ERROR}}
						<div class="govuk-radios govuk-radios--small">{{#MOVES}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="vers" id="vers-{{TO_CODE}}" value="{{TO_CODE}}"><label class="govuk-label govuk-radios__label" for="vers-{{TO_CODE}}">{{LABEL}}</label></div>{{/MOVES}}</div></fieldset>
					{{<kit/textarea NAME="motif" LABEL="Pourquoi" HINT="L’agent le lira" ROWS="3"/}}
					{{<kit/actions}}{{<kit/button LABEL="Faire avancer" KIND="secondary"/}}{{</kit/actions}}
				{{</kit/form}}</div></details>{{/HAS_WAY}}
			{{#MAY_RECORD}}<section class="g-card g-card--you g-stack" aria-labelledby="commission"><h2 class="govuk-heading-m" id="commission">Décision de la commission de réforme</h2>
				{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/decision" ENCTYPE="multipart/form-data" CLASS="g-stack"}}
					{{<kit/text-field NAME="reference" LABEL="Référence de la décision" AUTOCOMPLETE="off"/}}
					{{<kit/date NAME="decision" LABEL="Prise le"/}}
					{{<kit/date NAME="depart" LABEL="Premier jour sans service"/}}
					{{<kit/file NAME="piece" LABEL="La décision" HINT="PDF, JPEG ou TIFF, 12 Mo au plus" ACCEPT=".pdf,.jpg,.jpeg,.tif,.tiff"/}}
					{{<kit/actions}}{{<kit/button LABEL="Enregistrer la décision"/}}{{</kit/actions}}
				{{</kit/form}}</section>{{/MAY_RECORD}}
			<section aria-labelledby="etapes"><h2 class="govuk-heading-m" id="etapes">Le chemin</h2>{{<pensions/layout-file-steps/}}</section>
			{{#ONLY_END}}<details class="govuk-details"{{#MOTIF_ERROR}} open{{/MOTIF_ERROR}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Classer sans suite</span></summary><div class="govuk-details__text g-stack">
				{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/etape" CLASS="g-stack"}}<input type="hidden" name="vers" value="abandonne">{{<kit/textarea NAME="motif" LABEL="Pourquoi" HINT="L’agent le lira" ROWS="3"/}}{{<kit/actions}}{{<kit/button LABEL="Classer sans suite" KIND="warning"/}}{{</kit/actions}}{{</kit/form}}
			</div></details>{{/ONLY_END}}
			<p class="g-note">Votre consultation est inscrite : l’agent voit votre structure, votre fonction, l’heure et ce dossier.</p>
		</aside>
	</div>
	<div class="govuk-button-group">{{<kit/print LABEL="Imprimer ce dossier"/}}</div>
</div>
{{</layout}}
