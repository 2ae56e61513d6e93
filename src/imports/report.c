/* An import's own page: how far it is, what was found, what is wrong line by line, and the decision; the report as a file. */
#include "guichet/export.h"
#include "pages.h"

enum { PAGE_LINES = 50, LIST_LINES = 30 };

const struct field DECIDE_INPUT[] = {
	FIELD_ID(struct decide_input, import), FIELD_BOOL(struct decide_input, lignes), FIELDS_END };

static int64_t
page_number(const struct import_input *in)
{
	return in->page > 0 ? in->page : 1;
}

struct problem
list_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	ASK(batch, &IMPORT_LIST, ARG(LIST_LINES + 1), ARG((page_number(input) - 1) * LIST_LINES));
	return NO_PROBLEM;
}

struct reply
list_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &IMPORT_LIST);
	size_t i;

	page_show(page, rows_count(rows) > 0 ? MARK("HAS_IMPORTS") : MARK("NO_IMPORTS"));
	for (i = 0; i < rows_count(rows) && i < LIST_LINES; i++)
		page_bind_row(page_row(page, MARK("IMPORTS")), req->arena, rows, i);
	import_show_base(req, page);
	page_pages(page, page_number(input), rows_count(rows) > LIST_LINES);
	return reply_page();
}

struct problem
import_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct import_input *in = input;

	(void)req;
	ASK(batch, &IMPORT_ONE, ARG(in->import));
	ASK(batch, &IMPORT_SUMS, ARG(in->import));
	ASK(batch, &IMPORT_PROBLEMS, ARG(in->import), ARG(PAGE_LINES + 1), ARG((page_number(in) - 1) * PAGE_LINES));
	return NO_PROBLEM;
}

static str
words(const struct request *req, const struct rows *rows, size_t i)
{
	return sentence_with(req->sentences, req->arena, arena_copy(req->arena, rows_text(rows, i, "why")).at, rows_text(rows, i, "detail"));
}

static str
column_name(const struct rows *rows, size_t i)
{
	const str header = rows_text(rows, i, "header");
	const char *label = str_empty(header) ? import_label(rows_text(rows, i, "field")) : NULL;

	return label != NULL ? str_of(label) : header;
}

static void
show_sums(const struct request *req, const struct rows *sums, struct page *page)
{
	size_t i;

	for (i = 0; i < rows_count(sums); i++) {
		struct page *row = page_row(page, MARK("SUMS"));
		const str why = sentence_with(req->sentences, req->arena, arena_copy(req->arena, rows_text(sums, i, "why")).at, STR("indiquée"));

		page_bind_row(row, req->arena, sums, i);
		page_text(row, MARK("SUM_WHY"), why);
	}
}

static str
counted(const struct request *req, int64_t count, const char *one, const char *before, const char *many)
{
	return count == 1 ? str_of(one) : arena_format(req->arena, "%s%lld %s", before, (long long)count, many);
}

