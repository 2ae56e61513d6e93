{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Vérifier sans notre logiciel" DESCRIPTION="Le sceau suit des normes publiques : tout informaticien peut le vérifier avec des outils courants."}}
<div class="g-split">
<div class="g-prose g-stack">
	{{<kit/crumbs}}{{<kit/crumb HREF="/verifier" LABEL="Vérifier un acte"/}}{{<kit/crumb LABEL="Sans notre logiciel"/}}{{</kit/crumbs}}
	{{<kit/title TEXT="Vérifier sans notre logiciel" LEAD="Vous n’avez pas à nous croire. Le sceau suit des normes publiques : tout informaticien peut le vérifier, même sans ce site."/}}

	<h2 class="govuk-heading-l g-anchor" id="contient">Ce que contient le code carré</h2>
	<p class="govuk-body">Une adresse de ce site, puis, derrière le signe #, le sceau : ce que le ministère affirme, et sa signature. Les trois parties sont séparées par des points.</p>
	{{<kit/summary}}
		{{<kit/answer LABEL="L’en-tête" VALUE="la méthode de signature (EdDSA) et le nom de la clé"/}}
		{{<kit/answer LABEL="Le contenu" VALUE="le titre, la référence, la date, le signataire, et votre ligne"/}}
		{{<kit/answer LABEL="La signature" VALUE="64 octets : un seul caractère changé, et elle est fausse"/}}
	{{</kit/summary}}
	<p class="govuk-body">C’est un JWS compact (RFC 7515), signé par Ed25519 (RFC 8037). Les clés publiques sont à l’adresse <a class="govuk-link" href="/.well-known/jwks.json">/.well-known/jwks.json</a>, y compris celles qui ne servent plus : un acte ancien se vérifie toujours.</p>

	<h2 class="govuk-heading-l g-anchor" id="openssl">Avec OpenSSL, sur un ordinateur</h2>
	<p class="govuk-body">Copiez l’adresse lue par votre téléphone dans un fichier <code>seal.txt</code>, puis :</p>
<pre class="g-codes" tabindex="0" aria-label="Commandes">PORTAL={{ORIGIN:pre_escape}}
SEAL=$(sed 's/.*#//' seal.txt)
b64() { tr -- '-_' '+/' | awk '{ while (length($0) % 4) $0 = $0 "="; print }' | base64 -d; }

# 1. ce qu’il dit
printf '%s' "$SEAL" | cut -d. -f1 | b64; echo
printf '%s' "$SEAL" | cut -d. -f2 | b64; echo

# 2. la clé publique de ce nom
curl -sf "$PORTAL/.well-known/jwks.json" -o keys.json
KID=$(printf '%s' "$SEAL" | cut -d. -f1 | b64 | sed 's/.*"kid":"\([^"]*\)".*/\1/')
X=$(grep -o "\"kid\":\"$KID\",\"x\":\"[^\"]*\"" keys.json | sed 's/.*"x":"\([^"]*\)"/\1/')
( printf '\060\052\060\005\006\003\053\145\160\003\041\000'; printf '%s' "$X" | b64 ) &gt; key.der

# 3. la signature
printf '%s' "$SEAL" | cut -d. -f1-2 | tr -d '\n' &gt; signed.txt
printf '%s' "$SEAL" | cut -d. -f3 | b64 &gt; signature.bin
openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in signed.txt -sigfile signature.bin</pre>
	<p class="govuk-body">La dernière ligne répond <code>Signature Verified Successfully</code> ou <code>Signature Verification Failure</code>.</p>

	<h2 class="govuk-heading-l g-anchor" id="bibliotheque">Avec une bibliothèque JOSE</h2>
	<p class="govuk-body">Il en existe pour tous les langages. En JavaScript, avec <code>jose</code> :</p>
<pre class="g-codes" tabindex="0" aria-label="Programme">import { compactVerify, createRemoteJWKSet } from "jose";
const keys = createRemoteJWKSet(new URL("{{ORIGIN:pre_escape}}/.well-known/jwks.json"));
const { payload } = await compactVerify(seal, keys, { algorithms: ["EdDSA"] });
console.log(new TextDecoder().decode(payload));</pre>

	<h2 class="govuk-heading-l g-anchor" id="etat">Savoir s’il vaut encore</h2>
	<p class="govuk-body">Une signature ne sait pas ce qui est arrivé après elle. Le portail le dit, sans compte et sans nom de personne :</p>
<pre class="g-codes" tabindex="0" aria-label="Adresses">GET {{ORIGIN:pre_escape}}/api/v1/documents/<i>code de douze caractères</i>
GET {{ORIGIN:pre_escape}}/api/v1/empreintes/<i>SHA-256 du PDF</i></pre>
	<p class="govuk-body">La réponse (JSON) dit <code>en_vigueur</code>, <code>remplace</code>, <code>annule</code> ou <code>expire</code>, et par quel acte.</p>
</div>
<aside class="g-stack" aria-label="À savoir">
	{{<kit/card ID="prouve" TITLE="Ce que prouve un sceau" KIND="quiet"}}
		{{<kit/checks}}<li>Le ministère a signé ces mots-là.</li><li>Personne n’y a touché depuis.</li>{{</kit/checks}}
		<p class="g-small g-mt">Il ne dit pas que le papier autour est le bon : comparez chaque ligne.</p>
	{{</kit/card}}
	{{<kit/card ID="cle" TITLE="Où est la clé secrète ?" KIND="quiet"}}<p class="g-small">Dans un programme à part, sans réseau ni fichiers, qui ne fait que signer. Le site lui-même ne peut pas la lire.</p>{{</kit/card}}
</aside>
</div>
{{</layout}}
