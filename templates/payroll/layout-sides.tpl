{{%AUTOESCAPE context="HTML"}}
{{! Both sides, month ranges: rows SIDES. }}
{{#HAS_SIDES}}{{<kit/table CAPTION="Ce que disent les actes et ce qui a été payé, des derniers mois aux premiers" HIDE="oui"}}
	{{<kit/head}}{{<kit/th LABEL="Mois"/}}{{<kit/th LABEL="D’après les actes"/}}{{<kit/th LABEL="D’après la solde"/}}{{<kit/th LABEL="Traitement indiciaire" NUM="oui"/}}{{<kit/th LABEL="Comparaison"/}}{{</kit/head}}
	{{<kit/rows}}{{#SIDES}}{{<kit/row}}
		{{<kit/row-title}}{{SPAN}}{{#IS_LONG}} <small>{{MONTHS}} mois</small>{{/IS_LONG}}{{</kit/row-title}}
		{{<kit/td LABEL="D’après les actes"}}<span>{{#HAS_CAREER_SAYS}}{{CAREER_SAYS}}{{/HAS_CAREER_SAYS}}{{#HAS_CAREER_POSITION}} <small>{{CAREER_POSITION}}</small>{{/HAS_CAREER_POSITION}}</span>{{</kit/td}}
		{{<kit/td LABEL="D’après la solde"}}<span>{{#HAS_PAYROLL_SAYS}}{{PAYROLL_SAYS}}{{#HAS_PAYROLL_POSITION}} <small>{{PAYROLL_POSITION}}</small>{{/HAS_PAYROLL_POSITION}}{{/HAS_PAYROLL_SAYS}}{{#NO_PAYROLL_SAYS}}pas dans le fichier{{/NO_PAYROLL_SAYS}}</span>{{</kit/td}}
		{{<kit/td LABEL="Traitement indiciaire" NUM="oui"}}{{#HAS_INDEX_PAY_FCFA}}<span class="g-num">{{INDEX_PAY_FCFA}} FCFA</span>{{/HAS_INDEX_PAY_FCFA}}{{#NO_INDEX_PAY_FCFA}}–{{/NO_INDEX_PAY_FCFA}}{{</kit/td}}
		{{<kit/td LABEL="Comparaison"}}<div>{{#VERDICT_CODE_CONCORDE}}{{<kit/state KIND="done" LABEL="{{VERDICT}}"/}}{{/VERDICT_CODE_CONCORDE}}{{#VERDICT_CODE_ECART}}{{<kit/state KIND="late" LABEL="{{VERDICT}}"/}}{{/VERDICT_CODE_ECART}}{{#VERDICT_CODE_REGLE}}{{<kit/state KIND="done" LABEL="{{VERDICT}}"/}}{{/VERDICT_CODE_REGLE}}{{#VERDICT_CODE_INCONNU}}{{<kit/state KIND="waiting" LABEL="{{VERDICT}}"/}}{{/VERDICT_CODE_INCONNU}}{{#VERDICT_CODE_HORS}}{{VERDICT}}{{/VERDICT_CODE_HORS}}</div>{{</kit/td}}
	{{</kit/row}}{{/SIDES}}{{</kit/rows}}
{{</kit/table}}{{/HAS_SIDES}}
{{#NO_SIDES}}{{<kit/empty TITLE="Aucun mois connu" NOTE="Aucun fichier de la solde ne parle de cet agent." ICON="report"/}}{{/NO_SIDES}}
