// Pages of channels and appointments in Chromium: axe at two widths, a booking by mouse, without JavaScript and by keyboard,
// wishes kept, the administrator's figures and texts.
import { accounts, axe, base, check, finish, hands, launch, look, open, path, refused, says, signIn, ways } from "../browser/lib.mjs";

const browser = await launch();
const people = accounts(), agent = people.find(p => p.login.startsWith("colette.")) ?? people.find(p => p.role === "pensioner");
const clerk = people.find(p => p.login.startsWith("gestionnaire.drsc")), admin = people.find(p => p.role === "administrator");

for (const way of ways) {
	const context = await open(browser, way), page = await context.newPage(), hand = hands(page, way);
	await signIn(page, agent, hand);
	await page.goto(`${base}/rendez-vous`);
	await hand.follow("Prendre rendez-vous");
	await hand.go(page.locator("main li a").first());
	await says(page, `${way.name}: hours of a desk`, "Quelle heure vous convient");
	await hand.pick("objet", "Préparer ma retraite");
	await hand.press("Réserver cette heure");
	await refused(page, `${way.name}: no hour chosen is said`, "Remplissez");
	await hand.pick("objet", "Préparer ma retraite");
	const slots = page.locator('input[name="creneau"]');
	const slot = await slots.nth(Math.min(way.keyboard ? 2 : way.scripts === false ? 5 : 8, await slots.count() - 1)).getAttribute("value");
	if (way.keyboard) await hand.choose("creneau", slot); else await page.locator(`input[value="${slot}"]`).check();
	await hand.press("Réserver cette heure");
	check(`${way.name}: the ticket`, /^\/rendez-vous\/ticket\/RV\d+$/.test(path(page)), page.url());
	await says(page, `${way.name}: what to bring`, "pièce d’identité");
	if (way.keyboard) check("what the keyboard reaches is seen", hand.unseen === 0, String(hand.unseen));
	await hand.press("Annuler ce rendez-vous");
	check(`${way.name}: cancelled`, path(page) === "/rendez-vous", page.url());
	await page.goto(`${base}/compte/messages`);
	await says(page, `${way.name}: the message about it is in the list`, "Rendez-vous du");
	const wish = page.locator('input[name="sms"][value="avis"]');
	const before = await wish.isChecked();
	if (way.keyboard) { await hand.reach(wish); await page.keyboard.press("Space"); } else await wish.click();
	await hand.press("Enregistrer mes choix");
	check(`${way.name}: a wish is kept`, (await page.locator('input[name="sms"][value="avis"]').isChecked()) !== before);
	await context.close();
}
async function audit(account, places) {
	const context = await open(browser, { axe: true }), page = await context.newPage();
	await signIn(page, account);
	for (const [name, address] of places) await look(page, name, address);
	await context.close();
}
await audit(agent, [["my messages", "/compte/messages"], ["my appointments", "/rendez-vous"], ["desks", "/rendez-vous/bureaux"], ["hours of a desk", "/rendez-vous/bureaux/relations-usagers"]]);
await audit(clerk, [["the desk's day", "/accueil-rendez-vous?bureau=ddtfp-borgou"], ["hours and days", "/accueil-rendez-vous/horaires/carrieres"]]);
await audit(admin, [["figures of channels", "/canaux"], ["texts of messages", "/messages"], ["partners", "/partenaires"], ["a partner", "/partenaires/portail-national"]]);
{
	const context = await open(browser, { axe: true }), page = await context.newPage();
	await signIn(page, agent);
	await page.goto(`${base}/rendez-vous/bureaux/relations-usagers`);
	await page.locator("main form button[type=submit]").last().click();
	await page.waitForLoadState();
	await axe(page, "a refused booking");
	await context.close();
}
await finish(browser);
