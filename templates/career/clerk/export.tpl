{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Exporter une liste" NAV="agents"}}
<div class="g-stack-l g-narrow">
	{{<kit/back HREF="/agents?recherche={{SEARCH_ID:url_query_escape}}&amp;tri={{SORT_CODE:url_query_escape}}" LABEL="Retour à la liste"/}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="{{LABEL}}" TEXT="Exporter {{#IS_CAPPED}}plus de 1 000 agents{{/IS_CAPPED}}{{#NO_IS_CAPPED}}{{TOTAL}} {{#IS_ONE}}agent{{/IS_ONE}}{{#NO_IS_ONE}}agents{{/NO_IS_ONE}}{{/NO_IS_CAPPED}}"/}}
	{{<kit/banner TITLE="Chaque personne de la liste verra cet export et son motif" ICON="eye"}}<p>100 000 lignes au plus. Le fichier contient des données personnelles : gardez-le là où vous seul pouvez le lire, et effacez-le après usage.</p>{{</kit/banner}}
	{{<kit/form ACTION="/agents/export?recherche={{SEARCH_ID:url_query_escape}}&amp;tri={{SORT_CODE:url_query_escape}}"}}
		{{<kit/radios NAME="format" LEGEND="Format" CLASS="govuk-radios--inline"}}
			{{<kit/radio NAME="format" VALUE="xlsx" LABEL="Classeur (XLSX)"/}}
			{{<kit/radio NAME="format" VALUE="csv" LABEL="Texte (CSV)"/}}
		{{</kit/radios}}
		{{<kit/radios NAME="motif" LEGEND="Pourquoi exportez-vous cette liste ?"}}
			{{<kit/radio NAME="motif" VALUE="demande" LABEL="Demande des agents"/}}
			{{<kit/radio NAME="motif" VALUE="acte" LABEL="Traitement d’un acte"/}}
			{{<kit/radio NAME="motif" VALUE="controle" LABEL="Contrôle des dossiers"/}}
			{{<kit/radio NAME="motif" VALUE="pension" LABEL="Pension et retraite"/}}
			{{<kit/radio NAME="motif" VALUE="archives" LABEL="Classement des archives"/}}
			{{<kit/radio NAME="motif" VALUE="autre" LABEL="Autre motif" HINT="À préciser ci-dessous"/}}
		{{</kit/radios}}
		{{<kit/text-field NAME="precision" LABEL="Précision" HINT="200 signes au plus ; nécessaire pour un autre motif" AUTOCOMPLETE="off"/}}
		{{<kit/actions}}{{<kit/button LABEL="Exporter"/}}<a class="govuk-link" href="/agents?recherche={{SEARCH_ID:url_query_escape}}">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
