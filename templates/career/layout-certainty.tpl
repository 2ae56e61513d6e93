{{%AUTOESCAPE context="HTML"}}
{{! How sure a rule is, in words: OF = LIMIT_CERTAINTY_CODE, EFFECT_CERTAINTY_CODE or CERTAINTY_CODE. }}
{{#[[OF]]_LOI}}texte de loi{{/[[OF]]_LOI}}{{#[[OF]]_PRESSE}}rapporté par la presse, texte non vu{{/[[OF]]_PRESSE}}{{#[[OF]]_USAGE}}usage constaté, aucun texte vu{{/[[OF]]_USAGE}}{{#[[OF]]_INCONNU}}non établi{{/[[OF]]_INCONNU}}
