// The pages for everybody: at 360 and 1280 px, by keyboard, without JavaScript, under the page's own policy.
import { axe, base, check, finish, fits, launch, open } from "./lib.mjs";

const browser = await launch();
const pages = ["/", "/aide", "/accessibilite", "/donnees-personnelles", "/kit", "/connexion", "/inscription", "/activation", "/mot-de-passe",
	"/demo/boite-d-envoi", "/n-existe-pas"];

for (const width of [360, 1280]) {
	const context = await open(browser, { width, axe: true });
	const page = await context.newPage();
	for (const path of pages) {
		await page.goto(base + path);
		await axe(page, `${path} at ${width} px`);
		await fits(page, `${path} at ${width} px`);
	}
	await context.close();
}

// Under the policy, nothing is refused by it and nothing leaves for elsewhere.
{
	const context = await open(browser);
	const page = await context.newPage();
	const complaints = [], elsewhere = [];
	page.on("console", message => { if (message.type() === "error") complaints.push(message.text()); });
	page.on("request", request => { if (!request.url().startsWith(base)) elsewhere.push(request.url()); });
	for (const path of pages.filter(p => p !== "/n-existe-pas"))
		await page.goto(base + path);
	check("the policy refuses nothing of ours", complaints.length === 0, complaints.join(" | "));
	check("no request leaves the portal", elsewhere.length === 0, elsewhere.join(" "));
	await page.goto(base);
	await page.keyboard.press("Tab");
	check("the first key reaches the way past the menus", (await page.evaluate(() => document.activeElement.textContent)) === "Aller au contenu");
	await page.keyboard.press("Enter");
	check("and it leads to the content", (await page.evaluate(() => location.hash)) === "#contenu");
	await context.close();
}

// Without JavaScript the same pages say the same.
{
	const context = await open(browser, { width: 360, scripts: false });
	const page = await context.newPage();
	for (const path of pages) {
		const answer = await page.goto(base + path);
		check(`without JavaScript: ${path}`, (path === "/n-existe-pas" ? 404 : 200) === answer.status() && (await page.locator("h1").count()) === 1, answer.status());
	}
	await context.close();
}

await finish(browser);
