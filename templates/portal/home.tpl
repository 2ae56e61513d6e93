{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Accueil" NAV="accueil" BARE="oui" DESCRIPTION="Votre carrière d’agent de l’État, acte par acte : ce qui est prouvé, ce qui manque, qui a consulté votre dossier."}}
<div class="g-hero">
	<div class="g-width g-hero__grid">
		<div>
			<h1>Votre carrière, acte par acte</h1>
			<p class="g-hero__lead">Ce que le ministère sait de vous, ce qui le prouve, l’acte qui manque, et qui a consulté votre dossier.</p>
			{{#VISITOR}}<div class="govuk-button-group">
				<a class="govuk-button g-button--go" href="/connexion">Se connecter</a>
				<a class="govuk-link" href="/activation">Activer mon compte d’agent</a>
			</div>{{/VISITOR}}
			{{#SIGNED_IN}}<div class="govuk-button-group">
				{{#CAN_CAREER_OWN}}<a class="govuk-button g-button--go" href="/carriere">Voir ma carrière</a>{{/CAN_CAREER_OWN}}
				{{#CAN_CAREER_CONSULT}}<a class="govuk-link" href="/agents">Chercher un agent</a>{{/CAN_CAREER_CONSULT}}
				{{#CAN_ACCOUNT_OWN}}<a class="govuk-link" href="/compte">Mon compte</a>{{/CAN_ACCOUNT_OWN}}
			</div>{{/SIGNED_IN}}
		</div>
		<svg class="g-hero__art" viewBox="0 0 480 190" aria-hidden="true" focusable="false">
			<path class="a-step" d="M2 172H48V146H96V120H144V94H200V68H256"/>
			<circle class="a-knot" cx="48" cy="146" r="7"/><circle class="a-knot" cx="96" cy="120" r="7"/><circle class="a-gap" cx="144" cy="94" r="9"/><circle class="a-knot" cx="200" cy="68" r="7"/>
			<path class="a-step a-next" d="M256 68H470V40"/>
			<path class="a-arch" d="M268 190V92a78 78 0 0 1 156 0v98h-34V92a44 44 0 0 0-88 0v98z"/>
			<path class="a-slip" d="M306 84h80v92a6 6 0 0 1-6 6h-68a6 6 0 0 1-6-6z"/>
			<path class="a-tab" d="M306 84h80V70a6 6 0 0 0-6-6h-68a6 6 0 0 0-6 6z"/>
			<path class="a-perf" d="M310 84h76"/>
			<path class="a-rule" d="M320 102h50M320 114h38"/>
			<circle class="a-seal" cx="346" cy="148" r="19"/><path class="a-tick" d="m337 148 6 7 12-13"/>
			<circle class="a-ring" cx="470" cy="40" r="7"/>
		</svg>
	</div>
</div>
<div class="g-width govuk-main-wrapper g-stack-l">
	{{<kit/section ID="vie" TITLE="Ce qui vous arrive"}}
		<ul class="g-events">
			{{#VISITOR}}{{<kit/event ICON="act" HREF="/carriere/actes" LABEL="Je cherche un de mes actes" NOTE="Tous ceux que le ministère détient, avec leur preuve"/}}
			{{<kit/event ICON="step" HREF="/carriere" LABEL="J’attends un avancement" NOTE="Échelon d’aujourd’hui, date du prochain"/}}
			{{<kit/event ICON="alert" HREF="/aide#acte-manquant" LABEL="Un acte manque, ou il est faux" NOTE="Comment le voir, à qui le dire"/}}
			{{<kit/event ICON="print" HREF="/carriere/etat-des-services" LABEL="Il me faut un état de mes services" NOTE="À imprimer depuis ma carrière"/}}
			{{<kit/event ICON="eye" HREF="/consultations" LABEL="Qui a ouvert mon dossier ?" NOTE="La date, le service, le motif"/}}{{/VISITOR}}
			{{#CAN_CAREER_OWN}}{{<kit/event ICON="act" HREF="/carriere/actes" LABEL="Je cherche un de mes actes" NOTE="Tous ceux que le ministère détient, avec leur preuve"/}}
			{{<kit/event ICON="step" HREF="/carriere" LABEL="J’attends un avancement" NOTE="Échelon d’aujourd’hui, date du prochain"/}}
			{{<kit/event ICON="alert" HREF="/aide#acte-manquant" LABEL="Un acte manque, ou il est faux" NOTE="Comment le voir, à qui le dire"/}}
			{{<kit/event ICON="print" HREF="/carriere/etat-des-services" LABEL="Il me faut un état de mes services" NOTE="À imprimer depuis ma carrière"/}}
			{{<kit/event ICON="eye" HREF="/consultations" LABEL="Qui a ouvert mon dossier ?" NOTE="La date, le service, le motif"/}}{{/CAN_CAREER_OWN}}
			{{#VISITOR}}{{<kit/event ICON="person" HREF="/activation" LABEL="Je suis agent, je n’ai pas de compte" NOTE="Avec votre matricule et votre date de prise de service"/}}
			{{<kit/event ICON="family" HREF="/inscription" LABEL="Je ne suis pas agent de l’État" NOTE="Créer un compte d’usager"/}}
			{{<kit/event ICON="lock" HREF="/mot-de-passe" LABEL="J’ai perdu mon mot de passe" NOTE="En choisir un autre, sans vous déplacer"/}}{{/VISITOR}}
			{{#CAN_CAREER_CONSULT}}{{<kit/event ICON="search" HREF="/agents" LABEL="Je tiens des dossiers" NOTE="Chercher un agent de ma structure"/}}{{/CAN_CAREER_CONSULT}}
			{{#CAN_IMPORT_PERSONNEL}}{{<kit/event ICON="upload" HREF="/imports" LABEL="J’ai un fichier du personnel" NOTE="L’importer, corriger les lignes refusées"/}}{{/CAN_IMPORT_PERSONNEL}}
			{{#CAN_JOURNAL_INSPECT}}{{<kit/event ICON="eye" HREF="/journal" LABEL="Je contrôle les consultations" NOTE="Qui a ouvert quel dossier, quand et pourquoi"/}}{{/CAN_JOURNAL_INSPECT}}
			{{#CAN_ACCOUNTS_ADMIN}}{{<kit/event ICON="person" HREF="/comptes" LABEL="Je cherche un compte" NOTE="Son état, ses rôles, ses sessions"/}}
			{{<kit/event ICON="done" HREF="/habilitations" LABEL="Je confirme un rôle" NOTE="Proposé par un autre administrateur"/}}{{/CAN_ACCOUNTS_ADMIN}}
			{{#CAN_ACCOUNT_OWN}}{{<kit/event ICON="lock" HREF="/compte" LABEL="Mon mot de passe, mes sessions" NOTE="Et la double vérification"/}}{{/CAN_ACCOUNT_OWN}}
			{{<kit/event ICON="register" HREF="/demarches" LABEL="Je cherche une démarche" NOTE="Pièces, délai promis, coût, lieu ; en ligne ou non"/}}
			{{<kit/event ICON="clock" HREF="/suivi" LABEL="Où en est ma demande ?" NOTE="Avec son numéro et son code, sans compte"/}}
			{{#CAN_CAREER_OWN}}{{<kit/event ICON="retirement" HREF="/carriere/pension" LABEL="Ma pension, ligne par ligne" NOTE="Ce qu’elle serait, et ce qui manque pour le dire"/}}{{/CAN_CAREER_OWN}}
			{{#CAN_CAREER_OWN}}{{<kit/event ICON="clock" HREF="/ma-pension" LABEL="Je suis à la retraite" NOTE="Certificat de vie, livret, compte de paiement, adresse"/}}{{/CAN_CAREER_OWN}}
			{{#CAN_LIFE_DESK}}{{<kit/event ICON="person" HREF="/retraites" LABEL="Un retraité est devant moi" NOTE="Certificat de vie, changement de compte à arrêter"/}}{{/CAN_LIFE_DESK}}
			{{<kit/event ICON="family" HREF="/pensions-reversion" LABEL="Un agent ou un retraité est décédé" NOTE="Demander la pension de réversion, suivre la demande"/}}
			{{<kit/event ICON="seal" HREF="/verifier" LABEL="Vérifier un acte" NOTE="Est-il authentique, vaut-il encore ? Sans compte"/}}
			{{<kit/event ICON="place" HREF="/aide#papier" LABEL="Je n’ai pas internet chez moi" NOTE="Le papier garde toute sa valeur"/}}
		</ul>
	{{</kit/section}}

	<div class="g-split g-split--even">
		{{<kit/card ID="promesse" TITLE="Chaque ligne dit sa preuve"}}
			<p>Une carrière se lit comme un fil : chaque nœud est un acte.</p>
			{{<kit/thread TIGHT="oui"}}
				{{<kit/knot WHEN="nœud plein" WHAT="Prouvé par un acte" WHO="numéro, date et pièce à l’appui"/}}
				{{<kit/knot KIND="missing" WHEN="nœud brisé" WHAT="Acte manquant" WHO="nommé tout de suite, pas à la veille de la retraite"/}}
				{{<kit/knot KIND="next" WHEN="nœud creux" WHAT="Attendu, non acquis" WHO="un constat, pas une promesse"/}}
			{{</kit/thread}}
		{{</kit/card}}
		{{<kit/card ID="regard" TITLE="Personne ne vous lit en secret"}}
			{{<kit/checks}}
				<li><strong>Un agent du ministère dit pourquoi</strong> avant d’ouvrir un dossier.</li>
				<li><strong>Vous voyez la liste</strong> : quand, quel service, quel motif.</li>
				<li><strong>Nul ne connaît votre mot de passe</strong>, nul ne peut en choisir un pour vous.</li>
			{{</kit/checks}}
			<p><a class="govuk-link" href="/donnees-personnelles">Vos données, et qui les voit</a></p>
		{{</kit/card}}
	</div>
</div>
{{</layout}}
