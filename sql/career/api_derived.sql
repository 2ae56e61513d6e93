-- What keeps the derived columns of career.agents right.
set role guichet_owner;

create function career_api.current_of(agent bigint) returns table (status_code text, corps_id bigint, category text, scale smallint,
	step smallint, pay_index int, position_code text, structure_id bigint, grade_since date, step_since date, position_since date,
	structure_since date, left_on date, last_effect_date date, lines_count int)
	language sql stable
	begin atomic
		select c.status_code, c.corps_id, c.category, c.scale, c.step, c.pay_index, c.position_code, c.structure_id, c.grade_since,
			c.step_since, c.position_since, c.structure_since, c.left_on, c.last_effect_date, c.lines_count
		from (
			select t.*, max(t.effect_date) filter (where t.grade_moves) over () as grade_since,
				max(t.effect_date) filter (where t.sets_step and t.after_step is not null) over () as step_since,
				max(t.effect_date) filter (where t.position_moves) over () as position_since,
				max(t.effect_date) filter (where t.structure_moves) over () as structure_since,
				min(t.effect_date) filter (where t.kind_code in ('retraite', 'radiation')) over () as left_on
			from (
				select t.*, count(*) over ()::int as lines_count, max(t.effect_date) over () as last_effect_date,
					t.category is distinct from lag(t.category) over w or t.scale is distinct from lag(t.scale) over w
						or t.step is distinct from lag(t.step) over w as grade_moves,
					t.position_code is distinct from lag(t.position_code) over w as position_moves,
					t.structure_id is distinct from lag(t.structure_id) over w as structure_moves
				from career_api.timeline_of(current_of.agent) t
				window w as (order by t.n)
			) t where t.effect_date <= current_date
		) c
		order by c.n desc
		limit 1;
	end;
comment on function career_api.current_of is 'The situation of today with the day each part of it began, from the acts in force.';

-- One slice after the other, so that seventy thousand agents make neither one huge sort nor one huge lock.
-- Compiling such a plan costs more than running it: jit off makes it five times as fast.
create function career_api.refresh_agents(agents bigint[]) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
declare
	slice   bigint[];
	first_  int;
	changed int;
	total   int := 0;
begin
	perform set_config('guichet.deriving', 'on', true);           -- see agent_typed
	for first_ in select generate_series(1, coalesce(cardinality(agents), 0), 1000) loop
		slice := agents[first_:first_ + 999];
		update career.agents u set status_code = f.status_code, structure_id = f.structure_id, structure_rank = f.structure_rank,
			corps_id = f.corps_id, category = f.category, scale = f.scale, step = f.step, pay_index = f.pay_index,
			position_code = f.position_code, grade_since = f.grade_since, structure_since = f.structure_since,
			position_since = f.position_since, next_step_date = f.next_step_date, retirement_date = f.retirement_date,
			left_on = f.left_on, last_effect_date = f.last_effect_date, lines_count = f.lines_count, gaps_count = f.gaps_count,
			refreshed_at = now()
		from (
			select a.agent_id, d.status_code, d.structure_id, coalesce(s.rank, root.rank) as structure_rank, c.corps_id, c.category,
				c.scale, c.step, c.pay_index, c.position_code, c.grade_since, c.structure_since, c.position_since,
				case when c.left_on is null and c.position_code is distinct from 'disponibilite'
					and c.position_code is distinct from 'sous_drapeaux' and c.step < sr.max_step
					and coalesce(n.next_step_date < r.effect_date, true) then n.next_step_date end as next_step_date,
				r.effect_date as retirement_date, c.left_on, c.last_effect_date, coalesce(c.lines_count, 0) as lines_count, g.gaps_count
			from unnest(slice) i (id)
			join career.agents a on a.agent_id = i.id
			join base.persons p on p.person_id = a.person_id
			left join lateral career_api.current_of(a.agent_id) c on true
			cross join lateral (select coalesce(c.status_code, a.entry_status_code, a.status_code) as status_code,
				coalesce(c.structure_id, a.entry_structure_id) as structure_id) d
			left join base.structures s on s.structure_id = d.structure_id
			cross join (select min(b.rank) as rank from base.structures b) root    -- posted nowhere: seen from the root alone
			left join career.corps co on co.corps_id = c.corps_id
			left join career.statuses st on st.status_code = d.status_code
			left join lateral career_api.retirement_of(p.birth_date, d.status_code, c.category, co.age_group,
				coalesce(a.pension_code, st.pension_code)) r on true
			left join lateral career_api.step_rule_of(d.status_code, c.category, c.step_since) sr on true
			cross join lateral (select (c.step_since + make_interval(months => sr.months))::date as next_step_date) n
			cross join lateral (select count(*)::int as gaps_count from career_api.gaps_between(a.agent_id, a.first_service_date,
				r.effect_date, d.status_code)) g
		) f
		where u.agent_id = f.agent_id and row(u.status_code, u.structure_id, u.structure_rank, u.corps_id, u.category, u.scale, u.step,
			u.pay_index, u.position_code, u.grade_since, u.structure_since, u.position_since, u.next_step_date, u.retirement_date,
			u.left_on, u.last_effect_date, u.lines_count, u.gaps_count, u.refreshed_at is null)
			is distinct from row(f.status_code, f.structure_id, f.structure_rank, f.corps_id, f.category, f.scale, f.step,
			f.pay_index, f.position_code, f.grade_since, f.structure_since, f.position_since, f.next_step_date, f.retirement_date,
			f.left_on, f.last_effect_date, f.lines_count, f.gaps_count, false);
		get diagnostics changed = row_count;
		total := total + changed;
	end loop;
	perform set_config('guichet.deriving', '', true);
	return total;
