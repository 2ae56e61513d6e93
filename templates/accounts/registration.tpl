{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Créer un compte d’usager" NAV="inscription"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/connexion" LABEL="Se connecter"/}}
	{{<kit/title TEXT="Créer un compte d’usager" LEAD="Pour les personnes qui ne sont pas agents de l’État. Un code sera envoyé pour vérifier que nous pouvons vous joindre."/}}
	{{<kit/form ACTION="/inscription"}}
		{{<kit/text-field NAME="nom" LABEL="Nom de famille" AUTOCOMPLETE="family-name" SPELLCHECK="false"/}}
		{{<kit/text-field NAME="prenoms" LABEL="Prénoms" AUTOCOMPLETE="given-name" SPELLCHECK="false"/}}
		<p class="govuk-body">Donnez un numéro de téléphone ou une adresse électronique. Si vous donnez les deux, le code part au téléphone.</p>
		{{<kit/text-field NAME="telephone" LABEL="Téléphone" TYPE="tel" AUTOCOMPLETE="tel" HINT="Dix chiffres, par exemple 01 97 00 00 00" WIDTH="20"/}}
		{{<kit/text-field NAME="courriel" LABEL="Adresse électronique" TYPE="email" AUTOCOMPLETE="email" SPELLCHECK="false"/}}
		{{<kit/button LABEL="Recevoir un code"/}}
	{{</kit/form}}
</div>
{{</layout}}
