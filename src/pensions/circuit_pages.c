/* The pages of one file in circuit: its computation, fund by fund, for the desk and for the agent; whose turn it is, and why not. */
#include "circuit.h"

/* ---- computing at once ---- */

struct problem
circuit_compute_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct circuit_input *in = input;

	(void)req;
	ASK(batch, &CIRCUIT_INPUT, ARG(in->dossier));
	ASK(batch, &CIRCUIT_PERSON, ARG(in->dossier));
	ASK(batch, &CIRCUIT_SERVICES, ARG(in->dossier));
	ASK(batch, &CIRCUIT_FACTS, ARG(in->dossier));
	ASK(batch, &CIRCUIT_GAPS, ARG(in->dossier));
	ASK_PLAIN(batch, &CIRCUIT_PARAMETERS);
	return NO_PROBLEM;
}

/* What is kept must show the hash of what was read: a career that changed meanwhile refuses it. */
struct problem
circuit_compute_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct circuit_input *in = input;
	const struct rows *what = results_of(got, &CIRCUIT_INPUT);
	const struct career_rows rows = { results_of(got, &CIRCUIT_PERSON), results_of(got, &CIRCUIT_SERVICES), results_of(got, &CIRCUIT_FACTS), results_of(got, &CIRCUIT_PARAMETERS),
		results_of(got, &CIRCUIT_GAPS) };

	if (rows_count(what) == 0)
		return problem_of(PROBLEM_MISSING, "pensions.file_missing");
	ASK(batch, &CIRCUIT_KEEP, ARG(in->dossier), ARG(rows_text(what, 0, "input_hash")), ARG(circuit_computed(req->arena, &rows, rows_text(what, 0, "funds"), rows_date(what, 0, "leave_on"))));
	return NO_PROBLEM;
}

/* ---- one computation, fund by fund ---- */

static void
show_of_fund(struct arena *arena, const struct rows *rows, str fund, const struct marker *section, const struct marker *some, struct page *page)
{
	size_t i;
	bool any = false;

	for (i = 0; i < rows_count(rows); i++)
		if (str_eq(rows_text(rows, i, "fund"), fund)) {
			page_bind_row(page_row(page, section), arena, rows, i);
			any = true;
		}
	if (any)
		page_show(page, some);
}

static void
show_funds(struct arena *arena, const struct rows *funds, const struct rows *lines, const struct rows *waits, const struct rows *gone, struct page *page)
{
	size_t i;

	for (i = 0; i < rows_count(funds); i++) {
		const str fund = rows_text(funds, i, "fund");
		struct page *row = page_row(page, MARK("FUNDS"));

		page_bind_row(row, arena, funds, i);
		show_of_fund(arena, lines, fund, MARK("LINES"), MARK("HAS_SOME_LINES"), row);
		show_of_fund(arena, waits, fund, MARK("WAIT"), MARK("HAS_SOME_WAITS"), row);
		show_of_fund(arena, gone, fund, MARK("GONE"), MARK("HAS_GONE"), row);
	}
	if (rows_count(funds) > 1)
		page_show(page, MARK("SEVERAL_FUNDS"));
}

struct reply
circuit_calcul_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct problem problem = page_bind_all(req, got, page);
	const struct rows *mine = results_of(got, &CIRCUIT_MINE);

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	show_funds(req->arena, results_of(got, &CIRCUIT_FUNDS), results_of(got, &CIRCUIT_LINES), results_of(got, &CIRCUIT_WAITS), results_of(got, &CIRCUIT_CHANGES), page);
	if (rows_bool(mine, 0, "may_compute"))
		page_show(page, MARK("MAY_COMPUTE"));
	return reply_page();
}

struct reply
circuit_own_calcul_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *head = results_of(got, &OWN_CIRCUIT_HEAD);

	(void)input;
	if (rows_count(head) == 0) {
		page_show(page, MARK("NO_FILE"));
		return reply_page();
	}
	page_show(page, MARK("FILE"));
	page_bind_row(page, req->arena, head, 0);
	show_funds(req->arena, results_of(got, &OWN_CIRCUIT_FUNDS), results_of(got, &OWN_CIRCUIT_LINES), results_of(got, &OWN_CIRCUIT_WAITS), results_of(got, &OWN_CIRCUIT_CHANGES), page);
	return reply_page();
}

/* ---- the circuit ---- */

