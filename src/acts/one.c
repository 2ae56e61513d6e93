/* One act: where it is, whose turn, what the rules say of each line, the texts, the thread; changing its texts. */
#include "guichet/export.h"
#include "pages.h"

struct problem
act_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_input *in = input;
	const int64_t page = in->page < 1 ? 1 : in->page;

	(void)req;
	ASK(batch, &ACT_ONE, ARG(in->projet));
	ASK(batch, &ACT_PARTS, ARG(in->projet));
	ASK(batch, &ACT_LINES, ARG(in->projet), ARG(str_is(in->vue, "reserves")), ARG(LINES_PAGE), ARG((page - 1) * LINES_PAGE));
	ASK(batch, &ACT_REJECTS, ARG(in->projet));
	ASK(batch, &ACT_THREAD, ARG(in->projet));
	ASK(batch, &ACT_STEPS, ARG(in->projet));
	ASK(batch, &ACT_MINE, ARG(in->projet));
	return NO_PROBLEM;
}

static void
show_parts(const struct request *req, const struct rows *parts, struct page *page)
{
	int64_t article = 0;
	size_t i;

	for (i = 0; i < rows_count(parts); i++) {
		const str part = rows_text(parts, i, "part_code");
		struct page *row;

		if (str_is(part, "visa")) {
			row = page_row(page, MARK("VISAS"));
		} else if (str_is(part, "article")) {
			row = page_row(page, MARK("ARTICLES"));
			article++;
			page_text(row, MARK("ARTICLE_NAME"), article == 1 ? STR("Article premier") : arena_format(req->arena, "Article %lld", (long long)article));
		} else {
			row = page_row(page, MARK("COPIES"));
		}
		page_bind_row(row, req->arena, parts, i);
	}
}

/* A line's findings come as one text, a finding a line. What the rules say of the whole comes with every row; a row without a
 * line says only that. */
static void
show_lines(const struct request *req, const struct rows *lines, struct page *page)
{
	const int64_t refused = rows_int(lines, 0, "refused_count"), flagged = rows_int(lines, 0, "flagged_count");
	str said = rows_text(lines, 0, "act_findings");
	size_t i;

	page_int(page, MARK("REFUSED_COUNT"), refused);
	page_int(page, MARK("FLAGGED_COUNT"), flagged);
	page_show(page, refused > 0 ? MARK("HAS_REFUSED") : MARK("NO_HAS_REFUSED"));
	if (flagged > 0)
		page_show(page, MARK("HAS_FLAGGED"));
	if (!str_empty(said))
		page_show(page, MARK("HAS_ACT_FINDINGS"));
	while (said.at != NULL && said.len > 0)
		page_text(page_row(page, MARK("ACT_FOUND")), MARK("ACT_FOUND_TEXT"), str_cut(&said, '\n'));
	page_show(page, rows_int(lines, 0, "line_no") > 0 ? MARK("HAS_LINES_SHOWN") : MARK("NO_LINES_SHOWN"));
	for (i = 0; i < rows_count(lines) && rows_int(lines, i, "line_no") > 0; i++) {
		struct page *row = page_row(page, MARK("LINES"));
		str rest = rows_text(lines, i, "findings");

		page_bind_row(row, req->arena, lines, i);
		while (rest.at != NULL && rest.len > 0)
			page_text(page_row(row, MARK("FOUND")), MARK("FOUND_TEXT"), str_cut(&rest, '\n'));
	}
}

static void
show_rejects(const struct request *req, const struct rows *rejects, struct page *page)
{
	size_t i;

	if (rows_count(rejects) == 0)
		return;
	page_show(page, MARK("HAS_REJECTS"));
	for (i = 0; i < rows_count(rejects); i++) {
		struct page *row = page_row(page, MARK("REJECTS"));

		page_text(row, MARK("SAID"), rows_text(rejects, i, "said"));
		page_text(row, MARK("WHY"), sentence(req->sentences, arena_copy(req->arena, rows_text(rejects, i, "why")).at));
	}
}

