{{%AUTOESCAPE context="HTML"}}
{{! Heads of the columns of layout-file-row. }}
{{<kit/head}}{{<kit/th LABEL="Agent"/}}{{<kit/th LABEL="Départ"/}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Étape"/}}{{<kit/th LABEL="Échéance"/}}{{</kit/head}}
