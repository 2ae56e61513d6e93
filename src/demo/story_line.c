/* Lines of acts: what each states and sets, and the situation they add up to. */
#include "demo/story.h"

/* What a line states as before: the members it changes, as they were. */
static struct situation
before_of(struct situation now, struct situation after)
{
	struct situation before = { 0 };

	before.status = after.status != 0 ? now.status : 0;
	before.corps = after.corps != 0 ? now.corps : 0;
	before.place = after.place != 0 ? now.place : 0;
	before.position = after.position != 0 ? now.position : 0;
	if (after.category != 0 || after.scale != 0 || after.step != 0) {
		before.category = now.category;
		before.scale = now.scale;
		before.step = now.step;
		before.index = now.index;
	}
	return before;
}

void
situation_change(struct situation *now, struct situation after)
{
	now->status = after.status != 0 ? after.status : now->status;
	now->category = after.category != 0 ? after.category : now->category;
	now->scale = after.scale != 0 ? after.scale : now->scale;
	now->step = after.step != 0 ? after.step : now->step;
	now->position = after.position != 0 ? after.position : now->position;
	now->index = after.index != 0 ? after.index : now->index;
	now->corps = after.corps != 0 ? after.corps : now->corps;
	now->place = after.place != 0 ? after.place : now->place;
}

struct situation
story_situation(const struct career_story *story, size_t lines)
{
	struct situation now = { 0 };
	size_t i;

	for (i = 0; i < lines; i++)
		if (story->lines[i].state == ACT_EN_VIGUEUR)
			situation_change(&now, story->lines[i].after);
	return now;
}

/* Papers that concern one agent alone; the others are issued for everybody they concern that day. */
static bool
kind_alone(enum kind kind)
{
	switch (kind) {
	case KIND_NOMINATION: case KIND_TITULARISATION: case KIND_AVANCEMENT: case KIND_AVENANT: case KIND_AFFECTATION:
	case KIND_RETRAITE: case KIND_REVERSEMENT: case KIND_RECLASSEMENT: case KIND_NOTIFICATION: case KIND_GRADE: case KIND_PROMOTION:
	case KIND_CDI: case KIND_MISE_STAGE: case KIND_RETOUR_STAGE:
		return false;
	case KIND_CONTRAT: case KIND_RECONSTITUTION: case KIND_BONIFICATION: case KIND_MUTATION: case KIND_PRISE_SERVICE:
	case KIND_DETACHEMENT: case KIND_MISE_DISPOSITION: case KIND_DISPONIBILITE: case KIND_REINTEGRATION: case KIND_CONGE:
	case KIND_SANCTION: case KIND_RADIATION: case KIND_PRESENCE: case KIND_AUTRE: case KINDS:
		break;
	}
	return true;
}

struct story_line
story_line_make(const struct world *world, struct situation now, enum kind kind, int32_t effect, struct situation after)
{
	struct story_line line = { .effect = effect, .end = NO_DAY, .kind = (uint8_t)kind, .proof = PROOF_COPIE, .state = ACT_EN_VIGUEUR,
		.alone = kind_alone(kind), .before = before_of(now, after), .after = after };

	situation_change(&now, after);
	line.status = now.status;
	line.category = kind == KIND_AVANCEMENT ? now.category : 0;
	line.ministry = now.place == 0 ? 0 : world->places[now.place - 1].top;
	return line;
}

struct story_line *
story_insert(struct career_story *story, const struct world *world, enum kind kind, int32_t effect, struct situation after)
{
	size_t at = story->count;

	while (at > 0 && story->lines[at - 1].effect > effect)
		at--;
	if (story->count == STORY_MOST)
		at = --story->count;
	memmove(&story->lines[at + 1], &story->lines[at], (story->count - at) * sizeof(*story->lines));
	story->lines[at] = story_line_make(world, story_situation(story, at), kind, effect, after);
	story->count++;
	return &story->lines[at];
}

void
story_remove(struct career_story *story, size_t line)
{
	story->count--;
	memmove(&story->lines[line], &story->lines[line + 1], (story->count - line) * sizeof(*story->lines));
}
