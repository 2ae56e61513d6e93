// An agent reads his own career: by mouse, on a telephone without JavaScript, by keyboard alone.
import { accounts, base, check, finish, hands, launch, look, open, path, refused, says, signIn, ways } from "./lib.mjs";

const browser = await launch();
const all = accounts();
const agent = all.find(a => a.note.startsWith("Un acte manque")), whole = all.find(a => a.note.startsWith("Carrière complète"));
const twisted = all.find(a => a.note.startsWith("Actes contradictoires")), citizen = all.find(a => a.role === "citizen");
const views = [["Aujourd’hui", "Ma carrière"], ["Parcours", "Mon parcours"], ["Actes", "Mes actes"], ["État des services", "État des services"],
	["Retraite", "Ma date probable de retraite"], ["À une date", "Ma situation à une date"]];
let session, act;

await Promise.all(ways.map(async way => {
	const context = await open(browser, way);
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;

	await page.goto(base);
	await hand.go(page.locator("main a[href='/connexion']"));
	// Ten wrong tries an hour on one name: the other two ways try a name that nobody has, which is told alike.
	await hand.fill("identifiant", way.name === "mouse" ? agent.login : `personne.${Date.now()}@exemple.bj`);
	await hand.fill("mot_de_passe", "pas le bon mot");
	await hand.press("Se connecter");
	await refused(page, it("a wrong password opens nothing"), "L’identifiant ou le mot de passe n’est pas le bon");
	await hand.fill("identifiant", agent.login);
	await hand.fill("mot_de_passe", agent.password);
	await hand.press("Se connecter");
	check(it("the right one leads to the career"), path(page) === "/carriere", page.url());

	// The first screen answers: what is missing, who, which grade.
	const bottom = async selector => { const box = await page.locator(selector).first().boundingBox(); return box ? box.y + box.height : Infinity; };
	await says(page, it("what is missing is named"), "Un acte manque : Avancement d’échelon");
	check(it("it is on the first screen, with the situation"), (await bottom(".g-banner--late")) < 700 && (await bottom(".g-facts > div:nth-child(2)")) < 800,
		`${await bottom(".g-banner--late")} ${await bottom(".g-facts > div:nth-child(2)")}`);

	for (const [label, title] of views) {
		await hand.go(page.locator("nav[aria-label='Mon dossier'] a", { hasText: new RegExp(`^${label}$`) }));
		check(it(`${label} opens`), (await page.locator("h1").textContent()) === title, page.url());
		check(it(`${label} is said to be the view`), (await page.locator("nav[aria-label='Mon dossier'] [aria-current]").textContent()) === label);
	}

	await hand.fill("le", "45 mars 2020");
	await hand.press("Voir ma situation");
	await refused(page, it("a day that does not exist is refused"), "");
	check(it("and what was typed is given back"), (await page.inputValue("[name=le]")) === "45 mars 2020");
	await hand.fill("le", "3/03/2012");
	await hand.press("Voir ma situation");
	await says(page, it("a day of the career is told"), "Le 3 mars 2012");
	await says(page, it("with the act that says so"), "Dernier acte à ce jour");
	await hand.fill("le", "1 janvier 1990");
	await hand.press("Voir ma situation");
	await says(page, it("a day before the first act says that nothing is known"), "Aucun acte ne dit votre situation");

	await page.goto(`${base}/carriere/actes`);
	const kinds = await page.locator("select[name=type] option").allTextContents();
	await hand.pick("type", kinds.find(k => k.startsWith("Titularisation")));
	await hand.go(page.locator("main .g-filters button"));
	const rows = await page.locator("tbody th").allInnerTexts();
	check(it("acts of one kind"), rows.length > 0 && rows.every(r => r.includes("Titularisation")), rows.join());
	const answer = await page.goto(`${base}/carriere/actes?type=danse`);
	check(it("a kind that does not exist is refused"), answer.status() === 422 || (await page.locator("main").innerText()).includes("Aucun acte de ce type"), answer.status());

	await page.goto(`${base}/carriere/actes`);
	await hand.go(page.locator("tbody th a"));
	check(it("an act opens"), /^\/carriere\/actes\/\w{13}$/.test(path(page)), page.url());
	await says(page, it("it says what it changes"), "Ce qu’il change pour vous");
	act = path(page);

	await hand.menu("Qui m’a consulté");
	check(it("who looked at the file"), path(page) === "/consultations" && (await page.locator("h1").textContent()).includes("Qui a consulté"));

	if (way.keyboard) check("the focus was always seen", hand.unseen === 0, String(hand.unseen));
	if (way.name === "mouse") session = await context.storageState();
	else {
		await hand.leave();
		await page.goto(`${base}/carriere`);
		check(it("signed out, the career is closed"), path(page) === "/connexion", page.url());
	}
	await context.close();
}));

// Nobody else's act, and no career for who has none.
for (const [who, account] of [["another agent", whole], ["a citizen", citizen]]) {
	const context = await open(browser);
	const page = await context.newPage();
	await signIn(page, account);
	const status = (await page.goto(base + act)).status();
	check(`${who} does not see the act`, status === (account === citizen ? 403 : 404), status);
	if (account === citizen) {
		check("a citizen has no career page", (await page.goto(`${base}/carriere`)).status() === 403);
		await page.goto(base);
		check("and the home page leads him to none", (await page.locator("main a[href^='/carriere'], main a[href='/consultations']").count()) === 0);
	}
	await context.close();
}

// Each page as it looks, and the état des services on paper.
{
	const context = await open(browser, { axe: true, as: session });
	const page = await context.newPage();
	for (const address of ["/carriere", "/carriere/parcours", "/carriere/actes", act, "/carriere/etat-des-services", "/carriere/retraite", "/carriere/situation",
		"/carriere/situation?le=45+mars+2020", "/carriere/situation?le=3+mars+2012", "/consultations"])
		await look(page, address.replace(act, "/carriere/actes/…"), address);
	await page.goto(`${base}/carriere/etat-des-services`);
	check("the button prints", await page.getByRole("button", { name: "Imprimer" }).isVisible());
	await page.emulateMedia({ media: "print" });
	const shown = selector => page.locator(selector).first().isVisible();
	check("paper has the services", (await shown("main table")) && (await shown(".g-stub")));
	check("and no menus, tabs or buttons", !(await shown(".g-nav")) && !(await shown(".g-tabs")) && !(await shown("main button")) && !(await shown(".g-who")));
	const sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
	check("on two sheets at most", sheets <= 2, String(sheets));
	await context.close();
}

// Contradictions are told where they are.
{
	const context = await open(browser);
	const page = await context.newPage();
	await signIn(page, twisted);
	await says(page, "several points are counted", "points de votre dossier sont à éclaircir");
	await hands(page).follow("Voir où, dans votre parcours");
	await says(page, "and each is explained", "Deux actes se contredisent");
	await context.close();
}

await finish(browser);
