/* Batches: their list, one of them with its files, and files sent to it. Sending keeps bytes outside of the database after the
 * first segment has said who is asking; a content sent twice is kept once, so that sending again is safe. */
#include <jansson.h>
#include <stdlib.h>

#include "archive.h"

enum { LOTS_PAGE = 20, SCANS_PAGE = 50 };

const struct field ARCHIVE_LOTS_FIELDS[] = { OPTIONAL_INT(struct lot_input, page, 1, 100000), FIELDS_END };
const struct field ARCHIVE_LOT_FIELDS[] = { FIELD_ID(struct lot_input, lot), OPTIONAL_INT(struct lot_input, page, 1, 100000), FIELDS_END };
const struct field ARCHIVE_LOT_ALONE[] = { FIELD_ID(struct lot_input, lot), FIELDS_END };
const struct field ARCHIVE_RELAUNCH_FIELDS[] = { FIELD_ID(struct lot_input, lot), FIELD_ID(struct lot_input, piece), FIELDS_END };
const struct field ARCHIVE_MAKE_LOT_FIELDS[] = { FIELD_TEXT(struct make_lot_input, nom, 120), OPTIONAL_TEXT(struct make_lot_input, origine, 200),
	FIELD_ID(struct make_lot_input, structure), FIELDS_END };
const struct field ARCHIVE_SEND_FIELDS[] = { FIELD_ID(struct send_input, lot), FIELD_FILES(struct send_input, fichiers, SEND_MOST_FILES), FIELDS_END };

const struct query ARCHIVE_LOTS = { "select * from archive_api.lots($1, $2)" };
const struct query ARCHIVE_LOT = { "select * from archive_api.lot($1)" };
const struct query ARCHIVE_LOT_SCANS = { "select * from archive_api.lot_scans($1, $2, $3)" };
const struct query ARCHIVE_LOT_STRUCTURES = { "select * from archive_api.lot_structures()", .shows = "STRUCTURES" };
const struct query ARCHIVE_MAKE_LOT = { "select * from archive_api.make_lot($1, $2, $3)", .takes = "nom origine structure" };
const struct query ARCHIVE_MAY_SEND = { "select archive_api.may_send($1)", .takes = "lot" };
const struct query ARCHIVE_SEND = { "select * from archive_api.send($1, $2::text::jsonb)" };
const struct query ARCHIVE_RELAUNCH = { "select archive_api.relaunch($1)", .takes = "piece" };

struct problem
archive_lots_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct lot_input *in = input;

	(void)req;
	ASK(batch, &ARCHIVE_LOTS, ARG(LOTS_PAGE + 1), ARG(((in->page < 1 ? 1 : in->page) - 1) * LOTS_PAGE));
	return NO_PROBLEM;
}

struct reply
archive_lots_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct lot_input *in = input;

	archive_paged(req, "LOTS", results_of(got, &ARCHIVE_LOTS), LOTS_PAGE, in->page, page);
	return reply_page();
}

struct reply
archive_make_lot_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return reply_see_other(req, "/archives/lots/%.*s", STR_ARGS(opaque_text(req->arena, rows_int(results_of(got, &ARCHIVE_MAKE_LOT), 0, "lot_id"))));
}

struct problem
archive_lot_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct lot_input *in = input;

	(void)req;
	ASK(batch, &ARCHIVE_LOT, ARG(in->lot));
	ASK(batch, &ARCHIVE_LOT_SCANS, ARG(in->lot), ARG(SCANS_PAGE + 1), ARG(((in->page < 1 ? 1 : in->page) - 1) * SCANS_PAGE));
	return NO_PROBLEM;
}

/* "1,4 Mo" */
static str
size_words(struct arena *arena, int64_t bytes)
{
	const long long tenths = (long long)(bytes * 10 / (1024 * 1024));

	if (tenths < 10)
		return arena_format(arena, "%lld\u00a0ko", (long long)((bytes + 1023) / 1024));
	return arena_format(arena, "%lld,%lld\u00a0Mo", tenths / 10, tenths % 10);
}

