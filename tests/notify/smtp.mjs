// A real mail server on loopback for test_smtp.py. Prints one JSON object a line for what happens.
//   node smtp.mjs PORT [auth] [plain] [secure]
//     PORT 0 = any; auth = only guichet:secret may send; plain = no STARTTLS; secure = TLS from the start
// What it answers is in the recipient's name, before the @:
//   refuse… 550 at RCPT · later… 451 once at RCPT · busy… 451 always · spam… 554 after DATA · twice… 451 once after DATA
//   hang… never answers after DATA
import { createInterface } from "node:readline";
import { SMTPServer } from "smtp-server";
import { simpleParser } from "mailparser";

const [port, ...how] = process.argv.slice(2);
const say = (thing) => process.stdout.write(JSON.stringify(thing) + "\n");
const seen = new Set();
const first = (key) => !seen.has(key) && seen.add(key);
const failure = (code, text) => Object.assign(new Error(text), { responseCode: code });
const name = (session) => session.envelope.rcptTo[0].address;

const server = new SMTPServer({
	name: "mail.example.bj",
	secure: how.includes("secure"),
	hideSTARTTLS: how.includes("plain"),
	authOptional: !how.includes("auth"),
	allowInsecureAuth: true,
	disableReverseLookup: true,
	closeTimeout: 500,
	onAuth(auth, session, done) {
		const good = auth.username === "guichet" && auth.password === "secret";
		say({ event: "auth", good, tls: session.secure });
		done(good ? null : failure(535, "5.7.8 wrong"), good ? { user: auth.username } : undefined);
	},
	onRcptTo({ address }, session, done) {
		say({ event: "rcpt", to: address });
		if (address.startsWith("refuse")) return done(failure(550, "5.1.1 nobody of that name: " + address));
		if (address.startsWith("busy")) return done(failure(451, "4.7.1 later"));
		if (address.startsWith("later") && first("rcpt " + address)) return done(failure(451, "4.7.1 greylisted"));
		done();
	},
	async onData(stream, session, done) {
		const chunks = [];
		for await (const chunk of stream) chunks.push(chunk);
		const raw = Buffer.concat(chunks), to = name(session), mail = await simpleParser(raw);
		say({
			event: "mail", from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((r) => r.address), tls: session.secure,
			helo: session.hostNameAppearsAs, user: session.user, subject: mail.subject, text: mail.text, id: mail.messageId, date: mail.date,
			headers: mail.headerLines.map((h) => h.line), longest: Math.max(...raw.toString("latin1").split("\r\n").map((l) => l.length)),
			bareLineEnds: /[^\r]\n|\r[^\n]/.test(raw.toString("latin1")), ascii: /^[\x00-\x7f]*$/.test(raw.toString("latin1")),
		});
		if (to.startsWith("hang") && first("data " + to)) return;
		if (to.startsWith("spam")) return done(failure(554, "5.7.1 not wanted"));
		if (to.startsWith("twice") && first("data " + to)) return done(failure(451, "4.3.0 disk full"));
		done();
	},
});
server.on("error", (error) => say({ event: "error", text: error.message }));
server.listen(Number(port), "127.0.0.1", () => say({ event: "listening", port: server.server.address().port }));
// Ends with whoever started it.
createInterface({ input: process.stdin }).on("close", () => process.exit(0));
