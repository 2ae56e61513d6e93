/* Whose certificate of life is due: the lists of a pension officer, on the page and as a spreadsheet. What lists share is here too. */
#include "pages.h"

enum { DUE_LINES = 30 };
#define LISTS "retard|jamais|bientot"
const struct field PENSIONER_DUE_FIELDS[] = { OPTIONAL_CHOICE(struct due_input, liste, LISTS), OPTIONAL_INT(struct due_input, page, 1, 100000),
	FIELDS_END };
const struct field PENSIONER_DUE_EXPORT_FIELDS[] = { OPTIONAL_CHOICE(struct due_input, liste, LISTS), FIELD_CHOICE(struct due_input, format,
	"xlsx|csv"), FIELDS_END };

const struct query PENSIONER_DUE_LIST = { "select * from pensioners_api.due_list($1, $2, $3)" };
const struct query PENSIONER_DUE_COUNTS = { "select * from pensioners_api.due_counts()", .shows = "." };
const struct query PENSIONER_DUE_EXPORT = { "select * from pensioners_api.due_export($1)" };

void
pensioners_paged(const struct request *req, const char *section, const struct rows *rows, size_t most, int64_t number, struct page *page)
{
	struct marker name = marker_named(req->arena, str_of(section));
	const int64_t here = number < 1 ? 1 : number;
	size_t i;

	page_show(page, rows_count(rows) > 0 ? MARK("HAS_ROWS") : MARK("NO_ROWS"));
	for (i = 0; i < rows_count(rows) && i < most; i++)
		page_bind_row(page_row(page, &name), req->arena, rows, i);
	page_pages(page, here, rows_count(rows) > most);
}

static str
list_of(const struct due_input *in)
{
	return str_empty(in->liste) ? STR("retard") : in->liste;
}

struct problem
pensioner_due_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct due_input *in = input;

	(void)req;
	ASK_PLAIN(batch, &PENSIONER_DUE_COUNTS);
	ASK(batch, &PENSIONER_DUE_LIST, ARG(list_of(in)), ARG(DUE_LINES + 1), ARG(((in->page < 1 ? 1 : in->page) - 1) * DUE_LINES));
	return NO_PROBLEM;
}

struct reply
pensioner_due_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct due_input *in = input;
	const str list = list_of(in);

	page_bind_row(page, req->arena, results_of(got, &PENSIONER_DUE_COUNTS), 0);
	page_text(page, MARK("LISTE"), list);
	page_show(page, str_is(list, "retard") ? MARK("IN_RETARD") : str_is(list, "jamais") ? MARK("IN_JAMAIS") : MARK("IN_BIENTOT"));
	pensioners_paged(req, "ROWS", results_of(got, &PENSIONER_DUE_LIST), DUE_LINES, in->page, page);
	return reply_page();
}

struct problem
pensioner_due_export_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	ASK(batch, &PENSIONER_DUE_EXPORT, ARG(list_of(input)));
	return NO_PROBLEM;
}

struct reply
pensioner_due_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	static const struct export_column COLUMNS[] = {
		{ "matricule", { "Matricule", SHEET_TEXT, 12 } },
		{ "family_name", { "Nom", SHEET_TEXT, 22 } },
		{ "given_names", { "Prénoms", SHEET_TEXT, 26 } },
		{ "birth_date", { "Naissance", SHEET_DATE, 0 } },
		{ "structure_name", { "Dernière structure", SHEET_TEXT, 44 } },
		{ "seen_on", { "Dernière présence", SHEET_DATE, 0 } },
		{ "number", { "Dernier certificat", SHEET_TEXT, 16 } },
		{ "due_on", { "À renouveler avant le", SHEET_DATE, 0 } },
		{ "days", { "Jours restants", SHEET_INT, 0 } },
	};
	const struct due_input *in = input;

	(void)page;
	return export_rows(req, results_of(got, &PENSIONER_DUE_EXPORT), COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), "Certificats de vie",
	                   export_dated(req, STR("certificats-de-vie")), export_kind(in->format));
}
