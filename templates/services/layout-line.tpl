{{%AUTOESCAPE context="HTML"}}
{{! One service of a list: CODE, NAME, PURPOSE, DAYS, IS_IMMEDIATE, IS_ONLINE. }}
<li class="g-service"><a class="govuk-link g-service__name" href="/demarches/{{CODE}}">{{NAME}}</a><span class="g-note">{{PURPOSE}}</span><span class="g-service__about g-small">{{#IS_IMMEDIATE}}immédiat{{/IS_IMMEDIATE}}{{#NO_IS_IMMEDIATE}}{{#HAS_DAYS}}{{<kit/count N="DAYS" ONE="jour ouvrable" MANY="jours ouvrables"/}}{{/HAS_DAYS}}{{/NO_IS_IMMEDIATE}}{{#NO_DAYS}}délai à confirmer{{/NO_DAYS}}{{#IS_ONLINE}} · <strong>en ligne</strong>{{/IS_ONLINE}}</span></li>
