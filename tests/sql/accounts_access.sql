-- Who may touch an account: no role any table; each role exactly its doors.
begin;
\ir career_cast.inc
select no_plan();

select is((select relrowsecurity and relforcerowsecurity from pg_class where oid = format('accounts.%I', t)::regclass), true, t || ': row security on and forced')
from unnest(array['accounts', 'logins', 'recovery_codes', 'codes', 'attempts', 'places']) t;
select is((select array_agg(relname::text) from pg_class where relnamespace = 'accounts'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)),
	null, 'no table of the schema without it');
select policies_are('accounts', t, array['owner'], t || ': one policy') from unnest(array['accounts', 'logins', 'recovery_codes', 'codes', 'attempts', 'places']) t;
select policy_roles_are('accounts', t, 'owner', array['guichet_owner']) from unnest(array['accounts', 'logins', 'recovery_codes', 'codes', 'attempts', 'places']) t;
select is(has_any_column_privilege(r, c.oid, v), false, r || ' ' || v || ' on ' || c.relname)
from pg_class c, unnest(array['gate', 'worker', 'web_public', 'web_door', 'web_pending', 'web_account', 'web_self', 'web_clerk', 'web_export', 'web_import',
	'web_inspector', 'web_admin', 'guichet_gatekeeper']) r, unnest(array['SELECT', 'INSERT', 'UPDATE']) v
where c.relnamespace = 'accounts'::regnamespace and c.relkind = 'r';

-- Doors, by role: these and no other.
select is((select array_agg(p.proname::text order by p.proname::text collate "C") from pg_proc p where p.pronamespace = 'accounts_api'::regnamespace and has_function_privilege(d.r, p.oid, 'EXECUTE')),
	(select array_agg(x order by x collate "C") from unnest(d.doors) x), d.r || ': its doors')
from (values
	('web_door', array['sign_in_secret', 'sign_in', 'sign_out', 'start_activation', 'start_registration', 'start_recovery', 'prove_code', 'proved_code',
		'finish_activation', 'finish_registration', 'finish_recovery']),
	('web_pending', array['pending', 'second_factor_material', 'second_factor', 'enrolment', 'enrolment_material', 'enrol', 'start_enrolment', 'prove_code']),
	('web_account', array['me', 'my_contacts', 'my_roles', 'my_sessions', 'end_session', 'end_other_sessions', 'my_secret', 'prove', 'change_password',
		'second_factor_off', 'renew_recovery_codes', 'enrolment', 'enrolment_material', 'enrol', 'start_contact', 'prove_code', 'finish_contact', 'remove_contact']),
	('web_admin', array['search', 'account', 'grants_of', 'grants_waiting', 'staff_roles', 'structures_open', 'reset_by_admin', 'end_sessions_by_admin', 'set_state',
		'grant_role', 'confirm_grant', 'revoke_grant']),
	('web_public', null), ('web_self', null), ('web_clerk', null), ('web_inspector', null), ('gate', null), ('worker', null)) d(r, doors);

select is(p.prosecdef and p.proconfig::text like '%search_path%' and p.proconfig::text like '%pg_temp%' or not p.prosecdef and p.proconfig is null, true,
	p.proname || ': definer sets a path, invoker sets nothing') from pg_proc p where p.pronamespace = 'accounts_api'::regnamespace;
select isnt(obj_description(p.oid, 'pg_proc'), null, p.proname || ' says what it is') from pg_proc p where p.pronamespace = 'accounts_api'::regnamespace;

-- The roles themselves.
select set_config('guichet.sid', '', true);
set local role web_door;
select throws_ok('select * from accounts.accounts', '42501', null, 'the door reads no account');
select throws_ok('select * from base.contacts', '42501', null, 'nor a contact');
select throws_ok('select accounts_api.open_session(1, repeat(''a'', 64), '''', '''', null)', '42501', null, 'nor opens a session by itself');
select throws_ok('select accounts_api.journal(1, ''x'', ''x'', ''x'')', '42501', null, 'nor writes what it likes in the journal');
reset role;
select * from finish();
rollback;
