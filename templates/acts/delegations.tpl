{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Délégations" NAV="actes"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/parapheur" LABEL="Parapheur"/}}
	{{<kit/title TEXT="Délégations" LEAD="Pendant une absence, un collègue peut viser et signer à votre place. Chaque acte le dira."/}}
	{{#NO_DELEGATIONS}}{{<kit/empty TITLE="Aucune délégation, donnée ou reçue"/}}{{/NO_DELEGATIONS}}
	{{#HAS_DELEGATIONS}}{{<kit/table CAPTION="Délégations données et reçues" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Sens"/}}{{<kit/th LABEL="Texte"/}}{{<kit/th LABEL="Du"/}}{{<kit/th LABEL="Au"/}}{{<kit/th LABEL="État"/}}{{<kit/th LABEL="Gestes" HIDE="oui"/}}{{</kit/head}}
		{{<kit/rows}}{{#DELEGATIONS}}{{<kit/row}}
			{{<kit/row-title}}<span>{{#IS_GIVEN}}Donnée à {{/IS_GIVEN}}{{#NO_IS_GIVEN}}Reçue de {{/NO_IS_GIVEN}}{{OTHER_NAME}}</span>{{</kit/row-title}}
			{{<kit/td LABEL="Texte"}}<span class="g-break">{{REFERENCE}}</span>{{</kit/td}}
			{{<kit/td LABEL="Du"}}<span class="g-num">{{VALID_FROM}}</span>{{</kit/td}}{{<kit/td LABEL="Au"}}<span class="g-num">{{LAST_DAY}}</span>{{</kit/td}}
			{{<kit/td LABEL="État"}}<span>{{#IS_LIVE}}{{<kit/state KIND="done" LABEL="En cours"/}}{{/IS_LIVE}}{{#NO_IS_LIVE}}{{#IS_OVER}}{{<kit/state KIND="rejected" LABEL="Finie"/}}{{/IS_OVER}}{{#NO_IS_OVER}}{{<kit/state KIND="waiting" LABEL="À venir"/}}{{/NO_IS_OVER}}{{/NO_IS_LIVE}}</span>{{</kit/td}}
			{{<kit/td}}{{#NO_IS_OVER}}{{<kit/form ACTION="/parapheur/delegations/{{DELEGATION_ID}}/fin"}}{{<kit/button LABEL="Y mettre fin" KIND="secondary"/}}{{</kit/form}}{{/NO_IS_OVER}}{{#IS_OVER}}<span class="g-weak">–</span>{{/IS_OVER}}{{</kit/td}}
		{{</kit/row}}{{/DELEGATIONS}}{{</kit/rows}}
	{{</kit/table}}{{/HAS_DELEGATIONS}}
	<section class="g-card g-narrow" aria-labelledby="nouvelle"><h2 class="govuk-heading-m" id="nouvelle">Donner une délégation</h2>
	{{<kit/form ACTION="/parapheur/delegations" CLASS="g-stack"}}
		{{<kit/text-field NAME="a_qui" LABEL="À qui" HINT="Son identifiant de connexion (adresse électronique)." TYPE="email" SPELLCHECK="false" AUTOCOMPLETE="off"/}}
		{{<kit/text-field NAME="reference" LABEL="Texte qui délègue" HINT="Référence de la note ou de l’arrêté."/}}
		{{<kit/date NAME="debut" LABEL="Premier jour"/}}
		{{<kit/date NAME="fin" LABEL="Jour de votre retour" HINT="La délégation finit la veille."/}}
		{{<kit/actions}}{{<kit/button LABEL="Donner la délégation"/}}{{</kit/actions}}
		<p class="g-note">Demande votre mot de passe et votre code, donnés il y a moins de dix minutes : <a class="govuk-link" href="/compte/preuve?suite=/parapheur/delegations">les donner maintenant</a>.</p>
	{{</kit/form}}</section>
</div>
{{</layout}}
