{{%AUTOESCAPE context="HTML"}}
{{! One file in a list of the desk. }}
{{<kit/row}}
	<th scope="row" role="rowheader" class="govuk-table__header">{{#IS_OWN}}{{FAMILY_NAME}} {{GIVEN_NAMES}}<small>le vôtre : une autre personne le traite</small>{{/IS_OWN}}{{#NO_IS_OWN}}<a class="govuk-link" href="/pensions/dossiers/{{FILE_ID}}">{{FAMILY_NAME}} {{GIVEN_NAMES}}</a><small>matricule {{MATRICULE}}, dossier {{NUMBER}}</small>{{/NO_IS_OWN}}</th>
	{{<kit/td LABEL="Départ"}}<span><span class="g-num">{{LEAVE_ON}}</span><small>{{KIND_LABEL}}, {{REGIMES}}</small></span>{{</kit/td}}
	{{<kit/td LABEL="Structure"}}<span class="g-small">{{#HAS_STRUCTURE_NAME}}{{STRUCTURE_NAME}}{{/HAS_STRUCTURE_NAME}}{{#NO_STRUCTURE_NAME}}sans affectation{{/NO_STRUCTURE_NAME}}</span>{{</kit/td}}
	{{<kit/td LABEL="Étape"}}<span>{{STATE_LABEL}}{{#HAS_WAITING_ACTS}} <small>actes manquants : {{WAITING_ACTS}}</small>{{/HAS_WAITING_ACTS}}</span>{{</kit/td}}
	{{<kit/td LABEL="Échéance"}}<span>{{#IS_WAITING}}{{<kit/state KIND="you" LABEL="Attend l’agent"/}}{{/IS_WAITING}}{{#HAS_DUE_ON}}<span class="g-num">{{DUE_ON}}</span><small>{{#IS_LATE}}<strong>{{LEFT_WORDS}}</strong>{{/IS_LATE}}{{#NO_IS_LATE}}{{LEFT_WORDS}}{{/NO_IS_LATE}}</small>{{/HAS_DUE_ON}}{{#NO_DUE_ON}}{{#NO_IS_WAITING}}–{{/NO_IS_WAITING}}{{/NO_DUE_ON}}</span>{{</kit/td}}
{{</kit/row}}
