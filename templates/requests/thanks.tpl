{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Merci"}}
<div class="g-stack-l g-narrow">{{<kit/title TEXT="Merci, votre avis est compté" LEAD="S’il était mauvais, le service des relations avec les usagers l’examine."/}}<p><a class="govuk-link" href="/delais">Voir ce que disent les autres</a></p></div>
{{</layout}}
