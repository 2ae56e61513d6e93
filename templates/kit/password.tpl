{{%AUTOESCAPE context="HTML"}}
{{! A secret: never sent back by the server. NAME, LABEL, HINT, AUTOCOMPLETE (current-password, new-password). }}
<div class="govuk-form-group{{#[[^NAME]]_ERROR}} govuk-form-group--error{{/[[^NAME]]_ERROR}}">
	<label class="govuk-label" for="[[NAME]]">[[LABEL]]</label>
	[[?HINT]]<p class="govuk-hint" id="[[NAME]]-aide">[[HINT]]</p>[[/HINT]]
	{{#[[^NAME]]_ERROR}}<p class="govuk-error-message" id="[[NAME]]-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{[[^NAME]]_ERROR_TEXT}}</p>{{/[[^NAME]]_ERROR}}
	<div class="g-secret"><input class="govuk-input{{#[[^NAME]]_ERROR}} govuk-input--error{{/[[^NAME]]_ERROR}}" id="[[NAME]]" name="[[NAME]]" type="password" autocomplete="[[AUTOCOMPLETE|current-password]]" autocapitalize="none" spellcheck="false"[[?HINT]] aria-describedby="[[NAME]]-aide{{#[[^NAME]]_ERROR}} [[NAME]]-erreur{{/[[^NAME]]_ERROR}}"[[/HINT]][[!HINT]]{{#[[^NAME]]_ERROR}} aria-describedby="[[NAME]]-erreur"{{/[[^NAME]]_ERROR}}[[/HINT]]{{#[[^NAME]]_ERROR}} aria-invalid="true"{{/[[^NAME]]_ERROR}}><button class="g-secret__show" type="button" data-secret="[[NAME]]" aria-controls="[[NAME]]" aria-pressed="false" hidden>Montrer<span class="govuk-visually-hidden"> ce qui est tapé</span></button></div>
</div>
