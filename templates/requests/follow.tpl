{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Suivre une demande" NAV="suivi" DESCRIPTION="Avec le numéro et le code du récépissé, sans compte."}}
<div class="g-stack-l g-narrow">
	{{#ASKING}}{{<kit/title TEXT="Suivre une demande" LEAD="Le numéro et le code sont sur votre récépissé. Aucun compte n’est nécessaire."/}}
	{{#WRONG}}<div class="govuk-error-summary" role="alert" aria-labelledby="problemes" tabindex="-1" data-problems><h2 class="govuk-error-summary__title" id="problemes">Ce numéro et ce code ne vont pas ensemble</h2><ul class="govuk-list govuk-error-summary__list"><li><a href="#numero">Vérifiez les deux sur le récépissé.</a></li></ul></div>{{/WRONG}}
	<form method="get" action="/suivi" class="g-stack">
		<div class="govuk-form-group"><label class="govuk-label" for="numero">Numéro</label><p class="govuk-hint" id="numero-aide">Par exemple REQ204518</p><input class="govuk-input govuk-input--width-10" id="numero" name="numero" value="{{NUMERO_VALUE}}" autocomplete="off" spellcheck="false" aria-describedby="numero-aide"></div>
		<div class="govuk-form-group"><label class="govuk-label" for="code">Code de suivi</label><p class="govuk-hint" id="code-aide">Huit lettres et chiffres, avec ou sans espace</p><input class="govuk-input govuk-input--width-10 g-code" id="code" name="code" autocomplete="off" spellcheck="false" aria-describedby="code-aide"></div>
		<button class="govuk-button" type="submit">Voir où elle en est</button>
	</form>
	<p class="g-note">Vous avez un compte ? <a class="govuk-link" href="/demandes">Vos demandes sont ici</a>.</p>{{/ASKING}}
	{{#FOUND}}{{<kit/error-summary/}}{{<kit/title CAPTION="{{REQUESTER}}" TEXT="{{SERVICE_NAME}}"/}}
	<section class="g-stub" aria-label="Récépissé"><div class="g-stub__tab"><p class="g-stub__kind">Récépissé</p><p class="g-stub__number">{{NUMBER}}</p><p>{{<requests/layout-state/}}</p><p class="g-stub__foot">Déposée le {{FILED_AT}}</p></div>
		<div class="g-stub__body g-stack">
			{{#TURN_CODE_NOUS}}<h2 class="govuk-heading-m">C’est à nous : {{DESK}}</h2>{{#HAS_DUE_ON}}<p>{{<kit/count N="DAYS_USED" ONE="jour ouvrable compté" MANY="jours ouvrables comptés"/}} sur {{DAYS}}. {{#IS_LATE}}<strong>Délai dépassé</strong> depuis le {{DUE_ON}}.{{/IS_LATE}}{{#NO_IS_LATE}}Échéance : le {{DUE_ON}}.{{/NO_IS_LATE}}</p>{{/HAS_DUE_ON}}{{/TURN_CODE_NOUS}}
			{{#TURN_CODE_VOUS}}<h2 class="govuk-heading-m">Une réponse est attendue de vous</h2>{{#IS_ACCOUNT}}<p><a class="govuk-link" href="/demandes">Connectez-vous pour répondre</a>.</p>{{/IS_ACCOUNT}}{{#NO_IS_ACCOUNT}}<p class="g-note">Le compteur est arrêté : il repart quand votre réponse arrive. Vous pouvez aussi l’apporter au bureau ou dans un centre communal, avec ce numéro.</p>{{/NO_IS_ACCOUNT}}{{/TURN_CODE_VOUS}}
			{{#TURN_CODE_FINI}}<h2 class="govuk-heading-m">{{STATE_LABEL}}</h2>{{#IS_ACCOUNT}}<p>La réponse se lit <a class="govuk-link" href="/demandes">une fois connecté</a>.</p>{{/IS_ACCOUNT}}{{#HAS_REASON_LABEL}}<p>Motif : {{REASON_LABEL}}. {{REMEDY}}</p>{{/HAS_REASON_LABEL}}{{/TURN_CODE_FINI}}
		</div></section>
	{{<requests/layout-complement ACTION="/suivi/completer?numero={{NUMBER:url_query_escape}}&amp;code={{CODE:url_query_escape}}&amp;complement={{COMPLEMENT_ID:url_query_escape}}" HREF="/suivi?numero={{NUMBER:url_query_escape}}&amp;code={{CODE:url_query_escape}}&amp;complement={{COMPLEMENT_ID:url_query_escape}}"/}}
	{{#HAS_PAPERS}}<section class="g-card g-stack" aria-labelledby="documents"><h2 class="govuk-heading-m" id="documents">Ce qui vous est remis</h2>
		{{#PAPERS}}<div class="g-delivered">{{<kit/icon NAME="seal"/}}<p class="g-delivered__name">{{LABEL}}</p><p class="g-delivered__do">{{#HERE}}<a class="govuk-button" href="/suivi/document?numero={{NUMBER:url_query_escape}}&amp;code={{CODE:url_query_escape}}&amp;piece={{ATTACHMENT_ID:url_query_escape}}" download>Télécharger<span class="govuk-visually-hidden"> : {{LABEL}}</span></a>{{/HERE}}{{#NO_HERE}}<span class="g-note">à télécharger une fois connecté</span>{{/NO_HERE}}</p></div>{{/PAPERS}}</section>{{/HAS_PAPERS}}
	<section aria-labelledby="chemin"><h2 class="govuk-heading-m" id="chemin">Ce qui s’est passé</h2>
		{{<kit/thread}}{{#THREAD}}{{<kit/knot WHEN="{{AT}}" WHAT="{{WHAT}}" WHO="{{DESK}}"}}{{#HAS_NOTE}}<div class="g-quote">{{NOTE}}</div>{{/HAS_NOTE}}{{</kit/knot}}{{/THREAD}}{{</kit/thread}}</section>
	<p><a class="govuk-link" href="/suivi/recepisse?numero={{NUMBER:url_query_escape}}&amp;code={{CODE:url_query_escape}}" download>Le récépissé (PDF)</a></p>{{/FOUND}}
</div>
{{</layout}}
