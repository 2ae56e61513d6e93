{{%AUTOESCAPE context="HTML"}}
{{! Of a kit/select: NAME (of the select), VALUE, LABEL. }}
<option value="[[VALUE]]"{{#[[^NAME]]_[[^VALUE]]_ON}} selected{{/[[^NAME]]_[[^VALUE]]_ON}}>[[LABEL]]</option>
