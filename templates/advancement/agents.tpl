{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Agents, {{QUARTER}}" NAV="actes" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/avancements" LABEL="Avancements"/}}{{<kit/crumb HREF="/avancements/{{CAMPAIGN_ID}}" LABEL="{{QUARTER}}"/}}{{<kit/crumb LABEL="Agents"/}}{{</kit/crumbs}}
	{{<kit/title CAPTION="Campagne du {{QUARTER}}, {{SCOPE_NAME}}" TEXT="Agents"/}}
	<nav class="g-tabs" aria-label="Listes">
		<a href="/avancements/{{CAMPAIGN_ID}}/agents?liste=dus"{{#LISTE_DUS_ON}} aria-current="page"{{/LISTE_DUS_ON}}>À avancer <span class="g-count g-count--quiet">{{DUE}}</span></a>
		<a href="/avancements/{{CAMPAIGN_ID}}/agents?liste=retards"{{#LISTE_RETARDS_ON}} aria-current="page"{{/LISTE_RETARDS_ON}}>dont en retard <span class="g-count g-count--quiet">{{LATE}}</span></a>
		<a href="/avancements/{{CAMPAIGN_ID}}/agents?liste=verifier"{{#LISTE_VERIFIER_ON}} aria-current="page"{{/LISTE_VERIFIER_ON}}>À vérifier <span class="g-count">{{DOUBTFUL}}</span></a>
		<a href="/avancements/{{CAMPAIGN_ID}}/agents?liste=ecartes"{{#LISTE_ECARTES_ON}} aria-current="page"{{/LISTE_ECARTES_ON}}>Écartés <span class="g-count g-count--quiet">{{EXCLUDED}}</span></a>
		<a href="/avancements/{{CAMPAIGN_ID}}/agents?liste=main"{{#LISTE_MAIN_ON}} aria-current="page"{{/LISTE_MAIN_ON}}>À la main <span class="g-count g-count--quiet">{{BY_HAND}}</span></a>
		<a href="/avancements/{{CAMPAIGN_ID}}/agents?liste=tous"{{#LISTE_TOUS_ON}} aria-current="page"{{/LISTE_TOUS_ON}}>Tous</a>
	</nav>
	{{<kit/form ACTION="/avancements/{{CAMPAIGN_ID}}/agents" CLASS="g-stack"}}
		<input type="hidden" name="liste" value="{{LISTE}}">
		<div>
			<label class="govuk-label" for="q">Nom, prénoms ou matricule</label>
			<div class="g-search" role="search"><input class="govuk-input" id="q" name="q" type="search" value="{{Q_VALUE}}" maxlength="100" autocomplete="off" spellcheck="false" enterkeyhint="search"><button class="govuk-button" type="submit">Chercher</button></div>
		</div>
		<details class="govuk-details"{{#IS_FILTERED}} open{{/IS_FILTERED}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Filtrer</span></summary>
			<div class="g-filters g-mt">
				{{<kit/select NAME="structure" LABEL="Structure et rattachées" EMPTY="Toutes"}}{{#STRUCTURES}}<option value="{{CHOICE_ID}}"{{#STRUCTURE_ON}} selected{{/STRUCTURE_ON}}>{{CHOICE_LABEL}}</option>{{/STRUCTURES}}{{</kit/select}}
				{{<kit/select NAME="categorie" LABEL="Catégorie" EMPTY="Toutes"}}{{<kit/option NAME="categorie" VALUE="A" LABEL="A"/}}{{<kit/option NAME="categorie" VALUE="B" LABEL="B"/}}{{<kit/option NAME="categorie" VALUE="C" LABEL="C"/}}{{<kit/option NAME="categorie" VALUE="D" LABEL="D"/}}{{<kit/option NAME="categorie" VALUE="E" LABEL="E"/}}{{</kit/select}}
				{{<kit/select NAME="statut" LABEL="Statut" EMPTY="Tous"}}{{<kit/option NAME="statut" VALUE="FE" LABEL="Fonctionnaire"/}}{{<kit/option NAME="statut" VALUE="ACDPE" LABEL="Contractuel de droit public"/}}{{<kit/option NAME="statut" VALUE="AME" LABEL="Aspirant enseignant"/}}{{<kit/option NAME="statut" VALUE="OCC" LABEL="Occasionnel"/}}{{</kit/select}}
				{{<kit/select NAME="motif" LABEL="Motif" EMPTY="Tous"}}{{#MOTIFS}}<option value="{{MOTIF_CODE}}"{{#MOTIF_ON}} selected{{/MOTIF_ON}}>{{MOTIF_LABEL}}</option>{{/MOTIFS}}{{</kit/select}}
				<div class="govuk-button-group"><button class="govuk-button govuk-button--secondary" type="submit">Filtrer</button> <a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}/agents?liste={{LISTE:url_query_escape}}">Tout effacer</a></div>
			</div>
		</details>
	{{</kit/form}}
	<section class="g-stack" aria-labelledby="resultats">
		<div class="g-title-row">
			<h2 class="govuk-heading-l g-anchor" id="resultats">{{#HAS_AGENTS}}{{TOTAL}} {{#IS_ONE}}agent{{/IS_ONE}}{{#NO_IS_ONE}}agents{{/NO_IS_ONE}}{{/HAS_AGENTS}}{{#NO_AGENTS}}Aucun agent{{/NO_AGENTS}}{{#ONLY}} : {{ONLY_LABEL}}{{/ONLY}}</h2>
			{{#HAS_AGENTS}}<p class="g-small g-no-print">Exporter :
				<a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}/export?format=xlsx&amp;liste={{LISTE:url_query_escape}}&amp;motif={{MOTIF:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;statut={{STATUT:url_query_escape}}&amp;recherche={{RECHERCHE:url_query_escape}}" download>XLSX</a>
				<a class="govuk-link" href="/avancements/{{CAMPAIGN_ID}}/export?format=csv&amp;liste={{LISTE:url_query_escape}}&amp;motif={{MOTIF:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;statut={{STATUT:url_query_escape}}&amp;recherche={{RECHERCHE:url_query_escape}}" download>CSV</a></p>{{/HAS_AGENTS}}
		</div>
		{{#NO_AGENTS}}{{<kit/empty TITLE="Personne dans cette liste" NOTE="Changez de liste ou effacez les filtres." ICON="search"/}}{{/NO_AGENTS}}
		{{#HAS_AGENTS}}
		{{<kit/table CAPTION="Agents de la campagne" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Nom et prénoms"/}}{{<kit/th LABEL="Matricule"/}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="De"/}}{{<kit/th LABEL="À"/}}{{<kit/th LABEL="Effet"/}}{{<kit/th LABEL="Acte"/}}{{<kit/th LABEL="Décision"/}}{{</kit/head}}
			{{<kit/rows}}{{#AGENTS}}{{<kit/row}}
				{{<kit/row-title HREF="/avancements/{{CAMPAIGN_ID}}/agents/{{AGENT_ID}}" LABEL="{{FAMILY_NAME}} {{GIVEN_NAMES}}"/}}
				{{<kit/td LABEL="Matricule"}}<span class="g-num">{{MATRICULE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Structure"}}{{#HAS_STRUCTURE_NAME}}<abbr title="{{STRUCTURE_NAME}}">{{STRUCTURE_CODE}}</abbr>{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}sans affectation{{/NO_STRUCTURE_NAME}}{{</kit/td}}
				{{<kit/td LABEL="De"}}{{#HAS_BEFORE_GRADE}}<span class="g-num">{{BEFORE_GRADE}}</span>{{/HAS_BEFORE_GRADE}}{{#NO_BEFORE_GRADE}}–{{/NO_BEFORE_GRADE}}{{</kit/td}}
				{{<kit/td LABEL="À"}}{{#HAS_AFTER_GRADE}}<span class="g-num">{{AFTER_GRADE}}</span>{{/HAS_AFTER_GRADE}}{{#NO_AFTER_GRADE}}–{{/NO_AFTER_GRADE}}{{</kit/td}}
				{{<kit/td LABEL="Effet"}}<span>{{#HAS_EFFECT_DATE}}<span class="g-num">{{EFFECT_DATE}}</span>{{/HAS_EFFECT_DATE}}{{#NO_EFFECT_DATE}}non connu{{/NO_EFFECT_DATE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Acte"}}{{#HAS_ACT_LABEL}}{{ACT_LABEL}}{{/HAS_ACT_LABEL}}{{#NO_ACT_LABEL}}–{{/NO_ACT_LABEL}}{{</kit/td}}
				{{<kit/td LABEL="Décision"}}<span>{{#NO_REASON_CODE}}{{#VERB_CODE_RETENIR}}{{<kit/state KIND="done" LABEL="Retenu à la main"/}}{{/VERB_CODE_RETENIR}}{{#NO_VERB_CODE}}{{#IS_LATE}}{{<kit/state KIND="late" LABEL="En retard"/}}{{/IS_LATE}}{{#NO_IS_LATE}}{{<kit/state KIND="done" LABEL="Avance"/}}{{/NO_IS_LATE}}{{/NO_VERB_CODE}}{{/NO_REASON_CODE}}{{#HAS_REASON_CODE}}{{#IS_HARD}}{{<kit/state KIND="rejected" LABEL="{{REASON_LABEL}}"/}}{{/IS_HARD}}{{#NO_IS_HARD}}{{#VERB_CODE_ECARTER}}{{<kit/state KIND="rejected" LABEL="{{REASON_LABEL}}"/}}{{/VERB_CODE_ECARTER}}{{#NO_VERB_CODE}}{{<kit/state KIND="you" LABEL="{{REASON_LABEL}}"/}}{{/NO_VERB_CODE}}{{/NO_IS_HARD}}{{/HAS_REASON_CODE}}</span>{{</kit/td}}
			{{</kit/row}}{{/AGENTS}}{{</kit/rows}}
		{{</kit/table}}
		{{<kit/pagination LABEL="Pages de la liste" WHERE="{{FIRST}} à {{LAST}} sur {{TOTAL}}" PREVIOUS="/avancements/{{CAMPAIGN_ID}}/agents?liste={{LISTE:url_query_escape}}&amp;motif={{MOTIF:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;statut={{STATUT:url_query_escape}}&amp;recherche={{RECHERCHE:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/avancements/{{CAMPAIGN_ID}}/agents?liste={{LISTE:url_query_escape}}&amp;motif={{MOTIF:url_query_escape}}&amp;structure={{STRUCTURE:url_query_escape}}&amp;categorie={{CATEGORIE:url_query_escape}}&amp;statut={{STATUT:url_query_escape}}&amp;recherche={{RECHERCHE:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}
		{{/HAS_AGENTS}}
	</section>
</div>
{{</layout}}
