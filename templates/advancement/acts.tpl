{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Actes, {{QUARTER}}" NAV="actes" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/avancements" LABEL="Avancements"/}}{{<kit/crumb HREF="/avancements/{{CAMPAIGN_ID}}" LABEL="{{QUARTER}}"/}}{{<kit/crumb LABEL="Actes"/}}{{</kit/crumbs}}
	{{<kit/title CAPTION="Campagne du {{QUARTER}}, {{SCOPE_NAME}}" TEXT="Actes" LEAD="Émis par : {{ISSUER_NAME}}."/}}
	{{<advancement/layout-tabs ACTES="oui"/}}
	{{#NO_IS_DONE}}
	<section class="g-stack" aria-labelledby="apercu">
		<h2 class="govuk-heading-l" id="apercu">{{#HAS_GROUPS}}{{TOTAL}} {{#IS_ONE}}acte serait préparé{{/IS_ONE}}{{#NO_IS_ONE}}actes seraient préparés{{/NO_IS_ONE}}{{/HAS_GROUPS}}{{#NO_GROUPS}}Aucun acte à préparer{{/NO_GROUPS}}</h2>
		{{#NO_GROUPS}}{{<kit/empty TITLE="Personne à avancer" NOTE="Quand la campagne retient au moins un agent, les actes qu’elle ferait se voient ici." ICON="act"/}}{{/NO_GROUPS}}
		{{#HAS_GROUPS}}{{<kit/table CAPTION="Actes que la campagne préparerait" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Catégorie"/}}{{<kit/th LABEL="Acte"/}}{{<kit/th LABEL="Agents" NUM="oui"/}}{{<kit/th LABEL="dont en retard" NUM="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#GROUPS}}{{<kit/row}}
				{{<kit/row-title}}{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}Toutes les structures{{/NO_STRUCTURE_NAME}}{{</kit/row-title}}
				{{<kit/td LABEL="Catégorie"}}{{#HAS_CATEGORY}}{{CATEGORY}}{{/HAS_CATEGORY}}{{#NO_CATEGORY}}toutes{{/NO_CATEGORY}}{{</kit/td}}
				{{<kit/td LABEL="Acte"}}{{ACT_LABEL}}{{</kit/td}}
				{{<kit/td LABEL="Agents" NUM="oui"}}{{AGENTS}}{{</kit/td}}
				{{<kit/td LABEL="dont en retard" NUM="oui"}}{{LATE}}{{</kit/td}}
			{{</kit/row}}{{/GROUPS}}{{</kit/rows}}
		{{</kit/table}}{{/HAS_GROUPS}}
	</section>
	{{#STATE_CODE_PRET}}{{#CAN_PREPARE}}{{<kit/form ACTION="/avancements/{{CAMPAIGN_ID}}/preparer"}}{{<kit/actions}}{{<kit/button LABEL="Préparer les actes"/}}<span class="g-note">Des projets : rien n’est signé.</span>{{</kit/actions}}{{</kit/form}}{{/CAN_PREPARE}}{{/STATE_CODE_PRET}}
	{{/NO_IS_DONE}}
	{{#IS_DONE}}
	{{<kit/numbers}}{{#CIRCUIT}}<li class="g-number"><strong>{{CIRCUIT_ACTS}}</strong> <a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}/actes?etat={{CIRCUIT_CODE:url_query_escape}}">{{CIRCUIT_LABEL}}</a> <small>{{<kit/count N="CIRCUIT_AGENTS" ONE="ligne" MANY="lignes"/}}</small></li>{{/CIRCUIT}}{{</kit/numbers}}
	<section class="g-stack" aria-labelledby="liste">
		<h2 class="govuk-heading-l" id="liste">{{TOTAL}} {{#IS_ONE}}acte{{/IS_ONE}}{{#NO_IS_ONE}}actes{{/NO_IS_ONE}}</h2>
		{{#IS_FILTERED}}<p><a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}/actes">Tous les actes</a></p>{{/IS_FILTERED}}
		{{<kit/table CAPTION="Actes de la campagne" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Acte"/}}{{<kit/th LABEL="Lignes" NUM="oui"/}}{{<kit/th LABEL="État"/}}{{<kit/th LABEL="Attendu maintenant"/}}{{</kit/head}}
			{{<kit/rows}}{{#ACTS}}{{<kit/row}}
				{{<kit/row-title HREF="/actes/{{DRAFT_ID}}" LABEL="{{SUBJECT}}"/}}
				{{<kit/td LABEL="Lignes" NUM="oui"}}{{LINES_COUNT}}{{</kit/td}}
				{{<kit/td LABEL="État"}}<span>{{#IS_OVER}}{{#STATE_CODE_PUBLIE}}{{<kit/state KIND="done" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_PUBLIE}}{{#STATE_CODE_ABANDONNE}}{{<kit/state KIND="rejected" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_ABANDONNE}}{{/IS_OVER}}{{#NO_IS_OVER}}{{#STATE_CODE_PROJET}}{{<kit/state KIND="draft" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_PROJET}}{{#STATE_CODE_VISA}}{{<kit/state KIND="waiting" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_VISA}}{{#STATE_CODE_SIGNATURE}}{{<kit/state KIND="waiting" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_SIGNATURE}}{{#STATE_CODE_SCELLEMENT}}{{<kit/state KIND="progress" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_SCELLEMENT}}{{/NO_IS_OVER}}{{#HAS_REFERENCE}} <small class="g-break">{{REFERENCE}}</small>{{/HAS_REFERENCE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Attendu"}}{{#HAS_EXPECTED}}{{EXPECTED}}{{/HAS_EXPECTED}}{{#NO_EXPECTED}}–{{/NO_EXPECTED}}{{</kit/td}}
			{{</kit/row}}{{/ACTS}}{{</kit/rows}}
		{{</kit/table}}
	</section>
	{{#CAN_SUBMIT}}{{<kit/form ACTION="/avancements/{{CAMPAIGN_ID}}/circuit"}}{{<kit/actions}}{{<kit/button LABEL="Mettre tout en circuit"/}}{{</kit/actions}}{{</kit/form}}{{/CAN_SUBMIT}}
	{{/IS_DONE}}
	{{<kit/pagination WHERE="{{FIRST}} à {{LAST}} sur {{TOTAL}}" PREVIOUS="/avancements/{{CAMPAIGN_ID}}/actes?etat={{ETAT:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/avancements/{{CAMPAIGN_ID}}/actes?etat={{ETAT:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}
</div>
{{</layout}}
