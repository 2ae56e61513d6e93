{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ma pension" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Ma pension, ligne par ligne"/}}
	{{<career/layout-no-agent/}}
	{{#AGENT}}
	{{<career/layout-tabs PENSION="oui"/}}
	<p class="g-row g-no-print"><a class="govuk-link" href="/carriere/pension/dossier">Mon dossier de pension</a> <span class="g-small">où il en est, ce qui manque, et les départs que l’on peut demander</span></p>
	{{#HAS_LEFT_ON}}{{<kit/banner ICON="retirement" TITLE="Votre carrière a pris fin le {{LEFT_ON}}"}}<p>Ce calcul d’avance est fait pour les agents en service. Votre pension est celle que dit votre livret ; le portail ne la calcule pas une seconde fois.</p><p><a class="govuk-link" href="/ma-pension">Certificat de vie, compte de paiement, adresse</a></p><p><a class="govuk-link" href="/carriere/etat-des-services">Voir mon état des services</a></p>{{</kit/banner}}{{/HAS_LEFT_ON}}
	{{#NO_LEFT_ON}}
	<section class="g-stub" aria-label="Résultat">
		<div class="g-stub__tab"><p class="g-stub__kind">Pension estimée{{#TRIED}}, date essayée{{/TRIED}}</p>
			{{#AMOUNT}}<p class="g-stub__number">{{PENSION}}</p><p>par mois, à partir du {{LEAVE_DATE}}</p>{{/AMOUNT}}
			{{#NO_RIGHT}}<p class="g-stub__number g-stub__number--long">Pas de pension</p><p>à la date du {{LEAVE_DATE}}</p>{{/NO_RIGHT}}
			{{#WAITING}}<p class="g-stub__number g-stub__number--long">Pas encore calculable</p>{{#LEAVE}}<p>pour un départ le {{LEAVE_DATE}}</p>{{/LEAVE}}{{/WAITING}}
			{{#POINT_DEMO}}<p class="g-stub__foot">{{<kit/state KIND="waiting" LABEL="Valeur de démonstration"/}}</p>{{/POINT_DEMO}}
		</div>
		<div class="g-stub__body g-stack">
			{{#AMOUNT}}<p class="g-lead">La moyenne de vos cinq dernières années, <strong class="g-num">{{BASE}}</strong>, multipliée par <strong class="g-num">{{RATE}}</strong>{{#CAPPED}}, le plafond{{/CAPPED}} : {{SPAN}} d’annuités à {{EACH}} l’une{{#SHARED}}, dont ce régime paie sa part{{/SHARED}}.{{#RAISED}} Elle est relevée au minimum.{{/RAISED}}</p>{{/AMOUNT}}
			{{#NO_RIGHT}}<p class="g-lead">{{WHY}}.</p>{{/NO_RIGHT}}
			{{#WAITING}}<p class="g-lead">Votre pension ne peut pas encore être calculée. Voici ce qui manque, et qui doit le donner : rien n’est deviné.</p>{{/WAITING}}
			<dl class="g-facts">
				<div><dt>Titulaire</dt><dd>{{GIVEN_NAMES}} {{FAMILY_NAME}} <small>matricule {{MATRICULE}}</small></dd></div>
				<div><dt>Départ probable</dt><dd>{{#HAS_EFFECT_DATE}}{{EFFECT_DATE}} <small>{{AGE}} ans le {{LIMIT_DATE}} : {{LIMIT_SOURCE}} – {{<pensions/layout-certainty OF="LIMIT_CERTAINTY_CODE"/}}</small>{{/HAS_EFFECT_DATE}}{{#NO_EFFECT_DATE}}non connu <small><a class="govuk-link" href="/carriere/retraite">ce qui manque</a></small>{{/NO_EFFECT_DATE}}</dd></div>
				<div><dt>Régime</dt><dd>{{#HAS_PENSION_CODE}}{{PENSION_CODE}} <small>{{STATUS_LABEL}}</small>{{/HAS_PENSION_CODE}}{{#NO_PENSION_CODE}}non connu <small>{{STATUS_LABEL}} : aucun texte chargé ne le dit</small>{{/NO_PENSION_CODE}}</dd></div>
			</dl>
		</div>
	</section>

	{{#WAITING}}<section aria-labelledby="attente"><h2 class="govuk-heading-l" id="attente">Ce que le calcul attend</h2>
		{{<pensions/layout-waits/}}
		<p class="g-mt"><a class="govuk-link" href="/carriere/parcours#points">Voir mon parcours et ses points à éclaircir</a></p>
	</section>{{/WAITING}}

	{{#LOOSE}}{{<kit/banner KIND="late" ICON="alert" TITLE="{{#LOOSE_ONE}}Un acte ou un fait n’est prouvé par aucune pièce{{/LOOSE_ONE}}{{#LOOSE_MANY}}{{LOOSE_COUNT}} actes ou faits ne sont prouvés par aucune pièce{{/LOOSE_MANY}}"}}<p>{{#LOOSE_SAME}}Sans {{#LOOSE_ONE}}lui{{/LOOSE_ONE}}{{#LOOSE_MANY}}eux{{/LOOSE_MANY}}, le montant serait le même.{{/LOOSE_SAME}}{{#LOOSE_WORTH}}Sans {{#LOOSE_ONE}}lui{{/LOOSE_ONE}}{{#LOOSE_MANY}}eux{{/LOOSE_MANY}}, la pension serait de <strong class="g-num">{{WITHOUT}}</strong>{{#GAIN}} : ce qui n’est pas prouvé vaut <strong class="g-num">{{WORTH}}</strong> par mois{{/GAIN}}.{{/LOOSE_WORTH}}{{#LOOSE_RIGHT}}Le droit à pension en dépend.{{/LOOSE_RIGHT}}{{#LOOSE_UNTOLD}}Ce que cela vaut ne peut pas être dit : sans {{#LOOSE_ONE}}lui{{/LOOSE_ONE}}{{#LOOSE_MANY}}eux{{/LOOSE_MANY}}, le calcul ne peut pas être fait jusqu’au bout.{{/LOOSE_UNTOLD}} Si vous avez l’original ou une copie, remettez-les au service du personnel.</p>{{</kit/banner}}{{/LOOSE}}

	{{#IN_SERVICE}}<section aria-labelledby="lignes"><h2 class="govuk-heading-l g-anchor" id="lignes">Les lignes</h2>
		{{<pensions/layout-lines/}}
	</section>{{/IN_SERVICE}}

	{{#SHARES}}<section aria-labelledby="parts"><h2 class="govuk-heading-l" id="parts">Qui paie quoi</h2>
		<p class="govuk-body">{{#BOTH}}Vos services relèvent de deux régimes. Ils sont additionnés pour le droit et pour le taux ; chaque caisse paie ensuite sa part, à proportion du temps passé chez elle.{{/BOTH}}{{#CNSS_ONLY}}Vos services relèvent de la CNSS. Ses règles de calcul ne sont pas chargées dans le portail : seule la durée est comptée ici, et la CNSS reste celle qui vous répond.{{/CNSS_ONLY}}</p>
		{{<kit/table CAPTION="Part de chaque régime" HIDE="oui"}}{{<kit/head}}{{<kit/th LABEL="Caisse"/}}{{<kit/th LABEL="Services"/}}{{<kit/th LABEL="Part"/}}{{<kit/th LABEL="Par mois" NUM="oui"/}}{{</kit/head}}
			<tbody role="rowgroup">{{#FUND}}<tr role="row">{{<kit/row-title}}{{FUND_NAME}}{{</kit/row-title}}{{<kit/td LABEL="Services"}}{{FUND_SPAN}}{{</kit/td}}{{<kit/td LABEL="Part"}}<span class="g-num">{{FUND_SHARE}}</span>{{</kit/td}}{{<kit/td LABEL="Par mois" NUM="oui"}}<span class="g-num">{{FUND_AMOUNT}}</span>{{</kit/td}}</tr>{{/FUND}}</tbody>
		{{</kit/table}}
	</section>{{/SHARES}}

	{{#HAS_CHANGES}}<section aria-labelledby="manque"><h2 class="govuk-heading-l" id="manque">Ce qu’un acte manquant changerait</h2>
		<ul class="g-rows">{{#CHANGES}}<li><strong>{{<career/layout-gap/}}</strong><br>{{#NOTHING_MORE}}Il ne changerait pas le montant : il prend effet avant les années dont on fait la moyenne. Il complète la preuve.{{/NOTHING_MORE}}{{#EXACTLY}}Il ajouterait <strong class="g-num">{{MORE}}</strong> par mois.{{/EXACTLY}}{{#BETWEEN}}Il ajouterait entre <span class="g-num">{{LEAST}}</span> et <strong class="g-num">{{MOST}}</strong> par mois, selon l’indice qu’il donne.{{/BETWEEN}}{{#INDEX_UNKNOWN}}Il donnerait un indice plus élevé, donc une pension plus élevée si cet indice entre dans les cinq dernières années. Le montant ne peut pas être dit tant que l’acte ne donne pas l’indice.{{/INDEX_UNKNOWN}}{{#UNTOLD}}Ce qu’il changerait sera dit quand le reste du calcul sera possible.{{/UNTOLD}}</li>{{/CHANGES}}</ul>
	</section>{{/HAS_CHANGES}}

	<section aria-labelledby="dates" class="g-stack"><h2 class="govuk-heading-l g-anchor" id="dates">Et à une autre date ?</h2>
		{{#DATES}}{{#CHART}}<figure class="g-chart"><figcaption>La pension de chaque départ possible <small>par mois, un départ par trimestre ; de {{AMOUNT_FIRST}} le {{DATES_FIRST}} à {{AMOUNT_LAST}} le {{DATES_LAST}}</small></figcaption>
			<div class="g-stairs"><svg width="100%" height="232" aria-hidden="true" focusable="false">{{#BAR}}<rect class="{{#OTHER}}c-soft{{/OTHER}}{{#LIMIT}}c-a{{/LIMIT}}{{#CHOSEN}}c-c{{/CHOSEN}}" x="{{X}}%" y="{{Y}}" width="{{WIDTH}}%" height="{{HEIGHT}}"/>{{/BAR}}<line class="c-axis" x1="1%" x2="99%" y1="200" y2="200"/>{{#LIMIT_MARK}}<text class="c-text c-text--strong {{#LIMIT_END}}c-text--end{{/LIMIT_END}}" x="{{LIMIT_X}}%" y="20">limite d’âge : {{LIMIT_AMOUNT}}</text>{{/LIMIT_MARK}}{{#TICK}}<text class="c-text c-text--mid" x="{{TICK_X}}%" y="220">{{TICK_YEAR}}</text>{{/TICK}}</svg></div>
			<ul class="g-legend">{{<kit/legend KIND="c-a" LABEL="à la limite d’âge"/}}{{<kit/legend KIND="c-soft" LABEL="un autre trimestre"/}}{{#TRIED}}{{<kit/legend KIND="c-c" LABEL="la date essayée, si elle ouvre un trimestre"/}}{{/TRIED}}</ul></figure>{{/CHART}}
		<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Les mêmes chiffres en tableau</span></summary><div class="govuk-details__text">
			{{<kit/table CAPTION="Pension selon la date de départ" HIDE="oui"}}{{<kit/head}}{{<kit/th LABEL="Départ"/}}{{<kit/th LABEL="Annuités"/}}{{<kit/th LABEL="Taux"/}}{{<kit/th LABEL="Par mois" NUM="oui"/}}{{<kit/th LABEL="Écart" NUM="oui"/}}{{</kit/head}}
			<tbody role="rowgroup">{{#DATE}}<tr role="row">{{<kit/row-title}}<a class="govuk-link" href="/carriere/pension?le={{DAY_ISO:url_query_escape}}">{{DAY}}</a>{{#AT_LIMIT}} <small>limite d’âge</small>{{/AT_LIMIT}}{{#ON_REQUEST}} <small>à la demande</small>{{/ON_REQUEST}}{{#AFTER}} <small>après la limite</small>{{/AFTER}}{{</kit/row-title}}{{<kit/td LABEL="Annuités"}}{{DAY_SPAN}}{{</kit/td}}{{<kit/td LABEL="Taux"}}<span class="g-num">{{DAY_RATE}}</span>{{</kit/td}}{{<kit/td LABEL="Par mois" NUM="oui"}}<span class="g-num">{{DAY_AMOUNT}}</span>{{</kit/td}}{{<kit/td LABEL="Écart" NUM="oui"}}<span class="g-num">{{DAY_MORE}}</span>{{</kit/td}}</tr>{{/DATE}}</tbody>{{</kit/table}}</div></details>{{/DATES}}
		{{#HAS_EARLY_DATE}}<p class="g-note">Départ à la demande possible à partir du {{EARLY_DATE}} : {{EARLY_SOURCE}} – {{<pensions/layout-certainty OF="EARLY_CERTAINTY_CODE"/}}</p>{{/HAS_EARLY_DATE}}
		<form class="g-narrow g-no-print" method="get" action="/carriere/pension">{{<kit/date NAME="le" LABEL="Premier jour sans service" HINT="Par exemple 1er avril 2035 ou 01/04/2035"/}}{{<kit/actions}}{{<kit/button LABEL="Calculer à cette date"/}}{{#TRIED}}<a class="govuk-link" href="/carriere/pension">Revenir au départ probable</a>{{/TRIED}}{{</kit/actions}}</form>
	</section>

	{{<kit/card ID="doute" TITLE="Ce qui n’est pas certain" KIND="quiet"}}<ul class="govuk-list govuk-list--bullet">
		<li>C’est une estimation : elle n’ouvre aucun droit et n’engage pas le service qui liquide.</li>
		{{#POINT_DEMO}}<li>La valeur du point d’indice est une <strong>valeur de démonstration</strong> : le ministère n’a pas encore chargé la vraie. Le montant en dépend entièrement.</li>{{/POINT_DEMO}}
		{{#AHEAD}}<li>Votre indice d’aujourd’hui est gardé jusqu’au départ : aucun avancement à venir n’est supposé.</li>{{/AHEAD}}
		{{#DATE_DEMO}}<li>La date d’effet suit une règle constatée, sans texte vu : {{EFFECT_LABEL}}.</li>{{/DATE_DEMO}}
		{{#HAS_THIRTY_YEARS_DATE}}<li>Trente ans de service seront atteints le {{THIRTY_YEARS_DATE}}. Cette règle de départ, contestée depuis 2017, est signalée ; elle ne décide de rien ici.</li>{{/HAS_THIRTY_YEARS_DATE}}
		{{#POSITION_DEMO}}<li>Le temps en « {{POSITION}} » est compté d’après une valeur de démonstration.</li>{{/POSITION_DEMO}}
		{{#BEFORE_LIMIT}}<li>Cette date est avant la limite d’âge : rien ne se fait sans votre demande.</li>{{/BEFORE_LIMIT}}
		{{#AFTER_LIMIT}}<li>Cette date est après la limite d’âge : nul n’est maintenu en poste sans texte. Elle montre seulement ce que vaudrait ce temps.</li>{{/AFTER_LIMIT}}
		<li>Minimum de pension, majoration pour enfants, pensions des survivants : aucun texte n’a été vu ; rien n’est ajouté.</li>
	</ul>{{</kit/card}}
	<div class="govuk-button-group">{{<kit/print LABEL="Imprimer ce calcul"/}}</div>
	{{/NO_LEFT_ON}}
	{{/AGENT}}
</div>
{{</layout}}
