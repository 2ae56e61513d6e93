{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Import de {{FILE_NAME}}" NAV="{{SECTION}}" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="{{BASE}}" LABEL="{{#IS_PAYE}}Fichiers de la solde{{/IS_PAYE}}{{#IS_PERSONNEL}}Imports{{/IS_PERSONNEL}}"/}}{{<kit/crumb LABEL="{{FILE_NAME}}"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="{{KIND_LABEL}}{{#HAS_MONTH_WORDS}}, {{MONTH_WORDS}}{{/HAS_MONTH_WORDS}}, envoyé le {{MADE_AT}}" TEXT="{{FILE_NAME}}"/}}
	{{#IS_RUNNING}}{{#STATE_CODE_CONTROLE}}{{<kit/progress ID="travail" TITLE="Contrôle en cours" NOTE="Rien n’est écrit pendant le contrôle. Vous pouvez quitter cette page : le travail continue." DONE="{{JOB_DONE}}" TOTAL="{{JOB_TOTAL}}" LIVE="2"}}<p><a class="govuk-link" href="{{BASE}}/{{IMPORT_ID}}">Actualiser</a></p>{{</kit/progress}}{{/STATE_CODE_CONTROLE}}
	{{#STATE_CODE_ECRITURE}}{{<kit/progress ID="travail" TITLE="Import en cours" NOTE="Tout sera écrit ensemble, ou rien. Vous pouvez quitter cette page : le travail continue." DONE="{{JOB_DONE}}" TOTAL="{{JOB_TOTAL}}" LIVE="2"}}<p><a class="govuk-link" href="{{BASE}}/{{IMPORT_ID}}">Actualiser</a></p>{{</kit/progress}}{{/STATE_CODE_ECRITURE}}{{/IS_RUNNING}}
	{{#FAILED}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le travail s’est arrêté"}}<p>{{FAILED_TEXT}} Rien n’a été écrit.</p>{{</kit/banner}}{{/FAILED}}
	{{#STATE_CODE_COLONNES}}{{<kit/banner KIND="you" TITLE="Vérifiez d’abord les colonnes"}}<p><a class="govuk-link" href="{{BASE}}/{{IMPORT_ID}}/colonnes">Dire ce que contient chaque colonne</a></p>{{</kit/banner}}{{/STATE_CODE_COLONNES}}
	{{#STATE_CODE_IMPORTE}}{{<kit/banner KIND="ok" ICON="done" TITLE="Le fichier est importé" ROLE="status"}}<p>Écrit le {{IMPORTED_AT}}.{{#ONLY_GOOD}}{{#HAS_WRONG}} Les lignes refusées ont été laissées de côté.{{/HAS_WRONG}}{{/ONLY_GOOD}}</p>{{</kit/banner}}{{/STATE_CODE_IMPORTE}}
	{{#STATE_CODE_ABANDONNE}}{{<kit/banner TITLE="Import abandonné"}}<p>Rien n’a été écrit.</p>{{</kit/banner}}{{/STATE_CODE_ABANDONNE}}
	{{#HAS_RESULT}}
	{{#UNREADABLE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le fichier n’a pas pu être lu jusqu’au bout"}}<p>{{UNREADABLE_TEXT}} Corrigez-le, puis envoyez-le de nouveau.</p>{{</kit/banner}}{{/UNREADABLE}}
	<section class="g-stack" aria-labelledby="resultat">
		<h2 class="govuk-heading-l" id="resultat">{{#STATE_CODE_PRET}}Ce que l’import ferait{{/STATE_CODE_PRET}}{{#STATE_CODE_IMPORTE}}Ce que l’import a fait{{/STATE_CODE_IMPORTE}}</h2>
		{{<kit/numbers}}{{<kit/number VALUE="{{LINES_COUNT}}" LABEL="lignes lues"/}}{{<kit/number VALUE="{{NEW_COUNT}}" LABEL="nouvelles"/}}{{<kit/number VALUE="{{CHANGED_COUNT}}" LABEL="modifiées"/}}{{<kit/number VALUE="{{SAME_COUNT}}" LABEL="inchangées"/}}{{#HAS_GONE}}{{<kit/number VALUE="{{GONE_COUNT}}" LABEL="retirées : le fichier ne les a plus"/}}{{/HAS_GONE}}{{#HAS_WRONG}}{{<kit/number VALUE="{{REFUSED_COUNT}}" LABEL="refusées" HREF="#refus" KIND="late"/}}{{/HAS_WRONG}}{{#NO_HAS_WRONG}}{{<kit/number VALUE="0" LABEL="refusée"/}}{{/NO_HAS_WRONG}}{{</kit/numbers}}
		{{#KIND_CODE_PAYE}}{{#STATE_CODE_PRET}}<p class="g-note">Un fichier déjà chargé pour ce mois est remplacé : ce qu’il disait est gardé à part.</p>{{/STATE_CODE_PRET}}{{#STATE_CODE_IMPORTE}}<p class="g-note">La comparaison avec les carrières est en cours ou faite. <a class="govuk-link" href="/paye">Voir ce qui diffère</a></p>{{/STATE_CODE_IMPORTE}}{{/KIND_CODE_PAYE}}
		{{#KIND_CODE_PERSONNEL}}<p class="g-note">Le corps, le grade et la position sont contrôlés, mais la situation d’un agent vient de ses actes : importez aussi le fichier des actes.</p>{{/KIND_CODE_PERSONNEL}}
	</section>
	{{#CAN_IMPORT}}{{<kit/form ACTION="{{BASE}}/{{IMPORT_ID}}/importer"}}{{<kit/actions}}{{<kit/button LABEL="Importer {{GOOD_WORDS}}"/}}{{</kit/actions}}{{</kit/form}}{{/CAN_IMPORT}}
	{{#CAN_CHOOSE}}<section class="g-card g-narrow" aria-labelledby="decision"><h2 class="govuk-heading-m" id="decision">Que faire des lignes refusées ?</h2>
	{{<kit/form ACTION="{{BASE}}/{{IMPORT_ID}}/importer"}}
		<p class="govuk-body">Le plus sûr : téléchargez le rapport, corrigez le fichier et envoyez-le de nouveau. Sinon, dites-le ici.</p>
		{{<kit/checkbox NAME="lignes" LABEL="Laisser de côté {{REFUSED_WORDS}}" HINT="Le reste du fichier sera importé : {{GOOD_WORDS}}."/}}
		{{<kit/actions}}{{<kit/button LABEL="Importer"/}}{{</kit/actions}}
	{{</kit/form}}</section>{{/CAN_CHOOSE}}
	{{#NOTHING_NEW}}{{<kit/inset}}<p>Tout ce que dit ce fichier est déjà connu : il n’y a rien à écrire.</p>{{</kit/inset}}{{/NOTHING_NEW}}
	{{#NOTHING_GOOD}}{{<kit/inset}}<p>Aucune ligne ne peut être importée. Corrigez le fichier à l’aide du rapport, puis envoyez-le de nouveau.</p>{{</kit/inset}}{{/NOTHING_GOOD}}
	{{#HAS_WRONGS}}<section class="g-stack" aria-labelledby="refus">
		<div class="g-title-row"><h2 class="govuk-heading-l g-anchor" id="refus">Ce qui ne va pas</h2><a class="govuk-link g-small" href="{{BASE}}/{{IMPORT_ID}}/rapport" download>Télécharger le rapport (CSV)</a></div>
		{{<kit/sum}}{{#SUMS}}{{<kit/sum-line LABEL="{{SUM_WHY}}" VALUE="{{TOTAL}}"/}}{{/SUMS}}{{<kit/sum-line LABEL="Valeurs à corriger" VALUE="{{PROBLEMS_COUNT}}"/}}{{</kit/sum}}
		{{<kit/table CAPTION="Ligne par ligne"}}
			{{<kit/head}}{{<kit/th LABEL="Ligne"/}}{{<kit/th LABEL="Colonne"/}}{{<kit/th LABEL="Valeur"/}}{{<kit/th LABEL="Pourquoi"/}}{{</kit/head}}
			{{<kit/rows}}{{#WRONGS}}{{<kit/row}}
				{{<kit/row-title}}Ligne {{LINE}}{{</kit/row-title}}
				{{<kit/td LABEL="Colonne"}}{{COLUMN}}{{</kit/td}}
				{{<kit/td LABEL="Valeur"}}<span class="g-break">{{#HAS_VALUE}}{{VALUE}}{{/HAS_VALUE}}{{#NO_VALUE}}(vide){{/NO_VALUE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Pourquoi"}}<span>{{WRONG_WHY}}</span>{{</kit/td}}
			{{</kit/row}}{{/WRONGS}}{{</kit/rows}}
		{{</kit/table}}
		{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="{{BASE}}/{{IMPORT_ID}}?page={{PREVIOUS:url_query_escape}}" NEXT="{{BASE}}/{{IMPORT_ID}}?page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	</section>{{/HAS_WRONGS}}
	{{/HAS_RESULT}}
	<div class="g-row">
		{{#CAN_CHANGE}}<a class="govuk-link" href="{{BASE}}/{{IMPORT_ID}}/colonnes">Changer les colonnes</a>
		{{<kit/form ACTION="{{BASE}}/{{IMPORT_ID}}/controler"}}{{<kit/button LABEL="Contrôler de nouveau" KIND="secondary"/}}{{</kit/form}}{{/CAN_CHANGE}}
		{{#CAN_CHECK}}{{<kit/form ACTION="{{BASE}}/{{IMPORT_ID}}/controler"}}{{<kit/button LABEL="Contrôler de nouveau"/}}{{</kit/form}}{{/CAN_CHECK}}
		{{#CAN_DROP}}{{<kit/form ACTION="{{BASE}}/{{IMPORT_ID}}/abandonner"}}{{<kit/button LABEL="Abandonner cet import" KIND="secondary"/}}{{</kit/form}}{{/CAN_DROP}}
	</div>
</div>
{{</layout}}
