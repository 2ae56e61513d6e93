{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Rendez-vous {{TICKET}}" NAV="rendez-vous"}}
<div class="g-stack-l g-narrow">
	<div class="g-no-print">{{<kit/back HREF="/rendez-vous" LABEL="Mes rendez-vous"/}}</div>
	{{<kit/title TEXT="Le {{DAY_WORDS}} à {{AT_WORDS}}" CAPTION="Mon rendez-vous"/}}
	{{<kit/stub LABEL="Ticket du rendez-vous" KIND="Ticket" NUMBER="{{TICKET}}"}}
		{{<kit/facts}}{{<kit/fact LABEL="Où" VALUE="{{DESK_NAME}}" NOTE="{{ADDRESS}}"/}}{{<kit/fact LABEL="Pourquoi" VALUE="{{SUBJECT}}" NOTE="{{HINT}}"/}}{{#HAS_REQUEST_NUMBER}}{{<kit/fact LABEL="Demande" VALUE="{{REQUEST_NUMBER}}"/}}{{/HAS_REQUEST_NUMBER}}{{</kit/facts}}
		<p>{{#STATE_CODE_PRIS}}{{#CAN_CHANGE}}{{<kit/state KIND="new" LABEL="réservé"/}}{{/CAN_CHANGE}}{{#NO_CAN_CHANGE}}{{<kit/state KIND="draft" LABEL="passé"/}}{{/NO_CAN_CHANGE}}{{/STATE_CODE_PRIS}}{{#STATE_CODE_ARRIVE}}{{<kit/state KIND="progress" LABEL="vous êtes arrivé"/}}{{/STATE_CODE_ARRIVE}}{{#STATE_CODE_RECU}}{{<kit/state KIND="done" LABEL="reçu"/}}{{/STATE_CODE_RECU}}{{#STATE_CODE_ABSENT}}{{<kit/state KIND="late" LABEL="absent"/}}{{/STATE_CODE_ABSENT}}{{#STATE_CODE_ANNULE}}{{<kit/state KIND="rejected" LABEL="annulé"/}}{{/STATE_CODE_ANNULE}}</p>
		{{#CAN_CHANGE}}<p><img src="/rendez-vous/ticket/{{TICKET}}/qr.svg" width="160" height="160" alt="Code à montrer à l’accueil ; le numéro {{TICKET}} suffit aussi."></p>{{/CAN_CHANGE}}
	{{</kit/stub}}
	{{#CAN_CHANGE}}
	{{<kit/inset}}<p>Venez dix minutes avant, avec une pièce d’identité et ce ticket, imprimé ou sur votre téléphone. Un rappel vous sera envoyé la veille.{{#HAS_NOTE}} {{NOTE}}{{/HAS_NOTE}}</p>{{</kit/inset}}
	<div class="g-no-print">{{<kit/actions}}{{<kit/print LABEL="Imprimer le ticket"/}}{{<kit/button-link HREF="/rendez-vous/ticket/{{TICKET}}/deplacer" LABEL="Déplacer" KIND="secondary"/}}{{</kit/actions}}
	{{<kit/form ACTION="/rendez-vous/ticket/{{TICKET}}/annuler"}}{{<kit/button LABEL="Annuler ce rendez-vous" KIND="warning"/}}{{</kit/form}}</div>
	{{/CAN_CHANGE}}
</div>
{{</layout}}
