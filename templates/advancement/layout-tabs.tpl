{{%AUTOESCAPE context="HTML"}}
{{! Views of one campaign: NOW names this one (vue, agents, actes). }}
<nav class="g-tabs" aria-label="Vues de la campagne">
	<a href="/avancements/{{CAMPAIGN_ID}}"[[?VUE]] aria-current="page"[[/VUE]]>Vue d’ensemble</a>
	<a href="/avancements/{{CAMPAIGN_ID}}/agents?liste=dus"[[?AGENTS]] aria-current="page"[[/AGENTS]]>Agents</a>
	<a href="/avancements/{{CAMPAIGN_ID}}/actes"[[?ACTES]] aria-current="page"[[/ACTES]]>Actes</a>
</nav>
