/* The table of routes made ready: patterns cut, pages and statements found, everything that can be wrong said at once. */
#include <stdio.h>
#include <stdlib.h>

#include "app/app.h"

static bool
complain(const struct route *route, const char *what)
{
	fprintf(stderr, "route %s %s : %s\n", route->method == METHOD_GET ? "GET" : "POST", route->path, what);
	return false;
}

static bool
cut_pattern(struct ready *ready)
{
	str rest = str_of(ready->route->path);

	if (!str_starts(rest, STR("/")))
		return complain(ready->route, "le chemin doit commencer par /");
	rest = str_skip(rest, 1);
	while (rest.at != NULL) {
		str part = str_cut(&rest, '/');
		bool is_field = str_starts(part, STR("{")) && str_ends(part, STR("}"));

		if (ready->part_count == sizeof(ready->parts) / sizeof(ready->parts[0]))
			return complain(ready->route, "trop de segments");
		if (is_field)
			part = (str){ part.at + 1, part.len - 2 };
		ready->parts[ready->part_count].text = part;
		ready->parts[ready->part_count++].is_field = is_field;
	}
	return true;
}

static bool
field_exists(const struct field *fields, str name)
{
	for (; fields != NULL && fields->type != FIELD_TYPE_END; fields++)
		if (str_is(name, fields->name))
			return true;
	return false;
}

static bool
takes_known(const struct ready *ready, const struct query *query)
{
	str rest = str_of(query->takes);

	while (rest.at != NULL) {
		str name = str_cut(&rest, ' ');

		if (!str_starts(name, STR("@")) && !field_exists(ready->route->fields, name)) {
			fprintf(stderr, "« %.*s » n’est pas un champ\n", STR_ARGS(name));
			return complain(ready->route, "une requête prend ce qui n’est pas un champ");
		}
	}
	return true;
}

/* One statement runs under one role: a statement belongs to a permission and a query. */
static struct statement *
statement_for(struct app *app, const struct route *route, const struct query *query, const struct permission **owners)
{
	struct statement *s;
	size_t i;

	for (i = 0; i < app->statement_count; i++)
		if (app->statement_list[i].query == query && owners[i] == route->permission)
			return &app->statement_list[i];
	s = &app->statement_list[app->statement_count];
	owners[app->statement_count] = route->permission;
	s->query = query;
	s->number = app->statement_count++;
	snprintf(s->name, sizeof(s->name), "q%zu", s->number);
	return s;
}

static bool
check_route(const struct route *route)
{
	size_t i;

	if (route->permission == NULL)
		return complain(route, "pas de permission");
	if (route->method == METHOD_POST && route->page == NULL && route->done == NULL && route->answer == NULL)
		return complain(route, "ni page, ni suite, ni réponse");
	/* A form that comes twice is answered with its receipt, or with `done` when it has none. */
	if (route->method == METHOD_POST && (route->flags & (ROUTE_NO_KEY | ROUTE_MACHINE)) == 0 && route->done == NULL)
		return complain(route, "un envoi à clé doit dire où mène sa répétition (done)");
	if (route->method == METHOD_GET && route->page == NULL && route->answer == NULL)
		return complain(route, "ni page, ni réponse");
	for (i = 0; route->fields != NULL && route->fields[i].type != FIELD_TYPE_END; i++)
		if (route->fields[i].offset >= route->input_size)
			return complain(route, "un champ sort de sa structure");
	return true;
}

static bool
make_ready(struct app *app, struct ready *ready, const struct permission **owners)
{
	const struct route *route = ready->route;
	size_t i;

	if (!check_route(route) || !cut_pattern(ready))
		return false;
	for (i = 0; i < ready->part_count; i++)
		if (ready->parts[i].is_field && !field_exists(route->fields, ready->parts[i].text))
			return complain(route, "un segment du chemin n’est pas un champ");
	for (i = 0; route->queries != NULL && route->queries[i] != NULL; i++) {
		if (i == BATCH_MOST)
			return complain(route, "trop de requêtes SQL");
		if (route->queries[i]->takes != NULL && !takes_known(ready, route->queries[i]))
			return false;
		ready->queries[i] = route->queries[i];
		ready->statements[i] = statement_for(app, route, route->queries[i], owners);
		ready->query_count++;
	}
	ready->queue = route->queue != QUEUE_AUTO ? route->queue : 
	               route->method == METHOD_GET && (route->flags & ROUTE_RECORDS) == 0 ? QUEUE_READ : QUEUE_WRITE;
	ready->body_most = route->body_most != 0 ? route->body_most : route->permission->open ? 8 * 1024 : 64 * 1024;
	if (route->page != NULL) {
		ready->page = templates_find(app->templates, route->page);
		if (ready->page == NULL)
			return complain(route, "sa page n’existe pas");
		ready->takes_csrf = template_knows(ready->page, "CSRF");
	}
	return true;
}

