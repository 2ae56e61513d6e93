{{%AUTOESCAPE context="HTML"}}
{{! State of a request by its kind: KIND_CODE, STATE_LABEL. }}
{{#KIND_CODE_NEW}}{{<kit/state KIND="new" LABEL="{{STATE_LABEL}}"/}}{{/KIND_CODE_NEW}}{{#KIND_CODE_PROGRESS}}{{<kit/state KIND="progress" LABEL="{{STATE_LABEL}}"/}}{{/KIND_CODE_PROGRESS}}{{#KIND_CODE_YOU}}{{<kit/state KIND="you" LABEL="{{STATE_LABEL}}"/}}{{/KIND_CODE_YOU}}{{#KIND_CODE_DONE}}{{<kit/state KIND="done" LABEL="{{STATE_LABEL}}"/}}{{/KIND_CODE_DONE}}{{#KIND_CODE_REJECTED}}{{<kit/state KIND="rejected" LABEL="{{STATE_LABEL}}"/}}{{/KIND_CODE_REJECTED}}
