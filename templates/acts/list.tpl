{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Actes" NAV="actes" WIDE="oui"}}
<div class="g-stack-l">
	<div class="g-title-row">{{<kit/title TEXT="Actes"/}}{{<kit/button-link HREF="/actes/nouveau" LABEL="Nouveau projet" ICON="act"/}}</div>
	{{<acts/layout-tabs ACTES="oui"/}}
	<form class="g-stack" method="get" action="/actes" role="search"><input type="hidden" name="etat" value="{{ETAT_VALUE}}">
		<div><label class="govuk-label" for="q">Objet, référence, ou matricule d’un agent</label>
		<div class="g-search"><input class="govuk-input" id="q" name="q" type="search" value="{{Q_VALUE}}" maxlength="100" autocomplete="off" spellcheck="false"><button class="govuk-button govuk-button--secondary" type="submit">Chercher</button></div></div>
	</form>
	<nav class="g-pills" aria-label="État"><a href="/actes"{{#ALL_ON}} aria-current="page"{{/ALL_ON}}>Tous</a>{{#BASKETS}}<a href="/actes?etat={{BASKET:url_query_escape}}"{{#IS_ON}} aria-current="page"{{/IS_ON}}>{{BASKET_LABEL}} <span class="g-count g-count--quiet">{{BASKET_COUNT}}</span></a>{{/BASKETS}}</nav>
	{{#NO_ACTS}}{{#IS_SEARCH}}{{<kit/empty TITLE="Aucun acte ne répond à cette recherche" ICON="search" HREF="/actes" LINK="Tout afficher"/}}{{/IS_SEARCH}}{{#NO_IS_SEARCH}}{{<kit/empty TITLE="Rien ici" NOTE="Un projet part d’un modèle : visas et articles sont déjà écrits, il reste à dire qui." ICON="act"/}}{{/NO_IS_SEARCH}}{{/NO_ACTS}}
	{{#HAS_ACTS}}
	{{<kit/table CAPTION="Actes, le dernier touché d’abord" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Objet"/}}{{<kit/th LABEL="État"/}}{{<kit/th LABEL="Référence"/}}{{<kit/th LABEL="Émetteur"/}}{{<kit/th LABEL="Agents" NUM="oui"/}}{{<kit/th LABEL="Rédacteur"/}}{{<kit/th LABEL="Dernier pas"/}}{{</kit/head}}
		{{<kit/rows}}{{#ACTS}}{{<kit/row}}
			{{<kit/row-title HREF="/actes/{{DRAFT_ID}}" LABEL="{{SUBJECT}}"/}}
			{{<kit/td LABEL="État"}}<span>{{<acts/layout-state/}}</span>{{</kit/td}}
			{{<kit/td LABEL="Référence"}}<span class="g-break">{{#HAS_REFERENCE}}{{REFERENCE}}{{/HAS_REFERENCE}}{{#NO_REFERENCE}}–{{/NO_REFERENCE}}</span>{{</kit/td}}
			{{<kit/td LABEL="Émetteur"}}<abbr title="{{STRUCTURE_NAME}}">{{STRUCTURE_CODE}}</abbr>{{</kit/td}}
			{{<kit/td LABEL="Agents" NUM="oui"}}{{LINES_COUNT}}{{</kit/td}}
			{{<kit/td LABEL="Rédacteur"}}{{AUTHOR_NAME}}{{</kit/td}}
			{{<kit/td LABEL="Dernier pas"}}<span class="g-small">{{CHANGED_AT}}</span>{{</kit/td}}
		{{</kit/row}}{{/ACTS}}{{</kit/rows}}
	{{</kit/table}}
	{{<kit/pagination WHERE="{{FIRST}} à {{LAST}} sur {{TOTAL}}" PREVIOUS="/actes?etat={{ETAT_VALUE:url_query_escape}}&amp;q={{Q_VALUE:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/actes?etat={{ETAT_VALUE:url_query_escape}}&amp;q={{Q_VALUE:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}
	{{/HAS_ACTS}}
</div>
{{</layout}}
