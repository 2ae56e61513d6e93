/* The keying form: what an act says, for one agent or several. The first person is helped by what the machine read; the second
 * starts from an empty form. */
#include <jansson.h>
#include <stdlib.h>

#include "archive.h"

#define NAMED(t, n, m, req, hi, ch) { .type = (t), .name = n, .offset = offsetof(struct key_input, m), .required = (req), .most = (hi), .choices = (ch) }
/* The fields of line number `n`, first line 1. */
#define LINE(n)                                                                                   \
	NAMED(FIELD_TYPE_MATRICULE, "matricule" #n, lines[n - 1].matricule, false, 20, NULL),     \
	NAMED(FIELD_TYPE_DATE, "effet" #n, lines[n - 1].effet, false, 0, NULL),                   \
	NAMED(FIELD_TYPE_DATE, "fin" #n, lines[n - 1].fin, false, 0, NULL),                       \
	NAMED(FIELD_TYPE_TEXT, "grade" #n, lines[n - 1].grade, false, 10, NULL),                  \
	NAMED(FIELD_TYPE_TEXT, "corps" #n, lines[n - 1].corps, false, 120, NULL),                 \
	NAMED(FIELD_TYPE_TEXT, "position" #n, lines[n - 1].position, false, 40, NULL),            \
	NAMED(FIELD_TYPE_TEXT, "structure" #n, lines[n - 1].structure, false, 160, NULL)

const struct field ARCHIVE_KEY_FIELDS[] = {
	FIELD_ID(struct key_input, piece), OPTIONAL_CHOICE(struct key_input, rejet, "illisible|pas_un_acte|doublon|agent_inconnu"), OPTIONAL_TEXT(struct key_input, nature, 80),
	OPTIONAL_TEXT(struct key_input, reference, 120), OPTIONAL_DATE(struct key_input, signature),
	OPTIONAL_CHOICE(struct key_input, preuve, "original|copie"), OPTIONAL_CHOICE(struct key_input, suite, "saisie|ressaisie|fin"),
	LINE(1), LINE(2), LINE(3), LINE(4), LINE(5), LINE(6), LINE(7), LINE(8), LINE(9), LINE(10), FIELDS_END };
_Static_assert(KEY_LINES == 10, "a LINE each");

const struct query ARCHIVE_KEYING_PAGE = { "select * from archive_api.keying_page($1)", .takes = "piece" };
const struct query ARCHIVE_KEYING_WORDS = { "select * from archive_api.keying_words()" };
const struct query ARCHIVE_KEY_SCAN = { "select * from archive_api.key_scan($1, $2, $3, $4, $5, $6, $7::text::jsonb)" };

/* ---- the page ---- */

/* The lists that fields complete from: typed by their beginning, no mouse. */
static void
show_words(const struct request *req, const struct rows *words, struct page *page)
{
	for (size_t i = 0; i < rows_count(words); i++) {
		const struct marker mark = marker_named(req->arena, rows_text(words, i, "list"));

		page_bind_row(page_row(page, &mark), req->arena, words, i);
	}
}

/* What the machine read stands in the fields of the first keying, until somebody typed something. */
static void
suggest(const struct request *req, const struct rows *rows, struct page *page)
{
	static const struct { const char *column; const char *field; bool is_date; } SAID[] = { { "kind_label", "NATURE_VALUE", false },
		{ "reference", "REFERENCE_VALUE", false },		{ "signed_on", "SIGNATURE_VALUE", true }, { "matricule", "MATRICULE1_VALUE", false }, { "effect_date", "EFFET1_VALUE", true },
		{ "grade", "GRADE1_VALUE", false } };
	bool any = false;

	for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++) {
		const struct date day = SAID[i].is_date ? rows_date(rows, 0, SAID[i].column) : (struct date){ 0, 0, 0 };
		const str value = !SAID[i].is_date ? rows_text(rows, 0, SAID[i].column) : date_there(day) ? arena_format(req->arena, "%02d/%02d/%04d", day.day, day.month, day.year) : NO_STR;
		const struct marker mark = marker_named(req->arena, str_of(SAID[i].field));

		if (value.at == NULL)
			continue;
		any = true;
		page_text(page, &mark, value);
	}
	if (any)
		page_show(page, MARK("SUGGESTED"));
}

struct reply
archive_keying_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &ARCHIVE_KEYING_PAGE), *words = results_of(got, &ARCHIVE_KEYING_WORDS);
	const struct done_input *in = input;

	archive_done_show(req, in->fait, page);
	page_text(page, MARK("PIECE_ID"), opaque_text(req->arena, in->piece));
	page_text(page, MARK("SCAN_NAME"), rows_text(rows, 0, "name"));
	page_text(page, MARK("QUEUE"), rows_text(rows, 0, "queue"));
	if (rows_text(rows, 0, "lot_name").at != NULL)
		page_text(page_row(page, MARK("FROM_LOT")), MARK("LOT_NAME"), rows_text(rows, 0, "lot_name"));
	if (rows_text(rows, 0, "report_code").at != NULL)
		page_text(page_row(page, MARK("FROM_REPORT")), MARK("REPORT_CODE"), rows_text(rows, 0, "report_code"));
	page_show(page, rows_bool(rows, 0, "is_first") ? MARK("IS_FIRST") : MARK("IS_SECOND"));
	page_bind(page, req->arena, "PAGES", results_of(got, &ARCHIVE_SCAN_PAGES));
	show_words(req, words, page);
	if (rows_bool(rows, 0, "is_first") && req->problem_count == 0)
		suggest(req, rows, page);
	return reply_page();
}

/* ---- what is sent ---- */

static bool
line_there(const struct key_line *line)
{
	return !str_empty(line->matricule) || !str_empty(line->grade) || !str_empty(line->corps) || !str_empty(line->position) || !str_empty(line->structure) ||
	       date_there(line->effet) || date_there(line->fin);
}

static void
put(json_t *line, const char *name, str value)
{
	if (!str_empty(value))
		(void)json_object_set_new(line, name, json_stringn(value.at, value.len));
}

static json_t *
line_json(struct arena *arena, const struct key_line *line, size_t n)
{
	json_t *out = json_object();

	(void)json_object_set_new(out, "n", json_integer((json_int_t)n));
	put(out, "matricule", line->matricule);
	put(out, "grade", line->grade);
	put(out, "corps", line->corps);
	put(out, "position", line->position);
	put(out, "structure", line->structure);
	if (date_there(line->effet))
		put(out, "effet", date_iso(arena, line->effet));
	if (date_there(line->fin))
		put(out, "fin", date_iso(arena, line->fin));
	return out;
}

/* The first thing that is missing. */
static struct problem
complete(const struct request *req, const struct key_input *in)
{
	bool any = false;

	if (str_empty(in->nature))
		return problem_input("nature", "archive.kind_missing");
	if (str_empty(in->preuve))
		return problem_input("preuve", "archive.proof_missing");
	if (str_empty(in->reference) && !date_there(in->signature))
		return problem_input("reference", "archive.reference_or_date");
	if (date_there(in->signature) && date_compare(in->signature, req->today) > 0)
		return problem_input("signature", "archive.signed_later");
	for (size_t i = 0; i < KEY_LINES; i++) {
		const struct key_line *line = &in->lines[i];

		if (!line_there(line))
			continue;
		any = true;
		if (str_empty(line->matricule))
			return problem_input(arena_format(req->arena, "matricule%zu", i + 1).at, "archive.matricule_missing");
		if (!date_there(line->effet))
			return problem_input(arena_format(req->arena, "effet%zu", i + 1).at, "archive.effect_missing");
	}
	return any ? NO_PROBLEM : problem_input("matricule1", "archive.matricule_missing");
}

struct problem
archive_key_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct key_input *in = input;
	const bool rejected = !str_empty(in->rejet);
	const struct problem problem = rejected ? NO_PROBLEM : complete(req, in);
	json_t *lines = json_array();
	char *text;

	if (problem.kind != PROBLEM_NONE) {
		json_decref(lines);
		return problem;
	}
	for (size_t i = 0; i < KEY_LINES; i++)
		if (line_there(&in->lines[i]))
			(void)json_array_append_new(lines, line_json(req->arena, &in->lines[i], i + 1));
	text = json_dumps(lines, JSON_COMPACT);
	json_decref(lines);
	ASK(batch, &ARCHIVE_KEY_SCAN, ARG(in->piece), rejected ? ARG(in->rejet) : ARG_NULL, str_empty(in->nature) ? ARG_NULL : ARG(in->nature), ARG(in->reference),
	    ARG(in->signature), str_empty(in->preuve) ? ARG_NULL : ARG(in->preuve), ARG(arena_copy(req->arena, str_of(text != NULL ? text : "[]"))));
	free(text);
	if (!str_is(in->suite, "fin") && !str_empty(in->suite))
		ASK(batch, &ARCHIVE_TAKE_NEXT, ARG(in->suite));
	return NO_PROBLEM;
}

/* On to the next one, taken in the same transaction; without one, the desk says what became of this. */
struct reply
archive_key_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *next = results_of(got, &ARCHIVE_TAKE_NEXT);
	const str state = rows_text(results_of(got, &ARCHIVE_KEY_SCAN), 0, "state_code");

	(void)input;
	(void)page;
	if (rows_count(next) == 1)
		return reply_see_other(req, "/archives/pieces/%.*s/saisie?fait=%.*s", STR_ARGS(opaque_text(req->arena, rows_int(next, 0, "scan_id"))), STR_ARGS(state));
	return reply_see_other(req, "/archives?fait=%.*s", STR_ARGS(state));
}
