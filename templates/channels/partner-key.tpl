{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="La clé de {{NAME}}" NAV="canaux"}}
<div class="g-stack-l g-narrow">
	{{<kit/title CAPTION="{{NAME}}" TEXT="Copiez cette clé maintenant"/}}
	{{<kit/banner KIND="you" ICON="alert" TITLE="Elle ne sera plus jamais montrée"}}<p>Le portail n’en garde que l’empreinte. Perdue, on en fait une autre.</p>{{</kit/banner}}
	<p><code class="g-num g-break g-key">{{KEY_SHOWN}}</code></p>
	<p>Elle vaut jusqu’au <strong>{{VALID_TO}}</strong>. Le partenaire l’envoie ainsi : <code>Authorization: Bearer …</code>. Transmettez-la par un moyen où personne d’autre ne lit, jamais par courriel.</p>
	<p><a class="govuk-link" href="/partenaires/{{CODE}}">Je l’ai copiée : revenir au partenaire</a></p>
</div>
{{</layout}}
