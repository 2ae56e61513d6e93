/* A quarter in one go, and the list that the chief signs. */
#include "circuit.h"

enum { PAGE_LINES = 50 };

static struct date
quarter_of(struct date day)
{
	return (struct date){ day.year, (uint8_t)((day.month - 1) / 3 * 3 + 1), 1 };
}

/* Without a choice: the quarter to come, whose pensions are to be ready. */
static struct date
asked_quarter(const struct request *req, const struct circuit_lots_input *in)
{
	return date_there(in->trimestre) ? quarter_of(in->trimestre) : date_add_months(quarter_of(req->today), 3);
}

struct problem
circuit_lots_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct circuit_lots_input *in = input;
	const struct date quarter = asked_quarter(req, in);
	const int64_t page = in->page < 1 ? 1 : in->page;

	ASK_PLAIN(batch, &LOTS_QUARTERS);
	ASK(batch, &LOTS_SUMMARY, ARG(quarter));
	ASK(batch, &LOTS_WAITS, ARG(quarter));
	ASK(batch, &LOTS_FILES, ARG(quarter), ARG(PAGE_LINES), ARG((page - 1) * PAGE_LINES));
	ASK(batch, &LOTS_BATCH, ARG(quarter));
	return NO_PROBLEM;
}

struct reply
circuit_lots_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct circuit_lots_input *in = input;
	const struct rows *quarters = results_of(got, &LOTS_QUARTERS), *files = results_of(got, &LOTS_FILES), *batches = results_of(got, &LOTS_BATCH),
		*summary = results_of(got, &LOTS_SUMMARY);
	const struct date quarter = asked_quarter(req, in);
	size_t i;

	page_text(page, MARK("TRIMESTRE"), date_iso(req->arena, quarter));
	page_bind_row(page, req->arena, summary, 0);
	for (i = 0; i < rows_count(quarters); i++) {
		struct page *row = page_row(page, MARK("QUARTERS"));

		page_bind_row(row, req->arena, quarters, i);
		page_text(row, MARK("VALUE"), date_iso(req->arena, rows_date(quarters, i, "quarter")));
		if (date_compare(rows_date(quarters, i, "quarter"), quarter) == 0)
			page_show(row, MARK("CHOSEN"));
	}
	page_bind(page, req->arena, "WAITS", results_of(got, &LOTS_WAITS));
	page_bind(page, req->arena, "FILES_SHOWN", files);
	page_bind(page, req->arena, "BATCH", batches);
	page_show(page, rows_int(summary, 0, "files") > 0 ? MARK("SOME_FILES") : MARK("EMPTY_QUARTER"));
	if (rows_int(summary, 0, "to_compute") + rows_int(summary, 0, "computed") + rows_int(summary, 0, "waiting") > 0 && rows_bool(summary, 0, "may_launch") && !rows_bool(batches, 0, "is_running"))
		page_show(page, MARK("CAN_LAUNCH"));
	page_range(page, in->page < 1 ? 1 : in->page, PAGE_LINES, rows_int(files, 0, "total"));
	return reply_page();
}

struct reply
circuit_launch_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct circuit_lots_input *in = input;

	(void)got;
	(void)page;
	return reply_see_other(req, "/pensions/lots?trimestre=%.*s&fait=lot_lance", STR_ARGS(date_iso(req->arena, in->trimestre)));
}

/* ---- signing a list ---- */

struct reply
circuit_sign_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &SIGN_LIST);
	size_t i;

	(void)input;
	page_show(page, rows_count(rows) > 0 ? MARK("HAS_WAITING") : MARK("NO_WAITING"));
	page_int(page, MARK("TOTAL"), rows_int(rows, 0, "total"));
	page_show(page, rows_bool(rows, 0, "is_fresh") ? MARK("FRESH") : MARK("NO_FRESH"));
	for (i = 0; i < rows_count(rows); i++) {
		struct page *row = page_row(page, MARK("WAITING"));

		page_bind_row(row, req->arena, rows, i);
		page_text(row, MARK("TICK"), arena_format(req->arena, "%.*s.%.*s", STR_ARGS(opaque_text(req->arena, rows_int(rows, i, "file_id"))), STR_ARGS(rows_text(rows, i, "hash"))));
	}
	return reply_page();
}

static bool
hash_readable(str hash)
{
	size_t i;

	if (hash.len != 64)
		return false;
	for (i = 0; i < hash.len; i++)
		if (strchr("0123456789abcdef", hash.at[i]) == NULL)
			return false;
	return true;
}

/* Each tick says a file and the computation that the list showed: "<file>.<hash>". */
struct problem
circuit_sign_many_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct circuit_sign_input *in = input;
	str files = STR("{"), hashes = STR("{");
	size_t i;

	for (i = 0; i < in->dossiers.count; i++) {
		str hash = in->dossiers.list[i];
		const str name = str_cut(&hash, '.');
		int64_t file;

		if (!opaque_read(name, &file) || !hash_readable(hash))
			return problem_input("dossiers", "acts.tick_unreadable");
		files = arena_format(req->arena, "%.*s%s%lld", STR_ARGS(files), i > 0 ? "," : "", (long long)file);
		hashes = arena_format(req->arena, "%.*s%s%.*s", STR_ARGS(hashes), i > 0 ? "," : "", STR_ARGS(hash));
	}
	ASK(batch, &SIGN_MANY, ARG(arena_format(req->arena, "%.*s}", STR_ARGS(files))), ARG(arena_format(req->arena, "%.*s}", STR_ARGS(hashes))));
	return NO_PROBLEM;
}

struct reply
circuit_sign_many_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &SIGN_MANY);
	const str why = rows_text(rows, 0, "why");

	(void)input;
	(void)page;
	if (rows_int(rows, 0, "done") == 0)
		return reply_problem((struct problem){ .kind = PROBLEM_CONFLICT, .text = str_empty(why) ? "problem.conflict" : arena_copy(req->arena, why).at });
	return reply_see_other(req, "/pensions/signature?fait=%s", rows_int(rows, 0, "refused") > 0 ? "concessions_en_partie" : "concessions_signees");
}
