{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Votre avis"}}
<div class="g-stack-l g-narrow">
	{{#IS_USED}}{{<kit/title TEXT="Vous avez déjà répondu" LEAD="Chaque question ne sert qu’une fois. Merci."/}}{{/IS_USED}}
	{{#NO_IS_USED}}{{#IS_LATE}}{{<kit/title TEXT="Cette question n’est plus ouverte" LEAD="Elle l’est restée soixante jours."/}}{{/IS_LATE}}
	{{#NO_IS_LATE}}{{<kit/error-summary/}}{{<kit/title CAPTION="{{NUMBER}} – {{SERVICE_NAME}}" TEXT="Comment cela s’est-il passé ?" LEAD="Quatre questions. Le bureau qui a traité votre demande ne voit pas vos réponses."/}}
	<form method="post" class="g-stack" novalidate><input type="hidden" name="_jeton" value="{{CSRF}}"><input type="hidden" name="_cle" value="{{KEY}}">
		{{<kit/radios NAME="delai" LEGEND="Le délai" CLASS="govuk-radios--inline"}}{{<kit/radio NAME="delai" VALUE="4" LABEL="Très bien"/}}{{<kit/radio NAME="delai" VALUE="3" LABEL="Bien"/}}{{<kit/radio NAME="delai" VALUE="2" LABEL="Mal"/}}{{<kit/radio NAME="delai" VALUE="1" LABEL="Très mal"/}}{{</kit/radios}}
		{{<kit/radios NAME="resultat" LEGEND="Le résultat" CLASS="govuk-radios--inline"}}{{<kit/radio NAME="resultat" VALUE="4" LABEL="Très bien"/}}{{<kit/radio NAME="resultat" VALUE="3" LABEL="Bien"/}}{{<kit/radio NAME="resultat" VALUE="2" LABEL="Mal"/}}{{<kit/radio NAME="resultat" VALUE="1" LABEL="Très mal"/}}{{</kit/radios}}
		{{<kit/radios NAME="accueil" LEGEND="La disponibilité du bureau" CLASS="govuk-radios--inline"}}{{<kit/radio NAME="accueil" VALUE="4" LABEL="Très bien"/}}{{<kit/radio NAME="accueil" VALUE="3" LABEL="Bien"/}}{{<kit/radio NAME="accueil" VALUE="2" LABEL="Mal"/}}{{<kit/radio NAME="accueil" VALUE="1" LABEL="Très mal"/}}{{</kit/radios}}
		{{<kit/radios NAME="organisation" LEGEND="L’organisation" CLASS="govuk-radios--inline"}}{{<kit/radio NAME="organisation" VALUE="4" LABEL="Très bien"/}}{{<kit/radio NAME="organisation" VALUE="3" LABEL="Bien"/}}{{<kit/radio NAME="organisation" VALUE="2" LABEL="Mal"/}}{{<kit/radio NAME="organisation" VALUE="1" LABEL="Très mal"/}}{{</kit/radios}}
		{{<kit/textarea NAME="remarque" LABEL="Un mot de plus" ROWS="3" OPTIONAL="oui"/}}
		{{<kit/actions}}{{<kit/button LABEL="Envoyer mon avis"/}}{{</kit/actions}}
	</form>{{/NO_IS_LATE}}{{/NO_IS_USED}}
</div>
{{</layout}}
