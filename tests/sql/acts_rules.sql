-- The rules that look at a draft's lines against careers: each with the case that fires it and the one beside it that does not.
begin;
\ir acts_cast.inc
select no_plan();
select stage.agent('Morte Hier', 'a300', '1985-05-05', 'FE', '2010-01-04', 'SIA-DRSC'), stage.agent('Parti Loin', 'a301', '1985-05-05', 'FE', '2010-01-04', 'SIA-DRSC'),
	stage.agent('Vieux Sage', 'a302', '1957-05-05', 'FE', '1990-01-04', 'SIA-DRSC'), stage.agent('Libre Dispo', 'a303', '1985-05-05', 'FE', '2010-01-04', 'SIA-DRSC'),
	stage.agent('Troue Gap', 'a304', '1985-05-05', 'FE', '2010-01-04', 'SIA-DRSC'), stage.agent('Haut Sommet', 'a305', '1985-05-05', 'FE', '1990-01-04', 'SIA-DRSC');
select stage.climbs('Morte', '2010-01-04', 'A', 1, array[1, 2, 3]), stage.climbs('Parti', '2010-01-04', 'A', 1, array[1, 2, 3]), stage.climbs('Vieux', '1990-01-04', 'A', 1, array[1, 2, 3, 4, 5, 6, 7, 8, 9]),
	stage.climbs('Libre', '2010-01-04', 'A', 1, array[1, 2, 3]), stage.climbs('Troue', '2010-01-04', 'A', 1, array[1, 3]), stage.climbs('Haut', '1990-01-04', 'A', 1, array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
update base.persons set deceased_on = '2015-06-01' where person_id = stage.person_of('Morte');
select stage.line('Parti', 'radiation', '2015-06-01'), stage.line('Libre', 'disponibilite', '2015-06-01', '{"after_position_code": "disponibilite"}');
select career_api.refresh_all();

-- The happy line first: nothing to say.
select is(stage.said('avancement_echelon_fe', 'Afi', '2016-01-04'), '{}'::text[], 'the next step two years later: nothing to say');
select is(stage.rules(stage.draft('avancement_echelon_fe')), '{no_line}', 'a draft without a line');
create temp table two as select stage.draft('avancement_echelon_fe', '{Afi}') as id;
select is(stage.rules(id), '{}', 'one line alone') from two;
insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date, after_category, after_scale, after_step) select id, 2, stage.who('Afi'), '2016-01-04', 'A', 1, 4 from two;
select is(stage.rules(id), '{twice,twice}', 'the same agent and day twice: both lines say so') from two;
delete from acts.draft_lines l using two where l.draft_id = two.id and l.line_no = 2;
select stage.put(id, 'Afi', '2018-01-04', '{"after_category": "A", "after_scale": 1, "after_step": 4}') from two;
select is(stage.rules(id), '{same_step}', 'the same step twice on two days: the second is refused') from two;
update acts.drafts d set state_code = 'abandonne' from two where d.draft_id = two.id;

