{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ligne de {{NAME}}" NAV="actes"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/actes/{{DRAFT_ID}}#agents" LABEL="{{SUBJECT}}"/}}
	{{<kit/title CAPTION="Ligne {{LINE_NO}}, matricule {{MATRICULE}}" TEXT="{{NAME}}"/}}
	{{#HAS_BEFORE_GRADE}}<p class="govuk-body">Grade avant l’effet, d’après sa carrière : <strong class="g-num">{{BEFORE_GRADE}}</strong></p>{{/HAS_BEFORE_GRADE}}
	{{<kit/form ACTION="/actes/{{DRAFT_ID}}/lignes/{{DRAFT_LINE_ID}}" CLASS="g-stack"}}
		{{<kit/date NAME="effet" LABEL="Date d’effet"/}}
		{{<acts/layout-line-fields/}}
		{{#ASKS_STEP}}{{#HAS_AFTER_CATEGORY}}<input type="hidden" name="categorie" value="{{AFTER_CATEGORY}}">{{/HAS_AFTER_CATEGORY}}<input type="hidden" name="echelle" value="{{ECHELLE_VALUE}}">{{/ASKS_STEP}}
		{{<kit/actions}}{{<kit/button LABEL="Enregistrer"/}}<a class="govuk-link" href="/actes/{{DRAFT_ID}}#agents">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
	{{<kit/form ACTION="/actes/{{DRAFT_ID}}/lignes/{{DRAFT_LINE_ID}}/retirer"}}{{<kit/button LABEL="Retirer cet agent de l’acte" KIND="warning"/}}{{</kit/form}}
</div>
{{</layout}}
