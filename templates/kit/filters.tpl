{{%AUTOESCAPE context="HTML"}}
{{! Fields that narrow a list: ACTION, LABEL. Body: kit/select, kit/text-field… }}
<form class="g-filters" method="get" role="search" action="[[ACTION]]" aria-label="[[LABEL|Filtrer]]">[[BODY]]<div class="govuk-button-group"><button class="govuk-button govuk-button--secondary" type="submit">Filtrer</button> <a class="govuk-link" href="[[ACTION]]">Tout effacer</a></div></form>
