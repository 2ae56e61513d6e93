{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Corbeille « {{BASKET_LABEL}} »" NAV="corbeilles" WIDE="oui" BARE="oui"}}
<div class="g-bench g-panes g-panes--basket">
	<nav class="g-pane g-pane--rail g-no-print" aria-label="Corbeilles">
		<h2 class="g-pane__title">Corbeilles</h2>
		<ul class="g-baskets">{{#BASKETS}}<li><a href="/corbeilles?corbeille={{BASKET:url_query_escape}}"{{#HERE}} aria-current="page"{{/HERE}}>{{LABEL}} <span class="g-count{{#QUIET}} g-count--quiet{{/QUIET}}">{{TOTAL}}</span></a></li>{{/BASKETS}}</ul>
		{{#HAS_KEPT}}<h2 class="g-pane__title g-mt-l">Filtres gardés</h2><ul class="g-baskets">{{#KEPT}}<li><a href="{{HREF}}">{{NAME}}</a></li>{{/KEPT}}</ul>{{/HAS_KEPT}}
		<ul class="g-links g-small g-mt-l"><li><a class="govuk-link" href="/corbeilles/absence">Je serai absent</a></li><li><a class="govuk-link" href="/corbeilles/insatisfaits">Usagers mécontents</a></li></ul>
	</nav>
	<div class="g-pane g-pane--file">
		{{<kit/error-summary/}}
		{{#TOLD}}{{<kit/banner KIND="ok" ICON="done" ROLE="status" TITLE="Fait pour {{TOLD_DONE}} demandes"}}{{#TOLD_REFUSED}}<p>{{REFUSED}} ne le permettaient pas : elles ont avancé, ou il faut une autre personne.</p>{{/TOLD_REFUSED}}{{</kit/banner}}{{/TOLD}}
		<div class="g-title-row"><h1 class="govuk-heading-l">{{BASKET_LABEL}} <span class="g-note">{{BASKET_TOTAL}}</span></h1><p class="g-small">Exporter : <a class="govuk-link" href="{{XLSX_HREF}}" download>XLSX</a> <a class="govuk-link" href="{{CSV_HREF}}" download>CSV</a></p></div>
		<form method="get" action="/corbeilles" class="g-filterbar" aria-label="Filtres"><input type="hidden" name="corbeille" value="{{BASKET}}">
			<div class="govuk-form-group"><label class="govuk-label" for="service">Démarche</label><select class="govuk-select" id="service" name="service"><option value="">Toutes</option>{{#SERVICES}}<option value="{{SERVICE}}"{{#SERVICE_ON}} selected{{/SERVICE_ON}}>{{NAME}}</option>{{/SERVICES}}</select></div>
			<div class="govuk-form-group"><label class="govuk-label" for="bureau">Bureau</label><select class="govuk-select" id="bureau" name="bureau"><option value="">Tous</option>{{#STRUCTURES}}<option value="{{STRUCTURE}}"{{#BUREAU_ON}} selected{{/BUREAU_ON}}>{{NAME}}</option>{{/STRUCTURES}}</select></div>
			<div class="govuk-form-group"><label class="govuk-label" for="tri">Trier par</label><select class="govuk-select" id="tri" name="tri"><option value="echeance">échéance, la plus proche</option><option value="depot"{{#TRI_DEPOT}} selected{{/TRI_DEPOT}}>dépôt, le plus récent</option></select></div>
			<div class="g-filterbar__ticks"><label><input class="g-tick" type="checkbox" name="retard" value="oui"{{#RETARD_ON}} checked{{/RETARD_ON}}> en retard</label><label><input class="g-tick" type="checkbox" name="miennes" value="oui"{{#MIENNES_ON}} checked{{/MIENNES_ON}}> les miennes, et celles que je remplace</label></div>
			<button class="govuk-button govuk-button--secondary" type="submit">Filtrer</button>
		</form>
		{{#NO_LINES}}{{<kit/empty TITLE="Cette corbeille est vide" ICON="done" NOTE="Rien n’y attend avec ces filtres."/}}{{/NO_LINES}}
		{{#HAS_LINES}}{{<kit/form ACTION="/corbeilles/lot"}}<input type="hidden" name="retour" value="{{FILTER}}">
			{{#BATCH_TAKE}}{{<kit/batch}}{{<kit/button LABEL="Prendre en charge" NAME="geste" VALUE="prendre"/}}{{</kit/batch}}{{/BATCH_TAKE}}{{#BATCH_VISA}}{{<kit/batch}}{{<kit/button LABEL="Viser" NAME="geste" VALUE="viser"/}}{{</kit/batch}}{{/BATCH_VISA}}{{#BATCH_SIGN}}{{<kit/batch}}{{<kit/button LABEL="Signer" NAME="geste" VALUE="signer"/}}{{</kit/batch}}{{/BATCH_SIGN}}
			<ul class="g-list g-list--wide">{{#LINES}}<li><input class="g-tick" type="checkbox" name="d" value="{{NUMBER}}" aria-label="Cocher {{NUMBER}}"><a href="/corbeilles/{{REQUEST_ID}}">{{NAME}}</a>{{#HAS_DAYS_LEFT}}<span class="g-list__days{{#IS_LATE}} g-list__days--late{{/IS_LATE}}">{{#IS_LATE}}en retard de {{LATE_DAYS}} j{{/IS_LATE}}{{#NO_IS_LATE}}{{DAYS_LEFT}} j{{/NO_IS_LATE}}</span>{{/HAS_DAYS_LEFT}}{{#NO_DAYS_LEFT}}<span class="g-list__days"></span>{{/NO_DAYS_LEFT}}<span class="g-list__meta"><span>{{SERVICE_NAME}}{{#HAS_ASSIGNEE}} · {{ASSIGNEE}}{{/HAS_ASSIGNEE}}</span><span class="g-num">{{NUMBER}}</span></span><span class="g-list__desk">{{DESK}} · {{STATE_LABEL}}</span></li>{{/LINES}}</ul>
		{{</kit/form}}
		<nav class="g-pages" aria-label="Suite de la liste">{{#FIRST}}<a class="govuk-link" href="{{FIRST_HREF}}">Revenir au début</a>{{/FIRST}}{{#MORE}}<a class="govuk-link" href="{{MORE_HREF}}" rel="next">Les suivantes</a>{{/MORE}}</nav>{{/HAS_LINES}}
		{{<kit/details TITLE="Garder ce filtre"}}{{<kit/form ACTION="/corbeilles/filtres"}}<input type="hidden" name="filtre" value="{{FILTER}}">{{<kit/text-field NAME="nom" LABEL="Sous quel nom ?" WIDTH="20"/}}{{<kit/button LABEL="Garder" KIND="secondary"/}}{{</kit/form}}
			{{#KEPT}}{{<kit/form ACTION="/corbeilles/filtres/{{FILTER_ID}}/oublier"}}<p class="g-kept">{{NAME}} {{<kit/button LABEL="Oublier" KIND="secondary"/}}</p>{{</kit/form}}{{/KEPT}}{{</kit/details}}
	</div>
</div>
{{</layout}}
