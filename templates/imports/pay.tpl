{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Charger un mois de paye" NAV="paye"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/paye" LABEL="Paye et carrière"/}}{{<kit/crumb HREF="/paye/imports" LABEL="Fichiers de la solde"/}}{{<kit/crumb LABEL="Charger un mois"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Charger un mois de paye" LEAD="Le fichier est d’abord contrôlé. Vous verrez ce qui serait ajouté, modifié, retiré ou refusé avant que rien ne soit écrit."/}}
	{{<kit/form ACTION="/paye/imports" ENCTYPE="multipart/form-data"}}
		<input type="hidden" name="nature" value="paye">
		{{<kit/select NAME="mois" LABEL="Mois payé" HINT="Un mois par fichier. Un fichier corrigé du même mois remplace le précédent." EMPTY="Choisissez le mois"}}{{#MONTHS}}<option value="{{MONTH}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{MONTH_WORDS}}</option>{{/MONTHS}}{{</kit/select}}
		{{<kit/file NAME="fichier" LABEL="Fichier de la solde" HINT="CSV (UTF-8 ou Windows, point-virgule ou virgule) ou XLSX, 200 Mo au plus. La première ligne nomme les colonnes : matricule, catégorie, échelle, échelon, indice, traitement indiciaire, position." ACCEPT=".csv,.txt,.xlsx"/}}
		{{<kit/actions}}{{<kit/button LABEL="Envoyer et continuer"/}}<a class="govuk-link" href="/paye/imports">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
	<section class="g-stack" aria-labelledby="modeles">
		<h2 class="govuk-heading-m" id="modeles">Un modèle à remplir</h2>
		<p class="govuk-body">Vos colonnes peuvent porter d’autres noms et un autre ordre : vous direz à l’étape suivante ce que contient chacune. Les noms des agents ne sont pas lus.</p>
		<ul class="govuk-list g-links"><li><a class="govuk-link" href="/paye/imports/modele-paye" download>Modèle de fichier de paye (CSV)</a></li></ul>
	</section>
</div>
{{</layout}}
