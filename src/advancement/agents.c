/* The agents of a campaign: the list that each number opens, one agent with the reason of his date, and the spreadsheet. */
#include "pages.h"

struct problem
step_list_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct campaign_input *in = input;

	(void)req;
	ASK(batch, &STEP_CAMPAIGN, ARG(in->campagne));
	ASK(batch, &STEP_FOUND, ARG(in->campagne), ARG(in->liste), ARG(in->motif), ARG_ID(in->structure), ARG(in->categorie), ARG(in->statut),
	    ARG_ID(in->recherche), ARG(PAGE_ROWS), ARG(skip_of(in->page)));
	ASK(batch, &STEP_REASONS, ARG(in->campagne));
	ASK_PLAIN(batch, &STEP_STRUCTURES);
	ASK(batch, &STEP_WORDS, ARG_ID(in->recherche));
	return NO_PROBLEM;
}

static str
id_or_empty(const struct request *req, int64_t id)
{
	return id == 0 ? STR("") : opaque_text(req->arena, id);
}

static str
or_empty(str value)
{
	return value.at == NULL ? STR("") : value;
}

struct reply
step_list_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct campaign_input *in = input;
	const struct rows *reasons = results_of(got, &STEP_REASONS);
	const struct problem problem = page_bind_all(req, got, page);
	const str list = str_empty(in->liste) ? STR("tous") : in->liste;
	size_t i;

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	step_paged_show(req, "AGENTS", results_of(got, &STEP_FOUND), in->page, page);
	page_text(page, MARK("LISTE"), list);
	page_text(page, MARK("MOTIF"), or_empty(in->motif));
	page_text(page, MARK("STRUCTURE"), id_or_empty(req, in->structure));
	page_text(page, MARK("CATEGORIE"), or_empty(in->categorie));
	page_text(page, MARK("STATUT"), or_empty(in->statut));
	page_text(page, MARK("RECHERCHE"), id_or_empty(req, in->recherche));
	page_text(page, MARK("Q_VALUE"), or_empty(rows_text(results_of(got, &STEP_WORDS), 0, "words")));
	step_choice_show(req, page, "LISTE", list);
	step_choice_show(req, page, "CATEGORIE", in->categorie);
	step_choice_show(req, page, "STATUT", in->statut);
	for (i = 0; i < rows_count(reasons); i++) {
		struct page *row = page_row(page, MARK("MOTIFS"));

		page_text(row, MARK("MOTIF_CODE"), rows_text(reasons, i, "reason_code"));
		page_text(row, MARK("MOTIF_LABEL"), rows_text(reasons, i, "label"));
		if (str_eq(rows_text(reasons, i, "reason_code"), or_empty(in->motif))) {
			page_show(row, MARK("MOTIF_ON"));
			page_text(page_row(page, MARK("ONLY")), MARK("ONLY_LABEL"), rows_text(reasons, i, "label"));
		}
	}
	if (in->recherche != 0 || in->structure != 0 || !str_empty(in->categorie) || !str_empty(in->statut) || !str_empty(in->motif))
		page_show(page, MARK("IS_FILTERED"));
	return reply_page();
}

struct reply
step_search_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct campaign_input *in = input;
	const str search = id_or_empty(req, rows_int(results_of(got, &STEP_KEEP_WORDS), 0, "search_id"));

	(void)page;
	return reply_see_other(req, "/avancements/%.*s/agents?liste=%.*s&motif=%.*s&structure=%.*s&categorie=%.*s&statut=%.*s&recherche=%.*s",
	                       STR_ARGS(opaque_text(req->arena, in->campagne)), STR_ARGS(or_empty(in->liste)), STR_ARGS(or_empty(in->motif)),
	                       STR_ARGS(id_or_empty(req, in->structure)), STR_ARGS(or_empty(in->categorie)), STR_ARGS(or_empty(in->statut)), STR_ARGS(search));
}

struct reply
step_line_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct problem problem = page_bind_all(req, got, page);
	const str detail = rows_text(results_of(got, &STEP_LINE), 0, "reason_detail");
	struct date day;

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	page_text(page, MARK("DETAIL"), date_parse_iso(detail, &day) ? date_french(req->arena, day) : detail);
	return reply_page();
}

struct problem
step_decide_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct decide_input *in = input;
	const str place = arena_format(req->arena, "/avancements/%.*s/agents/%.*s?fait=avancement_decide", STR_ARGS(opaque_text(req->arena, in->campagne)),
	                               STR_ARGS(opaque_text(req->arena, in->agent)));

	ASK(batch, &STEP_DECIDE, ARG(in->campagne), ARG(in->agent), ARG(in->decision), ARG(in->motif), ARG(place));
	return NO_PROBLEM;
}

static const struct export_column COLUMNS[] = {
	{ "matricule", { "Matricule", SHEET_TEXT, 12 } },
	{ "family_name", { "Nom", SHEET_TEXT, 22 } },
	{ "given_names", { "Prénoms", SHEET_TEXT, 24 } },
	{ "status_code", { "Statut", SHEET_TEXT, 9 } },
	{ "corps_name", { "Corps", SHEET_TEXT, 36 } },
	{ "category", { "Catégorie", SHEET_TEXT, 0 } },
	{ "structure_code", { "Sigle de la structure", SHEET_TEXT, 0 } },
	{ "structure_name", { "Structure", SHEET_TEXT, 44 } },
	{ "before_grade", { "Grade actuel", SHEET_TEXT, 0 } },
	{ "since_date", { "Depuis le", SHEET_DATE, 0 } },
	{ "after_grade", { "Grade proposé", SHEET_TEXT, 0 } },
	{ "effect_date", { "Date d’effet", SHEET_DATE, 0 } },
	{ "months_late", { "Mois de retard", SHEET_INT, 0 } },
	{ "before_index", { "Indice actuel", SHEET_INT, 0 } },
	{ "act_label", { "Acte", SHEET_TEXT, 0 } },
	{ "reason_label", { "Motif", SHEET_TEXT, 34 } },
	{ "reason_detail", { "Précision", SHEET_TEXT, 34 } },
	{ "decision", { "Décision écrite", SHEET_TEXT, 44 } },
};

struct reply
step_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct campaign_input *in = input;

	(void)page;
	return export_rows(req, results_of(got, &STEP_EXPORT_ROWS), COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), "Avancement d’échelon", export_dated(req, STR("avancement")),
	                   export_kind(in->format));
}
