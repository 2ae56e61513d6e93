/* What is open to all: a request by its number and code, the confirmation of a filing, delays and satisfaction, the schema of forms. */
#include "filing.h"
#include "own.h"

const struct field SURVEY_INPUT[] = { FIELD_TEXT(struct survey_input, jeton, 40), FIELDS_END };
const struct field SCORES_INPUT[] = {
	FIELD_TEXT(struct scores_input, jeton, 40), FIELD_INT(struct scores_input, delai, 1, 4), FIELD_INT(struct scores_input, resultat, 1, 4),
	FIELD_INT(struct scores_input, accueil, 1, 4), FIELD_INT(struct scores_input, organisation, 1, 4), OPTIONAL_LINES(struct scores_input, remarque, 1000), FIELDS_END };

const struct query FOLLOW = { "select * from requests_api.follow($1, $2, $3)" };
const struct query FOLLOW_THREAD = { "select * from requests_api.follow_thread($1, $2)" };
const struct query FOLLOW_PAPERS = { "select * from requests_api.follow_papers($1, $2)" };
const struct query FOLLOW_COMPLEMENTS = { "select * from requests_api.follow_complements($1, $2)" };
const struct query DELAYS = { "select * from requests_api.delays()", .takes = NULL, .shows = "DELAYS" };
const struct query DESK_DELAYS = { "select * from requests_api.desk_delays()", .takes = NULL, .shows = "DESKS" };
const struct query SATISFACTION = { "select * from requests_api.satisfaction()", .takes = NULL, .shows = "SATISFACTION" };
const struct query SURVEY = { "select * from requests_api.survey($1)", .takes = "jeton", .shows = "." };
const struct query ANSWER_SURVEY = { "select * from requests_api.answer_survey($1, $2::int, $3::int, $4::int, $5::int, $6)", .takes = "jeton delai resultat accueil organisation remarque" };

struct problem
follow_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct code_input *in = input;

	if (str_empty(in->numero) || str_empty(in->code))
		return NO_PROBLEM;
	ASK(batch, &FOLLOW, ARG(in->numero), ARG(in->code), ARG(req->address));
	ASK(batch, &FOLLOW_THREAD, ARG(in->numero), ARG(in->code));
	ASK(batch, &FOLLOW_PAPERS, ARG(in->numero), ARG(in->code));
	ASK(batch, &FOLLOW_COMPLEMENTS, ARG(in->numero), ARG(in->code));
	return NO_PROBLEM;
}

struct reply
follow_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct code_input *in = input;
	const struct rows *row = results_of(got, &FOLLOW);

	page_text(page, MARK("NUMERO_VALUE"), in->numero);
	if (row == NULL) {
		page_show(page, MARK("ASKING"));
	} else if (rows_count(row) == 0) {
		page_show(page, MARK("ASKING"));
		page_show(page, MARK("WRONG"));
	} else {
		struct page *found = page_row(page, MARK("FOUND"));

		page_bind_row(found, req->arena, row, 0);
		page_bind(found, req->arena, "THREAD", results_of(got, &FOLLOW_THREAD));
		page_bind(found, req->arena, "PAPERS", results_of(got, &FOLLOW_PAPERS));
		draw_complements(req, results_of(got, &FOLLOW_COMPLEMENTS), in->complement, found);
	}
	return reply_page();
}

struct reply
filed_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *row = results_of(got, &FOLLOW);
	const str code = rows_text(row, 0, "code");

	(void)input;
	if (rows_count(row) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
	page_bind_row(page, req->arena, row, 0);
	page_text(page, MARK("CODE_SHOWN"), arena_format(req->arena, "%.4s %.4s", code.at, code.at + 4));
	return reply_page();
}

/* Starting anew is offered only where there is something to forget. */
struct reply
erase_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *row = results_of(got, &DRAFT);

	if (rows_count(row) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
	if (!rows_bool(row, 0, "draft_there"))
		return reply_see_other(req, "%.*s", STR_ARGS(filing_base(req, ((const struct step_input *)input)->service)));
	page_bind_row(page, req->arena, row, 0);
	return reply_page();
}

struct reply
schema_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const str schema = req->forms->schema;

	(void)input;
	(void)got;
	(void)page;
	if (schema.at == NULL)
		return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
	return reply_copy(schema, STR("application/schema+json; charset=utf-8"), NO_STR);
}

/* Bars of at most a hundred working days. */
static void
draw_bar(struct page *row, const struct rows *rows, size_t i)
{
	const int64_t median = rows_int(rows, i, "median_days"), p90 = rows_int(rows, i, "p90_days"), promised = rows_int(rows, i, "promised");

	page_int(row, MARK("BAR_MEDIAN"), median > 100 ? 100 : median);
	page_int(row, MARK("BAR_P90"), rows_text(rows, i, "p90_days").at == NULL ? 0 : p90 > 100 ? 100 : p90);
	if (promised > 0)
		page_int(page_row(row, MARK("BAR_PROMISE")), MARK("BAR_AT"), promised > 99 ? 99 : promised);
}

struct reply
delays_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &DELAYS);
	size_t i;

	(void)input;
	page_bind(page, req->arena, "DESKS", results_of(got, &DESK_DELAYS));
	page_bind(page, req->arena, "SATISFACTION", results_of(got, &SATISFACTION));
	page_show(page, rows_count(rows) > 0 ? MARK("HAS_DELAYS") : MARK("NO_DELAYS"));
	for (i = 0; i < rows_count(rows); i++) {
		struct page *row = page_row(page, MARK("DELAYS"));

		page_bind_row(row, req->arena, rows, i);
		draw_bar(row, rows, i);
	}
	return reply_page();
}
