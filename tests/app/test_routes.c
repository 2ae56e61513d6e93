/* Patterns of addresses: what fits, what does not, and the whole table of this portal made ready as `guichet serve` does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/app.h"

/* "/agents/{agent}/actes" cut by hand, as routes.c does it. */
static struct ready
pattern(const char *text)
{
	struct ready ready = { .part_count = 0 };
	str rest = str_skip(str_of(text), 1);

	while (rest.at != NULL) {
		str part = str_cut(&rest, '/');
		bool is_field = str_starts(part, STR("{"));

		ready.parts[ready.part_count].text = is_field ? (str){ part.at + 1, part.len - 2 } : part;
		ready.parts[ready.part_count++].is_field = is_field;
	}
	return ready;
}

static bool
fits(const char *text, const char *path)
{
	struct ready ready = pattern(text);

	return ready_match(&ready, str_of(path), NULL, NULL);
}

static void
a_path_fits_part_by_part(void **state)
{
	(void)state;
	assert_true(fits("/", "/"));
	assert_true(fits("/agents", "/agents"));
	assert_true(fits("/agents/{agent}", "/agents/7"));
	assert_true(fits("/agents/{agent}/actes/{acte}", "/agents/7/actes/8"));
	assert_false(fits("/", "/agents"));
	assert_false(fits("/agents", "/"));
	assert_false(fits("/agents", "/agents/"));
	assert_false(fits("/agents", "/agent"));
	assert_false(fits("/agents", "/agentsx"));
	assert_false(fits("/agents", "/Agents"));
	assert_false(fits("/agents/{agent}", "/agents"));
	assert_false(fits("/agents/{agent}", "/agents/"));
	assert_false(fits("/agents/{agent}", "/agents/7/"));
	assert_false(fits("/agents/{agent}", "/agents/7/8"));
	assert_false(fits("/agents/{agent}/actes/{acte}", "/agents//actes/8"));
	assert_false(fits("/{a}", "//"));
}

static void
fields_of_the_path_are_kept_by_name(void **state)
{
	struct arena *arena = arena_new();
	struct ready ready = pattern("/agents/{agent}/actes/{acte}");
	struct parameters got = { .count = 0 };

	(void)state;
	assert_true(ready_match(&ready, STR("/agents/7/actes/8"), arena, &got));
	assert_int_equal(got.count, 2);
	assert_true(str_is(parameters_find(&got, STR("agent"))->value, "7"));
	assert_true(str_is(parameters_find(&got, STR("acte"))->value, "8"));
	assert_false(parameters_find(&got, STR("acte"))->from_body);
	assert_null(parameters_find(&got, STR("actes")));
	arena_free(arena);
}

/* The table of this portal, with its own templates; NULL when the test does not run from the root of the tree. */
static struct app *
open_portal(struct arena *arena, bool demo)
{
	struct config *config = arena_alloc(arena, sizeof(*config));

	config->templates = "templates";
	config->origin = "http://localhost:8080";
	config->demo = demo;
	return app_open(config, arena, NULL, NULL);
}

static const char *
route_of(const struct app *app, struct arena *arena, enum method method, const char *target)
{
	struct exchange ex = { .arena = arena, .method = method, .target = str_of(target) };
	const char *allow = NULL;

	switch (app_route(app, &ex, &allow)) {
	case 0:
		return ex.ready->route->path;
	case 405:
		return allow;
	default:
		return "404";
	}
}

static void
the_portal_s_table_is_right_and_literals_go_first(void **state)
{
	struct arena *arena = arena_new();
	struct app *app = open_portal(arena, false);

	(void)state;
	assert_non_null(app);
	assert_string_equal(route_of(app, arena, METHOD_GET, "/"), "/");
	assert_string_equal(route_of(app, arena, METHOD_GET, "/aide?fait=a"), "/aide");
	assert_string_equal(route_of(app, arena, METHOD_GET, "/agents/export"), "/agents/export");
	assert_string_equal(route_of(app, arena, METHOD_GET, "/agents/exports"), "/agents/{agent}");
	assert_string_equal(route_of(app, arena, METHOD_GET, "/imports/nouveau"), "/imports/nouveau");
	assert_string_equal(route_of(app, arena, METHOD_GET, "/imports/0000000000001"), "/imports/{import}");
	assert_string_equal(route_of(app, arena, METHOD_POST, "/aide"), "GET, HEAD");
	assert_string_equal(route_of(app, arena, METHOD_GET, "/deconnexion"), "POST");
	assert_string_equal(route_of(app, arena, METHOD_GET, "/n-existe-pas"), "404");
	assert_string_equal(route_of(app, arena, METHOD_GET, "/aide/"), "404");
	assert_string_equal(route_of(app, arena, METHOD_GET, "//"), "404");
	app_close(app);
	arena_free(arena);
}

