/* Shared by the two spreadsheet writers. */
#ifndef GUICHET_DOCUMENT_SHEET_WRITE_H
#define GUICHET_DOCUMENT_SHEET_WRITE_H
#include <stdio.h>

#include "guichet/sheet.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

struct sheet_writer {
	struct arena              *arena;
	enum sheet_kind            kind;
	const struct sheet_column *columns;
	size_t                     count;
	struct problem             problem;
	size_t                     rows;        /* written, the titles included */

	FILE  *text;                            /* CSV */
	char  *memory;                          /* of open_memstream */
	size_t memory_len;

	int                   file;             /* XLSX: memfd, or -1 when it goes to the caller's descriptor */
	struct lxw_workbook  *book;
	struct lxw_worksheet *sheet;
	struct lxw_format    *bold, *date, *number, *money;
	char                 *cell;             /* the text of one cell, ended by NUL */
	void                 *map;
	size_t                map_len;
};

/* sheet_write_csv.c */
bool csv_begin(struct sheet_writer *w, int fd);
bool csv_row(struct sheet_writer *w, const str *cells, size_t count);
bool csv_end(struct sheet_writer *w, str *bytes);
void csv_abandon(struct sheet_writer *w);
/* sheet_write_xlsx.c */
bool xlsx_begin(struct sheet_writer *w, const struct sheet_document *document, int fd);
bool xlsx_row(struct sheet_writer *w, const str *cells, size_t count);
bool xlsx_end(struct sheet_writer *w, str *bytes);
void xlsx_abandon(struct sheet_writer *w);
#endif
