/* UTF-8: the edges of each range of table 3-7 of the Unicode standard. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guichet/str.h"

static void
takes_the_edges(void **state)
{
	static const char *const good[] = {
		"",
		"\x01\x7F",
		"\xC2\x80",
		"\xDF\xBF",
		"\xE0\xA0\x80",
		"\xED\x9F\xBF",
		"\xEE\x80\x80",
		"\xEF\xBF\xBF",
		"\xF0\x90\x80\x80",
		"\xF4\x8F\xBF\xBF",
		"Porto-Novo, le 1er août 2026 — « reçu »",
		"0123456\xC3\xA9",    /* a character across eight bytes */
	};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(utf8_valid(str_of(good[i])));
	assert_true(utf8_valid(NO_STR));
}

static void
refuses_beyond_the_edges(void **state)
{
	static const str bad[] = {
		STR("\x80"),             /* a tail without head */
		STR("\xC0\x80"),         /* overlong NUL */
		STR("\xC1\xBF"),         /* overlong ASCII */
		STR("\xE0\x9F\xBF"),     /* overlong, three bytes */
		STR("\xF0\x8F\xBF\xBF"), /* overlong, four bytes */
		STR("\xED\xA0\x80"),     /* first surrogate */
		STR("\xED\xBF\xBF"),     /* last surrogate */
		STR("\xF4\x90\x80\x80"), /* U+110000 */
		STR("\xF5\x80\x80\x80"), STR("\xFF"),
		STR("\xC3"),             /* cut */
		STR("\xE2\x82"), STR("\xF0\x9F\x98"), STR("\xC3\x28"), STR("\xE2\x82\x28"), STR("\xF0\x9F\x98\x28"),
		STR("\0"), STR("a\0b"),
		STR("0123456\0"), STR("\0" "1234567"), STR("01234567\0"), STR("0123456\xC3"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(utf8_valid(bad[i]));
}

static void
counts_characters(void **state)
{
	(void)state;
	assert_int_equal(utf8_count(NO_STR), 0);
	assert_int_equal(utf8_count(STR("Adjoa")), 5);
	assert_int_equal(utf8_count(STR("Élève")), 5);
	assert_int_equal(utf8_count(STR("€\xF0\x9F\x98\x80")), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_the_edges),
		cmocka_unit_test(refuses_beyond_the_edges),
		cmocka_unit_test(counts_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
