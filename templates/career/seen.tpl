{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Qui m’a consulté" NAV="consultations"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Qui a consulté mon dossier" LEAD="Chaque fois qu’un service ouvre votre dossier, il dit pourquoi, et vous le voyez ici."/}}
	{{#HAS_SEEN}}{{<kit/table CAPTION="Consultations, de la dernière à la plus ancienne" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Date"/}}{{<kit/th LABEL="Structure"/}}{{<kit/th LABEL="Rôle"/}}{{<kit/th LABEL="Quoi"/}}{{<kit/th LABEL="Motif"/}}{{</kit/head}}
		{{<kit/rows}}{{#SEEN}}{{<kit/row}}{{<kit/row-title}}<time datetime="{{AT_ISO}}">{{AT}}</time>{{</kit/row-title}}
			{{<kit/td LABEL="Structure"}}{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}non indiquée{{/NO_STRUCTURE_NAME}}{{</kit/td}}
			{{<kit/td LABEL="Rôle"}}{{#HAS_ROLE_LABEL}}{{ROLE_LABEL}}{{/HAS_ROLE_LABEL}}{{#NO_ROLE_LABEL}}non indiqué{{/NO_ROLE_LABEL}}{{</kit/td}}
			{{<kit/td LABEL="Quoi"}}{{#WHAT_CODE_DOSSIER}}dossier ouvert{{/WHAT_CODE_DOSSIER}}{{#WHAT_CODE_EXPORT}}inclus dans une liste exportée{{/WHAT_CODE_EXPORT}}{{#WHAT_CODE_ATTESTATION}}demande d’attestation étudiée{{/WHAT_CODE_ATTESTATION}}{{#WHAT_CODE_PENSION}}dossier de pension traité{{/WHAT_CODE_PENSION}}{{#WHAT_CODE_IDENTITE}}identité vue au guichet{{/WHAT_CODE_IDENTITE}}{{#WHAT_CODE_REVERSION}}demande de réversion étudiée{{/WHAT_CODE_REVERSION}}{{</kit/td}}
			{{<kit/td LABEL="Motif"}}<span class="g-break">{{REASON}}</span>{{</kit/td}}{{</kit/row}}{{/SEEN}}{{</kit/rows}}
	{{</kit/table}}
	{{<kit/pagination WHERE="Lignes {{FIRST}} à {{LAST}}" PREVIOUS="/consultations?page={{PREVIOUS:url_query_escape}}" NEXT="/consultations?page={{NEXT:url_query_escape}}"/}}{{/HAS_SEEN}}
	{{#NO_SEEN}}{{<kit/empty ICON="eye" TITLE="Aucune consultation à montrer" NOTE="Personne n’a ouvert votre dossier depuis que ce journal existe."/}}{{/NO_SEEN}}
	{{<kit/details TITLE="Ce que ce journal montre, et ce qu’il ne montre pas"}}<p>Il montre la structure, le rôle et le motif, pas le nom de la personne. Vos propres visites n’y sont pas. Un motif qui vous étonne peut être contesté auprès du service indiqué.</p>{{</kit/details}}
</div>
{{</layout}}
