/* Lists that leave as spreadsheets: one way for every service. */
#include "guichet/export.h"

enum sheet_kind
export_kind(str format)
{
	return str_is(format, "csv") ? SHEET_CSV : SHEET_XLSX;
}

str
export_dated(const struct request *req, str name)
{
	return arena_format(req->arena, "%.*s-%.*s", STR_ARGS(name), STR_ARGS(date_iso(req->arena, req->today)));
}

struct reply
export_sheet(const struct request *req, struct sheet_writer *writer, str name, enum sheet_kind kind)
{
	const bool csv = kind == SHEET_CSV;
	struct problem problem = problem_of(PROBLEM_BROKEN, "sheet.write_failed");
	str bytes = NO_STR;

	if (writer != NULL)
		problem = sheet_write_close(writer, &bytes);
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	return reply_copy(bytes, csv ? STR("text/csv; charset=utf-8") : STR("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
	                  arena_format(req->arena, "%.*s.%s", STR_ARGS(name), csv ? "csv" : "xlsx"));
}

struct reply
export_rows(const struct request *req, const struct rows *rows, const struct export_column *columns, size_t count, const char *title, str name,
            enum sheet_kind kind)
{
	const struct sheet_document about = { .title = title, .author = "Guichet", .created = req->now };
	struct sheet_column *heads = arena_array(req->arena, count, sizeof(*heads));
	str *cells = arena_array(req->arena, count, sizeof(*cells));
	struct sheet_writer *writer;
	size_t i, c;

	for (c = 0; c < count; c++)
		heads[c] = columns[c].sheet;
	writer = sheet_write_open(req->arena, kind, heads, count, &about, -1);
	for (i = 0; writer != NULL && i < rows_count(rows); i++) {
		for (c = 0; c < count; c++)
			cells[c] = rows_text(rows, i, columns[c].column);
		if (!sheet_write_row(writer, cells, count))
			break;                /* sheet_write_close says why */
	}
	return export_sheet(req, writer, name, kind);
}
