/* Reads the first rows of a file and says in JSON what its columns are (head.h). */
#include "head.h"

#include <jansson.h>
#include <stdlib.h>

#include "guichet/store.h"

enum { ROWS_MOST = 60, EXAMPLES = 3, EXAMPLE_MOST = 60 };

struct head {
	struct arena    *arena;
	struct sheet_row rows[ROWS_MOST];
	size_t           count, at;           /* rows read; which one holds the headers */
	const struct sheet_row *names;
};

static struct problem
read_rows(struct head *head, str bytes, struct sheet_about *about)
{
	struct problem problem = NO_PROBLEM;
	struct sheet_reader *reader = sheet_open(head->arena, bytes, &problem);
	struct sheet_row row;

	if (reader == NULL)
		return problem;
	while (head->count < ROWS_MOST && sheet_next(reader, &row))
		head->rows[head->count++] = sheet_row_copy(head->arena, &row);
	problem = head->count < ROWS_MOST ? sheet_problem(reader) : NO_PROBLEM;
	*about = sheet_about(reader);
	sheet_close(reader);
	return problem;
}

/* The first characters, never half of one. */
static json_t *
cut_text(str text, size_t most)
{
	size_t n = 0, i;

	for (i = 0; i < text.len && n < most; n++)
		for (i++; i < text.len && ((unsigned char)text.at[i] & 0xc0) == 0x80;)
			i++;
	return json_stringn(text.at != NULL ? text.at : "", i);
}

static json_t *
examples_of(const struct head *head, size_t column)
{
	json_t *list = json_array();
	size_t i;

	for (i = head->at + 1; i < head->count && json_array_size(list) < EXAMPLES; i++) {
		const str value = column < head->rows[i].count ? str_trim(head->rows[i].cells[column]) : NO_STR;

		if (!str_empty(value))
			json_array_append_new(list, cut_text(value, EXAMPLE_MOST));
	}
	return list;
}

static json_t *
columns_json(const struct head *head, const str *folded, const struct column_guess *guesses)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < head->names->count; i++) {
		json_t *column = json_object();

		json_object_set_new(column, "place", json_integer((json_int_t)i + 1));
		json_object_set_new(column, "header", cut_text(str_trim(head->names->cells[i]), 200));
		json_object_set_new(column, "folded", cut_text(folded[i], 200));
		json_object_set_new(column, "examples", examples_of(head, i));
		json_object_set_new(column, "guess", json_string(guesses[i].target == COLUMN_NPI ? "none" : column_target_name(guesses[i].target)));
		json_object_set_new(column, "confidence", json_integer(guesses[i].confidence));
		json_object_set_new(column, "why", json_string(guesses[i].reason));
		json_object_set_new(column, "detail", cut_text(guesses[i].detail, 100));
		json_array_append_new(list, column);
	}
	return list;
}

static str
signature_of(struct arena *arena, const str *folded, size_t count)
{
	str *parts = arena_array(arena, 2 * count, sizeof *parts);
	size_t i;

	for (i = 0; i < count; i++) {
		parts[2 * i] = folded[i];
		parts[2 * i + 1] = STR("\x1f");
	}
	return store_name(arena, arena_join(arena, parts, 2 * count));
}

static str
about_json(const struct head *head, enum column_file file, const struct sheet_about *about, struct date month)
{
	const size_t count = head->names->count;
	struct column_guess *guesses = arena_array(head->arena, count, sizeof *guesses);
	str *folded = arena_array(head->arena, count, sizeof *folded);
	json_t *whole = json_object();
	char separator[2] = { about->kind == SHEET_CSV ? about->separator : '\0', '\0' };
	size_t i;

	columns_guess(head->arena, file, head->names->cells, count, head->rows + head->at + 1, head->count - head->at - 1, guesses);
	for (i = 0; i < count; i++)
		folded[i] = column_fold(head->arena, head->names->cells[i]);
	json_object_set_new(whole, "sheet", json_string(about->kind == SHEET_XLSX ? "xlsx" : "csv"));
	if (date_there(month)) {
		const str day = date_iso(head->arena, month);

		json_object_set_new(whole, "month", json_stringn(day.at, day.len));
	}
	json_object_set_new(whole, "separator", json_string(separator));
	json_object_set_new(whole, "windows", json_boolean(about->windows_1252));
	json_object_set_new(whole, "line", json_integer((json_int_t)head->names->line));
	const str signature = signature_of(head->arena, folded, count);

	json_object_set_new(whole, "signature", json_stringn(signature.at, signature.len));
	json_object_set_new(whole, "columns", columns_json(head, folded, guesses));
	char *text = json_dumps(whole, JSON_COMPACT);
	const str kept = arena_copy(head->arena, str_of(text));

	free(text);
	json_decref(whole);
	return kept;
}

struct problem
head_read(struct arena *arena, enum column_file file, str bytes, struct date month, str *about)
{
	struct head *head = arena_alloc(arena, sizeof *head);
	struct sheet_about sheet;
	struct problem problem;

	head->arena = arena;
	problem = read_rows(head, bytes, &sheet);
	if (problem.kind != PROBLEM_NONE)
		return problem;
	head->at = columns_header_row(arena, file, head->rows, head->count);
	if (head->count <= head->at + 1)
		return problem_input(NULL, "imports.no_lines");
	head->names = &head->rows[head->at];
	if (head->names->count < 2)
		return problem_input(NULL, "imports.one_column");
	*about = about_json(head, file, &sheet, month);
	return NO_PROBLEM;
}
