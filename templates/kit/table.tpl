{{%AUTOESCAPE context="HTML"}}
{{! Folds into labelled lines on a phone. CAPTION, HIDE="oui" (caption heard only). Body: kit/head, then <tbody role="rowgroup"> of rows. }}
<table class="govuk-table g-fold" role="table"><caption class="[[?HIDE]]govuk-visually-hidden[[/HIDE]][[!HIDE]]govuk-table__caption govuk-table__caption--m[[/HIDE]]">[[CAPTION]]</caption>[[BODY]]</table>
