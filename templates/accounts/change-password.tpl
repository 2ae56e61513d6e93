{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Changer de mot de passe" NAV="compte"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/compte" LABEL="Mon compte"/}}
	{{<kit/title TEXT="Changer de mot de passe" LEAD="Vos autres sessions seront fermées."/}}
	{{<kit/form ACTION="/compte/mot-de-passe"}}
		{{<kit/password NAME="actuel" LABEL="Mot de passe actuel" AUTOCOMPLETE="current-password"/}}
		{{#STAFF}}<p class="govuk-hint">Votre rôle demande au moins 12 signes.</p>{{/STAFF}}
		{{<kit/password NAME="mot_de_passe" LABEL="Nouveau mot de passe" AUTOCOMPLETE="new-password" HINT="Au moins 8 signes. Quelques mots sans rapport entre eux font un bon mot de passe."/}}
		{{<kit/button LABEL="Enregistrer"/}}
	{{</kit/form}}
</div>
{{</layout}}
