{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Partenaires" NAV="canaux" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/tabs LABEL="Canaux"}}{{<kit/tab HREF="/canaux" LABEL="Chiffres"/}}{{<kit/tab HREF="/messages" LABEL="Textes"/}}{{<kit/tab HREF="/partenaires" LABEL="Partenaires" ON="oui"/}}{{</kit/tabs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Partenaires" LEAD="Les systèmes admis à déposer des demandes par la machine, et quand ils l’ont fait pour la dernière fois."/}}
	{{#NO_PARTNERS}}{{<kit/empty ICON="structure" TITLE="Aucun partenaire n’est admis" NOTE="Admettez-en un ci-dessous : il ne peut rien tant qu’il n’a pas de clé."/}}{{/NO_PARTNERS}}
	{{#HAS_PARTNERS}}{{<kit/table CAPTION="Partenaires admis" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Partenaire"/}}{{<kit/th LABEL="État"/}}{{<kit/th LABEL="Clés valides" NUM="oui"/}}{{<kit/th LABEL="Clé servie"/}}{{<kit/th LABEL="Demandes" NUM="oui"/}}{{<kit/th LABEL="Dernière"/}}{{</kit/head}}
		{{<kit/rows}}{{#PARTNERS}}{{<kit/row}}{{<kit/row-title}}<a class="govuk-link" href="/partenaires/{{CODE}}">{{NAME}}</a>{{</kit/row-title}}
			{{<kit/td LABEL="État"}}{{#IS_SUSPENDED}}{{<kit/state KIND="rejected" LABEL="Suspendu"/}}{{/IS_SUSPENDED}}{{#NO_IS_SUSPENDED}}{{<kit/state KIND="done" LABEL="Admis"/}}{{/NO_IS_SUSPENDED}}{{</kit/td}}
			{{<kit/td LABEL="Clés valides" NUM="oui"}}{{KEYS}}{{</kit/td}}{{<kit/td LABEL="Clé servie"}}{{#HAS_USED_AT}}{{USED_AT}}{{/HAS_USED_AT}}{{#NO_USED_AT}}jamais{{/NO_USED_AT}}{{</kit/td}}
			{{<kit/td LABEL="Demandes" NUM="oui"}}{{TOTAL}}{{</kit/td}}{{<kit/td LABEL="Dernière"}}{{#HAS_LAST_AT}}{{LAST_AT}}{{/HAS_LAST_AT}}{{#NO_LAST_AT}}–{{/NO_LAST_AT}}{{</kit/td}}{{</kit/row}}{{/PARTNERS}}{{</kit/rows}}
	{{</kit/table}}{{/HAS_PARTNERS}}
	<section class="g-card g-narrow g-stack" aria-labelledby="ajout"><h2 class="govuk-heading-m" id="ajout">Admettre un partenaire</h2>
	{{<kit/form ACTION="/partenaires"}}
		{{<kit/text-field NAME="nom" LABEL="Nom"/}}
		{{<kit/text-field NAME="code" LABEL="Code" HINT="Minuscules, chiffres et traits d’union : « portail-national ». Il ne change plus ensuite." WIDTH="20"/}}
		{{<kit/text-field NAME="client" LABEL="uxp-client de ses requêtes" HINT="Tel que l’annonce le bus d’échange, par exemple BJ/GOV/PNS/portail"/}}
		{{<kit/text-field NAME="service" LABEL="uxp-service de ses requêtes"/}}
		{{<kit/text-field NAME="application" LABEL="Identifiant d’application" WIDTH="20"/}}
		{{<kit/text-field NAME="par_minute" LABEL="Requêtes par minute, au plus" HINT="60 si vous n’écrivez rien" WIDTH="5" INPUTMODE="numeric" OPTIONAL="oui"/}}
		{{<kit/actions}}{{<kit/button LABEL="Admettre"/}}{{</kit/actions}}
	{{</kit/form}}</section>
</div>
{{</layout}}
