{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{FAMILY_NAME}} {{GIVEN_NAMES}}, {{QUARTER}}" NAV="actes"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/avancements" LABEL="Avancements"/}}{{<kit/crumb HREF="/avancements/{{CAMPAIGN_ID}}" LABEL="{{QUARTER}}"/}}{{<kit/crumb HREF="/avancements/{{CAMPAIGN_ID}}/agents?liste=dus" LABEL="Agents"/}}{{<kit/crumb LABEL="{{FAMILY_NAME}}"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	<div class="g-stack">
		{{<kit/title CAPTION="Matricule {{MATRICULE}}, {{STATUS_LABEL}}" TEXT="{{FAMILY_NAME}} {{GIVEN_NAMES}}"/}}
		<p>{{#IS_KEPT}}{{#IS_LATE}}{{<kit/state KIND="late" LABEL="Avance, avec retard"/}}{{/IS_LATE}}{{#NO_IS_LATE}}{{<kit/state KIND="done" LABEL="Avance"/}}{{/NO_IS_LATE}}{{/IS_KEPT}}{{#IS_ASIDE}}{{#IS_HARD}}{{<kit/state KIND="rejected" LABEL="Écarté : {{REASON_LABEL}}"/}}{{/IS_HARD}}{{#NO_IS_HARD}}{{#VERB_CODE_ECARTER}}{{<kit/state KIND="rejected" LABEL="Écarté à la main"/}}{{/VERB_CODE_ECARTER}}{{#NO_VERB_CODE}}{{<kit/state KIND="you" LABEL="À vérifier : {{REASON_LABEL}}"/}}{{/NO_VERB_CODE}}{{/NO_IS_HARD}}{{/IS_ASIDE}}</p>
	</div>
	{{#HAS_REASON_CODE}}{{<kit/inset}}<p>{{REASON_WORDS}}{{#HAS_REASON_DETAIL}} <strong>{{DETAIL}}.</strong>{{/HAS_REASON_DETAIL}}</p>{{</kit/inset}}{{/HAS_REASON_CODE}}
	{{#HAS_DECISION}}{{<kit/banner TITLE="{{#VERB_CODE_RETENIR}}Retenu{{/VERB_CODE_RETENIR}}{{#VERB_CODE_ECARTER}}Écarté{{/VERB_CODE_ECARTER}} par {{DECIDED_BY}}, le {{DECIDED_AT}}" ICON="person"}}<p>{{DECISION}}</p>{{</kit/banner}}{{/HAS_DECISION}}
	<section class="g-stack" aria-labelledby="calcul">
		<h2 class="govuk-heading-m" id="calcul">D’où vient cette date</h2>
		<ol class="g-sum">
			<li><span>Échelon actuel{{#HAS_SINCE_KIND}} <small>{{SINCE_KIND}}{{#HAS_SINCE_REFERENCE}}, <span class="g-break">{{SINCE_REFERENCE}}</span>{{/HAS_SINCE_REFERENCE}}</small>{{/HAS_SINCE_KIND}}</span> <b>{{#HAS_BEFORE_GRADE}}{{BEFORE_GRADE}}{{/HAS_BEFORE_GRADE}}{{#NO_BEFORE_GRADE}}non connu{{/NO_BEFORE_GRADE}}</b></li>
			{{#HAS_SINCE_DATE}}<li><span>Depuis le</span> <b>{{SINCE_DATE}}</b></li>{{/HAS_SINCE_DATE}}
			{{#HAS_MONTHS}}<li><span>Intervalle <small>{{RULE_SOURCE}}{{#RULE_IS_DEMO}} – valeur de démonstration{{/RULE_IS_DEMO}}</small></span> <b>+ {{MONTHS}} mois</b></li>{{/HAS_MONTHS}}
			{{#HAS_MAX_STEP}}<li><span>Dernier échelon de la catégorie</span> <b>{{MAX_STEP}}</b></li>{{/HAS_MAX_STEP}}
			{{#HAS_EFFECT_DATE}}<li><span>Échelon suivant{{#HAS_ACT_LABEL}}, par {{ACT_LABEL}}{{/HAS_ACT_LABEL}}</span> <b>{{#HAS_AFTER_GRADE}}{{AFTER_GRADE}}, {{/HAS_AFTER_GRADE}}{{EFFECT_DATE}}</b></li>{{/HAS_EFFECT_DATE}}
		</ol>
		{{#HAS_MORE_OWED}}<p class="g-note">{{#MORE_MANY}}Par la même règle, {{MORE_OWED}} échelons de plus sont déjà échus : ils viendront un à un dans les campagnes suivantes, une fois cet acte signé.{{/MORE_MANY}}{{#NO_MORE_MANY}}Par la même règle, l’échelon d’après est lui aussi échu : il viendra dans la campagne suivante, une fois cet acte signé.{{/NO_MORE_MANY}}</p>{{/HAS_MORE_OWED}}
		<dl class="g-facts">
			<div><dt>Corps</dt><dd>{{#HAS_CORPS_NAME}}{{CORPS_NAME}}{{/HAS_CORPS_NAME}}{{#NO_CORPS_NAME}}non connu{{/NO_CORPS_NAME}}</dd></div>
			<div><dt>Structure</dt><dd>{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}sans affectation{{/NO_STRUCTURE_NAME}}</dd></div>
			<div><dt>Indice</dt><dd>{{#HAS_BEFORE_INDEX}}{{BEFORE_INDEX}}{{/HAS_BEFORE_INDEX}}{{#NO_BEFORE_INDEX}}non connu{{/NO_BEFORE_INDEX}} <small>l’indice d’arrivée n’est pas connu : aucune grille publiée</small></dd></div>
		</dl>
		{{#CAN_CAREER_CONSULT}}<p><a class="govuk-link" href="/agents/{{AGENT_ID}}">Ouvrir le dossier</a> <span class="g-note">un motif est demandé, que l’agent pourra lire</span></p>{{/CAN_CAREER_CONSULT}}
	</section>
	{{#CAN_EXCLUDE}}<section class="g-card g-stack" aria-labelledby="decision"><h2 class="govuk-heading-m" id="decision">Écarter cet agent</h2>
		{{<kit/form ACTION="/avancements/{{CAMPAIGN_ID}}/agents/{{AGENT_ID}}"}}<input type="hidden" name="decision" value="ecarter">
			{{<kit/textarea NAME="motif" LABEL="Pourquoi ?" HINT="De 10 à 300 signes. Votre nom et ce motif restent dans le journal." ROWS="3"/}}
			{{<kit/actions}}{{<kit/button LABEL="Écarter" KIND="secondary"/}}{{</kit/actions}}{{</kit/form}}</section>{{/CAN_EXCLUDE}}
	{{#CAN_INCLUDE}}<section class="g-card g-card--you g-stack" aria-labelledby="decision"><h2 class="govuk-heading-m" id="decision">Retenir cet agent</h2>
		<p class="govuk-body">Il avancera à {{AFTER_GRADE}} le {{EFFECT_DATE}}, si vous l’écrivez.</p>
		{{<kit/form ACTION="/avancements/{{CAMPAIGN_ID}}/agents/{{AGENT_ID}}"}}<input type="hidden" name="decision" value="retenir">
			{{<kit/textarea NAME="motif" LABEL="Pourquoi ?" HINT="Ce que vous avez vérifié et où. De 10 à 300 signes ; votre nom et ce motif restent dans le journal." ROWS="3"/}}
			{{<kit/actions}}{{<kit/button LABEL="Retenir"/}}{{</kit/actions}}{{</kit/form}}</section>{{/CAN_INCLUDE}}
	{{#IS_ASIDE}}{{#IS_HARD}}<p class="g-note">Une règle ne se lève pas à la main : si le dossier est faux, c’est un acte qui le corrige.</p>{{/IS_HARD}}{{/IS_ASIDE}}
</div>
{{</layout}}
