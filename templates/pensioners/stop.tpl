{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Arrêter un changement de compte"}}
<div class="g-stack-l g-narrow">
	{{#STATE_CODE_ATTENTE}}{{<kit/title TEXT="Arrêter ce changement ?"/}}
	<p class="g-lead">Une pension serait payée ici à partir du <strong>{{HOLDS_FROM}}</strong> : {{WORDS}}.</p>
	<p class="govuk-body">Si vous ne l’avez pas demandé, arrêtez-le. La pension reste payée comme avant.</p>
	<form method="post" novalidate><input type="hidden" name="_jeton" value="{{CSRF}}"><input type="hidden" name="_cle" value="{{KEY}}">{{<kit/actions}}{{<kit/button LABEL="Arrêter le changement" KIND="warning"/}}{{</kit/actions}}</form>
	<p class="g-note">C’est bien vous ? Fermez cette page : il n’y a rien à faire.</p>{{/STATE_CODE_ATTENTE}}
	{{#STATE_CODE_ARRETE}}{{<kit/title TEXT="Ce changement est arrêté" LEAD="La pension reste payée comme avant. Ce lien a servi, il ne sert plus."/}}<p class="govuk-body">Vous ne l’aviez pas demandé ? Quelqu’un connaît peut-être votre mot de passe : <a class="govuk-link" href="/mot-de-passe">choisissez-en un autre</a>.</p>{{/STATE_CODE_ARRETE}}
	{{#STATE_CODE_EFFET}}{{<kit/title TEXT="Il est trop tard pour ce lien" LEAD="Le changement a pris effet le {{HOLDS_FROM}}."/}}<p class="govuk-body">Allez tout de suite dans un centre communal avec votre pièce d’identité, ou <a class="govuk-link" href="/connexion?suite=/ma-pension">connectez-vous</a> pour changer de compte de nouveau.</p>{{/STATE_CODE_EFFET}}
</div>
{{</layout}}
