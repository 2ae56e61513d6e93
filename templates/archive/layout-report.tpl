{{%AUTOESCAPE context="HTML"}}
{{! A report's own words, copies and steps; COPY_HREF="oui" when copies may be opened. }}
{{<kit/summary}}
	{{<kit/answer LABEL="Objet" VALUE="{{KIND_LABEL}}"/}}
	{{#HAS_ACT_LABEL}}{{<kit/answer LABEL="Acte" VALUE="{{ACT_LABEL}}"/}}{{/HAS_ACT_LABEL}}
	{{#HAS_ABOUT_DATE}}{{<kit/answer LABEL="Date" VALUE="{{ABOUT_DATE}}"/}}{{/HAS_ABOUT_DATE}}
	{{<kit/answer LABEL="[[WHO]]"}}<pre class="g-letter">{{SAYS:pre_escape}}</pre>{{</kit/answer}}
	{{#HAS_COPIES}}{{<kit/answer LABEL="Copie jointe"}}{{#COPIES}}<p>[[?COPY_HREF]]<a class="govuk-link g-break" href="/archives/pieces/{{SCAN_ID}}">{{NAME}}</a>[[/COPY_HREF]][[!COPY_HREF]]<span class="g-break">{{NAME}}</span>[[/COPY_HREF]]{{#REFUSED}}<br><span class="g-note">Refusée : {{WHY_TEXT}}</span>{{/REFUSED}}{{#GOOD}}{{#STATE_CODE_RATTACHEE}}<br><span class="g-note">Vérifiée et rattachée à la carrière</span>{{/STATE_CODE_RATTACHEE}}{{/GOOD}}</p>{{/COPIES}}{{</kit/answer}}{{/HAS_COPIES}}
	{{<kit/answer LABEL="Réponse due" VALUE="{{DUE_ON}}"/}}
{{</kit/summary}}
{{<kit/section ID="etapes" TITLE="Étapes"}}{{<kit/thread}}{{#STEPS}}{{<kit/knot WHEN="{{AT}}" WHAT="{{STATE_LABEL}}"}}{{#HAS_SAYS}}<pre class="g-letter">{{SAYS:pre_escape}}</pre>{{/HAS_SAYS}}{{</kit/knot}}{{/STEPS}}{{#IS_OPEN}}{{<kit/knot KIND="next" WHEN="Au plus tard le {{DUE_ON}}" WHAT="Réponse du service des archives"/}}{{/IS_OPEN}}{{</kit/thread}}{{</kit/section}}
