{{%AUTOESCAPE context="HTML"}}
{{! One field, one button: ACTION, NAME (q), LABEL, HIDE="oui" (label heard only), HINT, BUTTON. Marker NAME_VALUE. }}
<form method="get" action="[[ACTION]]" role="search">
	<label class="[[?HIDE]]govuk-visually-hidden[[/HIDE]][[!HIDE]]govuk-label[[/HIDE]]" for="[[NAME|q]]">[[LABEL]]</label>
	[[?HINT]]<p class="govuk-hint" id="[[NAME|q]]-aide">[[HINT]]</p>[[/HINT]]
	<div class="g-search"><input class="govuk-input" id="[[NAME|q]]" name="[[NAME|q]]" type="search" value="{{[[^NAME|q]]_VALUE}}" autocomplete="off" enterkeyhint="search"[[?HINT]] aria-describedby="[[NAME|q]]-aide"[[/HINT]]><button class="govuk-button" type="submit">[[BUTTON|Chercher]]</button></div>
	[[?BODY]][[BODY]][[/BODY]]
</form>
