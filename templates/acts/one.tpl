{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{SUBJECT}}" NAV="actes" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/crumbs}}{{<kit/crumb HREF="/actes" LABEL="Actes"/}}{{<kit/crumb LABEL="{{MODEL_NAME}}"/}}{{</kit/crumbs}}
	<div><p class="govuk-caption-xl">{{FORM_LABEL}} {{TITLE}}</p><h1 class="govuk-heading-xl">{{SUBJECT}}</h1></div>

	<section class="g-stub" aria-label="Où en est l’acte">
		<div class="g-stub__tab"><p class="g-stub__kind">{{#HAS_REFERENCE}}Référence{{/HAS_REFERENCE}}{{#NO_REFERENCE}}Version{{/NO_REFERENCE}}</p><p class="g-stub__number{{#HAS_REFERENCE}} g-stub__number--long{{/HAS_REFERENCE}}">{{#HAS_REFERENCE}}{{REFERENCE}}{{/HAS_REFERENCE}}{{#NO_REFERENCE}}{{VERSION}}{{/NO_REFERENCE}}</p><p>{{<acts/layout-state/}}</p>{{#HAS_DOCUMENT_CODE}}<p class="g-stub__foot">Sceau : {{DOCUMENT_CODE}}</p>{{/HAS_DOCUMENT_CODE}}</div>
		<div class="g-stub__body g-stack">
			{{#STATE_CODE_PROJET}}<p class="g-lead">{{#CAN_SUBMIT}}Le projet est prêt à entrer dans le circuit.{{/CAN_SUBMIT}}{{#NO_HAS_LINES}}Il reste à dire quels agents cet acte concerne.{{/NO_HAS_LINES}}{{#HAS_REFUSED}}Des lignes sont refusées par les règles : corrigez-les ou retirez-les.{{/HAS_REFUSED}}{{#NO_HAS_REFUSED}}{{#HAS_REJECTS}}Lisez d’abord, plus bas, ce qui de votre liste n’a pas été ajouté.{{/HAS_REJECTS}}{{/NO_HAS_REFUSED}}{{#IS_READ_ONLY}}{{AUTHOR_NAME}} rédige encore ce projet.{{/IS_READ_ONLY}}</p>{{/STATE_CODE_PROJET}}
			{{#WAITED}}{{#IS_MY_TURN}}<p class="g-lead"><strong>À vous :</strong> {{STEP_LABEL}}.{{#BY_DELEGATION}} Par délégation de {{FOR_NAME}}.{{/BY_DELEGATION}}</p>{{/IS_MY_TURN}}{{#NO_IS_MY_TURN}}<p class="g-lead">Attendu : {{STEP_LABEL}}.</p>{{/NO_IS_MY_TURN}}{{/WAITED}}
			{{#MAY_NOT}}<p class="g-note">{{MAY_NOT_TEXT}}</p>{{/MAY_NOT}}
			{{#STATE_CODE_SCELLEMENT}}{{#JOB_FAILED}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le scellement s’est arrêté"}}<p>La signature est donnée et gardée ; le numéro et le sceau restent à poser.</p>{{</kit/banner}}{{<kit/form ACTION="/actes/{{DRAFT_ID}}/sceller"}}{{<kit/button LABEL="Relancer le scellement"/}}{{</kit/form}}{{/JOB_FAILED}}{{#NO_JOB_FAILED}}{{<kit/progress ID="scellement" TITLE="Numéro, sceau et publication en cours" DONE="0" TOTAL="1" LIVE="1" NOTE="Tout sera fait ensemble, ou rien. Vous pouvez quitter cette page."}}<p><a class="govuk-link" href="/actes/{{DRAFT_ID}}">Actualiser</a></p>{{</kit/progress}}{{/NO_JOB_FAILED}}{{/STATE_CODE_SCELLEMENT}}
			{{#STATE_CODE_PUBLIE}}<p class="g-lead">{{#HAS_ACT_STATE_LABEL}}{{<kit/seal KIND="void" SIZE="xl" LABEL="{{ACT_STATE_LABEL}}"/}}{{/HAS_ACT_STATE_LABEL}}{{#NO_ACT_STATE_LABEL}}{{<kit/seal SIZE="xl" LABEL="Signé, numéroté, scellé"/}}{{/NO_ACT_STATE_LABEL}}</p>
			<p>Signé par {{SIGNATORY}}, le {{SEALED_AT}}.{{#HAS_REPLACED_BY}} {{ACT_STATE_LABEL}} par : <span class="g-break">{{REPLACED_BY}}</span>.{{/HAS_REPLACED_BY}}</p>
			<div class="govuk-button-group">{{<kit/button-link HREF="/actes/{{DRAFT_ID}}/acte.pdf" LABEL="Télécharger le PDF scellé" ICON="download"/}}</div>{{/STATE_CODE_PUBLIE}}
			{{#STATE_CODE_ABANDONNE}}<p class="g-lead">Ce projet est abandonné. Il reste ici pour mémoire.</p>{{/STATE_CODE_ABANDONNE}}
			{{#HAS_REFUSAL}}{{#STATE_CODE_PROJET}}{{<kit/banner KIND="late" ICON="alert" TITLE="Ce projet est revenu"}}<p>{{REFUSAL}}</p>{{</kit/banner}}{{/STATE_CODE_PROJET}}{{#STATE_CODE_SIGNATURE}}{{<kit/banner KIND="late" ICON="alert" TITLE="La signature n’a pas pris effet"}}<p>{{REFUSAL}}</p>{{</kit/banner}}{{/STATE_CODE_SIGNATURE}}{{#STATE_CODE_ABANDONNE}}<p>Motif : {{REFUSAL}}</p>{{/STATE_CODE_ABANDONNE}}{{/HAS_REFUSAL}}
			{{#HAS_CORRECTS_REFERENCE}}<p class="g-note">{{#CORRECTION_CODE_REMPLACE}}Remplace{{/CORRECTION_CODE_REMPLACE}}{{#CORRECTION_CODE_ANNULE}}Annule{{/CORRECTION_CODE_ANNULE}} : <span class="g-break">{{CORRECTS_REFERENCE}}</span>.</p>{{/HAS_CORRECTS_REFERENCE}}
			{{#CAN_SUBMIT}}{{<kit/form ACTION="/actes/{{DRAFT_ID}}/circuit"}}<input type="hidden" name="version" value="{{VERSION}}">{{<kit/button LABEL="Mettre dans le circuit"/}}{{</kit/form}}{{/CAN_SUBMIT}}
			{{#CAN_CHANGE}}{{#NO_HAS_LINES}}<div class="govuk-button-group">{{<kit/button-link HREF="/actes/{{DRAFT_ID}}/agents" LABEL="Ajouter des agents"/}}</div>{{/NO_HAS_LINES}}{{/CAN_CHANGE}}
			{{#MAY_VISA}}{{<kit/form ACTION="/actes/{{DRAFT_ID}}/viser"}}<input type="hidden" name="empreinte" value="{{CONTENT_HASH}}">{{<kit/actions}}{{<kit/button LABEL="Donner mon visa"/}}<a class="govuk-link" href="#renvoi">Renvoyer au rédacteur</a>{{</kit/actions}}{{</kit/form}}{{/MAY_VISA}}
			{{#MAY_SIGN}}{{<kit/form ACTION="/actes/{{DRAFT_ID}}/signer"}}<input type="hidden" name="empreinte" value="{{CONTENT_HASH}}">{{<kit/actions}}{{<kit/button LABEL="Signer"/}}<a class="govuk-link" href="#renvoi">Renvoyer au rédacteur</a>{{</kit/actions}}{{</kit/form}}{{/MAY_SIGN}}
			{{#MAY_PROVE}}<p>Signer demande votre mot de passe et votre code, donnés il y a moins de dix minutes.</p><div class="govuk-button-group">{{<kit/button-link HREF="/compte/preuve?suite=/actes/{{DRAFT_ID:url_query_escape}}" LABEL="Confirmer que c’est moi, puis signer"/}}<a class="govuk-link" href="#renvoi">Renvoyer au rédacteur</a></div>{{/MAY_PROVE}}
			{{#IS_MY_TURN}}<p class="g-note">Votre accord porte sur ce contenu exact, empreinte <span class="g-num">{{PRINT_SHORT}}</span>. S’il change ensuite, votre accord tombe.</p>{{/IS_MY_TURN}}
		</div>
	</section>

	<div class="g-split">
		<div class="g-stack-l">
			<section class="g-stack" aria-labelledby="agents">
				<div class="g-title-row"><h2 class="govuk-heading-l g-anchor" id="agents">Agents concernés</h2><div class="g-row">{{#CAN_CHANGE}}{{#HAS_LINES}}<a class="govuk-link g-small" href="/actes/{{DRAFT_ID}}/agents">Ajouter des agents</a>{{/HAS_LINES}}{{/CAN_CHANGE}}{{#HAS_LINES}}<a class="govuk-link g-small" href="/actes/{{DRAFT_ID}}/agents.xlsx" download>Exporter (XLSX)</a>{{/HAS_LINES}}</div></div>
				{{#HAS_REJECTS}}{{<kit/banner KIND="late" ICON="alert" TITLE="Rangs de la liste qui n’ont pas été ajoutés : {{REJECTS_COUNT}}"}}<ul class="govuk-list">{{#REJECTS}}<li><strong class="g-break">{{SAID}}</strong> : {{WHY}}</li>{{/REJECTS}}</ul>{{#CAN_CHANGE}}{{<kit/form ACTION="/actes/{{DRAFT_ID}}/oublier-rejets"}}{{<kit/button LABEL="J’ai lu : continuer sans eux" KIND="secondary"/}}{{</kit/form}}{{/CAN_CHANGE}}{{</kit/banner}}{{/HAS_REJECTS}}
				{{#HAS_ACT_FINDINGS}}{{<kit/banner KIND="late" ICON="alert" TITLE="Cet acte ne peut pas prendre effet"}}{{#ACT_FOUND}}<p>{{ACT_FOUND_TEXT}}</p>{{/ACT_FOUND}}{{</kit/banner}}{{/HAS_ACT_FINDINGS}}
				{{#IS_OPEN}}{{#HAS_LINES}}{{<kit/numbers}}{{<kit/number VALUE="{{LINES_COUNT}}" LABEL="dans l’acte"/}}{{#HAS_REFUSED}}{{<kit/number VALUE="{{REFUSED_COUNT}}" LABEL="refusées par une règle" HREF="/actes/{{DRAFT_ID}}?vue=reserves#agents" KIND="late"/}}{{/HAS_REFUSED}}{{#HAS_FLAGGED}}{{<kit/number VALUE="{{FLAGGED_COUNT}}" LABEL="avec une réserve à lire" HREF="/actes/{{DRAFT_ID}}?vue=reserves#agents" KIND="you"/}}{{/HAS_FLAGGED}}{{</kit/numbers}}
				{{#ONLY_FOUND}}<p><a class="govuk-link" href="/actes/{{DRAFT_ID}}#agents">Revoir toutes les lignes</a></p>{{/ONLY_FOUND}}
				{{#CAN_CHANGE}}{{#HAS_REFUSED}}{{<kit/form ACTION="/actes/{{DRAFT_ID}}/retirer-refus"}}{{<kit/button LABEL="Retirer les lignes refusées" KIND="secondary"/}}{{</kit/form}}{{/HAS_REFUSED}}{{/CAN_CHANGE}}{{/HAS_LINES}}{{/IS_OPEN}}
				{{#HAS_LINES_SHOWN}}
				{{<kit/table CAPTION="Agents de l’acte" HIDE="oui"}}
					{{<kit/head}}{{<kit/th LABEL="N°" NUM="oui"/}}{{<kit/th LABEL="Nom et prénoms"/}}{{<kit/th LABEL="Matricule"/}}{{<kit/th LABEL="Ce qui change"/}}{{<kit/th LABEL="Effet"/}}{{#CAN_CHANGE}}{{<kit/th LABEL="Gestes" HIDE="oui"/}}{{/CAN_CHANGE}}{{</kit/head}}
					{{<kit/rows}}{{#LINES}}<tr role="row" class="govuk-table__row{{#IS_REFUSED}} g-row-missing{{/IS_REFUSED}}">
						{{<kit/td LABEL="N°" NUM="oui"}}{{LINE_NO}}{{</kit/td}}
						{{<kit/row-title}}<span>{{NAME}}{{#FOUND}}<span class="g-finding{{#IS_REFUSED}} g-finding--refused{{/IS_REFUSED}}">{{FOUND_TEXT}}</span>{{/FOUND}}</span>{{</kit/row-title}}
						{{<kit/td LABEL="Matricule"}}<span class="g-num">{{MATRICULE}}</span>{{</kit/td}}
						{{<kit/td LABEL="Ce qui change"}}<span>{{#HAS_AFTER_GRADE}}<span class="g-num">{{#HAS_BEFORE_GRADE}}{{BEFORE_GRADE}} → {{/HAS_BEFORE_GRADE}}<strong>{{AFTER_GRADE}}</strong></span> {{/HAS_AFTER_GRADE}}{{#HAS_AFTER_STATUS}}{{AFTER_STATUS}} {{/HAS_AFTER_STATUS}}{{#HAS_AFTER_CORPS}}{{AFTER_CORPS}} {{/HAS_AFTER_CORPS}}{{#HAS_AFTER_STRUCTURE}}{{AFTER_STRUCTURE}} {{/HAS_AFTER_STRUCTURE}}{{#HAS_AFTER_POSITION}}{{AFTER_POSITION}} {{/HAS_AFTER_POSITION}}{{#HAS_NOTE}}<small>{{NOTE}}</small>{{/HAS_NOTE}}</span>{{</kit/td}}
						{{<kit/td LABEL="Effet"}}<span class="g-num">{{EFFECT_DATE}}{{#HAS_END_DATE}}<br><small>jusqu’au {{END_DATE}}</small>{{/HAS_END_DATE}}</span>{{</kit/td}}
						{{#CAN_CHANGE}}{{<kit/td}}<a class="govuk-link g-small" href="/actes/{{DRAFT_ID}}/lignes/{{DRAFT_LINE_ID}}">Modifier<span class="govuk-visually-hidden"> la ligne de {{NAME}}</span></a>{{</kit/td}}{{/CAN_CHANGE}}
					</tr>{{/LINES}}{{</kit/rows}}
				{{</kit/table}}
				{{#HAS_PAGES}}{{<kit/pagination WHERE="{{FIRST}} à {{LAST}} sur {{TOTAL}}" PREVIOUS="/actes/{{DRAFT_ID}}?vue={{VUE:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/actes/{{DRAFT_ID}}?vue={{VUE:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
				{{/HAS_LINES_SHOWN}}
				{{#NO_LINES_SHOWN}}{{#NO_HAS_LINES}}{{#CAN_CHANGE}}{{<kit/empty TITLE="Aucun agent pour l’instant" NOTE="Cherchez-les par nom, collez une liste de matricules ou envoyez un tableau." ICON="person"/}}{{/CAN_CHANGE}}{{#NO_CAN_CHANGE}}{{<kit/empty TITLE="Aucun agent" ICON="person"/}}{{/NO_CAN_CHANGE}}{{/NO_HAS_LINES}}{{#HAS_LINES}}{{<kit/empty TITLE="Aucune réserve"/}}{{/HAS_LINES}}{{/NO_LINES_SHOWN}}
			</section>

			<section class="g-stack" aria-labelledby="texte">
				<div class="g-title-row"><h2 class="govuk-heading-l" id="texte">Ce que dit l’acte</h2><div class="g-row">{{#CAN_CHANGE}}<a class="govuk-link g-small" href="/actes/{{DRAFT_ID}}/texte">Modifier le texte</a>{{/CAN_CHANGE}}{{#IS_OPEN}}<a class="govuk-link g-small" href="/actes/{{DRAFT_ID}}/projet.pdf" download>Aperçu (PDF)</a>{{/IS_OPEN}}</div></div>
				{{<kit/details TITLE="Les visas"}}{{#VISAS}}<p>{{BODY}}</p>{{/VISAS}}{{</kit/details}}
				{{#ARTICLES}}<p class="govuk-body"><strong>{{ARTICLE_NAME}}.</strong> {{BODY}}</p>{{/ARTICLES}}
				<p class="g-note">Ampliations : {{#COPIES}}{{BODY}}{{#HAS_COPIES}} {{COPIES}}{{/HAS_COPIES}}{{#COPIES_separator}}, {{/COPIES_separator}}{{/COPIES}}.</p>
				{{#IS_DEMO}}<p class="g-note">Texte du modèle : valeur de démonstration ({{SOURCE}}).</p>{{/IS_DEMO}}
			</section>

			{{#IS_MY_TURN}}<section class="g-card g-narrow g-stack" aria-labelledby="renvoi"><h2 class="govuk-heading-m g-anchor" id="renvoi">Renvoyer au rédacteur</h2>
				{{<kit/form ACTION="/actes/{{DRAFT_ID}}/renvoyer"}}{{<kit/textarea NAME="motif" LABEL="Pourquoi ?" HINT="Le rédacteur lira cette phrase. Les visas déjà donnés tomberont." ROWS="3"/}}{{<kit/button LABEL="Renvoyer" KIND="secondary"/}}{{</kit/form}}
			</section>{{/IS_MY_TURN}}
			{{#CAN_WITHDRAW}}<section class="g-card g-card--quiet g-narrow g-stack" aria-labelledby="reprise"><h2 class="govuk-heading-m" id="reprise">Reprendre le projet</h2><p>Il sort du circuit pour être corrigé ; les visas déjà donnés tombent.</p>{{<kit/form ACTION="/actes/{{DRAFT_ID}}/reprendre"}}{{<kit/button LABEL="Reprendre" KIND="secondary"/}}{{</kit/form}}</section>{{/CAN_WITHDRAW}}
			{{#CAN_CHANGE}}{{<kit/details TITLE="Abandonner ce projet"}}{{<kit/form ACTION="/actes/{{DRAFT_ID}}/abandonner"}}{{<kit/textarea NAME="motif" LABEL="Pourquoi ?" OPTIONAL="oui" ROWS="2"/}}{{<kit/button LABEL="Abandonner" KIND="warning"/}}{{</kit/form}}{{</kit/details}}{{/CAN_CHANGE}}
			{{#MAY_CORRECT}}<section class="g-card g-card--quiet g-stack" aria-labelledby="erreur"><h2 class="govuk-heading-m" id="erreur">Une erreur dans cet acte ?</h2><p>Un acte signé ne change jamais. Un autre acte le remplace ou l’annule, par le même circuit.</p>
				{{<kit/form ACTION="/actes/{{DRAFT_ID}}/corriger"}}<input type="hidden" name="acte" value="{{ACT_ID}}"><div class="govuk-button-group">{{<kit/button LABEL="Préparer un acte qui le remplace" KIND="secondary" NAME="correction" VALUE="remplace"/}}{{<kit/button LABEL="Préparer son annulation" KIND="secondary" NAME="correction" VALUE="annule"/}}</div>{{</kit/form}}</section>{{/MAY_CORRECT}}
		</div>
		<div class="g-stack">
			{{<kit/card ID="circuit" TITLE="Le circuit"}}<p class="g-note">Chaque main est une personne différente, jamais le rédacteur ni un bénéficiaire.</p>
			<ol class="g-thread g-thread--tight">{{#STEPS}}<li class="g-thread__item{{#IS_NOW}} g-thread__item--now{{/IS_NOW}}{{#NO_IS_NOW}}{{#NO_IS_DONE}} g-thread__item--next{{/NO_IS_DONE}}{{/NO_IS_NOW}}"><p class="g-thread__when">{{#IS_DONE}}{{AT}}{{/IS_DONE}}{{#NO_IS_DONE}}{{#IS_NOW}}attendu maintenant{{/IS_NOW}}{{#NO_IS_NOW}}à venir{{/NO_IS_NOW}}{{/NO_IS_DONE}}</p><p class="g-thread__what">{{LABEL}}</p>{{#HAS_PERSON_NAME}}<p class="g-thread__who">{{PERSON_NAME}}{{#HAS_FOR_NAME}}, par délégation de {{FOR_NAME}}{{/HAS_FOR_NAME}}</p>{{/HAS_PERSON_NAME}}</li>{{/STEPS}}</ol>{{</kit/card}}
			{{<kit/card ID="fil" TITLE="Ce qui s’est passé"}}<ol class="g-thread g-thread--tight">{{#THREAD}}<li class="g-thread__item"><p class="g-thread__when">{{AT}}</p><p class="g-thread__what">{{WHAT}}</p><p class="g-thread__who">{{PERSON_NAME}}</p>{{#HAS_NOTE}}<p class="g-thread__who g-break">{{NOTE}}</p>{{/HAS_NOTE}}</li>{{/THREAD}}</ol>{{</kit/card}}
			{{<kit/card ID="fiche" TITLE="Fiche" KIND="quiet"}}{{<kit/facts}}{{<kit/fact LABEL="Émetteur" VALUE="{{STRUCTURE_NAME}}"/}}{{<kit/fact LABEL="Rédacteur" VALUE="{{AUTHOR_NAME}}"/}}{{<kit/fact LABEL="Ouvert" VALUE="{{MADE_AT}}"/}}{{</kit/facts}}{{</kit/card}}
		</div>
	</div>
</div>
{{</layout}}
