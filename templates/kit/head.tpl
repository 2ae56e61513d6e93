{{%AUTOESCAPE context="HTML"}}
{{! First line of a kit/table. Body: kit/th. }}
<thead role="rowgroup"><tr role="row">[[BODY]]</tr></thead>
