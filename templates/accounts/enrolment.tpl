{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Activer la double vérification" NAV="compte"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Activer la double vérification" LEAD="Un code de votre téléphone sera demandé après le mot de passe : un mot de passe volé ne suffira plus."/}}
	{{#STAFF}}{{<kit/banner KIND="you" TITLE="Obligatoire pour votre rôle"}}<p>Vous ouvrez des dossiers d’autres personnes : sans ce code, votre session ne peut rien faire.</p>{{</kit/banner}}{{/STAFF}}
	<ol class="govuk-list govuk-list--number">
		<li>Installez sur votre téléphone une application de codes (par exemple Aegis, FreeOTP ou Google Authenticator). Elle marche sans réseau.</li>
		<li>Dans l’application, ajoutez un compte en visant cette image.</li>
	</ol>
	<p><img src="{{PLACE}}/qr.svg" width="220" height="220" alt="Image à viser avec l’application. Si vous ne la voyez pas, recopiez la clé écrite plus bas."></p>
	{{<kit/details TITLE="Je ne peux pas viser l’image"}}
		<p>Choisissez « saisir une clé » dans l’application et recopiez :</p>
		{{<kit/facts TIGHT="oui"}}
			{{<kit/fact LABEL="Nom du compte" VALUE="{{ACCOUNT_TEXT}}"/}}
			<div><dt>Clé</dt><dd class="g-code g-break">{{SECRET_TEXT}}</dd></div>
			{{<kit/fact LABEL="Type" VALUE="selon l’heure (TOTP), 6 chiffres"/}}
		{{</kit/facts}}
	{{</kit/details}}
	{{<kit/form ACTION="{{PLACE}}"}}
		<input type="hidden" name="suite" value="{{SUITE_VALUE}}">
		{{<kit/code NAME="code" LABEL="Code à six chiffres que montre l’application" DIGITS="7"/}}
		{{<kit/button LABEL="Activer"/}}
	{{</kit/form}}
</div>
{{</layout}}
