/* The agents of a draft: ticked in a search, pasted, or read from a spreadsheet; then one line at a time. What the list says of
 * all of them (effect, grade, structure…) stands once in the form; what a row says of one agent goes before it. */
#include <jansson.h>
#include <stdlib.h>

#include "guichet/columns.h"
#include "guichet/sheet.h"
#include "pages.h"

enum { ROWS_MOST = 20000, GUESS_ROWS = 50 };
static const struct grade_bounds BOUNDS = { .scale_most = 3, .step_most = 30 };

/* ---- choices that forms of lines share ---- */

static void
show_options(const struct request *req, struct page *page, const char *section, const struct rows *rows, const char *key, str chosen)
{
	size_t i;

	for (i = 0; i < rows_count(rows); i++) {
		struct marker name = marker_named(req->arena, str_of(section));
		struct page *row = page_row(page, &name);
		const bool is_id = strcmp(key, "corps_id") == 0;
		const str value = is_id ? opaque_text(req->arena, rows_int(rows, i, key)) : rows_text(rows, i, key);

		page_text(row, MARK("VALUE"), value);
		page_text(row, MARK("LABEL"), rows_text(rows, i, "name"));
		page_show(row, str_eq(value, chosen) && !str_empty(chosen) ? MARK("IS_ON") : MARK("IS_OFF"));
	}
}

/* Which fields the model asks, and what each may be; `line` gives what is chosen already. */
void
act_show_choices(const struct request *req, struct page *page, const struct results *got, const struct rows *line)
{
	str rest = rows_text(results_of(got, &ACT_ONE), 0, "asks");
	const int64_t corps = rows_int(line, 0, "after_corps_id");

	while (rest.at != NULL) {
		const str word = str_cut(&rest, ' ');
		const struct { const char *word; const struct marker *mark; } ASKS[] = { { "status", MARK("ASKS_STATUS") }, { "corps", MARK("ASKS_CORPS") }, { "grade", MARK("ASKS_GRADE") },
			{ "step", MARK("ASKS_STEP") }, { "structure", MARK("ASKS_STRUCTURE") }, { "position", MARK("ASKS_POSITION") }, { "end", MARK("ASKS_END") } };
		size_t i;

		for (i = 0; i < sizeof(ASKS) / sizeof(ASKS[0]); i++)
			if (str_is(word, ASKS[i].word))
				page_show(page, ASKS[i].mark);
	}
	show_options(req, page, "CORPS_OPTIONS", results_of(got, &ACT_CORPS), "corps_id", corps == 0 ? NO_STR : opaque_text(req->arena, corps));
	show_options(req, page, "STATUS_OPTIONS", results_of(got, &ACT_STATUSES), "code", rows_text(line, 0, "after_status_code"));
	show_options(req, page, "POSITION_OPTIONS", results_of(got, &ACT_POSITIONS), "code", rows_text(line, 0, "after_position_code"));
}

/* ---- the page that adds agents ---- */

struct problem
act_agents_page_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_input *in = input;

	(void)req;
	ASK(batch, &ACT_ONE, ARG(in->projet));
	ASK_PLAIN(batch, &ACT_CORPS);
	ASK_PLAIN(batch, &ACT_STATUSES);
	ASK_PLAIN(batch, &ACT_POSITIONS);
	return NO_PROBLEM;
}

struct reply
act_agents_page_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct problem problem = page_bind_all(req, got, page);

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (!rows_bool(results_of(got, &ACT_ONE), 0, "may_write"))
		return reply_problem(problem_of(PROBLEM_CONFLICT, "acts.not_now"));
	act_show_choices(req, page, got, NULL);
	return reply_page();
}

struct problem
act_search_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_search_input *in = input;

	(void)req;
	ASK(batch, &ACT_ONE, ARG(in->projet));
	ASK(batch, &ACT_FIND, ARG(in->q));
	ASK_PLAIN(batch, &ACT_CORPS);
	ASK_PLAIN(batch, &ACT_STATUSES);
	ASK_PLAIN(batch, &ACT_POSITIONS);
	return NO_PROBLEM;
}

