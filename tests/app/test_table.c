/* A table of routes that is wrong stops the start, and says what is wrong. SERVICES is this test's own: the linker then
 * leaves the portal's (src/app/services.c) in the archive. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/app.h"

struct input { int64_t agent; str nom; };
static const struct field FIELDS[] = { OPTIONAL_ID(struct input, agent), OPTIONAL_TEXT(struct input, nom, 20), FIELDS_END };
static const struct query KNOWN = { "select 1 where $1 > 0 or $2 = ''", .takes = "agent nom" }, OF_NOBODY = { "select $1", .takes = "matricule" };
static const struct query OWN = { "select $1", .takes = "@session" };

static struct service tried = { "essai", NULL };
const struct service *const SERVICES[] = { &tried, NULL };

static struct reply
answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)req;
	(void)input;
	(void)got;
	(void)page;
	return reply_page();
}

/* Whether the routes, made ready with the portal's own templates, may serve. */
static bool
serves(const struct route *routes)
{
	struct arena *arena = arena_new();
	struct config config = { .templates = "templates", .origin = "http://localhost:8080" };
	struct app *app;

	tried.routes = routes;
	app = app_open(&config, arena, NULL, NULL);
	if (app != NULL)
		app_close(app);
	arena_free(arena);
	return app != NULL;
}

#define ONE(...) ((const struct route[]){ { __VA_ARGS__ }, ROUTES_END })
#define BOTH(a, b) ((const struct route[]){ { METHOD_GET, a, &PUBLIC, INPUT(struct input, FIELDS), .answer = answer }, \
	{ METHOD_GET, b, &PUBLIC, INPUT(struct input, FIELDS), .answer = answer }, ROUTES_END })

static void
a_right_row_serves(void **state)
{
	(void)state;
	assert_true(serves(ONE(METHOD_GET, "/a", &PUBLIC, .answer = answer)));
	assert_true(serves(ONE(METHOD_GET, "/a/{agent}", &PUBLIC, INPUT(struct input, FIELDS), QUERIES(&KNOWN, &OWN), .answer = answer)));
	assert_true(serves(ONE(METHOD_GET, "/", &PUBLIC, .page = "portal/problem")));
	assert_true(serves(ONE(METHOD_POST, "/a", &DOOR, .done = "/")));
}

static void
a_wrong_row_does_not(void **state)
{
	(void)state;
	assert_false(serves(ONE(METHOD_GET, "/a", NULL, .answer = answer)));
	assert_false(serves(ONE(METHOD_GET, "a", &PUBLIC, .answer = answer)));
	assert_false(serves(ONE(METHOD_GET, "/a", &PUBLIC)));
	assert_false(serves(ONE(METHOD_POST, "/a", &PUBLIC)));
	assert_false(serves(ONE(METHOD_GET, "/a", &PUBLIC, .page = "portal/nulle-part")));
	assert_false(serves(ONE(METHOD_GET, "/a/{matricule}", &PUBLIC, INPUT(struct input, FIELDS), .answer = answer)));
	assert_false(serves(ONE(METHOD_GET, "/a/{agent}", &PUBLIC, .answer = answer)));
	assert_false(serves(ONE(METHOD_GET, "/a", &PUBLIC, INPUT(struct input, FIELDS), QUERIES(&OF_NOBODY), .answer = answer)));
	assert_false(serves(ONE(METHOD_GET, "/a", &PUBLIC, .fields = FIELDS, .input_size = sizeof(int64_t), .answer = answer)));
	assert_false(serves(ONE(METHOD_POST, "/a", &PUBLIC, .done = "/", .on_problem = "/b")));
	assert_false(serves(ONE(METHOD_GET, "/1/2/3/4/5/6/7/8/9/10/11/12/13", &PUBLIC, .answer = answer)));
}

static void
two_rows_for_one_path_do_not(void **state)
{
	(void)state;
	assert_false(serves(BOTH("/a", "/a")));
	assert_false(serves(BOTH("/a/{agent}", "/a/{nom}")));
	assert_false(serves(BOTH("/a/{agent}/b", "/a/{nom}/b")));
	assert_true(serves(BOTH("/a/{agent}", "/a/b")));
	assert_true(serves(BOTH("/a/{agent}", "/a/{agent}/b")));
	assert_true(serves(BOTH("/a/{agent}/b", "/a/{nom}/c")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_right_row_serves),
		cmocka_unit_test(a_wrong_row_does_not),
		cmocka_unit_test(two_rows_for_one_path_do_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
