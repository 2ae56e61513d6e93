{{%AUTOESCAPE context="HTML"}}
{{! The title of the page: TEXT, CAPTION (above), LEAD (below). }}
<div>[[?CAPTION]]<p class="govuk-caption-xl">[[CAPTION]]</p>[[/CAPTION]]<h1 class="govuk-heading-xl">[[TEXT]]</h1>[[?LEAD]]<p class="g-lead">[[LEAD]]</p>[[/LEAD]]</div>
