-- Acts in the making: who may what, what a change does to approvals, lines against careers. Dropped and rebuilt. Every function applies the
-- scope itself: a draft is seen by its author and by who serves the structure that issues it. Beside it: making drafts (api_drafts), reading
-- them (api_reading), the circuit (api_circuit), the seal (api_seal).
drop schema if exists acts_api cascade;
create schema acts_api authorization guichet_owner;
grant usage on schema acts_api to gate, worker, web_acts, web_sign, web_self, web_clerk, web_advancement, web_certificates, guichet_gatekeeper;
set role guichet_owner;

-- 1. Who may ---------------------------------------------------------------------------------------------------------------

create function acts_api.me() returns bigint
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select m.person_id from base.me m $$;
comment on function acts_api.me is 'Who is asking.';

create function acts_api.name_of(person bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select btrim(p.family_name || ' ' || p.given_names) from base.persons p where p.person_id = name_of.person $$;
comment on function acts_api.name_of is 'A person as acts print him: NOM Prénoms.';

create function acts_api.same_human(a bigint, b bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a = b or exists (
		select from base.persons p join base.persons q on q.person_id = b
		where p.person_id = a and p.birth_date = q.birth_date and base.fold(p.family_name) = base.fold(q.family_name)
			and split_part(base.fold(p.given_names), ' ', 1) = split_part(base.fold(q.given_names), ' ', 1))
		or exists (
		select from base.contacts c join base.contacts d on d.kind = c.kind and d.value = c.value
		where c.person_id = a and d.person_id = b and c.kind = 'phone');
$$;
comment on function acts_api.same_human is 'Whether two accounts are one human: the same person, the same name and birth date, or the same telephone.';

create function acts_api.humans(person bigint) returns setof bigint
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select humans.person
	union select q.person_id from base.persons p join base.persons q on q.birth_date = p.birth_date
	where p.person_id = humans.person and base.fold(p.family_name) = base.fold(q.family_name)
		and split_part(base.fold(p.given_names), ' ', 1) = split_part(base.fold(q.given_names), ' ', 1)
	union select d.person_id from base.contacts c join base.contacts d on d.kind = c.kind and d.value = c.value
	where c.person_id = humans.person and c.kind = 'phone';
$$;
comment on function acts_api.humans is 'Every account of one human: what same_human compares, as a set.';

create function acts_api.live(d acts.delegations) returns boolean
	language sql stable
	return (d).ended_at is null and (d).valid_from <= current_date and (d).valid_to > current_date;
comment on function acts_api.live is 'Whether a delegation holds today.';

create function acts_api.holds(person bigint, role text, rank int) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select exists (
		select from base.assignments a join base.structures s using (structure_id)
		where a.person_id = holds.person and a.role_code = holds.role and holds.rank between s.rank and s.last_rank
			and a.granted_by is not null and a.confirmed_by is not null
			and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date));
$$;
comment on function acts_api.holds is 'Whether a person holds a role over a structure today, by an assignment that two people granted.';

create function acts_api.sees(rank int, author bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce(sees.rank <@ (select s.ranks from base.my_spans s), false) or sees.author = (select m.person_id from base.me m)
		or exists (select from acts.delegations g where g.to_person_id = (select m.person_id from base.me m) and acts_api.live(g)
			and exists (select from (select distinct s.role_code from acts.model_steps s) r where acts_api.holds(g.from_person_id, r.role_code, sees.rank)));
$$;
comment on function acts_api.sees is 'Whether a draft of that structure and author is in the scope of who asks; who received a delegation sees what he may approve.';

create function acts_api.seen(draft bigint) returns acts.drafts
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts;
begin
	select d.* into it from acts.drafts d where d.draft_id = seen.draft and acts_api.sees(d.structure_rank, d.author_id);
	if not found then
		raise exception using errcode = 'GU404', message = 'acts.unknown';
	end if;
	return it;
end $$;
comment on function acts_api.seen is 'The draft, or "missing" for who may not see it.';

create function acts_api.mine_to_write(draft bigint) returns acts.drafts
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts;
begin
	select d.* into it from acts.drafts d where d.draft_id = mine_to_write.draft for update;
	if not found or not acts_api.sees(it.structure_rank, it.author_id) then
		raise exception using errcode = 'GU404', message = 'acts.unknown';
	elsif it.state_code = 'publie' then
		raise exception using errcode = 'GU409', message = 'acts.signed_is_final';
	elsif it.state_code = 'scellement' then
		raise exception using errcode = 'GU409', message = 'acts.being_sealed';
	elsif it.state_code = 'abandonne' then
		raise exception using errcode = 'GU409', message = 'acts.abandoned';
	elsif it.author_id <> acts_api.me() and not exists (select from acts.models m cross join unnest(m.draft_roles) r (role)
		where m.model_code = it.model_code and acts_api.holds(acts_api.me(), r.role, it.structure_rank)) then
		raise exception using errcode = 'GU403', message = 'acts.not_drafter';
	end if;
	return it;
end $$;
comment on function acts_api.mine_to_write is 'The draft, locked, for its author or a drafter of its structure; signed, it is nobody''s to write.';

-- 2. A draft changes: what was approved is approved no longer -------------------------------------------------------------

create function acts_api.event(draft bigint, what text, note text default '') returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
	as $$ insert into acts.events (draft_id, person_id, what, note) values (event.draft, (select m.person_id from base.me m), event.what, event.note) $$;
comment on function acts_api.event is 'A knot of the thread of an act.';

create function acts_api.void_approvals(draft bigint, why text) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	n int;
begin
	update acts.approvals a set void_at = now(), void_why = why where a.draft_id = void_approvals.draft and a.void_at is null;
	get diagnostics n = row_count;
	return n;
end $$;
comment on function acts_api.void_approvals is 'Visas given to another content count no longer.';

create function acts_api.changed(it acts.drafts, what text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	voided int := 0;
begin
	if it.state_code <> 'projet' then
		voided := acts_api.void_approvals(it.draft_id, 'contenu modifié');
		perform acts_api.event(it.draft_id, 'Remis en projet : ' || what,
			case voided when 0 then '' when 1 then 'Un visa est annulé : il portait sur l’ancien contenu.'
				else voided || ' visas sont annulés : ils portaient sur l’ancien contenu.' end);
	end if;
	update acts.drafts d set version = d.version + 1, changed_at = now(), content_hash = null, state_code = 'projet', refusal = null,
		lines_count = (select count(*) from acts.draft_lines l where l.draft_id = d.draft_id)
	where d.draft_id = it.draft_id;
end $$;
comment on function acts_api.changed is 'Called after every change of a draft: a new version, back to the drafter, visas void.';

create function acts_api.content_of(draft bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select concat_ws(E'\n', 'guichet-acte-1', d.draft_id, d.model_code, s.code, d.subject, coalesce(d.corrects_act_id::text, '-'),
		coalesce(d.correction_code, '-'),
		(select string_agg(concat_ws(E'\x1f', p.part_code, p.sort, p.body, coalesce(p.copies::text, '-')), E'\n' order by p.part_code, p.sort)
			from acts.draft_parts p where p.draft_id = d.draft_id),
		(select string_agg(concat_ws(E'\x1f', l.line_no, a.matricule, l.effect_date, coalesce(l.end_date::text, '-'),
				coalesce(l.before_status_code, '-'), coalesce(l.after_status_code, '-'), coalesce(l.before_corps_id::text, '-'), coalesce(l.after_corps_id::text, '-'),
				coalesce(l.before_structure_id::text, '-'), coalesce(l.after_structure_id::text, '-'), coalesce(l.before_position_code, '-'),
				coalesce(l.after_position_code, '-'), coalesce(l.before_category, '-'), coalesce(l.after_category, '-'),
				coalesce(l.before_scale::text, '-'), coalesce(l.after_scale::text, '-'), coalesce(l.before_step::text, '-'), coalesce(l.after_step::text, '-'),
				coalesce(l.before_index::text, '-'), coalesce(l.after_index::text, '-'), coalesce(l.note, '-')), E'\n' order by l.line_no)
			from acts.draft_lines l join career.agents a using (agent_id) where l.draft_id = d.draft_id))
	from acts.drafts d join base.structures s using (structure_id)
	where d.draft_id = content_of.draft;
$$;
comment on function acts_api.content_of is 'All that an act says, as one text: what people approve is its hash.';

create function acts_api.hash_of(draft bigint) returns bytea
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select sha256(convert_to(acts_api.content_of(hash_of.draft), 'UTF8')) $$;
comment on function acts_api.hash_of is 'SHA-256 of the content of a draft.';

-- 3. Lines against careers --------------------------------------------------------------------------------------------------

create function acts_api.situations_at(lines bigint[], agents bigint[], days date[], corrected bigint) returns table (draft_line_id bigint, status_code text, corps_id bigint, category text,
	scale smallint, step smallint, pay_index int, position_code text, structure_id bigint, step_since date, last_effect_date date)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	-- One look at each agent's acts, never a join of lists: the planner knows nothing of how many lines this draft has.
	with l as materialized (
		select u.draft_line_id, u.agent_id, u.effect_date, situations_at.corrected as corrects_act_id, (select max(x.effect_date) from career.act_lines x
			join career.acts y on y.act_id = x.act_id and y.state_code = 'en_vigueur' join career.act_kinds k on k.kind_code = y.kind_code and k.sets_step
			where x.agent_id = u.agent_id and x.after_step is not null and x.act_id is distinct from situations_at.corrected) as step_since
		from unnest(lines, agents, days) u (draft_line_id, agent_id, effect_date)
	)
	-- The derived columns are today's situation: they serve where nothing takes effect after the line.
	select l.draft_line_id, a.status_code, a.corps_id, a.category, a.scale, a.step, a.pay_index, a.position_code, a.structure_id, l.step_since, a.last_effect_date
	from l join career.agents a on a.agent_id = l.agent_id
	where l.corrects_act_id is null and coalesce(a.last_effect_date <= l.effect_date, true)
	union all
	select l.draft_line_id, coalesce(t.status_code, a.entry_status_code, a.status_code), t.corps_id, t.category, t.scale, t.step, t.pay_index, t.position_code,
		coalesce(t.structure_id, a.entry_structure_id), l.step_since, a.last_effect_date
	from l join career.agents a on a.agent_id = l.agent_id
	left join lateral career_api.situation_at(l.agent_id, l.effect_date) t on true
	where l.corrects_act_id is null and a.last_effect_date > l.effect_date
	union all
	-- A correction takes the place of an act: the situation before it is the one that this act found.
	select l.draft_line_id, coalesce(t.status[1], a.entry_status_code, a.status_code), t.corps[1], t.category[1], t.scale[1], t.step[1], t.pay_index[1], t.position_code[1],
		coalesce(t.structure[1], a.entry_structure_id), l.step_since, a.last_effect_date
	from l join career.agents a on a.agent_id = l.agent_id
	cross join lateral (
		select array_agg(x.after_status_code order by x.effect_date desc, x.act_line_id desc) filter (where x.after_status_code is not null) as status,
			array_agg(x.after_corps_id order by x.effect_date desc, x.act_line_id desc) filter (where x.after_corps_id is not null) as corps,
			array_agg(x.after_category order by x.effect_date desc, x.act_line_id desc) filter (where x.after_category is not null) as category,
			array_agg(x.after_scale order by x.effect_date desc, x.act_line_id desc) filter (where x.after_scale is not null) as scale,
			array_agg(x.after_step order by x.effect_date desc, x.act_line_id desc) filter (where x.after_step is not null) as step,
			array_agg(x.after_index order by x.effect_date desc, x.act_line_id desc) filter (where x.after_index is not null) as pay_index,
			array_agg(x.after_position_code order by x.effect_date desc, x.act_line_id desc) filter (where x.after_position_code is not null) as position_code,
			array_agg(x.after_structure_id order by x.effect_date desc, x.act_line_id desc) filter (where x.after_structure_id is not null) as structure
		from career.act_lines x join career.acts y on y.act_id = x.act_id and y.state_code = 'en_vigueur'
		where x.agent_id = l.agent_id and x.effect_date <= l.effect_date and x.act_id <> l.corrects_act_id) t
	where l.corrects_act_id is not null;
$$;
comment on function acts_api.situations_at is 'The situation of each agent just before that day, from the acts in force but the one that is corrected.';

create function acts_api.situations_of(draft bigint) returns table (draft_line_id bigint, status_code text, corps_id bigint, category text,
	scale smallint, step smallint, pay_index int, position_code text, structure_id bigint, step_since date, last_effect_date date)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.* from (select array_agg(l.draft_line_id) as lines, array_agg(l.agent_id) as agents, array_agg(l.effect_date) as days from acts.draft_lines l where l.draft_id = situations_of.draft) l,
		acts_api.situations_at(l.lines, l.agents, l.days, (select d.corrects_act_id from acts.drafts d where d.draft_id = situations_of.draft)) s;
$$;
comment on function acts_api.situations_of is 'The situation of the agent of each line just before that line, from the acts in force.';

-- before_* is what the career says, and a step that the drafter left open is the next one.
create function acts_api.refresh_before(draft bigint) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	n     int;
	fills boolean := (select 'step' = any (m.asks) and d.correction_code is distinct from 'annule' from acts.drafts d join acts.models m using (model_code) where d.draft_id = refresh_before.draft);
begin
	-- One write a line, and none where nothing moved.
	update acts.draft_lines l set before_status_code = s.status_code, before_corps_id = s.corps_id, before_category = s.category,
		before_scale = s.scale, before_step = s.step, before_index = s.pay_index, before_position_code = s.position_code, before_structure_id = s.structure_id,
		after_category = case when fills then coalesce(l.after_category, s.category) else l.after_category end,
		after_scale = case when fills then coalesce(l.after_scale, s.scale) else l.after_scale end,
		after_step = case when fills then coalesce(l.after_step, (s.step + 1)::smallint) else l.after_step end
	from acts_api.situations_of(refresh_before.draft) s
	where l.draft_line_id = s.draft_line_id
		and ((l.before_status_code, l.before_corps_id, l.before_category, l.before_scale, l.before_step, l.before_index, l.before_position_code, l.before_structure_id)
			is distinct from (s.status_code, s.corps_id, s.category, s.scale, s.step, s.pay_index, s.position_code, s.structure_id)
			or (fills and s.step < 30 and num_nulls(l.after_category, l.after_scale, l.after_step) > 0));
	get diagnostics n = row_count;
	return n;
end $$;
comment on function acts_api.refresh_before is 'Writes the situation before into each line; returns how many lines had another one.';

create function acts_api.findings_of(draft bigint) returns table (draft_line_id bigint, line_no int, rule_code text, severity text, label text,
	detail text)
	language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
	with d as (
		select d.draft_id, d.author_id, d.correction_code, d.corrects_act_id, d.state_code, m.asks, m.status_codes, k.kind_code, k.family, k.sets_step, k.may_jump, k.may_lower
		from acts.drafts d join acts.models m using (model_code) join career.act_kinds k using (kind_code) where d.draft_id = findings_of.draft
	), l as materialized (
		select l.*, a.person_id, a.left_on, a.retirement_date, a.first_service_date, p.deceased_on,
			-- points of his career beside the step that fell due, which is what most drafts are made for
			a.gaps_count - case when a.next_step_date < a.refreshed_at::date then 1 else 0 end as gaps_count,
			s.status_code, s.category, s.scale, s.step, s.position_code, s.step_since, r.months, r.max_step, r.is_demo,
			count(*) over (partition by l.agent_id, l.effect_date) as times,
			row_number() over (partition by l.agent_id, l.after_category, l.after_scale, l.after_step order by l.effect_date, l.line_no) as same_grade,
			case when num_nonnulls(l.after_category, l.after_scale, l.after_step, l.after_index) > 0
					and (l.before_category, l.before_scale, l.before_step, l.before_index) is distinct from (s.category, s.scale, s.step, s.pay_index)
					then coalesce(nullif(career_api.grade(s.category, s.scale, s.step), ''), 'aucun grade')
				when l.after_status_code is not null and l.before_status_code is distinct from s.status_code then 'statut'
				when l.after_corps_id is not null and l.before_corps_id is distinct from s.corps_id then 'corps'
				when l.after_position_code is not null and l.before_position_code is distinct from s.position_code then 'position'
				when l.after_structure_id is not null and l.before_structure_id is distinct from s.structure_id then 'structure' end as moved
		from d join acts.draft_lines l on l.draft_id = d.draft_id
		join career.agents a on a.agent_id = l.agent_id
		join base.persons p on p.person_id = a.person_id
		left join acts_api.situations_of(findings_of.draft) s on s.draft_line_id = l.draft_line_id
		left join lateral career_api.step_rule_of(s.status_code, s.category, l.effect_date) r on d.sets_step
	), found (draft_line_id, line_no, rule_code, detail) as (
		select null::bigint, null::int, 'no_line', '' from d where not exists (select from l)
		union all select null, null, 'corrected_void', a.reference from d join career.acts a on a.act_id = d.corrects_act_id where a.state_code <> 'en_vigueur'
		union all select l.draft_line_id, l.line_no, 'twice', '' from l where l.times > 1
		union all select l.draft_line_id, l.line_no, 'nothing_set', '' from d, l
			where d.correction_code is distinct from 'annule' and cardinality(d.asks) > 0 and not ('end' = any (d.asks) and cardinality(d.asks) = 1)
				and num_nonnulls(l.after_status_code, l.after_corps_id, l.after_structure_id, l.after_position_code, l.after_category,
					l.after_scale, l.after_step, l.after_index) = 0
		union all select l.draft_line_id, l.line_no, 'end_missing', '' from d, l where 'end' = any (d.asks) and l.end_date is null and d.correction_code is distinct from 'annule'
		union all select l.draft_line_id, l.line_no, 'wrong_status', coalesce(st.label, '') from d, l left join career.statuses st on st.status_code = l.status_code
			where d.status_codes is not null and not (l.status_code = any (d.status_codes)) and d.correction_code is null
		union all select l.draft_line_id, l.line_no, 'deceased', to_char(l.deceased_on, 'DD/MM/YYYY') from d, l
			where l.deceased_on < l.effect_date and d.family not in ('retraite', 'certificat')
		union all select l.draft_line_id, l.line_no, 'retired', to_char(l.left_on, 'DD/MM/YYYY') from d, l
			where l.left_on <= l.effect_date and d.family not in ('retraite', 'certificat') and d.correction_code is null
		union all select l.draft_line_id, l.line_no, 'step_skipped', 'de ' || l.step || ' à ' || l.after_step from d, l
			where d.sets_step and not d.may_jump and l.after_step > l.step + 1 and l.after_category = l.category and l.after_scale is not distinct from l.scale
				and d.correction_code is null
		union all select l.draft_line_id, l.line_no, 'step_lowered', 'de ' || l.step || ' à ' || l.after_step from d, l
			where d.sets_step and not d.may_lower and l.after_step < l.step and l.after_category = l.category and l.after_scale is not distinct from l.scale
				and d.correction_code is null
		union all select l.draft_line_id, l.line_no, 'same_step', 'une autre ligne de ce projet le donne' from d, l
			where d.family = 'avancement' and l.same_grade > 1 and l.after_step is not null and l.times = 1
		-- Once in circuit, what people approve says a situation before: it must still be so. While it is written it is read again (refresh_before).
		union all select l.draft_line_id, l.line_no, 'moved', l.moved from d, l where l.moved is not null and d.state_code in ('visa', 'signature', 'scellement')
		union all select l.draft_line_id, l.line_no, 'other_grade', 'de ' || career_api.grade(l.category, l.scale, null) || ' à ' || career_api.grade(l.after_category, l.after_scale, null) from d, l
			where 'step' = any (d.asks) and (l.after_category <> l.category or l.after_scale <> l.scale)
		union all select l.draft_line_id, l.line_no, 'same_step', 'échelon ' || l.step from d, l
			where d.family = 'avancement' and 'step' = any (d.asks) and l.after_step = l.step and l.after_category = l.category
				and l.after_scale is not distinct from l.scale and d.correction_code is null
		union all select l.draft_line_id, l.line_no, 'over_max_step', 'le dernier est le ' || l.max_step || 'e' from d, l where d.sets_step and l.after_step > l.max_step
		union all select l.draft_line_id, l.line_no, 'before_previous', 'le précédent : ' || to_char(l.step_since, 'DD/MM/YYYY') from d, l
			where d.family = 'avancement' and l.effect_date <= l.step_since and d.correction_code is null
		union all select l.draft_line_id, l.line_no, 'before_hire', to_char(l.first_service_date, 'DD/MM/YYYY') from d, l
			where l.effect_date < l.first_service_date and d.family <> 'entree'
		union all select l.draft_line_id, l.line_no, 'interval_short', 'échu le ' || to_char(l.step_since + make_interval(months => l.months), 'DD/MM/YYYY')
				|| ', durée de ' || l.months || ' mois' || case when l.is_demo then ' (valeur de démonstration)' else '' end from d, l
			where 'step' = any (d.asks) and not d.may_jump and l.effect_date < l.step_since + make_interval(months => l.months) and l.effect_date > l.step_since
		union all select l.draft_line_id, l.line_no, 'retires_before', to_char(l.retirement_date, 'DD/MM/YYYY') from d, l
			where l.retirement_date <= l.effect_date and l.left_on is null and d.family not in ('retraite', 'certificat')
		union all select l.draft_line_id, l.line_no, 'not_active', po.label from d, l join career.positions po on po.position_code = l.position_code
			where d.family = 'avancement' and po.counts_as_service is not true
		union all select l.draft_line_id, l.line_no, 'gap_before', l.gaps_count || case l.gaps_count when 1 then ' point à régler' else ' points à régler' end from d, l
			where d.family = 'avancement' and l.gaps_count > 0 and exists (
				select from career_api.gaps_between(l.agent_id, l.first_service_date, l.retirement_date, l.status_code) g
				where g.gap_code in ('missing_step', 'step_lowered', 'same_step_twice') and g.at_date <= l.effect_date)
		union all select l.draft_line_id, l.line_no, 'elsewhere', o.subject from d cross join l
			join acts.draft_lines ol on ol.agent_id = l.agent_id and ol.draft_id <> l.draft_id
			join acts.drafts o on o.draft_id = ol.draft_id and o.state_code in ('projet', 'visa', 'signature', 'scellement')
			join acts.models om on om.model_code = o.model_code and om.kind_code = d.kind_code
		union all select l.draft_line_id, l.line_no, 'author_concerned', '' from d, l where l.person_id = d.author_id
	)
	select f.draft_line_id, f.line_no, f.rule_code, r.severity, r.label, coalesce(f.detail, '')
	from found f join acts.rules r using (rule_code)
	order by f.line_no nulls first, r.severity desc, r.sort;
$$;
comment on function acts_api.findings_of is 'What is wrong or doubtful in a draft, line by line, against the careers as they stand now.';

revoke execute on all functions in schema acts_api from public;
reset role;
