{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Mon dossier de pension" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/carriere" LABEL="Ma carrière"/}}{{<kit/crumb HREF="/carriere/pension" LABEL="Ma pension"/}}{{<kit/crumb LABEL="Mon dossier"/}}{{</kit/crumbs}}
	{{#NO_DOORS}}{{<kit/title TEXT="Mon dossier de pension"/}}{{<kit/empty TITLE="Votre compte n’est pas relié à une carrière" NOTE="Le dossier de pension est celui d’un agent de l’État."/}}{{/NO_DOORS}}
	{{#HAS_DOORS}}
	{{#FILE}}{{<kit/title CAPTION="Dossier {{NUMBER}}, {{KIND_LABEL}}" TEXT="Mon dossier de pension"/}}
	<section class="g-stub" aria-label="Où en est mon dossier">
		<div class="g-stub__tab"><p class="g-stub__kind">Départ le</p><p class="g-stub__number g-stub__number--long">{{LEAVE_ON}}</p>{{#HAS_LAPSE}}<p>{{LAPSE}}</p>{{/HAS_LAPSE}}<p>{{#IS_WAITING}}{{<kit/state KIND="you" LABEL="À vous de répondre"/}}{{/IS_WAITING}}{{#NO_IS_WAITING}}{{#IS_LATE}}{{<kit/state KIND="late" LABEL="En retard"/}}{{/IS_LATE}}{{#NO_IS_LATE}}{{#IS_OVER}}{{<kit/state KIND="done" LABEL="{{STATE_LABEL}}"/}}{{/IS_OVER}}{{#NO_IS_OVER}}{{<kit/state KIND="progress" LABEL="En cours"/}}{{/NO_IS_OVER}}{{/NO_IS_LATE}}{{/NO_IS_WAITING}}</p></div>
		<div class="g-stub__body g-stack">
			<p class="g-lead">{{NEXT}}</p>
			{{#IS_OVER}}{{#HAS_WHY}}<p><strong>Motif :</strong> {{WHY:pre_escape}}</p>{{/HAS_WHY}}{{/IS_OVER}}
			<dl class="g-facts">
				<div><dt>Étape</dt><dd>{{STATE_LABEL}}</dd></div>
				<div><dt>Qui l’a en main</dt><dd>{{#IS_WAITING}}Vous{{/IS_WAITING}}{{#NO_IS_WAITING}}{{DESK}}{{/NO_IS_WAITING}}</dd></div>
				<div><dt>Depuis</dt><dd>{{SINCE}} <small>{{SPENT_WORDS}}</small></dd></div>
				{{#HAS_DUE_ON}}<div><dt>Doit être fait le</dt><dd>{{DUE_ON}} <small>{{LEFT_WORDS}}</small></dd></div>{{/HAS_DUE_ON}}
				<div><dt>En tout</dt><dd>{{SPENT_ALL}} <small>sans compter le temps où votre réponse est attendue</small></dd></div>
				<div><dt>Régime</dt><dd>{{REGIMES}}{{#IS_BOTH}} <small>vos périodes sont totalisées, chaque caisse paie sa part</small>{{/IS_BOTH}}</dd></div>
			</dl>
			{{#IS_COMPUTED}}<p>{{<kit/button-link HREF="/carriere/pension/dossier/calcul" LABEL="Voir le calcul de ma pension" KIND="secondary"/}}</p>{{/IS_COMPUTED}}
		</div>
	</section>
	{{#ASKED}}{{<kit/banner KIND="you" ICON="act" TITLE="{{#ASKED_ONE}}Un acte vous est demandé{{/ASKED_ONE}}{{#ASKED_MANY}}{{ASKED_COUNT}} actes vous sont demandés{{/ASKED_MANY}}"}}<p>Envoyez-en une copie, même une photo, ou dites que vous ne l’avez pas. Sans lui, l’administration devra le reconstituer : rien n’est perdu. Le compte des délais est arrêté jusqu’à votre réponse.</p>{{</kit/banner}}{{/ASKED}}
	<section class="g-stack" aria-labelledby="actes"><h2 class="govuk-heading-l g-anchor" id="actes">Actes manquants</h2>
		{{#HAS_ACTS}}<ul class="g-rows">{{#ACTS}}<li><strong class="g-break">{{LABEL}}</strong><br>{{<pensions/layout-file-act/}}{{#NO_IS_RESOLVED}}{{#AGENT_CODE_COPIE}} Vous avez envoyé une copie{{#HAS_PAPER_NAME}} (<span class="g-break">{{PAPER_NAME}}</span>){{/HAS_PAPER_NAME}} : deux personnes la vérifient.{{/AGENT_CODE_COPIE}}{{#AGENT_CODE_ABSENT}} Vous avez répondu que vous ne l’avez pas.{{/AGENT_CODE_ABSENT}}{{#IS_ASKED}}<div class="g-mt">{{<kit/button-link HREF="/carriere/pension/dossier/actes/{{MISSING_ID}}" LABEL="Répondre pour cet acte" KIND="secondary"/}}</div>{{/IS_ASKED}}{{/NO_IS_RESOLVED}}</li>{{/ACTS}}</ul>{{/HAS_ACTS}}
		{{#NO_ACTS}}<p class="govuk-body">Aucun acte ne manque à votre carrière : rien ne vous est demandé.</p>{{/NO_ACTS}}
	</section>
	<section aria-labelledby="etapes"><h2 class="govuk-heading-l" id="etapes">Les étapes</h2>{{<pensions/layout-file-steps/}}</section>
	{{<kit/details TITLE="Pourquoi ce jour de départ"}}<p>{{LEAVE_SOURCE}}</p><p><a class="govuk-link" href="/carriere/retraite">Le détail de la règle</a></p>{{</kit/details}}
	<section aria-labelledby="histoire"><h2 class="govuk-heading-l" id="histoire">Histoire</h2>
		{{<kit/thread TIGHT="oui"}}{{#EVENTS}}{{<kit/knot WHEN="{{AT}}" WHAT="{{WHAT}}"}}{{#HAS_NOTE}}<p class="g-small">{{NOTE:pre_escape}}</p>{{/HAS_NOTE}}{{</kit/knot}}{{/EVENTS}}{{</kit/thread}}
		<p class="g-note">Qui a ouvert votre dossier, et pourquoi : <a class="govuk-link" href="/consultations">Qui m’a consulté</a>.</p>
	</section>{{/FILE}}
	{{#NO_FILE}}{{<kit/title TEXT="Mon dossier de pension"/}}
	{{#DOORS}}{{#HAS_LEFT}}{{<kit/empty ICON="retirement" TITLE="Aucun dossier ici" NOTE="Votre carrière a pris fin avant que le portail n’ouvre les dossiers. Votre pension est celle de votre livret."/}}{{/HAS_LEFT}}
	{{#NO_HAS_LEFT}}{{#HAS_OPENS_ON}}{{<kit/empty ICON="retirement" TITLE="Votre dossier n’est pas encore ouvert" NOTE="Il s’ouvrira de lui-même le {{OPENS_ON}}, pour un départ probable le {{LEAVE_ON}}. Vous n’aurez rien à demander." HREF="/carriere/pension" LINK="Estimer ma pension dès aujourd’hui"/}}{{/HAS_OPENS_ON}}
	{{#NO_OPENS_ON}}{{<kit/empty ICON="alert" TITLE="Votre dossier ne peut pas s’ouvrir tout seul"}}<p>{{#NO_BIRTH}}Votre date de naissance manque à votre dossier{{/NO_BIRTH}}{{#NO_NO_BIRTH}}Aucune règle connue ne donne de date de départ pour votre statut ou votre catégorie{{/NO_NO_BIRTH}} : signalez-le au service du personnel.</p>{{</kit/empty}}{{/NO_OPENS_ON}}{{/NO_HAS_LEFT}}{{/DOORS}}{{/NO_FILE}}
	{{#DOORS}}{{#NO_HAS_LEFT}}<section class="g-stack" aria-labelledby="autre"><h2 class="govuk-heading-l" id="autre">Partir autrement</h2>
		{{#MAY_EARLY}}<p class="govuk-body">Une règle vous permet de demander à partir avant la limite d’âge, à partir du {{EARLY_ON}}. <span class="g-small">{{EARLY_WORDS}}</span><br><a class="govuk-link" href="/carriere/pension/dossier/demande?nature=anticipe">Demander un départ anticipé</a></p>{{/MAY_EARLY}}
		{{#IS_EARLY_LATER}}<p class="govuk-body">Une règle vous permettra de demander à partir avant la limite d’âge, pas avant le {{EARLY_ON}}. <span class="g-small">{{EARLY_WORDS}} Le portail prend la demande trois ans à l’avance au plus.</span></p>{{/IS_EARLY_LATER}}
		{{#MAY_INVALIDITY}}<p class="govuk-body">Si votre santé ne vous permet plus de servir, la commission de réforme doit le constater.<br><a class="govuk-link" href="/carriere/pension/dossier/demande?nature=invalidite">Demander une pension d’invalidité</a></p>{{/MAY_INVALIDITY}}
		{{#NO_MAY_INVALIDITY}}{{#NO_MAY_EARLY}}<p class="govuk-body">Rien d’autre ne peut être demandé pour l’instant : un dossier est déjà ouvert.</p>{{/NO_MAY_EARLY}}{{/NO_MAY_INVALIDITY}}
	</section>{{/NO_HAS_LEFT}}{{/DOORS}}
	{{/HAS_DOORS}}
</div>
{{</layout}}
