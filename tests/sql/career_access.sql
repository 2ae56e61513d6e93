-- Who may touch which career table, and what each person sees of them.
begin;
\ir career_cast.inc
select no_plan();

-- Row security on and forced on every table with personal data; exactly these policies.
select is((select array_agg(relrowsecurity and relforcerowsecurity) from pg_class where oid = format('career.%I', t)::regclass), array[true],
	t || ': row security enabled and forced') from unnest(array['agents', 'acts', 'act_lines']) t;
select policies_are('career', t, array['gatekeeper', 'own', 'desk'], t || ': its policies') from unnest(array['agents', 'acts', 'act_lines']) t;
select policy_roles_are('career', t, 'own', array['web_self']) from unnest(array['agents', 'acts', 'act_lines']) t;
select policy_roles_are('career', t, 'desk', array['web_clerk']) from unnest(array['agents', 'acts', 'act_lines']) t;
select policy_roles_are('career', t, 'gatekeeper', array['guichet_owner', 'guichet_gatekeeper']) from unnest(array['agents', 'acts', 'act_lines']) t;
select policy_cmd_is('career'::name, t::name, p::name, 'select'::text, t || ' ' || p || ' is for reading') from unnest(array['agents', 'acts', 'act_lines']) t, unnest(array['own', 'desk']) p;
select is((select array_agg(c.relname::text) from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('agent_id', 'person_id')
	where c.relnamespace = 'career'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)), null,
	'no table of the schema names an agent without row security');

-- Role by table by verb: two roles read some columns, nobody writes.
select is(has_any_column_privilege(r, format('career.%I', t), v), v = 'SELECT' and r in ('web_self', 'web_clerk'), r || ' ' || v || ' on ' || t)
from unnest(array['gate', 'worker', 'web_public', 'web_door', 'web_pending', 'web_account', 'web_self', 'web_clerk', 'web_export', 'web_import',
	'web_inspector', 'web_admin']) r, unnest(array['agents', 'acts', 'act_lines']) t, unnest(array['SELECT', 'INSERT', 'UPDATE']) v;
select is(has_table_privilege(r, format('career.%I', t), v), false, r || ' ' || v || ' on ' || t)
from unnest(array['gate', 'worker', 'web_public', 'web_account', 'web_self', 'web_clerk', 'web_export', 'web_import', 'web_inspector', 'web_admin']) r,
	unnest(array['agents', 'acts', 'act_lines']) t, unnest(array['DELETE', 'TRUNCATE']) v;
select is(has_column_privilege(r, 'career.agents', 'search_text', 'SELECT'), false, r || ' cannot read the search column')
from unnest(array['web_self', 'web_clerk']) r;
select is(has_any_column_privilege(r, format('career.%I', t), v), false, r || ' does not write reference table ' || t)
from unnest(array['web_self', 'web_clerk', 'web_export', 'web_import', 'web_admin']) r, unnest(array['statuses', 'categories', 'corps', 'positions',
	'act_kinds', 'proofs', 'act_states', 'retirement_ages', 'retirement_rules', 'step_rules', 'gap_kinds']) t, unnest(array['INSERT', 'UPDATE']) v;

-- Functions: the agent's to the agent, the clerk's to the clerk, the derivation's writer to neither.
select is(has_function_privilege(r, p.oid, 'EXECUTE'), r = case when p.proname like 'my\_%' then 'web_self' else 'web_clerk' end, r || ' calls ' || p.proname)
from pg_proc p, unnest(array['web_self', 'web_clerk', 'web_public', 'web_inspector', 'web_import', 'gate']) r
where p.pronamespace = 'career_api'::regnamespace and (p.proname like 'my\_%' or p.proname in ('search', 'search_total', 'open_file', 'agent_file',
	'agent_acts', 'agent_line', 'agent_gaps', 'agent_situations', 'agent_retirement', 'agent_service_state'));
select is(has_function_privilege(r, 'career_api.refresh_agents(bigint[])', 'EXECUTE'), r = 'worker', r || ' calls refresh_agents')
from unnest(array['web_self', 'web_clerk', 'web_import', 'gate', 'worker']) r;
select is(has_function_privilege('public', 'career_api.viewer_role(text, int)', 'EXECUTE'), false, 'viewer_role is internal');
select is(p.prosecdef and p.proconfig::text like '%search_path%' or not p.prosecdef and p.proconfig is null, true, p.proname || ': definer sets a path, invoker sets nothing')
from pg_proc p where p.pronamespace = 'career_api'::regnamespace;
select isnt(obj_description(p.oid, 'pg_proc'), null, p.proname || ' says what it is') from pg_proc p where p.pronamespace = 'career_api'::regnamespace;

-- Cast: two agents in different ministries, one act covering both, a clerk of each, an inspector, a citizen.
select stage.agent('Afi Dossou', 'm100', '1980-05-05', 'FE', '2010-01-04', 'DFE-SIA-DRSC');
select stage.agent('Koffi Houngbédji', 'm200', '1985-05-05', 'ACDPE', '2012-01-02', 'MS');
select stage.person('Rachida Gbaguidi', '1975-01-01'), stage.person('Moussa Sabi', '1976-01-01', 'M'), stage.person('Ines Zinsou', '1977-01-01'),
	stage.person('Paul Adjovi', '1990-01-01', 'M');
