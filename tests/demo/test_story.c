/* The invented careers: the same every time, within the rules, broken as often as said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "demo/accounts.h"
#include "demo/country.h"

/* A small State: two ministries with a few places each, corps of each category. */
static const struct place PLACES[] = {
	{ 10, "MEMP", "Enseignement", 1 }, { 11, "MEMP-CS-16", "Circonscription", 1 }, { 12, "MEMP-CS-28", "Circonscription", 1 },
	{ 20, "MTFP", "Fonction publique", 4 }, { 21, "DGFP", "Direction", 4 }, { 22, "DPAF", "Direction", 4 },
};
static struct corps corps[] = {
	{ 1, "AAS", 1, 3, 0, 0, 0 }, { 2, "ASOC", 2, 1, 0, 0, 0 }, { 3, "CVA", 4, 1, 0, 0, 0 }, { 4, "INST", 2, 1, 0, 0, 0 },
	{ 5, "PC", 1, 1, 0, 0, 0 }, { 6, "PSA", 3, 3, 0, 0, 0 }, { 7, "PTIT", 1, 1, 65, 0, 0 },
	{ 8, "SF", 2, 1, 0, 0, 0 },
};

static void
world_make(struct world *world)
{
	size_t i;

	*world = (struct world){ .arena = arena_new(), .places = PLACES, .place_count = sizeof(PLACES) / sizeof(PLACES[0]),
		.corps = corps, .corps_count = sizeof(corps) / sizeof(corps[0]), .today = day_of(2026, 11, 23) };
	world_index(world, 300);
	for (i = 0; i < world->corps_count; i++)
		corps_habits(world, &corps[i]);
}

static bool
is_step(const struct story_line *line)
{
	return (line->kind == KIND_AVANCEMENT || line->kind == KIND_AVENANT) && line->after.step != 0;
}

/* What the database would call a gap or a contradiction, told apart here without it. */
static enum broken
examine(const struct career_story *story, const struct world *world)
{
	const struct story_line *last = NULL;
	bool left = false;
	size_t i;

	for (i = 0; i < story->count; i++) {
		const struct story_line *line = &story->lines[i];

		if (i > 0)
			assert_true(line->effect >= story->lines[i - 1].effect);
		assert_true(line->effect <= world->today);
		if (line->effect < story->hire)
			return BROKEN_BEFORE_HIRE;
		if (line->proof == PROOF_INTROUVABLE)
			return BROKEN_PROOF;
		if (left)
			return BROKEN_AFTER_RETIREMENT;
		if (last != NULL && line->after.step != 0) {
			bool same = line->after.category == last->after.category && line->after.scale == last->after.scale;

			if (is_step(line) && same && line->after.step < last->after.step)
				return BROKEN_LOWERED;
			if (is_step(line) && same && line->after.step == last->after.step)
				return BROKEN_TWICE;
			if (is_step(line) && (!same || line->after.step != last->after.step + 1))
				return BROKEN_MISSING;
			if (is_step(line))
				assert_true(line->effect >= day_add_months(last->effect, STEP_MONTHS));
		}
		last = line->after.step != 0 ? line : last;
		left = left || line->kind == KIND_RETRAITE || line->kind == KIND_RADIATION;
	}
	if (last != NULL && !left && last->after.step < step_most(last->effect)
	    && day_add_months(last->effect, STEP_MONTHS) < world->today
	    && (story->retirement == NO_DAY || story->retirement > day_add_months(last->effect, STEP_MONTHS))
	    && story_situation(story, story->count).position != POSITION_DISPONIBILITE)
		return BROKEN_OVERDUE;
	return BROKEN_NOT;
}

/* A country of the size of a test. */
static const struct country_size SIZE = { .in_post = 3000, .retired = 2000, .citizens = 10, .home = 300 };

static void
the_same_twice(void **state)
{
	struct world world, other;
	struct country one, two;
	size_t i, line;

	(void)state;
	world_make(&world);
	world_make(&other);
	assert_true(country_build(&one, &world, &SIZE));
	assert_true(country_build(&two, &other, &SIZE));
	assert_int_equal(one.agent_count, two.agent_count);
	assert_int_equal(one.line_count, two.line_count);
	assert_int_equal(one.act_count, two.act_count);
	for (i = 0; i < one.agent_count; i++) {
		assert_true(str_eq(one.agents[i].family, two.agents[i].family) && str_eq(one.agents[i].given, two.agents[i].given));
		assert_int_equal(one.agents[i].count, two.agents[i].count);
		for (line = 0; line < one.agents[i].count; line++) {
			assert_int_equal(one.agents[i].lines[line].effect, two.agents[i].lines[line].effect);
			assert_int_equal(one.agents[i].lines[line].act, two.agents[i].lines[line].act);
		}
	}
	for (i = 0; i < one.act_count; i++)
		assert_true(str_eq(act_reference(world.arena, &world, &one.acts[i]), act_reference(other.arena, &other, &two.acts[i])));
	country_free(&one);
	country_free(&two);
	arena_free(world.arena);
	arena_free(other.arena);
}

