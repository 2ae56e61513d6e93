// Opening an account, losing its password, guarding it: by mouse, on a telephone without JavaScript, by keyboard alone.
import { execFileSync } from "node:child_process";
import { accounts, base, check, finish, hands, launch, message, open, path, refused, says, signIn, sixDigits, totp, ways } from "./lib.mjs";

const browser = await launch();
const all = accounts(), run = Date.now().toString(36);
const first = "calebasse verte 7", second = "pirogue bleue 12", third = "lagune jaune 31";

// Agents without an account: the one of the list, then others from the database.
function waiting() {
	const known = all.filter(a => a.role === "agent" && !a.login).map(a => [a.matricule, a.note.match(/\d{2}\/\d{2}\/\d{4}/)[0]]);
	if (!process.env.GUICHET_OWNER_DSN) return known;
	const rows = execFileSync("psql", [process.env.GUICHET_OWNER_DSN, "-XAtq", "-F", " ", "-c", `set role guichet_owner;
		select a.matricule, to_char(a.first_service_date, 'DD/MM/YYYY') from career.agents a join base.persons p using (person_id)
		where a.first_service_date is not null and a.left_on is null and p.deceased_on is null and exists (select from base.contacts c where c.person_id = a.person_id)
			and not exists (select from accounts.accounts c where c.person_id = a.person_id and c.password_hash is not null) order by a.matricule in ('${known.map(k => k[0]).join("','")}') desc, a.matricule limit 3`]);
	return rows.toString().trim().split("\n").map(row => row.split(" "));
}
const agents = waiting();
check("there is an agent to activate", agents.length > 0);
// Six digits that are not the code.
const other = given => given === "314159" ? "271828" : "314159";

