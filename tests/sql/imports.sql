-- Who sees and moves which imports, what the worker may touch, and how jobs are taken.
begin;
\ir career_cast.inc
select no_plan();

-- Row security on and forced; exactly these policies; nobody writes but functions.
select is((select array_agg(relrowsecurity and relforcerowsecurity) from pg_class where oid = format('imports.%I', t)::regclass), array[true],
	t || ': row security enabled and forced') from unnest(array['imports', 'columns', 'choices', 'problems', 'sums', 'profiles', 'profile_fields']) t;
select policies_are('imports', t, array['gatekeeper', 'own', 'payer'], t || ': its policies') from unnest(array['imports', 'columns', 'choices', 'problems', 'sums']) t;
select policies_are('imports', t, array['gatekeeper'], t || ': its policy') from unnest(array['profiles', 'profile_fields']) t;
select policy_roles_are('imports', t, 'payer', array['web_payroll']) from unnest(array['imports', 'columns', 'choices', 'problems', 'sums']) t;
select policy_roles_are('imports', t, 'own', array['web_import']) from unnest(array['imports', 'columns', 'choices', 'problems', 'sums']) t;
select is(has_any_column_privilege(r, format('imports.%I', t), v), v = 'SELECT' and r = 'web_import' and t not in ('profiles', 'profile_fields'), r || ' ' || v || ' on ' || t)
from unnest(array['gate', 'worker', 'web_public', 'web_account', 'web_self', 'web_clerk', 'web_export', 'web_import', 'web_admin']) r,
	unnest(array['imports', 'columns', 'choices', 'problems', 'sums', 'profiles', 'profile_fields']) t, unnest(array['SELECT', 'INSERT', 'UPDATE']) v;
select is(has_column_privilege('web_import', 'imports.imports', 'reach', 'SELECT'), false, 'the reach of an import is nobody''s to read');

-- Staging has no row security because COPY refuses it: the worker may insert in one table, and nobody may read any.
select is(has_any_column_privilege(r, format('imports.%I', t), v), r = 'worker' and t = 'staged' and v = 'INSERT', r || ' ' || v || ' on ' || t)
from unnest(array['gate', 'worker', 'web_import', 'web_clerk', 'web_admin']) r, unnest(array['staged', 'ready', 'matches', 'touched']) t,
	unnest(array['SELECT', 'INSERT', 'UPDATE']) v;
select is(has_table_privilege(r, format('imports.%I', t), 'DELETE, TRUNCATE'), false, r || ' empties ' || t)
from unnest(array['gate', 'worker', 'web_import']) r, unnest(array['staged', 'ready', 'matches', 'touched', 'imports', 'problems']) t;
select is((select relpersistence::text from pg_class where oid = format('imports.%I', t)::regclass), 'u', t || ' is not kept')
from unnest(array['staged', 'ready', 'matches', 'touched']) t;

-- Functions: pages to web_import, runs and jobs to the worker.
select is(has_function_privilege(r, p.oid, 'EXECUTE'), r = 'worker', r || ' calls ' || p.proname)
from pg_proc p, unnest(array['worker', 'web_import', 'web_clerk', 'gate']) r
where p.pronamespace = 'imports_api'::regnamespace and p.proname like any (array['run\_%', 'command\_%'])
	or p.pronamespace = 'job_api'::regnamespace and p.proname in ('take', 'beat', 'done', 'give_back', 'stop');
select is(has_function_privilege(r, p.oid, 'EXECUTE'), r = 'web_import' or (r = 'worker' and p.proname = 'send'), r || ' calls ' || p.proname)
from pg_proc p, unnest(array['worker', 'web_import', 'web_clerk', 'web_admin', 'gate']) r
where p.pronamespace = 'imports_api'::regnamespace and p.proname in ('my_imports', 'one', 'columns_of', 'choices_of', 'sums_of', 'problems_of',
	'profiles_for', 'may_send', 'send', 'choose', 'check_again', 'decide', 'drop_it');
select is(has_function_privilege(r, p.oid, 'EXECUTE'), false, r || ' does not call ' || p.proname)
from pg_proc p, unnest(array['worker', 'web_import']) r
where p.pronamespace = 'imports_api'::regnamespace and p.proname in ('move', 'start_check', 'ready_acts', 'ready_personnel', 'write_acts', 'write_personnel', 'match_words')
	or p.pronamespace = 'job_api'::regnamespace and p.proname = 'put';
