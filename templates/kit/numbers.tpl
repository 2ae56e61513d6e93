{{%AUTOESCAPE context="HTML"}}
{{! Numbers to look at, side by side. Body: kit/number. }}
<ul class="g-numbers">[[BODY]]</ul>
