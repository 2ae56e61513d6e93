{{%AUTOESCAPE context="HTML"}}
{{! A payment account in words, its last four at most: KIND_CODE, LABEL, ENDING of the row around. }}
{{#KIND_CODE_BANQUE}}{{LABEL}}, compte finissant par <span class="g-num">{{ENDING}}</span>{{/KIND_CODE_BANQUE}}{{#KIND_CODE_MOBILE}}{{LABEL}}, numéro finissant par <span class="g-num">{{ENDING}}</span>{{/KIND_CODE_MOBILE}}{{#KIND_CODE_TRESOR}}Guichet du Trésor, {{LABEL}}{{/KIND_CODE_TRESOR}}
