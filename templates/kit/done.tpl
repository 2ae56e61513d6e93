{{%AUTOESCAPE context="HTML"}}
{{! The end of a procedure: a slip with its number. KIND, NUMBER, TITLE. Body: what happens next. }}
<section class="g-stub" aria-labelledby="fait"><div class="g-stub__tab"><p class="g-stub__kind">[[KIND|Récépissé]]</p><p class="g-stub__number">[[NUMBER]]</p><p>{{<kit/state KIND="done" LABEL="Enregistré"/}}</p></div><div class="g-stub__body g-stack"><h1 class="govuk-heading-l" id="fait">[[TITLE]]</h1>[[BODY]]</div></section>