struct reply
act_search_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct act_search_input *in = input;
	const struct rows *found = results_of(got, &ACT_FIND);
	const struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	page_text(page, MARK("Q_VALUE"), in->q);
	page_show(page, MARK("IS_SEARCH"));
	page_bind(page, req->arena, "FOUND", found);
	act_show_choices(req, page, got, NULL);
	return reply_page();
}

/* ---- rows of a list, as acts_api.add_lines reads them ---- */

struct list {
	struct arena *arena;
	const struct act_agents_input *in;
	json_t *rows;
	int64_t n;
};

static void
put_text(json_t *row, const char *key, str value)
{
	if (!str_empty(value))
		json_object_set_new(row, key, json_stringn(value.at, value.len));
}

static void
put_number(json_t *row, const char *key, int64_t value)
{
	if (value != 0)
		json_object_set_new(row, key, json_integer(value));
}

static void
put_date(const struct list *list, json_t *row, const char *key, struct date value)
{
	if (date_there(value))
		put_text(row, key, date_iso(list->arena, value));
}

/* A row with what the form says of everybody. */
static json_t *
row_begin(struct list *list, str said)
{
	json_t *row = json_object();

	json_object_set_new(row, "n", json_integer(++list->n));
	put_text(row, "said", said);
	put_date(list, row, "e", list->in->effet);
	put_date(list, row, "x", list->in->fin);
	put_text(row, "st", list->in->statut);
	put_text(row, "cat", list->in->categorie);
	put_number(row, "sc", list->in->echelle);
	put_number(row, "stp", list->in->echelon);
	put_number(row, "idx", list->in->indice);
	put_number(row, "ci", list->in->corps);
	put_text(row, "stru", list->in->structure);
	put_text(row, "pos", list->in->position);
	put_text(row, "note", list->in->observation);
	return row;
}

static void
row_matricule(json_t *row, str text)
{
	char into[20];
	str matricule;

	if (column_matricule(text, into, &matricule).kind == PROBLEM_NONE)
		put_text(row, "m", matricule);
	else
		json_object_set_new(row, "fault", json_string("acts.matricule_unreadable"));
}

static void
row_fault(json_t *row, const char *why)
{
	if (json_object_get(row, "fault") == NULL)
		json_object_set_new(row, "fault", json_string(why));
}

static void
row_grade(json_t *row, str text)
{
	struct grade grade;

	if (column_grade(text, &BOUNDS, &grade).kind != PROBLEM_NONE) {
		row_fault(row, "acts.grade_unreadable");
		return;
	}
	json_object_set_new(row, "cat", json_stringn(&grade.category, 1));
	put_number(row, "sc", grade.scale);
	put_number(row, "stp", grade.step);
}

static void
row_date(const struct list *list, json_t *row, const char *key, str text)
{
	struct date date;

	if (column_date(text, &date).kind == PROBLEM_NONE)
		put_date(list, row, key, date);
	else
		row_fault(row, "acts.date_unreadable");
}

/* "12345", "12345;01/10/2026", "12345  01/10/2026  A1-9": matricule, then an effect date, then a grade. */
static void
read_pasted(struct list *list, str text)
{
	while (text.at != NULL && list->n < ROWS_MOST) {
		const str line = str_trim(str_cut(&text, '\n'));
		str words[3] = { NO_STR, NO_STR, NO_STR };
		size_t count = 0, i = 0;
		json_t *row;

		if (str_empty(line))
			continue;
		while (i < line.len && count < 3) {
			size_t from;

			while (i < line.len && strchr(" \t;,", line.at[i]) != NULL)
				i++;
			from = i;
			while (i < line.len && strchr(" \t;,", line.at[i]) == NULL)
				i++;
			if (i > from)
				words[count++] = (str){ line.at + from, i - from };
		}
		row = row_begin(list, line);
		row_matricule(row, words[0]);
		if (count > 1)
			row_date(list, row, "e", words[1]);
		if (count > 2)
			row_grade(row, words[2]);
		json_array_append_new(list->rows, row);
	}
}

