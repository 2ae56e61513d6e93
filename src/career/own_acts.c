/* My acts: the list, one act with my own lines only, and the list as a spreadsheet. */
#include "career/own.h"
#include "guichet/export.h"

#define PAGES_MOST 10000

const struct field OWN_ACTS_FIELDS[] = { OPTIONAL_INT(struct own_acts_input, page, 1, PAGES_MOST),
	OPTIONAL_TEXT(struct own_acts_input, type, 40), FIELDS_END };
const struct field OWN_ACT_FIELDS[] = { FIELD_ID(struct own_act_input, acte), FIELDS_END };

const struct query OWN_ACTS = { "select * from career_api.my_acts_of($1, $2, $3)" };
const struct query OWN_KINDS = { "select * from career_api.my_act_kinds()" };
const struct query OWN_LINES = { "select * from career_api.my_line($1)", .takes = "acte" };
const struct query OWN_LINKS = { "select * from career_api.my_act_links($1)", .takes = "acte", .shows = "LINKS" };
const struct query OWN_SEAL = { "select * from acts_api.my_seal($1)", .takes = "acte" };
const struct query OWN_PAPER = { "select * from archive_api.my_act_paper($1)", .takes = "acte" };
const struct query OWN_EXPORT = { "select * from career_api.my_acts_of(null, $1, $2)" };

static int64_t
page_of(int64_t asked)
{
	return asked < 1 ? 1 : asked;
}

struct problem
own_acts_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct own_acts_input *in = input;

	(void)req;
	ASK_PLAIN(batch, &OWN_AGENT);
	ASK_PLAIN(batch, &OWN_KINDS);
	ASK(batch, &OWN_ACTS, str_empty(in->type) ? ARG_NULL : ARG(in->type), ARG(OWN_PAGE_SIZE + 1),
	    ARG((page_of(in->page) - 1) * OWN_PAGE_SIZE));
	return NO_PROBLEM;
}

struct reply
own_acts_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct own_acts_input *in = input;
	const struct rows *kinds = results_of(got, &OWN_KINDS);
	int64_t total = 0;
	size_t i;

	if (!own_agent_show(req, results_of(got, &OWN_AGENT), page))
		return reply_page();
	for (i = 0; i < rows_count(kinds); i++) {
		bool on = str_eq(in->type, rows_text(kinds, i, "kind_code"));
		struct page *row = page_row(page, MARK("KINDS"));

		page_bind_row(row, req->arena, kinds, i);
		if (on)
			page_show(row, MARK("CHOSEN"));
		total += str_empty(in->type) || on ? rows_int(kinds, i, "lines") : 0;
	}
	page_int(page, MARK("TOTAL"), total);
	page_show(page, total > 1 ? MARK("MANY") : MARK("FEW"));
	if (!str_empty(in->type))
		page_show(page, MARK("FILTERED"));
	else
		page_show(page, MARK("UNFILTERED"));
	page_text(page, MARK("TYPE_ASKED"), str_empty(in->type) ? STR("") : in->type);
	own_paged_show(req, "ACTS", results_of(got, &OWN_ACTS), page_of(in->page), page);
	return reply_page();
}

/* A change is worth a line of the table when the act says something of it. */
static void
show_change(const struct request *req, struct page *line, const struct rows *lines, size_t row, const char *label, const char *what)
{
	str before = rows_text(lines, row, arena_format(req->arena, "before_%s", what).at);
	str after = rows_text(lines, row, arena_format(req->arena, "after_%s", what).at);
	struct page *change;

	if (before.at == NULL && after.at == NULL)
		return;
	change = page_row(line, MARK("CHANGE"));
	page_text(change, MARK("CHANGE_LABEL"), str_of(label));
	if (before.at != NULL)
		page_text(page_row(change, MARK("CHANGE_BEFORE")), MARK("BEFORE"), before);
	else
		page_show(change, MARK("NO_CHANGE_BEFORE"));
	if (after.at != NULL)
		page_text(page_row(change, MARK("CHANGE_AFTER")), MARK("AFTER"), after);
	else
		page_show(change, MARK("NO_CHANGE_AFTER"));
}

