{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Contester la décision" NAV="demandes"}}
<div class="g-stack-l g-narrow">
	{{<kit/back HREF="/demandes/{{REQUEST_ID}}" LABEL="{{NUMBER}}"/}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="{{NUMBER}} – {{SERVICE_NAME}}" TEXT="Contester la décision" LEAD="Un bureau au-dessus de celui qui a décidé examinera votre demande de nouveau, avec un délai à lui. Personne de ceux qui ont signé n’en jugera."/}}
	{{<kit/form ACTION="/demandes/{{REQUEST_ID}}/contester"}}{{<kit/textarea NAME="motifs" LABEL="Pourquoi cette décision est-elle fausse ?" HINT="Dites ce qui n’a pas été vu, ou ce qui a été mal compris." ROWS="6"/}}{{<kit/actions}}{{<kit/button LABEL="Contester"/}}<a class="govuk-link" href="/demandes/{{REQUEST_ID}}">Annuler</a>{{</kit/actions}}{{</kit/form}}
	<p class="g-note">Le recours devant le juge administratif reste possible, avec ou sans cette contestation.</p>
</div>
{{</layout}}
