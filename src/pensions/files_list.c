/* The desk of pensions: files by basket, by step and by quarter of departure; the search, whose words stay out of addresses; the list that leaves. */
#include "files.h"
#include "guichet/export.h"

enum { PAGE_LINES = 30, FOUND_MOST = 50 };

#define TRAYS "mien|ouverts|retard|clos"
#define FILTERS OPTIONAL_CHOICE(struct files_list_input, panier, TRAYS), OPTIONAL_TEXT(struct files_list_input, etat, 20), OPTIONAL_DATE(struct files_list_input, trimestre)
const struct field FILES_LIST_FIELDS[] = { FILTERS, OPTIONAL_INT(struct files_list_input, page, 1, 10000), FIELDS_END };
const struct field FILES_EXPORT_FIELDS[] = { FILTERS, FIELD_CHOICE(struct files_list_input, format, "xlsx|csv"), FIELDS_END };
const struct field FILES_FIND_FIELDS[] = { FIELD_TEXT(struct files_find_input, q, 60), FIELDS_END };

const struct query FILES_TALLY = { "select * from pensions_api.desk_tally()" };
const struct query FILES_QUARTERS = { "select * from pensions_api.desk_quarters()" };
const struct query FILES_TRAYS = { "select * from pensions_api.desk_trays($1, $2)", .shows = "." };
const struct query FILES_BASKET = { "select * from pensions_api.desk_files($1, $2, $3, $4, $5)" };
const struct query FILES_UNKNOWN = { "select * from pensions_api.desk_unknown()", .shows = "." };
const struct query FILES_EXPORT = { "select * from pensions_api.desk_export($1, $2, $3)" };
const struct query FILES_FIND = { "select * from pensions_api.desk_find($1)", .takes = "q" };

static str
tray_of(const struct files_list_input *in)
{
	return in->panier.at != NULL ? in->panier : STR("ouverts");
}

static struct value
state_of(const struct files_list_input *in)
{
	return str_empty(in->etat) ? ARG_NULL : ARG(in->etat);
}

struct problem
files_list_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct files_list_input *in = input;
	const int64_t number = in->page > 0 ? in->page : 1;

	(void)req;
	ASK_PLAIN(batch, &FILES_TALLY);
	ASK_PLAIN(batch, &FILES_QUARTERS);
	ASK_PLAIN(batch, &FILES_UNKNOWN);
	ASK(batch, &FILES_TRAYS, state_of(in), ARG(in->trimestre));
	ASK(batch, &FILES_BASKET, ARG(tray_of(in)), state_of(in), ARG(in->trimestre), ARG(PAGE_LINES + 1), ARG((number - 1) * PAGE_LINES));
	return NO_PROBLEM;
}

/* The steps with their counts, and the choices of the filters with the one that was asked. */
static void
show_filters(const struct request *req, const struct files_list_input *in, const struct results *got, struct page *page)
{
	const struct rows *states = results_of(got, &FILES_TALLY), *quarters = results_of(got, &FILES_QUARTERS);

	for (size_t i = 0; i < rows_count(states); i++) {
		struct page *row = page_row(page, MARK("STATES"));

		page_bind_row(row, req->arena, states, i);
		page_show(row, rows_int(states, i, "total") > 0 ? MARK("SOME") : MARK("NONE"));
		if (rows_int(states, i, "late") > 0)
			page_show(row, MARK("HAS_LATE_ONES"));
		if (str_eq(rows_text(states, i, "state_code"), in->etat))
			page_show(row, MARK("CHOSEN"));
	}
	for (size_t i = 0; i < rows_count(quarters); i++) {
		struct page *row = page_row(page, MARK("QUARTERS"));

		page_bind_row(row, req->arena, quarters, i);
		if (date_there(in->trimestre) && date_days(rows_date(quarters, i, "quarter")) == date_days(in->trimestre))
			page_show(row, MARK("CHOSEN"));
	}
	page_text(page, MARK("PANIER"), tray_of(in));
	page_text(page, MARK("ETAT_ASKED"), in->etat.at != NULL ? in->etat : STR(""));
	page_text(page, MARK("TRIMESTRE_ASKED"), date_there(in->trimestre) ? date_iso(req->arena, in->trimestre) : STR(""));
	if (!str_empty(in->etat) || date_there(in->trimestre))
		page_show(page, MARK("FILTERED"));
	else
		page_show(page, MARK("NO_FILTERED"));
}

