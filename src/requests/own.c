/* The person's pages: the list of what he asked, one request with its clock and its thread, and his gestures. */
#include "filing.h"
#include "own.h"
#include "guichet/store.h"

enum { LIST_LINES = 20, PIECE_MOST = 5 * 1024 * 1024 };

#define ANSWER_FIELDS                                                                                                \
	FIELD_ID(struct complete_input, complement), OPTIONAL_LINES(struct complete_input, reponse, 1500),               \
	FIELD_BOOL(struct complete_input, perdue), OPTIONAL_FILE(struct complete_input, piece, PIECE_MOST)

const struct field PAGE_INPUT[] = { OPTIONAL_INT(struct page_input, page, 1, 1000), FIELDS_END };
const struct field OWN_INPUT[] = { FIELD_ID(struct own_input, demande), FIELDS_END };
const struct field ONE_INPUT[] = { FIELD_ID(struct one_input, demande), OPTIONAL_ID(struct one_input, complement), FIELDS_END };
const struct field COMPLETE_INPUT[] = { FIELD_ID(struct complete_input, demande), ANSWER_FIELDS, FIELDS_END };
const struct field COMPLETE_OPEN_INPUT[] = {
	FIELD_TEXT(struct complete_input, numero, 30), FIELD_TEXT(struct complete_input, code, 30), ANSWER_FIELDS, FIELDS_END };
const struct field SAY_INPUT[] = { FIELD_ID(struct say_input, demande), FIELD_LINES(struct say_input, message, 1500), FIELDS_END };
const struct field CONTEST_INPUT[] = { FIELD_ID(struct contest_input, demande), FIELD_LINES(struct contest_input, motifs, 3000), FIELDS_END };

const struct query MY_REQUESTS = { "select * from requests_api.my_requests($1, $2)", .shows = "REQUESTS" };
const struct query MY_DRAFTS = { "select * from requests_api.my_drafts()", .shows = "DRAFTS" };
const struct query MY_REQUEST = { "select * from requests_api.my_request($1)", .takes = "demande", .shows = "." };
const struct query THREAD = { "select * from requests_api.thread($1)", .takes = "demande", .shows = "THREAD" };
const struct query COMPLEMENTS = { "select * from requests_api.open_complements($1)", .takes = "demande" };
const struct query PIECES = { "select * from requests_api.pieces($1)", .takes = "demande", .shows = "PIECES" };
const struct query LINES = { "select * from requests_api.lines($1)", .takes = "demande", .shows = "LINES" };
const struct query CLOCK = { "select * from requests_api.clock($1)", .takes = "demande" };
const struct query CONTEST = { "select * from requests_api.my_contest($1)", .takes = "demande", .shows = "CONTEST" };
const struct query MAY_COMPLETE = { "select * from requests_api.may_complete($1, $2)" };
const struct query COMPLETE = { "select * from requests_api.complete($1, $2, $3, $4, $5, $6)" };
const struct query MAY_COMPLETE_OPEN = { "select * from requests_api.may_complete_open($1, $2, $3, $4)" };
const struct query COMPLETE_OPEN = { "select * from requests_api.complete_open($1, $2, $3, $4, $5, $6)" };
const struct query SAY = { "select * from requests_api.say($1, $2, $3)" };
const struct query WITHDRAW = { "select * from requests_api.withdraw($1, $2)" };
const struct query RESUME = { "select * from requests_api.resume($1, $2)" };
const struct query CONTEST_IT = { "select * from requests_api.contest($1, $2, $3)" };

static str
place_of(const struct request *req, int64_t request, const char *after)
{
	return arena_format(req->arena, "/demandes/%.*s%s", STR_ARGS(opaque_text(req->arena, request)), after);
}

struct problem
list_own_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct page_input *in = input;
	const int64_t page = in->page > 0 ? in->page : 1;

	(void)req;
	ASK(batch, &MY_REQUESTS, ARG(LIST_LINES + 1), ARG((page - 1) * LIST_LINES));
	ASK_PLAIN(batch, &MY_DRAFTS);
	return NO_PROBLEM;
}