static void
show_why(const struct request *req, const struct rows *rows, const char *column, const struct marker *section, const struct marker *text, struct page *page)
{
	const str key = rows_text(rows, 0, column);

	if (key.at != NULL && key.len > 0)
		page_text(page_row(page, section), text, sentence(req->sentences, arena_copy(req->arena, key).at));
}

/* Whose turn it is; what a hand would say yes to is in the form, so that it says yes to what it read. */
static void
show_mine(const struct request *req, const struct rows *mine, struct page *page)
{
	const str hash = rows_text(mine, 0, "hash"), step = rows_text(mine, 0, "step_code");
	const bool signs = str_is(step, "signature"), may = rows_bool(mine, 0, "may_approve");
	struct page *turn;

	show_why(req, mine, "not_ready", MARK("NOT_READY"), MARK("NOT_READY_TEXT"), page);
	show_why(req, mine, "why", MARK("MAY_NOT"), MARK("MAY_NOT_TEXT"), page);
	if (rows_bool(mine, 0, "may_compute"))
		page_show(page, MARK("MAY_COMPUTE"));
	if (rows_bool(mine, 0, "may_return"))
		page_show(page, MARK("MAY_RETURN"));
	if (rows_bool(mine, 0, "may_turn_down"))
		page_show(page, MARK("MAY_TURN_DOWN"));
	if (rows_bool(mine, 0, "may_hand_over"))
		page_show(page, MARK("MAY_HAND_OVER"));
	if (!may)
		return;
	turn = page_row(page, MARK("MY_TURN"));
	page_text(turn, MARK("ETAPE"), step);
	page_text(turn, MARK("EMPREINTE"), hash);
	page_text(turn, MARK("PRINT_SHORT"), (str){ hash.at, hash.len < 16 ? 0 : 16 });
	page_show(turn, str_is(step, "etat_services") ? MARK("CERTIFIES") : str_is(step, "liquidation") ? MARK("PROPOSES") : str_is(step, "controle") ? MARK("CONTROLS") : MARK("SIGNS"));
	page_show(turn, signs && !rows_bool(mine, 0, "is_fresh") ? MARK("MUST_PROVE") : MARK("MAY_SAY_YES"));
}

struct reply
circuit_page_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct problem problem = page_bind_all(req, got, page);
	const struct rows *head = results_of(got, &CIRCUIT_HEAD);

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	page_bind(page, req->arena, "FUNDS", results_of(got, &CIRCUIT_FUNDS));
	show_mine(req, results_of(got, &CIRCUIT_MINE), page);
	if (!str_is(rows_text(head, 0, "state_code"), "liquidation"))
		page_show(page, MARK("NO_STATE_CODE_LIQUIDATION"));
	if (rows_bool(head, 0, "computing") || str_is(rows_text(head, 0, "state_code"), "scellement"))
		page_show(page, rows_bool(head, 0, "sealing_failed") ? MARK("STOPPED") : MARK("WORKING"));
	return reply_page();
}

/* ---- the booklet ---- */

static struct reply
booklet(const struct request *req, const struct rows *file)
{
	if (rows_count(file) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "pensions.no_booklet"));
	return reply_stored(req, rows_text(file, 0, "sha256"), STR("application/pdf"), rows_text(file, 0, "file_name"));
}

struct reply
circuit_booklet_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return booklet(req, results_of(got, &CIRCUIT_BOOKLET));
}

struct reply
circuit_own_booklet_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return booklet(req, results_of(got, &OWN_CIRCUIT_BOOKLET));
}

/* ---- the agent's review ---- */

struct reply
circuit_review_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *head = results_of(got, &OWN_REVIEW_HEAD);
	const str why = rows_text(head, 0, "why");
	const struct date until = rows_date(head, 0, "until");

	(void)input;
	if (rows_count(head) == 0) {
		page_show(page, MARK("NO_FILE"));
		return reply_page();
	}
	page_show(page, MARK("FILE"));
	page_bind_row(page, req->arena, head, 0);
	page_bind(page, req->arena, "REVIEWS", results_of(got, &OWN_REVIEWS));
	if (why.at != NULL)
		page_text(page_row(page, MARK("CANNOT")), MARK("CANNOT_TEXT"), sentence_with(req->sentences, req->arena, arena_copy(req->arena, why).at, date_there(until) ? date_french(req->arena, until) : STR("")));
	return reply_page();
}
