{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Accueil" NAV="accueil" BARE="oui" DESCRIPTION="Les démarches du ministère du Travail et de la Fonction publique : attestations, actes, carrière, retraite, contrats. Suivre une demande, vérifier un acte."}}
<div class="g-hero">
	<div class="g-width g-hero__grid">
		<div>
			<h1>Vos démarches d’agent, de retraité, d’employeur</h1>
			<form action="/demarches" method="get" role="search">
				<label class="govuk-label" for="q">Que voulez-vous faire ?</label>
				<div class="g-search"><input class="govuk-input" id="q" name="q" type="search" maxlength="100" autocomplete="off" enterkeyhint="search"><button class="govuk-button" type="submit">Chercher</button></div>
			</form>
			<p class="g-hero__try">Souvent demandé : <a href="/demarches/attestation-presence">attestation de présence</a> <a href="/demarches/copie-actes">copie d’un acte</a> {{#VISITOR}}<a href="/carriere/pension">calcul de pension</a>{{/VISITOR}}{{#CAN_CAREER_OWN}}<a href="/carriere/pension">calcul de pension</a>{{/CAN_CAREER_OWN}}</p>
		</div>
		{{#VISITOR}}<form class="g-stub g-stub--narrow" action="/suivi" method="get" aria-labelledby="suivre">
			<div class="g-stub__tab"><h2 class="g-stub__title" id="suivre">Suivre une demande</h2><p class="g-stub__kind">Sans compte. Le numéro et le code sont sur votre récépissé.</p></div>
			<div class="g-stub__body">
				<div class="g-pair">
					<div class="govuk-form-group"><label class="govuk-label" for="numero">Numéro</label><input class="govuk-input" id="numero" name="numero" maxlength="30" autocomplete="off" autocapitalize="characters" spellcheck="false"></div>
					<div class="govuk-form-group"><label class="govuk-label" for="code">Code</label><input class="govuk-input g-code" id="code" name="code" maxlength="30" autocomplete="off" autocapitalize="characters" spellcheck="false"></div>
				</div>
				<button class="govuk-button govuk-button--secondary" type="submit">Voir où elle en est</button>
			</div>
		</form>{{/VISITOR}}
		{{#SIGNED_IN}}<section class="g-stub g-stub--narrow" aria-labelledby="vous">
			<div class="g-stub__tab"><h2 class="g-stub__title" id="vous">{{WHO_NAME}}</h2><p class="g-stub__kind">Vos pages, d’un geste.</p></div>
			<div class="g-stub__body"><ul class="g-links">
				{{#CAN_REQUESTS_DESK}}<li><a class="govuk-link" href="/corbeilles">Les demandes à traiter</a></li>{{/CAN_REQUESTS_DESK}}
				{{#CAN_CAREER_CONSULT}}<li><a class="govuk-link" href="/agents">Chercher un agent</a></li>{{/CAN_CAREER_CONSULT}}
				{{#CAN_PENSIONS_DESK}}<li><a class="govuk-link" href="/pensions">Les dossiers de pension</a></li>{{/CAN_PENSIONS_DESK}}
				{{#CAN_LIFE_DESK}}<li><a class="govuk-link" href="/retraites">Un retraité est devant moi</a></li>{{/CAN_LIFE_DESK}}
				{{#CAN_IMPORT_PERSONNEL}}<li><a class="govuk-link" href="/imports">Importer un fichier du personnel</a></li>{{/CAN_IMPORT_PERSONNEL}}
				{{#CAN_JOURNAL_INSPECT}}<li><a class="govuk-link" href="/journal">Contrôler les consultations</a></li>{{/CAN_JOURNAL_INSPECT}}
				{{#CAN_ACCOUNTS_ADMIN}}<li><a class="govuk-link" href="/comptes">Chercher un compte</a></li><li><a class="govuk-link" href="/habilitations">Confirmer un rôle</a></li>{{/CAN_ACCOUNTS_ADMIN}}
				{{#CAN_CAREER_OWN}}<li><a class="govuk-link" href="/carriere">Ma carrière, acte par acte</a></li><li><a class="govuk-link" href="/carriere/attestations">Mes attestations, aussitôt</a></li><li><a class="govuk-link" href="/carriere/pension">Ma pension, ligne par ligne</a></li><li><a class="govuk-link" href="/ma-pension">Je suis à la retraite</a></li><li><a class="govuk-link" href="/consultations">Qui a ouvert mon dossier</a></li>{{/CAN_CAREER_OWN}}
				{{#CAN_REQUESTS_OWN}}<li><a class="govuk-link" href="/demandes">Où en sont mes demandes</a></li>{{/CAN_REQUESTS_OWN}}
				{{#CAN_PENSIONS_CLAIM}}<li><a class="govuk-link" href="/pensions-reversion">Un agent ou un retraité est décédé</a></li>{{/CAN_PENSIONS_CLAIM}}
				{{#CAN_ACCOUNT_OWN}}<li><a class="govuk-link" href="/compte">Mon mot de passe, mes sessions</a></li>{{/CAN_ACCOUNT_OWN}}
			</ul></div>
		</section>{{/SIGNED_IN}}
	</div>
</div>
<div class="g-width govuk-main-wrapper g-stack-l">
	<section aria-labelledby="vie">
		<div class="g-title-row"><h2 class="govuk-heading-l" id="vie">Ce qui vous arrive</h2><p><a class="govuk-link" href="/demarches">Toutes les démarches</a></p></div>
		<ul class="g-events">{{#EVENTS}}<li class="g-event"><svg class="g-icon g-icon--l" aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#{{ICON}}"/></svg><a class="govuk-link" href="/demarches?evenement={{EVENT:url_query_escape}}">{{NAME}}</a><p>{{NOTE}}</p></li>{{/EVENTS}}
			{{<kit/event ICON="place" HREF="/aide#papier" LABEL="Je n’ai pas internet chez moi" NOTE="Le papier garde toute sa valeur"/}}</ul>
	</section>

	{{#VISITOR}}<section class="g-card g-gate" aria-labelledby="compte">
		<div><h2 class="govuk-heading-m" id="compte">Agent de l’État : votre carrière, acte par acte</h2><p>Ce que le ministère sait de vous, ce qui le prouve, l’acte qui manque, et qui a ouvert votre dossier.</p></div>
		<p class="g-gate__do"><a class="govuk-button govuk-button--secondary" href="/connexion">Se connecter</a> <a class="govuk-link" href="/activation">Activer mon compte d’agent</a> <a class="govuk-link" href="/inscription">Créer un compte d’usager</a></p>
	</section>{{/VISITOR}}

	<section class="g-card g-check" aria-labelledby="verif">
		<p class="g-seal g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal"/></svg>Acte scellé</p>
		<div>
			<h2 class="govuk-heading-m" id="verif">Vérifier un acte qu’on vous présente</h2>
			<p>Visez le code carré avec l’appareil photo du téléphone. Sinon, tapez le code ou la référence imprimés près du sceau : la page dit si l’acte est authentique, remplacé ou annulé.</p>
			<form action="/verifier" method="get" class="g-search"><label class="govuk-visually-hidden" for="acte">Code ou référence, près du sceau</label><input class="govuk-input" id="acte" name="acte" type="search" maxlength="200" autocomplete="off" autocapitalize="characters" spellcheck="false"><button class="govuk-button govuk-button--secondary" type="submit">Vérifier</button></form>
			<p class="g-small g-mt"><a class="govuk-link" href="/verifier">J’ai le fichier PDF : le vérifier sans l’envoyer</a></p>
		</div>
	</section>

	{{#HAS_DELAYS}}<section aria-labelledby="chiffres">
		<div class="g-title-row"><h2 class="govuk-heading-l" id="chiffres">Ce que nous tenons, ce que nous ne tenons pas</h2><p><a class="govuk-link" href="/delais">Tous les délais constatés</a></p></div>
		<ul class="g-cols-3">{{#DELAYS}}<li class="g-card g-measure">
			<h3 class="govuk-heading-s">{{NAME}}</h3>
			<p class="g-measure__big">{{MEDIAN_DAYS}} <small>jours ouvrables</small></p>
			<p class="g-small">pour la moitié des dossiers. {{#HAS_P90_DAYS}}Un sur dix attend plus de <strong>{{P90_DAYS}} jours</strong>.{{/HAS_P90_DAYS}}{{#NO_P90_DAYS}}Plus d’un sur dix attend encore.{{/NO_P90_DAYS}} Délai affiché : {{PROMISED}}.</p>
			<svg class="g-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="c-track" width="100" height="12"/><rect class="c-soft" width="{{BAR_P90}}" height="12"/><rect class="c-a" width="{{BAR_MEDIAN}}" height="12"/><rect class="c-d" x="{{BAR_AT}}" width="1" height="12"/></svg>
			<p>{{#VERDICT_CODE_TENU}}{{<kit/state KIND="done" LABEL="Délai tenu"/}}{{/VERDICT_CODE_TENU}}{{#VERDICT_CODE_SOUVENT}}{{<kit/state KIND="waiting" LABEL="Tenu pour {{KEPT}} dossiers sur 100"/}}{{/VERDICT_CODE_SOUVENT}}{{#VERDICT_CODE_NON}}{{<kit/state KIND="late" LABEL="Tenu pour {{KEPT}} dossiers sur 100"/}}{{/VERDICT_CODE_NON}}</p>
			<p class="g-note">{{<kit/count N="N" ONE="dossier" MANY="dossiers"/}} en 12 mois, ouverts compris.</p>
		</li>{{/DELAYS}}</ul>
		<ul class="g-legend g-mt"><li><svg viewBox="0 0 14 14" aria-hidden="true" focusable="false"><rect class="c-a" width="14" height="14"/></svg>la moitié des dossiers</li><li><svg viewBox="0 0 14 14" aria-hidden="true" focusable="false"><rect class="c-soft" width="14" height="14"/></svg>neuf dossiers sur dix</li><li><svg viewBox="0 0 14 14" aria-hidden="true" focusable="false"><rect class="c-d" x="5" width="3" height="14"/></svg>délai affiché</li><li>Barre entière : 100 jours ouvrables. C’est un constat, pas une promesse.</li></ul>
	</section>{{/HAS_DELAYS}}

	{{<kit/card ID="regard" TITLE="Personne ne vous lit en secret" KIND="quiet"}}
		{{<kit/checks}}
			<li><strong>Un agent du ministère dit pourquoi</strong> avant d’ouvrir un dossier.</li>
			<li><strong>Vous voyez la liste</strong> : quand, quel service, quel motif.</li>
			<li><strong>Nul ne connaît votre mot de passe</strong>, nul ne peut en choisir un pour vous. <a class="govuk-link" href="/mot-de-passe">Perdu ?</a></li>
		{{</kit/checks}}
		<p><a class="govuk-link" href="/donnees-personnelles">Vos données, et qui les voit</a></p>
	{{</kit/card}}
</div>
{{</layout}}
