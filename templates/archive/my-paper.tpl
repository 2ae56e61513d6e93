{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Pièce numérisée" NAV="carriere" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/carriere" LABEL="Ma carrière"/}}{{<kit/crumb HREF="/carriere/actes" LABEL="Mes actes"/}}{{<kit/crumb HREF="/carriere/actes/{{ACT_ID}}" LABEL="{{KIND_LABEL}}"/}}{{<kit/crumb LABEL="Pièce"/}}{{</kit/crumbs}}
	{{<kit/title CAPTION="{{KIND_LABEL}}{{#HAS_SIGNED_ON}}, signé le {{SIGNED_ON}}{{/HAS_SIGNED_ON}}" TEXT="La pièce numérisée"/}}
	{{#PAPERS}}{{<archive/layout-viewer SRC="/carriere/actes/{{ACT_ID}}/piece/{{SCAN_ID}}" HREF="/carriere/actes/{{ACT_ID}}/piece/{{SCAN_ID}}"/}}{{/PAPERS}}
	<p><a class="govuk-link" href="/carriere/signalements/nouveau?acte={{ACT_ID:url_query_escape}}&amp;quoi=illisible">Signaler une pièce illisible ou fausse</a></p>
</div>
{{</layout}}
