{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Rendez-vous du {{DAY}}" NAV="accueil-rendez-vous" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{#NO_DESKS}}{{<kit/title TEXT="Accueil sur rendez-vous"/}}{{<kit/empty ICON="place" TITLE="Aucun bureau ne reçoit sur rendez-vous dans vos structures"/}}{{/NO_DESKS}}
	{{#HAS_DESKS}}
	{{#BY_DAY}}{{<kit/title CAPTION="{{DESK_NAME}}" TEXT="Rendez-vous du {{DAY}}"/}}{{/BY_DAY}}{{#BY_TICKET}}{{<kit/title CAPTION="Recherche" TEXT="Ticket {{TICKET_VALUE}}"/}}{{/BY_TICKET}}
	<div class="g-no-print g-stack">
		{{#MANY_DESKS}}{{<kit/filters ACTION="/accueil-rendez-vous"}}<div class="govuk-form-group"><label class="govuk-label" for="bureau">Bureau</label><select class="govuk-select" id="bureau" name="bureau">{{#DESKS}}<option value="{{DESK_CODE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{NAME}}</option>{{/DESKS}}</select></div>{{<kit/date NAME="jour" LABEL="Jour"/}}{{</kit/filters}}{{/MANY_DESKS}}
		{{<kit/search ACTION="/accueil-rendez-vous" LABEL="Numéro du ticket" NAME="ticket" BUTTON="Trouver"/}}
		<nav class="g-row" aria-label="Jours"><a class="govuk-link" href="/accueil-rendez-vous?bureau={{DESK_HERE:url_query_escape}}&amp;jour={{DAY_BEFORE:url_query_escape}}">Veille</a> <a class="govuk-link" href="/accueil-rendez-vous?bureau={{DESK_HERE:url_query_escape}}">Aujourd’hui</a> <a class="govuk-link" href="/accueil-rendez-vous?bureau={{DESK_HERE:url_query_escape}}&amp;jour={{DAY_AFTER:url_query_escape}}">Lendemain</a> <a class="govuk-link" href="/accueil-rendez-vous/horaires/{{DESK_HERE}}">Horaires et jours fermés</a></nav>
	</div>
	{{#BY_DAY}}{{#HAS_VISITS}}{{<kit/numbers}}{{<kit/number VALUE="{{VISITS_COUNT}}" LABEL="rendez-vous"/}}{{<kit/number VALUE="{{WAITING}}" LABEL="attendus"/}}{{<kit/number VALUE="{{ARRIVED}}" LABEL="arrivés" KIND="you"/}}{{<kit/number VALUE="{{RECEIVED}}" LABEL="reçus"/}}{{<kit/number VALUE="{{ABSENT}}" LABEL="absents"/}}{{</kit/numbers}}{{/HAS_VISITS}}{{/BY_DAY}}
	{{#NO_VISITS}}{{#BY_DAY}}{{<kit/empty ICON="clock" TITLE="Personne n’a rendez-vous ce jour-là"/}}{{/BY_DAY}}{{#BY_TICKET}}{{<kit/empty ICON="search" TITLE="Aucun rendez-vous de vos bureaux n’a ce numéro"/}}{{/BY_TICKET}}{{/NO_VISITS}}
	{{#HAS_VISITS}}{{<kit/table CAPTION="Visiteurs, par heure" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Heure"/}}{{<kit/th LABEL="Personne"/}}{{<kit/th LABEL="Objet"/}}{{<kit/th LABEL="État"/}}{{<kit/th LABEL="Geste" HIDE="oui"/}}{{</kit/head}}
		{{<kit/rows}}{{#VISITS}}{{<kit/row}}
			{{<kit/row-title}}<span class="g-num">{{AT_WORDS}}</span><br><span class="g-note">{{TICKET}}</span>{{</kit/row-title}}
			{{<kit/td LABEL="Personne"}}<span>{{PERSON}}{{#HAS_PHONE}}<br><a class="govuk-link g-num g-small" href="tel:{{PHONE}}">{{PHONE}}</a>{{/HAS_PHONE}}</span>{{</kit/td}}
			{{<kit/td LABEL="Objet"}}<span class="g-break">{{SUBJECT}}{{#HAS_REQUEST_NUMBER}} – {{REQUEST_NUMBER}}{{/HAS_REQUEST_NUMBER}}{{#HAS_NOTE}}<br><span class="g-note">« {{NOTE}} »</span>{{/HAS_NOTE}}</span>{{</kit/td}}
			{{<kit/td LABEL="État"}}<span>{{#STATE_CODE_PRIS}}{{#IS_LATE}}{{<kit/state KIND="late" LABEL="en retard"/}}{{/IS_LATE}}{{#NO_IS_LATE}}{{<kit/state KIND="waiting" LABEL="attendu"/}}{{/NO_IS_LATE}}{{/STATE_CODE_PRIS}}{{#STATE_CODE_ARRIVE}}{{<kit/state KIND="you" LABEL="arrivé à {{ARRIVED}}"/}}{{/STATE_CODE_ARRIVE}}{{#STATE_CODE_RECU}}{{<kit/state KIND="done" LABEL="reçu"/}}{{/STATE_CODE_RECU}}{{#STATE_CODE_ABSENT}}{{<kit/state KIND="rejected" LABEL="absent"/}}{{/STATE_CODE_ABSENT}}{{#STATE_CODE_ANNULE}}{{<kit/state KIND="rejected" LABEL="annulé"/}}{{/STATE_CODE_ANNULE}}</span>{{</kit/td}}
			{{<kit/td}}<form method="post" action="/accueil-rendez-vous/ticket/{{TICKET}}" class="g-row g-no-print"><input type="hidden" name="_jeton" value="{{CSRF}}"><input type="hidden" name="_cle" value="{{KEY}}">{{#STATE_CODE_PRIS}}<button class="govuk-button govuk-button--secondary" name="geste" value="arrive">Arrivé<span class="govuk-visually-hidden"> : {{PERSON}}</span></button> <button class="govuk-button govuk-button--secondary" name="geste" value="absent">Absent<span class="govuk-visually-hidden"> : {{PERSON}}</span></button>{{/STATE_CODE_PRIS}}{{#STATE_CODE_ARRIVE}}<button class="govuk-button govuk-button--secondary" name="geste" value="recu">Reçu<span class="govuk-visually-hidden"> : {{PERSON}}</span></button>{{/STATE_CODE_ARRIVE}}{{#STATE_CODE_ABSENT}}<button class="govuk-button govuk-button--secondary" name="geste" value="arrive">Arrivé quand même<span class="govuk-visually-hidden"> : {{PERSON}}</span></button>{{/STATE_CODE_ABSENT}}</form>{{</kit/td}}
		{{</kit/row}}{{/VISITS}}{{</kit/rows}}
	{{</kit/table}}
	<div class="g-no-print">{{<kit/print LABEL="Imprimer la liste"/}}</div>{{/HAS_VISITS}}
	{{/HAS_DESKS}}
</div>
{{</layout}}
