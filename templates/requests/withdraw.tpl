{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Retirer la demande {{NUMBER}}" NAV="demandes"}}
<div class="g-stack-l g-narrow">
	{{<kit/title CAPTION="{{NUMBER}} – {{SERVICE_NAME}}" TEXT="Retirer cette demande ?" LEAD="Le bureau arrête de s’en occuper. Vous pourrez la reprendre : elle repartira où elle en était."/}}
	{{<kit/form ACTION="/demandes/{{REQUEST_ID}}/retirer"}}{{<kit/actions}}{{<kit/button LABEL="Retirer la demande" KIND="warning"/}}<a class="govuk-link" href="/demandes/{{REQUEST_ID}}">La garder</a>{{</kit/actions}}{{</kit/form}}
</div>
{{</layout}}
