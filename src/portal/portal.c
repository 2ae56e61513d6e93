/* The portal's own pages: home, help, rights, components; and the health of the daemon. */
#include <stdlib.h>

#include "portal/journal.h"

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

/* Where a person's day begins: a clerk among the files, an agent in his own. */
static struct reply
entry_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	static const struct { const struct permission *permission; const char *path; } FIRST[] = {
		{ &CAREER_CONSULT, "/agents" }, { &REQUESTS_DESK, "/corbeilles" }, { &JOURNAL_INSPECT, "/journal" }, { &ACCOUNTS_ADMIN, "/comptes" }, { &CAREER_OWN, "/carriere" },
	};
	size_t i;

	(void)input;
	(void)got;
	(void)page;
	for (i = 0; i < sizeof(FIRST) / sizeof(FIRST[0]); i++)
		if ((req->who->permissions >> FIRST[i].permission->bit & 1) != 0)
			return reply_see_other(req, "%s", FIRST[i].path);
	return reply_see_other(req, "/compte");
}

/* The letters that would have left, instead of a mail server: only in a demonstration. */
static const struct query OUTBOX = { "select * from portal_api.outbox()", .shows = "MESSAGES" };

/* The home page: what happens in a life, and what the ministry keeps of its promises. */
static const struct query HOME_EVENTS = { "select * from services_api.events()", .takes = NULL, .shows = "EVENTS" };
static const struct query HOME_DELAYS = { "select * from requests_api.shown_delays()", .takes = NULL, .shows = "DELAYS" };

static const struct route routes[] = {
	{ METHOD_GET, "/", &PUBLIC, QUERIES(&HOME_EVENTS, &HOME_DELAYS), .page = "portal/home" },
	{ METHOD_GET, "/entree", &ACCOUNT_OWN, .answer = entry_answer },
	{ METHOD_GET, "/aide", &PUBLIC, .page = "portal/help" },
	{ METHOD_GET, "/accessibilite", &PUBLIC, .page = "portal/accessibility" },
	{ METHOD_GET, "/donnees-personnelles", &PUBLIC, .page = "portal/privacy" },
	{ METHOD_GET, "/kit", &PUBLIC, .page = "portal/kit" },
	{ METHOD_GET, "/demo/boite-d-envoi", &PUBLIC, QUERIES(&OUTBOX), .page = "portal/outbox", .flags = ROUTE_DEMO },
	{ METHOD_GET, "/journal", &JOURNAL_INSPECT, INPUT(struct journal_input, JOURNAL_FIELDS), QUERIES(&JOURNAL_VIEWS), .answer = journal_answer,
	  .page = "portal/journal", .on_problem = "/journal", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/journal/operations", &JOURNAL_INSPECT, INPUT(struct journal_input, JOURNAL_FIELDS), QUERIES(&JOURNAL_DEEDS),
	  .answer = journal_answer, .page = "portal/deeds", .on_problem = "/journal/operations", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/healthz", &PUBLIC, QUERIES(&ALIVE), .answer = healthz_answer, .flags = ROUTE_MACHINE },
	ROUTES_END,
};
const struct service portal_service = { "portal", routes };
