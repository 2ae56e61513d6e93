/* The whole country into the database. Row security refuses COPY, and a million and a half rows go in faster without
 * indexes: both are put aside inside the transaction and brought back from their own definitions. */
#include "demo/load.h"

#include <stdio.h>

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

static int64_t
next_of(struct load *load, const char *query)
{
	return rows_int(work_query(load->work, query, NULL, 0), 0, "next");
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
