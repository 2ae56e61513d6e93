{{%AUTOESCAPE context="HTML"}}
{{! One queue of the desk: QUEUE, TITLE, ONE_WORD and MANY_WORD, NOTE, BUTTON, KIND of the button. }}
<section class="g-card g-stack" aria-labelledby="file-[[QUEUE]]"><h2 class="govuk-heading-m" id="file-[[QUEUE]]">[[TITLE]]</h2>
	<p class="g-queue"><strong>{{TOTAL}}</strong> {{#MANY}}[[MANY_WORD]]{{/MANY}}{{#ONE}}[[ONE_WORD]]{{/ONE}}{{#HAS_OLDEST}} <small>la plus ancienne : {{OLDEST}}</small>{{/HAS_OLDEST}}</p>
	<p class="g-note">[[NOTE]]</p>
	{{#MAY}}{{<kit/form ACTION="/archives/prendre"}}<input type="hidden" name="file" value="[[QUEUE]]">{{<kit/button LABEL="[[BUTTON]]" KIND="[[KIND|]]"/}}{{</kit/form}}{{/MAY}}
	{{#NOT_ME}}<p class="g-note">Aucune n’est pour vous : vous les avez déjà vues, ou un collègue les tient.</p>{{/NOT_ME}}
</section>
