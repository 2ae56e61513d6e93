// A request by the three ways: chosen in the catalogue, filed, followed, treated; the weight and the round trips of a filing; axe on every page.
//   journeys.test.mjs BASE_URL VAR_DIR
import { accounts, base, check, finish, hands, launch, look, open, path, says, signIn, ways } from "../browser/lib.mjs";

const browser = await launch();
const all = accounts(), person = all.find(a => a.login.startsWith("rosine")), desk = all.find(a => a.login.includes("gestionnaire.mtfp"));
const seats = {};
for (const [name, account] of Object.entries({ person, desk })) {
	const context = await open(browser);
	const page = await context.newPage();
	await signIn(page, account);
	seats[name] = await context.storageState();
	await context.close();
}

const word = `Essai${Date.now().toString(36)}`;
const filed = [];
for (const [n, way] of ways.entries()) {
	const context = await open(browser, { ...way, as: seats.person });
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;
	await page.goto(`${base}/demarches?q=plinte`);
	await hand.follow("Question, requête ou plainte");
	await hand.follow("Commencer la demande");
	await hand.press("Enregistrer et continuer");
	await says(page, it("what is missing is told"), "Il y a un point à corriger");
	await hand.choose("nature", "information");
	await hand.fill("texte", `${word} ${n} : où en est mon dossier d’avancement ?`);
	await hand.press("Enregistrer et continuer");
	await says(page, it("the review reads it back"), `${word} ${n}`);
	await hand.press("Déposer la demande");
	await says(page, it("not filed before it was read over"), "il faut relire");
	const box = page.locator("#accord");
	if (way.keyboard) { await hand.reach(box); await page.keyboard.press("Space"); } else await box.check();
	await hand.press("Déposer la demande");
	await says(page, it("filed, with what comes next"), "Ce qui se passe maintenant");
	const number = (await page.locator("main").innerText()).match(/REQ\d{6,}/)?.[0] ?? "";
	check(it("a number"), /^REQ\d{6,}$/.test(number), number);
	filed.push(number);
	await hand.follow("La page de suivi");
	await says(page, it("followed by number and code"), "C’est à nous");
	await page.goto(`${base}/demandes`);
	await hand.go(page.locator("main li", { hasText: number }).getByRole("link"));
	await says(page, it("its page"), "Le chemin de votre demande");
	if (way.keyboard) check(it("the focus is always seen"), hand.unseen === 0, String(hand.unseen));
	await context.close();
}

// A clerk treats them: the list, the file, the answer.
for (const [n, way] of ways.entries()) {
	const context = await open(browser, { ...way, as: seats.desk });
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;
	await page.goto(`${base}/corbeilles?corbeille=nouvelles&service=requete-plainte-information&tri=depot`);
	await hand.go(page.locator(".g-list li", { hasText: filed[n] }).getByRole("link"));
	await says(page, it("the file"), `${word} ${n}`);
	await hand.press("Prendre en charge");
	await says(page, it("taken in hand"), "En instruction");
	await hand.fill("texte", "Votre dossier est au service d’intégration et des avancements.");
	await hand.press("Envoyer à la suite");
	await says(page, it("answered and closed"), "Finalisée");
	await context.close();
}
{
	const context = await open(browser, { as: seats.person });
	const page = await context.newPage();
	await page.goto(`${base}/demandes`);
	await page.locator("main li", { hasText: filed[0] }).getByRole("link").click();
	await says(page, "the person reads the answer", "service d’intégration et des avancements");
	await context.close();
}

// The weight of a filing, from the sheet to the receipt, with an empty cache.
{
	const context = await open(browser, { as: seats.person });
	const page = await context.newPage();
	const wire = await context.newCDPSession(page);
	let bytes = 0, documents = 0;
	await wire.send("Network.enable");
	wire.on("Network.loadingFinished", e => { bytes += e.encodedDataLength; });
	page.on("request", r => { if (r.isNavigationRequest()) documents++; });
	await page.goto(`${base}/demarches/requete-plainte-information`);
	await page.getByRole("link", { name: "Commencer la demande" }).click();
	await page.locator("[name=nature][value=information]").check();
	await page.fill("[name=texte]", `${word} pesée : une question de trois lignes.`);
	await page.getByRole("button", { name: "Enregistrer et continuer" }).last().click();
	await page.locator("#accord").check();
	await page.getByRole("button", { name: "Déposer la demande" }).click();
	await page.waitForURL("**/suivi/depot*");
	await page.waitForLoadState("networkidle");
	console.log(`# a filing: ${documents} documents (redirects among them), ${bytes} bytes with everything`);
	check("a filing takes six round trips at most", documents <= 6, String(documents));
	check("and 150 kB at most", bytes > 10000 && bytes <= 150 * 1024, String(bytes));
	await context.close();
}

// Every page, for axe and its widths.
for (const [seat, pages] of Object.entries({
	none: ["/demarches", "/demarches?q=acte", "/demarches/visa-contrat-apprentissage", "/suivi", "/suivi?numero=REQ1&code=0", "/delais", "/sans-compte/requete-plainte-information"],
	person: ["/demandes", "/demarches/visa-contrat-apprentissage/demande", "/demarches/attestation-validite-services/demande"],
	desk: ["/corbeilles", "/corbeilles?corbeille=signer", "/corbeilles/absence", "/corbeilles/insatisfaits"],
})) {
	const context = await open(browser, { axe: true, as: seats[seat] });
	const page = await context.newPage();
	for (const address of pages) await look(page, address, address);
	if (seat !== "none") {
		await page.goto(base + (seat === "desk" ? "/corbeilles?corbeille=valider" : "/demandes"));
		await page.locator(seat === "desk" ? ".g-list a" : "main a[href^='/demandes/']").first().click();
		await look(page, `one request, ${seat}`, path(page));
	}
	await context.close();
}
await finish(browser);
