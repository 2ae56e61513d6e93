{{%AUTOESCAPE context="HTML"}}
{{! A field of the keying form, tight: NAME, LABEL, LIST (id of a datalist), HINT, FOCUS, WIDE="oui" (the whole row). }}
<div class="govuk-form-group[[?WIDE]] g-line__wide[[/WIDE]]{{#[[^NAME]]_ERROR}} govuk-form-group--error{{/[[^NAME]]_ERROR}}">
	<label class="govuk-label" for="[[NAME]]">[[LABEL]]</label>
	{{#[[^NAME]]_ERROR}}<p class="govuk-error-message" id="[[NAME]]-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{[[^NAME]]_ERROR_TEXT}}</p>{{/[[^NAME]]_ERROR}}
	<input class="govuk-input{{#[[^NAME]]_ERROR}} govuk-input--error{{/[[^NAME]]_ERROR}}" id="[[NAME]]" name="[[NAME]]" type="text" value="{{[[^NAME]]_VALUE}}" autocomplete="off" spellcheck="false"[[?LIST]] list="[[LIST]]"[[/LIST]][[?HINT]] placeholder="[[HINT]]"[[/HINT]][[?FOCUS]] autofocus[[/FOCUS]]{{#[[^NAME]]_ERROR}} aria-describedby="[[NAME]]-erreur" aria-invalid="true"{{/[[^NAME]]_ERROR}}>
</div>
