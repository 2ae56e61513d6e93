{{%AUTOESCAPE context="HTML"}}
{{! What protects a change of account: ACCOUNT_DAYS, DAYS_IS_DEMO. }}
{{<kit/inset}}<p><strong>Le changement attend {{ACCOUNT_DAYS}} jours{{#DAYS_IS_DEMO}} (valeur de démonstration){{/DAYS_IS_DEMO}}.</strong> Nous écrivons tout de suite à vos contacts, les anciens comme les nouveaux, avec un lien pour l’arrêter. Ensuite il prend effet tout seul.</p>{{</kit/inset}}
