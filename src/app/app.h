/* The engine's own view of a request: from the network's hands to the workers' and back. Services never include this. */
#ifndef GUICHET_APP_APP_H
#define GUICHET_APP_APP_H
#include "db/db.h"
#include "guichet/app.h"
#include "guichet/config.h"

#define PROBLEMS_MOST 50
#define HEADERS_MOST  6

/* A route made ready at start: its pattern cut, its page and statements found. */
struct ready {
	const struct route  *route;
	size_t               number;
	size_t               part_count;
	struct part { str text; bool is_field; } parts[12];
	const struct template *page;
	struct ready        *on_problem;     /* the GET page shown again */
	const struct query  *queries[BATCH_MOST + 1];
	struct statement    *statements[BATCH_MOST + 1];
	size_t               query_count;
	enum queue           queue;
	size_t               body_most;
	bool                 takes_csrf;     /* its page shows a form */
};

struct app {
	const struct config    *config;
	struct arena           *arena;
	struct sentences       *sentences;
	struct forms           *forms;
	struct templates       *templates;
	struct ready           *routes;
	size_t                  route_count;
	struct statement       *statement_list;
	size_t                  statement_count;
	const struct template  *problem_page;
	struct ready           *touch;
	str                     host;         /* of the origin: what Host must say */
	bool                    secure;       /* the origin is https: __Host- cookies */
	const char             *session_cookie, *visit_cookie;
};

/* One request. The network fills the first part, a worker the last. All strings live in `arena` or in the body. */
struct exchange {
	struct exchange *next;
	struct arena    *arena;
	void            *owner;              /* the network's connection */
	int64_t          started;            /* monotonic */
	enum method      method;
	str              target;             /* as asked: path and query */
	str              body, body_type;
	str              origin, referer, fetch_site, cookies, user_agent, address;
	bool             accepts_gzip;
	struct header   *fields;             /* of a machine route */
	size_t           field_count;
	const struct ready *ready;
	/* The answer */
	int              status;
	str              bytes;              /* from malloc */
	bool             gzip;
	int              fresh_seconds;      /* caches may keep it so long; 0: none does */
	struct { const char *name; str value; } headers[HEADERS_MOST];
	size_t           header_count;
	str              session_touch;      /* a session token to be touched, off the reply's path */
	str              reference;          /* of a problem */
};

/* Opens templates, sentences and routes, checks all of it; complaints go to standard error. NULL when anything is wrong. */
struct app *app_open(const struct config *config, struct arena *arena, const char *(*assets)(void *, const char *), void *assets_context);
void        app_close(struct app *app);

/* Every form of <templates>/forms that can serve; what is wrong with the others goes to standard error (forms.c). */
struct forms *forms_open(struct arena *arena, const char *templates);

/* Finds the route of `exchange->target`. When none fits, the status is 404 or 405 and `allow` tells the methods. */
int  app_route(const struct app *app, struct exchange *exchange, const char **allow);
/* Checks that need no database: Host is the network's; Origin and size are here. NO_PROBLEM when it may be queued. */
struct problem app_admit(const struct app *app, const struct exchange *exchange);

struct worker;      /* a database connection, a compressor */
struct worker *worker_new(const struct app *app, enum queue queue);
void           worker_free(struct worker *worker);
/* Performs all of them; each has its whole answer afterwards. More than one only for short reads. */
void           app_perform(const struct app *app, struct worker *worker, struct exchange **exchanges, size_t count);
/* An answer without a database: refusals of the network layer, full queues, static problems. */
void           app_refuse(const struct app *app, struct exchange *exchange, struct problem problem);
bool           app_touch(const struct app *app, struct worker *worker, str token);

void exchange_header(struct exchange *exchange, const char *name, str value);

/* routes.c */
bool routes_make_ready(struct app *app);
bool ready_match(const struct ready *ready, str path, struct arena *arena, struct parameters *into);
/* page.c */
void page_layout(const struct app *app, const struct request *req, const struct ready *ready, struct page *page, str csrf);
void page_problems(const struct request *req, const struct parameters *posted, const struct field *fields, struct page *page);
/* What was sent of lists whose choices are rows (struct query's `keeps`): the same row is chosen again. */
void page_choices(const struct request *req, const struct parameters *sent, struct page *page);
/* bind.c */
void binding_free(void *binding);
/* csrf.c */
str  csrf_mask(struct arena *arena, str secret);
bool csrf_fits(str token, str secret);
str  cookie_find(str cookies, const char *name);
bool hex_token(str token, size_t length);
str  random_hex(struct arena *arena, size_t bytes);
str  random_uuid(struct arena *arena);
bool uuid_valid(str s);
str  device_of(struct arena *arena, str user_agent);
#endif
