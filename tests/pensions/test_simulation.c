/* What-ifs over a career: rules by date and fund, holes, repairs, unproven acts, possible dates; each with its refusal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "pensions/simulation.h"

#define FROM_1986 { 1986, 2, 26 }
static const struct dated_value VALUES[] = {
	{ { "annuity_rate", 12 }, FROM_1986, { 0, 0, 0 }, 200, true, false, { "guide", 5 }, { "presse", 6 } },
	{ { "rate_cap", 8 }, FROM_1986, { 0, 0, 0 }, 8000, true, false, { "guide", 5 }, { "presse", 6 } },
	{ { "window_months", 13 }, FROM_1986, { 0, 0, 0 }, 60, true, false, { "guide", 5 }, { "presse", 6 } },
	{ { "least_months", 12 }, FROM_1986, { 0, 0, 0 }, 180, true, false, { "mémoire", 8 }, { "presse", 6 } },
	{ { "cnss_least_months", 17 }, FROM_1986, { 0, 0, 0 }, 240, true, false, { "loi", 3 }, { "loi", 3 } },
	/* A table with a hole: nothing is known in 2030. */
	{ { "point_value", 11 }, FROM_1986, { 2030, 1, 1 }, 300000, true, true, { "démo", 5 }, { "inconnu", 7 } },
	{ { "point_value", 11 }, { 2031, 1, 1 }, { 0, 0, 0 }, 310000, true, true, { "démo", 5 }, { "inconnu", 7 } },
};
#define VALUES_COUNT (sizeof VALUES / sizeof VALUES[0])

static struct date
day(int year, int month, int of)
{
	return (struct date){ (int16_t)year, (uint8_t)month, (uint8_t)of };
}

static struct stretch
active(struct date from, struct date until, int64_t index, bool proven)
{
	return (struct stretch){ from, until, COUNTS_YES, REGIME_FNRB, index, STR("Activité"), STR("A1"), proven };
}

static struct simulation
career(const struct stretch *services, size_t count)
{
	return (struct simulation){ .in = { .person = { .birth = day(1967, 3, 22), .limit = day(2027, 4, 1), .sex = 'M' }, .services = services, .service_count = count },
		.parameters = VALUES, .parameter_count = VALUES_COUNT };
}

static void
test_rules(void **state)
{
	struct rules r = rules_at(VALUES, VALUES_COUNT, REGIME_FNRB, day(2027, 4, 1));

	(void)state;
	assert_true(r.annuity_rate.known && r.annuity_rate.value == 200);
	assert_int_equal(r.least_months.value, 180);
	assert_true(r.point_value.known && r.point_value.demo);
	assert_false(r.minimum.known);                                            /* no row: not known */
	assert_false(rules_at(VALUES, VALUES_COUNT, REGIME_FNRB, day(2030, 6, 1)).point_value.known);     /* the hole */
	assert_true(rules_at(VALUES, VALUES_COUNT, REGIME_FNRB, day(2029, 12, 31)).point_value.known);
	assert_int_equal(rules_at(VALUES, VALUES_COUNT, REGIME_FNRB, day(2031, 1, 1)).point_value.value, 310000);
	r = rules_at(VALUES, VALUES_COUNT, REGIME_CNSS, day(2027, 4, 1));
	assert_int_equal(r.least_months.value, 240);
	assert_false(r.annuity_rate.known);                                       /* one fund's rule is never the other's */
}

static void
test_dates(void **state)
{
	struct person who = { .birth = day(1967, 3, 22), .limit = day(2027, 4, 1) };
	struct date dates[SIMULATION_DATES];
	size_t count = simulate_dates(&who, day(2026, 11, 25), dates), i;

	(void)state;
	assert_int_equal(count, 9);
	assert_int_equal(date_compare(dates[0], who.limit), 0);
	assert_int_equal(date_compare(dates[count - 1], day(2029, 4, 1)), 0);
	who.early = day(2022, 3, 22);
	count = simulate_dates(&who, day(2026, 11, 25), dates);
	assert_int_equal(date_compare(dates[0], day(2027, 1, 1)), 0);            /* never a day that is past */
	who.limit = day(2027, 3, 22);                                            /* not a quarter: it is there all the same, once */
	count = simulate_dates(&who, day(2026, 11, 25), dates);
	for (i = 1; i < count; i++)
		assert_true(date_compare(dates[i], dates[i - 1]) > 0);
	assert_int_equal(date_compare(dates[1], who.limit), 0);
	who.early = day(1931, 1, 1);
	who.limit = day(2110, 1, 1);
	assert_true(simulate_dates(&who, day(1931, 1, 1), dates) <= SIMULATION_DATES);
	who.limit = (struct date){ 0, 0, 0 };
	assert_int_equal(simulate_dates(&who, day(2026, 11, 25), dates), 0);
	assert_int_equal(date_compare(quarter_from(day(2026, 10, 1)), day(2026, 10, 1)), 0);
	assert_int_equal(date_compare(quarter_from(day(2026, 10, 2)), day(2027, 1, 1)), 0);
}

