/* The second factor: the code of the telephone asked after the password, and putting it in place, which staff must and
 * others may. A session that owes it can open nothing but these pages. */
#include "accounts/screens.h"

#define PENDING_PLACE "/connexion/second-facteur"
#define OWN_PLACE     "/compte/second-facteur"

struct code {
	str code, secours, suite;
};
static const struct field CODE_PAGE[] = { OPTIONAL_TEXT(struct code, suite, 8000), FIELDS_END };
static const struct field CODE[] = { OPTIONAL_CODE(struct code, code, 6), OPTIONAL_TEXT(struct code, secours, 40),
	OPTIONAL_TEXT(struct code, suite, 8000), FIELDS_END };
struct sent {
	int64_t demande;
	str cle, code;
};
static const struct field SENT[] = { FIELD_ID(struct sent, demande), FIELD_TEXT(struct sent, cle, 64), FIELD_CODE(struct sent, code, 6), FIELDS_END };
static const struct field FIRST_CODE[] = { FIELD_CODE(struct code, code, 6), OPTIONAL_TEXT(struct code, suite, 8000), FIELDS_END };

static const struct query PENDING = { "select * from accounts_api.pending()" };
static const struct query MATERIAL = { "select * from accounts_api.second_factor_material($1)" };
static const struct query SECOND = { "select * from accounts_api.second_factor($1, $2, $3, $4, $5, $6)" };
static const struct query ENROLMENT = { "select * from accounts_api.enrolment()" };
static const struct query START = { "select * from accounts_api.start_enrolment($1, $2, $3)" };
static const struct query PROVE = { "select * from accounts_api.prove_code($1, $2, $3, 'second')" };
static const struct query ENROL_MATERIAL = { "select * from accounts_api.enrolment_material()" };
static const struct query ENROL = { "select * from accounts_api.enrol($1, $2, $3, $4, $5, $6)" };

/* ---- the code at each sign-in ---- */

static struct reply
code_page(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct code *in = input;

	if (!rows_bool(results_of(got, &PENDING), 0, "enrolled"))
		return see_other_then(req, PENDING_PLACE, in->suite);
	show_back(page, in->suite);
	return reply_page();
}

static struct problem
code_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct code *in = input;

	if (str_empty(in->code) && str_empty(in->secours))
		return problem_input("code", "field.required");
	ASK(batch, &MATERIAL, ARG(recovery_hash(req->arena, in->secours)));
	return NO_PROBLEM;
}

static struct problem
code_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct code *in = input;
	const struct rows *material = results_of(got, &MATERIAL);
	int64_t step = totp_step(rows_text(material, 0, "secret"), in->code, rows_int(material, 0, "last_step"), now_seconds(req));
	struct problem wait = wait_problem(req, material);

	if (wait.kind != PROBLEM_NONE) {
		wait.text = "accounts.second_over";
		return wait;
	}
	if (step == 0 && !rows_bool(material, 0, "recovery_good"))
		return str_empty(in->code) ? problem_input("secours", "accounts.recovery_wrong") : problem_input("code", "accounts.code_wrong");
	ASK(batch, &SECOND, ARG_ID(step), ARG(recovery_hash(req->arena, in->secours)), ARG(req->fresh), ARG(req->address), ARG(req->device), ARG(req->visit));
	return NO_PROBLEM;
}

static struct reply
code_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct code *in = input;

	(void)page;
	return session_reply(req, results_of(got, &SECOND), in->suite);
}

/* ---- a contact first: a password alone puts nothing in place ---- */

static struct problem
contact_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)input;
	ASK(batch, &START, ARG(req->address), ARG(fresh_half(req->arena, req->fresh)), ARG(fresh_code(req->arena, req->fresh)));
	return NO_PROBLEM;
}

static struct problem
contact_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	(void)input;
	(void)batch;
	return wait_problem(req, results_of(got, &START));
}

static struct reply
contact_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	show_code_step(req, page, PENDING_PLACE, rows_int(results_of(got, &START), 0, "code_id"));
	return reply_page();
}

static struct reply
sent_page(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)got;
	if (req->problem_count == 0)
		return reply_see_other(req, PENDING_PLACE "/contact");
	show_code_step(req, page, PENDING_PLACE, 0);
	return reply_page();
}

static struct problem
sent_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct sent *in = input;

	(void)req;
	ASK(batch, &PROVE, ARG(in->demande), ARG(in->cle), ARG(in->code));
	return NO_PROBLEM;
}

static struct problem
sent_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	(void)req;
	(void)input;
	(void)batch;
	return code_problem(results_of(got, &PROVE));
}

static struct reply
sent_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)got;
	(void)page;
	return reply_see_other(req, PENDING_PLACE);
}

/* ---- putting it in place ---- */

static bool
is_own(const struct request *req)
{
	return req->route->permission == &ACCOUNT_OWN;
}

static struct reply
enrol_page(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct code *in = input;
	const struct rows *rows = results_of(got, &ENROLMENT);
	str secret = rows_text(rows, 0, "secret");

	if (rows_bool(rows, 0, "enrolled"))
		return is_own(req) ? reply_see_other(req, "/compte") : see_other_then(req, "/connexion/code", in->suite);
	if (is_own(req) && !rows_bool(rows, 0, "fresh"))
		return ask_proof(req, OWN_PLACE);
	if (!rows_bool(rows, 0, "proved"))
		return reply_see_other(req, PENDING_PLACE "/contact");
	page_text(page, MARK("PLACE"), str_of(is_own(req) ? OWN_PLACE : PENDING_PLACE));
	page_text(page, MARK("SECRET_TEXT"), totp_grouped(req->arena, secret));
	page_text(page, MARK("ACCOUNT_TEXT"), rows_text(rows, 0, "account"));
	page_show(page, rows_bool(rows, 0, "staff") ? MARK("STAFF") : MARK("NO_STAFF"));
	show_back(page, in->suite);
	return reply_page();
}

