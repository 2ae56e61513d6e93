{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Retraités trouvés" NAV="retraites"}}
<div class="g-stack-l">
	{{<kit/back HREF="/retraites" LABEL="Chercher de nouveau"/}}
	{{<kit/title TEXT="{{FOUND_COUNT}} retraité(s) pour « {{ASKED}} »" LEAD="Demandez sa date de naissance avant d’ouvrir."/}}
	<ul class="g-rows">{{#FOUND}}<li><a class="govuk-link" href="/retraites/{{AGENT_ID}}">{{FAMILY_NAME}} {{GIVEN_NAMES}}</a>{{#HAS_DIED_ON}} {{<kit/state KIND="rejected" LABEL="Décédé"/}}{{/HAS_DIED_ON}}<br><span class="g-note">matricule {{MATRICULE}}, naissance en {{BORN_IN}}</span></li>{{/FOUND}}</ul>
	{{#MORE}}<p class="g-note">D’autres portent ce nom : ajoutez un prénom, ou cherchez par matricule.</p>{{/MORE}}
</div>
{{</layout}}
