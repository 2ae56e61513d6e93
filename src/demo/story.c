/* Telling a plan: events wait in slots, the earliest one happens and may set the next; each writes one line of act. */
#include "demo/story.h"

enum slot { SLOT_TITULARISATION, SLOT_STEP, SLOT_CDI, SLOT_MOVE, SLOT_TRAINING, SLOT_BACK_FROM_TRAINING, SLOT_RECLASS,
	SLOT_REVERSAL, SLOT_AWAY, SLOT_BACK, SLOT_LEAVE, SLOT_NOTICE, SLOT_RETIRE, SLOT_DEATH, SLOTS };

struct teller {
	struct career_story *story;
	struct random       *random;
	const struct world  *world;
	const struct plan   *plan;
	struct situation     now;
	int32_t              due[SLOTS];
};

static struct story_line *
tell(struct teller *t, enum kind kind, int32_t effect, struct situation after)
{
	struct story_line *line = &t->story->lines[t->story->count];

	if (t->story->count + 8 < STORY_MOST)
		t->story->count++;
	*line = story_line_make(t->world, t->now, kind, effect, after);
	situation_change(&t->now, after);
	return line;
}

/* A grade as an act writes it, with its index. */
static struct situation
grade(uint8_t category, uint8_t scale, int step)
{
	return (struct situation){ .category = category, .scale = scale, .step = (uint8_t)step,
		.index = (uint16_t)pay_index(category, scale, (uint8_t)step) };
}

/* The clock of the steps starts again on `day`. */
static void
set_clock(struct teller *t, int32_t day)
{
	int32_t next = day_add_months(day, STEP_MONTHS);

	t->due[SLOT_STEP] = t->now.step == 0 || t->now.step >= step_most(day)
		|| (t->story->retirement != NO_DAY && next >= t->story->retirement) ? NO_DAY : next;
}

static void
tell_entry(struct teller *t)
{
	const struct plan *plan = t->plan;
	const struct corps *corps = &t->world->corps[plan->corps - 1];
	bool stepped = plan->status == STATUS_FE || plan->status == STATUS_ACDPE;
	struct situation after = grade(corps->category, corps->scale, stepped ? 1 : 0);

	after.status = plan->status;
	after.corps = plan->corps;
	after.place = plan->place;
	after.position = POSITION_ACTIVITE;
	tell(t, plan->status == STATUS_FE ? KIND_NOMINATION : KIND_CONTRAT, plan->hire, after)->before = (struct situation){ 0 };
	if (random_chance(t->random, 20))
		tell(t, KIND_PRISE_SERVICE, plan->hire, (struct situation){ 0 });
	if (plan->status == STATUS_FE)
		t->due[SLOT_TITULARISATION] = quarter_after(day_add_months(plan->hire, 12) - 1);
	else
		set_clock(t, plan->hire);
}

static void
plan_move(struct teller *t, int32_t from)
{
	struct date day = date_of_days(from + 365 * random_between(t->random, 6, 12));

	t->due[SLOT_MOVE] = t->plan->moves && date_there(day) ? day_of(day.year, random_chance(t->random, 600) ? 9 : 1, 1) : NO_DAY;
}

static void
tell_move(struct teller *t, int32_t day)
{
	const struct ministry *ministries = t->world->ministries;
	uint16_t place = t->now.place;
	size_t i;

	plan_move(t, day);
	if (t->now.position != POSITION_ACTIVITE || (t->story->retirement != NO_DAY && day + 365 > t->story->retirement))
		return;
	for (i = 0; i < t->world->ministry_count; i++)
		if (ministries[i].place == t->world->places[t->now.place - 1].top)
			place = (uint16_t)(ministries[i].first + random_below(t->random, ministries[i].count) + 1);
	if (place != t->now.place)
		tell(t, random_chance(t->random, 15) ? KIND_MUTATION : KIND_AFFECTATION, day, (struct situation){ .place = place });
}

/* Unpaid leave stops the clock of the steps. A leave that would leave a step late without being wrong is not told. */
static void
tell_away(struct teller *t, int32_t day)
{
	static const enum kind KIND_OF[] = { KIND_AUTRE, KIND_AUTRE, KIND_DETACHEMENT, KIND_MISE_DISPOSITION, KIND_DISPONIBILITE, KIND_AUTRE };
	const struct plan *plan = t->plan;
	bool back = plan->away_to != NO_DAY && plan->away_to <= t->world->today;

	if (t->story->retirement != NO_DAY && plan->away_to != NO_DAY && plan->away_to >= t->story->retirement)
		return;
	if (plan->away == POSITION_DISPONIBILITE && back && t->due[SLOT_STEP] != NO_DAY) {
		int32_t next = day_add_months(t->due[SLOT_STEP], (plan->away_to - day + 15) / 30);

		if (next > t->world->today || (t->story->retirement != NO_DAY && next >= t->story->retirement))
			return;
		t->due[SLOT_STEP] = next;
	} else if (plan->away == POSITION_DISPONIBILITE && !back)
		t->due[SLOT_STEP] = NO_DAY;
	tell(t, KIND_OF[plan->away], day, (struct situation){ .position = plan->away })->end = plan->away_end;
	if (back)
		t->due[SLOT_BACK] = plan->away_to;
}

