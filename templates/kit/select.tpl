{{%AUTOESCAPE context="HTML"}}
{{! NAME, LABEL, HINT, OPTIONAL, EMPTY (text of the first, empty choice). Body: kit/option, or <option> in a section. }}
<div class="govuk-form-group{{#[[^NAME]]_ERROR}} govuk-form-group--error{{/[[^NAME]]_ERROR}}">
	<label class="govuk-label" for="[[NAME]]">[[LABEL]][[?OPTIONAL]] <span class="g-optional">(facultatif)</span>[[/OPTIONAL]]</label>
	[[?HINT]]<p class="govuk-hint" id="[[NAME]]-aide">[[HINT]]</p>[[/HINT]]
	{{#[[^NAME]]_ERROR}}<p class="govuk-error-message" id="[[NAME]]-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{[[^NAME]]_ERROR_TEXT}}</p>{{/[[^NAME]]_ERROR}}
	<select class="govuk-select{{#[[^NAME]]_ERROR}} govuk-select--error{{/[[^NAME]]_ERROR}}" id="[[NAME]]" name="[[NAME]]"[[?HINT]] aria-describedby="[[NAME]]-aide{{#[[^NAME]]_ERROR}} [[NAME]]-erreur{{/[[^NAME]]_ERROR}}"[[/HINT]][[!HINT]]{{#[[^NAME]]_ERROR}} aria-describedby="[[NAME]]-erreur"{{/[[^NAME]]_ERROR}}[[/HINT]]{{#[[^NAME]]_ERROR}} aria-invalid="true"{{/[[^NAME]]_ERROR}}>[[?EMPTY]]<option value="">[[EMPTY]]</option>[[/EMPTY]][[BODY]]</select>
</div>
