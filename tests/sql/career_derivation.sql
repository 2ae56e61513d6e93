-- What the acts in force say: situations, gaps, contradictions, dates of step and retirement. Each finding beside the
-- career that must not give it.
begin;
\ir career_cast.inc
select no_plan();

-- Situation at a date ---------------------------------------------------------------------------------------------------
select stage.agent('Afi Dossou', 'm100', '1980-05-05', 'FE', '2010-01-04', 'DRSC');
select stage.climbs('Afi', '2010-01-04', 'A', 1, array[1, 2, 3]);
select stage.line('Afi', 'affectation', '2012-01-04', jsonb_build_object('after_structure_id', stage.place('SGM')));
select is_empty($$ select * from career_api.situation_at(stage.who('Afi'), '2010-01-03') $$, 'before her first act Afi has no situation');
select is((select grade from career_api.situation_at(stage.who('Afi'), '2010-01-04')), 'A1-1', 'on the day of effect the new situation holds');
select is((select grade from career_api.situation_at(stage.who('Afi'), '2012-01-03')), 'A1-1', 'the day before an advancement: still the old step');
select is((select grade from career_api.situation_at(stage.who('Afi'), '2012-01-04')), 'A1-2', 'on the day: the new step');
select is((select structure_id from career_api.situation_at(stage.who('Afi'), '2011-06-01')), stage.place('DRSC'), 'until an act posts her: the declared structure');
select is((select structure_id from career_api.situation_at(stage.who('Afi'), '2012-01-04')), stage.place('SGM'), 'two acts of the same day both hold');
select is((select position_code from career_api.situation_at(stage.who('Afi'), '2013-01-01')), 'activite', 'what no line changes stays');
select results_eq($$ select from_date, to_date, grade, is_current from career_api.situations_of(stage.who('Afi')) $$,
	$$ values ('2010-01-04'::date, '2012-01-03'::date, 'A1-1', false), ('2012-01-04', '2014-01-03', 'A1-2', false), ('2014-01-04', null, 'A1-3', true) $$,
	'the career as intervals without hole or overlap; two acts of one day make one');
select results_eq($$ select n, from_date, to_date from career_api.service_rows_of(stage.who('Afi')) $$,
	$$ values (1, '2010-01-04'::date, '2012-01-03'::date), (2, '2012-01-04', '2012-01-03'), (3, '2012-01-04', '2014-01-03'), (4, '2014-01-04', null) $$,
	'the état des services keeps every act');

-- The columns of today are derived ----------------------------------------------------------------------------------------
select is((select refreshed_at from career.agents where agent_id = stage.who('Afi')), null, 'not derived yet');
select is(career_api.refresh_agents(array[stage.who('Afi')]), 1, 'derived');
select is(career_api.refresh_agents(array[stage.who('Afi')]), 0, 'a second time changes nothing');
select is(career_api.refresh_agents(null), 0, 'no list, nothing done');
select is(row(category, scale, step, grade_since, structure_since, position_code, lines_count)::text,
	row('A', 1, 3, date '2014-01-04', date '2012-01-04', 'activite', 4)::text, 'grade and posting of today, each with its day')
from career.agents where agent_id = stage.who('Afi');
select is((select structure_rank from career.agents where agent_id = stage.who('Afi')), (select rank from base.structures where code = 'SGM'), 'the scope follows the posting');
select is((select next_step_date from career.agents where agent_id = stage.who('Afi')), '2016-01-04', 'next step two years after the last');
select is((select retirement_date from career.agents where agent_id = stage.who('Afi')), '2040-07-01', 'A: 60 years, then the next quarter');
select is((select matricule from career.agents where agent_id = stage.who('Afi')), 'M100', 'a matricule is upper-case');
select throws_ok($$ insert into career.agents (person_id, matricule, status_code) values (stage.person_of('Grantor'), ' m100 ', 'FE') $$, '23505', null, 'the same matricule in other letters is refused');
select throws_ok($$ insert into career.agents (person_id, matricule, status_code) values (stage.person_of('Grantor'), '  ', 'FE') $$, '23514', null, 'an empty matricule is refused');
select throws_ok($$ insert into career.agents (person_id, matricule, status_code) values (stage.person_of('Afi'), 'M101', 'FE') $$, '23505', null, 'a person is one agent');
update base.persons set family_name = 'Dossou-Yovo', birth_date = '1981-05-05' where person_id = stage.person_of('Afi');
select is((select search_text from career.agents where agent_id = stage.who('Afi')), 'dossou yovo afi m100', 'a corrected name is searchable');
select is((select retirement_date from career.agents where agent_id = stage.who('Afi')), '2041-07-01', 'a corrected birth date moves the retirement');
-- An act annulled takes its effect away; it does not come back.
update career.acts set state_code = 'annule' where reference = 'Afi/avancement_echelon/2014-01-04';
select is((select step from career.agents where agent_id = stage.who('Afi')), 2::smallint, 'an annulled act no longer counts');
select is((select count(*) from career_api.timeline_of(stage.who('Afi'))), 3::bigint, 'nor appears in the career');
select throws_ok($$ update career.acts set state_code = 'en_vigueur' where reference = 'Afi/avancement_echelon/2014-01-04' $$, 'GU409', 'career.act_state', 'an annulled act cannot be revived');
select throws_ok($$ update career.acts set state_code = 'perdu' where reference = 'Afi/nomination/2010-01-04' $$, null, null, 'an unknown state is refused');

