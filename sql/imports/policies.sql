-- Who sees which imports: one's own, and for a chief those of the people of his structures. Nobody but functions writes.
grant usage on schema imports to gate, worker, guichet_gatekeeper, web_import, web_payroll;
grant create on schema imports to guichet_gatekeeper;
set role guichet_gatekeeper;
create or replace view imports.my_team with (security_barrier) as
	select distinct a.person_id
	from base.assignments m
	join base.structures ms on ms.structure_id = m.structure_id
	join base.structures s on s.rank between ms.rank and ms.last_rank
	join base.assignments a on a.structure_id = s.structure_id
	where m.person_id = (select me.person_id from base.me me) and m.role_code = 'manager'
		and m.valid_from <= current_date and (m.valid_to is null or m.valid_to > current_date)
		and m.granted_by is not null and m.confirmed_by is not null
		and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date);
comment on view imports.my_team is 'People who work in the structures that the asker is chief of.';
grant select on imports.my_team to web_import, guichet_owner;
reset role;
revoke create on schema imports from guichet_gatekeeper;

set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['imports', 'columns', 'choices', 'problems', 'sums', 'profiles', 'profile_fields'] loop
		execute format('alter table imports.%I enable row level security', name);
		execute format('alter table imports.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on imports.%I', name);
		execute format('create policy gatekeeper on imports.%I to guichet_owner using (true) with check (true)', name);
		execute format('drop policy if exists own on imports.%I', name);
		execute format('drop policy if exists payer on imports.%I', name);
	end loop;
end $$;
create policy own on imports.imports for select to web_import
	using (kind_code in (select k.kind_code from imports.kinds k where k.permission = 'import.personnel') and (person_id = (select m.person_id from base.me m) or person_id = any (array(select t.person_id from imports.my_team t))));
-- The payer's files are seen by his whole service.
create policy payer on imports.imports for select to web_payroll
	using (kind_code in (select k.kind_code from imports.kinds k where k.permission = 'payroll.compare'));
create policy own on imports.columns for select to web_import
	using (exists (select from imports.imports i where i.import_id = columns.import_id));
create policy own on imports.choices for select to web_import
	using (exists (select from imports.imports i where i.import_id = choices.import_id));
create policy own on imports.problems for select to web_import
	using (exists (select from imports.imports i where i.import_id = problems.import_id));
create policy own on imports.sums for select to web_import
	using (exists (select from imports.imports i where i.import_id = sums.import_id));
create policy payer on imports.columns for select to web_payroll
	using (exists (select from imports.imports i where i.import_id = columns.import_id));
create policy payer on imports.choices for select to web_payroll
	using (exists (select from imports.imports i where i.import_id = choices.import_id));
create policy payer on imports.problems for select to web_payroll
	using (exists (select from imports.imports i where i.import_id = problems.import_id));
create policy payer on imports.sums for select to web_payroll
	using (exists (select from imports.imports i where i.import_id = sums.import_id));

grant select (import_id, kind_code, person_id, file_id, file_name, sheet_code, separator, is_windows, header_line, signature,
	state_code, job_id, only_good, file_why, file_detail, lines_count, new_count, changed_count, same_count, refused_count,
	problems_count, made_at, checked_at, imported_at, month, gone_count) on imports.imports to web_import, web_payroll;
grant select on imports.columns, imports.choices, imports.problems, imports.sums, imports.kinds, imports.states, imports.state_moves to web_import, web_payroll;
-- The worker fills the staging table and reads nothing: functions do the rest.
grant insert (line, matricule, family_name, given_names, sex, birth_date, first_service_date, status, corps, category, scale, step,
	structure, position, phone, email, act_kind, reference, signed_on, effect_date, note, pay_month, pay_index, index_pay_fcfa, faults) on imports.staged to worker;
reset role;
