-- What the pages and jobs of the archive ask. Dropped and rebuilt. Here: batches, their files, and the jobs that check and read
-- them; then api_keying.sql, api_reports.sql, api_search.sql.
drop schema if exists archive_api cascade;
create schema archive_api authorization guichet_owner;
grant usage on schema archive_api to gate, worker, web_archive, web_self, web_clerk;
set role guichet_owner;

-- 1. Batches ------------------------------------------------------------------------------------------------------------------

create function archive_api.lots(size int, skip int) returns table (lot_id bigint, name text, origin text, structure_name text,
	made_at timestamptz, scans int, waiting int, to_key int, ended int, refused int)
	language sql stable
	begin atomic
		select l.lot_id, l.name, l.origin, st.name, l.made_at, c.scans, c.waiting, c.to_key, c.ended, c.refused
		from (select * from archive.lots l order by l.made_at desc, l.lot_id desc limit lots.size offset lots.skip) l
		join base.structures st on st.structure_id = l.structure_id
		cross join lateral (
			select count(*)::int as scans, count(*) filter (where s.state_code in ('recue', 'lecture'))::int as waiting,
				count(*) filter (where s.state_code in ('a_saisir', 'a_ressaisir', 'a_comparer'))::int as to_key,
				count(*) filter (where s.state_code in ('rattachee', 'rejetee'))::int as ended,
				count(*) filter (where s.state_code = 'refusee')::int as refused
			from archive.scans s where s.lot_id = l.lot_id) c
		order by l.made_at desc, l.lot_id desc;
	end;
comment on function archive_api.lots is 'Batches in reach, newest first, with where their files are.';

create function archive_api.lot_structures() returns table (structure_id bigint, name text)
	language sql stable
	begin atomic
		select s.structure_id, s.name from base.structures s
		where s.rank <@ (select m.ranks from base.my_spans m) and s.closed_on is null order by s.rank;
	end;
comment on function archive_api.lot_structures is 'Structures that a batch of mine may come from.';

