{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Horaires : {{DESK_NAME}}" NAV="accueil-rendez-vous"}}
<div class="g-stack-l">
	{{<kit/back HREF="/accueil-rendez-vous" LABEL="Rendez-vous du jour"/}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="{{DESK_NAME}}" TEXT="Horaires et jours particuliers"/}}
	{{<kit/section ID="semaine" TITLE="La semaine"}}
		{{#NO_HOURS}}<p class="g-note">Aucun horaire : ce bureau ne reçoit pas.</p>{{/NO_HOURS}}
		{{#HAS_HOURS}}<ul class="g-rows">{{#HOURS}}<li><strong>{{WEEKDAY_NAME}}</strong> de {{STARTS}} à {{ENDS}} <span class="g-note">{{CAPACITY}} à la fois{{#HAS_VALID_TO}}, jusqu’au {{VALID_TO}}{{/HAS_VALID_TO}}</span></li>{{/HOURS}}</ul>{{/HAS_HOURS}}
	{{</kit/section}}
	{{<kit/section ID="jours" TITLE="Jours particuliers"}}
		{{#HAS_DIFFERING}}<ul class="g-rows">{{#DIFFERING}}<li><strong>{{DAY}}</strong> {{#IS_CLOSED}}{{<kit/state KIND="rejected" LABEL="fermé"/}}{{/IS_CLOSED}}{{#NO_IS_CLOSED}}{{<kit/state KIND="progress" LABEL="de {{STARTS}} à {{ENDS}}, {{CAPACITY}} à la fois"/}}{{/NO_IS_CLOSED}} <span class="g-note">{{REASON}}</span>{{#NO_IS_HOLIDAY}} {{<kit/form ACTION="/accueil-rendez-vous/jours/{{EXCEPTION_ID}}/retrait"}}<button class="govuk-button govuk-button--secondary">Comme d’habitude<span class="govuk-visually-hidden"> le {{DAY}}</span></button>{{</kit/form}}{{/NO_IS_HOLIDAY}}</li>{{/DIFFERING}}</ul>{{/HAS_DIFFERING}}
		{{#NO_DIFFERING}}<p class="g-note">Aucun jour particulier d’ici trois mois.</p>{{/NO_DIFFERING}}
	{{</kit/section}}
	<section class="g-card g-narrow" aria-labelledby="ajout"><h2 class="govuk-heading-m" id="ajout">Fermer un jour, ou changer ses heures</h2>
	{{<kit/form ACTION="/accueil-rendez-vous/horaires/{{DESK_HERE}}"}}
		{{<kit/date NAME="jour" LABEL="Jour"/}}
		{{<kit/text-field NAME="motif" LABEL="Motif" HINT="Les personnes dont le rendez-vous tombe le liront."/}}
		<p class="g-note">Laissez les heures vides pour fermer le bureau ce jour-là.</p>
		{{<kit/text-field NAME="debut" LABEL="De" HINT="Par exemple 9:00" WIDTH="5" OPTIONAL="oui"/}}
		{{<kit/text-field NAME="fin" LABEL="À" WIDTH="5" OPTIONAL="oui"/}}
		{{<kit/text-field NAME="places" LABEL="Personnes à la fois" WIDTH="3" INPUTMODE="numeric" OPTIONAL="oui"/}}
		{{<kit/actions}}{{<kit/button LABEL="Enregistrer ce jour"/}}{{</kit/actions}}
	{{</kit/form}}</section>
</div>
{{</layout}}
