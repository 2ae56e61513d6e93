{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ajouter des agents" NAV="actes"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/actes/{{DRAFT_ID}}" LABEL="{{SUBJECT}}"/}}
	{{<kit/title CAPTION="{{MODEL_NAME}}" TEXT="Ajouter des agents" LEAD="Chaque agent est comparé tout de suite à sa carrière : ce qui ne va pas est dit, avec la règle."/}}
	{{<kit/form ACTION="/actes/{{DRAFT_ID}}/agents/recherche"}}
		<div class="govuk-form-group{{#Q_ERROR}} govuk-form-group--error{{/Q_ERROR}}"><label class="govuk-label" for="q">Chercher par nom ou matricule</label>{{#Q_ERROR}}<p class="govuk-error-message" id="q-erreur">{{Q_ERROR_TEXT}}</p>{{/Q_ERROR}}
		<div class="g-search" role="search"><input class="govuk-input" id="q" name="q" type="search" value="{{Q_VALUE}}" maxlength="100" autocomplete="off" spellcheck="false"><button class="govuk-button govuk-button--secondary" type="submit">Chercher</button></div></div>
	{{</kit/form}}
	{{<kit/form ACTION="/actes/{{DRAFT_ID}}/agents" ENCTYPE="multipart/form-data" CLASS="g-stack-l"}}
		{{#IS_SEARCH}}
		{{#HAS_FOUND}}{{<kit/table CAPTION="Agents trouvés : cochez ceux que l’acte concerne"}}
			{{<kit/head}}{{<kit/th LABEL="Choisir" HIDE="oui"/}}{{<kit/th LABEL="Nom et prénoms"/}}{{<kit/th LABEL="Matricule"/}}{{<kit/th LABEL="Grade"/}}{{<kit/th LABEL="Structure"/}}{{</kit/head}}
			{{<kit/rows}}{{#FOUND}}{{<kit/row}}{{<kit/td}}{{<kit/tick NAME="coches" VALUE="{{MATRICULE}}" OF="{{NAME}}"/}}{{</kit/td}}{{<kit/row-title}}{{NAME}}{{</kit/row-title}}{{<kit/td LABEL="Matricule"}}<span class="g-num">{{MATRICULE}}</span>{{</kit/td}}{{<kit/td LABEL="Grade"}}<span class="g-num">{{GRADE}}</span>{{</kit/td}}{{<kit/td LABEL="Structure"}}{{STRUCTURE_NAME}}{{</kit/td}}{{</kit/row}}{{/FOUND}}{{</kit/rows}}
		{{</kit/table}}{{#FOUND_MANY}}<p class="g-note">Voici les vingt premiers. Précisez le nom pour voir les autres.</p>{{/FOUND_MANY}}{{/HAS_FOUND}}
		{{#NO_FOUND}}{{<kit/empty TITLE="Personne ne répond à cette recherche" NOTE="Essayez avec moins de lettres. Un agent d’une structure que vous ne servez pas n’apparaît jamais ici." ICON="search"/}}{{/NO_FOUND}}
		{{/IS_SEARCH}}
		<div class="g-split g-split--even">
			<div class="g-stack">
				<h2 class="govuk-heading-m">Ou une liste</h2>
				{{<kit/textarea NAME="liste" LABEL="Matricules" HINT="Un par ligne. Après le matricule peuvent venir une date d’effet, puis un grade : 16620 ; 01/10/2026 ; A1-9" ROWS="8" OPTIONAL="oui"/}}
				{{<kit/file NAME="fichier" LABEL="Ou un tableau" HINT="CSV ou XLSX, 8 Mo au plus, avec une colonne Matricule. Les colonnes Effet, Grade, Échelon, Structure, Position sont reconnues." ACCEPT=".csv,.xlsx" OPTIONAL="oui"/}}
			</div>
			<div class="g-stack">
				<h2 class="govuk-heading-m">Pour tous ces agents</h2>
				{{<kit/date NAME="effet" LABEL="Date d’effet" HINT="Celle de la liste ou du tableau passe avant."/}}
				{{<acts/layout-line-fields/}}
			</div>
		</div>
		{{<kit/actions}}{{<kit/button LABEL="Ajouter"/}}<a class="govuk-link" href="/actes/{{DRAFT_ID}}">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
