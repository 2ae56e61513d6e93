{{%AUTOESCAPE context="HTML"}}
{{! One line of fact, one of what to do: TITLE, KIND (none = information; you, late, ok), ICON, ROLE (status, alert). Body. }}
<div class="g-banner[[?KIND]] g-banner--[[KIND]][[/KIND]]"[[?ROLE]] role="[[ROLE]]"[[/ROLE]]>{{<kit/icon NAME="[[ICON|info]]"/}}<div><p class="g-banner__title">[[TITLE]]</p>[[?BODY]][[BODY]][[/BODY]]</div></div>
