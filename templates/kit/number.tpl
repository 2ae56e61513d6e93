{{%AUTOESCAPE context="HTML"}}
{{! Of a kit/numbers: VALUE, LABEL, HREF (the rows that make it), NOTE (sample, period), KIND (late, you). }}
<li class="g-number[[?KIND]] g-number--[[KIND]][[/KIND]]"><strong>[[VALUE]]</strong> [[?HREF]]<a class="govuk-link" href="[[HREF]]">[[LABEL]]</a>[[/HREF]][[!HREF]][[LABEL]][[/HREF]][[?NOTE]] <small>[[NOTE]]</small>[[/NOTE]]</li>
