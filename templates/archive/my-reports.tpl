{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Mes signalements" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Mes signalements" LEAD="Un acte manque, est faux ou illisible ? Dites-le : le service des archives cherche et vous répond."/}}
	{{<career/layout-tabs REPORTS="oui"/}}
	{{<kit/actions}}{{<kit/button-link HREF="/carriere/signalements/nouveau" LABEL="Signaler un acte"/}}{{</kit/actions}}
	{{#NO_REPORTS}}{{<kit/empty TITLE="Vous n’avez rien signalé" NOTE="Depuis « Parcours » ou la page d’un acte, vous pouvez aussi signaler directement ce qui manque." ICON="report"/}}{{/NO_REPORTS}}
	{{#HAS_REPORTS}}
	{{<kit/table CAPTION="Mes signalements, du plus récent au plus ancien" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Signalement"/}}{{<kit/th LABEL="Objet"/}}{{<kit/th LABEL="Envoyé"/}}{{<kit/th LABEL="Réponse due"/}}{{<kit/th LABEL="État"/}}{{</kit/head}}
		{{<kit/rows}}{{#REPORTS}}{{<kit/row}}
			{{<kit/row-title HREF="/carriere/signalements/{{REPORT_ID}}" LABEL="{{CODE}}"/}}
			{{<kit/td LABEL="Objet"}}<span>{{KIND_LABEL}}{{#HAS_ACT_LABEL}} <small>{{ACT_LABEL}}</small>{{/HAS_ACT_LABEL}}</span>{{</kit/td}}
			{{<kit/td LABEL="Envoyé"}}{{MADE_AT}}{{</kit/td}}
			{{<kit/td LABEL="Réponse due"}}<span class="g-num">{{DUE_ON}}</span>{{</kit/td}}
			{{<kit/td LABEL="État"}}<div>{{<archive/layout-report-state/}}</div>{{</kit/td}}
		{{</kit/row}}{{/REPORTS}}{{</kit/rows}}
	{{</kit/table}}
	{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/carriere/signalements?page={{PREVIOUS:url_query_escape}}" NEXT="/carriere/signalements?page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	{{/HAS_REPORTS}}
	{{#DELAY}}<p class="g-note">Délai de réponse : {{DAYS}} jours ouvrés, du lundi au vendredi{{#IS_DEMO}} (valeur de démonstration){{/IS_DEMO}}.</p>{{/DELAY}}
</div>
{{</layout}}
