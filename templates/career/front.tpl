{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ma carrière" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Ma carrière"/}}
	{{<career/layout-no-agent/}}
	{{#AGENT}}
	{{<career/layout-tabs NOW="oui"/}}
	{{#ALERTS}}<div class="g-banner g-banner--late">{{<kit/icon NAME="alert"/}}<div>
		{{#ALERT_ONE}}<p class="g-banner__title">{{#GAP}}{{<career/layout-gap/}}{{/GAP}}</p>{{/ALERT_ONE}}
		{{#ALERT_MANY}}<p class="g-banner__title">{{ALERT_COUNT}} points de votre dossier sont à éclaircir</p><ul class="govuk-list govuk-list--bullet">{{#GAP}}<li>{{<career/layout-gap/}}</li>{{/GAP}}</ul>{{/ALERT_MANY}}
		<p>{{#ALERT_REST}}Et {{REST}} de plus. {{/ALERT_REST}}<a class="govuk-link" href="/carriere/parcours#points">Voir où, dans votre parcours</a></p>
	</div></div>{{/ALERTS}}
	<section class="g-stub" aria-label="Ma situation">
		<div class="g-stub__tab"><p class="g-stub__kind">Matricule</p><p class="g-stub__number">{{MATRICULE}}</p><p>{{#SEX_CODE_F}}Mme {{/SEX_CODE_F}}{{#SEX_CODE_M}}M. {{/SEX_CODE_M}}{{GIVEN_NAMES}}<br><strong>{{FAMILY_NAME}}</strong></p><p class="g-stub__foot">{{STATUS_LABEL}}{{#HAS_LEFT_ON}} – carrière terminée{{/HAS_LEFT_ON}}{{#NO_LEFT_ON}}{{#HAS_POSITION_LABEL}} – {{POSITION_LABEL}}{{/HAS_POSITION_LABEL}}{{/NO_LEFT_ON}}</p></div>
		<div class="g-stub__body"><dl class="g-facts">
			<div><dt>Corps</dt><dd>{{#HAS_CORPS_NAME}}{{CORPS_NAME}}{{/HAS_CORPS_NAME}}{{#NO_CORPS_NAME}}non connu <small>aucun acte ne le dit</small>{{/NO_CORPS_NAME}}</dd></div>
			<div>{{#HAS_GRADE}}<dt>Catégorie {{CATEGORY}}{{#HAS_SCALE}}, échelle {{SCALE}}{{/HAS_SCALE}}{{#HAS_STEP}}, échelon {{STEP}}{{/HAS_STEP}}</dt><dd><span class="g-num">{{GRADE}}</span>{{#HAS_GRADE_SINCE}} <small>depuis le {{GRADE_SINCE}}</small>{{/HAS_GRADE_SINCE}}</dd>{{/HAS_GRADE}}{{#NO_GRADE}}<dt>Grade</dt><dd>non connu <small>aucun acte ne le dit</small></dd>{{/NO_GRADE}}</div>
			<div><dt>Affectation</dt><dd>{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{#HAS_STRUCTURE_SINCE}} <small>depuis le {{STRUCTURE_SINCE}}</small>{{/HAS_STRUCTURE_SINCE}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}non connue{{/NO_STRUCTURE_NAME}}</dd></div>
			<div><dt>Première prise de service</dt><dd>{{#HAS_FIRST_SERVICE_DATE}}{{FIRST_SERVICE_DATE}} <small>{{SERVICE_LAPSE}}</small>{{/HAS_FIRST_SERVICE_DATE}}{{#NO_FIRST_SERVICE_DATE}}non connue{{/NO_FIRST_SERVICE_DATE}}</dd></div>
			{{#HAS_LEFT_ON}}<div><dt>Départ</dt><dd>{{LEFT_ON}}</dd></div>{{/HAS_LEFT_ON}}
			{{#NO_LEFT_ON}}
			<div><dt>Prochain échelon attendu</dt><dd>{{#HAS_NEXT_STEP_DATE}}{{NEXT_STEP_DATE}} <small>{{#NEXT_STEP_LATE}}échéance passée, acte attendu{{/NEXT_STEP_LATE}}{{#NO_NEXT_STEP_LATE}}échelon {{NEXT_STEP}}, intervalle d’usage{{/NO_NEXT_STEP_LATE}}</small>{{/HAS_NEXT_STEP_DATE}}{{#NO_NEXT_STEP_DATE}}{{#HAS_STEP}}aucun <small>dernier échelon, ou position sans avancement</small>{{/HAS_STEP}}{{#NO_STEP}}non connu <small>aucun acte ne dit l’échelon</small>{{/NO_STEP}}{{/NO_NEXT_STEP_DATE}}</dd></div>
			<div><dt>Départ probable à la retraite</dt><dd>{{#HAS_RETIREMENT_DATE}}{{RETIREMENT_DATE}} <small>{{#RETIREMENT_AHEAD}}dans {{RETIREMENT_LAPSE}}{{/RETIREMENT_AHEAD}}{{#RETIREMENT_PAST}}date passée{{/RETIREMENT_PAST}}</small>{{/HAS_RETIREMENT_DATE}}{{#NO_RETIREMENT_DATE}}non connu <small><a class="govuk-link" href="/carriere/retraite">ce qui manque pour le calculer</a></small>{{/NO_RETIREMENT_DATE}}</dd></div>
			{{/NO_LEFT_ON}}
		</dl></div>
	</section>

	{{#CAMPAIGN}}{{<kit/inset}}<p>Votre avancement à l’échelon {{CAMPAIGN_STEP}}, dû le {{CAMPAIGN_DATE}}, {{#CAMPAIGN_LATE}}est en retard ; il {{/CAMPAIGN_LATE}}est dans la campagne du {{CAMPAIGN_QUARTER}}. Rien ne vous est demandé : vous serez prévenu quand l’acte sera signé.</p>{{</kit/inset}}{{/CAMPAIGN}}
	{{#RETIREMENT_SOON}}{{<kit/banner KIND="you" ICON="retirement" TITLE="Votre départ probable est dans {{RETIREMENT_LAPSE}} : le {{RETIREMENT_DATE}}"}}<p>Seul un acte fixe la date. <a class="govuk-link" href="/carriere/retraite">Voir comment elle est calculée</a> ou <a class="govuk-link" href="/carriere/pension/dossier">suivre mon dossier de pension</a></p>{{</kit/banner}}{{/RETIREMENT_SOON}}
	{{#NEWS}}{{<kit/banner KIND="ok" ICON="act" TITLE="{{#NEW_ONE}}Un acte est entré dans votre dossier depuis 30 jours{{/NEW_ONE}}{{#NEW_MANY}}{{NEW_COUNT}} actes sont entrés dans votre dossier depuis 30 jours{{/NEW_MANY}}"}}<p>Signalé « Nouveau » dans la liste de vos actes.</p>{{</kit/banner}}{{/NEWS}}

	{{<kit/section ID="parcours" TITLE="Le chemin parcouru" LINK="Période par période" HREF="/carriere/parcours"}}{{<career/layout-stairs/}}{{</kit/section}}

	<section aria-labelledby="actes"><div class="g-title-row"><h2 class="govuk-heading-l g-anchor" id="actes">Mes actes</h2>{{#HAS_ACTS}}<a class="govuk-link g-small" href="/carriere/actes">Toute la liste ({{LINES_COUNT}} en vigueur)</a>{{/HAS_ACTS}}</div>
		{{#HAS_ACTS}}{{<kit/table CAPTION="Actes les plus récents, du dernier au plus ancien" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Acte"/}}{{<kit/th LABEL="Effet"/}}{{<kit/th LABEL="Situation"/}}{{<kit/th LABEL="Référence"/}}{{<kit/th LABEL="Preuve"/}}{{</kit/head}}
			<tbody role="rowgroup">{{#ACTS}}
			{{#ACT}}<tr role="row">{{<career/layout-act-cells/}}</tr>{{/ACT}}
			{{#MISSING_ACT}}<tr role="row" class="g-row-missing">{{<kit/row-title}}{{EXPECTED_KIND_LABEL}}{{</kit/row-title}}{{<kit/td LABEL="Effet"}}<span>{{#HAS_EXPECTED_DATE}}<span class="g-num">{{EXPECTED_DATE}}</span> <small>attendu</small>{{/HAS_EXPECTED_DATE}}{{#NO_EXPECTED_DATE}}non connu{{/NO_EXPECTED_DATE}}</span>{{</kit/td}}{{<kit/td LABEL="Situation"}}{{#HAS_GRADE}}{{GRADE}}{{/HAS_GRADE}}{{#NO_GRADE}}entrée{{/NO_GRADE}}{{</kit/td}}{{<kit/td LABEL="Référence"}}aucune{{</kit/td}}{{<kit/td LABEL="Preuve"}}{{<kit/seal KIND="void" LABEL="Acte manquant"/}}{{</kit/td}}</tr>{{/MISSING_ACT}}
			{{/ACTS}}</tbody>
		{{</kit/table}}{{/HAS_ACTS}}
		{{#NO_ACTS}}{{<kit/empty ICON="act" TITLE="Votre dossier ne contient encore aucun acte" NOTE="Les actes y entrent quand le service du personnel les verse ou les signe. Ce que montre cette page vient de votre fiche d’entrée ; rien n’est prouvé tant qu’aucun acte n’est là." HREF="/aide" LINK="Aide"/}}{{/NO_ACTS}}
	</section>

	<div class="g-split g-split--even">
		{{#NO_LEFT_ON}}{{<kit/card ID="depart" TITLE="Pourquoi cette date de départ ?"}}
			{{#HAS_LIMIT_DATE}}<ol class="g-sum">
				<li><span>Date de naissance</span> <b>{{BIRTH_DATE}}</b></li>
				<li><span>Limite d’âge : {{LIMIT_TARGET}} <small>{{LIMIT_SOURCE}} – {{<career/layout-certainty OF="LIMIT_CERTAINTY_CODE"/}}{{#LIMIT_IS_DEMO}} – valeur de démonstration{{/LIMIT_IS_DEMO}}</small></span> <b>+ {{LIMIT_AGE}} ans</b></li>
				<li><span>Cet âge est atteint le</span> <b>{{LIMIT_DATE}}</b></li>
				<li><span>{{EFFECT_LABEL}} <small>{{EFFECT_SOURCE}}{{#EFFECT_IS_DEMO}} – valeur de démonstration{{/EFFECT_IS_DEMO}}</small></span> <b>{{RETIREMENT_DATE}}</b></li>
			</ol>
			{{#HAS_THIRTY_YEARS_DATE}}<p class="g-note">Trente ans de service le {{THIRTY_YEARS_DATE}} : cette règle, contestée depuis 2017, n’est pas appliquée ici.</p>{{/HAS_THIRTY_YEARS_DATE}}
			<p class="g-note">Seul un acte fixe la date.</p>{{/HAS_LIMIT_DATE}}
			{{#NO_LIMIT_DATE}}<p>Elle ne peut pas être calculée : une règle ou une donnée de votre dossier n’est pas connue.</p>{{/NO_LIMIT_DATE}}
			<p><a class="govuk-link" href="/carriere/retraite">Le calcul, ligne par ligne</a></p>
		{{</kit/card}}{{/NO_LEFT_ON}}
		{{<kit/card ID="vu" TITLE="Qui a consulté mon dossier"}}
			{{#HAS_SEEN}}{{<kit/thread TIGHT="oui"}}{{#SEEN}}{{<kit/knot WHEN="{{AT}}" WHAT="{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}Structure non indiquée{{/NO_STRUCTURE_NAME}}" WHO="{{#HAS_ROLE_LABEL}}{{ROLE_LABEL}} – {{/HAS_ROLE_LABEL}}Motif : {{REASON}}"/}}{{/SEEN}}{{</kit/thread}}
			<p><a class="govuk-link" href="/consultations">Toutes les consultations</a></p>{{/HAS_SEEN}}
			{{#NO_SEEN}}<p>Personne n’a ouvert votre dossier depuis que ce journal existe.</p><p class="g-note">Chaque consultation par un service y laissera une ligne : date, structure, motif.</p>{{/NO_SEEN}}
		{{</kit/card}}
	</div>
	{{/AGENT}}
</div>
{{</layout}}
