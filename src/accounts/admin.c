/* The administrator's pages: he finds accounts, starts and ends things, gives roles that a second one confirms.
 * He sees no file, no secret, no whole contact. */
#include "accounts/screens.h"

struct search { str q; };
struct one { int64_t compte, habilitation; };
struct grant { int64_t compte; str role; int64_t structure; struct date debut, fin; };

static const struct field SEARCH[] = { OPTIONAL_TEXT(struct search, q, 120), FIELDS_END };
static const struct field ONE_ACCOUNT[] = { FIELD_ID(struct one, compte), FIELDS_END };
static const struct field ONE_GRANT[] = { FIELD_ID(struct one, habilitation), FIELDS_END };
static const struct field GRANT[] = { FIELD_ID(struct grant, compte), FIELD_TEXT(struct grant, role, 40), OPTIONAL_ID(struct grant, structure),
	FIELD_DATE(struct grant, debut), FIELD_DATE(struct grant, fin), FIELDS_END };

static const struct query FIND = { "select * from accounts_api.search($1)", .takes = "q", .shows = "FOUND" };
static const struct query WAITING = { "select * from accounts_api.grants_waiting()", .shows = "GRANTS" };
static const struct query ACCOUNT = { "select * from accounts_api.account($1)", .takes = "compte", .shows = "." };
static const struct query GRANTS = { "select * from accounts_api.grants_of($1)", .takes = "compte", .shows = "GRANTS" };
static const struct query ROLES = { "select * from accounts_api.staff_roles()", .shows = "ROLE_CHOICES", .keeps = "role ROLE_CHOICES.ROLE_CODE" };
static const struct query STRUCTURES = { "select * from accounts_api.structures_open()", .shows = "STRUCTURE_CHOICES", .keeps = "structure STRUCTURE_CHOICES.STRUCTURE_ID" };
static const struct query RESET = { "select accounts_api.reset_by_admin($1)", .takes = "compte" };
static const struct query END_SESSIONS = { "select accounts_api.end_sessions_by_admin($1)", .takes = "compte" };
static const struct query CLOSE = { "select accounts_api.set_state($1, 'ferme')", .takes = "compte" };
static const struct query REOPEN = { "select accounts_api.set_state($1, 'actif')", .takes = "compte" };
static const struct query GRANT_ROLE = { "select accounts_api.grant_role($1, $2, $3, $4, $5)", .takes = "compte role structure debut fin" };
static const struct query CONFIRM = { "select accounts_api.confirm_grant($1)", .takes = "habilitation" };
static const struct query REVOKE = { "select accounts_api.revoke_grant($1)", .takes = "habilitation" };

static struct reply
search_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct search *in = input;
	struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (!str_empty(in->q)) {
		page_text(page, MARK("Q_VALUE"), in->q);
		page_show(page, MARK("ASKED"));
	}
	return reply_page();
}

/* Back to the account, with the sentence of what was done. */
static struct reply
to_account(const struct request *req, int64_t account, const char *done)
{
	return reply_see_other(req, "/comptes/%.*s?fait=%s", STR_ARGS(opaque_text(req->arena, account)), done);
}

static struct reply
one_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct one *in = input;

	(void)page;
	return to_account(req, in->compte, results_of(got, &RESET) != NULL ? "reinitialisation" : results_of(got, &END_SESSIONS) != NULL ? "sessions_fin" :
	                  results_of(got, &CLOSE) != NULL ? "fermeture" : "reouverture");
}

static struct reply
grant_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct grant *in = input;

	(void)got;
	(void)page;
	return to_account(req, in->compte, "habilitation");
}

static const struct route routes[] = {
	{ METHOD_GET, "/comptes", &ACCOUNTS_ADMIN, INPUT(struct search, SEARCH), QUERIES(&FIND, &WAITING), .answer = search_answer,
	  .page = "accounts/admin-search", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/comptes/{compte}", &ACCOUNTS_ADMIN, INPUT(struct one, ONE_ACCOUNT), QUERIES(&ACCOUNT, &GRANTS, &ROLES, &STRUCTURES),
	  .page = "accounts/admin-account" },
	{ METHOD_POST, "/comptes/{compte}/reinitialisation", &ACCOUNTS_ADMIN, INPUT(struct one, ONE_ACCOUNT), QUERIES(&RESET), .answer = one_answer,
	  .done = "/comptes/{compte}" },
	{ METHOD_POST, "/comptes/{compte}/sessions", &ACCOUNTS_ADMIN, INPUT(struct one, ONE_ACCOUNT), QUERIES(&END_SESSIONS), .answer = one_answer,
	  .done = "/comptes/{compte}" },
	{ METHOD_POST, "/comptes/{compte}/fermeture", &ACCOUNTS_ADMIN, INPUT(struct one, ONE_ACCOUNT), QUERIES(&CLOSE), .answer = one_answer,
	  .done = "/comptes/{compte}" },
	{ METHOD_POST, "/comptes/{compte}/reouverture", &ACCOUNTS_ADMIN, INPUT(struct one, ONE_ACCOUNT), QUERIES(&REOPEN), .answer = one_answer,
	  .done = "/comptes/{compte}" },
	{ METHOD_POST, "/comptes/{compte}/roles", &ACCOUNTS_ADMIN, INPUT(struct grant, GRANT), QUERIES(&GRANT_ROLE), .answer = grant_answer,
	  .on_problem = "/comptes/{compte}", .done = "/comptes/{compte}?fait=habilitation" },
	{ METHOD_GET, "/habilitations", &ACCOUNTS_ADMIN, QUERIES(&WAITING), .page = "accounts/admin-grants" },
	{ METHOD_POST, "/habilitations/{habilitation}/confirmation", &ACCOUNTS_ADMIN, INPUT(struct one, ONE_GRANT), QUERIES(&CONFIRM),
	  .done = "/habilitations?fait=confirmation" },
	{ METHOD_POST, "/habilitations/{habilitation}/retrait", &ACCOUNTS_ADMIN, INPUT(struct one, ONE_GRANT), QUERIES(&REVOKE),
	  .done = "/habilitations?fait=retrait" },
	ROUTES_END,
};
const struct service accounts_admin_service = { "accounts", routes };