static void
tell_reclass(struct teller *t, int32_t day)
{
	const struct corps *corps = &t->world->corps[t->plan->new_corps - 1];
	struct situation after = grade(corps->category, corps->scale, t->now.step > 3 ? t->now.step - 3 : 1);

	after.corps = t->plan->new_corps;
	tell(t, KIND_RECLASSEMENT, day, after);
	set_clock(t, day);
}

static void
tell_step(struct teller *t, int32_t day)
{
	tell(t, t->now.status == STATUS_ACDPE ? KIND_AVENANT : KIND_AVANCEMENT, day, grade(t->now.category, t->now.scale, t->now.step + 1));
	set_clock(t, day);
}

static void
happen(struct teller *t, enum slot slot, int32_t day)
{
	struct situation after = { 0 };

	t->due[slot] = NO_DAY;
	switch (slot) {
	case SLOT_TITULARISATION:
		tell(t, KIND_TITULARISATION, day, grade(t->now.category, t->now.scale, t->now.step));
		set_clock(t, day);
		break;
	case SLOT_STEP: tell_step(t, day); break;
	case SLOT_CDI: tell(t, KIND_CDI, day, after); break;
	case SLOT_MOVE: tell_move(t, day); break;
	case SLOT_TRAINING: tell(t, KIND_MISE_STAGE, day, after); break;
	case SLOT_BACK_FROM_TRAINING: tell(t, KIND_RETOUR_STAGE, day, after); break;
	case SLOT_RECLASS: tell_reclass(t, day); break;
	case SLOT_REVERSAL:
		after = grade(t->now.category, t->now.scale, t->now.step);
		after.status = STATUS_FE;
		tell(t, KIND_REVERSEMENT, day, after);
		set_clock(t, day);
		break;
	case SLOT_AWAY: tell_away(t, day); break;
	case SLOT_BACK:
		after.position = POSITION_ACTIVITE;
		tell(t, KIND_REINTEGRATION, day, after);
		break;
	case SLOT_LEAVE: tell(t, KIND_CONGE, day, after)->end = day + 60; break;
	case SLOT_NOTICE: tell(t, KIND_NOTIFICATION, day, after); break;
	case SLOT_RETIRE: tell(t, KIND_RETRAITE, day, after); break;
	case SLOT_DEATH: tell(t, KIND_RADIATION, day, after)->note = "Radiation pour cause de décès."; break;
	case SLOTS: break;
	}
}

static void
set_slots(struct teller *t)
{
	const struct plan *plan = t->plan;
	int32_t leaves = t->story->retirement;

	plan_move(t, plan->hire);
	t->due[SLOT_CDI] = plan->cdi;
	t->due[SLOT_REVERSAL] = plan->reversal;
	t->due[SLOT_AWAY] = plan->away == 0 ? NO_DAY : plan->away_from;
	if (plan->reclass != NO_DAY && plan->reclass <= t->world->today) {
		t->due[SLOT_TRAINING] = day_add_months(plan->reclass, -24);
		t->due[SLOT_BACK_FROM_TRAINING] = day_add_months(plan->reclass, -1);
		t->due[SLOT_RECLASS] = plan->reclass;
	}
	if (random_chance(t->random, 25))
		t->due[SLOT_LEAVE] = plan->hire + 365 * random_between(t->random, 2, 12);
	if (plan->retires && leaves != NO_DAY) {
		t->due[SLOT_NOTICE] = random_chance(t->random, 400) || leaves > t->world->today ? day_add_months(leaves, -6) : NO_DAY;
		t->due[SLOT_RETIRE] = leaves;
	} else
		t->due[SLOT_DEATH] = plan->died;
}

static void
story_run(struct teller *t)
{
	int32_t day = NO_DAY;
	int next = SLOTS, i;

	for (;;) {
		for (next = SLOTS, i = 0; i < SLOTS; i++)
			if (t->due[i] != NO_DAY && (next == SLOTS || t->due[i] < day)) {
				next = i;
				day = t->due[i];
			}
		if (next == SLOTS || day > t->world->today)
			return;
		happen(t, (enum slot)next, day);
		if (next == SLOT_RETIRE || next == SLOT_DEATH)
			return;
	}
}

void
story_tell(struct career_story *story, struct random *random, const struct world *world, const struct plan *plan)
{
	struct teller t = { .story = story, .random = random, .world = world, .plan = plan };
	bool risen = plan->reclass != NO_DAY && plan->reclass <= world->today;
	bool reversed = plan->reversal != NO_DAY && plan->reversal <= world->today;
	uint16_t corps = risen ? plan->new_corps : plan->corps;
	int i, age = age_limit(world, reversed ? STATUS_FE : plan->status, world->corps[corps - 1].category, corps);

	story->birth = plan->birth;
	story->died = plan->died;
	story->hire = plan->hire;
	story->status = plan->status;
	story->place = plan->place;
	story->retirement = age == 0 || plan->birth == NO_DAY ? NO_DAY : retirement_day(plan->birth, age);
	story->is_retired = plan->retires && story->retirement != NO_DAY && story->retirement <= world->today;
	story->broken = BROKEN_NOT;
	story->count = 0;
	for (i = 0; i < SLOTS; i++)
		t.due[i] = NO_DAY;
	tell_entry(&t);
	set_slots(&t);
	story_run(&t);
	story_break(story, random, world, plan->broken);
}
