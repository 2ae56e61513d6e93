/* The second half of a turn: from what PostgreSQL said to the bytes of the answer. */
#include <stdio.h>
#include <stdlib.h>

#include "app/turn.h"
#include "guichet/log.h"

void
exchange_header(struct exchange *exchange, const char *name, str value)
{
	if (exchange->header_count < HEADERS_MOST && value.at != NULL) {
		exchange->headers[exchange->header_count].name = name;
		exchange->headers[exchange->header_count++].value = value;
	}
}

void
turn_note_who(struct turn *turn)
{
	turn->who.person = turn->segment.person;
	turn->who.name = turn->segment.person_name;
	turn->who.permissions = turn->segment.permissions;
	turn->req.who = &turn->who;
	if (turn->segment.stale)
		turn->exchange->session_touch = turn->session;
}

/* `lasting` names the browser for 400 days; else the cookie ends with the browser's session. */
static void
set_cookie(struct turn *turn, const char *name, str value, bool lasting)
{
	exchange_header(turn->exchange, "Set-Cookie",
	                arena_format(turn->exchange->arena, "%s=%.*s; Path=/; HttpOnly; SameSite=Lax%s%s", name, STR_ARGS(value),
	                             turn->app->secure ? "; Secure" : "", str_empty(value) ? "; Max-Age=0" : lasting ? "; Max-Age=34560000" : ""));
}

/* The secret behind a page's form token; a visitor gets one when he is first shown a form. */
static str
form_secret(struct turn *turn)
{
	if (!turn->ready->takes_csrf)
		return NO_STR;
	if (turn->session.at != NULL && turn->who.person != 0)
		return turn->session;
	if (turn->session.at != NULL && turn->segment.state == SEGMENT_DONE && turn->ready->route->permission == &ACCOUNT_SECOND_FACTOR)
		return turn->session;
	if (turn->visit.at == NULL) {
		turn->visit = random_hex(turn->exchange->arena, 16);
		set_cookie(turn, turn->app->visit_cookie, turn->visit, true);
	}
	return turn->session.at != NULL ? turn->session : turn->visit;
}

/* The parameter "fait" names a sentence "done.…" that is shown after a redirect. */
static void
show_flash(struct turn *turn, struct page *page)
{
	const struct parameter *p = parameters_find(&turn->parameters, STR("fait"));
	const char *key;

	if (p == NULL)
		return;
	key = arena_format(turn->exchange->arena, "done.%.*s", STR_ARGS(p->value)).at;
	if (sentence_known(turn->app->sentences, key))
		page_text(page_row(page, MARK("FLASH")), MARK("FLASH_TEXT"), sentence(turn->app->sentences, key));
}

static void
finish_page(struct turn *turn, struct page *page, int status)
{
	struct exchange *ex = turn->exchange;

	ex->status = status;
	ex->bytes = page_render(page, 16 * 1024);
	if (ex->bytes.at == NULL)
		ex->status = 500;
	exchange_header(ex, "Content-Type", STR("text/html; charset=utf-8"));
}

void
turn_render(struct turn *turn, struct page *page, int status)
{
	page_layout(turn->app, &turn->req, turn->ready, page, form_secret(turn));
	page_choices(&turn->req, turn->refused != NULL ? &turn->refused->parameters : &turn->parameters, page);
	if (turn->refused != NULL)
		page_problems(&turn->req, &turn->refused->parameters, turn->refused->ready->route->fields, page);
	else
		show_flash(turn, page);
	finish_page(turn, page, status);
}

static void
see_other(struct turn *turn, str location)
{
	turn->exchange->status = 303;
	exchange_header(turn->exchange, "Location", location);
}

/* The route's `done`, its {names} filled from the request's own address. */
static str
done_location(const struct turn *turn)
{
	struct arena *arena = turn->exchange->arena;
	str rest = str_of(turn->ready->route->done != NULL ? turn->ready->route->done : "/"), location = STR("");

	while (rest.at != NULL) {
		str text = str_cut(&rest, '{'), name = rest.at != NULL ? str_cut(&rest, '}') : NO_STR;
		const struct parameter *p = name.at != NULL ? parameters_find(&turn->parameters, name) : NULL;

		location = arena_join(arena, (const str[]){ location, text, p != NULL ? p->value : STR("") }, 3);
	}
	return location;
}

static str
url_quoted(struct arena *arena, str text)
{
	static const char digits[] = "0123456789ABCDEF";
	char *out = arena_alloc(arena, 3 * text.len + 1);
	size_t i, n = 0;

	for (i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '_' || c == '.') {
			out[n++] = (char)c;
			continue;
		}
		out[n++] = '%';
		out[n++] = digits[c >> 4];
		out[n++] = digits[c & 15];
	}
	return (str){ out, n };
}

