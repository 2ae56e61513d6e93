{{%AUTOESCAPE context="HTML"}}
{{! A line: KIND (missing, total). Body: one kit/row-title, then kit/td. }}
<tr role="row"[[?KIND]] class="g-row-[[KIND]]"[[/KIND]]>[[BODY]]</tr>
