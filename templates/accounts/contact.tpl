{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ajouter un contact" NAV="compte"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/compte" LABEL="Mon compte"/}}
	{{<kit/title TEXT="Ajouter un contact" LEAD="Un code y sera envoyé. Vos contacts actuels seront prévenus."/}}
	{{<kit/form ACTION="/compte/contacts"}}
		{{<kit/text-field NAME="telephone" LABEL="Téléphone" TYPE="tel" AUTOCOMPLETE="tel" HINT="Dix chiffres, par exemple 01 97 00 00 00" WIDTH="20"/}}
		{{<kit/text-field NAME="courriel" LABEL="ou adresse électronique" TYPE="email" AUTOCOMPLETE="email" SPELLCHECK="false"/}}
		{{<kit/button LABEL="Recevoir un code"/}}
	{{</kit/form}}
</div>
{{</layout}}
