{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Pension de réversion" NAV="{{HERE}}"}}
<div class="g-stack-l">
	{{#BY_HEIR}}{{<kit/title TEXT="Pension de réversion" LEAD="Après le décès d’un agent ou d’un retraité de l’État, sa famille peut demander une pension."/}}{{/BY_HEIR}}
	{{#AT_CENTRE}}{{<kit/title TEXT="Réversions prises ici" LEAD="Les demandes que vous avez prises pour quelqu’un. Il en reste seul maître : il en est prévenu sur son téléphone."/}}{{<pensioners/layout-tabs REVERSION="oui"/}}{{/AT_CENTRE}}
	{{#BY_HEIR}}<section class="g-card g-stack" aria-labelledby="faut"><h2 class="govuk-heading-m" id="faut">Ce qu’il vous faut</h2>
		{{<kit/checks}}<li>Le <strong>matricule</strong> du défunt (sur son bulletin ou son livret) et sa <strong>date de naissance</strong></li><li>L’<strong>acte de décès</strong>, en photo ou en PDF</li><li>Le nom et la date de naissance du conjoint et des enfants</li>{{</kit/checks}}
		<p class="g-note">Sans internet, un centre communal peut le faire avec vous.</p>
	</section>{{/BY_HEIR}}
	<p>{{<kit/button-link HREF="{{BASE}}/nouvelle" LABEL="Commencer une demande"/}}</p>
	<section aria-labelledby="miennes"><h2 class="govuk-heading-l" id="miennes">{{#BY_HEIR}}Mes demandes{{/BY_HEIR}}{{#AT_CENTRE}}Demandes prises{{/AT_CENTRE}}</h2>
		{{#HAS_ROWS}}<ul class="g-rows">{{#ROWS}}<li><a class="govuk-link" href="{{BASE}}/{{CLAIM_ID}}">{{NUMBER}}, après le décès de {{DECEASED_NAME}}</a> {{<pensioners/layout-claim-state/}}<br><span class="g-note">{{DESK}}, depuis le {{STATE_SINCE}}{{#HAS_DUE_ON}} ; réponse avant le {{DUE_ON}}{{/HAS_DUE_ON}}</span></li>{{/ROWS}}</ul>
		{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="{{BASE}}?page={{PREVIOUS:url_query_escape}}" NEXT="{{BASE}}?page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}{{/HAS_ROWS}}
		{{#NO_ROWS}}<p class="g-note">Aucune demande pour l’instant.</p>{{/NO_ROWS}}
	</section>
</div>
{{</layout}}
