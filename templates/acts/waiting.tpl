{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Parapheur" NAV="actes" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	<div class="g-title-row">{{<kit/title TEXT="Parapheur" LEAD="Ce qui attend votre visa ou votre signature, le plus ancien d’abord."/}}<a class="govuk-link" href="/parapheur/delegations">Délégations</a></div>
	{{<acts/layout-tabs PARAPHEUR="oui"/}}
	{{#NO_WAITING}}{{<kit/empty TITLE="Rien n’attend votre main" NOTE="Un acte dont vous êtes l’auteur ou le bénéficiaire, ou que vous avez déjà visé, ne vient jamais ici." ICON="done"/}}{{/NO_WAITING}}
	{{#HAS_WAITING}}{{<kit/form ACTION="/parapheur" CLASS="g-stack"}}
		{{#ACTES_ERROR}}<p class="govuk-error-message">{{ACTES_ERROR_TEXT}}</p>{{/ACTES_ERROR}}
		{{<kit/batch}}{{#HAS_VISAS}}{{<kit/button LABEL="Viser les actes cochés" KIND="secondary" NAME="geste" VALUE="visa"/}}{{/HAS_VISAS}}{{#HAS_SIGNATURES}}{{<kit/button LABEL="Signer les actes cochés" NAME="geste" VALUE="signature"/}}{{/HAS_SIGNATURES}}{{</kit/batch}}
		{{<kit/table CAPTION="Actes en attente" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Choisir" HIDE="oui"/}}{{<kit/th LABEL="Objet"/}}{{<kit/th LABEL="Attendu de vous"/}}{{<kit/th LABEL="Émetteur"/}}{{<kit/th LABEL="Agents" NUM="oui"/}}{{<kit/th LABEL="Réserves" NUM="oui"/}}{{<kit/th LABEL="Rédacteur"/}}{{<kit/th LABEL="Depuis"/}}{{</kit/head}}
			{{<kit/rows}}{{#WAITING}}{{<kit/row}}
				{{<kit/td}}{{<kit/tick NAME="actes" VALUE="{{TICK}}" OF="{{SUBJECT}}"/}}{{</kit/td}}
				{{<kit/row-title}}<span><a class="govuk-link" href="/actes/{{DRAFT_ID}}">{{SUBJECT}}</a>{{#HAS_CORRECTS_REFERENCE}}<span class="g-finding">corrige <span class="g-break">{{CORRECTS_REFERENCE}}</span></span>{{/HAS_CORRECTS_REFERENCE}}{{#HAS_FOR_NAME}}<span class="g-finding">par délégation de {{FOR_NAME}}</span>{{/HAS_FOR_NAME}}</span>{{</kit/row-title}}
				{{<kit/td LABEL="Attendu de vous"}}{{STEP_LABEL}}{{</kit/td}}
				{{<kit/td LABEL="Émetteur"}}<abbr title="{{STRUCTURE_NAME}}">{{STRUCTURE_CODE}}</abbr>{{</kit/td}}
				{{<kit/td LABEL="Agents" NUM="oui"}}{{LINES_COUNT}}{{</kit/td}}
				{{<kit/td LABEL="Réserves" NUM="oui"}}{{FLAGGED_COUNT}}{{</kit/td}}
				{{<kit/td LABEL="Rédacteur"}}{{AUTHOR_NAME}}{{</kit/td}}
				{{<kit/td LABEL="Depuis"}}<span class="g-small">{{SINCE}}</span>{{</kit/td}}
			{{</kit/row}}{{/WAITING}}{{</kit/rows}}
		{{</kit/table}}
		<p class="g-note">Chaque case vaut pour le contenu affiché aujourd’hui : un acte changé entre-temps n’est ni visé ni signé.{{#HAS_SIGNATURES}} Signer demande votre mot de passe et votre code, donnés il y a moins de dix minutes : <a class="govuk-link" href="/compte/preuve?suite=/parapheur">les donner maintenant</a>.{{/HAS_SIGNATURES}}</p>
		{{<kit/pagination WHERE="{{FIRST}} à {{LAST}} sur {{TOTAL}}" PREVIOUS="/parapheur?page={{PREVIOUS:url_query_escape}}" NEXT="/parapheur?page={{NEXT:url_query_escape}}"/}}
	{{</kit/form}}{{/HAS_WAITING}}
</div>
{{</layout}}
