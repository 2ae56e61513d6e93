{{%AUTOESCAPE context="HTML"}}
{{! Le fil, every history: TIGHT. Body: kit/knot. }}
<ol class="g-thread[[?TIGHT]] g-thread--tight[[/TIGHT]]">[[BODY]]</ol>
