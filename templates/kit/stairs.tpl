{{%AUTOESCAPE context="HTML"}}
{{! The holder of the staircase of a career, drawn in the page: its SVG is the body (classes c-*). ALT says it in words. }}
<figure class="g-chart"><figcaption class="govuk-visually-hidden">[[ALT]]</figcaption>[[BODY]]<ul class="g-legend">{{<kit/legend KIND="c-a" LABEL="prouvé par un acte"/}}{{<kit/legend KIND="c-missing" LABEL="acte manquant"/}}{{<kit/legend KIND="c-ring" LABEL="attendu, non acquis"/}}</ul></figure>