static struct reply
qr_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &ENROLMENT);
	str svg = NO_STR;

	(void)input;
	(void)page;
	if (!rows_bool(rows, 0, "enrolled") && (!is_own(req) || rows_bool(rows, 0, "fresh")))
		svg = qr_svg(totp_address(req->arena, rows_text(rows, 0, "secret"), rows_text(rows, 0, "account")));
	if (svg.at == NULL)
		return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
	return reply_file(svg, STR("image/svg+xml"), NO_STR);
}

static struct problem
enrol_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	(void)input;
	ASK_PLAIN(batch, &ENROL_MATERIAL);
	return NO_PROBLEM;
}

static struct problem
enrol_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct code *in = input;
	const struct rows *material = results_of(got, &ENROL_MATERIAL);
	int64_t step = totp_step(rows_text(material, 0, "secret"), in->code, 0, now_seconds(req));
	struct problem wait = wait_problem(req, material);

	if (wait.kind != PROBLEM_NONE)
		return wait;
	if (rows_count(material) == 0)
		return problem_of(PROBLEM_CONFLICT, "accounts.enrolled_already");
	if (step == 0)
		return problem_input("code", "accounts.code_wrong");
	ASK(batch, &ENROL, ARG(step), ARG(recovery_hashes(req->arena, req->fresh)), ARG(fresh_token(req->arena, req->fresh)), ARG(req->address), ARG(req->device), ARG(req->visit));
	return NO_PROBLEM;
}

static struct reply
enrol_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct code *in = input;

	(void)got;
	show_recovery_codes(req, page, is_own(req) ? STR("/compte") : own_path(in->suite, STR("/entree")));
	return reply_with_session(reply_page(), fresh_token(req->arena, req->fresh));
}

static const struct route routes[] = {
	{ METHOD_GET, "/connexion/code", &ACCOUNT_SECOND_FACTOR, INPUT(struct code, CODE_PAGE), QUERIES(&PENDING), .answer = code_page,
	  .page = "accounts/second-factor" },
	{ METHOD_POST, "/connexion/code", &ACCOUNT_SECOND_FACTOR, INPUT(struct code, CODE), .ask = code_ask, QUERIES(&MATERIAL, &SECOND),
	  .then = code_then, .answer = code_answer, .on_problem = "/connexion/code", .flags = ROUTE_NO_KEY },
	{ METHOD_GET, PENDING_PLACE "/contact", &ACCOUNT_SECOND_FACTOR, .page = "accounts/enrolment-contact" },
	{ METHOD_POST, PENDING_PLACE "/contact", &ACCOUNT_SECOND_FACTOR, .ask = contact_ask, QUERIES(&START), .then = contact_then,
	  .answer = contact_answer, .page = "accounts/code", .flags = ROUTE_NO_KEY },
	{ METHOD_GET, PENDING_PLACE "/code", &ACCOUNT_SECOND_FACTOR, .answer = sent_page, .page = "accounts/code" },
	{ METHOD_POST, PENDING_PLACE "/code", &ACCOUNT_SECOND_FACTOR, INPUT(struct sent, SENT), .ask = sent_ask, QUERIES(&PROVE), .then = sent_then,
	  .answer = sent_answer, .on_problem = PENDING_PLACE "/code", .flags = ROUTE_NO_KEY },
	{ METHOD_GET, PENDING_PLACE, &ACCOUNT_SECOND_FACTOR, INPUT(struct code, CODE_PAGE), QUERIES(&ENROLMENT), .answer = enrol_page,
	  .page = "accounts/enrolment", .flags = ROUTE_RECORDS },
	{ METHOD_GET, PENDING_PLACE "/qr.svg", &ACCOUNT_SECOND_FACTOR, QUERIES(&ENROLMENT), .answer = qr_answer, .flags = ROUTE_RECORDS },
	{ METHOD_POST, PENDING_PLACE, &ACCOUNT_SECOND_FACTOR, INPUT(struct code, FIRST_CODE), .ask = enrol_ask, QUERIES(&ENROL_MATERIAL, &ENROL),
	  .then = enrol_then, .answer = enrol_answer, .page = "accounts/recovery-codes", .on_problem = PENDING_PLACE, .flags = ROUTE_NO_KEY },
	{ METHOD_GET, OWN_PLACE, &ACCOUNT_OWN, INPUT(struct code, CODE_PAGE), QUERIES(&ENROLMENT), .answer = enrol_page,
	  .page = "accounts/enrolment", .flags = ROUTE_RECORDS },
	{ METHOD_GET, OWN_PLACE "/qr.svg", &ACCOUNT_OWN, QUERIES(&ENROLMENT), .answer = qr_answer, .flags = ROUTE_RECORDS },
	{ METHOD_POST, OWN_PLACE, &ACCOUNT_OWN, INPUT(struct code, FIRST_CODE), .ask = enrol_ask, QUERIES(&ENROL_MATERIAL, &ENROL),
	  .then = enrol_then, .answer = enrol_answer, .page = "accounts/recovery-codes", .on_problem = OWN_PLACE, .flags = ROUTE_NO_KEY },
	ROUTES_END,
};
const struct service accounts_second_factor_service = { "accounts", routes };
