/* The search in all that was scanned, and the counts of the work. */
#include "archive.h"

enum { FOUND_PAGE = 20 };
#define HIT_FROM "\xEE\x80\x80"    /* U+E000, U+E001: around the words found, put there by the query */
#define HIT_TO   "\xEE\x80\x81"

const struct field ARCHIVE_SEARCH_FIELDS[] = { OPTIONAL_TEXT(struct search_input, q, 200), OPTIONAL_MATRICULE(struct search_input, matricule),
	OPTIONAL_TEXT(struct search_input, nature, 40), OPTIONAL_TEXT(struct search_input, reference, 80), OPTIONAL_TEXT(struct search_input, etat, 20),
	OPTIONAL_DATE(struct search_input, du), OPTIONAL_DATE(struct search_input, au), OPTIONAL_INT(struct search_input, page, 1, 500), FIELDS_END };

const struct query ARCHIVE_SEARCH = { "select * from archive_api.search($1, $2, $3, $4, $5, $6, $7, $8, $9)" };
const struct query ARCHIVE_SEARCH_STATES = { "select * from archive_api.search_states()", .keeps = "etat STATES.STATE_CODE" };
const struct query ARCHIVE_KIND_WORDS = { "select * from archive_api.act_kind_words()", .keeps = "nature NATURES.KIND_CODE" };
const struct query ARCHIVE_STATS = { "select * from archive_api.stats()", .shows = "." };
const struct query ARCHIVE_STATS_DAYS = { "select * from archive_api.stats_days()" };
const struct query ARCHIVE_STATS_PEOPLE = { "select * from archive_api.stats_people()", .shows = "PEOPLE" };

static bool
asked(const struct search_input *in)
{
	return !str_empty(in->q) || !str_empty(in->matricule) || !str_empty(in->nature) || !str_empty(in->reference) || !str_empty(in->etat) ||
	       date_there(in->du) || date_there(in->au);
}

struct problem
archive_search_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct search_input *in = input;

	(void)req;
	ASK_PLAIN(batch, &ARCHIVE_SEARCH_STATES);
	ASK_PLAIN(batch, &ARCHIVE_KIND_WORDS);
	if (asked(in))
		ASK(batch, &ARCHIVE_SEARCH, ARG(in->q), ARG(in->matricule), ARG(in->nature), ARG(in->reference), ARG(in->du), ARG(in->au), ARG(in->etat),
		    ARG(FOUND_PAGE + 1), ARG(((in->page < 1 ? 1 : in->page) - 1) * FOUND_PAGE));
	return NO_PROBLEM;
}

/* "texte ‹mot› texte" into parts, the found ones marked. */
static void
show_snippet(str said, struct page *row)
{
	while (said.at != NULL && said.len > 0) {
		const char *from = memmem(said.at, said.len, HIT_FROM, 3);
		const size_t before = from == NULL ? said.len : (size_t)(from - said.at);

		if (before > 0)
			page_text(page_row(page_row(row, MARK("PARTS")), MARK("PLAIN")), MARK("TEXT"), (str){ said.at, before });
		said = str_skip(said, before + (from == NULL ? 0 : 3));
		if (from == NULL)
			break;
		const char *to = memmem(said.at, said.len, HIT_TO, 3);
		const size_t hit = to == NULL ? said.len : (size_t)(to - said.at);

		page_text(page_row(page_row(row, MARK("PARTS")), MARK("HIT")), MARK("TEXT"), (str){ said.at, hit });
		said = str_skip(said, hit + (to == NULL ? 0 : 3));
	}
}

/* What was asked stands in the form, and in the addresses of the pages before and after. */
static void
show_asked(const struct request *req, const struct search_input *in, struct page *page)
{
	page_text(page, MARK("Q_VALUE"), in->q);
	page_text(page, MARK("MATRICULE_VALUE"), in->matricule);
	page_text(page, MARK("REFERENCE_VALUE"), in->reference);
	page_text(page, MARK("NATURE_VALUE"), in->nature);
	page_text(page, MARK("ETAT_VALUE"), in->etat);
	page_text(page, MARK("DU_VALUE"), date_there(in->du) ? date_french(req->arena, in->du) : STR(""));
	page_text(page, MARK("AU_VALUE"), date_there(in->au) ? date_french(req->arena, in->au) : STR(""));
}

struct reply
archive_search_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct search_input *in = input;
	const struct rows *found = results_of(got, &ARCHIVE_SEARCH);
	const size_t count = rows_count(found);
	const int64_t at = in->page < 1 ? 1 : in->page;

	show_asked(req, in, page);
	page_bind(page, req->arena, "STATES", results_of(got, &ARCHIVE_SEARCH_STATES));
	page_bind(page, req->arena, "NATURES", results_of(got, &ARCHIVE_KIND_WORDS));
	if (!str_empty(in->nature) || !str_empty(in->reference) || !str_empty(in->etat) || !str_empty(in->matricule) || date_there(in->du) || date_there(in->au))
		page_show(page, MARK("FILTERED"));
	if (!asked(in)) {
		page_show(page, MARK("NOT_ASKED"));
		return reply_page();
	}
	page_show(page, count > 0 ? MARK("HAS_FOUND") : MARK("NO_FOUND"));
	for (size_t i = 0; i < count && i < FOUND_PAGE; i++) {
		struct page *row = page_row(page, MARK("FOUND"));

		page_bind_row(row, req->arena, found, i);
		show_snippet(rows_text(found, i, "snippet"), row);
	}
	page_pages(page, at, count > FOUND_PAGE);
	return reply_page();
}

struct reply
archive_stats_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *stats = results_of(got, &ARCHIVE_STATS), *days = results_of(got, &ARCHIVE_STATS_DAYS);
	const struct problem problem = page_bind_all(req, got, page);
	const int64_t tenths = rows_int(stats, 0, "rate_tenths");

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (rows_int(stats, 0, "compared") > 0)
		page_text(page_row(page, MARK("RATE")), MARK("RATE_WORDS"), arena_format(req->arena, "%lld,%lld\u00a0%%", (long long)tenths / 10, (long long)tenths % 10));
	else
		page_show(page, MARK("NO_RATE"));
	page_bind(page, req->arena, "DAYS", days);
	return reply_page();
}
