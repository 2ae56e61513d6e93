// What the portal adds when a script may run: nothing here is needed to do anything.

const all = (selector, make) => document.querySelectorAll(selector).forEach(make);

// After a refused form, the summary is read first.
document.querySelector("[data-problems]")?.focus();

// A secret can be looked at, and is hidden again before it is sent.
all("[data-secret]", (button) => {
	const input = document.getElementById(button.dataset.secret);
	const show = (visible) => {
		input.type = visible ? "text" : "password";
		button.firstChild.data = visible ? "Cacher" : "Montrer";
		button.setAttribute("aria-pressed", String(visible));
	};
	button.hidden = false;
	button.addEventListener("click", () => show(input.type === "password"));
	input.form?.addEventListener("submit", () => show(false));
});

// An optional file: "Aucun fichier choisi" is said by us, as for a required one.
all(".g-file input", (input) => {
	const tell = () => input.toggleAttribute("data-empty", input.files.length === 0);
	input.addEventListener("change", tell);
	tell();
});

// Printing starts from the page.
all("[data-print]", (button) => {
	button.hidden = false;
	button.addEventListener("click", () => window.print());
});

// A form leaves once. The server would keep only the first anyway: this spares the second journey.
all("form[method=post]", (form) => {
	let left = 0;
	form.addEventListener("submit", (event) => {
		if (Date.now() - left < 4000)
			event.preventDefault();
		else
			left = Date.now();
	});
});

// Lines to tick: one box for all, and the number of those ticked.
all("[data-tick-all]", (box) => {
	const lines = [...box.form.querySelectorAll("[data-tick]")];
	const count = box.form.querySelector("[data-ticked]");
	const tell = () => {
		const ticked = lines.filter((line) => line.checked).length;
		box.checked = ticked > 0 && ticked === lines.length;
		box.indeterminate = ticked > 0 && ticked < lines.length;
		if (count)
			count.textContent = ticked > 1 ? `${ticked} cochés` : `${ticked} coché`;
	};
	box.closest("[hidden]")?.removeAttribute("hidden");
	box.addEventListener("change", () => {
		lines.forEach((line) => { line.checked = box.checked; });
		tell();
	});
	lines.forEach((line) => line.addEventListener("change", tell));
	tell();
});

// A job under way: the page comes back by itself, unless nobody looks or somebody is writing.
const live = document.querySelector("[data-live]");
if (live)
	setInterval(() => {
		if (!document.hidden && !document.activeElement?.matches("input, select, textarea"))
			location.reload();
	}, Number(live.dataset.live) * 1000);

// The section being read stays in sight in a navigation that slides.
all(".g-nav ul, .g-tabs", (bar) => {
	const section = bar.closest("[data-here]")?.dataset.here;
	const here = [...bar.querySelectorAll("a")].find((link) =>
		link.hasAttribute("aria-current") || link.getAttribute("href") === `/${section}`);
	if (here)
		bar.scrollLeft = here.offsetLeft - bar.offsetLeft - bar.clientWidth / 3;
});

// A field asked only under a condition of the same page hides while the condition does not hold. Without a script it says so in words.
all("[data-demande]", form => {
	const fields = [...form.querySelectorAll("[data-si]")];
	const show = () => fields.forEach(field => {
		const said = [...form.querySelectorAll("[name]")].filter(e => e.name === field.dataset.si && (e.type !== "radio" || e.checked)).map(e => e.value);
		field.hidden = !said.some(value => value && field.dataset.vaut.split("|").includes(value));
	});
	form.addEventListener("change", show);
	show();
});

// At a desk, j and k go to the next and the previous file of the list, unless somebody is writing.
const near = [...document.querySelectorAll(".g-list a")];
if (near.length) document.addEventListener("keydown", event => {
	if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
	const step = { j: 1, k: -1 }[event.key];
	if (!step) return;
	const here = near.findIndex(a => a === document.activeElement || a.getAttribute("aria-current"));
	const next = near[here + step] ?? near[step > 0 ? 0 : near.length - 1];
	if (next.closest(".g-list--near")) next.click(); else next.focus();
});
