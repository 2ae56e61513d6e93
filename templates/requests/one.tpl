{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{NUMBER}} – {{SERVICE_NAME}}" NAV="demandes"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/demandes" LABEL="Mes demandes"/}}{{<kit/crumb LABEL="{{NUMBER}}"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="{{SERVICE_NAME}}"/}}
	<section class="g-stub" aria-label="Récépissé">
		<div class="g-stub__tab"><p class="g-stub__kind">Récépissé</p><p class="g-stub__number">{{NUMBER}}</p><p>{{<requests/layout-state/}}</p><p class="g-stub__foot">Déposée le {{FILED_AT}}, {{CHANNEL_LABEL}}</p></div>
		<div class="g-stub__body g-stack">
			{{#TURN_CODE_NOUS}}<h2 class="govuk-heading-m">C’est à nous : {{DESK}}</h2>{{/TURN_CODE_NOUS}}
			{{#TURN_CODE_VOUS}}<h2 class="govuk-heading-m">C’est à vous de répondre</h2>{{/TURN_CODE_VOUS}}
			{{#STATE_CODE_FINALISEE}}<h2 class="govuk-heading-m">Terminée le {{CLOSED_AT}}</h2>{{/STATE_CODE_FINALISEE}}
			{{#STATE_CODE_REJETEE}}<h2 class="govuk-heading-m">Rejetée le {{CLOSED_AT}}</h2>{{/STATE_CODE_REJETEE}}
			{{#STATE_CODE_RETIREE}}<h2 class="govuk-heading-m">Retirée par vous le {{CLOSED_AT}}</h2>{{/STATE_CODE_RETIREE}}
			{{<requests/layout-clock/}}
			{{#TURN_CODE_NOUS}}{{#HAS_DUE_ON}}<p class="g-note">{{<kit/count N="DAYS_USED" ONE="jour ouvrable compté" MANY="jours ouvrables comptés"/}} sur {{DAYS}}. {{#IS_LATE}}<strong>Le délai affiché est dépassé depuis le {{DUE_ON}}</strong> : le bureau au-dessus en est prévenu.{{/IS_LATE}}{{#NO_IS_LATE}}Échéance : le <strong>{{DUE_ON}}</strong>. Fins de semaine et jours fériés ne comptent pas.{{/NO_IS_LATE}}</p>{{/HAS_DUE_ON}}{{#NO_DUE_ON}}<p class="g-note">{{<kit/count N="DAYS_USED" ONE="jour ouvrable compté" MANY="jours ouvrables comptés"/}}. Aucun délai n’est affiché pour cette démarche.</p>{{/NO_DUE_ON}}{{/TURN_CODE_NOUS}}
			{{#TURN_CODE_VOUS}}<p class="g-note">Le compteur est arrêté : il repart quand votre réponse arrive.</p>{{/TURN_CODE_VOUS}}
		</div>
	</section>
	{{<requests/layout-complement ACTION="/demandes/{{REQUEST_ID}}/completer?complement={{COMPLEMENT_ID:url_query_escape}}" HREF="/demandes/{{REQUEST_ID}}?complement={{COMPLEMENT_ID:url_query_escape}}"/}}
	{{#HAS_REPLY}}<section class="g-card g-stack" aria-labelledby="reponse"><h2 class="govuk-heading-l" id="reponse">La réponse</h2>
		{{#HAS_REASON_LABEL}}<p class="govuk-body"><strong>Motif : {{REASON_LABEL}}.</strong></p>{{/HAS_REASON_LABEL}}
		<p class="g-letter">{{REPLY:pre_escape}}</p>
		{{#PIECES}}{{#IS_REPLY}}<div class="g-delivered">{{<kit/icon NAME="seal"/}}<p class="g-delivered__name">{{LABEL}}</p><p class="g-delivered__do"><a class="govuk-button" href="/demandes/{{REQUEST_ID}}/pieces/{{ATTACHMENT_ID}}" download>Télécharger<span class="govuk-visually-hidden"> : {{LABEL}}</span></a> <a class="govuk-link" href="/demandes/{{REQUEST_ID}}/pieces/{{ATTACHMENT_ID}}/voir">Lire à l’écran<span class="govuk-visually-hidden"> : {{LABEL}}</span></a></p></div>{{/IS_REPLY}}{{/PIECES}}
		{{#HAS_REMEDY}}{{<kit/inset}}<p><strong>Ce que vous pouvez faire.</strong> {{REMEDY}}</p>{{</kit/inset}}{{/HAS_REMEDY}}
	</section>{{/HAS_REPLY}}
	{{#CONTEST}}{{<kit/banner TITLE="Contestation du {{AT}}"}}<p>{{DESK}}.{{#NO_DECISION_CODE}} Réponse au plus tard le {{DUE_ON}}.{{/NO_DECISION_CODE}}{{#DECISION_CODE_MAINTENUE}} La décision est maintenue : {{DECISION}}{{/DECISION_CODE_MAINTENUE}}{{#DECISION_CODE_ROUVERTE}} La demande est rouverte : {{DECISION}}{{/DECISION_CODE_ROUVERTE}}</p>{{</kit/banner}}{{/CONTEST}}
	<div class="g-split">
		<section aria-labelledby="chemin">
			<h2 class="govuk-heading-l" id="chemin">Le chemin de votre demande</h2>
			<ol class="g-thread">{{#THREAD}}
				{{#KIND_CODE_EVENT}}<li class="g-thread__item"><p class="g-thread__when">{{IN_ON}}</p><p class="g-thread__what">{{WHAT}}</p>{{#HAS_DESK}}<p class="g-thread__who">{{DESK}}</p>{{/HAS_DESK}}{{#HAS_NOTE}}<div class="g-quote">{{NOTE}}</div>{{/HAS_NOTE}}</li>{{/KIND_CODE_EVENT}}
				{{#KIND_CODE_MINE}}<li class="g-thread__item"><p class="g-thread__when">{{IN_ON}}</p><p class="g-thread__what">{{WHAT}}</p>{{#HAS_NOTE}}<div class="g-quote g-quote--mine">{{NOTE}}</div>{{/HAS_NOTE}}</li>{{/KIND_CODE_MINE}}
				{{#KIND_CODE_NOW}}<li class="g-thread__item {{#TURN_CODE_VOUS}}g-thread__item--you{{/TURN_CODE_VOUS}}{{#TURN_CODE_NOUS}}g-thread__item--now{{/TURN_CODE_NOUS}}"><p class="g-thread__when">depuis le {{IN_ON}}</p><p class="g-thread__what">{{WHAT}}</p><p class="g-thread__who">{{DESK}}</p></li>{{/KIND_CODE_NOW}}
				{{#KIND_CODE_NEXT}}<li class="g-thread__item g-thread__item--next"><p class="g-thread__when">ensuite</p><p class="g-thread__what">{{WHAT}}</p><p class="g-thread__who">{{DESK}}</p></li>{{/KIND_CODE_NEXT}}
			{{/THREAD}}</ol>
			{{#CAN_SAY}}{{<kit/form ACTION="/demandes/{{REQUEST_ID}}/message" CLASS="g-mt-l g-no-print"}}{{<kit/textarea NAME="message" LABEL="Écrire au bureau en charge" ROWS="3"/}}{{<kit/button LABEL="Envoyer le message" KIND="secondary"/}}{{</kit/form}}{{/CAN_SAY}}
		</section>
		<aside class="g-stack" aria-label="Ce qui a été déposé">
			{{<kit/card ID="depot" TITLE="Ce que vous avez déposé"}}<dl class="g-filed">{{#LINES}}<div><dt>{{LABEL}}</dt><dd class="g-break">{{VALUE}}{{#KNOWN}} <small class="g-note">déjà connu</small>{{/KNOWN}}</dd></div>{{/LINES}}</dl>{{#HAS_SHEET_ID}}<p><a class="govuk-link" href="/demarches/fiches/{{SHEET_ID}}">La fiche affichée ce jour-là</a></p>{{/HAS_SHEET_ID}}{{</kit/card}}
			{{#HAS_PIECES}}{{<kit/card ID="pieces" TITLE="Pièces au dossier" KIND="quiet"}}<ul class="g-links g-break">{{#PIECES}}<li>{{#IS_FILE}}<a class="govuk-link" href="/demandes/{{REQUEST_ID}}/pieces/{{ATTACHMENT_ID}}/voir">{{LABEL}}</a> <span class="g-note">(<a class="govuk-link" href="/demandes/{{REQUEST_ID}}/pieces/{{ATTACHMENT_ID}}" download>télécharger<span class="govuk-visually-hidden"> : {{LABEL}}</span></a>)</span>{{/IS_FILE}}{{#NO_IS_FILE}}{{#HAS_ACT_ID}}<a class="govuk-link" href="/carriere/actes/{{ACT_ID}}">{{LABEL}}</a>{{/HAS_ACT_ID}}{{#NO_ACT_ID}}{{LABEL}}{{/NO_ACT_ID}}{{/NO_IS_FILE}}{{#ORIGIN_CODE_ETAT}} <span class="g-note">jointe par l’administration</span>{{/ORIGIN_CODE_ETAT}}</li>{{/PIECES}}</ul>{{</kit/card}}{{/HAS_PIECES}}
			{{<kit/card ID="faire" TITLE="Vous pouvez aussi"}}<ul class="g-links"><li><a class="govuk-link" href="/consultations">Voir qui a ouvert votre dossier</a></li>{{#CAN_WITHDRAW}}<li><a class="govuk-link" href="/demandes/{{REQUEST_ID}}/retirer">Retirer la demande</a></li>{{/CAN_WITHDRAW}}{{#CAN_CONTEST}}<li><a class="govuk-link" href="/demandes/{{REQUEST_ID}}/contester">Contester la décision</a></li>{{/CAN_CONTEST}}</ul>{{#STATE_CODE_RETIREE}}{{<kit/form ACTION="/demandes/{{REQUEST_ID}}/reprendre"}}{{<kit/button LABEL="Reprendre la demande" KIND="secondary"/}}{{</kit/form}}{{/STATE_CODE_RETIREE}}{{<kit/print/}}{{</kit/card}}
		</aside>
	</div>
</div>
{{</layout}}