static void
row_cell(const struct list *list, json_t *row, enum column_target target, str cell)
{
	int number;
	char category;

	if (str_empty(cell))
		return;
	switch ((int)target) {
	case COLUMN_MATRICULE: row_matricule(row, cell); break;
	case COLUMN_EFFECT_DATE: row_date(list, row, "e", cell); break;
	case COLUMN_GRADE: row_grade(row, cell); break;
	case COLUMN_STATUS: put_text(row, "st", cell); break;
	case COLUMN_CORPS: put_text(row, "co", cell); break;
	case COLUMN_STRUCTURE: put_text(row, "stru", cell); break;
	case COLUMN_POSITION: put_text(row, "pos", cell); break;
	case COLUMN_NOTE: put_text(row, "note", cell); break;
	case COLUMN_CATEGORY:
		if (column_category(cell, &category).kind == PROBLEM_NONE)
			json_object_set_new(row, "cat", json_stringn(&category, 1));
		else
			row_fault(row, "acts.grade_unreadable");
		break;
	case COLUMN_SCALE:
	case COLUMN_STEP:
		if (column_small_number(cell, target == COLUMN_SCALE ? BOUNDS.scale_most : BOUNDS.step_most, &number).kind == PROBLEM_NONE)
			put_number(row, target == COLUMN_SCALE ? "sc" : "stp", number);
		else
			row_fault(row, "acts.grade_unreadable");
		break;
	default: break;
	}
}

/* The columns are recognised as in imports; without a matricule column nothing can be read. */
static struct problem
read_sheet(struct list *list, str bytes)
{
	struct sheet_row *head = arena_array(list->arena, GUESS_ROWS, sizeof *head), row;
	struct problem problem = NO_PROBLEM;
	struct sheet_reader *reader = sheet_open(list->arena, bytes, &problem);
	struct column_guess *guesses;
	size_t count = 0, at, i, c;
	bool named = false;

	if (reader == NULL)
		return problem;
	while (count < GUESS_ROWS && sheet_next(reader, &row))
		head[count++] = sheet_row_copy(list->arena, &row);
	if (count < 2)
		return sheet_problem(reader).kind != PROBLEM_NONE ? sheet_problem(reader) : problem_input("fichier", "acts.sheet_empty");
	at = columns_header_row(list->arena, COLUMN_FILE_ACTS, head, count);
	guesses = arena_array(list->arena, head[at].count, sizeof *guesses);
	columns_guess(list->arena, COLUMN_FILE_ACTS, head[at].cells, head[at].count, head + at + 1, count - at - 1, guesses);
	for (c = 0; c < head[at].count; c++)
		named = named || guesses[c].target == COLUMN_MATRICULE;
	if (!named)
		return problem_input("fichier", "acts.sheet_no_matricule");
	for (i = at + 1;; i++) {
		json_t *object;

		if (i >= count && !sheet_next(reader, &row))
			break;
		if (i < count)
			row = head[i];
		if (list->n >= ROWS_MOST)
			return problem_input("fichier", "acts.too_many_lines");
		object = row_begin(list, arena_format(list->arena, "ligne %zu du fichier", row.line));
		for (c = 0; c < row.count && c < head[at].count; c++)
			row_cell(list, object, guesses[c].target, str_trim(row.cells[c]));
		if (json_object_get(object, "m") == NULL)
			row_fault(object, "acts.matricule_missing");
		json_array_append_new(list->rows, object);
	}
	return sheet_problem(reader);
}

struct problem
act_agents_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_agents_input *in = input;

	(void)req;
	if (in->coches.count == 0 && str_empty(in->liste) && in->fichier.bytes.len == 0)
		return problem_input("liste", "acts.nobody");
	ASK(batch, &ACT_ONE, ARG(in->projet));
	return NO_PROBLEM;
}

