/* Shared by the files of the spreadsheet reader; nobody else includes it. */
#ifndef GUICHET_DOCUMENT_SHEET_PRIVATE_H
#define GUICHET_DOCUMENT_SHEET_PRIVATE_H
#include "guichet/inspect.h"
#include "guichet/sheet.h"

#define UTF8_BOM "\xef\xbb\xbf"

enum sheet_encoding {
	SHEET_UTF8,            /* the whole text was seen to be valid */
	SHEET_UTF8_UNSURE,     /* each cell is checked */
	SHEET_WINDOWS_1252,
};

struct sheet_reader {
	struct sheet_about  about;
	enum sheet_encoding encoding;
	bool                by_number;     /* lines are rows: the text comes from the converter */
	struct problem      problem;
	char                place[96];     /* what problem.detail points to */

	const char *at, *end;              /* what was not read yet */
	const char *begin;                 /* of the text in memory, for the progress */
	const char *row_at;                /* where the row being read begins */
	char       *window;                /* of the converter's output, NULL when the text is in memory */
	bool        more;                  /* the converter may say more */
	struct inspect child;
	void       *map;
	size_t      map_len;

	size_t line, number;               /* of the next row, 1-based */
	bool   any;                        /* a row was given */
	bool   stop[256];                  /* bytes that end a plain cell, or that need a look */
	size_t count;
	str    cells[SHEET_COLUMNS_MAX];
	char  *scratch;                    /* of cells that differ from their bytes */
	size_t used;
};

/* sheet_detect.c */
enum sheet_encoding sheet_detect_encoding(str text);
char                sheet_detect_separator(str text);
/* sheet_text.c: `cell` as UTF-8 at `into`, which has room for 3 bytes for each; absent when a byte means nothing. */
str                 sheet_from_1252(str cell, char *into);
/* sheet_csv.c: reads one row from reader->at into reader->cells. False at a problem. */
bool                sheet_read_row(struct sheet_reader *reader);
void                sheet_blame(struct sheet_reader *reader, const char *text, size_t line, size_t column);
/* Ready to read `text` with this separator. */
void                sheet_csv_begin(struct sheet_reader *reader, str text, char separator);
#endif
