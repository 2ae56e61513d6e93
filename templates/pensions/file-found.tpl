{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Chercher un dossier de pension" NAV="pensions" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/pensions" LABEL="Dossiers de pension"/}}{{<kit/crumb LABEL="Recherche"/}}{{</kit/crumbs}}
	{{<kit/title TEXT="Dossiers trouvés"/}}
	{{<pensions/layout-file-find/}}
	{{#TOO_MANY}}{{<kit/banner ICON="info" TITLE="Plus de cinquante dossiers"}}<p>Seuls les cinquante premiers sont montrés : ajoutez un prénom ou le matricule.</p>{{</kit/banner}}{{/TOO_MANY}}
	{{#HAS_ROWS}}{{<kit/table CAPTION="Dossiers trouvés" HIDE="oui"}}{{<pensions/layout-file-head/}}{{<kit/rows}}{{#ROWS}}{{<pensions/layout-file-row/}}{{/ROWS}}{{</kit/rows}}{{</kit/table}}{{/HAS_ROWS}}
	{{#NO_ROWS}}{{<kit/empty ICON="search" TITLE="Aucun dossier ne correspond" NOTE="Le dossier d’un agent s’ouvre un an avant son départ. Vous pouvez l’ouvrir plus tôt." HREF="/pensions/ouvrir" LINK="Ouvrir un dossier"/}}{{/NO_ROWS}}
</div>
{{</layout}}
