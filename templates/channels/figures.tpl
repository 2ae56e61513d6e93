{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Canaux" NAV="canaux" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/tabs LABEL="Canaux"}}{{<kit/tab HREF="/canaux" LABEL="Chiffres" ON="oui"/}}{{<kit/tab HREF="/messages" LABEL="Textes"/}}{{<kit/tab HREF="/partenaires" LABEL="Partenaires"/}}{{</kit/tabs}}
	{{<kit/title TEXT="Canaux" LEAD="Ce qui part, ce qui arrive, ce qui ne part pas, et ce que cela coûte."/}}
	{{<kit/section ID="envois" TITLE="Trente derniers jours"}}
		{{#NO_FIGURES}}{{<kit/empty TITLE="Aucun message depuis trente jours"/}}{{/NO_FIGURES}}
		{{#HAS_FIGURES}}{{<kit/table CAPTION="Messages des trente derniers jours" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Moyen"/}}{{<kit/th LABEL="Messages" NUM="oui"/}}{{<kit/th LABEL="En attente" NUM="oui"/}}{{<kit/th LABEL="Envoyés" NUM="oui"/}}{{<kit/th LABEL="Remis" NUM="oui"/}}{{<kit/th LABEL="Refusés" NUM="oui"/}}{{<kit/th LABEL="Jamais arrivés" NUM="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#FIGURES}}{{<kit/row}}{{<kit/row-title}}{{NAME}}{{</kit/row-title}}{{<kit/td LABEL="Messages" NUM="oui"}}{{TOTAL}}{{</kit/td}}{{<kit/td LABEL="En attente" NUM="oui"}}{{WAITING}}{{</kit/td}}{{<kit/td LABEL="Envoyés" NUM="oui"}}{{SENT}}{{</kit/td}}{{<kit/td LABEL="Remis" NUM="oui"}}{{#WAY_CODE_EMAIL}}–{{/WAY_CODE_EMAIL}}{{#WAY_CODE_SMS}}{{DELIVERED}}{{/WAY_CODE_SMS}}{{</kit/td}}{{<kit/td LABEL="Refusés" NUM="oui"}}{{REFUSED}}{{</kit/td}}{{<kit/td LABEL="Jamais arrivés" NUM="oui"}}{{EXPIRED}}{{</kit/td}}{{</kit/row}}{{/FIGURES}}{{</kit/rows}}
		{{</kit/table}}<p class="g-note">Un courriel est « envoyé » quand le serveur du destinataire l’a pris ; rien ne dit qu’il a été lu. Un SMS est « remis » quand l’opérateur l’affirme.</p>{{/HAS_FIGURES}}
	{{</kit/section}}
	{{<kit/section ID="cout" TITLE="Coût des SMS"}}
		{{#PRICE}}<p>Une partie coûte <strong>{{PART_FCFA}} F</strong> depuis le {{VALID_FROM}}{{#IS_DEMO}} – <em>valeur de démonstration : {{SOURCE}}</em>{{/IS_DEMO}}.</p>{{/PRICE}}
		{{#NO_COSTS}}<p class="g-note">Aucun SMS compté depuis six mois.</p>{{/NO_COSTS}}
		{{#HAS_COSTS}}{{<kit/table CAPTION="Coût par mois et par événement" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Mois et événement"/}}{{<kit/th LABEL="SMS" NUM="oui"/}}{{<kit/th LABEL="Parties" NUM="oui"/}}{{<kit/th LABEL="Francs CFA" NUM="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#COSTS}}{{#IS_SUM}}{{<kit/row KIND="total"}}{{<kit/row-title}}{{MONTH_WORDS}}{{</kit/row-title}}{{<kit/td LABEL="SMS" NUM="oui"}}{{TOTAL}}{{</kit/td}}{{<kit/td LABEL="Parties" NUM="oui"}}{{PARTS}}{{</kit/td}}{{<kit/td LABEL="Francs CFA" NUM="oui"}}{{COST_FCFA}}{{</kit/td}}{{</kit/row}}{{/IS_SUM}}{{#NO_IS_SUM}}{{<kit/row}}{{<kit/row-title}}{{NAME}}{{</kit/row-title}}{{<kit/td LABEL="SMS" NUM="oui"}}{{TOTAL}}{{</kit/td}}{{<kit/td LABEL="Parties" NUM="oui"}}{{PARTS}}{{</kit/td}}{{<kit/td LABEL="Francs CFA" NUM="oui"}}{{COST_FCFA}}{{</kit/td}}{{</kit/row}}{{/NO_IS_SUM}}{{/COSTS}}{{</kit/rows}}
		{{</kit/table}}{{/HAS_COSTS}}
	{{</kit/section}}
	<div class="g-split--even">
	{{<kit/section ID="recus" TITLE="SMS reçus"}}
		{{#NO_RECEIVED}}<p class="g-note">Aucun SMS reçu depuis trente jours.</p>{{/NO_RECEIVED}}
		{{#HAS_RECEIVED}}{{<kit/table CAPTION="SMS reçus depuis trente jours" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Demande"/}}{{<kit/th LABEL="SMS" NUM="oui"/}}{{<kit/th LABEL="Refusés" NUM="oui"/}}{{<kit/th LABEL="Téléphones" NUM="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#RECEIVED}}{{<kit/row}}{{<kit/row-title}}{{NAME}}{{</kit/row-title}}{{<kit/td LABEL="SMS" NUM="oui"}}{{TOTAL}}{{</kit/td}}{{<kit/td LABEL="Refusés" NUM="oui"}}{{REFUSED}}{{</kit/td}}{{<kit/td LABEL="Téléphones" NUM="oui"}}{{PHONES}}{{</kit/td}}{{</kit/row}}{{/RECEIVED}}{{</kit/rows}}
		{{</kit/table}}{{/HAS_RECEIVED}}
	{{</kit/section}}
	{{<kit/section ID="partenaires" TITLE="Partenaires"}}
		{{#NO_PARTNERS}}<p class="g-note">Aucun système partenaire n’est admis à déposer des demandes.</p>{{/NO_PARTNERS}}
		{{#HAS_PARTNERS}}<ul class="g-rows">{{#PARTNERS}}<li><strong>{{NAME}}</strong> <span class="g-note">demandes transmises : {{TOTAL}}{{#HAS_LAST_AT}}, la dernière le {{LAST_AT}}{{/HAS_LAST_AT}} ; jetons valides : {{TOKENS}}{{#HAS_VALID_TO}} ; admis jusqu’au {{VALID_TO}}{{/HAS_VALID_TO}}</span></li>{{/PARTNERS}}</ul>{{/HAS_PARTNERS}}
		<p><a class="govuk-link" href="/partenaires">Gérer les partenaires et leurs clés</a></p><p class="g-note">Ce que le portail accepte des machines : <a class="govuk-link" href="/api/v1/openapi.json">description OpenAPI</a>.</p>
	{{</kit/section}}
	</div>
	{{<kit/section ID="echecs" TITLE="Derniers échecs"}}
		{{#NO_FAILURES}}{{<kit/empty ICON="done" TITLE="Aucun échec depuis trente jours"/}}{{/NO_FAILURES}}
		{{#HAS_FAILURES}}{{<kit/table CAPTION="Messages qui ne sont pas arrivés" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Message"/}}{{<kit/th LABEL="Date"/}}{{<kit/th LABEL="À"/}}{{<kit/th LABEL="Essais" NUM="oui"/}}{{<kit/th LABEL="Pourquoi"/}}{{</kit/head}}
			{{<kit/rows}}{{#FAILURES}}{{<kit/row}}{{<kit/row-title}}{{NAME}}{{</kit/row-title}}{{<kit/td LABEL="Date"}}{{AT}}{{</kit/td}}{{<kit/td LABEL="À"}}<span class="g-num">{{RECIPIENT}}</span>{{</kit/td}}{{<kit/td LABEL="Essais" NUM="oui"}}{{TRIES}}{{</kit/td}}{{<kit/td LABEL="Pourquoi"}}<span class="g-break">{{#STATE_CODE_REFUSE}}refusé{{/STATE_CODE_REFUSE}}{{#STATE_CODE_EXPIRE}}jamais arrivé{{/STATE_CODE_EXPIRE}}{{#HAS_WHY}} : {{WHY}}{{/HAS_WHY}}</span>{{</kit/td}}{{</kit/row}}{{/FAILURES}}{{</kit/rows}}
		{{</kit/table}}{{/HAS_FAILURES}}
	{{</kit/section}}
</div>
{{</layout}}
