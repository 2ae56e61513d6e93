/* Signing in by login and password, and signing out.
 *
 * One request, two transactions: the first counts the try and gives a hash (somebody's, or nobody's), Argon2 runs between
 * them, the second opens the session. A wrong password never reaches the second: its try stays counted. */
#include "accounts/screens.h"

struct sign_in {
	str identifiant, mot_de_passe, suite;
};
static const struct field SIGN_IN_PAGE[] = { OPTIONAL_TEXT(struct sign_in, suite, 8000), FIELDS_END };
static const struct field SIGN_IN[] = { FIELD_TEXT(struct sign_in, identifiant, 254), FIELD_SECRET(struct sign_in, mot_de_passe, 1, 256),
	OPTIONAL_TEXT(struct sign_in, suite, 8000), FIELDS_END };

static const struct query SECRET = { "select * from accounts_api.sign_in_secret($1, $2, $3)" };
static const struct query OPEN = { "select * from accounts_api.sign_in($1, $2, $3, $4, $5, $6)" };
static const struct query SIGN_OUT = { "select accounts_api.sign_out()" };

static struct reply
page_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct sign_in *in = input;

	(void)req;
	(void)got;
	show_back(page, in->suite);
	return reply_page();
}

static struct problem
sign_in_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct sign_in *in = input;

	ASK(batch, &SECRET, ARG(in->identifiant), ARG(req->address), ARG(req->visit));
	return NO_PROBLEM;
}

static struct problem
sign_in_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct sign_in *in = input;
	const struct rows *secret = results_of(got, &SECRET);
	struct problem wait = wait_problem(req, secret);
	str hash = rows_text(secret, 0, "password_hash");

	if (wait.kind != PROBLEM_NONE)
		return wait;
	if (!secret_fits(hash, in->mot_de_passe))
		return problem_input("identifiant", "accounts.wrong");
	ASK(batch, &OPEN, ARG(in->identifiant), ARG(hash), ARG(req->fresh), ARG(req->address), ARG(req->device), ARG(req->visit));
	return NO_PROBLEM;
}

static struct reply
sign_in_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct sign_in *in = input;

	(void)page;
	return session_reply(req, results_of(got, &OPEN), in->suite);
}

static struct reply
sign_out_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)got;
	(void)page;
	return reply_with_session(reply_see_other(req, "/?fait=deconnexion"), STR(""));
}

static const struct route routes[] = {
	{ METHOD_GET, "/connexion", &DOOR, INPUT(struct sign_in, SIGN_IN_PAGE), .answer = page_answer, .page = "accounts/sign-in" },
	{ METHOD_POST, "/connexion", &DOOR, INPUT(struct sign_in, SIGN_IN), .ask = sign_in_ask, QUERIES(&SECRET, &OPEN), .then = sign_in_then,
	  .answer = sign_in_answer, .on_problem = "/connexion", .flags = ROUTE_NO_KEY, .queue = QUEUE_HASH },
	{ METHOD_POST, "/deconnexion", &DOOR, QUERIES(&SIGN_OUT), .answer = sign_out_answer, .flags = ROUTE_NO_KEY },
	ROUTES_END,
};
const struct service accounts_sign_in_service = { "accounts", routes };
