/* A list leaves as a spreadsheet: for a reason, which every person in it can read, and with one line in the journal. */
#include "career/clerk.h"

#include <stdlib.h>

#include "guichet/sheet.h"

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

static const struct { const char *column; struct sheet_column sheet; } COLUMNS[] = {
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
enum { COLUMN_COUNT = sizeof(COLUMNS) / sizeof(COLUMNS[0]) };

struct problem
clerk_export_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct clerk_list_input *in = input;
	str reason = NO_STR;
	const struct problem problem = clerk_reason(req, in->motif, in->precision, &reason);

	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK_PLAIN(batch, &CLERK_ALLOW_EXPORT);
	ASK(batch, &CLERK_EXPORT, ARG(in->recherche), ARG(in->tri), ARG(reason));
	return NO_PROBLEM;
}

static struct problem
write_rows(const struct request *req, enum sheet_kind kind, const struct rows *rows, str *bytes)
{
	const struct sheet_document about = { .title = "Agents", .author = "Guichet", .created = req->now };
	struct sheet_column *columns = arena_array(req->arena, COLUMN_COUNT, sizeof(*columns));
	struct sheet_writer *writer;
	str cells[COLUMN_COUNT];
	size_t i, c;

	for (c = 0; c < COLUMN_COUNT; c++)
		columns[c] = COLUMNS[c].sheet;
	writer = sheet_write_open(req->arena, kind, columns, COLUMN_COUNT, &about, -1);
	if (writer == NULL)
		return problem_of(PROBLEM_BROKEN, "problem.broken");
	for (i = 0; i < rows_count(rows); i++) {
		for (c = 0; c < COLUMN_COUNT; c++)
			cells[c] = rows_text(rows, i, COLUMNS[c].column);
		if (!sheet_write_row(writer, cells, COLUMN_COUNT))
			break;                /* sheet_write_close says why */
	}
	return sheet_write_close(writer, bytes);
}

struct reply
clerk_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct clerk_list_input *in = input;
	const bool csv = str_is(in->format, "csv");
	str bytes = NO_STR;
	const struct problem problem = write_rows(req, csv ? SHEET_CSV : SHEET_XLSX, results_of(got, &CLERK_EXPORT), &bytes);

	(void)page;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	return reply_copy(bytes, csv ? STR("text/csv; charset=utf-8") : STR("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
	                  arena_format(req->arena, "agents-%.*s.%s", STR_ARGS(date_iso(req->arena, req->today)), csv ? "csv" : "xlsx"));
}
