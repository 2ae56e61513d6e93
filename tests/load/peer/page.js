// The same page as hand-written template strings: the layout, the facts, the drawing, twenty acts, two cards.
const MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const UNSAFE = /[&<>"']/;
const SAFE = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const text = (x) => x == null ? "" : UNSAFE.test(x) ? String(x).replace(/[&<>"']/g, (c) => SAFE[c]) : String(x);
const day = (iso) => {
	if (iso == null) return "";
	const d = Number(iso.slice(8, 10));
	return `${d === 1 ? "1er" : d} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
};
const year = (iso) => Number(iso.slice(0, 4)) + (Number(iso.slice(5, 7)) - 1) / 12 + Number(iso.slice(8, 10)) / 365;

const stairs = (agent, path) => {
	const steps = path.filter((line) => line.step != null);
	if (steps.length === 0) return `<p class="g-note">Aucun acte du dossier ne dit encore votre échelon : le dessin du parcours viendra avec le premier.</p>`;
	const from = year(steps[0].at_date), to = Math.max(year(agent.left_on ?? agent.retirement_date ?? "2030-01-01"), from + 1);
	const x = (at) => (3 + 94 * (at - from) / (to - from)).toFixed(2);
	const y = (i) => (252 - 208 * i / Math.max(steps.length - 1, 1)).toFixed(2);
	const name = (line) => `${line.category ?? ""}${line.scale ?? ""}-${line.step}`;
	let line = `M${x(from) * 10} 252`, years = "", points = "";
	for (let i = Math.ceil(from / 5) * 5; i < to; i += 5)
		years += `<text class="c-text c-text--mid${i % 10 ? " c-minor" : ""}" x="${x(i)}%" y="290">${i}</text><line class="c-axis" x1="${x(i)}%" x2="${x(i)}%" y1="268" y2="273"/>`;
	steps.forEach((step, i) => {
		const at = x(year(step.at_date));
		line += `H${(at * 10).toFixed(1)}V${y(i)}`;
		points += `<circle class="${step.is_firm ? "c-a" : "c-dot"}" cx="${at}%" cy="${y(i)}" r="5"/><text class="c-text c-minor c-text--end" x="${at}%" y="${(y(i) - 11).toFixed(2)}">${text(name(step))}</text>`;
	});
	const leave = agent.left_on ?? agent.retirement_date;
	return `<figure class="g-chart"><figcaption class="govuk-visually-hidden">Escalier des échelons depuis ${steps[0].at_date.slice(0, 4)}, de ${text(name(steps[0]))} à ${text(name(steps.at(-1)))}. Départ le ${day(leave)}. Le tableau des actes donne chaque date.</figcaption>
<div class="g-stairs"><svg width="100%" height="304" aria-hidden="true" focusable="false">${years}<line class="c-axis" x1="1%" x2="99%" y1="268" y2="268"/>
<svg x="0" y="0" width="100%" height="304" viewBox="0 0 1000 304" preserveAspectRatio="none"><path class="c-area" d="${line}H970V268H30z"/><path class="c-line" vector-effect="non-scaling-stroke" d="${line}H970"/></svg>
<line class="c-mark" x1="97.00%" x2="97.00%" y1="14" y2="268"/><text class="c-text c-text--strong c-text--end" x="97.00%" dx="-8" y="28">${day(leave)} : départ</text>${points}</svg></div>
<ul class="g-legend">${[["c-a", "prouvé par un acte"], ["c-dot", "déclaré, pièce non versée"], ["c-missing", "acte manquant"], ["c-ring", "attendu, non acquis"]].map(([kind, label]) => `
<li><svg viewBox="0 0 14 14" aria-hidden="true" focusable="false"><circle class="${kind}" cx="7" cy="7" r="5"/></svg>${label}</li>`).join("")}</ul></figure>`;
};

const act = (a) => `<tr role="row">
<th scope="row" role="rowheader" class="govuk-table__header"><a class="govuk-link" href="/carriere/actes/${a.act_id}">${text(a.kind_label)}</a>${a.is_new ? ` <strong class="g-tag">Nouveau</strong>` : ""}${a.state_label ? ` <small>${text(a.state_label)}</small>` : ""}</th>
<td role="cell" class="govuk-table__cell" data-label="Effet"><span>${day(a.effect_date)}${a.end_date ? ` <small>au ${day(a.end_date)}</small>` : ""}</span></td>
<td role="cell" class="govuk-table__cell" data-label="Situation"><span>${a.after_grade ? `<span class="g-num">${text(a.after_grade)}</span>` : ""}${a.after_corps ? ` <small>${text(a.after_corps)}</small>` : ""}${a.after_position ? ` <small>${text(a.after_position)}</small>` : ""}${a.after_structure ? ` <small>${text(a.after_structure)}</small>` : ""}</span></td>
<td role="cell" class="govuk-table__cell" data-label="Référence"><span class="g-break">${text(a.reference)}</span></td>
<td role="cell" class="govuk-table__cell" data-label="Preuve">
<span class="g-seal g-seal--none"><svg aria-hidden="true" focusable="false"><use href="/static/icons.07a4efaa.svg#seal-none"/></svg>${text(a.proof_label)}</span>
</td>
</tr>
`;

const fact = (label, value, note) => `<div><dt>${label}</dt><dd>${value === "" ? "non connu" : value}${note ? ` <small>${note}</small>` : ""}</dd></div>
`;

const facts = (a) => fact("Corps", text(a.corps_name)) +
	fact(`Catégorie ${text(a.category)}, échelle ${text(a.scale)}, échelon ${text(a.step)}`, `<span class="g-num">${text(a.grade)}</span>`, `depuis le ${day(a.grade_since)}`) +
	fact("Affectation", text(a.structure_name), `depuis le ${day(a.structure_since)}`) +
	fact("Première prise de service", day(a.first_service_date)) +
	(a.left_on ? fact("Départ", day(a.left_on))
		: fact("Prochain échelon attendu", day(a.next_step_date), a.next_step_late ? "échéance passée, acte attendu" : "intervalle d’usage") +
			fact("Départ probable à la retraite", day(a.retirement_date)));

const why = (a) => a.left_on ? "" : `<section class="g-card" aria-labelledby="depart"><h2 class="govuk-heading-m" id="depart">Pourquoi cette date de départ ?</h2><ol class="g-sum">
<li><span>Date de naissance</span> <b>${day(a.birth_date)}</b></li>
<li><span>Limite d’âge : ${text(a.target)} <small>${text(a.source)} – ${text(a.certainty)}${a.is_demo ? " – valeur de démonstration" : ""}</small></span> <b>+ ${text(a.age)} ans</b></li>
<li><span>Cet âge est atteint le</span> <b>${day(a.limit_date)}</b></li>
<li><span>${text(a.effect_label)} <small>${text(a.effect_source)}</small></span> <b>${day(a.retirement_date)}</b></li></ol>
<p class="g-note">Seul un acte fixe la date.</p><p><a class="govuk-link" href="/carriere/retraite">Le calcul, ligne par ligne</a></p></section>`;

const looks = (seen) => seen.length === 0
	? `<p>Personne n’a ouvert votre dossier depuis que ce journal existe.</p><p class="g-note">Chaque consultation par un service y laissera une ligne : date, structure, motif.</p>`
	: `<ol class="g-thread g-thread--tight">${seen.map((s) => `<li class="g-thread__item"><p class="g-thread__when">${day(s.at.toISOString())}</p><p class="g-thread__what">${text(s.structure_name)}</p><p class="g-thread__who">${text(s.role_label)} – Motif : ${text(s.reason)}</p></li>`).join("")}</ol>`;

export const page = ({ agent: a, acts, path, seen }) => `<!DOCTYPE html>
<html lang="fr" class="govuk-template">
<head><meta charset="utf-8"><title>Ma carrière – Guichet</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="theme-color" content="#083f2d">
<link rel="icon" href="/static/favicon.55c634f4.svg" type="image/svg+xml"><link rel="stylesheet" href="/static/guichet.761da592.css"><script type="module" src="/static/guichet.4f4768c2.js"></script></head>
<body class="govuk-template__body"><a href="#contenu" class="govuk-skip-link">Aller au contenu</a>
<header><div class="g-header"><div class="g-width g-header__row">
<a class="g-brand" href="/"><img src="/static/brand.b09e1c8f.svg" alt="" width="40" height="40"><span class="g-brand__name">Guichet</span> <span class="g-brand__owner">Ministère du Travail et de la Fonction publique</span></a>
<div class="g-who"><span class="g-who__name">${text(a.person_name)}</span><form method="post" action="/deconnexion"><button type="submit">Se déconnecter</button></form></div></div>
<nav class="g-nav" aria-label="Rubriques" data-here="carriere"><ul class="g-width"><li><a href="/">Accueil</a></li><li><a href="/carriere">Ma carrière</a></li><li><a href="/consultations">Qui m’a consulté</a></li><li><a href="/compte">Mon compte</a></li><li><a href="/aide">Aide</a></li></ul></nav></div></header>
<div class="g-page"><div class="g-width"><main class="govuk-main-wrapper" id="contenu" tabindex="-1"><div class="g-stack-l">
<div><h1 class="govuk-heading-xl">Ma carrière</h1></div>
<div class="g-no-print"><nav class="g-tabs" aria-label="Mon dossier"><a href="/carriere" aria-current="page">Aujourd’hui</a><a href="/carriere/parcours">Parcours</a><a href="/carriere/actes">Actes</a><a href="/carriere/etat-des-services">État des services</a><a href="/carriere/retraite">Retraite</a><a href="/carriere/situation">À une date</a></nav></div>
<section class="g-stub" aria-label="Ma situation"><div class="g-stub__tab"><p class="g-stub__kind">Matricule</p><p class="g-stub__number">${text(a.matricule)}</p><p>${a.sex === "F" ? "Mme " : "M. "}${text(a.given_names)}<br><strong>${text(a.family_name)}</strong></p><p class="g-stub__foot">${text(a.status_label)} – ${a.left_on ? "carrière terminée" : text(a.position_label)}</p></div>
<div class="g-stub__body"><dl class="g-facts">
${facts(a)}</dl></div></section>
<section aria-labelledby="parcours"><div class="g-title-row"><h2 class="govuk-heading-l g-anchor" id="parcours">Le chemin parcouru</h2><a class="govuk-link g-small" href="/carriere/parcours">Période par période</a></div>
${stairs(a, path)}</section>
<section aria-labelledby="actes"><div class="g-title-row"><h2 class="govuk-heading-l g-anchor" id="actes">Mes actes</h2><a class="govuk-link g-small" href="/carriere/actes">Toute la liste (${a.lines_count} en vigueur)</a></div>
<table class="govuk-table g-fold" role="table"><caption class="govuk-visually-hidden">Actes les plus récents, du dernier au plus ancien</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" class="govuk-table__header">Acte</th><th scope="col" role="columnheader" class="govuk-table__header">Effet</th><th scope="col" role="columnheader" class="govuk-table__header">Situation</th><th scope="col" role="columnheader" class="govuk-table__header">Référence</th><th scope="col" role="columnheader" class="govuk-table__header">Preuve</th></tr></thead>
<tbody role="rowgroup">
${acts.map(act).join("")}</tbody></table></section>
<div class="g-split g-split--even">${why(a)}<section class="g-card" aria-labelledby="vu"><h2 class="govuk-heading-m" id="vu">Qui a consulté mon dossier</h2>${looks(seen)}</section></div>
</div></main></div></div>
<footer class="g-footer"><div class="g-width"><div class="g-footer__cols"><div><h2>Besoin d’aide</h2><p class="g-footer__links"><a href="/aide">Questions et réponses</a> <a href="/aide#papier">Sans internet, sur papier</a></p></div><div><h2>Vos droits</h2><p class="g-footer__links"><a href="/donnees-personnelles">Vos données, et qui les voit</a></p></div><div><h2>Ce site</h2><p class="g-footer__links"><a href="/accessibilite">Accessibilité</a> <a href="/kit">Composants</a></p></div></div>
<p class="g-footer__legal">République du Bénin – Ministère du Travail et de la Fonction publique. Toute démarche reste possible sur papier : nul n’est tenu d’utiliser ce site.</p></div></footer>
</body></html>
`;
