{{%AUTOESCAPE context="HTML"}}
{{! The page that a QR opens: /v#<seal>. What stands behind the # is read by static/js/seal.js in the browser and leaves it for
    nobody. Every sentence is here; the script shows those that are true and fills in what the seal says. }}
{{<layout TITLE="Vérifier un sceau" DESCRIPTION="Le sceau d’un acte se vérifie sur votre appareil, même sans réseau."}}
<div class="g-stack-l" id="sceau" data-keys="/.well-known/jwks.json" data-states="/api/v1/documents/" data-curve="[[asset:ed25519.js]]" data-worker="[[asset:seal-worker.js]]" data-icons="[[asset:icons.svg]]">
	<div>
		<p class="govuk-caption-l" data-fill="caption">Sceau d’un document</p>
		<h1 class="govuk-heading-xl" data-title="">Vérifier un sceau</h1>
	</div>

	<div data-case="plain" class="g-stack g-narrow">
		{{<kit/banner TITLE="Votre navigateur n’exécute pas le programme de cette page"}}<p>Le code carré se vérifie avec JavaScript. Sans lui, tapez le code de douze caractères imprimé sous le code carré : la réponse est la même.</p>{{</kit/banner}}
		<p><a class="govuk-button" href="/verifier">Taper le code</a></p>
	</div>
	<p data-case="checking" class="g-lead" hidden>Vérification en cours sur votre appareil…</p>

	<section data-case="empty" data-heading="Vérifier un sceau" hidden class="g-stack g-narrow">
		<p class="g-lead">Visez le code carré d’un acte avec l’appareil photo de votre téléphone : cette page s’ouvrira et dira s’il est authentique.</p>
		<p class="govuk-body">Vous n’avez pas d’appareil photo ? <a class="govuk-link" href="/verifier">Tapez le code imprimé sous le code carré</a>, ou déposez le PDF.</p>
	</section>

	<section data-case="malformed" data-heading="Ce code ne peut pas être lu" hidden>
		<div class="g-verdict g-verdict--none"><span class="g-seal g-seal--none g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal-none"/></svg>Ni vrai ni faux : illisible</span>
			<p>L’adresse est incomplète ou abîmée. Cela arrive quand le papier est plié, taché, ou quand le lien a été coupé dans un message.</p>
			<ul class="govuk-list govuk-list--bullet">
				<li>Visez de nouveau le code, à plat et bien éclairé.</li>
				<li>Ou <a class="govuk-link" href="/verifier">tapez les douze caractères imprimés dessous</a>.</li>
			</ul>
		</div>
	</section>
	<section data-case="newer" data-heading="Ce code ne peut pas être lu ici" hidden>
		<div class="g-verdict g-verdict--none"><span class="g-seal g-seal--none g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal-none"/></svg>Sceau plus récent que cette page</span>
			<p>La signature est juste, mais la page gardée par votre appareil est trop ancienne pour lire la suite. Reconnectez-vous au réseau et rechargez-la.</p>
		</div>
	</section>
	<section data-case="no-keys" data-heading="La vérification n’a pas pu se faire" hidden>
		<div class="g-verdict g-verdict--none"><span class="g-seal g-seal--none g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal-none"/></svg>Ni vrai ni faux : pas vérifié</span>
			<p>Votre appareil n’a pas encore la clé publique qu’il faut pour ce sceau, et le réseau ne répond pas. Réessayez avec du réseau : une seule fois suffit, la page marche ensuite sans lui.</p>
			<p><button class="govuk-button govuk-button--secondary" type="button" data-again>Réessayer</button></p>
		</div>
	</section>
	<section data-case="no-crypto" data-heading="La vérification n’a pas pu se faire" hidden>
		<div class="g-verdict g-verdict--none"><span class="g-seal g-seal--none g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal-none"/></svg>Ni vrai ni faux : pas vérifié</span>
			<p>Ce navigateur ne sait pas vérifier une signature. <a class="govuk-link" href="/verifier">Tapez le code imprimé sous le code carré</a> : le portail vérifiera pour vous.</p>
		</div>
	</section>
	<section data-case="forged" data-heading="Ce sceau est faux" hidden>
		<div class="g-verdict g-verdict--void"><span class="g-seal g-seal--void g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal-void"/></svg>Pas authentique</span>
			<p>La signature ne correspond pas à ce que dit le code carré. Il a été fabriqué, ou modifié après le scellement. Ce que dit ce papier n’est pas prouvé.</p>
			<ul class="govuk-list govuk-list--bullet">
				<li>Ne vous en servez pas, ne payez rien sur sa foi.</li>
				<li>Gardez-en une copie, et demandez l’original au service dont il porte le nom.</li>
			</ul>
		</div>
	</section>
	<section data-case="unknown-key" data-heading="Ce sceau n’est pas celui du ministère" hidden>
		<div class="g-verdict g-verdict--void"><span class="g-seal g-seal--void g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal-void"/></svg>Pas authentique</span>
			<p>Il se dit fait avec une clé <strong class="g-break" data-fill="kid"></strong> que le ministère n’a jamais eue. Ce que dit ce papier n’est pas prouvé.</p>
			<ul class="govuk-list govuk-list--bullet">
				<li>Ne vous en servez pas, ne payez rien sur sa foi.</li>
				<li>Gardez-en une copie, et demandez l’original au service dont il porte le nom.</li>
			</ul>
		</div>
	</section>

	<div data-case="good" hidden class="g-stack-l">
		<section class="g-stub" aria-label="Verdict">
			<div class="g-stub__tab">
				<p class="g-stub__kind" data-fill="kind"></p>
				<p class="g-stub__number g-stub__number--long" data-fill="r"></p>
				<p>
					<span data-state="en_vigueur" hidden>{{<kit/state KIND="done" LABEL="En vigueur"/}}</span>
					<span data-state="remplace" hidden>{{<kit/state KIND="rejected" LABEL="Remplacé"/}}</span>
					<span data-state="annule" hidden>{{<kit/state KIND="rejected" LABEL="Annulé"/}}</span>
					<span data-state="expire" hidden>{{<kit/state KIND="rejected" LABEL="Expiré"/}}</span>
					<span data-state="hors_ligne" hidden>{{<kit/state KIND="waiting" LABEL="Hors ligne"/}}</span>
					<span data-state="injoignable" hidden>{{<kit/state KIND="waiting" LABEL="État non vérifié"/}}</span>
					<span data-state="inconnu" hidden>{{<kit/state KIND="missing" LABEL="Inconnu"/}}</span>
				</p>
				<p class="g-stub__foot">Code : <span class="g-num" data-fill="c"></span></p>
			</div>
			<div class="g-stub__body g-stack">
				<p data-state="attente en_vigueur hors_ligne injoignable" data-heading="Ce sceau est authentique" hidden><span class="g-seal g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal"/></svg>Scellé par le ministère</span></p>
				<p data-state="annule" data-heading="Ce document a été annulé" hidden><span class="g-seal g-seal--void g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal-void"/></svg>N’est plus valable</span></p>
				<p data-state="remplace" data-heading="Ce document a été remplacé" hidden><span class="g-seal g-seal--void g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal-void"/></svg>N’est plus valable</span></p>
				<p data-state="expire" data-heading="Ce document n’est plus valable" hidden><span class="g-seal g-seal--void g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal-void"/></svg>N’est plus valable</span></p>
				<p data-state="inconnu" data-heading="Le registre ne connaît pas ce document" hidden><span class="g-seal g-seal--none g-seal--xl"><svg aria-hidden="true" focusable="false"><use href="[[asset:icons.svg]]#seal-none"/></svg>À confirmer auprès du service</span></p>
				<div data-state="hors_ligne" hidden>{{<kit/banner KIND="you" ICON="alert" TITLE="Hors ligne : l’annulation n’a pas pu être vérifiée"}}<p>La signature se vérifie sans réseau, pas l’annulation. <button class="g-linklike" type="button" data-again>Réessayer</button></p>{{</kit/banner}}</div>
				<div data-state="injoignable" hidden>{{<kit/banner KIND="you" ICON="alert" TITLE="L’annulation n’a pas pu être vérifiée"}}<p>Le portail ne répond pas pour l’instant ; la signature, elle, est juste. <button class="g-linklike" type="button" data-again>Réessayer</button></p>{{</kit/banner}}</div>
				<div data-state="annule" hidden>{{<kit/banner KIND="late" ICON="alert" TITLE="Le ministère a annulé cet acte"}}<p>Le papier est vrai, mais il ne produit plus d’effet<span data-show="since"> depuis le <span data-fill="since"></span></span>.<span data-show="replaced_by"> Annulé par : <strong class="g-break" data-fill="replaced_by"></strong>.</span></p>{{</kit/banner}}</div>
				<div data-state="remplace" hidden>{{<kit/banner KIND="late" ICON="alert" TITLE="Un autre acte a pris sa place"}}<p>Le papier est vrai, mais il ne vaut plus<span data-show="since"> depuis le <span data-fill="since"></span></span>. Demandez l’acte qui le remplace<span data-show="replaced_by"> : <strong class="g-break" data-fill="replaced_by"></strong></span>.</p>{{</kit/banner}}</div>
				<div data-state="expire" hidden>{{<kit/banner KIND="late" ICON="clock" TITLE="Sa date de validité est passée"}}<p>Il disait vrai jusqu’au <span data-fill="x"></span>. Demandez-en un nouveau.</p>{{</kit/banner}}</div>
				<div data-state="inconnu" hidden>{{<kit/banner KIND="late" ICON="alert" TITLE="La signature est juste, mais le registre n’a pas ce code"}}<p>Montrez-le au service qui l’a signé avant de vous en servir.</p>{{</kit/banner}}</div>
				<ul class="g-checks">
					<li><strong>La signature est juste.</strong> Vérifiée par votre appareil, avec la clé <span class="g-num" data-fill="kid"></span> du ministère.</li>
					<li><strong>Rien n’a été changé</strong> dans ce que dit le sceau.</li>
					<li data-state="en_vigueur" hidden><strong>Ni remplacé ni annulé</strong> au <span data-fill="checked"></span>.</li>
				</ul>
				<p data-state="attente" hidden class="g-note">Le portail dit s’il a été annulé…</p>
			</div>
		</section>
		<section class="g-split">
			<div>
				<h2 class="govuk-heading-l" id="comparer">Comparez avec le papier</h2>
				<p class="g-lead">Le sceau est vrai ; le papier l’est si chaque ligne y est écrite à l’identique.</p>
				<dl class="g-compare" data-list></dl>
			</div>
			<aside class="g-stack" aria-label="Après la comparaison">
				{{<kit/card ID="difference" TITLE="Une ligne diffère ?" KIND="late"}}<p class="g-small">Alors le papier a été modifié, ou le code carré vient d’un autre document. Ne vous y fiez pas : demandez l’original au service qui a signé.</p>{{</kit/card}}
				{{<kit/card ID="prive" TITLE="Rien n’est sorti d’ici" KIND="quiet"}}<p class="g-small">Ce que dit le code carré est resté sur votre appareil. Seul le code du document, <span class="g-num" data-fill="c"></span>, sert à demander au portail s’il a été annulé.</p>{{</kit/card}}
			</aside>
		</section>
	</div>
	<p class="g-note" data-kept hidden>Cette page marche désormais aussi sans réseau sur cet appareil.</p>
	<p class="g-note g-no-print"><a class="govuk-link" href="/verifier">Vérifier un autre acte</a> · <a class="govuk-link" href="/verifier/comment">Vérifier sans notre logiciel</a></p>
</div>
<script type="module" src="[[asset:seal.js]]"></script>
{{</layout}}
