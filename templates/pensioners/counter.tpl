{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Retraités" NAV="retraites"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Qui est devant vous ?" LEAD="Son matricule et sa date de naissance, tels qu’il les donne. Vous ne verrez que son identité, jamais un montant."/}}
	{{<pensioners/layout-tabs COUNTER="oui"/}}
	<div class="g-split">
		<div class="g-stack">
			{{<kit/form ACTION="/retraites/recherche"}}
				{{<kit/matricule NAME="matricule" HINT="Sur le livret de pension ou l’avis du Trésor"/}}
				{{<kit/date NAME="naissance" LABEL="Date de naissance"/}}
				{{#OFFICER}}{{<kit/details TITLE="Il ne connaît pas son matricule"}}{{<kit/text-field NAME="nom" LABEL="Nom de famille" HINT="Laissez le matricule vide. Seulement dans les structures que vous servez." OPTIONAL="oui" AUTOCOMPLETE="off"/}}{{</kit/details}}{{/OFFICER}}
				{{<kit/actions}}{{<kit/button LABEL="Trouver la personne"/}}{{</kit/actions}}
			{{</kit/form}}
			<p class="g-note">Chaque ouverture est notée : la personne la voit dans « Qui m’a consulté ».</p>
		</div>
		<aside class="g-stack" aria-label="Aussi">
			{{<kit/card ID="deces" TITLE="Il vient après un décès ?" KIND="quiet"}}<p>Prenez ici sa demande de pension de réversion.</p><p><a class="govuk-link" href="/retraites/reversion/nouvelle">Commencer une demande pour lui</a></p>{{</kit/card}}
		</aside>
	</div>
	<section aria-labelledby="jour"><h2 class="govuk-heading-l" id="jour">Enregistrés par vous depuis hier</h2>
		{{#HAS_DAY}}<ul class="g-rows">{{#DAY}}<li><a class="govuk-link" href="/retraites/vie/{{LIFE_CERTIFICATE_ID}}">{{NUMBER}}</a>, {{NAME}}{{#HAS_STOPPED_AT}} {{<kit/state KIND="rejected" LABEL="Retiré"/}}{{/HAS_STOPPED_AT}}<br><span class="g-note">{{RECORDED_AT}}</span></li>{{/DAY}}</ul>{{/HAS_DAY}}
		{{#NO_DAY}}<p class="g-note">Aucun certificat pour l’instant. Une erreur se retire d’ici dans les 24 heures.</p>{{/NO_DAY}}
	</section>
</div>
{{</layout}}
