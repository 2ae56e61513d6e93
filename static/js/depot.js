// Sending a batch: a request a file, two at a time, tried again after a cut. The server keeps a content once, so that trying
// again never doubles anything. Without this, the form sends what one request carries.
const form = document.querySelector("form[data-depot]");
const input = form.querySelector("[type=file]");
const shown = form.querySelector("[data-avancee]");
const said = form.querySelector("[data-dit]");
const bar = form.querySelector("progress");
const failures = form.querySelector("[data-echecs]");
form.querySelector("[data-sans-script]").hidden = true;
form.querySelector("[data-avec-script]").hidden = false;

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

// A redirection is success: the page it leads to is not read. 503 and a lost line are tried again for a long while.
async function send(file) {
	for (let tries = 1; ; tries++) {
		const body = new FormData();
		body.append("_jeton", form.elements._jeton.value);
		body.append("fichiers", file, file.name);
		let status = 0;
		try {
			const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
			status = answer.type === "opaqueredirect" ? 303 : answer.status;
		} catch {
			said.textContent = "La ligne est coupée. L’envoi reprendra de lui-même.";
		}
		if (status === 303)
			return true;
		if ((status !== 0 && status !== 503 && status !== 429) || tries >= 40)
			return false;
		await wait(Math.min(tries, 10));
	}
}

form.addEventListener("submit", async (event) => {
	const files = [...input.files];
	if (files.length === 0)
		return;
	event.preventDefault();
	event.stopImmediatePropagation();
	const button = form.querySelector("[type=submit]");
	let done = 0, failed = 0, next = 0;
	const tell = () => {
		bar.max = files.length;
		bar.value = done;
		said.textContent = `${done} sur ${files.length} envoyés`;
	};
	shown.hidden = false;
	button.disabled = true;
	failures.replaceChildren();
	tell();
	const worker = async () => {
		while (next < files.length) {
			const file = files[next++];
			if (!(await send(file))) {
				failed++;
				const line = document.createElement("li");
				line.textContent = `${file.name} : cet envoi n’a pas abouti.`;
				failures.append(line);
			}
			done++;
			tell();
		}
	};
	await Promise.all([worker(), worker()]);
	button.disabled = false;
	if (failed === 0)
		location.assign(form.action);
	else
		said.textContent = `${done - failed} envoyés, ${failed} à renvoyer : choisissez-les de nouveau.`;
}, { capture: true });
