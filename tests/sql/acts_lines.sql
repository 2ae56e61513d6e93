-- Lists of agents: what becomes a line, what is kept beside with its reason, and JSON that no page would send.
begin;
\ir acts_cast.inc
select no_plan();
insert into base.structures (code, name, kind, parent_id) select v.code, 'Service du courrier', 'service', stage.place('DRSC') from (values ('ZZ-UN'), ('ZZ-DEUX')) v (code);
insert into base.structures (code, name, kind, parent_id) values ('ZZ-SEUL', 'Bureau du Seul Nom', 'service', stage.place('DRSC'));
select base_api.rank_structures();
update base.sessions s set ranks = (base_api.rights_of(s.person_id)).ranks;
insert into acts.models (model_code, kind_code, name, form_label, title, authority, asks, source) values ('essai_tout', 'autre', 'Tout', 'Arrêté', 'sur tout', 'Le Ministre',
	'{status,corps,grade,structure,position,index}', 'Essai');
insert into acts.model_steps select 'essai_tout', s.step_no, s.move_code, s.role_code, s.label from acts.model_steps s where s.model_code = 'promotion';
create temp table d as select stage.draft('essai_tout') as id, stage.draft('avancement_echelon_fe') as step;
grant select on d to public;
create function stage.why(draft bigint) returns text[] language sql security definer as $$ select coalesce(array_agg(r.why order by r.row_no), '{}') from acts.draft_rejects r where r.draft_id = $1 $$;
create function stage.lines(draft bigint) returns text[] language sql security definer as $$
	select coalesce(array_agg(concat_ws(' ', l.line_no, a.matricule, l.effect_date, l.after_status_code, (select c.code from career.corps c where c.corps_id = l.after_corps_id),
		(select s.code from base.structures s where s.structure_id = l.after_structure_id), l.after_position_code, career_api.grade(l.after_category, l.after_scale, l.after_step), l.note) order by l.line_no), '{}')
	from acts.draft_lines l join career.agents a using (agent_id) where l.draft_id = $1 $$;
-- One row alone in an empty draft: its reason, or null.
create function stage.reads(draft bigint, rows jsonb) returns text[] language plpgsql as $$
begin
	perform acts_api.add_lines(draft, rows);
	return stage.why(draft);
end $$;
grant execute on all functions in schema stage to public;
:rachida
select is(stage.reads(id, '[]'), '{}', 'nobody') from d;
select is(stage.reads(id, '[{"m": "NUL", "said": "NUL ;", "e": "2016-01-04"}]'), '{acts.matricule_unknown}', 'an unknown matricule') from d;
select is((select said from acts_api.rejects_of(id)), 'NUL ;', '… with what was written') from d;
select is(stage.reads(id, '[{"m": "A200", "e": "2016-01-04"}]'), '{acts.out_of_reach}', 'an agent of another ministry') from d;
select is(stage.reads(id, '[{"m": "A101"}]'), '{acts.effect_missing}', 'no effect date') from d;
select is(stage.reads(id, jsonb_build_array(jsonb_build_object('m', 'A101', 'e', e))), array[why], 'effect ' || e) from d,
	(values ('1959-12-31', 'acts.effect_far'), ('2090-01-01', 'acts.effect_far'), ('2016-02-30', 'acts.date_unreadable'), ('2016-13-01', 'acts.date_unreadable'), ('infinity', 'acts.date_unreadable'),
		('now', 'acts.date_unreadable'), ('hier', 'acts.date_unreadable'), ('99999-01-01', 'acts.date_unreadable')) v (e, why);
select is(stage.reads(id, '[{"m": "A101", "e": "2016-01-04", "x": "2016-01-03"}]'), '{acts.end_before_effect}', 'an end before the effect') from d;
select is(stage.reads(id, jsonb_build_array(jsonb_build_object('m', 'A101', 'e', '2016-01-04') || more::jsonb)), array[why], more) from d,
	(values ('{"st": "ZZZ"}', 'acts.status_unknown'), ('{"co": "Corps des licornes"}', 'acts.corps_unknown'), ('{"ci": 999999}', 'acts.corps_unknown'), ('{"stru": "NULLE PART"}', 'acts.structure_unknown'),
		('{"stru": "service du COURRIER"}', 'acts.structure_ambiguous'), ('{"pos": "debout"}', 'acts.position_unknown'), ('{"cat": "Z"}', 'acts.category_unknown'), ('{"sc": 4}', 'acts.category_unknown'),
		('{"sc": 0}', 'acts.category_unknown'), ('{"stp": 31}', 'acts.category_unknown'), ('{"stp": 99999999999}', 'acts.category_unknown'), ('{"idx": 0}', 'acts.category_unknown')) v (more, why);
