/* The rows of a list of agents: what was ticked, pasted or sent becomes JSON, row by row, faults included. */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

#include "guichet/columns.h"
#include "guichet/sheet.h"

enum { GUESS_ROWS = 50 };
static const struct grade_bounds BOUNDS = { .scale_most = 3, .step_most = 30 };

/* PostgreSQL's text has no NUL: a value with one says nothing. */
static void
put_text(json_t *row, const char *key, str value)
{
	if (!str_empty(value) && memchr(value.at, 0, value.len) == NULL)
		json_object_set_new(row, key, json_stringn(value.at, value.len));
}

static void
put_number(json_t *row, const char *key, int64_t value)
{
	if (value != 0)
		json_object_set_new(row, key, json_integer(value));
}

static void
put_date(const struct act_rows *list, json_t *row, const char *key, struct date value)
{
	if (date_there(value))
		put_text(row, key, date_iso(list->arena, value));
}

/* A row with what the form says of everybody. */
static json_t *
row_begin(struct act_rows *list, str said)
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
row_date(const struct act_rows *list, json_t *row, const char *key, str text)
{
	struct date date;

	if (column_date(text, &date).kind == PROBLEM_NONE)
		put_date(list, row, key, date);
	else
		row_fault(row, "acts.date_unreadable");
}

/* ---- pasted text ---- */

enum { SPACE_WIDE = 3, DAY_LONG = 3 };     /* bytes of U+202F, U+00A0 has two; letters of "1er" */

static size_t
gap_at(str line, size_t i)
{
	const char c = line.at[i];

	if (c == ' ' || c == '\t' || c == ';' || c == ',' || c == '|' || c == '\r' || c == '"')
		return 1;
	if (i + 1 < line.len && c == '\xc2' && line.at[i + 1] == '\xa0')
		return 2;
	if (i + 2 < line.len && ((c == '\xe2' && line.at[i + 1] == '\x80' && line.at[i + 2] == '\xaf') || (c == '\xef' && line.at[i + 1] == '\xbb' && line.at[i + 2] == '\xbf')))
		return SPACE_WIDE;
	return 0;
}

/* The next word, `at` beyond it; absent at the end. */
static str
next_word(str line, size_t *at)
{
	size_t from, gap;

	while (*at < line.len && (gap = gap_at(line, *at)) > 0)
		*at += gap;
	from = *at;
	while (*at < line.len && gap_at(line, *at) == 0)
		(*at)++;
	return *at > from ? (str){ line.at + from, *at - from } : NO_STR;
}

static size_t
digits_of(str word)
{
	size_t i, n = 0;

	for (i = 0; i < word.len; i++)
		n += word.at[i] >= '0' && word.at[i] <= '9';
	return n;
}

/* A date in a pasted text has separators, or eight digits: five digits are a staff number, not a spreadsheet's day. */
static bool
is_dated(str word)
{
	struct date date;

	return (digits_of(word) == 8 || digits_of(word) < word.len) && word.at[0] >= '0' && word.at[0] <= '9' && column_date(word, &date).kind == PROBLEM_NONE;
}

static void
row_end(struct act_rows *list, json_t *row, const char *from, const char *to)
{
	put_text(row, "said", str_trim((str){ from, (size_t)(to - from) }));
	json_array_append_new(list->rows, row);
}

/* "1er octobre 2026": three words that are one date together; `at` goes beyond them. */
static bool
long_date(str line, str first, size_t *at, str *whole)
{
	size_t ahead = *at;
	str last;
	struct date date;

	if (first.at[0] < '1' || first.at[0] > '9' || first.len > DAY_LONG || next_word(line, &ahead).at == NULL)
		return false;
	last = next_word(line, &ahead);
	if (last.at == NULL)
		return false;
	*whole = (str){ first.at, (size_t)(last.at + last.len - first.at) };
	if (column_date(*whole, &date).kind != PROBLEM_NONE)
		return false;
	*at = ahead;
	return true;
}

