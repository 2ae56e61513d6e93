{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{NAME}}" NAV="canaux"}}
<div class="g-stack-l">
	{{<kit/back HREF="/partenaires" LABEL="Partenaires"/}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="Partenaire" TEXT="{{NAME}}"/}}
	{{#HAS_SUSPENDED_AT}}{{<kit/banner KIND="late" ICON="lock" TITLE="Suspendu depuis le {{SUSPENDED_AT}}"}}<p>{{SUSPENDED_WHY}}. Rien de ce qu’il envoie n’est pris, quelles que soient ses clés.</p>{{</kit/banner}}{{/HAS_SUSPENDED_AT}}
	<dl class="g-facts"><div><dt>Code</dt><dd>{{CODE}}</dd></div><div><dt>uxp-client</dt><dd class="g-break">{{CLIENT}}</dd></div><div><dt>uxp-service</dt><dd class="g-break">{{SERVICE}}</dd></div><div><dt>Application</dt><dd class="g-break">{{APPLICATION_ID}}</dd></div><div><dt>Au plus</dt><dd>{{MINUTE_MOST}} par minute</dd></div><div><dt>Admis depuis</dt><dd>{{VALID_FROM}}{{#HAS_VALID_TO}} <small>jusqu’au {{VALID_TO}}</small>{{/HAS_VALID_TO}}</dd></div><div><dt>Demandes</dt><dd>{{TOTAL}}{{#HAS_LAST_AT}} <small>la dernière le {{LAST_AT}}</small>{{/HAS_LAST_AT}}</dd></div><div><dt>Dernier usage d’une clé</dt><dd>{{#HAS_USED_AT}}{{USED_AT}}{{/HAS_USED_AT}}{{#NO_USED_AT}}jamais{{/NO_USED_AT}}</dd></div></dl>
	{{<kit/section ID="cles" TITLE="Ses clés"}}
		{{#NO_KEYS}}<p class="g-note">Aucune clé : il ne peut rien déposer.</p>{{/NO_KEYS}}
		{{#HAS_KEYS}}<ul class="g-rows">{{#KEYS}}<li><strong>{{LABEL}}</strong>{{#HAS_BEGINS}} <code class="g-num">{{BEGINS}}…</code>{{/HAS_BEGINS}} {{#IS_VALID}}{{<kit/state KIND="done" LABEL="valide jusqu’au {{VALID_TO}}"/}}{{/IS_VALID}}{{#NO_IS_VALID}}{{<kit/state KIND="rejected" LABEL="finie"/}}{{/NO_IS_VALID}}<br>
			<span class="g-note">faite le {{MADE_AT}}{{#HAS_MADE_BY}} par {{MADE_BY}}{{/HAS_MADE_BY}} ; {{#HAS_USED_AT}}dernier usage le {{USED_AT}}{{/HAS_USED_AT}}{{#NO_USED_AT}}jamais servie{{/NO_USED_AT}}</span>
			{{#IS_VALID}}{{<kit/form ACTION="/partenaires/{{CODE}}/cles/{{TOKEN_ID}}/retrait"}}<button class="govuk-button govuk-button--secondary" type="submit">Retirer cette clé<span class="govuk-visually-hidden"> : {{LABEL}}</span></button>{{</kit/form}}{{/IS_VALID}}</li>{{/KEYS}}</ul>{{/HAS_KEYS}}
	{{</kit/section}}
	<div class="g-cols-2">
		{{#NO_SUSPENDED_AT}}<section class="g-card g-stack" aria-labelledby="nouvelle"><h2 class="govuk-heading-m" id="nouvelle">Faire une nouvelle clé</h2>
		<p class="g-note">Elle s’affiche une seule fois. Les clés d’avant valent encore sept jours, le temps que le partenaire change.</p>
		{{<kit/form ACTION="/partenaires/{{CODE}}/cle"}}{{<kit/text-field NAME="etiquette" LABEL="Nom de la clé" HINT="Par exemple « production, 2027 »"/}}{{<kit/text-field NAME="jours" LABEL="Elle vaut combien de jours ?" HINT="730 au plus" WIDTH="5" INPUTMODE="numeric"/}}{{<kit/actions}}{{<kit/button LABEL="Faire la clé"/}}{{</kit/actions}}{{</kit/form}}</section>
		<section class="g-card g-stack" aria-labelledby="suspendre"><h2 class="govuk-heading-m" id="suspendre">Suspendre</h2>
		{{<kit/form ACTION="/partenaires/{{CODE}}/etat"}}<input type="hidden" name="geste" value="suspendre">{{<kit/text-field NAME="motif" LABEL="Motif"/}}{{<kit/actions}}{{<kit/button LABEL="Suspendre ce partenaire" KIND="secondary"/}}{{</kit/actions}}{{</kit/form}}</section>{{/NO_SUSPENDED_AT}}
		{{#HAS_SUSPENDED_AT}}<section class="g-card g-stack" aria-labelledby="admettre"><h2 class="govuk-heading-m" id="admettre">L’admettre de nouveau</h2>
		{{<kit/form ACTION="/partenaires/{{CODE}}/etat"}}<input type="hidden" name="geste" value="reprendre">{{<kit/actions}}{{<kit/button LABEL="L’admettre"/}}{{</kit/actions}}{{</kit/form}}</section>{{/HAS_SUSPENDED_AT}}
	</div>
</div>
{{</layout}}
