/* The desk of certificates: the baskets with their deadlines, one request, the list as a spreadsheet. Opening a request leaves a line
 * that its owner reads; nobody decides on his own (certificates_api.at_desk). */
#include "certificates.h"
#include "guichet/export.h"

enum { PAGE_LINES = 30 };

#define TRAYS "nouvelles|retard|traitees"
const struct field DESK_LIST_FIELDS[] = {
	OPTIONAL_CHOICE(struct desk_list_input, panier, TRAYS), OPTIONAL_CHOICE(struct desk_list_input, nature, CERTIFICATE_KINDS),
	OPTIONAL_ID(struct desk_list_input, bureau), OPTIONAL_TEXT(struct desk_list_input, q, 60), OPTIONAL_INT(struct desk_list_input, page, 1, 10000), FIELDS_END };
const struct field DESK_EXPORT_FIELDS[] = {
	OPTIONAL_CHOICE(struct desk_list_input, panier, TRAYS), OPTIONAL_CHOICE(struct desk_list_input, nature, CERTIFICATE_KINDS),
	OPTIONAL_ID(struct desk_list_input, bureau), OPTIONAL_TEXT(struct desk_list_input, q, 60), FIELD_CHOICE(struct desk_list_input, format, "xlsx|csv"), FIELDS_END };
const struct field DESK_ONE_FIELDS[] = { FIELD_ID(struct desk_one_input, demande), FIELDS_END };
const struct field DESK_CONFIRM_FIELDS[] = {
	FIELD_ID(struct desk_decide_input, demande), FIELD_TEXT(struct desk_decide_input, condition, 30), FIELD_TEXT(struct desk_decide_input, fait, 300),
	FIELD_LINES(struct desk_decide_input, justification, 1000), FIELDS_END };
const struct field DESK_REFUSE_FIELDS[] = {
	FIELD_ID(struct desk_decide_input, demande), FIELD_TEXT(struct desk_decide_input, motif, 20), FIELD_LINES(struct desk_decide_input, explication, 1000), FIELDS_END };
const struct field DESK_REVOKE_FIELDS[] = {
	FIELD_ID(struct desk_decide_input, demande), FIELD_LINES(struct desk_decide_input, explication, 1000), FIELDS_END };

const struct query DESK_COUNTS = { "select * from certificates_api.basket_counts($1, $2)", .shows = "." };
const struct query DESK_BASKET = { "select * from certificates_api.basket($1, $2, $3, $4, $5, $6)" };
const struct query DESK_DESKS = { "select * from certificates_api.desks()", .keeps = "bureau DESKS.STRUCTURE_ID" };
const struct query DESK_KINDS = { "select * from certificates_api.kinds()", .keeps = "nature NATURES.KIND_CODE" };
const struct query DESK_EXPORT = { "select * from certificates_api.export_basket($1, $2, $3, $4)" };
const struct query DESK_OPEN = { "select * from certificates_api.open_request($1)", .takes = "demande" };
const struct query DESK_HEAD = { "select * from certificates_api.desk_head()", .shows = "." };
const struct query DESK_CONDITIONS = { "select * from certificates_api.desk_conditions()", .shows = "CONDITIONS" };
const struct query CERTIFICATE_LINES = { "select * from certificates_api.desk_lines()", .shows = "LINES" };
const struct query DESK_EVENTS = { "select * from certificates_api.desk_events()", .shows = "EVENTS" };
const struct query DESK_REFUSALS = { "select * from certificates_api.refusals()", .shows = "REFUSALS" };
const struct query DESK_FILE = { "select * from certificates_api.desk_file()" };
const struct query DESK_CONFIRM = { "select certificates_api.confirm($1, $2, $3, $4)", .takes = "demande condition fait justification" };
const struct query DESK_RECHECK = { "select certificates_api.recheck($1)", .takes = "demande" };
const struct query DESK_REFUSE = { "select certificates_api.refuse($1, $2, $3)", .takes = "demande motif explication" };
const struct query DESK_REVOKE = { "select certificates_api.revoke($1, $2)", .takes = "demande explication" };

static str
tray_of(const struct desk_list_input *in)
{
	return in->panier.at != NULL ? in->panier : STR("nouvelles");
}

