{{%AUTOESCAPE context="HTML"}}
{{! Where we are. Body: kit/crumb, from the widest. Stands before the title. }}
<nav class="govuk-breadcrumbs" aria-label="Fil d’Ariane"><ol class="govuk-breadcrumbs__list">[[BODY]]</ol></nav>
