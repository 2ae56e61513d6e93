// Certificates in a browser, by the three ways: conditions before asking, issued at once, routed, established at the desk, refused.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { base, check, finish, hands, launch, look, open, path, refused, says, ways } from "../browser/lib.mjs";

const browser = await launch();
const people = word => Object.fromEntries(execFileSync("psql", ["-Xq", "-v", `word=${word}`, "-f", fileURLToPath(new URL("people.sql", import.meta.url)), process.env.GUICHET_OWNER_DSN], { encoding: "utf8" })
	.trim().split("\n").map(line => line.split(" ")).map(([name, token, matricule]) => [name, { token, matricule }]));
const seat = async (way, person) => {
	const context = await open(browser, way);
	context.setDefaultTimeout(45000);
	await context.addCookies([{ name: "guichet", value: person.token, url: base }]);
	return context;
};
const LIST = "/carriere/attestations";

for (const [n, way] of ways.entries()) {
	const word = `B${n}${Date.now().toString(36).slice(-5)}`.toUpperCase(), cast = people(word);
	const it = what => `${way.name}: ${what}`;
	const agent = await (await seat(way, cast.whole)).newPage(), hand = hands(agent, way);
	// Without JavaScript the page does not reload itself: the person does.
	const ended = async page => { for (let i = 0; i < 60 && (await page.locator("[data-live]").count()) > 0; i++) { await page.waitForTimeout(200); if (way.scripts === false) await page.reload(); } };

	await agent.goto(base + "/carriere");
	await hand.follow("Attestations");
	await says(agent, it("nothing yet"), "Aucun document pour l’instant");
	await agent.goto(base + LIST + "/demande/presence_poste");
	check(it("every condition is ticked before asking"), await agent.locator(".g-verdicts__oui").count() === 6);
	await hand.press("Obtenir le document");
	await ended(agent);
	await says(agent, it("issued, and the page knew by itself"), "Télécharger le PDF");
	await says(agent, it("with its code"), "Par écrit : le code");
	const [download] = await Promise.all([agent.waitForEvent("download"), way.keyboard ? (async () => { await hand.reach(agent.getByRole("link", { name: "Télécharger le PDF" })); await agent.keyboard.press("Enter"); })() : agent.getByRole("link", { name: "Télécharger le PDF" }).click()]);
	check(it("its PDF"), /^presence-poste-[0-9A-Z]{12}\.pdf$/.test(download.suggestedFilename()), download.suggestedFilename());
	await agent.goto(base + LIST + "/demande/presence_poste");
	await says(agent, it("one that holds is offered"), "Vous en avez un exemplaire qui vaut encore");

	// a function by decree: asked only when it is exercised
	const second = await (await seat(way, cast.other)).newPage(), other = hands(second, way);
	await second.goto(base + LIST + "/demande/presence_poste");
	await other.unfold("J’exerce une fonction");
	await other.fill("fonction", "Chef du service des études");
	await other.press("Obtenir le document");
	await refused(second, it("a function without its decree"), "fonction exercée par décret");
	const box = second.locator("[name=par_decret]");
	if (way.keyboard) { await other.reach(box); await second.keyboard.press("Space"); } else await box.check();
	await other.fill("decret", "décret n° 2025-001 du 8 janvier 2025");
	await other.press("Obtenir le document");
	await says(second, it("goes to the desk"), "Pourquoi le bureau l’étudie");
	await says(second, it("with what was declared"), "Chef du service des études");

	// the desk
	const staff = await (await seat(way, cast.desk)).newPage(), clerk = hands(staff, way);
	await staff.goto(base + "/attestations");
	await clerk.fill("q", cast.other.matricule);
	await clerk.press("Filtrer");
	await clerk.follow(`${word}OTHER`);
	await says(staff, it("the desk reads the reasons"), "Déclaré par la personne : Chef du service des études");
	await clerk.press("Établir ce point");
	await refused(staff, it("nothing is established without a fact"), "");
	await clerk.fill("fait", "Décret vu en original");
	await clerk.fill("justification", "Original présenté au guichet, copie versée au dossier.");
	await clerk.press("Établir ce point");
	await ended(staff);
	await says(staff, it("established, hence issued"), "Annuler ce document");
	await second.reload();
	await says(second, it("the agent has it"), "Télécharger le PDF");
	await staff.goto(staff.url().replace(/\?.*/, ""));
	await clerk.unfold("Annuler ce document");
	await clerk.fill("explication", "Décret rapporté entre-temps");
	await clerk.press("Annuler le document");
	await says(staff, it("cancelled"), "Décret rapporté entre-temps");
	await second.reload();
	await says(second, it("and says so to its owner"), "Ce document est annulé");

	// refused
	const third = await (await seat(way, cast.blank)).newPage(), last = hands(third, way);
	await third.goto(base + LIST + "/demande/etat_services");
	await last.press("Demander au bureau");
	await staff.goto(`${base}/attestations?q=${cast.blank.matricule}`);
	await clerk.follow(`${word}BLANK`);
	await clerk.unfold("Refuser");
	await clerk.pick("motif", "Une pièce nécessaire n’a pas été produite");
	await clerk.fill("explication", "Votre acte de nomination n’est pas au dossier.");
	await clerk.press("Refuser la demande");
	await third.reload();
	await says(third, it("refused with what can be done"), "Ce que vous pouvez faire.");
	check(it("the focus was always seen"), hand.unseen + other.unseen + clerk.unseen + last.unseen === 0, String([hand.unseen, other.unseen, clerk.unseen, last.unseen]));

	if (n === 0) {
		const seen = await open(browser, { axe: true });
		seen.setDefaultTimeout(45000);
		await seen.addCookies([{ name: "guichet", value: cast.whole.token, url: base }]);
		const page = await seen.newPage();
		await look(page, "my certificates", LIST);
		await look(page, "before asking, not yet", `${LIST}/demande/validite_services`);
		await look(page, "before asking, at once", `${LIST}/demande/etat_services`);
		await look(page, "before asking, with a function", `${LIST}/demande/presence_poste`);
		await page.goto(base + LIST);
		const one = await page.locator("main table a").first().getAttribute("href");
		await look(page, "one certificate", one);
		for (const [person, name] of [["other", "a cancelled one"], ["blank", "a refused request"]]) {
			await seen.clearCookies();
			await seen.addCookies([{ name: "guichet", value: cast[person].token, url: base }]);
			await page.goto(base + LIST);
			await look(page, name, await page.locator("main table a").first().getAttribute("href"));
		}
		await seen.clearCookies();
		await seen.addCookies([{ name: "guichet", value: cast.vague.token, url: base }]);
		await page.goto(`${base}${LIST}/demande/presence_poste`);
		await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Demander au bureau" }).click()]);
		await look(page, "a request that waits", path(page));
		await seen.clearCookies();
		await seen.addCookies([{ name: "guichet", value: cast.desk.token, url: base }]);
		for (const tray of ["nouvelles", "retard", "traitees"]) await look(page, `basket ${tray}`, `/attestations?panier=${tray}`);
		await look(page, "an empty basket", "/attestations?q=zzzzzz");
		await page.goto(`${base}/attestations?q=${cast.vague.matricule}`);
		await look(page, "a request at the desk", await page.locator("main table a").first().getAttribute("href"));
		await page.goto(`${base}/attestations?panier=traitees&q=${cast.other.matricule}`);
		await look(page, "a cancelled one at the desk", await page.locator("main table a").first().getAttribute("href"));
		await page.goto(`${base}/attestations?panier=traitees&q=${cast.whole.matricule}`);
		await look(page, "an issued one at the desk", await page.locator("main table a").first().getAttribute("href"));
	}
}
await finish(browser);
