/* A list leaves as a spreadsheet: for a reason, which every person in it can read, and with one line in the journal. */
#include "career/clerk.h"
#include "guichet/export.h"

const struct field CLERK_EXPORT_PAGE_FIELDS[] = {
	FIELD_ID(struct clerk_list_input, recherche), OPTIONAL_CHOICE(struct clerk_list_input, tri, CLERK_SORTS), FIELDS_END };
const struct field CLERK_EXPORT_FIELDS[] = {
	FIELD_ID(struct clerk_list_input, recherche), OPTIONAL_CHOICE(struct clerk_list_input, tri, CLERK_SORTS),
	FIELD_CHOICE(struct clerk_list_input, format, "xlsx|csv"), OPTIONAL_CHOICE(struct clerk_list_input, motif, CLERK_REASONS),
	OPTIONAL_TEXT(struct clerk_list_input, precision, 200), FIELDS_END };

const struct query CLERK_EXPORT_HEAD = { "select h.*, true as format_xlsx_on from career_api.search_head($1, $2, 1) h",
	.takes = "recherche tri", .shows = "." };
const struct query CLERK_ALLOW_EXPORT = { "select career_api.allow_export()" };
const struct query CLERK_EXPORT = { "select * from career_api.export_found($1, $2, $3)" };

static const struct export_column COLUMNS[] = {
	{ "matricule", { "Matricule", SHEET_TEXT, 12 } },
	{ "family_name", { "Nom", SHEET_TEXT, 22 } },
	{ "given_names", { "Prénoms", SHEET_TEXT, 24 } },
	{ "sex", { "Sexe", SHEET_TEXT, 6 } },
	{ "birth_date", { "Date de naissance", SHEET_DATE, 0 } },
	{ "status_code", { "Statut", SHEET_TEXT, 9 } },
	{ "corps_name", { "Corps", SHEET_TEXT, 36 } },
	{ "category", { "Catégorie", SHEET_TEXT, 0 } },
	{ "scale", { "Échelle", SHEET_INT, 0 } },
	{ "step", { "Échelon", SHEET_INT, 0 } },
	{ "pay_index", { "Indice", SHEET_INT, 0 } },
	{ "grade_since", { "Grade depuis le", SHEET_DATE, 0 } },
	{ "position_label", { "Position", SHEET_TEXT, 18 } },
	{ "structure_code", { "Sigle de la structure", SHEET_TEXT, 0 } },
	{ "structure_name", { "Structure", SHEET_TEXT, 44 } },
	{ "first_service_date", { "Première prise de service", SHEET_DATE, 0 } },
	{ "next_step_date", { "Prochain échelon", SHEET_DATE, 0 } },
	{ "retirement_date", { "Départ probable à la retraite", SHEET_DATE, 0 } },
	{ "gaps_count", { "Points à régler", SHEET_INT, 0 } },
};

struct problem
clerk_export_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct clerk_list_input *in = input;
	str reason = NO_STR;
	const struct problem problem = reason_said(req, &CLERK_MOTIVES, in->motif, in->precision, &reason);

	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK_PLAIN(batch, &CLERK_ALLOW_EXPORT);
	ASK(batch, &CLERK_EXPORT, ARG(in->recherche), ARG(in->tri), ARG(reason));
	return NO_PROBLEM;
}

struct reply
clerk_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct clerk_list_input *in = input;

	(void)page;
	return export_rows(req, results_of(got, &CLERK_EXPORT), COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), "Agents", export_dated(req, STR("agents")), export_kind(in->format));
}
