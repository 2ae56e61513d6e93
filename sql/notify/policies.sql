-- The outbox is read and written through notify_api alone (api.sql): the worker has no right on the table itself.
revoke all on base.outbox from worker;
grant usage on schema notify to gate, worker, web_machine, guichet_gatekeeper;
set role guichet_owner;
alter table notify.reports enable row level security;
alter table notify.reports force row level security;
drop policy if exists gatekeeper on notify.reports;
create policy gatekeeper on notify.reports to guichet_owner using (true) with check (true);
reset role;
