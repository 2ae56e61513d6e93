{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{NAME}}" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/carriere/attestations" LABEL="Mes attestations"/}}{{<kit/crumb LABEL="{{NAME}}"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="{{NAME}}" LEAD="{{PURPOSE}}"/}}
	{{#HAS_OPEN_ID}}{{<kit/banner KIND="you" ICON="clock" TITLE="Vous l’avez déjà demandée"}}<p><a class="govuk-link" href="/carriere/attestations/{{OPEN_ID}}">Suivre cette demande</a></p>{{</kit/banner}}{{/HAS_OPEN_ID}}
	{{#NO_OPEN_ID}}{{#HAS_VALID_ID}}{{<kit/banner KIND="ok" ICON="seal" TITLE="Vous en avez un exemplaire qui vaut encore{{#HAS_VALID_UNTIL}}, jusqu’au {{VALID_UNTIL}}{{/HAS_VALID_UNTIL}}"}}<p><a class="govuk-link" href="/carriere/attestations/{{VALID_ID}}">Le voir et le télécharger</a></p>{{</kit/banner}}{{/HAS_VALID_ID}}{{/NO_OPEN_ID}}
	<div class="g-split">
		<div class="g-stack-l">
			<section class="g-stack" aria-labelledby="verifie"><h2 class="govuk-heading-l" id="verifie">Ce que dit votre dossier, à l’instant</h2>
				<ul class="g-verdicts">{{#CONDITIONS}}<li class="g-verdicts__{{VERDICT_CODE}}"><p><strong>{{LABEL}}</strong>{{#VERDICT_CODE_INCONNU}} – à établir{{/VERDICT_CODE_INCONNU}}{{#VERDICT_CODE_NON}} – non{{/VERDICT_CODE_NON}}</p><p class="g-note">{{WHY}}{{#HAS_ACT_ID}} <a class="govuk-link" href="/carriere/actes/{{ACT_ID}}">Voir l’acte<span class="govuk-visually-hidden"> : {{LABEL}}</span></a>{{/HAS_ACT_ID}}</p>{{#VERDICT_CODE_INCONNU}}<p class="g-small">{{REMEDY}}</p>{{/VERDICT_CODE_INCONNU}}{{#VERDICT_CODE_NON}}<p class="g-small">{{REMEDY}}</p>{{/VERDICT_CODE_NON}}</li>{{/CONDITIONS}}</ul>
			</section>
			{{#NO_OPEN_ID}}{{#NO_VALID_ID}}
			{{#IS_WHOLE}}{{<kit/banner KIND="ok" ICON="done" TITLE="Tout est réuni : le document est délivré dès que vous le demandez"/}}{{/IS_WHOLE}}
			{{#NO_IS_WHOLE}}{{#IS_BARRED}}{{<kit/banner KIND="late" ICON="alert" TITLE="Un point s’y oppose pour l’instant"}}<p>Suivez d’abord ce qui est indiqué ci-dessus. Si vous pensez que le dossier se trompe, le bureau peut l’étudier : réponse au plus tard le {{DUE_ON}}.</p>{{</kit/banner}}{{/IS_BARRED}}
			{{#NO_IS_BARRED}}{{<kit/banner KIND="you" ICON="clock" TITLE="Le bureau devra établir ce qui manque"}}<p>Réponse au plus tard le {{DUE_ON}} ({{<kit/count N="DELAY_DAYS" ONE="jour ouvré" MANY="jours ouvrés"/}}{{#DELAY_IS_DEMO}}, valeur de démonstration{{/DELAY_IS_DEMO}}). Vous serez averti.</p>{{</kit/banner}}{{/NO_IS_BARRED}}{{/NO_IS_WHOLE}}
			{{<kit/form ACTION="/carriere/attestations/demande/{{KIND_CODE}}" CLASS="g-stack"}}
				{{#TAKES_FUNCTION}}<details class="govuk-details"{{#PROBLEMS}} open{{/PROBLEMS}}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">J’exerce une fonction à laquelle un décret m’a nommé</span></summary><div class="govuk-details__text g-stack">
					<p class="govuk-body">L’attestation nomme alors la fonction et la personne qui l’occupait avant vous. Le bureau les vérifie avant de délivrer. Le reste est connu de votre dossier.</p>
					{{<kit/checkbox NAME="par_decret" LABEL="Oui, nommer cette fonction dans l’attestation"/}}
					{{<kit/text-field NAME="fonction" LABEL="Fonction" HINT="Par exemple : directeur des systèmes d’information" AUTOCOMPLETE="off"/}}
					{{<kit/text-field NAME="decret" LABEL="Décret de nomination" HINT="Numéro et date, comme ils sont écrits" AUTOCOMPLETE="off"/}}
					{{<kit/text-field NAME="predecesseur" LABEL="Nom et prénoms de votre prédécesseur" OPTIONAL="oui" HINT="Laissez vide si la fonction vient d’être créée" AUTOCOMPLETE="off"/}}
					{{<kit/text-field NAME="predecesseur_matricule" LABEL="Son matricule" OPTIONAL="oui" WIDTH="10" AUTOCOMPLETE="off" SPELLCHECK="false"/}}
				</div></details>{{/TAKES_FUNCTION}}
				{{<kit/actions}}{{#IS_WHOLE}}{{<kit/button LABEL="Obtenir le document"/}}{{/IS_WHOLE}}{{#NO_IS_WHOLE}}{{#IS_BARRED}}{{<kit/button LABEL="Demander quand même l’étude" KIND="secondary"/}}{{/IS_BARRED}}{{#NO_IS_BARRED}}{{<kit/button LABEL="Demander au bureau"/}}{{/NO_IS_BARRED}}{{/NO_IS_WHOLE}}<a class="govuk-link" href="/carriere/attestations">Retour</a>{{</kit/actions}}
			{{</kit/form}}
			{{/NO_VALID_ID}}{{/NO_OPEN_ID}}
		</div>
		<aside class="g-stack" aria-label="À savoir">
			{{<kit/card ID="savoir" TITLE="À savoir" KIND="quiet"}}<dl class="g-facts">
				{{<kit/fact LABEL="Signé par" VALUE="{{QUALITY}}"/}}
				{{<kit/fact LABEL="Bureau en charge" VALUE="{{DESK_NAME}}"/}}
				<div><dt>Validité</dt><dd>{{#HAS_VALIDITY_DAYS}}{{<kit/count N="VALIDITY_DAYS" ONE="jour" MANY="jours"/}}{{#VALIDITY_IS_DEMO}} <small>valeur de démonstration</small>{{/VALIDITY_IS_DEMO}}{{/HAS_VALIDITY_DAYS}}{{#NO_VALIDITY_DAYS}}ne périme pas{{/NO_VALIDITY_DAYS}}</dd></div>
				{{<kit/fact LABEL="Coût" VALUE="Aucun"/}}
			</dl><p class="g-note">Le document vaut l’original sur papier : son sceau se vérifie avec un téléphone, et personne n’a à vous le redemander.</p>{{</kit/card}}
		</aside>
	</div>
</div>
{{</layout}}
