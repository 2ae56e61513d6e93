-- Who sees which rows of a pension: each agent his own; a desk the files of the structures it serves. Nobody writes but the owner's functions.
grant usage on schema pensions to gate, web_self, web_pensions;
set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['facts', 'files', 'events', 'missing', 'liquidations', 'approvals', 'transfers', 'appeals'] loop
		execute format('alter table pensions.%I enable row level security', name);
		execute format('alter table pensions.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on pensions.%I', name);
		execute format('create policy gatekeeper on pensions.%I to guichet_owner using (true) with check (true)', name);
		execute format('drop policy if exists own on pensions.%I', name);
		execute format('drop policy if exists desk on pensions.%I', name);
	end loop;
end $$;
-- Quarters in one go: only the owner's functions look, in the reach of who asks.
do $$
declare
	name text;
begin
	foreach name in array array['batches', 'batch_files'] loop
		execute format('alter table pensions.%I enable row level security', name);
		execute format('alter table pensions.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on pensions.%I', name);
		execute format('create policy gatekeeper on pensions.%I to guichet_owner using (true) with check (true)', name);
	end loop;
end $$;
create policy own on pensions.facts for select to web_self using (agent_id = (select m.agent_id from career.me m));
create policy own on pensions.files for select to web_self using (agent_id = (select m.agent_id from career.me m));
create policy desk on pensions.files for select to web_pensions using (structure_rank <@ (select s.ranks from base.my_spans s));
do $$
declare
	name text;
begin
	foreach name in array array['events', 'missing', 'liquidations', 'transfers', 'appeals'] loop
		execute format('create policy own on pensions.%I for select to web_self using (exists (select from pensions.files f where f.file_id = %I.file_id))', name, name);
	end loop;
	foreach name in array array['events', 'missing', 'liquidations', 'approvals', 'transfers', 'appeals'] loop
		execute format('create policy desk on pensions.%I for select to web_pensions using (exists (select from pensions.files f where f.file_id = %I.file_id))', name, name);
	end loop;
end $$;
grant select (fact_id, agent_id, kind_code, value, label, reference, source, is_proven, void_at) on pensions.facts to web_self;
grant select on pensions.states, pensions.state_moves to web_self, web_pensions;
grant select on pensions.files, pensions.events, pensions.missing, pensions.liquidations, pensions.transfers, pensions.appeals to web_self, web_pensions;
grant select on pensions.approvals to web_pensions;
reset role;
