-- From a campaign to its acts: the preview, the job that writes the drafts, what becomes of them. Rebuilt after the pages.
set role guichet_owner;

create function advancement_api.ministry_of(rank int) returns bigint
	language sql stable
	begin atomic
		select s.structure_id from base.structures s
		where ministry_of.rank between s.rank and s.last_rank and (s.kind in ('ministere', 'institution') or s.parent_id is null)
		order by s.rank desc limit 1;
	end;
comment on function advancement_api.ministry_of is 'The ministry or institution that a structure belongs to; the whole State above them.';

-- An arrêté and an avenant are never one act, whatever the grouping.
create function advancement_api.groups_of(campaign bigint) returns table (model_code text, act_label text, structure_id bigint,
	structure_name text, structure_rank int, category text, line_ids bigint[], late bigint)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select x.model_code, x.label, x.structure_id, s.name, s.rank, x.category, array_agg(x.line_id), count(*) filter (where x.is_late)
	from (
		select l.line_id, l.is_late, f.model_code, f.label, case when c.grouping_code = 'structure' then l.category end as category,
			case c.grouping_code when 'structure' then coalesce(l.structure_id, m.ministry_id) when 'ministere' then m.ministry_id end as structure_id
		from advancement_api.line_states l
		join advancement.campaigns c on c.campaign_id = l.campaign_id
		join advancement.families f on f.status_code = l.status_code
		left join (select r.rank, advancement_api.ministry_of(r.rank) as ministry_id
			from (select distinct y.structure_rank as rank from advancement.lines y where y.campaign_id = campaign) r) m on m.rank = l.structure_rank
		where l.campaign_id = campaign and l.reason_code is null and l.after_step is not null and l.effect_date is not null and l.draft_id is null
	) x
	left join base.structures s on s.structure_id = x.structure_id
	group by x.model_code, x.label, x.structure_id, s.name, s.rank, x.category
	order by s.rank nulls first, x.category, x.model_code
$$;
comment on function advancement_api.groups_of is 'The acts that a campaign would make: agents kept, grouped as chosen when it was opened.';

create function advancement_api.preview(campaign bigint, size int, skip int) returns table (total bigint, act_label text, structure_name text, category text,
	agents int, late bigint)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform advancement_api.mine(campaign);
	return query select count(*) over (), g.act_label, g.structure_name, g.category, cardinality(g.line_ids), g.late
		from advancement_api.groups_of(campaign) g limit size offset skip;
end $$;
comment on function advancement_api.preview is 'How many acts, for which structure and category, of how many lines.';

