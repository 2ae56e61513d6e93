-- Months, kinds, causes are nobody's secret within the services; what is about an agent is read through payroll_api, which checks scope,
-- consultation and state itself: it shows acts beside the pay, and the payer has no right on acts.
grant usage on schema payroll to gate, worker, web_payroll, web_pensions, web_self;
set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['lines', 'replaced', 'waiting', 'differences', 'events', 'comments', 'runs'] loop
		execute format('alter table payroll.%I enable row level security', name);
		execute format('alter table payroll.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on payroll.%I', name);
		execute format('create policy gatekeeper on payroll.%I to guichet_owner using (true) with check (true)', name);
	end loop;
end $$;
grant select on payroll.months, payroll.kinds, payroll.causes, payroll.reasons, payroll.states to web_payroll, web_pensions, web_self;
-- The payer's jobs, whoever of the service put them.
grant select on base.jobs to web_payroll;
drop policy if exists payer on base.jobs;
create policy payer on base.jobs for select to web_payroll
	using (kind in ('payroll.compare', 'payroll.recompare') or exists (select from imports.imports i where i.job_id = jobs.job_id));
reset role;
