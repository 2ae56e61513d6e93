{{%AUTOESCAPE context="HTML"}}
{{! One text field: people write a date in their own way and hear it read back. NAME, LABEL, HINT, OPTIONAL, AUTOCOMPLETE. }}
<div class="govuk-form-group{{#[[^NAME]]_ERROR}} govuk-form-group--error{{/[[^NAME]]_ERROR}}">
	<label class="govuk-label" for="[[NAME]]">[[LABEL]][[?OPTIONAL]] <span class="g-optional">(facultatif)</span>[[/OPTIONAL]]</label>
	<p class="govuk-hint" id="[[NAME]]-aide">[[HINT|Par exemple 3 mars 1998 ou 03/03/1998]]</p>
	{{#[[^NAME]]_ERROR}}<p class="govuk-error-message" id="[[NAME]]-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{[[^NAME]]_ERROR_TEXT}}</p>{{/[[^NAME]]_ERROR}}
	<input class="govuk-input{{#[[^NAME]]_ERROR}} govuk-input--error{{/[[^NAME]]_ERROR}} govuk-input--width-10" id="[[NAME]]" name="[[NAME]]" type="text" value="{{[[^NAME]]_VALUE}}" autocomplete="[[AUTOCOMPLETE|off]]" spellcheck="false" aria-describedby="[[NAME]]-aide{{#[[^NAME]]_ERROR}} [[NAME]]-erreur{{/[[^NAME]]_ERROR}}"{{#[[^NAME]]_ERROR}} aria-invalid="true"{{/[[^NAME]]_ERROR}}>
</div>
