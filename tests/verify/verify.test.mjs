// Checking a paper in the browser: the page that a QR opens, with and without a network, with and without the browser's own
// Ed25519; the form, and a PDF dropped on it. GUICHET_OWNER_DSN says how to reach the database as its owner.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { axe, base, check, finish, fits, launch, look, open, says } from "../browser/lib.mjs";
import { drop, makeKey, newCode, pdf, put, seal, spaced, sql } from "./fixture.mjs";

const browser = await launch();
const made = put(), { list } = made;
const drawer = mkdtempSync(join(tmpdir(), "guichet-verify-"));
const forget = () => sql("delete from accounts.attempts where bucket like 'verifier:%'");

process.on("exit", () => { drop(made.kid); forget(); });

const heading = page => page.locator("h1").innerText();
const visible = (page, selector) => page.locator(selector).filter({ visible: true });
async function verdict(page, jws, address = "/v") {
	await page.goto("about:blank");
	await page.goto(`${base}${address}#${jws}`);
	await settled(page);
}
const settled = page => page.waitForFunction(() => {
	const shown = name => { const part = document.querySelector(name); return part && !part.hidden; };
	return !shown("[data-case=checking]") && !shown("[data-case=plain]") && !(shown("[data-case=good]") && shown("p.g-note[data-state=attente]"));
});
// One byte of the payload changed, and still base64url of JSON.
function altered(jws) {
	const [head, payload, signature] = jws.split(".");
	const said = Buffer.from(payload, "base64url").toString().replace("A3-9", "A3-8");
	return `${head}.${Buffer.from(said).toString("base64url")}.${signature}`;
}
const turned = jws => jws.slice(0, -20) + (jws.at(-20) === "A" ? "B" : "A") + jws.slice(-19);
const stranger = (kid, key = makeKey().privateKey) => seal(key, { alg: "EdDSA", kid }, JSON.stringify({ ...JSON.parse(Buffer.from(list.copy.jws.split(".")[1], "base64url")), c: newCode() }));
const forgeries = {
	"one word changed": [altered(list.copy.jws), "Ce sceau est faux"],
	"one character of the signature": [turned(list.copy.jws), "Ce sceau est faux"],
	"another key under a known name": [stranger(made.kid), "Ce sceau est faux"],
	"a key the ministry never had": [stranger("2026-beef0"), "Ce sceau n’est pas celui du ministère"],
	"cut short": [list.copy.jws.slice(0, -9), "Ce code ne peut pas être lu"],
	"its head alone": [list.copy.jws.split(".")[0], "Ce code ne peut pas être lu"],
	"alg none": [seal(made.privateKey, { alg: "none", kid: made.kid }, "{}"), "Ce code ne peut pas être lu"],
	"crit": [seal(made.privateKey, { alg: "EdDSA", kid: made.kid, crit: ["b64"] }, "{}"), "Ce code ne peut pas être lu"],
	"padding": [`${list.copy.jws}==`, "Ce code ne peut pas être lu"],
	"words": ["bonjour", "Ce code ne peut pas être lu"],
	"a version to come": [seal(made.privateKey, { alg: "EdDSA", kid: made.kid }, '{"v":2}'), "Ce code ne peut pas être lu ici"],
};