/* In the order of the table: no route with a field stands before one that is literal where it has the field. */
static void
the_order_never_hides_a_literal(void **state)
{
	struct arena *arena = arena_new();
	struct app *app = open_portal(arena, true);
	size_t i, j, p;

	(void)state;
	assert_non_null(app);
	for (i = 0; i < app->route_count; i++)
		for (j = i + 1; j < app->route_count; j++) {
			const struct ready *first = &app->routes[i], *second = &app->routes[j];
			bool hides = first->route->method == second->route->method && first->part_count == second->part_count;

			for (p = 0; hides && p < first->part_count; p++)
				hides = first->parts[p].is_field || (!second->parts[p].is_field && str_eq(first->parts[p].text, second->parts[p].text));
			if (hides)
				fail_msg("%s hides %s", first->route->path, second->route->path);
		}
	app_close(app);
	arena_free(arena);
}

static void
what_is_for_demonstrations_is_not_there_without(void **state)
{
	struct arena *arena = arena_new();
	struct app *app = open_portal(arena, true), *plain = open_portal(arena, false);
	size_t i, found = 0;

	(void)state;
	assert_non_null(app);
	assert_non_null(plain);
	for (i = 0; i < app->route_count; i++)
		if ((app->routes[i].route->flags & ROUTE_DEMO) != 0) {
			found++;
			assert_string_equal(route_of(plain, arena, app->routes[i].route->method, app->routes[i].route->path), "404");
		}
	assert_int_equal(app->route_count, plain->route_count + found);
	assert_true(found > 0);
	app_close(app);
	app_close(plain);
	arena_free(arena);
}

static void
a_form_comes_from_our_own_pages(void **state)
{
	static const struct { const char *origin, *referer, *site; bool good; } CASES[] = {
		{ "http://localhost:8080", NULL, NULL, true }, { "http://localhost:8080", NULL, "same-origin", true },
		{ NULL, "http://localhost:8080/agents", NULL, true }, { NULL, "http://localhost:8080", NULL, true }, { NULL, NULL, "same-origin", true },
		{ NULL, NULL, NULL, false }, { "null", NULL, NULL, false }, { "http://localhost:80800", NULL, NULL, false },
		{ "http://localhost:8080/", NULL, NULL, false }, { NULL, "http://localhost:8080.example/", NULL, false },
		{ "http://localhost:8080", NULL, "cross-site", false }, { "http://localhost:8080", NULL, "none", false },
		{ "http://evil.example", "http://localhost:8080/", "same-origin", false },
	};
	struct arena *arena = arena_new();
	struct app *app = open_portal(arena, false);
	size_t i;

	(void)state;
	assert_non_null(app);
	for (i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		struct exchange ex = { .arena = arena, .method = METHOD_POST, .target = STR("/connexion") };
		const char *allow = NULL;

		if (CASES[i].origin != NULL)
			ex.origin = str_of(CASES[i].origin);
		if (CASES[i].referer != NULL)
			ex.referer = str_of(CASES[i].referer);
		if (CASES[i].site != NULL)
			ex.fetch_site = str_of(CASES[i].site);
		assert_int_equal(app_route(app, &ex, &allow), 0);
		if ((app_admit(app, &ex).kind == PROBLEM_NONE) != CASES[i].good)
			fail_msg("case %zu", i);
	}
	app_close(app);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_path_fits_part_by_part),
		cmocka_unit_test(fields_of_the_path_are_kept_by_name),
		cmocka_unit_test(the_portal_s_table_is_right_and_literals_go_first),
		cmocka_unit_test(the_order_never_hides_a_literal),
		cmocka_unit_test(what_is_for_demonstrations_is_not_there_without),
		cmocka_unit_test(a_form_comes_from_our_own_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
