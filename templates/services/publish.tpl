{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{NAME}}" NAV="catalogue"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/catalogue" LABEL="Catalogue"/}}{{<kit/crumb LABEL="{{NAME}}"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="{{THEME_NAME}}" TEXT="{{NAME}}"/}}
	<p>{{#STATE_CODE_PUBLIE}}{{<kit/state KIND="done" LABEL="Publiée"/}}{{/STATE_CODE_PUBLIE}}{{#STATE_CODE_RETIRE}}{{<kit/state KIND="rejected" LABEL="Retirée"/}}{{/STATE_CODE_RETIRE}} <a class="govuk-link" href="/demarches/{{CODE}}">Voir la fiche</a></p>
	{{<kit/form ACTION="/catalogue/{{CODE}}"}}
		{{#STATE_CODE_PUBLIE}}{{<kit/text-field NAME="motif" LABEL="Pourquoi la retirer ?" HINT="Restera dans l’historique. Les demandes déjà déposées suivent leur cours."/}}
		{{<kit/actions}}{{<kit/button LABEL="Retirer du catalogue" KIND="warning" NAME="geste" VALUE="retirer"/}}{{</kit/actions}}{{/STATE_CODE_PUBLIE}}
		{{#STATE_CODE_RETIRE}}{{<kit/text-field NAME="motif" LABEL="Remarque" OPTIONAL="oui"/}}
		{{<kit/actions}}{{<kit/button LABEL="Publier de nouveau" NAME="geste" VALUE="publier"/}}{{</kit/actions}}{{/STATE_CODE_RETIRE}}
	{{</kit/form}}
	<section aria-labelledby="historique"><h2 class="govuk-heading-m" id="historique">Historique</h2>
		{{<kit/thread TIGHT="oui"}}{{#HISTORY}}{{#STATE_CODE_PUBLIE}}{{<kit/knot WHEN="{{AT}}" WHAT="Publiée" WHO="{{NOTE}}"/}}{{/STATE_CODE_PUBLIE}}{{#STATE_CODE_RETIRE}}{{<kit/knot KIND="missing" WHEN="{{AT}}" WHAT="Retirée" WHO="{{NOTE}}"/}}{{/STATE_CODE_RETIRE}}{{/HISTORY}}{{</kit/thread}}
	</section>
</div>
{{</layout}}
