-- The clerk's desk: searching within the structures one serves, opening a file with a reason that the person can read,
-- exporting with a trace in every file. Each opening beside the file that stays shut.
begin;
\ir career_cast.inc
select no_plan();

select stage.person('Rachida Gbaguidi', '1975-01-01'), stage.person('Moussa Sabi', '1976-01-01', 'M'), stage.person('Rosine Tout', '1976-01-01');
select stage.agent('Afi Dossou', 'm100', '1980-05-05', 'FE', '2010-01-04', 'DFE-SIA-DRSC'), stage.agent('Ègnonnan N’Dah-Sèkpè', 'm101', '1980-05-05', 'FE', '2010-01-04', 'SIA-DRSC'),
	stage.agent('Koffi Dossou', 'm200', '1985-05-05', 'ACDPE', '2012-01-02', 'MS'), stage.agent('Zita Perdue', 'm300', '1985-05-05', 'FE', '2012-01-02', null);
select stage.assign('Rachida', 'clerk', 'DRSC'), stage.assign('Moussa', 'clerk', 'MS'), stage.assign('Rosine', 'manager', 'RB'), stage.assign('Afi', 'agent', null);
select stage.climbs('Afi', '2010-01-04', 'A', 1, array[1, 2, 4]), stage.climbs('Koffi', '2012-01-02', 'B', 1, array[1, 2]);
select career_api.refresh_all();
select stage.sign_in();

-- Search stays in the structures served, and finds without accents, in any order.
create function stage.found(words text, structure text default null, status text default null, category text default null, gaps boolean default false) returns text[]
	language plpgsql as $$
declare
	search bigint := (select k.search_id from career_api.keep_search(words, stage.place(structure), null, status, category, null, gaps, false) k);
begin
	return (select array_agg(s.matricule order by s.place) from career_api.found(search, null, 200, 0) s where s.matricule in ('M100', 'M101', 'M200', 'M300'));
