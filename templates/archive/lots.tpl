{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Lots de pièces numérisées" NAV="archives" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Lots de pièces numérisées"/}}
	{{<archive/layout-tabs LOTS="oui"/}}
	{{<kit/actions}}{{<kit/button-link HREF="/archives/lots/nouveau" LABEL="Nouveau lot" ICON="upload"/}}{{</kit/actions}}
	{{#NO_LOTS}}{{<kit/empty TITLE="Aucun lot" NOTE="Un lot réunit les pièces numérisées d’une même provenance : un carton, un service, une période." ICON="upload"/}}{{/NO_LOTS}}
	{{#HAS_LOTS}}
	{{<kit/table CAPTION="Lots, du plus récent au plus ancien" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Lot"/}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Ouvert"/}}{{<kit/th LABEL="Pièces" NUM="oui"/}}{{<kit/th LABEL="En contrôle" NUM="oui"/}}{{<kit/th LABEL="À saisir" NUM="oui"/}}{{<kit/th LABEL="Terminées" NUM="oui"/}}{{<kit/th LABEL="Refusées" NUM="oui"/}}{{</kit/head}}
		{{<kit/rows}}{{#LOTS}}{{<kit/row}}
			{{<kit/row-title}}<a class="govuk-link" href="/archives/lots/{{LOT_ID}}">{{NAME}}</a>{{#HAS_ORIGIN}} <small>{{ORIGIN}}</small>{{/HAS_ORIGIN}}{{</kit/row-title}}
			{{<kit/td LABEL="Structure"}}{{STRUCTURE_NAME}}{{</kit/td}}
			{{<kit/td LABEL="Ouvert"}}<span class="g-num">{{MADE_AT}}</span>{{</kit/td}}
			{{<kit/td LABEL="Pièces" NUM="oui"}}{{SCANS}}{{</kit/td}}
			{{<kit/td LABEL="En contrôle" NUM="oui"}}{{WAITING}}{{</kit/td}}
			{{<kit/td LABEL="À saisir" NUM="oui"}}{{TO_KEY}}{{</kit/td}}
			{{<kit/td LABEL="Terminées" NUM="oui"}}{{ENDED}}{{</kit/td}}
			{{<kit/td LABEL="Refusées" NUM="oui"}}{{REFUSED}}{{</kit/td}}
		{{</kit/row}}{{/LOTS}}{{</kit/rows}}
	{{</kit/table}}
	{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/archives/lots?page={{PREVIOUS:url_query_escape}}" NEXT="/archives/lots?page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	{{/HAS_LOTS}}
</div>
{{</layout}}
