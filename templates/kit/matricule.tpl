{{%AUTOESCAPE context="HTML"}}
{{! A text field for a matricule: NAME, LABEL, HINT, OPTIONAL. }}
<div class="govuk-form-group{{#[[^NAME]]_ERROR}} govuk-form-group--error{{/[[^NAME]]_ERROR}}">
	<label class="govuk-label" for="[[NAME]]">[[LABEL|Matricule]][[?OPTIONAL]] <span class="g-optional">(facultatif)</span>[[/OPTIONAL]]</label>
	<p class="govuk-hint" id="[[NAME]]-aide">[[HINT|En haut à gauche de votre bulletin de paie]]</p>
	{{#[[^NAME]]_ERROR}}<p class="govuk-error-message" id="[[NAME]]-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{[[^NAME]]_ERROR_TEXT}}</p>{{/[[^NAME]]_ERROR}}
	<input class="govuk-input{{#[[^NAME]]_ERROR}} govuk-input--error{{/[[^NAME]]_ERROR}} govuk-input--width-10 g-code" id="[[NAME]]" name="[[NAME]]" type="text" value="{{[[^NAME]]_VALUE}}" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="[[NAME]]-aide{{#[[^NAME]]_ERROR}} [[NAME]]-erreur{{/[[^NAME]]_ERROR}}"{{#[[^NAME]]_ERROR}} aria-invalid="true"{{/[[^NAME]]_ERROR}}>
</div>