static void
show_state(const struct request *req, const struct rows *one, struct page *page)
{
	const str state = rows_text(one, 0, "state_code"), file_why = rows_text(one, 0, "file_why"), error = rows_text(one, 0, "job_error");
	const int64_t good = rows_int(one, 0, "good_count"), refused = rows_int(one, 0, "refused_count");
	const bool mine = rows_bool(one, 0, "is_mine"), pret = str_is(state, "pret");

	page_text(page, MARK("GOOD_WORDS"), counted(req, good, "1 ligne", "", "lignes"));
	page_text(page, MARK("REFUSED_WORDS"), counted(req, refused, "la ligne refusée", "les ", "lignes refusées"));
	if (!str_empty(file_why))
		page_text(page_row(page, MARK("UNREADABLE")), MARK("UNREADABLE_TEXT"),
		          sentence_with(req->sentences, req->arena, arena_copy(req->arena, file_why).at, rows_text(one, 0, "file_detail")));
	if (rows_bool(one, 0, "is_failed"))
		page_text(page_row(page, MARK("FAILED")), MARK("FAILED_TEXT"),
		          sentence(req->sentences, str_empty(error) ? "job.lost" : arena_copy(req->arena, error).at));
	if (rows_bool(one, 0, "is_failed") && mine && str_is(state, "controle"))
		page_show(page, MARK("CAN_CHECK"));
	if (pret || str_is(state, "importe"))
		page_show(page, MARK("HAS_RESULT"));
	if (pret && mine)
		page_show(page, MARK("CAN_CHANGE"));
	if (mine && (pret || str_is(state, "colonnes") || (str_is(state, "controle") && rows_bool(one, 0, "is_failed"))))
		page_show(page, MARK("CAN_DROP"));
	if (!pret || !mine || !str_empty(file_why))
		return;
	if (good == 0)
		page_show(page, refused == 0 ? MARK("NOTHING_NEW") : MARK("NOTHING_GOOD"));
	else if (refused == 0)
		page_show(page, MARK("CAN_IMPORT"));
	else
		page_show(page, MARK("CAN_CHOOSE"));
}

struct reply
import_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &IMPORT_PROBLEMS);
	const struct problem problem = page_bind_all(req, got, page);
	size_t i;

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	import_show_base(req, page);
	show_state(req, results_of(got, &IMPORT_ONE), page);
	show_sums(req, results_of(got, &IMPORT_SUMS), page);
	if (rows_count(rows) > 0)
		page_show(page, MARK("HAS_WRONGS"));
	for (i = 0; i < rows_count(rows) && i < PAGE_LINES; i++) {
		struct page *row = page_row(page, MARK("WRONGS"));

		page_bind_row(row, req->arena, rows, i);
		page_text(row, MARK("COLUMN"), column_name(rows, i));
		page_text(row, MARK("WRONG_WHY"), words(req, rows, i));
	}
	page_pages(page, page_number(input), rows_count(rows) > PAGE_LINES);
	return reply_page();
}

struct problem
decide_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct decide_input *in = input;

	ASK(batch, &DECIDE, ARG(in->import), ARG(in->lignes), ARG(import_place(req, in->import, "")));
	return NO_PROBLEM;
}

struct problem
again_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct import_input *in = input;

	ASK(batch, &AGAIN, ARG(in->import), ARG(import_place(req, in->import, "")));
	return NO_PROBLEM;
}

struct problem
drop_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct import_input *in = input;

	ASK(batch, &DROP, ARG(in->import), ARG(arena_format(req->arena, "%s?fait=import-abandonne", import_base(req))));
	return NO_PROBLEM;
}

struct problem
report_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct import_input *in = input;

	(void)req;
	ASK(batch, &IMPORT_ONE, ARG(in->import));
	ASK(batch, &IMPORT_REPORT, ARG(in->import));
	return NO_PROBLEM;
}

struct reply
report_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	static const struct sheet_column columns[] = {
		{ "Ligne", SHEET_INT, 8 }, { "Colonne", SHEET_TEXT, 24 }, { "Valeur", SHEET_TEXT, 30 }, { "Ce qui ne va pas", SHEET_TEXT, 60 } };
	const struct rows *rows = results_of(got, &IMPORT_REPORT);
	struct sheet_writer *writer;
	size_t i;

	(void)input;
	(void)page;
	if (rows_count(results_of(got, &IMPORT_ONE)) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
	writer = sheet_write_open(req->arena, SHEET_CSV, columns, 4, NULL, -1);
	for (i = 0; writer != NULL && i < rows_count(rows); i++) {
		const str cells[4] = { rows_text(rows, i, "line"), column_name(rows, i), rows_text(rows, i, "value"), words(req, rows, i) };

		if (!sheet_write_row(writer, cells, 4))
			break;                /* sheet_write_close says why */
	}
	return export_sheet(req, writer, STR("rapport-import"), SHEET_CSV);
}
