{{%AUTOESCAPE context="HTML"}}
{{! Things that are so, ticked. Body: <li>. }}
<ul class="g-checks">[[BODY]]</ul>
