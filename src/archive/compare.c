/* The third look: what two people read differently, side by side, decided value by value. */
#include "archive.h"

const struct field ARCHIVE_DECIDE_FIELDS[] = { FIELD_ID(struct decide_input, piece),
	OPTIONAL_CHOICE(struct decide_input, rejet, "illisible|pas_un_acte|doublon|agent_inconnu"), OPTIONAL_CHOICE(struct decide_input, refaire, "oui"),
	OPTIONAL_CHOICE(struct decide_input, suite, "comparaison|fin"), OPTIONAL_TEXTS(struct decide_input, choix, 60, 90), FIELDS_END };

const struct query ARCHIVE_COMPARISON_PAGE = { "select * from archive_api.comparison_page($1)", .takes = "piece", .shows = "." };
const struct query ARCHIVE_DIFFERENCES = { "select * from archive_api.differences($1)", .takes = "piece" };
const struct query ARCHIVE_AGREEMENTS = { "select * from archive_api.agreements($1)", .takes = "piece", .shows = "AGREEMENTS" };
const struct query ARCHIVE_DECIDE = { "select * from archive_api.decide($1, $2::text::jsonb, $3, $4)" };

struct reply
archive_comparison_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &ARCHIVE_DIFFERENCES);
	const struct done_input *in = input;
	const struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	archive_done_show(req, in->fait, page);
	page_int(page, MARK("DIFFER"), (int64_t)rows_count(rows));
	page_show(page, rows_count(rows) > 1 ? MARK("MANY") : MARK("ONE"));
	for (size_t i = 0; i < rows_count(rows); i++) {
		struct page *row = page_row(page, MARK("DIFFERENCES"));

		page_bind_row(row, req->arena, rows, i);
		page_int(row, MARK("N"), (int64_t)i + 1);
	}
	return reply_page();
}

struct problem
archive_decide_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct decide_input *in = input;

	ASK(batch, &ARCHIVE_DECIDE, ARG(in->piece), ARG(texts_json(req->arena, in->choix)), str_empty(in->rejet) ? ARG_NULL : ARG(in->rejet), ARG(!str_empty(in->refaire)));
	if (str_is(in->suite, "comparaison"))
		ASK(batch, &ARCHIVE_TAKE_NEXT, ARG(in->suite));
	return NO_PROBLEM;
}

struct reply
archive_decide_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *next = results_of(got, &ARCHIVE_TAKE_NEXT);
	const str state = rows_text(results_of(got, &ARCHIVE_DECIDE), 0, "state_code");

	(void)input;
	(void)page;
	if (rows_count(next) == 1)
		return reply_see_other(req, "/archives/pieces/%.*s/comparaison?fait=%.*s", STR_ARGS(opaque_text(req->arena, rows_int(next, 0, "scan_id"))),
			STR_ARGS(state));
	return reply_see_other(req, "/archives?fait=%.*s", STR_ARGS(state));
}
