/* One row of CSV (RFC 4180), read in place: a cell is a piece of the file unless it holds doubled quotes or must be
 * converted. A quote inside a plain cell is kept as it is, as spreadsheets do. */
#include <stdio.h>

#include "sheet_private.h"

enum cell_end { CELL_NEXT, CELL_ROW, CELL_BAD };

void
sheet_csv_begin(struct sheet_reader *r, str text, char separator)
{
	r->at = r->begin = text.at;
	r->end = text.at + text.len;
	r->line = r->number = 1;
	r->about.separator = separator;
	r->stop[(unsigned char)separator] = r->stop['\n'] = r->stop['\r'] = r->stop[0] = true;
}

/* 1 → "A", 27 → "AA", as a spreadsheet names columns. */
static void
column_letters(size_t column, char letters[8])
{
	char back[8];
	size_t n = 0, i = 0;

	for (; column > 0 && n < sizeof back - 1; column = (column - 1) / 26)
		back[n++] = (char)('A' + (column - 1) % 26);
	while (n > 0)
		letters[i++] = back[--n];
	letters[i] = '\0';
}

void
sheet_blame(struct sheet_reader *r, const char *text, size_t line, size_t column)
{
	char letters[8];
	int len = 0;

	column_letters(column, letters);
	if (column > 0)
		len = snprintf(r->place, sizeof r->place, "ligne %zu, colonne %zu (%s)", line, column, letters);
	else if (line > 0)
		len = snprintf(r->place, sizeof r->place, "ligne %zu", line);
	r->problem = problem_input(NULL, text);
	if (len > 0)
		r->problem.detail = (str){ .at = r->place, .len = (size_t)len };
}

static enum cell_end
blame(struct sheet_reader *r, const char *text, size_t line)
{
	sheet_blame(r, text, r->by_number ? r->number : line, r->count + 1);
	return CELL_BAD;
}

/* The file ended, or the row filled all the window. */
static enum cell_end
at_end(struct sheet_reader *r)
{
	return r->more ? blame(r, "sheet.row_too_long", r->line) : CELL_ROW;
}

/* Steps over what ended the cell. */
static enum cell_end
after_cell(struct sheet_reader *r)
{
	if (r->at == r->end)
		return at_end(r);
	const char c = *r->at++;

	if (c == r->about.separator)
		return CELL_NEXT;
	if (c == '\r' && r->at < r->end && *r->at == '\n')
		r->at++;
	r->line++;
	return CELL_ROW;
}

static bool
plain_ascii(str cell)
{
	for (size_t i = 0; i < cell.len; i++)
		if ((unsigned char)cell.at[i] >= 0x80)
			return false;
	return true;
}

/* Keeps the cell, converted when it must be. */
static bool
keep(struct sheet_reader *r, str cell, size_t line)
{
	if (r->encoding != SHEET_UTF8 && !plain_ascii(cell)) {
		const str found = cell;

		if (r->encoding == SHEET_WINDOWS_1252) {
			cell = sheet_from_1252(found, r->scratch + r->used);
			r->used += cell.len;
		} else if (!utf8_valid(found)) {
			cell = NO_STR;
		}
		if (cell.at == NULL) {
			(void)blame(r, "sheet.bad_character", line);
			return false;
		}
	}
	r->cells[r->count++] = cell;
	return true;
}

static enum cell_end
read_plain(struct sheet_reader *r)
{
	const char *from = r->at, *p = from;
	const char *most = r->end - from > SHEET_CELL_MAX ? from + SHEET_CELL_MAX + 1 : r->end;

	while (p < most && !r->stop[(unsigned char)*p])
		p++;
	if (p - from > SHEET_CELL_MAX)
		return blame(r, "sheet.cell_too_long", r->line);
	if (p < r->end && *p == '\0')
		return blame(r, "sheet.nul", r->line);
	r->at = p;
	if (!keep(r, (str){ .at = from, .len = (size_t)(p - from) }, r->line))
		return CELL_BAD;
	return after_cell(r);
}

/* Puts the bytes of a quoted cell before a doubled quote aside. */
static void
put_aside(struct sheet_reader *r, const char *from, const char *to)
{
	memcpy(r->scratch + r->used, from, (size_t)(to - from));
	r->used += (size_t)(to - from);
}

static enum cell_end
after_quote(struct sheet_reader *r)
{
	while (r->at < r->end && *r->at == ' ')
		r->at++;
	if (r->at < r->end && (!r->stop[(unsigned char)*r->at] || *r->at == '\0')) {
		r->count--;    /* the cell itself is the place */
		return blame(r, *r->at == '\0' ? "sheet.nul" : "sheet.quote_stray", r->line);
	}
	return after_cell(r);
}

static enum cell_end
read_quoted(struct sheet_reader *r)
{
	const size_t line = r->line, scratch = r->used;
	const char *from = ++r->at, *p = from, *begin = from;
	bool aside = false;

	for (;; p++) {
		if (p - begin > SHEET_CELL_MAX)
			return blame(r, "sheet.cell_too_long", line);
		if (p == r->end)
			return r->more ? blame(r, "sheet.row_too_long", line) : blame(r, "sheet.quote_open", line);
		if (*p == '\0')
			return blame(r, "sheet.nul", r->line);
		if (*p == '\n' || (*p == '\r' && (p + 1 == r->end || p[1] != '\n')))
			r->line++;
		if (*p != '"')
			continue;
		if (p + 1 == r->end || p[1] != '"')
			break;
		put_aside(r, from, p + 1);
		aside = true;
		from = ++p + 1;
	}
	str cell = { .at = from, .len = (size_t)(p - from) };

	if (aside) {
		put_aside(r, from, p);
		cell = (str){ .at = r->scratch + scratch, .len = r->used - scratch };
	}
	r->at = p + 1;
	return keep(r, cell, line) ? after_quote(r) : CELL_BAD;
}

bool
sheet_read_row(struct sheet_reader *r)
{
	const size_t line = r->line;

	r->count = r->used = 0;
	r->row_at = r->at;
	for (;;) {
		/* The place is the row's: the column is past what a person would count. */
		if (r->count == SHEET_COLUMNS_MAX) {
			sheet_blame(r, "sheet.too_many_columns", r->by_number ? r->number : line, 0);
			return false;
		}
		const enum cell_end end = r->at < r->end && *r->at == '"' ? read_quoted(r) : read_plain(r);

		if (end == CELL_BAD)
			return false;
		if (r->at - r->row_at > SHEET_ROW_MAX) {
			sheet_blame(r, "sheet.row_too_long", r->by_number ? r->number : line, 0);
			return false;
		}
		if (end == CELL_ROW)
			return true;
	}
}
