// A campaign of step advancement: opened, read, one agent put aside, given up; by the three ways. Then every page with axe.
import { accounts, base, check, finish, hands, launch, look, open, path, refused, says, signIn, ways } from "../browser/lib.mjs";

const browser = await launch();
const all = accounts(), clerk = all.find(a => a.login.includes("drsc")), late = all.find(a => a.login.includes("gestionnaire.mtfp"));
const seats = {};
for (const who of [clerk, late]) {
	const context = await open(browser);
	await signIn(await context.newPage(), who);
	seats[who.login] = await context.storageState();
	await context.close();
}
const seat = seats[clerk.login];

for (const way of ways) {                                              // one after the other: a quarter has one open campaign
	const context = await open(browser, { ...way, as: seat });
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;
	const number = async label => Number((await page.locator(".g-number", { hasText: label }).locator("strong").innerText()).replace(/\D/g, ""));

	await page.goto(base);
	await hand.menu("Actes");
	await hand.follow("Avancements");
	await says(page, it("campaigns are listed"), "Campagnes");
	await hand.follow("Nouvelle campagne");
	const current = (await page.locator("select[name=trimestre] option").allTextContents()).map(t => t.trim()).find(t => t.includes("en cours"));
	const next = (await page.locator("select[name=trimestre] option").allTextContents()).map(t => t.trim()).find(t => t.includes("prochain"));
	await hand.press("Lancer le calcul");
	await refused(page, it("a grouping must be chosen"), "");
	await page.goto(`${base}/avancements/nouvelle`);
	await hand.pick("trimestre", next);
	await hand.choose("regroupement", "ministere");
	await hand.press("Lancer le calcul");
	await refused(page, it("the quarter that is open already is refused"), "déjà ouverte");
	await page.goto(`${base}/avancements/nouvelle`);
	await hand.pick("trimestre", current);
	await hand.choose("regroupement", "structure");
	await hand.press("Lancer le calcul");
	const camp = page.url();
	for (let i = 0; i < 60 && (await page.locator("[data-live]").count()) > 0; i++) { await page.waitForTimeout(150); await page.goto(camp); }
	await says(page, it("computed"), "La suite vous appartient");
	const due = await number("agents à avancer"), aside = await number("écartés en tout");
	check(it("the late agent of the demo is due"), due >= 1, String(due));
	await hand.follow("agents à avancer");
	check(it("the number opens as many rows"), (await page.locator("main h2").first().innerText()).startsWith(String(due)), await page.locator("main h2").first().innerText());
	await hand.fill("q", "gbénou");
	await hand.press("Chercher");
	check(it("found without her accent, and not by the address"), !/gb(e|é|%c3%a9)nou/i.test(page.url()) && (await page.locator("tbody tr").count()) === 1, page.url());
	await hand.follow("GBENOU");
	await says(page, it("the date is explained"), "D’où vient cette date");
	await hand.press("Écarter");
	await refused(page, it("nobody is put aside without a reason"), "Écrivez le motif");
	await hand.fill("motif", "Essai de la mise à l’écart, sans suite.");
	await hand.press("Écarter");
	await says(page, it("put aside, with the reason"), "Essai de la mise à l’écart");
	await page.goto(camp);
	check(it("the numbers follow"), (await number("agents à avancer")) === due - 1 && (await number("écartés en tout")) === aside + 1);
	await hand.press("Abandonner la campagne");
	check(it("given up"), path(page) === "/avancements" && (await page.content()).includes("La campagne est abandonnée"), page.url());
	check(it("what has the focus is seen"), hand.unseen === 0, String(hand.unseen));
	await context.close();
}

{
	const context = await open(browser, { axe: true, as: seat });
	const page = await context.newPage();
	await look(page, "campaigns", "/avancements");
	const camp = await page.locator("tbody tr", { hasText: "À examiner" }).first().locator("a").first().getAttribute("href");
	await look(page, "new campaign", "/avancements/nouvelle");
	await look(page, "campaign", camp);
	for (const list of ["dus", "verifier", "ecartes", "main", "retards"]) await look(page, `list ${list}`, `${camp}/agents?liste=${list}`);
	await page.goto(`${base}${camp}/agents?liste=ecartes`);
	const lines = await page.locator("tbody th a").evaluateAll(links => links.map(a => a.getAttribute("href")));
	await look(page, "agent aside", lines[0]);
	await page.goto(`${base}${camp}/agents?liste=dus`);
	await look(page, "agent due", await page.locator("tbody th a").first().getAttribute("href"));
	await look(page, "acts to be", `${camp}/actes`);
	await look(page, "overdue", "/avancements/retards");
	await page.locator("summary", { hasText: "Les mêmes chiffres" }).click();
	check("the drawing has its table", (await page.locator("figure tbody tr").count()) === (await page.locator("figure rect").count()) && (await page.locator("figure rect").count()) > 1);
	await context.close();
}
{
	const context = await open(browser, { axe: true, as: seats[late.login] });
	const page = await context.newPage();
	await look(page, "own page with the inset", "/carriere");
	await says(page, "she reads that it is late and in which campaign", "est en retard ; il est dans la campagne du");
	await context.close();
}
await finish(browser);
