{{%AUTOESCAPE context="HTML"}}
{{! The search of files: what is typed travels in the body, never in an address. }}
<form class="g-filters g-no-print" method="post" role="search" action="/pensions/recherche" aria-label="Chercher un dossier" novalidate>
	<input type="hidden" name="_jeton" value="{{CSRF}}"><input type="hidden" name="_cle" value="{{KEY}}">
	<div class="govuk-form-group{{#Q_ERROR}} govuk-form-group--error{{/Q_ERROR}}"><label class="govuk-label" for="q">Nom, matricule ou numéro de dossier</label>{{#Q_ERROR}}<p class="govuk-error-message" id="q-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{Q_ERROR_TEXT}}</p>{{/Q_ERROR}}<input class="govuk-input" id="q" name="q" type="search" value="{{Q_VALUE}}" maxlength="60" autocomplete="off" spellcheck="false"{{#Q_ERROR}} aria-describedby="q-erreur" aria-invalid="true"{{/Q_ERROR}}></div>
	<div class="govuk-button-group"><button class="govuk-button govuk-button--secondary" type="submit">Chercher</button></div>
</form>
