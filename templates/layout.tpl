{{%AUTOESCAPE context="HTML"}}
{{! Every page. TITLE, NAV (first word of the address of the section: carriere, agents…), WIDE="oui" (1280 px),
    BARE="oui" (the body brings its own width), DESCRIPTION. Markers: SIGNED_IN, WHO_NAME, VISITOR, CAN_*, CAN_WORK (one of the
    service's), DEMO, FLASH,
    FLASH_TEXT, PROBLEMS, CSRF, KEY. }}
<!DOCTYPE html>
<html lang="fr" class="govuk-template">
<head>
	<meta charset="utf-8">
	<title>{{#PROBLEMS}}Erreur : {{/PROBLEMS}}[[TITLE]] – Guichet</title>
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<meta name="theme-color" content="#083f2d">
	[[?DESCRIPTION]]<meta name="description" content="[[DESCRIPTION]]">[[/DESCRIPTION]]
	<link rel="icon" href="[[asset:favicon.svg]]" type="image/svg+xml">
	<link rel="stylesheet" href="[[asset:guichet.css]]">
	<script type="module" src="[[asset:guichet.js]]"></script>
</head>
<body class="govuk-template__body[[?WIDE]] g-wide[[/WIDE]]">
<a href="#contenu" class="govuk-skip-link">Aller au contenu</a>
<header>
	{{#DEMO}}<div class="g-demo"><p class="g-width"><strong>Démonstration :</strong> noms et chiffres inventés</p></div>{{/DEMO}}
	<div class="g-header">
		<div class="g-width g-header__row">
			<a class="g-brand" href="/"><img src="[[asset:brand.svg]]" alt="" width="40" height="40"><span class="g-brand__name">Guichet</span> <span class="g-brand__owner">Ministère du Travail et de la Fonction publique</span></a>
			<div class="g-who">
				{{#SIGNED_IN}}<span class="g-who__name">{{WHO_NAME}}</span>
				<form method="post" action="/deconnexion">
					<input type="hidden" name="_jeton" value="{{SESSION_CSRF}}">
					<button type="submit">Se déconnecter</button>
				</form>{{/SIGNED_IN}}
				{{#VISITOR}}<span class="g-who__links"><a class="g-wide-only" href="/demarches">Démarches</a> <a href="/aide">Aide</a> <a href="/connexion">Se connecter</a></span>{{/VISITOR}}
			</div>
		</div>
		{{#SIGNED_IN}}<nav class="g-nav" aria-label="Rubriques" data-here="[[NAV|]]">
			<div class="g-nav__row g-width">{{#CAN_WORK}}<p class="g-nav__label" id="rubriques-moi">Pour moi</p>{{/CAN_WORK}}<ul{{#CAN_WORK}} aria-labelledby="rubriques-moi"{{/CAN_WORK}}>
				<li><a href="/">Accueil</a></li>
				{{#CAN_CAREER_OWN}}<li><a href="/carriere">Ma carrière</a></li>{{/CAN_CAREER_OWN}}
				{{#CAN_CAREER_OWN}}<li><a href="/ma-pension">Ma pension</a></li>{{/CAN_CAREER_OWN}}
				{{#CAN_CAREER_OWN}}<li><a href="/consultations">Qui m’a consulté</a></li>{{/CAN_CAREER_OWN}}
				{{#CAN_REQUESTS_OWN}}<li><a href="/demandes">Mes demandes</a></li>{{/CAN_REQUESTS_OWN}}
				{{#CAN_APPOINTMENTS_OWN}}<li><a href="/rendez-vous">Rendez-vous</a></li>{{/CAN_APPOINTMENTS_OWN}}
				{{#CAN_ACCOUNT_OWN}}<li><a href="/compte">Mon compte</a></li>{{/CAN_ACCOUNT_OWN}}
				<li><a href="/aide">Aide</a></li>
			</ul></div>
			{{#CAN_WORK}}<div class="g-nav__row g-nav__row--work"><div class="g-width"><p class="g-nav__label" id="rubriques-service">Mon service</p><ul aria-labelledby="rubriques-service">
				{{#CAN_REQUESTS_DESK}}<li><a href="/corbeilles">Corbeilles</a></li>{{/CAN_REQUESTS_DESK}}
				{{#CAN_APPOINTMENTS_DESK}}<li><a href="/accueil-rendez-vous">Visiteurs</a></li>{{/CAN_APPOINTMENTS_DESK}}
				{{#CAN_CAREER_CONSULT}}<li><a href="/agents">Agents</a></li>{{/CAN_CAREER_CONSULT}}
				{{#CAN_ACTS_WORK}}<li><a href="/actes">Actes</a></li>{{/CAN_ACTS_WORK}}
				{{#CAN_CERTIFICATES_DESK}}<li><a href="/attestations">Attestations</a></li>{{/CAN_CERTIFICATES_DESK}}
				{{#CAN_PENSIONS_DESK}}<li><a href="/pensions">Pensions</a></li>{{/CAN_PENSIONS_DESK}}
				{{#CAN_PAYROLL_COMPARE}}<li><a href="/paye">Paye</a></li>{{/CAN_PAYROLL_COMPARE}}
				{{#CAN_LIFE_DESK}}<li><a href="/retraites">Retraités</a></li>{{/CAN_LIFE_DESK}}
				{{#CAN_ARCHIVE_WORK}}<li><a href="/archives">Archives</a></li>{{/CAN_ARCHIVE_WORK}}
				{{#CAN_IMPORT_PERSONNEL}}<li><a href="/imports">Imports</a></li>{{/CAN_IMPORT_PERSONNEL}}
				{{#CAN_JOURNAL_INSPECT}}<li><a href="/journal">Journal</a></li>{{/CAN_JOURNAL_INSPECT}}
				{{#CAN_SERVICES_MANAGE}}<li><a href="/catalogue">Catalogue</a></li>{{/CAN_SERVICES_MANAGE}}
				{{#CAN_ACCOUNTS_ADMIN}}<li><a href="/comptes">Comptes</a></li>{{/CAN_ACCOUNTS_ADMIN}}
				{{#CAN_ACCOUNTS_ADMIN}}<li><a href="/canaux">Canaux</a></li>{{/CAN_ACCOUNTS_ADMIN}}
			</ul></div></div>{{/CAN_WORK}}
		</nav>{{/SIGNED_IN}}
	</div>
</header>
<div class="g-page">
	{{#FLASH}}<div class="g-width"><div class="g-banner g-banner--ok g-flash" role="status">{{<kit/icon NAME="done"/}}<p class="g-banner__title">{{FLASH_TEXT}}</p></div></div>{{/FLASH}}
	[[?BARE]]<main id="contenu" tabindex="-1">[[BODY]]</main>[[/BARE]]
	[[!BARE]]<div class="g-width"><main class="govuk-main-wrapper" id="contenu" tabindex="-1">[[BODY]]</main></div>[[/BARE]]
</div>
<footer class="g-footer">
	<div class="g-width">
		<div class="g-footer__cols">
			<div><h2>Besoin d’aide</h2><p class="g-footer__links"><a href="/aide">Questions et réponses</a> <a href="/demarches">Toutes les démarches</a> <a href="/suivi">Suivre une demande</a> <a href="/delais">Nos délais</a> <a href="/aide#papier">Sans internet, sur papier</a> <a href="/verifier">Vérifier un acte</a></p></div>
			<div><h2>Vos droits</h2><p class="g-footer__links"><a href="/donnees-personnelles">Vos données, et qui les voit</a></p></div>
			<div><h2>Ce site</h2><p class="g-footer__links"><a href="/accessibilite">Accessibilité</a> <a href="/kit">Composants</a></p></div>
		</div>
		<p class="g-footer__legal">République du Bénin – Ministère du Travail et de la Fonction publique. Toute démarche reste possible sur papier : nul n’est tenu d’utiliser ce site.</p>
	</div>
</footer>
</body>
</html>
