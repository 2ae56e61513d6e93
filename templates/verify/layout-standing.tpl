{{%AUTOESCAPE context="HTML"}}
{{! The state of a document in words and shape: markers of a row of verify_api.search. }}
{{#STATE_CODE_EN_VIGUEUR}}{{<kit/state KIND="done" LABEL="En vigueur"/}}{{/STATE_CODE_EN_VIGUEUR}}{{#STATE_CODE_REMPLACE}}{{<kit/state KIND="rejected" LABEL="Remplacé"/}}{{/STATE_CODE_REMPLACE}}{{#STATE_CODE_ANNULE}}{{<kit/state KIND="rejected" LABEL="Annulé"/}}{{/STATE_CODE_ANNULE}}{{#STATE_CODE_EXPIRE}}{{<kit/state KIND="rejected" LABEL="Expiré"/}}{{/STATE_CODE_EXPIRE}}
