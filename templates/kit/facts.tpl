{{%AUTOESCAPE context="HTML"}}
{{! Short facts, term above value: TIGHT. Body: kit/fact. }}
<dl class="g-facts[[?TIGHT]] g-facts--tight[[/TIGHT]]">[[BODY]]</dl>
