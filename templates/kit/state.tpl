{{%AUTOESCAPE context="HTML"}}
{{! A shape, a word, a colour: KIND (draft new progress you waiting late missing done rejected), LABEL. }}
<span class="g-state g-state--[[KIND]]">[[LABEL]]</span>
