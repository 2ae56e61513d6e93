{{%AUTOESCAPE context="HTML"}}
{{! NAME (id in static/icons.svg), SIZE (l, in) }}
<svg class="g-icon[[?SIZE]] g-icon--[[SIZE]][[/SIZE]]" aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#[[NAME]]"/></svg>
