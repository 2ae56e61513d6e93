{{%AUTOESCAPE context="HTML"}}
{{! Folded text: TITLE, OPEN. Body. }}
<details class="govuk-details"[[?OPEN]] open[[/OPEN]]><summary class="govuk-details__summary"><span class="govuk-details__summary-text">[[TITLE]]</span></summary><div class="govuk-details__text g-stack">[[BODY]]</div></details>
