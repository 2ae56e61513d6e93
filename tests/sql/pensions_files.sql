-- Pension files: the day's run, what is missing by name, archive then agent, the one way to move, each right beside its refusal.
begin;
\ir career_cast.inc
select no_plan();

-- People. A fonctionnaire of category A leaves on the first day of the quarter after his sixtieth birthday: born so that it is in so many months.
create function stage.born(months int, age int default 60) returns date language sql as $$
	select (date_trunc('quarter', (current_date + make_interval(months => months))::timestamp) - interval '10 days' - make_interval(years => age))::date
$$;
select stage.person('Edwige Hounsou', '1980-01-01'), stage.person('Sabi Orou', '1975-01-01'), stage.person('Rosine Tonato', '1978-01-01'), stage.person('Sika Deguenon', '1979-01-01');
create function stage.hired(years int) returns date language sql as $$ select (current_date - interval '1 month' - make_interval(years => years))::date $$;
create function stage.steps(upto int) returns int[] language sql as $$ select array(select generate_series(1, upto)) $$;
select stage.agent('Afi Dossou', 'p100', stage.born(8), 'FE', stage.hired(31), 'MEMP'), stage.agent('Koffi Agbo', 'p200', stage.born(6), 'FE', stage.hired(24), 'MEMP'),
	stage.agent('Loin Tard', 'p300', stage.born(40), 'FE', stage.hired(20), 'MEMP'), stage.agent('Sans Date', 'p400', null, 'FE', stage.hired(24), 'MEMP'),
	stage.agent('Coco Deux', 'p500', stage.born(5), 'FE', stage.hired(26), 'MS'), stage.agent('Ancien Parti', 'p600', stage.born(3), 'FE', stage.hired(26), 'MEMP'),
	stage.agent('Jeune Encore', 'p800', stage.born(200), 'FE', stage.hired(4), 'MS'), stage.agent('Aime Sansregime', 'p700', stage.born(5), 'AME', stage.hired(26), 'MEMP');
select stage.assign(n, 'agent', null) from unnest(array['Jeune', 'Afi', 'Koffi', 'Loin', 'Sans', 'Coco', 'Ancien']) n;
select stage.assign('Edwige', 'pension_officer', 'MEMP'), stage.assign('Sabi', 'pension_controller', 'RB'), stage.assign('Rosine', 'clerk', 'MEMP'), stage.assign('Sika', 'archivist', 'RB'),
	stage.assign('Koffi', 'pension_officer', 'MEMP');
select stage.climbs('Afi', stage.hired(31), 'A', 3, array[1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]), stage.climbs('Koffi', stage.hired(24), 'A', 1, stage.steps(13)),
	stage.climbs('Loin', stage.hired(20), 'A', 1, stage.steps(11)), stage.climbs('Sans', stage.hired(24), 'A', 1, stage.steps(13)),
	stage.climbs('Jeune', stage.hired(4), 'A', 1, stage.steps(3)), stage.climbs('Coco', stage.hired(26), 'A', 1, stage.steps(14)), stage.climbs('Ancien', stage.hired(26), 'A', 1, stage.steps(14));
-- Coco was a contractual for ten years: two funds. Ancien has left already.
select stage.line('Coco', 'contrat', stage.hired(26), '{"after_status_code": "ACDPE"}'), stage.line('Coco', 'reversement', stage.hired(16), '{"after_status_code": "FE"}');
select stage.line('Ancien', 'retraite', current_date - 30);
select career_api.refresh_all();
select stage.sign_in();
insert into base.contacts (person_id, kind, value, origin) values (stage.person_of('Afi'), 'phone', '+2290197123411', 'record'), (stage.person_of('Afi'), 'email', 'afi@essai.bj', 'record');

create function stage.file(name text, kind text default 'retraite') returns bigint language sql stable security definer as $$
	select max(f.file_id) from pensions.files f where f.agent_id = stage.who(name) and f.kind_code = kind $$;
