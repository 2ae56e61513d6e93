{{%AUTOESCAPE context="HTML"}}
{{! Links to views of the same thing: LABEL. Body: kit/tab. }}
<nav class="g-tabs" aria-label="[[LABEL]]">[[BODY]]</nav>
