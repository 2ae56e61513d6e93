{{%AUTOESCAPE context="HTML"}}
{{! Buttons and links side by side. Body. }}
<div class="govuk-button-group">[[BODY]]</div>
