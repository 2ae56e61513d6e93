// A pension file in a browser: the agent follows his own and answers for a missing act; the desk finds it, opens it and is asked for a reason.
import { accounts, base, check, finish, hands, launch, look, open, path, refused, says, signIn, ways } from "../browser/lib.mjs";

const browser = await launch();
const all = accounts(), by = matricule => all.find(a => a.matricule === matricule), desk = login => all.find(a => a.login === login);
const sessions = {};

await Promise.all(ways.map(async way => {
	const context = await open(browser, way);
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;

	await page.goto(`${base}/connexion`);
	await signIn(page, by("11208"), hand);
	await page.goto(`${base}/carriere/pension`);
	await hand.follow("Mon dossier de pension");
	check(it("the pension leads to the file"), path(page) === "/carriere/pension/dossier", page.url());
	await says(page, it("whose turn it is"), "À vous de répondre");
	await says(page, it("what is missing, by name"), "Décoration : la pièce manque");
	await hand.follow("Répondre pour cet acte");
	await says(page, it("one act, one page"), "Avez-vous cet acte ?");
	await hand.press("Envoyer ma réponse");
	await refused(page, it("no answer is not an answer"), "");
	await hand.choose("reponse", "copie");
	await hand.press("Envoyer ma réponse");
	await refused(page, it("a copy without its file is refused"), "Choisissez le fichier à envoyer");
	check(it("the focus is always seen"), hand.unseen === 0, String(hand.unseen));
	if (way.name === "mouse")
		sessions.agent = await context.storageState();
	await context.close();
}));

for (const way of ways) {
	const context = await open(browser, { ...way, as: sessions.desk });
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `desk, ${way.name}: ${what}`;

	if (!sessions.desk) {
		await page.goto(`${base}/connexion`);
		await signIn(page, desk("pensions.liquidation@exemple.bj"));
		sessions.desk = await context.storageState();
	}
	await page.goto(`${base}/pensions`);
	check(it("the menu says where we are"), (await page.locator(".g-nav").getAttribute("data-here")) === "pensions");
	await hand.fill("q", "15506");
	await hand.press("Chercher");
	check(it("a matricule leads to its file, and stands in no address"), path(page).startsWith("/pensions/dossiers/") && !page.url().includes("15506"), page.url());
	await says(page, it("the contradiction is named"), "accordé deux fois");
	await says(page, it("what the archive answered"), "Trouvé par les archives");
	await hand.unfold("Faire avancer à la main");
	await hand.choose("vers", "etat_services");
	await hand.press("Faire avancer");
	await refused(page, it("a desk says why"), "");
	await page.goto(`${base}/pensions?panier=retard`);
	await says(page, it("what is late is said in working days"), "en retard de");
	await context.close();
}

// axe and width.
let context = await open(browser, { axe: true, as: sessions.desk }), page = await context.newPage();
await look(page, "the baskets", "/pensions");
await look(page, "an empty basket", "/pensions?panier=ouverts&etat=rejete");
await look(page, "opening a file", "/pensions/ouvrir");
for (const who of ["15506", "11208", "18932", "450267", "10877"]) {
	await page.goto(`${base}/pensions`);
	await page.locator("tr", { hasText: who }).getByRole("link").first().click();
	await look(page, `file of ${who}`, path(page));
}
await page.goto(`${base}/pensions`);
await page.fill("[name=q]", "zzzz");
await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Chercher" }).click()]);
await says(page, "nothing found says what to do", "Vous pouvez l’ouvrir plus tôt");
await context.close();
context = await open(browser, { axe: true, as: sessions.agent });
page = await context.newPage();
await look(page, "my file", "/carriere/pension/dossier");
await page.getByRole("link", { name: "Répondre pour cet acte" }).click();
await look(page, "my answer", path(page));
await look(page, "asking to leave", "/carriere/pension/dossier/demande?nature=invalidite");
await context.close();
for (const matricule of ["18932", "20417", "7315"]) {
	context = await open(browser, { axe: true });
	page = await context.newPage();
	await page.goto(`${base}/connexion`);
	await signIn(page, by(matricule));
	await look(page, `the file of ${matricule}`, "/carriere/pension/dossier");
	await look(page, `the doors of ${matricule}`, "/carriere/pension/dossier/demande");
	await context.close();
}
await finish(browser);
