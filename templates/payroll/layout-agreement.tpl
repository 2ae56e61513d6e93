{{%AUTOESCAPE context="HTML"}}
{{! The answer first: AGREEMENT_CODE of payroll_api.agreement. }}
{{#AGREEMENT_CODE_CONCORDE}}{{<kit/state KIND="done" LABEL="Carrière et paye concordent"/}}{{/AGREEMENT_CODE_CONCORDE}}{{#AGREEMENT_CODE_ECART}}{{<kit/state KIND="late" LABEL="Des mois diffèrent"/}}{{/AGREEMENT_CODE_ECART}}{{#AGREEMENT_CODE_INCONNU}}{{<kit/state KIND="waiting" LABEL="Pas assez de mois connus"/}}{{/AGREEMENT_CODE_INCONNU}}