// What the seal says, and what the portal adds.
{
	const context = await open(browser);
	const page = await context.newPage(), asked = [], complaints = [];
	page.on("request", request => asked.push(request.url()));
	page.on("pageerror", error => complaints.push(String(error)));
	page.on("console", message => { if (message.type() === "error" && !message.text().includes("404")) complaints.push(message.text()); });
	await verdict(page, list.copy.jws);
	check("a right seal: the verdict first", (await heading(page)) === "Ce sceau est authentique", await heading(page));
	await says(page, "vouched for by this device", `Vérifiée par votre appareil, avec la clé ${made.kid} du ministère`);
	const facts = await page.locator("[data-list] > div").evaluateAll(lines => lines.map(line => line.innerText.replace(/\s*\n\s*/, ": ").replaceAll("\u200b", "")));
	const want = [`Titre: ${list.copy.k}`, `Référence: ${list.copy.r}`, "Signé le: 28 mars 2026", `Signataire: ${list.copy.s}`, "Nom et prénoms: HOUNKPATIN Clémentine",
		"Matricule: 84213", "Ce qui change: A3-8 → A3-9", "À compter du: 1er avril 2026"];
	check("then each fact, in the order of the paper", JSON.stringify(facts) === JSON.stringify(want), facts.join(" | "));
	await says(page, "then its state", "Ni remplacé ni annulé au ");
	await says(page, "and its code in fours", `Code : ${spaced(list.copy.c)}`);
	check("the title says so too", (await page.title()) === "Ce sceau est authentique – Guichet");
	const secret = list.copy.jws.split(".")[1].slice(0, 40);
	check("the fragment leaves for nobody", asked.every(url => !url.includes(secret.slice(0, 20)) && !url.includes("#e")) && asked.every(url => url.startsWith(base) || url.startsWith("about:")), asked.join(" "));
	check("only the code is asked", asked.filter(url => url.includes("/api/")).every(url => url === `${base}/api/v1/documents/${list.copy.c}`) && asked.some(url => url.includes("/api/")));
	check("the library is not loaded when the browser knows how", !asked.some(url => url.includes("ed25519")), asked.filter(url => url.includes("static")).join(" "));

	for (const [name, title, words] of [["cancelled", "Ce document a été annulé", `depuis le 4 mai 2026. Annulé par : ${list.cancelling.r}`],
		["replaced", "Ce document a été remplacé", `depuis le 1er juin 2026. Demandez l’acte qui le remplace : ${list.replacing.r}`],
		["expired", "Ce document n’est plus valable", "Il disait vrai jusqu’au 31 janvier 2026"], ["withdrawn", "Ce document a été annulé", "il ne produit plus d’effet."]]) {
		await verdict(page, list[name].jws);
		check(`${name}: the verdict says so`, (await heading(page)) === title, await heading(page));
		const text = (await page.locator("main").innerText()).replaceAll("\u200b", "").replace(/\s+/g, " ");
		check(`${name}: since when, by what`, text.includes(words), text.slice(0, 300));
		check(`${name}: no green seal`, (await visible(page, ".g-seal--void").count()) === 1 && (await visible(page, "use[href$='#seal']").count()) === 0);
	}
	await verdict(page, list.certificate.jws);
	await says(page, "a certificate tells its facts", "Administrateurs du travail");
	await verdict(page, stranger(made.kid, made.privateKey));
	check("a right signature that the register does not know", (await heading(page)) === "Le registre ne connaît pas ce document", await heading(page));
	for (const [name, [jws, title]] of Object.entries(forgeries)) {
		await verdict(page, jws);
		check(`${name}: ${title}`, (await heading(page)) === title, await heading(page));
		check(`${name}: no facts, no green`, (await visible(page, "[data-list] > div").count()) === 0 && (await visible(page, "use[href$='#seal']").count()) === 0);
	}
	await page.goto(`${base}/v#${list.copy.jws}`);
	await settled(page);
	await page.evaluate(jws => { location.hash = jws; }, altered(list.copy.jws));
	await page.waitForFunction(() => document.querySelector("h1").textContent === "Ce sceau est faux");
	check("another code scanned in the same window is checked anew", true);
	await page.goto("about:blank");
	await page.goto(`${base}/v`);
	await page.waitForFunction(() => !document.querySelector("[data-case=empty]").hidden);
	await says(page, "without a seal it says what to do", "Visez le code carré");
	sql(`update acts.seal_keys set retired_at = now() where kid = '${made.kid}'`);
	await verdict(page, list.copy.jws);
	check("a key that retired still verifies", (await heading(page)) === "Ce sceau est authentique");
	sql(`update acts.seal_keys set retired_at = null where kid = '${made.kid}'`);
	check("no script failed, nothing was refused by the policy", complaints.length === 0, complaints.join(" | "));
	await context.close();
}

