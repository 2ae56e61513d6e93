-- Career and pay, month by month: what is compared, what differs and why. Dropped and rebuilt. Pages: api_pages.sql.
-- One function compares (compared); the rows that are kept, the pages and the question of the liquidation all ask it.
drop schema if exists payroll_api cascade;
create schema payroll_api authorization guichet_owner;
grant usage on schema payroll_api to gate, worker, web_payroll, web_pensions, web_self;
set role guichet_owner;

create function payroll_api.setting(name text) returns int
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select (p.value #>> '{}')::int from base.parameters p
	where p.name = setting.name and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
	order by p.valid_from desc limit 1;
$$;
comment on function payroll_api.setting is 'A dated parameter that is a whole number.';

create function payroll_api.said(category text, scale smallint, step smallint, pay_index int) returns text
	language sql immutable parallel safe
	return nullif(concat_ws(', ', nullif(career_api.grade(coalesce(said.category, ''), said.scale, said.step), ''), 'indice ' || said.pay_index), '');
comment on function payroll_api.said is 'A situation as both sides are shown: "A3-9, indice 809".';

-- 1. The comparison ---------------------------------------------------------------------------------------------------------
-- A month is judged on what the acts say on its first day or on its last: the month of a change is right either way.
-- What a file does not say is not compared; what no text settles (a position that may be paid elsewhere) is not judged.
create function payroll_api.compared(agents bigint[]) returns table (agent_id bigint, month date, has_line boolean, kind_code text,
	position_differs boolean, left_on date, c_category text, c_scale smallint, c_step smallint, c_index int, c_position text,
	p_category text, p_scale smallint, p_step smallint, p_index int, p_position text, p_fcfa bigint, is_expected boolean, is_unpaid boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off set work_mem = '64MB'
as $$
	with t as materialized (
		select x.agent_id, t.n, t.effect_date, t.category, t.scale, t.step, t.pay_index, t.position_code,
			lead(t.effect_date) over (partition by x.agent_id order by t.n) as until,
			min(t.effect_date) filter (where t.kind_code in ('retraite', 'radiation')) over (partition by x.agent_id) as left_on
		from unnest(agents) x (agent_id) cross join lateral career_api.timeline_of(x.agent_id) t
	), spans as materialized (
		select t.* from t
		where t.until is null or (t.until > t.effect_date and t.until > (select min(m.month) from payroll.months m))
	), gone as (
		select t.agent_id, min(t.left_on) as left_on from t where t.left_on is not null group by t.agent_id
	), pay as materialized (                                    -- by the key, never the whole table
		select l.* from unnest(agents) x (agent_id) join payroll.lines l on l.agent_id = x.agent_id
	), grid as (
		select x.agent_id, m.month, m.is_partial, (m.month + interval '1 month' - interval '1 day')::date as last_day, g.left_on,
			l.agent_id is not null as has_line, l.category, l.scale, l.step, l.pay_index, l.position_code, l.index_pay_fcfa
		from unnest(agents) x (agent_id)
		cross join payroll.months m
		left join pay l on l.agent_id = x.agent_id and l.month = m.month
		left join gone g on g.agent_id = x.agent_id
	), beside as (
		select g.*, a.agent_id is not null as has_first, z.agent_id is not null as has_last,
			a.category as a_category, a.scale as a_scale, a.step as a_step, a.pay_index as a_index, a.position_code as a_position,
			z.category as z_category, z.scale as z_scale, z.step as z_step, z.pay_index as z_index, z.position_code as z_position
		from grid g
		left join spans a on a.agent_id = g.agent_id and a.effect_date <= g.month and (a.until is null or a.until > g.month)
		left join spans z on z.agent_id = g.agent_id and z.effect_date <= g.last_day and (z.until is null or z.until > g.last_day)
	), same as (
		select b.*,
			b.has_first and coalesce(b.category = b.a_category, b.category is null or b.a_category is null)
				and coalesce(b.scale = b.a_scale, true) and coalesce(b.step = b.a_step, true) as first_grade,
			b.has_last and coalesce(b.category = b.z_category, b.category is null or b.z_category is null)
				and coalesce(b.scale = b.z_scale, true) and coalesce(b.step = b.z_step, true) as last_grade,
			coalesce(b.pay_index = b.a_index, true) as first_index, coalesce(b.pay_index = b.z_index, true) as last_index,
			-- with a step or an index, in a position that is paid, on both days, and nothing ended in between
			coalesce(b.a_index, b.a_step) is not null and pa.is_paid and pz.is_paid and (b.left_on is null or b.left_on > b.last_day) as is_expected,
			b.has_first and not coalesce(pa.is_paid, true) and not coalesce(pz.is_paid, true) as is_unpaid
		from beside b
		left join payroll.paid_positions pa on pa.position_code = coalesce(b.a_position, 'activite')
		left join payroll.paid_positions pz on pz.position_code = coalesce(b.z_position, 'activite')
	)
	select s.agent_id, s.month, s.has_line,
		case when s.left_on <= s.month then case when s.has_line then 'apres_depart' end
			when not s.has_line then case when s.is_expected and not s.is_partial then 'acte_sans_paye' end
			when not s.has_first and not s.has_last then 'paye_sans_acte'
			when (s.first_grade and s.first_index) or (s.last_grade and s.last_index) then null
			when s.first_grade or s.last_grade then 'indice'
			when s.category = s.z_category and s.scale is not distinct from s.z_scale and s.step > s.z_step then 'paye_sans_acte'
			else 'grade' end,
		s.has_line and coalesce(s.left_on > s.month, true) and s.has_last and s.z_position is not null
			and s.position_code <> s.z_position and s.position_code is distinct from s.a_position,
		s.left_on,
		case when s.has_first then s.a_category else s.z_category end, case when s.has_first then s.a_scale else s.z_scale end,
		case when s.has_first then s.a_step else s.z_step end, case when s.has_first then s.a_index else s.z_index end,
		case when s.has_first then s.a_position else s.z_position end,
		s.category, s.scale, s.step, s.pay_index, s.position_code, s.index_pay_fcfa, coalesce(s.is_expected, false), not s.has_line and s.is_unpaid
	from same s;
$$;
comment on function payroll_api.compared is 'Each agent, each month that the payer sent: what the acts say, what was paid, and how they differ (null: they do not, or nothing is judged).';

-- Months that differ in the same way, one after the other, are one finding.
create type payroll_api.finding as (agent_id bigint, kind_code text, from_month date, until_month date, career_says text, payroll_says text,
	category text, scale smallint, step smallint, pay_index int, c_category text, c_scale smallint, c_step smallint, left_on date);
create function payroll_api.findings(agents bigint[]) returns setof payroll_api.finding
	language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off set work_mem = '64MB'
as $$
	with one as (
		select c.*, v.kind, v.career_says, v.payroll_says
		from payroll_api.compared(agents) c
		left join career.positions cp on cp.position_code = c.c_position
		left join career.positions pp on pp.position_code = c.p_position
		cross join lateral (
			select c.kind_code as kind,
				case c.kind_code when 'apres_depart' then 'Parti le ' || base_api.day_words(c.left_on)
					when 'acte_sans_paye' then 'En service'
					else coalesce(payroll_api.said(c.c_category, c.c_scale, c.c_step, c.c_index), 'Aucun acte') end as career_says,
				case c.kind_code when 'acte_sans_paye' then 'Pas dans le fichier'
					else payroll_api.said(c.p_category, c.p_scale, c.p_step, c.p_index) end as payroll_says
			where c.kind_code is not null
			union all
			select 'position', cp.label, pp.label where c.position_differs
		) v
	), runs as (
		select o.*, (extract(year from o.month) * 12 + extract(month from o.month))::int
			- row_number() over (partition by o.agent_id, o.kind, o.career_says, o.payroll_says order by o.month) as run
		from one o
	)
	select r.agent_id, r.kind, min(r.month), max(r.month), r.career_says, r.payroll_says, min(r.p_category), min(r.p_scale), min(r.p_step),
		min(r.p_index), min(r.c_category), min(r.c_scale), min(r.c_step), min(r.left_on)
	from runs r group by r.agent_id, r.kind, r.career_says, r.payroll_says, r.run;
$$;
comment on function payroll_api.findings is 'What differs, merged over consecutive months.';

-- 2. Likely causes ----------------------------------------------------------------------------------------------------------
-- Facts about one finding; the first rule of payroll.causes whose needs they hold tells it.
create function payroll_api.told(f payroll_api.finding, out cause_code text, out cause text, out act_id bigint)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	facts  text[] := '{}';
	last_day date := (f.from_month + interval '1 month' - interval '1 day')::date;
	latest date := (select max(m.month) from payroll.months m);
	late   interval := make_interval(months => payroll_api.setting('payroll.late_months'));
	behind record;
	lost_step int;
	lost_day  date;
	lost_many bigint := 0;
	lost_paid boolean;
	rule   payroll.causes;
begin
	select t.act_id, t.n, t.effect_date, t.signed_on, t.reference, k.label into behind
	from career_api.timeline_of(f.agent_id) t join career.act_kinds k on k.kind_code = t.kind_code
	where t.effect_date <= last_day and case f.kind_code
		when 'position' then t.after_position_code is not null
		when 'apres_depart' then t.kind_code in ('retraite', 'radiation')
		when 'acte_sans_paye' then t.family = 'entree'
		else t.after_step is not null or t.after_category is not null end
	order by t.n desc limit 1;
	act_id := behind.act_id;
	if behind.act_id is not null then
		facts := facts || 'acte'::text;
		if behind.signed_on >= date_trunc('month', behind.effect_date) + interval '1 month' and f.from_month <= behind.signed_on then
			facts := facts || 'signe_tard'::text;
		end if;
		if latest < behind.effect_date + late then
			facts := facts || 'dans_le_delai'::text;
		end if;
	end if;
	if latest < f.left_on + late then
		facts := facts || 'depart_recent'::text;
	end if;
	if f.kind_code in ('grade', 'indice') and exists (select from career_api.timeline_of(f.agent_id) t
			where t.n < behind.n and case when f.step is not null then t.category = f.category and t.scale is not distinct from f.scale and t.step = f.step
				and (f.kind_code = 'grade' or t.pay_index = f.pay_index) else t.pay_index = f.pay_index end)
		or f.kind_code = 'indice' and exists (select from career_api.timeline_of(f.agent_id) t where t.n < behind.n and t.pay_index = f.pay_index) then
		facts := facts || 'echelon_precedent'::text;
	end if;
	if f.kind_code = 'grade' and exists (select from career_api.timeline_of(f.agent_id) t where t.effect_date > f.until_month + interval '1 month' - interval '1 day'
			and t.category = f.category and t.scale is not distinct from f.scale and t.step = f.step) then
		facts := facts || 'acte_a_venir'::text;
	end if;
	if f.category = f.c_category and f.step > f.c_step then
		facts := facts || 'echelon_suivant'::text;
	end if;
	-- acts that the career itself says are missing
	if f.kind_code in ('grade', 'paye_sans_acte') and f.c_step is not null then
		select min(g.missing_step) as step, min(g.expected_date) as day, count(*) filter (where g.gap_code = 'missing_step') as many,
			bool_or(g.missing_step = f.step) as is_paid into lost_step, lost_day, lost_many, lost_paid
		from career_api.gaps_of(f.agent_id) g
		where case when f.kind_code = 'grade' then g.gap_code = 'missing_step' and g.expected_date < f.from_month
			else g.gap_code in ('missing_step', 'overdue_step') and g.missing_step = f.step end;
		if f.kind_code = 'grade' and lost_many > 0 and f.c_step - f.step = lost_many then
			facts := facts || 'acte_manquant'::text;
		elsif lost_paid then
			facts := facts || 'retard_avancement'::text;
		end if;
	end if;
	if f.kind_code = 'acte_sans_paye' and not exists (select from payroll.lines l where l.agent_id = f.agent_id) then
		facts := facts || 'premier_mois'::text;
	elsif exists (select from payroll.lines l where l.agent_id = f.agent_id and l.month = (f.until_month + interval '1 month')::date
			and (f.kind_code not in ('grade', 'indice') or f.pay_index is distinct from l.pay_index)) then
		facts := facts || 'rattrape'::text;
	end if;
	select c.* into rule from payroll.causes c where c.kind_code = f.kind_code and c.needs <@ facts order by c.sort limit 1;
	cause_code := rule.cause_code;
	cause := rule.sentence;
	cause := replace(cause, '{acte}', coalesce(behind.label || case when behind.reference <> '' then ' ' || behind.reference else '' end, 'Un acte'));
	cause := replace(cause, '{effet}', coalesce(base_api.day_words(behind.effect_date), 'date inconnue'));
	cause := replace(cause, '{signature}', coalesce(base_api.day_words(behind.signed_on), 'date inconnue'));
	cause := replace(cause, '{echelon}', coalesce(f.step::text, 'suivant'));
	cause := replace(cause, '{manque}', 'avancement à l’échelon ' || coalesce(lost_step, f.step, 0)
		|| coalesce(' (attendu vers le ' || base_api.day_words(lost_day) || ')', ''));
	cause := replace(cause, '{depuis}', base_api.month_words(f.from_month));
	cause := replace(cause, '{jusque}', base_api.month_words(f.until_month));
	cause := replace(cause, '{depart}', coalesce(base_api.day_words(f.left_on), 'date inconnue'));
	cause := regexp_replace(cause, '\mde (avril|août|octobre)', 'd’\1', 'g');
end $$;
comment on function payroll_api.told is 'The likely cause of a finding, in words, and the act behind what the career says.';

-- 3. What is kept -----------------------------------------------------------------------------------------------------------
-- A difference stays the same row as long as both sides say the same; what was settled stays settled for its months, and for
-- the months to come when the reason says so; what is no more seen is told gone, never deleted.
create function payroll_api.compare(agents bigint[]) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
declare
	found payroll_api.finding[] := array(select f from payroll_api.findings(agents) f);
	many  int;
begin
	-- settled: its months, or all that follow
	update payroll.differences d set until_month = greatest(d.until_month, f.until_month), from_month = least(d.from_month, f.from_month), changed_at = now()
	from unnest(found) f, payroll.reasons r
	where d.agent_id = f.agent_id and d.state_code = 'resolu' and r.reason_code = d.reason_code and r.holds
		and d.kind_code = f.kind_code and d.career_says = f.career_says and d.payroll_says = f.payroll_says
		and f.from_month <= d.until_month + interval '1 month' and f.until_month >= d.from_month
		and (d.until_month < f.until_month or d.from_month > f.from_month);
	-- what is left to say of each finding once the settled months are taken away
	found := array(
		select row(f.agent_id, f.kind_code, case when d.until_month is null then f.from_month else greatest(f.from_month, (d.until_month + interval '1 month')::date) end,
			f.until_month, f.career_says, f.payroll_says, f.category, f.scale, f.step, f.pay_index, f.c_category, f.c_scale, f.c_step, f.left_on)::payroll_api.finding
		from unnest(found) f
		left join lateral (select max(d.until_month) as until_month from payroll.differences d where d.agent_id = f.agent_id and d.state_code = 'resolu'
			and d.kind_code = f.kind_code and d.career_says = f.career_says and d.payroll_says = f.payroll_says
			and d.from_month <= f.until_month and d.until_month >= f.from_month) d on true
		where d.until_month is null or d.until_month < f.until_month);
	-- gone: open, and seen no more
	with gone as (
		update payroll.differences d set state_code = 'disparu', changed_at = now()
		where d.agent_id = any (agents) and d.state_code = 'ouvert' and not exists (select from unnest(found) f where f.agent_id = d.agent_id and f.kind_code = d.kind_code
			and f.career_says = d.career_says and f.payroll_says = d.payroll_says and f.from_month <= d.until_month and f.until_month >= d.from_month)
		returning d.difference_id
	)
	insert into payroll.events (difference_id, state_code, what) select g.difference_id, 'disparu', 'N’apparaît plus à la comparaison' from gone g;
	update payroll.differences d set from_month = f.from_month, until_month = f.until_month, cause_code = w.cause_code, cause = w.cause, act_id = w.act_id, changed_at = now()
	from unnest(found) f cross join lateral payroll_api.told(f) w
	where d.agent_id = f.agent_id and d.state_code = 'ouvert' and d.kind_code = f.kind_code and d.career_says = f.career_says
		and d.payroll_says = f.payroll_says and f.from_month <= d.until_month and f.until_month >= d.from_month
		and (d.from_month, d.until_month, d.cause, coalesce(d.act_id, 0)) is distinct from (f.from_month, f.until_month, w.cause, coalesce(w.act_id, 0));
	insert into payroll.differences (agent_id, kind_code, from_month, until_month, career_says, payroll_says, cause_code, cause, act_id)
	select f.agent_id, f.kind_code, f.from_month, f.until_month, f.career_says, f.payroll_says, w.cause_code, w.cause, w.act_id
	from unnest(found) f cross join lateral payroll_api.told(f) w
	where not exists (select from payroll.differences d where d.agent_id = f.agent_id and d.state_code = 'ouvert' and d.kind_code = f.kind_code
		and d.career_says = f.career_says and d.payroll_says = f.payroll_says and f.from_month <= d.until_month and f.until_month >= d.from_month)
	order by f.agent_id, f.from_month;
	get diagnostics many = row_count;
	return many;
end $$;
comment on function payroll_api.compare is 'Compares agents again and keeps what differs; returns how many differences are new.';

-- The cheap question, asked of everybody when a month comes: today's situation, older than the month, is what was paid.
create function payroll_api.is_plain(a career.agents, month date, l payroll.lines) returns boolean
	language sql stable parallel safe
	return coalesce(a.left_on is null and a.last_effect_date <= is_plain.month and case
		when l.agent_id is null then coalesce(a.pay_index, a.step) is null
		else l.pay_index = a.pay_index and l.step = a.step and l.category = a.category and coalesce(l.scale = a.scale, true)
			and coalesce(l.position_code = a.position_code, true) end, false);
comment on function payroll_api.is_plain is 'Whether that month needs no comparison of that agent.';

-- The job, by slices of agents, one transaction.
create function payroll_api.run_begin(job bigint, person bigint, scope text) returns table (run_id bigint, agents int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	since timestamptz := (select max(r.began_at) from payroll.runs r where r.scope_code in ('pays', 'change'));
	made  bigint;
begin
	perform pg_advisory_xact_lock(7116120);                     -- one comparison at a time: two would find the same difference
	perform payroll_api.take_waiting();
	insert into payroll.runs (job_id, person_id, scope_code, months_count)
	values (run_begin.job, nullif(run_begin.person, 0), run_begin.scope, (select count(*) from payroll.months)) returning runs.run_id into made;
	truncate payroll.turns restart identity;
	insert into payroll.turns (agent_id)
	select a.agent_id from career.agents a
	where run_begin.scope = 'pays' or since is null or a.refreshed_at >= since
		or exists (select from payroll.differences d where d.agent_id = a.agent_id and d.state_code <> 'disparu')
		or exists (select from payroll.months m left join payroll.lines l on l.agent_id = a.agent_id and l.month = m.month
			where m.loaded_at >= since and not payroll_api.is_plain(a, m.month, l))
	order by a.agent_id;
	return query select made, (select count(*)::int from payroll.turns);
end $$;
comment on function payroll_api.run_begin is 'Which agents are compared: the whole country, or those of whom something may have changed: acts, a month that came, a difference that may end.';

create function payroll_api.run_slice(from_n bigint, to_n bigint) returns int
	language sql volatile security definer set search_path = pg_catalog, pg_temp
	as $$ select payroll_api.compare(array(select t.agent_id from payroll.turns t where t.n between from_n and to_n)) $$;
comment on function payroll_api.run_slice is 'Compares one slice of the agents of this run.';

create function payroll_api.run_end(run bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it payroll.runs;
begin
	update payroll.runs r set agents_count = (select count(*) from payroll.turns),
		open_count = (select count(*) from payroll.differences d where d.state_code = 'ouvert')
	where r.run_id = run_end.run returning r.* into it;
	truncate payroll.turns restart identity;
	insert into base.audit (person_id, permission, verb, object, result, details)
	values (it.person_id, 'payroll.compare', 'comparaison', 'paye', 'fait', jsonb_build_object('agents', it.agents_count, 'mois', it.months_count, 'ouverts', it.open_count));
end $$;
comment on function payroll_api.run_end is 'Ends a comparison with a line in the journal.';

-- 4. The payer's file: the judging and writing half of an import (sql/imports) ---------------------------------------------
create function payroll_api.ready(import bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off set work_mem = '128MB'
as $$
declare
	of_month date := (select i.month from imports.imports i where i.import_id = ready.import);
begin
	insert into imports.ready (line, verdict, faults, agent_id, matricule, category, scale, step, position_code, pay_index, index_pay_fcfa)
	select r.line,
		case when r.faults is not null then 'refused'
			when r.known is null then 'new'
			when (r.category, r.scale, r.step, r.pay_index, r.index_pay_fcfa, r.position_code) is distinct from
				(r.l_category, r.l_scale, r.l_step, r.l_index, r.l_fcfa, r.l_position) then 'changed'
			else 'same' end,
		r.faults, r.agent_id, r.matricule, r.category, r.scale, r.step, r.position_code, r.pay_index, r.index_pay_fcfa
	from (
		select s.line, a.agent_id, s.matricule, s.category, s.scale, s.step, po.code as position_code, s.pay_index, s.index_pay_fcfa,
			l.agent_id as known, l.category as l_category, l.scale as l_scale, l.step as l_step, l.pay_index as l_index,
			l.index_pay_fcfa as l_fcfa, l.position_code as l_position,
			nullif(concat_ws(E'\x1e', s.faults,
				case when s.matricule is not null and a.agent_id is null then imports_api.fault('matricule', 'payroll.matricule_unknown', s.matricule) end,
				-- two lines of one matricule: neither is believed
				case when s.many > 1 then imports_api.fault('matricule', 'payroll.matricule_twice', s.matricule,
					case when s.first_line = s.line then s.last_line else s.first_line end::text) end,
				case when s.pay_month <> of_month then imports_api.fault('pay_month', 'payroll.other_month', base_api.month_words(s.pay_month),
					base_api.month_words(of_month)) end,
				case when s.position is not null and po.code is null then imports_api.fault('position', 'imports.position_unknown', s.position) end), '') as faults
		from (select s.*, count(*) over (partition by s.matricule) as many, min(s.line) over (partition by s.matricule) as first_line,
			max(s.line) over (partition by s.matricule) as last_line from imports.staged s where s.matricule is not null
			union all select s.*, 1, s.line, s.line from imports.staged s where s.matricule is null) s
		left join imports.matches po on po.field = 'position' and po.said = s.position
		left join career.agents a on a.matricule = s.matricule
		left join payroll.lines l on l.agent_id = a.agent_id and l.month = of_month
	) r;
	-- lines of that month that the file no longer has, whether right or wrong
	update imports.imports i set gone_count = (select count(*) from payroll.lines l where l.month = of_month
		and not exists (select from imports.ready r where r.agent_id = l.agent_id))
	where i.import_id = ready.import;
end $$;
comment on function payroll_api.ready is 'Judges every staged line of the payer: refused with its reasons, new, changed, or the same as what that month already says.';

create function payroll_api.write(import bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off set work_mem = '128MB'
as $$
declare
	it   imports.imports;
	moved bigint;
begin
	select i.* into it from imports.imports i where i.import_id = write.import;
	insert into payroll.months (month, import_id) values (it.month, it.import_id) on conflict (month) do nothing;
	perform from payroll.months m where m.month = it.month for update;
	insert into payroll.replaced (agent_id, month, category, scale, step, pay_index, index_pay_fcfa, position_code, import_id, replaced_by)
	select l.agent_id, l.month, l.category, l.scale, l.step, l.pay_index, l.index_pay_fcfa, l.position_code, l.import_id, it.import_id
	from payroll.lines l left join imports.ready r on r.agent_id = l.agent_id
	where l.month = it.month and (r.agent_id is null or r.verdict = 'changed');
	get diagnostics moved = row_count;
	delete from payroll.lines l where l.month = it.month and not exists (select from imports.ready r where r.agent_id = l.agent_id);
	insert into payroll.lines (agent_id, month, category, scale, step, pay_index, index_pay_fcfa, position_code, import_id)
	select r.agent_id, it.month, r.category, r.scale, r.step, r.pay_index, r.index_pay_fcfa, r.position_code, it.import_id
	from imports.ready r where r.verdict in ('new', 'changed') order by r.agent_id
	on conflict (agent_id, month) do update set category = excluded.category, scale = excluded.scale, step = excluded.step,
		pay_index = excluded.pay_index, index_pay_fcfa = excluded.index_pay_fcfa, position_code = excluded.position_code, import_id = excluded.import_id;
	-- paid, and known to no career: kept until the agent is there
	delete from payroll.waiting w where w.month = it.month;
	insert into payroll.waiting (month, matricule, category, scale, step, pay_index, index_pay_fcfa, position_code, import_id)
	select it.month, r.matricule, r.category, r.scale, r.step, r.pay_index, r.index_pay_fcfa, r.position_code, it.import_id
	from imports.ready r
	where r.verdict = 'refused' and r.agent_id is null and r.pay_index is not null
		and r.faults = imports_api.fault('matricule', 'payroll.matricule_unknown', r.matricule);
	update payroll.months m set import_id = it.import_id, loaded_at = now(), version = case when m.import_id = it.import_id and m.version = 1 and moved = 0 then 1 else m.version + 1 end,
		lines_count = (select count(*) from payroll.lines l where l.month = it.month)
	where m.month = it.month;
	perform job_api.put('payroll.compare', it.person_id, '{"scope": "change"}');
	if it.new_count > 5000 then
		analyze payroll.lines;
	end if;
end $$;
comment on function payroll_api.write is 'Writes a month of pay; what it replaces is kept aside, what nobody knows waits, and a comparison of the whole country is put.';

create function payroll_api.take_waiting() returns int
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	with known as (
		select w.*, a.agent_id from payroll.waiting w join career.agents a on a.matricule = w.matricule
	), moved as (
		insert into payroll.lines (agent_id, month, category, scale, step, pay_index, index_pay_fcfa, position_code, import_id)
		select k.agent_id, k.month, k.category, k.scale, k.step, k.pay_index, k.index_pay_fcfa, k.position_code, k.import_id from known k
		on conflict (agent_id, month) do nothing returning agent_id, month
	), gone as (
		delete from payroll.waiting w using known k where w.month = k.month and w.matricule = k.matricule returning w.month
	), counted as (
		update payroll.months m set lines_count = m.lines_count + n.many from (select v.month, count(*)::int as many from moved v group by v.month) n
		where n.month = m.month
	)
	select count(*)::int from gone;
$$;
comment on function payroll_api.take_waiting is 'Lines that waited for their agent become his.';

-- 5. The question of the liquidation ----------------------------------------------------------------------------------------
create function payroll_api.agreement(agent bigint) returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	leave  date;
	hired  date;
	first  date;
	last   date;
	whole  int;
	covered int;
	differs boolean;
begin
	select date_trunc('month', coalesce((select f.leave_on from pensions.files f where f.agent_id = a.agent_id and f.closed_at is null order by f.file_id desc limit 1),
			a.left_on, a.retirement_date, current_date))::date, date_trunc('month', a.first_service_date)::date
		into leave, hired
	from career.agents a where a.agent_id = agreement.agent;
	if leave is null then
		return 'inconnu';
	end if;
	select max(m.month), min(m.month) into last, first from payroll.months m where m.month < leave;
	-- the months of the average pay, as far as they are known; far from leaving, as many of the last ones
	whole := payroll_api.setting('pension.window_months');
	first := greatest(first, hired, case when leave - make_interval(months => whole) <= last - make_interval(months => payroll_api.setting('payroll.least_months') - 1)
		then leave - make_interval(months => whole) else last - make_interval(months => whole - 1) end);
	select count(*) filter (where c.has_line or c.is_unpaid),
			coalesce(bool_or(exists (select from (values (c.kind_code, c.kind_code is not null), ('position', c.position_differs)) v (kind, is_one)
				where v.is_one and not exists (select from payroll.differences d where d.agent_id = agreement.agent and d.state_code = 'resolu'
					and d.kind_code = v.kind and c.month between d.from_month and d.until_month))), false)
		into covered, differs
	from payroll_api.compared(array[agreement.agent]) c where c.month between first and last;
	if differs then
		return 'ecart';
	end if;
	whole := (extract(year from last) - extract(year from first)) * 12 + extract(month from last) - extract(month from first) + 1;
	if whole is null or covered < whole or covered < payroll_api.setting('payroll.least_months')
		or last < least(leave, (date_trunc('month', current_date) + interval '1 month')::date) - make_interval(months => 1 + payroll_api.setting('payroll.stale_months')) then
		return 'inconnu';
	end if;
	return 'concorde';
end $$;
comment on function payroll_api.agreement is 'Whether career and pay of one agent say the same over the months of the average pay that are known: concorde, ecart (one to settle), or inconnu (months missing, too few, or too old).';

revoke execute on all functions in schema payroll_api from public;
grant execute on function payroll_api.run_begin, payroll_api.run_slice, payroll_api.run_end to worker;
reset role;
