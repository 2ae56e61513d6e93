{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ouvrir un dossier" NAV="agents"}}
<div class="g-stack-l g-narrow">
	{{<kit/back HREF="/agents{{#FROM_LIST}}?recherche={{RECHERCHE:url_query_escape}}&amp;tri={{TRI:url_query_escape}}{{/FROM_LIST}}" LABEL="Retour à la liste"/}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="Matricule {{MATRICULE}}" TEXT="Ouvrir le dossier de {{GIVEN_NAMES}} {{FAMILY_NAME}}" LEAD="{{#HAS_CORPS_NAME}}{{CORPS_NAME}}, {{/HAS_CORPS_NAME}}{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}sans affectation connue{{/NO_STRUCTURE_NAME}}"/}}
	{{<kit/banner TITLE="La personne verra votre structure, votre fonction, l’heure et ce motif" ICON="eye"}}<p>Le dossier reste ouvert trente minutes, pour vous seul.</p>{{</kit/banner}}
	<form method="post" action="/agents/{{AGENT_ID}}{{#FROM_LIST}}?recherche={{RECHERCHE:url_query_escape}}&amp;tri={{TRI:url_query_escape}}&amp;rang={{RANG:url_query_escape}}{{/FROM_LIST}}{{#FROM_ACT}}?acte={{ACTE:url_query_escape}}{{/FROM_ACT}}{{#FROM_SERVICE}}?vue=etat{{/FROM_SERVICE}}" novalidate>
		<input type="hidden" name="_jeton" value="{{CSRF}}">
		<input type="hidden" name="_cle" value="{{KEY}}">
		{{<kit/radios NAME="motif" LEGEND="Pourquoi ouvrez-vous ce dossier ?"}}
			{{<kit/radio NAME="motif" VALUE="demande" LABEL="Demande de l’agent"/}}
			{{<kit/radio NAME="motif" VALUE="acte" LABEL="Traitement d’un acte"/}}
			{{<kit/radio NAME="motif" VALUE="controle" LABEL="Contrôle du dossier"/}}
			{{<kit/radio NAME="motif" VALUE="pension" LABEL="Pension et retraite"/}}
			{{<kit/radio NAME="motif" VALUE="archives" LABEL="Classement des archives"/}}
			{{<kit/radio NAME="motif" VALUE="autre" LABEL="Autre motif" HINT="À préciser ci-dessous"/}}
		{{</kit/radios}}
		{{<kit/text-field NAME="precision" LABEL="Précision" HINT="Numéro de la demande ou de l’acte, par exemple. 200 signes au plus ; nécessaire pour un autre motif" AUTOCOMPLETE="off"/}}
		{{<kit/actions}}{{<kit/button LABEL="Ouvrir le dossier"/}}<a class="govuk-link" href="/agents{{#FROM_LIST}}?recherche={{RECHERCHE:url_query_escape}}&amp;tri={{TRI:url_query_escape}}{{/FROM_LIST}}">Annuler</a>{{</kit/actions}}
	</form>
</div>
{{</layout}}
