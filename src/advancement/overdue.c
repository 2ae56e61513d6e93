/* Overdue advancements: this month's numbers, who they are, and the months before as a drawing and as a table. */
#include "pages.h"

#include <stdio.h>

/* The drawing: abscissas in per cent, so that one drawing fits a phone and a desk; heights in pixels. */
enum { AXIS = 176, TOP = 34 };

struct problem
step_overdue_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct overdue_input *in = input;
	const struct value month = ARG(in->mois), structure = ARG_ID(in->structure);

	(void)req;
	ASK(batch, &STEP_OVERDUE_HEAD, month, structure, ARG(in->categorie), ARG(in->duree));
	ASK(batch, &STEP_OVERDUE_TREND, structure);
	ASK(batch, &STEP_OVERDUE_STRUCTURES, month, structure);
	ASK(batch, &STEP_OVERDUE_CATEGORIES, month, structure);
	ASK(batch, &STEP_OVERDUE_FOUND, month, structure, ARG(in->categorie), ARG(in->duree), ARG(PAGE_ROWS), ARG(skip_of(in->page)));
	return NO_PROBLEM;
}

static str
month_name(struct arena *arena, struct date day)
{
	static const char *const NAMES[12] = { "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc." };

	return arena_format(arena, "%s %d", NAMES[day.month - 1], day.year);
}

/* "novembre 2026": the date of the first day in words, without its day. */
static str
month_words(struct arena *arena, struct date day)
{
	const str whole = date_french(arena, (struct date){ day.year, day.month, 2 });

	return (str){ whole.at + 2, whole.len - 2 };
}

static str
per_cent(struct arena *arena, double value)
{
	return arena_format(arena, "%.2f", value);
}

/* One bar a month. On a phone every second number and two months of three go; the table below keeps all. */
static void
trend_show(const struct request *req, const struct rows *trend, struct date chosen, struct page *page)
{
	const size_t count = rows_count(trend);
	int64_t most = 1;
	size_t i;

	for (i = 0; i < count; i++)
		most = rows_int(trend, i, "agents") > most ? rows_int(trend, i, "agents") : most;
	for (i = 0; i < count; i++) {
		const int64_t agents = rows_int(trend, i, "agents");
		const double slot = 100.0 / (double)(count < 6 ? 6 : count), height = (double)(AXIS - TOP) * (double)agents / (double)most;
		const struct date month = rows_date(trend, i, "month_date");
		struct page *row = page_row(page, MARK("TREND"));

		page_bind_row(row, req->arena, trend, i);
		page_text(row, MARK("X"), per_cent(req->arena, slot * ((double)i + 0.16)));
		page_text(row, MARK("MIDDLE"), per_cent(req->arena, slot * ((double)i + 0.5)));
		page_text(row, MARK("WIDTH"), per_cent(req->arena, slot * 0.68));
		page_int(row, MARK("Y"), AXIS - (int64_t)height);
		page_int(row, MARK("TEXT_Y"), AXIS - (int64_t)height - 7);
		page_int(row, MARK("HEIGHT"), (int64_t)height);
		page_text(row, MARK("MONTH_NAME"), month_name(req->arena, month));
		if ((count - 1 - i) % 2 == 1)
			page_show(row, MARK("MINOR"));
		if ((count - 1 - i) % 3 != 0)
			page_show(row, MARK("MINOR_NAME"));
		if (date_compare(month, chosen) == 0)
			page_show(row, MARK("CHOSEN"));
	}
	if (count > 1)
		page_show(page, MARK("HAS_TREND"));
}

struct reply
step_overdue_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct overdue_input *in = input;
	const struct rows *head = results_of(got, &STEP_OVERDUE_HEAD);
	struct problem problem;

	if (rows_count(head) == 0) {
		if (date_there(in->mois))
			return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
		page_show(page, MARK("NO_PICTURE"));
		return reply_page();
	}
	problem = page_bind_all(req, got, page);
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	page_show(page, MARK("HAS_PICTURE"));
	page_bind_row(page, req->arena, head, 0);
	page_text(page, MARK("MONTH_WORDS"), month_words(req->arena, rows_date(head, 0, "month_date")));
	trend_show(req, results_of(got, &STEP_OVERDUE_TREND), rows_date(head, 0, "month_date"), page);
	page_text(page, MARK("ALL"), arena_format(req->arena, "%lld", (long long)rows_int(head, 0, "total")));
	page_show(page, rows_int(head, 0, "total") > 0 ? MARK("SOME_OVERDUE") : MARK("NOBODY_OVERDUE"));
	step_paged_show(req, "AGENTS", results_of(got, &STEP_OVERDUE_FOUND), in->page, page);
	page_text(page, MARK("MOIS"), date_iso(req->arena, rows_date(head, 0, "month_date")));
	page_text(page, MARK("STRUCTURE"), in->structure == 0 ? STR("") : opaque_text(req->arena, in->structure));
	page_text(page, MARK("CATEGORIE"), in->categorie.at == NULL ? STR("") : in->categorie);
	page_text(page, MARK("DUREE"), in->duree.at == NULL ? STR("") : in->duree);
	step_choice_show(req, page, "DUREE", str_empty(in->duree) ? STR("toutes") : in->duree);
	return reply_page();
}

static const struct export_column COLUMNS[] = {
	{ "matricule", { "Matricule", SHEET_TEXT, 12 } },
	{ "family_name", { "Nom", SHEET_TEXT, 22 } },
	{ "given_names", { "Prénoms", SHEET_TEXT, 24 } },
	{ "status_code", { "Statut", SHEET_TEXT, 9 } },
	{ "category", { "Catégorie", SHEET_TEXT, 0 } },
	{ "structure_code", { "Sigle de la structure", SHEET_TEXT, 0 } },
	{ "structure_name", { "Structure", SHEET_TEXT, 44 } },
	{ "before_grade", { "Grade actuel", SHEET_TEXT, 0 } },
	{ "after_grade", { "Grade dû", SHEET_TEXT, 0 } },
	{ "effect_date", { "Dû le", SHEET_DATE, 0 } },
	{ "months_late", { "Mois de retard", SHEET_INT, 0 } },
	{ "reason_label", { "À vérifier, ou en circuit", SHEET_TEXT, 34 } },
	{ "quarter", { "Campagne", SHEET_TEXT, 20 } },
};

struct reply
step_overdue_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct overdue_input *in = input;

	(void)page;
	return export_rows(req, results_of(got, &STEP_OVERDUE_EXPORT), COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), "Avancements en retard",
	                   export_dated(req, STR("retards")), export_kind(in->format));
}
