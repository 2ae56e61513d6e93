{{%AUTOESCAPE context="HTML"}}
{{! WHERE ("1 à 25 sur 312"), PREVIOUS and NEXT (addresses). Sections HAS_PREVIOUS and HAS_NEXT show them. LABEL. }}
<nav class="g-pages" aria-label="[[LABEL|Pages]]">[[?WHERE]]<span>[[WHERE]]</span>[[/WHERE]]{{#HAS_PREVIOUS}}<a class="govuk-link" href="[[PREVIOUS]]" rel="prev">Page précédente</a>{{/HAS_PREVIOUS}}{{#HAS_NEXT}}<a class="govuk-link" href="[[NEXT]]" rel="next">Page suivante</a>{{/HAS_NEXT}}</nav>
