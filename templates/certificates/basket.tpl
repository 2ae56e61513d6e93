{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Attestations" NAV="attestations" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Attestations" LEAD="Les demandes que le dossier ne suffit pas à satisfaire. Celles qu’il prouve sont délivrées sans vous, et restent dans « Traitées »."/}}
	<div class="g-no-print"><nav class="g-tabs" aria-label="Corbeilles">
		<a href="/attestations?panier=nouvelles&amp;nature={{NATURE_ASKED:url_query_escape}}&amp;bureau={{BUREAU_ASKED:url_query_escape}}&amp;q={{Q_VALUE:url_query_escape}}"{{#IN_NOUVELLES}} aria-current="page"{{/IN_NOUVELLES}}>À étudier <span class="g-count g-count--quiet">{{WAITING}}</span></a>
		<a href="/attestations?panier=retard&amp;nature={{NATURE_ASKED:url_query_escape}}&amp;bureau={{BUREAU_ASKED:url_query_escape}}&amp;q={{Q_VALUE:url_query_escape}}"{{#IN_RETARD}} aria-current="page"{{/IN_RETARD}}>Hors délai <span class="g-count g-count--quiet">{{LATE}}</span></a>
		<a href="/attestations?panier=traitees&amp;nature={{NATURE_ASKED:url_query_escape}}&amp;bureau={{BUREAU_ASKED:url_query_escape}}&amp;q={{Q_VALUE:url_query_escape}}"{{#IN_TRAITEES}} aria-current="page"{{/IN_TRAITEES}}>Traitées <span class="g-count g-count--quiet">{{DONE}}</span></a>
	</nav></div>
	<form class="g-filters" method="get" role="search" action="/attestations" aria-label="Filtrer">
		<input type="hidden" name="panier" value="{{PANIER}}">
		<div class="govuk-form-group"><label class="govuk-label" for="q">Nom, matricule ou numéro</label><input class="govuk-input" id="q" name="q" type="search" value="{{Q_VALUE}}" maxlength="60" autocomplete="off" spellcheck="false"></div>
		<div class="govuk-form-group"><label class="govuk-label" for="nature">Document</label><select class="govuk-select" id="nature" name="nature"><option value="">Tous</option>{{#NATURES}}<option value="{{KIND_CODE}}"{{#NATURE_ON}} selected{{/NATURE_ON}}>{{NAME}}</option>{{/NATURES}}</select></div>
		<div class="govuk-form-group"><label class="govuk-label" for="bureau">Bureau</label><select class="govuk-select" id="bureau" name="bureau"><option value="">Tous les miens</option>{{#DESKS}}<option value="{{STRUCTURE_ID}}"{{#BUREAU_ON}} selected{{/BUREAU_ON}}>{{NAME}}</option>{{/DESKS}}</select></div>
		<div class="govuk-button-group"><button class="govuk-button govuk-button--secondary" type="submit">Filtrer</button> <a class="govuk-link" href="/attestations?panier={{PANIER:url_query_escape}}">Tout effacer</a></div>
	</form>
	{{#HAS_ROWS}}
	<section class="g-stack" aria-labelledby="liste"><div class="g-title-row"><h2 class="govuk-heading-l" id="liste">{{#IN_NOUVELLES}}À étudier, l’échéance la plus proche d’abord{{/IN_NOUVELLES}}{{#IN_RETARD}}Hors délai, le plus ancien d’abord{{/IN_RETARD}}{{#IN_TRAITEES}}Traitées, la dernière d’abord{{/IN_TRAITEES}}</h2><p class="g-small g-no-print">Cette liste : <a class="govuk-link" href="/attestations/liste?format=xlsx&amp;panier={{PANIER:url_query_escape}}&amp;nature={{NATURE_ASKED:url_query_escape}}&amp;bureau={{BUREAU_ASKED:url_query_escape}}&amp;q={{Q_VALUE:url_query_escape}}">XLSX</a> ou <a class="govuk-link" href="/attestations/liste?format=csv&amp;panier={{PANIER:url_query_escape}}&amp;nature={{NATURE_ASKED:url_query_escape}}&amp;bureau={{BUREAU_ASKED:url_query_escape}}&amp;q={{Q_VALUE:url_query_escape}}">CSV</a></p></div>
	{{<kit/table CAPTION="Demandes d’attestations" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Personne"/}}{{<kit/th LABEL="Document"/}}{{<kit/th LABEL="Bureau"/}}{{<kit/th LABEL="Demandée"/}}{{#IN_TRAITEES}}{{<kit/th LABEL="Numéro"/}}{{/IN_TRAITEES}}{{#IN_NOUVELLES}}{{<kit/th LABEL="Échéance"/}}{{/IN_NOUVELLES}}{{#IN_RETARD}}{{<kit/th LABEL="Échéance"/}}{{/IN_RETARD}}{{<kit/th LABEL="État"/}}{{</kit/head}}
		{{<kit/rows}}{{#ROWS}}{{<kit/row}}
			<th scope="row" role="rowheader" class="govuk-table__header">{{#IS_MINE}}{{FAMILY_NAME}} {{GIVEN_NAMES}}<small>la vôtre : une autre personne l’étudie</small>{{/IS_MINE}}{{#NO_IS_MINE}}<a class="govuk-link" href="/attestations/{{REQUEST_ID}}">{{FAMILY_NAME}} {{GIVEN_NAMES}}</a><small>matricule {{MATRICULE}}</small>{{/NO_IS_MINE}}</th>
			{{<kit/td LABEL="Document"}}<span>{{KIND_NAME}}</span>{{</kit/td}}
			{{<kit/td LABEL="Bureau"}}<span class="g-small">{{DESK_NAME}}</span>{{</kit/td}}
			{{<kit/td LABEL="Demandée"}}<span class="g-num">{{ASKED_ON}}</span>{{</kit/td}}
			{{#IN_TRAITEES}}{{<kit/td LABEL="Numéro"}}<span class="g-break g-small">{{#HAS_REFERENCE}}{{REFERENCE}}{{/HAS_REFERENCE}}{{#NO_REFERENCE}}–{{/NO_REFERENCE}}</span>{{</kit/td}}{{/IN_TRAITEES}}
			{{#HAS_DAYS_LEFT}}{{<kit/td LABEL="Échéance"}}<span><span class="g-num">{{DUE_ON}}</span><small>{{#IS_LATE}}{{<kit/count N="DAYS_LEFT" ONE="jour ouvré" MANY="jours ouvrés"/}}{{/IS_LATE}}{{#NO_IS_LATE}}reste {{<kit/count N="DAYS_LEFT" ONE="jour ouvré" MANY="jours ouvrés"/}}{{/NO_IS_LATE}}</small></span>{{</kit/td}}{{/HAS_DAYS_LEFT}}
			{{<kit/td LABEL="État"}}<span>{{<certificates/layout-holds/}}{{#IS_DIRECT}}{{#STATE_CODE_DELIVRE}}<small>sans étude</small>{{/STATE_CODE_DELIVRE}}{{/IS_DIRECT}}</span>{{</kit/td}}
		{{</kit/row}}{{/ROWS}}{{</kit/rows}}
	{{</kit/table}}
	{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/attestations?panier={{PANIER:url_query_escape}}&amp;nature={{NATURE_ASKED:url_query_escape}}&amp;bureau={{BUREAU_ASKED:url_query_escape}}&amp;q={{Q_VALUE:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/attestations?panier={{PANIER:url_query_escape}}&amp;nature={{NATURE_ASKED:url_query_escape}}&amp;bureau={{BUREAU_ASKED:url_query_escape}}&amp;q={{Q_VALUE:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	</section>{{/HAS_ROWS}}
	{{#NO_ROWS}}{{#FILTERED}}{{<kit/empty ICON="search" TITLE="Aucune demande ne correspond" NOTE="Essayez une autre corbeille, ou moins de filtres."/}}{{/FILTERED}}{{#NO_FILTERED}}{{#IN_NOUVELLES}}{{<kit/empty ICON="done" TITLE="Rien à étudier" NOTE="Les demandes que le dossier prouve sont délivrées sans vous."/}}{{/IN_NOUVELLES}}{{#IN_RETARD}}{{<kit/empty ICON="done" TITLE="Rien n’est hors délai"/}}{{/IN_RETARD}}{{#IN_TRAITEES}}{{<kit/empty ICON="register" TITLE="Aucune demande traitée"/}}{{/IN_TRAITEES}}{{/NO_FILTERED}}{{/NO_ROWS}}
</div>
{{</layout}}
