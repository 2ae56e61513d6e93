/* The agents of a draft: ticked in a search, pasted, or read from a spreadsheet; then one line at a time. What the list says of
 * all of them (effect, grade, structure…) stands once in the form; what a row says of one agent goes before it. */
#include "pages.h"
#include "rows.h"

enum { ACT_FOUND_MOST = 20 };       /* of acts_api.find_agents */

/* ---- choices that forms of lines share ---- */

static void
show_options(const struct request *req, struct page *page, const char *section, const struct rows *rows, const char *key, str chosen)
{
	size_t i;

	for (i = 0; i < rows_count(rows); i++) {
		struct marker name = marker_named(req->arena, str_of(section));
		struct page *row = page_row(page, &name);
		const bool is_id = strcmp(key, "corps_id") == 0;
		const str value = is_id ? opaque_text(req->arena, rows_int(rows, i, key)) : rows_text(rows, i, key);

		page_text(row, MARK("VALUE"), value);
		page_text(row, MARK("LABEL"), rows_text(rows, i, "name"));
		page_show(row, str_eq(value, chosen) && !str_empty(chosen) ? MARK("IS_ON") : MARK("IS_OFF"));
	}
}

/* Which fields the model asks, and what each may be; `line` gives what is chosen already. */
void
act_show_choices(const struct request *req, struct page *page, const struct results *got, const struct rows *line)
{
	str rest = rows_text(results_of(got, &ACT_ONE), 0, "asks");
	const int64_t corps = rows_int(line, 0, "after_corps_id");

	while (rest.at != NULL) {
		const str word = str_cut(&rest, ' ');
		const struct { const char *word; const struct marker *mark; } ASKS[] = { { "status", MARK("ASKS_STATUS") }, { "corps", MARK("ASKS_CORPS") }, { "grade", MARK("ASKS_GRADE") },
			{ "step", MARK("ASKS_STEP") }, { "structure", MARK("ASKS_STRUCTURE") }, { "position", MARK("ASKS_POSITION") }, { "end", MARK("ASKS_END") } };
		size_t i;

		for (i = 0; i < sizeof(ASKS) / sizeof(ASKS[0]); i++)
			if (str_is(word, ASKS[i].word))
				page_show(page, ASKS[i].mark);
	}
	show_options(req, page, "CORPS_OPTIONS", results_of(got, &ACT_CORPS), "corps_id", corps == 0 ? NO_STR : opaque_text(req->arena, corps));
	show_options(req, page, "STATUS_OPTIONS", results_of(got, &ACT_STATUSES), "code", rows_text(line, 0, "after_status_code"));
	show_options(req, page, "POSITION_OPTIONS", results_of(got, &ACT_POSITIONS), "code", rows_text(line, 0, "after_position_code"));
}

/* ---- the page that adds agents ---- */

struct problem
act_agents_page_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_input *in = input;

	(void)req;
	ASK(batch, &ACT_ONE, ARG(in->projet));
	ASK_PLAIN(batch, &ACT_CORPS);
	ASK_PLAIN(batch, &ACT_STATUSES);
	ASK_PLAIN(batch, &ACT_POSITIONS);
	return NO_PROBLEM;
}

struct reply
act_agents_page_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct problem problem = page_bind_all(req, got, page);

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (!rows_bool(results_of(got, &ACT_ONE), 0, "may_write"))
		return reply_problem(problem_of(PROBLEM_CONFLICT, "acts.not_now"));
	act_show_choices(req, page, got, NULL);
	return reply_page();
}

struct problem
act_search_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_search_input *in = input;

	(void)req;
	ASK(batch, &ACT_ONE, ARG(in->projet));
	ASK(batch, &ACT_FIND, ARG(in->q));
	ASK_PLAIN(batch, &ACT_CORPS);
	ASK_PLAIN(batch, &ACT_STATUSES);
	ASK_PLAIN(batch, &ACT_POSITIONS);
	return NO_PROBLEM;
}

struct reply
act_search_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct act_search_input *in = input;
	const struct rows *found = results_of(got, &ACT_FIND);
	const struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	page_text(page, MARK("Q_VALUE"), in->q);
	page_show(page, MARK("IS_SEARCH"));
	page_bind(page, req->arena, "FOUND", found);
	if (rows_count(found) == ACT_FOUND_MOST)
		page_show(page, MARK("FOUND_MANY"));
	act_show_choices(req, page, got, NULL);
	return reply_page();
}

/* ---- the list, in three shapes ---- */

