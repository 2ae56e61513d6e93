{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Mon parcours" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Mon parcours" LEAD="Ce que disent vos actes en vigueur, période par période. Rien n’y est saisi : un acte versé ou corrigé change cette page."/}}
	{{<career/layout-no-agent/}}
	{{#AGENT}}
	{{<career/layout-tabs PATH="oui"/}}
	{{<career/layout-stairs/}}
	{{#HAS_GAPS}}<section aria-labelledby="points"><h2 class="govuk-heading-l g-anchor" id="points">Ce qui manque ou se contredit</h2>
		<ul class="g-rows">{{#GAPS}}<li><div><p><strong>{{<career/layout-gap/}}</strong></p>
			<p class="g-note">{{#IS_CONTRADICTION}}Deux actes se contredisent : l’un des deux est à corriger.{{/IS_CONTRADICTION}}{{#HAS_PREVIOUS_ACT_ID}} Avant : <a class="govuk-link g-break" href="/carriere/actes/{{PREVIOUS_ACT_ID}}">{{#HAS_PREVIOUS_REFERENCE}}{{PREVIOUS_REFERENCE}}{{/HAS_PREVIOUS_REFERENCE}}{{#NO_PREVIOUS_REFERENCE}}acte du {{PREVIOUS_DATE}}{{/NO_PREVIOUS_REFERENCE}}</a>.{{/HAS_PREVIOUS_ACT_ID}}{{#HAS_ACT_ID}} {{#HAS_PREVIOUS_ACT_ID}}Après{{/HAS_PREVIOUS_ACT_ID}}{{#NO_PREVIOUS_ACT_ID}}Acte{{/NO_PREVIOUS_ACT_ID}} : <a class="govuk-link g-break" href="/carriere/actes/{{ACT_ID}}">{{#HAS_REFERENCE}}{{REFERENCE}}{{/HAS_REFERENCE}}{{#NO_REFERENCE}}acte du {{EFFECT_DATE}}{{/NO_REFERENCE}}</a>.{{/HAS_ACT_ID}} <a class="govuk-link" href="/carriere/signalements/nouveau{{#IS_CONTRADICTION}}{{#HAS_ACT_ID}}?acte={{ACT_ID:url_query_escape}}{{/HAS_ACT_ID}}{{/IS_CONTRADICTION}}{{#NO_IS_CONTRADICTION}}?quoi=manquant&amp;nature={{EXPECTED_KIND_LABEL:url_query_escape}}&amp;date={{EXPECTED_DATE:url_query_escape}}{{/NO_IS_CONTRADICTION}}">Signaler aux archives</a></p></div></li>{{/GAPS}}</ul>
		<p class="g-note g-mt">Si vous avez une copie d’un acte qui manque, gardez-la : c’est la preuve qui comblera le dossier. Les dates attendues sont calculées avec l’intervalle d’usage de deux ans, une valeur de démonstration.</p>
	</section>{{/HAS_GAPS}}
	{{#NO_GAPS}}{{#HAS_STEPS}}{{<kit/banner KIND="ok" ICON="done" TITLE="Aucun acte ne manque et aucun ne se contredit"/}}{{/HAS_STEPS}}{{/NO_GAPS}}
	{{#HAS_STEPS}}{{<kit/table CAPTION="Périodes, de la plus ancienne à celle d’aujourd’hui"}}
		{{<kit/head}}{{<kit/th LABEL="Période"/}}{{<kit/th LABEL="Grade"/}}{{<kit/th LABEL="Position"/}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Acte qui l’ouvre"/}}{{</kit/head}}
		<tbody role="rowgroup">{{#STEPS}}
		{{#SITUATION}}<tr role="row">{{<kit/row-title}}<span class="g-num">{{FROM_DATE}}{{#HAS_TO_DATE}} <small>au {{TO_DATE}}</small>{{/HAS_TO_DATE}}{{#NO_TO_DATE}} <small>à ce jour</small>{{/NO_TO_DATE}}</span>{{</kit/row-title}}
			{{<kit/td LABEL="Grade"}}<span>{{#HAS_GRADE}}<span class="g-num">{{GRADE}}</span>{{/HAS_GRADE}}{{#NO_GRADE}}non connu{{/NO_GRADE}}{{#HAS_CORPS_NAME}} <small>{{CORPS_NAME}}</small>{{/HAS_CORPS_NAME}}</span>{{</kit/td}}
			{{<kit/td LABEL="Position"}}{{#HAS_POSITION_LABEL}}{{POSITION_LABEL}}{{/HAS_POSITION_LABEL}}{{#NO_POSITION_LABEL}}non précisée{{/NO_POSITION_LABEL}}{{</kit/td}}
			{{<kit/td LABEL="Structure"}}{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}non précisée{{/NO_STRUCTURE_NAME}}{{</kit/td}}
			{{<kit/td LABEL="Acte"}}<span><a class="govuk-link" href="/carriere/actes/{{ACT_ID}}">{{KIND_LABEL}}</a>{{#HAS_REFERENCE}} <small class="g-break">{{REFERENCE}}</small>{{/HAS_REFERENCE}}</span>{{</kit/td}}</tr>{{/SITUATION}}
		{{#GAP}}<tr role="row" class="g-row-missing"><th scope="row" role="rowheader" class="govuk-table__header">{{#HAS_EXPECTED_DATE}}{{EXPECTED_DATE}}{{/HAS_EXPECTED_DATE}}{{#NO_EXPECTED_DATE}}{{AT_DATE}}{{/NO_EXPECTED_DATE}}</th><td role="cell" class="govuk-table__cell" colspan="4" data-label=""><span>{{<career/layout-gap/}}</span></td></tr>{{/GAP}}
		{{/STEPS}}</tbody>
	{{</kit/table}}{{/HAS_STEPS}}
	{{#NO_STEPS}}{{<kit/empty ICON="step" TITLE="Aucun acte, donc aucune période" NOTE="Le parcours se lit dans les actes. Votre dossier n’en contient encore aucun." HREF="/carriere" LINK="Ma carrière"/}}{{/NO_STEPS}}
	{{/AGENT}}
</div>
{{</layout}}
