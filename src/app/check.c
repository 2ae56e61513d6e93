/* `guichet check`, `guichet routes`, `guichet audit`. */
#include "app/check.h"

#include <stdio.h>

#include "guichet/work.h"

static bool
complain(const struct route *route, const struct query *query, const char *what, str detail)
{
	fprintf(stderr, "%s %s\n  %s\n  %s%.*s\n", route->method == METHOD_GET ? "GET" : "POST", route->path, query->sql, what, STR_ARGS(detail));
	return false;
}

static bool
type_fits(const struct field *field, unsigned type)
{
	switch (field->type) {
	case FIELD_TYPE_ID:
		return type == TYPE_INT8;
	case FIELD_TYPE_INT:
		return type == TYPE_INT8 || type == TYPE_INT4 || type == TYPE_INT2;
	case FIELD_TYPE_BOOL:
		return type == TYPE_BOOL;
	case FIELD_TYPE_DATE:
		return type == TYPE_DATE;
	case FIELD_TYPE_FILE:
		return type == TYPE_BYTEA;
	case FIELD_TYPE_TEXT:
	case FIELD_TYPE_LINES:
	case FIELD_TYPE_SECRET:
	case FIELD_TYPE_CHOICE:
	case FIELD_TYPE_EMAIL:
	case FIELD_TYPE_PHONE:
	case FIELD_TYPE_MATRICULE:
	case FIELD_TYPE_CODE:
		return type == TYPE_TEXT || type == TYPE_BYTEA;
	case FIELD_TYPE_TEXTS:
		return type == TYPE_TEXT;
	case FIELD_TYPE_REST:
	case FIELD_TYPE_FILES:
	case FIELD_TYPE_END:
		break;
	}
	return false;
}

static const struct field *
field_named(const struct field *fields, str name)
{
	for (; fields != NULL && fields->type != FIELD_TYPE_END; fields++)
		if (str_is(name, fields->name))
			return fields;
	return NULL;
}

static bool
check_parameters(const struct route *route, const struct query *query, const struct described *found)
{
	str rest = str_of(query->takes);
	size_t count = 0;

	while (rest.at != NULL) {
		str name = str_cut(&rest, ' ');
		const struct field *field = field_named(route->fields, name);

		if (count == found->parameters)
			return complain(route, query, "elle a moins de paramètres que de champs", NO_STR);
		if (field != NULL && !type_fits(field, found->parameter_types[count]))
			return complain(route, query, "type du paramètre autre que celui du champ ", name);
		count++;
	}
	if (query->takes != NULL && count != found->parameters)
		return complain(route, query, "elle a plus de paramètres que de champs", NO_STR);
	return query->takes != NULL || found->parameters == 0 || route->ask != NULL || route->then != NULL ||
	       complain(route, query, "ses paramètres ne sont donnés par personne", NO_STR);
}

static bool
check_list_section(const struct ready *ready, const struct query *query)
{
	if (query->shows == NULL || strcmp(query->shows, ".") == 0 || ready->page == NULL || template_knows(ready->page, query->shows))
		return true;
	return complain(ready->route, query, "la page ne connaît pas la section ", str_of(query->shows));
}

static bool
check_permissions(const struct app *app, struct work *work)
{
	const struct rows *rows = WORK_QUERY(work, "select permission, db_role::text, bit::int from base.permissions where $1", ARG(true));
	bool ok = true;
	size_t i, r;

	for (i = 0; i < app->route_count; i++) {
		const struct permission *p = app->routes[i].route->permission;
		bool found = p->open;

		for (r = 0; r < rows_count(rows) && !found; r++)
			found = str_is(rows_text(rows, r, "permission"), p->name) && str_is(rows_text(rows, r, "db_role"), p->db_role) && rows_int(rows, r, "bit") == p->bit;
		if (!found) {
			fprintf(stderr, "La permission %s n’est pas la même en C et en SQL.\n", p->name);
			ok = false;
		}
	}
	return ok;
}

bool
check_statements(const struct app *app, const char *owner_dsn)
{
	struct arena *arena = arena_new();
	struct work *work = work_open(owner_dsn, arena);
	size_t i, q, count = 0;
	bool ok = work_alive(work);

	if (!ok)
		fprintf(stderr, "Base de données injoignable : %.*s\n", STR_ARGS(work_error(work)));
	else
		ok = check_permissions(app, work);
	for (i = 0; work_alive(work) && i < app->route_count; i++) {
		const struct ready *ready = &app->routes[i];

		for (q = 0; q < ready->query_count; q++) {
			struct described found = { .parameters = 0 };

			count++;
			/* The gate role parses; the permission's role executes: both need what parsing needs. */
			if (!work_describe(work, arena, ready->route->permission->db_role, ready->queries[q]->sql, &found) ||
			    !work_describe(work, arena, "gate", ready->queries[q]->sql, &found))
				ok = complain(ready->route, ready->queries[q], "PostgreSQL la refuse : ", work_error(work));
			else
				ok = check_parameters(ready->route, ready->queries[q], &found) && check_list_section(ready, ready->queries[q]) && ok;
		}
	}
	if (ok)
		printf("%zu routes, %zu requêtes, %zu pages : tout est en ordre.\n", app->route_count, count, templates_count(app->templates));
	work_close(work);
	arena_free(arena);
	return ok;
}

static const char *
service_of(const struct route *route)
{
	size_t s, r;

	for (s = 0; SERVICES[s] != NULL; s++)
		for (r = 0; SERVICES[s]->routes[r].path != NULL; r++)
			if (&SERVICES[s]->routes[r] == route)
				return SERVICES[s]->name;
	return "?";
}

void
check_print_routes(const struct app *app)
{
	size_t i;

	for (i = 0; i < app->route_count; i++) {
		const struct route *route = app->routes[i].route;

		printf("%s\t%s\t%s\t%s\t%s%s%s%s%s\n", route->method == METHOD_GET ? "GET" : "POST", route->path, route->permission->name, service_of(route),
		       (route->flags & ROUTE_RECORDS) != 0 ? "records " : "", (route->flags & ROUTE_MACHINE) != 0 ? "machine " : "",
		       (route->flags & ROUTE_DEMO) != 0 ? "demo " : "", (route->flags & ROUTE_NO_KEY) != 0 ? "no-key " : "",
		       route->permission->open ? "open" : "");
	}
}

bool
check_print_audit(const struct app *app, const char *owner_dsn)
{
	struct arena *arena = arena_new();
	struct work *work = work_open(owner_dsn, arena);
	const struct rows *roles = WORK_QUERY(work, "select r.role_code, rp.permission from base.roles r left join base.role_permissions rp using (role_code) "
	                                            "where $1 order by 1, 2", ARG(true));
	size_t r, i, q;

	for (r = 0; r < rows_count(roles); r++)
		for (i = 0; i < app->route_count; i++) {
			const struct ready *ready = &app->routes[i];

			if (!str_is(rows_text(roles, r, "permission"), ready->route->permission->name))
				continue;
			printf("%.*s\t%s\t%s\t%s\t%s\n", STR_ARGS(rows_text(roles, r, "role_code")), ready->route->permission->name, ready->route->permission->db_role,
			       ready->route->method == METHOD_GET ? "GET" : "POST", ready->route->path);
			for (q = 0; q < ready->query_count; q++)
				printf("\t%s\n", ready->queries[q]->sql);
		}
	work_close(work);
	arena_free(arena);
	return roles != NULL;
}
