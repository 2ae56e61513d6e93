// The peer of the measurements: what a careful Node team would write. Fastify, two workers, no log line, no compression.
// PEER_DATA says where the data come from: ./data.js (plain SQL) or ./guarded.js (under row security, as the portal).
import cluster from "node:cluster";

if (cluster.isPrimary) {
	for (let i = 0; i < 2; i++) cluster.fork();
	process.on("SIGTERM", () => process.exit(0));
} else {
	const [{ default: fastify }, { load }, { page }] = await Promise.all([import("fastify"), import(process.env.PEER_DATA), import("./page.js")]);
	const app = fastify();
	app.get("/healthz", async () => "ok\n");
	app.get("/carriere", async (request, reply) => {
		const token = /(?:^|; *)guichet=([0-9a-f]{64})/.exec(request.headers.cookie ?? "")?.[1];
		const found = token === undefined ? null : await load(token);
		if (found === null) return reply.redirect("/connexion");
		reply.headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff",
			"content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'",
			"referrer-policy": "same-origin" });
		return page(found);
	});
	await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT) });
}
