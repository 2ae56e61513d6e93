{{%AUTOESCAPE context="HTML"}}
{{! TITLE, ID (of the title), KIND (you, late, quiet). Body. }}
<section class="g-card g-stack[[?KIND]] g-card--[[KIND]][[/KIND]]" aria-labelledby="[[ID]]"><h2 class="govuk-heading-m" id="[[ID]]">[[TITLE]]</h2>[[BODY]]</section>
