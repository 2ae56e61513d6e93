// Old acts: a batch sent, its pieces keyed, by the three ways; zoom that loses nothing typed; axe on every page of the archive.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accounts, base, check, finish, hands, launch, look, open, path, refused, says, signIn, ways } from "../browser/lib.mjs";

const browser = await launch();
const all = accounts(), word = `N${Date.now().toString(36).slice(-6)}`.toUpperCase();
const account = login => all.find(a => a.login.startsWith(login));
const sql = text => execFileSync("psql", ["-XAtq", "-v", "ON_ERROR_STOP=1", "-d", process.env.GUICHET_OWNER_DSN, "-c", text], { encoding: "utf8" }).trim();
const person = login => sql(`select person_id from accounts.logins where login like '${login}%'`);
// Words that a machine reads without doubt.
const fruits = ["mandarine", "parapluie", "tournesol"];
const drawer = mkdtempSync(join(tmpdir(), "guichet-archive-"));

// A page of plain text that readers open.
function pdf(name, text) {
	const stream = `BT /F 14 Tf 1 0 0 1 60 760 Tm (${text}) Tj ET`;
	const objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"];
	let out = "%PDF-1.4\n";
	const places = objects.map((o, i) => { const at = out.length; out += `${i + 1} 0 obj\n${o}\nendobj\n`; return at; });
	const xref = out.length;
	out += `xref\n0 6\n0000000000 65535 f \n${places.map(p => `${String(p).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
	const where = join(drawer, name);
	writeFileSync(where, out);
	return where;
}
const fake = name => { const where = join(drawer, name); writeFileSync(where, `<html>${word}${name}`); return where; };

async function seatOf(login) {
	const context = await open(browser), page = await context.newPage();
	await signIn(page, account(login));
	const seat = await context.storageState();
	await context.close();
	return seat;
}
const first = await seatOf("archiviste.dra"), third = await seatOf("archiviste.trois"), agent = await seatOf("comlan.adjovi"), reporter = await seatOf("afiavi");

for (const [n, way] of ways.entries()) {
	const context = await open(browser, { ...way, as: first });
	const page = await context.newPage(), hand = hands(page, way);
	const it = what => `${way.name}: ${what}`, lot = `Lot ${word}${n}`, piece = `piece-${word}-${n}.pdf`;

	await page.goto(base);
	await hand.menu("Archives");
	await hand.follow("Lots");
	await hand.follow("Nouveau lot");
	await hand.press("Ouvrir le lot");
	await refused(page, it("a batch has a name"), "Remplissez ce champ");
	await hand.fill("nom", lot);
	await hand.press("Ouvrir le lot");
	await says(page, it("the batch is empty"), "Ce lot est vide");
	const input = page.locator("input[type=file]"), files = [pdf(piece, `Ceci est une piece de la ${fruits[n]} ${word}`), fake(`faux-${n}.pdf`), fake(`faux-${n}.jpg`)];
	if (way.keyboard) {
		await hand.reach(input);
		const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
		await chooser.setFiles(files);
	} else await input.setInputFiles(files);
	await hand.press("Envoyer");
	await page.waitForLoadState();
	for (let i = 0; i < 150 && (await page.locator("main").innerText()).includes("0 / ") || i < 1; i++) { await page.waitForTimeout(200); await page.goto(page.url()); }
	await says(page, it("the good one is read"), "1 / 1");
	await says(page, it("the others are refused in words"), "c’est une page HTML ou XML");
	check(it("the module said nothing wrong"), (await page.locator("[data-echecs] li").count()) === 0);

	// The piece is put in his hands, since the demonstration's own come first.
	sql(`update archive.scans set lease_by = null, lease_until = null where lease_by = ${person("archiviste.dra")};
		update archive.scans set lease_by = ${person("archiviste.dra")}, lease_until = now() + interval '1 hour' where name = '${piece}'`);
	await page.goto(`${base}/archives`);
	await hand.press("Saisir la suivante");
	check(it("the eyes are on the piece, the cursor in the first field"), path(page).endsWith("/saisie") && (await page.evaluate(() => document.activeElement?.id)) === "nature", page.url());
	await hand.fill("nature", "Avancement d’échelon");
	await hand.fill("reference", `12/${word}`);
	if (!way.keyboard) {
		await page.getByRole("link", { name: "Agrandir" }).click();
		const wide = await page.evaluate(() => { const i = document.querySelector(".g-scan__pages img"); return i.clientWidth / i.closest(".g-scan__pages").clientWidth; });
		check(it("a plain link zooms, and what was typed stays"), wide > 1.8 && (await page.locator("[name=reference]").inputValue()) === `12/${word}`, String(wide));
	}
	await hand.fill("matricule1", "0000XYZ");
	await hand.fill("effet1", "01/10/2014");
	await hand.pick("preuve", "Copie");
	await hand.press("Enregistrer et finir");
	await refused(page, it("a matricule that is none"), "n’est pas dans le fichier du personnel");
	check(it("nothing typed is lost"), (await page.locator("[name=reference]").inputValue()) === `12/${word}` && (await page.locator("[name=effet1]").inputValue()) === "01/10/2014");
	await hand.fill("matricule1", "20417");
	await hand.unfold("Ajouter un agent");
	await hand.fill("matricule2", "18932");
	await hand.fill("effet2", "1er octobre 2014");
	await hand.press("Enregistrer et finir");
	await says(page, it("the first reading is kept"), "Saisie enregistrée. Une autre personne");
	check(it("with its two lines"), sql(`select count(*) from archive.keying_lines l join archive.keyings k using (keying_id) join archive.scans s on s.scan_id = k.scan_id where s.name = '${piece}'`) === "2");
	check(it("the focus is always seen"), hand.unseen === 0, `${hand.unseen} unseen`);
	await page.goto(`${base}/archives/recherche?q=${fruits[n]}`);
	check(it("its text is found"), (await page.locator("main mark").count()) > 0);
	await context.close();
}

// Every page, by axe, at its widths.
{
	const scan = sql("select scan_id from archive.scans where state_code = 'a_comparer' and name like 'numerisation%' limit 1");
	sql(`update archive.scans set lease_by = ${person("archiviste.trois")}, lease_until = now() + interval '1 hour' where scan_id = ${scan}`);
	const context = await open(browser, { axe: true, as: third }), page = await context.newPage();
	await page.goto(`${base}/archives`);
	await page.getByRole("button", { name: "Comparer la suivante" }).click();
	const comparison = path(page);
	await look(page, "comparison", comparison);
	await page.getByRole("button", { name: "Décider et finir" }).click();
	await refused(page, "each difference is decided", "Choisissez une lecture");
	await look(page, "comparison refused");
	await page.goto(base + comparison);
	await page.getByRole("button", { name: "Rendre cette pièce" }).click();
	await page.getByRole("button", { name: /^Saisir/ }).click();
	await look(page, "keying");
	await page.getByRole("button", { name: "Enregistrer et finir" }).click();
	await look(page, "keying refused");
	await page.getByRole("button", { name: "Rendre cette pièce" }).click();
	for (const address of ["/archives", "/archives/lots", "/archives/lots/nouveau", "/archives/recherche?q=avancement&nature=nomination", "/archives/recherche?q=echelon", "/archives/statistiques", "/archives/signalements"])
		await look(page, address, address);
	for (const [from, name, link] of [["/archives/lots", "a batch", "Carton 14"], ["/archives/signalements", "a report", "SIG-"], ["/archives/recherche?q=echelon", "a piece", "Avancement"]]) {
		await page.goto(base + from);
		await page.locator("main table, main .g-rows").getByRole("link", { name: link }).first().click();
		await look(page, name);
	}
	await context.close();
}
{
	const context = await open(browser, { axe: true, as: reporter }), page = await context.newPage();
	for (const address of ["/carriere/signalements", "/carriere/signalements/nouveau"]) await look(page, address, address);
	await page.getByRole("button", { name: "Envoyer le signalement" }).click();
	await refused(page, "a report says something", "Remplissez ce champ");
	await look(page, "a report refused");
	await page.goto(`${base}/carriere/parcours`);
	await page.getByRole("link", { name: "Signaler aux archives" }).first().click();
	check("a gap leads to the form, filled", (await page.locator("[name=nature]").inputValue()).length > 3 && (await page.locator("[name=date]").inputValue()).length > 3);
	await page.goto(`${base}/carriere/signalements`);
	await page.getByRole("link", { name: "SIG-7K3M9Q" }).click();
	await look(page, "my report");
	await context.close();
}
{
	const context = await open(browser, { axe: true, as: agent }), page = await context.newPage();
	const act = sql("select c.reference from archive.act_scans x join career.acts c using (act_id) join career.agents a on a.agent_id = x.only_agent_id where a.matricule = '20417' limit 1");
	await page.goto(`${base}/carriere/actes`);
	await page.locator("main tr", { hasText: act }).getByRole("link").first().click();
	await page.getByRole("link", { name: "Voir la pièce numérisée" }).click();
	check("the agent sees his paper", await page.locator(".g-scan__pages img").first().evaluate(i => i.complete && i.naturalWidth > 500));
	await look(page, "my paper");
	await context.close();
}
sql(`delete from archive.scans s using archive.lots l where l.lot_id = s.lot_id and l.name like 'Lot ${word}%'; delete from archive.lots where name like 'Lot ${word}%';
	update archive.scans set lease_by = null, lease_until = null where name like 'numerisation%'`);
await finish(browser);
