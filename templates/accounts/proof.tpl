{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Confirmer que c’est vous" NAV="compte"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/compte" LABEL="Mon compte"/}}
	{{<kit/title TEXT="Confirmer que c’est vous" LEAD="Ce changement touche à la sécurité de votre compte. Votre accord vaudra dix minutes."/}}
	{{<kit/form ACTION="/compte/preuve"}}
		<input type="hidden" name="suite" value="{{SUITE_VALUE}}">
		{{<kit/password NAME="mot_de_passe" LABEL="Mot de passe" AUTOCOMPLETE="current-password"/}}
		{{#SECOND_FACTOR}}{{<kit/code NAME="code" LABEL="Code de votre téléphone" DIGITS="7"/}}{{/SECOND_FACTOR}}
		{{<kit/button LABEL="Confirmer"/}}
	{{</kit/form}}
</div>
{{</layout}}
