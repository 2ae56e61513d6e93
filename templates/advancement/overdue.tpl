{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Avancements en retard" NAV="actes" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/avancements" LABEL="Avancements"/}}{{<kit/crumb LABEL="En retard"/}}{{</kit/crumbs}}
	{{<kit/title TEXT="Avancements en retard" LEAD="Les agents dont l’échelon suivant est échu sans qu’aucun acte en vigueur ne le constate."/}}
	{{#NO_PICTURE}}{{<kit/empty TITLE="Aucun relevé pour l’instant" NOTE="Le relevé se fait tout seul au début de chaque mois ; le premier vient quelques minutes après la mise en service." ICON="clock"/}}{{/NO_PICTURE}}
	{{#HAS_PICTURE}}
	<p class="govuk-body">{{#IS_REBUILT}}Mois de {{MONTH_WORDS}}, reconstitué d’après les dates de signature des actes.{{/IS_REBUILT}}{{#NO_IS_REBUILT}}Relevé de {{MONTH_WORDS}}, fait le {{TAKEN_AT}}.{{/NO_IS_REBUILT}}{{#HAS_STRUCTURE_NAME}} <strong>{{STRUCTURE_NAME}}.</strong>{{/HAS_STRUCTURE_NAME}}{{#IS_FILTERED}} <a class="govuk-link" href="/avancements/retards?mois={{MOIS:url_query_escape}}">Tout voir</a>{{/IS_FILTERED}}</p>
	{{#NOBODY_OVERDUE}}{{<kit/empty TITLE="Aucun retard" NOTE="Tous les échelons échus sont constatés par un acte." ICON="done"/}}{{/NOBODY_OVERDUE}}
	{{#SOME_OVERDUE}}
	{{<kit/numbers}}
		<li class="g-number g-number--late"><strong>{{ALL}}</strong> <a class="govuk-link" href="/avancements/retards?mois={{MOIS:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}#liste">en retard</a> <small>le plus ancien : {{WORST}} mois</small></li>
		<li class="g-number"><strong>{{SHORT}}</strong> <a class="govuk-link" href="/avancements/retards?mois={{MOIS:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;duree=court#liste">moins de 3 mois</a></li>
		<li class="g-number"><strong>{{MIDDLE}}</strong> <a class="govuk-link" href="/avancements/retards?mois={{MOIS:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;duree=moyen#liste">de 3 à 11 mois</a></li>
		<li class="g-number"><strong>{{LONG}}</strong> <a class="govuk-link" href="/avancements/retards?mois={{MOIS:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;duree=long#liste">un an et plus</a></li>
		<li class="g-number"><strong>{{CIRCUIT}}</strong> <a class="govuk-link" href="/avancements/retards?mois={{MOIS:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;duree=circuit#liste">acte en circuit</a></li>
		<li class="g-number"><strong>{{DOUBTFUL}}</strong> <a class="govuk-link" href="/avancements/retards?mois={{MOIS:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;duree=verifier#liste">à vérifier d’abord</a></li>
	{{</kit/numbers}}
	{{/SOME_OVERDUE}}
	{{#HAS_TREND}}<figure class="g-chart">
		<figcaption>Mois après mois <small>agents en retard au début de chaque mois{{#HAS_STRUCTURE_NAME}}, {{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}} ; en clair, les mois reconstitués d’après les dates de signature</small></figcaption>
		<div class="g-stairs"><svg width="100%" height="206" aria-hidden="true" focusable="false">
			<line class="c-axis" x1="0" x2="100%" y1="176" y2="176"/>
			{{#TREND}}<rect class="{{#IS_REBUILT}}c-soft{{/IS_REBUILT}}{{#NO_IS_REBUILT}}c-d{{/NO_IS_REBUILT}}" x="{{X}}%" y="{{Y}}" width="{{WIDTH}}%" height="{{HEIGHT}}"/><text class="c-text c-text--strong c-text--mid{{#MINOR}} c-minor{{/MINOR}}" x="{{MIDDLE}}%" y="{{TEXT_Y}}">{{AGENTS}}</text><text class="c-text c-text--mid{{#MINOR_NAME}} c-minor{{/MINOR_NAME}}" x="{{MIDDLE}}%" y="196">{{MONTH_NAME}}</text>{{/TREND}}
		</svg></div>
		<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Les mêmes chiffres en tableau</span></summary>
			{{<kit/table CAPTION="Agents en retard par mois" HIDE="oui"}}
				{{<kit/head}}{{<kit/th LABEL="Mois"/}}{{<kit/th LABEL="Relevé"/}}{{<kit/th LABEL="Agents" NUM="oui"/}}{{</kit/head}}
				{{<kit/rows}}{{#TREND}}{{<kit/row}}{{<kit/row-title HREF="/avancements/retards?mois={{MONTH_DATE_ISO:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}" LABEL="{{MONTH_NAME}}"/}}{{<kit/td LABEL="Relevé"}}{{#IS_REBUILT}}reconstitué{{/IS_REBUILT}}{{#NO_IS_REBUILT}}fait le mois même{{/NO_IS_REBUILT}}{{</kit/td}}{{<kit/td LABEL="Agents" NUM="oui"}}{{AGENTS}}{{</kit/td}}{{</kit/row}}{{/TREND}}{{</kit/rows}}
			{{</kit/table}}
		</details>
	</figure>{{/HAS_TREND}}
	{{#SOME_OVERDUE}}
	<div class="g-split g-split--even">
		{{<kit/section ID="structures" TITLE="Par structure"}}{{<kit/table CAPTION="Retards par structure" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Agents" NUM="oui"/}}{{<kit/th LABEL="Le plus ancien" NUM="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#PLACES}}{{<kit/row}}{{<kit/row-title HREF="/avancements/retards?mois={{MOIS:url_query_escape}}&amp;structure={{PLACE_ID:url_query_escape}}" LABEL="{{PLACE_NAME}}"/}}{{<kit/td LABEL="Agents" NUM="oui"}}{{PLACE_AGENTS}}{{</kit/td}}{{<kit/td LABEL="Le plus ancien" NUM="oui"}}<span class="g-num">{{PLACE_WORST}} mois</span>{{</kit/td}}{{</kit/row}}{{/PLACES}}{{</kit/rows}}
		{{</kit/table}}{{</kit/section}}
		{{<kit/section ID="categories" TITLE="Par catégorie"}}{{<kit/table CAPTION="Retards par catégorie" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Catégorie"/}}{{<kit/th LABEL="Agents" NUM="oui"/}}{{<kit/th LABEL="Le plus ancien" NUM="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#GROUPS}}{{<kit/row}}{{<kit/row-title HREF="/avancements/retards?mois={{MOIS:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{GROUP_CATEGORY:url_query_escape}}" LABEL="{{GROUP_LABEL}}"/}}{{<kit/td LABEL="Agents" NUM="oui"}}{{GROUP_AGENTS}}{{</kit/td}}{{<kit/td LABEL="Le plus ancien" NUM="oui"}}<span class="g-num">{{GROUP_WORST}} mois</span>{{</kit/td}}{{</kit/row}}{{/GROUPS}}{{</kit/rows}}
		{{</kit/table}}{{</kit/section}}
	</div>
	<section class="g-stack" aria-labelledby="liste">
		<div class="g-title-row">
			<h2 class="govuk-heading-l g-anchor" id="liste">{{#HAS_AGENTS}}{{TOTAL}} {{#IS_ONE}}agent{{/IS_ONE}}{{#NO_IS_ONE}}agents{{/NO_IS_ONE}}{{/HAS_AGENTS}}{{#NO_AGENTS}}Aucun agent{{/NO_AGENTS}}{{#DUREE_COURT_ON}}, moins de 3 mois{{/DUREE_COURT_ON}}{{#DUREE_MOYEN_ON}}, de 3 à 11 mois{{/DUREE_MOYEN_ON}}{{#DUREE_LONG_ON}}, un an et plus{{/DUREE_LONG_ON}}{{#DUREE_CIRCUIT_ON}}, acte en circuit{{/DUREE_CIRCUIT_ON}}{{#DUREE_VERIFIER_ON}}, à vérifier d’abord{{/DUREE_VERIFIER_ON}}</h2>
			{{#HAS_AGENTS}}<p class="g-small g-no-print">Exporter :
				<a class="govuk-link" href="/avancements/retards/export?format=xlsx&amp;mois={{MOIS:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;duree={{DUREE:url_query_escape}}" download>XLSX</a>
				<a class="govuk-link" href="/avancements/retards/export?format=csv&amp;mois={{MOIS:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;duree={{DUREE:url_query_escape}}" download>CSV</a></p>{{/HAS_AGENTS}}
		</div>
		{{#HAS_AGENTS}}{{<kit/table CAPTION="Agents en retard, du plus ancien au plus récent" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Nom et prénoms"/}}{{<kit/th LABEL="Matricule"/}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Échelon dû"/}}{{<kit/th LABEL="Depuis"/}}{{<kit/th LABEL="Retard" NUM="oui"/}}{{<kit/th LABEL="Suite"/}}{{</kit/head}}
			{{<kit/rows}}{{#AGENTS}}{{<kit/row}}
				{{<kit/row-title HREF="/agents/{{AGENT_ID}}/motif" LABEL="{{FAMILY_NAME}} {{GIVEN_NAMES}}"/}}
				{{<kit/td LABEL="Matricule"}}<span class="g-num">{{MATRICULE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Structure"}}{{#HAS_STRUCTURE_NAME}}<abbr title="{{STRUCTURE_NAME}}">{{STRUCTURE_CODE}}</abbr>{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}sans affectation{{/NO_STRUCTURE_NAME}}{{</kit/td}}
				{{<kit/td LABEL="Échelon dû"}}<span class="g-num">{{AFTER_GRADE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Depuis"}}<span class="g-num">{{EFFECT_DATE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Retard" NUM="oui"}}<span class="g-num">{{MONTHS_LATE}} mois</span>{{</kit/td}}
				{{<kit/td LABEL="Suite"}}<span>{{#HAS_QUARTER}}<a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}">{{QUARTER}}</a>{{/HAS_QUARTER}}{{#NO_QUARTER}}{{#HAS_REASON_LABEL}}{{REASON_LABEL}}{{/HAS_REASON_LABEL}}{{#NO_REASON_LABEL}}à mettre en campagne{{/NO_REASON_LABEL}}{{/NO_QUARTER}}</span>{{</kit/td}}
			{{</kit/row}}{{/AGENTS}}{{</kit/rows}}
		{{</kit/table}}
		{{<kit/pagination LABEL="Pages de la liste" WHERE="{{FIRST}} à {{LAST}} sur {{TOTAL}}" PREVIOUS="/avancements/retards?mois={{MOIS:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;duree={{DUREE:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/avancements/retards?mois={{MOIS:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;duree={{DUREE:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}{{/HAS_AGENTS}}
		{{#NO_AGENTS}}<p class="govuk-body">Personne ici.</p>{{/NO_AGENTS}}
	</section>
	{{/SOME_OVERDUE}}
	{{/HAS_PICTURE}}
</div>
{{</layout}}
