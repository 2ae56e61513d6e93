{{%AUTOESCAPE context="HTML"}}
{{! The tabs above acts: ON = actes, parapheur, avancements. }}
<nav class="g-tabs" aria-label="Actes">
	<a href="/actes"[[?ACTES]] aria-current="page"[[/ACTES]]>Projets et actes</a>
	{{#CAN_ACTS_SIGN}}<a href="/parapheur"[[?PARAPHEUR]] aria-current="page"[[/PARAPHEUR]]>Parapheur</a>{{/CAN_ACTS_SIGN}}
	{{#CAN_ADVANCEMENT_RUN}}<a href="/avancements"[[?AVANCEMENTS]] aria-current="page"[[/AVANCEMENTS]]>Avancements</a>{{/CAN_ADVANCEMENT_RUN}}
</nav>