// A message does not name the agent it is for: one activation at a time.
let turn = Promise.resolve();
await Promise.all(ways.map(async (way, n) => {
	const context = await open(browser, way);
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;
	const mail = `essai.${run}.${n}@exemple.bj`;
	const out = async () => { await hand.leave(); };

	// Activation.
	const activation = async () => {
		const [matricule, day] = agents[n];
		await page.goto(`${base}/connexion`);
		await hand.follow("Je suis agent de l’État");
		await hand.fill("matricule", matricule);
		await hand.fill("prise_de_service", "32/13/2014");
		await hand.press("Recevoir un code");
		await refused(page, it("a day that does not exist is refused"), "");
		const before = await message(page, "activer votre compte");
		await hand.fill("matricule", matricule);
		await hand.fill("prise_de_service", "01/02/1971");
		await hand.press("Recevoir un code");
		await says(page, it("a wrong day gets the same page"), "Si ces informations correspondent à un dossier");
		check(it("and no message"), (await message(page, "activer votre compte")) === before);
		await page.goto(`${base}/activation`);
		await hand.fill("matricule", matricule);
		await hand.fill("prise_de_service", day);
		await hand.press("Recevoir un code");
		await says(page, it("the right day gets it too"), "Si ces informations correspondent à un dossier");
		const given = sixDigits(await message(page, "activer votre compte"));
		await hand.fill("code", other(given));
		await hand.press("Continuer");
		await refused(page, it("a wrong code is refused"), "Ce code n’est pas le bon");
		await hand.fill("code", given);
		await hand.press("Continuer");
		await hand.fill("mot_de_passe", "bonjour1");
		await hand.press("Enregistrer");
		await refused(page, it("a password that all know is refused"), "");
		await hand.fill("mot_de_passe", first);
		await hand.press("Enregistrer");
		check(it("the agent is at home"), path(page) === "/carriere", page.url());
		await says(page, it("with his matricule"), matricule);
		await out();
	};
	if (agents[n]) await (turn = turn.then(activation));

	// Registration.
	await page.goto(`${base}/connexion`);
	await hand.follow("Je ne suis pas agent");
	await hand.press("Recevoir un code");
	await refused(page, it("an empty registration is refused"), "");
	await hand.fill("nom", "Essai");
	await hand.fill("prenoms", `Usager ${n}`);
	await hand.fill("courriel", mail);
	await hand.press("Recevoir un code");
	await hand.fill("code", sixDigits(await message(page, mail)));
	await hand.press("Continuer");
	await hand.fill("mot_de_passe", "court");
	await hand.press("Enregistrer");
	await refused(page, it("a short password is refused"), "au moins 8 signes");
	await hand.fill("mot_de_passe", first);
	await hand.press("Enregistrer");
	check(it("the account is open"), path(page) === "/compte", page.url());
	await says(page, it("with its address"), mail);
	await out();

	// A lost password.
	await hand.go(page.getByRole("link", { name: "Se connecter" }));
	await hand.follow("Mot de passe oublié");
	await hand.press("Recevoir un code");
	await refused(page, it("nobody’s password is not lost"), "");
	await hand.fill("identifiant", mail);
	await hand.press("Recevoir un code");
	await hand.fill("code", sixDigits(await message(page, mail)));
	await hand.press("Continuer");
	await hand.fill("mot_de_passe", second);
	await hand.press("Enregistrer");
	check(it("another password is chosen, and must be given"), path(page) === "/connexion" && (await page.locator("[role=status]").count()) === 1, page.url());
	await hand.fill("identifiant", mail);
	await hand.fill("mot_de_passe", first);
	await hand.press("Se connecter");
	await refused(page, it("the lost one opens nothing"), "n’est pas le bon");
	const me = { login: mail, password: second };
	await signIn(page, me, hand);

	// Another password, and the sessions elsewhere end.
	const elsewhere = await open(browser);
	const there = await elsewhere.newPage();
	await signIn(there, me);
	await page.goto(`${base}/compte`);
	await hand.follow("Changer de mot de passe");
	await hand.fill("actuel", "pas celui-là");
	await hand.fill("mot_de_passe", third);
	await hand.press("Enregistrer");
	await refused(page, it("without the present password, no change"), "");
	await hand.fill("actuel", second);
	await hand.fill("mot_de_passe", third);
	await hand.press("Enregistrer");
	me.password = third;
	check(it("with it, the password changes"), path(page) === "/compte", page.url());
	await there.goto(`${base}/compte`);
	check(it("and the session elsewhere ends"), path(there) === "/connexion", there.url());

	// Sessions, one by one.
	await signIn(there, me);
	await page.goto(`${base}/compte`);
	await hand.press("Fermer la session");
	await says(page, it("a session is ended from the list"), "Ceci est votre session");
	await there.goto(`${base}/compte`);
	check(it("it is"), path(there) === "/connexion", there.url());
	check(it("mine cannot be"), (await page.locator("form[action^='/compte/sessions/'][action$='/fin']:not([action='/compte/sessions/fin'])").count()) === 0);
	await elsewhere.close();

	// The second factor.
	await page.goto(`${base}/compte`);
	await hand.follow("Activer");
	if (path(page) === "/compte/preuve") {
		await hand.fill("mot_de_passe", "pas celui-là");
		await hand.press("Confirmer");
		await refused(page, it("the second factor asks who it is"), "");
		await hand.fill("mot_de_passe", third);
		await hand.press("Confirmer");
	}
	check(it("the secret is shown"), path(page) === "/compte/second-facteur" && (await page.locator("img[src$='qr.svg']").evaluate(i => i.naturalWidth)) > 0, page.url());
	const secret = (await page.locator("main").textContent()).match(/(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/)[0].replaceAll(" ", "");
	await hand.fill("code", "000000");
	await hand.press("Activer");
	await refused(page, it("a wrong code does not turn it on"), "");
	await hand.fill("code", totp(secret));
	await hand.press("Activer");
	check(it("the recovery codes are shown once"), (await page.locator("#codes li").count()) === 10, page.url());
	const codes = await page.locator("#codes li").allTextContents();
	await hand.follow("Je les ai notés");
	await says(page, it("it is on"), "activée");
	await out();
	await page.goto(`${base}/connexion`);
	await hand.fill("identifiant", mail);
	await hand.fill("mot_de_passe", third);
	await hand.press("Se connecter");
	check(it("a code is now asked"), path(page) === "/connexion/code", page.url());
	await hand.unfold("Je n’ai pas mon téléphone");
	await hand.fill("secours", "AAAA-BBBB-CCCC-DDDD");
	await hand.press("Continuer");
	await refused(page, it("a wrong recovery code is refused"), "");
	if (!(await page.locator("[name=secours]").isVisible())) await hand.unfold("Je n’ai pas mon téléphone");
	await hand.fill("secours", codes[0].trim());
	await hand.press("Continuer");
	check(it("a right one opens"), path(page) === "/compte", page.url());
	await says(page, it("nine are left"), "restants : 9");
	if (way.keyboard) check("the focus was always seen", hand.unseen === 0, String(hand.unseen));
	await context.close();
}));

await finish(browser);