create function advancement_api.prepare(campaign bigint, place text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c advancement.campaigns := advancement_api.mine(campaign);
begin
	perform from advancement.campaigns x where x.campaign_id = campaign for update;
	if c.state_code <> 'preparation' or not exists (select from base.jobs j where j.job_id = c.job_id and j.state_code in ('echec', 'annule')) then
		perform advancement_api.move(campaign, 'preparation');     -- otherwise: the job stopped, it is put again
	end if;
	if not exists (select from advancement_api.line_states l where l.campaign_id = campaign and l.reason_code is null) then
		raise exception using errcode = 'GU409', message = 'advancement.nobody';
	end if;
	update advancement.campaigns x set job_id = job_api.put('advancement.draft', (select m.person_id from base.me m), jsonb_build_object('campaign', campaign))
	where x.campaign_id = campaign;
	perform base_api.note('advancement.run', 'prepare', 'campaign', 'fait', jsonb_build_object('campagne', campaign));
	return query select base_api.receipt(place);
end $$;
comment on function advancement_api.prepare is 'Puts the job that writes the drafts of a campaign; once.';

create function advancement_api.draft_begin(campaign bigint) returns table (from_agent bigint, to_agent bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform from advancement.campaigns c where c.campaign_id = campaign and c.state_code = 'preparation' for update;
	if not found then
		raise exception using errcode = 'GU409', message = 'advancement.state';
	end if;
	return query select coalesce(min(l.agent_id), 0), coalesce(max(l.agent_id), -1) from advancement.lines l where l.campaign_id = campaign;
end $$;
comment on function advancement_api.draft_begin is 'Begins the writing of drafts; gives the first and the last agent to look at again.';

-- Days may pass between the computation and the acts: who changed since is put aside, never drafted from old rows.
create function advancement_api.draft_check(campaign bigint, from_agent bigint, to_agent bigint) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off set plan_cache_mode = force_generic_plan
as $$
declare
	c    advancement.campaigns := (select x from advancement.campaigns x where x.campaign_id = campaign);
	many int;
begin
	update advancement.lines l set reason_code = coalesce(v.reason_code, 'change'), reason_detail = coalesce(v.reason_detail, '')
	from (
		select s.line_id, case when r.is_hard then f.reason_code end as reason_code, case when r.is_hard then f.reason_detail end as reason_detail
		from advancement.lines s
		left join advancement_api.due_rows(c.reach, c.quarter_start, advancement_api.quarter_end(c.quarter_start), null, from_agent, to_agent, campaign) f
			on f.agent_id = s.agent_id
		left join advancement.reasons r on r.reason_code = f.reason_code
		where s.campaign_id = campaign and s.agent_id between from_agent and to_agent
			and exists (select from advancement_api.line_states t where t.line_id = s.line_id and t.reason_code is null)
			and (f.agent_id is null or r.is_hard or (f.reason_code is not null and f.reason_code is distinct from s.reason_code)
				or row(f.effect_date, f.after_step, f.category, f.scale, f.status_code)
				is distinct from row(s.effect_date, s.after_step, s.category, s.scale, s.status_code))
	) v
	where l.line_id = v.line_id;
	get diagnostics many = row_count;
	return many;
end $$;
comment on function advancement_api.draft_check is 'Puts aside those whose situation is no longer the one that was computed; returns how many.';

create function advancement_api.draft_write(campaign bigint) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c       advancement.campaigns := (select x from advancement.campaigns x where x.campaign_id = campaign);
	author  bigint := coalesce((select j.person_id from base.jobs j where j.job_id = c.job_id), c.person_id);
	label   text := advancement_api.quarter_label(c.quarter_start);
	draft   bigint;
	many    int := 0;
	g       record;
begin
	for g in select x.*, m.form_label, m.title from advancement_api.groups_of(campaign) x join acts.models m on m.model_code = x.model_code loop
		insert into acts.drafts (model_code, structure_id, structure_rank, subject, author_id, group_id, job_id, lines_count)
		select g.model_code, c.issuer_id, s.rank,
			left(g.form_label || ' ' || g.title || ', ' || label || coalesce(', ' || g.structure_name, '') || coalesce(', catégorie ' || g.category, ''), 300),
			author, campaign, c.job_id, cardinality(g.line_ids)
		from base.structures s where s.structure_id = c.issuer_id
		returning draft_id into draft;
		insert into acts.draft_parts (draft_id, part_code, sort, body, copies)
		select draft, p.part_code, p.sort, p.body, p.copies from acts.model_parts p where p.model_code = g.model_code;
		insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date, before_status_code, before_corps_id, before_structure_id,
			before_category, after_category, before_scale, after_scale, before_step, after_step, before_index)
		select draft, row_number() over (order by a.search_text, a.agent_id), l.agent_id, l.effect_date, l.status_code, l.corps_id, l.structure_id,
			l.category, l.category, l.scale, l.scale, l.before_step, l.after_step, l.before_index
		from unnest(g.line_ids) i (id) join advancement.lines l on l.line_id = i.id join career.agents a on a.agent_id = l.agent_id;
		update advancement.lines l set draft_id = draft where l.line_id = any (g.line_ids);
		insert into acts.events (draft_id, person_id, what, note)
		values (draft, author, 'Projet préparé', 'Campagne d’avancement du ' || label);
		many := many + 1;
	end loop;
	perform advancement_api.move(campaign, case when many > 0 then 'prepare' else 'pret' end);
	if many > 0 then
		update advancement.campaigns x set prepared_at = clock_timestamp() where x.campaign_id = campaign;
	end if;
	return many;
end $$;
comment on function advancement_api.draft_write is 'Writes one draft a group: parts of the model, lines by name, pay index after left unknown since no grid was published.';

-- What becomes of them -----------------------------------------------------------------------------------------------------

create function advancement_api.submit(campaign bigint, place text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c advancement.campaigns := advancement_api.mine(campaign);
begin
	perform from advancement.campaigns x where x.campaign_id = campaign for update;
	if c.state_code <> 'prepare' or exists (select from base.jobs j where j.job_id = c.job_id and j.kind = 'advancement.submit'
			and j.state_code in ('attente', 'cours')) then
		raise exception using errcode = 'GU409', message = 'advancement.state';
	end if;
	update advancement.campaigns x set job_id = job_api.put('advancement.submit', (select m.person_id from base.me m), jsonb_build_object('campaign', campaign))
	where x.campaign_id = campaign;
	perform base_api.note('advancement.run', 'submit', 'campaign', 'fait', jsonb_build_object('campagne', campaign));
	return query select base_api.receipt(place);
end $$;
comment on function advancement_api.submit is 'Puts the job that sends every act of a campaign into its circuit of visas and signature.';

-- Late-bound: the circuit is another service's, and its functions are rebuilt on their own.
create function advancement_api.run_submit(campaign bigint) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	many int;
begin
	perform advancement_api.move(campaign, 'circuit');
	if to_regprocedure('acts_api.submit_group(bigint)') is null then
		raise exception using errcode = 'GU409', message = 'advancement.no_circuit';
	end if;
	execute 'select acts_api.submit_group($1)' into many using campaign;
	update advancement.campaigns x set submitted_at = clock_timestamp() where x.campaign_id = campaign;
	return many;
end $$;
comment on function advancement_api.run_submit is 'Sends the acts of a campaign into their circuit; one with a refused line stays a project, with the reason.';

create function advancement_api.acts_sums(campaign bigint) returns table (state_code text, label text, is_over boolean, acts bigint, agents bigint)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform advancement_api.mine(campaign);
	return query select d.state_code, s.label, s.is_over, count(*), sum(d.lines_count)::bigint
		from acts.drafts d join acts.states s on s.state_code = d.state_code
		where d.group_id = campaign group by d.state_code, s.label, s.is_over order by s.is_over, count(*) desc;
end $$;
comment on function advancement_api.acts_sums is 'How many acts of a campaign stand where in their circuit.';

create function advancement_api.acts(campaign bigint, of_state text, size int, skip int) returns table (total bigint, draft_id bigint, subject text,
	act_label text, lines_count int, state_code text, state_label text, is_over boolean, reference text, expected text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform advancement_api.mine(campaign);
	return query select count(*) over (), d.draft_id, d.subject, m.form_label, d.lines_count, d.state_code, s.label, s.is_over, d.reference,
			case when d.state_code = 'projet' then 'à mettre en circuit' when not s.is_over then n.label end
		from acts.drafts d
		join acts.models m on m.model_code = d.model_code
		join acts.states s on s.state_code = d.state_code
		left join lateral (select t.label from acts.model_steps t where t.model_code = d.model_code
			and not exists (select from acts.approvals a where a.draft_id = d.draft_id and a.step_no = t.step_no and a.void_at is null)
			order by t.step_no limit 1) n on true
		where d.group_id = campaign and (of_state is null or d.state_code = of_state) order by d.draft_id limit size offset skip;
end $$;
comment on function advancement_api.acts is 'The acts of a campaign, each with its state and who is expected next.';

grant execute on function advancement_api.preview, advancement_api.prepare, advancement_api.submit, advancement_api.acts_sums,
	advancement_api.acts to web_advancement;
grant execute on function advancement_api.draft_begin, advancement_api.draft_check, advancement_api.draft_write, advancement_api.run_submit to worker;
reset role;
