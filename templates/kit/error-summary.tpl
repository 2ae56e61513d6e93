{{%AUTOESCAPE context="HTML"}}
{{! First thing of <main> on a page with a form. TITLE. Markers: PROBLEMS, PROBLEM, PROBLEM_TEXT, PROBLEM_FIELD. }}
{{#PROBLEMS}}<div class="govuk-error-summary" role="alert" aria-labelledby="problemes" tabindex="-1" data-problems>
	<h2 class="govuk-error-summary__title" id="problemes">[[TITLE|Il y a un point à corriger]]</h2>
	<ul class="govuk-list govuk-error-summary__list">{{#PROBLEM}}<li><a href="#{{PROBLEM_FIELD}}">{{PROBLEM_TEXT}}</a></li>{{/PROBLEM}}</ul>
</div>{{/PROBLEMS}}
