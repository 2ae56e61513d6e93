-- Login and group roles, idempotent: run by `guichet migrate` before anything else, as a role that may create roles.
-- A permission has exactly one database role, a route one permission (docs/decisions.md, identity).
-- Nobody is a member of guichet_owner or guichet_gatekeeper but the migrating role; nobody has BYPASSRLS.
do $$
declare
	name text;
begin
	foreach name in array array[
		'guichet_owner',        -- owns schemas, tables, functions
		'guichet_gatekeeper',   -- owns the few views and functions that look past row security
		'web_public',           -- pages for everybody
		'web_door',             -- sign in, sign up, activation, lost password: no session yet
		'web_pending',          -- a session whose second factor is still owed
		'web_account',          -- any signed-in person: own account
		'web_self',             -- an agent: own career
		'web_clerk',            -- files of the structures a clerk serves
		'web_export',           -- the same rows as spreadsheets
		'web_import',           -- personnel files
		'web_inspector',        -- journals
		'web_admin',            -- accounts, structures, parameters
		'web_acts',             -- acts in the making: draft, follow, correct
		'web_sign',             -- visas, signatures, delegations
		'web_advancement',      -- quarterly campaigns of step advancement
		'web_certificates',     -- the desk of certificates
		'web_archive',          -- old acts: scans, double keying
		'web_requester',        -- any signed-in person: own requests
		'web_desk',             -- baskets of the structures one serves
		'web_catalogue',        -- services published and withdrawn
		'web_machine',          -- machines that show a secret of their own: SMS gateway, partners
		'web_booking',          -- own appointments
		'web_booking_desk',     -- appointments of a desk
		'web_pensions',         -- pension files of the structures one serves
		'web_payroll',          -- the payer's files beside the careers
		'web_life',             -- pensioners seen in person: certificates of life, claims at a centre
		'web_claimant',         -- any signed-in person: a survivor's claim
		'web_member'            -- what every signed-in person may call; a group, never taken itself
	] loop
		if not exists (select from pg_roles where rolname = name) then
			execute format('create role %I nologin', name);
		end if;
	end loop;
	if not exists (select from pg_roles where rolname = 'gate') then
		create role gate login noinherit;              -- the web process: no right on any table
	end if;
	if not exists (select from pg_roles where rolname = 'worker') then
		create role worker login noinherit;            -- jobs: outbox, imports
	end if;
end $$;
grant web_public, web_door, web_pending, web_account, web_self, web_clerk, web_export, web_import, web_inspector,
      web_admin, web_acts, web_sign, web_advancement, web_certificates, web_archive, web_requester, web_desk, web_catalogue to gate;
grant web_member to web_account, web_self, web_clerk, web_export, web_import, web_inspector, web_admin, web_acts, web_sign,
      web_advancement, web_certificates, web_archive, web_requester, web_desk, web_catalogue;
grant web_machine, web_booking, web_booking_desk to gate;
grant web_pensions, web_payroll, web_life, web_claimant to gate;
grant web_member to web_booking, web_booking_desk, web_pensions, web_payroll, web_life, web_claimant;
-- The migrating role creates objects for these two.
do $$ begin
	execute format('grant guichet_owner, guichet_gatekeeper to %I', current_user);
end $$;
revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
grant execute on function pg_catalog.set_config(text, text, boolean) to gate, worker, guichet_owner;
do $$ begin
	execute format('revoke temp on database %I from public', current_database());
	execute format('grant create on database %I to guichet_owner', current_database());
end $$;
-- Large objects are nobody's business here.
revoke execute on function pg_catalog.lo_create(oid), pg_catalog.lo_creat(integer), pg_catalog.lo_from_bytea(oid, bytea),
	pg_catalog.lo_put(oid, bigint, bytea), pg_catalog.lo_unlink(oid), pg_catalog.lowrite(integer, bytea) from public;
revoke all on schema public from public;
-- A function that forgets its revoke is closed, not open to every role.
alter default privileges for role guichet_owner, guichet_gatekeeper revoke execute on functions from public;
-- Limits of the login roles: a page never waits long, a job may.
alter role gate set statement_timeout = '7s';
alter role gate set lock_timeout = '3s';
alter role gate set idle_in_transaction_session_timeout = '15s';
alter role gate set jit = off;
-- A page's statements are planned once a connection: planning anew costs more than running them (a LIMIT given as a
-- parameter makes the planner think otherwise). What needs the values to be planned well is dynamic SQL in its function.
alter role gate set plan_cache_mode = force_generic_plan;
alter role gate set timezone = 'UTC';
alter role gate set search_path = '';
alter role worker set timezone = 'UTC';
alter role worker set search_path = '';
