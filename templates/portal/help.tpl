{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Aide" NAV="aide" DESCRIPTION="Questions et réponses : compte, carrière, acte manquant, papier."}}
<div class="g-split">
<div class="g-prose">
	{{<kit/title TEXT="Aide" LEAD="Les questions que l’on pose le plus, et ce que le portail ne fait pas encore."/}}

	<h2 class="govuk-heading-l g-anchor g-mt-l" id="compte">Mon compte</h2>
	<div class="g-stack">
		{{<kit/details TITLE="Je suis agent de l’État : comment activer mon compte ?"}}
			<p>Il faut votre matricule, qui est en haut à gauche du bulletin de paie, et la date de votre première prise de service. Un code arrive au contact que l’administration connaît de vous ; vous choisissez ensuite vous-même votre mot de passe.</p>
			<p><a class="govuk-link" href="/activation">Activer mon compte d’agent</a></p>
		{{</kit/details}}
		{{<kit/details TITLE="Je ne suis pas agent : puis-je avoir un compte ?"}}
			<p>Oui, un compte d’usager. Il ne donne accès à aucun dossier de carrière.</p>
			<p><a class="govuk-link" href="/inscription">Créer un compte d’usager</a></p>
		{{</kit/details}}
		{{<kit/details TITLE="J’ai perdu mon mot de passe"}}
			<p>Demandez à en choisir un autre. Aucun agent du ministère ne connaît votre mot de passe et ne doit vous le demander, ni par téléphone, ni au bureau.</p>
			<p><a class="govuk-link" href="/mot-de-passe">Choisir un autre mot de passe</a></p>
		{{</kit/details}}
		{{<kit/details TITLE="J’utilise l’ordinateur d’un autre, ou d’un centre"}}
			<p>Votre nom reste affiché en haut de la page tant que vous êtes connecté. Avant de partir, pressez « Se déconnecter », à côté de votre nom, puis fermez la page.</p>
		{{</kit/details}}
	</div>

	<h2 class="govuk-heading-l g-anchor" id="carriere">Ma carrière</h2>
	<div class="g-stack">
		{{<kit/details TITLE="D’où viennent les informations de ma carrière ?"}}
			<p>De vos actes : nomination, titularisation, avancements, affectations. Votre situation n’est jamais saisie à la main : elle se déduit des actes. C’est pourquoi un acte absent laisse un trou visible.</p>
		{{</kit/details}}
		{{<kit/details TITLE="Puis-je imprimer un état de mes services ?"}}
			<p>Oui, depuis votre carrière. La page est faite pour une feuille A4 : dans le menu du navigateur, choisissez « Imprimer ».</p>
			<p><a class="govuk-link" href="/carriere">Ma carrière</a></p>
		{{</kit/details}}
		{{<kit/details TITLE="Que veut dire « attendu, non acquis » ?"}}
			<p>Que la date a été calculée d’après les règles connues, mais qu’aucun acte ne l’a encore décidée. C’est un constat, pas une promesse. Certaines valeurs sont marquées « valeur de démonstration » tant que le texte n’a pas été confirmé.</p>
		{{</kit/details}}
	</div>

	<h2 class="govuk-heading-l g-anchor" id="acte-manquant">Un acte manque, ou il est faux</h2>
	<div class="g-stack">
		<p class="govuk-body">Dans votre carrière, un nœud brisé rouge et le mot « manquant » montrent l’acte qui n’est pas dans le dossier, avec la date où il était attendu.</p>
		{{<kit/banner TITLE="Le signalement en ligne n’existe pas encore"}}<p>Pour l’instant, écrivez à votre direction des ressources humaines, ou portez-y une copie de l’acte. Notez la date attendue : elle désigne l’acte.</p>{{</kit/banner}}
	</div>

	<h2 class="govuk-heading-l g-anchor" id="sceau">Vérifier un acte</h2>
	<div class="g-stack">
		{{<kit/details TITLE="On me montre un acte : comment savoir s’il est vrai ?"}}
			<p>Visez son code carré avec l’appareil photo de votre téléphone. Une page s’ouvre, vérifie la signature sur votre appareil, et montre ce que le papier doit dire, mot pour mot. Sans appareil photo, tapez le code de douze caractères imprimé dessous.</p>
			<p><a class="govuk-link" href="/verifier">Vérifier un acte</a></p>
		{{</kit/details}}
		{{<kit/details TITLE="Et sans réseau ?"}}
			<p>Une fois ouverte avec du réseau, la page de vérification marche ensuite sans lui. La signature se vérifie alors, mais pas l’annulation : la page le dit.</p>
		{{</kit/details}}
		{{<kit/details TITLE="Comment vérifier sans votre logiciel ?"}}
			<p>Le sceau suit des normes publiques : tout informaticien peut le vérifier avec des outils courants, sans nous croire.</p>
			<p><a class="govuk-link" href="/verifier/comment">Les commandes, pas à pas</a></p>
		{{</kit/details}}
	</div>

	<h2 class="govuk-heading-l g-anchor" id="retraites">Retraite, décès, réversion</h2>
	<div class="g-stack">
		{{<kit/details TITLE="Comment faire mon certificat de vie ?"}}
			<p>Présentez-vous dans un centre communal avec votre matricule et votre pièce d’identité : cela prend quelques minutes. Nous vous prévenons avant la fin du précédent. Si vous ne pouvez pas vous déplacer, un agent peut venir : demandez-le au service des pensions.</p>
			<p><a class="govuk-link" href="/ma-pension">Jusqu’à quand le mien vaut-il ?</a></p>
		{{</kit/details}}
		{{<kit/details TITLE="On m’écrit que mon compte de paiement va changer, et ce n’est pas moi"}}
			<p>Ouvrez le lien du message et arrêtez le changement : aucun mot de passe n’est demandé. Un centre communal peut aussi l’arrêter. Un changement attend toujours plusieurs jours, pour que vous ayez le temps.</p>
		{{</kit/details}}
		{{<kit/details TITLE="Un parent, agent ou retraité de l’État, est décédé"}}
			<p>Sa famille peut demander une pension de réversion, avec son matricule et l’acte de décès. Un centre communal peut faire la demande avec vous.</p>
			<p><a class="govuk-link" href="/pensions-reversion">Demander une pension de réversion</a></p>
		{{</kit/details}}
	</div>

	<h2 class="govuk-heading-l g-anchor" id="papier">Sans internet, sur papier</h2>
	<div class="g-stack">
		<p class="govuk-body">Nul n’est tenu d’utiliser ce site. Toute démarche reste possible sur papier, auprès de votre service, de la direction départementale ou d’un centre communal de services publics.</p>
		<p class="govuk-body">Le site fonctionne aussi sur un téléphone ancien et un réseau lent : la première page pèse moins de 30 kilo-octets, et rien ne dépend d’un programme installé.</p>
	</div>
</div>
<aside class="g-stack" aria-label="Sur cette page et ailleurs">
	{{<kit/card ID="sommaire" TITLE="Sur cette page" KIND="quiet"}}
		<ul class="g-links">
			<li><a class="govuk-link" href="#compte">Mon compte</a></li>
			<li><a class="govuk-link" href="#carriere">Ma carrière</a></li>
			<li><a class="govuk-link" href="#acte-manquant">Un acte manque, ou il est faux</a></li>
			<li><a class="govuk-link" href="#sceau">Vérifier un acte</a></li>
			<li><a class="govuk-link" href="#retraites">Retraite, décès, réversion</a></li>
			<li><a class="govuk-link" href="#papier">Sans internet, sur papier</a></li>
		</ul>
	{{</kit/card}}
	{{<kit/card ID="pas-encore" TITLE="Ce qui vient ensuite"}}
		{{<kit/thread TIGHT="oui"}}
			{{<kit/knot WHEN="en service" WHAT="Carrière, actes, état des services"/}}
			{{<kit/knot WHEN="en service" WHAT="Qui a consulté mon dossier"/}}
			{{<kit/knot WHEN="en service" WHAT="Vérifier un acte par son sceau"/}}
			{{<kit/knot WHEN="en service" WHAT="Demandes en ligne et leur suivi"/}}
			{{<kit/knot WHEN="en service" WHAT="Calcul de la pension, ligne par ligne"/}}
			{{<kit/knot WHEN="en service" WHAT="Certificats de vie, pensions de réversion"/}}
		{{</kit/thread}}
		<p class="g-note">Sans date : nous n’en promettons pas que nous ne tiendrions pas.</p>
	{{</kit/card}}
</aside>
</div>
{{</layout}}
