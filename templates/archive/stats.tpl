{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Statistiques des archives" NAV="archives" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Statistiques des archives"/}}
	{{<archive/layout-tabs STATS="oui"/}}
	{{<kit/numbers}}{{<kit/number VALUE="{{BACKLOG}}" LABEL="pièces en cours" NOTE="{{#HAS_OLDEST}}la plus ancienne du {{OLDEST}}{{/HAS_OLDEST}}"/}}{{<kit/number VALUE="{{DONE}}" LABEL="rattachées à une carrière"/}}{{<kit/number VALUE="{{REJECTED}}" LABEL="écartées"/}}{{<kit/number VALUE="{{PAGES}}" LABEL="pages numérisées"/}}{{#RATE}}{{<kit/number VALUE="{{RATE_WORDS}}" LABEL="de lectures différentes" NOTE="{{DIFFERING}} sur {{COMPARED}} pièces lues deux fois"/}}{{/RATE}}{{#NO_RATE}}{{<kit/number VALUE="–" LABEL="de lectures différentes" NOTE="aucune pièce lue deux fois"/}}{{/NO_RATE}}{{</kit/numbers}}
	<div class="g-split">
	{{<kit/table CAPTION="Les quatorze derniers jours"}}
		{{<kit/head}}{{<kit/th LABEL="Jour"/}}{{<kit/th LABEL="Reçues" NUM="oui"/}}{{<kit/th LABEL="Lectures" NUM="oui"/}}{{<kit/th LABEL="Rattachées" NUM="oui"/}}{{</kit/head}}
		{{<kit/rows}}{{#DAYS}}{{<kit/row}}{{<kit/row-title}}{{DAY}}{{</kit/row-title}}{{<kit/td LABEL="Reçues" NUM="oui"}}{{SENT}}{{</kit/td}}{{<kit/td LABEL="Lectures" NUM="oui"}}{{KEYED}}{{</kit/td}}{{<kit/td LABEL="Rattachées" NUM="oui"}}{{ATTACHED}}{{</kit/td}}{{</kit/row}}{{/DAYS}}{{</kit/rows}}
	{{</kit/table}}
	{{<kit/card ID="personnes" TITLE="Lectures par personne"}}{{#HAS_PEOPLE}}<ul class="g-rows">{{#PEOPLE}}<li>{{PERSON_NAME}} : <strong class="g-num">{{KEYED}}</strong></li>{{/PEOPLE}}</ul>{{/HAS_PEOPLE}}{{#NO_PEOPLE}}<p>Aucune lecture pour l’instant.</p>{{/NO_PEOPLE}}<p class="g-note">Un total et rien d’autre : ni durée, ni erreurs, ni classement.</p>{{</kit/card}}
	</div>
</div>
{{</layout}}
