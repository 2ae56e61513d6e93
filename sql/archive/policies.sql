-- Who sees which scans. An archivist: those of the structures he serves, never what others keyed. An agent: the paper of his own
-- acts when it names nobody else, and his own reports. A clerk: the paper of the acts of the file he opened.
grant usage on schema archive to gate, worker, guichet_gatekeeper, web_archive, web_self, web_clerk;
set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['lots', 'scans', 'pages', 'keyings', 'keying_lines', 'barred', 'comparisons', 'act_scans', 'reports', 'report_steps'] loop
		execute format('alter table archive.%I enable row level security', name);
		execute format('alter table archive.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on archive.%I', name);
		execute format('create policy gatekeeper on archive.%I to guichet_owner using (true) with check (true)', name);
		execute format('drop policy if exists own on archive.%I', name);
		execute format('drop policy if exists desk on archive.%I', name);
		execute format('drop policy if exists work on archive.%I', name);
	end loop;
end $$;

create policy work on archive.lots for select to web_archive using (structure_rank <@ (select s.ranks from base.my_spans s));
create policy work on archive.scans for select to web_archive using (structure_rank <@ (select s.ranks from base.my_spans s));
create policy work on archive.pages for select to web_archive
	using (exists (select from archive.scans s where s.scan_id = pages.scan_id));
create policy work on archive.reports for select to web_archive using (structure_rank <@ (select s.ranks from base.my_spans s));
create policy work on archive.report_steps for select to web_archive
	using (exists (select from archive.reports r where r.report_id = report_steps.report_id));

create policy own on archive.act_scans for select to web_self using (only_agent_id = (select m.agent_id from career.me m));
create policy own on archive.scans for select to web_self
	using (exists (select from archive.act_scans a where a.scan_id = scans.scan_id)
		or exists (select from archive.reports r where r.report_id = scans.report_id));
create policy own on archive.pages for select to web_self
	using (exists (select from archive.act_scans a where a.scan_id = pages.scan_id));
create policy own on archive.reports for select to web_self using (person_id = (select m.person_id from base.me m));
create policy own on archive.report_steps for select to web_self
	using (exists (select from archive.reports r where r.report_id = report_steps.report_id));

-- The lines of the acts of the opened file lead to their paper (the policy of act_lines holds inside).
create policy desk on archive.act_scans for select to web_clerk using (act_id = any (array(select l.act_id from career.act_lines l)));
create policy desk on archive.scans for select to web_clerk
	using (exists (select from archive.act_scans a where a.scan_id = scans.scan_id));
create policy desk on archive.pages for select to web_clerk
	using (exists (select from archive.act_scans a where a.scan_id = pages.scan_id));

grant select (lot_id, name, origin, structure_id, structure_rank, person_id, made_at) on archive.lots to web_archive;
grant select (scan_id, lot_id, report_id, structure_rank, sha256, name, size, type_code, pages_count, state_code, why, why_detail, reject_code,
	job_id, sent_by, sent_at, kind_code, reference, signed_on, ended_at) on archive.scans to web_archive;
grant select (scan_id, report_id, sha256, name, size, type_code, pages_count, state_code, why, why_detail) on archive.scans to web_self, web_clerk;
grant select (scan_id, page_no, sha256, width, height) on archive.pages to web_archive, web_self, web_clerk;
grant select (act_id, scan_id, only_agent_id, at) on archive.act_scans to web_self, web_clerk;
grant select (report_id, code, person_id, agent_id, kind_code, act_id, act_kind_code, about_date, says, state_code, due_on, structure_rank,
	handled_by, made_at, ended_at) on archive.reports to web_archive, web_self;
grant select (report_step_id, report_id, state_code, says, at) on archive.report_steps to web_archive, web_self;
grant select on archive.states, archive.rejects, archive.report_kinds, archive.report_states, archive.report_moves to web_archive, web_self, web_clerk;
grant select on career.act_kinds, career.corps, career.positions to web_archive;
reset role;
