// Pensioners in a browser, by the three ways: a certificate of life at a centre, an address, an account asked and stopped by its link, a claim until it is
// decided; then every page at 360 and 1280 px with axe.
//   pensioners.test.mjs BASE_URL VAR_DIR
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { base, check, finish, hands, launch, look, open, path, refused, says, ways } from "../browser/lib.mjs";

const browser = await launch();
const psql = (...more) => execFileSync("psql", ["-XqAt", "-v", "ON_ERROR_STOP=1", ...more, process.env.GUICHET_OWNER_DSN], { encoding: "utf8" }).trim();
const people = word => Object.fromEntries(psql("-v", `word=${word}`, "-f", fileURLToPath(new URL("people.sql", import.meta.url)))
	.split("\n").map(line => line.split(" ")).map(([name, token, matricule]) => [name, { token, matricule }]));
const seat = async (way, person) => {
	const context = await open(browser, way);
	if (person) await context.addCookies([{ name: "guichet", value: person.token, url: base }]);
	return context;
};
const link = matricule => psql("-c", `select substring(o.body from '/pension/arreter/[0-9a-f]+') from base.outbox o join career.agents a using (person_id) where a.matricule = '${matricule}' and o.event_code = 'pension.compte_demande' order by o.message_id desc limit 1`);
const scan = { name: "acte.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n") };
const tick = async (page, hand, way, name) => { const box = page.locator(`[name=${name}]`); if (way.keyboard) { await hand.reach(box); await page.keyboard.press("Space"); } else await box.check(); };
let cast;

for (const [n, way] of ways.entries()) {
	cast = people(`B${n}${Date.now().toString(36).slice(-5)}`.toUpperCase());
	const it = what => `${way.name}: ${what}`;

	// At the centre.
	const desk = await (await seat(way, cast.focal)).newPage(), focal = hands(desk, way);
	await desk.goto(`${base}/retraites`);
	await focal.fill("matricule", cast.retired.matricule);
	await focal.fill("naissance", "11 mai 1957");
	await focal.press("Trouver la personne");
	await refused(desk, it("a wrong birth date"), "ne vont pas ensemble");
	await focal.fill("naissance", "10 mai 1957");
	await focal.press("Trouver la personne");
	await says(desk, it("the person before the desk"), "Enregistrer un certificat de vie");
	check(it("no amount"), !(await desk.locator("main").innerText()).includes("FCFA"));
	await focal.pick("piece", "Passeport");
	await focal.fill("fin", "77ab");
	await focal.press("Enregistrer");
	await refused(desk, it("not without having seen her"), "devant vous");
	await tick(desk, focal, way, "vu");
	await focal.press("Enregistrer");
	await says(desk, it("a receipt"), "77AB");
	await focal.unfold("Je me suis trompé de personne");
	await focal.press("Retirer le certificat");
	await refused(desk, it("taken back with a reason only"), "Remplissez ce champ");
	if (way.keyboard) check(it("the focus is always seen at the desk"), focal.unseen === 0, String(focal.unseen));

	// The pensioner at home.
	const own = await (await seat(way, cast.retired)).newPage(), me = hands(own, way);
	await own.goto(`${base}/ma-pension`);
	await says(own, it("in order until next year"), "Certificat de vie : en règle");
	await me.follow("Donner mon adresse");
	await me.pick("commune", "Parakou (Borgou)");
	await me.fill("adresse", "Quartier Zongo, maison bleue");
	await me.press("Enregistrer mon adresse");
	await says(own, it("the address holds at once"), "Quartier Zongo, maison bleue, Parakou");
	await me.follow("Changer de compte");
	await me.follow("Sur un compte en banque");
	await me.fill("nom", "Banque Sika");
	await me.fill("compte", "GB82 WEST 1234 5698 7654 33");
	await me.press("Demander ce changement");
	await refused(own, it("a mistake of copying is seen"), "erreur de copie");
	await me.fill("compte", "GB82 WEST 1234 5698 7654 32");
	await me.press("Demander ce changement");
	await says(own, it("the change waits"), "Un changement de compte attend");
	await says(own, it("its last four only"), "finissant par 5432");
	if (way.keyboard) check(it("the focus is always seen at home"), me.unseen === 0, String(me.unseen));

	// Who reads the notice is not signed in.
	const stranger = await (await seat(way)).newPage(), hand = hands(stranger, way);
	await stranger.goto(base + link(cast.retired.matricule));
	await hand.press("Arrêter le changement");
	await says(stranger, it("stopped by the link"), "Ce changement est arrêté");
	await own.reload();
	await says(own, it("she reads how"), "par le lien du message");

	// The heir.
	const family = await (await seat(way, cast.heir)).newPage(), heir = hands(family, way);
	await family.goto(`${base}/pensions-reversion`);
	await heir.follow("Commencer une demande");
	await heir.fill("matricule", cast.departed.matricule);
	await heir.fill("naissance", "6/6/1956");
	await heir.fill("deces", "1er mars 2126");
	await heir.choose("lien", "enfant");
	await heir.press("Continuer");
	await refused(family, it("no death to come"), "à venir");
	await heir.fill("deces", "1er mars 2026");
	await heir.press("Continuer");
	await says(family, it("begun, and what is missing is said"), "Il faut au moins l’acte de décès");
	const claim = path(family);
	await tick(family, heir, way, "accord");
	await heir.press("Envoyer la demande");
	await refused(family, it("not sent empty"), "au moins un conjoint ou un enfant");
	await heir.follow("Ajouter un conjoint ou un enfant");
	await heir.choose("lien", "enfant");
	await heir.fill("nom", "Agbo");
	await heir.fill("prenoms", "Jean");
	await heir.fill("naissance", "1/2/2010");
	await heir.press("Ajouter");
	await says(family, it("a child"), "16 ans le jour du décès");
	await heir.follow("Ajouter un papier");
	await family.setInputFiles("[name=fichier]", scan);
	await heir.press("Ajouter");
	await says(family, it("a paper"), "Acte de décès");
	await tick(family, heir, way, "accord");
	await heir.press("Envoyer la demande");
	await says(family, it("sent, with its desk and its day"), "Réponse au plus tard le");
	if (way.keyboard) check(it("the focus is always seen by the heir"), heir.unseen === 0, String(heir.unseen));

	// The pension service.
	const office = await (await seat(way, cast.officer)).newPage(), officer = hands(office, way);
	await office.goto(base + claim.replace("/pensions-reversion", "/retraites/demandes"));
	await says(office, it("what no text gives is named"), "pension.reversion_spouse");
	await officer.fill("demande_texte", "L’acte de naissance de Jean");
	await officer.press("Demander");
	check(it("a complement is asked"), (await office.locator(".g-flash").innerText()).includes("Le complément est demandé"));
	await family.reload();
	await says(family, it("the heir reads it"), "L’acte de naissance de Jean");
	await tick(family, heir, way, "accord");
	await heir.press("Envoyer la demande");
	await office.goto(base + claim.replace("/pensions-reversion", "/retraites/demandes"));
	await officer.pick("motif", "Le lien avec le défunt n’est pas établi");
	await officer.fill("explication", "L’acte de naissance nomme un autre père.");
	await officer.press("Ne pas admettre");
	check(it("decided"), (await office.locator(".g-flash").innerText()).includes("La demande n’est pas admise"));
	await family.reload();
	await says(family, it("with what can be done"), "Ce que vous pouvez faire");
	for (const page of [desk, own, stranger, family, office]) await page.context().close();
}

