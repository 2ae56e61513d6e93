/* Partners, the administrator's pages: who is admitted, by which keys, since when, until when; a key is shown once, to who made it. */
#include "channels.h"

struct partner { str partenaire; };
struct add { str code, nom, client, service, application; int64_t par_minute; };
struct new_key { str partenaire, etiquette; int64_t jours; };
struct key { str partenaire; int64_t cle; };
struct suspend { str partenaire, geste, motif; };

static const struct field PARTNER[] = { FIELD_TEXT(struct partner, partenaire, 40), FIELDS_END };
static const struct field ADD[] = { FIELD_TEXT(struct add, code, 40), FIELD_TEXT(struct add, nom, 120), FIELD_TEXT(struct add, client, 120), FIELD_TEXT(struct add, service, 120),
	FIELD_TEXT(struct add, application, 120), OPTIONAL_INT(struct add, par_minute, 1, 6000), FIELDS_END };
static const struct field NEW_KEY[] = { FIELD_TEXT(struct new_key, partenaire, 40), FIELD_TEXT(struct new_key, etiquette, 60), FIELD_INT(struct new_key, jours, 1, 730), FIELDS_END };
static const struct field KEY[] = { FIELD_TEXT(struct key, partenaire, 40), FIELD_ID(struct key, cle), FIELDS_END };
static const struct field SUSPEND[] = { FIELD_TEXT(struct suspend, partenaire, 40), FIELD_CHOICE(struct suspend, geste, "suspendre|reprendre"),
	OPTIONAL_TEXT(struct suspend, motif, 200), FIELDS_END };

static const struct query LIST = { "select * from channels_api.partner_list()", .takes = NULL, .shows = "PARTNERS" };
static const struct query ONE = { "select * from channels_api.partner_one($1)", .takes = "partenaire", .shows = "." };
static const struct query KEYS = { "select * from channels_api.partner_keys($1)", .takes = "partenaire", .shows = "KEYS" };
static const struct query ADD_ONE = { "select channels_api.add_partner($1, $2, $3, $4, $5, $6::int) as location" };
static const struct query MAKE_KEY = { "select * from channels_api.new_key($1, $2, $3::int, $4)", .takes = NULL, .shows = "." };
static const struct query REVOKE_KEY = { "select channels_api.revoke_key($1, $2) as location", .takes = "partenaire cle" };
static const struct query SUSPEND_IT = { "select channels_api.suspend_partner($1, $2, $3) as location", .takes = "partenaire geste motif" };

static struct problem
add_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct add *in = input;

	(void)req;
	ASK(batch, &ADD_ONE, ARG(in->code), ARG(in->nom), ARG(in->client), ARG(in->service), ARG(in->application), ARG_ID(in->par_minute));
	return NO_PROBLEM;
}

/* The key is this request's fresh bytes: known here, to the browser, and nowhere else. */
static str
fresh_key(const struct request *req)
{
	return arena_format(req->arena, "gp_%.*s", STR_ARGS(req->fresh));
}

static struct problem
key_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct new_key *in = input;

	ASK(batch, &MAKE_KEY, ARG(in->partenaire), ARG(in->etiquette), ARG(in->jours), ARG(fresh_key(req)));
	return NO_PROBLEM;
}

static struct reply
key_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	page_bind_row(page, req->arena, results_of(got, &MAKE_KEY), 0);
	page_text(page, MARK("KEY_SHOWN"), fresh_key(req));
	return reply_page();
}

#define PLACE "/partenaires/{partenaire}"

static const struct route routes[] = {
	{ METHOD_GET, "/partenaires", &ACCOUNTS_ADMIN, QUERIES(&LIST), .page = "channels/partners" },
	{ METHOD_POST, "/partenaires", &ACCOUNTS_ADMIN, INPUT(struct add, ADD), add_ask, QUERIES(&ADD_ONE), .on_problem = "/partenaires", .done = "/partenaires" },
	{ METHOD_GET, PLACE, &ACCOUNTS_ADMIN, INPUT(struct partner, PARTNER), QUERIES(&ONE, &KEYS), .page = "channels/partner" },
	{ METHOD_POST, PLACE "/cle", &ACCOUNTS_ADMIN, INPUT(struct new_key, NEW_KEY), key_ask, QUERIES(&MAKE_KEY), .answer = key_answer, .page = "channels/partner-key",
	  .on_problem = PLACE, .flags = ROUTE_NO_KEY },
	{ METHOD_POST, PLACE "/cles/{cle}/retrait", &ACCOUNTS_ADMIN, INPUT(struct key, KEY), QUERIES(&REVOKE_KEY), .on_problem = PLACE, .done = PLACE },
	{ METHOD_POST, PLACE "/etat", &ACCOUNTS_ADMIN, INPUT(struct suspend, SUSPEND), QUERIES(&SUSPEND_IT), .on_problem = PLACE, .done = PLACE },
	ROUTES_END,
};
const struct service channels_partners_service = { "channels", routes };
