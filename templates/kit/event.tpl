{{%AUTOESCAPE context="HTML"}}
{{! A thing to do or that happens, on the home page: ICON, HREF, LABEL, NOTE. }}
<li class="g-event">{{<kit/icon NAME="[[ICON]]" SIZE="l"/}}<a class="govuk-link" href="[[HREF]]">[[LABEL]]</a><p>[[NOTE]]</p></li>
