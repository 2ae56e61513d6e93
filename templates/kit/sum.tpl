{{%AUTOESCAPE context="HTML"}}
{{! A result told line by line; the last line is the result. Body: kit/sum-line. }}
<ol class="g-sum">[[BODY]]</ol>
