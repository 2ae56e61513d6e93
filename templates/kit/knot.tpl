{{%AUTOESCAPE context="HTML"}}
{{! Of a kit/thread: KIND (none = done; missing, late, now, you, next), WHEN, WHAT, WHO; body for more. }}
<li class="g-thread__item[[?KIND]] g-thread__item--[[KIND]][[/KIND]]"><p class="g-thread__when">[[WHEN|]]</p><p class="g-thread__what">[[WHAT]]</p>[[?WHO]]<p class="g-thread__who">[[WHO]]</p>[[/WHO]][[?BODY]][[BODY]][[/BODY]]</li>
