{{%AUTOESCAPE context="HTML"}}
{{! Appears with the script; without it the browser's own menu prints. LABEL. }}
<button class="govuk-button govuk-button--secondary" type="button" data-print hidden>[[LABEL|Imprimer]]</button>
