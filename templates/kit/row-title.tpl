{{%AUTOESCAPE context="HTML"}}
{{! What the line is about: HREF (with LABEL), or a body. }}
<th scope="row" role="rowheader" class="govuk-table__header">[[?HREF]]<a class="govuk-link" href="[[HREF]]">[[LABEL]]</a>[[/HREF]][[?BODY]][[BODY]][[/BODY]]</th>
