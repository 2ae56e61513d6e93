{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Boîte d’envoi de la démonstration"}}
<h1 class="govuk-heading-l">Boîte d’envoi</h1>
<p class="govuk-body">Dans cette démonstration, rien ne part : les courriels et les SMS que le portail aurait envoyés s’affichent ici, du plus récent au plus ancien.</p>
{{#NO_MESSAGES}}{{<kit/empty TITLE="Aucun message pour l’instant"}}<p>Demandez un code d’activation ou changez un mot de passe : le message apparaîtra ici.</p>{{</kit/empty}}{{/NO_MESSAGES}}
{{#MESSAGES}}
<article class="g-card">
<h2 class="govuk-heading-s">{{#HAS_SUBJECT}}{{SUBJECT}}{{/HAS_SUBJECT}}{{#NO_SUBJECT}}SMS{{/NO_SUBJECT}}</h2>
<p class="govuk-hint">À {{RECIPIENT}} – {{MADE_AT}}</p>
<pre class="g-letter">{{BODY:pre_escape}}</pre>
</article>
{{/MESSAGES}}
{{</layout}}
