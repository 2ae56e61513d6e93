{{%AUTOESCAPE context="HTML"}}
{{! Of a chart: KIND (c-a, c-b, c-missing, c-ring…), LABEL. }}
<li><svg viewBox="0 0 14 14" aria-hidden="true" focusable="false"><circle class="[[KIND]]" cx="7" cy="7" r="5"/></svg>[[LABEL]]</li>
