{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Choisir un mot de passe" NAV="connexion"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Choisir un mot de passe"/}}
	{{<kit/form ACTION="{{PLACE}}/choix"}}
		<input type="hidden" name="demande" value="{{DEMANDE_VALUE}}">
		<input type="hidden" name="cle" value="{{CLE_VALUE}}">
		{{<kit/password NAME="mot_de_passe" LABEL="Nouveau mot de passe" AUTOCOMPLETE="new-password" HINT="Au moins 8 signes, 12 si vous traitez des dossiers. Quelques mots sans rapport entre eux font un bon mot de passe."/}}
		{{<kit/button LABEL="Enregistrer"/}}
	{{</kit/form}}
	<p class="g-note">Vous avez dix minutes. <a class="govuk-link" href="{{PLACE}}">Recommencer depuis le début</a></p>
</div>
{{</layout}}
