// What the browser tests share: Chromium, the demo's accounts, axe, and a count that ends with "N passed, N failed".
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const [base, folder] = process.argv.slice(2);
const axeSource = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
let passed = 0, failed = 0;

export function check(name, ok, detail = "") {
	if (ok) passed++; else failed++;
	console.log(`${ok ? "ok" : "not ok"} - ${name}${ok || !detail ? "" : ` (${detail})`}`);
}

export async function finish(browser) {
	await browser.close();
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed ? 1 : 0);
}

export function launch() {
	return chromium.launch({
		executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
			"--disable-component-update", "--disable-sync"],
	});
}

// A window of a telephone (360) or a desk (1280), with or without JavaScript. axe itself needs scripts and a way past
// the page's policy, so it runs in windows of its own.
export async function open(browser, { width = 1280, scripts = true, axe = false, as } = {}) {
	const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: scripts, bypassCSP: axe, locale: "fr-FR", storageState: as });
	context.setDefaultTimeout(15000);
	return context;
}

// The three ways through a journey.
export const ways = [
	{ name: "mouse", width: 1280 },
	{ name: "telephone without JavaScript", width: 360, scripts: false },
	{ name: "keyboard", width: 1280, keyboard: true },
];

// The same gestures with the mouse or with the keyboard alone: Tab until the thing has the focus, which must be seen.
export function hands(page, { keyboard = false } = {}) {
	const content = page.locator("main");
	let unseen = 0;
	async function reach(target) {
		const element = await target.first().elementHandle();
		for (let n = 0; n < 300; n++) {
			if (await element.evaluate(e => e === document.activeElement)) {
				if (!(await seen(element))) unseen++;
				return;
			}
			await page.keyboard.press("Tab");
		}
		throw new Error(`the keyboard does not reach ${target}`);
	}
	const seen = element => element.evaluate(e => {
		const style = getComputedStyle(e);
		return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none" || e.matches("[type=radio], [type=checkbox], [type=file]");
	});
	async function go(target) {
		if (keyboard) await reach(target);
		await Promise.all([page.waitForNavigation(), keyboard ? page.keyboard.press("Enter") : target.first().click()]);
	}
	return {
		get unseen() { return unseen; },
		async fill(name, value) {
			const field = content.locator(`[name="${name}"]:not([type=hidden])`);
			if (!keyboard) return field.fill(value);
			await reach(field);
			await page.keyboard.press("Control+A");
			await page.keyboard.press("Delete");
			await page.keyboard.type(value);
		},
		async choose(name, value) {
			const radio = content.locator(`[name="${name}"][value="${value}"]`);
			if (!keyboard) return radio.check();
			const on = await content.locator(`[name="${name}"]:checked`).count();
			await reach(on ? content.locator(`[name="${name}"]:checked`) : content.locator(`[name="${name}"]`));
			for (let n = 0; n < 20 && !(await radio.evaluate(e => e === document.activeElement)); n++) await page.keyboard.press("ArrowDown");
			if (!(await radio.isChecked())) await page.keyboard.press("Space");
		},
		async pick(name, label) {
			const select = content.locator(`select[name="${name}"]`);
			if (!keyboard) return select.selectOption({ label });
			await reach(select);
			await page.keyboard.type(label);
		},
		async unfold(text) {
			const summary = content.locator("summary", { hasText: text });
			if (keyboard) { await reach(summary); await page.keyboard.press("Enter"); } else await summary.click();
		},
		reach,
		go,
		press: label => go(content.getByRole("button", { name: label })),
		follow: label => go(content.getByRole("link", { name: label })),
		menu: label => go(page.locator("header").getByRole("link", { name: label })),
		leave: () => go(page.locator("form[action='/deconnexion'] button")),
	};
}

// A refused form says so in its title and above the fields, and gives the form back.
export async function refused(page, name, words) {
	const summary = await page.locator(".govuk-error-summary").allTextContents();
	check(name, summary.length === 1 && summary[0].includes(words) && /^Erreur\s: /.test(await page.title()), `${page.url()} ${summary.join(" ").trim().slice(0, 150)}`);
}

export async function says(page, name, words) {
	const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
	check(name, text.includes(words), `${page.url()} ${text.slice(0, 150)}`);
}

export const path = page => new URL(page.url()).pathname;

// axe, width, one h1, at the two widths and at 200 % of a desk.
export async function look(page, name, address) {
	await page.setViewportSize({ width: 360, height: 800 });
	if (address) await page.goto(base + address);
	const headings = await page.locator("h1").count();
	check(`one h1: ${name}`, headings === 1, String(headings));
	for (const width of [360, 640, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		await fits(page, `${name} at ${width} px`);
		if (width !== 640) await axe(page, `${name} at ${width} px`);
	}
}

// The last message to somebody, as the demonstration shows it.
export async function message(page, words) {
	const box = await page.context().newPage();
	await box.goto(`${base}/demo/boite-d-envoi`);
	const text = await box.locator("article", { hasText: words }).first().textContent({ timeout: 2000 }).catch(() => "");
	await box.close();
	return text;
}

export const sixDigits = text => text.match(/\b(\d{3})[ \u00a0\u202f]?(\d{3})\b/)?.slice(1).join("") ?? "";

export async function axe(page, name) {
	if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axeSource);
	const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
	check(`axe: ${name}`, violations.length === 0, violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 120)}`).join(" | "));
}

export async function fits(page, name) {
	const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	check(`no sideways scroll: ${name}`, wider <= 0, `${wider} px`);
}

// role,login,password,totp_secret,matricule,note
export function accounts() {
	const [head, ...lines] = readFileSync(join(folder, "demo/accounts.csv"), "utf8").trim().split("\n").map(cells);
	return lines.map(line => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ""])));
}

function cells(line) {
	return [...line.matchAll(/("([^"]|"")*"|[^,]*)(,|$)/g)].map(m => m[1].replace(/^"|"$/g, "").replaceAll('""', '"')).slice(0, 6);
}

// RFC 6238, as an authenticator application does it.
export function totp(secret, at = Date.now()) {
	const bits = [...secret.replace(/[\s=]/g, "").toUpperCase()].map(c => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
	const key = Buffer.from(bits.match(/.{8}/g).map(b => parseInt(b, 2)));
	const step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
	const mac = createHmac("sha1", key).update(step).digest(), from = mac[19] & 15;
	return String((mac.readUInt32BE(from) & 0x7fffffff) % 1000000).padStart(6, "0");
}

// A step of the clock serves once: the next one is accepted a little early.
const used = new Map();
export function code(account) {
	const step = Math.max(Math.floor(Date.now() / 30000), (used.get(account.login) ?? 0) + 1);
	used.set(account.login, step);
	return totp(account.totp_secret, step * 30000);
}

export async function send(page, button = "main form button[type=submit]") {
	await Promise.all([page.waitForNavigation(), page.locator(button).last().click()]);
}

export async function signIn(page, account, hand = hands(page)) {
	await page.goto(`${base}/connexion`);
	await hand.fill("identifiant", account.login);
	await hand.fill("mot_de_passe", account.password);
	await hand.press("Se connecter");
	// Another test may have just spent this step of the clock: then the next one.
	for (let n = 0; n < 3 && path(page) === "/connexion/code"; n++) {
		while ((used.get(account.login) ?? 0) > Math.floor(Date.now() / 30000)) await page.waitForTimeout(500);
		await hand.fill("code", code(account));
		await hand.press("Continuer");
	}
}
