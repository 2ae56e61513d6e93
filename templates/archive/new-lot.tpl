{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Nouveau lot" NAV="archives"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/archives/lots" LABEL="Lots"/}}{{<kit/crumb LABEL="Nouveau lot"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Nouveau lot" LEAD="Les pièces d’une même provenance. Vous enverrez les fichiers à la page suivante."/}}
	{{<kit/form ACTION="/archives/lots"}}
		{{<kit/text-field NAME="nom" LABEL="Nom du lot" HINT="Par exemple : Carton 14, avancements 1998–2004"/}}
		{{<kit/text-field NAME="origine" LABEL="Provenance" HINT="Local, rayonnage, service versant" OPTIONAL="oui"/}}
		{{<kit/select NAME="structure" LABEL="Structure dont viennent les pièces"}}{{#STRUCTURES}}<option value="{{STRUCTURE_ID}}">{{NAME}}</option>{{/STRUCTURES}}{{</kit/select}}
		{{<kit/actions}}{{<kit/button LABEL="Ouvrir le lot"/}}<a class="govuk-link" href="/archives/lots">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
