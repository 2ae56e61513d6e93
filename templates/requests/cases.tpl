{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Usagers mécontents" NAV="corbeilles"}}
<div class="g-stack-l">
	{{<kit/back HREF="/corbeilles" LABEL="Corbeilles"/}}{{<kit/error-summary/}}
	{{<kit/title TEXT="Usagers mécontents" LEAD="Chaque avis mécontent ouvre un cas au service des relations avec les usagers. Le bureau jugé ne le voit pas."/}}
	{{#NO_CASES}}{{<kit/empty TITLE="Aucun cas ouvert" ICON="done"/}}{{/NO_CASES}}
	{{#CASES}}<section class="g-card g-stack"><h2 class="govuk-heading-m">{{SERVICE_NAME}} <span class="g-note g-num">{{NUMBER}}</span></h2><p class="g-note">Avis du {{OPENED_AT}} : {{TOTAL}} points sur 16</p>{{#HAS_REMARK}}<div class="g-quote g-quote--mine">{{REMARK}}</div>{{/HAS_REMARK}}
		{{<kit/form ACTION="/corbeilles/insatisfaits/{{CASE_ID}}"}}<div class="govuk-form-group"><label class="govuk-label" for="suite-{{CASE_ID}}">Ce qui a été fait</label><textarea class="govuk-textarea" id="suite-{{CASE_ID}}" name="suite" rows="2"></textarea></div>{{<kit/button LABEL="Clore le cas" KIND="secondary"/}}{{</kit/form}}</section>{{/CASES}}
</div>
{{</layout}}
