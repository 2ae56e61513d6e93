{{%AUTOESCAPE context="HTML"}}
{{! Of a kit/sum: LABEL, NOTE (the rule and its source), VALUE. }}
<li><span>[[LABEL]][[?NOTE]] <small>[[NOTE]]</small>[[/NOTE]]</span> <b>[[VALUE]]</b></li>
