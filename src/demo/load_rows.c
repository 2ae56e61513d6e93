/* Persons, contacts, agents, acts and lines, row by row to COPY. */
#include "demo/copier.h"
#include "demo/load.h"

bool
copy_people(struct load *load)
{
	const struct country *country = &load->country;
	struct copier copier;
	size_t i;

	if (!copier_begin(&copier, load->work, load->arena,
	    "copy base.persons (person_id, family_name, given_names, sex, birth_date, deceased_on) from stdin"))
		return false;
	for (i = 0; i < country->agent_count + country->citizen_count; i++) {
		const struct career_story *agent = i < country->agent_count ? &country->agents[i] : NULL;
		const struct person *citizen = agent == NULL ? &country->citizens[i - country->agent_count] : NULL;
		char sex = agent != NULL ? agent->sex : citizen->sex;

		copier_int(&copier, load->first_person + (int64_t)i);
		copier_text(&copier, agent != NULL ? agent->family : citizen->family);
		copier_text(&copier, agent != NULL ? agent->given : citizen->given);
		copier_text(&copier, (str){ &sex, 1 });
		copier_day(&copier, agent != NULL ? agent->birth : citizen->birth);
		copier_day(&copier, agent != NULL ? agent->died : NO_DAY);
		copier_row(&copier);
	}
	return copier_end(&copier);
}

/* Invented addresses, and phones of a range that is not given to anybody. One agent in fifty has neither on record. */
bool
copy_contacts(struct load *load)
{
	const struct country *country = &load->country;
	struct arena *scratch = arena_new();
	struct random random = random_seed(229);
	struct copier copier;
	size_t i;

	if (!copier_begin(&copier, load->work, load->arena, "copy base.contacts (person_id, kind, value, origin) from stdin")) {
		arena_free(scratch);
		return false;
	}
	for (i = 0; i < country->agent_count; i++) {
		const struct career_story *agent = &country->agents[i];

		arena_reset(scratch);
		if (agent->matricule == NULL && (agent->died != NO_DAY || random_chance(&random, 20)))
			continue;
		copier_int(&copier, load->first_person + (int64_t)i);
		copier_text(&copier, STR("phone"));
		copier_text(&copier, arena_format(scratch, "+2290100%06zu", i % 1000000));
		copier_text(&copier, STR("record"));
		copier_row(&copier);
		if (agent->matricule == NULL && random_chance(&random, agent->is_retired ? 700 : 200))
			continue;
		copier_int(&copier, load->first_person + (int64_t)i);
		copier_text(&copier, STR("email"));
		copier_text(&copier, arena_format(scratch, "%.*s.%zu@exemple.bj",
			STR_ARGS(name_address(scratch, agent->given, agent->family)), i + 1));
		copier_text(&copier, STR("record"));
		copier_row(&copier);
	}
	arena_free(scratch);
	return copier_end(&copier);
}

static int64_t
place_id(const struct load *load, uint16_t place)
{
	return place == 0 ? 0 : load->world.places[place - 1].id;
}

/* Six digits, all different, in no order. */
static str
matricule(struct arena *scratch, const struct career_story *agent, size_t i)
{
	return agent->matricule != NULL ? str_of(agent->matricule)
		: arena_format(scratch, "%06u", (unsigned)(((uint64_t)i * 7919 + 4177) % 899981 + 100003));
}

bool
copy_agents(struct load *load)
{
	struct arena *scratch = arena_new();
	struct copier copier;
	size_t i;
	bool ok = copier_begin(&copier, load->work, load->arena, "copy career.agents (agent_id, person_id, matricule, first_service_date, "
		"entry_status_code, entry_structure_id, status_code, structure_id) from stdin");

	for (i = 0; ok && i < load->country.agent_count; i++) {
		const struct career_story *agent = &load->country.agents[i];

		arena_reset(scratch);
		copier_int(&copier, load->first_agent + (int64_t)i);
		copier_int(&copier, load->first_person + (int64_t)i);
		copier_text(&copier, matricule(scratch, agent, i));
		copier_day(&copier, agent->hire);
		copier_text(&copier, str_of(STATUS_CODES[agent->status]));
		copier_id(&copier, place_id(load, agent->place));
		copier_text(&copier, str_of(STATUS_CODES[agent->status]));
		copier_id(&copier, place_id(load, agent->place));
		copier_row(&copier);
	}
	arena_free(scratch);
	return ok && copier_end(&copier);
}

