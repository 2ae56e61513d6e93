/* One career's estimate from its raw lines: the situation is carried along, departures end it, doubts and unknown rules stop it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "cohorts/estimate.h"

#define FROM_1986 { 1986, 2, 26 }
static const struct dated_value VALUES[] = {
	{ { "annuity_rate", 12 }, FROM_1986, { 0, 0, 0 }, 200, true, false, { "guide", 5 }, { "presse", 6 } },
	{ { "rate_cap", 8 }, FROM_1986, { 0, 0, 0 }, 8000, true, false, { "guide", 5 }, { "presse", 6 } },
	{ { "window_months", 13 }, FROM_1986, { 0, 0, 0 }, 60, true, false, { "guide", 5 }, { "presse", 6 } },
	{ { "least_months", 12 }, FROM_1986, { 0, 0, 0 }, 180, true, false, { "mémoire", 8 }, { "presse", 6 } },
	{ { "point_value", 11 }, FROM_1986, { 0, 0, 0 }, 300000, true, true, { "démo", 5 }, { "inconnu", 7 } },
	{ { "cnss_least_months", 17 }, FROM_1986, { 0, 0, 0 }, 180, true, false, { "loi", 3 }, { "loi", 3 } },
};
static const struct fund FUNDS[] = { { { "FE", 2 }, true, REGIME_FNRB }, { { "ACDPE", 5 }, true, REGIME_CNSS }, { { "X", 1 }, false, REGIME_FNRB } };
static const struct standing STANDINGS[] = { { { "activite", 8 }, COUNTS_YES, false }, { { "disponibilite", 13 }, COUNTS_NO, true }, { { "drapeaux", 8 }, COUNTS_UNKNOWN, false } };
static const struct tables TABLES = { FUNDS, 3, STANDINGS, 3, VALUES, sizeof VALUES / sizeof VALUES[0] };
enum { FE = 1, ACDPE, NO_FUND, ACTIVE = 1, AWAY, CALLED };

static struct career
career(const struct career_line *lines, size_t count)
{
	return (struct career){ .agent = 1, .birth = { 1967, 3, 22 }, .leave = { 2027, 4, 1 }, .sex = 'M', .status = FE, .own = FUNDS[0], .lines = lines, .line_count = count };
}

static struct estimate
made(const struct career *c)
{
	struct arena *arena = arena_new();
	const struct estimate out = estimate_career(arena, c, &TABLES);

	arena_free(arena);
	return out;
}

/* 30 years at 2 %, 1000 points of 300 francs: 60 % of 300,000. */
static void
test_amount(void **state)
{
	const struct career_line lines[] = { { { 1997, 4, 1 }, false, FE, ACTIVE, 600 }, { { 2010, 4, 1 }, false, 0, 0, 1000 } };
	struct career c = career(lines, 2);
	struct estimate got = made(&c);

	(void)state;
	assert_true(got.complete && got.entitled && got.demo);
	assert_int_equal(got.pension[REGIME_FNRB], 180000);
	assert_false(got.has[REGIME_CNSS]);
	assert_int_equal(got.waits, 0);
	assert_null(got.wait_code);
	c.leave = (struct date){ 2012, 4, 1 };                              /* fifteen years: half the window at each index */
	c.birth.year = 1950;
	got = made(&c);
	assert_int_equal(got.pension[REGIME_FNRB], (1000 * 2 + 600 * 3) * 300 / 5 * 30 / 100);
	c.leave = (struct date){ 2012, 3, 31 };                              /* one day less: no right, and no amount */
	got = made(&c);
	assert_true(got.complete);
	assert_false(got.entitled || got.owed[REGIME_FNRB]);
	assert_int_equal(got.pension[REGIME_FNRB], 0);
}

static void
test_lines(void **state)
{
	/* Of two lines of one day the last one stands; what the first set stays set. */
	const struct career_line same_day[] = { { { 1997, 4, 1 }, false, FE, 0, 400 }, { { 1997, 4, 1 }, false, 0, ACTIVE, 0 }, { { 1997, 4, 1 }, false, 0, 0, 1000 } };
	const struct career_line left[] = { { { 1997, 4, 1 }, false, FE, ACTIVE, 1000 }, { { 2020, 4, 1 }, true, 0, 0, 0 } };
	const struct career_line away[] = { { { 1997, 4, 1 }, false, FE, ACTIVE, 1000 }, { { 2000, 4, 1 }, false, 0, AWAY, 0 }, { { 2003, 4, 1 }, false, 0, ACTIVE, 0 } };
	struct career c = career(same_day, 3);
	struct estimate got = made(&c);

	(void)state;
	assert_int_equal(got.pension[REGIME_FNRB], 180000);
	c = career(left, 2);                                                 /* a departure ends the career: nobody knows what came after */
	got = made(&c);
	assert_false(got.complete);
	assert_string_equal(got.wait_code, "indice");
	c = career(away, 3);                                                 /* three years that do not count */
	got = made(&c);
	assert_true(got.complete);
	assert_int_equal(got.pension[REGIME_FNRB], 162000);
}

