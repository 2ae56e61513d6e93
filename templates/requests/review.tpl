{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Relire et déposer : {{SERVICE_NAME}}" NAV="demandes"}}
<div class="g-stack-l g-narrow">
	{{<kit/back HREF="{{BASE}}/1" LABEL="Revenir aux questions"/}}
	{{<kit/error-summary/}}
	<div><p class="govuk-caption-l">{{SERVICE_NAME}} · étape {{STEP_COUNT}} sur {{STEP_COUNT}}</p><h1 class="govuk-heading-xl">Relisez avant de déposer</h1></div>
	{{#HAS_MISSING}}<div class="govuk-error-summary" role="alert" aria-labelledby="manque"><h2 class="govuk-error-summary__title" id="manque">Il manque encore</h2><ul class="govuk-list govuk-error-summary__list">{{#MISSING}}<li><a href="{{MISSING_HREF}}">{{MISSING_LABEL}} : {{MISSING_TEXT}}</a></li>{{/MISSING}}</ul></div>{{/HAS_MISSING}}
	{{#SECTIONS}}<section><div class="g-title-row"><h2 class="govuk-heading-m">{{SECTION}}</h2><a class="govuk-link g-small" href="{{SECTION_HREF}}">Changer<span class="govuk-visually-hidden"> : {{SECTION}}</span></a></div>
		<dl class="govuk-summary-list">{{#LINES}}<div class="govuk-summary-list__row govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key">{{LINE_LABEL}}</dt><dd class="govuk-summary-list__value">{{#LINE_FILE}}{{<kit/icon NAME="act" SIZE="in"/}} {{/LINE_FILE}}<span class="g-break">{{LINE_VALUE}}</span>{{#LINE_KNOWN}} <span class="g-note">déjà connu</span>{{/LINE_KNOWN}}</dd></div>{{/LINES}}</dl></section>{{/SECTIONS}}
	{{#CONTACT_VERIFIED}}{{<kit/banner KIND="ok" ICON="done" TITLE="{{CONTACT}} : ce contact est bien le vôtre"}}<p>La réponse y arrivera.</p>{{</kit/banner}}{{/CONTACT_VERIFIED}}
	{{#CONTACT_TO_SEND}}<section class="g-card g-stack" aria-labelledby="contact"><h2 class="govuk-heading-m" id="contact">Avant de déposer : ce contact est-il le vôtre ?</h2>
		<p>Vous donnez <strong>{{CONTACT}}</strong>. Nous y envoyons un code de six chiffres, que vous écrirez ici : ainsi la réponse n’arrive chez personne d’autre.</p>
		{{<kit/form ACTION="{{BASE}}/code"}}{{<kit/actions}}{{<kit/button LABEL="Recevoir le code"/}}<a class="govuk-link" href="{{BASE}}/1">Changer ou effacer ce contact</a>{{</kit/actions}}{{</kit/form}}</section>{{/CONTACT_TO_SEND}}
	{{#CONTACT_SENT}}<section class="g-card g-stack" aria-labelledby="contact"><h2 class="govuk-heading-m" id="contact">Avant de déposer : le code reçu</h2>
		<p>Un code de six chiffres est parti vers <strong>{{CONTACT}}</strong>. Il sert une fois, pendant dix minutes.</p>
		{{<kit/form ACTION="{{BASE}}/verifier"}}{{<kit/code NAME="code" LABEL="Code à six chiffres"/}}{{<kit/actions}}{{<kit/button LABEL="Vérifier"/}}<a class="govuk-link" href="{{BASE}}/1">Changer ou effacer ce contact</a>{{</kit/actions}}{{</kit/form}}
		{{<kit/form ACTION="{{BASE}}/code"}}{{<kit/button LABEL="Recevoir un autre code" KIND="secondary"/}}{{</kit/form}}</section>{{/CONTACT_SENT}}
	{{#COMPLETE}}{{<kit/form ACTION="{{BASE}}/deposer"}}
		{{<kit/checkbox NAME="accord" LABEL="J’ai relu, et ce que je déclare est exact" HINT="Vos réponses servent à traiter cette demande, et à rien d’autre. Vous verrez qui les a consultées."/}}
		{{<kit/actions}}{{<kit/button LABEL="Déposer la demande"/}}{{#ACCOUNT}}<a class="govuk-link" href="/demandes">Finir plus tard</a>{{/ACCOUNT}}{{</kit/actions}}
	{{</kit/form}}{{/COMPLETE}}
</div>
{{</layout}}
