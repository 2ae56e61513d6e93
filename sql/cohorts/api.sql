-- Departures of the years ahead: who leaves when, by which rule, how sure that is. Dropped and rebuilt. Every function of a page takes
-- the scope of who is asking itself (base.my_spans): counts over twenty thousand agents stand on an index, not on row security.
drop schema if exists cohorts_api cascade;
create schema cohorts_api authorization guichet_owner;
grant usage on schema cohorts_api to gate, worker, web_pensions;
set role guichet_owner;

create function cohorts_api.reach(structure bigint) returns int4multirange
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	mine int4multirange := (select s.ranks from base.my_spans s);
	part int4range := (select int4range(s.rank, s.last_rank, '[]') from base.structures s where s.structure_id = structure);
begin
	if structure is null then
		return coalesce(mine, '{}');
	elsif part is null or not part <@ mine then                    -- unknown or out of reach: the same answer
		raise exception using errcode = 'GU404', message = 'cohorts.structure_missing';
	end if;
	return int4multirange(part);
end $$;
comment on function cohorts_api.reach is 'Ranks whose agents are asked for: those I serve, or one of them and what stands below.';

create function cohorts_api.period(year int, quarter int, out from_date date, out to_date date)
	language sql stable
	return (select row(greatest(p.begins, current_date), p.ends) from (
		select case when period.year is null then current_date else make_date(period.year, 3 * coalesce(period.quarter, 1) - 2, 1) end as begins,
			case when period.year is null then make_date(extract(year from current_date)::int + 10, 1, 1)
				else (make_date(period.year, 3 * coalesce(period.quarter, 1) - 2, 1)
					+ case when period.quarter is null then interval '1 year' else interval '3 months' end)::date end as ends) p);
comment on function cohorts_api.period is 'The days asked for: ten years counting this one, one of them, or a quarter of it; never before today.';

create function cohorts_api.corps_known(corps bigint) returns void
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if corps is not null and not exists (select from career.corps c where c.corps_id = corps) then
		raise exception using errcode = 'GU404', message = 'cohorts.corps_missing';
	end if;
end $$;
comment on function cohorts_api.corps_known is 'Refuses a corps that does not exist.';

