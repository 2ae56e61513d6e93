{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Signalements des agents" NAV="archives" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Signalements des agents"/}}
	{{<archive/layout-tabs REPORTS="oui"/}}
	<nav class="g-row" aria-label="État des signalements"><a class="govuk-link" href="/archives/signalements"{{#WAITING_ON}} aria-current="page"{{/WAITING_ON}}>En attente</a>{{#TALLY}} <a class="govuk-link" href="/archives/signalements?etat={{STATE_CODE:url_query_escape}}"{{#ON}} aria-current="page"{{/ON}}>{{LABEL}} ({{TOTAL}})</a>{{/TALLY}}</nav>
	{{#NO_REPORTS}}{{<kit/empty TITLE="Aucun signalement ici" ICON="done"/}}{{/NO_REPORTS}}
	{{#HAS_REPORTS}}
	{{<kit/table CAPTION="Signalements, l’échéance la plus proche d’abord" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Signalement"/}}{{<kit/th LABEL="Agent"/}}{{<kit/th LABEL="Objet"/}}{{<kit/th LABEL="Réponse due"/}}{{<kit/th LABEL="État"/}}{{</kit/head}}
		{{<kit/rows}}{{#REPORTS}}{{<kit/row}}
			{{<kit/row-title HREF="/archives/signalements/{{REPORT_ID}}" LABEL="{{CODE}}"/}}
			{{<kit/td LABEL="Agent"}}<span>{{AGENT_NAME}} <small>{{MATRICULE}}</small></span>{{</kit/td}}
			{{<kit/td LABEL="Objet"}}<span>{{KIND_LABEL}}{{#HAS_ACT_LABEL}} <small>{{ACT_LABEL}}{{#HAS_ABOUT_DATE}}, {{ABOUT_DATE}}{{/HAS_ABOUT_DATE}}</small>{{/HAS_ACT_LABEL}}</span>{{</kit/td}}
			{{<kit/td LABEL="Réponse due"}}<span class="g-num">{{DUE_ON}}</span>{{</kit/td}}
			{{<kit/td LABEL="État"}}<div>{{<archive/layout-report-state/}}</div>{{</kit/td}}
		{{</kit/row}}{{/REPORTS}}{{</kit/rows}}
	{{</kit/table}}
	{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/archives/signalements?etat={{ETAT_ASKED:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/archives/signalements?etat={{ETAT_ASKED:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	{{/HAS_REPORTS}}
</div>
{{</layout}}
