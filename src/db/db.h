/* The database as the engine sees it: one connection kept in pipeline mode, and segments sent over it.
 *
 * A segment is one request's whole conversation with PostgreSQL: who is asking, then its statements, then Sync: one
 * round trip, one transaction. Several segments may be sent back to back; each is its own transaction. Nothing of a
 * segment may be believed before its Sync was read: a deferred constraint fails there. */
#ifndef GUICHET_DB_DB_H
#define GUICHET_DB_DB_H
#include "guichet/query.h"

struct permission;

#define BATCH_MOST 12

struct asked {
	const struct query *query;
	const char         *values[ARGS_MOST];
	size_t              count;
};
struct batch {
	struct arena *arena;
	struct asked  asked[BATCH_MOST];
	size_t        count;
	bool          overflow;      /* a defect of the handler: more statements or values than a batch takes */
};

/* Columns of a statement's rows; made from its first result, then shared by all threads. `binding` belongs to app. */
struct shape {
	size_t count;
	struct column { char name[64]; unsigned type; } *columns;
	void  *binding;
	/* Where a column was last found: the address of the name it was asked by (a literal, which never moves) in the upper
	 * 56 bits, its number in the lower 8; one word, so that threads need no lock. */
	uint64_t hints[64];
};

struct statement {
	const struct query *query;
	char                name[24];
	size_t              number;      /* of its "prepared" mark in a connection */
	struct shape       *shape;       /* published with release order once known */
};

struct rows {
	void            *result;         /* PGresult */
	size_t           count;
	struct shape    *shape;
};
/* Frees what was learnt of a statement's rows; `binding` is released by `release` when there is one. */
void statement_forget(struct statement *statement, void (*release)(void *binding));
str rows_cell(const struct rows *rows, size_t row, size_t column);

#define RESULTS_MOST (2 * BATCH_MOST)
struct results {
	struct { const struct query *query; struct rows rows; } list[RESULTS_MOST];
	size_t count;
};

/* PostgreSQL types the house uses. */
enum { TYPE_BOOL = 16, TYPE_BYTEA = 17, TYPE_INT8 = 20, TYPE_INT2 = 21, TYPE_INT4 = 23, TYPE_TEXT = 25, TYPE_DATE = 1082,
	TYPE_TIMESTAMPTZ = 1184, TYPE_UUID = 2950 };

enum segment_state {
	SEGMENT_DONE,        /* the Sync was read, everything is committed */
	SEGMENT_REFUSED,     /* nobody with that permission: nothing was read or written */
	SEGMENT_ERROR,       /* PostgreSQL said no: see code, message, column, detail; nothing was written */
	SEGMENT_LOST,        /* the connection broke before Sync: a write may or may not have happened */
	SEGMENT_DOWN,        /* never sent */
};

struct segment {
	struct arena           *arena;
	const char             *token;         /* 64 hex, or "" */
	bool                    read_only;
	const char             *permission;    /* NULL: an open route, `role` is taken without asking */
	const char             *role;
	const char             *key;           /* uuid of a form, or NULL */
	const char             *body_hash;     /* "\x…" */
	struct batch           *batch;
	struct statement *const *statements;   /* one for each of batch->asked */
	/* answers */
	enum segment_state      state;
	int64_t                 person, permissions;
	str                     person_name;
	bool                    second_factor_owed;
	bool                    stale;         /* the session should be touched */
	bool                    signed_in;     /* a live session stands behind the token (open routes) */
	bool                    late;          /* LOST because PostgreSQL was silent or in doubt: not to be tried again at once */
	str                     code, message, column, detail;
	struct results         *results;
};

struct db;
/* Never fails: connects when first used, again when lost, at most once a second. */
struct db *db_new(const char *dsn, size_t statements, int seconds);    /* of patience for one run */
void       db_free(struct db *db);
bool       db_connect(struct db *db);                 /* true when usable now */
/* Sends all, then reads all. Every segment has a state afterwards. */
void       db_run(struct db *db, struct segment *segments, size_t count);
/* The slow path that tells 401 from 403: the live session behind a refused segment's token, if any; person, name,
 * permissions and whether a second factor is owed are put in the segment. */
bool       db_session_lives(struct db *db, struct segment *segment);

/* Says that the session was used, in a transaction of its own. */
bool       db_touch(struct db *db, const char *token);
/* True when a commit is as safe now as it should be: what was committed before it is where it should be too. */
bool       db_settle(struct db *db);

/* Start-up check: prepares `sql` under `role`; on failure says why. Types of parameters and columns come back. */
struct described { size_t parameters; unsigned parameter_types[12]; size_t columns; struct column *list; };
struct work;
bool work_describe(struct work *work, struct arena *arena, const char *role, const char *sql, struct described *found);

/* Migrations: sql/roles.sql, then for each service its numbered files (once, hash recorded), seed, policies, api (rebuilt
 * when their text changed). Prints what it does. */
bool migrate(const char *owner_dsn, const char *folder, const char *const *services);
#endif
