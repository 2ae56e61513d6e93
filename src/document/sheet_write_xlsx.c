/* XLSX by libxlsxwriter, one row in memory at a time. The bytes go to a file in memory, or to the caller's file, by its name
 * under /proc/self/fd: the library knows files by name only. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "guichet/clock.h"
#include "sheet_write.h"

#define ROWS_MAX  1048576u
#define EXACT     999999999999999    /* a spreadsheet number keeps 15 digits */
#define WIDTH_MIN 8.0
#define WIDTH_MAX 80.0

static double
width_of(const struct sheet_column *column)
{
	/* Three more characters leave room for the filter's arrow. */
	const double want = column->width > 0 ? column->width : (double)utf8_count(str_of(column->title)) + 3;

	return want < WIDTH_MIN ? WIDTH_MIN : want > WIDTH_MAX ? WIDTH_MAX : want;
}

static lxw_format *
format_of(struct sheet_writer *w, const char *numbers)
{
	lxw_format *format = workbook_add_format(w->book);

	if (format != NULL)
		format_set_num_format(format, numbers);
	return format;
}

static void
set_properties(struct sheet_writer *w, const struct sheet_document *d)
{
	/* The library's struct has no const; it copies the strings. */
	lxw_doc_properties properties = { .title = (char *)(uintptr_t)d->title, .subject = (char *)(uintptr_t)d->subject,
		.author = (char *)(uintptr_t)d->author, .created = (time_t)(d->created / 1000000) };

	(void)workbook_set_properties(w->book, &properties);
}

static bool
lay_out(struct sheet_writer *w)
{
	for (size_t i = 0; i < w->count; i++) {
		const lxw_col_t at = (lxw_col_t)i;

		if (worksheet_set_column(w->sheet, at, at, width_of(&w->columns[i]), NULL) != LXW_NO_ERROR ||
		    worksheet_write_string(w->sheet, 0, at, w->columns[i].title, w->bold) != LXW_NO_ERROR)
			return false;
	}
	worksheet_freeze_panes(w->sheet, 1, 0);
	worksheet_repeat_rows(w->sheet, 0, 0);
	worksheet_set_landscape(w->sheet);
	worksheet_set_paper(w->sheet, 9);    /* A4 */
	w->rows = 1;
	return true;
}

bool
xlsx_begin(struct sheet_writer *w, const struct sheet_document *document, int fd)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };

	w->cell = arena_alloc(w->arena, SHEET_CELL_MAX + 1);
	if (fd < 0)
		fd = w->file = memfd_create("workbook", MFD_CLOEXEC);
	const str name = arena_format(w->arena, "/proc/self/fd/%d", fd);

	if (fd < 0 || (w->book = workbook_new_opt(name.at, &options)) == NULL)
		return false;
	w->sheet = workbook_add_worksheet(w->book, "Liste");
	w->bold = workbook_add_format(w->book);
	w->date = format_of(w, "dd/mm/yyyy");
	w->number = format_of(w, "0");
	w->money = format_of(w, "#,##0");
	if (w->sheet == NULL || w->bold == NULL || w->date == NULL || w->number == NULL || w->money == NULL)
		return false;
	format_set_bold(w->bold);
	set_properties(w, document);
	return lay_out(w);
}

static bool
put_text(struct sheet_writer *w, lxw_col_t at, str s)
{
	/* The library wants an end; a NUL inside would cut the text, and bad UTF-8 would spoil the whole file. */
	if (!utf8_valid(s))
		return false;
	memcpy(w->cell, s.at, s.len);
	w->cell[s.len] = '\0';
	return worksheet_write_string(w->sheet, (lxw_row_t)w->rows, at, w->cell, NULL) == LXW_NO_ERROR;
}

static bool
put_cell(struct sheet_writer *w, size_t i, str s)
{
	const lxw_row_t row = (lxw_row_t)w->rows;
	const lxw_col_t at = (lxw_col_t)i;
	const enum sheet_type type = w->columns[i].type;
	struct date d;
	int64_t value;

	if (str_empty(s))
		return true;
	if (type == SHEET_DATE && date_parse_iso(s, &d) && d.year >= 1900) {
		lxw_datetime when = { .year = d.year, .month = d.month, .day = d.day };

		return worksheet_write_datetime(w->sheet, row, at, &when, w->date) == LXW_NO_ERROR;
	}
	if ((type == SHEET_INT || type == SHEET_MONEY) && str_to_int(s, &value) && value >= -EXACT && value <= EXACT)
		return worksheet_write_number(w->sheet, row, at, (double)value, type == SHEET_INT ? w->number : w->money) ==
		       LXW_NO_ERROR;
	return put_text(w, at, s);
}

bool
xlsx_row(struct sheet_writer *w, const str *cells, size_t count)
{
	if (w->rows >= ROWS_MAX) {
		w->problem = problem_of(PROBLEM_TOO_LARGE, "sheet.too_many_rows");
		return false;
	}
	for (size_t i = 0; i < count; i++)
		if (!put_cell(w, i, cells[i]))
			return false;
	return true;
}

static bool
map_file(struct sheet_writer *w, str *bytes)
{
	struct stat about;

	if (fstat(w->file, &about) != 0 || about.st_size <= 0)
		return false;
	w->map_len = (size_t)about.st_size;
	w->map = mmap(NULL, w->map_len, PROT_READ, MAP_PRIVATE, w->file, 0);
	if (w->map == MAP_FAILED)
		w->map = NULL;
	*bytes = (str){ .at = w->map, .len = w->map_len };
	return w->map != NULL;
}

bool
xlsx_end(struct sheet_writer *w, str *bytes)
{
	bool good;

	if (w->book == NULL)
		return false;
	worksheet_autofilter(w->sheet, 0, 0, (lxw_row_t)(w->rows - 1), (lxw_col_t)(w->count - 1));
	good = workbook_close(w->book) == LXW_NO_ERROR;
	w->book = NULL;
	return good && (w->file < 0 || map_file(w, bytes));
}

void
xlsx_abandon(struct sheet_writer *w)
{
	if (w->book != NULL)
		lxw_workbook_free(w->book);
	if (w->map != NULL)
		(void)munmap(w->map, w->map_len);
	if (w->file >= 0)
		(void)close(w->file);
	w->book = NULL;
	w->map = NULL;
	w->file = -1;
}