static bool
my_turn(const struct rows *mine)
{
	return rows_bool(mine, 0, "may_visa") || rows_bool(mine, 0, "may_sign");
}

static void
show_mine(const struct request *req, const struct rows *mine, const struct rows *one, struct page *page)
{
	const str why = rows_text(mine, 0, "why"), waited = rows_text(mine, 0, "for_name");
	const bool fresh = rows_bool(mine, 0, "fresh");

	if (rows_text(mine, 0, "step_label").at != NULL)
		page_text(page_row(page, MARK("WAITED")), MARK("STEP_LABEL"), rows_text(mine, 0, "step_label"));
	if (rows_bool(mine, 0, "may_visa"))
		page_show(page, MARK("MAY_VISA"));
	if (rows_bool(mine, 0, "may_sign"))
		page_show(page, fresh ? MARK("MAY_SIGN") : MARK("MAY_PROVE"));
	page_show(page, my_turn(mine) ? MARK("IS_MY_TURN") : MARK("NO_IS_MY_TURN"));
	if (waited.at != NULL)
		page_text(page_row(page, MARK("BY_DELEGATION")), MARK("FOR_NAME"), waited);
	if (why.at != NULL && !str_is(why, "acts.not_approver"))
		page_text(page_row(page, MARK("MAY_NOT")), MARK("MAY_NOT_TEXT"), sentence(req->sentences, arena_copy(req->arena, why).at));
	page_text(page, MARK("PRINT_SHORT"), (str){ rows_text(one, 0, "content_hash").at, rows_text(one, 0, "content_hash").len < 16 ? 0 : 16 });
}

struct reply
act_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct act_input *in = input;
	const struct rows *one = results_of(got, &ACT_ONE), *lines = results_of(got, &ACT_LINES);
	const struct problem problem = page_bind_all(req, got, page);
	const str state = rows_text(one, 0, "state_code");

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	show_parts(req, results_of(got, &ACT_PARTS), page);
	show_lines(req, lines, page);
	show_rejects(req, results_of(got, &ACT_REJECTS), page);
	show_mine(req, results_of(got, &ACT_MINE), one, page);
	if (str_is(state, "projet") || str_is(state, "visa") || str_is(state, "signature"))
		page_show(page, MARK("IS_OPEN"));
	page_show(page, rows_bool(one, 0, "may_write") && str_is(state, "projet") ? MARK("CAN_CHANGE") : MARK("NO_CAN_CHANGE"));
	if (!rows_bool(one, 0, "may_write") && str_is(state, "projet"))
		page_show(page, MARK("IS_READ_ONLY"));
	if (rows_bool(one, 0, "may_write") && str_is(state, "projet") && rows_int(one, 0, "lines_count") > 0 && rows_int(lines, 0, "refused_count") == 0 &&
	    str_empty(rows_text(lines, 0, "act_findings")) && rows_int(one, 0, "rejects_count") == 0)
		page_show(page, MARK("CAN_SUBMIT"));
	/* Whose turn it is sends back, with a reason; the others take back. */
	if (rows_bool(one, 0, "may_write") && (str_is(state, "visa") || str_is(state, "signature")) && !my_turn(results_of(got, &ACT_MINE)))
		page_show(page, MARK("CAN_WITHDRAW"));
	page_show(page, str_is(in->vue, "reserves") ? MARK("ONLY_FOUND") : MARK("EVERY_LINE"));
	page_text(page, MARK("VUE"), str_is(in->vue, "reserves") ? STR("reserves") : STR("tous"));
	page_range(page, in->page < 1 ? 1 : in->page, LINES_PAGE, rows_int(lines, 0, "total"));
	return reply_page();
}

/* ---- texts ---- */

