-- Files at the desks (web_pensions): baskets, list, one file with what it waits for, and what may be done with it. Rebuilt after api.sql.
-- Lists and files are read by definer functions that apply the scope of who asks; opening a file leaves a line that its agent reads.
set role guichet_owner;
grant usage on schema pensions_api to web_pensions;

-- 1. Baskets -----------------------------------------------------------------------------------------------------------------------

create function pensions_api.my_roles() returns text[]
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce(array_agg(distinct a.role_code), '{}') from base.assignments a
	where a.person_id = (select m.person_id from base.me m) and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date)
		and a.granted_by is not null and a.confirmed_by is not null;
$$;
comment on function pensions_api.my_roles is 'The roles that the asker holds today.';

create function pensions_api.desk_tally() returns table (state_code text, label text, desk text, total int, late int, is_mine boolean, is_over boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.state_code, s.label, s.desk, coalesce(n.total, 0), coalesce(n.late, 0), coalesce(s.role_code = any (pensions_api.my_roles()), false), s.is_over
	from pensions.states s
	left join (select f.state_code, count(*)::int as total, (count(*) filter (where f.due_on < current_date))::int as late from pensions.files f
		where f.structure_rank <@ (select m.ranks from base.my_spans m) group by f.state_code) n on n.state_code = s.state_code
	order by s.sort;
$$;
comment on function pensions_api.desk_tally is 'How many files in reach stand in each state, and how many are late there.';

create function pensions_api.desk_quarters() returns table (quarter date, label text, total int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select q.day, base_api.day_words(q.day), count(*)::int
	from pensions.files f cross join lateral (select date_trunc('quarter', f.leave_on::timestamp)::date as day) q
	where f.structure_rank <@ (select m.ranks from base.my_spans m) and f.closed_at is null
	group by q.day order by q.day limit 40;
$$;
comment on function pensions_api.desk_quarters is 'The quarters of departure of open files in reach.';

create function pensions_api.desk_unknown() returns table (no_date int, overdue int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select nullif(count(*) filter (where a.retirement_date is null), 0)::int,
		nullif(count(*) filter (where a.retirement_date < current_date - interval '12 months'), 0)::int
	from career.agents a where a.left_on is null and a.structure_rank <@ (select m.ranks from base.my_spans m)
		and (a.retirement_date is null or a.retirement_date < current_date - interval '12 months');
$$;
comment on function pensions_api.desk_unknown is 'Agents in service whose file cannot open by itself: no departure date can be computed, or it is more than a year past.';

create function pensions_api.list_rows(files bigint[]) returns table (file_id bigint, number text, kind_label text, family_name text, given_names text, matricule text,
	structure_name text, leave_on date, regimes text, state_code text, state_label text, desk text, due_on date, days_left int, left_words text, is_late boolean, is_waiting boolean,
	waiting_acts int, opened_on date, is_own boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.file_id, f.number, pensions_api.kind_words(f.kind_code), p.family_name, p.given_names, a.matricule, s.name, f.leave_on, array_to_string(f.regimes, ' et '), f.state_code, st.label, st.desk,
		f.due_on, case when f.due_on is not null then base_api.working_days(current_date, f.due_on) end, pensions_api.left_words(f.due_on), coalesce(f.due_on < current_date, false), st.is_waiting_user,
		nullif((select count(*)::int from pensions.missing m where m.file_id = f.file_id and m.resolved_at is null), 0), f.opened_on,
		a.person_id = (select m.person_id from base.me m)
	from unnest(list_rows.files) with ordinality i (id, n)
	join pensions.files f on f.file_id = i.id
	join pensions.states st on st.state_code = f.state_code
	join career.agents a on a.agent_id = f.agent_id
	join base.persons p on p.person_id = a.person_id
	left join base.structures s on s.structure_id = a.structure_id
	order by i.n;
$$;
comment on function pensions_api.list_rows is 'Files as a list shows them, in the order given.';

create function pensions_api.desk_ids(tray text, state text, quarter date, size int, skip int) returns bigint[]
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	mine  int4multirange := (select m.ranks from base.my_spans m);
	roles text[] := pensions_api.my_roles();
begin
	return array(select f.file_id from pensions.files f join pensions.states s on s.state_code = f.state_code
		where f.structure_rank <@ mine
			and case tray when 'clos' then f.closed_at is not null when 'retard' then f.due_on < current_date when 'mien' then s.role_code = any (roles)
				else f.closed_at is null end
			and (state is null or f.state_code = state)
			and (quarter is null or (f.leave_on >= quarter and f.leave_on < quarter + interval '3 months'))
		order by case when tray = 'clos' then f.closed_at end desc, f.due_on nulls last, f.leave_on, f.file_id
		limit size offset skip);
end $$;
comment on function pensions_api.desk_ids is 'The files of one page of a basket: the nearest deadline first.';

create function pensions_api.desk_files(tray text, state text, quarter date, size int, skip int) returns table (file_id bigint, number text, kind_label text,
	family_name text, given_names text, matricule text, structure_name text, leave_on date, regimes text, state_code text, state_label text, desk text, due_on date,
	days_left int, left_words text, is_late boolean, is_waiting boolean, waiting_acts int, opened_on date, is_own boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.* from pensions_api.list_rows(pensions_api.desk_ids(desk_files.tray, desk_files.state, desk_files.quarter,
		least(greatest(desk_files.size, 1), 10001), greatest(desk_files.skip, 0))) r;
$$;
comment on function pensions_api.desk_files is 'One page of a basket in reach.';

create function pensions_api.desk_trays(state text, quarter date) returns table (mien int, ouverts int, retard int, clos int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select count(*) filter (where s.role_code = any (pensions_api.my_roles()))::int, count(*) filter (where f.closed_at is null)::int,
		count(*) filter (where f.due_on < current_date)::int, count(*) filter (where f.closed_at is not null)::int
	from pensions.files f join pensions.states s on s.state_code = f.state_code
	where f.structure_rank <@ (select m.ranks from base.my_spans m) and (desk_trays.state is null or f.state_code = desk_trays.state)
		and (desk_trays.quarter is null or (f.leave_on >= desk_trays.quarter and f.leave_on < desk_trays.quarter + interval '3 months'));
$$;
comment on function pensions_api.desk_trays is 'How many files stand under each tab, the filters applied.';

create function pensions_api.desk_find(words text) returns table (file_id bigint, number text, kind_label text,
	family_name text, given_names text, matricule text, structure_name text, leave_on date, regimes text, state_code text, state_label text, desk text, due_on date,
	days_left int, left_words text, is_late boolean, is_waiting boolean, waiting_acts int, opened_on date, is_own boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	mine     int4multirange := (select m.ranks from base.my_spans m);
	patterns text[] := array(select '%' || replace(replace(replace(w.word, '\', '\\'), '%', '\%'), '_', '\_') || '%'
		from string_to_table(btrim(base.fold(left(coalesce(words, ''), 60))), ' ') w (word) where w.word <> '');
begin
	return query select r.* from pensions_api.list_rows(array(
		select f.file_id from pensions.files f join career.agents a on a.agent_id = f.agent_id
		where f.structure_rank <@ mine and cardinality(patterns) > 0
			and (f.number = upper(btrim(words)) or not exists (select from unnest(patterns) w (pattern) where a.search_text not like w.pattern))
		order by f.number <> upper(btrim(words)), a.matricule <> upper(btrim(words)), f.closed_at is not null, f.leave_on, f.file_id limit 51)) r;
end $$;
comment on function pensions_api.desk_find is 'Files in reach by number, matricule or words of the name: fifty at most and one more.';

create function pensions_api.desk_export(tray text, state text, quarter date) returns table (number text, kind_label text, family_name text, given_names text,
	matricule text, structure_name text, leave_on date, regimes text, state_label text, desk text, due_on date, days_left int, waiting_acts int, opened_on date)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	as_ record;
	ids bigint[] := pensions_api.desk_ids(tray, state, quarter, 10000, 0);
begin
	select * into as_ from career_api.viewer_role('pensions.desk', null);
	insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
	select distinct a.person_id, (select m.person_id from base.me m), as_.structure_id, as_.role_code, 'export', 'Liste des dossiers de pension'
	from pensions.files f join career.agents a on a.agent_id = f.agent_id where f.file_id = any (ids);
	perform base_api.note('pensions.desk', 'export', 'dossiers de pension', 'fait', jsonb_build_object('lignes', cardinality(ids)));
	return query select r.number, r.kind_label, r.family_name, r.given_names, r.matricule, r.structure_name, r.leave_on, r.regimes, r.state_label, r.desk, r.due_on,
		r.days_left, r.waiting_acts, r.opened_on from pensions_api.list_rows(ids) r;
end $$;
comment on function pensions_api.desk_export is 'A basket as a list that leaves the portal, with a line in the journal of each agent in it.';

-- 2. One file ----------------------------------------------------------------------------------------------------------------------

create function pensions_api.open_file(dossier bigint) returns table (file_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me  bigint := (select m.person_id from base.me m);
	f   record;
	as_ record;
begin
	select x.file_id, x.number, x.structure_rank, a.person_id into f from pensions.files x join career.agents a on a.agent_id = x.agent_id
	where x.file_id = dossier and x.structure_rank <@ (select m.ranks from base.my_spans m);
	if not found then                                              -- unknown or out of scope: the same answer
		raise exception using errcode = 'GU404', message = 'pensions.file_missing';
	elsif f.person_id = me then
		raise exception using errcode = 'GU403', message = 'pensions.own_file';
	end if;
	if not exists (select from base.consultations c where c.person_id = f.person_id and c.viewer_id = me and c.what = 'pension' and c.reason like '%' || f.number
			and c.at > now() - interval '29 minutes') then
		select * into as_ from career_api.viewer_role('pensions.desk', f.structure_rank);
		insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
		values (f.person_id, me, as_.structure_id, as_.role_code, 'pension', 'Traitement du dossier de pension ' || f.number);
	end if;
	perform pensions_api.settle(f.file_id);
	return query select f.file_id;
end $$;
comment on function pensions_api.open_file is 'First statement of a page of a pension file: says in the agent’s journal who looked and why, then lets the file go on if its acts came in.';

create function pensions_api.seen(dossier bigint) returns pensions.files
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f pensions.files;
begin
	select x.* into f from pensions.files x join career.agents a on a.agent_id = x.agent_id
	where x.file_id = dossier and x.structure_rank <@ (select m.ranks from base.my_spans m) and a.person_id <> (select m.person_id from base.me m)
		and exists (select from base.consultations c where c.person_id = a.person_id and c.viewer_id = (select m.person_id from base.me m)
			and c.what = 'pension' and c.reason like '%' || x.number and c.at > now() - interval '30 minutes');
	if not found then
		raise exception using errcode = 'GU404', message = 'pensions.file_missing';
	end if;
	return f;
end $$;
comment on function pensions_api.seen is 'A file that the asker opened within half an hour (pensions_api.open_file), in his reach and not his own; GU404 otherwise.';

create function pensions_api.desk_head(dossier bigint) returns table (file_id bigint, number text, kind_code text, kind_label text, origin_code text, regimes text, is_both boolean,
	leave_on date, leave_source text, lapse text, opened_on date, state_code text, state_label text, desk text, next text, due_on date, days_left int, left_words text, is_late boolean,
	is_waiting boolean, is_over boolean, is_early boolean, is_computed boolean, family_name text, given_names text, sex_code text, matricule text, birth_date date,
	status_label text, corps_name text, grade text, pay_index int, structure_name text, position_label text, first_service_date date, has_left boolean, gaps int,
	is_invalidity boolean, agent_id bigint)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.file_id, f.number, f.kind_code, pensions_api.kind_words(f.kind_code), f.origin_code, array_to_string(f.regimes, ' et '), cardinality(f.regimes) > 1, f.leave_on, f.leave_source,
		pensions_api.lapse_words(f.leave_on), f.opened_on, f.state_code, st.label, st.desk, st.next, f.due_on,
		case when f.due_on is not null then base_api.working_days(current_date, f.due_on) end, pensions_api.left_words(f.due_on), coalesce(f.due_on < current_date, false), st.is_waiting_user, st.is_over,
		f.state_code in ('ouvert', 'archives', 'attente_agent'), exists (select from pensions.liquidations l where l.file_id = f.file_id),
		p.family_name, p.given_names, p.sex, a.matricule, p.birth_date, sl.label, c.name, career_api.grade(a.category, a.scale, a.step), a.pay_index, s.name, po.label,
		a.first_service_date, a.left_on is not null, nullif((select count(*)::int from pensions.missing m where m.file_id = f.file_id and m.resolved_at is null), 0),
		f.kind_code = 'invalidite', a.agent_id
	from pensions_api.seen(dossier) f
	join pensions.states st on st.state_code = f.state_code
	join career.agents a on a.agent_id = f.agent_id
	join base.persons p on p.person_id = a.person_id
	join career.statuses sl on sl.status_code = a.status_code
	left join career.corps c on c.corps_id = a.corps_id
	left join base.structures s on s.structure_id = a.structure_id
	left join career.positions po on po.position_code = a.position_code;
$$;
comment on function pensions_api.desk_head is 'The open file: who, when he leaves and why, where it stands.';

create function pensions_api.desk_services(dossier bigint) returns table (position_label text, counts text, is_demo boolean, span text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select t.position_label, case when t.counts_as_service then 'oui' when not t.counts_as_service then 'non' else 'aucun texte vu' end, t.is_demo,
		coalesce(nullif(concat_ws(' ', case when t.years > 0 then t.years || case when t.years > 1 then ' ans' else ' an' end end, case when t.months > 0 then t.months || ' mois' end,
			case when t.days > 0 then t.days || case when t.days > 1 then ' jours' else ' jour' end end), ''), 'moins d’un jour')
	from pensions_api.seen(dossier) f cross join lateral career_api.agent_service_totals(f.agent_id) t;
$$;
comment on function pensions_api.desk_services is 'How long the agent of the open file stood in each position.';

create function pensions_api.desk_facts(dossier bigint) returns table (fact_id bigint, kind_code text, label text, value int, reference text, is_proven boolean, paper_name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select x.fact_id, x.kind_code, x.label, x.value, x.reference, x.is_proven, b.name
	from pensions_api.seen(dossier) f
	join pensions.facts x on x.agent_id = f.agent_id and x.void_at is null
	left join base.files b on b.file_id = x.upload_id
	order by x.fact_id;
$$;
comment on function pensions_api.desk_facts is 'Bonuses, children and unfitness known of the agent of the open file.';

create function pensions_api.desk_paper(dossier bigint, fait bigint) returns table (sha256 text, type text, name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select encode(b.sha256, 'hex'), b.type, b.name
	from pensions_api.seen(dossier) f
	join pensions.facts x on x.agent_id = f.agent_id and x.fact_id = fait
	join base.files b on b.file_id = x.upload_id;
$$;
comment on function pensions_api.desk_paper is 'Where the paper of a fact of the open file is kept.';

-- The path, each step once: time spent there over all its visits, in working days.
create function pensions_api.track_of(file bigint) returns table (state_code text, label text, desk text, step_code text, entered_on date, left_on date, spent int,
	spent_words text, allowed int, left_words text, is_late boolean, due_on date)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with f as (
		select x.*, s.sort as here, s.is_over from pensions.files x join pensions.states s on s.state_code = x.state_code where x.file_id = track_of.file
	), visits as (
		select e.state_code, e.at, coalesce(lead(e.at) over (order by e.event_id), now()) as until, lead(e.at) over (order by e.event_id) is null as is_last
		from f join pensions.events e on e.file_id = f.file_id and e.state_code is not null
	), sums as (
		select v.state_code, min(v.at)::date as entered_on, max(v.until)::date as left_on, bool_or(v.is_last) as is_here,
			sum(base_api.working_days(v.at::date, v.until::date))::int as spent
		from visits v group by v.state_code
	)
	select s.state_code, s.label, s.desk,
		case when v.is_here then case when s.is_over then 'fini' when s.is_waiting_user then 'attente' when f.due_on < current_date then 'retard' else 'ici' end
			when v.state_code is not null and s.sort < f.here then 'fait' when v.state_code is not null then 'rendu' else 'suite' end,
		v.entered_on, case when not coalesce(v.is_here, false) then v.left_on end, v.spent, pensions_api.days_words(v.spent), s.days::int,
		case when v.is_here then pensions_api.left_words(f.due_on) end,
		coalesce(v.is_here and f.due_on < current_date, false), case when v.is_here then f.due_on end
	from f
	join pensions.states s on not s.is_over or s.state_code = f.state_code or (s.state_code = 'paiement' and not f.is_over)
	left join sums v on v.state_code = s.state_code
	where s.state_code <> 'ouvert' and (v.state_code is not null or (not f.is_over and (s.sort > f.here or s.sort = f.here)))
		and not (v.state_code is null and s.state_code in ('archives', 'attente_agent'))
	order by s.sort;
$$;
comment on function pensions_api.track_of is 'The steps of a file: done, here, ahead, with the working days spent and left; the clock stands still while the person is waited for.';

create function pensions_api.desk_track(dossier bigint) returns table (state_code text, label text, desk text, step_code text, entered_on date, left_on date, spent int,
	spent_words text, allowed int, left_words text, is_late boolean, due_on date)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select t.* from pensions_api.seen(dossier) f cross join lateral pensions_api.track_of(f.file_id) t;
$$;
comment on function pensions_api.desk_track is 'The steps of the open file.';

create function pensions_api.desk_missing(dossier bigint) returns table (missing_id bigint, label text, gap_label text, is_contradiction boolean, archive_asked_on date,
	report_code text, archive_code text, archive_due_on date, archive_says text, agent_asked_on date, agent_code text, paper_name text, is_resolved boolean, resolved_on date,
	resolved_how text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select m.missing_id, m.label, gk.label, gk.is_contradiction, m.archive_asked_at::date, r.code, coalesce(m.archive_answer, case r.state_code when 'recherche' then 'recherche' else 'attente' end),
		case when m.archive_answer is null then r.due_on end, nullif(t.says, ''), m.agent_asked_at::date,
		coalesce(m.agent_answer, case when m.agent_asked_at is not null then 'attente' end), b.name, m.resolved_at is not null, m.resolved_at::date, m.resolved_how
	from pensions_api.seen(dossier) f
	join pensions.missing m on m.file_id = f.file_id
	join career.gap_kinds gk on gk.gap_code = m.gap_code
	left join archive.reports r on r.report_id = m.report_id
	left join base.files b on b.file_id = m.upload_id
	left join lateral (select s.says from archive.report_steps s where s.report_id = m.report_id and s.state_code <> 'nouveau' order by s.report_step_id desc limit 1) t on true
	order by m.resolved_at is not null, m.at_date nulls first, m.missing_id;
$$;
comment on function pensions_api.desk_missing is 'Acts that the open file waits for, or waited for: what was asked of whom, and what was answered.';

create function pensions_api.desk_events(dossier bigint) returns table (at timestamptz, what text, note text, who text, is_move boolean, is_internal boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select e.at, e.what, e.note, coalesce(p.given_names || ' ' || p.family_name, 'Le portail'), e.state_code is not null, e.is_internal
	from pensions_api.seen(dossier) f
	join pensions.events e on e.file_id = f.file_id
	left join base.persons p on p.person_id = e.person_id
	order by e.event_id desc limit 100;
$$;
comment on function pensions_api.desk_events is 'The history of the open file, newest first.';

-- What is certified, computed, controlled or signed goes on by an approval bound to what was shown, never by this button.
create function pensions_api.desk_moves(dossier bigint) returns table (to_code text, label text, is_end boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query select m.to_code, m.label, s.is_over
	from pensions_api.seen(dossier) f
	join pensions.states here on here.state_code = f.state_code
	join pensions.state_moves m on m.from_code = f.state_code
	join pensions.states s on s.state_code = m.to_code
	where (f.state_code in ('ouvert', 'archives', 'attente_agent') or m.to_code = 'abandonne')
		and acts_api.holds((select x.person_id from base.me x), coalesce(m.role_code, here.role_code), f.structure_rank)
	order by s.sort;
end $$;
comment on function pensions_api.desk_moves is 'What the asker may do with the open file: the moves of its state, his roles, his structures.';

-- While acts are looked for the pension officer asks for one more; once services are being certified, who certifies them.
create function pensions_api.may_ask_act(f pensions.files, person bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select (f.state_code in ('archives', 'attente_agent') and acts_api.holds(person, 'pension_officer', f.structure_rank))
		or (f.state_code = 'etat_services' and acts_api.holds(person, 'clerk', f.structure_rank));
$$;
comment on function pensions_api.may_ask_act is 'Whether that person may name one more act that a file needs.';

create function pensions_api.desk_may(dossier bigint) returns table (may_ask boolean, may_record boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query select pensions_api.may_ask_act(f, x.person_id),
		f.kind_code = 'invalidite' and f.closed_at is null and acts_api.holds(x.person_id, 'pension_officer', f.structure_rank)
			and not exists (select from pensions.facts t where t.agent_id = f.agent_id and t.kind_code = 'inaptitude' and t.is_proven and t.void_at is null)
	from pensions_api.seen(dossier) f cross join base.me x;
end $$;
comment on function pensions_api.desk_may is 'Whether the asker may ask for one more act, or record the decision of the reform commission.';

-- 3. What a desk does --------------------------------------------------------------------------------------------------------------

create function pensions_api.step_file(dossier bigint, target text, says text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
	f  pensions.files := pensions_api.hold(dossier);
	r  record;
begin
	if f.state_code not in ('ouvert', 'archives', 'attente_agent') and target <> 'abandonne' then
		raise exception using errcode = 'GU409', message = 'pensions.by_approval';
	elsif coalesce(length(btrim(says)), 0) < 10 then
		raise exception using errcode = 'GU422', message = 'pensions.why_missing', column = 'motif';
	elsif target = 'attente_agent' and not exists (select from pensions.missing m where m.file_id = f.file_id and m.resolved_at is null and m.agent_answer is null) then
		raise exception using errcode = 'GU409', message = 'pensions.nothing_to_ask';
	end if;
	perform pensions_api.move(f.file_id, target, me, says);
	if target = 'attente_agent' then
		update pensions.missing m set agent_asked_at = now() where m.file_id = f.file_id and m.resolved_at is null and m.agent_answer is null;
	elsif target = 'archives' then                                 -- asked again
		for r in select m.missing_id, m.report_id, t.state_code from pensions.missing m left join archive.reports t on t.report_id = m.report_id
			where m.file_id = f.file_id and m.resolved_at is null
		loop
			update pensions.missing m set archive_answer = null, agent_asked_at = null, agent_answer = null where m.missing_id = r.missing_id;
			if r.state_code = 'introuvable' then
				perform archive_api.step(r.report_id, 'recherche', says, me);
			elsif coalesce(r.state_code, 'trouve') not in ('nouveau', 'recherche') then
				perform pensions_api.ask_archive(array[r.missing_id]);
			end if;
		end loop;
	end if;
	return base_api.receipt(null);
end $$;
comment on function pensions_api.step_file is 'A person moves a file that waits for acts, or files it away, and says why; the agent reads it.';

create function pensions_api.ask_act(dossier bigint, label text, about date) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me   bigint := (select m.person_id from base.me m);
	f    pensions.files := pensions_api.hold(dossier);
	made bigint;
begin
	if f.agent_id in (select a.agent_id from career.agents a where a.person_id = me) then
		raise exception using errcode = 'GU409', message = 'pensions.own_file';
	elsif not pensions_api.may_ask_act(f, me) then
		raise exception using errcode = 'GU403', message = 'pensions.not_your_desk';
	elsif about is not null and (about < date '1950-01-01' or about > current_date) then
		raise exception using errcode = 'GU422', message = 'pensions.act_date', column = 'date';
	end if;
	insert into pensions.missing (file_id, gap_code, key, label, at_date)
	values (f.file_id, 'missing_proof', 'demande:' || gen_random_uuid(), btrim(label), about) returning missing_id into made;
	perform pensions_api.ask_archive(array[made]);
	insert into pensions.events (file_id, person_id, what, note) values (f.file_id, me, 'Acte demandé aux archives', btrim(label));
	if f.state_code = 'etat_services' then
		perform pensions_api.move(f.file_id, 'archives', me, 'Il manque : ' || btrim(label));
	end if;
	perform base_api.note('pensions.desk', 'demander', 'dossier ' || f.number, 'fait', '{}');
	return base_api.receipt(null);
end $$;
comment on function pensions_api.ask_act is 'A desk names one more act that a file needs: the archive looks for it.';

create function pensions_api.keep_upload(copy jsonb, owner bigint) returns bigint
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	insert into base.files (sha256, size, type, name, owner_id)
	select decode(c.copy->>'sha256', 'hex'), (c.copy->>'size')::bigint,
		case c.copy->>'type' when 'pdf' then 'application/pdf' when 'tiff' then 'image/tiff' else 'image/jpeg' end, left(coalesce(nullif(c.copy->>'name', ''), 'sans nom'), 200), keep_upload.owner
	from (select keep_upload.copy) c where c.copy is not null
	returning file_id;
$$;
comment on function pensions_api.keep_upload is 'The row of a file that the store holds; null when there is none.';

create function pensions_api.record_decision(dossier bigint, reference text, decided_on date, leave_on date, copy jsonb) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me  bigint := (select m.person_id from base.me m);
	f   pensions.files := pensions_api.hold(dossier);
	put bigint;
begin
	if f.kind_code <> 'invalidite' or f.closed_at is not null then
		raise exception using errcode = 'GU409', message = 'pensions.no_such_move';
	elsif f.agent_id in (select a.agent_id from career.agents a where a.person_id = me) then
		raise exception using errcode = 'GU409', message = 'pensions.own_file';
	elsif not acts_api.holds(me, 'pension_officer', f.structure_rank) then
		raise exception using errcode = 'GU403', message = 'pensions.not_your_desk';
	elsif exists (select from pensions.facts t where t.agent_id = f.agent_id and t.kind_code = 'inaptitude' and t.is_proven and t.void_at is null) then
		raise exception using errcode = 'GU409', message = 'pensions.decision_known';
	elsif decided_on > current_date or decided_on < current_date - interval '5 years' then
		raise exception using errcode = 'GU422', message = 'pensions.decision_date', column = 'decision';
	elsif leave_on < decided_on - interval '1 year' or leave_on > current_date + interval '3 years' then
		raise exception using errcode = 'GU422', message = 'pensions.leave_absurd', column = 'depart';
	end if;
	put := pensions_api.keep_upload(copy, me);
	update pensions.facts t set void_at = now() where t.agent_id = f.agent_id and t.kind_code = 'inaptitude' and t.void_at is null;
	insert into pensions.facts (agent_id, kind_code, value, label, reference, source, is_proven, recorded_by, upload_id)
	values (f.agent_id, 'inaptitude', 1, 'Inaptitude constatée par la commission de réforme', btrim(reference) || ' du ' || base_api.day_words(decided_on),
		'Loi 86-014, par un mémoire universitaire : inaptitude déclarée par la commission de réforme', true, me, put);
	update pensions.files x set leave_on = record_decision.leave_on,
		leave_source = 'Inaptitude constatée par la commission de réforme, ' || btrim(reference) || ' du ' || base_api.day_words(decided_on) || '.' where x.file_id = f.file_id;
	insert into pensions.events (file_id, person_id, what, note)
	values (f.file_id, me, 'Décision de la commission de réforme', btrim(reference) || ' du ' || base_api.day_words(decided_on));
	perform base_api.note('pensions.desk', 'decision', 'dossier ' || f.number, 'fait', '{}');
	return base_api.receipt(null);
end $$;
comment on function pensions_api.record_decision is 'The decision of the reform commission becomes a fact with its paper, and gives the day of departure.';

create function pensions_api.service_open(of_matricule text, kind text, leave_on date, says text) returns table (file_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
	a  record;
begin
	select x.agent_id, x.person_id, x.structure_rank into a from career.agents x
	where x.matricule = of_matricule and x.structure_rank <@ (select m.ranks from base.my_spans m);
	if not found then
		raise exception using errcode = 'GU422', message = 'pensions.no_such_agent', column = 'matricule';
	elsif a.person_id = me then
		raise exception using errcode = 'GU409', message = 'pensions.own_file';
	elsif not (acts_api.holds(me, 'pension_officer', a.structure_rank) or acts_api.holds(me, 'clerk', a.structure_rank)) then
		raise exception using errcode = 'GU403', message = 'pensions.not_your_desk';
	elsif coalesce(length(btrim(says)), 0) < 10 then
		raise exception using errcode = 'GU422', message = 'pensions.why_missing', column = 'motif';
	end if;
	file_id := pensions_api.open_for(a.agent_id, kind, 'service', leave_on, null, says);
	return next;
end $$;
comment on function pensions_api.service_open is 'A clerk or an officer of pensions opens the file of an agent in reach, and says why.';

revoke execute on function pensions_api.my_roles, pensions_api.desk_tally, pensions_api.desk_quarters, pensions_api.desk_unknown, pensions_api.list_rows,
	pensions_api.desk_ids, pensions_api.desk_files, pensions_api.desk_trays, pensions_api.desk_find, pensions_api.desk_export, pensions_api.open_file,
	pensions_api.seen, pensions_api.desk_head, pensions_api.desk_services, pensions_api.desk_facts, pensions_api.desk_paper, pensions_api.track_of, pensions_api.desk_track,
	pensions_api.desk_missing, pensions_api.desk_events, pensions_api.desk_moves, pensions_api.desk_may, pensions_api.step_file, pensions_api.ask_act,
	pensions_api.keep_upload, pensions_api.record_decision, pensions_api.service_open from public;
grant execute on function pensions_api.desk_tally, pensions_api.desk_quarters, pensions_api.desk_unknown, pensions_api.desk_files, pensions_api.desk_trays,
	pensions_api.desk_find, pensions_api.desk_export, pensions_api.open_file, pensions_api.seen, pensions_api.desk_head, pensions_api.desk_services,
	pensions_api.desk_facts, pensions_api.desk_paper, pensions_api.desk_track, pensions_api.desk_missing, pensions_api.desk_events, pensions_api.desk_moves, pensions_api.desk_may,
	pensions_api.step_file, pensions_api.ask_act, pensions_api.record_decision, pensions_api.service_open to web_pensions;
reset role;
