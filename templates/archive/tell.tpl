{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Signaler un acte" NAV="carriere"}}
<div class="g-stack-l g-narrow">
	{{<kit/crumbs}}{{<kit/crumb HREF="/carriere" LABEL="Ma carrière"/}}{{<kit/crumb HREF="/carriere/signalements" LABEL="Mes signalements"/}}{{<kit/crumb LABEL="Signaler un acte"/}}{{</kit/crumbs}}
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Signaler un acte manquant, faux ou illisible"/}}
	{{#ACT}}{{<kit/inset}}<p><strong>{{KIND_LABEL}}</strong>{{#HAS_SIGNED_ON}}, signé le {{SIGNED_ON}}{{/HAS_SIGNED_ON}}{{#HAS_REFERENCE}}<br><span class="g-break">{{REFERENCE}}</span>{{/HAS_REFERENCE}}</p>{{</kit/inset}}{{/ACT}}
	<form method="post" action="/carriere/signalements{{#FROM_ACT}}?acte={{ACTE:url_query_escape}}{{/FROM_ACT}}" enctype="multipart/form-data" novalidate>
		<input type="hidden" name="_jeton" value="{{CSRF}}"><input type="hidden" name="_cle" value="{{KEY}}">
		{{<kit/radios NAME="quoi" LEGEND="Que se passe-t-il ?"}}
			{{<kit/radio NAME="quoi" VALUE="manquant" LABEL="Un acte manque" HINT="Il existe, vous l’avez peut-être vu, mais il n’est pas au dossier ou sa pièce est introuvable"/}}
			{{<kit/radio NAME="quoi" VALUE="faux" LABEL="Un acte est faux" HINT="Il ne vous concerne pas, ou ce qu’il dit n’est pas ce qui a été signé"/}}
			{{<kit/radio NAME="quoi" VALUE="illisible" LABEL="Une pièce est illisible" HINT="L’image ne peut pas être lue"/}}
		{{</kit/radios}}
		{{#FROM_NOTHING}}<div class="govuk-form-group{{#NATURE_ERROR}} govuk-form-group--error{{/NATURE_ERROR}}"><label class="govuk-label" for="nature">Quel acte ? <span class="g-optional">(facultatif)</span></label><p class="govuk-hint" id="nature-aide">Par exemple : Avancement d’échelon</p>{{#NATURE_ERROR}}<p class="govuk-error-message" id="nature-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{NATURE_ERROR_TEXT}}</p>{{/NATURE_ERROR}}<input class="govuk-input" id="nature" name="nature" type="text" value="{{NATURE_VALUE}}" list="natures" autocomplete="off" aria-describedby="nature-aide"><datalist id="natures">{{#NATURES}}<option value="{{LABEL}}">{{/NATURES}}</datalist></div>
		{{<kit/date NAME="date" LABEL="Sa date, à peu près" OPTIONAL="oui"/}}{{/FROM_NOTHING}}
		{{<kit/textarea NAME="texte" LABEL="Ce que vous savez" HINT="Où et quand l’acte a été signé ou vu, ce qui est faux, qui pourrait l’avoir. Quelques phrases suffisent." ROWS="5"/}}
		{{<kit/file NAME="copie" LABEL="Votre copie, si vous en avez une" HINT="Photo JPEG ou PDF, 12 Mo au plus. Deux personnes la vérifieront avant qu’elle n’entre dans votre dossier." ACCEPT=".pdf,.jpg,.jpeg,.tif,.tiff" OPTIONAL="oui"/}}
		{{#DELAY}}<p class="govuk-body g-note">Une réponse vous sera donnée sous {{DAYS}} jours ouvrés{{#IS_DEMO}} (valeur de démonstration){{/IS_DEMO}}. Chaque étape sera visible dans « Mes signalements ».</p>{{/DELAY}}
		{{<kit/actions}}{{<kit/button LABEL="Envoyer le signalement"/}}<a class="govuk-link" href="/carriere/signalements">Annuler</a>{{</kit/actions}}
	</form>
</div>
{{</layout}}
