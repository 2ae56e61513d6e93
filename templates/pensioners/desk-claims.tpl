{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Demandes de réversion" NAV="retraites" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Demandes de réversion" LEAD="L’échéance la plus proche d’abord. Les délais sont des valeurs de démonstration."/}}
	<div class="g-no-print"><nav class="g-tabs" aria-label="États">{{#STATES}}<a href="/retraites/demandes?etat={{STATE_CODE:url_query_escape}}"{{#ON}} aria-current="page"{{/ON}}>{{LABEL}} <span class="g-count g-count--quiet">{{TOTAL}}</span></a>{{/STATES}}</nav></div>
	{{#HAS_ROWS}}<section class="g-stack" aria-labelledby="liste"><div class="g-title-row"><h2 class="govuk-heading-l" id="liste">{{#OPEN}}En cours{{/OPEN}}{{#OVER}}Terminées{{/OVER}}</h2><p class="g-small g-no-print">Cette liste : <a class="govuk-link" href="/retraites/demandes/export?format=xlsx&amp;etat={{ETAT:url_query_escape}}">XLSX</a> ou <a class="govuk-link" href="/retraites/demandes/export?format=csv&amp;etat={{ETAT:url_query_escape}}">CSV</a></p></div>
	{{<kit/table CAPTION="Demandes de réversion" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Demande"/}}{{<kit/th LABEL="Défunt"/}}{{<kit/th LABEL="Demandeur"/}}{{<kit/th LABEL="Survivants" NUM="oui"/}}{{<kit/th LABEL="Échéance"/}}{{<kit/th LABEL="État"/}}{{</kit/head}}
		{{<kit/rows}}{{#ROWS}}{{<kit/row}}
			<th scope="row" role="rowheader" class="govuk-table__header"><a class="govuk-link" href="/retraites/demandes/{{CLAIM_ID}}">{{NUMBER}}</a><small>envoyée le {{FILED_ON}}</small></th>
			{{<kit/td LABEL="Défunt"}}<span>{{DECEASED_NAME}}<small>matricule {{MATRICULE}}, † {{DIED_ON}}</small></span>{{</kit/td}}
			{{<kit/td LABEL="Demandeur"}}<span>{{CLAIMANT_NAME}}{{#ORIGIN_CODE_CENTRE}}<small>par un centre</small>{{/ORIGIN_CODE_CENTRE}}</span>{{</kit/td}}
			{{<kit/td LABEL="Survivants" NUM="oui"}}<span class="g-num">{{SURVIVORS}}</span>{{</kit/td}}
			{{<kit/td LABEL="Échéance"}}<span class="g-num">{{#HAS_DUE_ON}}{{DUE_ON}}{{/HAS_DUE_ON}}{{#NO_DUE_ON}}–{{/NO_DUE_ON}}</span>{{</kit/td}}
			{{<kit/td LABEL="État"}}<span>{{#IS_LATE}}{{<kit/state KIND="late" LABEL="Hors délai : {{DAYS_LATE}} jour{{#MANY_DAYS_LATE}}s{{/MANY_DAYS_LATE}}"/}}{{/IS_LATE}}{{#NO_IS_LATE}}{{<pensioners/layout-claim-state/}}{{/NO_IS_LATE}}</span>{{</kit/td}}
		{{</kit/row}}{{/ROWS}}{{</kit/rows}}
	{{</kit/table}}
	{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/retraites/demandes?etat={{ETAT:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/retraites/demandes?etat={{ETAT:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	</section>{{/HAS_ROWS}}
	{{#NO_ROWS}}{{<kit/empty ICON="done" TITLE="Aucune demande dans cet état"/}}{{/NO_ROWS}}
</div>
{{</layout}}