static str
part_text(struct arena *arena, const struct rows *parts, const char *part, const char *between)
{
	str text = STR("");
	size_t i;

	for (i = 0; i < rows_count(parts); i++) {
		const int64_t copies = rows_int(parts, i, "copies");

		if (!str_is(rows_text(parts, i, "part_code"), part))
			continue;
		text = arena_format(arena, "%.*s%s%.*s", STR_ARGS(text), text.len > 0 ? between : "", STR_ARGS(rows_text(parts, i, "body")));
		if (copies > 0)
			text = arena_format(arena, "%.*s : %lld", STR_ARGS(text), (long long)copies);
	}
	return text;
}

struct reply
act_text_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *one = results_of(got, &ACT_ONE), *parts = results_of(got, &ACT_PARTS);
	const struct problem problem = page_bind_all(req, got, page);

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (!rows_bool(one, 0, "may_write"))
		return reply_problem(problem_of(PROBLEM_CONFLICT, "acts.not_now"));
	if (req->problem_count == 0) {
		page_text(page, MARK("OBJET_VALUE"), rows_text(one, 0, "subject"));
		page_text(page, MARK("VISAS_VALUE"), part_text(req->arena, parts, "visa", "\n"));
		page_text(page, MARK("ARTICLES_VALUE"), part_text(req->arena, parts, "article", "\n\n"));
		page_text(page, MARK("AMPLIATIONS_VALUE"), part_text(req->arena, parts, "ampliation", "\n"));
	}
	return reply_page();
}

struct problem
act_text_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_subject_input *in = input;

	(void)req;
	ASK(batch, &ACT_SUBJECT, ARG(in->projet), ARG(in->objet), ARG(in->version));
	ASK(batch, &ACT_SET_PARTS, ARG(in->projet), ARG(in->visas), ARG(in->articles), ARG(in->ampliations));
	return NO_PROBLEM;
}

/* A new draft, or a correction: to its page. */
struct reply
act_correct_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *made = results_of(got, &ACT_CORRECT);

	(void)input;
	(void)page;
	if (made == NULL)
		made = results_of(got, &ACT_NEW);
	return reply_see_other(req, "/actes/%.*s", STR_ARGS(opaque_text(req->arena, rows_int(made, 0, "draft_id"))));
}

/* ---- the agents as a spreadsheet ---- */

struct reply
act_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	static const struct sheet_column COLUMNS[] = { { "N°", SHEET_INT, 6 }, { "Matricule", SHEET_TEXT, 12 }, { "Nom et prénoms", SHEET_TEXT, 34 }, { "Effet", SHEET_DATE, 12 },
		{ "Fin", SHEET_DATE, 12 }, { "Grade avant", SHEET_TEXT, 12 }, { "Grade après", SHEET_TEXT, 12 }, { "Corps", SHEET_TEXT, 30 }, { "Structure", SHEET_TEXT, 40 },
		{ "Position", SHEET_TEXT, 18 }, { "Statut", SHEET_TEXT, 24 }, { "Observation", SHEET_TEXT, 30 }, { "Ce que disent les règles", SHEET_TEXT, 60 } };
	static const char *const NAMES[] = { "line_no", "matricule", "name", "effect_date", "end_date", "before_grade", "after_grade", "after_corps", "after_structure",
		"after_position", "after_status", "note", "findings" };
	enum { COUNT = sizeof(COLUMNS) / sizeof(COLUMNS[0]) };
	const struct rows *rows = results_of(got, &ACT_EXPORT);
	const struct sheet_document about = { .title = "Agents d’un acte", .author = "Guichet", .created = req->now };
	struct sheet_writer *writer = sheet_write_open(req->arena, SHEET_XLSX, COLUMNS, COUNT, &about, -1);
	size_t i, c;

	(void)input;
	(void)page;
	for (i = 0; writer != NULL && i < rows_count(rows) && rows_int(rows, i, "line_no") > 0; i++) {
		str cells[COUNT];

		for (c = 0; c < COUNT; c++)
			cells[c] = rows_text(rows, i, NAMES[c]);
		if (!sheet_write_row(writer, cells, COUNT))
			break;
	}
	return export_sheet(req, writer, STR("agents-de-l-acte"), SHEET_XLSX);
}
