{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Pièce {{NAME}}" NAV="archives" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/archives" LABEL="Archives"/}}{{#HAS_LOT_ID}}{{<kit/crumb HREF="/archives/lots/{{LOT_ID}}" LABEL="{{LOT_NAME}}"/}}{{/HAS_LOT_ID}}{{#HAS_REPORT_ID}}{{<kit/crumb HREF="/archives/signalements/{{REPORT_ID}}" LABEL="Signalement {{REPORT_CODE}}"/}}{{/HAS_REPORT_ID}}{{<kit/crumb LABEL="{{NAME}}"/}}{{</kit/crumbs}}
	{{<kit/title CAPTION="Pièce numérisée" TEXT="{{#HAS_KIND_LABEL}}{{KIND_LABEL}}{{/HAS_KIND_LABEL}}{{#NO_KIND_LABEL}}{{NAME}}{{/NO_KIND_LABEL}}"/}}
	<p>{{<archive/layout-scan-state/}}</p>
	{{#REFUSED}}{{<kit/banner KIND="late" ICON="alert" TITLE="Ce fichier a été refusé"}}<p>{{WHY_TEXT}} Les autres fichiers du lot ne sont pas touchés.</p>{{</kit/banner}}{{/REFUSED}}
	<div class="g-desk">
		<div>{{#HAS_PAGES}}{{<archive/layout-viewer SRC="/archives/pieces/{{SCAN_ID}}/pages" HREF="/archives/pieces/{{SCAN_ID}}/original"/}}{{/HAS_PAGES}}{{#NO_PAGES}}{{<kit/empty TITLE="Aucune page à montrer" NOTE="Les images des pages sont faites après le contrôle du fichier."/}}{{/NO_PAGES}}</div>
		<div class="g-stack-l">
			{{<kit/summary}}
				{{#HAS_KIND_LABEL}}{{<kit/answer LABEL="Nature" VALUE="{{KIND_LABEL}}"/}}{{/HAS_KIND_LABEL}}
				{{#HAS_REFERENCE}}{{<kit/answer LABEL="Référence" VALUE="{{REFERENCE}}"/}}{{/HAS_REFERENCE}}
				{{#HAS_SIGNED_ON}}{{<kit/answer LABEL="Signée le" VALUE="{{SIGNED_ON}}"/}}{{/HAS_SIGNED_ON}}
				{{#HAS_REJECT_LABEL}}{{<kit/answer LABEL="Écartée" VALUE="{{REJECT_LABEL}}"/}}{{/HAS_REJECT_LABEL}}
				{{<kit/answer LABEL="Fichier" VALUE="{{NAME}}"/}}
				{{<kit/answer LABEL="Reçu" VALUE="{{SENT_AT}}"/}}
				{{#HAS_ENDED_AT}}{{<kit/answer LABEL="Terminé" VALUE="{{ENDED_AT}}"/}}{{/HAS_ENDED_AT}}
			{{</kit/summary}}
			{{#HAS_AGENTS}}<section class="g-stack" aria-labelledby="agents"><h2 class="govuk-heading-m" id="agents">Dans la carrière de</h2><ul class="g-rows">{{#AGENTS}}<li><strong>{{AGENT_NAME}}</strong>, matricule {{MATRICULE}}<br><span class="g-note">{{ACT_KIND_LABEL}}, effet le {{EFFECT_DATE}}</span></li>{{/AGENTS}}</ul></section>{{/HAS_AGENTS}}
			{{#HAS_CONTENT}}{{<kit/details TITLE="Le texte lu par la machine"}}<pre class="g-letter">{{CONTENT:pre_escape}}</pre>{{</kit/details}}{{/HAS_CONTENT}}
		</div>
	</div>
</div>
{{</layout}}
