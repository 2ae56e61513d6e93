{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Demander à partir" NAV="carriere"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/carriere" LABEL="Ma carrière"/}}{{<kit/crumb HREF="/carriere/pension/dossier" LABEL="Mon dossier de pension"/}}{{<kit/crumb LABEL="Demander à partir"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Demander à partir avant la limite d’âge"/}}
	{{#NO_DOORS}}{{<kit/empty TITLE="Votre compte n’est pas relié à une carrière"/}}{{/NO_DOORS}}
	{{#NOTHING}}{{<kit/empty ICON="info" TITLE="Rien ne peut être demandé ici" NOTE="Un dossier de pension est déjà ouvert, ou votre carrière a pris fin." HREF="/carriere/pension/dossier" LINK="Voir mon dossier de pension"/}}{{/NOTHING}}
	{{#SOMETHING}}{{#DOORS}}
	{{<kit/form ACTION="/carriere/pension/dossier/demande" ENCTYPE="multipart/form-data" CLASS="g-stack"}}
		{{<kit/radios NAME="nature" LEGEND="Que demandez-vous ?"}}
			{{#MAY_EARLY}}{{<kit/radio NAME="nature" VALUE="anticipe" LABEL="Un départ anticipé" HINT="Possible à partir du {{EARLY_ON}}. {{EARLY_WORDS}}"/}}{{/MAY_EARLY}}
			{{#MAY_INVALIDITY}}{{<kit/radio NAME="nature" VALUE="invalidite" LABEL="Une pension d’invalidité" HINT="La commission de réforme doit constater l’inaptitude ; sa décision fixe le jour du départ"/}}{{/MAY_INVALIDITY}}
		{{</kit/radios}}
		{{#NO_MAY_EARLY}}<p class="g-note">{{#HAS_EARLY_ON}}{{#IS_EARLY_LATER}}Le départ anticipé n’est possible qu’à partir du {{EARLY_ON}} : le portail en prend la demande trois ans à l’avance au plus.{{/IS_EARLY_LATER}}{{#NO_IS_EARLY_LATER}}Un dossier de retraite est déjà ouvert : le départ anticipé ne peut plus être demandé ici.{{/NO_IS_EARLY_LATER}}{{/HAS_EARLY_ON}}{{#NO_EARLY_ON}}Aucune règle connue du portail ne permet à votre statut de partir avant la limite d’âge.{{/NO_EARLY_ON}}</p>{{/NO_MAY_EARLY}}
		{{<kit/date NAME="depart" LABEL="Premier jour sans service que vous souhaitez"/}}
		{{<kit/textarea NAME="motif" LABEL="Votre demande, en quelques mots" HINT="Le service des pensions la lira" ROWS="4"/}}
		{{<kit/file NAME="piece" LABEL="Une pièce, si vous en avez une" HINT="Pour l’invalidité : certificat ou avis médical, décision de la commission. PDF, JPEG ou TIFF, 12 Mo au plus." ACCEPT=".pdf,.jpg,.jpeg,.tif,.tiff" OPTIONAL="oui"/}}
		{{<kit/actions}}{{<kit/button LABEL="Envoyer ma demande"/}}<a class="govuk-link" href="/carriere/pension/dossier">Annuler</a>{{</kit/actions}}
	{{</kit/form}}{{/DOORS}}{{/SOMETHING}}
</div>
{{</layout}}