select is(stage.said('affectation', 'Afi', '2016-01-04'), '{nothing_set}', 'an assignment that names no structure');
select is(stage.said('affectation', 'Afi', '2016-01-04', jsonb_build_object('after_structure_id', stage.place('DRSC'))), '{}'::text[], 'one that does');
select is(stage.said('conge', 'Afi', '2016-01-04'), '{end_missing}', 'a leave without an end');
select is(stage.said('conge', 'Afi', '2016-01-04', '{"end_date": "2016-02-04"}'), '{}'::text[], 'a leave with one');
select is(stage.said('avancement_echelon_fe', 'Bio', '2016-01-02'), '{wrong_status}', 'a contract agent in the order of civil servants');
select is(stage.said('avenant_acdpe', 'Bio', '2016-01-02'), '{}'::text[], 'his own form takes him');
select is(stage.said('avancement_echelon_fe', 'Morte', '2016-01-04'), '{deceased}', 'dead before the effect');
select is(stage.said('conge', 'Morte', '2015-05-01', '{"end_date": "2015-05-15"}'), '{}'::text[], 'an effect while she lived');
select is(stage.said('avancement_echelon_fe', 'Parti', '2016-01-04'), '{retired}', 'already struck off');
select is(stage.said('conge', 'Parti', '2015-05-31', '{"end_date": "2015-05-31"}'), '{}'::text[], 'the day before he left');
select is(stage.said('avancement_echelon_fe', 'Afi', '2016-01-04', '{"after_category": "A", "after_scale": 1, "after_step": 5}'), '{step_skipped}', 'from 3 to 5');
select is(stage.said('avancement_echelon_fe', 'Afi', '2016-01-04', '{"after_category": "A", "after_scale": 1, "after_step": 2}'), '{step_lowered}', 'from 3 to 2');
select is(stage.said('avancement_echelon_fe', 'Afi', '2016-01-04', '{"after_category": "A", "after_scale": 1, "after_step": 3}'), '{same_step}', 'from 3 to 3');
select is(stage.said('avancement_echelon_fe', 'Afi', '2016-01-04', '{"after_category": "A", "after_scale": 1, "after_step": 4}'), '{}'::text[], 'from 3 to 4');
select is(stage.said('avancement_echelon_fe', 'Afi', '2016-01-04', '{"after_category": "B", "after_scale": 1, "after_step": 4}'), '{other_grade}', 'a step advancement changes no category');
select is(stage.said('avancement_echelon_fe', 'Afi', '2016-01-04', '{"after_category": "A", "after_scale": 2, "after_step": 4}'), '{other_grade}', 'nor a scale');
select is(stage.said('reclassement', 'Afi', '2016-01-04', '{"after_category": "B", "after_scale": 1, "after_step": 4}'), '{}'::text[], 'a reclassification may');
select ok('over_max_step' = any (stage.said('avancement_echelon_fe', 'Haut', '2014-01-04')), 'beyond the last step');
select ok(not 'over_max_step' = any (stage.said('avancement_echelon_fe', 'Haut', '2010-01-04')), 'the one before it is not');
select is(stage.said('avancement_echelon_fe', 'Afi', '2014-01-04', '{"after_category": "A", "after_scale": 1, "after_step": 4}'), '{before_previous}', 'on the very day of the previous step');
select ok(not 'before_previous' = any (stage.said('avancement_echelon_fe', 'Afi', '2014-01-05')), 'the day after it is only early');
select is(stage.said('conge', 'Afi', '2009-12-31', '{"end_date": "2010-01-31"}'), '{before_hire}', 'before the first day of service');
select is(stage.said('conge', 'Afi', '2010-01-04', '{"end_date": "2010-01-31"}'), '{}'::text[], 'the first day is service');
select is(stage.said('avancement_echelon_fe', 'Afi', '2016-01-03'), '{interval_short}', 'a day before two years: told, not refused');
select is((select severity from acts.rules where rule_code = 'interval_short'), 'alerte', '… an alert');
select ok('retires_before' = any (stage.said('avancement_echelon_fe', 'Vieux', '2030-01-04')), 'past the age limit');
select ok(not 'retires_before' = any (stage.said('avancement_echelon_fe', 'Vieux', '2008-01-04')), 'before it');
select is(stage.said('avancement_echelon_fe', 'Libre', '2016-01-04'), '{not_active}', 'on leave of absence');
select is(stage.said('conge', 'Libre', '2016-01-04', '{"end_date": "2016-02-04"}'), '{}'::text[], 'an act of another family does not mind');
select is(stage.said('avancement_echelon_fe', 'Troue', '2016-01-04'), '{gap_before}', 'a step is missing below');
select is(stage.said('conge', 'Troue', '2016-01-04', '{"end_date": "2016-02-04"}'), '{}'::text[], 'which does not matter to a leave');
select stage.draft('avancement_echelon_fe', '{Koffi}');
select is(stage.said('avancement_echelon_fe', 'Koffi', '2016-01-04'), '{elsewhere}', 'in another draft of the same kind');
select is(stage.said('conge', 'Koffi', '2016-01-04', '{"end_date": "2016-02-04"}'), '{}'::text[], 'a draft of another kind does not matter');
select is(stage.rules(stage.draft('conge', '{Afi}', '2016-01-04', '{"end_date": "2016-02-04"}', 'Afi')), '{author_concerned}', 'the author himself among the lines');

-- In circuit, the situation before must still be the one that was written.
create temp table moved as select stage.forward(stage.draft('avancement_echelon_fe', '{Afi}')) as id;
select is(stage.rules(id), '{}', 'in circuit, nothing moved') from moved;
select stage.line('Afi', 'reclassement', '2015-01-04', '{"before_category": "A", "before_scale": 1, "before_step": 3, "after_category": "B", "after_scale": 1, "after_step": 3}');
select career_api.refresh_agents(array[stage.who('Afi')]);
select ok(stage.rules(id) @> '{moved,other_grade}', 'reclassified since: refused until the draft is read again') from moved;
select is((select f.detail from acts_api.findings_of(id) f where f.rule_code = 'moved'), 'B1-3', '… with what it is now') from moved;
create temp table place as select stage.forward(stage.draft('conge', '{Koffi}', '2016-01-04', '{"end_date": "2016-02-04"}')) as id;
select stage.line('Koffi', 'affectation', '2015-01-04', jsonb_build_object('after_structure_id', stage.place('DRSC')));
select career_api.refresh_agents(array[stage.who('Koffi')]);
select is(array_remove(stage.rules(id), 'elsewhere'), '{}', 'a move that the act does not speak of changes nothing to it') from place;

-- Every rule is tried above, the correction's own in acts_seal.sql.
select set_eq($$ select rule_code from acts.rules $$, array['no_line', 'twice', 'nothing_set', 'end_missing', 'wrong_status', 'deceased', 'retired', 'step_skipped', 'step_lowered', 'same_step',
	'over_max_step', 'before_previous', 'before_hire', 'other_grade', 'moved', 'corrected_void', 'interval_short', 'retires_before', 'not_active', 'gap_before', 'elsewhere', 'author_concerned'],
	'no rule is left untried');
select * from finish();
rollback;
