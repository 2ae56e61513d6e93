// An independent library (jose) believes what the portal's keys signed, and nothing else. Runs on node 18 and later.
//
//	node tests/verify/jose.test.mjs BASE_URL VAR      (GUICHET_OWNER_DSN says how to reach the database as its owner)
import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from "jose";
import { drop, makeKey, put, seal } from "./fixture.mjs";

const [base] = process.argv.slice(2);
let passed = 0, failed = 0;
function check(name, ok, detail = "") {
	if (ok) passed++; else failed++;
	console.log(`${ok ? "ok" : "not ok"} - ${name}${ok ? "" : ` (${detail})`}`);
}

const made = put(), { copy } = made.list;
try {
	const answer = await fetch(`${base}/.well-known/jwks.json`);
	check("keys are served as a JWK set", answer.status === 200 && answer.headers.get("content-type") === "application/jwk-set+json");
	const set = await answer.json(), keys = createLocalJWKSet(set);
	const opens = async jws => compactVerify(jws, keys, { algorithms: ["EdDSA"] }).then(found => new TextDecoder().decode(found.payload), error => error.code);
	const refused = async (name, jws, ...codes) => {
		const said = await opens(jws);
		check(name, codes.includes(said), said);
	};

	check("each key is whole", set.keys.every(key => key.kty === "OKP" && key.crv === "Ed25519" && key.alg === "EdDSA" && key.use === "sig" && /^[A-Za-z0-9_-]{43}$/.test(key.x) && !("d" in key)));
	check("the portal's own key is among them", set.keys.some(key => /^\d{4}-[0-9a-f]{4}$/.test(key.kid) && !key.retired_at), JSON.stringify(set.keys.map(key => key.kid)));
	check("a document's seal opens", JSON.parse(await opens(copy.jws)).c === copy.c);
	check("and names its key", decodeProtectedHeader(copy.jws).kid === made.kid);
	const [head, payload, signature] = copy.jws.split(".");
	const other = { ...copy, g: "A3-8 > A3-12", jws: undefined, pdf: undefined, sha256: undefined };
	const changed = Buffer.from(JSON.stringify(other)).toString("base64url");
	await refused("a payload that was changed does not", `${head}.${changed}.${signature}`, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
	const bit = Buffer.from(signature, "base64url");
	bit[9] ^= 1;
	await refused("one bit of the signature turned does not", `${head}.${payload}.${bit.toString("base64url")}`, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
	await refused("another key under this name does not", seal(makeKey().privateKey, { alg: "EdDSA", kid: made.kid }, JSON.stringify(other)), "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
	await refused("a key that the portal never had does not", seal(makeKey().privateKey, { alg: "EdDSA", kid: "2026-0000x" }, "{}"), "ERR_JWKS_NO_MATCHING_KEY");
	await refused("alg none does not", `${Buffer.from(JSON.stringify({ alg: "none", kid: made.kid })).toString("base64url")}.${payload}.`, "ERR_JOSE_ALG_NOT_ALLOWED", "ERR_JWS_INVALID", "ERR_JOSE_NOT_SUPPORTED");
} finally {
	drop(made.kid);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
