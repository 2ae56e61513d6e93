{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Recherche dans les archives" NAV="archives" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Recherche dans les archives"/}}
	{{<archive/layout-tabs SEARCH="oui"/}}
	<form class="g-stack" method="get" role="search" action="/archives/recherche">
		<div class="govuk-form-group"><label class="govuk-label" for="q">Des mots de la pièce</label><p class="govuk-hint" id="q-aide">Les accents ne comptent pas. Entre guillemets : les mots exacts, dans cet ordre.</p><input class="govuk-input" id="q" name="q" type="search" value="{{Q_VALUE}}" aria-describedby="q-aide"></div>
		<details class="govuk-details"{{#FILTERED}} open{{/FILTERED}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Matricule, référence, nature, date, état</span></summary><div class="govuk-details__text g-cols-3">
			{{<kit/matricule NAME="matricule" OPTIONAL="oui" HINT="De l’agent"/}}
			{{<kit/text-field NAME="reference" LABEL="Référence" HINT="Son début suffit" OPTIONAL="oui"/}}
			{{<kit/select NAME="nature" LABEL="Nature" HINT="De l’acte" EMPTY="Toutes"}}{{#NATURES}}<option value="{{KIND_CODE}}"{{#NATURE_ON}} selected{{/NATURE_ON}}>{{LABEL}}</option>{{/NATURES}}{{</kit/select}}
			{{<kit/date NAME="du" LABEL="Signée depuis le" OPTIONAL="oui"/}}
			{{<kit/date NAME="au" LABEL="Signée jusqu’au" OPTIONAL="oui"/}}
			{{<kit/select NAME="etat" LABEL="État" HINT="Du travail" EMPTY="Tous"}}{{#STATES}}<option value="{{STATE_CODE}}"{{#ETAT_ON}} selected{{/ETAT_ON}}>{{LABEL}}</option>{{/STATES}}{{</kit/select}}
		</div></details>
		<div class="govuk-button-group"><button class="govuk-button" type="submit">Chercher</button> <a class="govuk-link" href="/archives/recherche">Tout effacer</a></div>
	</form>
	{{#NO_FOUND}}{{<kit/empty TITLE="Aucune pièce ne correspond" NOTE="Essayez moins de mots, ou seulement le matricule. Une pièce mal numérisée peut avoir été mal lue." ICON="search"/}}{{/NO_FOUND}}
	{{#HAS_FOUND}}<section aria-labelledby="trouve"><h2 class="govuk-heading-m" id="trouve">Pièces, de la plus récente à la plus ancienne</h2>
		<ul class="g-rows">{{#FOUND}}<li class="g-found"><div class="g-title-row"><a class="govuk-link g-break" href="/archives/pieces/{{SCAN_ID}}">{{#HAS_KIND_LABEL}}{{KIND_LABEL}}{{/HAS_KIND_LABEL}}{{#NO_KIND_LABEL}}{{NAME}}{{/NO_KIND_LABEL}}{{#HAS_SIGNED_ON}}, {{SIGNED_ON}}{{/HAS_SIGNED_ON}}</a>{{<archive/layout-scan-state/}}</div>
			{{#HAS_REFERENCE}}<p class="g-small g-break">{{REFERENCE}}</p>{{/HAS_REFERENCE}}
			<p class="g-note">{{#PARTS}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}{{#HIT}}<mark>{{TEXT}}</mark>{{/HIT}}{{/PARTS}}</p>{{#HAS_LOT_NAME}}<p class="g-small g-weak">Lot {{LOT_NAME}}</p>{{/HAS_LOT_NAME}}</li>{{/FOUND}}</ul>
		{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/archives/recherche?q={{Q_VALUE:url_query_escape}}&amp;matricule={{MATRICULE_VALUE:url_query_escape}}&amp;reference={{REFERENCE_VALUE:url_query_escape}}&amp;nature={{NATURE_VALUE:url_query_escape}}&amp;du={{DU_VALUE:url_query_escape}}&amp;au={{AU_VALUE:url_query_escape}}&amp;etat={{ETAT_VALUE:url_query_escape}}&amp;page={{PREVIOUS:url_query_escape}}" NEXT="/archives/recherche?q={{Q_VALUE:url_query_escape}}&amp;matricule={{MATRICULE_VALUE:url_query_escape}}&amp;reference={{REFERENCE_VALUE:url_query_escape}}&amp;nature={{NATURE_VALUE:url_query_escape}}&amp;du={{DU_VALUE:url_query_escape}}&amp;au={{AU_VALUE:url_query_escape}}&amp;etat={{ETAT_VALUE:url_query_escape}}&amp;page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	</section>{{/HAS_FOUND}}
</div>
{{</layout}}
