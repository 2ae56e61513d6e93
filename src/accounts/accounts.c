/* A person's own account: who he is here, his contacts, roles and sessions, his password, his recovery codes.
 * What could take the account away from him asks for a secret given less than ten minutes ago. */
#include "accounts/screens.h"

struct proof { str mot_de_passe, code, suite; };
struct change { str actuel, mot_de_passe; };
struct one { int64_t session, contact; };
struct contact { str courriel, telephone; int64_t demande; str cle, code; };

static const struct field PROOF_PAGE[] = { OPTIONAL_TEXT(struct proof, suite, 8000), FIELDS_END };
static const struct field PROOF[] = { FIELD_SECRET(struct proof, mot_de_passe, 1, 256), OPTIONAL_CODE(struct proof, code, 6),
	OPTIONAL_TEXT(struct proof, suite, 8000), FIELDS_END };
static const struct field CHANGE[] = { FIELD_SECRET(struct change, actuel, 1, 256), FIELD_SECRET(struct change, mot_de_passe, 1, 256), FIELDS_END };
static const struct field ONE_SESSION[] = { FIELD_ID(struct one, session), FIELDS_END };
static const struct field ONE_CONTACT[] = { FIELD_ID(struct one, contact), FIELDS_END };
static const struct field CONTACT[] = { OPTIONAL_EMAIL(struct contact, courriel), OPTIONAL_PHONE(struct contact, telephone), FIELDS_END };
static const struct field CONTACT_CODE[] = { FIELD_ID(struct contact, demande), FIELD_TEXT(struct contact, cle, 64), FIELD_CODE(struct contact, code, 6), FIELDS_END };

static const struct query ME = { "select * from accounts_api.me()", .shows = "." };
static const struct query MY_CONTACTS = { "select * from accounts_api.my_contacts()", .shows = "CONTACTS" };
static const struct query MY_ROLES = { "select * from accounts_api.my_roles()", .shows = "ROLES" };
static const struct query MY_SESSIONS = { "select * from accounts_api.my_sessions()", .shows = "SESSIONS" };
static const struct query END_SESSION = { "select accounts_api.end_session($1)", .takes = "session" };
static const struct query END_OTHERS = { "select accounts_api.end_other_sessions()" };
static const struct query MY_SECRET = { "select * from accounts_api.my_secret()" };
static const struct query PROVE_ME = { "select accounts_api.prove($1, $2)" };
static const struct query CHANGE_PASSWORD = { "select accounts_api.change_password($1, $2, $3)" };
static const struct query SECOND_OFF = { "select accounts_api.second_factor_off()" };
static const struct query RENEW = { "select accounts_api.renew_recovery_codes($1)" };
static const struct query START_CONTACT = { "select * from accounts_api.start_contact($1, $2, $3, $4)" };
static const struct query PROVE = { "select * from accounts_api.prove_code($1, $2, $3, 'contact')" };
static const struct query FINISH_CONTACT = { "select accounts_api.finish_contact($1, $2)" };
static const struct query REMOVE_CONTACT = { "select accounts_api.remove_contact($1)", .takes = "contact" };

/* ---- a secret again ---- */

static struct reply
proof_page(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct proof *in = input;
	struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	show_back(page, in->suite);
	return reply_page();
}

static struct problem
secret_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	(void)input;
	ASK_PLAIN(batch, &MY_SECRET);
	return NO_PROBLEM;
}

static struct problem
proof_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct proof *in = input;
	const struct rows *mine = results_of(got, &MY_SECRET);
	struct problem wait = wait_problem(req, mine);
	str hash = rows_text(mine, 0, "password_hash"), secret = rows_text(mine, 0, "secret");
	int64_t step = totp_step(secret, in->code, rows_int(mine, 0, "last_step"), now_seconds(req));

	if (wait.kind != PROBLEM_NONE)
		return wait;
	if (!secret_fits(hash, in->mot_de_passe))
		return problem_input("mot_de_passe", "accounts.wrong_password");
	if (secret.at != NULL && step == 0)
		return problem_input("code", str_empty(in->code) ? "field.required" : "accounts.code_wrong");
	ASK(batch, &PROVE_ME, ARG(hash), ARG_ID(step));
	return NO_PROBLEM;
}

static struct reply
proof_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct proof *in = input;

	(void)got;
	(void)page;
	return reply_see_other(req, "%.*s", STR_ARGS(own_path(in->suite, STR("/compte"))));
}

/* ---- password ---- */

static struct problem
change_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct change *in = input;
	const struct rows *mine = results_of(got, &MY_SECRET);
	struct problem wait = wait_problem(req, mine);
	str old = rows_text(mine, 0, "password_hash"), hash;
	const char *refusal = secret_refusal(in->mot_de_passe, rows_text(mine, 0, "names"), rows_bool(mine, 0, "staff"));

	if (wait.kind != PROBLEM_NONE)
		return wait;
	if (refusal != NULL)
		return problem_input("mot_de_passe", refusal);
	if (!secret_fits(old, in->actuel))
		return problem_input("actuel", "accounts.wrong_password");
	hash = secret_hash(req->arena, in->mot_de_passe);
	if (hash.at == NULL)
		return problem_of(PROBLEM_BUSY, "problem.busy");
	ASK(batch, &CHANGE_PASSWORD, ARG(old), ARG(hash), ARG(req->fresh));
	return NO_PROBLEM;
}

static struct reply
change_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)got;
	(void)page;
	return reply_with_session(reply_see_other(req, "/compte?fait=mot_de_passe_change"), req->fresh);
}

/* ---- recovery codes ---- */

