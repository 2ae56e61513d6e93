{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Départs à la retraite" NAV="pensions" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	<div class="g-title-row">
		{{<kit/title CAPTION="{{#OF_STRUCTURE}}{{STRUCTURE_CHOSEN}}{{/OF_STRUCTURE}}" TEXT="Départs à la retraite, {{PERIOD}}" LEAD="Qui atteint la limite d’âge dans les structures que vous servez, et ce que ces pensions coûteront. État au {{TODAY}}."/}}
		<div class="g-row g-no-print"><a class="govuk-link g-small" href="/pensions/indicateurs">Indicateurs des pensions</a>{{<kit/print/}}</div>
	</div>
	<ul class="g-chips" aria-label="Filtres en vigueur">{{#FILTER}}<li>{{FILTER_LABEL}} <a class="govuk-link g-no-print" href="{{FILTER_HREF}}">retirer<span class="govuk-visually-hidden"> le filtre {{FILTER_LABEL}}</span></a></li>{{/FILTER}}</ul>

	{{<kit/numbers}}
		{{<kit/number VALUE="{{TOTAL}}" LABEL="départs attendus" NOTE="{{PERIOD}}"/}}
		{{<kit/number VALUE="{{SOON}}" LABEL="dans les douze mois" NOTE="leur dossier de pension devrait être ouvert"/}}
		{{<kit/number VALUE="{{OVERDUE}}" LABEL="date passée, aucun acte de départ" HREF="{{OVERDUE_HREF}}" NOTE="encore en poste, ou acte manquant"/}}
		{{<kit/number VALUE="{{UNKNOWN}}" LABEL="date non connue" HREF="{{UNKNOWN_HREF}}" NOTE="comptés à part, jamais devinés"/}}
	{{</kit/numbers}}

	<details class="govuk-details g-no-print"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Choisir une période, un corps, une structure</span></summary>
		<form class="g-filters g-mt" method="get" action="/pensions/departs" aria-label="Filtrer les départs">
			{{<kit/select NAME="annee" LABEL="Année" EMPTY="Les dix années"}}{{#YEAR_CHOICE}}<option value="{{YEAR}}"{{#IS_ON}} selected{{/IS_ON}}>{{YEAR}}</option>{{/YEAR_CHOICE}}{{</kit/select}}
			{{<kit/select NAME="trimestre" LABEL="Trimestre" EMPTY="Tous"}}{{#QUARTER_CHOICE}}<option value="{{QUARTER}}"{{#IS_ON}} selected{{/IS_ON}}>{{QUARTER}}{{NTH}} trimestre</option>{{/QUARTER_CHOICE}}{{</kit/select}}
			{{<kit/select NAME="categorie" LABEL="Catégorie" EMPTY="Toutes"}}<option value="A"{{#CATEGORIE_A_ON}} selected{{/CATEGORIE_A_ON}}>A</option><option value="B"{{#CATEGORIE_B_ON}} selected{{/CATEGORIE_B_ON}}>B</option><option value="C"{{#CATEGORIE_C_ON}} selected{{/CATEGORIE_C_ON}}>C</option><option value="D"{{#CATEGORIE_D_ON}} selected{{/CATEGORIE_D_ON}}>D</option><option value="E"{{#CATEGORIE_E_ON}} selected{{/CATEGORIE_E_ON}}>E</option>{{</kit/select}}
			{{<kit/select NAME="sexe" LABEL="Sexe" EMPTY="Femmes et hommes"}}<option value="F"{{#SEXE_F_ON}} selected{{/SEXE_F_ON}}>Femmes</option><option value="M"{{#SEXE_M_ON}} selected{{/SEXE_M_ON}}>Hommes</option>{{</kit/select}}
			{{<kit/select NAME="corps" LABEL="Corps" EMPTY="Tous"}}{{#CORPS_CHOICE}}<option value="{{ID}}"{{#IS_ON}} selected{{/IS_ON}}>{{LABEL}}</option>{{/CORPS_CHOICE}}{{</kit/select}}
			{{<kit/select NAME="structure" LABEL="Structure et rattachées" EMPTY="Toutes les miennes"}}{{#STRUCTURE_CHOICE}}<option value="{{ID}}"{{#IS_ON}} selected{{/IS_ON}}>{{LABEL}}</option>{{/STRUCTURE_CHOICE}}{{</kit/select}}
			<div class="govuk-button-group"><button class="govuk-button govuk-button--secondary" type="submit">Filtrer</button> <a class="govuk-link" href="/pensions/departs">Tout effacer</a></div>
		</form>
	</details>

	{{#NOBODY}}{{<kit/empty TITLE="Personne n’atteint la limite d’âge dans cette sélection" ICON="retirement"}}<p>Retirez un filtre, ou regardez les agents dont la date n’est pas connue.</p>{{</kit/empty}}{{/NOBODY}}

	{{#SOMEBODY}}{{#PERIODS}}<section class="g-stack" aria-labelledby="par-periode">
		<h2 class="govuk-heading-l" id="par-periode">{{#BY_YEAR}}Année par année{{/BY_YEAR}}{{#BY_QUARTER}}Trimestre par trimestre{{/BY_QUARTER}}</h2>
		<div class="g-split--even g-cohorts-pair">
			<figure class="g-chart"><figcaption>Départs attendus <small>par catégorie ; le tableau donne chaque nombre</small></figcaption>
				{{<cohorts/layout-bars/}}
				<ul class="g-legend">{{<kit/legend KIND="c-a" LABEL="catégorie A"/}}{{<kit/legend KIND="c-soft" LABEL="B"/}}{{<kit/legend KIND="c-c" LABEL="C"/}}{{<kit/legend KIND="c-b" LABEL="D, E ou non connue"/}}</ul></figure>
			<table class="govuk-table g-figures"><caption class="govuk-visually-hidden">Départs attendus par période et par catégorie</caption>
				<thead><tr><th scope="col">{{#BY_YEAR}}Année{{/BY_YEAR}}{{#BY_QUARTER}}Trimestre{{/BY_QUARTER}}</th><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th><th scope="col"><abbr title="D, E ou catégorie non connue">D, E</abbr></th><th scope="col">Total</th></tr></thead>
				<tbody>{{#PERIOD_ROW}}<tr><th scope="row"><a class="govuk-link" href="{{ROW_HREF}}">{{ROW_LABEL}}</a></th><td>{{N_A}}</td><td>{{N_B}}</td><td>{{N_C}}</td><td>{{N_D}}</td><td><strong>{{ROW_N}}</strong></td></tr>{{/PERIOD_ROW}}</tbody>
				<tfoot><tr><th scope="row">Total</th><td>{{SUM_A}}</td><td>{{SUM_B}}</td><td>{{SUM_C}}</td><td>{{SUM_D}}</td><td>{{TOTAL}}</td></tr></tfoot></table>
		</div>
	</section>{{/PERIODS}}

	<section class="g-stack" aria-labelledby="qui"><h2 class="govuk-heading-l" id="qui">Qui part</h2>
		<div class="g-cohorts-grid">
			{{<cohorts/layout-shares OF="BY_STRUCTURE" ID="par-structure" TITLE="Par structure" WHAT="Structure"/}}
			{{<cohorts/layout-shares OF="BY_CORPS" ID="par-corps" TITLE="Par corps" WHAT="Corps"/}}
			<div class="g-stack">{{<cohorts/layout-shares OF="BY_CATEGORY" ID="par-categorie" TITLE="Par catégorie" WHAT="Catégorie"/}}{{<cohorts/layout-shares OF="BY_SEX" ID="par-sexe" TITLE="Par sexe" WHAT="Sexe"/}}</div>
		</div>
	</section>

	{{#CHARGE}}<section class="g-stack" aria-labelledby="charge"><h2 class="govuk-heading-l" id="charge">Charge prévisionnelle</h2>
		<p class="govuk-body">Chaque carrière est liquidée à sa limite d’âge, avec l’indice d’aujourd’hui. Somme des pensions mensuelles nouvelles : <strong class="g-num">{{ALL_COST}} FCFA par mois</strong> pour {{ALL_COMPLETE}} départs sur {{ALL_N}}. Estimations incomplètes, comptées à part : {{ALL_INCOMPLETE}}.</p>
		{{#COST_DEMO}}{{<kit/banner KIND="you" ICON="info" TITLE="Estimation, valeurs de démonstration"}}<p>La valeur du point d’indice n’est pas encore celle du ministère : les montants en dépendent entièrement. Ils servent à comparer les années, pas à budgéter.</p>{{</kit/banner}}{{/COST_DEMO}}
		<div class="g-split--even g-cohorts-pair">
			{{#COST_CHART}}<figure class="g-chart"><figcaption>Pensions nouvelles de chaque année <small>millions de FCFA par mois, estimation</small></figcaption>{{<cohorts/layout-bars/}}</figure>{{/COST_CHART}}
			<table class="govuk-table g-figures"><caption class="govuk-visually-hidden">Charge prévisionnelle par année de départ</caption>
				<thead><tr><th scope="col">Année</th><th scope="col">Départs</th><th scope="col">Estimés</th><th scope="col">Incom­plets</th><th scope="col">Sans droit</th><th scope="col">FCFA par mois</th></tr></thead>
				<tbody>{{#CHARGE_ROW}}<tr><th scope="row">{{ROW_LABEL}}</th><td>{{ROW_N}}</td><td>{{ROW_COMPLETE}}</td><td>{{ROW_INCOMPLETE}}</td><td>{{ROW_NONE}}</td><td>{{ROW_COST}}</td></tr>{{/CHARGE_ROW}}</tbody>
				<tfoot><tr><th scope="row">Total</th><td>{{ALL_N}}</td><td>{{ALL_COMPLETE}}</td><td>{{ALL_INCOMPLETE}}</td><td>{{ALL_NONE}}</td><td>{{ALL_COST}}</td></tr></tfoot></table>
		</div>
		<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Pourquoi certaines estimations sont incomplètes</span></summary><div class="govuk-details__text">
			<ul class="govuk-list govuk-list--bullet">{{#WAIT}}<li><strong class="g-num">{{WAIT_N}}</strong> : {{WAIT_LABEL}}.</li>{{/WAIT}}</ul>
			<p>Une pension qui attend une règle ou un acte n’a pas de montant, même approché. Quand deux régimes paient, seule la part calculable entre dans la somme. « Sans droit » : moins de quinze ans de services, les cotisations sont remboursées.</p></div></details>
		<p class="g-note">{{#ESTIMATED}}Calculé à partir de tous les actes en vigueur, le {{ESTIMATED_AT}} ; refait chaque nuit.{{/ESTIMATED}}{{#NO_ESTIMATE}}Le premier calcul se fera cette nuit : tous les départs sont encore comptés incomplets.{{/NO_ESTIMATE}}</p>
	</section>{{/CHARGE}}{{/SOMEBODY}}

	{{#LIST}}<section class="g-stack" aria-labelledby="liste">
		<div class="g-title-row"><h2 class="govuk-heading-l g-anchor" id="liste">{{#VIEW_DATES}}Les agents, par date de départ{{/VIEW_DATES}}{{#VIEW_PAST}}Date passée, aucun acte de départ{{/VIEW_PAST}}{{#VIEW_UNKNOWN}}Date non connue{{/VIEW_UNKNOWN}}</h2>
			<div class="g-row g-no-print">{{#EXPORT}}<a class="govuk-link g-small" href="{{EXPORT_HREF}}">Exporter cette liste (XLSX, CSV)</a>{{/EXPORT}}</div></div>
		<nav class="g-tabs" aria-label="Listes"><a href="{{DATES_HREF}}"{{#VIEW_DATES}} aria-current="page"{{/VIEW_DATES}}>Par date</a><a href="{{OVERDUE_HREF}}"{{#VIEW_PAST}} aria-current="page"{{/VIEW_PAST}}>Date passée ({{OVERDUE}})</a><a href="{{UNKNOWN_HREF}}"{{#VIEW_UNKNOWN}} aria-current="page"{{/VIEW_UNKNOWN}}>Date non connue ({{UNKNOWN}})</a></nav>
		{{#VIEW_PAST}}<p class="govuk-body">La limite d’âge est atteinte et aucun acte ne dit le départ : l’acte manque au dossier, ou l’agent est resté en poste. Toutes les années, mêmes autres filtres.</p>{{/VIEW_PAST}}
		{{#VIEW_UNKNOWN}}<p class="govuk-body">Rien n’est deviné : la date viendra avec la pièce ou la règle nommée. Toutes les années, mêmes autres filtres.</p>{{/VIEW_UNKNOWN}}
		{{#HAS_AGENTS}}{{<kit/table CAPTION="Agents de la liste" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Agent"/}}{{<kit/th LABEL="Départ"/}}{{<kit/th LABEL="Règle et certitude"/}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Dossier de pension"/}}{{</kit/head}}
			{{<kit/rows}}{{#AGENTS}}{{<kit/row}}
				{{<kit/row-title}}<span>{{#CAN_CAREER_CONSULT}}<a class="govuk-link" href="/agents/{{AGENT_ID}}">{{FAMILY_NAME}} {{GIVEN_NAMES}}</a>{{/CAN_CAREER_CONSULT}}{{#NO_CAN_CAREER_CONSULT}}{{FAMILY_NAME}} {{GIVEN_NAMES}}{{/NO_CAN_CAREER_CONSULT}} <small><span class="g-num">{{MATRICULE}}</span>{{#HAS_CORPS_NAME}}, {{CORPS_NAME}}{{/HAS_CORPS_NAME}}{{#HAS_GRADE}}, <span class="g-num">{{GRADE}}</span>{{/HAS_GRADE}}</small></span>{{</kit/row-title}}
				{{<kit/td LABEL="Départ"}}<span>{{#HAS_RETIREMENT_DATE}}<strong class="g-num">{{RETIREMENT_DATE}}</strong>{{/HAS_RETIREMENT_DATE}}{{#NO_RETIREMENT_DATE}}{{<kit/state KIND="missing" LABEL="Non connu"/}}{{/NO_RETIREMENT_DATE}}{{#HAS_THIRTY_YEARS_DATE}}<span class="g-warns">{{#THIRTY_YEARS_PAST}}Aurait pu partir{{/THIRTY_YEARS_PAST}}{{#NO_THIRTY_YEARS_PAST}}Pourrait partir{{/NO_THIRTY_YEARS_PAST}} dès le {{THIRTY_YEARS_DATE}} si la limite de 30 ans valait encore.</span>{{/HAS_THIRTY_YEARS_DATE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Règle"}}<span>{{#HAS_AGE}}{{AGE}} ans : {{TARGET}} <small>{{SOURCE}} – {{<pensions/layout-certainty OF="CERTAINTY_CODE"/}}</small>{{#EFFECT_VARIES}}<small>{{EFFECT_LABEL}} – {{<pensions/layout-certainty OF="EFFECT_CODE"/}}</small>{{/EFFECT_VARIES}}{{/HAS_AGE}}{{#NO_AGE}}{{#UNKNOWN_CODE_NAISSANCE}}La date de naissance n’est pas au dossier.{{/UNKNOWN_CODE_NAISSANCE}}{{#UNKNOWN_CODE_CATEGORIE}}Aucun acte ne dit sa catégorie.{{/UNKNOWN_CODE_CATEGORIE}}{{#UNKNOWN_CODE_REGLE}}Aucune règle d’âge n’est chargée pour cette situation.{{/UNKNOWN_CODE_REGLE}}{{/NO_AGE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Structure"}}{{#HAS_STRUCTURE_NAME}}<abbr title="{{STRUCTURE_NAME}}">{{STRUCTURE_CODE}}</abbr>{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}sans affectation{{/NO_STRUCTURE_NAME}}{{</kit/td}}
				{{<kit/td LABEL="Dossier"}}<span>{{#HAS_FILE_NUMBER}}{{#FILE_LATE}}{{<kit/state KIND="late" LABEL="{{FILE_LABEL}}, en retard"/}}{{/FILE_LATE}}{{#NO_FILE_LATE}}{{<kit/state KIND="progress" LABEL="{{FILE_LABEL}}"/}}{{/NO_FILE_LATE}}<small><a class="govuk-link g-num" href="/pensions/dossiers/{{FILE_ID}}">{{FILE_NUMBER}}</a></small>{{/HAS_FILE_NUMBER}}{{#NO_FILE_NUMBER}}<span class="g-note">pas encore ouvert</span>{{/NO_FILE_NUMBER}}</span>{{</kit/td}}
			{{</kit/row}}{{/AGENTS}}{{</kit/rows}}
		{{</kit/table}}
		{{#EFFECT_SAME}}<p class="g-note">Date d’effet, la même règle pour tous : {{LIST_EFFECT}} – {{LIST_EFFECT_SOURCE}}{{#LIST_EFFECT_DEMO}} (valeur de démonstration){{/LIST_EFFECT_DEMO}}.</p>{{/EFFECT_SAME}}
		{{<kit/pagination LABEL="Pages de la liste" WHERE="{{LIST_FIRST}} à {{LIST_LAST}} sur {{LIST_TOTAL}}" PREVIOUS="{{PREVIOUS}}" NEXT="{{NEXT}}"/}}{{/HAS_AGENTS}}
		{{#NO_AGENTS}}{{<kit/empty TITLE="Personne dans cette liste" ICON="done"/}}{{/NO_AGENTS}}
	</section>{{/LIST}}

	{{<kit/card ID="certitudes" TITLE="Ce qui n’est pas certain" KIND="quiet"}}<ul class="govuk-list govuk-list--bullet">
		<li>La règle des <strong>trente ans de service</strong> est contestée : l’article 263 de la loi 2015-18 l’écrit, la décision DCC 15-209 renvoie les limites au code des pensions, et rien n’établit qu’elle vaut encore depuis 2017. Elle est signalée devant chaque agent ; elle ne décide d’aucune date.</li>
		<li>Le jour d’effet (premier jour du trimestre qui suit l’anniversaire) est un usage constaté, sans texte vu.</li>
		<li>Les agents à statut propre (magistrats, police, douane…) n’ont pas de date tant que leur règle n’est pas chargée.</li>
	</ul>{{</kit/card}}
</div>
{{</layout}}
