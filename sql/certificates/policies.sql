-- Who sees which requests: one's own; a desk those of the structures it serves. Nobody but functions writes. The documents
-- themselves are acts' tables: no page reads them but through functions that say whose they are.
grant usage on schema certificates to gate, worker, web_self, web_certificates;
set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['certificates.requests', 'certificates.findings', 'certificates.confirmations', 'certificates.events',
		'certificates.departure_candidates'] loop
		execute format('alter table %s enable row level security', name);
		execute format('alter table %s force row level security', name);
		execute format('drop policy if exists gatekeeper on %s', name);
		execute format('create policy gatekeeper on %s to guichet_owner, guichet_gatekeeper using (true) with check (true)', name);
		execute format('drop policy if exists certificates_own on %s', name);
		execute format('drop policy if exists certificates_desk on %s', name);
	end loop;
end $$;
create policy certificates_own on certificates.requests for select to web_self
	using (person_id = (select m.person_id from base.me m));
create policy certificates_desk on certificates.requests for select to web_certificates
	using (structure_id = any (array(select s.structure_id from base.structures s where s.rank <@ (select m.ranks from base.my_spans m))));
create policy certificates_own on certificates.findings for select to web_self
	using (request_id in (select r.request_id from certificates.requests r));
create policy certificates_desk on certificates.findings for select to web_certificates
	using (request_id in (select r.request_id from certificates.requests r));
create policy certificates_own on certificates.confirmations for select to web_self
	using (request_id in (select r.request_id from certificates.requests r));
create policy certificates_desk on certificates.confirmations for select to web_certificates
	using (request_id in (select r.request_id from certificates.requests r));
create policy certificates_own on certificates.events for select to web_self
	using (request_id in (select r.request_id from certificates.requests r));
create policy certificates_desk on certificates.events for select to web_certificates
	using (request_id in (select r.request_id from certificates.requests r));

grant select on certificates.kinds, certificates.conditions, certificates.offices, certificates.states, certificates.refusal_reasons
	to web_self, web_certificates;
grant select (request_id, kind_code, variant_code, person_id, agent_id, office_id, structure_id, state_code, is_direct, asked_at, due_on,
	function_name, decree, predecessor, predecessor_matricule, reason_code, explanation, closed_at, job_id, reference, document_id)
	on certificates.requests to web_self, web_certificates;
grant select on certificates.findings to web_self, web_certificates;
grant select (request_id, condition_code, fact, justification, at) on certificates.confirmations to web_self, web_certificates;
grant select (event_id, request_id, at, what, note, is_staff) on certificates.events to web_self, web_certificates;
reset role;
