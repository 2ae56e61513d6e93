{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Prendre rendez-vous" NAV="rendez-vous"}}
<div class="g-stack-l g-narrow">
	{{<kit/back HREF="/rendez-vous/bureaux" LABEL="Autre bureau"/}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="{{DESK_NAME}}" TEXT="Prendre rendez-vous" LEAD="{{ADDRESS}}"/}}
	{{#HAS_NOTE}}<p class="g-note">{{NOTE}}</p>{{/HAS_NOTE}}
	{{<kit/form ACTION="/rendez-vous/bureaux/{{DESK_CODE}}"}}
		{{<kit/select NAME="objet" LABEL="Pourquoi venez-vous ?" EMPTY="Choisissez"}}{{#SUBJECTS}}<option value="{{SUBJECT_CODE}}"{{#OBJET_ON}} selected{{/OBJET_ON}}>{{NAME}}</option>{{/SUBJECTS}}{{</kit/select}}
		{{#HAS_REQUESTS}}{{<kit/select NAME="demande" LABEL="Est-ce au sujet d’une de vos demandes ?" EMPTY="Non" OPTIONAL="oui"}}{{#REQUESTS}}<option value="{{NUMBER}}"{{#DEMANDE_ON}} selected{{/DEMANDE_ON}}>{{LABEL}}</option>{{/REQUESTS}}{{</kit/select}}{{/HAS_REQUESTS}}
		<h2 class="govuk-heading-m">Quelle heure vous convient ?</h2>
		{{<appointments/layout-week BASE="/rendez-vous/bureaux/{{DESK_CODE}}"/}}
		{{#HAS_DAYS}}{{<kit/textarea NAME="note" LABEL="Un mot pour le bureau" HINT="Par exemple : je me déplace en fauteuil." ROWS="2" OPTIONAL="oui"/}}
		{{<kit/actions}}{{<kit/button LABEL="Réserver cette heure"/}}{{</kit/actions}}{{/HAS_DAYS}}
	{{</kit/form}}
</div>
{{</layout}}