struct problem
act_agents_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct act_agents_input *in = input;
	struct list list = { .arena = req->arena, .in = in, .rows = json_array() };
	struct problem problem = NO_PROBLEM;
	char *text;
	size_t i;

	(void)got;
	for (i = 0; i < in->coches.count; i++) {
		json_t *row = row_begin(&list, in->coches.list[i]);

		row_matricule(row, in->coches.list[i]);
		json_array_append_new(list.rows, row);
	}
	read_pasted(&list, in->liste);
	if (in->fichier.bytes.len > 0)
		problem = read_sheet(&list, in->fichier.bytes);
	if (problem.kind == PROBLEM_INPUT && problem.field == NULL)
		problem.field = "fichier";
	text = problem.kind == PROBLEM_NONE ? json_dumps(list.rows, JSON_COMPACT) : NULL;
	json_decref(list.rows);
	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK(batch, &ACT_ADD, ARG(in->projet), ARG(arena_copy(req->arena, str_of(text))));
	free(text);
	return NO_PROBLEM;
}

struct reply
act_agents_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct act_agents_input *in = input;
	const struct rows *added = results_of(got, &ACT_ADD);

	(void)page;
	return reply_see_other(req, "/actes/%.*s?fait=%s", STR_ARGS(opaque_text(req->arena, in->projet)),
	                       rows_int(added, 0, "refused") == 0 ? "agents-ajoutes" : rows_int(added, 0, "added") == 0 ? "agents-refuses" : "agents-en-partie");
}

/* ---- one line ---- */

struct problem
act_line_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_line_input *in = input;

	(void)req;
	ASK(batch, &ACT_ONE, ARG(in->projet));
	ASK(batch, &ACT_LINE, ARG(in->projet), ARG(in->ligne));
	ASK_PLAIN(batch, &ACT_CORPS);
	ASK_PLAIN(batch, &ACT_STATUSES);
	ASK_PLAIN(batch, &ACT_POSITIONS);
	return NO_PROBLEM;
}

static void
show_number(const struct request *req, struct page *page, const struct marker *mark, int64_t value)
{
	if (value != 0)
		page_text(page, mark, arena_format(req->arena, "%lld", (long long)value));
}

struct reply
act_line_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *line = results_of(got, &ACT_LINE);
	const struct problem problem = page_bind_all(req, got, page);
	const str category = rows_text(line, 0, "after_category");

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (rows_count(line) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "acts.unknown"));
	if (!rows_bool(results_of(got, &ACT_ONE), 0, "may_write"))
		return reply_problem(problem_of(PROBLEM_CONFLICT, "acts.not_now"));
	page_bind_row(page, req->arena, line, 0);
	act_show_choices(req, page, got, line);
	if (req->problem_count > 0)
		return reply_page();
	page_text(page, MARK("EFFET_VALUE"), date_french(req->arena, rows_date(line, 0, "effect_date")));
	if (date_there(rows_date(line, 0, "end_date")))
		page_text(page, MARK("FIN_VALUE"), date_french(req->arena, rows_date(line, 0, "end_date")));
	if (!str_empty(category)) {
		const struct marker on = marker_named(req->arena, arena_format(req->arena, "CATEGORIE_%.*s_ON", STR_ARGS(category)));

		page_show(page, &on);
	}
	show_number(req, page, MARK("ECHELLE_VALUE"), rows_int(line, 0, "after_scale"));
	show_number(req, page, MARK("ECHELON_VALUE"), rows_int(line, 0, "after_step"));
	show_number(req, page, MARK("INDICE_VALUE"), rows_int(line, 0, "after_index"));
	page_text(page, MARK("STRUCTURE_VALUE"), rows_text(line, 0, "after_structure_code").at != NULL ? rows_text(line, 0, "after_structure_code") : STR(""));
	page_text(page, MARK("OBSERVATION_VALUE"), rows_text(line, 0, "note").at != NULL ? rows_text(line, 0, "note") : STR(""));
	return reply_page();
}

struct problem
act_set_line_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_line_input *in = input;

	(void)req;
	ASK(batch, &ACT_SET_LINE, ARG(in->projet), ARG(in->ligne), ARG(in->effet), ARG(in->fin), ARG(in->categorie), ARG_ID(in->echelle), ARG_ID(in->echelon), ARG_ID(in->indice),
	    ARG_ID(in->corps), ARG(in->structure), ARG(in->statut), ARG(in->position), ARG(in->observation));
	return NO_PROBLEM;
}
