// Checks the seal in the address of /v, on this device. The signature first, then the facts for the eye, then, if there is a
// network, whether the document still holds. What stands behind the # is sent to nobody: only the document's code is asked.
const root = document.getElementById("sceau");
const HEADER = /^\{"alg":"EdDSA","kid":"([A-Za-z0-9_-]{1,32})"\}$/;
const CODE = /^[0-9A-HJKMNP-TV-Z]{12}$/;
const SHELF = "sceau";
const MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const TYPES = { acte: "Acte", copie: "Copie d’un acte, pour un agent", certificat: "Attestation" };
// The order of the paper; dates are written as people write them.
const FACTS = [["k", "Titre"], ["r", "Référence"], ["d", "Signé le", true], ["s", "Signataire"], ["p", "Nom et prénoms"], ["m", "Matricule"],
	["g", "Ce qui change"], ["e", "À compter du", true], ["n", "Nombre de lignes"], ["f"], ["x", "Valable jusqu’au", true]];
const WAIT = 8000;

// ---- showing ----
const all = (selector, make) => root.querySelectorAll(selector).forEach(make);
const words = (element, name) => (element.dataset[name] ?? "").split(" ");

function title(text) {
	root.querySelector("[data-title]").textContent = text;
	document.title = `${text} – Guichet`;
}

function fill(name, text) {
	all(`[data-fill="${name}"]`, (place) => { place.textContent = text ?? ""; });
	all(`[data-show="${name}"]`, (place) => { place.hidden = !text; });
}

function showCase(name) {
	all("[data-case]", (part) => { part.hidden = part.dataset.case !== name; });
	const heading = root.querySelector(`[data-case="${name}"]`).dataset.heading;
	if (heading)
		title(heading);
}

function showState(name) {
	all("[data-state]", (part) => {
		part.hidden = !words(part, "state").includes(name);
		if (!part.hidden && part.dataset.heading)
			title(part.dataset.heading);
	});
	const stub = root.querySelector(".g-stub").classList;
	stub.toggle("g-stub--void", ["annule", "remplace", "expire"].includes(name));
	stub.toggle("g-stub--unsure", name === "inconnu");
}

function frenchDate(iso) {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? "") ?? [];
	return year ? `${day === "01" ? "1er" : Number(day)} ${MONTHS[month - 1]} ${year}` : String(iso ?? "");
}

// Cotonou is one hour ahead of UTC, all the year.
function frenchInstant(iso) {
	const at = new Date(Date.parse(iso) + 3600000);
	return `${frenchDate(at.toISOString())} à ${at.getUTCHours()}\u00a0h\u00a0${String(at.getUTCMinutes()).padStart(2, "0")}`;
}

// A narrow column cuts a reference behind its bars.
const breakable = (reference) => reference.replaceAll("/", "/\u200b");

function showFacts(said) {
	const list = root.querySelector("[data-list]");
	const shown = (key) => (key === "r" ? breakable(said.r) : String(said[key]).replace(" > ", " → "));
	const lines = FACTS.flatMap(([key, label, date]) => key === "f"
		? (Array.isArray(said.f) ? said.f.filter(Array.isArray) : [])
		: said[key] === undefined ? [] : [[label, date ? frenchDate(said[key]) : shown(key)]]);
	list.replaceChildren(...lines.map(([label, value]) => {
		const line = document.createElement("div"), term = document.createElement("dt"), description = document.createElement("dd");
		term.textContent = label;
		description.textContent = value;
		line.append(term, description);
		return line;
	}));
	fill("caption", TYPES[said.t] ?? "Document");
	fill("kind", "Référence");
	fill("r", breakable(said.r));
	fill("c", said.c.replace(/(....)(?=.)/g, "$1\u00a0"));
	fill("x", frenchDate(said.x));
}

// ---- reading ----
// Canonical base64url, as the signer writes it, or nothing.
function bytes(text) {
	if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1)
		return null;
	const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	if (btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") !== text)
		return null;
	return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

const utf8 = (data) => {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(data);
	} catch {
		return null;
	}
};

function parse(text) {
	const parts = text.split(".");
	const [header, payload, signature] = parts.map(bytes);
	const kid = parts.length === 3 && header && payload && signature?.length === 64 ? HEADER.exec(utf8(header) ?? "")?.[1] : null;
	return kid ? { kid, payload, signature, input: new TextEncoder().encode(`${parts[0]}.${parts[1]}`) } : null;
}

function read(payload) {
	try {
		const said = JSON.parse(utf8(payload));
		return said.v === 1 && CODE.test(said.c) && typeof said.r === "string" ? said : null;
	} catch {
		return null;
	}
}

