{{%AUTOESCAPE context="HTML"}}
{{! The state of a claim: STATE_CODE, STATE_LABEL of the row around. }}
{{#STATE_CODE_BROUILLON}}{{<kit/state KIND="draft" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_BROUILLON}}{{#STATE_CODE_RECU}}{{<kit/state KIND="progress" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_RECU}}{{#STATE_CODE_INCOMPLET}}{{<kit/state KIND="you" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_INCOMPLET}}{{#STATE_CODE_ADMIS}}{{<kit/state KIND="done" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_ADMIS}}{{#STATE_CODE_REJETE}}{{<kit/state KIND="rejected" LABEL="{{STATE_LABEL}}"/}}{{/STATE_CODE_REJETE}}
