/* Shares of survivors: worked examples, each limit, and what must hold whatever the family. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pensioners/shares.h"

/* Values of the tests only: no text of Benin was seen. */
static const struct share_rules RULES = { .spouse = 4000, .orphan = 1500, .age = 20 };
static const struct date ON = { 2026, 3, 4 };

static struct survivor
spouse(int16_t year, const char *name)
{
	return (struct survivor){ SURVIVOR_SPOUSE, { year, 5, 6 }, str_of(name) };
}

static struct survivor
child(int16_t year, const char *name)
{
	return (struct survivor){ SURVIVOR_CHILD, { year, 5, 6 }, str_of(name) };
}

static void
one_spouse_two_children(void **state)
{
	const struct survivor family[] = { spouse(1970, "Awa"), child(2010, "Bio"), child(2012, "Cica") };
	struct share out[3];

	(void)state;
	assert_true(shares_of(family, 3, &RULES, 192000, ON, out));
	assert_int_equal(out[0].francs, 76800);
	assert_int_equal(out[0].millionths, 400000);
	assert_int_equal(out[1].francs, 28800);
	assert_int_equal(out[2].francs, 28800);
}

static void
spouses_share_alike(void **state)
{
	const struct survivor family[] = { spouse(1970, "Awa"), spouse(1975, "Bana"), spouse(1980, "Cica") };
	struct share out[3];

	(void)state;
	assert_true(shares_of(family, 3, &RULES, 100001, ON, out));       /* 40 000,4: 13 333,46 each; one franc is left, to the eldest */
	assert_int_equal(out[0].francs, 13334);
	assert_int_equal(out[1].francs, 13333);
	assert_int_equal(out[2].francs, 13333);
	assert_int_equal(out[0].millionths, 133333);
}

static void
ages(void **state)
{
	const struct survivor family[] = { { SURVIVOR_CHILD, { 2006, 3, 5 }, STR("the day before") }, { SURVIVOR_CHILD, { 2006, 3, 4 }, STR("on the day") },
		{ SURVIVOR_CHILD, { 2026, 3, 5 }, STR("tomorrow") }, { SURVIVOR_CHILD, { 2026, 3, 4 }, STR("today") } };
	struct share out[4];

	(void)state;
	assert_true(shares_of(family, 4, &RULES, 1000, ON, out));
	assert_int_equal(out[0].verdict, SHARE_ENTITLED);
	assert_int_equal(out[1].verdict, SHARE_TOO_OLD);
	assert_int_equal(out[1].francs, 0);
	assert_int_equal(out[2].verdict, SHARE_NOT_BORN);
	assert_int_equal(out[3].verdict, SHARE_ENTITLED);
	assert_int_equal(out[0].francs, 150);
}

/* 40 % and eight times 15 % are 160 %: each is lowered to 100/160 of it. */
static void
never_over_the_whole(void **state)
{
	struct survivor family[9];
	struct share out[9];
	int64_t sum = 0;
	size_t i;

	(void)state;
	family[0] = spouse(1970, "Awa");
	for (i = 1; i < 9; i++)
		family[i] = child((int16_t)(2008 + i), "X");
	assert_true(shares_of(family, 9, &RULES, 192001, ON, out));
	for (i = 0; i < 9; i++)
		sum += out[i].francs;
	assert_int_equal(sum, 192001);
	assert_int_equal(out[0].millionths, 250000);
	assert_int_equal(out[1].millionths, 93750);
}

static void
refusals(void **state)
{
	struct survivor family[SURVIVORS_MOST + 1];
	struct share out[SURVIVORS_MOST + 1];
	size_t i;

	(void)state;
	for (i = 0; i <= SURVIVORS_MOST; i++)
		family[i] = child(2015, "X");
	assert_true(shares_of(family, SURVIVORS_MOST, &RULES, 1000, ON, out));
	assert_false(shares_of(family, SURVIVORS_MOST + 1, &RULES, 1000, ON, out));
	assert_false(shares_of(family, 1, &(struct share_rules){ 10001, 0, 20 }, 1000, ON, out));
	assert_false(shares_of(family, 1, &(struct share_rules){ 0, -1, 20 }, 1000, ON, out));
	assert_false(shares_of(family, 1, &(struct share_rules){ 0, 0, 101 }, 1000, ON, out));
	assert_false(shares_of(family, 1, &RULES, -1, ON, out));
	assert_false(shares_of(family, 1, &RULES, INT64_C(1000000000001), ON, out));
	assert_true(shares_of(family, 0, &RULES, 1000, ON, out));
}

static uint32_t seed = 20261125;

static uint32_t
next(uint32_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

/* Two shares go to the same person when all that is asked of him is the same. */
static bool
same_person(const struct survivor *a, const struct survivor *b)
{
	return a->kind == b->kind && date_compare(a->birth, b->birth) == 0 && str_eq(a->name, b->name);
}

/* What people of one description get, in all: it must not depend on where they stand. */
static int64_t
got_by(const struct survivor *all, const struct share *out, size_t count, const struct survivor *who)
{
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < count; i++)
		sum += same_person(&all[i], who) ? out[i].francs : 0;
	return sum;
}

static void
whatever_the_family(void **state)
{
	static const char *const NAMES[] = { "Afi", "Bio", "Codjo" };
	int round;

	(void)state;
	for (round = 0; round < 4000; round++) {
		struct survivor family[SURVIVORS_MOST], mixed[SURVIVORS_MOST];
		struct share out[SURVIVORS_MOST], other[SURVIVORS_MOST];
		const size_t count = 1 + next(SURVIVORS_MOST);
		const struct share_rules rules = { next(10001), next(3000), next(30) };
		const int64_t pension = next(2) ? next(1000000) : next(50);
		int64_t sum = 0, parts = 0;
		size_t i;

		for (i = 0; i < count; i++)
			family[i] = (struct survivor){ next(4) == 0 ? SURVIVOR_SPOUSE : SURVIVOR_CHILD, { (int16_t)(1995 + next(33)), (uint8_t)(1 + next(12)), (uint8_t)(1 + next(28)) }, str_of(NAMES[next(3)]) };
		memcpy(mixed, family, sizeof(mixed));
		for (i = count; i > 1; i--) {
			const size_t j = next((uint32_t)i);
			const struct survivor kept = mixed[i - 1];

			mixed[i - 1] = mixed[j];
			mixed[j] = kept;
		}
		assert_true(shares_of(family, count, &rules, pension, ON, out));
		assert_true(shares_of(mixed, count, &rules, pension, ON, other));
		for (i = 0; i < count; i++) {
			assert_true(out[i].francs >= 0);
			assert_true(out[i].verdict == SHARE_ENTITLED || out[i].francs == 0);
			assert_int_equal(got_by(family, out, count, &family[i]), got_by(mixed, other, count, &family[i]));
			sum += out[i].francs;
			parts += out[i].millionths;
		}
		assert_true(sum <= pension);
		assert_true(parts <= SHARE_WHOLE);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(one_spouse_two_children), cmocka_unit_test(spouses_share_alike), cmocka_unit_test(ages),
		cmocka_unit_test(never_over_the_whole), cmocka_unit_test(refusals), cmocka_unit_test(whatever_the_family) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
