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
export function open(browser, { width = 1280, scripts = true, axe = false } = {}) {
	return browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: scripts, bypassCSP: axe, locale: "fr-FR" });
}

export async function axe(page, name) {
	await page.evaluate(axeSource);
	const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
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

export async function signIn(page, account) {
	await page.goto(`${base}/connexion`);
	await page.fill("[name=identifiant]", account.login);
	await page.fill("[name=mot_de_passe]", account.password);
	await send(page);
	if (new URL(page.url()).pathname === "/connexion/code") {
		await page.fill("[name=code]", code(account));
		await send(page);
	}
}
