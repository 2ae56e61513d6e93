{{%AUTOESCAPE context="HTML"}}
{{! HREF, LABEL. }}
<a class="govuk-back-link" href="[[HREF]]">[[LABEL|Retour]]</a>
