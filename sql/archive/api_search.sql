-- One scan, the search in all of them, the counts of the work, and who may call what.
set role guichet_owner;

create function archive_api.scan(scan bigint) returns table (scan_id bigint, name text, lot_id bigint, lot_name text, report_id bigint, report_code text,
	size bigint, type_code text, pages_count int, state_code text, state_label text, why text, why_detail text, reject_label text, sent_at timestamptz,
	kind_label text, reference text, signed_on date, ended_at timestamptz, content text, job_error text, is_stopped boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.scan_id, s.name, s.lot_id, l.name, s.report_id, r.code, s.size, s.type_code, s.pages_count, s.state_code, st.label, s.why, s.why_detail,
		rj.label, s.sent_at, k.label, nullif(s.reference, ''), s.signed_on, s.ended_at, nullif(s.content, ''), j.error,
		s.state_code in ('recue', 'lecture') and coalesce(j.state_code = 'echec', false)
	from archive.scans s
	join archive.states st on st.state_code = s.state_code
	left join archive.lots l on l.lot_id = s.lot_id
	left join archive.reports r on r.report_id = s.report_id
	left join archive.rejects rj on rj.reject_code = s.reject_code
	left join career.act_kinds k on k.kind_code = s.kind_code
	left join base.jobs j on j.job_id = s.job_id
	where s.scan_id = scan.scan and s.structure_rank <@ (select m.ranks from base.my_spans m);
$$;
comment on function archive_api.scan is 'One scan in reach: what it is and where it stands.';

create function archive_api.scan_pages(scan bigint) returns table (page_no int, width int, height int)
	language sql stable
	begin atomic
		select p.page_no, p.width, p.height from archive.pages p where p.scan_id = scan_pages.scan order by p.page_no;
	end;
comment on function archive_api.scan_pages is 'The pages of a scan in reach.';

create function archive_api.scan_page(scan bigint, page int) returns table (sha256 text)
	language sql stable
	begin atomic
		select encode(p.sha256, 'hex') from archive.pages p where p.scan_id = scan_page.scan and p.page_no = scan_page.page;
	end;
comment on function archive_api.scan_page is 'Where the image of a page is kept.';

create function archive_api.scan_original(scan bigint) returns table (sha256 text, type_code text)
	language sql stable
	begin atomic
		select encode(s.sha256, 'hex'), s.type_code from archive.scans s where s.scan_id = scan_original.scan and s.state_code <> 'refusee';
	end;
comment on function archive_api.scan_original is 'Where the file of a scan is kept; a refused file is not handed out.';

create function archive_api.scan_agents(scan bigint) returns table (matricule text, agent_name text, act_kind_label text, effect_date date)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a.matricule, p.family_name || ' ' || p.given_names, k.label, l.effect_date
	from archive.scans s
	join archive.act_scans x on x.scan_id = s.scan_id
	join career.acts c on c.act_id = x.act_id
	join career.act_kinds k on k.kind_code = c.kind_code
	join career.act_lines l on l.act_id = c.act_id
	join career.agents a on a.agent_id = l.agent_id
	join base.persons p on p.person_id = a.person_id
	where s.scan_id = scan_agents.scan and s.structure_rank <@ (select m.ranks from base.my_spans m)
		and exists (select from archive.keyings g join archive.keying_lines h on h.keying_id = g.keying_id
			where g.scan_id = s.scan_id and h.agent_id = a.agent_id)
	order by p.family_name, l.effect_date limit 50;
$$;
comment on function archive_api.scan_agents is 'The agents whose career a scan joined.';

-- Looking at a paper that joined a personal file is looking into that file: it leaves a line, once in half an hour.
create function archive_api.open_scan(scan bigint) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
	select a.person_id, m.person_id, v.structure_id, v.role_code, 'piece', 'Recherche dans les archives'
	from base.me m
	cross join archive.scans s
	join archive.act_scans x on x.scan_id = s.scan_id
	join career.agents a on a.agent_id = x.only_agent_id
	cross join lateral career_api.viewer_role('archive.work', null) v
	where s.scan_id = open_scan.scan and s.structure_rank <@ (select b.ranks from base.my_spans b)
		and not exists (select from base.consultations c where c.person_id = a.person_id and c.viewer_id = m.person_id and c.what = 'piece'
			and c.at > now() - interval '30 minutes');
$$;
comment on function archive_api.open_scan is 'Notes that an archivist looked at the paper of one agent.';

-- The search: conditions are put together from quoted values only, so that each is planned for what it is (a rare word by its
-- index, a frequent one from the newest scans down).
create function archive_api.search_where(words text, matricule text, kind text, reference text, from_ date, to_ date, state text) returns text
	language sql stable
	return concat_ws(' and ', 's.structure_rank <@ $1', 's.state_code <> ''refusee''',
		case when words <> '' then format('s.search @@ websearch_to_tsquery(''archive.french'', %L)', words) end,
		case when matricule <> '' then format('s.search @@ plainto_tsquery(''archive.french'', %L)', matricule) end,
		case when kind <> '' then format('s.kind_code = %L', kind) end,
		case when archive.reference_key(reference) <> '' then format('s.reference_key like %L', archive.reference_key(reference) || '%') end,
		case when from_ is not null then format('s.signed_on >= %L::date', from_) end,
		case when to_ is not null then format('s.signed_on <= %L::date', to_) end,
		case when state <> '' then format('s.state_code = %L', state) end);
comment on function archive_api.search_where is 'Condition of a search of scans; $1 is the reach of the asker.';

create function archive_api.search(words text, of_matricule text, kind text, of_reference text, from_ date, to_ date, state text, size int, skip int)
	returns table (scan_id bigint, name text, lot_name text, kind_label text, reference text, signed_on date, state_code text, state_label text, snippet text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query execute '
		select s.scan_id, s.name, l.name, k.label, nullif(s.reference, ''''), s.signed_on, s.state_code, st.label,
			case when $2 <> '''' then ts_headline(''archive.french'', left(s.content, 20000), websearch_to_tsquery(''archive.french'', $2),
				''StartSel=' || chr(57344) || ',StopSel=' || chr(57345) || ',MaxWords=24,MinWords=10,MaxFragments=1'')
			else left(regexp_replace(s.content, ''\s+'', '' '', ''g''), 160) end
		from (select * from archive.scans s where ' || archive_api.search_where(words, of_matricule, kind, of_reference, from_, to_, state)
			|| ' order by s.scan_id desc limit $3 offset $4) s
		join archive.states st on st.state_code = s.state_code
		left join archive.lots l on l.lot_id = s.lot_id
		left join career.act_kinds k on k.kind_code = s.kind_code
		order by s.scan_id desc'
		using (select m.ranks from base.my_spans m), coalesce(words, ''), size, skip;
end $$;
comment on function archive_api.search is 'Scans in reach by text, matricule, kind, reference, date or state, newest first, with a snippet.';

create function archive_api.search_states() returns table (state_code text, label text)
	language sql stable
	begin atomic
		select s.state_code, s.label from archive.states s where s.state_code <> 'refusee' order by s.sort;
	end;
comment on function archive_api.search_states is 'States to search by.';

-- Counts of the work. Per person: totals only, no time, no rate, no rank.
create function archive_api.stats() returns table (backlog int, done int, rejected int, compared int, differing int, rate_tenths int, pages int, oldest date)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select count(*) filter (where not st.is_over)::int, count(*) filter (where s.state_code = 'rattachee')::int,
		count(*) filter (where s.state_code = 'rejetee')::int, count(c.scan_id)::int, count(c.scan_id) filter (where c.differences > 0)::int,
		(1000 * count(c.scan_id) filter (where c.differences > 0) / nullif(count(c.scan_id), 0))::int,
		coalesce(sum(s.pages_count), 0)::int, min(s.sent_at) filter (where not st.is_over)::date
	from archive.scans s
	join archive.states st on st.state_code = s.state_code
	left join archive.comparisons c on c.scan_id = s.scan_id
	where s.structure_rank <@ (select m.ranks from base.my_spans m);
$$;
comment on function archive_api.stats is 'Backlog, ends, and how often two readings differed.';

create function archive_api.stats_days() returns table (day date, sent int, keyed int, attached int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select d::date,
		(select count(*)::int from archive.scans s where s.sent_at >= d and s.sent_at < d + interval '1 day' and s.structure_rank <@ m.ranks),
		(select count(*)::int from archive.keyings k join archive.scans s on s.scan_id = k.scan_id and s.structure_rank <@ m.ranks
			where k.at >= d and k.at < d + interval '1 day'),
		(select count(*)::int from archive.scans s where s.ended_at >= d and s.ended_at < d + interval '1 day' and s.state_code = 'rattachee'
			and s.structure_rank <@ m.ranks)
	from base.my_spans m cross join generate_series(current_date - 13, current_date, interval '1 day') d order by d desc;
$$;
comment on function archive_api.stats_days is 'The last fourteen days: sent, keyed, attached.';

create function archive_api.stats_people() returns table (person_name text, keyed int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.family_name || ' ' || p.given_names, count(*)::int
	from archive.keyings k
	join archive.scans s on s.scan_id = k.scan_id and s.structure_rank <@ (select m.ranks from base.my_spans m)
	join base.persons p on p.person_id = k.person_id
	group by p.person_id order by p.family_name, p.given_names;
$$;
comment on function archive_api.stats_people is 'How many readings each person made, by name: a total and nothing else.';

-- Who may call what ------------------------------------------------------------------------------------------------------------
revoke execute on all functions in schema archive_api from public;
grant execute on function archive_api.lots, archive_api.lot_structures, archive_api.make_lot, archive_api.lot, archive_api.lot_scans, archive_api.may_send,
	archive_api.send, archive_api.relaunch, archive_api.desk, archive_api.take, archive_api.take_next, archive_api.give_up, archive_api.keying_page, archive_api.keying_words,
	archive_api.key_scan, archive_api.comparison_page, archive_api.differences, archive_api.agreements, archive_api.decide, archive_api.reports,
	archive_api.reports_tally, archive_api.report_rows, archive_api.report_of, archive_api.report_steps, archive_api.report_copies, archive_api.report_agent,
	archive_api.report_moves, archive_api.handle_report, archive_api.scan, archive_api.scan_pages, archive_api.scan_page, archive_api.scan_original,
	archive_api.scan_agents, archive_api.open_scan, archive_api.search, archive_api.search_states, archive_api.stats, archive_api.stats_days,
	archive_api.stats_people, archive_api.act_kind_words to web_archive;
grant execute on function archive_api.my_reports, archive_api.report_rows, archive_api.report_of, archive_api.report_steps, archive_api.report_copies,
	archive_api.report_days, archive_api.report_start, archive_api.report, archive_api.act_kind_words, archive_api.my_act_paper to web_self;
grant execute on function archive_api.act_papers, archive_api.act_paper_pages, archive_api.act_page, archive_api.act_original to web_self, web_clerk;
grant execute on function archive_api.run_begin, archive_api.run_refused, archive_api.run_page, archive_api.run_checked, archive_api.run_unread,
	archive_api.run_text, archive_api.run_read to worker;
reset role;
