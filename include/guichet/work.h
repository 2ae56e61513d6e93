/* A plain, blocking connection for what is not a page: jobs, imports, migrations, the demo's data.
 * Each function returns false (or NULL) on failure; work_error() then says why in one line.
 * One thread at a time. Rows live until the arena given to work_open is reset. */
#ifndef GUICHET_WORK_H
#define GUICHET_WORK_H
#include "guichet/query.h"

struct work;
struct work *work_open(const char *dsn, struct arena *arena);   /* NULL when no memory; a refused connection shows in work_error */
void         work_close(struct work *work);
bool         work_alive(struct work *work);
str          work_error(const struct work *work);        /* message of the last failure */
str          work_error_code(const struct work *work);   /* its SQLSTATE */
/* One statement with arguments; NULL on failure. */
const struct rows *work_query(struct work *work, const char *sql, const struct value *values, size_t count);
#define WORK_QUERY(work, sql, ...) \
	work_query((work), (sql), (const struct value[]){ __VA_ARGS__ }, sizeof((const struct value[]){ __VA_ARGS__ }) / sizeof(struct value))
/* Several statements without arguments (a file of SQL), or BEGIN, COMMIT… */
bool work_run(struct work *work, const char *sql);
/* COPY … FROM STDIN in text format: begin with the whole statement, give lines (escape values with copy_text), end. */
bool work_copy_begin(struct work *work, const char *copy_statement);
bool work_copy_put(struct work *work, str bytes);        /* any amount of whole or partial lines */
bool work_copy_end(struct work *work);
bool work_copy_abort(struct work *work, const char *why);
/* A value as COPY's text format wants it: backslash, tab, newline escaped; absent is \N. */
str  copy_text(struct arena *arena, str value);
/* Waits at most `milliseconds` for a NOTIFY on a channel this connection LISTENs to; true when one came. */
bool work_wait(struct work *work, int milliseconds);
/* The rows a work_query gave become invalid after work_forget (long jobs: once per batch of lines). */
void work_forget(struct work *work);
#endif
