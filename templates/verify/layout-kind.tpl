{{%AUTOESCAPE context="HTML"}}
{{! What a sealed document is: markers of a row of verify_api.search. }}
{{#TYPE_CODE_ACTE}}Acte{{/TYPE_CODE_ACTE}}{{#TYPE_CODE_COPIE}}Copie d’un acte, pour un agent{{/TYPE_CODE_COPIE}}{{#TYPE_CODE_CERTIFICAT}}Attestation{{/TYPE_CODE_CERTIFICAT}}
