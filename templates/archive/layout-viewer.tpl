{{%AUTOESCAPE context="HTML"}}
{{! The pages of a scan, beside a form or alone: SRC (address of the images, without the page's number), HREF (original, to save). Zoom is a
    plain link to an anchor: nothing reloads, nothing typed is lost. Rows PAGES: PAGE_NO, WIDTH, HEIGHT. }}
<div class="g-scan" id="ajuster"><div class="g-scan__sheet" id="agrandir">
	<p class="g-scan__bar g-no-print"><a class="govuk-link g-scan__more" href="#agrandir">Agrandir</a><a class="govuk-link g-scan__less" href="#ajuster">Ajuster à la largeur</a>[[?HREF]]<a class="govuk-link" href="[[HREF]]" download>Enregistrer l’original</a>[[/HREF]]</p>
	<div class="g-scan__pages" tabindex="0" role="region" aria-label="Pages de la pièce">{{#PAGES}}<img src="[[SRC]]/{{PAGE_NO}}" alt="Page {{PAGE_NO}} de la pièce numérisée" width="{{WIDTH}}" height="{{HEIGHT}}" loading="lazy">{{/PAGES}}{{#NO_PAGES}}<p class="g-note">Les pages de cette pièce ne sont pas encore prêtes.</p>{{/NO_PAGES}}</div>
</div></div>