// Without a network, once it was opened with one.
{
	const context = await open(browser, { width: 360 });
	const page = await context.newPage();
	await verdict(page, list.act.jws);
	await page.locator("[data-kept]").filter({ visible: true }).waitFor();
	await context.setOffline(true);
	await verdict(page, list.copy.jws);
	check("offline: the signature is still checked", (await heading(page)) === "Ce sceau est authentique", await heading(page));
	await says(page, "offline: and what could not be is said", "Hors ligne : l’annulation n’a pas pu être vérifiée");
	check("offline: nothing says it was not cancelled", !(await page.locator("main").innerText()).includes("Ni remplacé ni annulé"));
	check("offline: the page has its style", (await page.evaluate(() => getComputedStyle(document.querySelector(".g-stub")).display)) === "grid");
	await verdict(page, list.expired.jws);
	check("offline: a date that passed needs no network", (await heading(page)) === "Ce document n’est plus valable", await heading(page));
	await verdict(page, altered(list.copy.jws));
	check("offline: a forged one is still forged", (await heading(page)) === "Ce sceau est faux");
	await verdict(page, stranger("2026-beef0"));
	check("offline: a key not yet known is not called false", (await heading(page)) === "La vérification n’a pas pu se faire", await heading(page));
	await verdict(page, list.cancelled.jws);
	await context.setOffline(false);
	await visible(page, "[data-again]").click();
	await page.waitForFunction(() => document.querySelector("h1").textContent === "Ce document a été annulé");
	check("with the network again: what was cancelled is said", true);
	const shelf = await page.evaluate(async () => (await (await caches.open("sceau")).keys()).map(entry => entry.url).join(" "));
	check("what is kept names no document", !shelf.includes(list.copy.c) && !shelf.includes("/api/") && /\/v( |$)/.test(shelf), shelf);
	const scopes = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(r => new URL(r.scope).pathname).join());
	check("the worker's scope is that page", scopes === "/v", scopes);
	await context.setOffline(true);
	const gone = await page.goto(`${base}/verifier`).then(() => "served", () => "not served");
	check("no other page is answered for", gone === "not served", gone);
	await context.close();
}
// The portal does not answer: not "offline", and not "authentic and in force".
{
	const context = await open(browser);
	const page = await context.newPage();
	await page.route("**/api/v1/documents/**", route => route.fulfill({ status: 503, body: "" }));
	await verdict(page, list.copy.jws);
	await says(page, "a portal that fails is not taken for a yes", "L’annulation n’a pas pu être vérifiée");
	await page.route("**/jwks.json", route => route.abort());
	await page.evaluate(() => caches.delete("sceau"));
	await verdict(page, list.copy.jws);
	check("no key at all: nothing is judged", (await heading(page)) === "La vérification n’a pas pu se faire", await heading(page));
	await context.close();
}

// A browser whose cryptography lacks Ed25519: the packaged library does the same.
{
	const context = await open(browser);
	await context.addInitScript(() => {
		const known = SubtleCrypto.prototype.importKey;
		SubtleCrypto.prototype.importKey = function (format, key, algorithm, ...rest) {
			if ((algorithm.name ?? algorithm) === "Ed25519")
				return Promise.reject(new DOMException("Unrecognized name.", "NotSupportedError"));
			return known.call(this, format, key, algorithm, ...rest);
		};
	});
	const page = await context.newPage(), asked = [];
	page.on("request", request => asked.push(request.url()));
	await verdict(page, list.copy.jws);
	check("without the browser's Ed25519: the library", (await heading(page)) === "Ce sceau est authentique" && asked.some(url => url.includes("/static/ed25519.")), await heading(page));
	for (const name of ["one word changed", "one character of the signature", "another key under a known name", "a key the ministry never had"]) {
		const [jws, title] = forgeries[name];
		await verdict(page, jws);
		check(`the library refuses too: ${name}`, (await heading(page)) === title, await heading(page));
	}
	await page.locator("[data-kept]").filter({ visible: true }).waitFor();
	await context.setOffline(true);
	await verdict(page, list.copy.jws);
	check("and offline as well", (await heading(page)) === "Ce sceau est authentique", await heading(page));
	await context.close();
}
// No cryptography at all (a page not served in a secure context): it says where to go.
{
	const context = await open(browser);
	await context.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined }));
	const page = await context.newPage();
	await verdict(page, list.copy.jws);
	check("no cryptography: not judged", (await heading(page)) === "La vérification n’a pas pu se faire", await heading(page));
	await says(page, "and where to go", "Tapez le code imprimé");
	await context.close();
}

