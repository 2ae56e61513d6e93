{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{LABEL}} – {{NUMBER}}" NAV="corbeilles"}}
{{<requests/layout-piece/}}
{{</layout}}
