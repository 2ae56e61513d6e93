{{%AUTOESCAPE context="HTML"}}
{{! What differs, both sides, the likely cause: a row of DIFFERENCES, or a page about one. OWN="oui": the agent's own page, with links to his acts. }}
<p class="govuk-body"><strong>Cause probable.</strong> {{CAUSE}}</p>
<dl class="g-facts">
	<div><dt>D’après [[?OWN]]vos[[/OWN]][[!OWN]]les[[/OWN]] actes</dt><dd>{{CAREER_SAYS}}</dd></div>
	<div><dt>D’après la solde</dt><dd>{{PAYROLL_SAYS}}</dd></div>
	<div><dt>Qui s’en occupe</dt><dd>{{WHO}}</dd></div>
	{{#HAS_ACT_ID}}<div><dt>Acte derrière</dt><dd>[[?OWN]]<a class="govuk-link" href="/carriere/actes/{{ACT_ID}}">{{ACT_LABEL}}</a>[[/OWN]][[!OWN]]{{ACT_LABEL}}[[/OWN]] <small>{{#HAS_ACT_REFERENCE}}<span class="g-break">{{ACT_REFERENCE}},</span> {{/HAS_ACT_REFERENCE}}{{#HAS_ACT_EFFECT}}effet le {{ACT_EFFECT}}{{/HAS_ACT_EFFECT}}{{#HAS_ACT_SIGNED}}, signé le {{ACT_SIGNED}}{{/HAS_ACT_SIGNED}}</small></dd></div>{{/HAS_ACT_ID}}
	{{#HAS_REASON_LABEL}}<div><dt>Réglé{{#HAS_SETTLED_ON}} le {{SETTLED_ON}}{{/HAS_SETTLED_ON}}</dt><dd>{{REASON_LABEL}}{{#HAS_SETTLED_NOTE}} <small>{{SETTLED_NOTE}}</small>{{/HAS_SETTLED_NOTE}}</dd></div>{{/HAS_REASON_LABEL}}
</dl>