// Without JavaScript.
for (const width of [360, 1280]) {
	const context = await open(browser, { width, scripts: false });
	const page = await context.newPage();
	await page.goto(`${base}/v#${list.copy.jws}`);
	await says(page, `without JavaScript at ${width} px: what to do`, "tapez le code de douze caractères");
	await page.getByRole("link", { name: "Taper le code" }).click();
	await page.fill("#acte", spaced(list.copy.c).toLowerCase());
	await page.getByRole("button", { name: "Vérifier" }).click();
	check(`without JavaScript at ${width} px: the code typed by hand`, (await heading(page)) === "Ce document est authentique", await heading(page));
	await says(page, `without JavaScript at ${width} px: the facts to compare`, "HOUNKPATIN Clémentine");
	await page.fill("#acte", newCode());
	await page.getByRole("button", { name: "Vérifier" }).click();
	await says(page, `without JavaScript at ${width} px: a code unknown`, "Cela ne veut pas dire que le papier est faux");
	await context.close();
}

// A PDF chosen or dropped: hashed here, never sent.
{
	const context = await open(browser);
	const page = await context.newPage(), bodies = [];
	page.on("request", request => bodies.push(request.postData() ?? ""));
	const file = (name, bytes) => { const where = join(drawer, name); writeFileSync(where, bytes); return where; };
	const changed = Buffer.from(list.copy.pdf);
	changed[30] ^= 1;
	await page.goto(`${base}/verifier`);
	const shown = async (name, word) => {
		await page.locator("[data-result] > :not([hidden]):not([data-case=hashing])").waitFor();
		await page.waitForFunction(expected => document.querySelector("[data-result]").innerText.includes(expected), word, { timeout: 5000 }).catch(() => {});
		check(name, (await page.locator("[data-result]").innerText()).includes(word), await page.locator("[data-result]").innerText());
	};
	await page.setInputFiles("#fichier", file("right.pdf", list.copy.pdf));
	await shown("the right file", "Ce fichier est l’original scellé");
	await shown("and its state", "en vigueur");
	await page.setInputFiles("#fichier", file("changed.pdf", changed));
	await shown("one byte changed", "Ce fichier n’est pas celui que le ministère a scellé");
	await page.setInputFiles("#fichier", file("cancelled.pdf", list.cancelled.pdf));
	await shown("the file of a cancelled act", "il ne vaut plus");
	await page.setInputFiles("#fichier", file("other.txt", Buffer.from("bonjour")));
	await shown("not a PDF", "Ce n’est pas un PDF");
	await page.setInputFiles("#fichier", file("other.pdf", pdf("un autre")));
	await shown("a PDF of somebody else", "n’est pas celui que le ministère a scellé");
	for (const [name, bytes, word] of [["dropped: the right file", list.copy.pdf, "Ce fichier est l’original scellé"], ["dropped: one byte changed", changed, "n’est pas celui que le ministère a scellé"]]) {
		const transfer = await page.evaluateHandle(data => {
			const carried = new DataTransfer();
			carried.items.add(new File([Uint8Array.from(data)], "acte.pdf", { type: "application/pdf" }));
			return carried;
		}, [...bytes]);
		await page.dispatchEvent("[data-drop]", "dragover", { dataTransfer: transfer });
		await page.dispatchEvent("[data-drop]", "drop", { dataTransfer: transfer });
		await shown(name, word);
	}
	check("no file was sent", bodies.every(body => body === ""));
	await page.setInputFiles("#fichier", file("right.pdf", list.copy.pdf));
	await shown("again the right file", "Ce fichier est l’original scellé");
	await page.getByRole("link", { name: "Voir ce qu’il dit" }).filter({ visible: true }).click();
	await page.waitForURL(/acte=/);
	check("what it says is one step away", (await heading(page)) === "Ce document est authentique");
	await context.close();
}

// How it looks, and to whom it can be read.
{
	const context = await open(browser, { axe: true });
	const page = await context.newPage();
	for (const [name, jws] of [["right", list.copy.jws], ["cancelled", list.cancelled.jws], ["forged", altered(list.copy.jws)], ["cut", "abc"]])
		for (const width of [360, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			await verdict(page, jws);
			check(`one h1: ${name}`, (await page.locator("h1").count()) === 1);
			await fits(page, `${name} at ${width} px`);
			await axe(page, `${name} at ${width} px`);
		}
	for (const [name, address] of [["form", "/verifier"], ["found", `/verifier?acte=${list.copy.c}`], ["cancelled, typed", `/verifier?acte=${list.cancelled.c}`],
		["two", `/verifier?acte=${list.twin.r}`], ["by reference", `/verifier?acte=${list.act.r}`], ["unknown", "/verifier?acte=0000"], ["how", "/verifier/comment"]])
		await look(page, name, address);
	await context.close();
}

await finish(browser);
