{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Avancements, {{QUARTER}}" NAV="actes" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/avancements" LABEL="Avancements"/}}{{<kit/crumb LABEL="{{QUARTER}}"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	<div class="g-stack">
		{{<kit/title CAPTION="{{SCOPE_NAME}}" TEXT="Campagne du {{QUARTER}}" LEAD="Effet du {{QUARTER_START}} au {{QUARTER_END}}, et ce qui était dû avant."/}}
		<p>{{<advancement/layout-state/}}</p>
	</div>
	{{#STATE_CODE_CALCUL}}{{#IS_RUNNING}}{{<kit/progress ID="travail" TITLE="Calcul en cours" NOTE="Aucun acte n’est écrit. Vous pouvez quitter cette page : le calcul continue." DONE="{{JOB_DONE}}" TOTAL="{{JOB_TOTAL}}" LIVE="2"}}<p><a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}">Actualiser</a></p>{{</kit/progress}}{{/IS_RUNNING}}{{/STATE_CODE_CALCUL}}
	{{#STATE_CODE_PREPARATION}}{{#IS_RUNNING}}{{<kit/progress ID="travail" TITLE="Préparation des actes" NOTE="Chaque situation est vérifiée une dernière fois. Tout sera écrit ensemble, ou rien." DONE="{{JOB_DONE}}" TOTAL="{{JOB_TOTAL}}" LIVE="2"}}<p><a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}">Actualiser</a></p>{{</kit/progress}}{{/IS_RUNNING}}{{/STATE_CODE_PREPARATION}}
	{{#IS_SUBMITTING}}{{<kit/progress ID="travail" TITLE="Mise en circuit" NOTE="Un acte dont une ligne est refusée reste en projet, avec le motif." DONE="{{JOB_DONE}}" TOTAL="{{JOB_TOTAL}}" LIVE="2"}}<p><a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}">Actualiser</a></p>{{</kit/progress}}{{/IS_SUBMITTING}}
	{{#STOPPED}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le travail s’est arrêté"}}<p>{{STOPPED_TEXT}} Rien n’a été écrit.</p>{{</kit/banner}}{{/STOPPED}}
	{{#HAS_COMPUTED_AT}}
	{{<advancement/layout-tabs VUE="oui"/}}
	<section class="g-stack" aria-labelledby="resultat">
		<h2 class="govuk-visually-hidden" id="resultat">Résultat</h2>
		{{<kit/numbers}}
			{{<kit/number VALUE="{{DUE}}" LABEL="agents à avancer" HREF="/avancements/{{CAMPAIGN_ID}}/agents?liste=dus" NOTE="{{ARRETES}} par arrêté, {{AVENANTS}} par avenant"/}}
			<li class="g-number{{#SOME_LATE}} g-number--late{{/SOME_LATE}}"><strong>{{LATE}}</strong> <a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}/agents?liste=retards">déjà en retard</a> <small>dus avant le {{QUARTER_START}}</small></li>
			<li class="g-number{{#SOME_DOUBTFUL}} g-number--you{{/SOME_DOUBTFUL}}"><strong>{{DOUBTFUL}}</strong> <a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}/agents?liste=verifier">à vérifier</a> <small>{{#CAN_DECIDE}}une personne tranche{{/CAN_DECIDE}}{{#NO_CAN_DECIDE}}laissés écartés{{/NO_CAN_DECIDE}}</small></li>
			{{<kit/number VALUE="{{EXCLUDED}}" LABEL="écartés en tout" HREF="/avancements/{{CAMPAIGN_ID}}/agents?liste=ecartes" NOTE="sur {{LOOKED_AT}} agents regardés"/}}
			{{#SOME_BY_HAND}}{{<kit/number VALUE="{{BY_HAND}}" LABEL="décidés à la main" HREF="/avancements/{{CAMPAIGN_ID}}/agents?liste=main" NOTE="avec un motif écrit"/}}{{/SOME_BY_HAND}}
		{{</kit/numbers}}
		<p class="g-note">Calculé le {{COMPUTED_AT}} sur les actes en vigueur et les règles datées. L’indice d’arrivée reste vide : aucune grille n’a été publiée.</p>
	</section>
	{{#HAS_CIRCUIT}}
	<section class="g-stack" aria-labelledby="circuit"><div class="g-title-row"><h2 class="govuk-heading-l" id="circuit">Où en sont les actes</h2><a class="govuk-link g-small" href="/avancements/{{CAMPAIGN_ID}}/actes">Acte par acte</a></div>
		{{<kit/numbers}}{{#CIRCUIT}}<li class="g-number"><strong>{{CIRCUIT_ACTS}}</strong> <a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}/actes?etat={{CIRCUIT_CODE:url_query_escape}}">{{CIRCUIT_LABEL}}</a> <small>{{<kit/count N="CIRCUIT_AGENTS" ONE="ligne" MANY="lignes"/}}</small></li>{{/CIRCUIT}}{{</kit/numbers}}
	</section>
	{{/HAS_CIRCUIT}}
	{{#CAN_SUBMIT}}<section class="g-card g-card--you g-stack g-narrow" aria-labelledby="suite"><h2 class="govuk-heading-m" id="suite">Les actes sont prêts à partir</h2>
		<p class="govuk-body">Chacun suivra son circuit : visas, puis signature. Relisez-les d’abord si vous le souhaitez : <a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}/actes">la liste des actes</a>.</p>
		{{<kit/form ACTION="/avancements/{{CAMPAIGN_ID}}/circuit"}}{{<kit/actions}}{{<kit/button LABEL="Mettre tout en circuit"/}}{{</kit/actions}}{{</kit/form}}</section>{{/CAN_SUBMIT}}
	{{#STATE_CODE_PRET}}
	<section class="g-card g-card--you g-stack g-narrow" aria-labelledby="suite"><h2 class="govuk-heading-m" id="suite">La suite vous appartient</h2>
		<ol class="govuk-list govuk-list--number">
			{{#SOME_DOUBTFUL}}<li>Tranchez les <a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}/agents?liste=verifier">{{DOUBTFUL}} à vérifier</a> ; ceux que vous laissez resteront écartés.</li>{{/SOME_DOUBTFUL}}
			<li>Regardez <a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}/actes">les actes que cela ferait</a>.</li>
			<li>Faites préparer les actes : des projets, que d’autres viseront et signeront.</li>
		</ol>
		{{#CAN_PREPARE}}{{<kit/form ACTION="/avancements/{{CAMPAIGN_ID}}/preparer"}}{{<kit/actions}}{{<kit/button LABEL="Préparer les actes"/}}{{</kit/actions}}{{</kit/form}}{{/CAN_PREPARE}}
	</section>{{/STATE_CODE_PRET}}
	{{#HAS_DOUBTS}}<section class="g-stack" aria-labelledby="doutes">
		<h2 class="govuk-heading-l g-anchor" id="doutes">{{#CAN_DECIDE}}À vérifier{{/CAN_DECIDE}}{{#NO_CAN_DECIDE}}Restés à vérifier{{/NO_CAN_DECIDE}}</h2>
		<p class="govuk-body">Aucun texte vu, ou aucun acte du dossier, ne permet de conclure : une personne regarde le dossier et écrit pourquoi elle retient l’agent.</p>
		{{<kit/table CAPTION="Motifs à vérifier" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Motif"/}}{{<kit/th LABEL="Ce qu’il veut dire"/}}{{<kit/th LABEL="Agents" NUM="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#DOUBTS}}{{<kit/row}}{{<kit/row-title HREF="/avancements/{{CAMPAIGN_ID}}/agents?liste=ecartes&amp;motif={{REASON_CODE:url_query_escape}}" LABEL="{{LABEL}}"/}}{{<kit/td LABEL="Sens"}}<span>{{WORDS}}</span>{{</kit/td}}{{<kit/td LABEL="Agents" NUM="oui"}}{{TOTAL}}{{</kit/td}}{{</kit/row}}{{/DOUBTS}}{{</kit/rows}}
		{{</kit/table}}
	</section>{{/HAS_DOUBTS}}
	{{#HAS_RULES}}<section class="g-stack" aria-labelledby="regles">
		<h2 class="govuk-heading-l g-anchor" id="regles">Écartés par une règle, ou à la main</h2>
		{{<kit/table CAPTION="Motifs qui écartent" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Motif"/}}{{<kit/th LABEL="Ce qu’il veut dire"/}}{{<kit/th LABEL="Agents" NUM="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#RULES}}{{<kit/row}}{{<kit/row-title HREF="/avancements/{{CAMPAIGN_ID}}/agents?liste=ecartes&amp;motif={{REASON_CODE:url_query_escape}}" LABEL="{{LABEL}}"/}}{{<kit/td LABEL="Sens"}}<span>{{WORDS}}</span>{{</kit/td}}{{<kit/td LABEL="Agents" NUM="oui"}}{{TOTAL}}{{</kit/td}}{{</kit/row}}{{/RULES}}{{</kit/rows}}
		{{</kit/table}}
	</section>{{/HAS_RULES}}
	{{/HAS_COMPUTED_AT}}
	<div class="g-row g-no-print">
		{{#CAN_DECIDE}}{{<kit/form ACTION="/avancements/{{CAMPAIGN_ID}}/recalculer"}}{{<kit/button LABEL="Recalculer" KIND="secondary"/}}{{</kit/form}}{{/CAN_DECIDE}}
		{{#STATE_CODE_CALCUL}}{{#IS_FAILED}}{{<kit/form ACTION="/avancements/{{CAMPAIGN_ID}}/recalculer"}}{{<kit/button LABEL="Relancer le calcul"/}}{{</kit/form}}{{/IS_FAILED}}{{/STATE_CODE_CALCUL}}
		{{#STATE_CODE_PREPARATION}}{{#IS_FAILED}}{{<kit/form ACTION="/avancements/{{CAMPAIGN_ID}}/preparer"}}{{<kit/button LABEL="Relancer la préparation"/}}{{</kit/form}}{{/IS_FAILED}}{{/STATE_CODE_PREPARATION}}
		{{#CAN_DROP}}{{<kit/form ACTION="/avancements/{{CAMPAIGN_ID}}/abandonner"}}{{<kit/button LABEL="Abandonner la campagne" KIND="secondary"/}}{{</kit/form}}{{/CAN_DROP}}
	</div>
</div>
{{</layout}}
