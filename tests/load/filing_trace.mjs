// What one filing costs the browser of a telephone, with an empty cache: its round trips and its bytes on the wire, from the sheet of the service to
// the confirmation; with scripts, without them, and by a visitor. At most 6 round trips of pages and 150 kB in all; files of the page (style,
// script, icons) count in the bytes, and are asked once.
//   node filing_trace.mjs BASE_URL SESSION_TOKEN      prints JSON; a session of a person with `requests.own`
import { launch } from "../browser/lib.mjs";

const [base, token] = process.argv.slice(2);
const MOST_TRIPS = 6, MOST_BYTES = 150_000;
const browser = await launch();
const found = {};

async function trace(name, scripts, walk, cookies = []) {
	const context = await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: scripts, locale: "fr-FR" });
	if (cookies.length) await context.addCookies(cookies);
	const page = await context.newPage();
	const client = await context.newCDPSession(page);
	let bytes = 0, documents = 0, redirects = 0, others = 0;
	await client.send("Network.enable");
	client.on("Network.loadingFinished", event => { bytes += event.encodedDataLength; });
	client.on("Network.requestWillBeSent", event => {
		if (event.redirectResponse) { redirects++; bytes += event.redirectResponse.encodedDataLength; }
		else if (event.type === "Document") documents++;
		else others++;
	});
	await walk(page);
	await page.waitForLoadState("networkidle");
	const arrived = new URL(page.url()).pathname;
	found[name] = { round_trips: documents + redirects, of_them_redirects: redirects, files: others, bytes, arrived };
	await context.close();
	return arrived === "/suivi/depot" && documents + redirects <= MOST_TRIPS && bytes <= MOST_BYTES;
}

async function stage(page) {
	await page.goto(`${base}/demarches/autorisation-stage`);
	await page.locator('main a[href="/demarches/autorisation-stage/demande"]').first().click();
	await page.waitForURL(/\/demande$/);
	for (const [field, value] of Object.entries({ telephone: "97000001", ecole: "Université de Parakou", specialite: "Archivistique", debut: "4 janvier 2027", mois: "3",
		lettre: "Je voudrais apprendre auprès de vous, pendant trois mois." })) {
		const at = page.locator(`main [name="${field}"]`);
		if (await at.count()) await at.fill(value);
	}
	await page.locator('main [name="niveau"][value="master"]').check();
	await page.locator('main button[value="continuer"]:not([aria-hidden])').click();
	await page.waitForURL(/\/relire$/);
	await page.locator('main [name="accord"]').check();
	await page.locator('main form[action$="/deposer"] button[type="submit"]').click();
	await page.waitForURL(/\/suivi\/depot/);
}

async function question(page) {
	await page.goto(`${base}/sans-compte/requete-plainte-information`);
	await page.locator('main [name="nature"][value="information"]').check();
	await page.locator('main [name="nom"]').fill("Mesure");
	await page.locator('main [name="texte"]').fill("Où se trouve mon dossier d’avancement ?");
	await page.locator('main button[value="continuer"]:not([aria-hidden])').click();
	await page.waitForURL(/\/relire$/);
	await page.locator('main [name="accord"]').check();
	await page.locator('main form[action$="/deposer"] button[type="submit"]').click();
	await page.waitForURL(/\/suivi\/depot/);
}

const session = [{ name: "guichet", value: token, url: base }];
const good = [await trace("with scripts", true, stage, session), await trace("without scripts", false, stage, session), await trace("a visitor", false, question)];
await browser.close();
console.log(JSON.stringify(found, null, "\t"));
process.exit(good.every(Boolean) ? 0 : 1);
