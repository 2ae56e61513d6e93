{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Circuit du dossier {{NUMBER}}" NAV="pensions" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/crumbs}}{{<kit/crumb HREF="/pensions" LABEL="Pensions"/}}{{<kit/crumb HREF="/pensions/dossiers/{{FILE_ID}}" LABEL="Dossier {{NUMBER}}"/}}{{<kit/crumb LABEL="Approbations et livret"/}}{{</kit/crumbs}}
	{{<kit/title CAPTION="Dossier {{NUMBER}} · {{KIND_LABEL}}" TEXT="{{NAME}}"/}}
	{{<pensions/layout-file-tabs CIRCUIT="oui"/}}

	<section class="g-stub" aria-label="Où en est la pension">
		<div class="g-stub__tab"><p class="g-stub__kind">{{#HAS_BOOKLET}}Pension accordée{{/HAS_BOOKLET}}{{#NO_HAS_BOOKLET}}Pension calculée{{/NO_HAS_BOOKLET}}</p>
			{{#IS_ENTITLED}}{{#IS_COMPLETE}}<p class="g-stub__number">{{PENSION_FCFA}} FCFA</p><p>par mois, dès le {{LEAVE_ON}}</p>{{/IS_COMPLETE}}{{/IS_ENTITLED}}
			{{#IS_COMPUTED}}{{#NO_IS_COMPLETE}}<p class="g-stub__number g-stub__number--long">Pas encore calculable</p>{{/NO_IS_COMPLETE}}{{#IS_COMPLETE}}{{#NO_IS_ENTITLED}}<p class="g-stub__number g-stub__number--long">Pas de pension</p>{{/NO_IS_ENTITLED}}{{/IS_COMPLETE}}{{/IS_COMPUTED}}
			{{#NO_IS_COMPUTED}}<p class="g-stub__number g-stub__number--long">Pas encore calculée</p>{{/NO_IS_COMPUTED}}
			{{#STATE_CODE_PAIEMENT}}<p>{{<kit/state KIND="done" LABEL="En paiement"/}}</p>{{/STATE_CODE_PAIEMENT}}
			{{#IS_DEMO}}<p class="g-stub__foot">{{<kit/state KIND="waiting" LABEL="Valeur de démonstration"/}}</p>{{/IS_DEMO}}
		</div>
		<div class="g-stub__body g-stack">
			<p class="g-lead">{{STATE_LABEL}} <span class="g-note">{{DESK}}</span></p>
			{{#HAS_DUE_ON}}<p>{{#IS_LATE}}{{<kit/state KIND="late" LABEL="Hors délai depuis le {{DUE_ON}}"/}}{{/IS_LATE}}{{#NO_IS_LATE}}{{<kit/state KIND="progress" LABEL="À faire avant le {{DUE_ON}}"/}}{{/NO_IS_LATE}}</p>{{/HAS_DUE_ON}}
			{{#WORKING}}{{<kit/progress ID="travail" TITLE="{{#COMPUTING}}Calcul en cours{{/COMPUTING}}{{#NO_COMPUTING}}Numéro, sceau et livret en cours{{/NO_COMPUTING}}" DONE="0" TOTAL="1" LIVE="2" NOTE="Tout est fait ensemble, ou rien. Vous pouvez quitter cette page."}}<p><a class="govuk-link" href="/pensions/dossiers/{{FILE_ID}}/circuit">Actualiser</a></p>{{</kit/progress}}{{/WORKING}}
			{{#STOPPED}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le scellement s’est arrêté"}}<p>La signature est donnée et gardée ; le numéro et le sceau restent à poser.</p>{{</kit/banner}}{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/sceller"}}{{<kit/button LABEL="Relancer le scellement"/}}{{</kit/form}}{{/STOPPED}}
			{{#MAY_NOT}}<p class="g-note">{{MAY_NOT_TEXT}}</p>{{/MAY_NOT}}
			{{#NOT_READY}}{{<kit/banner ICON="clock" TITLE="Ce dossier ne peut pas encore avancer"}}<p>{{NOT_READY_TEXT}} <a class="govuk-link" href="/pensions/dossiers/{{FILE_ID}}/calcul">Voir le calcul</a></p>{{</kit/banner}}{{/NOT_READY}}
			{{#MY_TURN}}
			<p><strong>À vous :</strong> {{#CERTIFIES}}certifier que l’état des services dit toute la carrière, et rien de plus.{{/CERTIFIES}}{{#PROPOSES}}proposer cette liquidation au contrôle.{{/PROPOSES}}{{#CONTROLS}}contrôler chaque ligne du calcul.{{/CONTROLS}}{{#SIGNS}}signer la concession. Le livret est ensuite numéroté et scellé, l’agent est prévenu.{{/SIGNS}}</p>
			{{#MAY_SAY_YES}}{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/approuver"}}<input type="hidden" name="etape" value="{{ETAPE}}"><input type="hidden" name="empreinte" value="{{EMPREINTE}}">{{<kit/actions}}{{#CERTIFIES}}{{<kit/button LABEL="Certifier l’état des services"/}}{{/CERTIFIES}}{{#PROPOSES}}{{<kit/button LABEL="Envoyer au contrôle"/}}{{/PROPOSES}}{{#CONTROLS}}{{<kit/button LABEL="Contrôle fait : envoyer à la signature"/}}{{/CONTROLS}}{{#SIGNS}}{{<kit/button LABEL="Signer la concession"/}}{{/SIGNS}}{{#MAY_RETURN}}<a class="govuk-link" href="#renvoi">Rendre le dossier</a>{{/MAY_RETURN}}{{</kit/actions}}{{</kit/form}}{{/MAY_SAY_YES}}
			{{#MUST_PROVE}}<p>Signer demande votre mot de passe et votre code, donnés il y a moins de dix minutes.</p><div class="govuk-button-group">{{<kit/button-link HREF="/compte/preuve?suite=/pensions/dossiers/{{FILE_ID:url_query_escape}}/circuit" LABEL="Confirmer que c’est moi, puis signer"/}}<a class="govuk-link" href="#renvoi">Rendre le dossier</a></div>{{/MUST_PROVE}}
			<p class="g-note">Votre accord porte sur {{#CERTIFIES}}cet état des services{{/CERTIFIES}}{{#PROPOSES}}ce calcul{{/PROPOSES}}{{#CONTROLS}}ce calcul{{/CONTROLS}}{{#SIGNS}}ce calcul{{/SIGNS}} exactement, empreinte <span class="g-num">{{PRINT_SHORT}}</span>. S’il change ensuite, votre accord tombe.</p>
			{{/MY_TURN}}
			{{#HAS_BOOKLET}}<p>{{<kit/seal SIZE="xl" LABEL="Livret signé, numéroté, scellé"/}}</p>
			<dl class="g-facts"><div><dt>Livret</dt><dd><span class="g-break">n° {{CONCESSION_REFERENCE}}</span> <small>code {{BOOKLET_CODE}}</small></dd></div>{{#HAS_NOTIFIED_ON}}<div><dt>Notifié le</dt><dd>{{NOTIFIED_ON}} <small>révision possible jusqu’au {{REVIEW_UNTIL}}</small></dd></div>{{/HAS_NOTIFIED_ON}}{{#HAS_FIRST_PAYMENT_ON}}<div><dt>Premier paiement</dt><dd>{{FIRST_PAYMENT_ON}}</dd></div>{{/HAS_FIRST_PAYMENT_ON}}</dl>
			<div class="govuk-button-group">{{<kit/button-link HREF="/pensions/dossiers/{{FILE_ID}}/livret.pdf" LABEL="Télécharger le livret" KIND="secondary" ICON="download"/}}</div>{{/HAS_BOOKLET}}
		</div>
	</section>

	<div class="g-split">
		<div class="g-stack-l">
			{{#HAS_FUNDS}}<section class="g-stack" aria-labelledby="montants"><div class="g-title-row"><h2 class="govuk-heading-l" id="montants">La pension, caisse par caisse</h2><a class="govuk-link g-small" href="/pensions/dossiers/{{FILE_ID}}/calcul">Toutes les lignes</a></div>
				{{<kit/table CAPTION="Pension par régime" HIDE="oui"}}{{<kit/head}}{{<kit/th LABEL="Caisse"/}}{{<kit/th LABEL="Annuités"/}}{{<kit/th LABEL="Taux"/}}{{<kit/th LABEL="Base" NUM="oui"/}}{{<kit/th LABEL="Par mois" NUM="oui"/}}{{</kit/head}}
				{{<kit/rows}}{{#FUNDS}}{{<kit/row}}{{<kit/row-title}}{{FUND_NAME}}{{</kit/row-title}}{{<kit/td LABEL="Annuités"}}{{SPAN_WORDS}}{{</kit/td}}{{<kit/td LABEL="Taux"}}<span class="g-num">{{RATE_WORDS}}</span>{{</kit/td}}{{<kit/td LABEL="Base" NUM="oui"}}<span class="g-num">{{BASE_FCFA}}</span>{{</kit/td}}{{<kit/td LABEL="Par mois" NUM="oui"}}<span class="g-num">{{#IS_ENTITLED}}<strong>{{PENSION_FCFA}}</strong>{{/IS_ENTITLED}}{{#NO_IS_COMPLETE}}attend{{/NO_IS_COMPLETE}}{{#NO_RIGHT}}pas de droit{{/NO_RIGHT}}</span>{{</kit/td}}{{</kit/row}}{{/FUNDS}}{{</kit/rows}}{{</kit/table}}
				<p class="g-note">En francs CFA.</p>
			</section>{{/HAS_FUNDS}}

			{{#HAS_TRANSFERS}}<section class="g-stack" aria-labelledby="remise"><h2 class="govuk-heading-l" id="remise">Transmis au fonds et au payeur</h2>
				{{<kit/table CAPTION="Transmissions" HIDE="oui"}}{{<kit/head}}{{<kit/th LABEL="À qui"/}}{{<kit/th LABEL="Transmis"/}}{{<kit/th LABEL="Reçu"/}}{{</kit/head}}
				{{<kit/rows}}{{#TRANSFERS}}{{<kit/row}}{{<kit/row-title}}{{BODY_NAME}}{{</kit/row-title}}{{<kit/td LABEL="Transmis"}}<span class="g-small">{{SENT_AT}}</span>{{</kit/td}}{{<kit/td LABEL="Reçu"}}<span>{{#IS_ACKNOWLEDGED}}{{<kit/state KIND="done" LABEL="Le {{ANSWERED_ON}}"/}} <small class="g-break">{{REFERENCE}}</small>{{/IS_ACKNOWLEDGED}}{{#NO_IS_ACKNOWLEDGED}}{{<kit/state KIND="waiting" LABEL="Réponse attendue"/}}{{/NO_IS_ACKNOWLEDGED}}</span>{{</kit/td}}{{</kit/row}}{{/TRANSFERS}}{{</kit/rows}}{{</kit/table}}
				{{#MAY_HAND_OVER}}<div class="g-cols-2">
				<div class="g-card g-stack"><h3 class="govuk-heading-m">Un organisme a répondu</h3>{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/accuse" CLASS="g-stack"}}{{<kit/select NAME="organisme" LABEL="Qui" EMPTY="Choisir"}}{{#TRANSFERS}}{{#NO_IS_ACKNOWLEDGED}}<option value="{{BODY_CODE}}">{{BODY_NAME}}</option>{{/NO_IS_ACKNOWLEDGED}}{{/TRANSFERS}}{{</kit/select}}{{<kit/text-field NAME="reference" LABEL="Sa référence" HINT="Comme elle est écrite sur sa réponse" WIDTH="20"/}}{{<kit/date NAME="recu_le" LABEL="Date de sa réponse"/}}{{<kit/button LABEL="Enregistrer la réponse"/}}{{</kit/form}}</div>
				<div class="g-card g-stack"><h3 class="govuk-heading-m">Le premier paiement est fixé</h3>{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/premier-paiement" CLASS="g-stack"}}{{<kit/date NAME="paiement_le" LABEL="Date du premier paiement" HINT="Le dossier passe en paiement quand chacun a répondu"/}}{{<kit/button LABEL="Enregistrer la date" KIND="secondary"/}}{{</kit/form}}</div>
				</div>{{/MAY_HAND_OVER}}
			</section>{{/HAS_TRANSFERS}}

			{{#HAS_REVIEWS}}<section class="g-stack" aria-labelledby="recours"><h2 class="govuk-heading-l" id="recours">Révisions et recours</h2>
				{{#REVIEWS}}<div class="g-card g-stack"><div class="g-title-row"><h3 class="govuk-heading-m">{{KIND_LABEL}}</h3>{{#IS_ANSWERED}}{{#IS_ACCEPTED}}{{<kit/state KIND="done" LABEL="Acceptée"/}}{{/IS_ACCEPTED}}{{#NO_IS_ACCEPTED}}{{<kit/state KIND="rejected" LABEL="Refusée"/}}{{/NO_IS_ACCEPTED}}{{/IS_ANSWERED}}{{#NO_IS_ANSWERED}}{{#IS_LATE}}{{<kit/state KIND="late" LABEL="Réponse due le {{DUE_ON}}"/}}{{/IS_LATE}}{{#NO_IS_LATE}}{{<kit/state KIND="you" LABEL="Réponse avant le {{DUE_ON}}"/}}{{/NO_IS_LATE}}{{/NO_IS_ANSWERED}}</div>
					<p class="g-note">{{MADE_AT}}</p><blockquote class="g-quote">{{TEXT:pre_escape}}</blockquote>
					{{#IS_ANSWERED}}<p><strong>Réponse</strong> <span class="g-note">{{ANSWERED_AT}}</span></p><p>{{ANSWER}}</p>{{/IS_ANSWERED}}
					{{#MAY_ANSWER}}{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/recours/{{APPEAL_ID}}" CLASS="g-stack"}}{{<kit/radios NAME="decision" LEGEND="Votre décision"}}{{<kit/radio NAME="decision" VALUE="accepter" LABEL="Accepter" HINT="La pension est recalculée, puis contrôlée et signée de nouveau"/}}{{<kit/radio NAME="decision" VALUE="refuser" LABEL="Refuser"/}}{{</kit/radios}}{{<kit/textarea NAME="reponse" LABEL="Pourquoi" HINT="La personne lira cette réponse, avec les recours qui lui restent" ROWS="4"/}}{{<kit/button LABEL="Répondre"/}}{{</kit/form}}{{/MAY_ANSWER}}
				</div>{{/REVIEWS}}
			</section>{{/HAS_REVIEWS}}

			{{#MAY_RETURN}}<section class="g-card g-narrow g-stack g-anchor" id="renvoi" aria-labelledby="renvoi-titre"><h2 class="govuk-heading-m" id="renvoi-titre">{{#STATE_CODE_LIQUIDATION}}Rendre à la fonction publique{{/STATE_CODE_LIQUIDATION}}{{#NO_STATE_CODE_LIQUIDATION}}Rendre à la liquidation{{/NO_STATE_CODE_LIQUIDATION}}</h2>
				{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/rendre" CLASS="g-stack"}}{{<kit/textarea NAME="motif" LABEL="Pourquoi ?" HINT="Le bureau qui reprend le dossier et l’agent liront cette phrase. Les accords donnés depuis tombent." ROWS="3"/}}{{<kit/button LABEL="Rendre le dossier" KIND="secondary"/}}{{</kit/form}}
			</section>{{/MAY_RETURN}}
			{{#MAY_TURN_DOWN}}{{<kit/details TITLE="Rejeter : pas de droit à pension"}}{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/rejeter" CLASS="g-stack"}}{{<kit/textarea NAME="motif_rejet" LABEL="Motif pour la personne" HINT="La condition qui manque ; les recours sont ajoutés" ROWS="3"/}}{{<kit/button LABEL="Rejeter le dossier" KIND="warning"/}}{{</kit/form}}{{</kit/details}}{{/MAY_TURN_DOWN}}
		</div>
		<aside class="g-stack" aria-label="Circuit et histoire du dossier">
			{{<kit/card ID="mains" TITLE="Quatre mains"}}<p class="g-note">Chacune est une personne différente, jamais le bénéficiaire.</p>
			<ol class="g-thread g-thread--tight">{{#STEPS}}<li class="g-thread__item{{#IS_NOW}} g-thread__item--now{{/IS_NOW}}{{#NO_IS_NOW}}{{#NO_IS_DONE}} g-thread__item--next{{/NO_IS_DONE}}{{/NO_IS_NOW}}"><p class="g-thread__when">{{#IS_DONE}}{{AT}}{{/IS_DONE}}{{#NO_IS_DONE}}{{#IS_NOW}}attendu maintenant{{/IS_NOW}}{{#NO_IS_NOW}}à venir{{/NO_IS_NOW}}{{/NO_IS_DONE}}</p><p class="g-thread__what">{{LABEL}}</p><p class="g-thread__who">{{#HAS_PERSON_NAME}}{{PERSON_NAME}}{{#IS_AUTOMATIC}}, carrière et paye concordantes{{/IS_AUTOMATIC}}{{/HAS_PERSON_NAME}}{{#NO_PERSON_NAME}}{{DESK}}{{/NO_PERSON_NAME}}</p></li>{{/STEPS}}</ol>{{</kit/card}}
			{{<kit/card ID="acte" TITLE="Acte de retraite" KIND="quiet"}}{{#HAS_ACT_REFERENCE}}<p>{{<kit/seal LABEL="Au dossier"/}}</p><p class="g-break">n° {{ACT_REFERENCE}}{{#HAS_ACT_SIGNED_ON}} du {{ACT_SIGNED_ON}}{{/HAS_ACT_SIGNED_ON}}</p>{{/HAS_ACT_REFERENCE}}{{#NO_ACT_REFERENCE}}<p>Aucun acte d’admission à la retraite n’est au dossier. Le départ demande un acte (loi 86-014, art. 2).</p>{{#CAN_ACTS_WORK}}<p><a class="govuk-link" href="/actes/nouveau?modele=retraite&amp;matricule={{MATRICULE:url_query_escape}}&amp;effet={{LEAVE_ON:url_query_escape}}">Rédiger l’acte de retraite</a></p>{{/CAN_ACTS_WORK}}{{/NO_ACT_REFERENCE}}{{</kit/card}}
			{{<kit/card ID="histoire" TITLE="Ce qui s’est passé"}}<ol class="g-thread g-thread--tight">{{#THREAD}}<li class="g-thread__item"><p class="g-thread__when">{{AT}}</p><p class="g-thread__what">{{WHAT}}</p><p class="g-thread__who">{{PERSON_NAME}}</p>{{#HAS_NOTE}}<p class="g-thread__who g-break">{{NOTE}}</p>{{/HAS_NOTE}}</li>{{/THREAD}}</ol>{{</kit/card}}
			<p class="g-note">Votre consultation est inscrite : la personne voit votre structure, votre fonction, l’heure et ce dossier.</p>
		</aside>
	</div>
</div>
{{</layout}}