create function stage.state(name text, kind text default 'retraite') returns text language sql stable security definer as $$
	select f.state_code from pensions.files f where f.file_id = stage.file(name, kind) $$;
create function stage.act(name text, pattern text) returns bigint language sql stable security definer as $$
	select m.missing_id from pensions.missing m where m.file_id = stage.file(name) and m.label like pattern $$;
create function stage.told(name text, pattern text) returns bigint language sql stable security definer as $$
	select count(*) from base.outbox o where o.person_id = stage.person_of(name) and o.body like pattern $$;
create function stage.answer(name text, pattern text, target text, says text default 'Cherché partout, registre compris.') returns void language plpgsql security definer as $$
begin
	perform archive_api.step((select m.report_id from pensions.missing m where m.missing_id = stage.act(name, pattern)), target, says, stage.person_of('Sika'));
end $$;
grant execute on all functions in schema stage to public;

-- 1. Tables and functions: rights ---------------------------------------------------------------------------------------------------
select is((select array_agg(distinct relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
	where n.nspname = 'pensions' and c.relname in ('files', 'events', 'missing', 'facts')), array[true], 'row security is forced on what is personal');
select is(has_function_privilege(r, p.oid, 'EXECUTE'), false, r || ' cannot call ' || p.proname)
from pg_proc p, unnest(array['web_self', 'web_pensions', 'web_public', 'web_clerk', 'worker', 'gate', 'public']) r
where p.pronamespace = 'pensions_api'::regnamespace and p.proname in ('move', 'open_for', 'begin_files', 'settle', 'open_due', 'look_again', 'track_of', 'list_rows', 'holds', 'gaps_worded');
select is(has_function_privilege('worker', 'pensions_api.daily()', 'EXECUTE'), true, 'the runner runs the day');
select is(has_function_privilege(r, 'pensions_api.step_file(bigint, text, text)', 'EXECUTE'), r = 'web_pensions', r || ' and step_file') from unnest(array['web_pensions', 'web_self', 'web_clerk', 'web_public']) r;
select is(has_function_privilege(r, 'pensions_api.answer_act(bigint, text)', 'EXECUTE'), r = 'web_self', r || ' and answer_act') from unnest(array['web_pensions', 'web_self', 'web_clerk', 'web_public']) r;
select is(has_table_privilege(r, 'pensions.files', v), false, r || ' cannot ' || v || ' files')
from unnest(array['web_self', 'web_pensions', 'worker', 'gate']) r, unnest(array['INSERT', 'UPDATE', 'DELETE']) v;

-- 2. The file opens itself ----------------------------------------------------------------------------------------------------------
set local role worker;
select is((select opened from pensions_api.daily()), 3, 'three agents reach the window: two of one ministry, one of another');
select is((select opened from pensions_api.daily()), 0, 'the same run again opens nothing');
reset role;
select is((select count(*) from pensions.files f where f.agent_id in (stage.who('Loin'), stage.who('Sans'), stage.who('Ancien'), stage.who('Aime'))), 0::bigint,
	'too early, without birth date, already left, without fund: no file');
select is((select regimes from pensions.files where file_id = stage.file('Afi')), array['FNRB'], 'one fund');
select is((select regimes from pensions.files where file_id = stage.file('Coco')), array['FNRB', 'CNSS'], 'two funds in coordination, from the lines of the career');
select alike((select leave_source from pensions.files where file_id = stage.file('Afi')), 'Fonctionnaires de catégorie A : 60 ans (loi 2005-24%article à confirmer%valeur de démonstration%', 'the rule, its source and how sure it is');
select alike((select leave_source from pensions.files where file_id = stage.file('Afi')), '%règle contestée depuis 2017, signalée sans être appliquée.', 'thirty years of service only warn');
select is((select leave_on from pensions.files where file_id = stage.file('Afi')), (select retirement_date from career.agents where agent_id = stage.who('Afi')), 'the day is that of the career');
select matches((select number from pensions.files where file_id = stage.file('Afi')), '^P[0-9]{4}-[0-9]{5}$', 'its number');
select throws_ok(format('insert into pensions.files (number, agent_id, kind_code, origin_code, regimes, leave_on, leave_source, structure_rank) values (%L, %s, %L, %L, %L, %L, %L, 1)',
	'P2027-77777', stage.who('Afi'), 'retraite', 'systeme', '{FNRB}', current_date, 'x'), '23505', null, 'even the table keeps one open file an agent and kind');

-- What is missing, by name
select is(stage.state('Koffi'), 'etat_services', 'nothing missing: straight to the certification');
select is((select due_on from pensions.files where file_id = stage.file('Koffi')), base_api.add_working_days(current_date, 5), 'with its five working days');
select is(stage.state('Afi'), 'archives', 'an act missing: the archive first');
select is((select array_agg(label order by label) from pensions.missing where file_id = stage.file('Afi')), array['Avancement à l’échelon 4 (A3), attendu vers le ' || base_api.day_words(stage.hired(25))], 'the act is named, with its day');
select is((select r.kind_code || ' ' || r.act_kind_code || ' ' || r.due_on from archive.reports r join pensions.missing m on m.report_id = r.report_id where m.file_id = stage.file('Afi')),
	'manquant avancement_echelon ' || base_api.add_working_days(current_date, 15), 'the archive has it in its list, with a deadline');
select is(stage.told('Afi', '%est ouvert, pour un départ le%'), 2::bigint, 'Afi is told by mail and by SMS');
select is(stage.told('Afi', '%Actes recherchés :%échelon 4 (A3)%'), 1::bigint, 'and the act is named to her');

-- 3. Moving: one way, each refusal beside ---------------------------------------------------------------------------------------------
select throws_ok($$ select pensions_api.move(stage.file('Afi'), 'controle', stage.person_of('Edwige'), 'x') $$, 'GU409', 'pensions.no_such_move', 'no such move');
select throws_ok($$ select pensions_api.move(stage.file('Afi'), 'nulle_part', stage.person_of('Edwige'), 'x') $$, 'GU409', 'pensions.no_such_move', 'a state that does not exist');
select throws_ok($$ select pensions_api.move(0, 'controle', null, 'x') $$, 'GU404', 'pensions.file_missing', 'no such file');
select throws_ok($$ select pensions_api.move(stage.file('Afi'), 'attente_agent', stage.person_of('Sabi'), 'x') $$, 'GU403', 'pensions.not_your_desk', 'a controller does not do the officer’s work');
select throws_ok($$ select pensions_api.move(stage.file('Coco'), 'abandonne', stage.person_of('Edwige'), 'x') $$, 'GU403', 'pensions.not_your_desk', 'an officer of another ministry');
select throws_ok($$ select pensions_api.move(stage.file('Koffi'), 'abandonne', stage.person_of('Koffi'), 'x') $$, 'GU409', 'pensions.own_file', 'an officer does not treat his own file');
select throws_ok($$ select pensions_api.move(stage.file('Afi'), 'attente_agent', stage.person_of('Afi'), 'x') $$, 'GU409', 'pensions.own_file', 'an agent does not move hers while it is not her turn');

-- 4. The desk sees its structures, opens with a trace, and nothing else ------------------------------------------------------------------
select stage.become('Edwige');
set local role web_pensions;
select is((select count(*) from pensions_api.desk_files('ouverts', null, null, 50, 0)), 2::bigint, 'Edwige: the two files of her ministry');
select is((select array_agg(matricule order by matricule) from pensions_api.desk_find('dossou afi')), array['P100'], 'found by name');
select is((select array_agg(matricule) from pensions_api.desk_find('p200')), array['P200'], 'found by matricule');
select is((select count(*) from pensions_api.desk_find('deux')), 0::bigint, 'not outside of her structures');
select is((select count(*) from pensions_api.desk_find('%')), 0::bigint, 'a wildcard finds nobody');
select is((select count(*) from pensions.files), 2::bigint, 'row security says the same');
select is((select mien from pensions_api.desk_trays(null, null)), 0, 'nothing is at her own desk yet');
select is((select total from pensions_api.desk_tally() where state_code = 'archives'), 1, 'the basket counts her file');
select is((select no_date from pensions_api.desk_unknown()), 2, 'the agents whose day cannot be computed are counted');
select throws_ok($$ select * from pensions_api.desk_head(stage.file('Afi')) $$, 'GU404', 'pensions.file_missing', 'not read before it is opened');
select is((select count(*) from pensions_api.open_file(stage.file('Afi'))), 1::bigint, 'opened');
select is((select count(*) from pensions_api.open_file(stage.file('Afi'))), 1::bigint, 'and again');
select is((select number from pensions_api.desk_head(stage.file('Afi'))), (select number from pensions.files where file_id = stage.file('Afi')), 'then it is read');
select throws_ok($$ select * from pensions_api.open_file(stage.file('Coco')) $$, 'GU404', 'pensions.file_missing', 'a file of another ministry does not exist for her');
select throws_ok($$ select * from pensions_api.desk_head(stage.file('Coco')) $$, 'GU404', 'pensions.file_missing', 'nor its head');
select is((select array_agg(to_code order by to_code) from pensions_api.desk_moves(stage.file('Afi'))), array['abandonne', 'attente_agent', 'etat_services'], 'what she may do with it');
select throws_ok($$ select pensions_api.step_file(stage.file('Afi'), 'etat_services', 'court') $$, 'GU422', 'pensions.why_missing', 'she must say why');
select throws_ok($$ select pensions_api.step_file(stage.file('Afi'), 'paiement', 'parce que je le veux') $$, 'GU409', 'pensions.no_such_move', 'a forged move');
select throws_ok($$ select pensions_api.step_file(stage.file('Koffi'), 'liquidation', 'sans approbation aucune') $$, 'GU409', 'pensions.by_approval', 'the certification is an approval, not a button');
select throws_ok($$ select pensions_api.step_file(stage.file('Coco'), 'attente_agent', 'une raison suffisante') $$, 'GU404', 'pensions.file_missing', 'a file out of reach');
reset role;
select is((select array_agg(c.what || ' ' || c.role_code || ' ' || c.reason) from base.consultations c where c.person_id = stage.person_of('Afi')),
	array['pension pension_officer Traitement du dossier de pension ' || (select number from pensions.files where file_id = stage.file('Afi'))], 'one line in Afi’s journal, whatever the number of pages');
select stage.become('Koffi');
set local role web_pensions;
select throws_ok($$ select * from pensions_api.open_file(stage.file('Koffi')) $$, 'GU403', 'pensions.own_file', 'Koffi does not open his own file at the desk');
reset role;
select stage.become('Sabi');
set local role web_pensions;
select lives_ok($$ select * from pensions_api.open_file(stage.file('Afi')) $$, 'a controller reads');
select is((select count(*) from pensions_api.desk_moves(stage.file('Afi'))), 0::bigint, 'but has no button here');
select throws_ok($$ select pensions_api.step_file(stage.file('Afi'), 'attente_agent', 'une raison suffisante') $$, 'GU403', 'pensions.not_your_desk', 'and is refused');
reset role;

-- 5. Archive, then agent ----------------------------------------------------------------------------------------------------------------
select stage.become('Afi');
set local role web_self;
select is((select count(*) from pensions_api.my_file()), 1::bigint, 'Afi sees her file');
select is((select count(*) from pensions.files), 1::bigint, 'and no other');
select is((select archive_code from pensions_api.my_missing()), 'attente', 'the archive is asked');
select throws_ok($$ select pensions_api.answer_act(stage.act('Afi', '%échelon 4%'), null) $$, 'GU409', 'pensions.not_asked', 'nothing is asked of her yet');
reset role;
select stage.answer('Afi', '%échelon 4%', 'introuvable');
select is(stage.state('Afi'), 'attente_agent', 'the archive has not found it: the file goes to her by itself');
select is((select due_on from pensions.files where file_id = stage.file('Afi')), null, 'and the clock stands still');
select is(stage.told('Afi', '%Actes demandés :%échelon 4 (A3)%'), 1::bigint, 'she reads which act');
select is((select count(*) from base.outbox o where o.person_id = stage.person_of('Afi') and o.subject like 'Votre signalement%'), 0::bigint, 'not as a report of hers: she made none');
select stage.become('Koffi');
set local role web_self;
select throws_ok($$ select pensions_api.answer_act(stage.act('Afi', '%échelon 4%'), null) $$, 'GU404', 'pensions.act_missing', 'somebody else’s act does not exist for Koffi');
reset role;
select stage.become('Afi');
set local role web_self;
select is((select is_asked from pensions_api.my_missing()), true, 'it is asked of her');
savepoint copy;
select lives_ok($$ select pensions_api.answer_act(stage.act('Afi', '%échelon 4%'), jsonb_build_object('name', 'decision.pdf', 'sha256', repeat('ab', 32), 'size', 1000, 'type', 'pdf')::text) $$, 'she sends a copy');
reset role;
select is(stage.state('Afi'), 'archives', 'her copy is verified at the archive');
select is((select s.name || ' ' || s.state_code from archive.scans s join pensions.missing m on m.report_id = s.report_id where m.file_id = stage.file('Afi')), 'decision.pdf recue', 'by the double keying of old acts');
select is((select due_on from pensions.files where file_id = stage.file('Afi')), base_api.add_working_days(current_date, 15), 'which has what was left of its time');
select stage.answer('Afi', '%échelon 4%', 'introuvable', 'La copie est illisible.');
select is(stage.state('Afi'), 'attente_agent', 'a copy that does not do is asked again');
select is((select agent_answer from pensions.missing where missing_id = stage.act('Afi', '%échelon 4%')), null, 'her answer is open again');
set local role web_self;
select throws_ok($$ select pensions_api.answer_act(stage.act('Afi', '%échelon 4%'), jsonb_build_object('name', 'decision.pdf', 'sha256', repeat('ab', 32), 'size', 1000, 'type', 'pdf')::text) $$, 'GU422', 'pensions.copy_known', 'the same file again does not do');
reset role;
rollback to copy;
select lives_ok($$ select pensions_api.answer_act(stage.act('Afi', '%échelon 4%'), null) $$, 'she does not have it');
reset role;
select is(stage.state('Afi'), 'etat_services', 'nobody has it: the public service, which can rebuild it');
select is((select count(*) from pensions.missing where file_id = stage.file('Afi') and resolved_at is null), 1::bigint, 'and the act is still said to be missing');
set local role web_self;
select throws_ok($$ select pensions_api.answer_act(stage.act('Afi', '%échelon 4%'), null) $$, 'GU409', 'pensions.not_asked', 'answering twice');
reset role;

-- 6. The act comes: the row resolves by itself, the file goes on --------------------------------------------------------------------------
select stage.become('Rosine');
set local role web_pensions;
select throws_ok($$ select pensions_api.ask_act(stage.file('Afi'), 'Décision de titularisation', '2200-01-01') $$, 'GU422', 'pensions.act_date', 'an act of the future');
select throws_ok($$ select pensions_api.ask_act(stage.file('Afi'), 'Décision de titularisation', '1900-01-01') $$, 'GU422', 'pensions.act_date', 'an act of 1900');
select lives_ok($$ select pensions_api.ask_act(stage.file('Afi'), 'Décision de titularisation', '2001-01-03') $$, 'the clerk of the public service names one more act');
reset role;
select is(stage.state('Afi'), 'archives', 'the file goes back to the archive');
select stage.line('Afi', 'avancement_echelon', stage.hired(25), '{"before_category": "A", "before_scale": 3, "before_step": 3, "after_category": "A", "after_scale": 3, "after_step": 4}');
select career_api.refresh_agents(array[stage.who('Afi')]);
set local role worker;
select lives_ok($$ select * from pensions_api.daily() $$, 'the day after');
reset role;
select is((select resolved_how from pensions.missing where missing_id = stage.act('Afi', '%échelon 4%')), 'L’acte est entré dans la carrière.', 'an act keyed in the career resolves its row');
select is(stage.state('Afi'), 'archives', 'one is still looked for');
select is((select count(*) from archive.reports r join pensions.missing m on m.report_id = r.report_id where m.missing_id = stage.act('Afi', '%échelon 4%') and r.state_code in ('nouveau', 'recherche')), 0::bigint, 'the archive looks no more for the first');
select stage.answer('Afi', 'Décision de titularisation', 'trouve');
select is(stage.state('Afi'), 'etat_services', 'found: none is left, the file goes on by itself');
select is((select array_agg(e.state_code order by e.event_id) from pensions.events e where e.file_id = stage.file('Afi') and e.state_code is not null),
	array['ouvert', 'archives', 'attente_agent', 'etat_services', 'archives', 'etat_services'], 'its history tells each step');

-- 7. Contradictions: the file waits, the line is named --------------------------------------------------------------------------------------
select stage.line('Loin', 'avancement_echelon', stage.hired(16), '{"before_category": "A", "before_scale": 1, "before_step": 2, "after_category": "A", "after_scale": 1, "after_step": 3}');
select career_api.refresh_agents(array[stage.who('Loin')]);
select stage.become('Rosine');
set local role web_pensions;
select throws_ok($$ select * from pensions_api.service_open('P300', 'retraite', null, 'Cohorte à préparer') $$, 'GU422', 'pensions.leave_absurd', 'more than three years ahead');
select throws_ok($$ select * from pensions_api.service_open('P300', 'anticipe', '2200-01-01', 'Cohorte à préparer') $$, 'GU422', 'pensions.leave_absurd', 'the year 2200');
select throws_ok($$ select * from pensions_api.service_open('P300', 'anticipe', '1900-01-01', 'Cohorte à préparer') $$, 'GU422', 'pensions.leave_absurd', 'the year 1900');
select throws_ok($$ select * from pensions_api.service_open('P300', 'anticipe', (current_date + 200), 'non') $$, 'GU422', 'pensions.why_missing', 'without a reason');
select throws_ok($$ select * from pensions_api.service_open('P500', 'anticipe', (current_date + 200), 'Une raison suffisante') $$, 'GU422', 'pensions.no_such_agent', 'an agent of another ministry');
select throws_ok($$ select * from pensions_api.service_open('P400', 'retraite', null, 'Une raison suffisante') $$, 'GU422', 'pensions.leave_unknown', 'no birth date, no day: the clerk is asked for one');
select lives_ok($$ select * from pensions_api.service_open('P400', 'retraite', current_date + 300, 'Acte de naissance vu au guichet') $$, 'with a day it opens');
select lives_ok($$ select * from pensions_api.service_open('P300', 'anticipe', current_date + 200, 'Une raison suffisante') $$, 'an early departure opened by the service');
select throws_ok($$ select * from pensions_api.service_open('P300', 'anticipe', current_date + 200, 'Une raison suffisante') $$, 'GU409', 'pensions.already_open', 'opened twice');
select throws_ok($$ select * from pensions_api.service_open('P700', 'retraite', current_date + 200, 'Une raison suffisante') $$, 'GU422', 'pensions.regime_unknown', 'no text says the fund of that status');
reset role;
select is(stage.state('Loin', 'anticipe'), 'archives', 'a contradiction: the file waits');
select alike((select label from pensions.missing where file_id = stage.file('Loin', 'anticipe') limit 1), '%accordé deux fois : actes n° Loin/avancement_echelon/' || stage.hired(16) || ' et n° Loin/avancement_echelon/' || stage.hired(16), 'and the acts are named');
select is((select kind_code from archive.reports r join pensions.missing m using (report_id) where m.file_id = stage.file('Loin', 'anticipe') limit 1), 'faux', 'the archive is asked which is wrong');
select stage.line('Koffi', 'affectation', stage.hired(5), jsonb_build_object('before_structure_id', stage.place('MS'), 'after_structure_id', stage.place('MEMP'))),
	stage.line('Koffi', 'affectation', stage.hired(3), jsonb_build_object('before_structure_id', stage.place('MS'), 'after_structure_id', stage.place('MEMP')));
select career_api.refresh_agents(array[stage.who('Koffi')]);
select is((select count(*) from career_api.gaps_of(stage.who('Koffi')) where gap_code = 'before_differs' and subject_code = 'structure'), 1::bigint, 'acts that disagree on the place of work');
select is((select count(*) from pensions_api.gaps_worded(stage.who('Koffi'))), 0::bigint, 'hold no pension up');
select alike((select leave_source from pensions.files where file_id = stage.file('Sans')), 'Date donnée à l’ouverture.%Aucune règle%', 'the file says that no rule gives its day');
select stage.become('Sabi');
set local role web_pensions;
select throws_ok($$ select * from pensions_api.service_open('P300', 'invalidite', current_date + 200, 'Une raison suffisante') $$, 'GU403', 'pensions.not_your_desk', 'a controller opens nothing');
reset role;

-- 8. What an agent may ask ---------------------------------------------------------------------------------------------------------------------
select stage.become('Loin');
set local role web_self;
select throws_ok(format($$ select pensions_api.ask_leave('anticipe', %L, 'Je souhaite partir', null) $$, current_date + 200), 'GU409', 'pensions.already_open', 'a file of that kind is open');
select throws_ok($$ select pensions_api.ask_leave('invalidite', '2200-01-01', 'Malade', null) $$, 'GU422', 'pensions.leave_absurd', 'the year 2200');
select throws_ok($$ select pensions_api.ask_leave('invalidite', '1900-01-01', 'Malade', null) $$, 'GU422', 'pensions.leave_past', 'the year 1900');
select lives_ok(format($$ select pensions_api.ask_leave('invalidite', %L, 'Je ne peux plus servir', null) $$, current_date + 100), 'unfitness may be asked');
select throws_ok(format($$ select pensions_api.ask_leave('invalidite', %L, 'Je ne peux plus servir', null) $$, current_date + 100), 'GU409', 'pensions.already_open', 'once');
reset role;
select is((select is_proven from pensions.facts where agent_id = stage.who('Loin')), false, 'it is a fact to be proven');
select stage.become('Sans');
set local role web_self;
select throws_ok(format($$ select pensions_api.ask_leave('anticipe', %L, 'Je souhaite partir', null) $$, current_date + 100), 'GU409', 'pensions.no_early_rule', 'no rule gives a day: it cannot be asked');
reset role;
select stage.become('Jeune');
set local role web_self;
select is((select may_early::text || is_early_later from pensions_api.my_doors()), 'falsetrue', 'a rule will allow it, in many years');
select throws_ok(format($$ select pensions_api.ask_leave('anticipe', %L, 'Je souhaite partir', null) $$, current_date + 100), 'GU409', 'pensions.too_soon', 'not to be asked yet');
reset role;
select stage.become('Ancien');
set local role web_self;
select throws_ok(format($$ select pensions_api.ask_leave('invalidite', %L, 'Malade', null) $$, current_date + 100), 'GU409', 'pensions.has_left', 'who has left asks nothing');
select is((select has_left from pensions_api.my_doors()), true, 'and the page says so');
reset role;
select stage.become('Edwige');
set local role web_pensions;
select throws_ok(format($$ select pensions_api.record_decision(%s, 'PV 12', %L, %L, null) $$, stage.file('Afi'), current_date, current_date + 30), 'GU409', 'pensions.no_such_move', 'a decision of unfitness has no place in a file of retirement');
select throws_ok(format($$ select pensions_api.record_decision(%s, 'PV 12', %L, %L, null) $$, stage.file('Loin', 'invalidite'), current_date + 1, current_date + 30), 'GU422', 'pensions.decision_date', 'taken tomorrow');
select lives_ok(format($$ select pensions_api.record_decision(%s, 'PV 12', %L, %L, %L) $$, stage.file('Loin', 'invalidite'), current_date, current_date + 30,
	'{"name": "pv.pdf", "sha256": "' || repeat('cd', 32) || '", "size": 10, "type": "pdf"}'), 'the decision with its paper');
select throws_ok(format($$ select pensions_api.record_decision(%s, 'PV 13', %L, %L, null) $$, stage.file('Loin', 'invalidite'), current_date, current_date + 30), 'GU409', 'pensions.decision_known', 'once');
reset role;
select is((select array_agg(is_proven order by fact_id) from pensions.facts where agent_id = stage.who('Loin') and void_at is null), array[true], 'the fact is proven');
select is((select leave_on from pensions.files where file_id = stage.file('Loin', 'invalidite')), current_date + 30, 'and gives the day');

-- 9. Survivors; the dead; a corrected birth date -------------------------------------------------------------------------------------------------
update base.persons set deceased_on = current_date - 5 where person_id = stage.person_of('Ancien');
select throws_ok(format('select pensions_api.open_for(%s, %L, %L, %L, null, %L)', stage.who('Ancien'), 'retraite', 'service', current_date + 10, 'x'), 'GU409', 'pensions.deceased', 'no retirement for the dead');
select lives_ok(format('select pensions_api.open_for(%s, %L, %L, %L, null, %L)', stage.who('Ancien'), 'reversion', 'ayant_cause', current_date - 4, 'Veuve'), 'a survivor’s file');
select is(stage.state('Ancien', 'reversion'), 'etat_services', 'goes to the certification');
select is(stage.told('Ancien', '%pension%'), 0::bigint, 'and nobody writes to the dead');
select throws_ok(format('select pensions_api.open_for(%s, %L, %L, %L, null, %L)', stage.who('Ancien'), 'reversion', 'ayant_cause', current_date - 4, 'Veuve'), 'GU409', 'pensions.already_open', 'once');
select throws_ok('select pensions_api.open_for(0, $a$retraite$a$, $a$service$a$, null, null, null)', 'GU404', 'career.agent_missing', 'no such agent');
update base.persons set birth_date = birth_date + 100 where person_id = stage.person_of('Coco');
select is((select moved from pensions_api.daily()), 1, 'a corrected birth date moves the departure');
select is((select leave_on from pensions.files where file_id = stage.file('Coco')), (select retirement_date from career.agents where agent_id = stage.who('Coco')), 'to the new day');

-- 10. Filed away; the clock ------------------------------------------------------------------------------------------------------------------------
select stage.become('Edwige');
set local role web_pensions;
select lives_ok($$ select pensions_api.step_file(stage.file('Sans'), 'abandonne', 'Ouvert par erreur, à refaire.') $$, 'filed away with a reason');
reset role;
select isnt((select closed_at from pensions.files where file_id = stage.file('Sans')), null, 'closed');
select is((select opened from pensions_api.daily()), 0, 'what was filed away is not opened again by itself');
update pensions.events set at = at - interval '30 days' where file_id = stage.file('Afi');
select is((select bool_and(spent >= 0) from pensions_api.track_of(stage.file('Afi'))), true, 'working days are counted step by step');
select is((select spent from pensions_api.track_of(stage.file('Afi')) where step_code in ('ici', 'retard')), base_api.working_days(current_date - 30, current_date), 'from the day it came there');
select is(pensions_api.left_words(base_api.add_working_days(current_date, 3)), 'reste 3 jours ouvrés', 'in words');
select * from finish();
rollback;
