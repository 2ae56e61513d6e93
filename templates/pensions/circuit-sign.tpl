{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Concessions à signer" NAV="pensions" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/crumbs}}{{<kit/crumb HREF="/pensions" LABEL="Pensions"/}}{{<kit/crumb LABEL="Concessions à signer"/}}{{</kit/crumbs}}
	{{<kit/title TEXT="Concessions à signer" LEAD="Les dossiers contrôlés, l’échéance la plus proche d’abord."/}}
	{{#NO_WAITING}}{{<kit/empty TITLE="Rien n’attend votre signature" NOTE="Un dossier dont vous êtes le bénéficiaire, ou auquel vous avez déjà donné un accord, ne vient jamais ici." ICON="done"/}}{{/NO_WAITING}}
	{{#HAS_WAITING}}{{<kit/form ACTION="/pensions/signature" CLASS="g-stack"}}
		{{#DOSSIERS_ERROR}}<p class="govuk-error-message">{{DOSSIERS_ERROR_TEXT}}</p>{{/DOSSIERS_ERROR}}
		{{<kit/batch}}{{<kit/button LABEL="Signer les concessions cochées"/}}{{</kit/batch}}
		{{<kit/table CAPTION="Concessions en attente" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Choisir" HIDE="oui"/}}{{<kit/th LABEL="Agent"/}}{{<kit/th LABEL="Dossier"/}}{{<kit/th LABEL="Départ"/}}{{<kit/th LABEL="Contrôlé par"/}}{{<kit/th LABEL="Échéance"/}}{{<kit/th LABEL="Par mois" NUM="oui"/}}{{</kit/head}}
			{{<kit/rows}}{{#WAITING}}{{<kit/row}}
				{{<kit/td}}{{<kit/tick NAME="dossiers" VALUE="{{TICK}}" OF="{{NAME}}"/}}{{</kit/td}}
				{{<kit/row-title}}<span><a class="govuk-link" href="/pensions/dossiers/{{FILE_ID}}/circuit">{{NAME}}</a> <small class="g-num">{{MATRICULE}}</small>{{#IS_AUTOMATIC}}<span class="g-finding">liquidé par le portail</span>{{/IS_AUTOMATIC}}{{#IS_DEMO}}<span class="g-finding">valeur de démonstration</span>{{/IS_DEMO}}</span>{{</kit/row-title}}
				{{<kit/td LABEL="Dossier"}}<span class="g-num">{{NUMBER}}</span>{{</kit/td}}
				{{<kit/td LABEL="Départ"}}<span class="g-num">{{LEAVE_ON}}</span>{{</kit/td}}
				{{<kit/td LABEL="Contrôlé par"}}{{CONTROLLED_BY}}{{</kit/td}}
				{{<kit/td LABEL="Échéance"}}<span class="g-num">{{#IS_LATE}}<strong>{{DUE_ON}}, dépassée</strong>{{/IS_LATE}}{{#NO_IS_LATE}}{{DUE_ON}}{{/NO_IS_LATE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Par mois" NUM="oui"}}<span class="g-num">{{PENSION_FCFA}}</span>{{</kit/td}}
			{{</kit/row}}{{/WAITING}}{{</kit/rows}}
		{{</kit/table}}
		<p class="g-note">Chaque case vaut pour le calcul affiché aujourd’hui : un dossier recalculé entre-temps n’est pas signé. Signer demande votre mot de passe et votre code, donnés il y a moins de dix minutes{{#FRESH}} : c’est fait.{{/FRESH}}{{#NO_FRESH}} : <a class="govuk-link" href="/compte/preuve?suite=/pensions/signature">les donner maintenant</a>.{{/NO_FRESH}}</p>
	{{</kit/form}}{{/HAS_WAITING}}
</div>
{{</layout}}
