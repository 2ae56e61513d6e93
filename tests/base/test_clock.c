/* The calendar, what people type for a date, and instants. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guichet/clock.h"

#define DATE(y, m, d) ((struct date){ .year = (y), .month = (m), .day = (d) })

static void
assert_date(struct date got, int year, int month, int day)
{
	assert_int_equal(got.year, year);
	assert_int_equal(got.month, month);
	assert_int_equal(got.day, day);
}

static void
days_that_exist(void **state)
{
	(void)state;
	assert_true(date_valid(2024, 2, 29));
	assert_false(date_valid(2026, 2, 29));
	assert_true(date_valid(2000, 2, 29));
	assert_false(date_valid(1900, 2, 29));
	assert_true(date_valid(2026, 4, 30));
	assert_false(date_valid(2026, 4, 31));
	assert_true(date_valid(1, 1, 1) && date_valid(9999, 12, 31));
	assert_false(date_valid(0, 1, 1));
	assert_false(date_valid(10000, 1, 1));
	assert_false(date_valid(2026, 0, 1));
	assert_false(date_valid(2026, 13, 1));
	assert_false(date_valid(2026, 1, 0));
	assert_false(date_there((struct date){ 0 }));
}

static void
every_day_counts_back(void **state)
{
	int32_t     expected = -719162;
	struct date d = DATE(1, 1, 1);

	(void)state;
	assert_int_equal(date_days(DATE(1970, 1, 1)), 0);
	assert_int_equal(date_days(DATE(2000, 3, 1)), 11017);
	for (; expected <= 2932896; expected++) {
		const struct date back = date_of_days(expected);

		if (date_days(d) != expected || date_compare(back, d) != 0)
			fail_msg("day %d", expected);
		if (date_valid(d.year, d.month, d.day + 1))
			d.day++;
		else if (d.month < 12)
			d = DATE(d.year, (uint8_t)(d.month + 1), 1);
		else
			d = DATE((int16_t)(d.year + 1), 1, 1);
	}
	assert_false(date_there(date_of_days(-719163)));
	assert_false(date_there(date_of_days(2932897)));
	assert_false(date_there(date_of_days(INT32_MAX)));
}

static void
months_and_years_keep_to_the_month(void **state)
{
	(void)state;
	assert_date(date_add_months(DATE(2026, 1, 31), 1), 2026, 2, 28);
	assert_date(date_add_months(DATE(2024, 1, 31), 1), 2024, 2, 29);
	assert_date(date_add_months(DATE(2026, 3, 31), -1), 2026, 2, 28);
	assert_date(date_add_months(DATE(2026, 12, 15), 1), 2027, 1, 15);
	assert_date(date_add_months(DATE(2026, 1, 15), -1), 2025, 12, 15);
	assert_date(date_add_months(DATE(2026, 5, 31), 0), 2026, 5, 31);
	assert_date(date_add_years(DATE(2024, 2, 29), 1), 2025, 2, 28);
	assert_date(date_add_years(DATE(2024, 2, 29), 4), 2028, 2, 29);
	assert_date(date_add_years(DATE(1966, 7, 1), 60), 2026, 7, 1);
	assert_false(date_there(date_add_years(DATE(9999, 1, 1), 1)));
	assert_false(date_there(date_add_years(DATE(1, 1, 1), -1)));
	assert_false(date_there(date_add_years(DATE(1, 1, 1), INT32_MAX)));
	assert_false(date_there(date_add_months(DATE(1, 1, 1), INT32_MIN)));
	assert_false(date_there(date_add_months((struct date){ 0 }, 14)));
	assert_true(date_compare(DATE(2026, 1, 31), DATE(2026, 2, 1)) < 0);
	assert_true(date_compare(DATE(2026, 1, 1), DATE(2025, 12, 31)) > 0);
}

static void
iso_is_exact(void **state)
{
	static const char *const bad[] = { "", "2026-3-3", "26-03-03", "2026-02-29", "2026/03/03", "2026-03-03 ",
		                           " 2026-03-03", "2026-03-031", "infinity", "0000-01-01", "2026-13-01" };
	struct date d = { 0 };

	(void)state;
	assert_true(date_parse_iso(STR("2024-02-29"), &d));
	assert_date(d, 2024, 2, 29);
	d = (struct date){ 0 };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(date_parse_iso(str_of(bad[i]), &d));
	assert_false(date_there(d));
}

static void
reads_what_people_type(void **state)
{
	static const char *const good[] = { "3/3/2026",      "03/03/2026",   "03-03-2026",         "03.03.2026",
		                            "3 mars 2026",   " 3 Mars 2026", "3\xC2\xA0mars\xC2\xA0" "2026",
		                            "3 MARS 2026",   "2026-03-03",   "3 / 3 / 2026",       "3 3 2026",
		                            "03 03 2026",    "3-mars-2026",  "3\xE2\x80\xAFmars  2026" };
	struct date d;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		d = (struct date){ 0 };
		if (!date_parse_french(str_of(good[i]), &d))
			fail_msg("refused: %s", good[i]);
		assert_date(d, 2026, 3, 3);
	}
	assert_true(date_parse_french(STR("1er avril 2027"), &d));
	assert_date(d, 2027, 4, 1);
	assert_true(date_parse_french(STR("1 août 1960"), &d));
	assert_date(d, 1960, 8, 1);
	assert_true(date_parse_french(STR("1ER AOUT 1960"), &d));
	assert_date(d, 1960, 8, 1);
	assert_true(date_parse_french(STR("29 févr. 2024"), &d));
	assert_date(d, 2024, 2, 29);
	assert_true(date_parse_french(STR("31 DÉCEMBRE 1999"), &d));
	assert_date(d, 1999, 12, 31);
	assert_true(date_parse_french(STR("14 juil. 1998"), &d));
	assert_date(d, 1998, 7, 14);
}

static void
refuses_what_is_no_date(void **state)
{
	static const char *const bad[] = { "",           "3",          "3/3",         "3/3/26",      "3/3/02026",
		                           "30/2/2026",  "29/2/2026",  "31 avril 2026", "0/1/2026",  "1/13/2026",
		                           "3/3-2026",   "3/mars/2026", "3 jui 2026", "3 ma 2026",   "3 marsx 2026",
		                           "2er mars 2026", "3 mars 2026 x", "3mars2026", "mars 2026", "infinity",
		                           "NaN",        "3 septembrement 2026", "2026-3-3", "003/3/2026", "3//3/2026",
		                           "3 mars 0000", "-3/3/2026", "3/3/2026\xC2\xA0?" };
	struct date d = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (date_parse_french(str_of(bad[i]), &d))
			fail_msg("taken: %s", bad[i]);
	assert_false(date_parse_french(NO_STR, &d));
	assert_false(date_parse_french(STR("3 mars 2026\0"), &d));
	assert_false(date_there(d));
}

static void
writes_dates(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_true(str_is(date_iso(arena, DATE(2026, 3, 3)), "2026-03-03"));
	assert_true(str_is(date_iso(arena, DATE(26, 3, 3)), "0026-03-03"));
	assert_true(str_is(date_french(arena, DATE(2026, 3, 3)), "3 mars 2026"));
	assert_true(str_is(date_french(arena, DATE(2027, 4, 1)), "1er avril 2027"));
	assert_null(date_iso(arena, (struct date){ 0 }).at);
	assert_null(date_french(arena, (struct date){ 0 }).at);
	arena_free(arena);
}

static void
instants(void **state)
{
	static const char *const bad[] = { "",
		                           "infinity",
		                           "-infinity",
		                           "2026-03-03",
		                           "2026-03-03 14:08:11",
		                           "2026-03-03 14:08:11+01",
		                           "2026-03-03T14:08:11+00",
		                           "2026-03-03 24:00:00+00",
		                           "2026-03-03 14:60:11+00",
		                           "2026-03-03 14:08:60+00",
		                           "2026-03-03 14:08:11.+00",
		                           "2026-03-03 14:08:11.1234567+00",
		                           "2026-02-29 14:08:11+00",
		                           "12026-03-03 14:08:11+00" };
	struct arena *arena = arena_new();
	int64_t       at = 5;

	(void)state;
	assert_true(clock_parse(STR("1970-01-01 00:00:00+00"), &at) && at == 0);
	assert_true(clock_parse(STR("1969-12-31 23:59:59.999999+00"), &at) && at == -1);
	assert_true(clock_parse(STR("2026-03-03 14:08:11.1+00"), &at));
	assert_int_equal(at % 1000000, 100000);
	assert_true(clock_parse(STR("2026-03-03 14:08:11.123456+00"), &at));
	assert_true(str_is(clock_french(arena, at), "3 mars 2026, 15\u00a0h\u00a008"));
	assert_date(clock_date(at), 2026, 3, 3);
	/* One hour before midnight UTC it is tomorrow in Porto-Novo. */
	assert_true(clock_parse(STR("2026-12-31 22:59:59.999999+00"), &at));
	assert_date(clock_date(at), 2026, 12, 31);
	assert_date(clock_date(at + 1), 2027, 1, 1);
	assert_true(str_is(clock_french(arena, at + 1), "1er janvier 2027, 0\u00a0h\u00a000"));
	assert_date(clock_date(-1), 1970, 1, 1);
	assert_date(clock_date(-INT64_C(3600000001)), 1969, 12, 31);
	assert_false(date_there(clock_date(INT64_MAX)));
	assert_false(date_there(clock_date(INT64_MIN)));
	assert_null(clock_french(arena, INT64_MAX).at);
	at = 5;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (clock_parse(str_of(bad[i]), &at))
			fail_msg("taken: %s", bad[i]);
	assert_int_equal(at, 5);
	assert_true(clock_now() > INT64_C(1600000000000000));
	at = clock_monotonic();
	assert_true(clock_monotonic() >= at);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_that_exist), cmocka_unit_test(every_day_counts_back),
		cmocka_unit_test(months_and_years_keep_to_the_month), cmocka_unit_test(iso_is_exact),
		cmocka_unit_test(reads_what_people_type), cmocka_unit_test(refuses_what_is_no_date),
		cmocka_unit_test(writes_dates), cmocka_unit_test(instants),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
