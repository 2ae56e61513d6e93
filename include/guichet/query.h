/* What a route asks of the database: constant statements, their arguments, their rows. No libpq here. */
#ifndef GUICHET_QUERY_H
#define GUICHET_QUERY_H
#include "guichet/arena.h"
#include "guichet/clock.h"

/* A statement is a constant that calls one function of a <service>_api schema; it is never assembled.
 * `takes` names, for $1, $2 …, the members of the route's input struct (by field name), or: @token (hex of 32 fresh
 * random bytes), @session (its token), @visit (of the browser), @address, @device, @today. With `takes` NULL and parameters, the route's ask gives the arguments.
 * `shows` says how the rows reach the page without a line of C: "ACTES" = the section ACTES once a row, "." = the one row
 * at the page's root (no row: 404), NULL = only the route's answer looks at them.
 * `keeps` is for rows that are the choices of a list: "modele MODELS.MODEL_CODE" shows MODELE_ON in the row of MODELS whose MODEL_CODE was sent as
 * `modele`, in the address or by the form that is refused; several, separated by ", ". */
struct query {
	const char *sql;
	const char *takes;
	const char *shows;
	const char *keeps;
};

enum value_type { VALUE_NULL, VALUE_TEXT, VALUE_INT, VALUE_BOOL, VALUE_DATE, VALUE_BYTES };
struct value {
	enum value_type type;
	str             text;     /* TEXT, BYTES */
	int64_t         number;   /* INT, BOOL */
	struct date     date;
};

static inline struct value value_text(str s) { return (struct value){ s.at == NULL ? VALUE_NULL : VALUE_TEXT, s, 0, { 0, 0, 0 } }; }
static inline struct value value_z(const char *z) { return value_text(str_of(z)); }
static inline struct value value_int(int64_t n) { return (struct value){ VALUE_INT, NO_STR, n, { 0, 0, 0 } }; }
static inline struct value value_bool(bool b) { return (struct value){ VALUE_BOOL, NO_STR, b, { 0, 0, 0 } }; }
static inline struct value value_date(struct date d) { return (struct value){ date_there(d) ? VALUE_DATE : VALUE_NULL, NO_STR, 0, d }; }
static inline struct value value_bytes(str s) { return (struct value){ s.at == NULL ? VALUE_NULL : VALUE_BYTES, s, 0, { 0, 0, 0 } }; }
#define ARG_NULL ((struct value){ .type = VALUE_NULL })
#define ARG_BYTES(s) value_bytes(s)
/* An absent str or date becomes NULL. An id of 0 (absent) must be given as ARG_ID(id) to become NULL. */
#define ARG(x) _Generic((x), str : value_text, char * : value_z, const char * : value_z, bool : value_bool, \
	struct date : value_date, default : value_int)(x)
#define ARG_ID(id) ((id) == 0 ? ARG_NULL : value_int(id))
/* The text form libpq sends, NUL-terminated in the arena; NULL for VALUE_NULL. */
const char *value_sent(struct arena *arena, struct value value);

struct batch;
enum { ARGS_MOST = 16 };      /* values of one statement; ASK counts them when it is compiled */
/* Adds a statement to what this request asks; all of them run in order in one round trip and one transaction. */
void batch_put(struct batch *batch, const struct query *query, const struct value *values, size_t count);
#define ASK(batch, query, ...) \
	batch_put((batch), (query), (const struct value[]){ __VA_ARGS__ }, ASK_COUNT(__VA_ARGS__) + 0 * sizeof(char[ASK_COUNT(__VA_ARGS__) <= ARGS_MOST ? 1 : -1]))
#define ASK_COUNT(...) (sizeof((const struct value[]){ __VA_ARGS__ }) / sizeof(struct value))
#define ASK_PLAIN(batch, query) batch_put((batch), (query), NULL, 0)

/* The rows of one statement. Columns are named; texts live as long as the request. */
struct rows;
size_t      rows_count(const struct rows *rows);      /* 0 for NULL */
str         rows_text(const struct rows *rows, size_t row, const char *column);   /* absent when NULL or no such column */
int64_t     rows_int(const struct rows *rows, size_t row, const char *column);    /* 0 when NULL */
bool        rows_bool(const struct rows *rows, size_t row, const char *column);
struct date rows_date(const struct rows *rows, size_t row, const char *column);
int64_t     rows_instant(const struct rows *rows, size_t row, const char *column);

struct results;
/* The rows of the last asking of this query in the request; NULL when it was not asked. */
const struct rows *results_of(const struct results *results, const struct query *query);
#endif
