// Pay and career in a browser, by the three ways: a month of the payer sent and checked, an agent found and opened for a reason, a difference
// settled and refused, the agent's own page with his one remark, the pension service that reads.
import { execFileSync } from "node:child_process";
import { writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { base, check, finish, hands, launch, look, open, path, refused, says, ways } from "../browser/lib.mjs";

const browser = await launch();
const psql = (...more) => execFileSync("psql", ["-Xq", "-v", "ON_ERROR_STOP=1", ...more, process.env.GUICHET_OWNER_DSN], { encoding: "utf8" });
const people = word => Object.fromEntries(psql("-v", `word=${word}`, "-f", fileURLToPath(new URL("people.sql", import.meta.url)))
	.trim().split("\n").map(line => line.split(" ")).map(([name, token, matricule]) => [name, { token, matricule }]));
const clean = () => psql("-c", `delete from payroll.comments c using payroll.differences d where c.difference_id = d.difference_id and d.until_month < '1970-01-01';
	delete from payroll.events e using payroll.differences d where e.difference_id = d.difference_id and d.until_month < '1970-01-01';
	delete from payroll.differences where until_month < '1970-01-01'; delete from payroll.replaced where month < '1970-01-01'; delete from payroll.waiting where month < '1970-01-01';
	delete from payroll.lines where month < '1970-01-01'; delete from payroll.months where month < '1970-01-01'`);
const seat = async (way, person) => {
	const context = await open(browser, way);
	context.setDefaultTimeout(45000);
	await context.addCookies([{ name: "guichet", value: person.token, url: base }]);
	return context;
};
const folder = mkdtempSync(join(tmpdir(), "paye-"));
clean();

for (const [n, way] of ways.entries()) {
	const word = `N${n}${Date.now().toString(36).slice(-5)}`.toUpperCase(), cast = people(word);
	const it = what => `${way.name}: ${what}`;
	const desk = await (await seat(way, cast.payer)).newPage(), hand = hands(desk, way);
	const ended = async page => { for (let i = 0; i < 60 && (await page.locator("[data-live]").count()) > 0; i++) { await page.waitForTimeout(300); if (way.scripts === false) await page.reload(); } };

	// a month of the payer: refused without its month, then checked line by line; given up, so that no other row is touched
	const file = join(folder, `paye-${n}.csv`);
	writeFileSync(file, `Matricule;Catégorie;Échelle;Échelon;Indice;Traitement indiciaire;Position\r\n${word}1;B;1;2;322;96600;Activité\r\n${word}404;B;1;2;322;96600;Activité\r\n${word}2;B;1;2;;96600;Activité\r\n`);
	await desk.goto(base + "/paye");
	await hand.follow("Fichiers de la solde");
	await hand.follow("Charger un mois");
	await desk.locator("input[type=file]").setInputFiles(file);
	await hand.press("Envoyer et continuer");
	await refused(desk, it("a file without its month"), "Choisissez le mois payé");
	await desk.locator("input[type=file]").setInputFiles(file);
	await hand.pick("mois", await desk.locator("select[name=mois] option").nth(1).textContent());
	await hand.press("Envoyer et continuer");
	check(it("the columns are asked"), path(desk).endsWith("/colonnes"), desk.url());
	await hand.press("Contrôler le fichier");
	await ended(desk);
	await says(desk, it("an unknown matricule is named"), "Aucun agent ne porte ce matricule");
	await says(desk, it("a missing index too"), "L’indice payé manque");
	await says(desk, it("with its line"), "Ligne 4");
	await hand.press("Abandonner cet import");

	// an agent: unknown, then found; a reason first
	await desk.goto(base + "/paye");
	await hand.fill("matricule", word + "9");
	await hand.press("Chercher");
	await refused(desk, it("an unknown matricule"), "Aucun agent de vos structures ne porte ce matricule");
	await hand.fill("matricule", word + "1");
	await hand.press("Chercher");
	check(it("no matricule in the address"), path(desk).startsWith("/paye/agents/") && !desk.url().includes(word), desk.url());
	await hand.press("Ouvrir");
	await refused(desk, it("no reason, no file"), "Choisissez un motif");
	await hand.choose("motif", "ecart");
	await hand.press("Ouvrir");
	await says(desk, it("both sides"), "B1-3, indice 354");
	await says(desk, it("what the acts say"), "B1-2, indice 322");
	await says(desk, it("the likely cause"), "Cause probable");

	// the agent writes once before it is settled
	const own = await (await seat(way, cast.agent)).newPage(), mine = hands(own, way);
	await own.goto(base + "/carriere");
	await mine.follow("Ma paye");
	await says(own, it("the agent sees it, and who deals with it"), "Service des carrières (DGFP/DRSC)");
	await mine.unfold("Écrire une remarque");
	await mine.fill("texte", "J’attends cet acte.");
	await mine.press("Envoyer ma remarque");
	await says(own, it("his remark is there"), "J’attends cet acte.");
	check(it("and he writes no second one"), await own.locator("textarea").count() === 0);
	await own.goto(base + "/consultations");
	await says(own, it("he reads who looked and why"), "Paye et carrière : Différence à régler");

	// settled: refused without a reason, then with one; opened again
	await desk.reload();
	await says(desk, it("the payer reads the remark"), "J’attends cet acte.");
	await hand.go(desk.locator("main a[href^='/paye/ecarts/']"));
	await hand.press("Régler");
	await refused(desk, it("no reason"), "Choisissez une raison");
	await hand.choose("raison", "acte_retrouve");
	await hand.press("Régler");
	await says(desk, it("settled"), "L’acte a été retrouvé et sera saisi");
	await hand.press("Rouvrir");
	await refused(desk, it("reopening wants a sentence"), "Écrivez pourquoi");
	await hand.fill("texte", "Ce n’est pas le bon acte.");
	await hand.press("Rouvrir");
	await says(desk, it("open again"), "Régler cette différence");

	// who is right has nothing to do
	const right = await (await seat(way, cast.other)).newPage();
	await right.goto(base + "/carriere/paye");
	await says(right, it("who is paid what his acts say"), "Concorde");
	check(it("has nothing to settle"), !(await right.locator("main").innerText()).includes("Ce qui diffère"));

	// the pension service reads
	const read = await (await seat(way, cast.pensions)).newPage(), reader = hands(read, way);
	await desk.goto(base + "/paye");
	await hand.fill("matricule", word + "1");
	await hand.press("Chercher");
	await read.goto(base + path(desk).replace("/paye/agents", "/pensions/paye"));
	await reader.choose("motif", "pension");
	await reader.press("Ouvrir");
	await says(read, it("the pension service reads both sides"), "B1-3, indice 354");
	check(it("and settles nothing"), await read.locator("main a[href^='/paye/ecarts/']").count() === 0);
	check(it("the focus was always seen"), hand.unseen + mine.unseen + reader.unseen === 0);

	if (n > 0)
		continue;
	// every page: axe, no sideways scroll, one h1
	const seen = await (await (async () => { const context = await open(browser, { axe: true }); await context.addCookies([{ name: "guichet", value: cast.payer.token, url: base }]); return context; })()).newPage();
	for (const [name, address] of [["the desk", "/paye"], ["those settled", "/paye?etat=resolu"], ["export", "/paye/export"], ["files of the payer", "/paye/imports"], ["a month to send", "/paye/imports/nouveau"], ["an agent", path(desk)]])
		await look(seen, name, address);
	await seen.goto(base + path(desk));
	await seen.locator("main a[href^='/paye/ecarts/']").first().click();
	await look(seen, "a difference", path(seen));
	await seen.context().clearCookies();
	await seen.context().addCookies([{ name: "guichet", value: cast.agent.token, url: base }]);
	await look(seen, "one's own pay", "/carriere/paye");
	await seen.context().clearCookies();
	await seen.context().addCookies([{ name: "guichet", value: cast.pensions.token, url: base }]);
	await look(seen, "the pension service", path(read));
}
clean();
await finish(browser);
