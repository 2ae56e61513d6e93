{{%AUTOESCAPE context="HTML"}}
{{! Of a kit/facts: LABEL, VALUE, NOTE. }}
<div><dt>[[LABEL]]</dt><dd>[[VALUE]][[?NOTE]] <small>[[NOTE]]</small>[[/NOTE]]</dd></div>
