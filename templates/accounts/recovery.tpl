{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Mot de passe oublié" NAV="connexion"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/connexion" LABEL="Se connecter"/}}
	{{<kit/title TEXT="Mot de passe oublié" LEAD="Un code sera envoyé à un contact déjà vérifié de votre compte. Personne d’autre que vous ne peut choisir votre mot de passe."/}}
	{{<kit/form ACTION="/mot-de-passe"}}
		{{<kit/text-field NAME="identifiant" LABEL="Matricule, adresse électronique ou téléphone" AUTOCOMPLETE="username" SPELLCHECK="false"/}}
		{{<kit/button LABEL="Recevoir un code"/}}
	{{</kit/form}}
</div>
{{</layout}}
