-- Who sees which scans and readings, who may treat them, and what an agreed reading does to a career.
begin;
\ir career_cast.inc
select no_plan();

-- Row security on and forced; exactly these policies; nobody writes but functions.
select is((select array_agg(relrowsecurity and relforcerowsecurity) from pg_class where oid = format('archive.%I', t)::regclass), array[true], t || ': row security enabled and forced')
from unnest(array['lots', 'scans', 'pages', 'keyings', 'keying_lines', 'barred', 'comparisons', 'act_scans', 'reports', 'report_steps']) t;
select policies_are('archive', t, array['gatekeeper'], t || ': nobody reads it but functions') from unnest(array['keyings', 'keying_lines', 'barred', 'comparisons']) t;
select policies_are('archive', 'lots', array['gatekeeper', 'work']);
select policies_are('archive', t, array['gatekeeper', 'own', 'desk', 'work'], t || ': its policies') from unnest(array['scans', 'pages']) t;
select policies_are('archive', 'act_scans', array['gatekeeper', 'own', 'desk']);
select policies_are('archive', t, array['gatekeeper', 'own', 'work'], t || ': its policies') from unnest(array['reports', 'report_steps']) t;
select is(has_any_column_privilege(r, format('archive.%I', t), 'SELECT, INSERT, UPDATE'), false, r || ' reads no ' || t)
from unnest(array['gate', 'worker', 'web_archive', 'web_self', 'web_clerk', 'web_public']) r, unnest(array['keyings', 'keying_lines', 'barred', 'comparisons']) t;
select is(has_any_column_privilege(r, format('archive.%I', t), 'INSERT, UPDATE'), false, r || ' writes no ' || t)
from unnest(array['gate', 'worker', 'web_archive', 'web_self', 'web_clerk']) r, unnest(array['lots', 'scans', 'pages', 'act_scans', 'reports', 'report_steps']) t;
select is(has_column_privilege('web_archive', 'archive.scans', c, 'SELECT'), false, 'nobody reads ' || c) from unnest(array['lease_by', 'content', 'words']) c;
select is(p.prosecdef and p.proconfig::text like '%search_path%' or not p.prosecdef, true, p.proname || ': definer sets a path') from pg_proc p where p.pronamespace = 'archive_api'::regnamespace;
select isnt(obj_description(p.oid, 'pg_proc'), null, p.proname || ' says what it is') from pg_proc p where p.pronamespace = 'archive_api'::regnamespace;
select is(has_function_privilege(r, p.oid, 'EXECUTE'), r = 'worker', r || ' calls ' || p.proname)
from pg_proc p, unnest(array['worker', 'web_archive', 'web_self', 'web_clerk', 'gate']) r where p.pronamespace = 'archive_api'::regnamespace and p.proname like 'run\_%';
select is(has_function_privilege(r, p.oid, 'EXECUTE'), false, r || ' does not call ' || p.proname)
from pg_proc p, unnest(array['worker', 'web_archive', 'web_self', 'gate']) r
where p.pronamespace = 'archive_api'::regnamespace and p.proname in ('attach', 'conclude', 'move', 'compare', 'values_of', 'differences_of', 'prove', 'step', 'held');

-- References and dates as people write them.
select is(archive.reference_key('N° 035/MTFP/DC/SGM'), archive.reference_key('035 / mtfp-dc.sgm'), 'two spellings, one key');
select isnt(archive.reference_key('035/MTFP'), archive.reference_key('036/MTFP'), 'two references, two keys');
select is(archive_api.french_date('Cotonou, le 1er août 1998'), '1998-08-01'::date, 'a date in words');
select is(archive_api.french_date('le 31 février 1998'), null, 'a day that is none');

-- Cast: three archivists of one structure, one of another ministry, two agents, a clerk.
select stage.person('Afi Kpade', '1980-01-01'), stage.person('Bola Saka', '1981-01-01'), stage.person('Comlan Zinsou', '1982-01-01', 'M'), stage.person('Didi Bio', '1983-01-01'),
	stage.person('Rachida Gbaguidi', '1975-01-01'), stage.agent('Moussa Dossou', 'M100', '1970-05-05', 'FE', '2000-01-04', 'DRSC'),
	stage.agent('Koffi Adjovi', 'M200', '1971-05-05', 'FE', '2000-01-04', 'DRSC');
