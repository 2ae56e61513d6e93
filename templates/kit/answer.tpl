{{%AUTOESCAPE context="HTML"}}
{{! Of a kit/summary: LABEL, VALUE (or a body), HREF (to change it), OF ("le matricule": said after Changer). }}
<div class="govuk-summary-list__row[[!HREF]] govuk-summary-list__row--no-actions[[/HREF]]"><dt class="govuk-summary-list__key">[[LABEL]]</dt><dd class="govuk-summary-list__value">[[?VALUE]][[VALUE]][[/VALUE]][[?BODY]][[BODY]][[/BODY]]</dd>[[?HREF]]<dd class="govuk-summary-list__actions"><a class="govuk-link" href="[[HREF]]">[[CHANGE|Changer]][[?OF]]<span class="govuk-visually-hidden"> [[OF]]</span>[[/OF]]</a></dd>[[/HREF]]</div>
