{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Signalement {{CODE}}" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/carriere" LABEL="Ma carrière"/}}{{<kit/crumb HREF="/carriere/signalements" LABEL="Mes signalements"/}}{{<kit/crumb LABEL="{{CODE}}"/}}{{</kit/crumbs}}
	{{#RECEIVED}}{{<kit/banner KIND="ok" ICON="done" TITLE="Votre signalement est arrivé" ROLE="status"}}<p>Son numéro : <strong class="g-num">{{CODE}}</strong>. Réponse au plus tard le {{DUE_ON}}.</p>{{</kit/banner}}{{/RECEIVED}}
	{{<kit/title CAPTION="Signalement {{CODE}}" TEXT="{{KIND_LABEL}}"/}}
	<p>{{<archive/layout-report-state/}}</p>
	{{<archive/layout-report WHO="Ce que vous avez dit"/}}
	{{#HAS_ACT_ID}}<p><a class="govuk-link" href="/carriere/actes/{{ACT_ID}}">Revoir l’acte</a></p>{{/HAS_ACT_ID}}
</div>
{{</layout}}
