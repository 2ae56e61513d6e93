{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ma date probable de retraite" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Ma date probable de retraite"/}}
	{{<career/layout-no-agent/}}
	{{#AGENT}}
	{{<career/layout-tabs RETIREMENT="oui"/}}
	{{#HAS_LEFT_ON}}{{<kit/banner ICON="retirement" TITLE="Votre carrière a pris fin le {{LEFT_ON}}"}}<p>Un acte de votre dossier l’a fixé. Le calcul qui suit est gardé pour mémoire.</p>{{</kit/banner}}{{/HAS_LEFT_ON}}
	{{#NO_LEFT_ON}}{{#HAS_RETIREMENT_DATE}}<p class="g-lead">{{RETIREMENT_DATE}}{{#AHEAD}}, dans {{RETIREMENT_LAPSE}}{{/AHEAD}}. C’est un calcul, pas une décision : seul un acte fixe la date.</p>{{/HAS_RETIREMENT_DATE}}
	{{#NO_RETIREMENT_DATE}}<p class="g-lead">La date ne peut pas être calculée aujourd’hui. Voici ce qui est connu, et ce qui manque.</p>{{/NO_RETIREMENT_DATE}}{{/NO_LEFT_ON}}
	<div class="g-split">
		<div class="g-stack-l">
			<section aria-labelledby="calcul"><h2 class="govuk-heading-l" id="calcul">Le calcul, ligne par ligne</h2>
				<div class="g-card"><ol class="g-sum">{{#LINES}}<li><span>{{LABEL}}{{#LINE_CODE_SITUATION}} : {{VALUE}}{{/LINE_CODE_SITUATION}}{{#LINE_CODE_EFFET}} : {{VALUE}}{{/LINE_CODE_EFFET}}{{#LINE_CODE_INCONNU}} : {{VALUE}}{{/LINE_CODE_INCONNU}} <small>{{SOURCE}}{{#HAS_CERTAINTY_CODE}} – {{<career/layout-certainty OF="CERTAINTY_CODE"/}}{{/HAS_CERTAINTY_CODE}}{{#IS_DEMO}} – valeur de démonstration{{/IS_DEMO}}</small></span> {{#HAS_VALUE_DATE}}<b>{{VALUE_DATE}}</b>{{/HAS_VALUE_DATE}}{{#LINE_CODE_REGIME}}<b>{{VALUE}}</b>{{/LINE_CODE_REGIME}}{{#LINE_CODE_AGE}}<b>+ {{VALUE}}</b>{{/LINE_CODE_AGE}}{{#LINE_CODE_NAISSANCE}}{{#HAS_VALUE}}<b>{{VALUE}}</b>{{/HAS_VALUE}}{{/LINE_CODE_NAISSANCE}}</li>{{/LINES}}</ol></div>
				{{#SUM_DEMO}}<p class="g-note g-mt">« Valeur de démonstration » : aucun texte officiel n’a été vu pour cette ligne ; le ministère la remplacera par la règle et sa source.</p>{{/SUM_DEMO}}
			</section>
			{{#THIRTY}}{{<kit/banner KIND="you" ICON="alert" TITLE="Trente ans de service seront atteints avant : le {{VALUE_DATE}}"}}<p>Une règle de départ à trente ans de service est contestée depuis 2017. Elle est signalée ici, elle n’est pas appliquée. <span class="g-note">{{SOURCE}}</span></p>{{</kit/banner}}{{/THIRTY}}
			{{#EARLY}}{{<kit/banner ICON="info" TITLE="{{LABEL}} : {{#SINCE}}depuis le{{/SINCE}}{{#NO_SINCE}}le{{/NO_SINCE}} {{VALUE_DATE}}"}}<p>Rien ne se fait sans votre demande. <span class="g-note">{{SOURCE}}{{#HAS_CERTAINTY_CODE}} – {{<career/layout-certainty OF="CERTAINTY_CODE"/}}{{/HAS_CERTAINTY_CODE}}</span></p>{{</kit/banner}}{{/EARLY}}
		</div>
		{{<kit/card ID="change" TITLE="Ce qui peut changer cette date" KIND="quiet"}}
			<ul class="govuk-list govuk-list--bullet">
				<li>une date de naissance corrigée à l’état civil ;</li>
				<li>un changement de catégorie ou de statut ;</li>
				<li>une règle nouvelle : la règle en vigueur le jour de l’anniversaire est celle qui compte ;</li>
				<li>un acte de départ, qui l’emporte sur tout calcul.</li>
			</ul>
			<p><a class="govuk-link" href="/carriere/parcours">Vérifier mon parcours</a></p>
		{{</kit/card}}
	</div>
	{{/AGENT}}
</div>
{{</layout}}