static void
show_scan(const struct request *req, const struct rows *rows, size_t i, struct page *row)
{
	const str why = rows_text(rows, i, "why"), error = rows_text(rows, i, "job_error");

	page_bind_row(row, req->arena, rows, i);
	page_text(row, MARK("SIZE_WORDS"), size_words(req->arena, rows_int(rows, i, "size")));
	if (why.at == NULL)
		page_show(row, MARK("NO_REFUSED"));
	else
		page_text(page_row(row, MARK("REFUSED")), MARK("WHY_TEXT"), sentence_with(req->sentences, req->arena, arena_copy(req->arena, why).at,
			rows_text(rows, i, "why_detail")));
	if (rows_bool(rows, i, "is_stopped"))
		page_text(page_row(row, MARK("STOPPED")), MARK("STOPPED_TEXT"), sentence(req->sentences,
			sentence_known(req->sentences, arena_format(req->arena, "%.*s", STR_ARGS(error)).at) ? arena_format(req->arena, "%.*s", STR_ARGS(error)).at : "job.failed"));
}

struct reply
archive_lot_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct lot_input *in = input;
	const struct rows *lot = results_of(got, &ARCHIVE_LOT), *scans = results_of(got, &ARCHIVE_LOT_SCANS);
	const int64_t at = in->page < 1 ? 1 : in->page;
	const size_t count = rows_count(scans);

	if (rows_count(lot) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "archive.lot_missing"));
	page_bind_row(page, req->arena, lot, 0);
	if (rows_int(lot, 0, "waiting") > 0) {
		struct page *running = page_row(page, MARK("RUNNING"));

		page_int(running, MARK("READ_DONE"), rows_int(lot, 0, "pages_read"));
		page_int(running, MARK("READ_TOTAL"), rows_int(lot, 0, "pages_total"));
	}
	page_show(page, rows_int(lot, 0, "scans") > 0 ? MARK("HAS_FILES") : MARK("NO_FILES"));
	if (rows_int(lot, 0, "refused") > 0)
		page_show(page, MARK("SOME_REFUSED"));
	page_int(page, MARK("MOST_FILES"), SEND_MOST_FILES);
	page_int(page, MARK("MOST_BYTES"), SEND_MOST_BYTES / 1024 / 1024);
	for (size_t i = 0; i < count && i < SCANS_PAGE; i++)
		show_scan(req, scans, i, page_row(page, MARK("SCANS")));
	page_pages(page, at, count > SCANS_PAGE);
	return reply_page();
}

struct problem
archive_send_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct send_input *in = input;

	(void)req;
	ASK(batch, &ARCHIVE_MAY_SEND, ARG(in->lot));
	return NO_PROBLEM;
}

/* A browser may send a path: the last part is the name. What is not printable UTF-8 is left out. */
static str
plain_name(struct arena *arena, str name)
{
	char *out;
	size_t len = 0;

	for (size_t i = name.len; i > 0; i--)
		if (name.at[i - 1] == '/' || name.at[i - 1] == '\\') {
			name = str_skip(name, i);
			break;
		}
	out = arena_alloc(arena, name.len + 1);
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.at[i] >= 0x20 && name.at[i] != 0x7F)
			out[len++] = name.at[i];
	return utf8_valid((str){ out, len }) ? (str){ out, len } : STR("");
}

struct problem
archive_send_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct send_input *in = input;
	json_t *files = json_array();
	char *text;

	(void)got;
	for (size_t i = 0; i < in->fichiers.count; i++) {
		const struct upload *u = &in->fichiers.list[i];
		const str shown = plain_name(req->arena, u->name);
		struct scan look;
		str name;

		if (!archive_keep(req, u->bytes, &look, &name)) {
			json_decref(files);
			return problem_of(PROBLEM_BUSY, "problem.storage_full");
		}
		json_t *one = json_pack("{s:s%, s:s%, s:I, s:s, s:s?}", "name", shown.at == NULL ? "" : shown.at, shown.len, "sha256", name.at, name.len, "size",
			(json_int_t)u->bytes.len, "type", scan_type_name(look.type), "why", look.why);

		if (look.detail.at != NULL)
			(void)json_object_set_new(one, "detail", json_stringn(look.detail.at, look.detail.len));
		if (json_array_append_new(files, one) != 0) {
			json_decref(files);
			return problem_of(PROBLEM_BROKEN, "problem.broken");
		}
	}
	text = json_dumps(files, JSON_COMPACT);
	json_decref(files);
	if (text == NULL)
		return problem_of(PROBLEM_BROKEN, "problem.broken");
	ASK(batch, &ARCHIVE_SEND, ARG(in->lot), ARG(arena_copy(req->arena, str_of(text))));
	free(text);
	return NO_PROBLEM;
}

struct reply
archive_send_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct send_input *in = input;

	(void)got;
	(void)page;
	return reply_see_other(req, "/archives/lots/%.*s", STR_ARGS(opaque_text(req->arena, in->lot)));
}