// ---- the network, or what was kept of it ----
async function ask(address, options = {}) {
	const giveUp = new AbortController();
	const clock = setTimeout(() => giveUp.abort(), WAIT);
	try {
		return await fetch(address, { credentials: "omit", signal: giveUp.signal, ...options });
	} finally {
		clearTimeout(clock);
	}
}

const shelf = () => ("caches" in window ? caches.open(SHELF).catch(() => null) : null);

// { keys, current }: current when the portal itself has just said so.
async function keys(again) {
	const address = root.dataset.keys, kept = await shelf();
	try {
		const answer = await ask(address, { cache: again ? "reload" : "default" });
		if (answer.ok) {
			await kept?.put(address, answer.clone()).catch(() => {});
			return { keys: (await answer.json()).keys, current: true };
		}
	} catch { /* no network: what was kept serves */ }
	const old = await kept?.match(address, { ignoreVary: true });
	return { keys: old ? (await old.json()).keys : [], current: false };
}

const find = (set, kid) => set.keys.find((key) => key.kid === kid && key.kty === "OKP" && key.crv === "Ed25519");

async function keyOf(kid) {
	let set = await keys(false), key = find(set, kid);
	if (!key && set.current) {
		set = await keys(true);
		key = find(set, kid);
	}
	return { key, current: set.current };
}

// ---- the signature ----
async function native(key, seal) {
	const imported = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
	return crypto.subtle.verify({ name: "Ed25519" }, imported, seal.signature, seal.input);
}

let borrowed = false;
async function signatureHolds(key, seal) {
	const raw = bytes(key.x);
	try {
		return await native(raw, seal);
	} catch {
		borrowed = true;
	}
	const library = await import(root.dataset.curve);
	await crypto.subtle.digest("SHA-512", raw);
	return library.verifyAsync(seal.signature, seal.input, raw, { zip215: false }).catch(() => false);
}

async function stateOf(said) {
	let answer;
	try {
		answer = await ask(root.dataset.states + said.c, { cache: "no-store" });
	} catch {
		return "hors_ligne";
	}
	if (answer.status === 404)
		return "inconnu";
	if (!answer.ok)
		return "injoignable";
	const state = await answer.json();
	fill("since", state.since && frenchDate(state.since));
	fill("replaced_by", state.replaced_by && breakable(state.replaced_by));
	fill("checked", frenchInstant(state.checked_at));
	return state.state;
}

async function verify() {
	const text = location.hash.slice(1);
	if (!text)
		return showCase("empty");
	showCase("checking");
	const seal = parse(text);
	if (!seal)
		return showCase("malformed");
	fill("kid", seal.kid);
	const { key, current } = await keyOf(seal.kid);
	if (!key)
		return showCase(current ? "unknown-key" : "no-keys");
	let holds;
	try {
		holds = await signatureHolds(key, seal);
	} catch {
		return showCase("no-crypto");
	}
	if (!holds)
		return showCase("forged");
	const said = read(seal.payload);
	if (!said)
		return showCase("newer");
	showFacts(said);
	showCase("good");
	showState("attente");
	let state = await stateOf(said);
	// A date that has passed needs no network.
	if (["hors_ligne", "injoignable"].includes(state) && said.x && said.x < new Date(Date.now() + 3600000).toISOString().slice(0, 10))
		state = "expire";
	showState(state);
}

// ---- for the next time, without a network ----
// The page as a visitor sees it, its files, the keys. Old files leave once the new ones are all there.
async function keep() {
	if (!("serviceWorker" in navigator) || !("caches" in window))
		return;
	const files = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((element) => element.href || element.src);
	files.push(new URL(root.dataset.icons, location.href).href);
	if (borrowed)
		files.push(new URL(root.dataset.curve, location.href).href);
	const kept = await caches.open(SHELF), page = new URL("/v", location.href).href;
	const missing = [];
	for (const file of files)
		if (!(await kept.match(file, { ignoreVary: true })))
			missing.push(file);
	const answers = await Promise.all([...missing, page].map((address) => ask(address)));
	if (!answers.every((answer) => answer.ok))
		return;
	await Promise.all([...missing, page].map((address, i) => kept.put(address, answers[i])));
	const wanted = new Set([...files, page, new URL(root.dataset.keys, location.href).href]);
	for (const entry of await kept.keys())
		if (!wanted.has(entry.url) && !(entry.url.includes("/ed25519.")))
			await kept.delete(entry);
	await navigator.serviceWorker.register(root.dataset.worker, { scope: "/v" });
	await navigator.serviceWorker.ready;
	root.querySelector("[data-kept]").hidden = false;
}

all("[data-again]", (button) => button.addEventListener("click", verify));
addEventListener("hashchange", verify);
verify().then(keep).catch(() => {});
