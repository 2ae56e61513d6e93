-- Who sees which careers. An agent: his own file. A clerk: the agents of the structures he serves, and inside one file only
-- once he opened it, which leaves a trace (career_api.open_file). Nobody else sees a row; nobody writes but the owner's functions.
grant usage on schema career to gate, worker, guichet_gatekeeper, web_self, web_clerk, web_export, web_import;
set role guichet_owner;
grant select (agent_id, person_id, structure_rank) on career.agents to guichet_gatekeeper;
grant create on schema career to guichet_gatekeeper;
reset role;

set role guichet_gatekeeper;
create or replace view career.me with (security_barrier) as
	select a.agent_id from career.agents a where a.person_id = (select m.person_id from base.me m);
comment on view career.me is 'The agent who is asking, if he is one.';
-- The file that this transaction opened: in scope, and consulted by the same person less than 30 minutes ago.
-- Both are checked again here, so that the setting alone opens nothing.
create or replace view career.opened_file with (security_barrier) as
	select a.agent_id, a.person_id from career.agents a
	where a.agent_id = nullif(current_setting('guichet.file', true), '')::bigint
		and a.structure_rank <@ (select s.ranks from base.my_spans s)
		and exists (select from base.consultations c
			where c.person_id = a.person_id and c.what = 'dossier' and c.at > now() - interval '30 minutes'
				and c.viewer_id = (select m.person_id from base.me m));
comment on view career.opened_file is 'The one file a clerk may read in this transaction.';
grant select on career.me to web_self, guichet_owner;
grant select on career.opened_file to web_clerk, guichet_owner;
reset role;

set role guichet_owner;
revoke create on schema career from guichet_gatekeeper;
do $$
declare
	name text;
begin
	foreach name in array array['agents', 'acts', 'act_lines'] loop
		execute format('alter table career.%I enable row level security', name);
		execute format('alter table career.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on career.%I', name);
		execute format('create policy gatekeeper on career.%I to guichet_owner, guichet_gatekeeper using (true) with check (true)', name);
		execute format('drop policy if exists own on career.%I', name);
		execute format('drop policy if exists desk on career.%I', name);
	end loop;
end $$;

create policy own on career.agents for select to web_self
	using (person_id = (select m.person_id from base.me m));
create policy desk on career.agents for select to web_clerk
	using (structure_rank <@ (select s.ranks from base.my_spans s));
create policy own on career.act_lines for select to web_self
	using (agent_id = (select m.agent_id from career.me m));
create policy desk on career.act_lines for select to web_clerk
	using (agent_id = (select o.agent_id from career.opened_file o));
-- An act is seen through one's lines (the policy of act_lines holds inside the array).
create policy own on career.acts for select to web_self
	using (act_id = any (array(select l.act_id from career.act_lines l)));
create policy desk on career.acts for select to web_clerk
	using (act_id = any (array(select l.act_id from career.act_lines l)));

grant select (agent_id, person_id, matricule, first_service_date, pension_code, entry_status_code, entry_structure_id, status_code,
	structure_id, structure_rank, corps_id, category, scale, step, pay_index, position_code, grade_since, structure_since, position_since, next_step_date, retirement_date,
	left_on, last_effect_date, lines_count, gaps_count, refreshed_at) on career.agents to web_self, web_clerk;
grant select (act_id, kind_code, reference, signed_on, signatory, structure_id, subject, proof_code, state_code, replaces_act_id)
	on career.acts to web_self, web_clerk;
grant select (act_line_id, act_id, agent_id, line_no, effect_date, end_date, before_status_code, after_status_code, before_corps_id,
	after_corps_id, before_structure_id, after_structure_id, before_position_code, after_position_code, before_category,
	after_category, before_scale, after_scale, before_step, after_step, before_index, after_index, note)
	on career.act_lines to web_self, web_clerk;

-- Names of the person whose file is open.
grant select (person_id, family_name, given_names, sex, birth_date) on base.persons to web_clerk;
drop policy if exists desk on base.persons;
create policy desk on base.persons for select to web_clerk
	using (person_id = (select o.person_id from career.opened_file o));

-- What is nobody's secret.
grant select on career.statuses, career.categories, career.corps, career.positions, career.act_kinds, career.proofs,
	career.act_states, career.reference_formats, career.gap_kinds, career.retirement_ages, career.retirement_rules,
	career.step_rules to web_self, web_clerk, web_export, web_import;
reset role;

-- clerk: a search is seen by who made it, for one day or as long as it is kept.
set role guichet_owner;
alter table career.searches enable row level security;
alter table career.searches force row level security;
drop policy if exists gatekeeper on career.searches;
create policy gatekeeper on career.searches to guichet_owner using (true) with check (true);
drop policy if exists own on career.searches;
create policy own on career.searches for select to web_clerk, web_export
	using (person_id = (select m.person_id from base.me m) and (is_kept or made_at > now() - interval '1 day'));
grant select on career.searches to web_clerk, web_export;
reset role;
