{{%AUTOESCAPE context="HTML"}}
{{! Le talon: KIND (what the number is), NUMBER, LONG="oui" (small figures), WHO, FOOT, LABEL (of the region), NARROW. Body. }}
<section class="g-stub[[?NARROW]] g-stub--narrow[[/NARROW]]" aria-label="[[LABEL]]">
	<div class="g-stub__tab"><p class="g-stub__kind">[[KIND]]</p><p class="g-stub__number[[?LONG]] g-stub__number--long[[/LONG]]">[[NUMBER]]</p>[[?WHO]]<p>[[WHO]]</p>[[/WHO]][[?STATE]]<p>{{<kit/state KIND="[[STATE]]" LABEL="[[STATE_LABEL]]"/}}</p>[[/STATE]][[?FOOT]]<p class="g-stub__foot">[[FOOT]]</p>[[/FOOT]]</div>
	<div class="g-stub__body g-stack">[[BODY]]</div>
</section>
