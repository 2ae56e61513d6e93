{{%AUTOESCAPE context="HTML"}}
{{! NAME, LEGEND, HINT, CLASS (govuk-radios--inline). Body: kit/radio. }}
<div class="govuk-form-group{{#[[^NAME]]_ERROR}} govuk-form-group--error{{/[[^NAME]]_ERROR}}">
	<fieldset class="govuk-fieldset" id="[[NAME]]" tabindex="-1"[[?HINT]] aria-describedby="[[NAME]]-aide{{#[[^NAME]]_ERROR}} [[NAME]]-erreur{{/[[^NAME]]_ERROR}}"[[/HINT]][[!HINT]]{{#[[^NAME]]_ERROR}} aria-describedby="[[NAME]]-erreur"{{/[[^NAME]]_ERROR}}[[/HINT]]>
		<legend class="govuk-fieldset__legend">[[LEGEND]]</legend>
		[[?HINT]]<p class="govuk-hint" id="[[NAME]]-aide">[[HINT]]</p>[[/HINT]]
		{{#[[^NAME]]_ERROR}}<p class="govuk-error-message" id="[[NAME]]-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{[[^NAME]]_ERROR_TEXT}}</p>{{/[[^NAME]]_ERROR}}
		<div class="govuk-radios[[?CLASS]] [[CLASS]][[/CLASS]]">[[BODY]]</div>
	</fieldset>
</div>
