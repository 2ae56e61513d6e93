{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Calcul de la pension" NAV="pensions" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	<div class="g-no-print">{{<kit/crumbs}}{{<kit/crumb HREF="/pensions" LABEL="Pensions"/}}{{<kit/crumb HREF="/pensions/dossiers/{{FILE_ID}}" LABEL="Dossier {{NUMBER}}"/}}{{<kit/crumb LABEL="Calcul"/}}{{</kit/crumbs}}</div>
	{{<kit/title CAPTION="Dossier {{NUMBER}} · {{KIND_LABEL}}" TEXT="{{NAME}}"/}}
	{{<pensions/layout-file-tabs CALCUL="oui"/}}
	<section class="g-stub" aria-label="Résultat">
		<div class="g-stub__tab"><p class="g-stub__kind">Pension calculée</p>
			{{#IS_ENTITLED}}{{#IS_COMPLETE}}<p class="g-stub__number">{{PENSION_FCFA}} FCFA</p><p>par mois, à partir du {{LEAVE_ON}}</p>{{/IS_COMPLETE}}{{/IS_ENTITLED}}
			{{#IS_COMPUTED}}{{#NO_IS_COMPLETE}}<p class="g-stub__number g-stub__number--long">Pas encore calculable</p>{{/NO_IS_COMPLETE}}{{#IS_COMPLETE}}{{#NO_IS_ENTITLED}}<p class="g-stub__number g-stub__number--long">Pas de pension</p>{{/NO_IS_ENTITLED}}{{/IS_COMPLETE}}{{/IS_COMPUTED}}
			{{#NO_IS_COMPUTED}}<p class="g-stub__number g-stub__number--long">Pas encore calculée</p>{{/NO_IS_COMPUTED}}
			{{#IS_DEMO}}<p class="g-stub__foot">{{<kit/state KIND="waiting" LABEL="Valeur de démonstration"/}}</p>{{/IS_DEMO}}
		</div>
		<div class="g-stub__body g-stack">
			<dl class="g-facts">
				<div><dt>Titulaire</dt><dd>{{GIVEN_NAMES}} {{FAMILY_NAME}} <small>matricule {{MATRICULE}}</small></dd></div>
				<div><dt>Départ</dt><dd>{{LEAVE_ON}} <small>{{LEAVE_SOURCE}}</small></dd></div>
				<div><dt>Régime</dt><dd>{{FUNDS}}</dd></div>
				<div><dt>Étape</dt><dd>{{STATE_LABEL}}{{#IS_AUTOMATIC}} <small>liquidée par le portail, carrière et paye concordantes</small>{{/IS_AUTOMATIC}}</dd></div>
				{{#HAS_VERSION}}<div><dt>Calcul</dt><dd>version {{VERSION}} <small>{{MADE_AT}}</small></dd></div>{{/HAS_VERSION}}
			</dl>
			{{#COMPUTING}}{{<kit/progress ID="calcul" TITLE="Calcul en cours" DONE="0" TOTAL="1" LIVE="2"}}<p><a class="govuk-link" href="/pensions/dossiers/{{FILE_ID}}/calcul">Actualiser</a></p>{{</kit/progress}}{{/COMPUTING}}
			{{#COMPUTING_FAILED}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le calcul s’est arrêté"}}<p>Rien n’a été écrit. Relancez-le.</p>{{</kit/banner}}{{/COMPUTING_FAILED}}
			{{#MAY_COMPUTE}}<div class="g-no-print">{{<kit/form ACTION="/pensions/dossiers/{{FILE_ID}}/calculer"}}{{<kit/actions}}{{#NO_IS_COMPUTED}}{{<kit/button LABEL="Calculer la pension"/}}{{/NO_IS_COMPUTED}}{{#IS_COMPUTED}}{{<kit/button LABEL="Recalculer" KIND="secondary"/}}{{/IS_COMPUTED}}<a class="govuk-link" href="/pensions/dossiers/{{FILE_ID}}/circuit">Voir le circuit</a>{{</kit/actions}}{{</kit/form}}{{#IS_COMPUTED}}<p class="g-note">Un nouveau calcul n’est gardé que si quelque chose a changé ; les accords donnés sur l’ancien tombent alors.</p>{{/IS_COMPUTED}}</div>{{/MAY_COMPUTE}}
		</div>
	</section>
	{{<pensions/layout-calcul/}}
	{{#NO_IS_COMPUTED}}{{#NO_COMPUTING}}{{<kit/empty TITLE="Aucun calcul pour l’instant" NOTE="Le calcul se fait quand l’état des services est certifié." ICON="clock"/}}{{/NO_COMPUTING}}{{/NO_IS_COMPUTED}}
	{{#IS_COMPUTED}}<div class="govuk-button-group">{{<kit/print LABEL="Imprimer ce calcul"/}}</div>{{/IS_COMPUTED}}
</div>
{{</layout}}
