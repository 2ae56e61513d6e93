{{%AUTOESCAPE context="HTML"}}
{{! Of a kit/crumbs: LABEL, HREF (none: this page). }}
<li class="govuk-breadcrumbs__list-item"[[!HREF]] aria-current="page"[[/HREF]]>[[?HREF]]<a class="govuk-breadcrumbs__link" href="[[HREF]]">[[LABEL]]</a>[[/HREF]][[!HREF]][[LABEL]][[/HREF]]</li>
