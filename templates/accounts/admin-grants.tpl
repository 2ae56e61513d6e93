{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Habilitations à confirmer" NAV="comptes" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/comptes" LABEL="Comptes"/}}{{<kit/crumb LABEL="Habilitations"/}}{{</kit/crumbs}}
	{{<kit/title TEXT="Habilitations à confirmer" LEAD="Un rôle proposé par un administrateur ne vaut que lorsqu’un autre l’a confirmé."/}}
	{{#HAS_GRANTS}}{{<kit/table CAPTION="Habilitations à confirmer" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Personne"/}}{{<kit/th LABEL="Rôle"/}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Période"/}}{{<kit/th LABEL="Proposé par"/}}{{<kit/th LABEL="Action" HIDE="oui"/}}{{</kit/head}}
		{{<kit/rows}}{{#GRANTS}}{{<kit/row}}
			{{<kit/row-title HREF="/comptes/{{ACCOUNT_ID}}" LABEL="{{NAME}}"/}}
			{{<kit/td LABEL="Rôle"}}{{ROLE}}{{</kit/td}}
			{{<kit/td LABEL="Structure"}}<span>{{STRUCTURE}}{{#NO_STRUCTURE}}–{{/NO_STRUCTURE}}</span>{{</kit/td}}
			{{<kit/td LABEL="Période"}}<span>du {{VALID_FROM}}{{#HAS_VALID_TO}} au {{VALID_TO}}{{/HAS_VALID_TO}}</span>{{</kit/td}}
			{{<kit/td LABEL="Proposé par"}}{{GRANTED_BY}}{{</kit/td}}
			{{<kit/td}}<div class="govuk-button-group">{{#NO_MINE}}<form method="post" action="/habilitations/{{GRANT_ID}}/confirmation"><input type="hidden" name="_jeton" value="{{CSRF}}"><input type="hidden" name="_cle" value="{{KEY}}"><button class="govuk-button" type="submit">Confirmer<span class="govuk-visually-hidden"> {{ROLE}} pour {{NAME}}</span></button></form>{{/NO_MINE}}{{#MINE}}<span class="g-note">Un autre administrateur doit confirmer</span>{{/MINE}}<form method="post" action="/habilitations/{{GRANT_ID}}/retrait"><input type="hidden" name="_jeton" value="{{CSRF}}"><input type="hidden" name="_cle" value="{{KEY}}"><button class="govuk-button govuk-button--secondary" type="submit">Retirer<span class="govuk-visually-hidden"> {{ROLE}} pour {{NAME}}</span></button></form></div>{{</kit/td}}
		{{</kit/row}}{{/GRANTS}}{{</kit/rows}}
	{{</kit/table}}{{/HAS_GRANTS}}
	{{#NO_GRANTS}}{{<kit/empty TITLE="Rien à confirmer" ICON="done"/}}{{/NO_GRANTS}}
</div>
{{</layout}}
