{{%AUTOESCAPE context="HTML"}}
{{! The lines of a kit/table. Body: a section of kit/row. }}
<tbody role="rowgroup">[[BODY]]</tbody>
