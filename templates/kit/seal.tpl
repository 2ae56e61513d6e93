{{%AUTOESCAPE context="HTML"}}
{{! Le sceau: KIND (none = sealed; void, none), LABEL, SIZE (xl). }}
<span class="g-seal[[?KIND]] g-seal--[[KIND]][[/KIND]][[?SIZE]] g-seal--[[SIZE]][[/SIZE]]"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal[[?KIND]]-[[KIND]][[/KIND]]"/></svg>[[LABEL]]</span>
