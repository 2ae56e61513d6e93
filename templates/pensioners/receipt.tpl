{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Certificat de vie {{NUMBER}}" NAV="retraites"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{#HAS_AGENT_ID}}{{<kit/back HREF="/retraites" LABEL="Au suivant"/}}{{/HAS_AGENT_ID}}{{#NO_AGENT_ID}}{{<kit/back HREF="/ma-pension" LABEL="Ma pension"/}}{{/NO_AGENT_ID}}
	<section class="g-stub" aria-labelledby="vie"><div class="g-stub__tab"><p class="g-stub__kind">Certificat de vie</p><p class="g-stub__number g-stub__number--long">{{NUMBER}}</p><p>{{#HAS_STOPPED_AT}}{{<kit/state KIND="rejected" LABEL="Retiré"/}}{{/HAS_STOPPED_AT}}{{#NO_STOPPED_AT}}{{<kit/state KIND="done" LABEL="Enregistré"/}}{{/NO_STOPPED_AT}}</p></div>
	<div class="g-stub__body g-stack"><h1 class="govuk-heading-l" id="vie">Certificat de vie de {{NAME}}</h1>
		{{<kit/facts}}
			{{<kit/fact LABEL="Matricule" VALUE="{{MATRICULE}}"/}}
			{{<kit/fact LABEL="Naissance" VALUE="{{BIRTH_DATE}}"/}}
			{{<kit/fact LABEL="Présence constatée le" VALUE="{{SEEN_ON}}"/}}
			{{<kit/fact LABEL="Où" VALUE="{{PLACE}}" NOTE="{{#HOW_CODE_AGENT}}visite d’un agent{{/HOW_CODE_AGENT}}{{#HOW_CODE_PRESENCE}}au guichet{{/HOW_CODE_PRESENCE}}"/}}
			{{<kit/fact LABEL="Par" VALUE="{{RECORDER}}"/}}
			{{<kit/fact LABEL="Pièce vérifiée" VALUE="{{PAPER}}" NOTE="finissant par {{PAPER_END}}"/}}
			{{<kit/fact LABEL="Vaut jusqu’au" VALUE="{{VALID_UNTIL}}"/}}
		{{</kit/facts}}
		{{#HAS_STOPPED_AT}}<p><strong>Retiré le {{STOPPED_AT}}.</strong> Motif : {{STOPPED_WHY}}</p>{{/HAS_STOPPED_AT}}
		{{#NO_STOPPED_AT}}<p class="g-note">Enregistré le {{RECORDED_AT}}. La personne en est prévenue sur ses contacts.</p>{{/NO_STOPPED_AT}}
	</div></section>
	{{#IS_DECLARED_DEAD}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le décès de cette personne avait été déclaré"}}<p>Le service des pensions voit ce certificat dans la demande : elle ne peut plus être admise.</p>{{</kit/banner}}{{/IS_DECLARED_DEAD}}
	{{<kit/print LABEL="Imprimer le reçu"/}}
	{{#MAY_STOP}}<div class="g-no-print">{{<kit/details TITLE="Je me suis trompé de personne"}}<p>Vous pouvez retirer ce certificat dans les 24 heures. La personne en sera prévenue.</p>
		{{<kit/form ACTION="/retraites/vie/{{LIFE_CERTIFICATE_ID}}/retirer"}}{{<kit/text-field NAME="motif" LABEL="Pourquoi ?"/}}{{<kit/button LABEL="Retirer le certificat" KIND="warning"/}}{{</kit/form}}{{</kit/details}}</div>{{/MAY_STOP}}
</div>
{{</layout}}
