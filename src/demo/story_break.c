/* Careers that break the rules, as real files do: an act was lost, two acts say different things. */
#include "demo/story.h"

static bool
is_step(const struct story_line *line)
{
	return (line->kind == KIND_AVANCEMENT || line->kind == KIND_AVENANT) && line->after.step != 0;
}

/* A step after which the next grade is a step of the same ladder; -1 when there is none. */
static int
pick_step(const struct career_story *story, struct random *random, bool followed, int least, int32_t before)
{
	int found = -1, seen = 0;
	size_t i, next;

	for (i = 0; i < story->count; i++) {
		if (!is_step(&story->lines[i]) || story->lines[i].after.step < least || story->lines[i].effect > before)
			continue;
		for (next = i + 1; next < story->count && story->lines[next].after.step == 0;)
			next++;
		if (followed && (next == story->count || !is_step(&story->lines[next])))
			continue;
		if (random_below(random, ++seen) == 0)
			found = (int)i;
	}
	return found;
}

static bool
break_step(struct career_story *story, struct random *random, const struct world *world, int lowered_by)
{
	int32_t last = story->is_retired ? story->retirement : world->today;
	int at = pick_step(story, random, false, lowered_by + 1, day_add_months(last, -6));
	struct story_line step, *line;
	struct situation after = { 0 };

	if (at < 0)
		return false;
	step = story->lines[at];
	after.category = step.after.category;
	after.scale = step.after.scale;
	after.step = (uint8_t)(step.after.step - lowered_by);
	after.index = (uint16_t)pay_index(after.category, after.scale, after.step);
	line = story_insert(story, world, (enum kind)step.kind, day_add_months(step.effect, 3), after);
	line->alone = true;
	if (lowered_by == 0)
		line->before = step.before;
	return true;
}

static bool
break_last_step(struct career_story *story, const struct world *world)
{
	size_t last = story->count;

	if (story->is_retired || story->died != NO_DAY
	    || story_situation(story, story->count).position == POSITION_DISPONIBILITE)
		return false;
	while (last > 0 && story->lines[last - 1].after.step == 0)
		last--;
	if (last == 0 || !is_step(&story->lines[last - 1]) || story->lines[last - 1].effect >= world->today)
		return false;
	story_remove(story, last - 1);
	return true;
}

static bool
break_one(struct career_story *story, struct random *random, const struct world *world, enum broken broken)
{
	struct situation after = { 0 };
	int at;

	switch (broken) {
	case BROKEN_MISSING:
		at = pick_step(story, random, true, 2, world->today);
		if (at >= 0)
			story_remove(story, (size_t)at);
		return at >= 0;
	case BROKEN_TWICE:
		return break_step(story, random, world, 0);
	case BROKEN_LOWERED:
		return break_step(story, random, world, 2);
	case BROKEN_BEFORE_HIRE:
		after.place = story->place;
		story_insert(story, world, KIND_AFFECTATION, story->hire - random_between(random, 20, 200), after)->alone = true;
		return true;
	case BROKEN_AFTER_RETIREMENT:
		if (!story->is_retired || story->lines[story->count - 1].kind != KIND_RETRAITE || story->retirement + 200 > world->today)
			return false;
		after = story_situation(story, story->count);
		after = (struct situation){ .category = after.category, .scale = after.scale, .step = (uint8_t)(after.step + 1),
			.index = (uint16_t)pay_index(after.category, after.scale, (uint8_t)(after.step + 1)) };
		story_insert(story, world, KIND_AVANCEMENT, quarter_after(story->retirement), after);
		return true;
	case BROKEN_OVERDUE:
		return break_last_step(story, world);
	case BROKEN_PROOF:
		at = random_below(random, (int)story->count);
		story->lines[at].alone = true;
		story->lines[at].proof = PROOF_INTROUVABLE;
		return true;
	case BROKEN_NOT: case BROKEN_KINDS:
		break;
	}
	return false;
}

void
story_break(struct career_story *story, struct random *random, const struct world *world, enum broken broken)
{
	story->broken = broken != BROKEN_NOT && break_one(story, random, world, broken) ? broken : BROKEN_NOT;
}
