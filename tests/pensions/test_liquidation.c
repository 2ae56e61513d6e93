/* The computation of a pension: the vectors of the guide, each condition beside its refusal, and what must always hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "pensions/liquidation.h"

static const struct rules GUIDE = {
	.annuity_rate = { true, false, 200, { "guide DGB", 9 }, { "presse", 6 } }, .rate_cap = { true, false, 8000, { "guide DGB", 9 }, { "presse", 6 } },
	.least_months = { true, false, 180, { "L86", 3 }, { "presse", 6 } }, .least_children = { true, false, 3, { "L86", 3 }, { "presse", 6 } },
	.window_months = { true, false, 60, { "guide DGB", 9 }, { "presse", 6 } }, .point_value = { true, true, 300000, { "démonstration", 14 }, { "inconnu", 7 } },
};

static struct date
day(int year, int month, int of)
{
	return (struct date){ (int16_t)year, (uint8_t)month, (uint8_t)of };
}

/* Index 1000 at 300 francs a point: 300 000 francs. */
static struct stretch
active(struct date from, struct date until)
{
	return (struct stretch){ from, until, COUNTS_YES, REGIME_FNRB, 1000, STR("Activité"), STR("A1"), true };
}

static struct liquidation_input
input_of(const struct stretch *services, size_t count, struct date leave)
{
	return (struct liquidation_input){ .person = { .birth = day(1967, 3, 22), .leave = leave, .limit = leave, .sex = 'M' }, .services = services, .service_count = count, .rules = GUIDE };
}

static const struct line *
find(const struct liquidation *got, enum line_kind kind)
{
	size_t i;

	for (i = 0; i < got->line_count; i++)
		if (got->lines[i].kind == kind)
			return &got->lines[i];
	return NULL;
}

static bool
waits_for(const struct liquidation *got, enum wait_kind kind)
{
	size_t i;

	for (i = 0; i < got->wait_count; i++)
		if (got->waits[i].kind == kind)
			return true;
	return false;
}

/* 30 years and a decoration of 2: 32 annuities, 64 % of 300 000 = 192 000. */
static void
test_guide(void **state)
{
	struct arena *arena = arena_new();
	const struct stretch services[] = { active(day(1997, 4, 1), day(2027, 4, 1)) };
	const struct bonus bonuses[] = { { 720, STR("Décoration"), STR("B1"), STR("guide DGB"), true } };
	struct liquidation_input in = input_of(services, 1, day(2027, 4, 1));
	struct liquidation got;

	(void)state;
	in.bonuses = bonuses;
	in.bonus_count = 1;
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(got.complete && got.entitled && !got.capped);
	assert_int_equal(got.service_days, 30 * 360);
	assert_int_equal(got.rate, 640000);
	assert_int_equal(got.base, 300000);
	assert_int_equal(got.pension, 192000);
	assert_true(find(&got, LINE_BASE)->demo);              /* the point's value is one of demonstration, and says so */
	assert_false(find(&got, LINE_RATE)->demo);
	in.bonus_count = 0;
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_int_equal(got.pension, 180000);                 /* without the act of decoration */
	arena_free(arena);
}

/* 41 annuities stop at 80 %. */
static void
test_cap(void **state)
{
	struct arena *arena = arena_new();
	const struct stretch forty[] = { active(day(1987, 4, 1), day(2027, 4, 1)) }, more[] = { active(day(1986, 4, 1), day(2027, 4, 1)) };
	struct liquidation_input in = input_of(forty, 1, day(2027, 4, 1));
	struct liquidation got = { .rate = 0 };

	(void)state;
	in.person.birth = day(1960, 1, 1);
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_int_equal(got.rate, 800000);
	assert_false(got.capped);
	in.services = more;
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_int_equal(got.rate, 800000);
	assert_true(got.capped);
	assert_int_equal(got.pension, 240000);
	arena_free(arena);
}

