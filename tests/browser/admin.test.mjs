// Two administrators give a role together, one takes it back; the inspection reads the journal.
import { accounts, base, check, finish, hands, launch, look, open, path, refused, says, signIn, ways } from "./lib.mjs";

const browser = await launch();
const all = accounts(), citizen = all.find(a => a.role === "citizen"), inspector = all.find(a => a.role === "inspector");
const administrators = all.filter(a => a.role === "administrator");
const day = days => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10).split("-").reverse().join("/");
const rows = (page, words) => page.locator("tbody tr", { hasText: words });
// A code of the telephone serves once: each signs in once, and the other windows take the session over.
let one, two;
for (const who of [...administrators.slice(0, 2)]) {
	const context = await open(browser);
	const page = await context.newPage();
	await signIn(page, who);
	check(`${who.login} arrives at the accounts`, path(page) === "/comptes", page.url());
	if (!one) one = await context.storageState(); else two = await context.storageState();
	await context.close();
}
let account, personName;

for (const [n, way] of ways.entries()) {
	const here = await open(browser, { ...way, as: one }), there = await open(browser, { ...way, as: two });
	const page = await here.newPage(), hand = hands(page, way), other = await there.newPage(), otherHand = hands(other, way);
	const it = what => `${way.name}: ${what}`;

	await page.goto(base);
	await hand.menu("Comptes");
	await hand.fill("q", "zzqwx");
	await hand.press("Chercher");
	await says(page, it("nobody is said in words"), "Aucun compte trouvé");
	await hand.fill("q", citizen.login);
	await hand.press("Chercher");
	personName = (await page.locator("tbody th").first().innerText()).trim();
	await hand.go(page.locator("tbody th a"));
	check(it("the account opens"), /^\/comptes\/\w{13}$/.test(path(page)), page.url());
	account = path(page);
	check(it("its contacts are masked"), !(await page.locator(".g-facts > div", { hasText: "Contacts" }).innerText()).includes(citizen.login));

	await hand.press("Proposer ce rôle");
	await refused(page, it("no role, no proposal"), "");
	await hand.pick("role", "Gestionnaire");
	await hand.fill("debut", day(0));
	await hand.fill("fin", day(90));
	await hand.press("Proposer ce rôle");
	await refused(page, it("a clerk has a structure"), "choisissez-la");
	await hand.pick("role", "Gestionnaire");
	await hand.pick("structure", (await page.locator("select[name=structure] option").allTextContents())[1]);
	await hand.fill("debut", day(0));
	await hand.fill("fin", day(800));
	await hand.press("Proposer ce rôle");
	await refused(page, it("for a year at most"), "un an au plus");
	await hand.pick("role", "Gestionnaire");
	await hand.pick("structure", (await page.locator("select[name=structure] option").allTextContents())[1]);
	await hand.fill("debut", day(0));
	await hand.fill("fin", day(90));
	await hand.press("Proposer ce rôle");
	check(it("the role is proposed"), (await rows(page, "à confirmer").count()) === 1, page.url());

	await page.goto(`${base}/habilitations`);
	check(it("who proposes does not confirm"), (await rows(page, personName).locator("button", { hasText: "Confirmer" }).count()) === 0 &&
		(await rows(page, personName).innerText()).includes("Un autre administrateur doit confirmer"));
	await other.goto(`${base}/comptes`);
	await otherHand.follow("Voir les habilitations");
	await otherHand.go(rows(other, personName).locator("button", { hasText: "Confirmer" }));
	check(it("the second confirms"), (await rows(other, personName).count()) === 0, other.url());
	await page.goto(base + account);
	check(it("the role holds"), (await rows(page, "Gestionnaire").count()) === 1 && (await rows(page, "à confirmer").count()) === 0);
	await hand.go(rows(page, "Gestionnaire").locator("button"));
	await page.goto(base + account);
	check(it("and is taken back"), (await rows(page, "Gestionnaire").count()) === 0);

	if (n === 1) {
		await hand.press("Fermer le compte");
		const context = await open(browser), person = await context.newPage();
		await signIn(person, citizen);
		await refused(person, "a closed account opens nothing", "");
		await page.goto(base + account);
		await hand.press("Rouvrir le compte");
		await signIn(person, citizen);
		check("opened again, it does", path(person) === "/compte", person.url());
		check("and shows no account of others", (await person.goto(`${base}/comptes`)).status() === 403);
		await context.close();
	}
	check(it("an administrator opens no file"), (await page.goto(`${base}/agents`)).status() === 403);
	check(it("and no journal"), (await page.goto(`${base}/journal`)).status() === 403);
	if (way.keyboard) check("the focus was always seen", hand.unseen + otherHand.unseen === 0, String(hand.unseen + otherHand.unseen));
	await here.close();
	await there.close();
}

{
	const context = await open(browser, { axe: true, as: one });
	const page = await context.newPage();
	await page.goto(`${base}/comptes?q=${encodeURIComponent(administrators[0].login)}`);
	await page.locator("tbody th a").click();
	await says(page, "one’s own account is only looked at", "C’est votre propre compte");
	check("and has no button", (await page.locator("main form").count()) === 0);
	for (const [name, address] of [["/comptes", `/comptes?q=${encodeURIComponent(citizen.login)}`], ["an account", account], ["/habilitations", "/habilitations"]])
		await look(page, name, address);
	await context.close();
}

// The journal.
let seat;
for (const way of ways) {
	const context = await open(browser, { ...way, as: seat });
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;
	if (!seat) {
		await signIn(page, inspector, hand);
		check("the inspection arrives at the journal", path(page) === "/journal", page.url());
		seat = await context.storageState();
	}
	await page.goto(base);
	await hand.menu("Journal");
	check(it("every line has a reason"), (await page.locator("tbody tr").count()) > 0 && (await page.locator("tbody tr td:last-child").allInnerTexts()).every(t => t.trim().length > 2));
	await hand.fill("qui", "zzqwx");
	await hand.press("Chercher");
	await says(page, it("nobody is said in words"), "Rien à montrer");
	await hand.fill("qui", "agossou");
	await hand.press("Chercher");
	const found = await page.locator("tbody tr").allInnerTexts();
	check(it("who looked at one person"), found.length > 0 && found.every(r => r.includes("AGOSSOU")), found[0]);
	await hand.follow("Opérations");
	check(it("what was done"), path(page) === "/journal/operations" && (await page.locator("tbody tr").count()) > 0, page.url());
	check(it("the inspection opens no file"), (await page.goto(`${base}/agents`)).status() === 403);
	check(it("and no account"), (await page.goto(`${base}/comptes`)).status() === 403);
	if (way.keyboard) check("the focus was always seen there", hand.unseen === 0, String(hand.unseen));
	await context.close();
}
{
	const context = await open(browser, { axe: true, as: seat });
	const page = await context.newPage();
	for (const address of ["/journal", "/journal?qui=zzqwx", "/journal/operations"])
		await look(page, address, address);
	await context.close();
}

await finish(browser);
