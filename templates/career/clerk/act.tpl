{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Acte d’un dossier" NAV="agents"}}
<div class="g-stack-l">
	<div class="g-no-print">{{<kit/back HREF="/agents/{{AGENT_ID}}" LABEL="Dossier de {{GIVEN_NAMES}} {{FAMILY_NAME}}"/}}</div>
	{{<kit/title CAPTION="{{GIVEN_NAMES}} {{FAMILY_NAME}}, matricule {{MATRICULE}}" TEXT="{{KIND_LABEL}}"/}}
	{{<kit/stub LABEL="L’acte" KIND="Référence" LONG="oui" NUMBER="{{#HAS_REFERENCE}}{{REFERENCE}}{{/HAS_REFERENCE}}{{#NO_REFERENCE}}sans référence{{/NO_REFERENCE}}" FOOT="{{PROOF_LABEL}}{{#HAS_STATE_LABEL}} – {{STATE_LABEL}}{{/HAS_STATE_LABEL}}"}}
		{{<kit/facts}}
			{{<kit/fact LABEL="Signé le" VALUE="{{#HAS_SIGNED_ON}}{{SIGNED_ON}}{{/HAS_SIGNED_ON}}{{#NO_SIGNED_ON}}Date non connue{{/NO_SIGNED_ON}}" NOTE="{{#HAS_SIGNATORY}}par {{SIGNATORY}}{{/HAS_SIGNATORY}}"/}}
			{{<kit/fact LABEL="Émis par" VALUE="{{#HAS_ISSUER_NAME}}{{ISSUER_NAME}}{{/HAS_ISSUER_NAME}}{{#NO_ISSUER_NAME}}Non connu{{/NO_ISSUER_NAME}}"/}}
			{{#HAS_SUBJECT}}{{<kit/fact LABEL="Objet" VALUE="{{SUBJECT}}"/}}{{/HAS_SUBJECT}}
			{{<kit/fact LABEL="Lignes de l’acte" VALUE="{{LINES}}"/}}
		{{</kit/facts}}
	{{</kit/stub}}
	{{<kit/section ID="ligne" TITLE="Ce qu’il dit de cet agent"}}
		{{#LIGNES}}{{<kit/summary}}
			{{<kit/answer LABEL="Effet" VALUE="{{EFFECT_DATE}}{{#HAS_END_DATE}}, jusqu’au {{END_DATE}}{{/HAS_END_DATE}}"/}}
			{{#HAS_AFTER_GRADE}}{{<kit/answer LABEL="Grade" VALUE="{{#HAS_BEFORE_GRADE}}{{BEFORE_GRADE}} → {{/HAS_BEFORE_GRADE}}{{AFTER_GRADE}}"/}}{{/HAS_AFTER_GRADE}}
			{{#HAS_AFTER_INDEX}}{{<kit/answer LABEL="Indice" VALUE="{{#HAS_BEFORE_INDEX}}{{BEFORE_INDEX}} → {{/HAS_BEFORE_INDEX}}{{AFTER_INDEX}}"/}}{{/HAS_AFTER_INDEX}}
			{{#HAS_AFTER_STATUS}}{{<kit/answer LABEL="Statut" VALUE="{{#HAS_BEFORE_STATUS}}{{BEFORE_STATUS}} → {{/HAS_BEFORE_STATUS}}{{AFTER_STATUS}}"/}}{{/HAS_AFTER_STATUS}}
			{{#HAS_AFTER_CORPS}}{{<kit/answer LABEL="Corps" VALUE="{{#HAS_BEFORE_CORPS}}{{BEFORE_CORPS}} → {{/HAS_BEFORE_CORPS}}{{AFTER_CORPS}}"/}}{{/HAS_AFTER_CORPS}}
			{{#HAS_AFTER_POSITION}}{{<kit/answer LABEL="Position" VALUE="{{#HAS_BEFORE_POSITION}}{{BEFORE_POSITION}} → {{/HAS_BEFORE_POSITION}}{{AFTER_POSITION}}"/}}{{/HAS_AFTER_POSITION}}
			{{#HAS_AFTER_STRUCTURE}}{{<kit/answer LABEL="Structure" VALUE="{{#HAS_BEFORE_STRUCTURE}}{{BEFORE_STRUCTURE}} → {{/HAS_BEFORE_STRUCTURE}}{{AFTER_STRUCTURE}}"/}}{{/HAS_AFTER_STRUCTURE}}
			{{#HAS_NOTE}}{{<kit/answer LABEL="Mention" VALUE="{{NOTE}}"/}}{{/HAS_NOTE}}
		{{</kit/summary}}{{/LIGNES}}
	{{</kit/section}}
	{{#HAS_AUTRES}}{{<kit/section ID="autres" TITLE="Les autres agents de cet acte"}}
		{{<kit/table CAPTION="Autres agents de cet acte, dans vos structures" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Nom et prénoms"/}}{{<kit/th LABEL="Matricule"/}}{{<kit/th LABEL="Effet"/}}{{<kit/th LABEL="Grade accordé"/}}{{<kit/th LABEL="Structure"/}}{{</kit/head}}
			{{<kit/rows}}{{#AUTRES}}{{<kit/row}}
				{{<kit/row-title HREF="/agents/{{AGENT_ID}}" LABEL="{{FAMILY_NAME}} {{GIVEN_NAMES}}"/}}
				{{<kit/td LABEL="Matricule"}}<span class="g-num">{{MATRICULE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Effet"}}<span class="g-num">{{EFFECT_DATE}}</span>{{</kit/td}}
				{{<kit/td LABEL="Grade"}}{{#HAS_AFTER_GRADE}}{{AFTER_GRADE}}{{/HAS_AFTER_GRADE}}{{</kit/td}}
				{{<kit/td LABEL="Structure"}}{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{</kit/td}}
			{{</kit/row}}{{/AUTRES}}{{</kit/rows}}
		{{</kit/table}}
		<p class="g-note">Cinquante lignes au plus sont montrées. Ouvrir un de ces dossiers demandera un motif.</p>
	{{</kit/section}}{{/HAS_AUTRES}}
	{{#HAS_UNREACHABLE}}<p class="govuk-body">Lignes d’agents de structures que vous ne servez pas : {{UNREACHABLE}}. Elles ne vous sont pas montrées.</p>{{/HAS_UNREACHABLE}}
	{{#PAPER}}<p><a class="govuk-link" href="/agents/{{AGENT_ID}}/actes/{{ACT_ID}}/piece">Voir la pièce numérisée</a></p>{{/PAPER}}
	{{<kit/actions}}{{<kit/print/}}{{</kit/actions}}
</div>
{{</layout}}
