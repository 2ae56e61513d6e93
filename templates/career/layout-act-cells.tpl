{{%AUTOESCAPE context="HTML"}}
{{! The cells of a line of act, from my_latest_acts or my_acts_of. }}
{{<kit/row-title}}<a class="govuk-link" href="/carriere/actes/{{ACT_ID}}">{{KIND_LABEL}}</a>{{#IS_NEW}} {{<kit/state KIND="new" LABEL="Nouveau"/}}{{/IS_NEW}}{{</kit/row-title}}
{{<kit/td LABEL="Effet"}}<span><span class="g-num">{{EFFECT_DATE}}</span>{{#HAS_END_DATE}} <small>jusqu’au {{END_DATE}}</small>{{/HAS_END_DATE}}</span>{{</kit/td}}
{{<kit/td LABEL="Situation"}}<span>{{#HAS_AFTER_GRADE}}<span class="g-num">{{AFTER_GRADE}}</span> {{/HAS_AFTER_GRADE}}{{AFTER_POSITION}}{{#HAS_AFTER_STRUCTURE}} <small>{{AFTER_STRUCTURE}}</small>{{/HAS_AFTER_STRUCTURE}}{{#HAS_AFTER_CORPS}} <small>{{AFTER_CORPS}}</small>{{/HAS_AFTER_CORPS}}{{#HAS_STATE_LABEL}} {{<kit/state KIND="rejected" LABEL="{{STATE_LABEL}}"/}}{{/HAS_STATE_LABEL}}</span>{{</kit/td}}
{{<kit/td LABEL="Référence"}}<span class="g-break">{{#HAS_REFERENCE}}{{REFERENCE}}{{/HAS_REFERENCE}}{{#NO_REFERENCE}}non indiquée{{/NO_REFERENCE}}</span>{{</kit/td}}
{{<kit/td LABEL="Preuve"}}{{<career/layout-proof/}}{{</kit/td}}