/* Another day, another country: what is relative to today follows it. */
static void
follows_the_day(void **state)
{
	struct world world;
	struct country country;
	int32_t months;

	(void)state;
	world_make(&world);
	world.today = day_of(2028, 2, 29);
	assert_true(country_build(&country, &world, &SIZE));
	assert_string_equal(country.agents[1].matricule, "11208");
	months = (country.agents[1].retirement - world.today) / 30;
	assert_in_range(months, 6, 10);
	assert_int_equal(country.agents[2].retirement, quarter_after(world.today));
	country_free(&country);
	arena_free(world.arena);
}

static void
obeys_or_breaks_as_said(void **state)
{
	struct world world;
	struct country country;
	size_t i, broken = 0, cast = 0, seen[BROKEN_KINDS] = { 0 };

	(void)state;
	world_make(&world);
	assert_true(country_build(&country, &world, &SIZE));
	for (i = 0; i < country.agent_count; i++) {
		const struct career_story *story = &country.agents[i];

		if (story->matricule != NULL || i < 80) {
			cast++;
			continue;
		}
		assert_true((examine(story, &world) == BROKEN_NOT) == (story->broken == BROKEN_NOT));
		broken += story->broken != BROKEN_NOT;
		seen[story->broken]++;
		assert_true(story->hire >= day_add_months(story->birth, 18 * 12));
		assert_true(story->hire <= world.today);
		if (!story->is_retired && story->retirement != NO_DAY)
			assert_true(story->retirement > world.today);
	}
	assert_in_range(cast, 60, 90);
	/* three in a hundred, give or take chance */
	assert_in_range(broken * 1000 / (country.agent_count - cast), 20, 40);
	for (i = BROKEN_MISSING; i < BROKEN_KINDS; i++)
		assert_true(seen[i] > 0);
	country_free(&country);
	arena_free(world.arena);
}

/* What each break must look like, and that an orderly story has none of it. */
static void
breaks_are_what_they_say(void **state)
{
	struct world world;
	struct story_line lines[STORY_MOST];
	int broken;

	(void)state;
	world_make(&world);
	for (broken = BROKEN_NOT; broken < BROKEN_KINDS; broken++) {
		struct random random = random_seed(5);
		struct career_story story = { .lines = lines };
		struct plan plan = { .status = STATUS_FE, .corps = 4, .place = 2, .birth = day_of(1985, 3, 3), .hire = day_of(2008, 10, 1),
			.reclass = NO_DAY, .away_from = NO_DAY, .away_to = NO_DAY, .away_end = NO_DAY, .cdi = NO_DAY, .reversal = NO_DAY,
			.died = NO_DAY, .broken = (enum broken)broken };

		if (broken == BROKEN_AFTER_RETIREMENT) {
			plan.birth = day_of(1960, 3, 3);
			plan.retires = true;
		}
		story_tell(&story, &random, &world, &plan);
		assert_int_equal(story.broken, broken);
		assert_int_equal(examine(&story, &world), broken);
	}
	arena_free(world.arena);
}

static void
retires_on_the_first_day_of_a_quarter(void **state)
{
	struct world world;

	(void)state;
	world_make(&world);
	assert_int_equal(retirement_day(day_of(1966, 2, 14), 60), day_of(2026, 4, 1));
	assert_int_equal(retirement_day(day_of(1966, 4, 1), 60), day_of(2026, 7, 1));     /* the quarter after the birthday */
	assert_int_equal(retirement_day(day_of(1966, 12, 31), 60), day_of(2027, 1, 1));
	assert_int_equal(age_limit(&world, STATUS_FE, 1, 1), 60);
	assert_int_equal(age_limit(&world, STATUS_FE, 2, 2), 58);
	assert_int_equal(age_limit(&world, STATUS_FE, 3, 6), 55);
	assert_int_equal(age_limit(&world, STATUS_FE, 1, 7), 65);
	assert_int_equal(age_limit(&world, STATUS_ACDPE, 3, 6), 60);
	assert_int_equal(age_limit(&world, STATUS_AME, 2, 4), 0);                            /* not known: no date is invented */
	assert_int_equal(step_most(day_of(2017, 8, 31)), 12);
	assert_int_equal(step_most(day_of(2017, 9, 1)), 15);
	arena_free(world.arena);
}

static void
one_act_covers_many(void **state)
{
	struct world world;
	struct country country;
	int32_t most = 0;
	size_t i, total = 0;

	(void)state;
	world_make(&world);
	assert_true(country_build(&country, &world, &SIZE));
	for (i = 0; i < country.act_count; i++) {
		assert_true(country.acts[i].lines > 0);
		assert_true(!country.acts[i].alone || country.acts[i].lines == 1);
		assert_true(country.acts[i].signed_on <= world.today);
		most = country.acts[i].lines > most ? country.acts[i].lines : most;
		total += (size_t)country.acts[i].lines;
	}
	assert_int_equal(total, country.line_count);
	assert_true(most >= 40);
	assert_true(country.act_count * 3 < country.line_count);
	country_free(&country);
	arena_free(world.arena);
}

