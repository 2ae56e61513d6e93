/* Putting everybody together. A batch act is found again by what it is about: kind, day, ministry, status, category. */
#include <stdlib.h>

#include "demo/country.h"

const struct country_size SIZE_DEMO = { .in_post = 320, .retired = 60, .citizens = 40, .home = 300 };
const struct country_size SIZE_NATIONAL = { .in_post = 70000, .retired = 55000, .citizens = 400, .home = 45 };

static uint64_t
line_key(const struct story_line *line)
{
	uint64_t key = (uint64_t)(uint32_t)line->effect << 32 | (uint64_t)line->ministry << 16 | (uint64_t)line->kind << 8
		| (uint64_t)line->status << 4 | line->category;

	return random_mix(&key);
}

/* When it was signed: contracts before they begin, advancements often long after the day they take effect. */
static int32_t
signing_day(struct random *random, const struct story_line *line, int32_t today)
{
	enum kind kind = (enum kind)line->kind;
	int32_t day = line->effect;

	if (kind == KIND_AVANCEMENT || kind == KIND_AVENANT || kind == KIND_TITULARISATION)
		day += random_chance(random, 600) ? random_between(random, -80, 60) : random_between(random, 60, 700);
	else if (kind == KIND_RECLASSEMENT || kind == KIND_REVERSEMENT || kind == KIND_RECONSTITUTION)
		day += random_between(random, 30, 500);
	else
		day -= kind == KIND_RETRAITE ? random_between(random, 40, 250) : random_between(random, 0, 25);
	return day <= today ? day : today - random_between(random, 3, 40);
}

static bool
act_make(struct country *country, const struct story_line *line, uint64_t seed)
{
	struct random random = random_seed(seed);
	struct act *act;
	int proof = random_below(&random, 100);

	if (country->act_count == country->act_room) {
		size_t room = country->act_room == 0 ? 4096 : country->act_room * 2;
		struct act *more = realloc(country->acts, room * sizeof(*more));

		if (more == NULL)
			return false;
		country->acts = more;
		country->act_room = room;
	}
	act = &country->acts[country->act_count++];
	*act = (struct act){ .kind = line->kind, .state = line->state, .status = line->status, .category = line->category,
		.alone = line->alone, .ministry = line->ministry, .effect = line->effect, .seed = seed };
	act->signed_on = signing_day(&random, line, country->world->today);
	act->number = random_between(&random, 1, line->alone ? 4200 : 2900);
	act->proof = line->proof != PROOF_COPIE ? line->proof : (uint8_t)(proof < 50 ? PROOF_ORIGINAL : proof < 85 ? PROOF_COPIE
		: PROOF_DECLARE);
	return true;
}

static bool
act_same(const struct act *act, const struct story_line *line)
{
	return !act->alone && act->kind == line->kind && act->effect == line->effect && act->ministry == line->ministry
		&& act->status == line->status && act->category == line->category;
}

static bool
act_give(struct country *country, struct story_line *line, uint64_t alone_seed)
{
	uint64_t key = line_key(line);
	size_t at = key & (country->shared_size - 1);

	if (line->alone) {
		if (!act_make(country, line, alone_seed))
			return false;
		line->act = (int32_t)country->act_count - 1;
	} else {
		while (country->shared[at] != 0 && !act_same(&country->acts[country->shared[at] - 1], line))
			at = (at + 1) & (country->shared_size - 1);
		if (country->shared[at] == 0) {
			if (country->act_count >= country->shared_size / 2 || !act_make(country, line, key))
				return false;
			country->shared[at] = (int32_t)country->act_count;
		}
		line->act = country->shared[at] - 1;
	}
	line->line_no = ++country->acts[line->act].lines;
	return true;
}

bool
country_add(struct country *country, const struct career_story *story)
{
	struct career_story *kept = &country->agents[country->agent_count];
	uint64_t seed = country->agent_count * 977 + 31;
	size_t i;

	if (country->agent_count == country->agent_room)
		return false;
	*kept = *story;
	kept->lines = arena_array(country->world->arena, story->count + 1, sizeof(*story->lines));
	for (i = 0; i < story->count; i++) {
		kept->lines[i] = story->lines[i];
		if (!act_give(country, &kept->lines[i], random_mix(&seed)))
			return false;
	}
	country->line_count += story->count;
	country->agent_count++;
	return true;
}

static bool
agent_invent(struct country *country, bool retired)
{
	struct random random = random_seed(0x6775696368657400u + country->agent_count);
	struct story_line lines[STORY_MOST];
	struct career_story story = { .lines = lines };
	struct plan plan = plan_invent(&random, country->world, retired);
	struct full_name name;

	story_tell(&story, &random, country->world, &plan);
	name = name_invent(&random, country->world->arena, retired ? 250 : 350);
	story.family = name.family;
	story.given = name.given;
	story.sex = name.sex;
	if (plan.corps != 0 && strcmp(country->world->corps[plan.corps - 1].code, "SF") == 0)
		story.sex = 'F';
	return country_add(country, &story);
}

static void
citizens_invent(struct country *country, size_t count)
{
	struct random random = random_seed(41);
	size_t i;

	country->citizens = arena_array(country->world->arena, count + 1, sizeof(*country->citizens));
	for (i = 0; i < count; i++) {
		struct full_name name = name_invent(&random, country->world->arena, 480);

		country->citizens[i] = (struct person){ name.family, name.given, name.sex,
			country->world->today - 365 * random_between(&random, 18, 60) - random_below(&random, 365) };
	}
	country->citizen_count = count;
}

bool
country_build(struct country *country, const struct world *world, const struct country_size *size)
{
	size_t room = size->in_post + size->retired + 200;
	bool ok = true;

	*country = (struct country){ .world = world, .agent_room = room, .shared_size = room > 10000 ? 1u << 19 : 1u << 15 };
	country->agents = arena_array(world->arena, room, sizeof(*country->agents));
	country->shared = calloc(country->shared_size, sizeof(*country->shared));
	if (country->shared == NULL || !cast_tell(country))
		return false;
	while (ok && country->agent_count < size->in_post)
		ok = agent_invent(country, false);
	while (ok && country->agent_count < size->in_post + size->retired)
		ok = agent_invent(country, true);
	citizens_invent(country, size->citizens);
	return ok;
}

void
country_free(struct country *country)
{
	free(country->acts);
	free(country->shared);
}