select is(p.prosecdef and p.proconfig::text like '%search_path%' or not p.prosecdef and p.proconfig is null, true, p.proname || ': definer sets a path, invoker sets nothing')
from pg_proc p where p.pronamespace in ('imports_api'::regnamespace, 'job_api'::regnamespace);
select isnt(obj_description(p.oid, 'pg_proc'), null, p.proname || ' says what it is')
from pg_proc p where p.pronamespace in ('imports_api'::regnamespace, 'job_api'::regnamespace);

-- Cast: two clerks of one structure, their chief, a clerk of another ministry.
select stage.person('Rachida Gbaguidi', '1975-01-01'), stage.person('Moussa Sabi', '1976-01-01', 'M'), stage.person('Ines Zinsou', '1977-01-01'),
	stage.person('Paul Adjovi', '1990-01-01', 'M'), stage.agent('Afi Dossou', 'M100', '1980-05-05', 'FE', '2010-01-04', 'DRSC'),
	stage.agent('Koffi Bio', 'M200', '1980-05-05', 'FE', '2010-01-04', 'MS');
select stage.assign('Rachida', 'clerk', 'DRSC'), stage.assign('Moussa', 'clerk', 'MS'), stage.assign('Ines', 'manager', 'DRSC'), stage.assign('Paul', 'clerk', 'DRSC');
select career_api.refresh_all();
select stage.sign_in();

create function stage.send(kind text, content text) returns bigint language sql as $$
	select import_id from imports_api.send(kind, content || '.csv', encode(sha256(convert_to(content, 'UTF8')), 'hex'), 10,
		'{"sheet": "csv", "separator": ";", "windows": false, "line": 1, "signature": "s1", "columns": [
			{"place": 1, "header": "Matricule", "folded": "matricule", "examples": ["M100"], "guess": "matricule", "confidence": 90, "why": "column.by_header", "detail": ""},
			{"place": 2, "header": "Sexe", "folded": "sexe", "examples": [], "guess": "none", "confidence": 0, "why": "column.unknown", "detail": ""}]}', null)
$$;
grant execute on function stage.send to public;

-- Rachida sends; sending again is the same import; Moussa and Paul see nothing; her chief sees it and cannot act on it.
select stage.become('Rachida');
set local role web_import;
select isnt(stage.send('personnel', 'un'), null, 'a file is sent');
select is(stage.send('personnel', 'un'), (select max(import_id) from imports.imports), 'sent twice, it is one import');
select is((select count(*) from imports_api.my_imports(10, 0)), 1::bigint, 'and one row');
select results_eq('select field, place from imports_api.choices_of((select max(import_id) from imports.imports))', $$values ('matricule', 1)$$, 'the guesses are the first choices');
select throws_ok('select imports_api.decide((select max(import_id) from imports.imports), true, ''/x'')', 'GU409', null, 'nothing is written before the check');
select throws_ok('insert into imports.problems (import_id, line, why) values (1, 1, ''x'')', '42501', null, 'the report is not hers to write');
reset role;
select stage.become('Moussa');
set local role web_import;
select is_empty('select import_id from imports.imports', 'another ministry sees nothing');
select is_empty('select place from imports.columns', 'nor the columns');
reset role;
select stage.become('Paul');
set local role web_import;
select is_empty('select import_id from imports.imports', 'a colleague sees nothing either');
reset role;
select set_config('stage.import', (select max(import_id)::text from imports.imports), true);
select throws_ok(format('select imports_api.check_again(%s, ''/x'')', current_setting('stage.import')), 'GU404', null, 'nor acts on it');
select stage.become('Ines');
set local role web_import;
select is((select count(*) from imports.imports), 1::bigint, 'the chief sees it');
reset role;
select throws_ok(format('select imports_api.drop_it(%s, ''/x'')', current_setting('stage.import')), 'GU404', null, 'and cannot act on it');

-- The check is a job; a second one is refused while it waits.
select stage.become('Rachida');
select lives_ok(format('select imports_api.choose(%s, ''{"matricule": 1, "sex": 2}'', ''Mon choix'', true, ''/x'', ''/y'')', current_setting('stage.import')), 'columns are chosen');
select is((select state_code from imports.imports), 'controle', 'the check begins');
select throws_ok(format('select imports_api.check_again(%s, ''/x'')', current_setting('stage.import')), 'GU409', null, 'once');
select is((select name from imports.profiles where signature = 's1'), 'Mon choix', 'the choice is kept under its name');
select is((select count(*) from base.audit a where a.permission = 'import.personnel'), 2::bigint, 'the journal has both');

