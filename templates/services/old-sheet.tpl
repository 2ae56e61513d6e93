{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Fiche du {{AT}}" NAV="demarches"}}
<div class="g-stack-l g-narrow">
	{{<kit/back HREF="/demarches/{{CODE}}" LABEL="La fiche d’aujourd’hui"/}}
	{{<kit/title CAPTION="Fiche n° {{REVISION}}, telle qu’elle était affichée à partir du {{AT}}" TEXT="{{NAME}}"/}}
	{{<kit/summary}}{{#LINES}}{{<kit/answer LABEL="{{LABEL}}" VALUE="{{VALUE}}"/}}{{/LINES}}{{</kit/summary}}
</div>
{{</layout}}
