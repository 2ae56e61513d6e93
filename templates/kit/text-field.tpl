{{%AUTOESCAPE context="HTML"}}
{{! NAME, LABEL, HINT, TYPE (text, email, tel, search…), WIDTH (2 3 4 5 10 20 30), AUTOCOMPLETE, INPUTMODE, OPTIONAL, CLASS (g-code). }}
<div class="govuk-form-group{{#[[^NAME]]_ERROR}} govuk-form-group--error{{/[[^NAME]]_ERROR}}">
	<label class="govuk-label" for="[[NAME]]">[[LABEL]][[?OPTIONAL]] <span class="g-optional">(facultatif)</span>[[/OPTIONAL]]</label>
	[[?HINT]]<p class="govuk-hint" id="[[NAME]]-aide">[[HINT]]</p>[[/HINT]]
	{{#[[^NAME]]_ERROR}}<p class="govuk-error-message" id="[[NAME]]-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{[[^NAME]]_ERROR_TEXT}}</p>{{/[[^NAME]]_ERROR}}
	<input class="govuk-input{{#[[^NAME]]_ERROR}} govuk-input--error{{/[[^NAME]]_ERROR}}[[?WIDTH]] govuk-input--width-[[WIDTH]][[/WIDTH]][[?CLASS]] [[CLASS]][[/CLASS]]" id="[[NAME]]" name="[[NAME]]" type="[[TYPE|text]]" value="{{[[^NAME]]_VALUE}}"[[?AUTOCOMPLETE]] autocomplete="[[AUTOCOMPLETE]]"[[/AUTOCOMPLETE]][[?INPUTMODE]] inputmode="[[INPUTMODE]]"[[/INPUTMODE]][[?SPELLCHECK]] spellcheck="[[SPELLCHECK]]"[[/SPELLCHECK]][[?HINT]] aria-describedby="[[NAME]]-aide{{#[[^NAME]]_ERROR}} [[NAME]]-erreur{{/[[^NAME]]_ERROR}}"[[/HINT]][[!HINT]]{{#[[^NAME]]_ERROR}} aria-describedby="[[NAME]]-erreur"{{/[[^NAME]]_ERROR}}[[/HINT]]{{#[[^NAME]]_ERROR}} aria-invalid="true"{{/[[^NAME]]_ERROR}}>
</div>
