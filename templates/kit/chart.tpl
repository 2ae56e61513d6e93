{{%AUTOESCAPE context="HTML"}}
{{! A drawing made by the server, with a sentence that says the same: TITLE, NOTE, SRC, SRC_NARROW (for a phone), ALT, WIDTH and HEIGHT (of the narrow one). Body: kit/legend. }}
<figure class="g-chart">[[?TITLE]]<figcaption>[[TITLE]][[?NOTE]] <small>[[NOTE]]</small>[[/NOTE]]</figcaption>[[/TITLE]]<picture><source media="(min-width: 48em)" srcset="[[SRC]]"><img src="[[SRC_NARROW]]" width="[[WIDTH|330]]" height="[[HEIGHT|280]]" alt="[[ALT]]"></picture>[[?BODY]]<ul class="g-legend">[[BODY]]</ul>[[/BODY]]</figure>
