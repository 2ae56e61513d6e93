{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Se connecter" NAV="connexion"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Se connecter"/}}
	{{<kit/form ACTION="/connexion"}}
		<input type="hidden" name="suite" value="{{SUITE_VALUE}}">
		{{<kit/text-field NAME="identifiant" LABEL="Matricule, adresse électronique ou téléphone" AUTOCOMPLETE="username" SPELLCHECK="false"/}}
		{{<kit/password NAME="mot_de_passe" LABEL="Mot de passe" AUTOCOMPLETE="current-password"/}}
		{{<kit/button LABEL="Se connecter"/}}
	{{</kit/form}}
	<ul class="g-links">
		<li><a class="govuk-link" href="/mot-de-passe">Mot de passe oublié</a></li>
		<li><a class="govuk-link" href="/activation">Je suis agent de l’État et je n’ai pas encore activé mon compte</a></li>
		<li><a class="govuk-link" href="/inscription">Je ne suis pas agent et je veux un compte</a></li>
	</ul>
</div>
{{</layout}}