static void
references_follow_the_years(void **state)
{
	struct world world;
	struct act act = { .kind = KIND_AVANCEMENT, .number = 204, .seed = 1, .signed_on = day_of(1993, 3, 9), .effect = day_of(1993, 1, 1) };

	(void)state;
	world_make(&world);
	assert_true(str_is(act_reference(world.arena, &world, &act), "204/MFPRA/DC/DPE/SR/D3"));
	act.signed_on = day_of(2003, 7, 22);
	assert_true(str_is(act_reference(world.arena, &world, &act), "204/MFPTRA/DGCAE/SR/D3"));
	act.signed_on = day_of(2012, 7, 22);
	assert_true(str_is(act_reference(world.arena, &world, &act), "2012-204/MTFP/DC/SGM/DGFP/DRSC/SIA/SA"));
	act.kind = KIND_CONTRAT;
	act.ministry = 1;
	act.signed_on = day_of(2018, 4, 10);
	assert_true(str_is(act_reference(world.arena, &world, &act), "CT 2018 N°0204/MEMP/DPAF/SRHTE/DGCPE"));
	arena_free(world.arena);
}

static void
names_are_many_and_plain_in_addresses(void **state)
{
	struct arena *arena = arena_new();
	size_t families = 0, given = 0;
	int region;

	(void)state;
	for (region = 0; region < REGIONS; region++) {
		families += FAMILY_NAMES[region].count;
		given += GIVEN_NAMES[region][0].count + GIVEN_NAMES[region][1].count;
	}
	given += CHRISTIAN_NAMES[0].count + CHRISTIAN_NAMES[1].count + MUSLIM_NAMES[0].count + MUSLIM_NAMES[1].count;
	assert_true(families >= 400);
	assert_true(given >= 300);
	assert_true(str_is(name_address(arena, STR("Sɛ̀nami Kɔfí Ŋutínɔ"), STR("AKƆƉÉSÈWÚ")), "senami.akodesewu"));
	assert_true(str_is(name_address(arena, STR(""), STR("N’KOUEI")), "nkouei"));
	assert_true(str_is(name_address(arena, STR("Noëlie"), STR("BIO GUENE")), "noelie.bio"));
	arena_free(arena);
}

static void
accounts_hold_together(void **state)
{
	static const char *const ROLES[] = { "citizen", "agent", "pensioner", "focal_point", "clerk", "manager", "signatory", "archivist",
		"executive", "inspector", "administrator", "partner" };
	static const unsigned char SECRET[TOTP_SIZE] = "12345678901234567890";
	struct world world;
	struct country country;
	size_t i, j;

	(void)state;
	world_make(&world);
	assert_true(country_build(&country, &world, &SIZE));
	for (i = 0; i < sizeof(ROLES) / sizeof(ROLES[0]); i++) {
		size_t held = 0;

		for (j = 0; j < ACCOUNTS_COUNT; j++)
			held += str_is(str_of(ACCOUNTS[j].role), ROLES[i]);
		assert_true(held >= (str_is(str_of(ROLES[i]), "administrator") ? 2 : 1));
	}
	for (i = 0; i < ACCOUNTS_COUNT; i++) {
		bool found = ACCOUNTS[i].matricule == NULL;

		for (j = 0; !found && j < country.agent_count; j++)
			found = country.agents[j].matricule != NULL && strcmp(country.agents[j].matricule, ACCOUNTS[i].matricule) == 0;
		assert_true(found);
		assert_true(ACCOUNTS[i].matricule != NULL || ACCOUNTS[i].family != NULL);
		for (j = 0; ACCOUNTS[i].login != NULL && j < i; j++)
			assert_true(ACCOUNTS[j].login == NULL || (strcmp(ACCOUNTS[j].login, ACCOUNTS[i].login) != 0
				&& strcmp(ACCOUNTS[j].password, ACCOUNTS[i].password) != 0));
	}
	assert_true(str_is(account_base32(world.arena, SECRET), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
	country_free(&country);
	arena_free(world.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_twice),
		cmocka_unit_test(follows_the_day),
		cmocka_unit_test(obeys_or_breaks_as_said),
		cmocka_unit_test(breaks_are_what_they_say),
		cmocka_unit_test(retires_on_the_first_day_of_a_quarter),
		cmocka_unit_test(one_act_covers_many),
		cmocka_unit_test(references_follow_the_years),
		cmocka_unit_test(names_are_many_and_plain_in_addresses),
		cmocka_unit_test(accounts_hold_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
