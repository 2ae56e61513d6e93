-- The catalogue is public. What is published is read by all; who did it, by those who manage it.
grant usage on schema services to gate, worker, guichet_gatekeeper, web_public, web_requester, web_desk, web_catalogue;
set role guichet_owner;
grant select on services.themes, services.life_events, services.services, services.service_events, services.pieces, services.sheets, services.forms
	to web_public, web_requester, web_desk, web_catalogue, worker;
do $$
begin
	execute 'alter table services.publications enable row level security';
	execute 'alter table services.publications force row level security';
	execute 'drop policy if exists gatekeeper on services.publications';
	execute 'create policy gatekeeper on services.publications to guichet_owner using (true) with check (true)';
	execute 'drop policy if exists desk on services.publications';
	execute 'create policy desk on services.publications for select to web_catalogue using (true)';
end $$;
grant select on services.publications to web_catalogue;
reset role;
