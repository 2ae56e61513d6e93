/* The world as the database knows it: the tree of structures and the corps. */
#include "demo/load.h"

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
