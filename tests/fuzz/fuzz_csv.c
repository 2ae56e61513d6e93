/* Fuzzes the CSV reader, and the writer with what was read: every cell is text, and reads back as it was. */
#include <stdlib.h>

#include "guichet/sheet.h"

#define KEPT 16

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t
read_some(struct arena *arena, struct sheet_reader *reader, struct sheet_row kept[KEPT])
{
	struct sheet_row row;
	size_t rows = 0, line = 0;

	while (sheet_next(reader, &row)) {
		if (row.line <= line || row.number > row.line || row.count == 0 || row.count > SHEET_COLUMNS_MAX)
			abort();
		line = row.line;
		for (size_t i = 0; i < row.count; i++)
			if (row.cells[i].at == NULL || !utf8_valid(row.cells[i]))
				abort();
		if (rows < KEPT)
			kept[rows++] = sheet_row_copy(arena, &row);
	}
	if (sheet_problem(reader).kind == PROBLEM_BROKEN)
		abort();
	return rows;
}

static bool
same(str written, str read)
{
	return str_eq(written, read) || (read.len == written.len + 1 && read.at[0] == '\'' && str_eq(written, str_skip(read, 1)));
}

static void
write_and_read_again(struct arena *arena, const struct sheet_row *rows, size_t count)
{
	static struct sheet_column columns[SHEET_COLUMNS_MAX];
	struct sheet_row again[KEPT + 1];
	struct sheet_row titles, row;
	struct problem problem;
	size_t wide = 1;
	str bytes;

	for (size_t i = 0; i < count; i++)
		wide = rows[i].count > wide ? rows[i].count : wide;
	for (size_t i = 0; i < wide; i++)
		columns[i] = (struct sheet_column){ .title = "t" };
	struct sheet_writer *w = sheet_write_open(arena, SHEET_CSV, columns, wide, NULL, -1);

	if (w == NULL)
		abort();
	for (size_t i = 0; i < count; i++)
		if (!sheet_write_row(w, rows[i].cells, rows[i].count))
			return;    /* a cell at the limit */
	if (sheet_write_close(w, &bytes).kind != PROBLEM_NONE)
		abort();
	struct sheet_reader *reader = sheet_open(arena, bytes, &problem);

	/* The first rows alone may hold too many control characters for a text. */
	if (reader == NULL && strcmp(problem.text, "sheet.binary") == 0)
		return;
	if (reader == NULL || !sheet_next(reader, &titles))
		abort();
	for (size_t i = 0; i < count; i++) {
		if (!sheet_next(reader, &row) || row.count != wide)
			abort();
		for (size_t k = 0; k < rows[i].count; k++)
			if (!same(rows[i].cells[k], row.cells[k]))
				abort();
	}
	if (read_some(arena, reader, again) != 0 || sheet_problem(reader).kind != PROBLEM_NONE)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const str bytes = { .at = (const char *)data, .len = size };
	struct arena *arena;
	struct problem problem;
	struct sheet_row rows[KEPT];

	/* A workbook would start a process. */
	if (sheet_kind_of(bytes, &problem) != SHEET_CSV)
		return 0;
	arena = arena_new();
	struct sheet_reader *reader = sheet_open(arena, bytes, &problem);

	if (reader == NULL)
		abort();
	const size_t count = read_some(arena, reader, rows);

	write_and_read_again(arena, rows, count);
	arena_free(arena);
	return 0;
}
