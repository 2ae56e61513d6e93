{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Nouveau projet d’acte" NAV="actes"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/actes" LABEL="Actes"/}}
	{{<kit/title TEXT="Nouveau projet d’acte" LEAD="Le modèle apporte les visas, les articles et les ampliations. Vous direz ensuite quels agents il concerne."/}}
	{{#NO_MODELS}}{{<kit/empty TITLE="Aucun modèle ne vous est ouvert" NOTE="Votre rôle ne rédige pas d’actes. Votre chef de service peut demander le rôle de gestionnaire à l’administrateur."/}}{{/NO_MODELS}}
	{{#HAS_MODELS}}{{#FOR_AGENT}}{{<kit/inset}}<p>Le projet commencera avec l’agent de matricule <strong>{{MATRICULE}}</strong>, effet le <strong>{{EFFET}}</strong>. Vous pourrez en ajouter d’autres.</p>{{</kit/inset}}{{/FOR_AGENT}}
		{{<kit/form ACTION="/actes/nouveau{{#FOR_AGENT}}?matricule={{MATRICULE:url_query_escape}}&amp;effet={{EFFET_ISO:url_query_escape}}{{/FOR_AGENT}}" CLASS="g-stack"}}
		{{<kit/select NAME="modele" LABEL="Quel acte ?" EMPTY="Choisir"}}{{#MODELS}}<option value="{{MODEL_CODE}}"{{#MODELE_ON}} selected{{/MODELE_ON}}>{{NAME}}</option>{{/MODELS}}{{</kit/select}}
		{{<kit/select NAME="structure" LABEL="Quelle structure l’émet ?" HINT="Elle donne le timbre, le registre et la suite des numéros." EMPTY="Choisir"}}{{#ISSUERS}}<option value="{{STRUCTURE_ID}}"{{#STRUCTURE_ON}} selected{{/STRUCTURE_ON}}>{{CODE}} – {{NAME}}</option>{{/ISSUERS}}{{</kit/select}}
		{{<kit/text-field NAME="objet" LABEL="Objet" HINT="Vide : celui du modèle." OPTIONAL="oui"/}}
		{{<kit/inset}}<p>Les textes des modèles sont des <strong>valeurs de démonstration</strong> : le ministère charge les siens.</p>{{</kit/inset}}
		{{<kit/actions}}{{<kit/button LABEL="Ouvrir le projet"/}}{{</kit/actions}}
	{{</kit/form}}{{/HAS_MODELS}}
</div>
{{</layout}}
