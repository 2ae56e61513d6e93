{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Demande {{NUMBER}}" NAV="{{HERE}}"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/crumbs}}{{<kit/crumb HREF="{{BASE}}" LABEL="Pension de réversion"/}}{{<kit/crumb LABEL="{{NUMBER}}"/}}{{</kit/crumbs}}
	{{<kit/title CAPTION="Pension de réversion" TEXT="Après le décès de {{DECEASED_NAME}}"/}}
	<section class="g-stub" aria-label="Où en est la demande">
		<div class="g-stub__tab"><p class="g-stub__kind">Demande</p><p class="g-stub__number g-stub__number--long">{{NUMBER}}</p><p>{{<pensioners/layout-claim-state/}}</p><p class="g-stub__foot">{{#HAS_FILED_ON}}Envoyée le {{FILED_ON}}{{/HAS_FILED_ON}}{{#NO_FILED_ON}}Commencée le {{MADE_ON}}{{/NO_FILED_ON}}</p></div>
		<div class="g-stub__body g-stack">
			<h2 class="govuk-heading-m">{{#EDITING}}C’est à {{#BY_HEIR}}vous{{/BY_HEIR}}{{#AT_CENTRE}}lui{{/AT_CENTRE}}{{/EDITING}}{{#FOLLOWING}}{{DESK}}{{/FOLLOWING}}</h2>
			<p>{{NEXT_WORDS}}</p>
			{{#HAS_DUE_ON}}<p class="g-note">{{#IS_LATE}}<strong>Le délai est dépassé depuis le {{DUE_ON}}.</strong>{{/IS_LATE}}{{#NO_IS_LATE}}Réponse au plus tard le <strong>{{DUE_ON}}</strong> ({{DAYS}} jours ouvrables, valeur de démonstration).{{/NO_IS_LATE}}</p>{{/HAS_DUE_ON}}
			{{<kit/facts}}{{<kit/fact LABEL="Défunt" VALUE="{{DECEASED_NAME}}" NOTE="matricule {{MATRICULE}}"/}}{{<kit/fact LABEL="Décès" VALUE="{{DIED_ON}}" NOTE="{{#IS_IN_SERVICE}}en activité{{/IS_IN_SERVICE}}{{#NO_IS_IN_SERVICE}}à la retraite{{/NO_IS_IN_SERVICE}}"/}}{{<kit/fact LABEL="Demande faite par" VALUE="{{CLAIMANT_NAME}}" NOTE="{{#ORIGIN_CODE_CENTRE}}dans un centre communal{{/ORIGIN_CODE_CENTRE}}"/}}{{</kit/facts}}
		</div>
	</section>
	{{#HAS_ASKED}}{{#STATE_CODE_INCOMPLET}}<section class="g-card g-card--you g-stack" aria-labelledby="manque"><h2 class="govuk-heading-m" id="manque">Ce qu’on vous demande</h2><p class="g-letter">{{ASKED:pre_escape}}</p><p class="g-note">Ajoutez ce qui manque plus bas, puis envoyez de nouveau.</p></section>{{/STATE_CODE_INCOMPLET}}{{/HAS_ASKED}}
	{{#STATE_CODE_REJETE}}<section class="g-card g-stack" aria-labelledby="decision"><h2 class="govuk-heading-m" id="decision">La décision</h2><p><strong>{{REASON_LABEL}}.</strong></p><p class="g-letter">{{EXPLANATION:pre_escape}}</p>{{<kit/inset}}<p><strong>Ce que vous pouvez faire.</strong> {{REMEDY}}</p>{{</kit/inset}}</section>{{/STATE_CODE_REJETE}}
	<section aria-labelledby="survivants" class="g-stack"><h2 class="govuk-heading-l g-anchor" id="survivants">1. Qui reste</h2>
		{{#HAS_SURVIVORS}}<ul class="g-rows">{{#SURVIVORS}}<li>{{<pensioners/layout-survivor/}}{{#EDITING}}{{<kit/form ACTION="{{BASE}}/{{CLAIM_ID}}/survivant/{{SURVIVOR_ID}}/retirer" CLASS="g-undo"}}<button type="submit">Enlever<span class="govuk-visually-hidden"> {{GIVEN_NAMES}} {{FAMILY_NAME}}</span></button>{{</kit/form}}{{/EDITING}}</li>{{/SURVIVORS}}</ul>{{/HAS_SURVIVORS}}
		{{#NO_SURVIVORS}}<p class="g-note">Personne n’est encore inscrit. Il faut au moins un conjoint ou un enfant.</p>{{/NO_SURVIVORS}}
		{{#EDITING}}{{#MORE_SURVIVORS}}<p>{{<kit/button-link HREF="{{BASE}}/{{CLAIM_ID}}/survivant" LABEL="Ajouter un conjoint ou un enfant" KIND="secondary"/}}</p>{{/MORE_SURVIVORS}}{{/EDITING}}
	</section>
	<section aria-labelledby="papiers" class="g-stack"><h2 class="govuk-heading-l g-anchor" id="papiers">2. Les papiers</h2>
		{{#HAS_PAPERS}}<ul class="g-rows">{{#PAPERS}}<li><a class="govuk-link" href="{{BASE}}/{{CLAIM_ID}}/papier/{{CLAIM_PAPER_ID}}">{{LABEL}}</a><br><span class="g-note">ajouté le {{ADDED_ON}}</span>{{#EDITING}}{{<kit/form ACTION="{{BASE}}/{{CLAIM_ID}}/papier/{{CLAIM_PAPER_ID}}/retirer" CLASS="g-undo"}}<button type="submit">Enlever<span class="govuk-visually-hidden"> {{LABEL}}</span></button>{{</kit/form}}{{/EDITING}}</li>{{/PAPERS}}</ul>{{/HAS_PAPERS}}
		{{#NO_HAS_DEATH_PAPER}}<p class="g-note">Il faut au moins l’acte de décès.</p>{{/NO_HAS_DEATH_PAPER}}
		{{#EDITING}}<p>{{<kit/button-link HREF="{{BASE}}/{{CLAIM_ID}}/papier" LABEL="Ajouter un papier" KIND="secondary"/}}</p>{{/EDITING}}
	</section>
	{{#EDITING}}<section aria-labelledby="envoi" class="g-stack g-narrow"><h2 class="govuk-heading-l" id="envoi">3. {{#STATE_CODE_INCOMPLET}}Renvoyer{{/STATE_CODE_INCOMPLET}}{{#STATE_CODE_BROUILLON}}Envoyer{{/STATE_CODE_BROUILLON}}</h2>
		{{<kit/form ACTION="{{BASE}}/{{CLAIM_ID}}/envoyer"}}
			{{#STATE_CODE_INCOMPLET}}{{<kit/textarea NAME="reponse" LABEL="Un mot au service des pensions" ROWS="2" OPTIONAL="oui"/}}{{/STATE_CODE_INCOMPLET}}
			{{<kit/checkbox NAME="accord" LABEL="J’ai relu. Ce qui est écrit ici est vrai." HINT="Les contacts du défunt seront prévenus de cette demande."/}}
			{{<kit/actions}}{{<kit/button LABEL="Envoyer la demande"/}}{{</kit/actions}}
		{{</kit/form}}
		{{#STATE_CODE_BROUILLON}}{{<kit/details TITLE="Abandonner cette demande"}}{{<kit/form ACTION="{{BASE}}/{{CLAIM_ID}}/effacer"}}<p>Elle n’a été envoyée à personne : tout sera effacé.</p>{{<kit/button LABEL="Effacer" KIND="warning"/}}{{</kit/form}}{{</kit/details}}{{/STATE_CODE_BROUILLON}}
	</section>{{/EDITING}}
	{{<pensioners/layout-shares/}}
	<section aria-labelledby="chemin"><h2 class="govuk-heading-l" id="chemin">Le chemin de la demande</h2>
		<ol class="g-thread">{{#FOLLOWING}}{{#STATE_CODE_RECU}}<li class="g-thread__item g-thread__item--now"><p class="g-thread__when">depuis le {{STATE_SINCE}}</p><p class="g-thread__what">Le service des pensions lit la demande</p></li>{{/STATE_CODE_RECU}}{{/FOLLOWING}}{{#THREAD}}<li class="g-thread__item"><p class="g-thread__when">{{AT}}</p><p class="g-thread__what">{{WHAT}}</p>{{#HAS_NOTE}}<div class="g-quote{{#SIDE_CODE_VOUS}} g-quote--mine{{/SIDE_CODE_VOUS}}">{{NOTE}}</div>{{/HAS_NOTE}}</li>{{/THREAD}}</ol>
		<div class="g-mt-l">{{<kit/print/}}</div>
	</section>
</div>
{{</layout}}