select stage.assign(n, 'archivist', 'DRSC') from unnest(array['Afi', 'Bola', 'Comlan']) n;
select stage.assign('Didi', 'archivist', 'MS'), stage.assign('Rachida', 'clerk', 'DRSC'), stage.assign('Moussa', 'agent', 'DRSC'), stage.assign('Koffi', 'agent', 'DRSC');
select stage.climbs('Moussa', '2000-01-04', 'A', 3, array[1, 2, 4]);
select career_api.refresh_all();
select stage.sign_in();
grant select on stage.people to public;

create function stage.scan(name text, state text) returns bigint language sql as $$
	insert into archive.scans (lot_id, structure_rank, sha256, name, size, type_code, pages_count, state_code, content)
	select l.lot_id, l.structure_rank, sha256(convert_to(scan.name, 'UTF8')), scan.name, 10, 'pdf', 1, state, 'Arrêté de Moussa, matricule M100, à compter du 4 janvier 2004'
	from archive.lots l where l.name = 'Lot' returning scan_id
$$;
create function stage.hold(who text, scan bigint) returns void language sql as $$
	update archive.scans s set lease_by = stage.person_of(hold.who), lease_until = now() + interval '1 hour' where s.scan_id = hold.scan
$$;
insert into archive.lots (name, structure_id, structure_rank) select 'Lot', s.structure_id, s.rank from base.structures s where s.code = 'DRSC';
select stage.scan('un', 'a_saisir'), stage.scan('deux', 'a_saisir');
create function stage.s(wanted text) returns bigint language sql stable security definer as $$ select scan_id from archive.scans s where s.name = wanted $$;
grant execute on all functions in schema stage to public;
create function stage.key(scan text, effect date default '2004-01-04', matricule text default 'M100', reference text default '12/MTFP', grade text default 'A3-3') returns text
language sql as $$
	select state_code from archive_api.key_scan(stage.s(scan), null, 'Avancement d’échelon', reference, '2004-03-03', 'copie',
		jsonb_build_array(jsonb_build_object('n', 1, 'matricule', matricule, 'effet', effect, 'grade', grade)))
$$;

-- Reach, leases, blindness.
select stage.become('Didi');
set local role web_archive;
select is_empty('select scan_id from archive.scans', 'another ministry sees no scan');
select is_empty('select lot_id from archive.lots', 'nor a batch');
select throws_ok('select archive_api.take(''saisie'')', 'GU422', 'archive.nothing_left', 'nor takes one');
reset role;
select stage.become('Afi');
set local role web_archive;
select is((select count(*) from archive.scans), 2::bigint, 'those of her structure are seen');
select is((select scan_id from archive_api.take('saisie')), stage.s('un'), 'the oldest is taken first');
select is((select scan_id from archive_api.take('saisie')), stage.s('un'), 'taken again it is the same one');
select is((select matricule from archive_api.keying_page(stage.s('un'))), 'M100', 'the first keying is helped');
reset role;
select stage.become('Bola');
set local role web_archive;
select is((select scan_id from archive_api.take('saisie')), stage.s('deux'), 'another takes another');
select throws_ok('select stage.key(''un'')', 'GU409', 'archive.lease_lost', 'what somebody holds is his');
select throws_ok('select count(*) from archive.keyings', '42501', null, 'no reading is read');
select lives_ok('select archive_api.give_up(stage.s(''deux''))', 'given back');
reset role;
select stage.become('Afi');
set local role web_archive;
select throws_ok('select stage.key(''un'', matricule => ''M999'')', 'GU422', 'archive.no_such_matricule', 'a matricule that is none');
select throws_ok('select stage.key(''un'', grade => ''Z1-1'')', 'GU422', 'archive.not_a_grade', 'a grade that is none');
select is(stage.key('un'), 'a_ressaisir', 'the first reading');
select throws_ok('select stage.key(''un'')', 'GU409', null, 'not twice');
select is((select for_me from archive_api.desk() where queue = 'ressaisie'), 0, 'the second is not for her');
reset role;
select stage.hold('Afi', stage.s('un'));
set local role web_archive;
select throws_ok('select stage.key(''un'')', 'GU409', 'archive.lease_lost', 'not even holding it');
reset role;
-- The same human under another account: the same name and birth, or a telephone in common.
select stage.hold('Comlan', stage.s('un'));
insert into base.contacts (person_id, kind, value) values (stage.person_of('Afi'), 'phone', '+2290197000001'), (stage.person_of('Comlan'), 'phone', '+2290197000001');
select stage.become('Comlan');
set local role web_archive;
select throws_ok('select stage.key(''un'')', 'GU409', 'archive.lease_lost', 'nor by another account of hers');
reset role;
delete from base.contacts where value = '+2290197000001';
select stage.hold('Bola', stage.s('un'));
select stage.become('Bola');
set local role web_archive;
select results_eq('select is_first, matricule, reference, kind_label, effect_date, grade from archive_api.keying_page(stage.s(''un''))',
	$$values (false, null::text, null::text, null::text, null::date, null::text)$$, 'the second sees nothing at all');
