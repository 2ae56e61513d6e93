{{%AUTOESCAPE context="HTML"}}
{{! A passage set apart. Body. }}
<div class="g-inset">[[BODY]]</div>
