{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Repartir de zéro" NAV="demandes"}}
<div class="g-stack-l g-narrow">
	{{<kit/title CAPTION="{{SERVICE_NAME}}" TEXT="Effacer ce que vous avez commencé ?" LEAD="Vos réponses et les pièces déjà envoyées seront oubliées. Une demande déjà déposée n’est pas touchée."/}}
	{{<kit/form ACTION="/demarches/{{CODE}}/demande/effacer"}}{{<kit/actions}}{{<kit/button LABEL="Effacer" KIND="warning"/}}<a class="govuk-link" href="/demarches/{{CODE}}/demande">Garder mes réponses</a>{{</kit/actions}}{{</kit/form}}
</div>
{{</layout}}
