{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{PROBLEM_TITLE}}"}}
<div class="g-stack-l">
	{{<kit/title TEXT="{{PROBLEM_TITLE}}" LEAD="{{PROBLEM_TEXT}}"/}}
	{{<kit/actions}}
		<a class="govuk-button govuk-button--secondary" href="/">Retour à l’accueil</a>
		<a class="govuk-link" href="/aide">Aide</a>
	{{</kit/actions}}
	{{<kit/stub LABEL="Référence de l’incident" KIND="Référence" NUMBER="{{REFERENCE}}" LONG="oui"}}
		<p class="g-note">À donner si vous nous en parlez : elle permet de retrouver ce qui s’est passé. Elle ne contient rien sur vous.</p>
	{{</kit/stub}}
</div>
{{</layout}}
