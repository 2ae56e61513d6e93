{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Journal des opérations" NAV="journal" WIDE="oui"}}
<div class="g-stack-l">
{{<kit/error-summary/}}
{{<kit/title TEXT="Journal" LEAD="Connexions, refus, changements de comptes et de droits, imports."/}}
{{<kit/tabs LABEL="Journaux"}}{{<kit/tab HREF="/journal" LABEL="Consultations"/}}{{<kit/tab HREF="/journal/operations" LABEL="Opérations" ON="oui"/}}{{</kit/tabs}}
{{<kit/search ACTION="/journal/operations" LABEL="Nom d’une personne" NAME="qui" HINT="de la personne qui a agi"/}}
{{#NO_ROWS}}{{<kit/empty TITLE="Rien à montrer" NOTE="Aucune ligne ne correspond à cette recherche."/}}{{/NO_ROWS}}
{{#HAS_ROWS}}{{<kit/table CAPTION="Opérations" HIDE="oui"}}
	{{<kit/head}}{{<kit/th LABEL="Quand"/}}{{<kit/th LABEL="Qui"/}}{{<kit/th LABEL="Opération"/}}{{<kit/th LABEL="Objet"/}}{{<kit/th LABEL="Résultat"/}}{{</kit/head}}
	{{<kit/rows}}{{#ROWS}}{{<kit/row}}
		{{<kit/td LABEL="Quand"}}{{AT}}{{</kit/td}}
		{{<kit/row-title}}<span>{{#HAS_PERSON}}{{PERSON}}{{/HAS_PERSON}}{{#NO_PERSON}}visiteur{{/NO_PERSON}}</span>{{</kit/row-title}}
		{{<kit/td LABEL="Opération"}}{{VERB}}{{</kit/td}}
		{{<kit/td LABEL="Objet"}}<span class="g-break">{{OBJECT}}</span>{{</kit/td}}
		{{<kit/td LABEL="Résultat"}}{{RESULT_CODE}}{{</kit/td}}
	{{</kit/row}}{{/ROWS}}{{</kit/rows}}
{{</kit/table}}{{/HAS_ROWS}}
{{<kit/pagination PREVIOUS="/journal/operations?qui={{QUI_VALUE:url_query_escape}}" NEXT="/journal/operations?avant={{NEXT:url_query_escape}}&amp;qui={{QUI_VALUE:url_query_escape}}" LABEL="Pages du journal"/}}
</div>
{{</layout}}
