{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Mes messages" NAV="compte"}}
<div class="g-stack-l">
	{{<kit/back HREF="/compte" LABEL="Mon compte"/}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Mes messages" LEAD="Ce que nous vous avons envoyé, et comment vous voulez être prévenu."/}}
	{{<kit/section ID="recus" TITLE="Messages reçus"}}
		{{#NO_MESSAGES}}{{<kit/empty TITLE="Aucun message" NOTE="Quand nous vous écrirons, la date, le moyen et le sort de chaque message seront ici."/}}{{/NO_MESSAGES}}
		{{#HAS_MESSAGES}}{{<kit/table CAPTION="Messages reçus, du plus récent au plus ancien" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Message"/}}{{<kit/th LABEL="Envoyé"/}}{{<kit/th LABEL="Par"/}}{{<kit/th LABEL="À"/}}{{<kit/th LABEL="État"/}}{{</kit/head}}
			{{<kit/rows}}{{#MESSAGES}}{{<kit/row}}
				{{<kit/row-title}}{{NAME}}{{#HAS_TEXT}}<details class="g-small"><summary>Lire</summary><p class="g-quote g-break">{{TEXT}}</p></details>{{/HAS_TEXT}}{{</kit/row-title}}
				{{<kit/td LABEL="Envoyé"}}<time datetime="{{AT_ISO}}">{{AT}}</time>{{</kit/td}}
				{{<kit/td LABEL="Par"}}{{#WAY_CODE_EMAIL}}courriel{{/WAY_CODE_EMAIL}}{{#WAY_CODE_SMS}}SMS{{/WAY_CODE_SMS}}{{</kit/td}}
				{{<kit/td LABEL="À"}}<span class="g-num">{{RECIPIENT}}</span>{{</kit/td}}
				{{<kit/td LABEL="État"}}<span>{{#STATE_CODE_ATTENTE}}{{<kit/state KIND="waiting" LABEL="en attente d’envoi"/}}{{/STATE_CODE_ATTENTE}}{{#STATE_CODE_RETENU}}{{<kit/state KIND="draft" LABEL="retenu : démonstration"/}}{{/STATE_CODE_RETENU}}{{#STATE_CODE_ENVOYE}}{{<kit/state KIND="progress" LABEL="envoyé"/}}{{/STATE_CODE_ENVOYE}}{{#STATE_CODE_REMIS}}{{<kit/state KIND="done" LABEL="remis"/}}{{/STATE_CODE_REMIS}}{{#STATE_CODE_REFUSE}}{{<kit/state KIND="rejected" LABEL="refusé"/}}{{/STATE_CODE_REFUSE}}{{#STATE_CODE_EXPIRE}}{{<kit/state KIND="late" LABEL="jamais arrivé"/}}{{/STATE_CODE_EXPIRE}}</span>{{</kit/td}}
			{{</kit/row}}{{/MESSAGES}}{{</kit/rows}}
		{{</kit/table}}
		{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/compte/messages?page={{PREVIOUS:url_query_escape}}" NEXT="/compte/messages?page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
		<p class="g-note">« Envoyé » : confié à l’opérateur ou au serveur de courriel. « Remis » : le téléphone l’a reçu ; un courriel ne le dit pas. Le code d’un message n’est jamais montré ici.</p>{{/HAS_MESSAGES}}
	{{</kit/section}}
	{{<kit/section ID="moyens" TITLE="Où nous vous écrivons" LINK="Ajouter un contact" HREF="/compte/contacts"}}
		{{#NO_WAYS}}{{<kit/banner KIND="you" ICON="alert" TITLE="Nous ne pouvons pas vous joindre"}}<p>Ajoutez un téléphone ou une adresse : vous saurez où en sont vos demandes.</p>{{</kit/banner}}{{/NO_WAYS}}
		{{#HAS_WAYS}}<ul class="g-rows">{{#WAYS}}<li><strong class="g-break">{{VALUE}}</strong> <span class="g-note">par {{WAY}}</span> {{#STOPPED}}{{<kit/state KIND="rejected" LABEL="STOP : seuls les codes partent"/}}{{/STOPPED}}{{#NO_STOPPED}}{{#USABLE}}{{<kit/state KIND="done" LABEL="utilisé"/}}{{/USABLE}}{{#NO_USABLE}}{{<kit/state KIND="waiting" LABEL="non vérifié : rien n’y part"/}}{{/NO_USABLE}}{{/NO_STOPPED}}</li>{{/WAYS}}</ul>{{/HAS_WAYS}}
		{{#ONE_STOPPED}}{{<kit/form ACTION="/compte/messages/reprise"}}<p class="govuk-body">Vous avez répondu STOP à l’un de nos SMS.</p>{{<kit/button LABEL="Recevoir de nouveau des SMS" KIND="secondary"/}}{{</kit/form}}{{/ONE_STOPPED}}
	{{</kit/section}}
	{{<kit/section ID="choix" TITLE="Ce que je veux recevoir"}}
		{{<kit/form ACTION="/compte/messages"}}
			{{<kit/table CAPTION="Ce que je veux recevoir, et comment" HIDE="oui"}}
				{{<kit/head}}{{<kit/th LABEL="Sujet"/}}{{<kit/th LABEL="Par courriel"/}}{{<kit/th LABEL="Par SMS"/}}{{</kit/head}}
				{{<kit/rows}}{{#KINDS}}{{<kit/row}}
					{{<kit/row-title}}{{NAME}}<br><span class="g-note">{{HINT}}</span>{{</kit/row-title}}
					{{#IS_OWED}}{{<kit/td LABEL="Par courriel"}}toujours{{</kit/td}}{{<kit/td LABEL="Par SMS"}}toujours{{</kit/td}}{{/IS_OWED}}
					{{#NO_IS_OWED}}{{<kit/td LABEL="Par courriel"}}<input class="g-wish" type="checkbox" name="courriel" value="{{KIND_CODE}}"{{#BY_EMAIL}} checked{{/BY_EMAIL}} aria-label="{{NAME}}, par courriel">{{</kit/td}}
					{{<kit/td LABEL="Par SMS"}}<input class="g-wish" type="checkbox" name="sms" value="{{KIND_CODE}}"{{#BY_SMS}} checked{{/BY_SMS}} aria-label="{{NAME}}, par SMS">{{</kit/td}}{{/NO_IS_OWED}}
				{{</kit/row}}{{/KINDS}}{{</kit/rows}}
			{{</kit/table}}
			{{<kit/actions}}{{<kit/button LABEL="Enregistrer mes choix"/}}{{</kit/actions}}
		{{</kit/form}}
		{{<kit/details TITLE="Le Guichet par SMS, sans internet"}}
			<p>Envoyez l’un de ces messages. La réponse tient en un SMS.</p>
			<ul class="govuk-list govuk-list--bullet">
				<li><strong>SUIVI</strong> numéro code : où en est une demande (le code est sur le reçu) ;</li>
				<li><strong>JJMMAAAA matricule</strong> : date de première prise de service puis matricule ; un code revient, renvoyez-le pour lire l’état de vos demandes et votre prochain échelon ;</li>
				<li><strong>QUI</strong> : qui a ouvert mon dossier (depuis un téléphone vérifié) ;</li>
				<li><strong>STOP</strong> ou <strong>REPRISE</strong> : ne plus recevoir de SMS, ou de nouveau ; <strong>AIDE</strong> : cette liste.</li>
			</ul>
		{{</kit/details}}
	{{</kit/section}}
</div>
{{</layout}}
