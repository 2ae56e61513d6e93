{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ajouter un survivant" NAV="{{HERE}}"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="{{BASE}}/{{CLAIM_ID}}" LABEL="La demande {{NUMBER}}"/}}
	{{<kit/title CAPTION="Après le décès de {{DECEASED_NAME}}" TEXT="Un conjoint ou un enfant"/}}
	{{<kit/form ACTION="{{BASE}}/{{CLAIM_ID}}/survivant"}}
		{{<kit/radios NAME="lien" LEGEND="Son lien avec le défunt" CLASS="govuk-radios--inline"}}{{<kit/radio NAME="lien" VALUE="conjoint" LABEL="Conjoint"/}}{{<kit/radio NAME="lien" VALUE="enfant" LABEL="Enfant"/}}{{</kit/radios}}
		{{<kit/text-field NAME="nom" LABEL="Nom de famille" AUTOCOMPLETE="off"/}}
		{{<kit/text-field NAME="prenoms" LABEL="Prénoms" AUTOCOMPLETE="off" OPTIONAL="oui"/}}
		{{<kit/date NAME="naissance" LABEL="Date de naissance"/}}
		{{<kit/text-field NAME="acte" LABEL="Acte de mariage ou de naissance" HINT="Son numéro et sa commune, comme ils sont écrits" OPTIONAL="oui" AUTOCOMPLETE="off"/}}
		{{<kit/actions}}{{<kit/button LABEL="Ajouter"/}}<a class="govuk-link" href="{{BASE}}/{{CLAIM_ID}}">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
