{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Avancements" NAV="actes" WIDE="oui"}}
<div class="g-stack-l">
	<div class="g-stack">
		{{<kit/title TEXT="Avancements d’échelon" LEAD="Chaque trimestre, les agents à avancer sont calculés d’un coup. Vous lisez, vous tranchez ce qui est à vérifier, puis les actes se préparent."/}}
		{{<acts/layout-tabs AVANCEMENTS="oui"/}}
		{{<kit/actions}}{{<kit/button-link HREF="/avancements/nouvelle" LABEL="Nouvelle campagne"/}}<a class="govuk-link" href="/avancements/retards">Avancements en retard</a>{{</kit/actions}}
	</div>
	{{#OVERDUE}}{{<kit/banner KIND="late" ICON="clock" TITLE="{{TOTAL}} avancements en retard dans vos structures"}}<p>Relevé du {{TAKEN_AT}}. <a class="govuk-link" href="/avancements/retards">Voir qui, depuis quand et où</a></p>{{</kit/banner}}{{/OVERDUE}}
	<section aria-labelledby="campagnes">
		<h2 class="govuk-heading-l" id="campagnes">Campagnes</h2>
		{{#NO_CAMPAIGNS}}{{<kit/empty TITLE="Aucune campagne" NOTE="Une campagne calcule, pour un trimestre, qui avance et qui n’avance pas, avec le motif. Rien n’est signé sans vous." ICON="act" HREF="/avancements/nouvelle" LINK="Ouvrir la première"/}}{{/NO_CAMPAIGNS}}
		{{#HAS_CAMPAIGNS}}
		{{<kit/table CAPTION="Campagnes, de la plus récente à la plus ancienne" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Trimestre"/}}{{<kit/th LABEL="Pour"/}}{{<kit/th LABEL="Ouverte"/}}{{<kit/th LABEL="État"/}}{{<kit/th LABEL="À avancer" NUM="oui"/}}{{<kit/th LABEL="dont en retard" NUM="oui"/}}{{<kit/th LABEL="Écartés" NUM="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#CAMPAIGNS}}{{<kit/row}}
				{{<kit/row-title HREF="/avancements/{{CAMPAIGN_ID}}" LABEL="{{QUARTER}}"/}}
				{{<kit/td LABEL="Pour"}}<span>{{SCOPE_NAME}}</span>{{</kit/td}}
				{{<kit/td LABEL="Ouverte"}}{{MADE_AT}}{{</kit/td}}
				{{<kit/td LABEL="État"}}<div>{{<advancement/layout-state/}}</div>{{</kit/td}}
				{{<kit/td LABEL="À avancer" NUM="oui"}}{{DUE}}{{</kit/td}}
				{{<kit/td LABEL="dont en retard" NUM="oui"}}{{LATE}}{{</kit/td}}
				{{<kit/td LABEL="Écartés" NUM="oui"}}{{EXCLUDED}}{{</kit/td}}
			{{</kit/row}}{{/CAMPAIGNS}}{{</kit/rows}}
		{{</kit/table}}
		{{<kit/pagination PREVIOUS="/avancements?page={{PREVIOUS:url_query_escape}}" NEXT="/avancements?page={{NEXT:url_query_escape}}"/}}
		{{/HAS_CAMPAIGNS}}
	</section>
</div>
{{</layout}}
