{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Signalement {{CODE}}" NAV="archives" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/archives/signalements" LABEL="Signalements"/}}{{<kit/crumb LABEL="{{CODE}}"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="Signalement {{CODE}}" TEXT="{{KIND_LABEL}}"/}}
	<p>{{<archive/layout-report-state/}}</p>
	<div class="g-split">
		<div class="g-stack-l">
			{{<archive/layout-report WHO="Ce que dit l’agent" COPY_HREF="oui"/}}
			{{#HAS_MOVES}}<section class="g-card" aria-labelledby="repondre"><h2 class="govuk-heading-m" id="repondre">Faire avancer</h2>{{<kit/form ACTION="/archives/signalements/{{REPORT_ID}}"}}
				{{<kit/select NAME="vers" LABEL="Nouvel état"}}{{#MOVES}}<option value="{{TO_CODE}}"{{#VERS_ON}} selected{{/VERS_ON}}>{{LABEL}}</option>{{/MOVES}}{{</kit/select}}
				{{<kit/textarea NAME="reponse" LABEL="Réponse à l’agent" HINT="Il la lira telle quelle. Obligatoire pour terminer ; dites où l’acte a été cherché, ou ce qu’il peut faire." ROWS="4"/}}
				{{<kit/actions}}{{<kit/button LABEL="Enregistrer et prévenir l’agent"/}}{{</kit/actions}}
			{{</kit/form}}</section>{{/HAS_MOVES}}
		</div>
		<aside class="g-stack" aria-label="L’agent">{{#AGENT}}{{<kit/card ID="agent" TITLE="{{AGENT_NAME}}"}}<dl class="g-facts g-facts--tight"><div><dt>Matricule</dt><dd class="g-num">{{MATRICULE}}</dd></div>{{#HAS_STRUCTURE_NAME}}<div><dt>Structure</dt><dd>{{STRUCTURE_NAME}}</dd></div>{{/HAS_STRUCTURE_NAME}}{{#HAS_ACT_REFERENCE}}<div><dt>Acte visé</dt><dd class="g-break">{{ACT_REFERENCE}}</dd></div>{{/HAS_ACT_REFERENCE}}{{#HAS_HANDLED_NAME}}<div><dt>Suivi par</dt><dd>{{HANDLED_NAME}}</dd></div>{{/HAS_HANDLED_NAME}}</dl>
			<ul class="govuk-list g-links"><li><a class="govuk-link" href="/archives/recherche?matricule={{MATRICULE:url_query_escape}}">Chercher ses pièces</a></li><li><a class="govuk-link" href="/agents/{{AGENT_ID}}">Ouvrir son dossier</a></li></ul>{{</kit/card}}{{/AGENT}}</aside>
	</div>
</div>
{{</layout}}
