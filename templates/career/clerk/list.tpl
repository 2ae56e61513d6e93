{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Agents" NAV="agents" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Agents" LEAD="Les agents des structures que vous servez. Ouvrir un dossier demande un motif, que la personne pourra lire."/}}
	{{<kit/form ACTION="/agents" CLASS="g-stack"}}
		<div>
			<label class="govuk-label" for="q">Nom, prénoms ou matricule</label>
			<p class="govuk-hint" id="q-aide">Une partie suffit ; les accents et les fautes légères ne gênent pas. Vide : tous les agents.</p>
			{{#Q_ERROR}}<p class="govuk-error-message" id="q-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{Q_ERROR_TEXT}}</p>{{/Q_ERROR}}
			<div class="g-search" role="search"><input class="govuk-input" id="q" name="q" type="search" value="{{Q_VALUE}}" maxlength="100" autocomplete="off" spellcheck="false" enterkeyhint="search" aria-describedby="q-aide"><button class="govuk-button" type="submit">Chercher</button></div>
		</div>
		<details class="govuk-details"{{#IS_FILTERED}} open{{/IS_FILTERED}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Filtrer</span></summary>
			<div class="g-filters g-mt">
				{{<kit/select NAME="structure" LABEL="Structure et rattachées" EMPTY="Toutes les miennes"}}{{#STRUCTURES}}<option value="{{STRUCTURE_ID}}"{{#IS_ON}} selected{{/IS_ON}}>{{LABEL}}</option>{{/STRUCTURES}}{{</kit/select}}
				{{<kit/select NAME="corps" LABEL="Corps" EMPTY="Tous"}}{{#CORPS}}<option value="{{CORPS_ID}}"{{#IS_ON}} selected{{/IS_ON}}>{{LABEL}}</option>{{/CORPS}}{{</kit/select}}
				{{<kit/select NAME="statut" LABEL="Statut" EMPTY="Tous"}}{{#STATUTS}}<option value="{{CODE}}"{{#IS_ON}} selected{{/IS_ON}}>{{LABEL}}</option>{{/STATUTS}}{{</kit/select}}
				{{<kit/select NAME="categorie" LABEL="Catégorie" EMPTY="Toutes"}}{{#CATEGORIES}}<option value="{{CODE}}"{{#IS_ON}} selected{{/IS_ON}}>{{LABEL}}</option>{{/CATEGORIES}}{{</kit/select}}
				{{<kit/select NAME="position" LABEL="Position" EMPTY="Toutes"}}{{#POSITIONS}}<option value="{{CODE}}"{{#IS_ON}} selected{{/IS_ON}}>{{LABEL}}</option>{{/POSITIONS}}{{</kit/select}}
				<div class="g-stack">{{<kit/checkbox NAME="lacunes" LABEL="Dossiers avec lacunes"/}}{{<kit/checkbox NAME="retraite" LABEL="Retraite dans 12 mois"/}}</div>
				<div class="govuk-button-group"><button class="govuk-button govuk-button--secondary" type="submit">Filtrer</button> <a class="govuk-link" href="/agents">Tout effacer</a></div>
			</div>
		</details>
	{{</kit/form}}

	{{#HAS_SEARCH_ID}}
	<section class="g-stack" aria-labelledby="resultats">
		<div class="g-title-row">
			<h2 class="govuk-heading-l g-anchor" id="resultats">{{#IS_CAPPED}}Plus de 1 000 agents{{/IS_CAPPED}}{{#NO_IS_CAPPED}}{{#HAS_AGENTS}}{{TOTAL}} {{#IS_ONE}}agent{{/IS_ONE}}{{#NO_IS_ONE}}agents{{/NO_IS_ONE}}{{/HAS_AGENTS}}{{#NO_AGENTS}}Aucun agent{{/NO_AGENTS}}{{/NO_IS_CAPPED}}</h2>
			<div class="g-row">
				{{#HAS_AGENTS}}{{#CAN_CAREER_EXPORT}}<a class="govuk-link g-small" href="/agents/export?recherche={{SEARCH_ID:url_query_escape}}&amp;tri={{SORT_CODE:url_query_escape}}">Exporter (XLSX, CSV)</a>{{/CAN_CAREER_EXPORT}}{{/HAS_AGENTS}}
			</div>
		</div>
		<p class="govuk-body">{{LABEL}}</p>
		{{#IS_NEAR}}{{<kit/banner TITLE="Aucun nom ne s’écrit ainsi : voici les plus proches" ICON="info"/}}{{/IS_NEAR}}
		{{#HAS_AGENTS}}
		<nav class="g-tabs" aria-label="Trier par">
			<a href="/agents?recherche={{SEARCH_ID:url_query_escape}}&amp;tri=nom"{{#SORT_CODE_NOM}} aria-current="page"{{/SORT_CODE_NOM}}>Par nom</a>
			<a href="/agents?recherche={{SEARCH_ID:url_query_escape}}&amp;tri=matricule"{{#SORT_CODE_MATRICULE}} aria-current="page"{{/SORT_CODE_MATRICULE}}>Par matricule</a>
			<a href="/agents?recherche={{SEARCH_ID:url_query_escape}}&amp;tri=retraite"{{#SORT_CODE_RETRAITE}} aria-current="page"{{/SORT_CODE_RETRAITE}}>Par date de retraite</a>
		</nav>
		{{<kit/table CAPTION="Agents trouvés" HIDE="oui"}}
			{{<kit/head}}
				<th scope="col" role="columnheader" class="govuk-table__header"{{#SORT_CODE_NOM}} aria-sort="ascending"{{/SORT_CODE_NOM}}>Nom et prénoms</th>
				<th scope="col" role="columnheader" class="govuk-table__header"{{#SORT_CODE_MATRICULE}} aria-sort="ascending"{{/SORT_CODE_MATRICULE}}>Matricule</th>
				{{<kit/th LABEL="Corps"/}}{{<kit/th LABEL="Grade"/}}{{<kit/th LABEL="Structure"/}}
				<th scope="col" role="columnheader" class="govuk-table__header"{{#SORT_CODE_RETRAITE}} aria-sort="ascending"{{/SORT_CODE_RETRAITE}}>Retraite</th>
				{{<kit/th LABEL="Dossier"/}}
			{{</kit/head}}
			{{<kit/rows}}{{#AGENTS}}
				{{<kit/row}}
					<th scope="row" role="rowheader" class="govuk-table__header"><a class="govuk-link" href="/agents/{{AGENT_ID}}?recherche={{SEARCH_ID:url_query_escape}}&amp;tri={{SORT_CODE:url_query_escape}}&amp;rang={{PLACE:url_query_escape}}">{{FAMILY_NAME}} {{GIVEN_NAMES}}</a></th>
					{{<kit/td LABEL="Matricule"}}<span class="g-num">{{MATRICULE}}</span>{{</kit/td}}
					{{<kit/td LABEL="Corps"}}{{#HAS_CORPS_NAME}}{{CORPS_NAME}}{{/HAS_CORPS_NAME}}{{#NO_CORPS_NAME}}non connu{{/NO_CORPS_NAME}}{{</kit/td}}
					{{<kit/td LABEL="Grade"}}{{#HAS_GRADE}}<span class="g-num">{{GRADE}}</span>{{/HAS_GRADE}}{{#NO_GRADE}}non connu{{/NO_GRADE}}{{</kit/td}}
					{{<kit/td LABEL="Structure"}}{{#HAS_STRUCTURE_NAME}}<abbr title="{{STRUCTURE_NAME}}">{{STRUCTURE_CODE}}</abbr>{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}sans affectation{{/NO_STRUCTURE_NAME}}{{</kit/td}}
					{{<kit/td LABEL="Retraite"}}<span>{{#HAS_LEFT}}parti{{/HAS_LEFT}}{{#NO_HAS_LEFT}}{{#HAS_RETIREMENT_DATE}}<span class="g-num">{{RETIREMENT_DATE}}</span>{{/HAS_RETIREMENT_DATE}}{{#NO_RETIREMENT_DATE}}non connue{{/NO_RETIREMENT_DATE}}{{/NO_HAS_LEFT}}</span>{{</kit/td}}
					{{<kit/td LABEL="Dossier"}}<span>{{#IS_MISSING}}<span class="g-state g-state--missing">{{GAPS_COUNT}} à régler</span>{{/IS_MISSING}}{{#IS_BLANK}}<span class="g-state g-state--draft">Aucun acte</span>{{/IS_BLANK}}{{#NO_IS_MISSING}}{{#NO_IS_BLANK}}<span class="g-state g-state--done">Rien à régler</span>{{/NO_IS_BLANK}}{{/NO_IS_MISSING}}</span>{{</kit/td}}
				{{</kit/row}}{{/AGENTS}}
			{{</kit/rows}}
		{{</kit/table}}
		{{<kit/pagination LABEL="Pages de résultats" WHERE="{{FIRST}} à {{LAST}} sur {{#IS_CAPPED}}plus de 1 000{{/IS_CAPPED}}{{#NO_IS_CAPPED}}{{TOTAL}}{{/NO_IS_CAPPED}}" PREVIOUS="/agents?recherche={{SEARCH_ID:url_query_escape}}&amp;tri={{SORT_CODE:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/agents?recherche={{SEARCH_ID:url_query_escape}}&amp;tri={{SORT_CODE:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}
		{{/HAS_AGENTS}}
		{{#NO_AGENTS}}
		{{<kit/empty TITLE="Personne ne répond à cette recherche" ICON="search"}}<p>Essayez avec moins de lettres ou moins de filtres. Un agent d’une structure que vous ne servez pas n’apparaît jamais ici.</p>{{</kit/empty}}
		{{/NO_AGENTS}}
		{{<kit/form ACTION="/agents/recherches/{{SEARCH_ID}}"}}
			{{#NO_IS_KEPT}}{{<kit/button LABEL="Garder cette recherche" KIND="secondary" NAME="geste" VALUE="garder"/}}{{/NO_IS_KEPT}}
			{{#IS_KEPT}}{{<kit/button LABEL="Ne plus garder cette recherche" KIND="secondary" NAME="geste" VALUE="oublier"/}}{{/IS_KEPT}}
		{{</kit/form}}
	</section>
	{{/HAS_SEARCH_ID}}

	{{#HAS_RECENTES}}
	{{<kit/section ID="recentes" TITLE="Recherches gardées et récentes"}}
		<ul class="g-rows">{{#RECENTES}}<li><a class="govuk-link" href="/agents?recherche={{RECENT_ID:url_query_escape}}">{{RECENT_LABEL}}</a> <span class="g-note">{{#RECENT_IS_KEPT}}gardée{{/RECENT_IS_KEPT}}{{#NO_RECENT_IS_KEPT}}{{MADE_AT}}{{/NO_RECENT_IS_KEPT}}</span></li>{{/RECENTES}}</ul>
		<p class="g-note g-mt">Une recherche s’efface après un jour, sauf si vous la gardez. Personne d’autre ne voit les vôtres.</p>
	{{</kit/section}}
	{{/HAS_RECENTES}}
</div>
{{</layout}}