bool
copy_acts(struct load *load)
{
	const struct country *country = &load->country;
	struct arena *scratch = arena_new();
	uint16_t central = world_place(&load->world, "DGFP");
	struct copier copier;
	size_t i;
	bool ok = copier_begin(&copier, load->work, load->arena, "copy career.acts (act_id, kind_code, reference, signed_on, signatory, "
		"structure_id, subject, proof_code, state_code, replaces_act_id) from stdin");

	for (i = 0; ok && i < country->act_count; i++) {
		const struct act *act = &country->acts[i];
		bool local = str_starts(str_of(act_signatory(act)), STR("Le Directeur de la planification"));

		arena_reset(scratch);
		copier_int(&copier, load->first_act + (int64_t)i);
		copier_text(&copier, str_of(KIND_CODES[act->kind]));
		copier_text(&copier, act_reference(scratch, &load->world, act));
		copier_day(&copier, act->signed_on);
		copier_text(&copier, str_of(act_signatory(act)));
		copier_id(&copier, place_id(load, local || central == 0 ? act->ministry : central));
		copier_text(&copier, act_subject(scratch, act));
		copier_text(&copier, str_of(PROOF_CODES[act->proof]));
		copier_text(&copier, str_of(STATE_CODES[act->state]));
		copier_id(&copier, act->replaces == 0 ? 0 : load->first_act + act->replaces - 1);
		copier_row(&copier);
	}
	arena_free(scratch);
	return ok && copier_end(&copier);
}

static void
put_pair(struct copier *copier, int64_t before, int64_t after)
{
	copier_id(copier, before);
	copier_id(copier, after);
}

static void
put_codes(struct copier *copier, const char *before, const char *after)
{
	copier_text(copier, str_of(before));
	copier_text(copier, str_of(after));
}

static int64_t
corps_id(const struct load *load, uint16_t corps)
{
	return corps == 0 ? 0 : load->world.corps[corps - 1].id;
}

static void
put_line(const struct load *load, struct copier *copier, const struct story_line *line, int64_t agent)
{
	static const char *const LETTERS[] = { NULL, "A", "B", "C", "D", "E" };
	const struct situation *before = &line->before, *after = &line->after;

	copier_int(copier, load->first_act + line->act);
	copier_int(copier, agent);
	copier_int(copier, line->line_no);
	copier_day(copier, line->effect);
	copier_day(copier, line->end);
	put_codes(copier, STATUS_CODES[before->status], STATUS_CODES[after->status]);
	put_pair(copier, corps_id(load, before->corps), corps_id(load, after->corps));
	put_pair(copier, place_id(load, before->place), place_id(load, after->place));
	put_codes(copier, POSITION_CODES[before->position], POSITION_CODES[after->position]);
	put_codes(copier, LETTERS[before->category], LETTERS[after->category]);
	put_pair(copier, before->scale, after->scale);
	put_pair(copier, before->step, after->step);
	put_pair(copier, before->index, after->index);
	copier_text(copier, str_of(line->note));
	copier_row(copier);
}

/* In the order of agents and of effect: a file is read from neighbouring pages. */
bool
copy_lines(struct load *load)
{
	struct copier copier;
	size_t i, line;
	bool ok = copier_begin(&copier, load->work, load->arena, "copy career.act_lines (act_id, agent_id, line_no, effect_date, end_date, "
		"before_status_code, after_status_code, before_corps_id, after_corps_id, before_structure_id, after_structure_id, "
		"before_position_code, after_position_code, before_category, after_category, before_scale, after_scale, before_step, "
		"after_step, before_index, after_index, note) from stdin");

	for (i = 0; ok && i < load->country.agent_count; i++)
		for (line = 0; line < load->country.agents[i].count; line++)
			put_line(load, &copier, &load->country.agents[i].lines[line], load->first_agent + (int64_t)i);
	return ok && copier_end(&copier);
}
