{{%AUTOESCAPE context="HTML"}}
{{! Free hours of a week as radios, day by day. BASE: address of the page, for the other weeks. Markers DAYS, HOURS, HAS_PREVIOUS, HAS_NEXT. }}
<div class="govuk-form-group{{#CRENEAU_ERROR}} govuk-form-group--error{{/CRENEAU_ERROR}}" id="creneau">
	{{#CRENEAU_ERROR}}<p class="govuk-error-message" id="creneau-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{CRENEAU_ERROR_TEXT}}</p>{{/CRENEAU_ERROR}}
	{{#NO_DAYS}}<p>Aucune place libre cette semaine-là.</p>{{/NO_DAYS}}
	{{#DAYS}}<fieldset class="govuk-fieldset g-hours"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{{DAY_WORDS}}</legend>
		<ul class="g-hours__list">{{#HOURS}}<li><input class="g-hours__input" type="radio" name="creneau" id="c-{{SLOT_CODE}}" value="{{SLOT_CODE}}"><label class="g-hours__label" for="c-{{SLOT_CODE}}"><strong>{{AT_WORDS}}</strong> <span>{{LEFT_WORDS}}</span></label></li>{{/HOURS}}</ul>
	</fieldset>{{/DAYS}}
	<nav class="g-row" aria-label="Autres semaines">{{#HAS_PREVIOUS}}<a class="govuk-link" href="[[BASE]]?semaine={{PREVIOUS:url_query_escape}}" rel="prev">Semaine précédente</a>{{/HAS_PREVIOUS}} {{#HAS_NEXT}}<a class="govuk-link" href="[[BASE]]?semaine={{NEXT:url_query_escape}}" rel="next">Semaine suivante</a>{{/HAS_NEXT}}</nav>
</div>
