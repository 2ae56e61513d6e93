{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Départs d’un trimestre" NAV="pensions" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/crumbs}}{{<kit/crumb HREF="/pensions" LABEL="Pensions"/}}{{<kit/crumb LABEL="Un trimestre"/}}{{</kit/crumbs}}
	<div class="g-title-row">{{<kit/title CAPTION="Départs du {{QUARTER}} au {{UNTIL_DATE}}" TEXT="{{QUARTER_WORDS}}"/}}<a class="govuk-link" href="/pensions/signature">Concessions à signer</a></div>
	{{<kit/filters ACTION="/pensions/lots" LABEL="Trimestre"}}{{<kit/select NAME="trimestre" LABEL="Trimestre de départ"}}{{#QUARTERS}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{QUARTER_WORDS}} (dossiers : {{FILES}})</option>{{/QUARTERS}}{{</kit/select}}{{</kit/filters}}
	{{#EMPTY_QUARTER}}{{<kit/empty TITLE="Aucun dossier pour ce trimestre" NOTE="Les dossiers s’ouvrent d’eux-mêmes un an avant le départ." ICON="retirement"/}}{{/EMPTY_QUARTER}}
	{{#SOME_FILES}}
	{{<kit/numbers}}{{<kit/number VALUE="{{FILES}}" LABEL="dossier{{#MANY_FILES}}s{{/MANY_FILES}}"/}}{{#SOME_READY}}{{<kit/number VALUE="{{TO_COMPUTE}}" LABEL="prêts à liquider" KIND="you"/}}{{/SOME_READY}}{{#NO_SOME_READY}}{{<kit/number VALUE="0" LABEL="à liquider"/}}{{/NO_SOME_READY}}{{#SOME_WAITING}}{{<kit/number VALUE="{{WAITING}}" LABEL="calculés, qui attendent" HREF="#attentes" KIND="late"/}}{{/SOME_WAITING}}{{<kit/number VALUE="{{COMPUTED}}" LABEL="liquidés, à proposer"/}}{{<kit/number VALUE="{{TO_CONTROL}}" LABEL="au contrôle"/}}{{<kit/number VALUE="{{TO_SIGN}}" LABEL="à signer"/}}{{<kit/number VALUE="{{DONE}}" LABEL="livrets faits"/}}{{</kit/numbers}}
	<p class="g-note">Avant la liquidation, actes encore cherchés : {{MISSING}} ; services à certifier : {{TO_CERTIFY}}. Liquidés par le portail, carrière et paye concordantes : {{AUTOMATIC}}.</p>
	{{#BATCH}}
	{{#IS_RUNNING}}{{<kit/progress ID="lot" TITLE="Liquidation du trimestre en cours : {{TREATED}} sur {{FILES}}" DONE="{{TREATED}}" TOTAL="{{FILES}}" LIVE="2" NOTE="Lancée par {{ASKED_BY}}, {{ASKED_AT}}. Vous pouvez quitter cette page."}}<p><a class="govuk-link" href="/pensions/lots?trimestre={{TRIMESTRE:url_query_escape}}">Actualiser</a></p>{{</kit/progress}}{{/IS_RUNNING}}
	{{#IS_FAILED}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le lot s’est arrêté avant la fin"}}<p>Dossiers faits et gardés : {{TREATED}} sur {{FILES}}. Relancez-le pour les autres.</p>{{</kit/banner}}{{/IS_FAILED}}
	{{#NO_IS_RUNNING}}{{#NO_IS_FAILED}}{{<kit/inset}}<p>Dernier lot, {{ASKED_AT}} : <strong>{{AUTOMATIC}}</strong> liquidés par le portail, <strong>{{COMPUTED}}</strong> calculés à proposer, {{UNCHANGED}} inchangés, <strong>{{WAITING}}</strong> qui attendent, {{NO_RIGHT}} sans droit, {{FAILED}} en échec.</p>{{</kit/inset}}{{/NO_IS_FAILED}}{{/NO_IS_RUNNING}}
	{{/BATCH}}
	{{#CAN_LAUNCH}}{{<kit/form ACTION="/pensions/lots"}}<input type="hidden" name="trimestre" value="{{TRIMESTRE}}">{{<kit/actions}}{{<kit/button LABEL="Liquider tout le trimestre"/}}{{</kit/actions}}<p class="g-note">Chaque dossier est calculé ; quand la carrière et la paye disent la même chose, la proposition est faite par le portail. Le contrôle et la signature restent à des personnes.</p>{{</kit/form}}{{/CAN_LAUNCH}}
	{{#HAS_WAITS}}<section class="g-stack g-anchor" id="attentes" aria-labelledby="attentes-titre"><h2 class="govuk-heading-l" id="attentes-titre">Ce que les dossiers attendent</h2>
		{{<kit/table CAPTION="Attentes, la plus fréquente d’abord" HIDE="oui"}}{{<kit/head}}{{<kit/th LABEL="Attente"/}}{{<kit/th LABEL="Dossiers" NUM="oui"/}}{{</kit/head}}{{<kit/rows}}{{#WAITS}}{{<kit/row}}{{<kit/row-title}}{{WAIT}}{{</kit/row-title}}{{<kit/td LABEL="Dossiers" NUM="oui"}}{{FILES}}{{</kit/td}}{{</kit/row}}{{/WAITS}}{{</kit/rows}}{{</kit/table}}
	</section>{{/HAS_WAITS}}
	<section class="g-stack" aria-labelledby="dossiers"><h2 class="govuk-heading-l" id="dossiers">Dossier par dossier</h2>
		{{<kit/table CAPTION="Dossiers du trimestre" HIDE="oui"}}{{<kit/head}}{{<kit/th LABEL="Agent"/}}{{<kit/th LABEL="Dossier"/}}{{<kit/th LABEL="Départ"/}}{{<kit/th LABEL="Étape"/}}{{<kit/th LABEL="Résultat"/}}{{<kit/th LABEL="Par mois" NUM="oui"/}}{{</kit/head}}
		{{<kit/rows}}{{#FILES_SHOWN}}{{<kit/row}}
			{{<kit/row-title}}<span><a class="govuk-link" href="/pensions/dossiers/{{FILE_ID}}/circuit">{{NAME}}</a> <small class="g-num">{{MATRICULE}}</small></span>{{</kit/row-title}}
			{{<kit/td LABEL="Dossier"}}<span class="g-num">{{NUMBER}}</span>{{</kit/td}}
			{{<kit/td LABEL="Départ"}}<span class="g-num">{{LEAVE_ON}}</span>{{</kit/td}}
			{{<kit/td LABEL="Étape"}}{{STATE_LABEL}}{{</kit/td}}
			{{<kit/td LABEL="Résultat"}}<span>{{#HAS_OUTCOME_LABEL}}{{OUTCOME_LABEL}}{{/HAS_OUTCOME_LABEL}}{{#NO_OUTCOME_LABEL}}{{#IS_AUTOMATIC}}liquidé par le portail{{/IS_AUTOMATIC}}{{/NO_OUTCOME_LABEL}}{{#HAS_WAITS}} <small>{{WAITS}}</small>{{/HAS_WAITS}}</span>{{</kit/td}}
			{{<kit/td LABEL="Par mois" NUM="oui"}}<span class="g-num">{{#HAS_AMOUNT}}{{PENSION_FCFA}}{{/HAS_AMOUNT}}{{#NO_HAS_AMOUNT}}–{{/NO_HAS_AMOUNT}}</span>{{</kit/td}}
		{{</kit/row}}{{/FILES_SHOWN}}{{</kit/rows}}{{</kit/table}}
		{{#HAS_PAGES}}{{<kit/pagination WHERE="{{FIRST}} à {{LAST}} sur {{TOTAL}}" PREVIOUS="/pensions/lots?trimestre={{TRIMESTRE:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/pensions/lots?trimestre={{TRIMESTRE:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	</section>
	{{/SOME_FILES}}
</div>
{{</layout}}
