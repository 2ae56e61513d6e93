{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Code reçu" NAV="connexion"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Le code que vous avez reçu"/}}
	{{#OF_ACTIVATION}}<p class="govuk-body">Si ces informations correspondent à un dossier, un code vient d’être envoyé au contact que l’administration connaît.</p>{{/OF_ACTIVATION}}
	{{#OF_RECOVERY}}<p class="govuk-body">Si un compte porte cet identifiant, un code vient d’être envoyé à un de ses contacts vérifiés.</p>{{/OF_RECOVERY}}
	{{#OF_REGISTRATION}}<p class="govuk-body">Un message vient de partir vers le contact que vous avez donné.</p>{{/OF_REGISTRATION}}
	{{#OF_CONTACT}}<p class="govuk-body">Un message vient de partir vers ce contact.</p>{{/OF_CONTACT}}
	{{<kit/form ACTION="{{PLACE}}/code"}}
		<input type="hidden" name="demande" value="{{DEMANDE_VALUE}}">
		<input type="hidden" name="cle" value="{{CLE_VALUE}}">
		{{<kit/code NAME="code" LABEL="Code à six chiffres" HINT="Il est valable 10 minutes, une seule fois" DIGITS="7"/}}
		{{<kit/button LABEL="Continuer"/}}
	{{</kit/form}}
	<p><a class="govuk-link" href="{{PLACE}}">Je n’ai rien reçu : recommencer</a></p>
</div>
{{</layout}}
