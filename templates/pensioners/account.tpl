{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Changer de compte" NAV="ma-pension"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/ma-pension" LABEL="Ma pension"/}}
	{{#IS_WAITING}}{{<kit/title TEXT="Un changement attend déjà" LEAD="Un seul changement à la fois. Arrêtez celui qui attend pour en demander un autre."/}}<p><a class="govuk-link" href="/ma-pension#attente">Voir le changement qui attend</a></p>{{/IS_WAITING}}
	{{#NO_IS_WAITING}}
	{{#CHOOSING}}{{<kit/title TEXT="Où faut-il payer votre pension ?" LEAD="Choisissez une façon."/}}
	<ul class="g-events">
		{{<kit/event ICON="act" HREF="/ma-pension/compte/banque" LABEL="Sur un compte en banque" NOTE="Avec le RIB que donne la banque"/}}
		{{<kit/event ICON="phone" HREF="/ma-pension/compte/mobile" LABEL="Sur mon téléphone" NOTE="Argent mobile, à votre nom"/}}
		{{<kit/event ICON="place" HREF="/ma-pension/compte/tresor" LABEL="Au guichet du Trésor" NOTE="En main propre, avec votre pièce"/}}
	</ul>{{/CHOOSING}}
	{{#BANK}}{{<kit/title TEXT="Votre compte en banque"/}}
	{{<kit/form ACTION="/ma-pension/compte/banque"}}
		{{<kit/text-field NAME="nom" LABEL="Nom de la banque" WIDTH="20"/}}
		{{<kit/text-field NAME="compte" LABEL="Numéro du compte (RIB ou IBAN)" HINT="Recopiez toute la ligne du relevé : 24 lettres et chiffres, ou l’IBAN. Les espaces ne comptent pas." SPELLCHECK="false" AUTOCOMPLETE="off"/}}
		{{<pensioners/layout-delay/}}
		{{<kit/actions}}{{<kit/button LABEL="Demander ce changement"/}}<a class="govuk-link" href="/ma-pension">Annuler</a>{{</kit/actions}}
	{{</kit/form}}{{/BANK}}
	{{#MOBILE}}{{<kit/title TEXT="Votre argent mobile" LEAD="Le numéro doit être à votre nom."/}}
	{{<kit/form ACTION="/ma-pension/compte/mobile"}}
		{{<kit/text-field NAME="nom" LABEL="Opérateur" WIDTH="20"/}}
		{{<kit/text-field NAME="telephone" LABEL="Numéro de téléphone" TYPE="tel" WIDTH="20" HINT="Par exemple 01 97 00 00 00" AUTOCOMPLETE="off"/}}
		{{<pensioners/layout-delay/}}
		{{<kit/actions}}{{<kit/button LABEL="Demander ce changement"/}}<a class="govuk-link" href="/ma-pension">Annuler</a>{{</kit/actions}}
	{{</kit/form}}{{/MOBILE}}
	{{#COUNTER}}{{<kit/title TEXT="Le guichet du Trésor"/}}
	{{<kit/form ACTION="/ma-pension/compte/tresor"}}
		{{<kit/text-field NAME="nom" LABEL="Quel guichet ?" HINT="Par exemple : perception de Parakou" WIDTH="30"/}}
		{{<pensioners/layout-delay/}}
		{{<kit/actions}}{{<kit/button LABEL="Demander ce changement"/}}<a class="govuk-link" href="/ma-pension">Annuler</a>{{</kit/actions}}
	{{</kit/form}}{{/COUNTER}}
	{{/NO_IS_WAITING}}
</div>
{{</layout}}
