{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Texte de l’acte" NAV="actes"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/actes/{{DRAFT_ID}}" LABEL="{{SUBJECT}}"/}}
	{{<kit/title CAPTION="{{MODEL_NAME}}" TEXT="Texte de l’acte"/}}
	{{<kit/form ACTION="/actes/{{DRAFT_ID}}/texte" CLASS="g-stack"}}<input type="hidden" name="version" value="{{VERSION}}">
		{{<kit/text-field NAME="objet" LABEL="Objet"/}}
		{{<kit/textarea NAME="visas" LABEL="Visas" HINT="Un visa par ligne." ROWS="8" OPTIONAL="oui"/}}
		{{<kit/textarea NAME="articles" LABEL="Articles" HINT="Une ligne vide entre deux articles. La liste des agents s’imprime après le premier ; « Article premier » s’écrit tout seul." ROWS="10"/}}
		{{<kit/textarea NAME="ampliations" LABEL="Ampliations" HINT="Une par ligne, avec le nombre d’exemplaires : SGG : 2" ROWS="7" OPTIONAL="oui"/}}
		{{<kit/actions}}{{<kit/button LABEL="Enregistrer"/}}<a class="govuk-link" href="/actes/{{DRAFT_ID}}">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