struct reply
list_own_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &MY_REQUESTS);
	const struct page_input *in = input;
	size_t i;

	page_bind(page, req->arena, "DRAFTS", results_of(got, &MY_DRAFTS));
	page_show(page, rows_count(rows) > 0 ? MARK("HAS_REQUESTS") : MARK("NO_REQUESTS"));
	for (i = 0; i < rows_count(rows) && i < LIST_LINES; i++)
		page_bind_row(page_row(page, MARK("REQUESTS")), req->arena, rows, i);
	page_pages(page, in->page > 0 ? in->page : 1, rows_count(rows) > LIST_LINES);
	return reply_page();
}

void
draw_clock(const struct request *req, const struct rows *days, struct page *page)
{
	int64_t ours = 0, yours = 0, left = 0, x = 0;
	struct page *clock;
	size_t i;
	int week = -1;

	if (rows_count(days) == 0)
		return;
	clock = page_row(page, MARK("CLOCK"));
	for (i = 0; i < rows_count(days); i++) {
		const str kind = rows_text(days, i, "kind");
		const int this_week = (date_days(rows_date(days, i, "day")) + 3) / 7;
		struct page *square = page_row(clock, MARK("SQUARES"));

		x += i > 0 && this_week != week ? 8 : 0;
		week = this_week;
		page_int(square, MARK("X"), x);
		page_text(square, MARK("PAINT"), str_is(kind, "nous") ? STR("c-a") : str_is(kind, "vous") ? STR("c-c") : STR("c-line-fill"));
		x += 15;
		ours += str_is(kind, "nous");
		yours += str_is(kind, "vous");
		left += str_is(kind, "reste");
	}
	page_int(clock, MARK("CLOCK_WIDTH"), x < 300 ? 300 : x);
	page_int(clock, MARK("OURS"), ours);
	page_text(clock, MARK("OURS_WORD"), ours > 1 ? STR("jours") : STR("jour"));
	if (yours > 0)
		page_int(page_row(clock, MARK("HAS_YOURS")), MARK("YOURS"), yours);
	if (left > 0)
		page_int(page_row(clock, MARK("HAS_LEFT")), MARK("LEFT"), left);
	(void)req;
}

void
draw_complements(const struct request *req, const struct rows *asked, int64_t chosen, struct page *page)
{
	size_t i, shown = 0;
	struct page *card;

	if (rows_count(asked) == 0)
		return;
	for (i = 0; i < rows_count(asked); i++)
		if (rows_int(asked, i, "complement_id") == chosen)
			shown = i;
	card = page_row(page, MARK("COMPLEMENT"));
	page_bind_row(card, req->arena, asked, shown);
	if (rows_count(asked) > 1)
		page_show(card, MARK("HAS_OTHERS"));
	for (i = 0; i < rows_count(asked); i++)
		if (i != shown)
			page_bind_row(page_row(card, MARK("OTHERS")), req->arena, asked, i);
}

struct reply
own_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct problem problem = page_bind_all(req, got, page);
	const struct rows *row = results_of(got, &MY_REQUEST);
	const str state = rows_text(row, 0, "state_code");

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	draw_complements(req, results_of(got, &COMPLEMENTS), ((const struct one_input *)input)->complement, page);
	draw_clock(req, results_of(got, &CLOCK), page);
	if (str_is(rows_text(row, 0, "turn_code"), "nous") || str_is(rows_text(row, 0, "turn_code"), "vous"))
		page_show(page, str_is(state, "contestee") || str_is(state, "scellement") ? MARK("CONTESTED") : MARK("CAN_WITHDRAW"));
	if (str_is(state, "rejetee") || str_is(state, "finalisee"))
		page_show(page, MARK("CAN_CONTEST"));
	if (!str_is(rows_text(row, 0, "turn_code"), "fini"))
		page_show(page, MARK("CAN_SAY"));
	return reply_page();
}

