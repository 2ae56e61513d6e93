{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{FAMILY_NAME}} {{GIVEN_NAMES}}" NAV="retraites"}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/retraites" LABEL="Une autre personne"/}}
	{{<kit/title CAPTION="Matricule {{MATRICULE}}" TEXT="{{GIVEN_NAMES}} {{FAMILY_NAME}}"/}}
	{{#IS_DECLARED_DEAD}}{{#NO_DIED_ON}}{{<kit/banner KIND="late" ICON="alert" TITLE="Quelqu’un a déclaré le décès de cette personne"}}<p>Si elle est devant vous, vérifiez sa pièce avec soin et enregistrez le certificat : il arrête cette demande.</p>{{</kit/banner}}{{/NO_DIED_ON}}{{/IS_DECLARED_DEAD}}
	{{#HAS_DIED_ON}}{{<kit/banner KIND="late" ICON="alert" TITLE="Décès enregistré le {{DIED_ON}}"}}<p>Aucun certificat ne peut être fait. Si la personne est devant vous, appelez le service des pensions.</p>{{</kit/banner}}{{/HAS_DIED_ON}}
	{{#IS_ME}}{{<kit/banner ICON="person" TITLE="C’est vous"}}<p>Personne n’enregistre son propre certificat : demandez à un collègue.</p>{{</kit/banner}}{{/IS_ME}}
	{{#NO_IS_RETIRED}}{{<kit/banner ICON="info" TITLE="Cette personne n’est pas à la retraite"}}<p>Un certificat de vie ne lui est pas demandé.</p>{{</kit/banner}}{{/NO_IS_RETIRED}}
	<div class="g-split">
		<div class="g-stack-l">
			{{#MAY_RECORD}}<section class="g-card g-stack" aria-labelledby="vie"><h2 class="govuk-heading-l" id="vie">Enregistrer un certificat de vie</h2>
				{{<kit/form ACTION="/retraites/{{AGENT_ID}}/vie"}}
					{{#MAY_VISIT}}{{<kit/radios NAME="comment" LEGEND="Où la personne a-t-elle été vue ?"}}{{<kit/radio NAME="comment" VALUE="presence" LABEL="Au guichet, aujourd’hui"/}}{{<kit/radio NAME="comment" VALUE="agent" LABEL="Un agent est allé chez lui" HINT="Dites où et quel jour ci-dessous."/}}{{</kit/radios}}
					{{<kit/text-field NAME="lieu" LABEL="Lieu de la visite" HINT="Seulement pour une visite" OPTIONAL="oui"/}}
					{{<kit/date NAME="vu_le" LABEL="Jour de la visite" HINT="Seulement pour une visite, par exemple 20 novembre 2026" OPTIONAL="oui"/}}{{/MAY_VISIT}}
					{{<kit/select NAME="piece" LABEL="Pièce d’identité" EMPTY="Choisissez"}}{{<kit/option NAME="piece" VALUE="cip" LABEL="Certificat d’identification personnelle (ANIP)"/}}{{<kit/option NAME="piece" VALUE="cni" LABEL="Carte nationale d’identité"/}}{{<kit/option NAME="piece" VALUE="passeport" LABEL="Passeport"/}}{{<kit/option NAME="piece" VALUE="autre" LABEL="Autre pièce avec photo"/}}{{</kit/select}}
					{{<kit/text-field NAME="fin" LABEL="Les quatre derniers signes de son numéro" WIDTH="5" AUTOCOMPLETE="off" SPELLCHECK="false" CLASS="g-code"/}}
					{{<kit/checkbox NAME="vu" LABEL="La personne est en vie, et c’est bien celle de la pièce"/}}
					<p class="g-note">Il vaudra {{MONTHS}} mois{{#MONTHS_IS_DEMO}} (valeur de démonstration){{/MONTHS_IS_DEMO}}. La personne en est prévenue.</p>
					<div class="g-mt">{{<kit/button LABEL="Enregistrer"/}}</div>
				{{</kit/form}}
			</section>{{/MAY_RECORD}}
			{{#ACCOUNT}}<section class="g-card g-card--you g-stack" aria-labelledby="changement"><h2 class="govuk-heading-m" id="changement">Un changement de compte attend</h2>
				<p>La pension serait payée à partir du <strong>{{HOLDS_FROM}}</strong> : {{WORDS}}.</p>
				{{<kit/details TITLE="La personne dit que ce n’est pas elle"}}{{<kit/form ACTION="/retraites/{{AGENT_ID}}/compte"}}<input type="hidden" name="compte" value="{{PAYMENT_ACCOUNT_ID}}">{{<kit/text-field NAME="motif" LABEL="Ce qu’elle dit" HINT="Elle lira cette phrase."/}}{{<kit/button LABEL="Arrêter le changement" KIND="warning"/}}{{</kit/form}}{{</kit/details}}
			</section>{{/ACCOUNT}}
		</div>
		<aside class="g-stack" aria-label="Identité et certificats">
			{{<kit/card ID="identite" TITLE="Son identité" KIND="quiet"}}{{<kit/facts TIGHT="oui"}}{{<kit/fact LABEL="Naissance" VALUE="{{BIRTH_DATE}}"/}}{{#IS_RETIRED}}{{<kit/fact LABEL="À la retraite depuis" VALUE="{{LEFT_ON}}"/}}{{/IS_RETIRED}}{{</kit/facts}}
				{{#IS_RETIRED}}{{#NO_DIED_ON}}<p>{{#IS_LATE}}{{<kit/state KIND="late" LABEL="Attendu depuis {{DAYS_LATE}} jour{{#MANY_DAYS_LATE}}s{{/MANY_DAYS_LATE}}"/}}{{/IS_LATE}}{{#HOLDS}}{{<kit/state KIND="done" LABEL="En règle jusqu’au {{DUE_ON}}"/}}{{/HOLDS}}{{#NO_HOLDS}}{{#NO_IS_LATE}}{{<kit/state KIND="waiting" LABEL="Premier attendu le {{DUE_ON}}"/}}{{/NO_IS_LATE}}{{/NO_HOLDS}}</p>{{/NO_DIED_ON}}{{/IS_RETIRED}}{{</kit/card}}
			{{#HAS_CERTIFICATES}}{{<kit/card ID="anciens" TITLE="Certificats de vie" KIND="quiet"}}<ul class="g-rows">{{#CERTIFICATES}}<li>{{NUMBER}}{{#HAS_STOPPED_AT}} {{<kit/state KIND="rejected" LABEL="Retiré"/}}{{/HAS_STOPPED_AT}}<br><span class="g-note">{{SEEN_ON}}, {{PLACE}}{{#MAY_STOP}}. <a class="govuk-link" href="/retraites/vie/{{LIFE_CERTIFICATE_ID}}">Voir ou retirer</a>{{/MAY_STOP}}</span></li>{{/CERTIFICATES}}</ul>{{</kit/card}}{{/HAS_CERTIFICATES}}
		</aside>
	</div>
</div>
{{</layout}}
