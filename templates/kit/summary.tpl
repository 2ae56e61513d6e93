{{%AUTOESCAPE context="HTML"}}
{{! Answers to check, or a sheet. Body: kit/answer. }}
<dl class="govuk-summary-list">[[BODY]]</dl>
