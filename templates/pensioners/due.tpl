{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Certificats de vie à renouveler" NAV="retraites" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Certificats de vie à renouveler" LEAD="Les personnes sont prévenues 60, 30 et 7 jours avant la fin (valeurs de démonstration)."/}}
	{{<pensioners/layout-tabs DUE="oui"/}}
	<div class="g-no-print"><nav class="g-tabs" aria-label="Listes">
		<a href="/retraites/echeances?liste=retard"{{#IN_RETARD}} aria-current="page"{{/IN_RETARD}}>Finis <span class="g-count g-count--quiet">{{LATE}}</span></a>
		<a href="/retraites/echeances?liste=jamais"{{#IN_JAMAIS}} aria-current="page"{{/IN_JAMAIS}}>Jamais enregistrés <span class="g-count g-count--quiet">{{NEVER}}</span></a>
		<a href="/retraites/echeances?liste=bientot"{{#IN_BIENTOT}} aria-current="page"{{/IN_BIENTOT}}>D’ici 60 jours <span class="g-count g-count--quiet">{{SOON}}</span></a>
	</nav></div>
	{{#HAS_ROWS}}<section class="g-stack" aria-labelledby="liste"><div class="g-title-row"><h2 class="govuk-heading-l" id="liste">{{#IN_RETARD}}Finis, le plus ancien d’abord{{/IN_RETARD}}{{#IN_JAMAIS}}Jamais enregistrés{{/IN_JAMAIS}}{{#IN_BIENTOT}}À renouveler d’ici 60 jours{{/IN_BIENTOT}}</h2><p class="g-small g-no-print">Cette liste : <a class="govuk-link" href="/retraites/echeances/export?format=xlsx&amp;liste={{LISTE:url_query_escape}}">XLSX</a> ou <a class="govuk-link" href="/retraites/echeances/export?format=csv&amp;liste={{LISTE:url_query_escape}}">CSV</a></p></div>
	{{<kit/table CAPTION="Retraités dont le certificat de vie est à renouveler" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Personne"/}}{{<kit/th LABEL="Dernière structure"/}}{{<kit/th LABEL="Dernier certificat"/}}{{<kit/th LABEL="À renouveler avant le"/}}{{<kit/th LABEL="Jours" NUM="oui"/}}{{</kit/head}}
		{{<kit/rows}}{{#ROWS}}{{<kit/row}}
			<th scope="row" role="rowheader" class="govuk-table__header"><a class="govuk-link" href="/retraites/{{AGENT_ID}}">{{FAMILY_NAME}} {{GIVEN_NAMES}}</a><small>matricule {{MATRICULE}}</small></th>
			{{<kit/td LABEL="Dernière structure"}}<span class="g-small">{{STRUCTURE_NAME}}</span>{{</kit/td}}
			{{<kit/td LABEL="Dernier certificat"}}<span class="g-num">{{#HAS_SEEN_ON}}{{SEEN_ON}}{{/HAS_SEEN_ON}}{{#NO_SEEN_ON}}jamais{{/NO_SEEN_ON}}</span>{{</kit/td}}
			{{<kit/td LABEL="À renouveler avant le"}}<span class="g-num">{{DUE_ON}}</span>{{</kit/td}}
			{{<kit/td LABEL="Jours" NUM="oui"}}<span class="g-num">{{#IN_BIENTOT}}{{DAYS}}{{/IN_BIENTOT}}{{#IN_RETARD}}{{DAYS_LATE}} de retard{{/IN_RETARD}}{{#IN_JAMAIS}}{{DAYS_LATE}} de retard{{/IN_JAMAIS}}</span>{{</kit/td}}
		{{</kit/row}}{{/ROWS}}{{</kit/rows}}
	{{</kit/table}}
	{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/retraites/echeances?liste={{LISTE:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/retraites/echeances?liste={{LISTE:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	</section>{{/HAS_ROWS}}
	{{#NO_ROWS}}{{<kit/empty ICON="done" TITLE="Personne dans cette liste"/}}{{/NO_ROWS}}
</div>
{{</layout}}
