{{%AUTOESCAPE context="HTML"}}
{{! One yes or no: NAME, LABEL, HINT. Its value is "oui", its marker NAME_OUI_ON. }}
<div class="govuk-form-group{{#[[^NAME]]_ERROR}} govuk-form-group--error{{/[[^NAME]]_ERROR}}">
	{{#[[^NAME]]_ERROR}}<p class="govuk-error-message" id="[[NAME]]-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{[[^NAME]]_ERROR_TEXT}}</p>{{/[[^NAME]]_ERROR}}
	<div class="govuk-checkboxes"><div class="govuk-checkboxes__item">
		<input class="govuk-checkboxes__input" id="[[NAME]]" name="[[NAME]]" type="checkbox" value="oui"{{#[[^NAME]]_OUI_ON}} checked{{/[[^NAME]]_OUI_ON}}[[?HINT]] aria-describedby="[[NAME]]-aide{{#[[^NAME]]_ERROR}} [[NAME]]-erreur{{/[[^NAME]]_ERROR}}"[[/HINT]][[!HINT]]{{#[[^NAME]]_ERROR}} aria-describedby="[[NAME]]-erreur"{{/[[^NAME]]_ERROR}}[[/HINT]]{{#[[^NAME]]_ERROR}} aria-invalid="true"{{/[[^NAME]]_ERROR}}>
		<label class="govuk-label govuk-checkboxes__label" for="[[NAME]]">[[LABEL]]</label>
		[[?HINT]]<p class="govuk-hint govuk-checkboxes__hint" id="[[NAME]]-aide">[[HINT]]</p>[[/HINT]]
	</div></div>
</div>
