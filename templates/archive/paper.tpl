{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Pièce numérisée" NAV="agents" WIDE="oui"}}
<div class="g-stack-l">
	<div class="g-no-print">{{<kit/back HREF="/agents/{{AGENT_ID}}/actes/{{ACT_ID}}" LABEL="Retour à l’acte"/}}</div>
	{{<kit/title TEXT="La pièce numérisée"/}}
	{{#PAPERS}}{{<archive/layout-viewer SRC="/agents/{{AGENT_ID}}/actes/{{ACT_ID}}/piece/{{SCAN_ID}}" HREF="/agents/{{AGENT_ID}}/actes/{{ACT_ID}}/piece/{{SCAN_ID}}"/}}{{/PAPERS}}
</div>
{{</layout}}
