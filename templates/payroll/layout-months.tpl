{{%AUTOESCAPE context="HTML"}}
{{! Months of the payer: CAPTION; body: the rows, each payroll/layout-month in its section. }}
{{<kit/table CAPTION="[[CAPTION]]" HIDE="oui"}}
	{{<kit/head}}{{<kit/th LABEL="Mois"/}}{{<kit/th LABEL="Agents payés" NUM="oui"/}}{{<kit/th LABEL="Différences à régler" NUM="oui"/}}{{<kit/th LABEL="Lignes remplacées" NUM="oui"/}}{{<kit/th LABEL="Sans agent connu" NUM="oui"/}}{{<kit/th LABEL="Chargé"/}}{{</kit/head}}
	<tbody role="rowgroup">[[BODY]]</tbody>
{{</kit/table}}