/* ---- gestures ---- */

struct problem
complete_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct complete_input *in = input;

	(void)req;
	ASK(batch, &MAY_COMPLETE, ARG(in->demande), ARG(in->complement));
	return NO_PROBLEM;
}

/* Keeps the bytes that were sent, if any; `file` is what the database is told of them. */
static struct problem
keep_piece(const struct request *req, const struct upload *piece, str *file)
{
	static const struct form_field any_piece = { .type = FORM_FILE, .file_types = FORM_PDF | FORM_JPEG | FORM_PNG, .file_most = PIECE_MOST };
	const char *wrong;
	str type, name;

	if (piece->name.at == NULL)
		return NO_PROBLEM;
	wrong = form_file_type(&any_piece, piece->bytes, &type);
	if (wrong != NULL)
		return problem_input("piece", wrong);
	name = store_name(req->arena, piece->bytes);
	if (!store_put(req->arena, name, piece->bytes))
		return problem_of(PROBLEM_BUSY, "problem.storage_full");
	*file = arena_format(req->arena, "{\"sha256\":\"%.*s\",\"size\":%zu,\"type\":\"%.*s\",\"names\":%.*s}", STR_ARGS(name), piece->bytes.len, STR_ARGS(type),
	                     STR_ARGS(texts_json(req->arena, (struct texts){ (str[]){ piece->name }, 1 })));
	return NO_PROBLEM;
}

struct problem
complete_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct complete_input *in = input;
	str file = NO_STR;
	const struct problem problem = keep_piece(req, &in->piece, &file);

	(void)got;
	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK(batch, &COMPLETE, ARG(in->demande), ARG(in->complement), ARG(in->reponse), ARG(in->perdue), ARG(file), ARG(place_of(req, in->demande, "?fait=complement-envoye")));
	return NO_PROBLEM;
}

struct problem
complete_open_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct complete_input *in = input;

	ASK(batch, &VISITOR_SENDS, ARG(req->address));
	ASK(batch, &MAY_COMPLETE_OPEN, ARG(in->numero), ARG(in->code), ARG(in->complement), ARG(req->address));
	return NO_PROBLEM;
}

struct problem
complete_open_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct complete_input *in = input;
	str file = NO_STR;
	struct problem problem;

	if (rows_count(results_of(got, &MAY_COMPLETE_OPEN)) == 0)
		return problem_of(PROBLEM_MISSING, "problem.missing");
	problem = keep_piece(req, &in->piece, &file);
	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK(batch, &COMPLETE_OPEN, ARG(in->numero), ARG(in->code), ARG(in->complement), ARG(in->reponse), ARG(in->perdue), ARG(file));
	return NO_PROBLEM;
}

struct problem
say_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct say_input *in = input;

	ASK(batch, &SAY, ARG(in->demande), ARG(in->message), ARG(place_of(req, in->demande, "?fait=message-envoye")));
	return NO_PROBLEM;
}

struct problem
withdraw_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct own_input *in = input;

	ASK(batch, &WITHDRAW, ARG(in->demande), ARG(place_of(req, in->demande, "?fait=demande-retiree")));
	return NO_PROBLEM;
}

struct problem
resume_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct own_input *in = input;

	ASK(batch, &RESUME, ARG(in->demande), ARG(place_of(req, in->demande, "?fait=demande-reprise")));
	return NO_PROBLEM;
}

struct problem
contest_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct contest_input *in = input;

	if (utf8_count(in->motifs) < 10)
		return problem_input("motifs", "requests.say_grounds");
	ASK(batch, &CONTEST_IT, ARG(in->demande), ARG(in->motifs), ARG(place_of(req, in->demande, "?fait=demande-contestee")));
	return NO_PROBLEM;
}
