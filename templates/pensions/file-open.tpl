{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ouvrir un dossier de pension" NAV="pensions"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/pensions" LABEL="Dossiers de pension"/}}{{<kit/crumb LABEL="Ouvrir un dossier"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Ouvrir un dossier de pension" LEAD="Les départs à la limite d’âge s’ouvrent seuls. Ici, ce qui ne peut pas attendre ou que la règle ne voit pas."/}}
	{{<kit/form ACTION="/pensions/ouvrir" CLASS="g-stack"}}
		{{<kit/matricule NAME="matricule" LABEL="Matricule de l’agent" HINT="D’un agent de vos structures"/}}
		{{<kit/radios NAME="nature" LEGEND="Quel départ ?"}}
			{{<kit/radio NAME="nature" VALUE="retraite" LABEL="Retraite à la limite d’âge" HINT="Avant l’ouverture automatique, ou pour un agent dont la date ne peut pas être calculée"/}}
			{{<kit/radio NAME="nature" VALUE="anticipe" LABEL="Départ anticipé" HINT="La règle qui le permet est citée au dossier, ou dite inconnue"/}}
			{{<kit/radio NAME="nature" VALUE="invalidite" LABEL="Invalidité" HINT="La décision de la commission de réforme s’ajoute ensuite, avec sa pièce"/}}
		{{</kit/radios}}
		{{<kit/date NAME="depart" LABEL="Premier jour sans service" HINT="Laissez vide pour la retraite à la limite d’âge : la règle donne le jour" OPTIONAL="oui"/}}
		{{<kit/textarea NAME="motif" LABEL="Pourquoi maintenant" HINT="L’agent le lira dans son dossier" ROWS="3"/}}
		{{<kit/actions}}{{<kit/button LABEL="Ouvrir le dossier"/}}<a class="govuk-link" href="/pensions">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
