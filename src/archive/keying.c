/* The desk of the archive, and taking a scan from its queues; one scan as a sheet, with its pages. */
#include "archive.h"

const struct field ARCHIVE_TAKE_FIELDS[] = { FIELD_CHOICE(struct take_input, file, "saisie|ressaisie|comparaison"), FIELDS_END };
#define DONE_WORDS "a_saisir|a_ressaisir|a_comparer|rattachee|rejetee"
const struct field ARCHIVE_DESK_FIELDS[] = { OPTIONAL_CHOICE(struct done_input, fait, DONE_WORDS), FIELDS_END };
const struct field ARCHIVE_KEYING_FIELDS[] = { FIELD_ID(struct done_input, piece), OPTIONAL_CHOICE(struct done_input, fait, DONE_WORDS), FIELDS_END };
const struct field ARCHIVE_PIECE_FIELDS[] = { FIELD_ID(struct page_input, piece), FIELDS_END };
const struct field ARCHIVE_PAGE_FIELDS[] = { FIELD_ID(struct page_input, piece), FIELD_INT(struct page_input, page, 1, SCAN_MOST_PAGES), FIELDS_END };

const struct query ARCHIVE_DESK = { "select * from archive_api.desk()" };
const struct query ARCHIVE_TAKE = { "select * from archive_api.take($1)", .takes = "file" };
const struct query ARCHIVE_TAKE_NEXT = { "select * from archive_api.take_next($1)" };
const struct query ARCHIVE_GIVE_UP = { "select archive_api.give_up($1)", .takes = "piece" };
const struct query ARCHIVE_SCAN_ONE = { "select * from archive_api.scan($1)", .takes = "piece", .shows = "." };
const struct query ARCHIVE_SCAN_PAGES = { "select * from archive_api.scan_pages($1)", .takes = "piece", .shows = "PAGES" };
const struct query ARCHIVE_SCAN_PAGE = { "select * from archive_api.scan_page($1, $2)", .takes = "piece page" };
const struct query ARCHIVE_SCAN_ORIGINAL = { "select * from archive_api.scan_original($1)", .takes = "piece" };
const struct query ARCHIVE_SCAN_AGENTS = { "select * from archive_api.scan_agents($1)", .takes = "piece", .shows = "AGENTS" };
const struct query ARCHIVE_OPEN_SCAN = { "select archive_api.open_scan($1)", .takes = "piece" };
const struct query ARCHIVE_REPORTS_TALLY = { "select * from archive_api.reports_tally()" };

/* What became of the one before, in words: FAIT_RATTACHEE… */
void
archive_done_show(const struct request *req, str fait, struct page *page)
{
	static const struct { const char *state, *mark; } WORDS[] = { { "a_saisir", "FAIT_REFAIRE" }, { "a_ressaisir", "FAIT_SAISIE" },
		{ "a_comparer", "FAIT_DIFFERENTE" }, { "rattachee", "FAIT_RATTACHEE" }, { "rejetee", "FAIT_ECARTEE" } };

	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		if (str_is(fait, WORDS[i].state)) {
			const struct marker mark = marker_named(req->arena, str_of(WORDS[i].mark));

			page_show(page, MARK("FAIT"));
			page_show(page, &mark);
		}
}

struct reply
archive_desk_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *desk = results_of(got, &ARCHIVE_DESK), *tally = results_of(got, &ARCHIVE_REPORTS_TALLY);
	const struct done_input *in = input;
	int64_t open = 0, late = 0;

	archive_done_show(req, in->fait, page);
	for (size_t i = 0; i < rows_count(desk); i++) {
		const str queue = rows_text(desk, i, "queue");
		struct page *row = page_row(page, str_is(queue, "saisie") ? MARK("SAISIE") : str_is(queue, "ressaisie") ? MARK("RESSAISIE") : MARK("COMPARAISON"));

		page_bind_row(row, req->arena, desk, i);
		page_show(row, rows_int(desk, i, "for_me") > 0 ? MARK("MAY") : rows_int(desk, i, "total") > 0 ? MARK("NOT_ME") : MARK("NOTHING"));
		page_show(row, rows_int(desk, i, "total") > 1 ? MARK("MANY") : MARK("ONE"));
	}
	for (size_t i = 0; i < rows_count(tally); i++) {
		const str state = rows_text(tally, i, "state_code");

		late += rows_int(tally, i, "late");
		if (str_is(state, "nouveau") || str_is(state, "recherche"))
			open += rows_int(tally, i, "total");
	}
	page_int(page, MARK("REPORTS_OPEN"), open);
	if (late > 0)
		page_int(page_row(page, MARK("REPORTS_LATE")), MARK("LATE"), late);
	return reply_page();
}

struct reply
archive_take_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct take_input *in = input;
	const str piece = opaque_text(req->arena, rows_int(results_of(got, &ARCHIVE_TAKE), 0, "scan_id"));

	(void)page;
	return reply_see_other(req, "/archives/pieces/%.*s/%s", STR_ARGS(piece), str_is(in->file, "comparaison") ? "comparaison" : "saisie");
}

struct reply
archive_scan_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &ARCHIVE_SCAN_ONE);
	const struct problem problem = page_bind_all(req, got, page);

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem_of(PROBLEM_MISSING, "archive.scan_missing"));
	const str why = rows_text(rows, 0, "why");

	if (why.at != NULL)
		page_text(page_row(page, MARK("REFUSED")), MARK("WHY_TEXT"), sentence_with(req->sentences, req->arena, arena_copy(req->arena, why).at,
			rows_text(rows, 0, "why_detail")));
	return reply_page();
}

struct reply
archive_scan_page_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return archive_image(req, results_of(got, &ARCHIVE_SCAN_PAGE));
}

struct reply
archive_scan_original_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct page_input *in = input;

	(void)page;
	return archive_original(req, results_of(got, &ARCHIVE_SCAN_ORIGINAL), arena_format(req->arena, "piece-%.*s", STR_ARGS(opaque_text(req->arena, in->piece))));
}
