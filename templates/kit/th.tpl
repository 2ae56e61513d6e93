{{%AUTOESCAPE context="HTML"}}
{{! Of a kit/head: LABEL, NUM="oui" (numbers, at the right), HIDE="oui" (heard only). }}
<th scope="col" role="columnheader" class="govuk-table__header[[?NUM]] govuk-table__header--numeric[[/NUM]]">[[?HIDE]]<span class="govuk-visually-hidden">[[LABEL]]</span>[[/HIDE]][[!HIDE]][[LABEL]][[/HIDE]]</th>