end $$;
grant execute on all functions in schema stage to public;
select stage.become('Rachida');
set local role web_clerk;
select is(stage.found('dossou'), array['M100'], 'the clerk of DRSC finds the Dossou of her structures, not the other');
select is(stage.found('EGNONNAN ndah sekpe'), null, 'an apostrophe is a space');
select is(stage.found('sekpè n''dah egn'), array['M101'], 'words in any order, accents or not');
select is(stage.found('m101'), array['M101'], 'a matricule among the words');
select is(stage.found('100'), array['M100'], 'part of a matricule');
select is(stage.found('%'), null, 'a percent sign is a character');
select is(stage.found('M_0'), null, 'so is an underscore');
select is(stage.found(''' or true --'), null, 'words are never SQL');
select is(stage.found(''), array['M100', 'M101'], 'no word: everybody in reach, sorted by name');
select is(stage.found(null, 'DFE-SIA-DRSC'), array['M100'], 'one structure and below');
select throws_ok($$ select stage.found(null, 'MS') $$, 'GU422', 'field.not_a_choice', 'a structure out of reach is no choice');
select is(stage.found(null, 'inconnue'), array['M100', 'M101'], 'no structure asked: all in reach');
select throws_ok('select * from career_api.keep_search(null, -1, null, null, null, null, false, false)', 'GU422', 'field.not_a_choice', 'nor is one that does not exist');
select is(stage.found(null, null, 'ACDPE'), null, 'by status: none here');
select is(stage.found(null, null, null, 'A'), array['M100'], 'by category');
select is(stage.found(null, gaps => true), array['M100', 'M101'], 'with gaps: one misses a step, the other every act');
select is(stage.found(' m100 '), array['M100'], 'by matricule as people type it');
select is(stage.found('M200'), null, 'an exact matricule out of reach finds nobody');
select search_id as search from career_api.keep_search('dossou afi', null, null, null, null, null, false, false) \gset
select is(row(total, is_capped)::text, row(1, false)::text, 'counted') from career_api.search_head(:search, null, 1);
select search_id as search from career_api.keep_search(null, null, null, null, null, null, false, false) \gset
select is((select array_agg(structure_id in (stage.place('SIA-DRSC'), stage.place('DRSC')) order by structure_id) from career_api.choice_structures(:search) where structure_id in (stage.place('MS'), stage.place('SIA-DRSC'), stage.place('DRSC'))),
	array[true, true], 'the list of structures is hers, with those below');

-- A file is shut until opened, with a reason.
select is_empty(format('select * from career_api.agent_file(%s)', stage.who('Afi')), 'not opened: no identity');
select is_empty(format('select * from career_api.agent_acts(%s, 20, 0)', stage.who('Afi')), 'no act');
select is_empty(format('select * from career_api.agent_gaps(%s)', stage.who('Afi')), 'no gap');
select is_empty(format('select * from career_api.agent_retirement(%s)', stage.who('Afi')), 'no retirement');
select is_empty('select act_id from career.acts', 'no act by the table either');
select throws_ok(format('select * from career_api.open_file(%s, null)', stage.who('Afi')), 'GU422', 'career.reason_missing', 'a reason is owed');
select throws_ok(format('select * from career_api.open_file(%s, ''  x '')', stage.who('Afi')), 'GU422', 'career.reason_missing', 'a letter is no reason');
select throws_ok(format('select * from career_api.open_file(%s, repeat(''x'', 301))', stage.who('Afi')), 'GU422', 'career.reason_too_long', 'nor is a novel');
select throws_ok(format('select * from career_api.open_file(%s, ''par curiosité'')', stage.who('Koffi')), 'GU404', 'career.agent_missing', 'a file out of reach does not exist');
select throws_ok('select * from career_api.open_file(-1, ''par curiosité'')', 'GU404', 'career.agent_missing', 'nor does one that does not exist: the same answer');
select is((select agent_id from career_api.open_file(stage.who('Afi'), ' Demande de l’intéressée ')), stage.who('Afi'), 'opened');
select is((select family_name from career_api.agent_file(stage.who('Afi'))), 'Dossou', 'open: identity');
select is((select count(*) from career_api.agent_acts(stage.who('Afi'), 20, 0)), 3::bigint, 'acts');
select is((select count(*) from career_api.agent_gaps(stage.who('Afi')) where gap_code = 'missing_step'), 1::bigint, 'gaps');
select is((select count(*) from career_api.agent_situations(stage.who('Afi'))), 3::bigint, 'situations');
select isnt_empty(format('select * from career_api.agent_retirement(%s)', stage.who('Afi')), 'retirement');
select is((select count(*) from career_api.agent_service_state(stage.who('Afi'))), 3::bigint, 'service');
select is_empty(format('select * from career_api.agent_file(%s)', stage.who('Ègnonnan')), 'the file beside it stays shut, though in reach');
select is_empty(format('select * from career_api.agent_acts(%s, 20, 0)', stage.who('Koffi')), 'and so does one out of reach');
select is((select count(*) from career_api.open_file(stage.who('Afi'), null)), 1::bigint, 'turning the pages asks no second reason');
select throws_ok(format('select * from career_api.open_file(%s, null)', stage.who('Ègnonnan')), 'GU422', 'career.reason_missing', '… for that file alone');
reset role;
select is((select count(*) from base.consultations where person_id = stage.person_of('Afi')), 1::bigint, 'and leaves no second trace');
select is(row(viewer_id, structure_id, role_code, what, reason)::text,
	row(stage.person_of('Rachida'), stage.place('DRSC'), 'clerk', 'dossier', 'Demande de l’intéressée')::text, 'who, from where, in which role, why')
from base.consultations where person_id = stage.person_of('Afi');

-- The setting alone opens nothing: not for a colleague who recorded no reason, not after half an hour.
select stage.become('Rosine');
select set_config('guichet.file', stage.who('Afi')::text, true);
set local role web_clerk;
select is_empty(format('select * from career_api.agent_acts(%s, 20, 0)', stage.who('Afi')), 'a forged setting opens nothing');
reset role;
update base.consultations set at = now() - interval '31 minutes' where person_id = stage.person_of('Afi');
select stage.become('Rachida');
select set_config('guichet.file', stage.who('Afi')::text, true);
set local role web_clerk;
select is_empty(format('select * from career_api.agent_acts(%s, 20, 0)', stage.who('Afi')), 'an old reason no longer holds');
select throws_ok(format('select * from career_api.open_file(%s, null)', stage.who('Afi')), 'GU422', 'career.reason_missing', 'it is asked again');
reset role;

-- What Afi sees of it; what Koffi does not.
select stage.become('Afi');
set local role web_self;
select is(row(structure_name, role_label, reason, what_code)::text, row('Département de la réglementation et du suivi des carrières', 'Gestionnaire', 'Demande de l’intéressée', 'dossier')::text,
	'Afi reads who looked') from career_api.my_consultations(20, 0);
reset role;
select stage.become('Koffi');
set local role web_self;
select is_empty('select * from career_api.my_consultations(20, 0)', 'Koffi reads nothing of it');
reset role;

-- The root sees every structure, and those posted nowhere.
select stage.become('Rosine');
set local role web_clerk;
select is(stage.found(''), array['M100', 'M200', 'M101', 'M300'], 'the root finds all, also who is posted nowhere');
reset role;
select stage.become('Moussa');
set local role web_clerk;
select is(stage.found(''), array['M200'], 'the clerk of another ministry finds his own');
reset role;
select stage.become('Afi');
set local role web_clerk;
select is(stage.found(''), null, 'an agent with the clerk''s database role would find nobody');
reset role;
select stage.become('nobody');
set local role web_clerk;
select throws_ok('select stage.found('''')', '23502', null, 'a visitor cannot even ask');
select throws_ok(format('select * from career_api.open_file(%s, ''par curiosité'')', stage.who('Afi')), 'GU404', 'career.agent_missing', 'nor open anything');
reset role;
-- An agent who moves leaves the scope of one clerk and enters that of the other.
select stage.line('Afi', 'affectation', current_date, jsonb_build_object('after_structure_id', stage.place('MS')));
select career_api.refresh_agents(array[stage.who('Afi')]);
select stage.become('Rachida');
set local role web_clerk;
select is(stage.found('afi'), null, 'posted elsewhere, Afi left Rachida''s lists');
reset role;
select stage.become('Moussa');
set local role web_clerk;
select is(stage.found('afi'), array['M100'], '… and entered Moussa''s');
reset role;

-- Export: the same scope, a reason, a trace for each person.
select stage.become('Moussa');
set local role web_clerk;
select search_id as everybody from career_api.keep_search(null, null, null, null, null, null, false, false) \gset
reset role;
set local role web_export;
select throws_ok(format('select * from career_api.export_found(%s, null, '''')', :everybody), 'GU422', 'career.reason_missing', 'an export owes a reason');
select is((select array_agg(matricule) from career_api.export_found(:everybody, null, 'Revue des effectifs') where matricule in ('M100', 'M101', 'M200', 'M300')),
	array['M100', 'M200'], 'every row in reach, no other');
select throws_ok('select agent_id from career.agents', '42501', null, 'the export reads no table itself');
reset role;
select is((select array_agg(distinct p.name order by p.name) from base.consultations c join stage.people p using (person_id) where c.what = 'export' and c.role_code = 'clerk' and c.structure_id = stage.place('MS')),
	array['Afi', 'Koffi'], 'each of them can read that he was exported');
set local role web_clerk;
select throws_ok(format('select * from career_api.export_found(%s, null, ''Revue'')', :everybody), '42501', null, 'the desk''s database role cannot export');
reset role;

select finish();
rollback;
