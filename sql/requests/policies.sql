-- Who sees which requests. The person: his own, and what is not internal of their thread. The desk: those of the structures in its
-- reach. A visitor reads through one function that asks for the number and the code. Nobody but functions writes.
grant usage on schema requests to gate, worker, guichet_gatekeeper, web_public, web_requester, web_desk, web_catalogue;
set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['drafts', 'draft_files', 'requests', 'steps', 'assignments', 'absences', 'complements', 'attachments',
		'opinions', 'replies', 'approvals', 'events', 'notices', 'contests', 'kept_filters', 'surveys', 'cases', 'follow_tries', 'papers', 'handovers', 'contact_checks'] loop
		execute format('alter table requests.%I enable row level security', name);
		execute format('alter table requests.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on requests.%I', name);
		execute format('create policy gatekeeper on requests.%I to guichet_owner using (true) with check (true)', name);
		execute format('drop policy if exists own on requests.%I', name);
		execute format('drop policy if exists desk on requests.%I', name);
	end loop;
end $$;

-- The person's own.
create policy own on requests.drafts for select to web_requester using (person_id = (select m.person_id from base.me m));
create policy own on requests.draft_files for select to web_requester
	using (exists (select from requests.drafts d where d.draft_id = draft_files.draft_id));
create policy own on requests.requests for select to web_requester
	using (person_id = (select m.person_id from base.me m) or by_person_id = (select m.person_id from base.me m));
create policy own on requests.steps for select to web_requester
	using (exists (select from requests.requests r where r.request_id = steps.request_id));
create policy own on requests.complements for select to web_requester
	using (exists (select from requests.requests r where r.request_id = complements.request_id));
create policy own on requests.attachments for select to web_requester
	using (exists (select from requests.requests r where r.request_id = attachments.request_id));
create policy own on requests.events for select to web_requester
	using (not is_internal and exists (select from requests.requests r where r.request_id = events.request_id));
create policy own on requests.contests for select to web_requester
	using (exists (select from requests.requests r where r.request_id = contests.request_id));

-- The desk's.
create policy desk on requests.requests for select to web_desk using (structure_rank <@ (select s.ranks from base.my_spans s));
create policy own on requests.kept_filters for select to web_desk using (person_id = (select m.person_id from base.me m));
create policy own on requests.absences for select to web_desk using (person_id = (select m.person_id from base.me m));
do $$
declare
	name text;
begin
	foreach name in array array['steps', 'assignments', 'complements', 'attachments', 'opinions', 'replies', 'approvals', 'events', 'contests'] loop
		execute format('create policy desk on requests.%1$I for select to web_desk
			using (exists (select from requests.requests r where r.request_id = %1$I.request_id))', name);
	end loop;
end $$;

grant select (draft_id, person_id, service_id, form_code, form_revision, answers, section_no, version, made_at, changed_at, request_id) on requests.drafts to web_requester;
grant select on requests.draft_files to web_requester;
grant select (request_id, number, service_id, sheet_id, form_id, person_id, requester_name, by_person_id, channel_code, subject, content, state_code,
	basket_code, step_no, structure_id, structure_rank, days, days_used, clock_since, due_on, reason_code, reason_text, reply, reminded_at, filed_at, changed_at, closed_at)
	on requests.requests to web_requester;
grant select on requests.steps, requests.complements, requests.attachments, requests.contests to web_requester, web_desk;
grant select (event_id, request_id, at, what_code, what, note, is_internal, by_person, structure_id) on requests.events to web_requester;
grant select (request_id, number, service_id, sheet_id, form_id, person_id, requester_name, contact_kind, contact_value, by_person_id, channel_code, partner_ref,
	subject, content, answers, state_code, basket_code, step_no, structure_id, structure_rank, assigned_to, days, days_used, clock_since, due_on, reason_code,
	reason_text, reply, reminded_at, reminders, escalated_at, version, filed_at, changed_at, closed_at) on requests.requests to web_desk;
grant select on requests.assignments, requests.opinions, requests.replies, requests.approvals, requests.events, requests.kept_filters, requests.absences to web_desk;
grant select on requests.baskets, requests.states, requests.state_moves, requests.channels, requests.reasons, requests.delays
	to web_public, web_requester, web_desk, worker;
reset role;
