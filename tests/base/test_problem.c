/* Kinds of failure and their HTTP status. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guichet/problem.h"

static void
each_kind_has_its_status(void **state)
{
	(void)state;
	assert_int_equal(problem_status(PROBLEM_NONE), 200);
	assert_int_equal(problem_status(PROBLEM_REPEATED), 200);
	assert_int_equal(problem_status(PROBLEM_INPUT), 422);
	assert_int_equal(problem_status(PROBLEM_SIGNED_OUT), 401);
	assert_int_equal(problem_status(PROBLEM_FORBIDDEN), 403);
	assert_int_equal(problem_status(PROBLEM_MISSING), 404);
	assert_int_equal(problem_status(PROBLEM_METHOD), 405);
	assert_int_equal(problem_status(PROBLEM_CONFLICT), 409);
	assert_int_equal(problem_status(PROBLEM_TOO_LARGE), 413);
	assert_int_equal(problem_status(PROBLEM_MEDIA), 415);
	assert_int_equal(problem_status(PROBLEM_MALFORMED), 400);
	assert_int_equal(problem_status(PROBLEM_TOO_MANY), 429);
	assert_int_equal(problem_status(PROBLEM_BUSY), 503);
	assert_int_equal(problem_status(PROBLEM_BROKEN), 500);
	assert_int_equal(problem_status((enum problem_kind)99), 500);
}

static void
built_by_kind(void **state)
{
	const struct problem input = problem_input("nom", "field.required");

	(void)state;
	assert_int_equal(input.kind, PROBLEM_INPUT);
	assert_string_equal(input.field, "nom");
	assert_null(problem_of(PROBLEM_BUSY, "problem.busy").field);
	assert_int_equal(NO_PROBLEM.kind, PROBLEM_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_has_its_status),
		cmocka_unit_test(built_by_kind),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