static void
test_fifteen_years(void **state)
{
	struct arena *arena = arena_new();
	const struct stretch enough[] = { active(day(2012, 4, 1), day(2027, 4, 1)) }, short_[] = { active(day(2012, 4, 2), day(2027, 4, 1)) };
	struct liquidation_input in = input_of(enough, 1, day(2027, 4, 1));
	struct liquidation got = liquidate(arena, &in, REGIME_FNRB);

	(void)state;
	assert_true(got.entitled && got.complete);
	assert_int_equal(got.pension, 90000);
	in.services = short_;
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_false(got.entitled);
	assert_true(got.complete);
	assert_int_equal(got.pension, 0);
	in.person.unfit = true;                                 /* unfitness gives the right without the years */
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(got.entitled && got.pension > 0);
	arena_free(arena);
}

/* A mother of three leaves before the age; a father of three does not, nor a mother of two. */
static void
test_mother(void **state)
{
	struct arena *arena = arena_new();
	const struct stretch services[] = { active(day(2010, 1, 1), day(2027, 1, 1)) };
	struct liquidation_input in = input_of(services, 1, day(2027, 1, 1));

	(void)state;
	in.person.limit = day(2030, 1, 1);
	in.person.sex = 'F';
	in.person.children = 3;
	assert_true(liquidate(arena, &in, REGIME_FNRB).entitled);
	in.person.children = 2;
	assert_false(liquidate(arena, &in, REGIME_FNRB).entitled);
	in.person.children = 3;
	in.person.sex = 'M';
	assert_false(liquidate(arena, &in, REGIME_FNRB).entitled);
	arena_free(arena);
}

static void
test_waits(void **state)
{
	struct arena *arena = arena_new();
	struct stretch services[] = { active(day(1997, 4, 1), day(2020, 4, 1)), active(day(2020, 4, 1), day(2027, 4, 1)) };
	struct liquidation_input in = input_of(services, 2, day(2027, 4, 1));
	struct liquidation got;

	(void)state;
	services[1].from = day(2020, 3, 1);                     /* overlap */
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(waits_for(&got, WAIT_OVERLAP) && !got.complete);
	assert_int_equal(got.pension, 0);
	services[1].from = day(2023, 4, 1);                     /* a hole in the last five years */
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(waits_for(&got, WAIT_INDEX));
	services[1].from = day(2020, 4, 1);
	services[1].index = 0;
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(waits_for(&got, WAIT_INDEX));
	services[1].index = -5;
	assert_true(liquidate(arena, &in, REGIME_FNRB).wait_count > 0);
	services[1].index = 1000;
	services[1].counts = COUNTS_UNKNOWN;
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(waits_for(&got, WAIT_POSITION));
	services[1].counts = COUNTS_NO;                         /* unpaid time in the window: no rule says how to average it */
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(waits_for(&got, WAIT_RULE));
	services[1].counts = COUNTS_YES;
	in.rules.point_value.known = false;                     /* a rule table with a hole */
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(waits_for(&got, WAIT_RULE) && got.pension == 0);
	in.rules.point_value.known = true;
	services[0].from = day(1900, 1, 1);
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(waits_for(&got, WAIT_DATES));
	services[0].from = day(1997, 4, 1);
	services[1].until = day(2200, 1, 1);
	assert_true(liquidate(arena, &in, REGIME_FNRB).wait_count > 0);
	in.person.leave = day(2200, 1, 1);
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(waits_for(&got, WAIT_LEAVE));
	in.person.leave = (struct date){ 0, 0, 0 };
	assert_true(liquidate(arena, &in, REGIME_FNRB).wait_count > 0);
	in.person.leave = day(2027, 4, 1);
	services[1].until = day(2027, 4, 1);
	in.person.limit = (struct date){ 0, 0, 0 };
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(waits_for(&got, WAIT_LEAVE));
	in.service_count = 0;
	got = liquidate(arena, &in, REGIME_FNRB);
	assert_true(waits_for(&got, WAIT_NOTHING));
	arena_free(arena);
}

