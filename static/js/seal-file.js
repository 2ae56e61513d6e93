// Checks a PDF at /verifier: its SHA-256 is made in the browser, and only that leaves it.
const place = document.getElementById("depot");
const drop = place.querySelector("[data-drop]"), input = place.querySelector("input");
const STATES = { en_vigueur: "en vigueur", remplace: "remplacé", annule: "annulé", expire: "expiré" };
const MOST = 64 * 1024 * 1024;

function show(name) {
	place.querySelectorAll("[data-case]").forEach((part) => { part.hidden = part.dataset.case !== name; });
}

function fill(name, text) {
	place.querySelectorAll(`[data-fill="${name}"]`).forEach((part) => { part.textContent = text; });
}

const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function lookUp(file) {
	if (file.size > MOST)
		return "too-large";
	const content = await file.arrayBuffer();
	if (new TextDecoder("latin1").decode(content.slice(0, 1024)).indexOf("%PDF-") < 0)
		return "not-pdf";
	const answer = await fetch(place.dataset.hashes + hex(await crypto.subtle.digest("SHA-256", content)), { credentials: "omit", cache: "no-store" });
	if (answer.status === 404)
		return "unknown";
	if (answer.status === 429)
		return "wait";
	const found = await answer.json();
	fill("reference", found.reference);
	fill("state", STATES[found.state]);
	place.querySelectorAll("[data-more]").forEach((link) => { link.href = `/verifier?acte=${found.code}`; });
	return found.state === "en_vigueur" ? "good" : "void";
}

async function check(file) {
	show("hashing");
	show(await lookUp(file).catch(() => "failed"));
}

place.querySelector("[data-plain]").hidden = true;
drop.hidden = false;
input.addEventListener("change", () => { if (input.files.length > 0) check(input.files[0]); });
drop.addEventListener("dragover", (event) => {
	event.preventDefault();
	drop.toggleAttribute("data-over", true);
});
drop.addEventListener("dragleave", () => drop.toggleAttribute("data-over", false));
drop.addEventListener("drop", (event) => {
	event.preventDefault();
	drop.toggleAttribute("data-over", false);
	if (event.dataTransfer.files.length > 0)
		check(event.dataTransfer.files[0]);
});
