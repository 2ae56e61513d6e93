{{%AUTOESCAPE context="HTML"}}
{{! One month of the payer, a row of MONTHS or OLDER. }}
{{<kit/row}}
	{{<kit/row-title}}{{MONTH_WORDS}}{{</kit/row-title}}
	{{<kit/td LABEL="Agents payés" NUM="oui"}}{{LINES_COUNT}}{{</kit/td}}
	{{<kit/td LABEL="Différences à régler" NUM="oui"}}{{OPEN_COUNT}}{{</kit/td}}
	{{<kit/td LABEL="Lignes remplacées" NUM="oui"}}{{REPLACED_COUNT}}{{</kit/td}}
	{{<kit/td LABEL="Sans agent connu" NUM="oui"}}{{WAITING_COUNT}}{{</kit/td}}
	{{<kit/td LABEL="Chargé"}}<div>{{#IS_MISSING}}{{<kit/state KIND="missing" LABEL="Fichier manquant"/}}{{/IS_MISSING}}{{#NO_IS_MISSING}}{{LOADED_AT}}{{#IS_PARTIAL}} <small>quelques agents seulement</small>{{/IS_PARTIAL}}{{/NO_IS_MISSING}}</div>{{</kit/td}}
{{</kit/row}}