/* A missing step in the last years is worth something between the index before and the one after; long before, nothing. */
static void
test_repair(void **state)
{
	struct arena *arena = arena_new();
	const struct stretch services[] = { active(day(1997, 4, 1), day(2026, 4, 1), 1000, true), active(day(2026, 4, 1), SIMULATION_OPEN, 1100, true) };
	const struct simulation sim = career(services, 2);
	const struct repair late = { .from = day(2024, 4, 1), .until = day(2026, 4, 1) }, old = { .from = day(2005, 4, 1), .until = day(2007, 4, 1) };
	const struct date leave = day(2027, 4, 1);
	const struct liquidation now = simulate(arena, &sim, REGIME_FNRB, leave);

	(void)state;
	assert_true(now.complete && now.entitled);
	assert_int_equal(now.base, 306000);                    /* (48×1000 + 12×1100) / 60 × 300 */
	assert_int_equal(simulate_repaired(arena, &sim, REGIME_FNRB, leave, &late, false).pension, now.pension);
	assert_int_equal(simulate_repaired(arena, &sim, REGIME_FNRB, leave, &late, true).base, 318000);
	assert_int_equal(simulate_repaired(arena, &sim, REGIME_FNRB, leave, &old, true).pension, now.pension);
	assert_int_equal(simulate_repaired(arena, &sim, REGIME_FNRB, leave, &late, true).service_days, now.service_days);
	{
		const struct repair entry = { .from = day(1995, 4, 1), .until = day(1997, 4, 1), .adds_time = true };

		assert_int_equal(simulate_repaired(arena, &sim, REGIME_FNRB, leave, &entry, false).service_days, now.service_days + 720);
	}
	arena_free(arena);
}

/* Without an act that nothing proves, the situation before it goes on: no time is lost, save at the beginning. */
static void
test_proven(void **state)
{
	struct arena *arena = arena_new();
	struct stretch services[] = { active(day(1997, 4, 1), day(2026, 4, 1), 1000, true), active(day(2026, 4, 1), SIMULATION_OPEN, 1100, false) };
	const struct simulation sim = career(services, 2);
	size_t out = 9;
	struct liquidation got = simulate_proven(arena, &sim, REGIME_FNRB, day(2027, 4, 1), &out);

	(void)state;
	assert_int_equal(out, 1);
	assert_int_equal(got.base, 300000);
	assert_int_equal(got.service_days, 30 * 360);
	services[0].proven = services[1].proven = true;
	(void)simulate_proven(arena, &sim, REGIME_FNRB, day(2027, 4, 1), &out);
	assert_int_equal(out, 0);
	services[0].proven = false;
	got = simulate_proven(arena, &sim, REGIME_FNRB, day(2027, 4, 1), &out);
	assert_int_equal(out, 1);
	assert_int_equal(got.service_days, 360);
	arena_free(arena);
}

/* Contradictory acts: named, and no amount anywhere. */
static void
test_doubts(void **state)
{
	struct arena *arena = arena_new();
	const struct stretch services[] = { active(day(1997, 4, 1), SIMULATION_OPEN, 1000, true) };
	const struct wait doubt = { WAIT_OVERLAP, STR("Même échelon deux fois"), { 2017, 1, 1 }, { 2017, 1, 1 }, STR("X") };
	struct simulation sim = career(services, 1);
	struct liquidation got = simulate(arena, &sim, REGIME_FNRB, day(2027, 4, 1));
	size_t i;

	(void)state;
	assert_true(got.complete && got.pension == 180000);
	sim.doubts = &doubt;
	sim.doubt_count = 1;
	got = simulate(arena, &sim, REGIME_FNRB, day(2027, 4, 1));
	assert_false(got.complete);
	assert_int_equal(got.pension, 0);
	assert_true(str_eq(got.waits[0].what, doubt.what));
	for (i = 0; i < got.line_count; i++)
		assert_true(got.lines[i].kind != LINE_PENSION);
	arena_free(arena);
}

/* On request: only where the rule is known, only from its day, only with the time of service. */
static void
test_early(void **state)
{
	struct arena *arena = arena_new();
	struct stretch services[] = { active(day(1997, 4, 1), SIMULATION_OPEN, 1000, true) };
	struct simulation sim = career(services, 1);

	(void)state;
	assert_false(simulate(arena, &sim, REGIME_FNRB, day(2024, 4, 1)).entitled);
	sim.in.person.early = day(2022, 3, 22);
	assert_true(simulate(arena, &sim, REGIME_FNRB, day(2024, 4, 1)).entitled);
	assert_false(simulate(arena, &sim, REGIME_FNRB, day(2022, 1, 1)).entitled);
	services[0].from = day(2015, 4, 1);
	assert_false(simulate(arena, &sim, REGIME_FNRB, day(2024, 4, 1)).entitled);
	assert_false(simulate(arena, &sim, REGIME_FNRB, day(2030, 6, 1)).complete);       /* the hole of the table */
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rules), cmocka_unit_test(test_dates), cmocka_unit_test(test_repair), cmocka_unit_test(test_proven),
		cmocka_unit_test(test_doubts), cmocka_unit_test(test_early),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
