/* The façade for services: the only header a service includes beside guichet/sheet.h and its like.
 *
 * One row says everything about a route; ask and answer are pure: no I/O, no clock but req->now, no global. They are
 * called by workers, several at once, for different requests. */
#ifndef GUICHET_APP_H
#define GUICHET_APP_H
#include "guichet/fields.h"
#include "guichet/form.h"
#include "guichet/opaque.h"
#include "guichet/page.h"
#include "guichet/query.h"

enum method { METHOD_GET, METHOD_POST };

/* A permission has one database role; `open` ones need no session. The table is in src/app/permissions.c. */
struct permission {
	const char *name;       /* "career.own" */
	const char *db_role;    /* "web_self" */
	bool        open;
	int         bit;        /* in base.permissions; -1 for open ones */
};
extern const struct permission PUBLIC, DOOR, ACCOUNT_OWN, ACCOUNT_SECOND_FACTOR, CAREER_OWN, CAREER_CONSULT, CAREER_EXPORT,
	IMPORT_PERSONNEL, JOURNAL_INSPECT, ACCOUNTS_ADMIN, ACTS_WORK, ACTS_SIGN, ADVANCEMENT_RUN, CERTIFICATES_DESK, ARCHIVE_WORK,
	REQUESTS_OWN, REQUESTS_DESK, SERVICES_MANAGE,
	MACHINE, APPOINTMENTS_OWN, APPOINTMENTS_DESK, PENSIONS_DESK, PAYROLL_COMPARE, LIFE_DESK, PENSIONS_CLAIM;

/* Which workers run a route: each kind has a bounded queue of its own, so that none starves the pages. */
enum queue {
	QUEUE_AUTO,
	QUEUE_READ,       /* short reads, several at a time */
	QUEUE_WRITE,
	QUEUE_SEARCH,     /* lists and searches: tens of milliseconds */
	QUEUE_SLOW,       /* exports, uploads, documents: seconds */
	QUEUE_HASH,       /* passwords */
	QUEUES
};

/* A header field of a machine route's request, as it came. */
struct header { str name, value; };

struct who {
	int64_t person;         /* 0 for a visitor */
	str     name;
	int64_t permissions;    /* bits */
};

struct request {
	enum method          method;
	const struct route  *route;
	struct arena        *arena;
	int64_t              now;
	struct date          today;
	const struct who    *who;          /* NULL in ask: it is known only when the database has answered */
	str                  path;         /* with its query, as asked */
	str                  token;        /* 64 hex characters of the session, absent for a visitor */
	str                  visit;        /* 32 hex characters that name the browser across sign-ins; absent the first time */
	str                  fresh;        /* 64 hex characters, new and secret: a session token to be, a code's seed */
	str                  address;      /* of the client */
	str                  device;       /* "Firefox, Android": from User-Agent, shown to the person in his list of sessions */
	const struct problem *problems;    /* on a page shown again after a refused form */
	size_t               problem_count;
	const struct parameters *posted;   /* what was typed, on that page; NULL on any other */
	const struct sentences *sentences;
	const struct forms     *forms;
	const struct header *headers;      /* of machine routes only */
	size_t               header_count;
	const char          *sms_secret;   /* shared with the SMS gateway; empty = none */
	const char          *origin;       /* "https://guichet.example.bj" for links in messages */
	bool                 demo;
};

enum reply_kind { REPLY_PAGE, REPLY_SEE_OTHER, REPLY_FILE, REPLY_PROBLEM };
struct reply {
	enum reply_kind kind;
	int             status;         /* PAGE, FILE: 200 when 0 */
	str             location;       /* SEE_OTHER: own path */
	str             bytes;          /* FILE: from malloc, given away */
	str             type;           /* FILE */
	str             file_name;      /* FILE: offered for download when present */
	int             fresh_seconds;  /* FILE: how long any cache may keep it; 0: none does */
	struct problem  problem;
	str             session;        /* when present: set the cookie to this token; empty: clear it */
};

/* Why somebody looks into the files of others, in words that they will read: one of a list, made precise by what he types. Keys of sentences:
 * `list` + ".controle" is what the choice "controle" says; the choice "autre" says nothing by itself and wants the precision. */
