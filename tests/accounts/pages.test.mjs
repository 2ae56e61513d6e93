// The pages of accounts, signed out and signed in, at 360 and 1280 px: axe, width, refusals, one path without JavaScript.
import { accounts, axe, base, check, finish, fits, launch, open, totp } from "../browser/lib.mjs";

const browser = await launch();
const all = accounts(), citizen = all.find(a => a.role === "citizen"), admin = all.find(a => a.role === "administrator");
const shots = process.env.SHOTS;
const used = new Map();

// A step of the clock serves once: the next one is accepted a little early.
function code(account) {
	const step = Math.max(Math.floor(Date.now() / 30000), (used.get(account.login) ?? 0) + 1);
	used.set(account.login, step);
	return totp(account.totp_secret, step * 30000);
}

async function send(page, button = "main form button[type=submit]") {
	await Promise.all([page.waitForNavigation(), page.locator(button).last().click()]);
}

async function signIn(page, account) {
	await page.goto(`${base}/connexion`);
	await page.fill("[name=identifiant]", account.login);
	await page.fill("[name=mot_de_passe]", account.password);
	await send(page);
	if (new URL(page.url()).pathname === "/connexion/code") {
		await look(page, "second-factor");
		await page.fill("[name=code]", code(account));
		await send(page);
	}
}

async function look(page, name) {
	const width = page.viewportSize().width;
	if (page.axe) await axe(page, `${name} at ${width} px`);
	if (page.axe) await fits(page, `${name} at ${width} px`);
	if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
}

for (const width of [360, 1280]) {
	const context = await open(browser, { width, axe: true });
	const page = await context.newPage();
	page.axe = true;
	for (const path of ["/connexion", "/activation", "/inscription", "/mot-de-passe"]) {
		await page.goto(base + path);
		await send(page);
		check(`${path}: an empty form is refused at ${width} px`, (await page.locator(".govuk-error-summary").count()) === 1);
		check(`${path}: the title says so`, /^Erreur\s: /.test(await page.title()), await page.title());
		await look(page, `refused${path.replaceAll("/", "-")}`);
	}
	await page.fill("[name=identifiant]", citizen.login);
	await send(page);
	await look(page, "code");
	await page.fill("[name=code]", "000000");
	await send(page);
	await look(page, "code-refused");
	await signIn(page, citizen);
	for (const path of ["/compte", "/compte/mot-de-passe", "/compte/preuve", "/compte/contacts", "/compte/second-facteur"]) {
		await page.goto(base + path);
		check(`${path} opens`, new URL(page.url()).pathname === path, page.url());
		await look(page, path.slice(1).replaceAll("/", "-"));
	}
	await context.close();

	const office = await open(browser, { width, axe: true });
	const desk = await office.newPage();
	desk.axe = true;
	await signIn(desk, admin);
	await desk.goto(`${base}/comptes?q=${encodeURIComponent(citizen.login)}`);
	await look(desk, "comptes");
	await Promise.all([desk.waitForNavigation(), desk.locator("table a").first().click()]);
	await look(desk, "compte-vu");
	await desk.goto(`${base}/habilitations`);
	await look(desk, "habilitations");
	await office.close();
}

// The same without a script: sign in, see the account, sign out.
{
	const context = await open(browser, { width: 360, scripts: false });
	const page = await context.newPage();
	await signIn(page, citizen);
	await page.goto(`${base}/compte`);
	check("without JavaScript: the account", (await page.locator("h1").textContent()) === "Mon compte");
	await Promise.all([page.waitForNavigation(), page.locator("form[action='/deconnexion'] button").click()]);
	await page.goto(`${base}/compte`);
	check("without JavaScript: signed out", new URL(page.url()).pathname === "/connexion", page.url());
	await context.close();
}

await finish(browser);
