{{%AUTOESCAPE context="HTML"}}
{{! Of a kit/radios: NAME (of the group), VALUE, LABEL, HINT. }}
<div class="govuk-radios__item">
	<input class="govuk-radios__input" id="[[NAME]]-[[VALUE]]" name="[[NAME]]" type="radio" value="[[VALUE]]"{{#[[^NAME]]_[[^VALUE]]_ON}} checked{{/[[^NAME]]_[[^VALUE]]_ON}}[[?HINT]] aria-describedby="[[NAME]]-[[VALUE]]-aide"[[/HINT]]>
	<label class="govuk-label govuk-radios__label" for="[[NAME]]-[[VALUE]]">[[LABEL]]</label>
	[[?HINT]]<p class="govuk-hint govuk-radios__hint" id="[[NAME]]-[[VALUE]]-aide">[[HINT]]</p>[[/HINT]]
</div>
