{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Toutes les démarches" NAV="demarches" DESCRIPTION="Les prestations du ministère : pièces, délais, coût, texte, et la demande en ligne."}}
<div class="g-stack-l">
	{{#HAS_HEADING}}{{<kit/crumbs}}{{<kit/crumb HREF="/demarches" LABEL="Toutes les démarches"/}}{{<kit/crumb LABEL="{{HEADING}}"/}}{{</kit/crumbs}}{{/HAS_HEADING}}
	{{#HAS_HEADING}}{{<kit/title TEXT="{{HEADING}}" LEAD="{{HEADING_NOTE}}"/}}{{/HAS_HEADING}}
	{{#NO_HEADING}}{{<kit/title TEXT="Toutes les démarches" LEAD="Ce que le ministère fait pour vous, avec les pièces, le délai affiché, et le texte quand il est connu."/}}{{/NO_HEADING}}
	{{<kit/search ACTION="/demarches" LABEL="Que voulez-vous faire ?" HINT="Quelques mots suffisent, même sans accent : « attestation presence », « acte perdu », « retraite »."/}}
	{{#SEARCHED}}
	{{#HAS_FOUND}}<section class="g-stack" aria-labelledby="trouve"><h2 class="govuk-heading-m" id="trouve">{{FOUND_COUNT}} démarches pour « {{Q_VALUE}} »</h2><ul class="g-services">{{#FOUND}}{{<services/layout-line/}}{{/FOUND}}</ul></section>{{/HAS_FOUND}}
	{{#NO_FOUND}}{{<kit/empty TITLE="Rien ne ressemble à « {{Q_VALUE}} »" ICON="search" NOTE="Essayez un autre mot, ou posez la question : quelqu’un vous répondra." HREF="/demarches/requete-plainte-information" LINK="Poser une question"/}}{{/NO_FOUND}}
	<p><a class="govuk-link" href="/demarches">Voir toutes les démarches</a></p>
	{{/SEARCHED}}
	{{#BROWSING}}
	{{#HAS_EVENTS}}<section aria-labelledby="vie"><h2 class="govuk-heading-l" id="vie">Ce qui vous arrive</h2>
		<ul class="g-events">{{#EVENTS}}<li class="g-event"><svg class="g-icon g-icon--l" aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#{{ICON}}"/></svg><a class="govuk-link" href="/demarches?evenement={{EVENT:url_query_escape}}">{{NAME}}</a><p>{{NOTE}}</p></li>{{/EVENTS}}</ul></section>{{/HAS_EVENTS}}
	<div class="g-split">
		<div class="g-stack-l">
			{{#SERVICES}}{{#IS_FIRST}}<section class="g-theme" aria-labelledby="theme-{{THEME}}"><h2 class="govuk-heading-l" id="theme-{{THEME}}">{{THEME_NAME}}</h2><ul class="g-services">{{/IS_FIRST}}{{<services/layout-line/}}{{#IS_LAST}}</ul></section>{{/IS_LAST}}{{/SERVICES}}
			{{#NO_SERVICES}}{{<kit/empty TITLE="Aucune démarche ici" HREF="/demarches" LINK="Voir toutes les démarches"/}}{{/NO_SERVICES}}
		</div>
		<aside class="g-stack" aria-label="Thèmes et part en ligne">
			{{<kit/card ID="themes" TITLE="Par thème" KIND="quiet"}}<ul class="g-links">{{#THEMES}}<li><a class="govuk-link" href="/demarches?theme={{THEME:url_query_escape}}">{{NAME}}</a> <span class="g-note">({{TOTAL}})</span></li>{{/THEMES}}</ul>{{</kit/card}}
			{{<kit/card ID="part" TITLE="Ce qui se fait en ligne"}}<p class="g-measure__big">{{SHARE}} %</p><p class="g-note">{{ONLINE}} démarches sur {{TOTAL}} ont leur propre formulaire ou une page qui répond aussitôt. Les autres se demandent ici par le formulaire général : nous ne les comptons pas.</p>{{</kit/card}}
			{{<kit/card ID="suivre" TITLE="Déjà déposée ?"}}<p><a class="govuk-link" href="/suivi">Suivre une demande par son numéro</a></p><p><a class="govuk-link" href="/delais">Les délais constatés</a></p>{{</kit/card}}
		</aside>
	</div>
	{{/BROWSING}}
</div>
{{</layout}}
