{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ma situation à une date" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Ma situation à une date" LEAD="Votre grade, votre position et votre structure un jour donné, tels que vos actes les disent."/}}
	{{<career/layout-no-agent/}}
	{{#AGENT}}
	{{<career/layout-tabs DAY="oui"/}}
	<form class="g-narrow" method="get" action="/carriere/situation">{{<kit/date NAME="le" LABEL="Quel jour ?"/}}{{<kit/button LABEL="Voir ma situation"/}}</form>
	{{#SITUATION}}<section class="g-stack" aria-labelledby="jour"><h2 class="govuk-heading-l" id="jour">Le {{DAY}}</h2>
		{{#AHEAD}}{{<kit/inset}}<p>Ce jour est à venir : voici ce qui vaudra si aucun autre acte n’est pris d’ici là.</p>{{</kit/inset}}{{/AHEAD}}
		<dl class="govuk-summary-list">
			{{<kit/answer LABEL="Statut"}}{{#HAS_STATUS_LABEL}}{{STATUS_LABEL}}{{/HAS_STATUS_LABEL}}{{#NO_STATUS_LABEL}}non connu{{/NO_STATUS_LABEL}}{{</kit/answer}}
			{{<kit/answer LABEL="Corps"}}{{#HAS_CORPS_NAME}}{{CORPS_NAME}}{{/HAS_CORPS_NAME}}{{#NO_CORPS_NAME}}non connu{{/NO_CORPS_NAME}}{{</kit/answer}}
			{{<kit/answer LABEL="Grade"}}{{#HAS_GRADE}}<span class="g-num">{{GRADE}}</span> – catégorie {{CATEGORY}}{{#HAS_SCALE}}, échelle {{SCALE}}{{/HAS_SCALE}}{{#HAS_STEP}}, échelon {{STEP}}{{/HAS_STEP}}{{/HAS_GRADE}}{{#NO_GRADE}}non connu{{/NO_GRADE}}{{</kit/answer}}
			{{#HAS_PAY_INDEX}}{{<kit/answer LABEL="Indice"}}{{PAY_INDEX}}{{</kit/answer}}{{/HAS_PAY_INDEX}}
			{{<kit/answer LABEL="Position"}}{{#HAS_POSITION_LABEL}}{{POSITION_LABEL}}{{/HAS_POSITION_LABEL}}{{#NO_POSITION_LABEL}}non précisée{{/NO_POSITION_LABEL}}{{</kit/answer}}
			{{<kit/answer LABEL="Structure"}}{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}non précisée{{/NO_STRUCTURE_NAME}}{{</kit/answer}}
			{{<kit/answer LABEL="Dernier acte à ce jour"}}<span class="g-row"><a class="govuk-link" href="/carriere/actes/{{ACT_ID}}">{{KIND_LABEL}} du {{SINCE}}</a> {{<career/layout-proof/}}</span>{{</kit/answer}}
		</dl></section>{{/SITUATION}}
	{{#NO_SITUATION}}{{<kit/empty ICON="search" TITLE="Aucun acte ne dit votre situation le {{DAY}}" NOTE="Ce jour est avant votre premier acte en vigueur, ou votre dossier n’en contient aucun." HREF="/carriere/parcours" LINK="Voir mon parcours"/}}{{/NO_SITUATION}}
	{{/AGENT}}
</div>
{{</layout}}
