-- Reports of agents (an act is missing, wrong or illegible), and the paper behind an act, for the agent and for the clerk.
set role guichet_owner;

-- 1. The agent ------------------------------------------------------------------------------------------------------------------

create function archive_api.report_rows() returns table (report_id bigint, code text, kind_code text, kind_label text, act_label text, about_date date,
	says text, state_code text, state_label text, is_over boolean, is_late boolean, due_on date, made_at timestamptz, ended_at timestamptz, act_id bigint,
	agent_id bigint)
	language sql stable
	begin atomic
		select r.report_id, r.code, r.kind_code, k.label, ak.label, r.about_date, r.says, r.state_code, s.label, s.is_over,
			not s.is_over and r.due_on < current_date, r.due_on, r.made_at, r.ended_at, r.act_id, r.agent_id
		from archive.reports r
		join archive.report_kinds k on k.kind_code = r.kind_code
		join archive.report_states s on s.state_code = r.state_code
		left join career.act_kinds ak on ak.kind_code = r.act_kind_code;
	end;
comment on function archive_api.report_rows is 'Reports that the caller may see, in words.';

create function archive_api.my_reports(size int, skip int) returns table (report_id bigint, code text, kind_label text, act_label text, about_date date,
	state_code text, state_label text, is_over boolean, is_late boolean, due_on date, made_at timestamptz)
	language sql stable
	begin atomic
		select r.report_id, r.code, r.kind_label, r.act_label, r.about_date, r.state_code, r.state_label, r.is_over, r.is_late, r.due_on, r.made_at
		from archive_api.report_rows() r order by r.made_at desc, r.report_id desc limit my_reports.size offset my_reports.skip;
	end;
comment on function archive_api.my_reports is 'My reports, newest first.';

create function archive_api.report_of(report bigint) returns table (report_id bigint, code text, kind_code text, kind_label text, act_label text,
	about_date date, says text, state_code text, state_label text, is_over boolean, is_late boolean, due_on date, made_at timestamptz,
	ended_at timestamptz, act_id bigint)
	language sql stable
	begin atomic
		select r.report_id, r.code, r.kind_code, r.kind_label, r.act_label, r.about_date, r.says, r.state_code, r.state_label, r.is_over, r.is_late,
			r.due_on, r.made_at, r.ended_at, r.act_id
		from archive_api.report_rows() r where r.report_id = report_of.report;
	end;
comment on function archive_api.report_of is 'One report that the caller may see.';

create function archive_api.report_steps(report bigint) returns table (at timestamptz, state_code text, state_label text, says text)
	language sql stable
	begin atomic
		select t.at, t.state_code, s.label, t.says
		from archive.report_steps t join archive.report_states s on s.state_code = t.state_code
		where t.report_id = report_steps.report order by t.report_step_id;
	end;
comment on function archive_api.report_steps is 'Each step of a report with its date, oldest first.';

create function archive_api.report_copies(report bigint) returns table (scan_id bigint, name text, state_code text, why text, why_detail text)
	language sql stable
	begin atomic
		select s.scan_id, s.name, s.state_code, s.why, s.why_detail from archive.scans s where s.report_id = report_copies.report order by s.scan_id;
	end;
comment on function archive_api.report_copies is 'The copies sent with a report.';

