{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Nouvelle campagne d’avancement" NAV="actes"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/avancements" LABEL="Avancements"/}}{{<kit/crumb LABEL="Nouvelle campagne"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Nouvelle campagne" LEAD="Le calcul prend quelques secondes et n’écrit aucun acte."/}}
	{{<kit/form ACTION="/avancements"}}
		<div class="govuk-form-group{{#TRIMESTRE_ERROR}} govuk-form-group--error{{/TRIMESTRE_ERROR}}">
			<label class="govuk-label" for="trimestre">Trimestre</label>
			<p class="govuk-hint" id="trimestre-aide">Les avancements dus avant ce trimestre et jamais constatés y sont aussi.</p>
			{{#TRIMESTRE_ERROR}}<p class="govuk-error-message" id="trimestre-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{TRIMESTRE_ERROR_TEXT}}</p>{{/TRIMESTRE_ERROR}}
			<select class="govuk-select" id="trimestre" name="trimestre" aria-describedby="trimestre-aide{{#TRIMESTRE_ERROR}} trimestre-erreur{{/TRIMESTRE_ERROR}}">{{#TRIMESTRES}}<option value="{{CODE}}"{{#IS_ON}} selected{{/IS_ON}}>{{LABEL}}{{#HAS_NOTE}} ({{NOTE}}){{/HAS_NOTE}}</option>{{/TRIMESTRES}}</select>
		</div>
		{{<kit/select NAME="structure" LABEL="Pour quels agents ?" HINT="Une structure et celles qui lui sont rattachées." EMPTY="Toutes mes structures"}}{{#STRUCTURES}}<option value="{{CHOICE_ID}}"{{#STRUCTURE_ON}} selected{{/STRUCTURE_ON}}>{{CHOICE_LABEL}}</option>{{/STRUCTURES}}{{</kit/select}}
		{{<kit/radios NAME="regroupement" LEGEND="Comment grouper les actes ?" HINT="Un arrêté pour les fonctionnaires, un avenant pour les contractuels : jamais les deux dans un même acte."}}
			{{<kit/radio NAME="regroupement" VALUE="structure" LABEL="Un acte par structure et par catégorie"/}}
			{{<kit/radio NAME="regroupement" VALUE="ministere" LABEL="Un acte par ministère ou institution"/}}
			{{<kit/radio NAME="regroupement" VALUE="unique" LABEL="Un seul acte pour tous"/}}
		{{</kit/radios}}
		{{<kit/actions}}{{<kit/button LABEL="Lancer le calcul"/}}<a class="govuk-link" href="/avancements">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
