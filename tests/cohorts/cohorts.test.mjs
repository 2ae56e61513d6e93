// Departures and indicators: by mouse, on a telephone without JavaScript, by keyboard alone; axe and width on every state.
import { accounts, base, check, finish, hands, launch, look, open, path, refused, says, signIn, ways } from "../browser/lib.mjs";

const browser = await launch();
const chief = accounts().find(a => a.login === "pensions.chef@exemple.bj");
const signing = await open(browser), first = await signing.newPage();
await signIn(first, chief);
const session = await signing.storageState();
await signing.close();

await Promise.all(ways.map(async way => {
	const context = await open(browser, { ...way, as: session });
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;

	await page.goto(`${base}/pensions/departs`);
	check(it("the title says the years"), /^Départs à la retraite, \d{4} à \d{4}$/.test(await page.locator("h1").textContent()));
	const total = await page.locator(".g-number strong").first().textContent();
	check(it("the table adds up to the number above"), (await page.locator("#par-periode ~ * tfoot td").last().textContent()) === total, total);
	await hand.go(page.locator("#par-categorie ~ table tbody a").first());
	check(it("a category narrows the page, in the address"), new URL(page.url()).searchParams.get("categorie") !== null, page.url());
	const part = await page.locator(".g-number strong").first().textContent();
	check(it("to a part"), Number(part) < Number(total) && Number(part) > 0, part);
	await hand.go(page.locator(".g-figures").first().locator("tbody a").nth(3));
	check(it("a year too, and the category stays"), new URL(page.url()).searchParams.get("categorie") !== null && new URL(page.url()).searchParams.get("annee") !== null, page.url());
	await says(page, it("quarters show"), "Trimestre par trimestre");
	await hand.go(page.locator(".g-chips a").first());
	check(it("a filter is taken away"), new URL(page.url()).searchParams.get("annee") === null);
	await hand.go(page.locator(".g-tabs a", { hasText: "Date non connue" }));
	await says(page, it("who has no date is apart"), "Rien n’est deviné");
	await hand.follow("Exporter cette liste");
	await says(page, it("the export says who will see it"), "Chaque personne de la liste verra cet export");
	await hand.press("Exporter");
	await refused(page, it("no export without a reason"), "motif");
	await page.goto(`${base}/pensions/departs`);
	await hand.follow("Indicateurs des pensions");
	check(it("the indicators are one step away"), path(page) === "/pensions/indicateurs");
	await hand.go(page.locator(".g-cohorts-figures a").first());
	await says(page, it("a figure opens onto its files"), "Les dossiers derrière");
	if (way.keyboard) check(it("the focus is always seen"), hand.unseen === 0, String(hand.unseen));
	await context.close();
}));

const context = await open(browser, { axe: true, as: session }), page = await context.newPage();
await look(page, "departures", "/pensions/departs");
await look(page, "one year of one category", `/pensions/departs?annee=${new Date().getFullYear() + 4}&categorie=A`);
await look(page, "nobody", `/pensions/departs?annee=${new Date().getFullYear()}&categorie=E&sexe=F`);
await look(page, "dates that are not known", "/pensions/departs?vue=inconnue");
await look(page, "a refused year", "/pensions/departs?annee=2001");
await look(page, "export", "/pensions/departs/export");
await look(page, "indicators", "/pensions/indicateurs?chiffre=livret");
await look(page, "few files", "/pensions/indicateurs?du=1990-01-01&au=1990-12-31");
await look(page, "a refused period", "/pensions/indicateurs?du=2020-01-01&au=2019-01-01");

// What a director prints: no address, no filter, the figures.
await page.emulateMedia({ media: "print" });
await page.goto(`${base}/pensions/departs`);
check("print: the filters are not there", !(await page.locator(".g-filters").first().isVisible()));
check("print: nothing follows a link", await page.locator("#par-categorie ~ table tbody a").first().evaluate(e => ["none", "normal", ""].includes(getComputedStyle(e, "::after").content)));
await context.close();
await finish(browser);
