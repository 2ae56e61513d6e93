{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Indicateurs des pensions" NAV="pensions" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	<div class="g-title-row">
		{{<kit/title TEXT="Ce que devient une pension" LEAD="Du {{FROM}} au {{TO}}, dans les structures que vous servez. Chaque chiffre dit combien de dossiers le font, et s’ouvre sur eux."/}}
		<div class="g-row g-no-print"><a class="govuk-link g-small" href="/pensions/departs">Départs à venir</a><a class="govuk-link g-small" href="/pensions/indicateurs/export?format=xlsx&amp;du={{FROM_ISO:url_query_escape}}&amp;au={{TO_ISO:url_query_escape}}">Exporter (XLSX)</a><a class="govuk-link g-small" href="/pensions/indicateurs/export?format=csv&amp;du={{FROM_ISO:url_query_escape}}&amp;au={{TO_ISO:url_query_escape}}">CSV</a>{{<kit/print/}}</div>
	</div>
	<nav class="g-tabs" aria-label="Période">{{#SPAN}}<a href="{{SPAN_HREF}}"{{#IS_ON}} aria-current="page"{{/IS_ON}}>{{SPAN_LABEL}}</a>{{/SPAN}}</nav>
	<details class="govuk-details g-no-print"{{#PROBLEMS}} open{{/PROBLEMS}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Une autre période</span></summary>
		<form class="g-filters g-mt" method="get" action="/pensions/indicateurs" aria-label="Période">{{<kit/date NAME="du" LABEL="Du" HINT="Par exemple 1er janvier 2025"/}}{{<kit/date NAME="au" LABEL="Au" HINT="Aujourd’hui au plus tard"/}}<div class="govuk-button-group"><button class="govuk-button govuk-button--secondary" type="submit">Montrer</button></div></form></details>

	<ul class="g-cohorts-figures">{{#FIGURE}}<li class="g-card g-measure"><h2 class="govuk-heading-s">{{FIGURE_TITLE}}</h2>
		{{#BIG}}<p class="g-measure__big">{{VALUE}} <small>{{UNIT}} {{WORDS}}</small></p>{{/BIG}}
		{{#BAR}}<svg class="g-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="c-track" width="100" height="12"/><rect class="c-a" width="{{BAR_WIDTH}}" height="12"/></svg>{{/BAR}}
		{{#FEW}}<p class="g-measure__big g-measure__big--few">{{N}} <small>{{#N_ONE}}dossier{{/N_ONE}}{{#N_MANY}}dossiers{{/N_MANY}} : trop peu pour conclure</small></p>{{/FEW}}
		<p class="g-small">{{ALSO}}</p>
		<p class="g-note">{{N}} {{#N_ONE}}dossier compté{{/N_ONE}}{{#N_MANY}}dossiers comptés{{/N_MANY}}{{#OPEN}}, dont {{N_OPEN}} qui attendent encore{{/OPEN}}.{{#BEHIND}} <a class="govuk-link g-no-print" href="{{BEHIND_HREF}}">Les voir<span class="govuk-visually-hidden"> : {{FIGURE_TITLE}}</span></a>{{/BEHIND}}</p>
		<p class="g-note g-defines">{{DEFINITION}}</p></li>{{/FIGURE}}</ul>

	<section aria-labelledby="bureaux" class="g-stack"><h2 class="govuk-heading-l" id="bureaux">En retard aujourd’hui, par bureau</h2>
		{{#HAS_DESKS}}<table class="govuk-table g-figures g-figures--words"><caption class="govuk-visually-hidden">Dossiers ouverts et dossiers en retard par bureau</caption>
			<thead><tr><th scope="col">Étape et bureau</th><th scope="col">Ouverts</th><th scope="col">En retard</th><th scope="col">Le plus ancien</th></tr></thead>
			<tbody>{{#DESKS}}<tr><th scope="row">{{LABEL}} <small>{{DESK}}</small></th><td>{{HELD}}</td><td>{{LATE}}</td><td>{{WORST}} j</td></tr>{{/DESKS}}</tbody></table>{{/HAS_DESKS}}
		{{#NO_DESKS}}{{<kit/empty TITLE="Aucun dossier ouvert" ICON="done"/}}{{/NO_DESKS}}
		<p class="g-note">Un dossier est en retard quand le bureau qui le tient a passé les jours ouvrables prévus pour cette étape ; l’horloge s’arrête quand c’est à l’agent d’agir. Les délais par étape sont des valeurs de démonstration.</p>
	</section>

	{{#LINES}}<section aria-labelledby="lignes" class="g-stack"><h2 class="govuk-heading-l g-anchor" id="lignes">Les dossiers derrière « {{LINES_TITLE}} »</h2>
		{{#HAS_FILES}}{{<kit/table CAPTION="Dossiers comptés" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Dossier"/}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Ouvert le"/}}{{<kit/th LABEL="Départ"/}}{{<kit/th LABEL="Compté"/}}{{<kit/th LABEL="État"/}}{{</kit/head}}
			{{<kit/rows}}{{#FILES}}{{<kit/row}}
				{{<kit/row-title}}<span><span class="g-num">{{NUMBER}}</span> <small>{{KIND_LABEL}}</small></span>{{</kit/row-title}}
				{{<kit/td LABEL="Structure"}}{{STRUCTURE_NAME}}{{</kit/td}}
				{{<kit/td LABEL="Ouvert le"}}{{OPENED_ON}}{{</kit/td}}
				{{<kit/td LABEL="Départ"}}{{LEAVE_ON}}{{</kit/td}}
				{{<kit/td LABEL="Compté"}}<span>{{#OF_DAYS}}<span class="g-num">{{VALUE}} j</span>{{#NO_IS_OVER}} <small>attend encore</small>{{/NO_IS_OVER}}{{/OF_DAYS}}{{#OF_PIECES}}<span class="g-num">{{VALUE}}</span>{{/OF_PIECES}}{{#OF_SHARE}}{{#IS_HIT}}oui{{/IS_HIT}}{{#NO_IS_HIT}}non{{/NO_IS_HIT}}{{/OF_SHARE}}</span>{{</kit/td}}
				{{<kit/td LABEL="État"}}{{STATE_LABEL}}{{</kit/td}}
			{{</kit/row}}{{/FILES}}{{</kit/rows}}
		{{</kit/table}}<p class="g-note">200 lignes au plus, les plus longues d’abord. Aucun nom ici : un dossier s’ouvre par son numéro, avec un motif que la personne pourra lire.</p>{{/HAS_FILES}}
		{{#NO_FILES}}{{<kit/empty TITLE="Aucun dossier" ICON="done"/}}{{/NO_FILES}}
	</section>{{/LINES}}

	{{<kit/details TITLE="Comment lire ces chiffres"}}<p>La moitié (médiane) et neuf sur dix (90<sup>e</sup> centile) disent ce qui arrive vraiment, mieux qu’une moyenne que deux dossiers suffisent à tordre. Les dossiers encore ouverts sont comptés : les laisser de côté flatterait le chiffre. En dessous de cinq dossiers, rien n’est conclu. La période par défaut est de cinq ans, parce qu’un livret a pu attendre trois ans : une période plus courte ne verrait pas ceux qui attendent encore.</p>{{</kit/details}}
</div>
{{</layout}}
