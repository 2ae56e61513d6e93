{{%AUTOESCAPE context="HTML"}}
{{! The desk's three places: COUNTER, DUE, REVERSION (where we are). }}
<div class="g-no-print"><nav class="g-tabs" aria-label="Retraités"><a href="/retraites"[[?COUNTER]] aria-current="page"[[/COUNTER]]>Au guichet</a>{{#CAN_CAREER_CONSULT}}<a href="/retraites/echeances"[[?DUE]] aria-current="page"[[/DUE]]>Échéances</a>{{/CAN_CAREER_CONSULT}}<a href="/retraites/reversion"[[?REVERSION]] aria-current="page"[[/REVERSION]]>Réversions prises ici</a>{{#CAN_PENSIONS_DESK}}<a href="/retraites/demandes">Demandes à traiter</a>{{/CAN_PENSIONS_DESK}}</nav></div>
