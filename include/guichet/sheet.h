/* Spreadsheets: reading what a ministry sends (CSV, XLSX), writing what a list exports (CSV, XLSX).
 *
 * A file is known by its bytes, never by its name. A CSV file is read in place, row by row, in constant memory.
 * An XLSX file is checked as a ZIP archive here, then converted by a separate process under limits
 * (guichet/inspect.h) whose output is read as it comes.
 *
 * Problems are PROBLEM_INPUT with a key "sheet.…" of templates/sentences.txt; `detail` says where ("ligne 12, colonne 3 (C)"). */
#ifndef GUICHET_SHEET_H
#define GUICHET_SHEET_H
#include "guichet/arena.h"
#include "guichet/problem.h"

#define SHEET_CELL_MAX    32768            /* bytes of one cell in the file */
#define SHEET_ROW_MAX     (512 * 1024)     /* bytes of one row in the file */
#define SHEET_COLUMNS_MAX 512

enum sheet_kind { SHEET_REFUSED, SHEET_CSV, SHEET_XLSX };

/* What the bytes are. When refused, `problem` says why: sheet.empty, sheet.old_xls, sheet.encrypted, sheet.pdf, sheet.html,
 * sheet.xml, sheet.image, sheet.archive, sheet.no_workbook, sheet.macros, sheet.bomb, sheet.xlsb, sheet.ods,
 * sheet.utf16, sheet.binary, sheet.broken_zip. For a CSV file only the first bytes are looked at. */
enum sheet_kind sheet_kind_of(str bytes, struct problem *problem);

/* ---- reading ---- */

struct sheet_reader;

struct sheet_row {
	const str *cells;     /* UTF-8, valid until the next call; never absent, empty when the cell is */
	size_t     count;     /* of cells in this row; rows may differ */
	size_t     line;      /* 1-based line of the file where the row begins; for XLSX the row's number */
	size_t     number;    /* 1-based number of the row as a spreadsheet shows it, blank rows counted */
};

struct sheet_about {
	enum sheet_kind kind;
	char            separator;      /* ';' ',' or '\t' */
	bool            windows_1252;   /* converted to UTF-8 while reading */
};

/* Reads from memory, which must stay until the arena ends or sheet_close. NULL and `problem` when refused, or
 * PROBLEM_BROKEN sheet.converter when no process could be made. */
struct sheet_reader *sheet_open(struct arena *arena, str bytes, struct problem *problem);
/* Reads a regular file, mapped in memory; `fd` may be closed afterwards. Nobody may shorten the file meanwhile. */
struct sheet_reader *sheet_open_fd(struct arena *arena, int fd, struct problem *problem);
/* The next row that is not blank; false at the end or at the first problem (then sheet_problem says which). The rows of an
 * XLSX file can be trusted only once the end was reached without a problem: the converter may fail half-way. */
bool                 sheet_next(struct sheet_reader *reader, struct sheet_row *row);
/* NO_PROBLEM, or sheet.cell_too_long, sheet.row_too_long, sheet.nul, sheet.quote_open, sheet.quote_stray,
 * sheet.bad_character, sheet.too_many_columns, sheet.empty, sheet.too_slow, sheet.too_large, sheet.unreadable,
 * sheet.converter (the program is not installed). */
struct problem       sheet_problem(const struct sheet_reader *reader);
struct sheet_about   sheet_about(const struct sheet_reader *reader);
/* Part of the file read so far, 0 to 100; for the progress of a job. 0 until the end for XLSX. */
int                  sheet_progress(const struct sheet_reader *reader);
/* Ends early (the arena does it otherwise): unmaps, stops the converter. May be called twice. */
void                 sheet_close(struct sheet_reader *reader);
/* A copy of the row that lives as long as the arena. */
struct sheet_row     sheet_row_copy(struct arena *arena, const struct sheet_row *row);

/* ---- writing ---- */

enum sheet_type {
	SHEET_TEXT,      /* stays text: leading zeros survive */
	SHEET_DATE,      /* "2026-03-03"; a date of the spreadsheet in XLSX, ISO in CSV; anything else is written as text */
	SHEET_INT,       /* decimal digits; anything else, or over 15 digits, is written as text */
	SHEET_MONEY,     /* the same, shown with grouped digits */
};

struct sheet_column {
	const char     *title;
	enum sheet_type type;
	int             width;    /* characters; 0 = as the title asks */
};

struct sheet_document {           /* properties of an XLSX document, each may be NULL */
	const char *title, *subject, *author;
	int64_t     created;          /* instant (guichet/clock.h); the same input then gives the same bytes */
};

struct sheet_writer;

/* `columns` must stay until the writer is closed. With fd < 0 the bytes are kept in memory and given by sheet_write_close;
 * otherwise they go to `fd`, which for XLSX must be a regular file, and is not closed. NULL when it cannot begin. */
struct sheet_writer *sheet_write_open(struct arena *arena, enum sheet_kind kind, const struct sheet_column *columns,
                                      size_t count, const struct sheet_document *document, int fd);
/* One cell per column; an absent cell is left blank. False: too many rows (1 048 575 for XLSX), a cell over 32 767 bytes or
 * not UTF-8, or the output failed; nothing more is written then. In CSV a text that begins with = + - @, a tab, a line
 * end or NUL gets a leading apostrophe, so that no spreadsheet takes it for a formula (ASVS 1.2.10). */
bool                 sheet_write_row(struct sheet_writer *writer, const str *cells, size_t count);
/* Ends the file. `bytes` (may be NULL with an fd) lives as long as the arena. PROBLEM_BROKEN when writing failed,
 * PROBLEM_TOO_LARGE sheet.too_many_rows. */
struct problem       sheet_write_close(struct sheet_writer *writer, str *bytes);
#endif
