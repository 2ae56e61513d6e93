{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Demande {{NUMBER}} déposée" NAV="demandes"}}
<div class="g-stack-l g-narrow">
	{{<kit/done NUMBER="{{NUMBER}}" TITLE="Votre demande est déposée"}}
		<p class="govuk-body">{{SERVICE_NAME}}. Elle est chez : <strong>{{DESK}}</strong>.</p>
		<dl class="g-facts"><div><dt>Code de suivi</dt><dd class="g-code">{{CODE_SHOWN}}</dd></div>{{#HAS_DUE_ON}}<div><dt>Réponse au plus tard</dt><dd>{{DUE_ON}}</dd></div>{{/HAS_DUE_ON}}</dl>
		<p class="g-note">Avec le numéro et le code, la demande se suit sans compte. Gardez le code pour vous : il ouvre le suivi.</p>
	{{</kit/done}}
	<section aria-labelledby="ensuite"><h2 class="govuk-heading-m" id="ensuite">Ce qui se passe maintenant</h2>
		<p class="govuk-body">{{#HAS_NEXT_WORDS}}{{NEXT_WORDS}}{{/HAS_NEXT_WORDS}}{{#NO_NEXT_WORDS}}Le bureau lit votre demande. S’il lui faut une pièce, il vous la demande une seule fois.{{/NO_NEXT_WORDS}}</p>
		{{#HAS_DUE_ON}}<p class="govuk-body">Le délai affiché est de {{<kit/count N="DAYS" ONE="jour ouvrable" MANY="jours ouvrables"/}}. Il s’arrête quand c’est à vous de répondre.</p>{{/HAS_DUE_ON}}
	</section>
	{{<kit/actions}}{{#SIGNED_IN}}<a class="govuk-button" href="/demandes">Mes demandes</a>{{/SIGNED_IN}}<a class="govuk-link" href="/suivi/recepisse?numero={{NUMBER:url_query_escape}}&amp;code={{CODE:url_query_escape}}" download>Le récépissé (PDF)</a> <a class="govuk-link" href="/suivi?numero={{NUMBER:url_query_escape}}&amp;code={{CODE:url_query_escape}}">La page de suivi</a>{{</kit/actions}}
</div>
{{</layout}}
