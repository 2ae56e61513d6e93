{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Mes attestations" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Mes attestations" LEAD="Ce que votre dossier prouve est délivré aussitôt, numéroté et scellé. Le reste est étudié par le bureau en charge, dans un délai annoncé."/}}
	{{<career/layout-no-agent/}}
	{{#AGENT}}
	{{<career/layout-tabs CERTIFICATES="oui"/}}
	<section aria-labelledby="demander"><h2 class="govuk-heading-l" id="demander">Obtenir un document</h2>
		<div class="g-cols-2">{{#KINDS}}
			<article class="g-card g-stack" aria-labelledby="n-{{KIND_CODE}}">
				<div><h3 class="govuk-heading-m" id="n-{{KIND_CODE}}">{{NAME}}</h3><p class="govuk-body">{{PURPOSE}}</p></div>
				{{#HAS_OPEN_ID}}<p>{{<kit/state KIND="progress" LABEL="Demande en cours"/}}</p>
				<p class="g-links"><a class="govuk-link" href="/carriere/attestations/{{OPEN_ID}}">Suivre la demande<span class="govuk-visually-hidden"> : {{NAME}}</span></a></p>{{/HAS_OPEN_ID}}
				{{#NO_OPEN_ID}}{{#HAS_VALID_ID}}<p class="g-row">{{<kit/seal LABEL="Vous l’avez"/}}{{#HAS_VALID_UNTIL}}<span class="g-note">valable jusqu’au {{VALID_UNTIL}}</span>{{/HAS_VALID_UNTIL}}</p>
				<p class="g-links"><a class="govuk-link" href="/carriere/attestations/{{VALID_ID}}">Voir et télécharger<span class="govuk-visually-hidden"> : {{NAME}}</span></a></p>{{/HAS_VALID_ID}}
				{{#NO_VALID_ID}}
				{{#IS_WHOLE}}<p class="g-row">{{<kit/state KIND="done" LABEL="Tout est réuni"/}}<span class="g-note">{{MET}} conditions sur {{TOTAL}} : délivré aussitôt</span></p>{{/IS_WHOLE}}
				{{#NO_IS_WHOLE}}{{#IS_BARRED}}<p class="g-row">{{<kit/state KIND="missing" LABEL="Pas encore"/}}<span class="g-note">{{MET}} conditions sur {{TOTAL}}. Manque : {{MISSING}}</span></p>{{/IS_BARRED}}
				{{#NO_IS_BARRED}}<p class="g-row">{{<kit/state KIND="you" LABEL="Étude par le bureau"/}}<span class="g-note">{{MET}} conditions sur {{TOTAL}}. À établir : {{MISSING}}</span></p>{{/NO_IS_BARRED}}{{/NO_IS_WHOLE}}
				<p>{{<kit/button-link HREF="/carriere/attestations/demande/{{KIND_CODE}}" LABEL="Vérifier et demander" KIND="secondary"/}}</p>
				{{/NO_VALID_ID}}{{/NO_OPEN_ID}}
			</article>{{/KINDS}}
		</div>
	</section>
	<section aria-labelledby="miens"><h2 class="govuk-heading-l g-anchor" id="miens">Vos documents et vos demandes</h2>
	{{#NO_REQUESTS}}{{<kit/empty ICON="seal" TITLE="Aucun document pour l’instant" NOTE="Ceux que vous demanderez resteront ici, à télécharger quand vous voulez."/}}{{/NO_REQUESTS}}
	{{#HAS_REQUESTS}}
	{{<kit/table CAPTION="Du plus récent au plus ancien" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Document"/}}{{<kit/th LABEL="État"/}}{{<kit/th LABEL="Demandé"/}}{{<kit/th LABEL="Échéance"/}}{{<kit/th LABEL="Fichier"/}}{{</kit/head}}
		{{<kit/rows}}{{#REQUESTS}}{{<kit/row}}
			<th scope="row" role="rowheader" class="govuk-table__header"><a class="govuk-link" href="/carriere/attestations/{{REQUEST_ID}}">{{KIND_NAME}}</a>{{#HAS_REFERENCE}}<small class="g-break">n° {{REFERENCE}}</small>{{/HAS_REFERENCE}}</th>
			{{<kit/td LABEL="État"}}<span>{{<certificates/layout-holds/}}</span>{{</kit/td}}
			{{<kit/td LABEL="Demandé"}}<span class="g-num">{{ASKED_AT}}</span>{{</kit/td}}
			{{<kit/td LABEL="Échéance"}}<span>{{#HAS_EXPIRES_ON}}jusqu’au {{EXPIRES_ON}}{{/HAS_EXPIRES_ON}}{{#NO_EXPIRES_ON}}{{#STATE_CODE_ATTENTE}}réponse le {{DUE_ON}} au plus tard{{/STATE_CODE_ATTENTE}}{{#STATE_CODE_DELIVRE}}sans échéance{{/STATE_CODE_DELIVRE}}{{#STATE_CODE_REFUSE}}–{{/STATE_CODE_REFUSE}}{{#STATE_CODE_RETIRE}}–{{/STATE_CODE_RETIRE}}{{#STATE_CODE_EMISSION}}–{{/STATE_CODE_EMISSION}}{{/NO_EXPIRES_ON}}</span>{{</kit/td}}
			{{<kit/td LABEL="Fichier"}}<span>{{#STATE_CODE_DELIVRE}}<a class="govuk-link" href="/carriere/attestations/{{REQUEST_ID}}/pdf">PDF<span class="govuk-visually-hidden"> : {{KIND_NAME}} n° {{REFERENCE}}</span></a>{{/STATE_CODE_DELIVRE}}{{#HAS_CLOSED_AT}}{{#NO_CODE}}–{{/NO_CODE}}{{/HAS_CLOSED_AT}}{{#NO_CLOSED_AT}}–{{/NO_CLOSED_AT}}</span>{{</kit/td}}
		{{</kit/row}}{{/REQUESTS}}{{</kit/rows}}
	{{</kit/table}}
	{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/carriere/attestations?page={{PREVIOUS:url_query_escape}}" NEXT="/carriere/attestations?page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	{{/HAS_REQUESTS}}</section>
	{{/AGENT}}
</div>
{{</layout}}
