{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Dossiers de pension" NAV="pensions" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Dossiers de pension" LEAD="Chaque dossier s’ouvre seul un an avant le départ. Le but : le livret en main le jour où l’agent s’en va."/}}
	<p class="g-row g-no-print"><a class="govuk-link" href="/pensions/departs">Départs à venir</a> <a class="govuk-link" href="/pensions/lots">Lots</a> <a class="govuk-link" href="/pensions/indicateurs">Indicateurs</a> <a class="govuk-link" href="/pensions/ouvrir">Ouvrir un dossier</a></p>
	{{<pensions/layout-file-find/}}
	<section class="g-stack" aria-labelledby="chemin"><h2 class="govuk-heading-m" id="chemin">Où en sont les dossiers</h2>
		<ul class="g-numbers">{{#STATES}}{{#SOME}}<li class="g-number{{#HAS_LATE_ONES}} g-number--late{{/HAS_LATE_ONES}}"><strong>{{TOTAL}}</strong> <a class="govuk-link" href="/pensions?panier={{#IS_OVER}}clos{{/IS_OVER}}{{#NO_IS_OVER}}ouverts{{/NO_IS_OVER}}&amp;etat={{STATE_CODE:url_query_escape}}"{{#CHOSEN}} aria-current="true"{{/CHOSEN}}>{{LABEL}}</a> <small>{{#HAS_LATE_ONES}}dont {{LATE}} en retard{{/HAS_LATE_ONES}} {{#IS_MINE}}à votre bureau{{/IS_MINE}}</small></li>{{/SOME}}{{/STATES}}</ul>
	</section>
	{{#HAS_NO_DATE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Agents dont le dossier ne peut pas s’ouvrir seul : {{NO_DATE}}"}}<p>Aucune date de départ ne peut être calculée : la date de naissance, le statut ou la catégorie manque. Complétez leur dossier de carrière, ou <a class="govuk-link" href="/pensions/ouvrir">ouvrez le dossier à la main</a>.</p>{{</kit/banner}}{{/HAS_NO_DATE}}
	{{#HAS_OVERDUE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Agents en poste plus d’un an après leur date de départ : {{OVERDUE}}"}}<p>Aucun acte de retraite n’est à leur dossier. Vérifiez leur carrière avant d’ouvrir un dossier.</p>{{</kit/banner}}{{/HAS_OVERDUE}}
	<section class="g-stack" aria-labelledby="liste">
		<div class="g-no-print"><nav class="g-tabs" aria-label="Corbeilles">
			<a href="/pensions?panier=ouverts&amp;etat={{ETAT_ASKED:url_query_escape}}&amp;trimestre={{TRIMESTRE_ASKED:url_query_escape}}"{{#IN_OUVERTS}} aria-current="page"{{/IN_OUVERTS}}>En cours <span class="g-count g-count--quiet">{{OUVERTS}}</span></a>
			<a href="/pensions?panier=mien&amp;etat={{ETAT_ASKED:url_query_escape}}&amp;trimestre={{TRIMESTRE_ASKED:url_query_escape}}"{{#IN_MIEN}} aria-current="page"{{/IN_MIEN}}>À mon bureau <span class="g-count g-count--quiet">{{MIEN}}</span></a>
			<a href="/pensions?panier=retard&amp;etat={{ETAT_ASKED:url_query_escape}}&amp;trimestre={{TRIMESTRE_ASKED:url_query_escape}}"{{#IN_RETARD}} aria-current="page"{{/IN_RETARD}}>En retard <span class="g-count g-count--quiet">{{RETARD}}</span></a>
			<a href="/pensions?panier=clos&amp;etat={{ETAT_ASKED:url_query_escape}}&amp;trimestre={{TRIMESTRE_ASKED:url_query_escape}}"{{#IN_CLOS}} aria-current="page"{{/IN_CLOS}}>Terminés <span class="g-count g-count--quiet">{{CLOS}}</span></a>
		</nav></div>
		<form class="g-filters g-no-print" method="get" action="/pensions" aria-label="Filtrer">
			<input type="hidden" name="panier" value="{{PANIER}}">
			<div class="govuk-form-group"><label class="govuk-label" for="etat">Étape</label><select class="govuk-select" id="etat" name="etat"><option value="">Toutes</option>{{#STATES}}<option value="{{STATE_CODE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/STATES}}</select></div>
			<div class="govuk-form-group"><label class="govuk-label" for="trimestre">Trimestre de départ</label><select class="govuk-select" id="trimestre" name="trimestre"><option value="">Tous</option>{{#QUARTERS}}<option value="{{QUARTER_ISO}}"{{#CHOSEN}} selected{{/CHOSEN}}>à partir du {{LABEL}} ({{TOTAL}})</option>{{/QUARTERS}}</select></div>
			<div class="govuk-button-group"><button class="govuk-button govuk-button--secondary" type="submit">Filtrer</button> <a class="govuk-link" href="/pensions?panier={{PANIER:url_query_escape}}">Tout effacer</a></div>
		</form>
		<div class="g-title-row"><h2 class="govuk-heading-l" id="liste">{{#IN_OUVERTS}}En cours, l’échéance la plus proche d’abord{{/IN_OUVERTS}}{{#IN_MIEN}}À mon bureau, l’échéance la plus proche d’abord{{/IN_MIEN}}{{#IN_RETARD}}En retard, le plus ancien d’abord{{/IN_RETARD}}{{#IN_CLOS}}Terminés, le dernier d’abord{{/IN_CLOS}}</h2>{{#HAS_ROWS}}<p class="g-small g-no-print">Cette liste : <a class="govuk-link" href="/pensions/liste?format=xlsx&amp;panier={{PANIER:url_query_escape}}&amp;etat={{ETAT_ASKED:url_query_escape}}&amp;trimestre={{TRIMESTRE_ASKED:url_query_escape}}">XLSX</a> ou <a class="govuk-link" href="/pensions/liste?format=csv&amp;panier={{PANIER:url_query_escape}}&amp;etat={{ETAT_ASKED:url_query_escape}}&amp;trimestre={{TRIMESTRE_ASKED:url_query_escape}}">CSV</a></p>{{/HAS_ROWS}}</div>
		{{#HAS_ROWS}}{{<kit/table CAPTION="Dossiers de pension" HIDE="oui"}}{{<pensions/layout-file-head/}}{{<kit/rows}}{{#ROWS}}{{<pensions/layout-file-row/}}{{/ROWS}}{{</kit/rows}}{{</kit/table}}
		{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/pensions?panier={{PANIER:url_query_escape}}&amp;etat={{ETAT_ASKED:url_query_escape}}&amp;trimestre={{TRIMESTRE_ASKED:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/pensions?panier={{PANIER:url_query_escape}}&amp;etat={{ETAT_ASKED:url_query_escape}}&amp;trimestre={{TRIMESTRE_ASKED:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}{{/HAS_ROWS}}
		{{#NO_ROWS}}{{#FILTERED}}{{<kit/empty ICON="search" TITLE="Aucun dossier ne correspond" NOTE="Essayez une autre corbeille, ou moins de filtres."/}}{{/FILTERED}}{{#NO_FILTERED}}{{#IN_OUVERTS}}{{<kit/empty ICON="register" TITLE="Aucun dossier en cours" NOTE="Les dossiers s’ouvrent chaque jour, un an avant le départ."/}}{{/IN_OUVERTS}}{{#IN_MIEN}}{{<kit/empty ICON="done" TITLE="Rien n’attend votre bureau"/}}{{/IN_MIEN}}{{#IN_RETARD}}{{<kit/empty ICON="done" TITLE="Aucun dossier n’est en retard"/}}{{/IN_RETARD}}{{#IN_CLOS}}{{<kit/empty ICON="register" TITLE="Aucun dossier terminé"/}}{{/IN_CLOS}}{{/NO_FILTERED}}{{/NO_ROWS}}
	</section>
</div>
{{</layout}}
