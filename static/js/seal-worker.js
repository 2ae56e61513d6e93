// Lets /v open without a network, once it was opened with one. It answers for that page and its files only; what is kept, the page
// itself put there (seal.js).
const PAGE = "/v", PATIENCE = 4000;
const kept = (request) => caches.match(request, { ignoreVary: true, ignoreSearch: true });

// The portal's own page, unless it does not come in time.
async function page(request) {
	const late = new Promise((give) => setTimeout(give, PATIENCE));
	const fresh = fetch(request).catch(() => null);
	const first = await Promise.race([fresh, late]);
	if (first && first.status < 500)
		return first;
	return (await kept(PAGE)) ?? (await fresh) ?? Response.error();
}

const file = async (request) => (await kept(request)) ?? fetch(request);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
	const { pathname, origin } = new URL(event.request.url);
	if (event.request.method !== "GET" || origin !== self.location.origin)
		return;
	if (event.request.mode === "navigate" && pathname === PAGE)
		event.respondWith(page(event.request));
	else if (pathname.startsWith("/static/"))
		event.respondWith(file(event.request));
});