struct reasons { const char *list, *choose, *precise; };
/* "Contrôle : rapprochement avec la solde"; PROBLEM_INPUT on the fields `motif` and `precision`. */
struct problem reason_said(const struct request *req, const struct reasons *reasons, str motif, str precision, str *reason);

struct reply reply_page(void);                                   /* 200, the route's page */
struct reply reply_see_other(const struct request *req, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct reply reply_file(str malloced_bytes, str type, str file_name);
struct reply reply_copy(str arena_bytes, str type, str file_name);         /* the same from bytes of the request's arena */
/* A whole file of the store (guichet/store.h); PROBLEM_BROKEN when it is not there. For routes of QUEUE_SLOW. */
struct reply reply_stored(const struct request *req, str sha256, str type, str file_name);
struct reply reply_problem(struct problem problem);
/* For machines: a text of the arena with its status and type ("application/json"). */
struct reply reply_text(int status, const char *type, str text);
/* The value of a header field, whatever its case; absent when it did not come. Machine routes only. */
str          request_header(const struct request *req, const char *name);
struct reply reply_with_session(struct reply reply, str token);

typedef struct problem ask_fn(const struct request *req, const void *input, struct batch *batch);
typedef struct problem then_fn(const struct request *req, const void *input, const struct results *got, struct batch *batch);
typedef struct reply   answer_fn(const struct request *req, const void *input, const struct results *got, struct page *page);

enum {
	ROUTE_RECORDS = 1,      /* a GET that writes: it logs a consultation */
	ROUTE_MACHINE = 2,      /* problems are application/problem+json, no cookie, no CSRF; header fields are given */
	ROUTE_DEMO = 4,         /* exists only with GUICHET_DEMO=1 */
	ROUTE_NO_KEY = 8,       /* a POST that is naturally idempotent or must not be remembered (sign-in, sign-out) */
};

struct route {
	enum method              method;
	const char              *path;        /* "/carriere/actes/{acte}": {name} is a field of the input */
	const struct permission *permission;
	const struct field      *fields;      /* path, query and body parameters; NULL = none */
	size_t                   input_size;
	ask_fn                  *ask;         /* NULL: every query is asked with its `takes` */
	const struct query *const *queries;   /* all that may be asked, ended by NULL */
	then_fn                 *then;        /* computes after the first segment and asks a second one; may be NULL */
	answer_fn               *answer;      /* NULL: bind every query that `shows`, then the page, or `done` */
	const char              *page;        /* template */
	const char              *on_problem;  /* path pattern of the GET page shown again with the problems */
	const char              *done;        /* POST: where to go when all went well, and when it comes twice, if no query gives a
	                                         `location`; "{name}" is filled from the request's own address */
	unsigned                 flags;
	enum queue               queue;       /* QUEUE_AUTO: READ for GET, WRITE for POST */
	const char              *api;         /* machine routes: members of its OpenAPI operation, "\"summary\": …" */
	size_t                   body_most;   /* bytes; 0 = 64 kB, 8 kB where no session is asked */
};

#define INPUT(T, FIELDS) .fields = FIELDS, .input_size = sizeof(T)
#define QUERIES(...) .queries = (const struct query *const[]){ __VA_ARGS__, NULL }
#define ROUTES_END { .path = NULL }

/* Binds rows as docs/templates.md says: at the page's root, or a section once a row. */
void page_bind_row(struct page *page, struct arena *arena, const struct rows *rows, size_t row);
void page_bind(struct page *page, struct arena *arena, const char *section, const struct rows *rows);
/* Does what a route without `answer` does: all queries that `show`. PROBLEM_MISSING when a "." query has no row. */
struct problem page_bind_all(const struct request *req, const struct results *got, struct page *page);

/* The OpenAPI 3.1 document of all machine routes, from their rows. */
str openapi_text(struct arena *arena, const char *origin);
/* A text as the inside of a JSON string. */
str json_quoted(struct arena *arena, str text);

/* What services declare; src/app/services.c lists them. */
struct service {
	const char         *name;
	const struct route *routes;
};
extern const struct service *const SERVICES[];
#endif
