{{%AUTOESCAPE context="HTML"}}
{{! Why somebody looks: fields motif and precision. LEGEND. }}
{{<kit/radios NAME="motif" LEGEND="[[LEGEND]]"}}
	{{<kit/radio NAME="motif" VALUE="ecart" LABEL="Différence à régler"/}}
	{{<kit/radio NAME="motif" VALUE="demande" LABEL="Demande de l’agent"/}}
	{{<kit/radio NAME="motif" VALUE="pension" LABEL="Pension et retraite"/}}
	{{<kit/radio NAME="motif" VALUE="controle" LABEL="Contrôle"/}}
	{{<kit/radio NAME="motif" VALUE="autre" LABEL="Autre motif" HINT="À préciser ci-dessous"/}}
{{</kit/radios}}
{{<kit/text-field NAME="precision" LABEL="Précision" HINT="200 signes au plus ; nécessaire pour un autre motif" AUTOCOMPLETE="off" OPTIONAL="oui"/}}
