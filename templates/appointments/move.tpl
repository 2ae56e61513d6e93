{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Déplacer le rendez-vous {{TICKET}}" NAV="rendez-vous"}}
<div class="g-stack-l g-narrow">
	{{<kit/back HREF="/rendez-vous/ticket/{{TICKET}}" LABEL="Garder l’heure actuelle"/}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="{{DESK_NAME}}" TEXT="Déplacer mon rendez-vous" LEAD="Aujourd’hui prévu {{DAY_WORDS}} à {{AT_WORDS}}. Votre heure reste à vous tant que l’autre n’est pas prise."/}}
	{{<kit/form ACTION="/rendez-vous/ticket/{{TICKET}}/deplacer"}}
		{{<appointments/layout-week BASE="/rendez-vous/ticket/{{TICKET}}/deplacer"/}}
		{{#HAS_DAYS}}{{<kit/actions}}{{<kit/button LABEL="Prendre cette heure à la place"/}}{{</kit/actions}}{{/HAS_DAYS}}
	{{</kit/form}}
</div>
{{</layout}}
