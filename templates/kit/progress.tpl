{{%AUTOESCAPE context="HTML"}}
{{! A job under way: ID, TITLE, NOTE, DONE and TOTAL (numbers without spaces), LIVE (seconds between two looks; leave out when done). }}
<div class="g-card g-stack"[[?LIVE]] data-live="[[LIVE]]"[[/LIVE]]><p id="[[ID]]"><strong>[[TITLE]]</strong>[[?NOTE]]<br><span class="g-note">[[NOTE]]</span>[[/NOTE]]</p><progress class="g-progress" max="[[TOTAL]]" value="[[DONE]]" aria-labelledby="[[ID]]"></progress>[[?BODY]][[BODY]][[/BODY]]</div>
