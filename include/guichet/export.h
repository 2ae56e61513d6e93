/* Lists that leave the portal as spreadsheets. For routes of QUEUE_SLOW.
 *
 * A list is the rows of one query, a column of the sheet for each named column; what needs more than that writes its rows itself
 * (guichet/sheet.h) and hands the writer over. Problems: those of sheet_write_close, PROBLEM_BROKEN sheet.write_failed for want of memory. */
#ifndef GUICHET_EXPORT_H
#define GUICHET_EXPORT_H
#include "guichet/app.h"
#include "guichet/sheet.h"

struct export_column { const char *column; struct sheet_column sheet; };

/* "xlsx" or "csv", as the field `format` of a form says. */
enum sheet_kind export_kind(str format);
/* "retards-2026-11-25": a name that bears the day it left. */
str export_dated(const struct request *req, str name);
/* `name` is what the file is called, without its ending. */
struct reply export_rows(const struct request *req, const struct rows *rows, const struct export_column *columns, size_t count, const char *title,
                         str name, enum sheet_kind kind);
/* The same for a writer whose rows are written; NULL: there was no memory for one. */
struct reply export_sheet(const struct request *req, struct sheet_writer *writer, str name, enum sheet_kind kind);
#endif
