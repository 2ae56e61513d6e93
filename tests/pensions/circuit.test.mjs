// A file in circuit as the desk and the agent see it: by mouse, on a telephone without JavaScript, by keyboard alone; nothing is changed.
import { accounts, base, check, finish, hands, launch, look, open, path, refused, says, signIn, ways } from "../browser/lib.mjs";

const browser = await launch();
const all = accounts(), by = login => all.find(a => a.login === login), chief = by("pensions.chef@exemple.bj"), retired = all.find(a => a.matricule === "7315");
let desk, file;

for (const way of ways) {
	const context = await open(browser, way);
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;

	await page.goto(`${base}/connexion`);
	await signIn(page, chief, hand);
	await page.goto(`${base}/pensions/signature`);
	check(it("the list to sign is there"), (await page.locator("h1").textContent()) === "Concessions à signer", page.url());
	check(it("each line binds to a content"), /^\w{13}\.[0-9a-f]{64}$/.test(await page.locator("[name=dossiers]").first().getAttribute("value")));
	await hand.go(page.locator("main table a").first());
	check(it("a line leads to its circuit"), /^\/pensions\/dossiers\/\w+\/circuit$/.test(path(page)), page.url());
	await says(page, it("whose turn it is"), "À vous : signer la concession");
	await says(page, it("what the hand agrees to"), "Votre accord porte sur ce calcul exactement");
	file = path(page);
	await hand.fill("motif", "");
	await hand.press("Rendre le dossier");
	await refused(page, it("a return without a reason is refused"), "Remplissez ce champ");
	await page.goto(base + file);
	await hand.follow("Toutes les lignes");
	check(it("the computation is one step away"), path(page) === file.replace("circuit", "calcul"), page.url());
	await says(page, it("line by line"), "1. Services effectifs");
	await says(page, it("what is demonstration says so"), "valeur de démonstration");
	desk = await context.storageState();
	await context.close();
}

let context = await open(browser, { axe: true, as: desk }), page = await context.newPage();

await look(page, "a file to sign", file);
check("it is the file, not the door", path(page) === file, page.url());
await look(page, "its computation", file.replace("circuit", "calcul"));
await look(page, "the list to sign", "/pensions/signature");
await look(page, "a quarter", "/pensions/lots?trimestre=2026-07-01");
await look(page, "an empty quarter", "/pensions/lots?trimestre=1999-01-01");
await page.goto(`${base}/pensions/lots?trimestre=2026-07-01`);
await page.locator("main table a").first().click();
await page.waitForLoadState();
await look(page, "a file in payment", path(page));
await context.close();

context = await open(browser, { axe: true });
page = await context.newPage();
await page.goto(`${base}/connexion`);
await signIn(page, retired);
await look(page, "the agent's own computation", "/carriere/pension/dossier/calcul");
await says(page, "the amount in words", "francs CFA par mois");
const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Télécharger mon livret de pension" }).click()]);
check("the booklet is downloaded under its number", /^livret-de-pension-\d{4}-\d{4}-.*\.pdf$/.test(download.suggestedFilename()), download.suggestedFilename());
await look(page, "a revision too late", "/carriere/pension/dossier/recours");
await says(page, "it says until when it was open", "il courait jusqu’au");
await context.close();
await finish(browser);
