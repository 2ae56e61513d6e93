{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Mon adresse" NAV="ma-pension"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/ma-pension" LABEL="Ma pension"/}}
	{{<kit/title TEXT="Où habitez-vous ?" LEAD="Le changement est immédiat. Nous vous l’écrirons, pour que personne ne le fasse à votre place."/}}
	{{<kit/form ACTION="/ma-pension/adresse"}}
		{{<kit/select NAME="commune" LABEL="Commune" EMPTY="Choisir"}}{{#COMMUNES}}<option value="{{NAME}}"{{#COMMUNE_ON}} selected{{/COMMUNE_ON}}>{{NAME}} ({{DEPARTMENT}})</option>{{/COMMUNES}}{{</kit/select}}
		{{<kit/text-field NAME="adresse" LABEL="Quartier, rue, maison" HINT="Comme vous l’expliqueriez à un facteur" AUTOCOMPLETE="street-address"/}}
		{{<kit/actions}}{{<kit/button LABEL="Enregistrer mon adresse"/}}<a class="govuk-link" href="/ma-pension">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
