{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Activer la double vérification" NAV="compte"}}
<div class="g-stack-l g-narrow">
	{{<kit/title TEXT="Activer la double vérification" LEAD="Votre rôle ouvre des dossiers d’autres personnes : un code de votre téléphone sera demandé à chaque connexion."/}}
	<p class="govuk-body">Avant de commencer, nous vérifions que c’est bien vous : un code part vers un contact déjà connu de votre compte.</p>
	{{<kit/form ACTION="/connexion/second-facteur/contact"}}
		{{<kit/button LABEL="Recevoir un code"/}}
	{{</kit/form}}
</div>
{{</layout}}
