/* Strings: pointer and length. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guichet/str.h"

static void
absent_is_not_empty(void **state)
{
	(void)state;
	assert_null(NO_STR.at);
	assert_null(str_of(NULL).at);
	assert_non_null(STR("").at);
	assert_true(str_empty(NO_STR) && str_empty(STR("")) && !str_empty(STR("a")));
	assert_true(str_eq(NO_STR, STR("")));
	assert_true(str_is(STR("acte"), "acte"));
	assert_false(str_is(STR("acte"), "actes"));
	assert_false(str_is(STR("actes"), "acte"));
}

static void
starts_and_ends(void **state)
{
	(void)state;
	assert_true(str_starts(STR("carriere/actes"), STR("carriere")));
	assert_true(str_starts(STR("a"), STR("")));
	assert_true(str_starts(NO_STR, NO_STR));
	assert_false(str_starts(STR("car"), STR("carriere")));
	assert_false(str_starts(STR("Carriere"), STR("carriere")));
	assert_true(str_ends(STR("page.tpl"), STR(".tpl")));
	assert_false(str_ends(STR("page.tpl"), STR(".tp")));
	assert_false(str_ends(STR("l"), STR(".tpl")));
}

static void
same_ignores_ascii_case_only(void **state)
{
	(void)state;
	assert_true(str_same(STR("Content-Type"), STR("content-TYPE")));
	assert_false(str_same(STR("Content-Type"), STR("Content-Typ")));
	assert_false(str_same(STR("é"), STR("É")));
	assert_false(str_same(STR("@"), STR("`")));
	assert_false(str_same(STR("["), STR("{")));
}

static void
trims_both_ends(void **state)
{
	(void)state;
	assert_true(str_is(str_trim(STR(" \t\r\n\xC2\xA0" "a b" "\xC2\xA0 \f\v")), "a b"));
	assert_true(str_is(str_trim(STR("à")), "à"));    /* ends with byte A0 without being a space */
	assert_int_equal(str_trim(STR(" \xC2\xA0 ")).len, 0);
	assert_non_null(str_trim(STR("  ")).at);
	assert_null(str_trim(NO_STR).at);
}

static void
cuts_to_the_end(void **state)
{
	str rest = STR("a,,b");

	(void)state;
	assert_true(str_is(str_cut(&rest, ','), "a"));
	assert_true(str_is(str_cut(&rest, ','), ""));
	assert_true(str_is(str_cut(&rest, ','), "b"));
	assert_null(rest.at);
	rest = STR("a,");
	assert_true(str_is(str_cut(&rest, ','), "a"));
	assert_non_null(rest.at);
	assert_true(str_is(str_cut(&rest, ','), ""));
	assert_null(rest.at);
	assert_null(str_cut(&rest, ',').at);
	assert_true(str_is(str_skip(STR("abc"), 1), "bc"));
	assert_int_equal(str_skip(STR("abc"), 9).len, 0);
	assert_null(str_skip(NO_STR, 1).at);
}

static void
whole_numbers(void **state)
{
	static const char *const bad[] = { "",    "-",    "+1",  " 1", "1 ", "1.0", "0x1", "1e3",
		                           "NaN", "--1", "9223372036854775808", "-9223372036854775809", "١" };
	int64_t value = 7;

	(void)state;
	assert_true(str_to_int(STR("0"), &value) && value == 0);
	assert_true(str_to_int(STR("-12"), &value) && value == -12);
	assert_true(str_to_int(STR("007"), &value) && value == 7);
	assert_true(str_to_int(STR("9223372036854775807"), &value) && value == INT64_MAX);
	assert_true(str_to_int(STR("-9223372036854775808"), &value) && value == INT64_MIN);
	value = 7;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_false(str_to_int(str_of(bad[i]), &value));
		assert_int_equal(value, 7);
	}
	assert_false(str_to_int(NO_STR, &value));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(absent_is_not_empty), cmocka_unit_test(starts_and_ends),
		cmocka_unit_test(same_ignores_ascii_case_only), cmocka_unit_test(trims_both_ends),
		cmocka_unit_test(cuts_to_the_end), cmocka_unit_test(whole_numbers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
