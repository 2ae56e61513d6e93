{{%AUTOESCAPE context="HTML"}}
{{! What is missing or wrong, in one sentence, from a row of my_path or my_gaps. }}
{{#GAP_CODE_MISSING_ENTRY}}L’acte d’entrée manque : {{EXPECTED_KIND_LABEL}}{{#HAS_EXPECTED_DATE}}, effet attendu le {{EXPECTED_DATE}}{{/HAS_EXPECTED_DATE}}{{/GAP_CODE_MISSING_ENTRY}}
{{#GAP_CODE_MISSING_STEP}}Un acte manque : {{EXPECTED_KIND_LABEL}} <span class="g-num">{{GRADE}}</span>{{#HAS_EXPECTED_DATE}}, effet attendu le {{EXPECTED_DATE}}{{/HAS_EXPECTED_DATE}}{{/GAP_CODE_MISSING_STEP}}
{{#GAP_CODE_OVERDUE_STEP}}Échelon <span class="g-num">{{GRADE}}</span> attendu depuis le {{EXPECTED_DATE}} : aucun acte ne le constate encore{{/GAP_CODE_OVERDUE_STEP}}
{{#GAP_CODE_POSITION_EXPIRED}}{{KNOWN}} arrivée à son terme le {{AT_DATE}} : l’acte qui y met fin manque{{/GAP_CODE_POSITION_EXPIRED}}
{{#GAP_CODE_MISSING_PROOF}}{{EXPECTED_KIND_LABEL}} du {{AT_DATE}} : l’acte est cité, sa pièce est introuvable{{/GAP_CODE_MISSING_PROOF}}
{{#GAP_CODE_STEP_LOWERED}}L’échelon baisse le {{AT_DATE}}, de <span class="g-num">{{KNOWN}}</span> à <span class="g-num">{{STATED}}</span>, sans sanction au dossier{{/GAP_CODE_STEP_LOWERED}}
{{#GAP_CODE_SAME_STEP_TWICE}}L’échelon <span class="g-num">{{STATED}}</span> est accordé une seconde fois le {{AT_DATE}}{{/GAP_CODE_SAME_STEP_TWICE}}
{{#GAP_CODE_BEFORE_DIFFERS}}L’acte du {{AT_DATE}} part de « {{STATED}} » ; le dossier disait « {{KNOWN}} »{{/GAP_CODE_BEFORE_DIFFERS}}
{{#GAP_CODE_OVERLAPPING_POSITIONS}}Le {{AT_DATE}}, « {{STATED}} » commence alors que « {{KNOWN}} » dure encore{{/GAP_CODE_OVERLAPPING_POSITIONS}}
{{#GAP_CODE_BEFORE_HIRE}}Un acte prend effet le {{AT_DATE}}, avant la prise de service du {{EXPECTED_DATE}}{{/GAP_CODE_BEFORE_HIRE}}
{{#GAP_CODE_AFTER_RETIREMENT}}Un acte prend effet le {{AT_DATE}}, après le départ du {{EXPECTED_DATE}}{{/GAP_CODE_AFTER_RETIREMENT}}
