{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="État des services" NAV="agents"}}
<div class="g-stack-l">
	<div class="g-no-print">{{<kit/back HREF="/agents/{{AGENT_ID}}" LABEL="Dossier de {{GIVEN_NAMES}} {{FAMILY_NAME}}"/}}</div>
	{{<kit/title CAPTION="Établi le {{TODAY}} d’après les actes du dossier" TEXT="État des services"/}}
	{{<kit/stub LABEL="L’agent" KIND="Matricule" NUMBER="{{MATRICULE}}" WHO="{{GIVEN_NAMES}} {{FAMILY_NAME}}" FOOT="{{STATUS_LABEL}}"}}
		{{<kit/facts}}
			{{<kit/fact LABEL="Date de naissance" VALUE="{{#HAS_BIRTH_DATE}}{{BIRTH_DATE}}{{/HAS_BIRTH_DATE}}{{#NO_BIRTH_DATE}}Non connue{{/NO_BIRTH_DATE}}"/}}
			{{<kit/fact LABEL="Corps" VALUE="{{#HAS_CORPS_NAME}}{{CORPS_NAME}}{{/HAS_CORPS_NAME}}{{#NO_CORPS_NAME}}Non connu{{/NO_CORPS_NAME}}" NOTE="{{#HAS_GRADE}}{{GRADE}}{{/HAS_GRADE}}"/}}
			{{<kit/fact LABEL="Première prise de service" VALUE="{{#HAS_FIRST_SERVICE_DATE}}{{FIRST_SERVICE_DATE}}{{/HAS_FIRST_SERVICE_DATE}}{{#NO_FIRST_SERVICE_DATE}}Non connue{{/NO_FIRST_SERVICE_DATE}}"/}}
			{{<kit/fact LABEL="Affectation" VALUE="{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}Aucune connue{{/NO_STRUCTURE_NAME}}"/}}
		{{</kit/facts}}
	{{</kit/stub}}
	{{#HAS_TOTALS}}{{<kit/table CAPTION="Temps passé dans chaque position"}}
		{{<kit/head}}{{<kit/th LABEL="Position"/}}{{<kit/th LABEL="Compte comme service"/}}{{<kit/th LABEL="Durée" NUM="oui"/}}{{</kit/head}}
		{{<kit/rows}}{{#TOTALS}}{{<kit/row}}{{<kit/row-title}}{{#HAS_POSITION_LABEL}}{{POSITION_LABEL}}{{/HAS_POSITION_LABEL}}{{#NO_POSITION_LABEL}}Position non précisée par les actes{{/NO_POSITION_LABEL}}{{</kit/row-title}}
			{{<kit/td LABEL="Compte"}}<span>{{#COUNTS}}oui{{/COUNTS}}{{#COUNTS_NOT}}non{{/COUNTS_NOT}}{{#COUNTS_UNKNOWN}}règle non connue{{/COUNTS_UNKNOWN}}{{#HAS_CERTAINTY_CODE}} <small>{{<career/layout-certainty OF="CERTAINTY_CODE"/}}{{#IS_DEMO}} – valeur de démonstration{{/IS_DEMO}}</small>{{/HAS_CERTAINTY_CODE}}</span>{{</kit/td}}
			{{<kit/td LABEL="Durée" NUM="oui"}}<span class="g-num">{{SPAN}}</span>{{</kit/td}}{{</kit/row}}{{/TOTALS}}{{</kit/rows}}
	{{</kit/table}}{{/HAS_TOTALS}}
	{{#HAS_SERVICES}}{{<kit/table CAPTION="Services, du plus ancien au dernier" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Du"/}}{{<kit/th LABEL="Au"/}}{{<kit/th LABEL="Acte"/}}{{<kit/th LABEL="Grade, indice"/}}{{<kit/th LABEL="Position, corps, structure"/}}{{<kit/th LABEL="Preuve"/}}{{</kit/head}}
		{{<kit/rows}}{{#SERVICES}}{{<kit/row}}
			{{<kit/row-title}}<span class="g-num">{{FROM_DATE}}</span>{{</kit/row-title}}
			{{<kit/td LABEL="Au"}}<span class="g-num">{{#HAS_TO_DATE}}{{TO_DATE}}{{/HAS_TO_DATE}}{{#NO_TO_DATE}}à ce jour{{/NO_TO_DATE}}</span>{{</kit/td}}
			{{<kit/td LABEL="Acte"}}<span><a class="govuk-link" href="/agents/{{AGENT_ID}}/actes/{{ACT_ID}}">{{KIND_LABEL}}</a>{{#HAS_REFERENCE}} <small class="g-break">{{REFERENCE}}</small>{{/HAS_REFERENCE}}</span>{{</kit/td}}
			{{<kit/td LABEL="Grade, indice"}}<span>{{#HAS_GRADE}}<span class="g-num">{{GRADE}}</span>{{/HAS_GRADE}}{{#HAS_PAY_INDEX}}, {{PAY_INDEX}}{{/HAS_PAY_INDEX}}</span>{{</kit/td}}
			{{<kit/td LABEL="Situation"}}<span>{{#HAS_POSITION_LABEL}}{{POSITION_LABEL}} {{/HAS_POSITION_LABEL}}{{#HAS_CORPS_NAME}}<small>{{CORPS_NAME}}</small>{{/HAS_CORPS_NAME}}{{#HAS_STRUCTURE_NAME}} <small>{{STRUCTURE_NAME}}</small>{{/HAS_STRUCTURE_NAME}}</span>{{</kit/td}}
			{{<kit/td LABEL="Preuve"}}<span>{{#IS_FIRM}}{{PROOF_LABEL}}{{/IS_FIRM}}{{#NO_IS_FIRM}}<span class="g-state g-state--missing">{{PROOF_LABEL}}</span>{{/NO_IS_FIRM}}</span>{{</kit/td}}
		{{</kit/row}}{{/SERVICES}}{{</kit/rows}}
	{{</kit/table}}{{/HAS_SERVICES}}
	{{#NO_SERVICES}}{{<kit/empty TITLE="Aucun acte en vigueur" NOTE="Un état des services se fait d’après les actes." ICON="act"/}}{{/NO_SERVICES}}
	<p class="g-note">Ce document est un relevé des actes connus de Guichet. Il ne vaut pas certificat : il n’est ni signé ni scellé.</p>
	{{<kit/actions}}{{<kit/print/}}{{</kit/actions}}
</div>
{{</layout}}
