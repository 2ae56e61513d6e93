{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Contester ma pension" NAV="carriere"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{#NO_FILE}}{{<kit/title TEXT="Contester ma pension"/}}{{<kit/empty ICON="retirement" TITLE="Vous n’avez pas de dossier de pension" NOTE="Une révision se demande quand la pension est notifiée." HREF="/carriere/pension" LINK="Voir l’estimation de ma pension"/}}{{/NO_FILE}}
	{{#FILE}}
	{{<kit/crumbs}}{{<kit/crumb HREF="/carriere" LABEL="Ma carrière"/}}{{<kit/crumb HREF="/carriere/pension/dossier" LABEL="Mon dossier de pension"/}}{{<kit/crumb LABEL="Révision et recours"/}}{{</kit/crumbs}}
	{{<kit/title CAPTION="Dossier {{NUMBER}}" TEXT="{{#IS_APPEAL}}Former un recours{{/IS_APPEAL}}{{#IS_REVISION}}Demander une révision{{/IS_REVISION}}{{#CANNOT}}Révision et recours{{/CANNOT}}"/}}
	{{#CANNOT}}{{<kit/banner ICON="clock" TITLE="Vous ne pouvez rien demander aujourd’hui"}}<p>{{CANNOT_TEXT}}</p>{{</kit/banner}}{{/CANNOT}}
	{{#MAY_ASK}}
	<p class="g-lead">{{#IS_REVISION}}Un service oublié, un grade qui manque, une bonification non comptée : dites-le, une personne refait le calcul. Possible jusqu’au {{UNTIL}}.{{/IS_REVISION}}{{#IS_APPEAL}}Votre révision a été refusée. Une autre personne relit le dossier. Possible jusqu’au {{UNTIL}}.{{/IS_APPEAL}}</p>
	{{<kit/form ACTION="/carriere/pension/dossier/recours" CLASS="g-stack"}}
		{{<kit/textarea NAME="texte" LABEL="Ce qui n’est pas juste, et pourquoi" HINT="Citez la ligne du calcul et l’acte qui le prouve, si vous l’avez. Ne mettez pas de mot de passe ni de numéro de compte." ROWS="8"/}}
		{{<kit/actions}}{{<kit/button LABEL="Envoyer"/}}<a class="govuk-link" href="/carriere/pension/dossier/calcul">Relire le calcul</a>{{</kit/actions}}
	{{</kit/form}}
	<p class="g-note">Réponse attendue en {{ANSWER_DAYS}} jours ouvrés (valeur de démonstration). La pension continue d’être payée pendant ce temps. Vous pouvez aussi écrire au service, ou passer à un guichet.</p>
	{{/MAY_ASK}}
	{{#HAS_REVIEWS}}<section class="g-stack" aria-labelledby="suivi"><h2 class="govuk-heading-l" id="suivi">Vos demandes</h2>
		{{#REVIEWS}}<div class="g-card g-stack"><div class="g-title-row"><h3 class="govuk-heading-m">{{KIND_LABEL}}</h3>{{#IS_ANSWERED}}{{#IS_ACCEPTED}}{{<kit/state KIND="done" LABEL="Acceptée"/}}{{/IS_ACCEPTED}}{{#NO_IS_ACCEPTED}}{{<kit/state KIND="rejected" LABEL="Refusée"/}}{{/NO_IS_ACCEPTED}}{{/IS_ANSWERED}}{{#NO_IS_ANSWERED}}{{#IS_LATE}}{{<kit/state KIND="late" LABEL="Réponse due le {{DUE_ON}}"/}}{{/IS_LATE}}{{#NO_IS_LATE}}{{<kit/state KIND="progress" LABEL="Réponse attendue avant le {{DUE_ON}}"/}}{{/NO_IS_LATE}}{{/NO_IS_ANSWERED}}</div>
			<p class="g-note">Envoyé le {{MADE_AT}}</p><blockquote class="g-quote">{{TEXT:pre_escape}}</blockquote>
			{{#IS_ANSWERED}}<p><strong>Réponse du service</strong> <span class="g-note">{{ANSWERED_AT}}</span></p><p>{{ANSWER}}</p>{{/IS_ANSWERED}}</div>{{/REVIEWS}}
	</section>{{/HAS_REVIEWS}}
	{{/FILE}}
</div>
{{</layout}}
