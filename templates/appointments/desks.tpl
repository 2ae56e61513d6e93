{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Choisir un bureau" NAV="rendez-vous"}}
<div class="g-stack-l">
	{{<kit/back HREF="/rendez-vous" LABEL="Mes rendez-vous"/}}
	{{<kit/title TEXT="Où voulez-vous être reçu ?" LEAD="Les bureaux qui reçoivent sur rendez-vous, celui qui peut vous recevoir le plus tôt d’abord."/}}
	{{#NO_DESKS}}{{<kit/empty ICON="place" TITLE="Aucun bureau ne reçoit sur rendez-vous pour l’instant" NOTE="Vous pouvez toujours venir sans rendez-vous aux heures d’ouverture."/}}{{/NO_DESKS}}
	{{#HAS_DESKS}}<ul class="g-rows">{{#DESKS}}<li>
		{{#HAS_NEXT_DAY}}<a class="govuk-link" href="/rendez-vous/bureaux/{{DESK_CODE}}"><strong>{{NAME}}</strong></a>{{/HAS_NEXT_DAY}}{{#NO_NEXT_DAY}}<strong>{{NAME}}</strong>{{/NO_NEXT_DAY}}<br>
		<span class="g-note">{{ADDRESS}} – {{DEPARTMENT}}</span><br>
		{{#HAS_NEXT_DAY}}<span>Prochaine place : {{NEXT_DAY}} à {{NEXT_AT}}</span>{{/HAS_NEXT_DAY}}{{#NO_NEXT_DAY}}{{<kit/state KIND="rejected" LABEL="complet pour l’instant"/}}{{/NO_NEXT_DAY}}
	</li>{{/DESKS}}</ul>{{/HAS_DESKS}}
</div>
{{</layout}}