create function archive_api.make_lot(name text, origin text, structure bigint) returns table (lot_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	made bigint;
	at_  int;
begin
	select s.rank into at_ from base.structures s
	where s.structure_id = make_lot.structure and s.rank <@ (select m.ranks from base.my_spans m);
	if not found then
		raise exception using errcode = 'GU422', message = 'archive.structure_out', column = 'structure';
	end if;
	insert into archive.lots (name, origin, structure_id, structure_rank, person_id)
	values (make_lot.name, coalesce(make_lot.origin, ''), make_lot.structure, at_, (select m.person_id from base.me m)) returning lots.lot_id into made;
	perform base_api.note('archive.work', 'creation', 'lot ' || made, 'fait');
	return query select made;
end $$;
comment on function archive_api.make_lot is 'A new batch, empty.';

create function archive_api.lot(lot bigint) returns table (lot_id bigint, name text, origin text, structure_name text, made_at timestamptz,
	scans int, waiting int, stopped int, to_key int, attached int, rejected int, refused int, pages_total int, pages_read int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.lot_id, l.name, l.origin, st.name, l.made_at, count(s.scan_id)::int,
		count(*) filter (where s.state_code in ('recue', 'lecture') and j.state_code is distinct from 'echec')::int,
		count(*) filter (where s.state_code in ('recue', 'lecture') and j.state_code = 'echec')::int,
		count(*) filter (where s.state_code in ('a_saisir', 'a_ressaisir', 'a_comparer'))::int,
		count(*) filter (where s.state_code = 'rattachee')::int, count(*) filter (where s.state_code = 'rejetee')::int,
		count(*) filter (where s.state_code = 'refusee')::int,
		coalesce(sum(greatest(s.pages_count, 1)) filter (where s.state_code <> 'refusee'), 0)::int,
		coalesce(sum((select count(*) from archive.pages p where p.scan_id = s.scan_id and p.content is not null)), 0)::int
	from archive.lots l
	join base.structures st on st.structure_id = l.structure_id
	left join archive.scans s on s.lot_id = l.lot_id
	left join base.jobs j on j.job_id = s.job_id
	where l.lot_id = lot.lot and l.structure_rank <@ (select m.ranks from base.my_spans m)
	group by l.lot_id, st.name;
$$;
comment on function archive_api.lot is 'One batch in reach, with the progress of its files; pages are counted once known.';

create function archive_api.lot_scans(lot bigint, size int, skip int) returns table (scan_id bigint, name text, size bigint, type_code text,
	pages_count int, pages_read int, state_code text, state_label text, is_over boolean, why text, why_detail text, reject_label text,
	job_error text, is_stopped boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.scan_id, s.name, s.size, s.type_code, s.pages_count,
		(select count(*)::int from archive.pages p where p.scan_id = s.scan_id and p.content is not null), s.state_code, st.label, st.is_over,
		s.why, s.why_detail, r.label, j.error, s.state_code in ('recue', 'lecture') and coalesce(j.state_code = 'echec', false)
	from archive.scans s
	join archive.states st on st.state_code = s.state_code
	join archive.lots l on l.lot_id = s.lot_id and l.structure_rank <@ (select m.ranks from base.my_spans m)
	left join archive.rejects r on r.reject_code = s.reject_code
	left join base.jobs j on j.job_id = s.job_id
	where s.lot_id = lot_scans.lot
	order by s.scan_id limit lot_scans.size offset lot_scans.skip;
$$;
comment on function archive_api.lot_scans is 'The files of a batch in reach, as they were sent, each with its state or the reason it was refused.';

create function archive_api.may_send(lot bigint) returns void
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from archive.lots l where l.lot_id = lot and l.structure_rank <@ (select m.ranks from base.my_spans m)) then
		raise exception using errcode = 'GU404', message = 'archive.lot_missing';
	end if;
end $$;
comment on function archive_api.may_send is 'Asked before files are kept: the batch must be in reach.';

-- Sending is safe to repeat: a content that the batch has is passed over, whatever its name.
create function archive_api.send(lot bigint, files jsonb) returns table (added int, known int, refused int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	l    archive.lots;
	f    record;
	made bigint;
	els  text;
	me   bigint := (select m.person_id from base.me m);
begin
	perform archive_api.may_send(send.lot);
	select * into l from archive.lots x where x.lot_id = send.lot;
	added := 0; known := 0; refused := 0;
	for f in select * from jsonb_to_recordset(files) as x (name text, sha256 text, size bigint, type text, why text, detail text) order by x.sha256 loop
		perform pg_advisory_xact_lock(7116, hashtext(f.sha256));    -- the same file by two requests at once
		if exists (select from archive.scans s where s.lot_id = send.lot and s.sha256 = decode(f.sha256, 'hex')) then
			known := known + 1;
			continue;
		end if;
		if f.why is null then
			select o.name into els from archive.scans s join archive.lots o on o.lot_id = s.lot_id
			where s.sha256 = decode(f.sha256, 'hex') and s.state_code <> 'refusee' limit 1;
			if found then
				f.why := 'archive.twice';
				f.detail := els;
			end if;
		end if;
		insert into archive.scans (lot_id, structure_rank, sha256, name, size, type_code, state_code, why, why_detail, sent_by, ended_at)
		values (send.lot, l.structure_rank, decode(f.sha256, 'hex'), left(coalesce(nullif(f.name, ''), 'sans nom'), 200), f.size, nullif(f.type, ''),
			case when f.why is null then 'recue' else 'refusee' end, f.why, f.detail, me, case when f.why is not null then now() end)
		returning scan_id into made;
		if f.why is null then
			update archive.scans s set job_id = job_api.put('archive.check', me, jsonb_build_object('scan', made)) where s.scan_id = made;
			added := added + 1;
		else
			refused := refused + 1;
		end if;
	end loop;
	perform base_api.note('archive.work', 'depot', 'lot ' || send.lot, 'fait', jsonb_build_object('added', added, 'known', known, 'refused', refused));
	return next;
end $$;
comment on function archive_api.send is 'Files of a batch: the good ones are put to be checked, the others are listed with why; none is doubled.';

create function archive_api.relaunch(scan bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it archive.scans;
begin
	select s.* into it from archive.scans s
	where s.scan_id = relaunch.scan and s.structure_rank <@ (select m.ranks from base.my_spans m) for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'archive.scan_missing';
	end if;
	if it.state_code not in ('recue', 'lecture') or not exists (select from base.jobs j where j.job_id = it.job_id and j.state_code = 'echec') then
		raise exception using errcode = 'GU409', message = 'archive.not_stopped';
	end if;
	update archive.scans s set job_id = job_api.put(case it.state_code when 'recue' then 'archive.check' else 'archive.read' end,
		(select m.person_id from base.me m), jsonb_build_object('scan', it.scan_id)) where s.scan_id = it.scan_id;
end $$;
comment on function archive_api.relaunch is 'Checks or reads again a file whose job stopped.';

-- 2. Jobs (worker) --------------------------------------------------------------------------------------------------------------

create function archive_api.move(scan bigint, target text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update archive.scans s set state_code = target, lease_by = null, lease_until = null,
		ended_at = case when (select st.is_over from archive.states st where st.state_code = target) then now() end
	where s.scan_id = scan and exists (select from archive.state_moves m where m.from_code = s.state_code and m.to_code = target);
	if not found then
		raise exception using errcode = 'GU409', message = 'archive.moved';
	end if;
end $$;
comment on function archive_api.move is 'A scan changes state only as the table of moves allows; whoever held it holds it no more.';

create function archive_api.run_begin(scan bigint) returns table (state_code text, sha256 text, pages_count int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.state_code, encode(s.sha256, 'hex'), s.pages_count from archive.scans s where s.scan_id = run_begin.scan;
$$;
comment on function archive_api.run_begin is 'What a job needs of a scan.';

create function archive_api.run_refused(scan bigint, why text, detail text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform archive_api.move(run_refused.scan, 'refusee');
	update archive.scans s set why = run_refused.why, why_detail = run_refused.detail where s.scan_id = run_refused.scan;
	delete from archive.pages p where p.scan_id = run_refused.scan;
	perform archive_api.copy_refused(run_refused.scan);
end $$;
comment on function archive_api.run_refused is 'The file was found bad: it stays listed with why.';

create function archive_api.run_page(scan bigint, page_no int, sha256 text, width int, height int) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	insert into archive.pages (scan_id, page_no, sha256, width, height)
	values (run_page.scan, run_page.page_no, decode(run_page.sha256, 'hex'), run_page.width, run_page.height)
	on conflict (scan_id, page_no) do update set sha256 = excluded.sha256, width = excluded.width, height = excluded.height;
$$;
comment on function archive_api.run_page is 'The image of a page was made.';

create function archive_api.run_checked(scan bigint, type text, pages int) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform archive_api.move(run_checked.scan, 'lecture');
	update archive.scans s set type_code = run_checked.type, pages_count = pages,
		job_id = job_api.put('archive.read', s.sent_by, jsonb_build_object('scan', s.scan_id))
	where s.scan_id = run_checked.scan;
end $$;
comment on function archive_api.run_checked is 'The file is good: its text is to be read.';

create function archive_api.run_unread(scan bigint) returns table (page_no int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.page_no from archive.pages p where p.scan_id = run_unread.scan and p.content is null order by p.page_no;
$$;
comment on function archive_api.run_unread is 'Pages whose text is not read yet: a job taken again goes on where it was.';

create function archive_api.run_text(scan bigint, page_no int, content text) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	update archive.pages p set content = run_text.content where p.scan_id = run_text.scan and p.page_no = run_text.page_no;
$$;
comment on function archive_api.run_text is 'The text of a page.';

create function archive_api.run_read(scan bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform archive_api.move(run_read.scan, 'a_saisir');
	update archive.scans s set content = coalesce((select string_agg(p.content, E'\n\n' order by p.page_no) from archive.pages p
		where p.scan_id = s.scan_id), '')
	where s.scan_id = run_read.scan;
end $$;
comment on function archive_api.run_read is 'All pages are read: the text is searchable, people may key.';

create function archive_api.structures_ranked() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update archive.lots l set structure_rank = s.rank from base.structures s
	where s.structure_id = l.structure_id and l.structure_rank <> s.rank;
	update archive.reports r set structure_rank = a.structure_rank from career.agents a
	where a.agent_id = r.agent_id and r.structure_rank <> a.structure_rank;
	update archive.scans x set structure_rank = l.structure_rank from archive.lots l
	where l.lot_id = x.lot_id and x.structure_rank <> l.structure_rank;
	update archive.scans x set structure_rank = r.structure_rank from archive.reports r
	where r.report_id = x.report_id and x.structure_rank <> r.structure_rank;
	return null;
end $$;
comment on function archive_api.structures_ranked is 'When the tree is ranked again, the scope of batches and reports follows.';
create trigger archive_ranked after update of rank on base.structures for each statement execute function archive_api.structures_ranked();
reset role;