-- Missing steps -----------------------------------------------------------------------------------------------------------
select stage.agent('Bernice Ahouansou', 'b1', '1990-06-15', 'FE', (current_date - interval '4 years 1 month')::date, 'MS');
select stage.climbs('Bernice', (current_date - interval '4 years 1 month')::date, 'B', 1, array[1, 2, 3]);
select is_empty($$ select stage.gaps('Bernice', true) $$, 'a career with every act has no gap');
select stage.agent('Cossi Tchibozo', 'c1', '1985-06-15', 'FE', '2019-06-03', 'MS');
select stage.climbs('Cossi', '2019-06-03', 'B', 1, array[1, 2, 4]);
select is((select array_agg(g) from stage.gaps('Cossi') g), array['missing_step B1-3 2023-06-03'], 'the step passed over, at the date it was due');
select is(row(expected_kind_code, previous_reference, reference)::text, row('avancement_echelon', 'Cossi/avancement_echelon/2021-06-03', 'Cossi/avancement_echelon/2025-06-03')::text,
	'… which act to look for, between which two') from career_api.gaps_of(stage.who('Cossi')) where gap_code = 'missing_step';
select stage.agent('Dado Kpade', 'd1', '1985-06-15', 'ACDPE', '2020-02-29', 'MS');
select stage.climbs('Dado', '2020-02-29', 'B', 1, array[1, 4]);
select is((select array_agg(g) from stage.gaps('Dado') g), array['missing_step B1-2 2022-02-28', 'missing_step B1-3 2024-02-29'],
	'two steps missing; counted from 29 February, the leap day comes back');
select is((select distinct expected_kind_code from career_api.gaps_of(stage.who('Dado')) where gap_code = 'missing_step'), 'avenant', 'for a contractual agent the missing act is an avenant');
select stage.agent('Edem Sagbo', 'e1', '1985-06-15', 'FE', '2019-01-02', 'MS');
select stage.climbs('Edem', '2019-01-02', 'B', 2, array[1, 2]);
select stage.line('Edem', 'promotion', '2025-01-02', '{"before_category": "B", "before_scale": 2, "before_step": 2, "after_category": "B", "after_scale": 1, "after_step": 6}');
select is_empty($$ select stage.gaps('Edem') $$, 'a promotion may land on any step');
select stage.agent('Fifame Zinsou', 'f1', '1985-06-15', 'FE', '2019-01-02', 'MS');
select stage.climbs('Fifame', '2019-01-02', 'B', 2, array[1, 2]);
select stage.line('Fifame', 'promotion', '2025-01-02', '{"before_category": "B", "before_scale": 2, "before_step": 4, "after_category": "B", "after_scale": 1, "after_step": 6}');
select is((select array_agg(g) from stage.gaps('Fifame') g), array['missing_step B2-3 2023-01-02', 'missing_step B2-4 2025-01-02'], 'but a step it states and no act granted is missing');
select stage.agent('Gildas Hounsa', 'g1', '1985-06-15', 'FE', '2015-01-05', 'MS');
select is((select array_agg(g) from stage.gaps('Gildas') g), array['missing_entry 2015-01-05'], 'without any act: the act of entry is missing');
select stage.line('Gildas', 'affectation', '2016-01-05', jsonb_build_object('after_structure_id', stage.place('MS')));
select is((select array_agg(g) from stage.gaps('Gildas') g), array['missing_entry 2015-01-05'], 'a posting is not an entry');
select stage.line('Gildas', 'contrat', '2015-01-05');
select is_empty($$ select stage.gaps('Gildas') $$, 'a contract is');