/* Two patterns are ambiguous when some path fits both and neither is more literal at the first difference. */
static bool
ambiguous(const struct ready *a, const struct ready *b)
{
	size_t i;

	if (a->route->method != b->route->method || a->part_count != b->part_count)
		return false;
	for (i = 0; i < a->part_count; i++)
		if (a->parts[i].is_field != b->parts[i].is_field || (!a->parts[i].is_field && !str_eq(a->parts[i].text, b->parts[i].text)))
			return false;
	return true;
}

static int
by_literal(const void *left, const void *right)
{
	const struct ready *a = left, *b = right;
	size_t i;

	/* By length first: only paths of one length can hide each other, and an order must be one for all. */
	if (a->part_count != b->part_count)
		return a->part_count < b->part_count ? -1 : 1;
	for (i = 0; i < a->part_count; i++)
		if (a->parts[i].is_field != b->parts[i].is_field)
			return a->parts[i].is_field ? 1 : -1;
	return a->number < b->number ? -1 : 1;
}

static bool
link_problem_page(struct app *app, struct ready *ready)
{
	size_t i;

	if (ready->route->on_problem == NULL)
		return true;
	for (i = 0; i < app->route_count; i++) {
		struct ready *other = &app->routes[i];

		if (other->route->method == METHOD_GET && other->page != NULL && strcmp(other->route->path, ready->route->on_problem) == 0) {
			ready->on_problem = other;
			return true;
		}
	}
	return complain(ready->route, "la page de on_problem n’existe pas");
}

bool
routes_make_ready(struct app *app)
{
	const struct permission **owners;
	size_t s, r, i, count = 0;
	bool ok = true;

	for (s = 0; SERVICES[s] != NULL; s++)
		for (r = 0; SERVICES[s]->routes[r].path != NULL; r++)
			count++;
	app->routes = arena_array(app->arena, count + 1, sizeof(*app->routes));
	app->statement_list = arena_array(app->arena, count * BATCH_MOST + 1, sizeof(*app->statement_list));
	owners = arena_array(app->arena, count * BATCH_MOST + 1, sizeof(*owners));
	for (s = 0; SERVICES[s] != NULL; s++)
		for (r = 0; SERVICES[s]->routes[r].path != NULL; r++) {
			const struct route *route = &SERVICES[s]->routes[r];

			if ((route->flags & ROUTE_DEMO) != 0 && !app->config->demo)
				continue;
			app->routes[app->route_count].route = route;
			app->routes[app->route_count].number = app->route_count;
			ok = make_ready(app, &app->routes[app->route_count++], owners) && ok;
		}
	for (i = 0; i < app->route_count; i++)
		for (r = 0; r < i; r++)
			if (ambiguous(&app->routes[i], &app->routes[r]))
				ok = complain(app->routes[i].route, "une autre route a le même chemin");
	qsort(app->routes, app->route_count, sizeof(*app->routes), by_literal);
	for (i = 0; i < app->route_count; i++)
		ok = link_problem_page(app, &app->routes[i]) && ok;
	return ok;
}

bool
ready_match(const struct ready *ready, str path, struct arena *arena, struct parameters *into)
{
	str rest = str_skip(path, 1);
	size_t i = 0;

	while (rest.at != NULL) {
		str part = str_cut(&rest, '/');

		if (i == ready->part_count)
			return false;
		if (!ready->parts[i].is_field && !str_eq(part, ready->parts[i].text))
			return false;
		if (ready->parts[i].is_field && str_empty(part))
			return false;
		if (ready->parts[i].is_field && into != NULL)
			parameters_add(into, arena, (struct parameter){ .name = ready->parts[i].text, .value = part });
		i++;
	}
	return i == ready->part_count;
}
