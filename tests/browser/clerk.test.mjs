// A clerk searches, says why, opens a file, exports a list; the agent then reads who looked.
import { accounts, base, check, finish, hands, launch, look, open, path, refused, says, signIn, ways } from "./lib.mjs";

const browser = await launch();
const all = accounts(), by = login => all.find(a => a.login.startsWith(login));
const journeys = [
	{ way: ways[0], clerk: by("chef.sia"), typed: "hounkpatin afiavi", near: "hounkpatyn", name: "Afiavi", owner: by("afiavi"), motif: "pension" },
	{ way: ways[1], clerk: by("gestionnaire.mtfp"), typed: "adjovi", near: "ajovi", name: "Comlan", owner: by("comlan"), motif: "demande" },
	{ way: ways[2], clerk: by("signataire"), typed: "BIO GUENE mathias", near: "bio guéné matthias", name: "Mathias", owner: by("mathias"), motif: "acte" },
];
let session;

await Promise.all(journeys.map(async ({ way, clerk, typed, near, name, owner, motif }) => {
	const context = await open(browser, way);
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;
	const search = async words => {
		await page.goto(`${base}/agents`);
		await hand.fill("q", words);
		await hand.press("Chercher");
	};
	const found = () => page.locator("tbody th a").allTextContents();

	await page.goto(`${base}/connexion`);
	await hand.fill("identifiant", clerk.login);
	await hand.fill("mot_de_passe", clerk.password);
	await hand.press("Se connecter");
	check(it("a second factor is asked"), path(page) === "/connexion/code", page.url());
	await hand.fill("code", "000000");
	await hand.press("Continuer");
	await refused(page, it("a wrong code is refused"), "Ce code n’est pas le bon");
	await page.goto(`${base}/agents`);
	check(it("and nothing opens without it"), path(page) !== "/agents", page.url());
	await page.context().clearCookies();
	await signIn(page, clerk, hand);
	check(it("the right code opens the desk"), path(page) === "/agents", page.url());

	await search("zzqwx");
	await says(page, it("nobody is said in words"), "Personne ne répond à cette recherche");
	await search(typed);
	check(it("found without accents or case"), (await found()).some(n => n.includes(name)), (await found()).join());
	await search(near);
	check(it("found in spite of a fault"), (await found()).some(n => n.includes(name)), (await found()).join());
	const list = page.url();

	await hand.go(page.locator("tbody th a", { hasText: name }));
	// Once opened a file stays open for half an hour: a second run within it asks by the address.
	if (!path(page).endsWith("/motif") && (await page.locator("#ouverture").count())) await page.goto(`${base}${path(page)}/motif`);
	check(it("a closed file asks why"), path(page).endsWith("/motif"), page.url());
	await hand.press("Ouvrir le dossier");
	await refused(page, it("no reason: it stays closed"), "");
	await hand.choose("motif", "autre");
	await hand.press("Ouvrir le dossier");
	await refused(page, it("another reason must be written"), "");
	await hand.choose("motif", motif);
	await hand.fill("precision", "Essai 12");
	await hand.press("Ouvrir le dossier");
	check(it("with a reason the file opens"), /^\/agents\/\w{13}$/.test(path(page)) && (await page.locator("h1").textContent()).includes(name), page.url());
	const file = path(page);
	await says(page, it("it says when and why"), "Essai 12");

	await hand.go(page.locator("main section[aria-labelledby=actes] tbody th a"));
	check(it("an act of the file"), /\/actes\/\w{13}$/.test(path(page)), page.url());
	await page.goto(base + file);
	await hand.go(page.locator("nav[aria-label='Parties du dossier'] a", { hasText: "État des services" }));
	check(it("the état des services"), path(page) === `${file}/etat-des-services` && (await page.locator("table").count()) > 0, page.url());

	// What only some may do.
	if (way.name === "keyboard") {
		check(it("a signatory exports nothing"), (await page.goto(`${base}/agents/export${new URL(list).search}`)).status() === 403);
		check("the focus was always seen", hand.unseen === 0, String(hand.unseen));
	} else {
		await page.goto(list);
		await hand.follow("Exporter");
		check(it("the export is a page"), path(page) === "/agents/export", page.url());
		await hand.press("Exporter");
		await refused(page, it("without a reason nothing is exported"), "");
		await hand.choose("format", way.scripts === false ? "csv" : "xlsx");
		await hand.choose("motif", "controle");
		const [download] = await Promise.all([page.waitForEvent("download"), page.locator("main").getByRole("button", { name: "Exporter" }).click()]);
		check(it("with one, a file comes"), /\.(csv|xlsx)$/.test(download.suggestedFilename()), download.suggestedFilename());
		check(it("a clerk sees no journal"), (await page.goto(`${base}/journal`)).status() === 403);
	}
	if (way.scripts === false) session = { ...session, elsewhere: file };
	if (way.name === "mouse") {
		await page.goto(list);
		await hand.unfold("Filtrer");
		await page.getByLabel("Dossiers avec lacunes").check();
		await hand.pick("categorie", (await page.locator("select[name=categorie] option").allTextContents())[2]);
		await hand.go(page.locator(".g-filters button"));
		check("filters are kept in the page", (await page.locator("[name=lacunes]").isChecked()) && (await page.inputValue("[name=categorie]")) !== "");
		await hand.press("Garder cette recherche");
		await says(page, "a search can be kept", "gardée");
		session = { ...session, clerk: await context.storageState(), file, list };
	}
	await context.close();

	// The person reads it.
	const own = await open(browser);
	const reader = await own.newPage();
	await signIn(reader, owner);
	await reader.goto(`${base}/consultations`);
	await says(reader, `${name} reads who looked, and why`, "Essai 12");
	check(`${name} cannot open the desk`, (await reader.goto(`${base}/agents`)).status() === 403);
	check("nor the file by its address", (await reader.goto(base + file)).status() === 403);
	await own.close();
}));

{
	const context = await open(browser, { axe: true, as: session.clerk });
	const page = await context.newPage();
	check("a file out of reach does not exist", (await page.goto(`${base}/agents/0000000000000`)).status() === 404);
	check("nor that of an agent of elsewhere", (await page.goto(base + session.elsewhere)).status() === 404);
	for (const [name, address] of [["/agents", "/agents"], ["the list", session.list.slice(base.length)], ["a file", session.file], ["its services", `${session.file}/etat-des-services`],
		["the export", `/agents/export${new URL(session.list).search}`]])
		await look(page, name, address);
	await page.goto(base + session.file);
	await page.goto(base + (await page.locator("section[aria-labelledby=actes] tbody th a").first().getAttribute("href")));
	await look(page, "an act of a file");
	await context.close();
}

await finish(browser);
