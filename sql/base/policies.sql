-- Who is asking, and which rows of the base he sees. Rebuilt by `guichet migrate` when this file changes.
-- The identity is the session token itself, put in guichet.sid for one transaction; it cannot be forged by whoever runs SQL.
grant usage on schema base to guichet_gatekeeper, gate, worker, web_public, web_door, web_pending, web_member;
set role guichet_owner;
grant select on base.sessions, base.permissions, base.roles, base.role_permissions, base.assignments, base.structures,
	base.persons, base.contacts, base.parameters, base.consultations to guichet_gatekeeper;
reset role;

-- Views owned by the gatekeeper; security_barrier, or a condition of the caller could be run on other people's rows.
grant create on schema base to guichet_gatekeeper;
set role guichet_gatekeeper;
create or replace view base.my_session with (security_barrier) as
	select s.session_id, s.person_id, s.person_name, s.permission_bits, s.ranks, s.second_factor, s.opened_at, s.seen_at, s.proved_at
	from base.sessions s
	where s.token_hash = sha256(decode(current_setting('guichet.sid', true), 'hex'))
		and s.expires_at > now() and s.seen_at > now() - s.idle;
create or replace view base.me with (security_barrier) as
	select s.person_id from base.sessions s
	where s.token_hash = sha256(decode(current_setting('guichet.sid', true), 'hex'))
		and s.expires_at > now() and s.seen_at > now() - s.idle;
create or replace view base.my_spans with (security_barrier) as
	select s.ranks from base.sessions s
	where s.token_hash = sha256(decode(current_setting('guichet.sid', true), 'hex'))
		and s.expires_at > now() and s.seen_at > now() - s.idle;
create or replace view base.my_grant with (security_barrier) as
	select p.permission, p.db_role, s.person_id, s.person_name, s.permission_bits,
		s.seen_at < now() - interval '1 minute' as stale
	from base.sessions s join base.permissions p on (s.permission_bits >> p.bit) & 1 = 1
	where s.token_hash = sha256(decode(current_setting('guichet.sid', true), 'hex'))
		and s.expires_at > now() and s.seen_at > now() - s.idle;
reset role;
revoke create on schema base from guichet_gatekeeper;
set role guichet_gatekeeper;
grant select on base.me to guichet_owner, worker, gate, web_public, web_pending, web_member;
grant select on base.my_session to guichet_owner, gate, web_public, web_pending, web_member;
grant select on base.my_spans to guichet_owner, web_member;
grant select on base.my_grant to gate;
reset role;

set role guichet_owner;
-- No grant without row security: everything with personal data, forced, closed by default.
do $$
declare
	name text;
begin
	foreach name in array array['persons', 'contacts', 'assignments', 'sessions', 'idempotency', 'consultations', 'audit', 'files',
		'jobs', 'outbox'] loop
		execute format('alter table base.%I enable row level security', name);
		execute format('alter table base.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on base.%I', name);
		execute format('create policy gatekeeper on base.%I to guichet_owner, guichet_gatekeeper using (true) with check (true)', name);
	end loop;
end $$;

-- What is nobody's secret.
revoke execute on function base.fold from public;
grant execute on function base.fold to web_public, web_door, web_pending, web_member, worker, guichet_gatekeeper;
grant select on base.departments, base.communes, base.structures, base.roles, base.permissions, base.parameters
	to web_public, web_door, web_pending, web_member, worker, guichet_gatekeeper;

-- Own person, contacts, sessions, journal of consultations.
grant select (person_id, family_name, given_names, sex, birth_date) on base.persons to web_account, web_self;
drop policy if exists own on base.persons;
create policy own on base.persons for select to web_account, web_self
	using (person_id = (select m.person_id from base.me m));
grant select (contact_id, person_id, kind, value, verified_at) on base.contacts to web_account, web_self;
drop policy if exists own on base.contacts;
create policy own on base.contacts for select to web_account, web_self
	using (person_id = (select m.person_id from base.me m));
grant select (session_id, person_id, opened_at, seen_at, expires_at, device, address) on base.sessions to web_account;
drop policy if exists own on base.sessions;
create policy own on base.sessions for select to web_account
	using (person_id = (select m.person_id from base.me m));
grant select (consultation_id, person_id, structure_id, role_code, what, reason, at) on base.consultations to web_account, web_self;
drop policy if exists own on base.consultations;
create policy own on base.consultations for select to web_account, web_self
	using (person_id = (select m.person_id from base.me m));
grant select on base.consultations to web_inspector;
drop policy if exists inspection on base.consultations;
create policy inspection on base.consultations for select to web_inspector using (true);
grant select on base.audit to web_inspector;
drop policy if exists inspection on base.audit;
create policy inspection on base.audit for select to web_inspector using (true);
grant select on base.assignments to web_inspector, web_admin;
drop policy if exists oversight on base.assignments;
create policy oversight on base.assignments for select to web_inspector, web_admin using (true);
grant select (assignment_id, person_id, role_code, structure_id, valid_from, valid_to) on base.assignments to web_account;
drop policy if exists own on base.assignments;
create policy own on base.assignments for select to web_account
	using (person_id = (select m.person_id from base.me m));
grant select on base.jobs to web_import, web_export, web_account;
drop policy if exists own on base.jobs;
create policy own on base.jobs for select to web_import, web_export, web_account
	using (person_id = (select m.person_id from base.me m));
reset role;