static void
show_line(const struct request *req, const struct rows *lines, size_t row, struct page *page)
{
	static const struct { const char *label, *what; } CHANGES[] = { { "Statut", "status" }, { "Corps", "corps" }, { "Grade", "grade" },
		{ "Indice", "index" }, { "Position", "position" }, { "Structure", "structure" } };
	struct page *line = page_row(page, MARK("LINES"));
	size_t i;
	bool changes = false;

	page_bind_row(line, req->arena, lines, row);
	for (i = 0; i < sizeof(CHANGES) / sizeof(CHANGES[0]); i++) {
		changes = changes || rows_text(lines, row, arena_format(req->arena, "before_%s", CHANGES[i].what).at).at != NULL ||
		          rows_text(lines, row, arena_format(req->arena, "after_%s", CHANGES[i].what).at).at != NULL;
		show_change(req, line, lines, row, CHANGES[i].label, CHANGES[i].what);
	}
	page_show(line, changes ? MARK("CHANGES") : MARK("NO_CHANGES"));
}

/* An act made in the portal bears a seal, and has a copy to take away. */
static void
show_seal(const struct request *req, const struct rows *seal, struct page *page)
{
	struct page *shown;
	str rest;

	if (rows_count(seal) == 0) {
		page_show(page, MARK("NO_SEAL"));
		return;
	}
	shown = page_row(page, MARK("SEAL"));
	page_bind_row(shown, req->arena, seal, 0);
	for (rest = rows_text(seal, 0, "articles"); rest.at != NULL && rest.len > 0;)
		page_text(page_row(shown, MARK("ARTICLE")), MARK("ARTICLE_TEXT"), str_cut(&rest, '\n'));
}

struct reply
own_act_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *lines = results_of(got, &OWN_LINES);
	size_t i;

	(void)input;
	if (rows_count(lines) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "career.own_act_missing"));
	page_bind_row(page, req->arena, lines, 0);
	for (i = 0; i < rows_count(lines); i++)
		show_line(req, lines, i, page);
	page_show(page, rows_count(lines) > 1 ? MARK("MANY_LINES") : MARK("ONE_LINE"));
	page_bind(page, req->arena, "LINKS", results_of(got, &OWN_LINKS));
	show_seal(req, results_of(got, &OWN_SEAL), page);
	page_bind(page, req->arena, "PAPER", results_of(got, &OWN_PAPER));
	return reply_page();
}

struct problem
own_export_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	(void)input;
	ASK(batch, &OWN_EXPORT, ARG(10000), ARG(0));
	return NO_PROBLEM;
}

static const struct export_column EXPORTED[] = {
	{ "effect_date", { "Date d’effet", SHEET_DATE, 12 } },
	{ "end_date", { "Fin", SHEET_DATE, 12 } },
	{ "kind_label", { "Acte", SHEET_TEXT, 30 } },
	{ "reference", { "Référence", SHEET_TEXT, 40 } },
	{ "before_grade", { "Grade avant", SHEET_TEXT, 12 } },
	{ "after_grade", { "Grade après", SHEET_TEXT, 12 } },
	{ "after_corps", { "Corps", SHEET_TEXT, 30 } },
	{ "after_position", { "Position", SHEET_TEXT, 18 } },
	{ "after_structure", { "Structure", SHEET_TEXT, 40 } },
	{ "proof_label", { "Preuve", SHEET_TEXT, 22 } },
	{ "state_label", { "État", SHEET_TEXT, 14 } },
};

struct reply
own_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return export_rows(req, results_of(got, &OWN_EXPORT), EXPORTED, sizeof(EXPORTED) / sizeof(EXPORTED[0]), "Mes actes", STR("mes-actes"),
	                   str_ends(str_of(req->route->path), STR(".xlsx")) ? SHEET_XLSX : SHEET_CSV);
}
