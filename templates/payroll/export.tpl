{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Exporter les différences" NAV="paye"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/paye" LABEL="Paye et carrière"/}}{{<kit/crumb LABEL="Exporter"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Exporter les différences" LEAD="{{#FILTER}}{{FILTER_LABEL}}. {{/FILTER}}Une ligne par différence, avec ce que disent les deux côtés et la cause probable."/}}
	{{<kit/banner TITLE="Chaque agent de la liste verra qu’il y était, et pourquoi" ICON="eye"/}}
	{{#NO_ROWS}}{{<kit/empty TITLE="La liste est vide" NOTE="Aucune différence ne répond à ces choix." HREF="/paye" LINK="Retour" ICON="done"/}}{{/NO_ROWS}}
	{{#HAS_ROWS}}{{<kit/form ACTION="/paye/export"}}
		<input type="hidden" name="nature" value="{{NATURE}}"><input type="hidden" name="cause" value="{{CAUSE_CODE}}"><input type="hidden" name="etat" value="{{ETAT}}">
		{{<payroll/layout-motive LEGEND="Pourquoi exportez-vous cette liste ?"/}}
		{{<kit/radios NAME="format" LEGEND="Quel fichier ?" CLASS="govuk-radios--inline"}}{{<kit/radio NAME="format" VALUE="xlsx" LABEL="Tableur (XLSX)"/}}{{<kit/radio NAME="format" VALUE="csv" LABEL="CSV"/}}{{</kit/radios}}
		{{<kit/actions}}{{<kit/button LABEL="Exporter"/}}<a class="govuk-link" href="/paye">Annuler</a>{{</kit/actions}}
	{{</kit/form}}{{/HAS_ROWS}}
</div>
{{</layout}}
