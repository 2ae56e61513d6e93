/* Baskets: their counts, a page of one, its filters kept in the address, gestures on several lines, and the list as a spreadsheet. */
#include "desk.h"
#include "own.h"
#include "guichet/export.h"

enum { BASKET_LINES = 25, EXPORT_LINES = 20000, BATCH_MOST_LINES = 100 };
#define BASKET_NAMES "nouvelles|valider|signer|attente|corrigees|rejetees|finalisees"

const struct field BASKET_INPUT[] = {
	OPTIONAL_CHOICE(struct basket_input, corbeille, BASKET_NAMES), OPTIONAL_TEXT(struct basket_input, bureau, 40), OPTIONAL_TEXT(struct basket_input, service, 60),
	FIELD_BOOL(struct basket_input, retard), FIELD_BOOL(struct basket_input, miennes), OPTIONAL_CHOICE(struct basket_input, tri, "echeance|depot"),
	OPTIONAL_ID(struct basket_input, suite), OPTIONAL_INT(struct basket_input, lot, 0, 1000), OPTIONAL_INT(struct basket_input, refus, 0, 1000),
	OPTIONAL_CHOICE(struct basket_input, format, "xlsx|csv"), FIELDS_END };
const struct field BATCH_INPUT[] = { OPTIONAL_TEXTS(struct batch_input, d, 20, BATCH_MOST_LINES), FIELD_CHOICE(struct batch_input, geste, "prendre|viser|signer"),
	OPTIONAL_TEXT(struct batch_input, retour, 300), FIELDS_END };
const struct field KEEP_INPUT[] = { FIELD_TEXT(struct keep_input, nom, 60), FIELD_TEXT(struct keep_input, filtre, 300), FIELDS_END };
const struct field UNKEEP_INPUT[] = { FIELD_ID(struct unkeep_input, filtre), FIELDS_END };

const struct query BASKETS = { "select * from requests_api.baskets()" };
const struct query BASKET = { "select * from requests_api.basket($1, $2, $3, $4, $5, $6, $7, $8)" };
const struct query BASKET_SERVICES = { "select * from requests_api.basket_services()", .keeps = "service SERVICES.SERVICE" };
const struct query MY_STRUCTURES = { "select * from requests_api.my_structures()", .keeps = "bureau STRUCTURES.STRUCTURE" };
const struct query KEPT = { "select * from requests_api.kept()", .shows = "KEPT" };
const struct query KEEP = { "select * from requests_api.keep($1, $2, $3)" };
const struct query UNKEEP = { "select * from requests_api.unkeep($1, $2)" };
const struct query BATCH = { "select * from requests_api.batch($1, $2, $3)" };

static str
basket_of(const struct basket_input *in)
{
	return str_empty(in->corbeille) ? STR("nouvelles") : in->corbeille;
}

str
basket_query(const struct request *req, const struct basket_input *in)
{
	return arena_format(req->arena, "corbeille=%.*s%s%.*s%s%.*s%s%s%s%.*s", STR_ARGS(basket_of(in)), str_empty(in->bureau) ? "" : "&bureau=", STR_ARGS(in->bureau),
	                    str_empty(in->service) ? "" : "&service=", STR_ARGS(in->service), in->retard ? "&retard=oui" : "", in->miennes ? "&miennes=oui" : "",
	                    str_empty(in->tri) ? "" : "&tri=", STR_ARGS(in->tri));
}

static void
ask_lines(const struct basket_input *in, int64_t size, int64_t after, struct batch *batch)
{
	ASK(batch, &BASKET, ARG(basket_of(in)), ARG(str_empty(in->bureau) ? NO_STR : in->bureau), ARG(str_empty(in->service) ? NO_STR : in->service), ARG(in->retard),
	    ARG(in->miennes), ARG(in->tri), ARG(size), ARG_ID(after));
}

struct problem
basket_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct basket_input *in = input;

	(void)req;
	ASK_PLAIN(batch, &BASKETS);
	ask_lines(in, BASKET_LINES + 1, in->suite, batch);
	ASK_PLAIN(batch, &BASKET_SERVICES);
	ASK_PLAIN(batch, &MY_STRUCTURES);
	ASK_PLAIN(batch, &KEPT);
	return NO_PROBLEM;
}

static void
draw_baskets(const struct request *req, const struct rows *rows, str here, struct page *page)
{
	size_t i;

	for (i = 0; i < rows_count(rows); i++) {
		struct page *row = page_row(page, MARK("BASKETS"));
		const bool is_here = str_eq(rows_text(rows, i, "basket"), here);

		page_bind_row(row, req->arena, rows, i);
		if (is_here) {
			page_show(row, MARK("HERE"));
			page_text(page, MARK("BASKET_LABEL"), rows_text(rows, i, "label"));
			page_text(page, MARK("BASKET_TOTAL"), rows_text(rows, i, "total"));
		}
		page_show(row, is_here || (rows_bool(rows, i, "is_urgent") && rows_int(rows, i, "total") > 0) ? MARK("LOUD") : MARK("QUIET"));
	}
}

