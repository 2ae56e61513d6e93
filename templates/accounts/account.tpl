{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Mon compte" NAV="compte"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Mon compte" CAPTION="{{NAME}}"/}}
	{{<kit/section ID="connexion" TITLE="Pour me connecter"}}
		{{<kit/summary}}
			{{<kit/answer LABEL="Identifiants" VALUE="{{LOGINS}}" HREF="/compte/contacts" CHANGE="Ajouter" OF="un identifiant"/}}
			{{<kit/answer LABEL="Mot de passe" HREF="/compte/mot-de-passe" OF="de mot de passe"}}{{#HAS_PASSWORD_CHANGED_AT}}changé le {{PASSWORD_CHANGED_AT}}{{/HAS_PASSWORD_CHANGED_AT}}{{#NO_PASSWORD_CHANGED_AT}}jamais changé{{/NO_PASSWORD_CHANGED_AT}}{{</kit/answer}}
			{{#SECOND_FACTOR}}{{<kit/answer LABEL="Double vérification" HREF="/compte/preuve?suite=/compte" OF="la double vérification"}}{{<kit/state KIND="done" LABEL="activée"/}} <span class="g-small">codes de secours restants : {{RECOVERY_LEFT}}</span>{{</kit/answer}}{{/SECOND_FACTOR}}
			{{#NO_SECOND_FACTOR}}{{<kit/answer LABEL="Double vérification" HREF="/compte/second-facteur" CHANGE="Activer" OF="la double vérification"}}{{<kit/state KIND="draft" LABEL="non activée"/}}{{</kit/answer}}{{/NO_SECOND_FACTOR}}
		{{</kit/summary}}
		{{#SECOND_FACTOR}}
		{{#FRESH}}<div class="govuk-button-group">
			{{<kit/form ACTION="/compte/codes-de-secours"}}{{<kit/button LABEL="De nouveaux codes de secours" KIND="secondary"/}}{{</kit/form}}
			{{#NO_STAFF}}{{<kit/form ACTION="/compte/second-facteur/arret"}}{{<kit/button LABEL="Arrêter la double vérification" KIND="warning"/}}{{</kit/form}}{{/NO_STAFF}}
		</div>{{/FRESH}}
		{{/SECOND_FACTOR}}
	{{</kit/section}}
	{{<kit/section ID="contacts" TITLE="Me joindre" LINK="Ajouter un contact" HREF="/compte/contacts"}}
		{{#HAS_CONTACTS}}{{<kit/table CAPTION="Mes contacts" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Contact"/}}{{<kit/th LABEL="État"/}}{{<kit/th LABEL="Action" HIDE="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#CONTACTS}}{{<kit/row}}
				{{<kit/row-title}}{{VALUE}}{{</kit/row-title}}
				{{<kit/td LABEL="État"}}{{#VERIFIED}}{{<kit/state KIND="done" LABEL="vérifié"/}}{{/VERIFIED}}{{#NO_VERIFIED}}{{<kit/state KIND="waiting" LABEL="non vérifié"/}}{{/NO_VERIFIED}}{{</kit/td}}
				{{<kit/td}}{{#FRESH}}<form method="post" action="/compte/contacts/{{CONTACT_ID}}/retrait"><input type="hidden" name="_jeton" value="{{CSRF}}"><input type="hidden" name="_cle" value="{{KEY}}"><button class="govuk-button govuk-button--secondary" type="submit">Retirer<span class="govuk-visually-hidden"> {{VALUE}}</span></button></form>{{/FRESH}}{{</kit/td}}
			{{</kit/row}}{{/CONTACTS}}{{</kit/rows}}
		{{</kit/table}}
		{{#NO_FRESH}}<p><a class="govuk-link" href="/compte/preuve?suite=/compte">Retirer un contact</a></p>{{/NO_FRESH}}{{/HAS_CONTACTS}}
		{{#NO_CONTACTS}}{{<kit/empty TITLE="Aucun contact" NOTE="Sans contact, un mot de passe oublié ne peut pas être remplacé en ligne."/}}{{/NO_CONTACTS}}
	{{</kit/section}}
	{{<kit/section ID="messages" TITLE="Mes messages" LINK="Messages reçus et choix" HREF="/compte/messages"}}
		<p class="g-note">Ce que nous vous avons envoyé, si c’est arrivé, et ce que vous voulez recevoir par courriel ou par SMS.</p>
	{{</kit/section}}
	{{<kit/section ID="roles" TITLE="Mes rôles"}}
		{{#HAS_ROLES}}<ul class="g-rows">{{#ROLES}}<li><strong>{{ROLE}}</strong>{{#HAS_STRUCTURE}} – {{STRUCTURE}}{{/HAS_STRUCTURE}} <span class="g-note">depuis le {{VALID_FROM}}{{#HAS_VALID_TO}}, jusqu’au {{VALID_TO}}{{/HAS_VALID_TO}}</span></li>{{/ROLES}}</ul>{{/HAS_ROLES}}
		{{#NO_ROLES}}<p class="g-note">Aucun rôle.</p>{{/NO_ROLES}}
	{{</kit/section}}
	{{<kit/section ID="sessions" TITLE="Mes sessions ouvertes"}}
		{{<kit/table CAPTION="Mes sessions ouvertes" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Appareil"/}}{{<kit/th LABEL="Ouverte le"/}}{{<kit/th LABEL="Dernière page"/}}{{<kit/th LABEL="Adresse"/}}{{<kit/th LABEL="Action" HIDE="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#SESSIONS}}{{<kit/row}}
				{{<kit/row-title}}{{DEVICE}}{{</kit/row-title}}
				{{<kit/td LABEL="Ouverte le"}}{{OPENED_AT}}{{</kit/td}}
				{{<kit/td LABEL="Dernière page"}}{{SEEN_AT}}{{</kit/td}}
				{{<kit/td LABEL="Adresse"}}<span class="g-break">{{ADDRESS}}</span>{{</kit/td}}
				{{<kit/td}}{{#MINE}}<span>Ceci est votre session</span>{{/MINE}}{{#NO_MINE}}<form method="post" action="/compte/sessions/{{SESSION_ID}}/fin"><input type="hidden" name="_jeton" value="{{CSRF}}"><input type="hidden" name="_cle" value="{{KEY}}"><button class="govuk-button govuk-button--secondary" type="submit">Fermer<span class="govuk-visually-hidden"> la session {{DEVICE}}</span></button></form>{{/NO_MINE}}{{</kit/td}}
			{{</kit/row}}{{/SESSIONS}}{{</kit/rows}}
		{{</kit/table}}
		{{<kit/form ACTION="/compte/sessions/fin"}}{{<kit/button LABEL="Fermer toutes les autres sessions" KIND="secondary"/}}{{</kit/form}}
	{{</kit/section}}
</div>
{{</layout}}
