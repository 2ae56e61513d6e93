{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Ma paye et ma carrière" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Ma paye et ma carrière" LEAD="Ce que disent vos actes, et ce que la solde vous a payé, mois par mois."/}}
	{{<career/layout-no-agent/}}
	{{#AGENT}}
	{{<career/layout-tabs PAY="oui"/}}
	<section class="g-stub" aria-label="Résultat">
		<div class="g-stub__tab"><p class="g-stub__kind">Matricule</p><p class="g-stub__number">{{MATRICULE}}</p><p class="g-stub__foot">{{<payroll/layout-agreement/}}</p></div>
		<div class="g-stub__body g-stack">
			{{#AGREEMENT_CODE_CONCORDE}}<p class="g-lead">Sur les mois connus, la solde vous paie ce que disent vos actes. Votre pension pourra être calculée sans attendre ce contrôle.</p>{{/AGREEMENT_CODE_CONCORDE}}
			{{#AGREEMENT_CODE_ECART}}<p class="g-lead">{{#OPEN_MANY}}{{OPEN_DIFFERENCES}} différences restent à régler.{{/OPEN_MANY}}{{#OPEN_ONE}}Une différence reste à régler.{{/OPEN_ONE}}{{#HAS_OPEN}} Rien ne vous est demandé : le service qui s’en occupe est nommé ci-dessous.{{/HAS_OPEN}}{{#NO_OPEN}}Des mois diffèrent depuis la dernière comparaison. La prochaine, cette nuit, en dira la cause probable et qui s’en occupe.{{/NO_OPEN}}</p>{{/AGREEMENT_CODE_ECART}}
			{{#AGREEMENT_CODE_INCONNU}}<p class="g-lead">Trop peu de mois de votre paye sont connus du portail pour dire si tout concorde : il en faut {{WINDOW_WORDS}} d’affilée. <small>Valeur de démonstration</small></p>{{/AGREEMENT_CODE_INCONNU}}
			<p class="govuk-body">Mois payés connus : <strong>{{MONTHS_COUNT}}</strong>{{#HAS_FIRST_WORDS}}, de {{FIRST_WORDS}} à {{LAST_WORDS}}{{/HAS_FIRST_WORDS}}.</p>
		</div>
	</section>
	{{#HAS_DIFFERENCES}}<section class="g-stack" aria-labelledby="ecarts">
		<h2 class="govuk-heading-l" id="ecarts">Ce qui diffère</h2>
		{{#DIFFERENCES}}<article class="g-card" id="e{{DIFFERENCE_ID}}"><div class="g-title-row"><h3 class="govuk-heading-m">{{KIND_LABEL}} – {{SPAN}}{{#IS_LONG}} ({{MONTHS}} mois){{/IS_LONG}}</h3><p>{{#STATE_CODE_OUVERT}}{{<kit/state KIND="progress" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_OUVERT}}{{#STATE_CODE_RESOLU}}{{<kit/state KIND="done" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_RESOLU}}</p></div>
			{{<payroll/layout-difference OWN="oui"/}}
			{{#HAS_COMMENT_TEXT}}<p class="govuk-body"><strong>Votre remarque, envoyée le {{COMMENT_ON}} :</strong></p><blockquote class="g-quote">{{COMMENT_TEXT:pre_escape}}</blockquote>{{/HAS_COMMENT_TEXT}}
			{{#NO_COMMENT_TEXT}}{{#STATE_CODE_OUVERT}}{{<kit/details TITLE="Écrire une remarque"}}
				{{<kit/form ACTION="/carriere/paye/{{DIFFERENCE_ID}}/remarque"}}
					<div class="govuk-form-group"><label class="govuk-label" for="texte-{{DIFFERENCE_ID}}">Ce que vous savez de cette différence</label><p class="govuk-hint" id="aide-{{DIFFERENCE_ID}}">Une seule fois, mille signes au plus ; la solde et le service des pensions la lisent</p><textarea class="govuk-textarea" id="texte-{{DIFFERENCE_ID}}" name="texte" rows="4" aria-describedby="aide-{{DIFFERENCE_ID}}"></textarea></div>
					{{<kit/button LABEL="Envoyer ma remarque" KIND="secondary"/}}
				{{</kit/form}}
			{{</kit/details}}{{/STATE_CODE_OUVERT}}{{/NO_COMMENT_TEXT}}
		</article>{{/DIFFERENCES}}
	</section>{{/HAS_DIFFERENCES}}
	<section class="g-stack" aria-labelledby="mois">
		<h2 class="govuk-heading-l" id="mois">Mois par mois</h2>
		{{<payroll/layout-sides/}}
		<p class="g-note">Le traitement indiciaire seul est comparé : ni indemnité, ni retenue.</p>
	</section>
	<div class="g-no-print">{{<kit/print/}}</div>
	{{/AGENT}}
</div>
{{</layout}}