struct reply
basket_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct basket_input *in = input;
	const struct rows *rows = results_of(got, &BASKET);
	const str basket = basket_of(in), query = basket_query(req, in);
	size_t i;

	draw_baskets(req, results_of(got, &BASKETS), basket, page);
	page_bind(page, req->arena, "SERVICES", results_of(got, &BASKET_SERVICES));
	page_bind(page, req->arena, "STRUCTURES", results_of(got, &MY_STRUCTURES));
	page_bind(page, req->arena, "KEPT", results_of(got, &KEPT));
	page_show(page, rows_count(rows) > 0 ? MARK("HAS_LINES") : MARK("NO_LINES"));
	for (i = 0; i < rows_count(rows) && i < BASKET_LINES; i++)
		page_bind_row(page_row(page, MARK("LINES")), req->arena, rows, i);
	page_text(page, MARK("BASKET"), basket);
	page_text(page, MARK("FILTER"), query);
	if (in->retard)
		page_show(page, MARK("RETARD_ON"));
	if (in->miennes)
		page_show(page, MARK("MIENNES_ON"));
	if (str_is(in->tri, "depot"))
		page_show(page, MARK("TRI_DEPOT"));
	if (str_is(basket, "nouvelles") || str_is(basket, "corrigees"))
		page_show(page, MARK("BATCH_TAKE"));
	if (str_is(basket, "valider"))
		page_show(page, MARK("BATCH_VISA"));
	if (str_is(basket, "signer"))
		page_show(page, MARK("BATCH_SIGN"));
	if (in->lot > 0 || in->refus > 0) {
		struct page *told = page_row(page, MARK("TOLD"));

		page_int(told, MARK("TOLD_DONE"), in->lot);
		if (in->refus > 0)
			page_int(page_row(told, MARK("TOLD_REFUSED")), MARK("REFUSED"), in->refus);
	}
	page_text(page, MARK("XLSX_HREF"), arena_format(req->arena, "/corbeilles/liste?%.*s&format=xlsx", STR_ARGS(query)));
	page_text(page, MARK("CSV_HREF"), arena_format(req->arena, "/corbeilles/liste?%.*s&format=csv", STR_ARGS(query)));
	if (in->suite != 0)
		page_text(page_row(page, MARK("FIRST")), MARK("FIRST_HREF"), arena_format(req->arena, "/corbeilles?%.*s", STR_ARGS(query)));
	if (rows_count(rows) > BASKET_LINES)
		page_text(page_row(page, MARK("MORE")), MARK("MORE_HREF"), arena_format(req->arena, "/corbeilles?%.*s&suite=%.*s", STR_ARGS(query),
		          STR_ARGS(opaque_text(req->arena, rows_int(rows, BASKET_LINES - 1, "request_id")))));
	return reply_page();
}

struct problem
export_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	ask_lines(input, EXPORT_LINES, 0, batch);
	return NO_PROBLEM;
}

struct reply
export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	static const struct sheet_column columns[] = { { "Numéro", SHEET_TEXT, 12 }, { "Demandeur", SHEET_TEXT, 30 }, { "Démarche", SHEET_TEXT, 40 }, { "Bureau", SHEET_TEXT, 40 },
		{ "État", SHEET_TEXT, 22 }, { "Déposée le", SHEET_DATE, 12 }, { "Échéance", SHEET_DATE, 12 }, { "Jours restants", SHEET_INT, 12 }, { "Affectée à", SHEET_TEXT, 26 } };
	const struct basket_input *in = input;
	const struct rows *rows = results_of(got, &BASKET);
	const enum sheet_kind kind = export_kind(in->format);
	const struct sheet_document about = { .title = "Corbeille", .created = req->now };
	struct sheet_writer *writer = sheet_write_open(req->arena, kind, columns, 9, &about, -1);
	size_t i;

	(void)page;
	for (i = 0; writer != NULL && i < rows_count(rows); i++) {
		const str filed = rows_text(rows, i, "filed_at");
		const str cells[9] = { rows_text(rows, i, "number"), rows_text(rows, i, "name"), rows_text(rows, i, "service_name"), rows_text(rows, i, "desk"), rows_text(rows, i, "state_label"),
			{ filed.at, filed.len < 10 ? filed.len : 10 }, rows_text(rows, i, "due_on"), rows_text(rows, i, "days_left"), rows_text(rows, i, "assignee") };

		if (!sheet_write_row(writer, cells, 9))
			break;                /* sheet_write_close says why */
	}
	return export_sheet(req, writer, arena_format(req->arena, "corbeille-%.*s", STR_ARGS(basket_of(in))), kind);
}

/* What came back from a form is a query of ours: letters, digits and the few marks of an address, nothing else. */
static bool
query_good(str query)
{
	size_t i;

	for (i = 0; i < query.len; i++) {
		const char c = query.at[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '=' || c == '&'))
			return false;
	}
	return str_starts(query, STR("corbeille="));
}

struct problem
batch_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct batch_input *in = input;
	const str back = query_good(in->retour) ? in->retour : STR("corbeille=nouvelles");

	ASK(batch, &BATCH, ARG(in->geste), ARG(texts_json(req->arena, in->d)), ARG(arena_format(req->arena, "/corbeilles?%.*s", STR_ARGS(back))));
	return NO_PROBLEM;
}

struct problem
keep_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct keep_input *in = input;

	if (!query_good(in->filtre))
		return problem_of(PROBLEM_MALFORMED, "problem.malformed");
	ASK(batch, &KEEP, ARG(in->nom), ARG(in->filtre), ARG(arena_format(req->arena, "/corbeilles?%.*s&fait=filtre-garde", STR_ARGS(in->filtre))));
	return NO_PROBLEM;
}

struct problem
unkeep_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct unkeep_input *in = input;

	(void)req;
	ASK(batch, &UNKEEP, ARG(in->filtre), ARG(STR("/corbeilles")));
	return NO_PROBLEM;
}
