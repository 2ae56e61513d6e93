{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Comptes" NAV="comptes" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Comptes" LEAD="Vous voyez qui a un compte et avec quels rôles. Aucun dossier ne s’ouvre d’ici, et vous ne pouvez choisir le mot de passe de personne."/}}
	{{<kit/search ACTION="/comptes" LABEL="Nom, matricule, adresse électronique ou téléphone"/}}
	{{#HAS_GRANTS}}{{<kit/banner KIND="you" TITLE="Habilitations à confirmer : {{GRANTS_COUNT}}"}}<ul class="govuk-list">{{#GRANTS}}<li>{{NAME}} : {{ROLE}}</li>{{/GRANTS}}</ul><p><a class="govuk-link" href="/habilitations">Voir les habilitations à confirmer</a></p>{{</kit/banner}}{{/HAS_GRANTS}}
	{{#ASKED}}
	{{#HAS_FOUND}}{{<kit/table CAPTION="Comptes trouvés : {{FOUND_COUNT}} (50 au plus)"}}
		{{<kit/head}}{{<kit/th LABEL="Nom"/}}{{<kit/th LABEL="Identifiants"/}}{{<kit/th LABEL="Rôles"/}}{{<kit/th LABEL="État"/}}{{</kit/head}}
		{{<kit/rows}}{{#FOUND}}{{<kit/row}}
			{{<kit/row-title HREF="/comptes/{{ACCOUNT_ID}}" LABEL="{{NAME}}"/}}
			{{<kit/td LABEL="Identifiants"}}<span class="g-break">{{LOGINS}}</span>{{</kit/td}}
			{{<kit/td LABEL="Rôles"}}<span>{{ROLES}}</span>{{</kit/td}}
			{{<kit/td LABEL="État"}}{{#STATE_CODE_ACTIF}}{{<kit/state KIND="done" LABEL="ouvert"/}}{{/STATE_CODE_ACTIF}}{{#STATE_CODE_FERME}}{{<kit/state KIND="rejected" LABEL="fermé"/}}{{/STATE_CODE_FERME}}{{</kit/td}}
		{{</kit/row}}{{/FOUND}}{{</kit/rows}}
	{{</kit/table}}{{/HAS_FOUND}}
	{{#NO_FOUND}}{{<kit/empty TITLE="Aucun compte trouvé" NOTE="Cherchez par un nom de famille, ou par un identifiant entier." ICON="search"/}}{{/NO_FOUND}}
	{{/ASKED}}
</div>
{{</layout}}
