{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Horaires : {{DESK_NAME}}" NAV="accueil-rendez-vous"}}
<div class="g-stack-l">
	{{<kit/back HREF="/accueil-rendez-vous" LABEL="Rendez-vous du jour"/}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="{{DESK_NAME}}" TEXT="Horaires et jours particuliers"/}}
	{{<kit/section ID="semaine" TITLE="La semaine"}}
		{{#NO_HOURS}}<p class="g-note">Aucun horaire : ce bureau ne reçoit pas.</p>{{/NO_HOURS}}
		{{#HAS_HOURS}}<ul class="g-rows">{{#HOURS}}<li><strong>{{WEEKDAY_NAME}}</strong> de {{STARTS}} à {{ENDS}} <span class="g-note">{{CAPACITY}} à la fois{{#IS_TO_COME}}, à partir du {{VALID_FROM}}{{/IS_TO_COME}}{{#HAS_VALID_TO}}, plus rien dès le {{VALID_TO}}{{/HAS_VALID_TO}}</span>{{#CAN_MANAGE}}{{#NO_VALID_TO}} {{<kit/form ACTION="/accueil-rendez-vous/plages/{{HOURS_ID}}/fin"}}<button class="govuk-button govuk-button--secondary" type="submit">Finir cette plage<span class="govuk-visually-hidden"> : {{WEEKDAY_NAME}} de {{STARTS}} à {{ENDS}}</span></button>{{</kit/form}}{{/NO_VALID_TO}}{{/CAN_MANAGE}}</li>{{/HOURS}}</ul>{{/HAS_HOURS}}
		<p class="g-note g-mt">Un rendez-vous dure {{SLOT_MINUTES}} minutes, se prend jusqu’à {{DAYS_AHEAD}} jours d’avance et au plus tard {{NOTICE_HOURS}} heures avant. {{#IS_OPEN}}Le bureau reçoit.{{/IS_OPEN}}{{#NO_IS_OPEN}}<strong>Le bureau ne reçoit pas : aucune place n’est proposée.</strong>{{/NO_IS_OPEN}}{{#NO_CAN_MANAGE}} La semaine se règle par le chef de la structure.{{/NO_CAN_MANAGE}}</p>
		{{#CAN_MANAGE}}<div class="g-cols-2">
			{{<kit/details TITLE="Ajouter une plage à la semaine"}}{{<kit/form ACTION="/accueil-rendez-vous/horaires/{{DESK_HERE}}/plages"}}
				{{<kit/select NAME="jour_semaine" LABEL="Chaque" EMPTY="Choisissez"}}{{<kit/option NAME="jour_semaine" VALUE="1" LABEL="Lundi"/}}{{<kit/option NAME="jour_semaine" VALUE="2" LABEL="Mardi"/}}{{<kit/option NAME="jour_semaine" VALUE="3" LABEL="Mercredi"/}}{{<kit/option NAME="jour_semaine" VALUE="4" LABEL="Jeudi"/}}{{<kit/option NAME="jour_semaine" VALUE="5" LABEL="Vendredi"/}}{{<kit/option NAME="jour_semaine" VALUE="6" LABEL="Samedi"/}}{{<kit/option NAME="jour_semaine" VALUE="7" LABEL="Dimanche"/}}{{</kit/select}}
				<div class="govuk-form-group"><label class="govuk-label" for="plage-debut">De</label><p class="govuk-hint" id="plage-aide">Par exemple 9:00</p><input class="govuk-input govuk-input--width-5" id="plage-debut" name="debut" autocomplete="off" aria-describedby="plage-aide"></div>
				<div class="govuk-form-group"><label class="govuk-label" for="plage-fin">À</label><input class="govuk-input govuk-input--width-5" id="plage-fin" name="fin" autocomplete="off"></div>
				<div class="govuk-form-group"><label class="govuk-label" for="plage-places">Personnes à la fois</label><input class="govuk-input govuk-input--width-3" id="plage-places" name="places" inputmode="numeric" value="1" autocomplete="off"></div>
				{{<kit/date NAME="a_partir" LABEL="À partir du" HINT="Demain si vous n’écrivez rien." OPTIONAL="oui"/}}
				{{<kit/button LABEL="Ajouter la plage" KIND="secondary"/}}{{</kit/form}}{{</kit/details}}
			{{<kit/details TITLE="Régler les rendez-vous"}}{{<kit/form ACTION="/accueil-rendez-vous/horaires/{{DESK_HERE}}/reglages"}}
				<div class="govuk-form-group"><label class="govuk-label" for="duree">Durée, en minutes</label><input class="govuk-input govuk-input--width-3" id="duree" name="duree" inputmode="numeric" value="{{SLOT_MINUTES}}" autocomplete="off"></div>
				<div class="govuk-form-group"><label class="govuk-label" for="avance">Jours d’avance, au plus</label><input class="govuk-input govuk-input--width-3" id="avance" name="avance" inputmode="numeric" value="{{DAYS_AHEAD}}" autocomplete="off"></div>
				<div class="govuk-form-group"><label class="govuk-label" for="delai">Heures avant, au plus tard</label><input class="govuk-input govuk-input--width-3" id="delai" name="delai" inputmode="numeric" value="{{NOTICE_HOURS}}" autocomplete="off"></div>
				<div class="govuk-checkboxes govuk-form-group"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="ouvert" name="ouvert" value="oui"{{#IS_OPEN}} checked{{/IS_OPEN}}><label class="govuk-label govuk-checkboxes__label" for="ouvert">Le bureau reçoit sur rendez-vous</label></div></div>
				{{<kit/button LABEL="Enregistrer les réglages" KIND="secondary"/}}{{</kit/form}}{{</kit/details}}
		</div>{{/CAN_MANAGE}}
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