struct problem
desk_list_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct desk_list_input *in = input;
	const int64_t number = in->page > 0 ? in->page : 1;

	(void)req;
	ASK(batch, &DESK_COUNTS, ARG(in->nature), ARG_ID(in->bureau));
	ASK(batch, &DESK_BASKET, ARG(tray_of(in)), ARG(in->nature), ARG_ID(in->bureau), ARG(in->q), ARG(PAGE_LINES + 1), ARG((number - 1) * PAGE_LINES));
	ASK_PLAIN(batch, &DESK_DESKS);
	ASK_PLAIN(batch, &DESK_KINDS);
	return NO_PROBLEM;
}

/* The filters as they were asked: in the fields, and in the addresses of tabs, pages and the export. */
static void
show_filters(const struct request *req, const struct desk_list_input *in, const struct results *got, struct page *page)
{
	page_text(page, MARK("Q_VALUE"), in->q.at != NULL ? in->q : STR(""));
	page_text(page, MARK("NATURE_ASKED"), in->nature.at != NULL ? in->nature : STR(""));
	page_text(page, MARK("BUREAU_ASKED"), in->bureau != 0 ? opaque_text(req->arena, in->bureau) : STR(""));
	page_text(page, MARK("PANIER"), tray_of(in));
	if (in->q.at != NULL || in->nature.at != NULL || in->bureau != 0)
		page_show(page, MARK("FILTERED"));
	page_bind(page, req->arena, "DESKS", results_of(got, &DESK_DESKS));
	page_bind(page, req->arena, "NATURES", results_of(got, &DESK_KINDS));
}

struct reply
desk_list_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct desk_list_input *in = input;
	const struct rows *rows = results_of(got, &DESK_BASKET);
	const str tray = tray_of(in);
	size_t i;

	page_bind_row(page, req->arena, results_of(got, &DESK_COUNTS), 0);
	page_show(page, str_is(tray, "nouvelles") ? MARK("IN_NOUVELLES") : str_is(tray, "retard") ? MARK("IN_RETARD") : MARK("IN_TRAITEES"));
	show_filters(req, in, got, page);
	page_show(page, rows_count(rows) > 0 ? MARK("HAS_ROWS") : MARK("NO_ROWS"));
	for (i = 0; i < rows_count(rows) && i < PAGE_LINES; i++)
		page_bind_row(page_row(page, MARK("ROWS")), req->arena, rows, i);
	page_pages(page, in->page > 0 ? in->page : 1, rows_count(rows) > PAGE_LINES);
	return reply_page();
}

struct problem
desk_export_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct desk_list_input *in = input;

	(void)req;
	ASK(batch, &DESK_EXPORT, ARG(tray_of(in)), ARG(in->nature), ARG_ID(in->bureau), ARG(in->q));
	return NO_PROBLEM;
}

static const struct export_column COLUMNS[] = {
	{ "kind_name", { "Document", SHEET_TEXT, 36 } },
	{ "family_name", { "Nom", SHEET_TEXT, 22 } },
	{ "given_names", { "Prénoms", SHEET_TEXT, 24 } },
	{ "matricule", { "Matricule", SHEET_TEXT, 12 } },
	{ "desk_name", { "Bureau", SHEET_TEXT, 44 } },
	{ "state_label", { "État", SHEET_TEXT, 20 } },
	{ "asked_on", { "Demandée le", SHEET_DATE, 0 } },
	{ "due_on", { "Échéance", SHEET_DATE, 0 } },
	{ "days_left", { "Jours ouvrés restants", SHEET_INT, 0 } },
	{ "reference", { "Numéro", SHEET_TEXT, 36 } },
	{ "expires_on", { "Valable jusqu’au", SHEET_DATE, 0 } },
	{ "closed_on", { "Terminée le", SHEET_DATE, 0 } },
};

struct reply
desk_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct desk_list_input *in = input;

	(void)page;
	return export_rows(req, results_of(got, &DESK_EXPORT), COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), "Demandes d’attestations",
	                   export_dated(req, arena_format(req->arena, "attestations-%.*s", STR_ARGS(tray_of(in)))), export_kind(in->format));
}

struct reply
desk_file_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return certificate_file(req, results_of(got, &DESK_FILE));
}
