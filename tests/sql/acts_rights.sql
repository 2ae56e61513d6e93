-- Who may read what of acts in the making: no table at all, but for what is nobody's secret; functions, each by its own role.
begin;
\ir acts_cast.inc
select no_plan();
-- Row security, forced, on everything that names a person or a signed thing; the rest is reference.
select set_eq($$ select c.relname::text from pg_class c where c.relnamespace = 'acts'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity) $$,
	array['models', 'model_parts', 'model_steps', 'number_patterns', 'states', 'state_moves', 'rules', 'seal_keys'], 'row security is forced on every other table of acts');
select set_eq($$ select p.polname::text || ' ' || p.polroles::regrole[]::text from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'acts'::regnamespace $$,
	array['gatekeeper {guichet_owner}'], 'one policy, for the owner of the functions alone');
select is_empty($$ select r.rolname, c.relname from pg_roles r, pg_class c where c.relnamespace = 'acts'::regnamespace and c.relkind = 'r' and (r.rolname like 'web\_%' or r.rolname in ('gate', 'worker'))
	and c.relname not in ('models', 'model_parts', 'model_steps', 'number_patterns', 'states', 'rules', 'seal_keys') and has_table_privilege(r.oid, c.oid, 'select') $$, 'no role of the pages or of the jobs reads a table');
select is_empty($$ select r.rolname, c.relname from pg_roles r, pg_class c where c.relnamespace = 'acts'::regnamespace and c.relkind = 'r' and (r.rolname like 'web\_%' or r.rolname in ('gate', 'worker'))
	and has_table_privilege(r.oid, c.oid, 'insert, update, delete, truncate') $$, 'nor writes any');
select is_empty($$ select p.oid::regprocedure from pg_proc p where p.pronamespace in ('acts_api'::regnamespace, 'acts'::regnamespace) and has_function_privilege('public', p.oid, 'execute') and p.prorettype <> 'trigger'::regtype $$,
	'no function is everybody''s');
select is_empty($$ select p.oid::regprocedure from pg_proc p where p.pronamespace = 'acts_api'::regnamespace and p.prosecdef and not coalesce('search_path=pg_catalog, pg_temp' = any (p.proconfig), false) $$,
	'every function that looks past row security names its search path');
-- Tried by each role, with a draft and a signed act in place.
create temp table d as select stage.forward(stage.draft('avancement_echelon_fe', '{Afi}'), 'scellement') as id;
select stage.seal(id) from d;
create function stage.tried(role text) returns text[] language plpgsql as $$
declare
	t    text;
	said text[] := '{}';
begin
	foreach t in array array['drafts', 'draft_parts', 'draft_lines', 'draft_rejects', 'approvals', 'delegations', 'events', 'documents', 'registers'] loop
		begin
			execute format('set local role %I', role);
			execute format('select from acts.%I', t);
			said := said || t;
		exception when insufficient_privilege then null;
		end;
		reset role;
	end loop;
	return said;
end $$;
select stage.become('Rachida');
select is(stage.tried(r), '{}', r || ' reads none of them') from unnest('{web_acts,web_sign,web_self,web_clerk,web_public,web_advancement,web_certificates,web_archive,web_export,web_import,web_inspector,web_admin,web_account,gate,worker}'::text[]) r;
-- A function belongs to one kind of page.
create function stage.may(role text) returns text[] language sql as $$
	select coalesce(array_agg(distinct p.proname::text order by p.proname::text), '{}') from pg_proc p where p.pronamespace = 'acts_api'::regnamespace and has_function_privilege(role, p.oid, 'execute')
$$;
select is(stage.may('web_self'), '{keep_copy,my_copy,my_copy_lines,my_copy_parts,my_seal}', 'an agent: his own copy');
select is(stage.may('web_sign'), '{approve_many,baskets,delegate,end_delegation,my_delegations,send_back,sign,visa,waiting_for_me}', 'who approves');
select is(stage.may('worker'), '{paper_lines,paper_parts,refuse_seal,seal_begin,seal_copies,seal_end}', 'the sealing job');
select is(stage.may('web_clerk'), '{}', 'the desk of files: nothing');
select is(stage.may('web_public'), '{}', 'a visitor: nothing');
select is(array(select unnest(stage.may('web_acts')) intersect select unnest('{visa,sign,approve_many,send_back,seal_begin,seal_end,refuse_seal,paper_lines,line_rows,findings_of,make_draft,put_forward,approve_one,order_seal,content_of,next_number}'::text[])),
	'{}', 'a drafter approves and seals nothing, and reaches no function that trusts its caller');
select * from finish();
rollback;
