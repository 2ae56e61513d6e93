{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Exporter les départs" NAV="pensions"}}
<div class="g-stack-l g-narrow">
	{{<kit/back HREF="/pensions/departs{{QUERY}}" LABEL="Retour aux départs"/}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="{{#VIEW_DATES}}Départs, {{PERIOD}}{{/VIEW_DATES}}{{#VIEW_PAST}}Date passée, aucun acte de départ{{/VIEW_PAST}}{{#VIEW_UNKNOWN}}Date non connue{{/VIEW_UNKNOWN}}" TEXT="Exporter {{TOTAL}} {{#IS_ONE}}agent{{/IS_ONE}}{{#IS_MANY}}agents{{/IS_MANY}}"/}}
	<ul class="g-chips" aria-label="Filtres en vigueur">{{#FILTER}}<li>{{FILTER_LABEL}}</li>{{/FILTER}}</ul>
	{{<kit/banner TITLE="Chaque personne de la liste verra cet export et son motif" ICON="eye"}}<p>Le fichier contient des données personnelles : gardez-le là où vous seul pouvez le lire, et effacez-le après usage.</p>{{</kit/banner}}
	{{<kit/form ACTION="/pensions/departs/export{{QUERY}}"}}
		{{<kit/radios NAME="format" LEGEND="Format" CLASS="govuk-radios--inline"}}
			{{<kit/radio NAME="format" VALUE="xlsx" LABEL="Classeur (XLSX)"/}}
			{{<kit/radio NAME="format" VALUE="csv" LABEL="Texte (CSV)"/}}
		{{</kit/radios}}
		{{<kit/radios NAME="motif" LEGEND="Pourquoi exportez-vous cette liste ?"}}
			{{<kit/radio NAME="motif" VALUE="previsions" LABEL="Prévision des départs"/}}
			{{<kit/radio NAME="motif" VALUE="relance" LABEL="Préparation des dossiers de pension"/}}
			{{<kit/radio NAME="motif" VALUE="pension" LABEL="Liquidation des pensions"/}}
			{{<kit/radio NAME="motif" VALUE="controle" LABEL="Contrôle des dates de départ"/}}
			{{<kit/radio NAME="motif" VALUE="autre" LABEL="Autre motif" HINT="À préciser ci-dessous"/}}
		{{</kit/radios}}
		{{<kit/text-field NAME="precision" LABEL="Précision" HINT="200 signes au plus ; nécessaire pour un autre motif" AUTOCOMPLETE="off"/}}
		{{<kit/actions}}{{<kit/button LABEL="Exporter"/}}<a class="govuk-link" href="/pensions/departs{{QUERY}}">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
