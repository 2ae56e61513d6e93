/* "a=1&b=2": what decodes, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guichet/fields.h"

static struct arena     *arena;
static struct parameters got;

static int
start(void **state)
{
	(void)state;
	arena = arena_new();
	got = (struct parameters){ 0 };
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static enum problem_kind
parse(str text)
{
	got = (struct parameters){ 0 };
	return parameters_read_urlencoded(&got, arena, text, true).kind;
}

static void
assert_parameter(size_t i, const char *name, const char *value)
{
	assert_true(i < got.count);
	assert_true(str_is(got.list[i].name, name));
	assert_true(str_is(got.list[i].value, value));
	assert_non_null(got.list[i].value.at);
	assert_null(got.list[i].file_name.at);
	assert_true(got.list[i].from_body);
}

static void
decodes_once(void **state)
{
	(void)state;
	assert_int_equal(parse(STR("nom=Adjoa+K%C3%A9&_cle=a%2Bb&vide=&seul&p=%2541&x=a=b")), PROBLEM_NONE);
	assert_int_equal(got.count, 6);
	assert_parameter(0, "nom", "Adjoa Ké");
	assert_parameter(1, "_cle", "a+b");
	assert_parameter(2, "vide", "");
	assert_parameter(3, "seul", "");
	assert_parameter(4, "p", "%41");
	assert_parameter(5, "x", "a=b");
	assert_int_equal(parse(STR("n%6Fm=%c3%a9")), PROBLEM_NONE);
	assert_parameter(0, "nom", "é");
	assert_int_equal(parse(STR("&a=1&&b=2&")), PROBLEM_NONE);
	assert_int_equal(got.count, 2);
	assert_int_equal(parse(NO_STR), PROBLEM_NONE);
	assert_int_equal(parse(STR("")), PROBLEM_NONE);
	assert_int_equal(got.count, 0);
}

static void
refuses_bad_bytes(void **state)
{
	static const str bad[] = { STR("a=%"),       STR("a=%4"),     STR("a=%zz"),    STR("a=%4g"),       STR("a=%00"),
		                   STR("a=\0"),      STR("%00=a"),    STR("a=%C0%80"), STR("a=%ED%A0%80"), STR("a=\xFF"),
		                   STR("a=%F4%90%80%80"), STR("\xC3=1"), STR("=1"),    STR("a=1&=2"),      STR("a=% 41"),
		                   STR("a=%+1"),     STR("a=%u0041"), STR("a=%C3&b=%A9") };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (parse(bad[i]) != PROBLEM_MALFORMED)
			fail_msg("taken: %.*s", STR_ARGS(bad[i]));
}

static void
counts_parameters(void **state)
{
	char text[2 * 501];

	(void)state;
	for (size_t i = 0; i < 501; i++)
		memcpy(text + 2 * i, "a&", 2);
	assert_int_equal(parse((str){ .at = text, .len = 1000 }), PROBLEM_NONE);
	assert_int_equal(got.count, 500);
	assert_int_equal(parse((str){ .at = text, .len = 1002 }), PROBLEM_TOO_LARGE);
}

static void
finds_the_first(void **state)
{
	(void)state;
	assert_int_equal(parse(STR("a=1&b=2&a=3")), PROBLEM_NONE);
	assert_true(str_is(parameters_find(&got, STR("a"))->value, "1"));
	assert_null(parameters_find(&got, STR("A")));
	assert_null(parameters_find(&got, STR("")));
	/* A second source goes behind the first. */
	assert_int_equal(parameters_read_urlencoded(&got, arena, STR("c=4"), false).kind, PROBLEM_NONE);
	assert_int_equal(got.count, 4);
	assert_false(got.list[3].from_body);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decodes_once),
		cmocka_unit_test(refuses_bad_bytes),
		cmocka_unit_test(counts_parameters),
		cmocka_unit_test(finds_the_first),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
