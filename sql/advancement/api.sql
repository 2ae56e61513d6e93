-- Who is due a step, and why another is not; the jobs of a campaign. Dropped and rebuilt; the pages are in api_pages.sql.
drop schema if exists advancement_api cascade;
create schema advancement_api authorization guichet_owner;
grant usage on schema advancement_api to gate, worker, web_advancement, web_self;
set role guichet_owner;

-- 1. Derivation ------------------------------------------------------------------------------------------------------------

create function advancement_api.quarter_label(day date) returns text
	language sql immutable parallel safe
	return case extract(quarter from quarter_label.day) when 1 then '1er' else extract(quarter from quarter_label.day) || 'e' end
		|| ' trimestre ' || extract(year from quarter_label.day);
comment on function advancement_api.quarter_label is 'A quarter in words: 2e trimestre 2026.';

create function advancement_api.quarter_end(day date) returns date
	language sql immutable parallel safe
	return (quarter_end.day + interval '3 months')::date - 1;
comment on function advancement_api.quarter_end is 'Last day of the quarter that begins on that day.';

-- Large, and asked only of the few whose file is known to lack something: a statement of its own, planned once.
create function advancement_api.flaw_of(agent bigint) returns text[]
	language plpgsql stable
as $$
begin
	return (select array[case when g.is_contradiction then 'contradiction' else 'lacune' end,
			g.gap_label || coalesce(' (' || g.grade || ')', '') || coalesce(', ' || coalesce(nullif(g.reference, ''), g.previous_reference), '')]
		from career_api.gap_rows_of(agent) g
		where g.is_contradiction or g.gap_code in ('missing_step', 'missing_entry')
		order by g.is_contradiction, g.expected_date nulls first
		limit 1);
end $$;
comment on function advancement_api.flaw_of is 'The first missing act, or else the first contradiction, of a file that has any: its reason code and which one.';