static void
test_stops(void **state)
{
	const struct career_line called[] = { { { 1997, 4, 1 }, false, FE, ACTIVE, 1000 }, { { 2000, 4, 1 }, false, 0, CALLED, 0 }, { { 2001, 4, 1 }, false, 0, ACTIVE, 0 } };
	const struct career_line contract[] = { { { 1997, 4, 1 }, false, ACDPE, ACTIVE, 1000 } };
	const struct career_line both[] = { { { 1997, 4, 1 }, false, ACDPE, ACTIVE, 1000 }, { { 2007, 4, 1 }, false, FE, 0, 0 } };
	const struct career_line no_index[] = { { { 1997, 4, 1 }, false, FE, ACTIVE, 0 } };
	const struct career_line no_fund[] = { { { 1997, 4, 1 }, false, NO_FUND, ACTIVE, 1000 } };
	struct career c = career(called, 3);
	struct estimate got = made(&c);

	(void)state;
	assert_string_equal(got.wait_code, "position");
	assert_false(got.complete || got.owed[REGIME_FNRB]);
	c = career(contract, 1);
	c.status = ACDPE;
	c.own = FUNDS[1];
	got = made(&c);                                                      /* no rule of the other fund is lent */
	assert_string_equal(got.wait_code, "regle");
	assert_int_equal(got.pension[REGIME_FNRB] + got.pension[REGIME_CNSS], 0);
	c = career(both, 2);                                                 /* the part that can be computed is; the whole is not complete */
	got = made(&c);
	assert_true(got.has[REGIME_FNRB] && got.has[REGIME_CNSS] && got.owed[REGIME_FNRB]);
	assert_false(got.complete || got.owed[REGIME_CNSS]);
	assert_int_equal(got.pension[REGIME_FNRB], 120000);                  /* 60 % of 300,000, twenty thirtieths */
	assert_int_equal(got.liquidations, 2);
	c = career(no_index, 1);
	assert_string_equal(made(&c).wait_code, "indice");
	c = career(no_fund, 1);
	c.status = NO_FUND;
	c.own = FUNDS[2];
	assert_string_equal(made(&c).wait_code, "position");
	c = career(NULL, 0);
	assert_string_equal(made(&c).wait_code, "rien");
}

static void
test_doubts_and_facts(void **state)
{
	const struct career_line lines[] = { { { 1997, 4, 1 }, false, FE, ACTIVE, 1000 } };
	const struct career_fact facts[] = { { STR("bonification"), 720 } }, unfit[] = { { STR("inaptitude"), 1 } };
	struct career c = career(lines, 1);
	struct estimate got;

	(void)state;
	c.facts = facts;
	c.fact_count = 1;
	assert_int_equal(made(&c).pension[REGIME_FNRB], 192000);             /* two years more: 64 % */
	c.doubts = 2;
	got = made(&c);
	assert_false(got.complete || got.owed[REGIME_FNRB]);
	assert_string_equal(got.wait_code, "contradiction");
	assert_int_equal(got.waits, 2);
	assert_int_equal(got.pension[REGIME_FNRB], 0);
	c = career(lines, 1);
	c.leave = (struct date){ 2007, 4, 1 };
	c.birth.year = 1945;
	assert_false(made(&c).entitled);
	c.facts = unfit;
	c.fact_count = 1;
	assert_true(made(&c).entitled);
}

/* A status of his own may belong to another fund than the status says; it does for him alone, and for that status alone. */
static void
test_own_fund(void **state)
{
	const struct career_line lines[] = { { { 1997, 4, 1 }, false, ACDPE, ACTIVE, 1000 } };
	struct career c = career(lines, 1);

	(void)state;
	c.status = ACDPE;
	c.own = (struct fund){ NO_STR, true, REGIME_FNRB };
	assert_int_equal(made(&c).pension[REGIME_FNRB], 180000);
	c.status = FE;
	assert_string_equal(made(&c).wait_code, "regle");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_amount), cmocka_unit_test(test_lines), cmocka_unit_test(test_stops), cmocka_unit_test(test_doubts_and_facts), cmocka_unit_test(test_own_fund),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