/* For a machine: every fault named where it is, by a JSON pointer (RFC 6901) whose first part is the field. */
static void
problem_json(struct turn *turn, struct problem problem, int status, str text)
{
	struct exchange *ex = turn->exchange;
	str faults = STR(""), json;
	size_t i;

	for (i = 0; i < turn->problem_count && problem.kind == PROBLEM_INPUT; i++) {
		const struct problem *p = &turn->problems[i];
		str said = sentence_with(turn->app->sentences, ex->arena, p->text, p->detail);

		faults = arena_format(ex->arena, "%.*s%s{\"pointer\":\"/%.*s\",\"detail\":\"%.*s\"}", STR_ARGS(faults), faults.len > 0 ? "," : "",
		                      STR_ARGS(json_quoted(ex->arena, str_of(p->field == NULL ? "" : p->field))), STR_ARGS(json_quoted(ex->arena, said)));
	}
	json = arena_format(ex->arena, "{\"status\":%d,\"title\":\"%s\",\"detail\":\"%.*s\",\"errors\":[%.*s],\"reference\":\"%.*s\"}\n", status,
	                    problem.kind == PROBLEM_BUSY ? "busy" : "refused", STR_ARGS(json_quoted(ex->arena, text)), STR_ARGS(faults), STR_ARGS(ex->reference));
	ex->status = status;
	ex->bytes = (str){ strdup(json.at), json.len };
	exchange_header(ex, "Content-Type", STR("application/problem+json"));
}

/* A problem in words, on a page of its own (or as JSON for machines), with a reference that the log has too. */
static void
problem_page(struct turn *turn, struct problem problem)
{
	struct exchange *ex = turn->exchange;
	int status = problem_status(problem.kind);
	const char *title = arena_format(ex->arena, "problem.title.%d", status).at;
	const struct sentences *sentences = turn->app->sentences;
	str text = sentence_with(sentences, ex->arena, problem.text == NULL ? "problem.broken" : problem.text, problem.detail);
	struct page *page;

	ex->reference = random_hex(ex->arena, 4);
	if (problem.kind == PROBLEM_BROKEN && turn->ready != NULL)
		log_event(LOG_ERROR, "broken", "route", str_of(turn->ready->route->path), "why", str_of(problem.text), "detail", problem.detail, "reference", ex->reference, NULL);
	if (problem.kind == PROBLEM_BUSY)
		exchange_header(ex, "Retry-After", STR("5"));
	if (problem.kind == PROBLEM_TOO_MANY)
		exchange_header(ex, "Retry-After", str_empty(problem.detail) ? STR("60") : problem.detail);
	if (turn->ready != NULL && (turn->ready->route->flags & ROUTE_MACHINE) != 0) {
		problem_json(turn, problem, status, text);
		return;
	}
	page = page_begin(turn->app->problem_page, ex->arena);
	page_text(page, MARK("PROBLEM_TITLE"), sentence(sentences, sentence_known(sentences, title) ? title : "problem.title.400"));
	page_text(page, MARK("PROBLEM_TEXT"), text);
	page_text(page, MARK("REFERENCE"), ex->reference);
	page_int(page, MARK("STATUS"), status);
	page_layout(turn->app, &turn->req, turn->ready, page, turn->who.person != 0 ? turn->session : NO_STR);
	finish_page(turn, page, status);
}

void
turn_show_problem(struct turn *turn, struct problem problem)
{
	struct exchange *ex = turn->exchange;
	bool machine = turn->ready != NULL && (turn->ready->route->flags & ROUTE_MACHINE) != 0;

	if (problem.kind == PROBLEM_SIGNED_OUT && !machine) {
		str back = turn->ready->route->method == METHOD_GET ? url_quoted(ex->arena, ex->target) : STR("/");

		see_other(turn, str_is(problem.detail, "second") ? STR("/connexion/code")
		                                               : arena_format(ex->arena, "/connexion?suite=%.*s", STR_ARGS(back)));
		return;
	}
	if (problem.kind == PROBLEM_REPEATED) {
		see_other(turn, !str_empty(problem.detail) ? problem.detail : done_location(turn));
		return;
	}
	problem_page(turn, problem);
}