-- One row an agent whom a quarter concerns: due, or left aside with the first reason that applies, rules before doubts.
-- `last`: last day; `first`: what was owed before it is late; `known`: only acts signed by that day (null: all of them).
-- Everything is read from acts in force and dated rules. Cheap for everybody first, then dear for those who are due.
create function advancement_api.due_rows(reach int4multirange, first date, last date, known date, from_agent bigint, to_agent bigint,
	campaign bigint)
	returns table (agent_id bigint, structure_id bigint, structure_rank int, status_code text, corps_id bigint, category text,
	scale smallint, before_step smallint, after_step smallint, before_index int, since_date date, since_act_id bigint, months smallint,
	max_step smallint, rule_source text, rule_is_demo boolean, effect_date date, is_late boolean, more_owed smallint,
	reason_code text, reason_detail text)
	language sql stable
	begin atomic
		select x.agent_id, x.structure_id, x.structure_rank, x.status_code, x.corps_id, x.category, x.scale, x.step,
			case when x.reason[1] is distinct from 'dernier_echelon' and x.reason[1] is distinct from 'deja_avance' and x.model_code is not null
				and x.effect_date is not null then (x.step + 1)::smallint end,
			x.pay_index, x.since_date, x.since_act_id, x.months, x.max_step, x.rule_source, x.rule_is_demo, x.effect_date,
			coalesce(x.effect_date < due_rows.first, false),
			greatest(0, least(x.max_step - x.step - 1, (extract(year from age(due_rows.last, x.effect_date)) * 12
				+ extract(month from age(due_rows.last, x.effect_date)))::int / x.months))::smallint,
			x.reason[1], coalesce(x.reason[2], '')
		from (
			select c.*, m.max_step, w.reason
			from (
				select a.agent_id, a.structure_id, a.structure_rank, a.status_code, a.corps_id, coalesce(l.after_category, a.category) as category,
					coalesce(l.after_scale, a.scale) as scale, l.after_step as step, a.pay_index, a.left_on, a.retirement_date, a.gaps_count,
					pe.deceased_on, f.model_code, l.effect_date as since_date, l.act_id as since_act_id, l.reference as since_reference,
					l.proof_code as since_proof, r.months, r.max_step as max_then, r.source as rule_source, r.is_demo as rule_is_demo,
					(l.effect_date + make_interval(months => r.months))::date as effect_date,
					coalesce(l.effect_date >= due_rows.first and l.family = 'avancement', false) as is_covered
				from career.agents a
				join base.persons pe on pe.person_id = a.person_id
				left join advancement.families f on f.status_code = a.status_code
				left join lateral (
					select l.effect_date, l.after_step, l.after_category, l.after_scale, l.act_id, t.reference, t.proof_code, k.family
					from career.act_lines l
					join career.acts t on t.act_id = l.act_id and t.state_code = 'en_vigueur'
						and (due_rows.known is null or coalesce(t.signed_on, l.effect_date) <= due_rows.known)
					join career.act_kinds k on k.kind_code = t.kind_code and k.sets_step
					where l.agent_id = a.agent_id and l.after_step is not null
					order by l.effect_date desc, l.act_line_id desc
					limit 1
				) l on true
				left join lateral career_api.step_rule_of(a.status_code, coalesce(l.after_category, a.category), l.effect_date) r on true
				where a.agent_id between due_rows.from_agent and due_rows.to_agent and a.structure_rank <@ due_rows.reach
					and (a.left_on is null or a.left_on >= (due_rows.first - interval '1 year')::date)
			) c
			left join lateral career_api.step_rule_of(c.status_code, c.category, c.effect_date) m on true
			left join lateral (
				select l.after_position_code as position_code, l.end_date, po.label, r.advances
				from career.act_lines l
				join career.acts t on t.act_id = l.act_id and t.state_code = 'en_vigueur'
				join career.positions po on po.position_code = l.after_position_code
				left join advancement.position_rules r on r.position_code = l.after_position_code and r.valid_from <= c.effect_date
					and (r.valid_to is null or r.valid_to > c.effect_date)
				where l.agent_id = c.agent_id and l.after_position_code is not null and l.effect_date <= c.effect_date
				order by l.effect_date desc, l.act_line_id desc
				limit 1
			) p on true
			cross join lateral (select
				case
				when c.deceased_on is not null then array['deces', to_char(c.deceased_on, 'YYYY-MM-DD')]
				when c.left_on <= coalesce(c.effect_date, due_rows.last) then array['parti', to_char(c.left_on, 'YYYY-MM-DD')]
				when c.model_code is null then array['statut', null]
				when c.step is null or c.category is null then array['grade_inconnu', null]
				when c.months is null then array['sans_regle', null]
				when c.is_covered then array['deja_avance', c.since_reference]
				when m.max_step is null then array['sans_regle', null]
				when c.step >= m.max_step then array['dernier_echelon', m.max_step::text]
				when exists (select from acts.draft_lines dl
					join acts.drafts d on d.draft_id = dl.draft_id and (due_rows.campaign is null or d.group_id is distinct from due_rows.campaign)
					join acts.states s on s.state_code = d.state_code and not s.is_over
					where dl.agent_id = c.agent_id and dl.after_step is not null) then array['brouillon', null]
				when c.left_on is null and exists (select from career.act_lines l join career.acts a on a.act_id = l.act_id and a.state_code = 'en_vigueur'
						and a.kind_code in ('retraite', 'radiation') and (due_rows.known is null or coalesce(a.signed_on, l.effect_date) <= due_rows.known)
					where l.agent_id = c.agent_id and l.effect_date <= c.effect_date) then array['parti', null]
				when c.retirement_date <= c.effect_date and c.left_on is null then array['retraite', to_char(c.retirement_date, 'YYYY-MM-DD')]
				when p.advances = false and (p.end_date is null or p.end_date >= c.effect_date) then array['position', p.label]
				when c.left_on is not null then array['parti_apres', to_char(c.left_on, 'YYYY-MM-DD')]
				when p.advances is not true and p.end_date < c.effect_date
					then array['position_expiree', p.label || ', ' || to_char(p.end_date, 'YYYY-MM-DD')]
				when c.step >= c.max_then or m.months <> c.months then array['regle_changee', null]
				when p.position_code is not null and p.advances is null then array['position_inconnue', p.label]
				when exists (select from career.act_lines l join career.acts a on a.act_id = l.act_id and a.state_code = 'en_vigueur'
						and (due_rows.known is null or coalesce(a.signed_on, l.effect_date) <= due_rows.known)
					left join advancement.position_rules r on r.position_code = l.after_position_code and r.valid_from <= l.effect_date
						and (r.valid_to is null or r.valid_to > l.effect_date)
					where l.agent_id = c.agent_id and l.after_position_code is not null and r.advances is not true
						and l.effect_date < c.effect_date and (l.effect_date >= c.since_date or l.end_date >= c.since_date))
					then array['interruption', null]
				when exists (select from career.act_lines l join career.acts a on a.act_id = l.act_id and a.state_code = 'en_vigueur'
						and (due_rows.known is null or coalesce(a.signed_on, l.effect_date) <= due_rows.known)
					join career.act_kinds k on k.kind_code = a.kind_code and k.family = 'discipline'
					where l.agent_id = c.agent_id and l.effect_date >= c.since_date and l.effect_date <= due_rows.last) then array['sanction', null]
				when c.since_proof = 'introuvable' then array['lacune', 'Pièce introuvable, ' || c.since_reference]
				when c.gaps_count > 0 and advancement_api.flaw_of(c.agent_id) is not null then advancement_api.flaw_of(c.agent_id)
				when c.corps_id is null then array['corps_inconnu', null]
				when c.pay_index is null then array['indice_inconnu', null]
				end as reason
				offset 0) w                                            -- a fence: the reason is found once a row, not once a column
			where c.effect_date <= due_rows.last or c.is_covered or c.effect_date is null
		) x;
	end;