static void
show_rows(const struct request *req, const struct rows *rows, size_t most, struct page *page)
{
	page_show(page, rows_count(rows) > 0 ? MARK("HAS_ROWS") : MARK("NO_ROWS"));
	for (size_t i = 0; i < rows_count(rows) && i < most; i++)
		page_bind_row(page_row(page, MARK("ROWS")), req->arena, rows, i);
}

struct reply
files_list_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct files_list_input *in = input;
	const struct rows *rows = results_of(got, &FILES_BASKET);
	const int64_t number = in->page > 0 ? in->page : 1;
	const str tray = tray_of(in);

	page_bind_row(page, req->arena, results_of(got, &FILES_TRAYS), 0);
	page_bind_row(page, req->arena, results_of(got, &FILES_UNKNOWN), 0);
	page_show(page, str_is(tray, "mien") ? MARK("IN_MIEN") : str_is(tray, "retard") ? MARK("IN_RETARD") : str_is(tray, "clos") ? MARK("IN_CLOS") : MARK("IN_OUVERTS"));
	show_filters(req, in, got, page);
	show_rows(req, rows, PAGE_LINES, page);
	page_pages(page, number, rows_count(rows) > PAGE_LINES);
	return reply_page();
}

/* One file and nothing else: straight to it. */
struct reply
files_find_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct files_find_input *in = input;
	const struct rows *rows = results_of(got, &FILES_FIND);

	if (rows_count(rows) == 1 && !rows_bool(rows, 0, "is_own"))
		return reply_see_other(req, "/pensions/dossiers/%.*s", STR_ARGS(opaque_text(req->arena, rows_int(rows, 0, "file_id"))));
	page_text(page, MARK("Q_VALUE"), in->q);
	show_rows(req, rows, FOUND_MOST, page);
	if (rows_count(rows) > FOUND_MOST)
		page_show(page, MARK("TOO_MANY"));
	return reply_page();
}

struct problem
files_export_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct files_list_input *in = input;

	(void)req;
	ASK(batch, &FILES_EXPORT, ARG(tray_of(in)), state_of(in), ARG(in->trimestre));
	return NO_PROBLEM;
}

static const struct export_column COLUMNS[] = {
	{ "number", { "Dossier", SHEET_TEXT, 14 } },
	{ "kind_label", { "Nature", SHEET_TEXT, 12 } },
	{ "family_name", { "Nom", SHEET_TEXT, 22 } },
	{ "given_names", { "Prénoms", SHEET_TEXT, 24 } },
	{ "matricule", { "Matricule", SHEET_TEXT, 12 } },
	{ "structure_name", { "Structure", SHEET_TEXT, 44 } },
	{ "leave_on", { "Départ", SHEET_DATE, 0 } },
	{ "regimes", { "Régimes", SHEET_TEXT, 14 } },
	{ "state_label", { "Étape", SHEET_TEXT, 32 } },
	{ "desk", { "Bureau", SHEET_TEXT, 40 } },
	{ "due_on", { "Échéance", SHEET_DATE, 0 } },
	{ "days_left", { "Jours ouvrés restants", SHEET_INT, 0 } },
	{ "waiting_acts", { "Actes manquants", SHEET_INT, 0 } },
	{ "opened_on", { "Ouvert le", SHEET_DATE, 0 } },
};

struct reply
files_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct files_list_input *in = input;

	(void)page;
	return export_rows(req, results_of(got, &FILES_EXPORT), COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), "Dossiers de pension",
	                   export_dated(req, arena_format(req->arena, "pensions-%.*s", STR_ARGS(tray_of(in)))), export_kind(in->format));
}
