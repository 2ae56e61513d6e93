{{%AUTOESCAPE context="HTML"}}
{{! A list with nothing in it: TITLE, NOTE, ICON, HREF and LINK (what to do); or a body. }}
<div class="g-empty">{{<kit/icon NAME="[[ICON|empty]]" SIZE="l"/}}<p class="govuk-heading-m">[[TITLE]]</p>[[?NOTE]]<p class="g-note">[[NOTE]]</p>[[/NOTE]][[?BODY]]<div class="g-note">[[BODY]]</div>[[/BODY]][[?HREF]]<p class="g-mt"><a class="govuk-link" href="[[HREF]]">[[LINK]]</a></p>[[/HREF]]</div>
