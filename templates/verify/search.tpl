{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Vérifier un acte" DESCRIPTION="Un acte scellé par le ministère se vérifie par son code, sa référence ou son PDF. Sans compte, gratuitement."}}
<div class="g-stack-l">
	{{<kit/error-summary/}}
	{{#NOTHING_TYPED}}{{<kit/title TEXT="Vérifier un acte" LEAD="Un papier porte le sceau du ministère ? Voyez s’il est authentique et s’il vaut encore. Sans compte."/}}{{/NOTHING_TYPED}}
	{{#UNKNOWN}}
		<div><h1 class="govuk-heading-xl">Aucun document scellé n’a ce code</h1></div>
		<div class="g-verdict g-verdict--none">{{<kit/seal KIND="none" SIZE="xl" LABEL="Inconnu"/}}
			<p>Nous n’avons rien trouvé pour <strong class="g-break">« {{ACTE_VALUE}} »</strong>. Cela ne veut pas dire que le papier est faux.</p>
			<ul class="govuk-list govuk-list--bullet">
				<li><strong>Relisez-le sur le papier</strong> : douze chiffres et lettres, par groupes de quatre. Une seule faute suffit.</li>
				<li><strong>C’est un acte ancien ?</strong> Seuls les actes signés dans ce portail portent un sceau. Les autres se vérifient auprès du service qui les a signés.</li>
				<li><strong>Le papier porte un code carré, et rien ne correspond ?</strong> Ne vous y fiez pas avant d’avoir demandé au service qui l’a signé.</li>
			</ul>
		</div>
	{{/UNKNOWN}}
	{{#FOUND}}
		<div>
			<p class="govuk-caption-l">{{<verify/layout-kind/}}</p>
			<h1 class="govuk-heading-xl">{{#STATE_CODE_EN_VIGUEUR}}{{#IS_BY_CODE}}Ce document est authentique{{/IS_BY_CODE}}{{#NO_IS_BY_CODE}}Cette référence est au registre{{/NO_IS_BY_CODE}}{{/STATE_CODE_EN_VIGUEUR}}{{#STATE_CODE_ANNULE}}Ce document a été annulé{{/STATE_CODE_ANNULE}}{{#STATE_CODE_REMPLACE}}Ce document a été remplacé{{/STATE_CODE_REMPLACE}}{{#STATE_CODE_EXPIRE}}Ce document n’est plus valable{{/STATE_CODE_EXPIRE}}</h1>
		</div>
		<section class="g-stub{{#STATE_CODE_ANNULE}} g-stub--void{{/STATE_CODE_ANNULE}}{{#STATE_CODE_REMPLACE}} g-stub--void{{/STATE_CODE_REMPLACE}}{{#STATE_CODE_EXPIRE}} g-stub--void{{/STATE_CODE_EXPIRE}}" aria-label="Verdict">
			<div class="g-stub__tab">
				<p class="g-stub__kind">Référence</p>
				<p class="g-stub__number g-stub__number--long">{{REFERENCE_SHOWN}}</p>
				<p>{{<verify/layout-standing/}}</p>
				{{#IS_BY_CODE}}<p class="g-stub__foot">Code : <span class="g-num">{{CODE}}</span></p>{{/IS_BY_CODE}}
			</div>
			<div class="g-stub__body g-stack">
				{{#STATE_CODE_EN_VIGUEUR}}<p>{{#IS_BY_CODE}}{{<kit/seal SIZE="xl" LABEL="Scellé par le ministère"/}}{{/IS_BY_CODE}}{{#NO_IS_BY_CODE}}{{<kit/seal KIND="none" SIZE="xl" LABEL="L’acte existe ; votre papier reste à vérifier"/}}{{/NO_IS_BY_CODE}}</p>{{/STATE_CODE_EN_VIGUEUR}}
				{{#STATE_CODE_ANNULE}}<p>{{<kit/seal KIND="void" SIZE="xl" LABEL="N’est plus valable"/}}</p>{{/STATE_CODE_ANNULE}}
				{{#STATE_CODE_REMPLACE}}<p>{{<kit/seal KIND="void" SIZE="xl" LABEL="N’est plus valable"/}}</p>{{/STATE_CODE_REMPLACE}}
				{{#STATE_CODE_EXPIRE}}<p>{{<kit/seal KIND="void" SIZE="xl" LABEL="N’est plus valable"/}}</p>{{/STATE_CODE_EXPIRE}}
				{{#STATE_CODE_ANNULE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Le ministère a annulé cet acte"}}<p>Le papier est vrai, mais il ne produit plus d’effet{{#HAS_SINCE}} depuis le {{SINCE}}{{/HAS_SINCE}}.{{#HAS_REPLACED_BY}} Annulé par : <strong class="g-break">{{REPLACED_BY}}</strong>.{{/HAS_REPLACED_BY}}</p>{{</kit/banner}}{{/STATE_CODE_ANNULE}}
				{{#STATE_CODE_REMPLACE}}{{<kit/banner KIND="late" ICON="alert" TITLE="Un autre acte a pris sa place"}}<p>Le papier est vrai, mais il ne vaut plus{{#HAS_SINCE}} depuis le {{SINCE}}{{/HAS_SINCE}}. Demandez l’acte qui le remplace{{#HAS_REPLACED_BY}} : <strong class="g-break">{{REPLACED_BY}}</strong>{{/HAS_REPLACED_BY}}.</p>{{</kit/banner}}{{/STATE_CODE_REMPLACE}}
				{{#STATE_CODE_EXPIRE}}{{<kit/banner KIND="late" ICON="clock" TITLE="Sa date de validité est passée"}}<p>Il disait vrai jusqu’au {{EXPIRES_ON}}. Demandez-en un nouveau.</p>{{</kit/banner}}{{/STATE_CODE_EXPIRE}}
				{{<kit/checks}}
					<li><strong>Signé le {{SIGNED_ON}}</strong> par {{SIGNATORY}}.</li>
					<li><strong>Scellé</strong> le {{SEALED_AT}}.</li>
					{{#STATE_CODE_EN_VIGUEUR}}<li><strong>Ni remplacé ni annulé</strong> aujourd’hui{{#HAS_EXPIRES_ON}}, valable jusqu’au {{EXPIRES_ON}}{{/HAS_EXPIRES_ON}}.</li>{{/STATE_CODE_EN_VIGUEUR}}
				{{</kit/checks}}
			</div>
		</section>
		{{#IS_BY_CODE}}<section class="g-split" aria-labelledby="comparer">
			<div>
				<h2 class="govuk-heading-l" id="comparer">Comparez avec le papier</h2>
				<p class="g-lead">Le sceau est vrai ; le papier l’est si chaque ligne y est écrite à l’identique.</p>
				<dl class="g-compare">{{#FACTS}}<div><dt>{{LABEL}}</dt><dd>{{#HAS_ON_DATE}}{{ON_DATE}}{{/HAS_ON_DATE}}{{#NO_ON_DATE}}{{VALUE}}{{/NO_ON_DATE}}</dd></div>{{/FACTS}}</dl>
			</div>
			<aside class="g-stack" aria-label="Après la comparaison">
				{{<kit/card ID="difference" TITLE="Une ligne diffère ?" KIND="late"}}<p class="g-small">Alors le papier a été modifié, ou le code vient d’un autre document. Ne vous y fiez pas : demandez l’original au service qui a signé.</p>{{</kit/card}}
				<p>{{<kit/print LABEL="Imprimer ce résultat"/}}</p>
			</aside>
		</section>{{/IS_BY_CODE}}
		{{#NO_IS_BY_CODE}}<section class="g-narrow g-stack">
			<h2 class="govuk-heading-l">{{TITLE}}</h2>
			<p>Une référence se recopie facilement : elle prouve que l’acte existe, pas que votre papier dit la même chose. Pour le savoir, visez son code carré, ou tapez le code de douze caractères imprimé dessous.</p>
		</section>{{/NO_IS_BY_CODE}}
	{{/FOUND}}
	{{#MANY}}
		<div><h1 class="govuk-heading-xl">{{MANY_COUNT}} documents portent cette référence</h1>
		<p class="g-lead">Sans nom de personne : le code de douze caractères, sous le code carré, désigne le vôtre.</p></div>
		{{<kit/table CAPTION="Documents qui portent cette référence" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Document"/}}{{<kit/th LABEL="Signé le"/}}{{<kit/th LABEL="Signataire"/}}{{<kit/th LABEL="État"/}}{{</kit/head}}
			{{<kit/rows}}{{#DOCUMENTS}}{{<kit/row}}
				<th scope="row" class="govuk-table__header">{{TITLE}}<br><small>{{<verify/layout-kind/}}</small></th>
				{{<kit/td LABEL="Signé le"}}{{SIGNED_ON}}{{</kit/td}}
				{{<kit/td LABEL="Signataire"}}{{SIGNATORY}}{{</kit/td}}
				{{<kit/td LABEL="État"}}<span>{{<verify/layout-standing/}}</span>{{</kit/td}}
			{{</kit/row}}{{/DOCUMENTS}}{{</kit/rows}}
		{{</kit/table}}
	{{/MANY}}

	{{#ASKED}}<h2 class="govuk-heading-l" id="autre">Vérifier un autre document</h2>{{/ASKED}}
	<section class="g-cols-2" aria-label="Chercher">
		{{<kit/card ID="code" TITLE="J’ai le papier"}}
			<form method="get" action="/verifier" role="search" class="g-stack">
				<div class="govuk-form-group{{#ACTE_ERROR}} govuk-form-group--error{{/ACTE_ERROR}}">
					<label class="govuk-label" for="acte">Code ou référence</label>
					<p class="govuk-hint" id="acte-aide">Le code est sous le code carré : douze chiffres et lettres. Espaces et majuscules ne comptent pas.</p>
					{{#ACTE_ERROR}}<p class="govuk-error-message" id="acte-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{ACTE_ERROR_TEXT}}</p>{{/ACTE_ERROR}}
					<div class="g-search"><input class="govuk-input{{#ACTE_ERROR}} govuk-input--error{{/ACTE_ERROR}}" id="acte" name="acte" type="search" maxlength="200" value="{{ACTE_VALUE}}" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="search" aria-describedby="acte-aide"><button class="govuk-button" type="submit">Vérifier</button></div>
				</div>
			</form>
		{{</kit/card}}
		{{<kit/card ID="pdf" TITLE="J’ai le fichier PDF"}}
			<div class="g-stack" id="depot" data-hashes="/api/v1/empreintes/">
				<p data-plain class="g-note">Pour vérifier un PDF sur cette page, il faut JavaScript. Sans lui, tapez le code imprimé sur le document.</p>
				<div data-drop class="g-drop" hidden>
					<label class="govuk-label" for="fichier">Déposez le PDF ici, ou choisissez-le</label>
					<p class="govuk-hint" id="fichier-aide">Le fichier ne quitte pas votre appareil : seule son empreinte, un nombre qui ne révèle rien, est envoyée.</p>
					<div class="g-file"><input id="fichier" type="file" accept=".pdf,application/pdf" aria-describedby="fichier-aide" data-empty><span class="g-file__button" aria-hidden="true">Choisir un fichier</span><span class="g-file__none" aria-hidden="true">Aucun fichier choisi</span></div>
				</div>
				<div role="status" data-result>
					<p data-case="hashing" hidden>Calcul de l’empreinte…</p>
					<div data-case="good" hidden class="g-stack">{{<kit/seal LABEL="Ce fichier est l’original scellé"/}}<p>Pas un octet n’a changé. <span class="g-break" data-fill="reference"></span>, <strong data-fill="state"></strong>.</p><p><a class="govuk-link" data-more href="/verifier">Voir ce qu’il dit</a></p></div>
					<div data-case="void" hidden class="g-stack">{{<kit/seal KIND="void" LABEL="L’original scellé, mais il ne vaut plus"/}}<p>Pas un octet n’a changé. <span class="g-break" data-fill="reference"></span>, <strong data-fill="state"></strong>.</p><p><a class="govuk-link" data-more href="/verifier">Voir ce qu’il dit</a></p></div>
					<div data-case="unknown" hidden class="g-stack">{{<kit/seal KIND="void" LABEL="Ce fichier n’est pas celui que le ministère a scellé"/}}<p>Un seul octet changé suffit : fichier modifié, réenregistré, ou numérisé depuis un papier. Un papier numérisé se vérifie par son code.</p></div>
					<div data-case="not-pdf" hidden class="g-stack">{{<kit/seal KIND="none" LABEL="Ce n’est pas un PDF"/}}<p>Choisissez le fichier PDF reçu du portail, tel quel.</p></div>
					<div data-case="too-large" hidden class="g-stack">{{<kit/seal KIND="none" LABEL="Fichier trop gros"/}}<p>Aucun document du portail ne dépasse 64 Mo.</p></div>
					<div data-case="wait" hidden class="g-stack">{{<kit/seal KIND="none" LABEL="Pas vérifié"/}}<p>Beaucoup de recherches viennent de votre adresse. Attendez une heure, ou visez le code carré du papier.</p></div>
					<div data-case="failed" hidden class="g-stack">{{<kit/seal KIND="none" LABEL="Pas vérifié"/}}<p>Le portail ne répond pas, ou ce navigateur ne sait pas calculer une empreinte. Réessayez, ou tapez le code.</p></div>
				</div>
			</div>
		{{</kit/card}}
	</section>
	<p class="g-note g-no-print">Le plus sûr est de viser le code carré avec l’appareil photo : le sceau se vérifie alors sur votre propre téléphone. <a class="govuk-link" href="/verifier/comment">Comment vérifier sans notre logiciel</a></p>
</div>
<script type="module" src="[[asset:seal-file.js]]"></script>
{{</layout}}
