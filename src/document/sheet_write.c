/* The spreadsheet writer: what CSV and XLSX share. */
#include "sheet_write.h"

static void
writer_release(void *thing)
{
	struct sheet_writer *w = thing;

	if (w->kind == SHEET_CSV)
		csv_abandon(w);
	else
		xlsx_abandon(w);
}

struct sheet_writer *
sheet_write_open(struct arena *arena, enum sheet_kind kind, const struct sheet_column *columns, size_t count,
                 const struct sheet_document *document, int fd)
{
	static const struct sheet_document nothing = { .title = NULL };

	if (kind == SHEET_REFUSED || count == 0 || count > SHEET_COLUMNS_MAX)
		return NULL;
	struct sheet_writer *w = arena_alloc(arena, sizeof *w);

	w->arena = arena;
	w->kind = kind;
	w->columns = columns;
	w->count = count;
	w->file = -1;
	arena_defer(arena, writer_release, w);
	if (kind == SHEET_CSV ? csv_begin(w, fd) : xlsx_begin(w, document != NULL ? document : &nothing, fd))
		return w;
	return NULL;
}

bool
sheet_write_row(struct sheet_writer *w, const str *cells, size_t count)
{
	if (w->problem.kind != PROBLEM_NONE)
		return false;
	for (size_t i = 0; i < count; i++)
		if (count > w->count || cells[i].len >= SHEET_CELL_MAX) {
			w->problem = problem_of(PROBLEM_BROKEN, "sheet.write_failed");
			return false;
		}
	if (w->kind == SHEET_CSV ? csv_row(w, cells, count) : xlsx_row(w, cells, count)) {
		w->rows++;
		return true;
	}
	if (w->problem.kind == PROBLEM_NONE)
		w->problem = problem_of(PROBLEM_BROKEN, "sheet.write_failed");
	return false;
}

struct problem
sheet_write_close(struct sheet_writer *w, str *bytes)
{
	str kept = NO_STR;
	const bool done = w->kind == SHEET_CSV ? csv_end(w, &kept) : xlsx_end(w, &kept);

	if (!done && w->problem.kind == PROBLEM_NONE)
		w->problem = problem_of(PROBLEM_BROKEN, "sheet.write_failed");
	if (bytes != NULL)
		*bytes = w->problem.kind == PROBLEM_NONE ? kept : NO_STR;
	return w->problem;
}