static const struct { const char *code; enum problem_kind kind; const char *text; } SQL_PROBLEMS[] = {
	{ "GU422", PROBLEM_INPUT, NULL },
	{ "GU404", PROBLEM_MISSING, NULL },
	{ "GU403", PROBLEM_FORBIDDEN, NULL },
	{ "GU409", PROBLEM_CONFLICT, NULL },
	{ "GU429", PROBLEM_TOO_MANY, NULL },
	{ "GU208", PROBLEM_REPEATED, NULL },
	{ "23505", PROBLEM_CONFLICT, "problem.conflict" },
	{ "25006", PROBLEM_BROKEN, "problem.broken" },
	{ "40001", PROBLEM_BUSY, "problem.busy" },
	{ "40P01", PROBLEM_BUSY, "problem.busy" },
	{ "55P03", PROBLEM_BUSY, "problem.busy" },
	{ "57014", PROBLEM_BUSY, "problem.busy" },
	{ "53100", PROBLEM_BUSY, "problem.busy" },
	{ "53200", PROBLEM_BUSY, "problem.busy" },
	{ "57P01", PROBLEM_BUSY, "problem.busy" },
	{ "57P02", PROBLEM_BUSY, "problem.busy" },
	{ "57P03", PROBLEM_BUSY, "problem.busy" },
};

struct problem
turn_sql_problem(const struct turn *turn)
{
	const struct segment *s = &turn->segment;
	size_t i;

	for (i = 0; i < sizeof(SQL_PROBLEMS) / sizeof(SQL_PROBLEMS[0]); i++)
		if (str_is(s->code, SQL_PROBLEMS[i].code))
			return (struct problem){ SQL_PROBLEMS[i].kind, str_empty(s->column) ? NULL : s->column.at,
				SQL_PROBLEMS[i].text != NULL ? SQL_PROBLEMS[i].text : s->message.at, s->detail };
	/* Class 22 messages repeat what was typed: their code is enough. */
	log_event(LOG_ERROR, "sql_error", "route", str_of(turn->ready->route->path), "code", s->code, "message",
	          str_starts(s->code, STR("22")) ? STR("") : s->message, NULL);
	return problem_of(PROBLEM_BROKEN, "problem.broken");
}

static void
write_reply(struct turn *turn, struct page *page, struct reply reply)
{
	struct exchange *ex = turn->exchange;

	if (reply.session.at != NULL) {
		set_cookie(turn, turn->app->session_cookie, reply.session, false);
		turn->session = str_empty(reply.session) ? NO_STR : reply.session;
		turn->req.token = turn->session;
		if (str_empty(reply.session))
			exchange_header(ex, "Clear-Site-Data", STR("\"cache\", \"storage\""));
	}
	switch (reply.kind) {
	case REPLY_PAGE:
		turn_render(turn, page, turn->refused != NULL ? 422 : reply.status != 0 ? reply.status : 200);
		return;
	case REPLY_SEE_OTHER:
		see_other(turn, reply.location);
		return;
	case REPLY_FILE:
		ex->status = reply.status != 0 ? reply.status : 200;
		ex->bytes = reply.bytes;
		ex->fresh_seconds = reply.fresh_seconds;
		exchange_header(ex, "Content-Type", reply.type);
		if (reply.file_name.at != NULL)
			exchange_header(ex, "Content-Disposition", arena_format(ex->arena, "attachment; filename=\"%.*s\"", STR_ARGS(reply.file_name)));
		return;
	case REPLY_PROBLEM:
		turn_show_problem(turn, reply.problem);
		return;
	}
}

static struct reply
answer_by_itself(struct turn *turn, struct page *page)
{
	struct problem problem;
	str location;

	if (page != NULL) {
		problem = page_bind_all(&turn->req, &turn->results, page);
		return problem.kind == PROBLEM_NONE ? reply_page() : reply_problem(problem);
	}
	location = turn->results.count > 0 ? rows_text(&turn->results.list[turn->results.count - 1].rows, 0, "location") : NO_STR;
	return (struct reply){ .kind = REPLY_SEE_OTHER, .location = str_empty(location) ? done_location(turn) : location };
}

void
turn_answer(struct turn *turn)
{
	const struct route *route = turn->ready->route;
	struct page *page = turn->ready->page == NULL ? NULL : page_begin(turn->ready->page, turn->exchange->arena);

	turn->req.problems = turn->refused != NULL ? turn->refused->problems : NULL;
	turn->req.problem_count = turn->refused != NULL ? turn->refused->problem_count : 0;
	turn->req.posted = turn->refused != NULL ? &turn->refused->parameters : NULL;
	write_reply(turn, page, route->answer != NULL ? route->answer(&turn->req, turn->input, &turn->results, page) : answer_by_itself(turn, page));
}
