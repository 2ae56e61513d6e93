{{%AUTOESCAPE context="HTML"}}
{{! LABEL, KIND (secondary, warning), NAME and VALUE (which button was pressed), FORM. One full button a screen. }}
<button class="govuk-button[[?KIND]] govuk-button--[[KIND]][[/KIND]]" type="submit"[[?NAME]] name="[[NAME]]" value="[[VALUE|oui]]"[[/NAME]][[?FORM]] form="[[FORM]]"[[/FORM]]>[[LABEL]]</button>
