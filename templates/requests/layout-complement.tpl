{{%AUTOESCAPE context="HTML"}}
{{! What a desk asks, one piece at a time: ACTION of the form, HREF of this page for another of them. Both name the piece in their address, so that a
    refused answer is shown again on its own piece. }}
{{#COMPLEMENT}}<section class="g-card g-card--you g-stack" aria-labelledby="demandee">
	<h2 class="govuk-heading-l" id="demandee">On vous demande : {{PIECE}}</h2>
	<div class="g-cols-2">
		<div>{{#HAS_NOTE}}<div class="g-quote"><strong>{{DESK}}, {{ASKED_AT}}.</strong> {{NOTE}}</div>{{/HAS_NOTE}}<p class="g-note g-mt">Ce que l’administration a déjà est au dossier : personne ne peut vous le redemander, et cette pièce ne vous sera demandée qu’une fois.</p></div>
		{{<kit/form ACTION="[[ACTION]]" ENCTYPE="multipart/form-data"}}
			{{<kit/file NAME="piece" LABEL="Votre photo ou votre PDF" OPTIONAL="oui" HINT="JPEG, PNG ou PDF, 5 Mo au plus. {{#HAS_ANSWER_BY}}Avant le {{ANSWER_BY}}.{{/HAS_ANSWER_BY}}" ACCEPT="image/jpeg,image/png,application/pdf"/}}
			{{<kit/textarea NAME="reponse" LABEL="Un mot au bureau" ROWS="2" OPTIONAL="oui"/}}
			{{<kit/checkbox NAME="perdue" LABEL="Je n’ai plus ce document" HINT="Le bureau cherchera de son côté."/}}
			{{<kit/actions}}{{<kit/button LABEL="Envoyer"/}}{{</kit/actions}}
		{{</kit/form}}
	</div>
	{{#HAS_OTHERS}}<p class="govuk-body">On vous demande aussi :</p><ul class="g-links">{{#OTHERS}}<li><a class="govuk-link" href="[[HREF]]">{{PIECE}}</a></li>{{/OTHERS}}</ul>{{/HAS_OTHERS}}
</section>{{/COMPLEMENT}}
