// A file of the personnel: sent, its columns put right, checked without writing, then imported; by the three ways.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accounts, base, check, finish, hands, launch, look, open, path, refused, says, signIn, ways } from "./lib.mjs";

const browser = await launch();
const all = accounts(), clerk = all.find(a => a.login.includes("drsc"));
const drawer = mkdtempSync(join(tmpdir(), "guichet-imports-"));
const file = (name, text) => { const where = join(drawer, name); writeFileSync(where, text); return where; };
const word = `B${Date.now().toString(36).slice(-5)}`.toUpperCase();
// "Code" says nothing: the column of the matricule is chosen by hand.
const table = n => `Code;Nom;Prénoms;Sexe;Date de naissance;Date de prise de service;Statut;Structure\r\n` +
	`${word}${n}1;HOUNGBÉDJI;Afi Chantal;F;31/12/1990;01/10/2015;FE;DRSC\r\n${word}${n}2;N’DAH;Bio;M;01/03/1979;02/01/2004;FE;DRSC\r\n`;
const wrong = n => table(n) + `${word}${n}3;ADJOVI;Koffi;M;31/02/1985;01/10/2010;FE;DRSC\r\n`;
let seat, report;

{
	const context = await open(browser);
	const page = await context.newPage();
	await signIn(page, clerk);
	seat = await context.storageState();
	await context.close();
}
await Promise.all(ways.map(async (way, n) => {
	const context = await open(browser, { ...way, as: seat });
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`;
	const send = async where => {
		await page.goto(`${base}/imports/nouveau`);
		await hand.choose("nature", "personnel");
		const input = page.locator("input[type=file]");
		if (way.keyboard) {
			await hand.reach(input);
			const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
			await chooser.setFiles(where);
		} else await input.setInputFiles(where);
		await hand.press("Envoyer et continuer");
	};
	const settled = async () => {
		for (let i = 0; i < 60 && (await page.locator("[data-live]").count()) > 0; i++) { await page.waitForTimeout(150); await page.goto(page.url()); }
	};
	const numbers = async () => (await page.locator(".g-number strong").allInnerTexts()).map(t => Number(t.replace(/\D/g, "")));

	await page.goto(base);
	await hand.menu("Imports");
	await hand.follow("Importer un fichier");
	await hand.press("Envoyer et continuer");
	await refused(page, it("no file, no import"), "");
	await send(file("vide.csv", "Code;Nom\r\n"));
	await refused(page, it("a file with only headers is refused"), "que des en-têtes");

	await send(file(`personnel-${n}.csv`, wrong(n)));
	check(it("its columns are shown"), path(page).endsWith("/colonnes"), page.url());
	const chosen = name => page.locator(`select[name=${name}] option:checked`).textContent();
	check(it("the names were recognised"), (await chosen("family_name")).includes("Nom") && (await chosen("birth_date")).includes("naissance"), `${await chosen("family_name")} ${await chosen("birth_date")}`);
	const columns = (await page.locator("select[name=matricule] option").allTextContents()).map(t => t.trim());
	await hand.pick("matricule", columns[0]);
	await hand.press("Contrôler le fichier");
	await refused(page, it("the matricule cannot be left out"), "Matricule");
	await hand.pick("matricule", columns.find(t => t.includes("Code")));
	await hand.press("Contrôler le fichier");
	await settled();
	check(it("three lines read, two new, one refused"), (await numbers()).join() === "3,2,0,0,1", (await numbers()).join());
	await says(page, it("nothing is written yet"), "Ce que l’import ferait");
	await says(page, it("why a line is refused"), "Ce jour n’existe pas");
	await hand.press("Importer");
	await refused(page, it("a refused line holds back the file"), "Des lignes sont refusées");
	if (n === 0) report = path(page).replace(/\/importer$/, "");
	if (way.keyboard) { await hand.reach(page.locator("[name=lignes]")); await page.keyboard.press("Space"); } else await page.locator("[name=lignes]").check();
	await hand.press("Importer");
	await settled();
	await says(page, it("unless it is left aside"), "Le fichier est importé");

	await send(file(`personnel-${n}-b.csv`, table(n)));
	if (path(page).endsWith("/colonnes")) { await hand.press("Contrôler le fichier"); await settled(); }
	await says(page, it("the same again has nothing to write"), "il n’y a rien à écrire");
	await hand.press("Abandonner cet import");
	await says(page, it("and is given up"), "Abandonné");
	await page.goto(`${base}/agents`);
	await hand.fill("q", `${word}${n}1`);
	await hand.press("Chercher");
	check(it("the agent can be found"), (await page.locator("tbody th", { hasText: "HOUNGBÉDJI" }).count()) === 1);
	await page.goto(`${base}/agents`);
	await hand.fill("q", `${word}${n}3`);
	await hand.press("Chercher");
	check(it("the refused one cannot"), (await page.locator("tbody td", { hasText: `${word}${n}3` }).count()) === 0);
	if (way.keyboard) check("the focus was always seen", hand.unseen === 0, String(hand.unseen));
	await context.close();
}));

{
	const context = await open(browser, { axe: true, as: seat });
	const page = await context.newPage();
	await page.goto(`${base}/imports/nouveau`);
	await page.locator("[name=nature][value=personnel]").check();
	await page.locator("input[type=file]").setInputFiles(file("regard.csv", wrong(7)));
	await hands(page).press("Envoyer et continuer");
	await look(page, "the columns", path(page));
	for (const [name, address] of [["/imports", "/imports"], ["a new import", "/imports/nouveau"], ["a report", report]])
		await look(page, name, address);
	check("an import that does not exist", (await page.goto(`${base}/imports/0000000000000`)).status() === 404);
	await context.close();

	const own = await open(browser);
	const agent = await own.newPage();
	await signIn(agent, all.find(a => a.role === "agent"));
	check("an agent imports nothing", (await agent.goto(`${base}/imports`)).status() === 403);
	check("and sees no import", (await agent.goto(base + report)).status() === 403);
	await own.close();
}

await finish(browser);
