{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{#IS_PAYE}}Fichiers de la solde{{/IS_PAYE}}{{#IS_PERSONNEL}}Imports{{/IS_PERSONNEL}}" NAV="{{SECTION}}" WIDE="oui"}}
<div class="g-stack-l">
	<div class="g-stack">
		{{#IS_PERSONNEL}}{{<kit/title TEXT="Imports" LEAD="Les fichiers du personnel et d’actes, contrôlés ligne par ligne avant d’être écrits."/}}{{/IS_PERSONNEL}}
		{{#IS_PAYE}}{{<kit/back HREF="/paye" LABEL="Paye et carrière"/}}{{<kit/title TEXT="Fichiers de la solde" LEAD="Un mois par fichier, contrôlé ligne par ligne avant d’être écrit, puis comparé aux carrières."/}}{{/IS_PAYE}}
		{{<kit/actions}}{{<kit/button-link HREF="{{BASE}}/nouveau" LABEL="{{#IS_PAYE}}Charger un mois{{/IS_PAYE}}{{#IS_PERSONNEL}}Importer un fichier{{/IS_PERSONNEL}}" ICON="upload"/}}{{</kit/actions}}
	</div>
	{{#NO_IMPORTS}}{{<kit/empty TITLE="Aucun import" NOTE="Un fichier envoyé est d’abord contrôlé : rien n’est écrit sans votre accord." ICON="upload"/}}{{/NO_IMPORTS}}
	{{#HAS_IMPORTS}}
	{{<kit/table CAPTION="Imports, du plus récent au plus ancien" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Fichier"/}}{{<kit/th LABEL="Contenu"/}}{{<kit/th LABEL="Envoyé"/}}{{<kit/th LABEL="État"/}}{{<kit/th LABEL="Lignes" NUM="oui"/}}{{<kit/th LABEL="Refusées" NUM="oui"/}}{{</kit/head}}
		{{<kit/rows}}{{#IMPORTS}}{{<kit/row}}
			{{<kit/row-title HREF="{{BASE}}/{{IMPORT_ID}}" LABEL="{{FILE_NAME}}"/}}
			{{<kit/td LABEL="Contenu"}}{{KIND_LABEL}}{{#HAS_MONTH_WORDS}}, {{MONTH_WORDS}}{{/HAS_MONTH_WORDS}}{{</kit/td}}
			{{<kit/td LABEL="Envoyé"}}{{MADE_AT}}{{</kit/td}}
			{{<kit/td LABEL="État"}}<div>{{#IS_FAILED}}{{<kit/state KIND="late" LABEL="Arrêté"/}}{{/IS_FAILED}}{{#NO_IS_FAILED}}{{#STATE_CODE_COLONNES}}{{<kit/state KIND="you" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_COLONNES}}{{#STATE_CODE_CONTROLE}}{{<kit/state KIND="progress" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_CONTROLE}}{{#STATE_CODE_PRET}}{{<kit/state KIND="you" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_PRET}}{{#STATE_CODE_ECRITURE}}{{<kit/state KIND="progress" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_ECRITURE}}{{#STATE_CODE_IMPORTE}}{{<kit/state KIND="done" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_IMPORTE}}{{#STATE_CODE_ABANDONNE}}{{<kit/state KIND="rejected" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_ABANDONNE}}{{/NO_IS_FAILED}}</div>{{</kit/td}}
			{{<kit/td LABEL="Lignes" NUM="oui"}}{{#HAS_LINES_COUNT}}{{LINES_COUNT}}{{/HAS_LINES_COUNT}}{{#NO_LINES_COUNT}}–{{/NO_LINES_COUNT}}{{</kit/td}}
			{{<kit/td LABEL="Refusées" NUM="oui"}}{{#HAS_REFUSED_COUNT}}{{REFUSED_COUNT}}{{/HAS_REFUSED_COUNT}}{{#NO_REFUSED_COUNT}}–{{/NO_REFUSED_COUNT}}{{</kit/td}}
		{{</kit/row}}{{/IMPORTS}}{{</kit/rows}}
	{{</kit/table}}
	{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="{{BASE}}?page={{PREVIOUS:url_query_escape}}" NEXT="{{BASE}}?page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	{{/HAS_IMPORTS}}
</div>
{{</layout}}
