{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Mes rendez-vous" NAV="rendez-vous"}}
<div class="g-stack-l">
	<div class="g-stack">
		{{<kit/title TEXT="Mes rendez-vous" LEAD="Une heure réservée à un bureau du ministère : vous ne faites pas la queue."/}}
		{{<kit/actions}}{{<kit/button-link HREF="/rendez-vous/bureaux" LABEL="Prendre rendez-vous"/}}{{</kit/actions}}
	</div>
	{{<kit/section ID="a-venir" TITLE="À venir"}}
		{{#NO_COMING}}{{<kit/empty ICON="clock" TITLE="Aucun rendez-vous à venir"/}}{{/NO_COMING}}
		{{#HAS_COMING}}<ul class="g-rows">{{#COMING}}<li class="g-stack-s"><a class="govuk-link" href="/rendez-vous/ticket/{{TICKET}}"><strong>{{DAY_WORDS}} à {{AT_WORDS}}</strong></a><br>{{DESK_NAME}} <span class="g-note">{{SUBJECT}} – ticket {{TICKET}}</span> {{#STATE_CODE_ARRIVE}}{{<kit/state KIND="progress" LABEL="vous êtes arrivé"/}}{{/STATE_CODE_ARRIVE}}</li>{{/COMING}}</ul>{{/HAS_COMING}}
	{{</kit/section}}
	{{#HAS_PAST}}{{<kit/section ID="passes" TITLE="Passés ou annulés"}}
		<ul class="g-rows">{{#PAST}}<li><a class="govuk-link" href="/rendez-vous/ticket/{{TICKET}}">{{DAY_WORDS}} à {{AT_WORDS}}</a> <span class="g-note">{{DESK_NAME}} – {{SUBJECT}}</span> {{#STATE_CODE_RECU}}{{<kit/state KIND="done" LABEL="reçu"/}}{{/STATE_CODE_RECU}}{{#STATE_CODE_ABSENT}}{{<kit/state KIND="late" LABEL="absent"/}}{{/STATE_CODE_ABSENT}}{{#STATE_CODE_ANNULE}}{{<kit/state KIND="rejected" LABEL="annulé"/}}{{/STATE_CODE_ANNULE}}{{#STATE_CODE_PRIS}}{{<kit/state KIND="draft" LABEL="passé"/}}{{/STATE_CODE_PRIS}}{{#STATE_CODE_ARRIVE}}{{<kit/state KIND="draft" LABEL="passé"/}}{{/STATE_CODE_ARRIVE}}</li>{{/PAST}}</ul>
	{{</kit/section}}{{/HAS_PAST}}
</div>
{{</layout}}
