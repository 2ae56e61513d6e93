/* The application opened and closed; the door of a request: its route, and what can be refused before any database. */
#include <stdio.h>
#include <stdlib.h>

#include "app/turn.h"
#include "guichet/log.h"

static bool
cut_origin(struct app *app)
{
	str rest = str_of(app->config->origin);

	app->secure = str_starts(rest, STR("https://"));
	if (!app->secure && !str_starts(rest, STR("http://"))) {
		fprintf(stderr, "GUICHET_ORIGIN doit commencer par http:// ou https://\n");
		return false;
	}
	app->host = str_skip(rest, app->secure ? 8 : 7);
	/* Browsers keep __Host- cookies only where they are Secure. */
	app->session_cookie = app->secure ? "__Host-guichet" : "guichet";
	app->visit_cookie = app->secure ? "__Host-guichet-visite" : "guichet_visite";
	return true;
}

struct app *
app_open(const struct config *config, struct arena *arena, const char *(*assets)(void *, const char *), void *assets_context)
{
	struct app *app = arena_alloc(arena, sizeof(*app));
	str complaints = NO_STR;

	app->config = config;
	app->arena = arena;
	if (!cut_origin(app))
		return NULL;
	app->sentences = sentences_open(arena_format(arena, "%s/sentences.txt", config->templates).at, &complaints, arena);
	if (app->sentences != NULL)
		app->templates = templates_open(config->templates, assets, assets_context, &complaints, arena);
	if (app->templates == NULL) {
		fprintf(stderr, "%.*s\n", STR_ARGS(complaints));
		app_close(app);
		return NULL;
	}
	app->forms = forms_open(arena, config->templates);
	app->problem_page = templates_find(app->templates, "portal/problem");
	if (app->problem_page == NULL)
		fprintf(stderr, "templates/portal/problem.tpl manque\n");
	if (!routes_make_ready(app) || app->problem_page == NULL) {
		app_close(app);
		return NULL;
	}
	return app;
}

void
app_close(struct app *app)
{
	size_t i;

	for (i = 0; i < app->statement_count; i++)
		statement_forget(&app->statement_list[i], binding_free);
	if (app->templates != NULL)
		templates_close(app->templates);
	if (app->sentences != NULL)
		sentences_close(app->sentences);
}

int
app_route(const struct app *app, struct exchange *exchange, const char **allow)
{
	str query = exchange->target, path = str_cut(&query, '?');
	bool other = false;
	size_t i;

	for (i = 0; i < app->route_count; i++) {
		if (!ready_match(&app->routes[i], path, exchange->arena, NULL))
			continue;
		if (app->routes[i].route->method == exchange->method) {
			exchange->ready = &app->routes[i];
			return 0;
		}
		other = true;
	}
	*allow = exchange->method == METHOD_GET ? "POST" : "GET, HEAD";
	return other ? 405 : 404;
}

/* A form comes from our own pages: the browser says so in Sec-Fetch-Site, Origin or Referer, and one of them is there. */
static bool
own_origin(const struct app *app, const struct exchange *ex)
{
	str origin = str_of(app->config->origin);

	if (ex->fetch_site.at != NULL && !str_is(ex->fetch_site, "same-origin"))
		return false;
	if (ex->origin.at != NULL)
		return str_eq(ex->origin, origin);
	if (ex->referer.at != NULL)
		return str_starts(ex->referer, origin) && (ex->referer.len == origin.len || ex->referer.at[origin.len] == '/');
	return ex->fetch_site.at != NULL;
}

/* A machine's body is read when it says who it is; whether that is true is asked of the database. */
static bool
machine_named(const struct exchange *ex)
{
	size_t i;

	for (i = 0; i < ex->field_count; i++)
		if (str_same(ex->fields[i].name, STR("authorization")) && !str_empty(ex->fields[i].value))
			return true;
	return false;
}

struct problem
app_admit(const struct app *app, const struct exchange *ex)
{
	if (ex->method != METHOD_POST)
		return NO_PROBLEM;
	if ((ex->ready->route->flags & ROUTE_MACHINE) != 0)
		return ex->ready->route->permission != &MACHINE || machine_named(ex) ? NO_PROBLEM : problem_of(PROBLEM_SIGNED_OUT, "problem.machine");
	if (!own_origin(app, ex))
		return problem_of(PROBLEM_FORBIDDEN, "problem.foreign_form");
	/* A stranger's body is not even read. */
	if (!ex->ready->route->permission->open && !hex_token(cookie_find(ex->cookies, app->session_cookie), 64))
		return problem_of(PROBLEM_SIGNED_OUT, "problem.signed_out");
	return NO_PROBLEM;
}

void
app_refuse(const struct app *app, struct exchange *exchange, struct problem problem)
{
	struct turn turn;

	memset(&turn, 0, sizeof(turn));
	turn.app = app;
	turn.exchange = exchange;
	turn.ready = exchange->ready;
	turn.req.arena = exchange->arena;
	turn.req.sentences = app->sentences;
	turn_show_problem(&turn, problem);
}
