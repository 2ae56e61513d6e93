{{%AUTOESCAPE context="HTML"}}
{{! A piece page by page; BACK_HREF, FILE_HREF, IMAGE_HREF, PAGE_NUMBER, PAGES_COUNT. }}
<div class="g-stack">
	<p><a class="govuk-back-link" href="{{BACK_HREF}}">Demande {{NUMBER}}</a></p>
	<div class="g-title-row"><h1 class="govuk-heading-l">{{LABEL}}</h1><p class="g-no-print"><a class="govuk-button govuk-button--secondary" href="{{FILE_HREF}}" download>Télécharger le fichier</a></p></div>
	{{#SHOWN}}
	{{#HAS_PAGES}}<nav class="g-leaf-nav g-no-print" aria-label="Pages de la pièce">{{#BEFORE}}<a class="govuk-link" href="{{BEFORE_HREF}}" rel="prev">Page précédente</a>{{/BEFORE}}<span>Page <strong>{{PAGE_NUMBER}}</strong> sur {{PAGES_COUNT}}</span>{{#AFTER}}<a class="govuk-link" href="{{AFTER_HREF}}" rel="next">Page suivante</a>{{/AFTER}}</nav>{{/HAS_PAGES}}
	<figure class="g-leaf"><a href="{{IMAGE_HREF}}"><img src="{{IMAGE_HREF}}" alt="{{LABEL}}, page {{PAGE_NUMBER}} : une image, dont le texte ne se lit pas ici"></a><figcaption class="g-note">Une image du document, faite par le portail. Le fichier d’origine se télécharge.</figcaption></figure>
	{{/SHOWN}}
	{{#NOT_SHOWN}}{{<kit/banner KIND="late" ICON="alert" TITLE="Cette pièce ne se montre pas ici"}}<p>Le fichier ne peut pas être ouvert sans risque, ou il n’est pas encore fait. Téléchargez-le pour le lire.</p>{{</kit/banner}}{{/NOT_SHOWN}}
</div>