/* What follows the number: a date, a grade, another number (a row of its own), or words without a digit: names, passed over. */
static void
read_line(struct act_rows *list, str line)
{
	size_t at = 0;
	str word = next_word(line, &at);
	const char *from = word.at;
	json_t *row;

	if (word.at == NULL)
		return;
	row = row_begin(list, NO_STR);
	row_matricule(row, word);
	while ((word = next_word(line, &at)).at != NULL) {
		struct grade grade;
		str date;

		if (digits_of(word) == 0)
			continue;
		if (long_date(line, word, &at, &date)) {
			row_date(list, row, "e", date);
		} else if (is_dated(word)) {
			row_date(list, row, "e", word);
		} else if (column_grade(word, &BOUNDS, &grade).kind == PROBLEM_NONE) {
			row_grade(row, word);
		} else if (digits_of(word) == word.len && word.len < 8 && list->n <= ACT_ROWS_MOST) {
			row_end(list, row, from, word.at);
			from = word.at;
			row = row_begin(list, NO_STR);
			row_matricule(row, word);
		} else {
			row_fault(row, word.at[0] >= '0' && word.at[0] <= '9' ? "acts.date_unreadable" : "acts.grade_unreadable");
		}
	}
	row_end(list, row, from, line.at + line.len);
}

struct problem
act_rows_pasted(struct act_rows *list, str text)
{
	while (text.at != NULL && list->n <= ACT_ROWS_MOST)
		read_line(list, str_trim(str_cut(&text, '\n')));
	return list->n > ACT_ROWS_MOST ? problem_input("liste", "acts.too_many_lines") : NO_PROBLEM;
}

/* ---- spreadsheets ---- */

static void
row_cell(const struct act_rows *list, json_t *row, enum column_target target, str cell)
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

/* A row of blanks says nothing. */
static void
sheet_row_read(struct act_rows *list, const struct sheet_row *row, const struct column_guess *guesses, size_t columns)
{
	const size_t count = row->count < columns ? row->count : columns;
	str shown = NO_STR;
	json_t *object;
	size_t c;
	bool blank = true;

	for (c = 0; c < count; c++)
		blank = blank && str_empty(str_trim(row->cells[c]));
	if (blank)
		return;
	object = row_begin(list, NO_STR);
	for (c = 0; c < count; c++) {
		const str cell = str_trim(row->cells[c]);

		row_cell(list, object, guesses[c].target, cell);
		if (guesses[c].target == COLUMN_MATRICULE)
			shown = cell;
	}
	if (json_object_get(object, "m") == NULL)
		row_fault(object, "acts.matricule_missing");
	put_text(object, "said", str_empty(shown) ? arena_format(list->arena, "ligne %zu du fichier", row->line)
	                                          : arena_format(list->arena, "%.*s, ligne %zu du fichier", STR_ARGS(shown), row->line));
	json_array_append_new(list->rows, object);
}

/* The columns are recognised as in imports; without a matricule column nothing can be read. */
struct problem
act_rows_sheet(struct act_rows *list, str bytes)
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
		if (i >= count && !sheet_next(reader, &row))
			break;
		if (i < count)
			row = head[i];
		if (list->n >= ACT_ROWS_MOST)
			return problem_input("fichier", "acts.too_many_lines");
		sheet_row_read(list, &row, guesses, head[at].count);
	}
	return sheet_problem(reader);
}

/* ---- the whole ---- */

struct act_rows
act_rows_new(struct arena *arena, const struct act_agents_input *in)
{
	return (struct act_rows){ .arena = arena, .in = in, .rows = json_array() };
}

void
act_rows_tick(struct act_rows *list, str matricule)
{
	json_t *row = row_begin(list, matricule);

	row_matricule(row, matricule);
	json_array_append_new(list->rows, row);
}

void
act_rows_end(struct act_rows *list, str *json)
{
	if (json != NULL) {
		char *text = json_dumps(list->rows, JSON_COMPACT);

		*json = arena_copy(list->arena, str_of(text));
		free(text);
	}
	json_decref(list->rows);
	list->rows = NULL;
}