select is(stage.lines(id), '{}', 'nothing of it became a line') from d;
-- Types that no page sends: a row is refused, or read as it can be, never an error of the machine.
select is(stage.reads(id, '[12, "A101", null, true, [], [{"m": "A101"}]]'), array_fill('acts.row_unreadable'::text, array[6]), 'rows that are not objects') from d;
select is(stage.reads(id, jsonb_build_array(r::jsonb)), array[why], r) from d, (values ('{}', 'acts.matricule_missing'), ('{"m": null}', 'acts.matricule_missing'), ('{"m": {"a": 1}, "e": "2016-01-04"}', 'acts.matricule_unknown'),
	('{"m": 101, "e": "2016-01-04"}', 'acts.matricule_unknown'), ('{"m": "A101", "e": 20160104}', 'acts.date_unreadable'), ('{"m": "A101", "e": {}}', 'acts.date_unreadable'),
	('{"m": "A101", "e": "2016-01-04", "fault": "acts.grade_unreadable"}', 'acts.grade_unreadable'), ('{"m": "'' or true --", "e": "2016-01-04"}', 'acts.matricule_unknown')) v (r, why);
select throws_ok(format('select * from acts_api.add_lines(%s, %L)', id, j), 'GU422', 'acts.row_unreadable', 'not a list: ' || j) from d, unnest('{null,12,"\"x\"","{}"}'::text[]) j;
select throws_ok(format('select * from acts_api.add_lines(%s, null)', id), 'GU422', 'acts.row_unreadable', 'nothing at all') from d;
select throws_ok(format('select * from acts_api.add_lines(%s, (select jsonb_agg(jsonb_build_object(%L, n::text)) from generate_series(1, 20001) n))', id, 'm'), 'GU422', 'acts.too_many_lines', '20,001 rows') from d;
select is((select row(added, refused)::text from acts_api.add_lines(id, (select jsonb_agg(jsonb_build_object('m', n::text)) from generate_series(1, 20000) n))), '(0,20000)', '20,000 rows are read, none is lost') from d;
-- Good ones, in words and in codes.
select is(stage.reads(id, '[{"m": "a101", "e": "2016-01-04", "st": "fonctionnaire de l’etat", "stru": "bureau du seul nom", "pos": "Activité", "cat": "A", "sc": 1, "stp": "4", "note": "<b>vu</b>"},
	{"m": "A101", "e": "2016-01-04"}, {"m": "A100", "e": "2016-01-04", "stru": "zz-deux", "st": "fe"}, {"m": "A100", "e": "2016-01-05"}]'), '{acts.already_there}', 'one twice on a day, and twice on two days') from d;
select is(stage.lines(id), array['1 A101 2016-01-04 FE ZZ-SEUL activite A1-4 <b>vu</b>', '2 A100 2016-01-04 FE ZZ-DEUX', '3 A100 2016-01-05'], 'three lines, in the order of the list') from d;
select is(stage.reads(id, '[{"m": "A101", "e": "2016-01-04"}]'), '{acts.already_there}', 'again later: there already') from d;
select is(stage.reads(id, '[{"m": "A101", "e": "2016-01-06", "fault": "acts.date_unreadable"}, {"m": "A101", "e": "2016-01-06"}]'), '{acts.date_unreadable}', 'a row with a fault does not shut out the good one') from d;
-- What the model does not ask is not set.
select is(stage.reads(step, '[{"m": "A100", "e": "2016-01-04", "st": "ACDPE", "stru": "ZZ-SEUL", "pos": "disponibilite", "ci": 1, "co": "inconnu"}]'), '{}', 'a list that repeats what is known of an agent') from d;
select is(stage.lines(step), array['1 A100 2016-01-04 A1-4'], '… moves his step alone') from d;
-- Taking out: the lines after move up.
select acts_api.drop_line(id, (select l.draft_line_id from acts_api.lines_of(id, false, 10, 0) l where l.line_no = 2)) from d;
select is((select array_agg(split_part(x, ' ', 1) || split_part(x, ' ', 2) order by x) from unnest(stage.lines(id)) x), '{1A101,2A100,3A101}', 'no hole in the numbers') from d;
select throws_ok(format('select acts_api.drop_line(%s, %s)', id, (select l.draft_line_id from acts_api.lines_of(step, false, 10, 0) l)), 'GU404', 'acts.unknown', 'a line of another draft is not its line') from d;
select throws_ok(format('select acts_api.set_line(%s, %s, %L, null, null, null, null, null, null, null, null, null, null)', id, (select l.draft_line_id from acts_api.lines_of(step, false, 10, 0) l), '2016-01-04'), 'GU404', 'acts.unknown', '… nor changed by it') from d;
select throws_ok(format('select acts_api.set_line(%s, %s, %L, %L, null, null, null, null, null, null, null, null, null)', id, l.draft_line_id, '2016-01-04', '2016-01-01'), 'GU422', 'acts.end_before_effect', 'an end before the effect')
	from d, acts_api.lines_of(d.id, false, 1, 0) l;
select throws_ok(format('select acts_api.set_line(%s, %s, %L, null, null, null, null, null, null, %L, null, null, null)', id, l.draft_line_id, '2016-01-04', 'Service du courrier'), 'GU422', 'acts.structure_ambiguous', 'a name that two share')
	from d, acts_api.lines_of(d.id, false, 1, 0) l;
select throws_ok(format('select acts_api.set_line(%s, %s, %L, null, %L, null, null, null, null, null, null, null, null)', id, l.draft_line_id, '2016-01-04', 'Z'), 'GU422', 'acts.category_unknown', 'a category that is none')
	from d, acts_api.lines_of(d.id, false, 1, 0) l;
select throws_ok(format('select acts_api.set_line(%s, %s, %L, null, null, null, null, null, null, null, %L, null, null)', id, l.draft_line_id, '2016-01-04', 'XX'), 'GU422', 'acts.status_unknown', 'a status that is none')
	from d, acts_api.lines_of(d.id, false, 1, 0) l;
select throws_ok(format('select acts_api.set_line(%s, %s, %L, null, null, null, null, null, 99999, null, null, null, null)', id, l.draft_line_id, '2016-01-04'), 'GU422', 'acts.corps_unknown', 'a corps that is none')
	from d, acts_api.lines_of(d.id, false, 1, 0) l;
select throws_ok(format('select acts_api.set_line(%s, %s, %L, null, null, null, null, null, null, null, null, %L, null)', id, l.draft_line_id, '2016-01-04', 'debout'), 'GU422', 'acts.position_unknown', 'a position that is none')
	from d, acts_api.lines_of(d.id, false, 1, 0) l;
select lives_ok(format('select acts_api.set_line(%s, %s, %L, null, %L, 2, 5, null, null, %L, %L, %L, %L)', id, l.draft_line_id, '2016-02-04', 'B', 'ZZ-UN', 'FE', 'activite', 'Vu'), 'a good line')
	from d, acts_api.lines_of(d.id, false, 1, 0) l;
select is((stage.lines(id))[1], '1 A101 2016-02-04 FE ZZ-UN activite B2-5 Vu', '… as it was written') from d;
select throws_ok(format('select acts_api.set_parts(%s, %L, %L, null)', id, 'Vu ;', E' \n '), 'GU422', 'acts.no_article', 'an act without an article') from d;
select throws_ok(format('select acts_api.set_parts(%s, repeat(%L, 9000), %L, null)', id, E'a\n', 'Un.'), 'GU422', 'acts.too_many_parts', 'nine thousand visas') from d;
select lives_ok(format('select acts_api.set_parts(%s, %L, %L, %L)', id, E'Vu un ;\n\nVu deux ;\n', E'Premier.\nSuite.\n\n \nSecond.', E'SGG : 2\nDirection : budget\nChrono\n : 3\nArchives : 1000'), 'parts') from d;
select is(array(select concat_ws('|', part_code, replace(body, E'\n', '/'), copies) from acts_api.parts_of(id)), array['visa|Vu un ;', 'visa|Vu deux ;', 'article|Premier./Suite.', 'article|Second.', 'ampliation|SGG|2',
	'ampliation|Direction : budget', 'ampliation|Chrono', 'ampliation|Archives : 1000'], '… read a line a visa, a blank line between articles, a number after a colon') from d;
select * from finish();
rollback;
