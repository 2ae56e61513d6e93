/* A list of departures leaves as a spreadsheet: for a reason, which every person in it can read, and with one line in the journal. */
#include "departs.h"
#include "guichet/export.h"

#define FILTERS(T) OPTIONAL_INT(T, annee, 2000, 2200), OPTIONAL_INT(T, trimestre, 1, 4), OPTIONAL_CHOICE(T, categorie, "A|B|C|D|E"), OPTIONAL_ID(T, corps), \
	OPTIONAL_ID(T, structure), OPTIONAL_CHOICE(T, sexe, "F|M"), OPTIONAL_CHOICE(T, vue, DEPARTS_VIEWS)
const struct field DEPARTS_EXPORT_PAGE_FIELDS[] = { FILTERS(struct departs_input), FIELDS_END };
const struct field DEPARTS_EXPORT_FIELDS[] = { FILTERS(struct departs_input), FIELD_CHOICE(struct departs_input, format, "xlsx|csv"),
	OPTIONAL_CHOICE(struct departs_input, motif, "previsions|relance|pension|controle|autre"), OPTIONAL_TEXT(struct departs_input, precision, 200), FIELDS_END };

const struct query DEPARTS_ALLOW = { "select cohorts_api.allow_export()" };
const struct query DEPARTS_EXPORT = { "select * from cohorts_api.export($1, $2, $3, $4, $5, $6, $7, $8)" };

static const struct export_column COLUMNS[] = {
	{ "matricule", { "Matricule", SHEET_TEXT, 12 } },
	{ "family_name", { "Nom", SHEET_TEXT, 22 } },
	{ "given_names", { "Prénoms", SHEET_TEXT, 24 } },
	{ "sexe", { "Sexe", SHEET_TEXT, 6 } },
	{ "birth_date", { "Date de naissance", SHEET_DATE, 0 } },
	{ "status_code", { "Statut", SHEET_TEXT, 9 } },
	{ "corps_name", { "Corps", SHEET_TEXT, 36 } },
	{ "categorie", { "Catégorie", SHEET_TEXT, 0 } },
	{ "grade", { "Grade", SHEET_TEXT, 0 } },
	{ "structure_code", { "Sigle de la structure", SHEET_TEXT, 0 } },
	{ "structure_name", { "Structure", SHEET_TEXT, 44 } },
	{ "first_service_date", { "Première prise de service", SHEET_DATE, 0 } },
	{ "retirement_date", { "Départ probable", SHEET_DATE, 0 } },
	{ "age", { "Limite d’âge", SHEET_INT, 0 } },
	{ "rule", { "Règle de l’âge", SHEET_TEXT, 40 } },
	{ "source", { "Source", SHEET_TEXT, 50 } },
	{ "certainty_code", { "Certitude", SHEET_TEXT, 0 } },
	{ "effect_label", { "Règle de la date d’effet", SHEET_TEXT, 40 } },
	{ "effect_source", { "Source de la date d’effet", SHEET_TEXT, 50 } },
	{ "effect_code", { "Certitude de la date d’effet", SHEET_TEXT, 0 } },
	{ "is_demo", { "Valeur de démonstration", SHEET_TEXT, 0 } },
	{ "thirty_years_date", { "Trente ans de service (règle contestée, non appliquée)", SHEET_DATE, 0 } },
	{ "unknown_code", { "Pourquoi la date n’est pas connue", SHEET_TEXT, 0 } },
	{ "file_number", { "Dossier de pension", SHEET_TEXT, 14 } },
	{ "file_label", { "État du dossier", SHEET_TEXT, 30 } },
};

static const struct reasons REASONS = { .list = "cohorts.reason", .choose = "clerk.reason_choose", .precise = "clerk.precision_missing" };

static str
value_or(str text, const char *other)
{
	return str_empty(text) ? str_of(other) : text;
}

struct problem
departs_export_page_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct departs_input *in = input;
	const int64_t year = departs_year(req, in);

	ASK(batch, &DEPARTS_HEAD, ARG(in->categorie), ARG_ID(in->corps), ARG_ID(in->structure), ARG(in->sexe));
	ASK(batch, &DEPARTS_TOTAL, ARG(value_or(in->vue, "dates")), ARG_ID(year), ARG_ID(year == 0 ? 0 : in->trimestre), ARG(in->categorie), ARG_ID(in->corps),
	    ARG_ID(in->structure), ARG(in->sexe));
	return NO_PROBLEM;
}

struct reply
departs_export_page_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct departs_input *in = input;
	const int64_t total = rows_int(results_of(got, &DEPARTS_TOTAL), 0, "total");

	departs_show_filters(req, in, results_of(got, &DEPARTS_HEAD), page);
	page_text(page, MARK("PERIOD"), departs_period(req, in));
	page_text(page, MARK("TOTAL"), arena_number(req->arena, total));
	page_text(page, MARK("QUERY"), departs_query(req->arena, in));
	page_show(page, total == 1 ? MARK("IS_ONE") : MARK("IS_MANY"));
	page_show(page, str_is(in->vue, "passee") ? MARK("VIEW_PAST") : str_is(in->vue, "inconnue") ? MARK("VIEW_UNKNOWN") : MARK("VIEW_DATES"));
	if (req->problem_count == 0 || str_empty(in->format))
		page_show(page, MARK("FORMAT_XLSX_ON"));
	return reply_page();
}

struct problem
departs_export_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct departs_input *in = input;
	const int64_t year = departs_year(req, in);
	struct problem problem;
	str reason = NO_STR;

	if (in->annee != 0 && year == 0)
		return problem_input("annee", "field.not_a_choice");
	problem = reason_said(req, &REASONS, in->motif, in->precision, &reason);
	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK_PLAIN(batch, &DEPARTS_ALLOW);
	ASK(batch, &DEPARTS_EXPORT, ARG(value_or(in->vue, "dates")), ARG_ID(year), ARG_ID(year == 0 ? 0 : in->trimestre), ARG(in->categorie), ARG_ID(in->corps),
	    ARG_ID(in->structure), ARG(in->sexe), ARG(reason));
	return NO_PROBLEM;
}

struct reply
departs_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct departs_input *in = input;

	(void)page;
	return export_rows(req, results_of(got, &DEPARTS_EXPORT), COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), "Départs à la retraite", export_dated(req, STR("departs")),
	                   export_kind(in->format));
}