-- Overdue step ------------------------------------------------------------------------------------------------------------
select stage.agent('Hector Bio', 'h1', '1985-06-15', 'FE', '2018-01-02', 'MS');
select stage.climbs('Hector', '2018-01-02', 'C', 1, array[1, 2]);
select is((select array_agg(g) from stage.gaps('Hector', true) g), array['overdue_step C1-3 2022-01-02'], 'two years have passed and no act came');
select stage.line('Hector', 'disponibilite', '2021-01-04', '{"after_position_code": "disponibilite"}');
select is_empty($$ select stage.gaps('Hector', true) $$, 'on leave of absence no step is due');
select career_api.refresh_agents(array[stage.who('Hector')]);
select is((select next_step_date from career.agents where agent_id = stage.who('Hector')), null, '… and none is announced');
select stage.agent('Ida Toko', 'i1', '1985-06-15', 'FE', '1992-01-02', 'MS');
select stage.line('Ida', 'nomination', '2019-01-02', '{"after_category": "C", "after_scale": 1, "after_step": 15}');
select is_empty($$ select stage.gaps('Ida', true) $$, 'nothing is due at the last step');
select stage.agent('Jonas Orou', 'j1', '1962-06-15', 'FE', '1992-01-02', 'MS');
select stage.line('Jonas', 'nomination', '2016-01-02', '{"after_category": "C", "after_scale": 1, "after_step": 9}');
select career_api.refresh_agents(array[stage.who('Jonas')]);
select is((select retirement_date from career.agents where agent_id = stage.who('Jonas')), '2017-07-01', 'C: 55 years');
select is_empty($$ select stage.gaps('Jonas', true) $$, 'nothing falls due after the retirement date');

