-- What the nightly job asks: careers by blocks of agents, in bulk, and where the estimates go. No function call an agent: raw lines come in the
-- order of their effect and the program carries the situation along, as career_api.timeline_of does for one agent (tested against it).
set role guichet_owner;

create function cohorts_api.blocks(size int) returns table (first_id bigint, last_id bigint, n int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select min(x.agent_id), max(x.agent_id), count(*)::int
	from (select a.agent_id, (row_number() over (order by a.agent_id) - 1) / blocks.size as block from career.agents a
		where a.left_on is null and a.retirement_date is not null) x
	group by x.block order by 1;
$$;
comment on function cohorts_api.blocks is 'Agents who have not left and whose day is known, in blocks of so many.';

create function cohorts_api.block_agents(first_id bigint, last_id bigint) returns table (agent_id bigint, birth_date date, sex text, retirement_date date,
	status_code text, pension_code text, doubts int)
	language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
	select a.agent_id, p.birth_date, p.sex, a.retirement_date, a.status_code, coalesce(a.pension_code, st.pension_code),
		-- What stops a computation: two acts that cannot both be right, save for the place of work; a position that ended without an act.
		case when a.gaps_count = 0 then 0 else (select count(*)::int
			from career_api.gaps_between(a.agent_id, a.first_service_date, a.retirement_date, a.status_code) g join career.gap_kinds k using (gap_code)
			where (k.is_contradiction or g.gap_code = 'position_expired') and g.subject_code is distinct from 'structure') end
	from career.agents a
	join base.persons p on p.person_id = a.person_id
	join career.statuses st on st.status_code = a.status_code
	where a.agent_id between block_agents.first_id and block_agents.last_id and a.left_on is null and a.retirement_date is not null
	order by a.agent_id;
$$;
comment on function cohorts_api.block_agents is 'Who the agents of a block are for a pension.';

-- One sort of the whole country beats thirty looks into the index; the program fetches from it as it goes.
create function cohorts_api.open_lines() returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	country_lines no scroll cursor for
		select l.agent_id, l.effect_date, t.kind_code in ('retraite', 'radiation') as ends, l.after_status_code as status_code, l.after_position_code as position_code,
			l.after_index as pay_index
		from career.act_lines l
		join career.acts t on t.act_id = l.act_id and t.state_code = 'en_vigueur'
		join career.agents a on a.agent_id = l.agent_id and a.left_on is null and a.retirement_date is not null
		order by l.agent_id, l.effect_date, l.act_line_id;
begin
	country_lines := 'country_lines';
	open country_lines;
end $$;
comment on function cohorts_api.open_lines is 'Opens the cursor country_lines: every line in force of the agents who have not left, in the order of effect.';

create function cohorts_api.block_facts(first_id bigint, last_id bigint) returns table (agent_id bigint, kind_code text, value int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.agent_id, f.kind_code, f.value from pensions.facts f
	where f.agent_id between block_facts.first_id and block_facts.last_id and f.void_at is null order by f.agent_id, f.fact_id;
$$;
comment on function cohorts_api.block_facts is 'Bonuses, children and unfitness of the agents of a block.';

create function cohorts_api.funds() returns table (status_code text, pension_code text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select s.status_code, s.pension_code from career.statuses s $$;
comment on function cohorts_api.funds is 'Which fund each status belongs to.';

create function cohorts_api.positions() returns table (position_code text, counts boolean, is_demo boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select p.position_code, p.counts_as_service, p.is_demo from career.positions p $$;
comment on function cohorts_api.positions is 'Which positions count as service; null where no text says so.';

-- Arrays in step, an element an agent.
create function cohorts_api.keep(agents bigint[], days date[], regimes text[], fnrb bigint[], cnss bigint[], entitled boolean[], demo boolean[], waits int[], codes text[]) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	n int;
begin
	insert into cohorts.estimates as e (agent_id, leave_on, regime_code, fnrb_fcfa, cnss_fcfa, is_complete, is_entitled, is_demo, waits_count, wait_code, made_at)
	select u.agent, u.day, u.regime, u.fnrb, u.cnss, u.waits = 0, u.entitled, u.demo, u.waits, u.code, now()
	from unnest(agents, days, regimes, fnrb, cnss, entitled, demo, waits, codes) u (agent, day, regime, fnrb, cnss, entitled, demo, waits, code)
	on conflict (agent_id) do update set leave_on = excluded.leave_on, regime_code = excluded.regime_code, fnrb_fcfa = excluded.fnrb_fcfa, cnss_fcfa = excluded.cnss_fcfa,
		is_complete = excluded.is_complete, is_entitled = excluded.is_entitled, is_demo = excluded.is_demo, waits_count = excluded.waits_count,
		wait_code = excluded.wait_code, made_at = excluded.made_at
	where (e.leave_on, e.regime_code, e.fnrb_fcfa, e.cnss_fcfa, e.is_entitled, e.is_demo, e.waits_count, e.wait_code) is distinct from (excluded.leave_on,
		excluded.regime_code, excluded.fnrb_fcfa, excluded.cnss_fcfa, excluded.is_entitled, excluded.is_demo, excluded.waits_count, excluded.wait_code);
	get diagnostics n = row_count;
	return n;
end $$;
comment on function cohorts_api.keep is 'Keeps the estimates of one block; one that did not change is not written again. Returns how many were.';

create function cohorts_api.keep_run(agents int, liquidations int, read_ms int, compute_ms int, write_ms int) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	delete from cohorts.estimates e where not exists (select from career.agents a
		where a.agent_id = e.agent_id and a.left_on is null and a.retirement_date is not null);
	insert into cohorts.runs (agents, liquidations, read_ms, compute_ms, write_ms) values (agents, liquidations, read_ms, compute_ms, write_ms);
	delete from cohorts.runs r where r.made_at < now() - interval '400 days';
$$;
comment on function cohorts_api.keep_run is 'Ends a night: estimates of people who have left since go.';

revoke execute on function cohorts_api.blocks, cohorts_api.block_agents, cohorts_api.open_lines, cohorts_api.block_facts, cohorts_api.funds, cohorts_api.positions,
	cohorts_api.keep, cohorts_api.keep_run from public;
grant execute on function cohorts_api.blocks, cohorts_api.block_agents, cohorts_api.open_lines, cohorts_api.block_facts, cohorts_api.funds, cohorts_api.positions,
	cohorts_api.keep, cohorts_api.keep_run to worker;
grant execute on function pensions_api.parameters to worker;
reset role;
