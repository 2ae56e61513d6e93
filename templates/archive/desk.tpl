{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Archives" NAV="archives" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/error-summary TITLE="Rien à prendre"/}}
	{{<archive/layout-done/}}
	{{<kit/title TEXT="Archives" LEAD="Chaque pièce est lue par deux personnes qui ne se voient pas. D’accord, elle entre dans la carrière ; sinon une troisième décide."/}}
	{{<archive/layout-tabs DESK="oui"/}}
	<div class="g-cols-3">
		{{#SAISIE}}{{<archive/layout-queue QUEUE="saisie" TITLE="À saisir" ONE_WORD="pièce" MANY_WORD="pièces" NOTE="Première lecture, aidée par ce que la machine a lu." BUTTON="Saisir la suivante"/}}{{/SAISIE}}
		{{#RESSAISIE}}{{<archive/layout-queue QUEUE="ressaisie" TITLE="À ressaisir" ONE_WORD="pièce" MANY_WORD="pièces" NOTE="Seconde lecture, à l’aveugle." BUTTON="Ressaisir la suivante" KIND="secondary"/}}{{/RESSAISIE}}
		{{#COMPARAISON}}{{<archive/layout-queue QUEUE="comparaison" TITLE="À comparer" ONE_WORD="pièce" MANY_WORD="pièces" NOTE="Deux lectures différentes : vous tranchez." BUTTON="Comparer la suivante" KIND="secondary"/}}{{/COMPARAISON}}
	</div>
	<div class="g-cols-2">
		{{<kit/card ID="signalements" TITLE="Signalements des agents"}}<p><a class="govuk-link" href="/archives/signalements">{{REPORTS_OPEN}} en attente de réponse</a>{{#REPORTS_LATE}} {{<kit/state KIND="late" LABEL="{{LATE}} hors délai"/}}{{/REPORTS_LATE}}</p><p class="g-note">Un acte manquant, faux ou illisible, signalé par l’agent lui-même.</p>{{</kit/card}}
		{{<kit/card ID="apporter" TITLE="Apporter des pièces"}}<p><a class="govuk-link" href="/archives/lots/nouveau">Ouvrir un lot</a></p><p class="g-note">PDF, JPEG ou TIFF, des centaines à la fois. Chaque fichier est contrôlé puis lu.</p>{{</kit/card}}
	</div>
</div>
{{</layout}}
