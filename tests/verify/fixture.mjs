// Sealed documents for the tests of verification: a key made here and registered, acts and documents of every state. They
// are signed by node's own cryptography, not by our signer.
//
//	node tests/verify/fixture.mjs put        puts them, prints what they are as JSON
//	node tests/verify/fixture.mjs drop KID   takes all that stands under this key away
import { execFileSync } from "node:child_process";
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { fileURLToPath } from "node:url";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const base64 = value => Buffer.from(value).toString("base64url");
const quoted = value => value === null || value === undefined ? "null" : `'${String(value).replaceAll("'", "''")}'`;

export function sql(text) {
	return execFileSync("psql", ["-qAtX", "-v", "ON_ERROR_STOP=1", "-d", process.env.GUICHET_OWNER_DSN, "-c", text], { encoding: "utf8" }).trim();
}

// A compact JWS with any header and any payload text, by this key.
export function seal(key, header, payload) {
	const input = `${base64(JSON.stringify(header))}.${base64(payload)}`;
	return `${input}.${sign(null, Buffer.from(input), key).toString("base64url")}`;
}

export const makeKey = () => generateKeyPairSync("ed25519");
export const newCode = () => [...randomBytes(12)].map(byte => ALPHABET[byte % 32]).join("");
export const spaced = code => code.replace(/(....)(?=.)/g, "$1 ");

export function pdf(text) {
	return Buffer.from(`%PDF-1.7\n% ${text}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
}

export function put() {
	const { privateKey, publicKey } = makeKey();
	const kid = `essai-${randomBytes(4).toString("hex")}`, mark = randomBytes(3).toString("hex").toUpperCase();
	const signatory = "Adidjatou Mathys, Ministre du Travail et de la Fonction publique";
	const title = "Arrêté portant avancement automatique d’échelon, deuxième trimestre 2026";
	const reference = n => `${mark}${n}/MTFP/DC/SGM/DGFP/DRSC/SIA/SA`;
	const common = (type, r, more) => ({ v: 1, t: type, c: newCode(), r, k: title, d: "2026-03-28", s: signatory, h: base64(randomBytes(32)), ...more });
	const agent = { p: "HOUNKPATIN Clémentine", m: "84213", e: "2026-04-01", g: "A3-8 > A3-9" };
	const certificate = (r, x, more = {}) => ({ ...common("certificat", r, { k: "Attestation de présence au poste", p: agent.p, m: agent.m, x,
		f: [["Corps", "Administrateurs du travail"], ["En service depuis le", "4 janvier 2010"]] }), ...more });
	const list = {
		copy: common("copie", reference(1), agent),
		act: common("acte", reference(1), { n: 1204 }),
		cancelled: common("copie", reference(2), agent),
		cancelling: common("acte", reference(3), { n: 1, k: "Arrêté portant annulation", d: "2026-05-04" }),
		replaced: common("copie", reference(4), agent),
		replacing: common("acte", reference(5), { n: 1, k: "Arrêté rectificatif", d: "2026-06-01" }),
		certificate: certificate(`${mark}6/DRSC`, "2099-12-31"),
		expired: certificate(`${mark}7/DRSC`, "2026-01-31"),
		withdrawn: certificate(`${mark}8/DRSC`, "2099-12-31"),
		twin: certificate(`${mark}9/DRSC`, "2099-12-31"),
		otherTwin: certificate(`${mark}9/DRSC`, "2099-12-31"),
	};
	const acts = { A: ["copy", reference(1), "2026-03-28", "en_vigueur", null], B: ["cancelled", reference(2), "2026-03-28", "annule", null],
		C: ["cancelling", reference(3), "2026-05-04", "en_vigueur", "B"], D: ["replaced", reference(4), "2026-03-28", "remplace", null],
		E: ["replacing", reference(5), "2026-06-01", "en_vigueur", "D"] };
	const actOf = { copy: "A", act: "A", cancelled: "B", cancelling: "C", replaced: "D", replacing: "E" };
	const lines = [`insert into acts.seal_keys (kid, public_key) values (${quoted(kid)}, decode('${publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex")}', 'hex'))`];

	for (const [, r, signed, state, replaces] of Object.values(acts))
		lines.push(`insert into career.acts (kind_code, reference, signed_on, signatory, subject, state_code, replaces_act_id) values ('avancement_echelon', ${quoted(r)},
			'${signed}', ${quoted(signatory)}, ${quoted(title)}, '${state}', ${replaces ? `(select act_id from career.acts where reference = ${quoted(acts[replaces][1])})` : "null"})`);
	for (const [name, said] of Object.entries(list)) {
		said.jws = seal(privateKey, { alg: "EdDSA", kid }, JSON.stringify(said));
		said.pdf = pdf(said.c);
		said.sha256 = createHash("sha256").update(said.pdf).digest("hex");
		lines.push(`insert into acts.documents (code, type_code, act_id, agent_id, reference, title, signatory, signed_on, state_code, expires_on, kid, jws, sealed_at, file_sha256, file_size)
			values ('${said.c}', '${said.t}', ${actOf[name] ? `(select act_id from career.acts where reference = ${quoted(acts[actOf[name]][1])})` : "null"},
			${said.t === "acte" ? "null" : "(select min(agent_id) from career.agents)"}, ${quoted(said.r)}, ${quoted(said.k)}, ${quoted(said.s)}, '${said.d}',
			'${name === "withdrawn" ? "annule" : "en_vigueur"}', ${quoted(said.x)}, ${quoted(kid)}, '${said.jws}', '${said.d} 15:20+00', decode('${said.sha256}', 'hex'), ${said.pdf.length})`);
	}
	sql(`begin; ${lines.join(";\n")}; commit`);
	return { kid, privateKey, publicKey, mark, list };
}

export function drop(kid) {
	// Only a superuser can take away what is sealed.
	sql(`begin; alter table acts.documents disable trigger sealed; alter table career.acts disable trigger sealed;
		create temp table gone on commit drop as select act_id from acts.documents where kid = ${quoted(kid)} and act_id is not null;
		delete from acts.documents where kid = ${quoted(kid)};
		delete from career.acts where act_id in (select act_id from gone) and replaces_act_id is not null;
		delete from career.acts where act_id in (select act_id from gone);
		delete from acts.seal_keys where kid = ${quoted(kid)};
		alter table acts.documents enable always trigger sealed; alter table career.acts enable trigger sealed; commit`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	if (process.argv[2] === "drop") {
		drop(process.argv[3]);
	} else {
		const made = put();
		const plain = Object.fromEntries(Object.entries(made.list).map(([name, { pdf: bytes, ...said }]) => [name, { ...said, pdf: bytes.toString("base64") }]));
		console.log(JSON.stringify({ kid: made.kid, mark: made.mark, list: plain, x: made.publicKey.export({ format: "jwk" }).x,
			forged: seal(makeKey().privateKey, { alg: "EdDSA", kid: made.kid }, JSON.stringify({ v: 1, c: newCode() })) }));
	}
}