-- Contradictions ------------------------------------------------------------------------------------------------------------
select stage.agent('Kemi Lawani', 'k1', '1988-06-15', 'FE', (current_date - interval '3 years')::date, 'MS');
select stage.climbs('Kemi', (current_date - interval '3 years')::date, 'C', 1, array[4]);
select stage.line('Kemi', 'avancement_echelon', current_date - 30, '{"after_category": "C", "after_scale": 1, "after_step": 3}');
select is((select array_agg(g) from stage.gaps('Kemi') g), array['step_lowered C1'], 'a step that goes down');
select is(row(stated, known)::text, row('C1-3', 'C1-4')::text, '… with both grades') from career_api.gaps_of(stage.who('Kemi'));
select stage.agent('Laure Agossa', 'l1', '1988-06-15', 'FE', (current_date - interval '3 years')::date, 'MS');
select stage.climbs('Laure', (current_date - interval '3 years')::date, 'C', 1, array[4]);
select stage.line('Laure', 'sanction', current_date - 30, '{"after_category": "C", "after_scale": 1, "after_step": 3}');
select is_empty($$ select stage.gaps('Laure') $$, 'a sanction may lower it');
select stage.agent('Mawuena Dovi', 'mm1', '1988-06-15', 'FE', (current_date - interval '3 years')::date, 'MS');
select stage.climbs('Mawuena', (current_date - interval '3 years')::date, 'C', 1, array[1, 2]);
select stage.line('Mawuena', 'avancement_echelon', current_date - 30, '{"before_category": "C", "before_scale": 1, "before_step": 1, "after_category": "C", "after_scale": 1, "after_step": 2}');
select is((select array_agg(g) from stage.gaps('Mawuena') g), array['same_step_twice C1'], 'the same step granted twice, told once');
select stage.agent('Nadege Assogba', 'n1', '1988-06-15', 'FE', (current_date - interval '18 months')::date, 'MS');
select stage.climbs('Nadege', (current_date - interval '18 months')::date, 'C', 1, array[1]);
select stage.line('Nadege', 'titularisation', current_date - 100, '{"before_category": "C", "before_scale": 1, "before_step": 1, "after_category": "C", "after_scale": 1, "after_step": 1}');
select is_empty($$ select stage.gaps('Nadege') $$, 'a confirmation at the same step is no contradiction');
select stage.agent('Ola Bello', 'o1', '1988-06-15', 'FE', '2024-06-03', 'MS');
select stage.line('Ola', 'nomination', '2024-05-02', '{"after_category": "C", "after_scale": 1, "after_step": 1, "after_position_code": "activite"}');
select is((select array_agg(g) from stage.gaps('Ola') g), array['before_hire 2024-06-03'], 'an effect before the first service');
update career.agents set first_service_date = '2024-05-02' where agent_id = stage.who('Ola');
select is_empty($$ select stage.gaps('Ola') $$, '… on that day it is none');
select stage.agent('Pierre Quenum', 'p1', '1962-06-15', 'FE', '1992-01-02', 'MS');
select stage.line('Pierre', 'nomination', '2016-01-02', '{"after_category": "C", "after_scale": 1, "after_step": 9}');
select stage.line('Pierre', 'retraite', '2017-07-01'), stage.line('Pierre', 'etat_services', '2017-09-01');
select career_api.refresh_agents(array[stage.who('Pierre')]);
select is_empty($$ select stage.gaps('Pierre') $$, 'the act of retirement and a later certificate are in order');
select is((select left_on from career.agents where agent_id = stage.who('Pierre')), '2017-07-01', '… he left on that day');
select stage.line('Pierre', 'affectation', '2019-01-01', jsonb_build_object('after_structure_id', stage.place('MS')));
select is((select array_agg(g) from stage.gaps('Pierre') g), array['after_retirement 2017-07-01'], 'a posting after it is not');
select stage.agent('Quirine Soglo', 'q1', '1988-06-15', 'FE', (current_date - interval '20 months')::date, 'MS');
select stage.climbs('Quirine', (current_date - interval '20 months')::date, 'C', 1, array[1]);
select stage.line('Quirine', 'detachement', current_date - 400, jsonb_build_object('after_position_code', 'detachement', 'end_date', current_date + 300));
select is_empty($$ select stage.gaps('Quirine') $$, 'a secondment that runs is in order');
select stage.line('Quirine', 'disponibilite', current_date - 100, '{"after_position_code": "disponibilite"}');
select is((select array_agg(g) from stage.gaps('Quirine') g), array['overlapping_positions'], 'a leave of absence in the middle of it is not');
select stage.agent('Rita Yessoufou', 'r1', '1988-06-15', 'FE', (current_date - interval '20 months')::date, 'MS');
select stage.climbs('Rita', (current_date - interval '20 months')::date, 'C', 1, array[1]);
select stage.line('Rita', 'detachement', current_date - 400, jsonb_build_object('after_position_code', 'detachement', 'end_date', current_date - 50));
select is((select array_agg(g) from stage.gaps('Rita') g), array['position_expired ' || (current_date - 49)], 'a term that passed without any act');
select stage.line('Rita', 'reintegration', current_date - 60, '{"after_position_code": "activite"}');
select is_empty($$ select stage.gaps('Rita') $$, 'coming back, even early, settles it');
select stage.agent('Sena Gandonou', 's1', '1988-06-15', 'FE', (current_date - interval '20 months')::date, 'MS');
select stage.climbs('Sena', (current_date - interval '20 months')::date, 'C', 1, array[1]);
select stage.line('Sena', 'affectation', current_date - 200, jsonb_build_object('before_structure_id', stage.place('MEF'), 'after_structure_id', stage.place('MJL')));
select is_empty($$ select stage.gaps('Sena') $$, 'a first posting states what no act contradicts');
select stage.line('Sena', 'affectation', current_date - 100, jsonb_build_object('before_structure_id', stage.place('MS'), 'after_structure_id', stage.place('MEF')));
select is(row(gap_code, subject_code, stated, known)::text, row('before_differs', 'structure', 'Ministère de la Santé', 'Ministère de la Justice et de la Législation')::text,
	'an act that starts from another posting than the file') from career_api.gaps_of(stage.who('Sena'));
select stage.agent('Tele Vodounou', 't1', '1988-06-15', 'FE', (current_date - interval '20 months')::date, 'MS');
select stage.climbs('Tele', (current_date - interval '20 months')::date, 'C', 1, array[1]);
select stage.line('Tele', 'affectation', current_date - 100, jsonb_build_object('after_structure_id', stage.place('MS')), 'introuvable');
select is((select array_agg(g) from stage.gaps('Tele') g), array['missing_proof'], 'an act whose paper cannot be found');
select is((select count(*) from career_api.gap_rows_of(stage.who('Tele')) where gap_label = 'Pièce introuvable' and not is_contradiction), 1::bigint, '… in words');
select is_empty($$ select g.gap_code from stage.people p cross join lateral career_api.gaps_of(p.agent_id) g left join career.gap_kinds k on k.gap_code = g.gap_code where k.gap_code is null $$,
	'every code has its words');
select career_api.refresh_all();
select is((select gaps_count from career.agents where agent_id = stage.who('Dado')), (select count(*)::int from stage.gaps('Dado', true)), 'the number of gaps is kept beside the agent');

