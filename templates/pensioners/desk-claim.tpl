{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Demande {{NUMBER}}" NAV="retraites" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/crumbs}}{{<kit/crumb HREF="/retraites/demandes" LABEL="Demandes de réversion"/}}{{<kit/crumb LABEL="{{NUMBER}}"/}}{{</kit/crumbs}}
	{{<kit/title CAPTION="{{NUMBER}}" TEXT="Après le décès de {{DECEASED_NAME}}"/}}
	{{#WARNINGS}}
	{{#KIND_CODE_VIE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Un certificat de vie est plus récent que le décès déclaré"}}<p>Certificat {{DETAIL}}. La demande ne peut pas être admise tant que ce certificat tient.</p>{{</kit/banner}}{{/KIND_CODE_VIE}}
	{{#KIND_CODE_DECES}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le décès est déjà enregistré à une autre date : {{DETAIL}}"/}}{{/KIND_CODE_DECES}}
	{{#KIND_CODE_AUTRE}}{{<kit/banner ICON="family" TITLE="Autres demandes pour le même défunt : {{DETAIL}}"/}}{{/KIND_CODE_AUTRE}}
	{{#KIND_CODE_ACTIVITE}}{{<kit/banner ICON="work" TITLE="Décès en activité"}}<p>L’agent n’était pas à la retraite : le dossier de réversion le dira.</p>{{</kit/banner}}{{/KIND_CODE_ACTIVITE}}
	{{#KIND_CODE_NAISSANCE}}{{<kit/banner ICON="alert" KIND="you" TITLE="Une naissance plus de 300 jours après le décès"}}<p>{{DETAIL}} : la filiation est à vérifier.</p>{{</kit/banner}}{{/KIND_CODE_NAISSANCE}}
	{{/WARNINGS}}
	<div class="g-split">
		<div class="g-stack-l">
			<section aria-labelledby="survivants"><h2 class="govuk-heading-l" id="survivants">Qui reste</h2><ul class="g-rows">{{#SURVIVORS}}<li>{{<pensioners/layout-survivor/}}</li>{{/SURVIVORS}}</ul></section>
			<section aria-labelledby="papiers"><h2 class="govuk-heading-l" id="papiers">Les papiers</h2><ul class="g-rows">{{#PAPERS}}<li><a class="govuk-link" href="/retraites/demandes/{{CLAIM_ID}}/papier/{{CLAIM_PAPER_ID}}">{{LABEL}}</a><br><span class="g-note">ajouté le {{ADDED_ON}}</span></li>{{/PAPERS}}</ul></section>
			{{<pensioners/layout-shares/}}
			<section aria-labelledby="chemin"><h2 class="govuk-heading-l" id="chemin">Le chemin</h2><ol class="g-thread">{{#THREAD}}<li class="g-thread__item"><p class="g-thread__when">{{AT}}</p><p class="g-thread__what">{{WHAT}}</p>{{#HAS_NOTE}}<div class="g-quote{{#SIDE_CODE_VOUS}} g-quote--mine{{/SIDE_CODE_VOUS}}">{{NOTE}}</div>{{/HAS_NOTE}}</li>{{/THREAD}}</ol></section>
		</div>
		<aside class="g-stack" aria-label="Décider">
			{{<kit/card ID="etat" TITLE="La demande"}}
				<p>{{<pensioners/layout-claim-state/}}{{#IS_LATE}} {{<kit/state KIND="late" LABEL="Hors délai : {{DAYS_LATE}} jour{{#MANY_DAYS_LATE}}s{{/MANY_DAYS_LATE}}"/}}{{/IS_LATE}}</p>
				{{<kit/facts TIGHT="oui"}}{{<kit/fact LABEL="Défunt" VALUE="{{DECEASED_NAME}}" NOTE="matricule {{MATRICULE}}"/}}{{<kit/fact LABEL="Décès" VALUE="{{DIED_ON}}"/}}{{<kit/fact LABEL="Demandeur" VALUE="{{CLAIMANT_NAME}}" NOTE="{{#LINK_CODE_CONJOINT}}conjoint{{/LINK_CODE_CONJOINT}}{{#LINK_CODE_ENFANT}}enfant{{/LINK_CODE_ENFANT}}{{#LINK_CODE_TUTEUR}}tuteur des enfants{{/LINK_CODE_TUTEUR}}{{#LINK_CODE_MANDATAIRE}}chargé par la famille{{/LINK_CODE_MANDATAIRE}}{{#ORIGIN_CODE_CENTRE}}, par un centre communal{{/ORIGIN_CODE_CENTRE}}"/}}{{#HAS_DUE_ON}}{{<kit/fact LABEL="Échéance" VALUE="{{DUE_ON}}"/}}{{/HAS_DUE_ON}}{{</kit/facts}}
				{{#STATE_CODE_INCOMPLET}}<p><strong>Demandé :</strong> {{ASKED}}</p>{{/STATE_CODE_INCOMPLET}}
				{{#STATE_CODE_REJETE}}<p><strong>{{REASON_LABEL}}.</strong> {{EXPLANATION}}</p>{{/STATE_CODE_REJETE}}
				{{#OWN_CLAIM}}<p class="g-note">Vous avez fait cette demande : une autre personne en décide.</p>{{/OWN_CLAIM}}
				{{#READS_ONLY}}<p class="g-note">Vous pouvez la lire ; un gestionnaire des pensions en décide.</p>{{/READS_ONLY}}
				{{#CAN_ADMIT}}{{<kit/form ACTION="/retraites/demandes/{{CLAIM_ID}}/admettre"}}<p class="g-note">Admettre enregistre le décès, arrête la pension du défunt et ouvre le dossier de réversion.</p><div class="g-mt">{{<kit/button LABEL="Admettre la demande"/}}</div>{{</kit/form}}{{/CAN_ADMIT}}
			{{</kit/card}}
			{{#CAN_ADMIT}}{{<kit/card ID="complement" TITLE="Il manque quelque chose" KIND="quiet"}}{{<kit/form ACTION="/retraites/demandes/{{CLAIM_ID}}/complement"}}{{<kit/textarea NAME="demande_texte" LABEL="Ce qu’il faut, en mots simples" HINT="Le demandeur lira cette phrase." ROWS="3"/}}{{<kit/button LABEL="Demander" KIND="secondary"/}}{{</kit/form}}{{</kit/card}}{{/CAN_ADMIT}}
			{{#CAN_REJECT}}{{<kit/card ID="rejet" TITLE="Ne pas admettre" KIND="quiet"}}{{<kit/form ACTION="/retraites/demandes/{{CLAIM_ID}}/rejeter"}}{{<kit/select NAME="motif" LABEL="Motif" EMPTY="Choisissez"}}{{#REASONS}}<option value="{{REASON_CODE}}"{{#MOTIF_ON}} selected{{/MOTIF_ON}}>{{LABEL}}</option>{{/REASONS}}{{</kit/select}}{{<kit/textarea NAME="explication" LABEL="Explication" HINT="Le demandeur lira cette phrase." ROWS="3"/}}{{<kit/button LABEL="Ne pas admettre" KIND="secondary"/}}{{</kit/form}}{{</kit/card}}{{/CAN_REJECT}}
		</aside>
	</div>
</div>
{{</layout}}
