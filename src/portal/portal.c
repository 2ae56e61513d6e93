/* The portal's own pages: home, help, rights, components; and the health of the daemon. */
#include "guichet/app.h"

#include <stdlib.h>

static const struct query ALIVE = { "select 1 as alive" };

static struct reply
healthz_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)req;
	(void)input;
	(void)got;
	(void)page;
	return reply_file((str){ strdup("ok\n"), 3 }, STR("text/plain; charset=utf-8"), NO_STR);
}

/* The letters that would have left, instead of a mail server: only in a demonstration. */
static const struct query OUTBOX = { "select * from portal_api.outbox()", .shows = "MESSAGES" };

static const struct route routes[] = {
	{ METHOD_GET, "/", &PUBLIC, .page = "portal/home" },
	{ METHOD_GET, "/aide", &PUBLIC, .page = "portal/help" },
	{ METHOD_GET, "/accessibilite", &PUBLIC, .page = "portal/accessibility" },
	{ METHOD_GET, "/donnees-personnelles", &PUBLIC, .page = "portal/privacy" },
	{ METHOD_GET, "/kit", &PUBLIC, .page = "portal/kit" },
	{ METHOD_GET, "/demo/boite-d-envoi", &PUBLIC, QUERIES(&OUTBOX), .page = "portal/outbox", .flags = ROUTE_DEMO },
	{ METHOD_GET, "/healthz", &PUBLIC, QUERIES(&ALIVE), .answer = healthz_answer, .flags = ROUTE_MACHINE },
	ROUTES_END,
};
const struct service portal_service = { "portal", routes };
