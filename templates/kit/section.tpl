{{%AUTOESCAPE context="HTML"}}
{{! TITLE, ID, LINK and HREF (at the right of the title). Body. }}
<section aria-labelledby="[[ID]]"><div class="g-title-row"><h2 class="govuk-heading-l g-anchor" id="[[ID]]">[[TITLE]]</h2>[[?LINK]]<a class="govuk-link g-small" href="[[HREF]]">[[LINK]]</a>[[/LINK]]</div>[[BODY]]</section>
