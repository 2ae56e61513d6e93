-- Overdue advancements: a picture a month, a notice to each agent newly concerned, and the page that shows both.
set role guichet_owner;

create function advancement_api.months_between(first date, last date) returns int
	language sql immutable parallel safe
	return (extract(year from age(months_between.last, months_between.first)) * 12 + extract(month from age(months_between.last, months_between.first)))::int;
comment on function advancement_api.months_between is 'Whole months from one day to another.';

-- 1. The job advancement.overdue -------------------------------------------------------------------------------------------

-- The first time, the twelve months before are told from the dates on which acts were signed, and say so.
create function advancement_api.overdue_begin() returns table (month date, day date, is_rebuilt boolean, to_agent bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	here date := date_trunc('month', current_date::timestamp)::date;
	past boolean;
begin
	perform pg_advisory_xact_lock(hashtextextended('advancement.overdue', 0));
	past := not exists (select from advancement.pictures);
	delete from advancement.overdue o where o.month = here;
	delete from advancement.overdue_sums o where o.month = here;
	insert into advancement.pictures (month, taken_at, is_rebuilt)
	select p.m::date, now(), p.m::date < here from generate_series(here - case when past then interval '12 months' else interval '0' end, here, interval '1 month') p (m)
	on conflict on constraint pictures_pkey do update set taken_at = now();
	return query select p.month, case when p.month < here then p.month else current_date end, p.is_rebuilt,
			(select coalesce(max(a.agent_id), 0) from career.agents a)
		from advancement.pictures p where p.month = here or past order by p.month;
end $$;
comment on function advancement_api.overdue_begin is 'Begins the picture of this month anew; gives the months to fill.';

create function advancement_api.overdue_slice(of_month date, day date, known date, from_agent bigint, to_agent bigint) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off set plan_cache_mode = force_generic_plan
as $$
declare
	many int;
begin
	insert into advancement.overdue (month, agent_id, structure_id, structure_rank, status_code, category, scale, before_step, after_step,
		effect_date, months_late, reason_code)
	select of_month, d.agent_id, d.structure_id, d.structure_rank, d.status_code, d.category, d.scale, d.before_step, d.after_step, d.effect_date,
		advancement_api.months_between(d.effect_date, day), d.reason_code
	from advancement_api.due_rows('{(,)}', day, day - 1, known, from_agent, to_agent, null) d
	left join advancement.reasons r on r.reason_code = d.reason_code
	where d.effect_date < day and d.after_step is not null and d.before_step is not null and (not coalesce(r.is_hard, false) or d.reason_code = 'brouillon')
	order by d.agent_id;
	get diagnostics many = row_count;
	return many;
end $$;
comment on function advancement_api.overdue_slice is 'Whose step was due before that day without an act in force: the agents of one slice of numbers.';

create function advancement_api.overdue_end(of_month date, is_rebuilt boolean) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	many int := 0;
	r    record;
	fresh bigint[] := '{}';
begin
	insert into advancement.overdue_sums (month, structure_id, agents, months_late)
	select o.month, o.structure_id, count(*), sum(o.months_late) from advancement.overdue o
	where o.month = of_month and o.structure_id is not null group by o.month, o.structure_id;
	if is_rebuilt then
		return 0;
	end if;
	for r in
		with new as (
			insert into advancement.notices as n (agent_id, category, scale, step, effect_date)
			select o.agent_id, o.category, coalesce(o.scale, 0), o.after_step, o.effect_date from advancement.overdue o
			where o.month = of_month and o.reason_code is null and o.category is not null
			on conflict do nothing
			returning n.agent_id, n.step, n.effect_date
		)
		select n.agent_id, a.person_id, n.step, n.effect_date, q.quarter
		from new n
		join career.agents a on a.agent_id = n.agent_id
		left join lateral (select advancement_api.quarter_label(c.quarter_start) as quarter from advancement_api.line_states l
			join advancement.campaigns c on c.campaign_id = l.campaign_id and c.state_code in ('pret', 'preparation', 'prepare', 'circuit')
			where l.agent_id = n.agent_id and l.reason_code is null order by c.quarter_start desc limit 1) q on true
	loop
		perform base_api.tell(r.person_id, 'Votre avancement d’échelon est en retard',
			'Votre passage à l’échelon ' || r.step || ' était dû le ' || base_api.day_words(r.effect_date)
			|| E'. L’acte qui le constate n’est pas encore signé.\n\nRien ne vous est demandé : cet avancement est automatique (loi 2015-18, article 125). '
			|| case when r.quarter is not null then 'Il est dans la campagne du ' || r.quarter || '.' else 'Il entrera dans la prochaine campagne d’avancement.' end
			|| E' L’acte portera la date à laquelle l’échelon vous était dû, et vous serez prévenu de sa signature.\n\nVous pouvez le suivre dans « Ma carrière ».',
			'votre échelon ' || r.step || ', dû le ' || base_api.day_words(r.effect_date) || ', est en retard. Rien ne vous est demandé : il sera traité dans '
			|| coalesce('la campagne du ' || r.quarter, 'la prochaine campagne') || '.');
		fresh := fresh || r.agent_id;
		many := many + 1;
	end loop;
	perform career_api.refresh_agents(fresh);                      -- time made it overdue: their own page counts it from now on
	return many;
end $$;
comment on function advancement_api.overdue_end is 'Adds up the picture of a month and tells each agent newly concerned, once a step; returns how many were told.';

-- 2. The page --------------------------------------------------------------------------------------------------------------

create function advancement_api.overdue_head(of_month date, structure bigint, of_category text, band text)
	returns table (month_date date, taken_at timestamptz, is_rebuilt boolean, total bigint, circuit bigint, doubtful bigint, short bigint, middle bigint,
	long bigint, worst int, structure_id bigint, structure_name text, is_filtered boolean)
	language sql stable
	begin atomic
		select p.month, p.taken_at, p.is_rebuilt, n.total, n.circuit, n.doubtful, n.short, n.middle, n.long, n.worst, s.structure_id, s.name,
			s.structure_id is not null or of_category is not null or band is not null
		from (select p.* from advancement.pictures p where overdue_head.of_month is null or p.month = overdue_head.of_month order by p.month desc limit 1) p
		left join base.structures s on s.structure_id = overdue_head.structure and s.rank <@ (select m.ranks from base.my_spans m)
		cross join lateral (
			select count(*) as total, count(*) filter (where o.reason_code = 'brouillon') as circuit,
				count(*) filter (where o.reason_code is not null and o.reason_code <> 'brouillon') as doubtful,
				count(*) filter (where o.months_late < 3) as short, count(*) filter (where o.months_late between 3 and 11) as middle,
				count(*) filter (where o.months_late >= 12) as long, max(o.months_late)::int as worst
			from advancement.overdue o
			where o.month = p.month and (s.structure_id is null or o.structure_rank between s.rank and s.last_rank)
				and (overdue_head.of_category is null or o.category = overdue_head.of_category)
		) n;
	end;
comment on function advancement_api.overdue_head is 'How many are overdue in my reach, in the last picture or that of a month; no row before the first picture.';

create function advancement_api.overdue_trend(structure bigint) returns table (month_date date, agents bigint, is_rebuilt boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select t.month, t.agents, t.is_rebuilt from (
		select p.month, p.is_rebuilt, coalesce(sum(o.agents), 0)::bigint as agents
		from advancement.pictures p
		left join (advancement.overdue_sums o join base.structures s on s.structure_id = o.structure_id
			and s.rank <@ (select m.ranks from base.my_spans m)
			and (overdue_trend.structure is null or s.rank <@ (select int4range(c.rank, c.last_rank, '[]') from base.structures c where c.structure_id = overdue_trend.structure)))
			on o.month = p.month
		group by p.month, p.is_rebuilt order by p.month desc limit 13
	) t order by t.month
$$;
comment on function advancement_api.overdue_trend is 'Overdue agents of my reach month after month, thirteen at most, oldest first.';

create function advancement_api.overdue_structures(of_month date, structure bigint) returns table (structure_id bigint, name text, agents bigint,
	worst int, has_below boolean)
	language sql stable
	begin atomic
		with top as (
			select s.structure_id, s.rank, s.last_rank from base.structures s
			where s.rank <@ (select m.ranks from base.my_spans m) and (s.structure_id = overdue_structures.structure
				or (overdue_structures.structure is null and not exists (select from base.structures p where p.structure_id = s.parent_id
					and p.rank <@ (select m.ranks from base.my_spans m))))
		), places as (
			select s.structure_id, s.name, s.rank, s.last_rank, s.last_rank > s.rank as has_below from top t join base.structures s on s.parent_id = t.structure_id
			union all
			select s.structure_id, s.name, s.rank, s.rank, false from top t join base.structures s on s.structure_id = t.structure_id
		)
		select p.structure_id, p.name, count(*), max(o.months_late)::int, p.has_below
		from places p join advancement.overdue o on o.structure_rank between p.rank and p.last_rank
		where o.month = (select coalesce(overdue_structures.of_month, max(x.month)) from advancement.pictures x)
		group by p.structure_id, p.name, p.has_below, p.rank
		order by count(*) desc, p.rank;
	end;
comment on function advancement_api.overdue_structures is 'Overdue agents by structure, one level below the chosen one.';

create function advancement_api.overdue_categories(of_month date, structure bigint) returns table (category text, label text, agents bigint, worst int)
	language sql stable
	begin atomic
		select o.category, c.label, count(*), max(o.months_late)::int
		from advancement.overdue o
		join career.categories c on c.category = o.category
		left join base.structures s on s.structure_id = overdue_categories.structure
		where o.month = (select coalesce(overdue_categories.of_month, max(x.month)) from advancement.pictures x)
			and (s.structure_id is null or o.structure_rank between s.rank and s.last_rank)
		group by o.category, c.label order by o.category;
	end;
comment on function advancement_api.overdue_categories is 'Overdue agents by category.';

create function advancement_api.overdue_found(of_month date, structure bigint, of_category text, band text, size int, skip int)
	returns table (total bigint, agent_id bigint, matricule text, family_name text, given_names text, structure_code text, structure_name text,
	status_code text, category text, before_grade text, after_grade text, effect_date date, months_late int, reason_code text, reason_label text,
	campaign_id bigint, quarter text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	mine  int4multirange := (select m.ranks from base.my_spans m);
	here  date := (select coalesce(of_month, max(p.month)) from advancement.pictures p);
begin
	if structure is not null then
		mine := mine * coalesce((select int4multirange(int4range(s.rank, s.last_rank, '[]')) from base.structures s where s.structure_id = structure), '{}');
	end if;
	return query
	with hit as materialized (
		select count(*) over () as total, o.*, a.search_text, a.matricule, a.person_id
		from advancement.overdue o
		join career.agents a on a.agent_id = o.agent_id
		where o.month = here and o.structure_rank <@ mine
			and (of_category is null or o.category = of_category)
			and case band when 'court' then o.months_late < 3 when 'moyen' then o.months_late between 3 and 11 when 'long' then o.months_late >= 12
				when 'circuit' then o.reason_code = 'brouillon' when 'verifier' then o.reason_code is not null and o.reason_code <> 'brouillon' else true end
		order by o.effect_date, a.search_text, o.agent_id
		limit size offset skip
	)
	select o.total, o.agent_id, o.matricule, p.family_name, p.given_names, s.code, s.name, o.status_code, o.category,
		career_api.grade(o.category, o.scale, o.before_step), career_api.grade(o.category, o.scale, o.after_step), o.effect_date, o.months_late::int,
		o.reason_code, r.label, k.campaign_id, k.quarter
	from hit o
	join base.persons p on p.person_id = o.person_id
	left join base.structures s on s.structure_id = o.structure_id
	left join advancement.reasons r on r.reason_code = o.reason_code
	left join lateral (select c.campaign_id, advancement_api.quarter_label(c.quarter_start) as quarter
		from advancement_api.line_states l join advancement.campaigns c on c.campaign_id = l.campaign_id
			and c.state_code in ('pret', 'preparation', 'prepare', 'circuit') and c.reach <@ (select m.ranks from base.my_spans m)
		where l.agent_id = o.agent_id and l.reason_code is null and l.after_step = o.after_step
		order by c.quarter_start desc, c.campaign_id desc limit 1) k on true
	order by o.effect_date, o.search_text, o.agent_id;
end $$;
comment on function advancement_api.overdue_found is 'Who is overdue, the longest first, with the campaign that treats it.';

create function advancement_api.overdue_export(of_month date, structure bigint, of_category text, band text)
	returns table (matricule text, family_name text, given_names text, status_code text, category text, structure_code text, structure_name text,
	before_grade text, after_grade text, effect_date date, months_late int, reason_label text, quarter text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	as_ record;
	many bigint;
begin
	select * into as_ from career_api.viewer_role('advancement.run', null);
	return query
	with f as (
		select x.* from advancement_api.overdue_found(of_month, structure, of_category, band, 100000, 0) x
	), noted as (
		insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
		select a.person_id, (select m.person_id from base.me m), as_.structure_id, as_.role_code, 'export', 'Export de liste : avancements en retard'
		from f join career.agents a on a.agent_id = f.agent_id
	)
	select f.matricule, f.family_name, f.given_names, f.status_code, f.category, f.structure_code, f.structure_name, f.before_grade, f.after_grade,
		f.effect_date, f.months_late, f.reason_label, f.quarter
	from f;
	get diagnostics many = row_count;
	perform base_api.note('advancement.run', 'export', 'overdue', 'fait', jsonb_build_object('lignes', many));
end $$;
comment on function advancement_api.overdue_export is 'The list of overdue advancements that leaves: each agent in it reads who took it.';

grant execute on function advancement_api.overdue_head, advancement_api.overdue_trend, advancement_api.overdue_structures,
	advancement_api.overdue_categories, advancement_api.overdue_found, advancement_api.overdue_export,
	advancement_api.months_between to web_advancement;
grant execute on function advancement_api.overdue_begin, advancement_api.overdue_slice, advancement_api.overdue_end to worker;
reset role;
