-- Who sees which facts of a pension: each agent his own. Nobody writes but the owner's functions.
grant usage on schema pensions to gate, web_self;
set role guichet_owner;
alter table pensions.facts enable row level security;
alter table pensions.facts force row level security;
drop policy if exists gatekeeper on pensions.facts;
create policy gatekeeper on pensions.facts to guichet_owner using (true) with check (true);
drop policy if exists own on pensions.facts;
create policy own on pensions.facts for select to web_self using (agent_id = (select m.agent_id from career.me m));
grant select (fact_id, agent_id, kind_code, value, label, reference, source, is_proven, void_at) on pensions.facts to web_self;
reset role;
