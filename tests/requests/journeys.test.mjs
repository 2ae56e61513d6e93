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

// A visitor with a piece and a telephone: without JavaScript, on a telephone; the code is read in the outbox of the demonstration.
{
	const context = await open(browser, { width: 360, scripts: false }), looker = await open(browser, { axe: true });
	const page = await context.newPage(), hand = hands(page, {});
	const pdf = { name: "lettre.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n") };
	const tail = String(Date.now()).slice(-6), phone = `97${tail}`;
	await page.goto(`${base}/sans-compte/requete-plainte-information`);
	await hand.choose("nature", "information");
	await hand.fill("nom", `${word} visiteuse`);
	await hand.fill("telephone", phone);
	await hand.fill("texte", "Où se trouve mon dossier d’avancement ?");
	await page.locator('main [name="piece"]').setInputFiles(pdf);
	await hand.press("Enregistrer et continuer");
	await says(page, "a visitor's contact is to be proved", "ce contact est-il le vôtre");
	await hand.press("Recevoir le code");
	await says(page, "a code has left", "Un code de six chiffres est parti");
	await looker.addCookies(await context.cookies());
	const seen = await looker.newPage();
	await look(seen, "the code's page", "/sans-compte/requete-plainte-information/relire");
	await hand.fill("code", "000000");
	await hand.press("Vérifier");
	await says(page, "a wrong code is told", "Ce n’est pas le code");
	const outbox = await context.newPage();
	await outbox.goto(`${base}/demo/boite-d-envoi`);
	const code = (await outbox.locator("main").innerText()).match(new RegExp(`\\+229 ?01 ?${phone.replace(/(..)/g, "$1 ?")}[\\s\\S]*?code (\\d{6})`))?.[1] ?? "";
	check("the code is in the outbox", /^\d{6}$/.test(code), code);
	await hand.fill("code", code);
	await hand.press("Vérifier");
	await says(page, "proved", "ce contact est bien le vôtre");
	await page.locator("#accord").check();
	await hand.press("Déposer la demande");
	await says(page, "filed without an account", "Ce qui se passe maintenant");
	await context.close();
	await looker.close();
}

// Every page, for axe and its widths.
for (const [seat, pages] of Object.entries({
	none: ["/", "/demarches", "/demarches?q=acte", "/demarches/visa-contrat-apprentissage", "/suivi", "/suivi?numero=REQ1&code=0", "/delais", "/sans-compte/requete-plainte-information"],
	person: ["/", "/demandes", "/demarches/visa-contrat-apprentissage/demande", "/demarches/attestation-validite-services/demande"],
	desk: ["/", "/corbeilles", "/corbeilles?corbeille=signer", "/corbeilles/absence", "/corbeilles/insatisfaits"],
})) {
	const context = await open(browser, { axe: true, as: seats[seat] });
	const page = await context.newPage();
	for (const address of pages) await look(page, address, address);
	if (seat !== "none") {
		await page.goto(base + (seat === "desk" ? "/corbeilles?corbeille=valider" : "/demandes"));
		await page.locator(seat === "desk" ? ".g-list a" : "main a[href^='/demandes/']").first().click();
		await look(page, `one request, ${seat}`, path(page));
		const piece = page.locator("main a[href$='/voir']").first();
		if (await piece.count()) {
			await piece.click();
			await look(page, `a piece, ${seat}`, path(page));
			check(`its image is shown, ${seat}`, (await page.locator(".g-leaf img").count()) === 0 || await page.locator(".g-leaf img").evaluate(i => i.complete && i.naturalWidth > 0));
		}
	}
	await context.close();
}
await finish(browser);