-- Taking jobs: one at a time of those that run alone, again after a minute of silence, three times.
delete from base.jobs j where j.kind not like 'import.%' or j.job_id <> (select job_id from imports.imports);
select is((select count(*) from job_api.take('{import.write}', '{}')), 0::bigint, 'a kind that is not asked for is left');
select is((select tries from job_api.take('{import.check,import.write}', '{import.check,import.write}')), 1, 'the job is taken');
select is((select count(*) from job_api.take('{import.check}', '{}')), 0::bigint, 'and not by another');
select is(job_api.beat((select job_id from base.jobs), 1, 5, 10), true, 'it lives');
select is(job_api.beat((select job_id from base.jobs), 2, 5, 10), false, 'with its own lease');
insert into base.jobs (kind) values ('import.check');
select is((select count(*) from job_api.take('{import.check}', '{import.check}')), 0::bigint, 'alone: the next one waits');
delete from base.jobs where input = '{}';
update base.jobs set seen_at = now() - interval '61 seconds';
select is((select tries from job_api.take('{import.check}', '{}')), 2, 'silent for a minute: taken again');
select throws_ok('select job_api.done((select job_id from base.jobs), 1, ''{}'')', 'GU409', null, 'the first runner ends nothing');
select lives_ok('select job_api.give_back((select job_id from base.jobs), 2, ''job.failed'', false, false)', 'a runner that stops gives it back');
select is((select tries from base.jobs), 1, 'without counting the try');
update base.jobs set tries = 3, state_code = 'cours', seen_at = now() - interval '61 seconds';
select is((select count(*) from job_api.take('{import.check}', '{}')), 0::bigint, 'after three tries it is given up');
select results_eq('select state_code, error from base.jobs', $$values ('echec', 'job.lost')$$, 'in words');
select is((select is_failed from imports_api.rows), true, 'and its import says so');

-- A run: judged within the reach of the sender, refused lines with their reasons.
update imports.imports set state_code = 'controle', reach = (select format('{[%s,%s]}', rank, last_rank)::int4multirange from base.structures where code = 'DRSC');
select is((select kind from imports_api.run_begin(current_setting('stage.import')::bigint, false)), 'personnel', 'a run begins');
select throws_ok(format('select * from imports_api.run_begin(%s, true)', current_setting('stage.import')), 'GU409', null, 'but not as a writing one');
insert into imports.staged (line, matricule, sex, faults) values (2, 'M100', 'F', null), (3, 'M200', 'F', null), (4, 'M100', 'M', null),
	(5, 'M900', null, null), (6, null, null, E'matricule\x1fimports.matricule_missing\x1f\x1f');
insert into imports.staged (line, matricule, structure, status, corps) values (7, 'M101', 'nulle part', 'FE', 'xyz');
select results_eq(format('select * from imports_api.run_judge(%s)', current_setting('stage.import')), $$values (6::bigint, 0::bigint, 0::bigint, 1::bigint, 5::bigint, 11::bigint)$$, 'six lines judged');
select results_eq('select line, why from imports.problems order by line, problem_id', $$values (3::bigint, 'imports.out_of_reach'), (4, 'imports.matricule_twice'),
	(5, 'imports.name_missing'), (5, 'imports.status_missing'), (5, 'imports.birth_missing'), (5, 'imports.structure_missing'),
	(6, 'imports.matricule_missing'), (7, 'imports.corps_unknown'), (7, 'imports.structure_unknown'), (7, 'imports.name_missing'), (7, 'imports.birth_missing')$$, 'each with its reasons');
select lives_ok(format('select imports_api.run_end(%s, ''pret'', null, null)', current_setting('stage.import')), 'the run ends');
select is_empty('select line from imports.staged union all select line from imports.ready', 'and leaves nothing behind');
select throws_ok(format('select imports_api.decide(%s, false, ''/x'')', current_setting('stage.import')), 'GU422', null, 'wrong lines refuse the file');
select lives_ok(format('select imports_api.drop_it(%s, ''/x'')', current_setting('stage.import')), 'it can be given up');
select is_empty('select line from imports.problems', 'its report is erased');
select throws_ok(format('select imports_api.check_again(%s, ''/x'')', current_setting('stage.import')), 'GU409', null, 'and is over');

select * from finish();
rollback;
