{{%AUTOESCAPE context="HTML"}}
{{! A kind of thing, never a state: LABEL. }}
<span class="g-tag">[[LABEL]]</span>
