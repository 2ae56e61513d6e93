-- Indicators of pensions, from the rows of the files alone. One function gives the rows behind every figure; the figures are counted from it, so
-- a number and what opens behind it cannot differ. Rebuilt after api.sql.
set role guichet_owner;

-- value: days, or pieces; is_over: false when it is still running (its value is its age so far); is_hit: it counts for a share.
create function cohorts_api.figure_rows(first_day date, last_day date) returns table (figure_code text, file_id bigint, at_date date, value int, is_over boolean, is_hit boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
	with mine as materialized (
		select f.* from pensions.files f
		where f.structure_rank <@ (select s.ranks from base.my_spans s) and f.kind_code in ('retraite', 'anticipe', 'invalidite') and f.parent_id is null
	), signed as (
		select m.file_id, m.notified_on, max(a.at)::date as signed_on from mine m join pensions.approvals a on a.file_id = m.file_id
		where a.step_code = 'signature' and a.void_at is null group by m.file_id, m.notified_on
	), liquidated as (
		select m.file_id, m.is_automatic, min(l.made_at)::date as made_on from mine m join pensions.liquidations l on l.file_id = m.file_id and l.is_complete
		group by m.file_id, m.is_automatic
	), left_ as (
		select m.* from mine m where m.leave_on between first_day and last_day and m.leave_on <= current_date and m.state_code not in ('rejete', 'abandonne')
	)
	select 'livret', l.file_id, l.leave_on, greatest(coalesce(l.booklet_on, current_date) - l.leave_on, 0), l.booklet_on is not null, false from left_ l
	union all
	select 'jour', l.file_id, l.leave_on, null, true, coalesce(l.booklet_on <= l.leave_on, false) from left_ l
	union all
	select 'pieces', m.file_id, m.opened_on, p.n, true, p.n = 0
	from mine m cross join lateral (select count(*)::int as n from pensions.missing x where x.file_id = m.file_id and x.agent_asked_at is not null) p
	where m.opened_on between first_day and last_day
	union all
	select 'systeme', m.file_id, m.opened_on, null, true, m.origin_code = 'systeme' from mine m where m.opened_on between first_day and last_day
	union all
	select 'automatique', q.file_id, q.made_on, null, true, q.is_automatic from liquidated q where q.made_on between first_day and last_day
	union all
	select 'notification', s.file_id, s.signed_on, greatest(coalesce(s.notified_on, current_date) - s.signed_on, 0), s.notified_on is not null, false
	from signed s where s.signed_on between first_day and last_day;
$$;
comment on function cohorts_api.figure_rows is 'The rows behind the figures, of the files of the structures I serve.';

create function cohorts_api.indicators(first_day date, last_day date) returns table (figure_code text, n int, n_open int, median_ int, p90 int, hits int, pieces int)
	language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
	select r.figure_code, count(*)::int, count(*) filter (where not r.is_over)::int, requests_api.quantile(array_agg(r.value), array_agg(r.is_over), 0.5)::int,
		requests_api.quantile(array_agg(r.value), array_agg(r.is_over), 0.9)::int, count(*) filter (where r.is_hit)::int, sum(r.value)::int
	from cohorts_api.figure_rows(first_day, last_day) r group by r.figure_code;
$$;
comment on function cohorts_api.indicators is 'The figures of a period. Median and 90th percentile count what is still open as not yet over (Kaplan and Meier).';

create function cohorts_api.late_desks() returns table (state_code text, label text, desk text, held int, late int, worst int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.state_code, s.label, s.desk, count(*)::int, count(*) filter (where f.due_on < current_date)::int, coalesce(max(current_date - f.due_on) filter (where f.due_on < current_date), 0)
	from pensions.files f join pensions.states s on s.state_code = f.state_code
	where not s.is_over and f.closed_at is null and f.structure_rank <@ (select m.ranks from base.my_spans m)
	group by s.state_code, s.label, s.desk, s.sort order by s.sort;
$$;
comment on function cohorts_api.late_desks is 'Files held by each desk today, and those beyond the working days it may take.';

create function cohorts_api.figure_list(figure text, first_day date, last_day date) returns table (number text, kind_label text, structure_name text, opened_on date, leave_on date,
	at_date date, value int, is_over boolean, is_hit boolean, state_label text)
	language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
	select f.number, case f.kind_code when 'retraite' then 'Retraite' when 'anticipe' then 'Départ à la demande' else 'Invalidité' end, s.name, f.opened_on, f.leave_on,
		r.at_date, r.value, r.is_over, r.is_hit, t.label
	from cohorts_api.figure_rows(first_day, last_day) r
	join pensions.files f on f.file_id = r.file_id
	join pensions.states t on t.state_code = f.state_code
	left join career.agents a on a.agent_id = f.agent_id
	left join base.structures s on s.structure_id = a.structure_id
	where r.figure_code = figure_list.figure
	order by r.is_over, r.value desc nulls last, r.at_date desc, f.number limit 200;
$$;
comment on function cohorts_api.figure_list is 'The files behind one figure, the longest first; no name: a number opens its file, for a reason.';

revoke execute on function cohorts_api.figure_rows, cohorts_api.indicators, cohorts_api.late_desks, cohorts_api.figure_list from public;
grant execute on function cohorts_api.indicators, cohorts_api.late_desks, cohorts_api.figure_list to web_pensions;
reset role;
