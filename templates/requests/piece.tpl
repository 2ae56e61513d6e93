{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{LABEL}} – {{NUMBER}}" NAV="demandes"}}
{{<requests/layout-piece/}}
{{</layout}}
