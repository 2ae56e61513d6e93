{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Journal des consultations" NAV="journal" WIDE="oui"}}
<div class="g-stack-l">
{{<kit/error-summary/}}
{{<kit/title TEXT="Journal" LEAD="Qui a ouvert quel dossier, quand et pourquoi. Lire ce journal n’ouvre aucun dossier."/}}
{{<kit/tabs LABEL="Journaux"}}{{<kit/tab HREF="/journal" LABEL="Consultations" ON="oui"/}}{{<kit/tab HREF="/journal/operations" LABEL="Opérations"/}}{{</kit/tabs}}
{{<kit/search ACTION="/journal" LABEL="Nom d’une personne" NAME="qui" HINT="de qui consulte, ou de la personne consultée"/}}
{{#NO_ROWS}}{{<kit/empty TITLE="Rien à montrer" NOTE="Aucune ligne ne correspond à cette recherche."/}}{{/NO_ROWS}}
{{#HAS_ROWS}}{{<kit/table CAPTION="Consultations" HIDE="oui"}}
	{{<kit/head}}{{<kit/th LABEL="Quand"/}}{{<kit/th LABEL="Qui"/}}{{<kit/th LABEL="Au titre de"/}}{{<kit/th LABEL="Dossier de"/}}{{<kit/th LABEL="Motif"/}}{{</kit/head}}
	{{<kit/rows}}{{#ROWS}}{{<kit/row}}
		{{<kit/td LABEL="Quand"}}{{AT}}{{</kit/td}}
		{{<kit/row-title}}{{VIEWER}}{{</kit/row-title}}
		{{<kit/td LABEL="Au titre de"}}<span>{{ROLE_NAME}}{{#HAS_STRUCTURE_NAME}}, {{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}</span>{{</kit/td}}
		{{<kit/td LABEL="Dossier de"}}{{PERSON}}{{</kit/td}}
		{{<kit/td LABEL="Motif"}}{{REASON}}{{</kit/td}}
	{{</kit/row}}{{/ROWS}}{{</kit/rows}}
{{</kit/table}}{{/HAS_ROWS}}
{{<kit/pagination PREVIOUS="/journal?qui={{QUI_VALUE:url_query_escape}}" NEXT="/journal?avant={{NEXT:url_query_escape}}&amp;qui={{QUI_VALUE:url_query_escape}}" LABEL="Pages du journal"/}}
</div>
{{</layout}}