end $$;
comment on function career_api.refresh_agents is 'Derives again the situation of these agents from their acts; returns how many changed. Call it after writing lines.';

create function career_api.refresh_all() returns int
	language sql volatile security definer set search_path = pg_catalog, pg_temp
	as $$ select career_api.refresh_agents(array(select a.agent_id from career.agents a order by a.agent_id)) $$;
comment on function career_api.refresh_all is 'Derives every agent again: after a bulk import, after a change of a dated rule, and once a month since time makes steps overdue.';

create function career_api.agent_names() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	new.matricule := upper(btrim(new.matricule));
	new.search_text := (select btrim(regexp_replace(base.fold(p.family_name || ' ' || p.given_names || ' ' || new.matricule), '\s+', ' ', 'g'))
		from base.persons p where p.person_id = new.person_id);
	if tg_op = 'INSERT' then                                       -- until refreshed: what was declared
		new.entry_status_code := coalesce(new.entry_status_code, new.status_code);
		new.entry_structure_id := coalesce(new.entry_structure_id, new.structure_id);
		new.status_code := coalesce(new.status_code, new.entry_status_code);
		new.structure_id := coalesce(new.structure_id, new.entry_structure_id);
		new.structure_rank := coalesce((select s.rank from base.structures s where s.structure_id = new.structure_id),
			(select min(s.rank) from base.structures s));
	end if;
	return new;
end $$;
comment on function career_api.agent_names is 'Keeps the matricule upper-case and the searchable text of an agent.';
create trigger agent_names before insert or update of person_id, matricule on career.agents
	for each row execute function career_api.agent_names();

create function career_api.agent_typed() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if current_setting('guichet.deriving', true) is distinct from 'on' then
		raise exception using errcode = 'GU409', message = 'career.derived';
	end if;
	return new;
end $$;
comment on function career_api.agent_typed is 'The situation of an agent is derived from acts: nobody types it, not even a function that owns the table.';
create trigger agent_typed before update of status_code, structure_id, corps_id, category, scale, step, pay_index, position_code,
	grade_since, structure_since, position_since, next_step_date, retirement_date, left_on, lines_count, gaps_count on career.agents
	for each row execute function career_api.agent_typed();

create function career_api.person_renamed() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update career.agents a set matricule = a.matricule where a.person_id = new.person_id;
	if new.birth_date is distinct from old.birth_date then
		perform career_api.refresh_agents(array(select a.agent_id from career.agents a where a.person_id = new.person_id));
	end if;
	return null;
end $$;
comment on function career_api.person_renamed is 'A corrected name is searchable at once; a corrected birth date moves the retirement date.';
create trigger person_renamed after update of family_name, given_names, birth_date on base.persons
	for each row when (row(old.family_name, old.given_names, old.birth_date) is distinct from row(new.family_name, new.given_names, new.birth_date))
	execute function career_api.person_renamed();

create function career_api.structures_ranked() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update career.agents a set structure_rank = s.rank from base.structures s
	where s.structure_id = a.structure_id and a.structure_rank is distinct from s.rank;
	return null;
end $$;
comment on function career_api.structures_ranked is 'When the tree is ranked again, the scope of every agent follows.';
create trigger structures_ranked after update of rank on base.structures
	for each statement execute function career_api.structures_ranked();

create function career_api.act_moved() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from career.act_state_moves m where m.from_code = old.state_code and m.to_code = new.state_code) then
		raise exception using errcode = 'GU409', message = 'career.act_state';
	end if;
	perform career_api.refresh_agents(array(select distinct l.agent_id from career.act_lines l where l.act_id = new.act_id));
	return null;
end $$;
comment on function career_api.act_moved is 'An act changes state only as allowed, and the situations it made are derived again.';
create trigger act_moved after update of state_code on career.acts
	for each row when (old.state_code <> new.state_code) execute function career_api.act_moved();

revoke execute on all functions in schema career_api from public;
grant execute on function career_api.refresh_agents, career_api.refresh_all to worker;
reset role;
