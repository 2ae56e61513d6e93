/* The catalogue: services by theme, by event of life and by words, their sheets, and who publishes them. */
#include "guichet/app.h"

struct browse { str q; str theme; str evenement; str structure; };
static const struct field BROWSE[] = {
	OPTIONAL_TEXT(struct browse, q, 100), OPTIONAL_TEXT(struct browse, theme, 40), OPTIONAL_TEXT(struct browse, evenement, 40),
	OPTIONAL_TEXT(struct browse, structure, 40), FIELDS_END };
struct one { str service; };
static const struct field ONE[] = { FIELD_TEXT(struct one, service, 60), FIELDS_END };
struct publish { str service; str geste; str motif; };
static const struct field PUBLISH_INPUT[] = {
	FIELD_TEXT(struct publish, service, 60), FIELD_CHOICE(struct publish, geste, "publier|retirer"), OPTIONAL_TEXT(struct publish, motif, 200), FIELDS_END };
struct old { int64_t fiche; };
static const struct field OLD[] = { FIELD_ID(struct old, fiche), FIELDS_END };

static const struct query CATALOGUE = { "select * from services_api.catalogue($1, $2, $3)", .takes = "theme evenement structure", .shows = "SERVICES" };
static const struct query FOUND = { "select * from services_api.found($1)", .takes = "q", .shows = "FOUND" };
static const struct query HEADING = { "select * from services_api.heading($1, $2, $3)", .takes = "theme evenement structure", .shows = "." };
static const struct query THEMES = { "select * from services_api.themes()", .takes = NULL, .shows = "THEMES" };
static const struct query EVENTS = { "select * from services_api.events()", .takes = NULL, .shows = "EVENTS" };
static const struct query SHARE = { "select * from services_api.online_share()", .takes = NULL, .shows = "." };
static const struct query SHEET = { "select * from services_api.sheet($1)", .takes = "service", .shows = "." };
static const struct query PIECES = { "select * from services_api.pieces_of($1)", .takes = "service", .shows = "PIECES" };
static const struct query DELAY = { "select * from services_api.delay_of($1)", .takes = "service", .shows = "DELAY" };
static const struct query OLD_SHEET = { "select * from services_api.old_sheet($1)", .takes = "fiche", .shows = "." };
static const struct query OLD_LINES = { "select * from services_api.old_sheet_lines($1)", .takes = "fiche", .shows = "LINES" };
static const struct query MANAGED = { "select * from services_api.managed()", .takes = NULL, .shows = "SERVICES" };
static const struct query HISTORY = { "select * from services_api.history($1)", .takes = "service", .shows = "HISTORY" };
static const struct query PUBLISH = { "select * from services_api.publish($1, $2, $3)", .takes = "service geste motif" };

/* Words typed turn the page into a list of what they found; the rest of the page is not asked then. */
static struct problem
browse_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct browse *in = input;

	(void)req;
	ASK(batch, &HEADING, ARG(in->theme), ARG(in->evenement), ARG(in->structure));
	if (!str_empty(in->q)) {
		ASK(batch, &FOUND, ARG(in->q));
		return NO_PROBLEM;
	}
	ASK(batch, &CATALOGUE, ARG(in->theme), ARG(in->evenement), ARG(in->structure));
	ASK_PLAIN(batch, &SHARE);
	if (str_empty(in->theme) && str_empty(in->evenement) && str_empty(in->structure))
		ASK_PLAIN(batch, &EVENTS);
	ASK_PLAIN(batch, &THEMES);
	return NO_PROBLEM;
}

static struct reply
browse_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct browse *in = input;
	const struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	page_text(page, MARK("Q_VALUE"), in->q);
	page_show(page, str_empty(in->q) ? MARK("BROWSING") : MARK("SEARCHED"));
	return reply_page();
}

static const struct route routes[] = {
	{ METHOD_GET, "/demarches", &PUBLIC, INPUT(struct browse, BROWSE), browse_ask, QUERIES(&HEADING, &FOUND, &CATALOGUE, &SHARE, &EVENTS, &THEMES),
	  .answer = browse_answer, .page = "services/catalogue" },
	{ METHOD_GET, "/demarches/{service}", &PUBLIC, INPUT(struct one, ONE), QUERIES(&SHEET, &PIECES, &DELAY), .page = "services/sheet" },
	{ METHOD_GET, "/demarches/fiches/{fiche}", &PUBLIC, INPUT(struct old, OLD), QUERIES(&OLD_SHEET, &OLD_LINES), .page = "services/old-sheet" },
	{ METHOD_GET, "/catalogue", &SERVICES_MANAGE, QUERIES(&SHARE, &MANAGED), .page = "services/managed" },
	{ METHOD_GET, "/catalogue/{service}", &SERVICES_MANAGE, INPUT(struct one, ONE), QUERIES(&SHEET, &HISTORY), .page = "services/publish" },
	{ METHOD_POST, "/catalogue/{service}", &SERVICES_MANAGE, INPUT(struct publish, PUBLISH_INPUT), QUERIES(&PUBLISH),
	  .on_problem = "/catalogue/{service}", .done = "/catalogue/{service}" },
	ROUTES_END,
};
const struct service services_service = { "services", routes };
