/* Persons, agents, acts and lines by COPY. Row security refuses COPY, and a million and a half rows go in faster without
 * indexes: both are put aside inside the transaction and brought back from their own definitions. */
#include "demo/load.h"

#include <stdio.h>

#include "demo/copier.h"

void
load_say(const struct load *load, const char *what, size_t count)
{
	if (!load->keep_quiet) {
		printf("  %6.1f s  %s", (double)(clock_monotonic() - load->began) / 1e6, what);
		if (count > 0)
			printf(" : %zu", count);
		putchar('\n');
		fflush(stdout);
	}
}

bool
undo(struct load *load, struct undone *undone, const char *query)
{
	const struct rows *rows = work_query(load->work, query, NULL, 0);
	size_t i;

	*undone = (struct undone){ .count = rows_count(rows) };
	undone->back = arena_array(load->arena, undone->count + 1, sizeof(*undone->back));
	if (rows == NULL)
		return false;
	for (i = 0; i < undone->count; i++) {
		str gone = arena_copy(load->arena, rows_text(rows, i, "gone"));

		undone->back[i] = arena_copy(load->arena, rows_text(rows, i, "back"));
		if (!work_run(load->work, gone.at))
			return false;
	}
	return true;
}

bool
redo(struct load *load, const struct undone *undone)
{
	size_t i;

	for (i = 0; i < undone->count; i++)
		if (!work_run(load->work, undone->back[i].at))
			return false;
	return true;
}

/* Communal services, so that people work in all 77 communes. */
bool
load_places(struct load *load)
{
	return work_run(load->work,
		"insert into base.structures (code, name, kind, parent_id, department_id, commune_id) "
		"select k.code || '-' || lpad(c.commune_id::text, 2, '0'), "
		"	k.name || case when c.name ~ '^[AEIOUÉÈ]' then ' d’' else ' de ' end || c.name, 'service', p.structure_id, "
		"	c.department_id, c.commune_id "
		"from base.communes c cross join (values ('MEMP-CS', 'MEMP', 'Circonscription scolaire'), "
		"	('MS-CSC', 'MS', 'Centre de santé')) k (code, parent, name) "
		"join base.structures p on p.code = k.parent on conflict (code) do nothing; "
		"select base_api.rank_structures()");
}

static uint8_t
category_number(str category)
{
	return category.len == 1 && category.at[0] >= 'A' && category.at[0] <= 'E' ? (uint8_t)(category.at[0] - 'A' + 1) : 1;
}

static bool
load_corps(struct load *load)
{
	const struct rows *rows = work_query(load->work, "select c.corps_id, c.code, c.category, c.scale, coalesce((select max(r.age) "
		"from career.retirement_ages r where r.nature = 'limite' and r.age_group = c.age_group), 0)::int as age "
		"from career.corps c order by c.code", NULL, 0);
	size_t i, count = rows_count(rows);
	struct corps *corps = arena_array(load->arena, count + 1, sizeof(*corps));

	for (i = 0; i < count; i++) {
		corps[i] = (struct corps){ .id = rows_int(rows, i, "corps_id"), .code = arena_copy(load->arena, rows_text(rows, i, "code")).at,
			.category = category_number(rows_text(rows, i, "category")), .scale = (uint8_t)rows_int(rows, i, "scale"),
			.age_limit = (uint8_t)rows_int(rows, i, "age") };
		corps_habits(&load->world, &corps[i]);
	}
	load->world.corps = corps;
	load->world.corps_count = count;
	return count > 0;
}

bool
load_world(struct load *load)
{
	const struct rows *rows = work_query(load->work, "with recursive tree as ("
		"	select structure_id, code, name, code as top, parent_id is null as is_root from base.structures where parent_id is null "
		"	union all "
		"	select s.structure_id, s.code, s.name, case when t.is_root then s.code else t.top end, false "
		"	from base.structures s join tree t on s.parent_id = t.structure_id) "
		"select t.structure_id, t.code, t.name, (dense_rank() over (order by t.top))::int as group_no, t.code = t.top as is_top "
		"from tree t order by t.top, not t.code = t.top, t.code", NULL, 0);
	size_t i, count = rows_count(rows);
	struct place *places = arena_array(load->arena, count + 1, sizeof(*places));
	uint16_t top = 0;

	for (i = 0; i < count; i++) {
		if (rows_bool(rows, i, "is_top"))
			top = (uint16_t)(i + 1);
		places[i] = (struct place){ .id = rows_int(rows, i, "structure_id"), .top = top,
			.code = arena_copy(load->arena, rows_text(rows, i, "code")).at,
			.name = arena_copy(load->arena, rows_text(rows, i, "name")).at };
	}
	load->world.places = places;
	load->world.place_count = count;
	return count > 0 && load_corps(load);
}

static int64_t
next_of(struct load *load, const char *query)
{
	return rows_int(work_query(load->work, query, NULL, 0), 0, "next");
}

static bool
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
static bool
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

static bool
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

static bool
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
static bool
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

/* Keys first, so that they are there again when the constraints that need them come back. */
#define PUT_ASIDE(tables) \
	"select gone, back from (" \
	"	select 2 as sort, format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as gone, " \
	"		format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as back " \
	"	from pg_constraint c where c.contype in ('f', 'u') and c.conrelid = any (array[" tables "]::regclass[]) " \
	"	union all " \
	"	select 1, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid) " \
	"	from pg_index i where not i.indisprimary and i.indrelid = any (array[" tables "]::regclass[]) " \
	"		and not exists (select from pg_constraint c where c.conindid = i.indexrelid)) x order by sort, back"

static bool
load_careers(struct load *load)
{
	struct undone lines = { 0 }, acts = { 0 }, agents = { 0 };

	if (load->is_heavy && !(undo(load, &lines, PUT_ASIDE("'career.act_lines'")) && undo(load, &acts, PUT_ASIDE("'career.acts'"))
	    && undo(load, &agents, PUT_ASIDE("'career.agents'"))))
		return false;
	if (!copy_people(load) || !copy_contacts(load))
		return false;
	load_say(load, "personnes", load->country.agent_count + load->country.citizen_count);
	if (!copy_agents(load))
		return false;
	load_say(load, "agents", load->country.agent_count);
	if (!copy_acts(load) || !copy_lines(load))
		return false;
	load_say(load, "lignes d’actes", load->country.line_count);
	if (!redo(load, &acts) || !redo(load, &lines))
		return false;
	load_say(load, "index des actes refaits", lines.count + acts.count);
	if (!work_run(load->work, "analyze base.persons, career.agents, career.acts, career.act_lines")
	    || !work_run(load->work, "select career_api.refresh_all()"))
		return false;
	load_say(load, "situations calculées", load->country.agent_count);
	return redo(load, &agents);
}

bool
load_country(struct load *load)
{
	load->first_person = next_of(load, "select coalesce(max(person_id), 0) + 1 as next from base.persons");
	load->first_agent = next_of(load, "select coalesce(max(agent_id), 0) + 1 as next from career.agents");
	load->first_act = next_of(load, "select coalesce(max(act_id), 0) + 1 as next from career.acts");
	return load_careers(load) && work_run(load->work,
		"select setval(pg_get_serial_sequence('base.persons', 'person_id'), max(person_id)) from base.persons; "
		"select setval(pg_get_serial_sequence('career.agents', 'agent_id'), max(agent_id)) from career.agents; "
		"select setval(pg_get_serial_sequence('career.acts', 'act_id'), max(act_id)) from career.acts");
}