create function archive_api.report_days() returns table (days int, is_demo boolean)
	language sql stable
	begin atomic
		select (p.value #>> '{}')::int, p.is_demo from base.parameters p
		where p.name = 'archive.report_days' and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
		order by p.valid_from desc limit 1;
	end;
comment on function archive_api.report_days is 'Working days within which a report is answered.';

create function archive_api.new_code() returns text
	language plpgsql volatile
as $$
declare
	letters constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
	made text;
begin
	loop
		select 'SIG-' || string_agg(substr(letters, 1 + get_byte(u.b, i) % 32, 1), '') into made
		from (select uuid_send(gen_random_uuid()) as b) u, generate_series(0, 5) i;
		exit when not exists (select from archive.reports r where r.code = made);
	end loop;
	return made;
end $$;
comment on function archive_api.new_code is 'What people quote on the telephone: six signs without I, L, O, U.';

-- What the form starts from: an act of mine, or a gap of my career.
create function archive_api.report_start(act bigint) returns table (act_id bigint, kind_code text, kind_label text, reference text, signed_on date)
	language sql stable
	begin atomic
		select a.act_id, a.kind_code, k.label, a.reference, a.signed_on
		from career.acts a join career.act_kinds k on k.kind_code = a.kind_code where a.act_id = report_start.act;
	end;
comment on function archive_api.report_start is 'The act of mine that a report is about.';

create function archive_api.act_kind_words() returns table (kind_code text, label text)
	language sql stable
	begin atomic
		select k.kind_code, k.label from career.act_kinds k order by k.sort;
	end;
comment on function archive_api.act_kind_words is 'Kinds of act, in order.';

create function archive_api.report(kind text, act bigint, act_kind text, about date, says text, copy jsonb) returns table (report_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me    record;
	made  bigint;
	scan_ bigint;
	kind_ text;
	code_ text := archive_api.new_code();
	due   date := base_api.add_working_days(current_date, (select d.days from archive_api.report_days() d));
begin
	select a.agent_id, a.person_id, a.structure_rank into me from career.agents a where a.person_id = (select m.person_id from base.me m);
	if not found then
		raise exception using errcode = 'GU403', message = 'problem.forbidden';
	end if;
	if act is not null and not exists (select from career.act_lines l where l.act_id = report.act and l.agent_id = me.agent_id) then
		raise exception using errcode = 'GU404', message = 'career.own_act_missing';
	end if;
	if act_kind is not null then
		select k.kind_code into kind_ from career.act_kinds k where k.kind_code = act_kind or base.fold(k.label) = base.fold(act_kind);
		if not found then
			raise exception using errcode = 'GU422', message = 'archive.no_such_kind', column = 'nature';
		end if;
	end if;
	if kind <> 'manquant' and act is null then
		raise exception using errcode = 'GU422', message = 'archive.report_which', column = 'quoi';
	end if;
	if exists (select from archive.reports r join archive.report_states s on s.state_code = r.state_code and not s.is_over
		where r.person_id = me.person_id and r.kind_code = kind and r.act_id is not distinct from act
			and r.act_kind_code is not distinct from coalesce(kind_, (select a.kind_code from career.acts a where a.act_id = act)) and r.about_date is not distinct from about) then
		raise exception using errcode = 'GU422', message = 'archive.report_open', column = 'texte';
	end if;
	if (select count(*) from archive.reports r where r.person_id = me.person_id and r.made_at > now() - interval '1 day') >= 20 then
		raise exception using errcode = 'GU422', message = 'archive.report_many', column = 'texte';
	end if;
	insert into archive.reports (code, person_id, agent_id, kind_code, act_id, act_kind_code, about_date, says, due_on, structure_rank)
	values (code_, me.person_id, me.agent_id, kind, act, coalesce(kind_, (select a.kind_code from career.acts a where a.act_id = act)), about, says,
		due, me.structure_rank) returning reports.report_id into made;
	insert into archive.report_steps (report_id, state_code, person_id, says) values (made, 'nouveau', me.person_id, '');
	if copy is not null then
		insert into archive.scans (report_id, structure_rank, sha256, name, size, type_code, sent_by)
		values (made, me.structure_rank, decode(copy->>'sha256', 'hex'), left(coalesce(nullif(copy->>'name', ''), 'sans nom'), 200), (copy->>'size')::bigint,
			copy->>'type', me.person_id) returning scan_id into scan_;
		update archive.scans s set job_id = job_api.put('archive.check', me.person_id, jsonb_build_object('scan', scan_)) where s.scan_id = scan_;
	end if;
	perform base_api.note('career.own', 'signalement', 'signalement ' || made, 'fait', jsonb_build_object('kind', kind));
	perform base_api.tell(me.person_id, 'Votre signalement ' || code_,
		'Bonjour,' || E'\n\n' || 'Votre signalement ' || code_ || ' est arrivé au service des archives. Une réponse vous est due au plus tard le '
		|| to_char(due, 'DD/MM/YYYY') || '. Vous pouvez le suivre dans « Ma carrière », « Mes signalements ».',
		'signalement ' || code_ || ' recu, reponse au plus tard le ' || to_char(due, 'DD/MM/YYYY') || '.');
	return query select made;
end $$;
comment on function archive_api.report is 'An agent reports an act that is missing, wrong or illegible; it becomes work with a deadline.';

-- 2. The archive -----------------------------------------------------------------------------------------------------------------

create function archive_api.reports(state text, size int, skip int) returns table (report_id bigint, code text, kind_label text, act_label text,
	about_date date, state_code text, state_label text, is_over boolean, is_late boolean, due_on date, made_at timestamptz, matricule text,
	agent_name text, copies int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.report_id, r.code, r.kind_label, r.act_label, r.about_date, r.state_code, r.state_label, r.is_over, r.is_late, r.due_on, r.made_at,
		a.matricule, p.family_name || ' ' || p.given_names, (select count(*)::int from archive.scans s where s.report_id = r.report_id)
	from archive_api.report_rows() r
	join archive.reports x on x.report_id = r.report_id and x.structure_rank <@ (select m.ranks from base.my_spans m)
	join career.agents a on a.agent_id = r.agent_id
	join base.persons p on p.person_id = a.person_id
	where case when reports.state is null then not r.is_over else r.state_code = reports.state end
	order by r.is_over, r.due_on, r.report_id limit reports.size offset reports.skip;
$$;
comment on function archive_api.reports is 'Reports in reach: those that wait when no state is given, the nearest deadline first.';

create function archive_api.reports_tally() returns table (state_code text, label text, total int, late int)
	language sql stable
	begin atomic
		select s.state_code, s.label, count(r.report_id)::int, count(r.report_id) filter (where not s.is_over and r.due_on < current_date)::int
		from archive.report_states s left join archive.reports r on r.state_code = s.state_code
		group by s.state_code, s.label, s.sort order by s.sort;
	end;
comment on function archive_api.reports_tally is 'How many reports in reach stand in each state.';

create function archive_api.report_agent(report bigint) returns table (matricule text, agent_name text, agent_id bigint, structure_name text, act_reference text,
	act_signed_on date, handled_name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a.matricule, p.family_name || ' ' || p.given_names, a.agent_id, s.name, nullif(c.reference, ''), c.signed_on, h.family_name || ' ' || h.given_names
	from archive.reports r
	join career.agents a on a.agent_id = r.agent_id
	join base.persons p on p.person_id = a.person_id
	left join base.structures s on s.structure_id = a.structure_id
	left join career.acts c on c.act_id = r.act_id
	left join base.persons h on h.person_id = r.handled_by
	where r.report_id = report_agent.report and r.structure_rank <@ (select m.ranks from base.my_spans m);
$$;
comment on function archive_api.report_agent is 'Who reported, for the archivist in reach.';

create function archive_api.report_moves(report bigint) returns table (to_code text, label text)
	language sql stable
	begin atomic
		select m.to_code, s.label from archive.reports r join archive.report_moves m on m.from_code = r.state_code
		join archive.report_states s on s.state_code = m.to_code where r.report_id = report_moves.report order by s.sort;
	end;
comment on function archive_api.report_moves is 'Where a report may go from here.';

create function archive_api.step(report bigint, target text, says text, person bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	r     archive.reports;
	label text := (select s.label from archive.report_states s where s.state_code = target);
begin
	update archive.reports x set state_code = target, handled_by = coalesce(step.person, x.handled_by),
		ended_at = case when (select s.is_over from archive.report_states s where s.state_code = target) then now() end
	where x.report_id = step.report and exists (select from archive.report_moves m where m.from_code = x.state_code and m.to_code = target)
	returning x.* into r;
	if not found then
		raise exception using errcode = 'GU409', message = 'archive.report_moved';
	end if;
	insert into archive.report_steps (report_id, state_code, person_id, says) values (r.report_id, target, step.person, step.says);
	if exists (select from pensions.missing m where m.report_id = r.report_id) then     -- asked by a pension file, which tells the agent itself
		return;
	end if;
	perform base_api.tell(r.person_id, 'Votre signalement ' || r.code || ' : ' || lower(label),
		'Bonjour,' || E'\n\n' || 'Votre signalement ' || r.code || ' est maintenant : ' || lower(label) || '.'
		|| case when step.says <> '' then E'\n\nRéponse du service des archives :\n' || step.says else '' end
		|| E'\n\nVous le retrouvez dans « Ma carrière », « Mes signalements ».',
		'signalement ' || r.code || ' : ' || lower(label) || '.');
end $$;
comment on function archive_api.step is 'A report goes one step further and its author is told.';

create function archive_api.handle_report(report bigint, target text, says text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	r archive.reports;
begin
	select x.* into r from archive.reports x
	where x.report_id = handle_report.report and x.structure_rank <@ (select m.ranks from base.my_spans m) for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'archive.report_missing';
	end if;
	if r.person_id = any (archive_api.my_persons()) then
		raise exception using errcode = 'GU409', message = 'archive.report_own';
	end if;
	if (select s.is_over from archive.report_states s where s.state_code = target) and coalesce(length(btrim(says)), 0) < 10 then
		raise exception using errcode = 'GU422', message = 'archive.answer_missing', column = 'reponse';
	end if;
	perform archive_api.step(r.report_id, target, coalesce(btrim(says), ''), (select m.person_id from base.me m));
	perform base_api.note('archive.work', 'signalement', 'signalement ' || r.report_id, target);
	return base_api.receipt(null);
end $$;
comment on function archive_api.handle_report is 'An archivist moves a report; an end is answered in words, and nobody answers himself.';

-- What becomes of the copy that an agent sent tells its report.
create function archive_api.copy_refused(scan bigint) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	insert into archive.report_steps (report_id, state_code, says)
	select r.report_id, r.state_code, 'La copie que vous avez jointe n’a pas pu être ouverte. La recherche continue sans elle.'
	from archive.scans s join archive.reports r on r.report_id = s.report_id where s.scan_id = copy_refused.scan;
$$;
comment on function archive_api.copy_refused is 'The copy sent with a report was refused: its author reads it there.';

create function archive_api.copy_concluded(scan bigint, reject text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	r archive.reports;
begin
	select x.* into r from archive.scans s join archive.reports x on x.report_id = s.report_id where s.scan_id = copy_concluded.scan;
	if not found or (select t.is_over from archive.report_states t where t.state_code = r.state_code) then
		return;
	end if;
	if reject is null then
		perform archive_api.step(r.report_id, 'trouve', 'Votre copie a été vérifiée par deux personnes et rattachée à votre carrière.', null);
	else
		insert into archive.report_steps (report_id, state_code, says) values (r.report_id, r.state_code, 'La copie que vous avez jointe a été écartée ('
			|| lower((select x.label from archive.rejects x where x.reject_code = reject)) || '). La recherche continue sans elle.');
	end if;
end $$;
comment on function archive_api.copy_concluded is 'The copy sent with a report was keyed: the report is answered, or goes on without it.';

-- 3. The paper behind an act ----------------------------------------------------------------------------------------------------

-- The rows are those that row security shows: to an agent, papers that name him alone; to a clerk, those of the opened file.
create function archive_api.act_papers(act bigint) returns table (scan_id bigint, name text, type_code text, size bigint, pages_count int, attached_at timestamptz)
	language sql stable
	begin atomic
		select s.scan_id, s.name, s.type_code, s.size, s.pages_count, a.at
		from archive.act_scans a join archive.scans s on s.scan_id = a.scan_id where a.act_id = act_papers.act order by a.at, s.scan_id;
	end;
comment on function archive_api.act_papers is 'The scans behind an act that the caller may see.';

create function archive_api.act_paper_pages(act bigint) returns table (scan_id bigint, page_no int, width int, height int)
	language sql stable
	begin atomic
		select p.scan_id, p.page_no, p.width, p.height
		from archive.act_scans a join archive.pages p on p.scan_id = a.scan_id where a.act_id = act_paper_pages.act order by a.at, p.scan_id, p.page_no;
	end;
comment on function archive_api.act_paper_pages is 'The pages of those scans.';

create function archive_api.act_page(act bigint, scan bigint, page int) returns table (sha256 text)
	language sql stable
	begin atomic
		select encode(p.sha256, 'hex')
		from archive.act_scans a join archive.pages p on p.scan_id = a.scan_id
		where a.act_id = act_page.act and a.scan_id = act_page.scan and p.page_no = act_page.page;
	end;
comment on function archive_api.act_page is 'Where the image of one page is kept.';

create function archive_api.act_original(act bigint, scan bigint) returns table (sha256 text, type_code text)
	language sql stable
	begin atomic
		select encode(s.sha256, 'hex'), s.type_code
		from archive.act_scans a join archive.scans s on s.scan_id = a.scan_id where a.act_id = act_original.act and a.scan_id = act_original.scan;
	end;
comment on function archive_api.act_original is 'Where the original file of a scan is kept.';

create function archive_api.my_act_paper(act bigint) returns table (paper_code text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case when bool_or(a.only_agent_id = me.agent_id) then 'visible' else 'collectif' end
	from career.me me
	join archive.act_scans a on a.act_id = my_act_paper.act
	where exists (select from career.act_lines l where l.act_id = my_act_paper.act and l.agent_id = me.agent_id)
	having count(*) > 0;
$$;
comment on function archive_api.my_act_paper is 'Whether an act of mine has a paper that I may see, or one that names other agents.';
reset role;
