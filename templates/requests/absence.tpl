{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Je serai absent" NAV="corbeilles"}}
<div class="g-stack-l g-narrow">
	{{<kit/back HREF="/corbeilles" LABEL="Corbeilles"/}}{{<kit/error-summary/}}
	{{<kit/title TEXT="Je serai absent" LEAD="Pendant votre absence, vos demandes se voient aussi chez la personne qui vous remplace. Elle agit en son nom, jamais au vôtre."/}}
	{{#HAS_ABSENCES}}<ul class="g-services">{{#ABSENCES}}<li class="g-service"><span class="g-service__name">Du {{VALID_FROM}} au {{LAST_DAY}}</span><span class="g-note">{{WHO}} vous remplace</span><span>{{#IS_NOW}}{{<kit/state KIND="progress" LABEL="En cours"/}}{{/IS_NOW}}{{<kit/form ACTION="/corbeilles/absence/{{ABSENCE_ID}}/finir"}}<button class="govuk-button govuk-button--secondary g-above" type="submit">Annuler</button>{{</kit/form}}</span></li>{{/ABSENCES}}</ul>{{/HAS_ABSENCES}}
	{{<kit/form ACTION="/corbeilles/absence"}}{{<kit/date NAME="debut" LABEL="Premier jour"/}}{{<kit/date NAME="fin" LABEL="Dernier jour"/}}{{<kit/select NAME="cible" LABEL="Qui vous remplace ?" EMPTY="Choisissez"}}{{#COLLEAGUES}}<option value="{{TARGET}}"{{#CIBLE_ON}} selected{{/CIBLE_ON}}>{{LABEL}}</option>{{/COLLEAGUES}}{{</kit/select}}{{<kit/actions}}{{<kit/button LABEL="Noter mon absence"/}}{{</kit/actions}}{{</kit/form}}
</div>
{{</layout}}
