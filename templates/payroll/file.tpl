{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Paye et carrière, matricule {{MATRICULE}}" NAV="{{SECTION}}" WIDE="oui"}}
<div class="g-stack-l">
	{{#IS_PAYER}}{{<kit/crumbs}}{{<kit/crumb HREF="/paye" LABEL="Paye et carrière"/}}{{<kit/crumb LABEL="{{MATRICULE}}"/}}{{</kit/crumbs}}{{/IS_PAYER}}
	{{#IS_PENSION}}{{<kit/crumbs}}{{<kit/crumb HREF="/pensions" LABEL="Pensions"/}}{{<kit/crumb LABEL="Paye et carrière de {{MATRICULE}}"/}}{{</kit/crumbs}}{{/IS_PENSION}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="Matricule {{MATRICULE}}" TEXT="{{FULL_NAME}}"/}}
	{{#NO_IS_OPEN}}<div class="g-narrow g-stack-l">
		{{<kit/banner TITLE="L’agent verra votre structure, votre fonction, l’heure et ce motif" ICON="eye"}}<p>Sa paye et sa carrière restent ouvertes trente minutes, pour vous seul.</p>{{</kit/banner}}
		{{<kit/form ACTION="{{HERE}}"}}
			{{<payroll/layout-motive LEGEND="Pourquoi comparez-vous sa paye et sa carrière ?"/}}
			{{<kit/actions}}{{<kit/button LABEL="Ouvrir"/}}{{#IS_PAYER}}<a class="govuk-link" href="/paye">Annuler</a>{{/IS_PAYER}}{{#IS_PENSION}}<a class="govuk-link" href="/pensions">Annuler</a>{{/IS_PENSION}}{{</kit/actions}}
		{{</kit/form}}
	</div>{{/NO_IS_OPEN}}
	{{#IS_OPEN}}
	<section class="g-stub" aria-label="Résultat">
		<div class="g-stub__tab"><p class="g-stub__kind">Paye et carrière</p><p>{{<payroll/layout-agreement/}}</p><p class="g-stub__foot">{{#HAS_OPEN}}{{OPEN_DIFFERENCES}} à régler{{/HAS_OPEN}}{{#NO_OPEN}}rien à régler{{/NO_OPEN}}</p></div>
		<div class="g-stub__body"><dl class="g-facts">
			<div><dt>Corps et grade</dt><dd>{{#HAS_CORPS_NAME}}{{CORPS_NAME}}{{/HAS_CORPS_NAME}}{{#NO_CORPS_NAME}}non connu{{/NO_CORPS_NAME}}{{#HAS_GRADE}} <small>{{GRADE}}</small>{{/HAS_GRADE}}</dd></div>
			<div><dt>Affectation</dt><dd>{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}non connue{{/NO_STRUCTURE_NAME}}</dd></div>
			<div><dt>Départ</dt><dd>{{#HAS_LEFT_ON}}{{LEFT_ON}}{{/HAS_LEFT_ON}}{{#NO_LEFT_ON}}{{#HAS_RETIREMENT_DATE}}{{RETIREMENT_DATE}} <small>probable</small>{{/HAS_RETIREMENT_DATE}}{{#NO_RETIREMENT_DATE}}non connu{{/NO_RETIREMENT_DATE}}{{/NO_LEFT_ON}}</dd></div>
			<div><dt>Mois payés connus</dt><dd>{{MONTHS_COUNT}}{{#HAS_FIRST_WORDS}} <small>de {{FIRST_WORDS}} à {{LAST_WORDS}}</small>{{/HAS_FIRST_WORDS}}</dd></div>
		</dl></div>
	</section>
	<section class="g-stack" aria-labelledby="ecarts">
		<h2 class="govuk-heading-l" id="ecarts">Ce qui diffère</h2>
		{{#NO_DIFFERENCES}}{{<kit/empty TITLE="Rien ne diffère" NOTE="Dans les mois connus, la solde paie ce que disent les actes." ICON="done"/}}{{/NO_DIFFERENCES}}
		{{#DIFFERENCES}}<article class="g-card"><div class="g-title-row"><h3 class="govuk-heading-m">{{KIND_LABEL}} – {{SPAN}}{{#IS_LONG}} ({{MONTHS}} mois){{/IS_LONG}}</h3><p>{{#STATE_CODE_OUVERT}}{{<kit/state KIND="late" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_OUVERT}}{{#STATE_CODE_RESOLU}}{{<kit/state KIND="done" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_RESOLU}}</p></div>
			{{<payroll/layout-difference/}}
			{{#HAS_COMMENT_TEXT}}<p class="govuk-body"><strong>L’agent écrit, le {{COMMENT_ON}} :</strong></p><blockquote class="g-quote">{{COMMENT_TEXT:pre_escape}}</blockquote>{{/HAS_COMMENT_TEXT}}
			{{#IS_PAYER}}<p><a class="govuk-link" href="/paye/ecarts/{{DIFFERENCE_ID}}">{{#STATE_CODE_OUVERT}}Régler<span class="govuk-visually-hidden"> : {{KIND_LABEL}}, {{SPAN}}</span>{{/STATE_CODE_OUVERT}}{{#STATE_CODE_RESOLU}}Voir, ou rouvrir<span class="govuk-visually-hidden"> : {{KIND_LABEL}}, {{SPAN}}</span>{{/STATE_CODE_RESOLU}}</a></p>{{/IS_PAYER}}
		</article>{{/DIFFERENCES}}
	</section>
	<section class="g-stack" aria-labelledby="mois">
		<h2 class="govuk-heading-l" id="mois">Mois par mois</h2>
		{{<payroll/layout-sides/}}
	</section>
	<div class="g-row g-no-print">{{#IS_PAYER}}{{<kit/form ACTION="{{HERE}}/comparer"}}{{<kit/button LABEL="Comparer de nouveau cet agent" KIND="secondary"/}}{{</kit/form}}{{/IS_PAYER}}{{<kit/print/}}</div>
	{{/IS_OPEN}}
</div>
{{</layout}}
