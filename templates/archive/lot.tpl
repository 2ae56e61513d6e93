{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Lot {{NAME}}" NAV="archives" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/archives/lots" LABEL="Lots"/}}{{<kit/crumb LABEL="{{NAME}}"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title CAPTION="{{STRUCTURE_NAME}}{{#HAS_ORIGIN}} – {{ORIGIN}}{{/HAS_ORIGIN}}" TEXT="{{NAME}}"/}}
	{{#RUNNING}}{{<kit/progress ID="lecture" TITLE="Contrôle et lecture des pages" NOTE="Vous pouvez quitter cette page : le travail continue." DONE="{{READ_DONE}}" TOTAL="{{READ_TOTAL}}" LIVE="3"}}<p><a class="govuk-link" href="/archives/lots/{{LOT_ID}}">Actualiser</a></p>{{</kit/progress}}{{/RUNNING}}
	{{#HAS_FILES}}{{<kit/numbers}}{{<kit/number VALUE="{{SCANS}}" LABEL="pièces"/}}{{<kit/number VALUE="{{WAITING}}" LABEL="en contrôle"/}}{{<kit/number VALUE="{{TO_KEY}}" LABEL="à saisir"/}}{{<kit/number VALUE="{{ATTACHED}}" LABEL="rattachées"/}}{{<kit/number VALUE="{{REJECTED}}" LABEL="écartées"/}}{{#SOME_REFUSED}}{{<kit/number VALUE="{{REFUSED}}" LABEL="refusées" KIND="late"/}}{{/SOME_REFUSED}}{{</kit/numbers}}{{/HAS_FILES}}
	<section class="g-card" aria-labelledby="envoi"><h2 class="govuk-heading-m" id="envoi">Envoyer des fichiers</h2>
		<form method="post" action="/archives/lots/{{LOT_ID}}" enctype="multipart/form-data" novalidate data-depot>
			<input type="hidden" name="_jeton" value="{{CSRF}}">
			<div class="govuk-form-group{{#FICHIERS_ERROR}} govuk-form-group--error{{/FICHIERS_ERROR}}">
				<label class="govuk-label" for="fichiers">Pièces numérisées</label>
				<p class="govuk-hint" id="fichiers-aide">PDF, JPEG ou TIFF, 40 Mo au plus chacun. <span data-sans-script>En une fois : {{MOST_FILES}} fichiers et {{MOST_BYTES}} Mo au plus ; recommencez pour la suite.</span><span data-avec-script hidden>Autant de fichiers que vous voulez : ils partent un à un et reprennent après une coupure.</span> Un fichier déjà envoyé n’est pas compté deux fois.</p>
				{{#FICHIERS_ERROR}}<p class="govuk-error-message" id="fichiers-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{FICHIERS_ERROR_TEXT}}</p>{{/FICHIERS_ERROR}}
				<div class="g-file{{#FICHIERS_ERROR}} g-file--error{{/FICHIERS_ERROR}}"><input id="fichiers" name="fichiers" type="file" multiple accept=".pdf,.jpg,.jpeg,.tif,.tiff" aria-describedby="fichiers-aide{{#FICHIERS_ERROR}} fichiers-erreur{{/FICHIERS_ERROR}}"{{#FICHIERS_ERROR}} aria-invalid="true"{{/FICHIERS_ERROR}}><span class="g-file__button" aria-hidden="true">Choisir des fichiers</span><span class="g-file__none" aria-hidden="true">Aucun fichier choisi</span></div>
			</div>
			<div class="g-stack" data-avancee hidden><p role="status" data-dit></p><progress class="g-progress" max="1" value="0" aria-label="Envoi des fichiers"></progress><ul class="govuk-list g-small" data-echecs></ul></div>
			<button class="govuk-button" type="submit">Envoyer</button>
		</form>
	</section>
	{{#NO_FILES}}{{<kit/empty TITLE="Ce lot est vide" NOTE="Choisissez les fichiers ci-dessus : chacun sera contrôlé, puis lu page par page." ICON="upload"/}}{{/NO_FILES}}
	{{#HAS_FILES}}
	{{<kit/table CAPTION="Fichiers du lot"}}
		{{<kit/head}}{{<kit/th LABEL="Fichier"/}}{{<kit/th LABEL="Taille" NUM="oui"/}}{{<kit/th LABEL="Pages lues" NUM="oui"/}}{{<kit/th LABEL="État"/}}{{</kit/head}}
		{{<kit/rows}}{{#SCANS}}{{<kit/row}}
			{{<kit/row-title}}<a class="govuk-link g-break" href="/archives/pieces/{{SCAN_ID}}">{{NAME}}</a>{{</kit/row-title}}
			{{<kit/td LABEL="Taille" NUM="oui"}}{{SIZE_WORDS}}{{</kit/td}}
			{{<kit/td LABEL="Pages lues" NUM="oui"}}{{#REFUSED}}–{{/REFUSED}}{{#NO_REFUSED}}{{PAGES_READ}} / {{PAGES_COUNT}}{{/NO_REFUSED}}{{</kit/td}}
			{{<kit/td LABEL="État"}}<div>{{#STOPPED}}{{<kit/state KIND="late" LABEL="Arrêté"/}}<p class="g-note">{{STOPPED_TEXT}}</p>{{<kit/form ACTION="/archives/lots/{{LOT_ID}}/pieces/{{SCAN_ID}}/relancer"}}<button class="govuk-button govuk-button--secondary" type="submit">Relancer<span class="govuk-visually-hidden"> {{NAME}}</span></button>{{</kit/form}}{{/STOPPED}}{{#NO_IS_STOPPED}}{{<archive/layout-scan-state/}}{{/NO_IS_STOPPED}}{{#REFUSED}}<p class="g-note">{{WHY_TEXT}}</p>{{/REFUSED}}{{#HAS_REJECT_LABEL}}<p class="g-note">{{REJECT_LABEL}}</p>{{/HAS_REJECT_LABEL}}</div>{{</kit/td}}
		{{</kit/row}}{{/SCANS}}{{</kit/rows}}
	{{</kit/table}}
	{{#HAS_PAGES}}{{<kit/pagination WHERE="Page {{PAGE_NUMBER}}" PREVIOUS="/archives/lots/{{LOT_ID}}?page={{PREVIOUS:url_query_escape}}" NEXT="/archives/lots/{{LOT_ID}}?page={{NEXT:url_query_escape}}"/}}{{/HAS_PAGES}}
	{{/HAS_FILES}}
	<script type="module" src="[[asset:depot.js]]"></script>
</div>
{{</layout}}
