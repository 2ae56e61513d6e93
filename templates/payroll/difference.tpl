{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{KIND_LABEL}}, {{SPAN}}" NAV="paye"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/paye" LABEL="Paye et carrière"/}}{{<kit/crumb HREF="/paye/agents/{{AGENT_ID}}" LABEL="{{MATRICULE}}"/}}{{<kit/crumb LABEL="{{KIND_LABEL}}"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="{{FULL_NAME}}, matricule {{MATRICULE}}" TEXT="{{KIND_LABEL}} : {{SPAN}}" LEAD="{{KIND_HELP}}"/}}
	<p>{{#STATE_CODE_OUVERT}}{{<kit/state KIND="late" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_OUVERT}}{{#STATE_CODE_RESOLU}}{{<kit/state KIND="done" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_RESOLU}} <span class="g-note">{{#IS_LONG}}{{MONTHS}} mois, trouvée{{/IS_LONG}}{{#IS_ONE}}Un mois, trouvée{{/IS_ONE}} le {{FOUND_ON}}</span></p>
	{{<payroll/layout-difference/}}
	{{#HAS_COMMENT_TEXT}}<section aria-labelledby="remarque"><h2 class="govuk-heading-m" id="remarque">Ce qu’écrit l’agent</h2><blockquote class="g-quote">{{COMMENT_TEXT:pre_escape}}</blockquote><p class="g-note">Le {{COMMENT_ON}}</p></section>{{/HAS_COMMENT_TEXT}}
	{{#STATE_CODE_OUVERT}}<section class="g-card" aria-labelledby="regler"><h2 class="govuk-heading-m" id="regler">Régler cette différence</h2>
		{{<kit/form ACTION="{{HERE}}/regler"}}
			<div class="govuk-form-group{{#RAISON_ERROR}} govuk-form-group--error{{/RAISON_ERROR}}">
				<fieldset class="govuk-fieldset" id="raison" tabindex="-1" aria-describedby="raison-aide{{#RAISON_ERROR}} raison-erreur{{/RAISON_ERROR}}">
					<legend class="govuk-fieldset__legend">Pour quelle raison ?</legend>
					<p class="govuk-hint" id="raison-aide">L’agent est prévenu et lit cette raison</p>
					{{#RAISON_ERROR}}<p class="govuk-error-message" id="raison-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{RAISON_ERROR_TEXT}}</p>{{/RAISON_ERROR}}
					<div class="govuk-radios">{{#REASONS}}<div class="govuk-radios__item"><input class="govuk-radios__input" id="raison-{{REASON_CODE}}" name="raison" type="radio" value="{{REASON_CODE}}"{{#RAISON_ON}} checked{{/RAISON_ON}}><label class="govuk-label govuk-radios__label" for="raison-{{REASON_CODE}}">{{LABEL}}</label></div>{{/REASONS}}</div>
				</fieldset>
			</div>
			{{<kit/textarea NAME="texte" LABEL="En quelques mots" HINT="Nécessaire quand la différence s’explique et peut durer, ou pour une autre raison" ROWS="3" OPTIONAL="oui"/}}
			{{<kit/actions}}{{<kit/button LABEL="Régler"/}}<a class="govuk-link" href="/paye/agents/{{AGENT_ID}}">Plus tard</a>{{</kit/actions}}
		{{</kit/form}}
	</section>{{/STATE_CODE_OUVERT}}
	{{#STATE_CODE_RESOLU}}<section class="g-card" aria-labelledby="rouvrir"><h2 class="govuk-heading-m" id="rouvrir">Rouvrir</h2>
		{{<kit/form ACTION="{{HERE}}/rouvrir"}}
			{{<kit/textarea NAME="texte" LABEL="Pourquoi la rouvrir ?" ROWS="3"/}}
			{{<kit/actions}}{{<kit/button LABEL="Rouvrir" KIND="secondary"/}}{{</kit/actions}}
		{{</kit/form}}
	</section>{{/STATE_CODE_RESOLU}}
	{{#HAS_EVENTS}}<section aria-labelledby="suite"><h2 class="govuk-heading-m" id="suite">Ce qui a été fait</h2>
		{{<kit/thread TIGHT="oui"}}{{#EVENTS}}{{<kit/knot WHEN="{{AT}}" WHAT="{{WHAT}}" WHO="{{WHO_NAME}}"}}{{#HAS_NOTE}}<blockquote class="g-quote">{{NOTE:pre_escape}}</blockquote>{{/HAS_NOTE}}{{</kit/knot}}{{/EVENTS}}{{</kit/thread}}
	</section>{{/HAS_EVENTS}}
</div>
{{</layout}}
