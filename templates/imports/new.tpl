{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Importer un fichier" NAV="imports"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/imports" LABEL="Imports"/}}{{<kit/crumb LABEL="Importer un fichier"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Importer un fichier" LEAD="Le fichier est d’abord contrôlé. Vous verrez ce qui serait ajouté, modifié ou refusé avant que rien ne soit écrit."/}}
	{{<kit/form ACTION="/imports" ENCTYPE="multipart/form-data"}}
		{{<kit/radios NAME="nature" LEGEND="Que contient-il ?"}}
			{{<kit/radio NAME="nature" VALUE="personnel" LABEL="Du personnel" HINT="Un agent par ligne : matricule, nom, naissance, prise de service, statut, structure…"/}}
			{{<kit/radio NAME="nature" VALUE="acts" LABEL="Des actes" HINT="Une ligne d’acte par ligne : matricule, type, référence, date d’effet, et ce que l’acte change"/}}
		{{</kit/radios}}
		{{<kit/file NAME="fichier" LABEL="Fichier" HINT="CSV (UTF-8 ou Windows, point-virgule ou virgule) ou XLSX, 200 Mo au plus. La première ligne nomme les colonnes." ACCEPT=".csv,.txt,.xlsx"/}}
		{{<kit/actions}}{{<kit/button LABEL="Envoyer et continuer"/}}<a class="govuk-link" href="/imports">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
	<section class="g-stack" aria-labelledby="modeles">
		<h2 class="govuk-heading-m" id="modeles">Des modèles à remplir</h2>
		<p class="govuk-body">Vos colonnes peuvent porter d’autres noms et un autre ordre : vous direz à l’étape suivante ce que contient chacune.</p>
		<ul class="govuk-list g-links"><li><a class="govuk-link" href="/imports/modele-personnel" download>Modèle de fichier du personnel (CSV)</a></li><li><a class="govuk-link" href="/imports/modele-actes" download>Modèle de fichier d’actes (CSV)</a></li></ul>
	</section>
</div>
{{</layout}}
