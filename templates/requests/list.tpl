{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Mes demandes" NAV="demandes"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Mes demandes" LEAD="Où en est chacune, et chez qui."/}}
	{{#HAS_DRAFTS}}<section aria-labelledby="brouillons"><h2 class="govuk-heading-m" id="brouillons">À finir</h2><ul class="g-services">{{#DRAFTS}}<li class="g-service"><a class="govuk-link g-service__name" href="/demarches/{{SERVICE}}/demande">{{SERVICE_NAME}}</a><span class="g-note">Vos réponses du {{CHANGED_AT}} sont gardées</span><span class="g-service__about">{{<kit/state KIND="draft" LABEL="Pas encore déposée"/}}</span></li>{{/DRAFTS}}</ul></section>{{/HAS_DRAFTS}}
	{{#HAS_REQUESTS}}<section aria-labelledby="deposees"><h2 class="govuk-heading-m" id="deposees">Déposées</h2><ul class="g-services">{{#REQUESTS}}<li class="g-service"><a class="govuk-link g-service__name" href="/demandes/{{REQUEST_ID}}">{{SERVICE_NAME}}</a><span class="g-note"><span class="g-num">{{NUMBER}}</span>, déposée le {{FILED_AT}}{{#TURN_CODE_NOUS}} – {{DESK}}{{#HAS_DUE_ON}}, au plus tard le {{DUE_ON}}{{/HAS_DUE_ON}}{{/TURN_CODE_NOUS}}</span><span class="g-service__about">{{<requests/layout-state/}}{{#IS_LATE}}{{#TURN_CODE_NOUS}} {{<kit/state KIND="late" LABEL="Hors délai"/}}{{/TURN_CODE_NOUS}}{{/IS_LATE}}</span></li>{{/REQUESTS}}</ul></section>{{/HAS_REQUESTS}}
	{{#NO_REQUESTS}}{{#NO_DRAFTS}}{{<kit/empty TITLE="Vous n’avez encore rien demandé" ICON="register" NOTE="Une demande déposée ici se suit ici, avec ses dates et le bureau qui l’a." HREF="/demarches" LINK="Choisir une démarche"/}}{{/NO_DRAFTS}}{{/NO_REQUESTS}}
	{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/demandes?page={{PREVIOUS:url_query_escape}}" NEXT="/demandes?page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	<p><a class="govuk-link" href="/demarches">Nouvelle demande</a></p>
</div>
{{</layout}}
