{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Répondre pour un acte manquant" NAV="carriere"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/carriere" LABEL="Ma carrière"/}}{{<kit/crumb HREF="/carriere/pension/dossier" LABEL="Mon dossier de pension"/}}{{<kit/crumb LABEL="Répondre"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Avez-vous cet acte ?"/}}
	{{<kit/inset}}<p class="g-break"><strong>{{LABEL}}</strong></p>{{</kit/inset}}
	{{<kit/form ACTION="/carriere/pension/dossier/actes/{{ACTE}}" ENCTYPE="multipart/form-data" CLASS="g-stack"}}
		{{<kit/radios NAME="reponse" LEGEND="Votre réponse"}}
			{{<kit/radio NAME="reponse" VALUE="copie" LABEL="Oui, j’en envoie une copie" HINT="Un scan ou une photo lisible suffit"/}}
			{{<kit/radio NAME="reponse" VALUE="absent" LABEL="Non, je n’ai pas cet acte" HINT="L’administration devra le reconstituer : votre dossier n’est pas refusé pour autant"/}}
		{{</kit/radios}}
		{{<kit/file NAME="copie" LABEL="La copie" HINT="Photo JPEG, PDF ou TIFF, 12 Mo au plus. Deux personnes la vérifieront avant qu’elle n’entre dans votre carrière." ACCEPT=".pdf,.jpg,.jpeg,.tif,.tiff" OPTIONAL="oui"/}}
		{{<kit/actions}}{{<kit/button LABEL="Envoyer ma réponse"/}}<a class="govuk-link" href="/carriere/pension/dossier">Plus tard</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