static struct problem
renew_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)input;
	ASK(batch, &RENEW, ARG(recovery_hashes(req->arena, req->fresh)));
	return NO_PROBLEM;
}

static struct reply
renew_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)got;
	show_recovery_codes(req, page, STR("/compte"));
	return reply_page();
}

/* ---- contacts ---- */

static struct reply
contact_page(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return rows_bool(results_of(got, &ME), 0, "fresh") ? reply_page() : ask_proof(req, "/compte/contacts");
}

static struct problem
contact_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct contact *in = input;
	str contact = str_empty(in->telephone) ? in->courriel : in->telephone;

	if (str_empty(contact))
		return problem_input("telephone", "accounts.contact_needed");
	ASK(batch, &START_CONTACT, ARG(contact), ARG(req->address), ARG(fresh_half(req->arena, req->fresh)), ARG(fresh_code(req->arena, req->fresh)));
	return NO_PROBLEM;
}

static struct problem
contact_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	(void)input;
	(void)batch;
	return wait_problem(req, results_of(got, &START_CONTACT));
}

static struct reply
contact_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	show_code_step(req, page, "/compte/contacts", rows_int(results_of(got, &START_CONTACT), 0, "code_id"));
	return reply_page();
}

static struct reply
contact_code_page(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)got;
	if (req->problem_count == 0)
		return reply_see_other(req, "/compte/contacts");
	show_code_step(req, page, "/compte/contacts", 0);
	return reply_page();
}

static struct problem
contact_code_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct contact *in = input;

	(void)req;
	ASK(batch, &PROVE, ARG(in->demande), ARG(in->cle), ARG(in->code));
	return NO_PROBLEM;
}

static struct problem
contact_code_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct contact *in = input;
	struct problem problem = code_problem(results_of(got, &PROVE));

	(void)req;
	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK(batch, &FINISH_CONTACT, ARG(in->demande), ARG(in->cle));
	return NO_PROBLEM;
}

static struct reply
contact_code_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)got;
	(void)page;
	return reply_see_other(req, "/compte?fait=contact");
}

static const struct route routes[] = {
	{ METHOD_GET, "/compte", &ACCOUNT_OWN, QUERIES(&ME, &MY_CONTACTS, &MY_ROLES, &MY_SESSIONS), .page = "accounts/account" },
	{ METHOD_GET, "/compte/preuve", &ACCOUNT_OWN, INPUT(struct proof, PROOF_PAGE), QUERIES(&ME), .answer = proof_page, .page = "accounts/proof" },
	{ METHOD_POST, "/compte/preuve", &ACCOUNT_OWN, INPUT(struct proof, PROOF), .ask = secret_ask, QUERIES(&MY_SECRET, &PROVE_ME), .then = proof_then,
	  .answer = proof_answer, .on_problem = "/compte/preuve", .flags = ROUTE_NO_KEY, .queue = QUEUE_HASH },
	{ METHOD_GET, "/compte/mot-de-passe", &ACCOUNT_OWN, QUERIES(&ME), .page = "accounts/change-password" },
	{ METHOD_POST, "/compte/mot-de-passe", &ACCOUNT_OWN, INPUT(struct change, CHANGE), .ask = secret_ask, QUERIES(&MY_SECRET, &CHANGE_PASSWORD),
	  .then = change_then, .answer = change_answer, .on_problem = "/compte/mot-de-passe", .flags = ROUTE_NO_KEY, .queue = QUEUE_HASH },
	{ METHOD_POST, "/compte/second-facteur/arret", &ACCOUNT_OWN, QUERIES(&SECOND_OFF), .done = "/compte?fait=second_arret" },
	{ METHOD_POST, "/compte/codes-de-secours", &ACCOUNT_OWN, .ask = renew_ask, QUERIES(&RENEW), .answer = renew_answer,
	  .page = "accounts/recovery-codes", .done = "/compte" },
	{ METHOD_POST, "/compte/sessions/fin", &ACCOUNT_OWN, QUERIES(&END_OTHERS), .done = "/compte?fait=sessions" },
	{ METHOD_POST, "/compte/sessions/{session}/fin", &ACCOUNT_OWN, INPUT(struct one, ONE_SESSION), QUERIES(&END_SESSION), .done = "/compte?fait=session" },
	{ METHOD_GET, "/compte/contacts", &ACCOUNT_OWN, QUERIES(&ME), .answer = contact_page, .page = "accounts/contact" },
	{ METHOD_POST, "/compte/contacts", &ACCOUNT_OWN, INPUT(struct contact, CONTACT), .ask = contact_ask, QUERIES(&START_CONTACT), .then = contact_then,
	  .answer = contact_answer, .page = "accounts/code", .on_problem = "/compte/contacts", .flags = ROUTE_NO_KEY },
	{ METHOD_GET, "/compte/contacts/code", &ACCOUNT_OWN, .answer = contact_code_page, .page = "accounts/code" },
	{ METHOD_POST, "/compte/contacts/code", &ACCOUNT_OWN, INPUT(struct contact, CONTACT_CODE), .ask = contact_code_ask, QUERIES(&PROVE, &FINISH_CONTACT),
	  .then = contact_code_then, .answer = contact_code_answer, .on_problem = "/compte/contacts/code", .flags = ROUTE_NO_KEY },
	{ METHOD_POST, "/compte/contacts/{contact}/retrait", &ACCOUNT_OWN, INPUT(struct one, ONE_CONTACT), QUERIES(&REMOVE_CONTACT), .done = "/compte?fait=contact_retire" },
	ROUTES_END,
};
const struct service accounts_service = { "accounts", routes };
