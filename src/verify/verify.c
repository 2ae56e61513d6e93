/* What anybody may ask of a sealed paper, without a name: the public keys, the state of a document, the page that a QR opens (it
 * does its work in the browser), and the form for a code typed by hand. */
#include <stdlib.h>

#include "guichet/app.h"

static const struct query KEYS = { "select * from verify_api.keys()" };

struct by_code { str code; };
static const struct field BY_CODE[] = { FIELD_TEXT(struct by_code, code, 40), FIELDS_END };
static const struct query DOCUMENT = { "select * from verify_api.by_code($1, $2)", .takes = "code @address" };

struct by_file { str empreinte; };
static const struct field BY_FILE[] = { FIELD_TEXT(struct by_file, empreinte, 80), FIELDS_END };
static const struct query FILE_HASH = { "select * from verify_api.by_file($1, $2)", .takes = "empreinte @address" };

struct typed { str acte; };
static const struct field TYPED[] = { OPTIONAL_TEXT(struct typed, acte, 200), FIELDS_END };
static const struct query SEARCH = { "select * from verify_api.search($1, $2)" };
static const struct query FACTS = { "select * from verify_api.facts($1)" };

static struct reply
json_reply(const struct request *req, str body, str type)
{
	const str line = arena_format(req->arena, "%.*s\n", STR_ARGS(body));

	return reply_file((str){ strdup(line.at), line.len }, type, NO_STR);
}

/* For five minutes in caches: a page that meets a newer key asks past them. */
static struct reply
keys_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	struct reply reply = json_reply(req, rows_text(results_of(got, &KEYS), 0, "body"), STR("application/jwk-set+json"));

	(void)input;
	(void)page;
	reply.fresh_seconds = 300;
	return reply;
}

static struct problem
wait_problem(const struct request *req, int64_t seconds)
{
	struct problem problem = problem_of(PROBLEM_TOO_MANY, "verify.wait");

	problem.detail = arena_format(req->arena, "%lld", (long long)seconds);
	return problem;
}

static struct reply
state_reply(const struct request *req, const struct rows *rows)
{
	const int64_t wait = rows_int(rows, 0, "wait");
	const str body = rows_text(rows, 0, "body");

	if (wait > 0)
		return reply_problem(wait_problem(req, wait));
	return body.at == NULL ? reply_problem(problem_of(PROBLEM_MISSING, "verify.unknown")) : json_reply(req, body, STR("application/json"));
}

static struct reply
document_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return state_reply(req, results_of(got, &DOCUMENT));
}

static struct reply
file_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return state_reply(req, results_of(got, &FILE_HASH));
}

/* Nothing typed: the form alone, and nothing is asked. */
static struct problem
typed_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct typed *in = input;

	if (str_empty(in->acte))
		return NO_PROBLEM;
	ASK(batch, &SEARCH, ARG(in->acte), ARG(req->address));
	ASK(batch, &FACTS, ARG(in->acte));
	return NO_PROBLEM;
}

static void
show_found(const struct request *req, const struct results *got, struct page *page)
{
	const struct rows *found = results_of(got, &SEARCH);
	const size_t count = rows_count(found);
	size_t i;

	if (count == 0) {
		page_show(page, MARK("UNKNOWN"));
	} else if (count == 1) {
		struct page *one = page_row(page, MARK("FOUND"));

		page_bind_row(one, req->arena, found, 0);
		page_bind(one, req->arena, "FACTS", results_of(got, &FACTS));
	} else {
		struct page *many = page_row(page, MARK("MANY"));

		page_int(many, MARK("MANY_COUNT"), (int64_t)count);
		for (i = 0; i < count; i++)
			page_bind_row(page_row(many, MARK("DOCUMENTS")), req->arena, found, i);
	}
}

static struct reply
typed_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct typed *in = input;
	const int64_t wait = rows_int(results_of(got, &SEARCH), 0, "wait");

	page_text(page, MARK("ACTE_VALUE"), in->acte.at == NULL ? STR("") : in->acte);
	if (wait > 0)
		return reply_problem(wait_problem(req, wait));
	if (str_empty(in->acte))
		page_show(page, MARK("NOTHING_TYPED"));
	else {
		page_show(page, MARK("ASKED"));
		show_found(req, got, page);
	}
	return reply_page();
}

/* The commands of that page name this portal. */
static struct reply
how_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)got;
	page_text(page, MARK("ORIGIN"), str_of(req->origin));
	return reply_page();
}

static const struct route routes[] = {
	{ METHOD_GET, "/.well-known/jwks.json", &PUBLIC, QUERIES(&KEYS), .answer = keys_answer, .flags = ROUTE_MACHINE },
	{ METHOD_GET, "/api/v1/documents/{code}", &PUBLIC, INPUT(struct by_code, BY_CODE), QUERIES(&DOCUMENT), .answer = document_answer,
	  .flags = ROUTE_MACHINE | ROUTE_RECORDS },
	{ METHOD_GET, "/api/v1/empreintes/{empreinte}", &PUBLIC, INPUT(struct by_file, BY_FILE), QUERIES(&FILE_HASH), .answer = file_answer,
	  .flags = ROUTE_MACHINE | ROUTE_RECORDS },
	{ METHOD_GET, "/v", &PUBLIC, .page = "verify/seal" },
	{ METHOD_GET, "/verifier", &PUBLIC, INPUT(struct typed, TYPED), .ask = typed_ask, QUERIES(&SEARCH, &FACTS), .answer = typed_answer,
	  .page = "verify/search", .on_problem = "/verifier", .flags = ROUTE_RECORDS },
	{ METHOD_GET, "/verifier/comment", &PUBLIC, .answer = how_answer, .page = "verify/how" },
	ROUTES_END,
};
const struct service verify_service = { "verify", routes };
