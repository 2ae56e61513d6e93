/* What the screens of accounts share: waiting, going on, recovery codes. */
#include "accounts/screens.h"

struct problem
wait_problem(const struct request *req, const struct rows *rows)
{
	int64_t wait = rows_int(rows, 0, "wait");
	struct problem problem;

	if (wait == 0)
		return NO_PROBLEM;
	problem = problem_of(PROBLEM_TOO_MANY, wait <= 60 ? "accounts.wait_minute" : wait <= 900 ? "accounts.wait_quarter" : "accounts.wait_hour");
	problem.detail = arena_format(req->arena, "%lld", (long long)wait);
	return problem;
}

int64_t
now_seconds(const struct request *req)
{
	return req->now / 1000000;
}

/* An own path inside a query: everything but letters, digits and slashes is percent-encoded. */
static str
quoted(struct arena *arena, str path)
{
	static const char digits[] = "0123456789ABCDEF";
	char *out = arena_alloc(arena, 3 * path.len + 1);
	size_t i, n = 0;

	for (i = 0; i < path.len; i++) {
		unsigned char c = (unsigned char)path.at[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '-') {
			out[n++] = (char)c;
			continue;
		}
		out[n++] = '%';
		out[n++] = digits[c >> 4];
		out[n++] = digits[c & 15];
	}
	return (str){ out, n };
}

struct reply
see_other_then(const struct request *req, const char *place, str back)
{
	str path = own_path(back, NO_STR);

	if (str_empty(path) || str_is(path, "/"))
		return reply_see_other(req, "%s", place);
	return reply_see_other(req, "%s?suite=%.*s", place, STR_ARGS(quoted(req->arena, path)));
}

struct reply
session_reply(const struct request *req, const struct rows *rows, str back)
{
	str next = rows_text(rows, 0, "next_code");
	struct reply reply;

	if (str_is(next, "code"))
		reply = see_other_then(req, "/connexion/code", back);
	else if (str_is(next, "enrolement"))
		reply = see_other_then(req, "/connexion/second-facteur", back);
	else
		reply = reply_see_other(req, "%.*s", STR_ARGS(own_path(back, STR("/entree"))));
	return reply_with_session(reply, req->fresh);
}

void
show_back(struct page *page, str back)
{
	str path = own_path(back, NO_STR);

	if (!str_empty(path))
		page_text(page, MARK("SUITE_VALUE"), path);
}

void
show_recovery_codes(const struct request *req, struct page *page, str back)
{
	size_t i;

	for (i = 0; i < RECOVERY_CODES; i++)
		page_text(page_row(page, MARK("CODES")), MARK("RECOVERY_CODE"), recovery_code(req->arena, req->fresh, i));
	page_text(page, MARK("NEXT_PATH"), own_path(back, STR("/compte")));
}

void
show_code_step(const struct request *req, struct page *page, const char *place, int64_t id)
{
	page_text(page, MARK("PLACE"), str_of(place));
	page_show(page, MARK("OF_CONTACT"));
	if (id == 0)
		return;
	page_text(page, MARK("DEMANDE_VALUE"), opaque_text(req->arena, id));
	page_text(page, MARK("CLE_VALUE"), fresh_half(req->arena, req->fresh));
}

struct problem
code_problem(const struct rows *rows)
{
	str outcome = rows_text(rows, 0, "outcome_code");

	if (str_is(outcome, "bon"))
		return NO_PROBLEM;
	return problem_input("code", str_is(outcome, "faux") ? "accounts.code_wrong" : "accounts.code_over");
}

struct reply
ask_proof(const struct request *req, const char *back)
{
	return see_other_then(req, "/compte/preuve", str_of(back));
}
