{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Paye et carrière" NAV="paye" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	<div class="g-stack">
		{{<kit/title TEXT="Paye et carrière" LEAD="Ce que disent les actes, ce que paie la solde, mois par mois : ce qui diffère, pourquoi, et qui s’en occupe."/}}
		{{<kit/actions}}{{<kit/button-link HREF="/paye/imports" LABEL="Fichiers de la solde" ICON="upload"/}}{{</kit/actions}}
	</div>
	{{#IS_RUNNING}}{{<kit/progress ID="comparaison" TITLE="Comparaison en cours" NOTE="Vous pouvez quitter cette page : le travail continue." DONE="{{JOB_DONE}}" TOTAL="{{JOB_TOTAL}}" LIVE="3"}}<p><a class="govuk-link" href="/paye">Actualiser</a></p>{{</kit/progress}}{{/IS_RUNNING}}
	{{#IS_LATE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le fichier de {{NEXT_WORDS}} n’est pas arrivé"}}<p>Sans lui, la concordance n’est plus affirmée. <a class="govuk-link" href="/paye/imports/nouveau">Charger un fichier</a></p>{{</kit/banner}}{{/IS_LATE}}
	{{<kit/numbers}}{{<kit/number VALUE="{{OPEN_COUNT}}" LABEL="différences à régler" KIND="you"/}}{{<kit/number VALUE="{{AGENTS_COUNT}}" LABEL="agents concernés"/}}{{<kit/number VALUE="{{SETTLED_COUNT}}" LABEL="réglées" HREF="/paye?etat=resolu"/}}{{<kit/number VALUE="{{MONTHS_COUNT}}" LABEL="mois connus" HREF="#mois"/}}{{<kit/number VALUE="{{WAITING_COUNT}}" LABEL="lignes sans agent connu"/}}{{</kit/numbers}}

	<div class="g-split g-split--even">
		<section class="g-stack" aria-labelledby="chercher">
			<h2 class="govuk-heading-m" id="chercher">Un agent</h2>
			{{<kit/form ACTION="/paye"}}{{<kit/matricule NAME="matricule" HINT="Son dossier de paye s’ouvre pour un motif que l’agent peut lire"/}}{{<kit/actions}}{{<kit/button LABEL="Chercher" KIND="secondary"/}}{{</kit/actions}}{{</kit/form}}
		</section>
		<section class="g-stack" aria-labelledby="comparer">
			<h2 class="govuk-heading-m" id="comparer">Comparer de nouveau</h2>
			<p class="govuk-body">{{#HAS_COMPARED_AT}}Dernière comparaison : {{COMPARED_AT}}. {{/HAS_COMPARED_AT}}Elle se fait après chaque fichier, et chaque nuit pour les agents dont les actes ont changé.</p>
			{{#NO_IS_RUNNING}}{{<kit/form ACTION="/paye/comparer"}}{{<kit/button LABEL="Comparer tout le pays" KIND="secondary"/}}{{</kit/form}}{{/NO_IS_RUNNING}}
		</section>
	</div>

	<section class="g-stack" aria-labelledby="causes">
		<h2 class="govuk-heading-l" id="causes">Par différence et par cause probable</h2>
		{{#NO_TALLY}}{{<kit/empty TITLE="Rien ne diffère" NOTE="Aucune différence n’a été trouvée dans les mois connus." ICON="done"/}}{{/NO_TALLY}}
		{{#HAS_TALLY}}{{<kit/table CAPTION="Différences par nature et par cause probable" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Cause probable"/}}{{<kit/th LABEL="Différence"/}}{{<kit/th LABEL="Qui s’en occupe"/}}{{<kit/th LABEL="À régler" NUM="oui"/}}{{<kit/th LABEL="Agents" NUM="oui"/}}{{<kit/th LABEL="Réglées" NUM="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#TALLY}}{{<kit/row}}
				{{<kit/row-title HREF="/paye?cause={{CAUSE_CODE:url_query_escape}}#agents" LABEL="{{CAUSE_LABEL}}"/}}
				{{<kit/td LABEL="Différence"}}{{KIND_LABEL}}{{</kit/td}}
				{{<kit/td LABEL="Qui s’en occupe"}}{{WHO}}{{</kit/td}}
				{{<kit/td LABEL="À régler" NUM="oui"}}{{OPEN_COUNT}}{{</kit/td}}
				{{<kit/td LABEL="Agents" NUM="oui"}}{{AGENTS_COUNT}}{{</kit/td}}
				{{<kit/td LABEL="Réglées" NUM="oui"}}{{SETTLED_COUNT}}{{</kit/td}}
			{{</kit/row}}{{/TALLY}}{{</kit/rows}}
		{{</kit/table}}{{/HAS_TALLY}}
	</section>

	<section class="g-stack" aria-labelledby="agents">
		<div class="g-title-row"><h2 class="govuk-heading-l g-anchor" id="agents">Agents{{#FILTER}} – {{FILTER_LABEL}}{{/FILTER}}</h2>{{#HAS_ROWS}}<a class="govuk-link g-small" href="/paye/export?nature={{NATURE:url_query_escape}}&amp;cause={{CAUSE_CODE:url_query_escape}}&amp;etat={{ETAT:url_query_escape}}">Exporter (XLSX, CSV)</a>{{/HAS_ROWS}}</div>
		{{<kit/filters ACTION="/paye" LABEL="Filtrer les agents"}}
			<div class="govuk-form-group"><label class="govuk-label" for="nature">Différence</label><select class="govuk-select" id="nature" name="nature"><option value="">Toutes</option>{{#KINDS}}<option value="{{CODE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{CHOICE}}</option>{{/KINDS}}</select></div>
			<div class="govuk-form-group"><label class="govuk-label" for="cause">Cause probable</label><select class="govuk-select" id="cause" name="cause"><option value="">Toutes</option>{{#CAUSES}}<option value="{{CODE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{CHOICE}}</option>{{/CAUSES}}</select></div>
			{{<kit/select NAME="etat" LABEL="État"}}{{<kit/option NAME="etat" VALUE="ouvert" LABEL="À régler"/}}{{<kit/option NAME="etat" VALUE="resolu" LABEL="Réglées"/}}{{</kit/select}}
		{{</kit/filters}}
		{{#NO_ROWS}}{{<kit/empty TITLE="Aucun agent" NOTE="Aucune différence ne répond à ces choix." ICON="done"/}}{{/NO_ROWS}}
		{{#HAS_ROWS}}{{<kit/table CAPTION="Agents dont la paye et la carrière diffèrent" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Agent"/}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Différence"/}}{{<kit/th LABEL="Mois"/}}{{<kit/th LABEL="Cause probable"/}}{{</kit/head}}
			{{<kit/rows}}{{#ROWS}}{{<kit/row}}
				{{<kit/row-title}}<a class="govuk-link" href="/paye/agents/{{AGENT_ID}}">{{FAMILY_NAME}} {{GIVEN_NAMES}}</a> <small>{{MATRICULE}}</small>{{</kit/row-title}}
				{{<kit/td LABEL="Structure"}}{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}non connue{{/NO_STRUCTURE_NAME}}{{</kit/td}}
				{{<kit/td LABEL="Différence"}}<span>{{KINDS}}{{#IS_MANY}} <small>{{MANY}} différences</small>{{/IS_MANY}}</span>{{</kit/td}}
				{{<kit/td LABEL="Mois"}}{{SPAN}}{{</kit/td}}
				{{<kit/td LABEL="Cause probable"}}<span class="g-small">{{CAUSE}}</span>{{</kit/td}}
			{{</kit/row}}{{/ROWS}}{{</kit/rows}}
		{{</kit/table}}
		{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/paye?nature={{NATURE:url_query_escape}}&amp;cause={{CAUSE_CODE:url_query_escape}}&amp;etat={{ETAT:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}#agents" NEXT="/paye?nature={{NATURE:url_query_escape}}&amp;cause={{CAUSE_CODE:url_query_escape}}&amp;etat={{ETAT:url_query_escape}}&amp;page={{NEXT:url_query_escape}}#agents"/}}{{/HAS_PAGES}}{{/HAS_ROWS}}
	</section>

	<section class="g-stack" aria-labelledby="mois">
		<h2 class="govuk-heading-l g-anchor" id="mois">Mois connus</h2>
		{{#NO_MONTHS}}{{<kit/empty TITLE="Aucun mois" NOTE="Chargez un premier fichier de la solde." HREF="/paye/imports/nouveau" LINK="Charger un fichier" ICON="upload"/}}{{/NO_MONTHS}}
		{{#HAS_MONTHS}}{{<payroll/layout-months CAPTION="Les douze derniers mois de paye connus, du dernier au premier"}}{{#MONTHS}}{{<payroll/layout-month/}}{{/MONTHS}}{{</payroll/layout-months}}{{/HAS_MONTHS}}
		{{#HAS_OLDER}}{{<kit/details TITLE="Les mois plus anciens"}}{{<payroll/layout-months CAPTION="Les mois plus anciens"}}{{#OLDER}}{{<payroll/layout-month/}}{{/OLDER}}{{</payroll/layout-months}}{{</kit/details}}{{/HAS_OLDER}}
	</section>
</div>
{{</layout}}
