{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="État des services" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/title TEXT="État des services" LEAD="Relevé de votre dossier, à imprimer. Ce n’est pas un certificat : seul un acte signé en est un."/}}
	{{<career/layout-no-agent/}}
	{{#AGENT}}
	{{<career/layout-tabs SERVICE="oui"/}}
	{{#HAS_SERVICES}}<div class="g-no-print">{{<kit/actions}}{{<kit/print LABEL="Imprimer l’état des services"/}}<span class="g-note">Mis en page pour le papier A4 ; le menu « Imprimer » du navigateur fait de même.</span>{{</kit/actions}}</div>{{/HAS_SERVICES}}
	{{<kit/stub LABEL="L’agent" KIND="Matricule" NUMBER="{{MATRICULE}}" WHO="{{GIVEN_NAMES}} <strong>{{FAMILY_NAME}}</strong>" FOOT="Relevé du {{TODAY}}"}}
		<dl class="g-facts">
			<div><dt>Né(e) le</dt><dd>{{#HAS_BIRTH_DATE}}{{BIRTH_DATE}}{{/HAS_BIRTH_DATE}}{{#NO_BIRTH_DATE}}non connu{{/NO_BIRTH_DATE}}</dd></div>
			<div><dt>Statut</dt><dd>{{STATUS_LABEL}}</dd></div>
			<div><dt>Corps et grade</dt><dd>{{#HAS_CORPS_NAME}}{{CORPS_NAME}} {{/HAS_CORPS_NAME}}{{#HAS_GRADE}}<span class="g-num">{{GRADE}}</span>{{/HAS_GRADE}}{{#NO_GRADE}}non connu{{/NO_GRADE}}</dd></div>
			<div><dt>Première prise de service</dt><dd>{{#HAS_FIRST_SERVICE_DATE}}{{FIRST_SERVICE_DATE}}{{/HAS_FIRST_SERVICE_DATE}}{{#NO_FIRST_SERVICE_DATE}}non connue{{/NO_FIRST_SERVICE_DATE}}</dd></div>
			{{#HAS_LEFT_ON}}<div><dt>Départ</dt><dd>{{LEFT_ON}}</dd></div>{{/HAS_LEFT_ON}}
		</dl>
	{{</kit/stub}}
	{{#HAS_TOTALS}}<section aria-labelledby="totaux">{{<kit/table CAPTION="Temps passé dans chaque position"}}
		{{<kit/head}}{{<kit/th LABEL="Position"/}}{{<kit/th LABEL="Compte comme service"/}}{{<kit/th LABEL="Durée" NUM="oui"/}}{{</kit/head}}
		{{<kit/rows}}{{#TOTALS}}{{<kit/row}}{{<kit/row-title}}{{#HAS_POSITION_LABEL}}{{POSITION_LABEL}}{{/HAS_POSITION_LABEL}}{{#NO_POSITION_LABEL}}Position non précisée par les actes{{/NO_POSITION_LABEL}}{{</kit/row-title}}
			{{<kit/td LABEL="Compte"}}<span>{{#COUNTS}}oui{{/COUNTS}}{{#COUNTS_NOT}}non{{/COUNTS_NOT}}{{#COUNTS_UNKNOWN}}règle non connue{{/COUNTS_UNKNOWN}}{{#HAS_CERTAINTY_CODE}} <small>{{<career/layout-certainty OF="CERTAINTY_CODE"/}}{{#IS_DEMO}} – valeur de démonstration{{/IS_DEMO}}</small>{{/HAS_CERTAINTY_CODE}}</span>{{</kit/td}}
			{{<kit/td LABEL="Durée" NUM="oui"}}<span class="g-num">{{SPAN}}</span>{{</kit/td}}{{</kit/row}}{{/TOTALS}}{{</kit/rows}}
	{{</kit/table}}
	<p class="g-note">Du premier acte en vigueur{{#HAS_LEFT_ON}} au départ{{/HAS_LEFT_ON}}{{#NO_LEFT_ON}} au {{TODAY}}{{/NO_LEFT_ON}} ; les jours restants s’additionnent par mois de trente jours.{{#TOTALS_DEMO}} Ce qui compte comme service hors de l’activité est une valeur de démonstration : aucun texte n’a été vu.{{/TOTALS_DEMO}}</p></section>{{/HAS_TOTALS}}
	{{#LOOSE}}{{<kit/banner KIND="you" TITLE="{{LOOSE_COUNT}} ligne{{#LOOSE_MANY}}s{{/LOOSE_MANY}} sans pièce au dossier"}}<p>{{#LOOSE_ONE}}Elle figure ici parce qu’elle est déclarée ou citée, sans être prouvée.{{/LOOSE_ONE}}{{#LOOSE_MANY}}Elles figurent ici parce qu’elles sont déclarées ou citées, sans être prouvées.{{/LOOSE_MANY}}</p>{{</kit/banner}}{{/LOOSE}}
	{{#GAPS_ONE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Un point du parcours est à éclaircir"}}<p class="g-no-print"><a class="govuk-link" href="/carriere/parcours#points">Lequel ?</a></p>{{</kit/banner}}{{/GAPS_ONE}}
	{{#GAPS_MANY}}{{<kit/banner KIND="late" ICON="alert" TITLE="{{GAPS_COUNT}} points du parcours sont à éclaircir"}}<p class="g-no-print"><a class="govuk-link" href="/carriere/parcours#points">Lesquels ?</a></p>{{</kit/banner}}{{/GAPS_MANY}}
	{{#HAS_SERVICES}}{{<kit/table CAPTION="Services, du plus ancien au plus récent"}}
		{{<kit/head}}{{<kit/th LABEL="Période"/}}{{<kit/th LABEL="Acte"/}}{{<kit/th LABEL="Situation"/}}{{<kit/th LABEL="Preuve"/}}{{</kit/head}}
		{{<kit/rows}}{{#SERVICES}}{{<kit/row}}{{<kit/row-title}}<span class="g-num">{{FROM_DATE}}{{#HAS_TO_DATE}} <small>au {{TO_DATE}}</small>{{/HAS_TO_DATE}}{{#NO_TO_DATE}} <small>à ce jour</small>{{/NO_TO_DATE}}</span>{{</kit/row-title}}
			{{<kit/td LABEL="Acte"}}<span>{{KIND_LABEL}}{{#HAS_REFERENCE}} <small class="g-break">{{REFERENCE}}</small>{{/HAS_REFERENCE}}</span>{{</kit/td}}
			{{<kit/td LABEL="Situation"}}<span>{{#HAS_GRADE}}<span class="g-num">{{GRADE}}</span>{{/HAS_GRADE}}{{#HAS_POSITION_LABEL}} {{POSITION_LABEL}}{{/HAS_POSITION_LABEL}}{{#HAS_STRUCTURE_NAME}} <small>{{STRUCTURE_NAME}}</small>{{/HAS_STRUCTURE_NAME}}</span>{{</kit/td}}
			{{<kit/td LABEL="Preuve"}}{{PROOF_LABEL}}{{</kit/td}}{{</kit/row}}{{/SERVICES}}{{</kit/rows}}
	{{</kit/table}}{{/HAS_SERVICES}}
	{{#NO_SERVICES}}{{<kit/empty ICON="register" TITLE="Aucun service n’est établi par un acte" NOTE="Votre dossier ne contient encore aucun acte en vigueur." HREF="/carriere" LINK="Ma carrière"/}}{{/NO_SERVICES}}
	{{/AGENT}}
</div>
{{</layout}}
