{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{KIND_NAME}}" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/carriere/attestations" LABEL="Mes attestations"/}}{{<kit/crumb LABEL="{{KIND_NAME}}"/}}{{</kit/crumbs}}
	{{<kit/title TEXT="{{KIND_NAME}}"/}}
	{{#STATE_CODE_EMISSION}}{{#IS_STUCK}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le document n’a pas pu être fait"}}<p>Une panne de notre côté l’a empêché. Rien n’est perdu : la demande peut être relancée.</p>{{<kit/form ACTION="/carriere/attestations/{{REQUEST_ID}}/relancer"}}{{<kit/button LABEL="Relancer"/}}{{</kit/form}}{{</kit/banner}}{{/IS_STUCK}}
	{{#NO_IS_STUCK}}{{<kit/progress ID="travail" TITLE="Votre document se prépare" NOTE="Numéro, sceau, mise en page : une seconde d’ordinaire. La page se met à jour seule." DONE="1" TOTAL="2" LIVE="1"}}<p><a class="govuk-link" href="/carriere/attestations/{{REQUEST_ID}}">Actualiser</a></p>{{</kit/progress}}{{/NO_IS_STUCK}}{{/STATE_CODE_EMISSION}}

	{{#STATE_CODE_DELIVRE}}
	<section class="g-stub" aria-label="Le document">
		<div class="g-stub__tab"><p class="g-stub__kind">Numéro</p><p class="g-stub__number g-stub__number--long">{{REFERENCE}}</p><p>{{#HOLDS_CODE_VALIDE}}{{<kit/state KIND="done" LABEL="Valable"/}}{{/HOLDS_CODE_VALIDE}}{{#HOLDS_CODE_EXPIRE}}{{<kit/state KIND="draft" LABEL="Expiré"/}}{{/HOLDS_CODE_EXPIRE}}{{#HOLDS_CODE_ANNULE}}{{<kit/state KIND="rejected" LABEL="Annulé"/}}{{/HOLDS_CODE_ANNULE}}{{#HOLDS_CODE_REMPLACE}}{{<kit/state KIND="rejected" LABEL="Remplacé"/}}{{/HOLDS_CODE_REMPLACE}}</p></div>
		<div class="g-stub__body g-stack">
			<dl class="g-facts">
				<div><dt>Délivré le</dt><dd>{{SIGNED_ON}}</dd></div>
				<div><dt>Valable jusqu’au</dt><dd>{{#HAS_EXPIRES_ON}}{{EXPIRES_ON}}{{#VALIDITY_IS_DEMO}} <small>durée : valeur de démonstration</small>{{/VALIDITY_IS_DEMO}}{{/HAS_EXPIRES_ON}}{{#NO_EXPIRES_ON}}ne périme pas{{/NO_EXPIRES_ON}}</dd></div>
				<div><dt>Signataire</dt><dd>{{SIGNATORY}}</dd></div>
			</dl>
			{{<kit/actions}}{{#HOLDS_CODE_VALIDE}}{{<kit/button-link HREF="/carriere/attestations/{{REQUEST_ID}}/pdf" LABEL="Télécharger le PDF" ICON="download" DOWNLOAD="oui"/}}{{/HOLDS_CODE_VALIDE}}{{#HOLDS_CODE_EXPIRE}}{{<kit/button-link HREF="/carriere/attestations/demande/{{KIND_CODE}}" LABEL="En demander un nouveau"/}}<a class="govuk-link" href="/carriere/attestations/{{REQUEST_ID}}/pdf" download>Télécharger l’ancien PDF</a>{{/HOLDS_CODE_EXPIRE}}{{#HOLDS_CODE_ANNULE}}{{<kit/button-link HREF="/carriere/attestations/demande/{{KIND_CODE}}" LABEL="En demander un nouveau"/}}<a class="govuk-link" href="/carriere/attestations/{{REQUEST_ID}}/pdf" download>Télécharger le PDF annulé</a>{{/HOLDS_CODE_ANNULE}}{{#HOLDS_CODE_REMPLACE}}<a class="govuk-link" href="/carriere/attestations/{{REQUEST_ID}}/pdf" download>Télécharger l’ancien PDF</a>{{/HOLDS_CODE_REMPLACE}}{{</kit/actions}}
		</div>
	</section>
	{{#HOLDS_CODE_ANNULE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Ce document est annulé"}}<p>{{STATE_NOTE}}</p><p>Qui le vérifie lit qu’il est annulé. Vous pouvez contester par un recours gracieux devant le signataire.</p>{{</kit/banner}}{{/HOLDS_CODE_ANNULE}}
	{{#HOLDS_CODE_REMPLACE}}{{<kit/banner TITLE="{{STATE_NOTE}}"}}<p>Qui le vérifie lit qu’un autre l’a remplacé.</p>{{</kit/banner}}{{/HOLDS_CODE_REMPLACE}}
	{{#HOLDS_CODE_EXPIRE}}{{<kit/banner TITLE="Il ne parle plus du présent"}}<p>Il reste authentique, mais qui le vérifie lit qu’il a expiré le {{EXPIRES_ON}}.</p>{{</kit/banner}}{{/HOLDS_CODE_EXPIRE}}
	{{/STATE_CODE_DELIVRE}}

	{{#STATE_CODE_ATTENTE}}
	<section class="g-stub" aria-label="La demande">
		<div class="g-stub__tab"><p class="g-stub__kind">Réponse au plus tard le</p><p class="g-stub__number g-stub__number--long">{{DUE_ON}}</p><p>{{#IS_LATE}}{{<kit/state KIND="late" LABEL="Hors délai"/}}{{/IS_LATE}}{{#NO_IS_LATE}}{{<kit/state KIND="progress" LABEL="À l’étude"/}}{{/NO_IS_LATE}}</p></div>
		<div class="g-stub__body g-stack">
			<dl class="g-facts">
				{{<kit/fact LABEL="Bureau en charge" VALUE="{{DESK_NAME}}"/}}
				<div><dt>Demandée</dt><dd>{{ASKED_AT}}</dd></div>
				<div><dt>Délai</dt><dd>{{<kit/count N="DELAY_DAYS" ONE="jour ouvré" MANY="jours ouvrés"/}}{{#DELAY_IS_DEMO}} <small>valeur de démonstration</small>{{/DELAY_IS_DEMO}}</dd></div>
			</dl>
			<p class="g-note">{{#IS_LATE}}Le bureau a dépassé ce qui vous avait été annoncé. Vous n’avez rien à refaire.{{/IS_LATE}}{{#NO_IS_LATE}}Samedis, dimanches et jours fériés ne comptent pas. Vous serez averti de la réponse.{{/NO_IS_LATE}}</p>
			{{<kit/form ACTION="/carriere/attestations/{{REQUEST_ID}}/retirer"}}{{<kit/button LABEL="Retirer la demande" KIND="secondary"/}}{{</kit/form}}
		</div>
	</section>{{/STATE_CODE_ATTENTE}}

	{{#STATE_CODE_REFUSE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Refusée : {{REASON_LABEL}}"}}<p>{{EXPLANATION:pre_escape}}</p><p><strong>Ce que vous pouvez faire.</strong> {{REMEDY}}</p>{{</kit/banner}}
	<p class="g-links"><a class="govuk-link" href="/carriere/attestations/demande/{{KIND_CODE}}">Demander de nouveau</a></p>{{/STATE_CODE_REFUSE}}
	{{#STATE_CODE_RETIRE}}{{<kit/banner TITLE="Vous avez retiré cette demande"}}<p><a class="govuk-link" href="/carriere/attestations/demande/{{KIND_CODE}}">Demander de nouveau</a></p>{{</kit/banner}}{{/STATE_CODE_RETIRE}}

	<div class="g-split">
		<div class="g-stack-l">
			{{#STATE_CODE_DELIVRE}}<section class="g-stack" aria-labelledby="verifier"><h2 class="govuk-heading-l" id="verifier">Comment on le vérifie</h2>
				<ul class="govuk-list govuk-list--bullet">
					<li>Avec un téléphone : l’appareil photo ouvre le carré noir et blanc (QR) imprimé en bas du document. La page contrôle le sceau et dit si le document vaut encore.</li>
					<li>Par écrit : le code <strong class="g-num">{{CODE_WORDS}}</strong> se tape sur la page « Vérifier un acte » : <a class="govuk-link" href="/verifier?acte={{CODE:url_query_escape}}">voir ce qu’elle répond</a>.</li>
					<li>Le fichier PDF lui-même peut y être déposé : une seule lettre changée se voit.</li>
				</ul>
				<p class="g-note">La page montre votre nom, votre matricule et ce que le document atteste : ne le donnez qu’à qui doit le lire.</p>
			</section>{{/STATE_CODE_DELIVRE}}
			{{#HAS_FINDINGS}}<section class="g-stack" aria-labelledby="raisons"><h2 class="govuk-heading-l" id="raisons">{{#STATE_CODE_ATTENTE}}Pourquoi le bureau l’étudie{{/STATE_CODE_ATTENTE}}{{#NO_IS_OPEN}}Sur quoi repose la réponse{{/NO_IS_OPEN}}{{#STATE_CODE_EMISSION}}Ce que dit votre dossier{{/STATE_CODE_EMISSION}}</h2>
				<ul class="g-verdicts">{{#FINDINGS}}<li class="g-verdicts__{{VERDICT_CODE}}"><p><strong>{{LABEL}}</strong>{{#VERDICT_CODE_INCONNU}} – à établir{{/VERDICT_CODE_INCONNU}}{{#VERDICT_CODE_NON}} – non{{/VERDICT_CODE_NON}}</p><p class="g-note">{{WHY}}{{#HAS_ACT_ID}} <a class="govuk-link" href="/carriere/actes/{{ACT_ID}}">Voir l’acte<span class="govuk-visually-hidden"> : {{LABEL}}</span></a>{{/HAS_ACT_ID}}</p>{{#IS_OPEN}}{{#VERDICT_CODE_INCONNU}}<p class="g-small">{{REMEDY}}</p>{{/VERDICT_CODE_INCONNU}}{{#VERDICT_CODE_NON}}<p class="g-small">{{REMEDY}}</p>{{/VERDICT_CODE_NON}}{{/IS_OPEN}}</li>{{/FINDINGS}}</ul>
			</section>{{/HAS_FINDINGS}}
		</div>
		<aside class="g-stack" aria-labelledby="chemin"><h2 class="govuk-heading-m" id="chemin">Le chemin de la demande</h2>
			{{<kit/thread TIGHT="oui"}}{{#EVENTS}}{{<kit/knot WHEN="{{AT}}" WHAT="{{WHAT}}" WHO="{{NOTE}}"/}}{{/EVENTS}}{{#STATE_CODE_ATTENTE}}{{<kit/knot KIND="next" WHEN="à venir, le {{DUE_ON}} au plus tard" WHAT="Réponse du bureau"/}}{{/STATE_CODE_ATTENTE}}{{</kit/thread}}
		</aside>
	</div>
</div>
{{</layout}}