select is(stage.key('un', reference => 'N° 12 / mtfp'), 'rattachee', 'alike but for the spelling: attached');
reset role;
select is((select count(*) from career.acts a join career.act_lines l using (act_id) where l.agent_id = stage.who('Moussa') and a.kind_code = 'avancement_echelon'), 3::bigint, 'one act more');
select is((select step from career.agents where agent_id = stage.who('Moussa')), 4::smallint, 'the situation is derived, not typed');
select is_empty($$select * from stage.gaps('Moussa') g where g like 'missing_step%'$$, 'and the gap it filled is gone');
select is((select only_agent_id from archive.act_scans), stage.who('Moussa'), 'the paper names him alone');
select is((select count(*) from base.consultations where person_id = stage.person_of('Moussa') and what = 'piece'), 2::bigint, 'he reads who saw it');

-- The paper: its agent, not another; a clerk once the file is open.
select set_config('stage.act', (select act_id::text from archive.act_scans), true);
insert into archive.pages (scan_id, page_no, sha256, width, height) values (stage.s('un'), 1, sha256('p'), 10, 10);
select stage.become('Moussa');
set local role web_self;
select is((select count(*) from archive_api.act_papers(current_setting('stage.act')::bigint)), 1::bigint, 'his paper');
select is((select count(*) from archive_api.act_page(current_setting('stage.act')::bigint, stage.s('un'), 1)), 1::bigint, 'and its page');
reset role;
select stage.become('Koffi');
set local role web_self;
select is_empty('select scan_id from archive.scans', 'another agent has none');
select is_empty('select page_no from archive.pages', 'not a page');
reset role;
select stage.become('Rachida');
set local role web_clerk;
select is_empty('select scan_id from archive.scans', 'a clerk sees no paper of a closed file');
select lives_ok(format('select * from career_api.open_file(%s, ''Contrôle'')', stage.who('Moussa')), 'the file is opened');
select is((select count(*) from archive_api.act_papers(current_setting('stage.act')::bigint)), 1::bigint, 'now the paper shows');
reset role;
-- A paper with other agents' names is not the agent's to see.
update archive.act_scans set only_agent_id = null;
select stage.become('Moussa');
set local role web_self;
select is_empty('select scan_id from archive.scans', 'a paper that names others is not shown');
select is((select paper_code from archive_api.my_act_paper(current_setting('stage.act')::bigint)), 'collectif', 'and he is told so');
reset role;

