{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{KIND_NAME}}, {{FAMILY_NAME}}" NAV="attestations" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/attestations" LABEL="Attestations"/}}{{<kit/crumb LABEL="{{FAMILY_NAME}}"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="Demandée le {{ASKED_AT}} – {{DESK_NAME}}" TEXT="{{KIND_NAME}}"/}}
	<section class="g-stub" aria-label="La personne">
		<div class="g-stub__tab"><p class="g-stub__kind">Matricule</p><p class="g-stub__number">{{MATRICULE}}</p><p>{{GIVEN_NAMES}} <strong>{{FAMILY_NAME}}</strong></p></div>
		<div class="g-stub__body g-stack">
			<div class="g-row">{{<certificates/layout-holds/}}{{#HAS_DAYS_LEFT}}<strong>{{#IS_LATE}}échue le {{DUE_ON}}{{/IS_LATE}}{{#NO_IS_LATE}}échéance le {{DUE_ON}}, reste {{<kit/count N="DAYS_LEFT" ONE="jour ouvré" MANY="jours ouvrés"/}} sur {{DELAY_DAYS}}{{/NO_IS_LATE}}</strong>{{/HAS_DAYS_LEFT}}{{#HAS_REFERENCE}}<span class="g-break">n° {{REFERENCE}}</span>{{/HAS_REFERENCE}}</div>
			<dl class="g-facts">
				<div><dt>{{#SEX_CODE_F}}Née le{{/SEX_CODE_F}}{{#SEX_CODE_M}}Né le{{/SEX_CODE_M}}{{#NO_SEX_CODE}}Naissance{{/NO_SEX_CODE}}</dt><dd>{{#HAS_BIRTH_DATE}}{{BIRTH_DATE}}{{/HAS_BIRTH_DATE}}{{#NO_BIRTH_DATE}}non connue{{/NO_BIRTH_DATE}}</dd></div>
				<div><dt>Corps et grade</dt><dd>{{#HAS_CORPS_NAME}}{{CORPS_NAME}} {{/HAS_CORPS_NAME}}{{#HAS_GRADE}}<span class="g-num">{{GRADE}}</span>{{/HAS_GRADE}}{{#NO_GRADE}}non connu{{/NO_GRADE}}</dd></div>
				<div><dt>Structure</dt><dd>{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}sans affectation{{/NO_STRUCTURE_NAME}}</dd></div>
				<div><dt>Position</dt><dd>{{#HAS_POSITION_LABEL}}{{POSITION_LABEL}}{{/HAS_POSITION_LABEL}}{{#NO_POSITION_LABEL}}non connue{{/NO_POSITION_LABEL}}</dd></div>
				<div><dt>Prise de service</dt><dd>{{#HAS_FIRST_SERVICE_DATE}}{{FIRST_SERVICE_DATE}}{{/HAS_FIRST_SERVICE_DATE}}{{#NO_FIRST_SERVICE_DATE}}non connue{{/NO_FIRST_SERVICE_DATE}}</dd></div>
				<div><dt>Départ probable</dt><dd>{{#HAS_RETIREMENT_ON}}{{RETIREMENT_ON}}{{/HAS_RETIREMENT_ON}}{{#NO_RETIREMENT_ON}}règle non connue{{/NO_RETIREMENT_ON}}</dd></div>
			</dl>
			{{#HAS_FUNCTION_NAME}}<p class="g-note">Déclaré par la personne : <strong>{{FUNCTION_NAME}}</strong>, {{DECREE}}{{#HAS_PREDECESSOR}} ; à la suite de {{PREDECESSOR}}, matricule {{PREDECESSOR_MATRICULE}}{{/HAS_PREDECESSOR}}.</p>{{/HAS_FUNCTION_NAME}}
		</div>
	</section>
	{{#STATE_CODE_EMISSION}}{{#NO_IS_STUCK}}{{<kit/progress ID="travail" TITLE="Le document se prépare" NOTE="La page se met à jour seule." DONE="1" TOTAL="2" LIVE="1"}}<p><a class="govuk-link" href="/attestations/{{REQUEST_ID}}">Actualiser</a></p>{{</kit/progress}}{{/NO_IS_STUCK}}{{#IS_STUCK}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le document n’a pas pu être fait"}}<p>Une panne de notre côté l’a empêché. La personne peut relancer sa demande.</p>{{</kit/banner}}{{/IS_STUCK}}{{/STATE_CODE_EMISSION}}
	{{#STATE_CODE_REFUSE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Refusée : {{REASON_LABEL}}"}}<p>{{EXPLANATION:pre_escape}}</p>{{</kit/banner}}{{/STATE_CODE_REFUSE}}
	{{#HOLDS_CODE_ANNULE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Annulé"}}<p>{{STATE_NOTE}}</p>{{</kit/banner}}{{/HOLDS_CODE_ANNULE}}
	<div class="g-split">
		<div class="g-stack-l">
			<section class="g-stack" aria-labelledby="points"><h2 class="govuk-heading-l" id="points">{{#STATE_CODE_ATTENTE}}Ce que la règle vérifie, à l’instant{{/STATE_CODE_ATTENTE}}{{#STATE_CODE_EMISSION}}Ce que la règle a vérifié{{/STATE_CODE_EMISSION}}{{#NO_IS_OPEN}}Ce que la règle a vérifié{{/NO_IS_OPEN}}</h2>
				<ul class="g-verdicts">{{#CONDITIONS}}<li class="g-verdicts__{{VERDICT_CODE}}"><p><strong>{{LABEL}}</strong>{{#VERDICT_CODE_INCONNU}} – à établir{{/VERDICT_CODE_INCONNU}}{{#VERDICT_CODE_NON}} – non{{/VERDICT_CODE_NON}}</p><p class="g-note">{{WHY}}</p></li>{{/CONDITIONS}}</ul>
			</section>
		</div>
		<aside class="g-stack" aria-label="Agir">
			{{#STATE_CODE_ATTENTE}}
			{{#HAS_ASKED}}
			<section class="g-card g-card--you g-stack" aria-labelledby="etablir"><h2 class="govuk-heading-m" id="etablir">Établir ce qui manque</h2>
				{{<kit/form ACTION="/attestations/{{REQUEST_ID}}/confirmer" CLASS="g-stack"}}
					<fieldset class="govuk-fieldset" id="condition" tabindex="-1"><legend class="govuk-fieldset__legend">Quel point ?</legend>
						{{#CONDITION_ERROR}}<p class="govuk-error-message"><span class="govuk-visually-hidden">Erreur :</span> {{CONDITION_ERROR_TEXT}}</p>{{/CONDITION_ERROR}}
						<div class="govuk-radios govuk-radios--small">{{#CONDITIONS}}{{#IS_ASKED}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="condition" id="condition-{{CONDITION_CODE}}" value="{{CONDITION_CODE}}"{{#IS_ONLY}} checked{{/IS_ONLY}}><label class="govuk-label govuk-radios__label" for="condition-{{CONDITION_CODE}}">{{LABEL}} <small>({{FACT_LABEL}})</small></label></div>{{/IS_ASKED}}{{/CONDITIONS}}</div>
					</fieldset>
					{{<kit/text-field NAME="fait" LABEL="Ce que vous établissez" HINT="Sera imprimé sur le document" AUTOCOMPLETE="off"/}}
					{{<kit/textarea NAME="justification" LABEL="Comment vous le savez" HINT="Pièce vue, personne entendue, date. La personne le lira." ROWS="3"/}}
					{{<kit/actions}}{{<kit/button LABEL="Établir ce point"/}}{{</kit/actions}}
				{{</kit/form}}
				<p class="g-note">Quand le dernier point est établi, le document est délivré aussitôt.</p>
			</section>
			{{/HAS_ASKED}}
			{{#HAS_BARS}}{{<kit/banner KIND="late" ICON="alert" TITLE="Un point ne peut pas être établi ici"}}<p>Il demande un acte au dossier, ou un autre document. Complétez-le, puis vérifiez de nouveau ; sinon refusez en disant pourquoi.</p>{{</kit/banner}}{{/HAS_BARS}}
			{{<kit/form ACTION="/attestations/{{REQUEST_ID}}/verifier"}}{{<kit/button LABEL="Vérifier de nouveau le dossier" KIND="secondary"/}}{{</kit/form}}
			<details class="govuk-details"{{#MOTIF_ERROR}} open{{/MOTIF_ERROR}}{{#EXPLICATION_ERROR}} open{{/EXPLICATION_ERROR}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Refuser</span></summary><div class="govuk-details__text g-stack">
				{{<kit/form ACTION="/attestations/{{REQUEST_ID}}/refuser" CLASS="g-stack"}}
					<div class="govuk-form-group{{#MOTIF_ERROR}} govuk-form-group--error{{/MOTIF_ERROR}}"><label class="govuk-label" for="motif">Motif</label>{{#MOTIF_ERROR}}<p class="govuk-error-message" id="motif-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{MOTIF_ERROR_TEXT}}</p>{{/MOTIF_ERROR}}<select class="govuk-select" id="motif" name="motif"><option value="">Choisir</option>{{#REFUSALS}}<option value="{{REASON_CODE}}">{{LABEL}}</option>{{/REFUSALS}}</select></div>
					{{<kit/textarea NAME="explication" LABEL="Explication pour la personne" HINT="Ce qui manque ou ne convient pas, et où s’adresser. Les recours sont ajoutés." ROWS="4"/}}
					{{<kit/actions}}{{<kit/button LABEL="Refuser la demande" KIND="warning"/}}{{</kit/actions}}
				{{</kit/form}}
			</div></details>
			{{/STATE_CODE_ATTENTE}}
			{{#STATE_CODE_DELIVRE}}
			{{<kit/card ID="document" TITLE="Le document"}}<dl class="g-facts"><div><dt>Délivré le</dt><dd>{{SIGNED_ON}}</dd></div><div><dt>Valable jusqu’au</dt><dd>{{#HAS_EXPIRES_ON}}{{EXPIRES_ON}}{{/HAS_EXPIRES_ON}}{{#NO_EXPIRES_ON}}ne périme pas{{/NO_EXPIRES_ON}}</dd></div><div><dt>Code</dt><dd class="g-num">{{CODE_WORDS}}</dd></div></dl><p>{{<kit/button-link HREF="/attestations/{{REQUEST_ID}}/pdf" LABEL="Voir le PDF" KIND="secondary" ICON="download"/}}</p>{{</kit/card}}
			{{#HOLDS_CODE_VALIDE}}<details class="govuk-details"{{#EXPLICATION_ERROR}} open{{/EXPLICATION_ERROR}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Annuler ce document</span></summary><div class="govuk-details__text g-stack">
				{{#HAS_LEANS}}<p class="govuk-body"><strong>L’attestation de validité des services n° {{LEANS}} repose sur lui.</strong> Annulez-la aussi si elle ne tient plus.</p>{{/HAS_LEANS}}
				{{<kit/form ACTION="/attestations/{{REQUEST_ID}}/annuler" CLASS="g-stack"}}
					{{<kit/textarea NAME="explication" LABEL="Pourquoi" HINT="La personne et qui vérifie le document le liront." ROWS="3"/}}
					{{<kit/actions}}{{<kit/button LABEL="Annuler le document" KIND="warning"/}}{{</kit/actions}}
				{{</kit/form}}
			</div></details>{{/HOLDS_CODE_VALIDE}}{{/STATE_CODE_DELIVRE}}
			<section aria-labelledby="chemin"><h2 class="govuk-heading-m" id="chemin">Le chemin</h2>
				{{<kit/thread TIGHT="oui"}}{{#EVENTS}}{{<kit/knot WHEN="{{AT}}" WHAT="{{WHAT}}" WHO="{{NOTE}}"}}{{#HAS_WHO}}<p class="g-thread__who">{{WHO}}</p>{{/HAS_WHO}}{{</kit/knot}}{{/EVENTS}}{{</kit/thread}}</section>
			<p class="g-note">Votre consultation est inscrite : la personne voit votre structure, votre fonction, l’heure et cette demande.</p>
		</aside>
	</div>
	{{#HAS_LINES}}<section aria-labelledby="lignes"><h2 class="govuk-heading-l" id="lignes">Les derniers actes du dossier</h2>
	{{<kit/table CAPTION="Huit lignes au plus, la dernière d’abord" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Effet"/}}{{<kit/th LABEL="Acte"/}}{{<kit/th LABEL="Situation"/}}{{<kit/th LABEL="Preuve"/}}{{</kit/head}}
		{{<kit/rows}}{{#LINES}}{{<kit/row}}{{<kit/row-title}}<span class="g-num">{{EFFECT_DATE}}</span>{{#HAS_END_DATE}}<small>au {{END_DATE}}</small>{{/HAS_END_DATE}}{{</kit/row-title}}
			{{<kit/td LABEL="Acte"}}<span>{{KIND_LABEL}}{{#HAS_REFERENCE}}<small class="g-break">{{REFERENCE}}</small>{{/HAS_REFERENCE}}</span>{{</kit/td}}
			{{<kit/td LABEL="Situation"}}<span>{{#HAS_SAID}}{{SAID}}{{/HAS_SAID}}{{#NO_SAID}}–{{/NO_SAID}}</span>{{</kit/td}}
			{{<kit/td LABEL="Preuve"}}<span>{{PROOF_LABEL}}</span>{{</kit/td}}{{</kit/row}}{{/LINES}}{{</kit/rows}}
	{{</kit/table}}</section>{{/HAS_LINES}}
</div>
{{</layout}}
