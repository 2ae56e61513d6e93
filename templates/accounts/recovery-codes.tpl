{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Vos codes de secours" NAV="compte"}}
<div class="g-stack-l g-narrow">
	{{<kit/title TEXT="Vos codes de secours" LEAD="Gardez-les sur papier, loin de votre téléphone. Ils ne seront plus jamais montrés."/}}
	{{<kit/inset}}
		<ul class="govuk-list g-code" id="codes">{{#CODES}}<li>{{RECOVERY_CODE}}</li>{{/CODES}}</ul>
	{{</kit/inset}}
	<p class="govuk-body">Sans votre téléphone, un de ces codes ouvre votre compte, après le mot de passe. Chacun sert une seule fois. Les codes donnés auparavant ne servent plus.</p>
	{{<kit/actions}}{{<kit/button-link HREF="{{NEXT_PATH}}" LABEL="Je les ai notés, continuer"/}}{{<kit/print LABEL="Imprimer"/}}{{</kit/actions}}
</div>
{{</layout}}