select stage.assign('Afi', 'agent', null), stage.assign('Koffi', 'agent', null), stage.assign('Paul', 'citizen', null),
	stage.assign('Rachida', 'clerk', 'DRSC'), stage.assign('Moussa', 'clerk', 'MS'), stage.assign('Ines', 'inspector', 'IGSEP');
select stage.climbs('Afi', '2010-01-04', 'A', 1, array[1, 2, 3]), stage.climbs('Koffi', '2012-01-02', 'B', 1, array[1, 2]);
insert into career.acts (act_id, kind_code, reference) values (-7, 'affectation', '77/MTFP');
insert into career.act_lines (act_id, agent_id, line_no, effect_date, after_structure_id) values
	(-7, stage.who('Afi'), 1, '2020-01-01', stage.place('SIA-DRSC')), (-7, stage.who('Koffi'), 2, '2020-01-01', stage.place('MS'));
select career_api.refresh_all();
select stage.sign_in();

-- Afi: her own file and nothing of Koffi's.
select stage.become('Afi');
set local role web_self;
select is((select matricule from career_api.my_agent()), 'M100', 'Afi is M100');
select results_eq('select agent_id from career.agents', array[stage.who('Afi')], 'Afi sees one agent: herself');
select is((select count(*) from career_api.my_acts_of(null, 20, 0)), 4::bigint, 'Afi sees her four lines');
select is((select count(*) from career_api.my_acts_of(null, 3, 0)), 3::bigint, 'a page of three');
select is((select count(*) from career_api.my_line(-7)), 1::bigint, 'the act that covers both shows Afi her line alone');
select is((select agent_id from career_api.my_line(-7)), stage.who('Afi'), '… and it is hers');
select is_empty('select a.act_id from career.acts a where not exists (select from career.act_lines l where l.act_id = a.act_id)', 'no act without a line of hers');
select is((select count(*) from career.acts), 4::bigint, 'Afi sees four acts');
select is_empty(format('select act_id from career.act_lines where agent_id = %s', stage.who('Koffi')), 'no line of Koffi');
select is((select count(*) from career_api.situation_at(stage.who('Afi'), '2015-01-01')), 1::bigint, 'Afi on a day of 2015');
select is_empty(format('select * from career_api.situation_at(%s, ''2015-01-01'')', stage.who('Koffi')), 'Koffi on that day: nothing for Afi');
select is_empty(format('select * from career_api.gaps_of(%s)', stage.who('Koffi')), 'gaps of Koffi: nothing for Afi');
select throws_ok(format('select * from career_api.agent_file(%s)', stage.who('Koffi')), '42501', null, 'Afi has no clerk''s page');
select throws_ok('select search_text from career.agents', '42501', null, 'a column not granted');
select throws_ok('update career.agents set matricule = ''M1''', '42501', null, 'Afi cannot write herself');
select throws_ok('insert into career.act_lines (act_id, agent_id, effect_date) values (-7, 1, now())', '42501', null, 'nor give herself a line');
select throws_ok('delete from career.acts', '42501', null, 'nor delete an act');
reset role;

-- Koffi: his side of the same act.
select stage.become('Koffi');
set local role web_self;
select is((select agent_id from career_api.my_line(-7)), stage.who('Koffi'), 'the same act shows Koffi his own line');
select is((select matricule from career_api.my_agent()), 'M200', 'Koffi is M200');
reset role;

-- Paul is no agent; nobody is signed in; a token nobody has.
select stage.become('Paul');
set local role web_self;
select is_empty('select * from career_api.my_agent()', 'Paul is no agent');
select is_empty('select * from career_api.my_acts_of(null, 20, 0)', 'Paul has no act');
select is_empty('select act_id from career.acts', 'Paul sees no act at all');
reset role;
select set_config('guichet.sid', repeat('00', 32), true);
set local role web_self;
select is_empty('select * from career_api.my_agent()', 'an unknown token is nobody');
select is_empty('select act_id from career.act_lines', '… and sees no line');
reset role;
select set_config('guichet.sid', '', true);
set local role web_self;
select is_empty('select agent_id from career.agents', 'no session, no agent');
reset role;

-- The inspector reads the journal of consultations and no file.
insert into base.consultations (person_id, viewer_id, what, reason) values (stage.person_of('Afi'), stage.person_of('Rachida'), 'dossier', 'contrôle');
select stage.become('Ines');
set local role web_inspector;
select cmp_ok((select count(*) from base.consultations), '>=', 1::bigint, 'the inspector reads the journal');
select throws_ok('select * from career.agents', '42501', null, 'but no agent');
select throws_ok('select * from career.act_lines', '42501', null, 'no line');
select throws_ok('select * from career_api.keep_search(null, null, null, null, null, null, false, false)', '42501', null, 'no search');
reset role;

-- The web process itself holds no row.
set local role gate;
select throws_ok('select * from career.agents', '42501', null, 'gate reads no table');
select throws_ok('select status_code from career.statuses', '42501', null, 'not even a reference table');
reset role;

select finish();
rollback;
