{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Demander une pension de réversion" NAV="{{HERE}}"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="{{BASE}}"/}}
	{{<kit/title CAPTION="Pension de réversion" TEXT="Qui est décédé ?"/}}
	{{<kit/form ACTION="{{BASE}}/nouvelle"}}
		{{<kit/matricule NAME="matricule" LABEL="Matricule du défunt" HINT="Sur son bulletin de paie, son livret ou l’avis du Trésor"/}}
		{{<kit/date NAME="naissance" LABEL="Sa date de naissance"/}}
		{{<kit/date NAME="deces" LABEL="Date du décès" HINT="Celle de l’acte de décès, par exemple 3 mars 2026"/}}
		{{#BY_HEIR}}{{<kit/radios NAME="lien" LEGEND="Vous êtes"}}{{<kit/radio NAME="lien" VALUE="conjoint" LABEL="Sa veuve ou son veuf"/}}{{<kit/radio NAME="lien" VALUE="enfant" LABEL="Son enfant"/}}{{<kit/radio NAME="lien" VALUE="tuteur" LABEL="Le tuteur de ses enfants"/}}{{<kit/radio NAME="lien" VALUE="mandataire" LABEL="Quelqu’un que la famille a chargé de la demande"/}}{{</kit/radios}}{{/BY_HEIR}}
		{{#AT_CENTRE}}{{<kit/text-field NAME="nom" LABEL="Nom et prénoms de celui qui demande" AUTOCOMPLETE="off"/}}
		{{<kit/text-field NAME="telephone" LABEL="Son téléphone" TYPE="tel" WIDTH="20" HINT="Il y recevra chaque étape. Par exemple 01 97 00 00 00" OPTIONAL="oui" AUTOCOMPLETE="off"/}}
		{{<kit/radios NAME="lien" LEGEND="Il est"}}{{<kit/radio NAME="lien" VALUE="conjoint" LABEL="Veuve ou veuf"/}}{{<kit/radio NAME="lien" VALUE="enfant" LABEL="Enfant"/}}{{<kit/radio NAME="lien" VALUE="tuteur" LABEL="Tuteur des enfants"/}}{{<kit/radio NAME="lien" VALUE="mandataire" LABEL="Chargé par la famille"/}}{{</kit/radios}}{{/AT_CENTRE}}
		{{<kit/actions}}{{<kit/button LABEL="Continuer"/}}<a class="govuk-link" href="{{BASE}}">Annuler</a>{{</kit/actions}}
	{{</kit/form}}
</div>
{{</layout}}
