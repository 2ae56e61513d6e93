// An agent asks what his pension would be: by mouse, on a telephone without JavaScript, by keyboard alone.
import { accounts, base, check, finish, hands, launch, look, open, path, refused, says, signIn, ways } from "../browser/lib.mjs";

const browser = await launch();
const all = accounts(), by = matricule => all.find(a => a.matricule === matricule);
let session;

await Promise.all(ways.map(async way => {
	const context = await open(browser, way);
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;

	await page.goto(`${base}/connexion`);
	await signIn(page, by("20417"), hand);
	await hand.go(page.locator("nav[aria-label='Mon dossier'] a", { hasText: /^Ma pension$/ }));
	check(it("the tab leads to the pension"), path(page) === "/carriere/pension" && (await page.locator("h1").textContent()) === "Ma pension, ligne par ligne", page.url());
	check(it("the tab is said to be the view"), (await page.locator("nav[aria-label='Mon dossier'] [aria-current]").textContent()) === "Ma pension");
	const amount = await page.locator(".g-stub__number").textContent(), box = await page.locator(".g-stub__number").boundingBox();
	check(it("the amount is on the first screen"), /FCFA/.test(amount) && box.y + box.height < 700, `${amount} ${box.y}`);
	await says(page, it("the sum is a sentence"), "La moyenne de vos cinq dernières années");
	await hand.fill("le", "1900-01-01");
	await hand.press("Calculer à cette date");
	await refused(page, it("a day before the first service is refused"), "avant votre prise de service");
	await hand.fill("le", "1er janvier 2045");
	await hand.press("Calculer à cette date");
	await says(page, it("another day has its own amount"), "date essayée");
	check(it("it differs"), (await page.locator(".g-stub__number").textContent()) !== amount);
	await says(page, it("and what it is worth is said"), "après la limite d’âge");
	if (way.name === "mouse")
		session = await context.storageState();
	await context.close();
}));

// axe and width: an amount, a refused day; then contradictions, a bonus without its paper, the other fund, a retired agent.
let context = await open(browser, { axe: true, as: session }), page = await context.newPage();

await look(page, "an amount", "/carriere/pension");
await look(page, "a refused day", "/carriere/pension?le=2200-01-01");
await context.close();
for (const matricule of ["15506", "11208", "30144", "7315"]) {
	context = await open(browser, { axe: true });
	page = await context.newPage();
	await page.goto(`${base}/connexion`);
	await signIn(page, by(matricule));
	await look(page, matricule, "/carriere/pension");
	await context.close();
}
await finish(browser);
