{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Mes actes" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Mes actes" LEAD="Les actes qui vous concernent, du dernier effet au plus ancien. D’un acte collectif, vous ne voyez que votre ligne."/}}
	{{<career/layout-no-agent/}}
	{{#AGENT}}
	{{<career/layout-tabs ACTS="oui"/}}
	{{<kit/filters ACTION="/carriere/actes" LABEL="Choisir un type d’acte"}}
		{{<kit/select NAME="type" LABEL="Type d’acte" EMPTY="Tous"}}{{#KINDS}}<option value="{{KIND_CODE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{KIND_LABEL}} ({{LINES}})</option>{{/KINDS}}{{</kit/select}}
	{{</kit/filters}}
	{{#HAS_ACTS}}{{<kit/table CAPTION="{{TOTAL}} acte{{#MANY}}s{{/MANY}}"}}
		{{<kit/head}}{{<kit/th LABEL="Acte"/}}{{<kit/th LABEL="Effet"/}}{{<kit/th LABEL="Situation"/}}{{<kit/th LABEL="Référence"/}}{{<kit/th LABEL="Preuve"/}}{{</kit/head}}
		<tbody role="rowgroup">{{#ACTS}}<tr role="row">{{<career/layout-act-cells/}}</tr>{{/ACTS}}</tbody>
	{{</kit/table}}
	{{<kit/pagination WHERE="{{FIRST}} à {{LAST}} sur {{TOTAL}}" PREVIOUS="/carriere/actes?type={{TYPE_ASKED:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/carriere/actes?type={{TYPE_ASKED:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}
	<p class="g-no-print">Toute la liste : <a class="govuk-link" href="/carriere.xlsx">tableur XLSX</a> ou <a class="govuk-link" href="/carriere.csv">CSV</a></p>{{/HAS_ACTS}}
	{{#NO_ACTS}}{{#FILTERED}}{{<kit/empty ICON="search" TITLE="Aucun acte de ce type dans votre dossier" HREF="/carriere/actes" LINK="Voir tous les actes"/}}{{/FILTERED}}{{#UNFILTERED}}{{<kit/empty ICON="act" TITLE="Votre dossier ne contient encore aucun acte" NOTE="Les actes y entrent quand le service du personnel les verse ou les signe." HREF="/carriere" LINK="Ma carrière"/}}{{/UNFILTERED}}{{/NO_ACTS}}
	{{/AGENT}}
</div>
{{</layout}}