-- Two readings that differ; the third decides; or sends back and keys no more.
select stage.hold('Afi', stage.s('deux')), stage.become('Afi');
set local role web_archive;
select is(stage.key('deux', effect => '2005-01-04', reference => '13/MTFP'), 'a_ressaisir', 'a first reading');
reset role;
select stage.hold('Bola', stage.s('deux')), stage.become('Bola');
set local role web_archive;
select is(stage.key('deux', effect => '2005-01-05', reference => '13/MTFP'), 'a_comparer', 'a second that differs');
select is((select for_me from archive_api.desk() where queue = 'comparaison'), 0, 'who keyed does not compare');
reset role;
select stage.hold('Comlan', stage.s('deux')), stage.become('Comlan');
set local role web_archive;
select results_eq('select path, first, second from archive_api.differences(stage.s(''deux''))', $$values ('M100.effet', '04/01/2005', '05/01/2005')$$, 'he sees what differs');
select throws_ok('select archive_api.decide(stage.s(''deux''), ''[]'', null, false)', 'GU422', 'archive.undecided', 'each difference is decided');
reset role;
savepoint before;
set local role web_archive;
select is((select state_code from archive_api.decide(stage.s('deux'), '[]', null, true)), 'a_saisir', 'both are wrong: keyed again');
reset role;
select stage.hold('Comlan', stage.s('deux'));
set local role web_archive;
select throws_ok('select stage.key(''deux'')', 'GU409', 'archive.lease_lost', 'not by who saw both');
reset role;
rollback to before;
select stage.become('Comlan');
set local role web_archive;
select is((select state_code from archive_api.decide(stage.s('deux'), '["M100.effet=2"]', null, false)), 'rattachee', 'decided');
reset role;
select is((select l.effect_date from career.act_lines l join career.acts a using (act_id) where a.reference = '13/MTFP'), '2005-01-05'::date, 'as the third said');
select throws_ok('update archive.scans set state_code = ''nulle part''', '23503', null, 'a state is one of the table');
select throws_ok($$select archive_api.move(stage.s('deux'), 'a_saisir')$$, 'GU409', 'archive.moved', 'what is over does not move');

-- A declared act is proved, not doubled; what was proved is completed, not changed.
select stage.line('Koffi', 'titularisation', '2001-01-04', '{"after_category": "B", "after_scale": 1, "after_step": 1}', 'declare');
select stage.scan('trois', 'a_saisir');
select stage.hold('Afi', stage.s('trois')), stage.become('Afi');
set local role web_archive;
select state_code from archive_api.key_scan(stage.s('trois'), null, 'titularisation', '77/X', '2001-02-02', 'original', '[{"n": 1, "matricule": "M200", "effet": "2001-01-04", "grade": "B1-2"}]');
reset role;
select stage.hold('Bola', stage.s('trois')), stage.become('Bola');
set local role web_archive;
select is((select state_code from archive_api.key_scan(stage.s('trois'), null, 'Titularisation', '77 X', '2001-02-02', 'original', '[{"n": 4, "matricule": "M200", "effet": "2001-01-04", "grade": "B1-2"}]')),
	'rattachee', 'two readings of the paper');
reset role;
select results_eq($$select a.proof_code, a.reference, l.after_step from career.act_lines l join career.acts a using (act_id) where l.agent_id = stage.who('Koffi')$$,
	$$values ('original', '77/X', 2::smallint)$$, 'the declared act is proved and says what the paper says');

-- Reports: one's own, in reach, step by step, never answered by oneself.
select stage.become('Koffi');
set local role web_self;
select isnt((select report_id from archive_api.report('manquant', null, 'Nomination', null, 'Elle manque', null)), null, 'a report');
select throws_ok($$select archive_api.report('manquant', null, 'Nomination', null, 'Encore', null)$$, 'GU422', 'archive.report_open', 'once');
select throws_ok($$select archive_api.report('faux', null, null, null, 'x', null)$$, 'GU422', 'archive.report_which', 'a wrong act is named');
select is((select count(*) from archive.reports), 1::bigint, 'he sees his own');
reset role;
select stage.become('Moussa');
set local role web_self;
select is_empty('select report_id from archive.reports', 'another agent sees none');
select is_empty('select report_id from archive.report_steps', 'nor a step');
reset role;
select stage.become('Didi');
set local role web_archive;
select is_empty('select report_id from archive_api.reports(null, 10, 0)', 'out of reach there is none');
select throws_ok('select archive_api.handle_report(1, ''recherche'', '''')', 'GU404', 'archive.report_missing', 'nor to be moved');
reset role;
select set_config('stage.report', (select report_id::text from archive.reports), true), stage.become('Afi');
set local role web_archive;
select throws_ok(format('select archive_api.handle_report(%s, ''trouve'', '''')', current_setting('stage.report')), 'GU422', 'archive.answer_missing', 'an end has an answer');
select throws_ok(format('select archive_api.handle_report(%s, ''nouveau'', ''x'')', current_setting('stage.report')), 'GU409', 'archive.report_moved', 'a move that is none');
select lives_ok(format('select archive_api.handle_report(%s, ''recherche'', ''Registre demandé'')', current_setting('stage.report')), 'a step');
select is((select count(*) from archive.report_steps), 2::bigint, 'is kept');
reset role;
select finish();
rollback;