-- Retirement ----------------------------------------------------------------------------------------------------------------
select is((select effect_date from career_api.retirement_of(b::date, s, c, g, p)), e::date, format('born %s, %s %s %s %s: %s', b, s, c, coalesce(g, '-'), coalesce(p, '-'), coalesce(e, 'unknown')))
from (values
	('1980-05-05', 'FE', 'A', null, 'FNRB', '2040-07-01'),
	('1980-05-05', 'FE', 'B', null, 'FNRB', '2038-07-01'),
	('1980-05-05', 'FE', 'C', null, 'FNRB', '2035-07-01'),
	('1980-05-05', 'FE', 'D', null, 'FNRB', '2035-07-01'),
	('1980-02-29', 'FE', 'B', null, 'FNRB', '2038-04-01'),      -- no 29 February that year
	('1980-02-29', 'FE', 'A', null, 'FNRB', '2040-04-01'),
	('1980-01-01', 'FE', 'A', null, 'FNRB', '2040-04-01'),      -- the quarter that follows, not the one that begins
	('1980-12-31', 'FE', 'A', null, 'FNRB', '2041-01-01'),
	('1945-06-01', 'FE', 'A', null, 'FNRB', '2000-07-01'),      -- the law of the day it is reached
	('1980-05-05', 'FE', 'A', 'universite_65', 'FNRB', '2045-07-01'),
	('1980-05-05', 'FE', 'A', 'universite_62', 'FNRB', '2042-07-01'),
	('1980-05-05', 'ACDPE', 'C', null, 'CNSS', '2040-07-01'),
	('1980-05-05', 'ACDPE', 'C', null, 'FNRB', '2035-07-01'),
	('1980-05-05', 'FE', 'A', 'statut_propre', 'FNRB', null),   -- never computed where the law is elsewhere
	('1980-05-05', 'AME', 'A', null, null, null),
	('1980-05-05', 'FE', null, null, 'FNRB', null),
	(null, 'FE', 'A', null, 'FNRB', null)) v (b, s, c, g, p, e);
select is((select value_date from career_api.retirement_rows_of(stage.who('Jonas')) where line_code = 'depart'), '2017-07-01', 'the explanation ends on the date');
select is((select bool_or(is_demo) from career_api.retirement_rows_of(stage.who('Jonas')) where line_code in ('effet', 'depart')), true, 'and says that the rule of effect is a demonstration value');
select is((select count(*) from career_api.retirement_rows_of(stage.who('Jonas')) where line_code = 'age' and source like '%2005-24%' and certainty_code = 'presse'), 1::bigint, 'the age carries its source and certainty');
select is_empty($$ select * from career_api.retirement_rows_of(stage.who('Jonas')) where line_code = 'trente_ans' $$, 'thirty years not reached: no warning');
select is((select value_date from career_api.retirement_rows_of(stage.who('Afi')) where line_code = 'trente_ans'), '2040-01-04', 'thirty years reached before: a warning, the date unchanged');
select throws_ok($$ update career.agents set category = 'A', step = 12 where agent_id = stage.who('Gildas') $$, 'GU409', 'career.derived', 'a situation is never typed');
select throws_ok($$ update career.agents set retirement_date = '2050-01-01' where agent_id = stage.who('Gildas') $$, 'GU409', 'career.derived', 'nor a retirement date');
select lives_ok($$ update career.agents set entry_status_code = 'AME' where agent_id = stage.who('Gildas') $$, 'what was declared at entry can be corrected');
select career_api.refresh_agents(array[stage.who('Gildas')]);
select is((select status_code from career.agents where agent_id = stage.who('Gildas')), 'AME', '… and holds until an act says otherwise');
select is((select count(*) from career_api.retirement_rows_of(stage.who('Gildas')) where line_code = 'inconnu'), 1::bigint, 'unknown is shown as unknown');
select is_empty($$ select * from career_api.retirement_rows_of(stage.who('Gildas')) where line_code = 'depart' $$, '… and no date is made up');

-- Dated step rules: twelve steps before the statute of 2017, fifteen since.
select is((select max_step from career_api.step_rule_of('FE', 'A', '2017-08-31')), 12::smallint, 'twelve until 31 August 2017');
select is((select max_step from career_api.step_rule_of('FE', 'A', '2017-09-01')), 15::smallint, 'fifteen from 1 September 2017');
select is_empty($$ select * from career_api.step_rule_of('FE', 'A', '1980-01-01') $$, 'no rule before 1986: none is invented');
insert into career.step_rules (status_code, category, months, max_step, valid_from, source, certainty) values ('FE', 'A', 18, 15, '2025-01-01', 'essai', 'loi');
select is((select months from career_api.step_rule_of('FE', 'A', '2025-06-01')), 18::smallint, 'a particular rule wins');
select is((select months from career_api.step_rule_of('FE', 'B', '2025-06-01')), 24::smallint, '… for its category only');

select finish();
rollback;
