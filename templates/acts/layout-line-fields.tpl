{{%AUTOESCAPE context="HTML"}}
{{! What a line sets, as far as the model asks it. }}
{{#ASKS_STATUS}}{{<kit/select NAME="statut" LABEL="Nouveau statut" EMPTY="Inchangé"}}{{#STATUS_OPTIONS}}<option value="{{VALUE}}"{{#IS_ON}} selected{{/IS_ON}}>{{LABEL}}</option>{{/STATUS_OPTIONS}}{{</kit/select}}{{/ASKS_STATUS}}
{{#ASKS_CORPS}}{{<kit/select NAME="corps" LABEL="Nouveau corps" EMPTY="Inchangé"}}{{#CORPS_OPTIONS}}<option value="{{VALUE}}"{{#IS_ON}} selected{{/IS_ON}}>{{LABEL}}</option>{{/CORPS_OPTIONS}}{{</kit/select}}{{/ASKS_CORPS}}
{{#ASKS_GRADE}}<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Nouveau grade</legend><div class="g-row g-row--fields">
	{{<kit/select NAME="categorie" LABEL="Catégorie" EMPTY="–"}}{{<kit/option NAME="categorie" VALUE="A" LABEL="A"/}}{{<kit/option NAME="categorie" VALUE="B" LABEL="B"/}}{{<kit/option NAME="categorie" VALUE="C" LABEL="C"/}}{{<kit/option NAME="categorie" VALUE="D" LABEL="D"/}}{{<kit/option NAME="categorie" VALUE="E" LABEL="E"/}}{{</kit/select}}
	{{<kit/text-field NAME="echelle" LABEL="Échelle" WIDTH="2" INPUTMODE="numeric"/}}{{<kit/text-field NAME="echelon" LABEL="Échelon" WIDTH="2" INPUTMODE="numeric"/}}
</div></fieldset>{{/ASKS_GRADE}}
{{#ASKS_STEP}}{{<kit/text-field NAME="echelon" LABEL="Nouvel échelon" HINT="Vide : l’échelon qui suit celui de l’agent." WIDTH="2" INPUTMODE="numeric" OPTIONAL="oui"/}}{{/ASKS_STEP}}
{{#ASKS_STRUCTURE}}{{<kit/text-field NAME="structure" LABEL="Nouvelle structure" HINT="Son sigle ou son nom exact, par exemple DRSC." WIDTH="20" SPELLCHECK="false" OPTIONAL="oui"/}}{{/ASKS_STRUCTURE}}
{{#ASKS_POSITION}}{{<kit/select NAME="position" LABEL="Nouvelle position" EMPTY="Inchangée"}}{{#POSITION_OPTIONS}}<option value="{{VALUE}}"{{#IS_ON}} selected{{/IS_ON}}>{{LABEL}}</option>{{/POSITION_OPTIONS}}{{</kit/select}}{{/ASKS_POSITION}}
{{#ASKS_END}}{{<kit/date NAME="fin" LABEL="Dernier jour"/}}{{/ASKS_END}}
{{<kit/text-field NAME="observation" LABEL="Observation" OPTIONAL="oui"/}}