// Every page, as its people see it.
const pages = async (person, list) => {
	const context = await seat({ axe: true }, person);
	const page = await context.newPage();
	for (const [name, address, before] of list) {
		await page.setViewportSize({ width: 360, height: 800 });
		await page.goto(base + address);
		if (before) await before(page);
		await look(page, name);
	}
	await context.close();
};
const first = selector => async page => { await page.goto(base + await page.locator(selector).first().getAttribute("href")); };
psql("-c", `update base.sessions set proved_at = now() where token_hash = sha256(decode('${cast.retired.token}', 'hex'))`);
await pages(cast.retired, [["my pension", "/ma-pension"], ["my receipt", "/ma-pension", first("main .g-thread a")], ["address", "/ma-pension/adresse"], ["choice of account", "/ma-pension/compte"],
	["bank account", "/ma-pension/compte/banque"], ["telephone", "/ma-pension/compte/mobile"], ["counter of the Treasury", "/ma-pension/compte/tresor"]]);
await pages(null, [["link of a notice", link(cast.retired.matricule)]]);
await pages(cast.heir, [["claims", "/pensions-reversion"], ["a claim is begun", "/pensions-reversion/nouvelle"], ["a claim", "/pensions-reversion", first("main .g-rows a")]]);
await pages(cast.focal, [["counter", "/retraites"], ["a receipt", "/retraites", first("main .g-rows a")], ["claims of a centre", "/retraites/reversion"], ["a centre begins", "/retraites/reversion/nouvelle"]]);
const search = async page => { await page.fill("[name=matricule]", cast.retired.matricule); await page.fill("[name=naissance]", "10/5/1957"); await Promise.all([page.waitForNavigation(), page.locator("main form button").first().click()]); };
const byName = async page => { await page.locator("main summary").first().click(); await page.fill("[name=nom]", cast.retired.matricule.split("-")[0]); await Promise.all([page.waitForNavigation(), page.locator("main form button").first().click()]); };
await pages(cast.officer, [["counter of an officer", "/retraites"], ["the person", "/retraites", search], ["people of a name", "/retraites", byName], ["ends to come", "/retraites/echeances?liste=jamais"],
	["claims to decide", "/retraites/demandes?etat=rejete"], ["a claim decided", "/retraites/demandes?etat=rejete", first("main th a")], ["a claim to decide", "/retraites/demandes", async page => {
		if (await page.locator("main th a").count()) await first("main th a")(page);
	}]]);
psql("-c", `delete from base.sessions where token_hash = any (array[${Object.values(cast).map(p => `sha256(decode('${p.token}', 'hex'))`).join(", ")}])`);
await finish(browser);
