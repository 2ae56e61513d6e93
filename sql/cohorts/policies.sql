-- Estimates are read through functions that apply the scope; nobody reads or writes the rows themselves.
grant usage on schema cohorts to gate, worker;
set role guichet_owner;
alter table cohorts.estimates enable row level security;
alter table cohorts.estimates force row level security;
drop policy if exists gatekeeper on cohorts.estimates;
create policy gatekeeper on cohorts.estimates to guichet_owner using (true) with check (true);
reset role;
