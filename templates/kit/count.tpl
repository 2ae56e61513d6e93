{{%AUTOESCAPE context="HTML"}}
{{! A number column with its word: N (the marker), ONE ("jour ouvrable", for 0 too), MANY ("jours ouvrables"). }}
{{[[N]]}} {{#ONE_[[N]]}}[[ONE]]{{/ONE_[[N]]}}{{#MANY_[[N]]}}[[MANY]]{{/MANY_[[N]]}}