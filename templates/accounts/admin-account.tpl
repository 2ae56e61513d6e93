{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Compte de {{NAME}}" NAV="comptes"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/crumbs}}{{<kit/crumb HREF="/comptes" LABEL="Comptes"/}}{{<kit/crumb LABEL="{{NAME}}"/}}{{</kit/crumbs}}
	{{<kit/title TEXT="{{NAME}}" CAPTION="Compte"/}}
	{{<kit/facts}}
		{{<kit/fact LABEL="Identifiants" VALUE="{{LOGINS}}"/}}
		<div><dt>État</dt><dd>{{#STATE_CODE_ACTIF}}{{<kit/state KIND="done" LABEL="ouvert"/}}{{/STATE_CODE_ACTIF}}{{#STATE_CODE_FERME}}{{<kit/state KIND="rejected" LABEL="fermé"/}}{{/STATE_CODE_FERME}}</dd></div>
		<div><dt>Mot de passe</dt><dd>{{#HAS_PASSWORD}}choisi{{/HAS_PASSWORD}}{{#NO_HAS_PASSWORD}}à choisir{{/NO_HAS_PASSWORD}}</dd></div>
		<div><dt>Double vérification</dt><dd>{{#SECOND_FACTOR}}activée{{/SECOND_FACTOR}}{{#NO_SECOND_FACTOR}}non activée{{/NO_SECOND_FACTOR}}</dd></div>
		{{<kit/fact LABEL="Contacts" VALUE="{{CONTACTS}}"/}}
		{{<kit/fact LABEL="Sessions ouvertes" VALUE="{{SESSIONS}}"/}}
		{{<kit/fact LABEL="Ouvert le" VALUE="{{MADE_AT}}"/}}
	{{</kit/facts}}
	{{<kit/section ID="roles" TITLE="Rôles"}}
		{{#HAS_GRANTS}}{{<kit/table CAPTION="Rôles de {{NAME}}" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Rôle"/}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Période"/}}{{<kit/th LABEL="Donné et confirmé par"/}}{{<kit/th LABEL="Action" HIDE="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#GRANTS}}{{<kit/row}}
				{{<kit/row-title}}{{ROLE}}{{</kit/row-title}}
				{{<kit/td LABEL="Structure"}}<span>{{STRUCTURE}}{{#NO_STRUCTURE}}–{{/NO_STRUCTURE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Période"}}<span>depuis le {{VALID_FROM}}{{#HAS_VALID_TO}}, jusqu’au {{VALID_TO}}{{/HAS_VALID_TO}}</span>{{</kit/td}}
				{{<kit/td LABEL="Donné et confirmé par"}}<span>{{GRANTED_BY}}{{#NO_GRANTED_BY}}d’office{{/NO_GRANTED_BY}}{{#HAS_CONFIRMED_BY}}, {{CONFIRMED_BY}}{{/HAS_CONFIRMED_BY}}{{#WAITING}} {{<kit/state KIND="waiting" LABEL="à confirmer"/}}{{/WAITING}}</span>{{</kit/td}}
				{{<kit/td}}{{#STAFF}}{{#NO_MYSELF}}<form method="post" action="/habilitations/{{GRANT_ID}}/retrait"><input type="hidden" name="_jeton" value="{{CSRF}}"><input type="hidden" name="_cle" value="{{KEY}}"><button class="govuk-button govuk-button--secondary" type="submit">Retirer<span class="govuk-visually-hidden"> le rôle {{ROLE}}</span></button></form>{{/NO_MYSELF}}{{/STAFF}}{{</kit/td}}
			{{</kit/row}}{{/GRANTS}}{{</kit/rows}}
		{{</kit/table}}{{/HAS_GRANTS}}
		{{#NO_GRANTS}}<p class="g-note">Aucun rôle.</p>{{/NO_GRANTS}}
	{{</kit/section}}
	{{#MYSELF}}{{<kit/banner TITLE="C’est votre propre compte"}}<p>Un autre administrateur peut y toucher ; vous ne le pouvez pas d’ici.</p>{{</kit/banner}}{{/MYSELF}}
	{{#NO_MYSELF}}
	{{<kit/section ID="donner" TITLE="Donner un rôle"}}
		<p class="govuk-body">Le rôle vaudra quand un second administrateur l’aura confirmé.</p>
		{{<kit/form ACTION="/comptes/{{ACCOUNT_ID}}/roles"}}
			{{<kit/select NAME="role" LABEL="Rôle" EMPTY="Choisir"}}{{#ROLE_CHOICES}}<option value="{{ROLE_CODE}}"{{#ROLE_ON}} selected{{/ROLE_ON}}>{{ROLE}}</option>{{/ROLE_CHOICES}}{{</kit/select}}
			{{<kit/select NAME="structure" LABEL="Structure" EMPTY="Aucune" HINT="Celle dont la personne traitera les dossiers, avec tout ce qui en dépend"}}{{#STRUCTURE_CHOICES}}<option value="{{STRUCTURE_ID}}"{{#STRUCTURE_ON}} selected{{/STRUCTURE_ON}}>{{LABEL}}</option>{{/STRUCTURE_CHOICES}}{{</kit/select}}
			{{<kit/date NAME="debut" LABEL="À partir du" HINT="Aujourd’hui ou plus tard"/}}
			{{<kit/date NAME="fin" LABEL="Jusqu’au (ce jour-là, le rôle ne vaut plus)" HINT="Un an au plus après le début"/}}
			{{<kit/button LABEL="Proposer ce rôle"/}}
		{{</kit/form}}
	{{</kit/section}}
	{{<kit/section ID="compte" TITLE="Le compte"}}
		<ul class="g-rows">
			<li class="g-stack"><p>L’ancien mot de passe ne servira plus ; la personne en choisira un autre avec un code envoyé à son propre contact.</p>{{<kit/form ACTION="/comptes/{{ACCOUNT_ID}}/reinitialisation"}}{{<kit/button LABEL="Demander un nouveau mot de passe" KIND="secondary"/}}{{</kit/form}}</li>
			<li class="g-stack"><p>Toutes ses sessions seront fermées tout de suite.</p>{{<kit/form ACTION="/comptes/{{ACCOUNT_ID}}/sessions"}}{{<kit/button LABEL="Fermer ses sessions" KIND="secondary"/}}{{</kit/form}}</li>
			{{#STATE_CODE_ACTIF}}<li class="g-stack"><p>La personne ne pourra plus se connecter ; elle sera prévenue. Ses dossiers ne changent pas.</p>{{<kit/form ACTION="/comptes/{{ACCOUNT_ID}}/fermeture"}}{{<kit/button LABEL="Fermer le compte" KIND="warning"/}}{{</kit/form}}</li>{{/STATE_CODE_ACTIF}}
			{{#STATE_CODE_FERME}}<li class="g-stack"><p>La personne pourra de nouveau se connecter ; elle sera prévenue.</p>{{<kit/form ACTION="/comptes/{{ACCOUNT_ID}}/reouverture"}}{{<kit/button LABEL="Rouvrir le compte" KIND="secondary"/}}{{</kit/form}}</li>{{/STATE_CODE_FERME}}
		</ul>
	{{</kit/section}}
	{{/NO_MYSELF}}
</div>
{{</layout}}
