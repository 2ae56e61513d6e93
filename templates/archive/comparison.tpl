{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Comparer deux lectures" NAV="archives" WIDE="oui"}}
<div class="g-stack">
	{{<kit/error-summary/}}
	{{<archive/layout-done/}}
	<div class="g-title-row"><h1 class="govuk-heading-l">Comparer deux lectures</h1><p class="g-note g-break">{{#HAS_LOT_NAME}}Lot « {{LOT_NAME}} », {{/HAS_LOT_NAME}}{{NAME}}</p></div>
	<div class="g-desk">
		{{<archive/layout-viewer SRC="/archives/pieces/{{SCAN_ID}}/pages"/}}
		<div class="g-stack">
		<p>{{DIFFER}} {{#MANY}}différences{{/MANY}}{{#ONE}}différence{{/ONE}}. Regardez la pièce, puis choisissez.</p>
		{{<kit/form ACTION="/archives/pieces/{{SCAN_ID}}/comparaison" CLASS="g-stack"}}
			<div{{#CHOIX_ERROR}} class="govuk-form-group govuk-form-group--error"{{/CHOIX_ERROR}} id="choix" tabindex="-1">{{#CHOIX_ERROR}}<p class="govuk-error-message"><span class="govuk-visually-hidden">Erreur :</span> {{CHOIX_ERROR_TEXT}}</p>{{/CHOIX_ERROR}}
			<ul class="g-rows">{{#DIFFERENCES}}<li><label class="govuk-label" for="choix-{{N}}"><strong>{{LABEL}}</strong></label>
				<dl class="g-versus"><div><dt>Première lecture</dt><dd>{{#HAS_FIRST}}{{FIRST}}{{/HAS_FIRST}}{{#NO_FIRST}}rien{{/NO_FIRST}}</dd></div><div><dt>Seconde lecture</dt><dd>{{#HAS_SECOND}}{{SECOND}}{{/HAS_SECOND}}{{#NO_SECOND}}rien{{/NO_SECOND}}</dd></div></dl>
				<select class="govuk-select" id="choix-{{N}}" name="choix"><option value="">Choisir</option><option value="{{PATH}}=1">Première : {{#HAS_FIRST}}{{FIRST}}{{/HAS_FIRST}}{{#NO_FIRST}}rien{{/NO_FIRST}}</option><option value="{{PATH}}=2">Seconde : {{#HAS_SECOND}}{{SECOND}}{{/HAS_SECOND}}{{#NO_SECOND}}rien{{/NO_SECOND}}</option></select></li>{{/DIFFERENCES}}</ul></div>
			{{<kit/select NAME="rejet" LABEL="Ou écarter la pièce" EMPTY="Non"}}{{<kit/option NAME="rejet" VALUE="illisible" LABEL="Illisible"/}}{{<kit/option NAME="rejet" VALUE="pas_un_acte" LABEL="Ce n’est pas un acte"/}}{{<kit/option NAME="rejet" VALUE="doublon" LABEL="Déjà numérisé"/}}{{<kit/option NAME="rejet" VALUE="agent_inconnu" LABEL="Agent absent du fichier du personnel"/}}{{</kit/select}}
			{{<kit/actions}}{{<kit/button LABEL="Décider et prendre la suivante" NAME="suite" VALUE="comparaison"/}}{{<kit/button LABEL="Décider et finir" KIND="secondary" NAME="suite" VALUE="fin"/}}{{</kit/actions}}
		{{</kit/form}}
		{{#HAS_AGREEMENTS}}{{<kit/details TITLE="Ce que les deux lectures disent pareil"}}<dl class="g-facts">{{#AGREEMENTS}}<div><dt>{{LABEL}}</dt><dd>{{VALUE}}</dd></div>{{/AGREEMENTS}}</dl>{{</kit/details}}{{/HAS_AGREEMENTS}}
		<div class="g-row">{{<kit/form ACTION="/archives/pieces/{{SCAN_ID}}/comparaison"}}<input type="hidden" name="refaire" value="oui"><button class="g-as-link" type="submit">Les deux sont fausses : faire ressaisir</button>{{</kit/form}}
		{{<kit/form ACTION="/archives/pieces/{{SCAN_ID}}/rendre"}}<button class="g-as-link" type="submit">Rendre cette pièce</button>{{</kit/form}}</div>
		</div>
	</div>
</div>
{{</layout}}
