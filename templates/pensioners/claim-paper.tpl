{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ajouter un papier" NAV="{{HERE}}"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="{{BASE}}/{{CLAIM_ID}}" LABEL="La demande {{NUMBER}}"/}}
	{{<kit/title CAPTION="Après le décès de {{DECEASED_NAME}}" TEXT="Ajouter un papier"/}}
	{{<kit/form ACTION="{{BASE}}/{{CLAIM_ID}}/papier" ENCTYPE="multipart/form-data"}}
		{{<kit/select NAME="nature" LABEL="Quel papier ?"}}{{#KINDS}}<option value="{{KIND_CODE}}"{{#NATURE_ON}} selected{{/NATURE_ON}}>{{LABEL}}</option>{{/KINDS}}{{</kit/select}}
		{{<kit/file NAME="fichier" LABEL="Votre photo ou votre PDF" HINT="Une page entière, nette. JPEG, PNG ou PDF, 5 Mo au plus." ACCEPT="image/jpeg,image/png,application/pdf"/}}
		{{<kit/actions}}{{<kit/button LABEL="Ajouter"/}}<a class="govuk-link" href="{{BASE}}/{{CLAIM_ID}}">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
