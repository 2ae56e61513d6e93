{{%AUTOESCAPE context="HTML"}}
{{! The kind of a file in words: KIND_CODE of the row. }}
{{#KIND_CODE_RETRAITE}}Retraite{{/KIND_CODE_RETRAITE}}{{#KIND_CODE_ANTICIPE}}Départ anticipé{{/KIND_CODE_ANTICIPE}}{{#KIND_CODE_INVALIDITE}}Invalidité{{/KIND_CODE_INVALIDITE}}{{#KIND_CODE_REVERSION}}Réversion{{/KIND_CODE_REVERSION}}
