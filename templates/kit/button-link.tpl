{{%AUTOESCAPE context="HTML"}}
{{! A link that looks like a button, to go somewhere: HREF, LABEL, KIND (secondary), ICON, DOWNLOAD. }}
<a class="govuk-button[[?KIND]] govuk-button--[[KIND]][[/KIND]]" href="[[HREF]]"[[?DOWNLOAD]] download[[/DOWNLOAD]]>[[?ICON]]{{<kit/icon NAME="[[ICON]]" SIZE="in"/}} [[/ICON]][[LABEL]]</a>