comment on function advancement_api.due_rows is 'Agents whom a quarter concerns, each due or left aside with a reason: the one place where it is decided.';

-- A line with what a person decided of it.
create view advancement_api.line_states with (security_invoker) as
	select l.line_id, l.campaign_id, l.agent_id, l.structure_id, l.structure_rank, l.status_code, l.category, l.scale, l.after_step,
		l.effect_date, l.is_late, l.draft_id, d.verb_code,
		case when d.verb_code = 'ecarter' then 'ecarte' when d.verb_code = 'retenir' and not r.is_hard then null else l.reason_code end as reason_code,
		coalesce(r.is_hard, false) as is_hard, l.reason_code as computed_code
	from advancement.lines l
	left join advancement.reasons r on r.reason_code = l.reason_code
	left join advancement.decisions d on d.campaign_id = l.campaign_id and d.agent_id = l.agent_id;
comment on view advancement_api.line_states is 'Kept when reason_code is null: due and not left aside by hand, or doubtful and kept by hand.';

-- 2. The job advancement.compute -------------------------------------------------------------------------------------------

create function advancement_api.move(campaign bigint, to_state text) returns advancement.campaigns
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c advancement.campaigns;
begin
	select x.* into c from advancement.campaigns x where x.campaign_id = campaign for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'advancement.missing';
	elsif not exists (select from advancement.state_moves m where m.from_code = c.state_code and m.to_code = move.to_state) then
		raise exception using errcode = 'GU409', message = 'advancement.state';
	end if;
	update advancement.campaigns x set state_code = move.to_state where x.campaign_id = campaign;
	return c;
end $$;
comment on function advancement_api.move is 'Changes the state of a campaign, if it may; locks it until the end of the transaction.';

create function advancement_api.run_begin(campaign bigint) returns table (from_agent bigint, to_agent bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c advancement.campaigns;
begin
	select x.* into c from advancement.campaigns x where x.campaign_id = campaign for update;
	if c.state_code is distinct from 'calcul' then                 -- given up meanwhile, or done by another runner
		raise exception using errcode = 'GU409', message = 'advancement.state';
	end if;
	delete from advancement.lines l where l.campaign_id = campaign;
	return query select coalesce(min(a.agent_id), 0), coalesce(max(a.agent_id), -1) from career.agents a where a.structure_rank <@ c.reach;
end $$;
comment on function advancement_api.run_begin is 'Begins a computation anew; gives the first and the last agent to look at.';

create function advancement_api.run_slice(campaign bigint, from_agent bigint, to_agent bigint) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off set plan_cache_mode = force_generic_plan
as $$
declare
	c    advancement.campaigns := (select x from advancement.campaigns x where x.campaign_id = campaign);
	many int;
begin
	insert into advancement.lines (campaign_id, agent_id, structure_id, structure_rank, status_code, corps_id, category, scale, before_step,
		after_step, before_index, since_date, since_act_id, months, max_step, rule_source, rule_is_demo, effect_date, is_late, more_owed,
		reason_code, reason_detail)
	select campaign, d.* from advancement_api.due_rows(c.reach, c.quarter_start, advancement_api.quarter_end(c.quarter_start), null,
		from_agent, to_agent, campaign) d
	order by d.agent_id;
	get diagnostics many = row_count;
	return many;
end $$;
comment on function advancement_api.run_slice is 'Computes the agents of one slice of numbers; returns how many the quarter concerns.';

create function advancement_api.run_end(campaign bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c advancement.campaigns := advancement_api.move(campaign, 'pret');
begin
	update advancement.campaigns x set computed_at = clock_timestamp(),
		looked_at = (select count(*) from career.agents a where a.structure_rank <@ c.reach
			and (a.left_on is null or a.left_on >= (c.quarter_start - interval '1 year')::date))
	where x.campaign_id = campaign;
end $$;
comment on function advancement_api.run_end is 'The computation is complete: a person may read it.';

revoke execute on all functions in schema advancement_api from public;
grant select on advancement_api.line_states to web_advancement;
grant execute on function advancement_api.quarter_label, advancement_api.quarter_end to web_advancement, web_self, worker;
grant execute on function advancement_api.run_begin, advancement_api.run_slice, advancement_api.run_end to worker;
reset role;