struct problem
act_agents_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_agents_input *in = input;

	(void)req;
	if (in->coches.count == 0 && str_empty(in->liste) && in->fichier.bytes.len == 0)
		return problem_input("liste", "acts.nobody");
	ASK(batch, &ACT_ONE, ARG(in->projet));
	return NO_PROBLEM;
}

struct problem
act_agents_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct act_agents_input *in = input;
	struct act_rows rows = act_rows_new(req->arena, in);
	struct problem problem;
	str json = NO_STR;
	size_t i;

	(void)got;
	for (i = 0; i < in->coches.count; i++)
		act_rows_tick(&rows, in->coches.list[i]);
	problem = act_rows_pasted(&rows, in->liste);
	if (problem.kind == PROBLEM_NONE && in->fichier.bytes.len > 0) {
		problem = act_rows_sheet(&rows, in->fichier.bytes);
		if (problem.kind == PROBLEM_INPUT && problem.field == NULL)
			problem.field = "fichier";
	}
	act_rows_end(&rows, problem.kind == PROBLEM_NONE ? &json : NULL);
	if (problem.kind == PROBLEM_NONE)
		ASK(batch, &ACT_ADD, ARG(in->projet), ARG(json));
	return problem;
}

struct reply
act_agents_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct act_agents_input *in = input;
	const struct rows *added = results_of(got, &ACT_ADD);

	(void)page;
	return reply_see_other(req, "/actes/%.*s?fait=%s", STR_ARGS(opaque_text(req->arena, in->projet)),
	                       rows_int(added, 0, "refused") == 0 ? "agents-ajoutes" : rows_int(added, 0, "added") == 0 ? "agents-refuses" : "agents-en-partie");
}

/* ---- one line ---- */

struct problem
act_line_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_line_input *in = input;

	(void)req;
	ASK(batch, &ACT_ONE, ARG(in->projet));
	ASK(batch, &ACT_LINE, ARG(in->projet), ARG(in->ligne));
	ASK_PLAIN(batch, &ACT_CORPS);
	ASK_PLAIN(batch, &ACT_STATUSES);
	ASK_PLAIN(batch, &ACT_POSITIONS);
	return NO_PROBLEM;
}

static void
show_number(const struct request *req, struct page *page, const struct marker *mark, int64_t value)
{
	if (value != 0)
		page_text(page, mark, arena_format(req->arena, "%lld", (long long)value));
}

struct reply
act_line_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *line = results_of(got, &ACT_LINE);
	const struct problem problem = page_bind_all(req, got, page);
	const str category = rows_text(line, 0, "after_category");

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (rows_count(line) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "acts.unknown"));
	if (!rows_bool(results_of(got, &ACT_ONE), 0, "may_write"))
		return reply_problem(problem_of(PROBLEM_CONFLICT, "acts.not_now"));
	page_bind_row(page, req->arena, line, 0);
	act_show_choices(req, page, got, line);
	if (req->problem_count > 0)
		return reply_page();
	page_text(page, MARK("EFFET_VALUE"), date_french(req->arena, rows_date(line, 0, "effect_date")));
	if (date_there(rows_date(line, 0, "end_date")))
		page_text(page, MARK("FIN_VALUE"), date_french(req->arena, rows_date(line, 0, "end_date")));
	if (!str_empty(category)) {
		const struct marker on = marker_named(req->arena, arena_format(req->arena, "CATEGORIE_%.*s_ON", STR_ARGS(category)));

		page_show(page, &on);
	}
	show_number(req, page, MARK("ECHELLE_VALUE"), rows_int(line, 0, "after_scale"));
	show_number(req, page, MARK("ECHELON_VALUE"), rows_int(line, 0, "after_step"));
	show_number(req, page, MARK("INDICE_VALUE"), rows_int(line, 0, "after_index"));
	page_text(page, MARK("STRUCTURE_VALUE"), rows_text(line, 0, "after_structure_code").at != NULL ? rows_text(line, 0, "after_structure_code") : STR(""));
	page_text(page, MARK("OBSERVATION_VALUE"), rows_text(line, 0, "note").at != NULL ? rows_text(line, 0, "note") : STR(""));
	return reply_page();
}

struct problem
act_set_line_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_line_input *in = input;

	(void)req;
	ASK(batch, &ACT_SET_LINE, ARG(in->projet), ARG(in->ligne), ARG(in->effet), ARG(in->fin), ARG(in->categorie), ARG_ID(in->echelle), ARG_ID(in->echelon), ARG_ID(in->indice),
	    ARG_ID(in->corps), ARG(in->structure), ARG(in->statut), ARG(in->position), ARG(in->observation));
	return NO_PROBLEM;
}
