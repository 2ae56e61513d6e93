{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{NAME}}" NAV="demarches" DESCRIPTION="{{PURPOSE}}"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/demarches" LABEL="Toutes les démarches"/}}{{<kit/crumb HREF="/demarches?theme={{THEME:url_query_escape}}" LABEL="{{THEME_NAME}}"/}}{{<kit/crumb LABEL="{{NAME}}"/}}{{</kit/crumbs}}
	{{<kit/title TEXT="{{NAME}}" LEAD="{{PURPOSE}}"/}}
	{{#STATE_CODE_RETIRE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Cette démarche n’est plus proposée"}}<p>Sa fiche reste ici pour les demandes déjà déposées.</p>{{</kit/banner}}{{/STATE_CODE_RETIRE}}
	<div class="g-split">
		<div class="g-stack-l">
			{{#STATE_CODE_PUBLIE}}{{<kit/actions}}
				{{#HAS_PAGE_PATH}}{{<kit/button-link HREF="{{PAGE_PATH}}" LABEL="L’obtenir aussitôt"/}}<a class="govuk-link" href="/demarches/{{CODE}}/demande">Demander à un service</a>{{/HAS_PAGE_PATH}}
				{{#NO_PAGE_PATH}}{{<kit/button-link HREF="/demarches/{{CODE}}/demande" LABEL="Commencer la demande"/}}{{/NO_PAGE_PATH}}
				{{#IS_OPEN}}<a class="govuk-link" href="/sans-compte/{{CODE}}">Sans compte</a>{{/IS_OPEN}}
			{{</kit/actions}}{{/STATE_CODE_PUBLIE}}
			<section aria-labelledby="pieces"><h2 class="govuk-heading-l" id="pieces">Ce qu’il faut</h2>
				{{#HAS_PIECES}}<ul class="g-pieces">{{#PIECES}}<li>{{#IS_HELD}}{{<kit/icon NAME="done" SIZE="in"/}} {{LABEL}} <span class="g-note">déjà chez nous, on ne vous le demandera pas</span>{{/IS_HELD}}{{#NO_IS_HELD}}{{<kit/icon NAME="act" SIZE="in"/}} {{LABEL}}{{/NO_IS_HELD}}</li>{{/PIECES}}</ul>{{/HAS_PIECES}}
				{{#NO_PIECES}}<p class="govuk-body">Aucune pièce n’est demandée d’avance. S’il en faut une, le bureau vous la demandera une seule fois.</p>{{/NO_PIECES}}
			</section>
			<section aria-labelledby="regles"><h2 class="govuk-heading-l" id="regles">La fiche</h2>
				{{<kit/summary}}
					{{<kit/answer LABEL="Pour qui"}}{{AUDIENCE}}{{</kit/answer}}
					{{<kit/answer LABEL="Ce que vous recevez"}}{{#HAS_PRODUCES}}{{PRODUCES}}{{/HAS_PRODUCES}}{{#NO_PRODUCES}}à confirmer{{/NO_PRODUCES}}{{</kit/answer}}
					{{<kit/answer LABEL="Délai affiché"}}{{#IS_IMMEDIATE}}immédiat{{/IS_IMMEDIATE}}{{#NO_IS_IMMEDIATE}}{{#HAS_DAYS}}{{#HAS_DAYS_WORDS}}{{DAYS_WORDS}}&nbsp;: {{/HAS_DAYS_WORDS}}{{<kit/count N="DAYS" ONE="jour ouvrable" MANY="jours ouvrables"/}}{{/HAS_DAYS}}{{/NO_IS_IMMEDIATE}}{{#NO_DAYS}}<span class="g-note">à confirmer par le ministère</span>{{/NO_DAYS}}{{</kit/answer}}
					{{<kit/answer LABEL="Coût"}}{{#HAS_COST_FCFA}}{{COST_FCFA}} FCFA{{/HAS_COST_FCFA}}{{#NO_COST_FCFA}}<span class="g-note">à confirmer par le ministère</span>{{/NO_COST_FCFA}}{{</kit/answer}}
					{{<kit/answer LABEL="Où"}}{{#HAS_STRUCTURE_NAME}}<a class="govuk-link" href="/demarches?structure={{STRUCTURE:url_query_escape}}">{{STRUCTURE_NAME}}</a>{{/HAS_STRUCTURE_NAME}} <span class="g-note">{{STRUCTURE_WORDS}}</span>{{</kit/answer}}
					{{#HAS_SIGNATORY}}{{<kit/answer LABEL="Qui signe"}}{{SIGNATORY}}{{</kit/answer}}{{/HAS_SIGNATORY}}
					{{<kit/answer LABEL="Texte"}}{{#HAS_LEGAL_TEXT}}{{LEGAL_TEXT}}{{#HAS_LEGAL_DATE}}, {{LEGAL_DATE}}{{/HAS_LEGAL_DATE}}{{/HAS_LEGAL_TEXT}}{{#NO_LEGAL_TEXT}}<span class="g-note">à confirmer par le ministère</span>{{/NO_LEGAL_TEXT}}{{</kit/answer}}
				{{</kit/summary}}
				<p class="g-note g-mt">Fiche n° {{SHEET_REVISION}}, en vigueur depuis le {{SHEET_AT}}. Celle que vous voyez aujourd’hui sera gardée avec votre demande.</p>
			</section>
		</div>
		<aside class="g-stack" aria-label="Délais et papier">
			{{<kit/card ID="constat" TITLE="Ce que nous constatons"}}
				{{#HAS_DELAY}}{{#DELAY}}{{#HAS_MEDIAN_DAYS}}<p class="g-measure__big">{{MEDIAN_DAYS}} <small>jours ouvrables</small></p><p class="g-small">pour la moitié des dossiers.{{#HAS_P90_DAYS}} Un sur dix attend plus de <strong>{{P90_DAYS}} jours</strong>.{{/HAS_P90_DAYS}}{{#NO_P90_DAYS}} Un sur dix attend encore.{{/NO_P90_DAYS}}</p>{{/HAS_MEDIAN_DAYS}}{{#NO_MEDIAN_DAYS}}<p class="govuk-body">Plus de la moitié des dossiers sont encore ouverts : aucune durée ne peut être dite.</p>{{/NO_MEDIAN_DAYS}}<p class="g-note">{{<kit/count N="N" ONE="dossier" MANY="dossiers"/}} en 12 mois, dont {{N_OPEN}} encore ouverts. C’est un constat, pas une promesse.</p>{{/DELAY}}{{/HAS_DELAY}}
				{{#NO_DELAY}}<p class="g-note">Pas encore assez de dossiers pour le dire.</p>{{/NO_DELAY}}
				<p><a class="govuk-link" href="/delais">Tous les délais</a></p>
			{{</kit/card}}
			{{<kit/card ID="papier" TITLE="Sans internet" KIND="quiet"}}<p class="g-small">La même demande se dépose sur papier auprès du service, de la direction départementale ou d’un centre communal.</p>{{<kit/print LABEL="Imprimer cette fiche"/}}{{</kit/card}}
		</aside>
	</div>
</div>
{{</layout}}
