{{%AUTOESCAPE context="HTML"}}
{{! LABEL (of the column, said again on a phone), NUM. Body, in one element if it is more than text. }}
<td role="cell" class="govuk-table__cell[[?NUM]] govuk-table__cell--numeric[[/NUM]]" data-label="[[LABEL|]]">[[BODY]]</td>
