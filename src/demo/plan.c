/* Deciding a career at random, within the rules: hired between 19 and 36, retired at the age of the category. */
#include "demo/story.h"

static uint16_t
pick_corps(struct random *random, const struct world *world, uint8_t category, bool retired)
{
	const struct corps *corps = world->corps;
	int total = 0, at;
	size_t i;

	for (i = 0; i < world->corps_count; i++)
		if (corps[i].category == category && !(retired && corps[i].age_limit != 0))
			total += corps[i].weight;
	if (total == 0)
		return 0;
	at = random_below(random, total);
	for (i = 0; i < world->corps_count; i++)
		if (corps[i].category == category && !(retired && corps[i].age_limit != 0) && (at -= corps[i].weight) < 0)
			return (uint16_t)(i + 1);
	return 0;
}

static uint16_t
place_in(struct random *random, const struct ministry *ministry)
{
	return (uint16_t)(ministry->first + random_below(random, ministry->count) + 1);
}

/* Half of those whose corps belongs to a ministry serve there; some ministries simply are larger. */
static uint16_t
pick_place(struct random *random, const struct world *world, uint16_t corps)
{
	uint16_t wanted = corps == 0 ? 0 : world->corps[corps - 1].ministry;
	int total = 0, at;
	size_t i;

	for (i = 0; i < world->ministry_count; i++) {
		if (world->ministries[i].place == wanted && random_chance(random, 850))
			return place_in(random, &world->ministries[i]);
		total += world->ministries[i].weight;
	}
	at = random_below(random, total);
	for (i = 0; i < world->ministry_count; i++)
		if ((at -= world->ministries[i].weight) < 0)
			return place_in(random, &world->ministries[i]);
	return 1;
}

static enum broken
pick_broken(struct random *random, bool retired)
{
	static const enum broken IN_POST[] = { BROKEN_MISSING, BROKEN_MISSING, BROKEN_MISSING, BROKEN_TWICE, BROKEN_LOWERED,
		BROKEN_BEFORE_HIRE, BROKEN_OVERDUE, BROKEN_OVERDUE, BROKEN_PROOF };
	static const enum broken RETIRED[] = { BROKEN_MISSING, BROKEN_MISSING, BROKEN_MISSING, BROKEN_TWICE, BROKEN_LOWERED,
		BROKEN_BEFORE_HIRE, BROKEN_AFTER_RETIREMENT, BROKEN_AFTER_RETIREMENT, BROKEN_PROOF };

	return (retired ? RETIRED : IN_POST)[random_below(random, 9)];
}

/* Hired on the first day of a quarter, most often in October; sometimes on the first day of another month. */
static int32_t
hiring_day(struct random *random, int32_t around)
{
	struct date date = date_of_days(around);

	if (random_chance(random, 70))
		return day_of(date.year, date.month, 1);
	if (random_chance(random, 450))
		return day_of(date.year, 10, 1);
	return quarter_after(around);
}

static uint8_t
pick_category(struct random *random, bool retired)
{
	int at = random_below(random, 100);

	return retired ? (at < 18 ? 1 : at < 52 ? 2 : at < 82 ? 3 : 4) : (at < 32 ? 1 : at < 68 ? 2 : at < 90 ? 3 : 4);
}

/* An event of the middle of the career, if it lasts long enough for it. */
static void
plan_events(struct plan *plan, struct random *random, const struct world *world, int32_t end)
{
	uint8_t category = world->corps[plan->corps - 1].category;
	int years = (end - plan->hire) / 365;

	if (plan->status == STATUS_FE && category > 1 && years > 9 && random_chance(random, 110)) {
		int32_t day = quarter_after(plan->hire + 365 * random_between(random, 7, years - 1));

		plan->new_corps = pick_corps(random, world, (uint8_t)(category - 1), false);
		plan->reclass = plan->new_corps == 0 || world->corps[plan->new_corps - 1].age_limit != 0 ? NO_DAY : day;
	} else if (plan->status == STATUS_FE && years > 6 && random_chance(random, 60)) {
		static const uint8_t AWAY[] = { POSITION_DETACHEMENT, POSITION_DETACHEMENT, POSITION_MISE_DISPOSITION, POSITION_DISPONIBILITE };

		plan->away = AWAY[random_below(random, 4)];
		plan->away_from = plan->hire + 365 * random_between(random, 3, years - 1);
		plan->away_to = day_add_months(plan->away_from, 12 * random_between(random, 1, plan->away == POSITION_DISPONIBILITE ? 2 : 5));
		plan->away_end = plan->away_to - 1;
	}
	if (plan->status == STATUS_ACDPE && random_chance(random, 500))
		plan->cdi = day_add_months(plan->hire, 48);
	/* civil servants leave earlier than contract agents: not those who would have left already */
	if (plan->status == STATUS_ACDPE && plan->hire < day_of(2018, 1, 1) && world->today > day_of(2023, 10, 1) && !plan->retires
	    && retirement_day(plan->birth, age_limit(world, STATUS_FE, category, plan->corps)) > world->today && random_chance(random, 60))
		plan->reversal = day_of(2023, 10, 1);
}

struct plan
plan_invent(struct random *random, const struct world *world, bool retired)
{
	uint8_t category = pick_category(random, retired);
	struct plan plan = { .reclass = NO_DAY, .away_from = NO_DAY, .away_to = NO_DAY, .away_end = NO_DAY, .cdi = NO_DAY,
		.reversal = NO_DAY, .died = NO_DAY, .moves = true, .retires = retired };
	int kind = random_below(random, 1000), age, hired_at = random_between(random, 19, retired ? 29 : 36), end;

	plan.status = retired ? (kind < 880 ? STATUS_FE : STATUS_ACDPE)
		: kind < 690 ? STATUS_FE : kind < 970 ? STATUS_ACDPE : kind < 990 ? STATUS_AME : STATUS_OCC;
	if (plan.status == STATUS_AME)
		category = 2;
	plan.corps = pick_corps(random, world, category, retired);
	plan.place = pick_place(random, world, plan.corps);
	age = age_limit(world, plan.status, category, plan.corps);
	age = age == 0 ? 55 : age;
	if (retired) {
		/* retired between 2006 and this quarter */
		int32_t limit = day_of(2006, 1, 1) + random_below(random, world->today - day_of(2006, 1, 1) - 95);

		plan.birth = day_add_months(limit, -12 * age);
		end = limit;
	} else {
		int span = age - hired_at - 2, service = random_between(random, 0, span < 32 ? span : 32);

		if (plan.status == STATUS_AME)
			service = random_between(random, 0, 3);
		plan.birth = world->today - 365 * (hired_at + service) - (hired_at + service) / 4 - random_below(random, 365) - 92;
		end = world->today;
	}
	plan.hire = hiring_day(random, day_add_months(plan.birth, 12 * hired_at) + random_below(random, 270));
	if (plan.hire > world->today)
		plan.hire = world->today - 30;
	plan_events(&plan, random, world, end);
	if (retired && plan.reclass != NO_DAY)          /* older, since the new category leaves later */
		plan.birth = day_add_months(plan.birth, 12 * (age - age_limit(world, plan.status, (uint8_t)(category - 1), plan.new_corps)));
	if (random_chance(random, retired ? 290 : 6))
		plan.died = retired ? end + 400 + random_below(random, 4000) : plan.hire + 1000 + random_below(random, 9000);
	if (plan.died >= world->today)
		plan.died = NO_DAY;
	if (random_chance(random, 30))
		plan.broken = pick_broken(random, retired);
	return plan;
}
