{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Dossier d’un agent" NAV="agents" WIDE="oui"}}
<div class="g-stack-l">
	<div class="g-title-row g-no-print">
		{{<kit/back HREF="/agents{{#HAS_RECHERCHE}}?recherche={{RECHERCHE:url_query_escape}}&amp;tri={{TRI:url_query_escape}}{{/HAS_RECHERCHE}}" LABEL="Retour à la liste"/}}
		{{#AUTOUR}}<nav class="g-row g-small" aria-label="Autres dossiers de la liste">
			{{#HAS_PREVIOUS_ID}}<a class="govuk-link" rel="prev" href="/agents/{{PREVIOUS_ID}}?recherche={{RECHERCHE:url_query_escape}}&amp;tri={{TRI:url_query_escape}}&amp;rang={{PREVIOUS_PLACE:url_query_escape}}">Dossier précédent</a>{{/HAS_PREVIOUS_ID}}
			<span class="g-note">n° {{PLACE}} de la liste</span>
			{{#HAS_NEXT_ID}}<a class="govuk-link" rel="next" href="/agents/{{NEXT_ID}}?recherche={{RECHERCHE:url_query_escape}}&amp;tri={{TRI:url_query_escape}}&amp;rang={{NEXT_PLACE:url_query_escape}}">Dossier suivant</a>{{/HAS_NEXT_ID}}
		</nav>{{/AUTOUR}}
	</div>
	{{<kit/title CAPTION="Dossier d’agent" TEXT="{{GIVEN_NAMES}} {{FAMILY_NAME}}"/}}
	{{<kit/stub LABEL="Situation actuelle" KIND="Matricule" NUMBER="{{MATRICULE}}" WHO="{{#HAS_BIRTH_DATE}}{{#SEX_CODE_F}}Née{{/SEX_CODE_F}}{{#SEX_CODE_M}}Né{{/SEX_CODE_M}}{{#NO_SEX_CODE}}Né(e){{/NO_SEX_CODE}} le {{BIRTH_DATE}}{{/HAS_BIRTH_DATE}}{{#NO_BIRTH_DATE}}Date de naissance non connue{{/NO_BIRTH_DATE}}" FOOT="{{STATUS_LABEL}}{{#HAS_LEFT_ON}} – parti le {{LEFT_ON}}{{/HAS_LEFT_ON}}"}}
		{{<kit/facts}}
			{{<kit/fact LABEL="Corps" VALUE="{{#HAS_CORPS_NAME}}{{CORPS_NAME}}{{/HAS_CORPS_NAME}}{{#NO_CORPS_NAME}}Non connu{{/NO_CORPS_NAME}}"/}}
			{{<kit/fact LABEL="Grade" VALUE="{{#HAS_GRADE}}{{GRADE}}{{/HAS_GRADE}}{{#NO_GRADE}}Non connu{{/NO_GRADE}}" NOTE="{{#HAS_PAY_INDEX}}indice {{PAY_INDEX}}{{/HAS_PAY_INDEX}}{{#HAS_GRADE_SINCE}} depuis le {{GRADE_SINCE}}{{/HAS_GRADE_SINCE}}"/}}
			{{<kit/fact LABEL="Affectation" VALUE="{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}Aucune connue{{/NO_STRUCTURE_NAME}}" NOTE="{{#HAS_STRUCTURE_SINCE}}depuis le {{STRUCTURE_SINCE}}{{/HAS_STRUCTURE_SINCE}}"/}}
			{{<kit/fact LABEL="Position" VALUE="{{#HAS_POSITION_LABEL}}{{POSITION_LABEL}}{{/HAS_POSITION_LABEL}}{{#NO_POSITION_LABEL}}Non connue{{/NO_POSITION_LABEL}}" NOTE="{{#HAS_POSITION_SINCE}}depuis le {{POSITION_SINCE}}{{/HAS_POSITION_SINCE}}"/}}
			{{<kit/fact LABEL="Première prise de service" VALUE="{{#HAS_FIRST_SERVICE_DATE}}{{FIRST_SERVICE_DATE}}{{/HAS_FIRST_SERVICE_DATE}}{{#NO_FIRST_SERVICE_DATE}}Non connue{{/NO_FIRST_SERVICE_DATE}}" NOTE="{{#HAS_SERVICE_YEARS}}{{SERVICE_YEARS}} an{{#MANY_SERVICE_YEARS}}s{{/MANY_SERVICE_YEARS}} {{SERVICE_MONTHS}} mois{{/HAS_SERVICE_YEARS}}"/}}
			{{<kit/fact LABEL="Prochain échelon" VALUE="{{#HAS_NEXT_STEP_DATE}}{{NEXT_STEP_DATE}}{{/HAS_NEXT_STEP_DATE}}{{#NO_NEXT_STEP_DATE}}Aucun attendu{{/NO_NEXT_STEP_DATE}}" NOTE="{{#NEXT_STEP_LATE}}en retard{{/NEXT_STEP_LATE}}"/}}
		{{</kit/facts}}
	{{</kit/stub}}
	<nav class="g-tabs g-no-print" aria-label="Parties du dossier"><a href="#points">Points à régler{{#HAS_LACUNES}} <span class="g-count">{{LACUNES_COUNT}}</span>{{/HAS_LACUNES}}</a><a href="#parcours">Parcours</a><a href="#actes">Actes</a><a href="#retraite">Retraite</a><a href="/agents/{{AGENT_ID}}/etat-des-services">État des services</a></nav>
	<div class="g-split">
		<div class="g-stack-l">
			{{<kit/section ID="points" TITLE="Points à régler"}}
				{{#HAS_LACUNES}}<ol class="g-thread g-thread--tight">{{#LACUNES}}
					<li class="g-thread__item g-thread__item--{{#IS_CONTRADICTION}}late{{/IS_CONTRADICTION}}{{#NO_IS_CONTRADICTION}}missing{{/NO_IS_CONTRADICTION}}">
						<p class="g-thread__when">{{#IS_CONTRADICTION}}Contradiction{{/IS_CONTRADICTION}}{{#NO_IS_CONTRADICTION}}Manque{{/NO_IS_CONTRADICTION}}{{#HAS_EXPECTED_DATE}}, {{EXPECTED_DATE}}{{/HAS_EXPECTED_DATE}}{{#NO_EXPECTED_DATE}}{{#HAS_AT_DATE}}, {{AT_DATE}}{{/HAS_AT_DATE}}{{/NO_EXPECTED_DATE}}</p>
						<p class="g-thread__what">{{<career/layout-gap/}}</p>
						<p class="g-thread__who">{{#NO_IS_CONTRADICTION}}{{GAP_LABEL}}. {{/NO_IS_CONTRADICTION}}{{#HAS_PREVIOUS_ACT_ID}}Après <a class="govuk-link g-break" href="/agents/{{AGENT_ID}}/actes/{{PREVIOUS_ACT_ID}}">{{#HAS_PREVIOUS_REFERENCE}}{{PREVIOUS_REFERENCE}}{{/HAS_PREVIOUS_REFERENCE}}{{#NO_PREVIOUS_REFERENCE}}l’acte du {{PREVIOUS_DATE}}{{/NO_PREVIOUS_REFERENCE}}</a>{{#HAS_ACT_ID}}, avant {{/HAS_ACT_ID}}{{/HAS_PREVIOUS_ACT_ID}}{{#HAS_ACT_ID}}{{#NO_PREVIOUS_ACT_ID}}Voir {{/NO_PREVIOUS_ACT_ID}}<a class="govuk-link g-break" href="/agents/{{AGENT_ID}}/actes/{{ACT_ID}}">{{#HAS_REFERENCE}}{{REFERENCE}}{{/HAS_REFERENCE}}{{#NO_REFERENCE}}l’acte du {{EFFECT_DATE}}{{/NO_REFERENCE}}</a>{{/HAS_ACT_ID}}</p>
					</li>{{/LACUNES}}</ol>{{/HAS_LACUNES}}
				{{#NO_LACUNES}}{{<kit/checks}}<li>Aucun acte ne manque, aucun ne se contredit.</li>{{</kit/checks}}{{/NO_LACUNES}}
			{{</kit/section}}
			{{<kit/section ID="parcours" TITLE="Parcours"}}
				{{<career/layout-stairs/}}
				{{#HAS_SITUATIONS}}<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Période par période</span></summary><div class="g-mt"><ol class="g-thread g-thread--tight">{{#SITUATIONS}}
					<li class="g-thread__item{{#IS_CURRENT}} g-thread__item--now{{/IS_CURRENT}}">
						<p class="g-thread__when">{{#IS_CURRENT}}Aujourd’hui, depuis le {{FROM_DATE}}{{/IS_CURRENT}}{{#NO_IS_CURRENT}}{{FROM_DATE}}{{#HAS_TO_DATE}} au {{TO_DATE}}{{/HAS_TO_DATE}}{{/NO_IS_CURRENT}}</p>
						<p class="g-thread__what">{{KIND_LABEL}}{{#HAS_GRADE}} : <span class="g-num">{{GRADE}}</span>{{/HAS_GRADE}}</p>
						<p class="g-thread__who">{{#HAS_CORPS_NAME}}{{CORPS_NAME}}{{/HAS_CORPS_NAME}}{{#HAS_STRUCTURE_NAME}} – {{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#HAS_POSITION_LABEL}} – {{POSITION_LABEL}}{{/HAS_POSITION_LABEL}}</p>
					</li>{{/SITUATIONS}}</ol></div></details>{{/HAS_SITUATIONS}}
				{{#NO_SITUATIONS}}<p class="govuk-body">Aucun acte ne dit encore le parcours de cet agent.</p>{{/NO_SITUATIONS}}
			{{</kit/section}}
			<section class="g-card g-stack" aria-labelledby="retraite"><h2 class="govuk-heading-m g-anchor" id="retraite">Départ à la retraite</h2>
				<ol class="g-sum">{{#RETRAITE}}<li><span>{{LABEL}}{{#LINE_CODE_SITUATION}} : {{VALUE}}{{/LINE_CODE_SITUATION}}{{#LINE_CODE_EFFET}} : {{VALUE}}{{/LINE_CODE_EFFET}}{{#LINE_CODE_INCONNU}} : {{VALUE}}{{/LINE_CODE_INCONNU}} <small>{{SOURCE}}{{#HAS_CERTAINTY_CODE}} – {{<career/layout-certainty OF="CERTAINTY_CODE"/}}{{/HAS_CERTAINTY_CODE}}{{#IS_DEMO}} – valeur de démonstration{{/IS_DEMO}}</small></span> {{#HAS_VALUE_DATE}}<b>{{VALUE_DATE}}</b>{{/HAS_VALUE_DATE}}{{#LINE_CODE_REGIME}}<b>{{VALUE}}</b>{{/LINE_CODE_REGIME}}{{#LINE_CODE_AGE}}<b>+ {{VALUE}}</b>{{/LINE_CODE_AGE}}{{#LINE_CODE_NAISSANCE}}{{#HAS_VALUE}}<b>{{VALUE}}</b>{{/HAS_VALUE}}{{/LINE_CODE_NAISSANCE}}</li>{{/RETRAITE}}</ol>
				{{#A_SAVOIR}}<p class="g-note">{{LABEL}} : <span class="g-num">{{VALUE_DATE}}</span> – {{SOURCE}}{{#HAS_CERTAINTY_CODE}} – {{<career/layout-certainty OF="CERTAINTY_CODE"/}}{{/HAS_CERTAINTY_CODE}}</p>{{/A_SAVOIR}}
			</section>
		</div>
		<div class="g-stack-l">
			{{<kit/card ID="ouverture" TITLE="Cette consultation est inscrite" KIND="quiet"}}
				<p>Ouvert le {{OPENED_AT}}, pour trente minutes. La personne lit : « {{OPENED_REASON}} ».</p>
			{{</kit/card}}
			{{<kit/card ID="contacts" TITLE="Contacts"}}
				{{#HAS_PHONES}}<p>Téléphone<br><span class="g-break">{{PHONES}}</span></p>{{/HAS_PHONES}}
				{{#HAS_EMAILS}}<p>Courriel<br><span class="g-break">{{EMAILS}}</span></p>{{/HAS_EMAILS}}
				{{#NO_PHONES}}{{#NO_EMAILS}}<p>Aucun contact connu.</p>{{/NO_EMAILS}}{{/NO_PHONES}}
				<p class="g-note">Masqués : le portail écrit à la personne pour vous.</p>
			{{</kit/card}}
		</div>
	</div>
	{{<kit/section ID="actes" TITLE="Actes" LINK="État des services" HREF="/agents/{{AGENT_ID}}/etat-des-services"}}
		{{#HAS_ACTES}}{{<kit/table CAPTION="Actes, du dernier au plus ancien" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Acte"/}}{{<kit/th LABEL="Effet"/}}{{<kit/th LABEL="Référence"/}}{{<kit/th LABEL="Ce qu’il change"/}}{{<kit/th LABEL="Preuve"/}}{{</kit/head}}
			{{<kit/rows}}{{#ACTES}}{{<kit/row}}
				<th scope="row" role="rowheader" class="govuk-table__header"><a class="govuk-link" href="/agents/{{AGENT_ID}}/actes/{{ACT_ID}}">{{KIND_LABEL}}</a></th>
				{{<kit/td LABEL="Effet"}}<span class="g-num">{{EFFECT_DATE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Référence"}}<span class="g-break">{{#HAS_REFERENCE}}{{REFERENCE}}{{/HAS_REFERENCE}}{{#NO_REFERENCE}}sans référence{{/NO_REFERENCE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Change"}}<span>{{#HAS_AFTER_GRADE}}{{#HAS_BEFORE_GRADE}}<span class="g-num">{{BEFORE_GRADE}}</span> → {{/HAS_BEFORE_GRADE}}<span class="g-num">{{AFTER_GRADE}}</span> {{/HAS_AFTER_GRADE}}{{#HAS_AFTER_POSITION}}{{AFTER_POSITION}} {{/HAS_AFTER_POSITION}}{{#HAS_AFTER_CORPS}}<small>{{AFTER_CORPS}}</small> {{/HAS_AFTER_CORPS}}{{#HAS_AFTER_STRUCTURE}}<small>{{AFTER_STRUCTURE}}</small>{{/HAS_AFTER_STRUCTURE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Preuve"}}<span>{{<career/layout-proof/}}{{#HAS_STATE_LABEL}} <span class="g-state g-state--rejected">{{STATE_LABEL}}</span>{{/HAS_STATE_LABEL}}</span>{{</kit/td}}
			{{</kit/row}}{{/ACTES}}{{</kit/rows}}
		{{</kit/table}}
		{{<kit/pagination LABEL="Pages d’actes" PREVIOUS="/agents/{{AGENT_ID}}?page={{PREVIOUS:url_query_escape}}#actes" NEXT="/agents/{{AGENT_ID}}?page={{NEXT:url_query_escape}}#actes"/}}{{/HAS_ACTES}}
		{{#NO_ACTES}}{{<kit/empty TITLE="Aucun acte au dossier" ICON="act"/}}{{/NO_ACTES}}
	{{</kit/section}}
</div>
{{</layout}}
