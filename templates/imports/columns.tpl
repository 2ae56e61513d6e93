{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Colonnes de {{FILE_NAME}}" NAV="{{SECTION}}"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="{{BASE}}" LABEL="{{#IS_PAYE}}Fichiers de la solde{{/IS_PAYE}}{{#IS_PERSONNEL}}Imports{{/IS_PERSONNEL}}"/}}{{<kit/crumb HREF="{{BASE}}/{{IMPORT_ID}}" LABEL="{{FILE_NAME}}"/}}{{<kit/crumb LABEL="Colonnes"/}}{{</kit/crumbs}}
	{{<kit/error-summary TITLE="Des colonnes sont à corriger"/}}
	{{<kit/title CAPTION="{{FILE_NAME}}" TEXT="Vérifiez les colonnes" LEAD="Pour chaque information, voici la colonne du fichier que nous avons reconnue. Corrigez ce qui doit l’être : rien n’est encore écrit."/}}
	{{#HAS_PROFILE}}{{#PROFILE}}{{<kit/banner KIND="ok" ICON="done" TITLE="Mêmes en-têtes que la dernière fois"}}<p>Vos choix ont été repris (choix « {{NAME}} »).</p>{{</kit/banner}}{{/PROFILE}}{{/HAS_PROFILE}}
	{{<kit/form ACTION="{{BASE}}/{{IMPORT_ID}}/colonnes"}}
		<input type="hidden" name="nature" value="{{KIND_CODE}}">
		<ul class="g-rows">{{#FIELDS}}<li><div class="g-cols-2">
			<div class="govuk-form-group{{#FIELD_ERROR}} govuk-form-group--error{{/FIELD_ERROR}}">
				<label class="govuk-label" for="{{FIELD}}">{{FIELD_LABEL}}{{#FIELD_OPTIONAL}} <span class="g-optional">(facultatif)</span>{{/FIELD_OPTIONAL}}</label>
				{{#FIELD_HINT}}<p class="govuk-hint" id="{{FIELD}}-aide">{{FIELD_HINT_TEXT}}</p>{{/FIELD_HINT}}
				{{#FIELD_ERROR}}<p class="govuk-error-message" id="{{FIELD}}-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{FIELD_ERROR_TEXT}}</p>{{/FIELD_ERROR}}
				<select class="govuk-select{{#FIELD_ERROR}} govuk-select--error{{/FIELD_ERROR}}" id="{{FIELD}}" name="{{FIELD}}" aria-describedby="{{#FIELD_HINT}}{{FIELD}}-aide {{/FIELD_HINT}}{{#FIELD_ERROR}}{{FIELD}}-erreur {{/FIELD_ERROR}}{{FIELD}}-valeurs"><option value="">Aucune colonne</option>{{#OPTIONS}}<option value="{{PLACE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{OPTION_LABEL}}</option>{{/OPTIONS}}</select>
			</div>
			<div class="g-note" id="{{FIELD}}-valeurs">{{#ABOUT}}<p><span class="govuk-visually-hidden">Premières valeurs : </span><strong class="g-break">{{EXAMPLES}}</strong></p>{{#GUESS}}<p>{{#IS_SURE}}{{<kit/state KIND="done" LABEL="Reconnue à {{CONFIDENCE}} %"/}}{{/IS_SURE}}{{#IS_UNSURE}}{{<kit/state KIND="you" LABEL="À vérifier : {{CONFIDENCE}} %"/}}{{/IS_UNSURE}} {{WHY}}</p>{{/GUESS}}{{#BY_HAND}}<p>Choisie à la main.</p>{{/BY_HAND}}{{/ABOUT}}</div>
		</div></li>{{/FIELDS}}</ul>
		{{<kit/text-field NAME="profil" LABEL="Nom de ce choix de colonnes" HINT="Il sera repris pour le prochain fichier qui aura les mêmes en-têtes" WIDTH="20" OPTIONAL="oui"/}}
		{{<kit/actions}}{{<kit/button LABEL="Contrôler le fichier"/}}<a class="govuk-link" href="{{BASE}}">Plus tard</a>{{</kit/actions}}
	{{</kit/form}}
	{{#HAS_LEFT}}<section class="g-stack" aria-labelledby="laissees">
		<h2 class="govuk-heading-m" id="laissees">Colonnes laissées de côté</h2>
		<p class="govuk-body">Elles ne seront pas lues.</p>
		<ul class="govuk-list g-rows">{{#LEFT}}<li><strong>{{LETTER}} – {{HEADER}}</strong> <span class="g-note g-break">{{#HAS_EXAMPLE_1}}{{EXAMPLE_1}}{{/HAS_EXAMPLE_1}}{{#HAS_EXAMPLE_2}} · {{EXAMPLE_2}}{{/HAS_EXAMPLE_2}}{{#HAS_EXAMPLE_3}} · {{EXAMPLE_3}}{{/HAS_EXAMPLE_3}}</span></li>{{/LEFT}}</ul>
	</section>{{/HAS_LEFT}}
</div>
{{</layout}}
