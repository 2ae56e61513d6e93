{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Code de votre téléphone" NAV="connexion"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/title TEXT="Code de votre téléphone" LEAD="Votre mot de passe est bon. Ouvrez l’application qui donne vos codes et recopiez celui de Guichet."/}}
	{{<kit/form ACTION="/connexion/code"}}
		<input type="hidden" name="suite" value="{{SUITE_VALUE}}">
		{{<kit/code NAME="code" LABEL="Code à six chiffres" HINT="Il change toutes les 30 secondes et ne sert qu’une fois" DIGITS="7"/}}
		{{<kit/details TITLE="Je n’ai pas mon téléphone"}}
			<p>Recopiez un de vos codes de secours. Chacun ne sert qu’une fois.</p>
			{{<kit/text-field NAME="secours" LABEL="Code de secours" HINT="16 lettres et chiffres, avec ou sans tirets" WIDTH="20" AUTOCOMPLETE="off" SPELLCHECK="false" CLASS="g-code"/}}
			<p>Plus de téléphone ni de codes de secours ? Présentez-vous à votre direction des ressources humaines avec une pièce d’identité.</p>
		{{</kit/details}}
		{{<kit/button LABEL="Continuer"/}}
	{{</kit/form}}
</div>
{{</layout}}
