{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ma pension" NAV="ma-pension"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Ma pension"/}}
	{{#NO_AGENT}}{{<kit/empty ICON="retirement" TITLE="Aucune carrière à votre nom" NOTE="Cette page est celle des retraités de l’État. Vous demandez une pension après un décès ?" HREF="/pensions-reversion" LINK="Demander une pension de réversion"/}}{{/NO_AGENT}}
	{{#WORKING}}{{<kit/banner ICON="retirement" TITLE="Vous n’êtes pas encore à la retraite"}}<p>Cette page servira le jour de votre départ. En attendant, voyez ce que serait votre pension et ce qui manque à votre dossier.</p><p><a class="govuk-link" href="/carriere/pension">Ma pension estimée, ligne par ligne</a></p>{{</kit/banner}}{{/WORKING}}
	{{#RETIRED}}
	{{#HAS_DIED_ON}}{{<kit/banner KIND="late" ICON="alert" TITLE="Un décès est enregistré à ce nom, le {{DIED_ON}}"}}<p>Plus rien ne peut être changé ici. Si c’est une erreur, présentez-vous dans un centre communal avec votre pièce d’identité.</p>{{</kit/banner}}{{/HAS_DIED_ON}}
	{{#NO_DIED_ON}}{{#IS_DECLARED_DEAD}}{{<kit/banner KIND="late" ICON="alert" TITLE="Quelqu’un a déclaré votre décès"}}<p>Présentez-vous dans un centre communal avec votre pièce d’identité : un certificat de vie suffit à arrêter cette demande. Rien n’est encore décidé.</p>{{</kit/banner}}{{/IS_DECLARED_DEAD}}{{/NO_DIED_ON}}
	{{#WAITING}}<section class="g-card g-card--you g-stack" aria-labelledby="attente">
		<h2 class="govuk-heading-m" id="attente">Un changement de compte attend</h2>
		<p>Votre pension sera payée ici à partir du <strong>{{HOLDS_FROM}}</strong> : {{<pensioners/layout-account/}}. Jusque-là, rien ne change.</p>
		{{<kit/form ACTION="/ma-pension/arreter-changement"}}<input type="hidden" name="compte" value="{{PAYMENT_ACCOUNT_ID}}">{{<kit/actions}}{{<kit/button LABEL="Ce n’est pas moi : arrêter" KIND="warning"/}}{{</kit/actions}}{{</kit/form}}
	</section>{{/WAITING}}
	<section class="g-stub" aria-label="Ma situation">
		<div class="g-stub__tab"><p class="g-stub__kind">Matricule</p><p class="g-stub__number">{{MATRICULE}}</p><p>{{GIVEN_NAMES}} {{FAMILY_NAME}}</p><p class="g-stub__foot">À la retraite depuis le {{LEFT_ON}}</p></div>
		<div class="g-stub__body g-stack">
			{{#IS_LATE}}<h2 class="govuk-heading-m">Certificat de vie : à faire maintenant</h2><p>{{<kit/state KIND="late" LABEL="Fini depuis {{DAYS_LATE}} jour{{#MANY_DAYS_LATE}}s{{/MANY_DAYS_LATE}}"/}}</p><p>{{#HAS_LIFE_NUMBER}}Il valait jusqu’au {{LIFE_DUE_ON}}.{{/HAS_LIFE_NUMBER}}{{#NO_LIFE_NUMBER}}Aucun n’est enregistré. Le premier était attendu le {{LIFE_DUE_ON}}.{{/NO_LIFE_NUMBER}} Présentez-vous dans un centre communal avec votre pièce d’identité. Cela prend quelques minutes.</p>{{/IS_LATE}}
			{{#IS_SOON}}<h2 class="govuk-heading-m">Certificat de vie : avant le {{LIFE_DUE_ON}}</h2><p>{{<kit/state KIND="you" LABEL="Il reste {{DAYS_LEFT}} jour{{#MANY_DAYS_LEFT}}s{{/MANY_DAYS_LEFT}}"/}}</p><p>Présentez-vous dans un centre communal avec votre pièce d’identité. Cela prend quelques minutes.</p>{{/IS_SOON}}
			{{#NO_IS_LATE}}{{#NO_IS_SOON}}<h2 class="govuk-heading-m">Certificat de vie : en règle</h2><p>{{<kit/state KIND="done" LABEL="Jusqu’au {{LIFE_DUE_ON}}"/}}</p><p>Vous n’avez rien à faire. Nous vous préviendrons avant cette date.</p>{{/NO_IS_SOON}}{{/NO_IS_LATE}}
			<p class="g-note">Un certificat vaut {{MONTHS}} mois{{#MONTHS_IS_DEMO}} (valeur de démonstration){{/MONTHS_IS_DEMO}}.{{#HAS_LIFE_SEEN_ON}} Le dernier est du {{LIFE_SEEN_ON}}.{{/HAS_LIFE_SEEN_ON}} Vous ne pouvez pas vous déplacer ? Un agent peut venir : demandez-le au service des pensions.</p>
		</div>
	</section>

	<div class="g-split g-split--even">
		{{<kit/card ID="montant" TITLE="Ce que je touche"}}
			{{#AMOUNTS}}<p class="g-lead"><strong class="g-num">{{PENSION_FCFA}} FCFA</strong> par mois{{#NO_IS_PAID}}, dès que le Trésor paiera{{/NO_IS_PAID}}</p>
			<p>C’est la moyenne de vos derniers traitements, <span class="g-num">{{BASE_FCFA}} FCFA</span>, multipliée par <span class="g-num">{{RATE_WORDS}}</span> : {{SPAN}} de services et de bonifications. Fonds {{REGIME}}, dossier {{NUMBER}}, calculé le {{MADE_ON}}.</p>
			{{#IS_DEMO}}<p class="g-note">Une valeur de démonstration entre dans ce calcul.</p>{{/IS_DEMO}}{{/AMOUNTS}}
			{{#NO_AMOUNTS}}<p>Le montant n’est pas dans le portail : votre pension a été calculée avant lui. Il est sur votre livret et sur l’avis du Trésor.</p>{{/NO_AMOUNTS}}
			<p><a class="govuk-link" href="/carriere/etat-des-services">Mon état des services</a></p>
		{{</kit/card}}
		{{<kit/card ID="livret" TITLE="Mon livret de pension"}}
			{{#BOOKLET}}<p>{{<kit/seal LABEL="Scellé"/}} {{TITLE}}, n° <span class="g-break">{{REFERENCE}}</span>{{#HAS_BOOKLET_ON}}, remis le {{BOOKLET_ON}}{{/HAS_BOOKLET_ON}}.</p><p>{{<kit/button-link HREF="/ma-pension/livret" LABEL="Télécharger le livret (PDF)" KIND="secondary" ICON="download" DOWNLOAD="oui"/}}</p>{{/BOOKLET}}
			{{#NO_BOOKLET}}<p>Votre livret n’existe qu’en papier : il a été fait avant le portail. Il garde toute sa valeur.</p>{{/NO_BOOKLET}}
		{{</kit/card}}
		{{<kit/card ID="compte" TITLE="Où ma pension est payée"}}
			{{#ACCOUNT}}<p><strong>{{<pensioners/layout-account/}}</strong></p><p class="g-note">Depuis le {{HOLDS_FROM}}. Le numéro entier n’est jamais affiché.</p>{{/ACCOUNT}}
			{{#NO_ACCOUNT}}<p>Aucun compte n’est enregistré ici : votre pension est payée comme avant.</p>{{/NO_ACCOUNT}}
			{{#NO_DIED_ON}}<p><a class="govuk-link" href="/ma-pension/compte">Changer de compte</a></p>{{/NO_DIED_ON}}
		{{</kit/card}}
		{{<kit/card ID="adresse" TITLE="Où j’habite"}}
			{{#HAS_ADDRESS}}<p><strong>{{ADDRESS}}</strong></p><p class="g-note">Depuis le {{ADDRESS_SINCE}}.</p>{{/HAS_ADDRESS}}
			{{#NO_ADDRESS}}<p>Aucune adresse n’est enregistrée.</p>{{/NO_ADDRESS}}
			{{#NO_DIED_ON}}<p><a class="govuk-link" href="/ma-pension/adresse">{{#HAS_ADDRESS}}Changer d’adresse{{/HAS_ADDRESS}}{{#NO_ADDRESS}}Donner mon adresse{{/NO_ADDRESS}}</a></p>{{/NO_DIED_ON}}
		{{</kit/card}}
	</div>

	<section aria-labelledby="historique"><h2 class="govuk-heading-l" id="historique">Ce qui s’est passé</h2>
		<div class="g-split g-split--even">
			<div><h3 class="govuk-heading-m">Certificats de vie</h3>
				{{#HAS_CERTIFICATES}}{{<kit/thread TIGHT="oui"}}{{#CERTIFICATES}}<li class="g-thread__item{{#HAS_STOPPED_AT}} g-thread__item--missing{{/HAS_STOPPED_AT}}"><p class="g-thread__when">{{SEEN_ON}}</p><p class="g-thread__what"><a class="govuk-link" href="/ma-pension/certificats/{{LIFE_CERTIFICATE_ID}}">{{NUMBER}}</a></p><p class="g-thread__who">{{PLACE}}{{#HOW_CODE_AGENT}}, visite d’un agent{{/HOW_CODE_AGENT}}. {{#HAS_STOPPED_AT}}Retiré : {{STOPPED_WHY}}{{/HAS_STOPPED_AT}}{{#NO_STOPPED_AT}}Valait jusqu’au {{VALID_UNTIL}}{{/NO_STOPPED_AT}}</p></li>{{/CERTIFICATES}}{{</kit/thread}}{{/HAS_CERTIFICATES}}
				{{#NO_CERTIFICATES}}<p class="g-note">Aucun n’est enregistré dans le portail.</p>{{/NO_CERTIFICATES}}
				<h3 class="govuk-heading-m g-mt-l">Ce que nous vous avons écrit</h3>
				{{#HAS_NOTICES}}<ul class="g-rows">{{#NOTICES}}<li>{{SUBJECT}}<br><span class="g-note">{{ON_DAY}}</span></li>{{/NOTICES}}</ul><p class="g-mt"><a class="govuk-link" href="/compte/messages">Tous mes messages</a></p>{{/HAS_NOTICES}}
				{{#NO_NOTICES}}<p class="g-note">Rien encore. <a class="govuk-link" href="/compte/messages">Comment nous vous écrivons</a></p>{{/NO_NOTICES}}
			</div>
			<div><h3 class="govuk-heading-m">Adresses et comptes</h3>
				<ul class="g-rows">{{#ADDRESSES}}<li>{{LINE}}, {{COMMUNE}}<br><span class="g-note">adresse depuis le {{SINCE}}{{#NO_IS_NOW}}, remplacée{{/NO_IS_NOW}}</span></li>{{/ADDRESSES}}
				{{#OLD_ACCOUNTS}}<li>{{<pensioners/layout-account/}}<br><span class="g-note">{{#STATE_CODE_ARRETE}}changement arrêté le {{STOPPED_ON}}{{#STOPPED_HOW_CODE_LIEN}} par le lien du message{{/STOPPED_HOW_CODE_LIEN}}{{#STOPPED_HOW_CODE_TITULAIRE}} par vous{{/STOPPED_HOW_CODE_TITULAIRE}}{{#STOPPED_HOW_CODE_GUICHET}} au guichet : {{STOPPED_WHY}}{{/STOPPED_HOW_CODE_GUICHET}}{{/STATE_CODE_ARRETE}}{{#STATE_CODE_ANCIEN}}compte de paiement du {{HOLDS_FROM}}, remplacé{{/STATE_CODE_ANCIEN}}</span></li>{{/OLD_ACCOUNTS}}</ul>
			</div>
		</div>
		<div class="govuk-button-group g-mt-l">{{<kit/print/}}<a class="govuk-link" href="/consultations">Qui a ouvert mon dossier ?</a></div>
	</section>
	{{/RETIRED}}
</div>
{{</layout}}
