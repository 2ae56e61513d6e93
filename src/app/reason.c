/* The reason for which files are opened and lists leave. */
#include "guichet/app.h"

struct problem
reason_said(const struct request *req, const struct reasons *reasons, str motif, str precision, str *reason)
{
	str said;

	if (str_empty(motif))
		return problem_input("motif", reasons->choose);
	if (str_is(motif, "autre") && utf8_count(precision) < 3)
		return problem_input("precision", reasons->precise);
	said = sentence(req->sentences, arena_format(req->arena, "%s.%.*s", reasons->list, STR_ARGS(motif)).at);
	*reason = str_empty(precision) ? said : arena_format(req->arena, "%.*s\u00a0: %.*s", STR_ARGS(said), STR_ARGS(precision));
	return NO_PROBLEM;
}