/* Each fund pays for its own years: 10 at one and 20 at the other make one pension of 30 years, shared. */
static void
test_two_funds(void **state)
{
	struct arena *arena = arena_new();
	struct stretch services[] = { active(day(1997, 4, 1), day(2007, 4, 1)), active(day(2007, 4, 1), day(2027, 4, 1)) };
	struct liquidation_input in = input_of(services, 2, day(2027, 4, 1));
	struct liquidation own, other;

	(void)state;
	services[0].regime = REGIME_CNSS;
	own = liquidate(arena, &in, REGIME_FNRB);
	other = liquidate(arena, &in, REGIME_CNSS);
	assert_int_equal(own.pension, 120000);
	assert_int_equal(other.pension, 60000);
	assert_int_equal(own.other_days, other.service_days);
	arena_free(arena);
}

static void
test_calendar(void **state)
{
	(void)state;
	assert_int_equal(days_360(day(2024, 2, 29), day(2025, 2, 28)), 359);
	assert_int_equal(days_360(day(2024, 1, 1), day(2025, 1, 1)), 360);
	assert_int_equal(days_360(day(2023, 3, 1), day(2024, 3, 1)), 360);      /* over a leap day */
	assert_int_equal(days_360(day(2024, 1, 31), day(2024, 3, 1)), 31);
	assert_int_equal(days_360(day(2024, 1, 30), day(2024, 1, 31)), 0);
	assert_int_equal(days_360(day(2024, 5, 2), day(2024, 5, 1)), 0);
}

static struct date
later(struct date d, int days)
{
	return date_of_days(date_days(d) + days);
}

/* Careers drawn at random: the order of the acts changes nothing; hired a day earlier, or with a longer bonus, nobody loses. */
static void
test_properties(void **state)
{
	struct arena *arena = arena_new();
	int round;

	(void)state;
	srandom(20261125);
	for (round = 0; round < 3000; round++) {
		struct stretch services[8], mixed[8];
		const size_t count = 1 + (size_t)random() % 8;
		struct date at = later(day(1985, 1, 1), (int)(random() % 9000));
		struct liquidation_input in;
		struct liquidation first, second;
		struct bonus bonus = { 1 + random() % 900, STR("Bonification"), STR("B"), STR(""), true };
		size_t i;

		for (i = 0; i < count; i++) {
			struct date until = later(at, 200 + (int)(random() % 3000));

			services[i] = active(at, until);
			services[i].index = 300 + (int64_t)i * 40;
			services[i].act = arena_format(arena, "acte %zu", i);
			at = until;
		}
		in = input_of(services, count, at);
		in.person.birth = later(services[0].from, -9000);
		in.person.unfit = true;
		in.bonuses = &bonus;
		in.bonus_count = 1;
		first = liquidate(arena, &in, REGIME_FNRB);
		memcpy(mixed, services, sizeof(mixed));
		for (i = count; i > 1; i--) {
			const size_t other = (size_t)random() % i;
			const struct stretch kept = mixed[i - 1];

			mixed[i - 1] = mixed[other];
			mixed[other] = kept;
		}
		in.services = mixed;
		second = liquidate(arena, &in, REGIME_FNRB);
		assert_int_equal(first.pension, second.pension);
		assert_int_equal(first.line_count, second.line_count);
		in.services = services;
		services[0].from = later(services[0].from, -1);
		second = liquidate(arena, &in, REGIME_FNRB);
		assert_true(second.pension >= first.pension);
		bonus.days++;
		assert_true(liquidate(arena, &in, REGIME_FNRB).pension >= second.pension);
		if (round % 100 == 99)
			arena_reset(arena);
	}
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_guide), cmocka_unit_test(test_cap), cmocka_unit_test(test_fifteen_years), cmocka_unit_test(test_mother),
		cmocka_unit_test(test_waits), cmocka_unit_test(test_two_funds), cmocka_unit_test(test_calendar), cmocka_unit_test(test_properties) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
