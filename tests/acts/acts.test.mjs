// Acts in a browser: a clerk drafts, a chief gives the visa, the signatory signs, the page of sealing ends by itself; with the
// mouse, on a telephone without JavaScript, by the keyboard alone. Then every page in each of its states: axe, widths, one h1.
// People and agents are made by stage.py and taken away at the end. With SHOTS=folder each page is kept as a picture.
import { execFileSync, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { base, check, finish, hands, launch, look as looked, open, path, refused, says, ways } from "../browser/lib.mjs";

const stagePy = fileURLToPath(new URL("stage.py", import.meta.url));
const { tag, tokens, matricules } = JSON.parse(execFileSync("python3", [stagePy, "make", base, "60"], { encoding: "utf8" }));
const sql = text => execFileSync("psql", [process.env.GUICHET_OWNER_DSN, "-XAtqc", text], { encoding: "utf8" }).trim();
const proof = (who, ago) => sql(`update base.sessions set proved_at = now() - interval '${ago}' where token_hash = sha256(decode('${tokens[who]}', 'hex'))`);
const browser = await launch();

async function as(who, options = {}) {
	const context = await open(browser, options);
	await context.addCookies([{ name: "guichet", value: tokens[who], url: base }]);
	const page = await context.newPage();
	return { page, hand: hands(page, options) };
}

async function shot(page, name) {
	if (!process.env.SHOTS) return;
	for (const width of [360, 1280]) {
		await page.setViewportSize({ width, height: 900 });
		await page.screenshot({ path: `${process.env.SHOTS}/${name.replace(/\W+/g, "-")}-${width}.png`, fullPage: true });
	}
}

async function look(page, name, address) {
	await looked(page, name, address);
	await shot(page, name);
}

async function journey(way, n) {
	const it = what => `${way.name}: ${what}`;
	const mine = matricules[n], subject = `Congé de ${way.name}`;
	const clerk = await as("clerk", way), marc = await as("marc", way), sena = await as("sena", way);

	await clerk.page.goto(`${base}/actes`);
	await clerk.hand.follow("Nouveau projet");
	await clerk.hand.press("Ouvrir le projet");
	await refused(clerk.page, it("no model, no structure: refused"), "Remplissez ce champ");
	await clerk.hand.pick("modele", "Congé");
	await clerk.hand.pick("structure", `${tag}A – Essai A ${tag}`);
	await clerk.hand.fill("objet", subject);
	await clerk.hand.press("Ouvrir le projet");
	check(it("a draft opens"), /^\/actes\/\w{13}$/.test(path(clerk.page)) && (await clerk.page.locator("h1").textContent()) === subject, clerk.page.url());
	const place = path(clerk.page);
	await says(clerk.page, it("it says what is missing"), "Il reste à dire quels agents cet acte concerne");
	await clerk.hand.follow("Ajouter des agents");
	await clerk.hand.press("Ajouter");
	await refused(clerk.page, it("nobody: refused"), "Cochez des agents");
	await clerk.hand.fill("liste", `${mine} ; 31/02/2026\nNUL`);
	await clerk.hand.fill("effet", "3 mars 2026");
	await clerk.hand.fill("fin", "demain");
	await clerk.hand.press("Ajouter");
	await refused(clerk.page, it("an end that is no date: refused"), "date");
	check(it("what was pasted is still there"), (await clerk.page.locator("textarea[name=liste]").inputValue()).startsWith(mine));
	await clerk.hand.fill("fin", "3 avril 2026");
	await clerk.hand.press("Ajouter");
	await says(clerk.page, it("rows that could not be read are told one by one"), "Cette date ne se lit pas");
	await says(clerk.page, it("… each with its reason"), "Aucun agent ne porte ce matricule");
	check(it("nothing goes forward before that is read"), (await clerk.page.getByRole("button", { name: "Mettre dans le circuit" }).count()) === 0);
	await clerk.hand.press("J’ai lu : continuer sans eux");
	await clerk.hand.follow("Ajouter des agents");
	await clerk.hand.fill("q", `AGENT-${tag} Prénom000${String(n + 1).padStart(2, "0")}`);
	await clerk.hand.press("Chercher");
	await clerk.hand.choose("coches", mine);
	await clerk.hand.fill("effet", "3 mars 2026");
	await clerk.hand.fill("fin", "3 avril 2026");
	await clerk.hand.press("Ajouter");
	await says(clerk.page, it("the agent is in"), mine);
	await clerk.hand.follow("Modifier la ligne");
	await clerk.hand.fill("effet", "le 40 mars");
	await clerk.hand.press("Enregistrer");
	await refused(clerk.page, it("a line with a wrong date: refused"), "date");
	await clerk.hand.fill("effet", "4 mars 2026");
	await clerk.hand.press("Enregistrer");
	await says(clerk.page, it("a line is changed"), "4 mars 2026");
	await clerk.hand.follow("Modifier le texte");
	await clerk.hand.fill("articles", "");
	await clerk.hand.press("Enregistrer");
	await refused(clerk.page, it("an act without an article: refused"), "Remplissez ce champ");
	await clerk.hand.fill("articles", "Un congé est accordé à :");
	await clerk.hand.press("Enregistrer");
	await says(clerk.page, it("ready"), "Le projet est prêt à entrer dans le circuit");
	await clerk.hand.press("Mettre dans le circuit");
	await says(clerk.page, it("in circuit: who is awaited"), "Attendu : Visa du chef du service émetteur");

	await marc.page.goto(`${base}/parapheur`);
	await marc.hand.follow(subject);
	await says(marc.page, it("to the chief: your turn"), "À vous : Visa du chef du service émetteur");
	await marc.hand.press("Renvoyer");
	await refused(marc.page, it("sent back without a reason: refused"), "Remplissez ce champ");
	await marc.hand.press("Donner mon visa");
	check(it("a visa is given"), (await marc.page.locator("body").innerText()).includes("Votre visa est donné"));

	proof("sena", "11 minutes");
	await sena.page.goto(base + place);
	check(it("an old proof: who he is is asked first"), (await sena.page.getByRole("link", { name: "Confirmer que c’est moi, puis signer" }).count()) === 1);
	proof("sena", "1 minute");
	await sena.page.goto(base + place);
	await sena.hand.press("Signer");
	check(it("signed: back on the act"), path(sena.page) === place, sena.page.url());
	if (way.scripts === false)
		for (let i = 0; i < 60 && await sena.page.locator("[data-live]").count(); i++) { await sena.page.waitForTimeout(300); await sena.page.goto(base + place); }
	else
		await sena.page.waitForFunction(() => document.body.innerText.includes("Signé, numéroté, scellé"), null, { timeout: 30000 }).catch(() => {});
	await says(sena.page, it("sealed"), "Signé, numéroté, scellé");
	check(it("the sealed PDF is there"), (await sena.page.request.get(`${base}${place}/acte.pdf`)).headers()["content-type"] === "application/pdf");
	check(it("the focus was always seen"), clerk.hand.unseen + marc.hand.unseen + sena.hand.unseen === 0);
	for (const one of [clerk, marc, sena]) await one.page.context().close();
	return place;
}

// The page of sealing while it lasts: it looks again by itself, and ends by itself.
async function live() {
	const { page } = await as("sena"), place = await drafted("Scellement lent", [20], ["marc"]);
	const hold = spawn("psql", [process.env.GUICHET_OWNER_DSN, "-XAtq"], { stdio: ["pipe", "pipe", "ignore"] });
	hold.stdin.write("begin; lock table acts.documents in share row exclusive mode; select 'held';\n");
	await new Promise(done => hold.stdout.once("data", done));
	proof("sena", "1 minute");
	await page.goto(base + place);
	await hands(page).press("Signer");
	await says(page, "live: sealing goes on, in words", "Numéro, sceau et publication en cours");
	await shot(page, "scellement");
	hold.stdin.end("commit;\n");
	await page.waitForFunction(() => document.body.innerText.includes("Signé, numéroté, scellé"), null, { timeout: 30000 }).catch(() => {});
	await says(page, "live: and ends by itself", "Signé, numéroté, scellé");
	await page.context().close();
	return place;
}

// A draft by forms, without a browser's window: what the states below need.
async function drafted(subject, numbers, given = [], model = "conge", effect = "03/03/2026") {
	const { page } = await as("clerk");
	const hand = hands(page);
	await page.goto(`${base}/actes/nouveau`);
	await page.locator("select[name=modele]").selectOption(model);
	await hand.pick("structure", `${tag}A – Essai A ${tag}`);
	await hand.fill("objet", subject);
	await hand.press("Ouvrir le projet");
	const place = path(page);
	if (numbers.length > 0) {
		await page.goto(`${base}${place}/agents`);
		await hand.fill("liste", numbers.map(n => matricules[n] ?? n).join("\n"));
		await hand.fill("effet", effect);
		if (model === "conge") await hand.fill("fin", "03/04/2027");
		await hand.press("Ajouter");
	}
	if (given !== null && given.length >= 0 && numbers.length > 0 && given[0] !== "none") {
		await hand.press("Mettre dans le circuit");
		for (const who of given) {
			const other = await as(who);
			await other.page.goto(base + place);
			await hands(other.page).press(who === "sena" ? "Signer" : "Donner mon visa");
			await other.page.context().close();
		}
	}
	await page.context().close();
	return place;
}

async function states(sealed) {
	const clerk = (await as("clerk", { axe: true })).page, marc = (await as("marc", { axe: true })).page, sena = (await as("sena", { axe: true })).page;
	const long = "Avancements d’échelon du quatrième trimestre 2026, direction départementale des enseignements maternel et primaire de l’Atacora, catégorie A";

	await look(marc, "parapheur vide", "/parapheur");
	await look(marc, "délégations vides", "/parapheur/delegations");
	await look(clerk, "nouveau projet", "/actes/nouveau");
	const empty = await drafted("Sans personne", [], ["none"]);
	await look(clerk, "projet vide", empty);
	await look(clerk, "ajouter des agents", `${empty}/agents`);
	const mixed = await drafted(long, [30, 31, 32, 2, "99999", "abc#"], ["none"], "avancement_echelon_fe", "03/06/2012");
	await look(clerk, "projet avec refus, réserves et rejets", mixed);
	await look(clerk, "projet, réserves seules", `${mixed}?vue=reserves`);
	await look(clerk, "texte", `${mixed}/texte`);
	await clerk.goto(base + mixed);
	await look(clerk, "ligne", await clerk.locator("a", { hasText: "Modifier la ligne" }).first().getAttribute("href"));
	const big = await drafted("Cinquante et plus", [...Array(56).keys()].filter(n => n !== 2).map(n => n), ["none"], "avancement_echelon_fe", "04/01/2014");
	await look(clerk, "projet de deux pages", big);
	await clerk.goto(`${base}${empty}/agents`);
	await clerk.locator("[name=q]").fill(`AGENT-${tag}`);
	await Promise.all([clerk.waitForNavigation(), clerk.getByRole("button", { name: "Chercher" }).click()]);
	await look(clerk, "agents trouvés");
	const visa = await drafted("Congé à viser", [40]);
	await look(clerk, "visa, vu du rédacteur", visa);
	await look(marc, "visa, vu du chef", visa);
	await look(marc, "parapheur", "/parapheur");
	const sign = await drafted("Congé à signer", [41], ["marc"]);
	proof("sena", "11 minutes");
	await look(sena, "signature, preuve ancienne", sign);
	proof("sena", "1 minute");
	await look(sena, "signature", sign);
	await look(marc, "signature, vue du chef qui a visé", sign);
	sql(`insert into acts.delegations (from_person_id, to_person_id, reference, valid_from, valid_to, ended_at) select p.person_id, q.person_id, 'Note n° 12/${tag}', current_date + d, current_date + d + 5, case when d < 0 then now() end
		from base.persons p, base.persons q, unnest(array[-10, 0, 10]) d where p.family_name = 'SOSSA ${tag}' and q.family_name = 'HOUETO ${tag}'`);
	await look(marc, "délégations", "/parapheur/delegations");
	await look(clerk, "signé", sealed);
	await look(clerk, "liste", "/actes");
	await look(clerk, "liste, rien de trouvé", "/actes?q=zzqwx");
	await clerk.goto(base + sealed);
	await Promise.all([clerk.waitForNavigation(), clerk.getByRole("button", { name: "Préparer son annulation" }).click()]);
	const cancel = path(clerk);
	await look(clerk, "annulation préparée");
	await Promise.all([clerk.waitForNavigation(), clerk.getByRole("button", { name: "Mettre dans le circuit" }).click()]);
	for (const [page, button] of [[marc, "Donner mon visa"], [(await as("diane", { axe: true })).page, "Donner mon visa"], [sena, "Signer"]]) {
		await page.goto(base + cancel);
		await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: button }).click()]);
	}
	await sena.waitForFunction(() => document.body.innerText.includes("Signé, numéroté, scellé"), null, { timeout: 30000 }).catch(() => {});
	await look(clerk, "annulé", sealed);
	await says(clerk, "the cancelled act says by which", "Annulé");
	await clerk.goto(base + empty);
	await clerk.locator("summary", { hasText: "Abandonner ce projet" }).click();
	await Promise.all([clerk.waitForNavigation(), clerk.getByRole("button", { name: "Abandonner" }).click()]);
	await look(clerk, "abandonné", empty);
	// A machine that failed: said, with what to do.
	sql(`update base.jobs set state_code = 'echec' where job_id = (select job_id from acts.drafts where subject = 'Congé à signer' and job_id is not null)`);
	await look(clerk, "acte inconnu", "/actes/0000000000000");
}

try {
	const places = [];
	for (const [n, way] of ways.entries()) places.push(await journey(way, n + 5));
	await live();
	await states(places[0]);
} catch (error) {
	check("the journeys go to their end", false, String(error).slice(0, 400));
} finally {
	execFileSync("python3", [stagePy, "tidy", tag]);
}
await finish(browser);
