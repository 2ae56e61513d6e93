{{%AUTOESCAPE context="HTML"}}
{{! NAME, LABEL, HINT, ROWS, OPTIONAL. }}
<div class="govuk-form-group{{#[[^NAME]]_ERROR}} govuk-form-group--error{{/[[^NAME]]_ERROR}}">
	<label class="govuk-label" for="[[NAME]]">[[LABEL]][[?OPTIONAL]] <span class="g-optional">(facultatif)</span>[[/OPTIONAL]]</label>
	[[?HINT]]<p class="govuk-hint" id="[[NAME]]-aide">[[HINT]]</p>[[/HINT]]
	{{#[[^NAME]]_ERROR}}<p class="govuk-error-message" id="[[NAME]]-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{[[^NAME]]_ERROR_TEXT}}</p>{{/[[^NAME]]_ERROR}}
	<textarea class="govuk-textarea{{#[[^NAME]]_ERROR}} govuk-textarea--error{{/[[^NAME]]_ERROR}}" id="[[NAME]]" name="[[NAME]]" rows="[[ROWS|4]]"[[?HINT]] aria-describedby="[[NAME]]-aide{{#[[^NAME]]_ERROR}} [[NAME]]-erreur{{/[[^NAME]]_ERROR}}"[[/HINT]][[!HINT]]{{#[[^NAME]]_ERROR}} aria-describedby="[[NAME]]-erreur"{{/[[^NAME]]_ERROR}}[[/HINT]]{{#[[^NAME]]_ERROR}} aria-invalid="true"{{/[[^NAME]]_ERROR}}>{{[[^NAME]]_VALUE:pre_escape}}</textarea>
</div>