-- The nodes of the tree under which agents are counted: below the structure that is asked for, else below the only one that I serve,
-- else those I serve.
create function cohorts_api.nodes(structure bigint) returns table (structure_id bigint, name text, rank int, last_rank int, is_itself boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with tops as (
		select s.structure_id from base.structures s
		where s.rank <@ (select m.ranks from base.my_spans m) and not exists (select from base.structures p
			where p.structure_id = s.parent_id and p.rank <@ (select m.ranks from base.my_spans m))
	), chosen as (
		select coalesce(nodes.structure, case when (select count(*) from tops) = 1 then (select t.structure_id from tops t) end) as structure_id
	)
	select s.structure_id, s.name, s.rank, s.last_rank, false from chosen c join base.structures s on s.parent_id = c.structure_id
	union all select s.structure_id, s.name, s.rank, s.rank, true from chosen c join base.structures s on s.structure_id = c.structure_id
	union all select s.structure_id, s.name, s.rank, s.last_rank, false from tops t join base.structures s on s.structure_id = t.structure_id
		where (select c.structure_id from chosen c) is null;
$$;
comment on function cohorts_api.nodes is 'Where agents of the structures asked for are counted: one row a part, the structure itself for those posted in no part.';

-- One pass over the agents, every breakdown at once: their totals are equal because they are the same rows.
create function cohorts_api.departures(year int, quarter int, category text, corps bigint, structure bigint, sex text)
	returns table (kind text, code text, id bigint, label text, place bigint, n int, parts int[], complete int, incomplete int, unentitled int, fnrb_fcfa bigint,
		cnss_fcfa bigint, is_demo boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
declare
	mine  int4multirange := cohorts_api.reach(structure);
	days  record;
begin
	perform cohorts_api.corps_known(corps);
	select * into days from cohorts_api.period(year, quarter);
	return query
	with leaving as (
		select a.retirement_date as day, a.category, a.corps_id, a.structure_rank, p.sex, case when e.agent_id is null then 'attendue' else e.wait_code end as wait_code,
			e.is_complete, e.is_entitled, e.fnrb_fcfa, e.cnss_fcfa, e.is_demo
		from career.agents a
		join base.persons p on p.person_id = a.person_id and p.deceased_on is null
		left join cohorts.estimates e on e.agent_id = a.agent_id and e.leave_on = a.retirement_date
		where a.left_on is null and a.retirement_date >= days.from_date and a.retirement_date < days.to_date and a.structure_rank <@ mine
			and (departures.category is null or a.category = departures.category) and (corps is null or a.corps_id = corps)
			and (departures.sex is null or p.sex = departures.sex)
	), cell as materialized (
		select l.day, l.category, l.corps_id, l.structure_rank, l.sex, l.wait_code, grouping(l.day, l.corps_id, l.structure_rank, l.sex) as of, count(*) as n,
			count(*) filter (where l.is_complete and l.is_entitled) as complete, count(*) filter (where l.is_complete is not true) as incomplete,
			count(*) filter (where l.is_complete and not l.is_entitled) as unentitled, sum(l.fnrb_fcfa) as fnrb, sum(l.cnss_fcfa) as cnss, bool_or(l.is_demo) as is_demo
		from leaving l
		group by grouping sets ((l.day, l.category), (l.corps_id), (l.structure_rank), (l.sex), (l.wait_code))
	), dated as (
		select c.*, extract(year from c.day)::int as y, extract(quarter from c.day)::int as q from cell c where c.of = 7
	)
	select 'annee', d.y::text, null::bigint, d.y::text, d.y::bigint, sum(d.n)::int,
		array(select coalesce(sum(x.n) filter (where x.category = k.category), 0)::int from career.categories k left join dated x on x.y = d.y group by k.category order by k.category),
		sum(d.complete)::int, sum(d.incomplete)::int, sum(d.unentitled)::int, coalesce(sum(d.fnrb), 0)::bigint, coalesce(sum(d.cnss), 0)::bigint, coalesce(bool_or(d.is_demo), false)
	from dated d group by d.y
	union all
	select 'trimestre', d.q::text, null, null, d.y * 10 + d.q, sum(d.n)::int,
		array(select coalesce(sum(x.n) filter (where x.category = k.category), 0)::int from career.categories k left join dated x on x.y = d.y and x.q = d.q
			group by k.category order by k.category), null, null, null, null, null, null
	from dated d group by d.y, d.q
	union all
	select 'categorie', d.category, null, d.category, null, sum(d.n)::int, null, null, null, null, null, null, null from dated d group by d.category
	union all
	select 'corps', null, c.corps_id, k.name, null, c.n::int, null, null, null, null, null, null, null
	from cell c left join career.corps k on k.corps_id = c.corps_id where c.of = 11
	union all
	select 'structure', case when s.is_itself then 'siege' end, s.structure_id, s.name, s.rank, sum(c.n)::int, null, null, null, null, null, null, null
	from cell c join cohorts_api.nodes(structure) s on c.structure_rank between s.rank and s.last_rank where c.of = 13
	group by s.structure_id, s.name, s.rank, s.is_itself
	union all
	select 'sexe', c.sex, null, null, null, c.n::int, null, null, null, null, null, null, null from cell c where c.of = 14
	union all
	select 'attente', c.wait_code, null, null, null, c.n::int, null, null, null, null, null, null, null from cell c where c.of = 15 and c.wait_code is not null;
end $$;
comment on function cohorts_api.departures is 'How many leave, by year, quarter, category, corps, structure and sex, and what that will cost a month, within my structures.';

create function cohorts_api.departures_head(category text, corps bigint, structure bigint, sex text)
	returns table (ahead int, soon int, overdue int, unknown int, structure_name text, corps_name text, made_at timestamptz)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
declare
	mine int4multirange := cohorts_api.reach(structure);
begin
	return query
	with near as (                                                 -- two looks into the index rather than one through the table
		select a.retirement_date, a.person_id, a.structure_rank, a.category, a.corps_id from career.agents a
		where a.left_on is null and a.retirement_date < current_date + interval '1 year'
		union all
		select a.retirement_date, a.person_id, a.structure_rank, a.category, a.corps_id from career.agents a
		where a.left_on is null and a.retirement_date is null
	), a as (
		select n.retirement_date from near n join base.persons p on p.person_id = n.person_id
		where p.deceased_on is null and n.structure_rank <@ mine and (departures_head.sex is null or p.sex = departures_head.sex)
			and (departures_head.category is null or n.category = departures_head.category) and (corps is null or n.corps_id = corps)
	)
	select count(a.retirement_date)::int, count(*) filter (where a.retirement_date >= current_date)::int, count(*) filter (where a.retirement_date < current_date)::int,
		count(*) filter (where a.retirement_date is null)::int, (select s.name from base.structures s where s.structure_id = structure),
		(select c.name from career.corps c where c.corps_id = corps), (select max(r.made_at) from cohorts.runs r)
	from a;
end $$;
comment on function cohorts_api.departures_head is 'Who leaves within a year, whose day has passed without an act, whose day is not known, within my structures.';

create function cohorts_api.choices(corps bigint, structure bigint) returns table (list text, id bigint, label text, is_on boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with recursive tree as (
		select s.structure_id, s.rank, s.name, 0 as depth from base.structures s
		where s.rank <@ (select m.ranks from base.my_spans m) and s.closed_on is null and not exists (select from base.structures p
			where p.structure_id = s.parent_id and p.rank <@ (select m.ranks from base.my_spans m))
		union all
		select s.structure_id, s.rank, s.name, t.depth + 1 from tree t join base.structures s on s.parent_id = t.structure_id where s.closed_on is null
	)
	(select 'structure', t.structure_id, repeat(U&'\2003', t.depth) || t.name, t.structure_id is not distinct from choices.structure from tree t order by t.rank)
	union all
	(select 'corps', c.corps_id, c.name, c.corps_id is not distinct from choices.corps from career.corps c order by c.name);
$$;
comment on function cohorts_api.choices is 'Structures in my reach as in the tree, and corps by name, those that are asked for marked.';

revoke execute on all functions in schema cohorts_api from public;
grant execute on function cohorts_api.departures, cohorts_api.departures_head, cohorts_api.choices to web_pensions;
reset role;
