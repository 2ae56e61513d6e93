-- Reference data are all there, loaded twice without harm, and every rule says where it comes from. House rules of tables.
begin;
\ir career_cast.inc
select no_plan();

select is((select count(*) from base.departments), 12::bigint, 'twelve departments');
select is((select count(*) from base.communes), 77::bigint, 'seventy-seven communes');
select is((select count(*) from base.communes where centre_since is not null), 20::bigint, 'twenty communal centres whose opening is known');
select is((select count(*) from base.structures where kind = 'direction_departementale'), 12::bigint, 'a departmental directorate each');
select is((select count(distinct department_id) from base.structures where kind = 'direction_departementale'), 12::bigint, '… in its own department');
select is((select c.name from base.structures s join base.communes c using (commune_id) where s.code = 'DDTFP-BORGOU'), 'Parakou', 'the seat of Borgou is documented');
select is((select commune_id from base.structures where code = 'DDTFP-ZOU'), null, 'an undocumented seat is not derived');
select is((select count(*) from base.structures where parent_id is null and code <> 'RB' and code in (select code from base.structures where kind in ('ministere', 'institution'))), 0::bigint,
	'ministries and institutions hang below the root');
select is((select count(*) from base.structures c join base.structures p on p.structure_id = c.parent_id where not (c.rank between p.rank and p.last_rank and c.last_rank <= p.last_rank)), 0::bigint,
	'every structure ranks inside its parent');
select is((select array_agg(s.code order by s.rank desc) from base.structures me join base.structures s on me.rank between s.rank and s.last_rank where me.code = 'DFE-SIA-DRSC'),
	array['DFE-SIA-DRSC', 'SIA-DRSC', 'DRSC', 'DGFP', 'SGM', 'CAB', 'MTFP', 'RB'], 'a division up to the root');
select is_empty($$ select code from base.structures where name like '%''%' $$, 'names bear the typographic apostrophe');
select is((select array_agg(status_code order by status_code) from career.statuses), array['ACDPE', 'AME', 'FE', 'OCC'], 'statuses');
select is((select array_agg(category order by category) from career.categories), array['A', 'B', 'C', 'D', 'E'], 'categories');
select is((select count(*) from career.positions), 5::bigint, 'five positions');
select cmp_ok((select count(*) from career.act_kinds), '>=', 30::bigint, 'kinds of act');
select is((select count(*) from career.retirement_ages where category = c and nature = 'limite' and status_code = 'FE' and age = a and valid_to is null), 1::bigint, c || ': ' || a)
from (values ('A', 60), ('B', 58), ('C', 55), ('D', 55)) v (c, a);
select is_empty($$ select target from career.retirement_ages where btrim(source) = '' union all select label from career.retirement_rules where btrim(source) = ''
	union all select source from career.step_rules where btrim(source) = '' $$, 'no rule without its source');
select is_empty($$ select * from career.step_rules where not is_demo and certainty in ('usage', 'inconnu') $$, 'a step interval nobody read in a text is marked as a demonstration');
select is_empty($$ select * from career.retirement_rules where not is_demo and certainty in ('usage', 'inconnu') $$, 'so is the rule of effect');
select is_empty($$ select * from career.retirement_ages where nature = 'statut_propre' and age is not null $$, 'no age where another statute rules');

-- What the tables refuse.
select throws_ok($$ insert into career.retirement_ages (target, nature, valid_from, source, certainty) values ('x', 'limite', '2020-01-01', 'x', 'loi') $$, '23514', null, 'an age limit without an age');
select throws_ok($$ insert into career.retirement_ages (target, age, valid_from, valid_to, source, certainty) values ('x', 60, '2020-01-01', '2019-01-01', 'x', 'loi') $$, '23514', null, 'a rule that ends before it begins');
select throws_ok($$ insert into career.step_rules (months, max_step, valid_from, source, certainty) values (24, 15, '2017-09-01', 'x', 'loi') $$, '23505', null, 'two rules for everybody from the same day');
select throws_ok($$ insert into career.acts (kind_code) values ('inconnu') $$, '23503', null, 'an act of unknown kind');
select throws_ok($$ insert into career.act_lines (act_id, agent_id, effect_date) values (-1, -1, '2020-01-01') $$, '23503', null, 'a line of no act');
select stage.agent('Afi Dossou', 'm100', '1980-05-05', 'FE', '2010-01-04', 'DRSC');
select throws_ok($$ select stage.line('Afi', 'nomination', '2010-01-04', '{"after_step": 31}') $$, '23514', null, 'a step above thirty');
select throws_ok($$ select stage.line('Afi', 'nomination', '2010-01-04', '{"after_scale": 4}') $$, '23514', null, 'a fourth scale');
select throws_ok($$ select stage.line('Afi', 'nomination', '2010-01-04', '{"after_category": "F"}') $$, '23503', null, 'a category F');
select throws_ok($$ select stage.line('Afi', 'detachement', '2010-01-04', '{"end_date": "2009-01-01"}') $$, '23514', null, 'a position that ends before it begins');
select lives_ok($$ select stage.line('Afi', 'detachement', '2010-01-04', '{"end_date": "2010-01-04"}') $$, 'a position of one day');
select throws_ok($$ delete from base.persons where person_id = stage.person_of('Afi') $$, '23503', null, 'a person with a career is not deleted');
select throws_ok($$ delete from career.agents where agent_id = stage.who('Afi') $$, '23503', null, 'nor an agent with acts');

-- Every foreign key says what a deletion does, and has an index to find its rows by.
select isnt(f.confdeltype::text, 'a', format('%s.%s says on delete', f.conrelid::regclass, f.conname))
from pg_constraint f join pg_class c on c.oid = f.conrelid where f.contype = 'f' and c.relnamespace = 'career'::regnamespace;
select ok(exists (select from pg_index i where i.indrelid = f.conrelid and (i.indkey::int2[])[0] = f.conkey[1]), format('%s.%s is indexed', f.conrelid::regclass, f.conname))
from pg_constraint f join pg_class c on c.oid = f.conrelid where f.contype = 'f' and c.relnamespace = 'career'::regnamespace
	and f.conname not in ('act_lines_before_category_fkey', 'act_lines_after_category_fkey');     -- five rows nobody deletes

select finish();
rollback;
