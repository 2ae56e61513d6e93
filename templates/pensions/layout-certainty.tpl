{{%AUTOESCAPE context="HTML"}}
{{! How sure a rule of pensions is: OF = the marker that holds its certainty. }}
{{#[[OF]]_LOI}}texte de loi{{/[[OF]]_LOI}}{{#[[OF]]_PRESSE}}article à confirmer{{/[[OF]]_PRESSE}}{{#[[OF]]_USAGE}}usage constaté, aucun texte vu{{/[[OF]]_USAGE}}{{#[[OF]]_INCONNU}}non établi{{/[[OF]]_INCONNU}}
