{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Le calcul de ma pension" NAV="carriere"}}
<div class="g-stack-l">
	{{#NO_FILE}}{{<kit/title TEXT="Le calcul de ma pension"/}}{{<kit/empty ICON="retirement" TITLE="Vous n’avez pas de dossier de pension" NOTE="Il s’ouvre de lui-même un an avant le départ. D’ici là, le portail estime votre pension." HREF="/carriere/pension" LINK="Voir l’estimation"/}}{{/NO_FILE}}
	{{#FILE}}
	<div class="g-no-print">{{<kit/crumbs}}{{<kit/crumb HREF="/carriere" LABEL="Ma carrière"/}}{{<kit/crumb HREF="/carriere/pension/dossier" LABEL="Mon dossier de pension"/}}{{<kit/crumb LABEL="Calcul"/}}{{</kit/crumbs}}</div>
	{{<kit/title CAPTION="Dossier {{NUMBER}}" TEXT="Le calcul de ma pension"/}}
	<section class="g-stub" aria-label="Résultat">
		<div class="g-stub__tab"><p class="g-stub__kind">{{#IS_GRANTED}}Ma pension{{/IS_GRANTED}}{{#NO_IS_GRANTED}}Pension calculée{{/NO_IS_GRANTED}}</p>
			{{#IS_ENTITLED}}<p class="g-stub__number">{{PENSION_FCFA}} FCFA</p><p>par mois, à partir du {{LEAVE_ON}}</p>{{/IS_ENTITLED}}
			{{#IS_COMPUTED}}{{#NO_IS_ENTITLED}}<p class="g-stub__number g-stub__number--long">{{#IS_COMPLETE}}Pas de pension{{/IS_COMPLETE}}{{#NO_IS_COMPLETE}}Pas encore calculable{{/NO_IS_COMPLETE}}</p>{{/NO_IS_ENTITLED}}{{/IS_COMPUTED}}
			{{#NO_IS_COMPUTED}}<p class="g-stub__number g-stub__number--long">Pas encore calculée</p>{{/NO_IS_COMPUTED}}
			{{#IS_DEMO}}<p class="g-stub__foot">{{<kit/state KIND="waiting" LABEL="Valeur de démonstration"/}}</p>{{/IS_DEMO}}
		</div>
		<div class="g-stub__body g-stack">
			{{#IS_GRANTED}}<p class="g-lead">Votre pension est accordée : {{AMOUNT_WORDS}} par mois.</p>{{/IS_GRANTED}}
			{{#NO_IS_GRANTED}}{{#IS_COMPUTED}}<p class="g-lead">{{STATE_NEXT}}</p><p class="g-note">Ce calcul n’est pas encore signé : il peut changer.</p>{{/IS_COMPUTED}}{{#NO_IS_COMPUTED}}<p class="g-lead">{{STATE_NEXT}}</p>{{/NO_IS_COMPUTED}}{{/NO_IS_GRANTED}}
			<dl class="g-facts"><div><dt>Régime</dt><dd>{{FUNDS}}</dd></div><div><dt>Étape</dt><dd>{{STATE_LABEL}}</dd></div>{{#HAS_FIRST_PAYMENT_ON}}<div><dt>Premier paiement</dt><dd>{{FIRST_PAYMENT_ON}}</dd></div>{{/HAS_FIRST_PAYMENT_ON}}{{#HAS_BOOKLET}}<div><dt>Livret</dt><dd><span class="g-break">n° {{CONCESSION_REFERENCE}}</span> <small>code {{BOOKLET_CODE}}</small></dd></div>{{/HAS_BOOKLET}}</dl>
			{{#HAS_BOOKLET}}<div class="govuk-button-group g-no-print">{{<kit/button-link HREF="/carriere/pension/dossier/livret.pdf" LABEL="Télécharger mon livret de pension" ICON="download"/}}<a class="govuk-link" href="/carriere/pension/dossier/recours">Je ne suis pas d’accord</a></div>{{/HAS_BOOKLET}}
		</div>
	</section>
	{{<pensions/layout-calcul/}}
	{{#IS_COMPUTED}}<div class="govuk-button-group">{{<kit/print LABEL="Imprimer ce calcul"/}}</div>{{/IS_COMPUTED}}
	{{/FILE}}
</div>
{{</layout}}
