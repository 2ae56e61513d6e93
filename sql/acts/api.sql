-- Acts in the making: what the pages of a drafter ask. Dropped and rebuilt. Every function applies the scope itself: a draft is
-- seen by its author and by who serves the structure that issues it. The circuit stands in api_circuit.sql, the seal in api_seal.sql.
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

-- 4. Making and changing drafts ----------------------------------------------------------------------------------------------

create function acts_api.models_for() returns table (model_code text, name text, form_label text, title text, source text, kind_code text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select m.model_code, m.name, m.form_label, m.title, m.source, m.kind_code from acts.models m
	where m.valid_from <= current_date and (m.valid_to is null or m.valid_to > current_date)
		and exists (select from base.assignments a where a.person_id = acts_api.me() and a.role_code = any (m.draft_roles)
			and a.confirmed_by is not null and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date))
	order by m.sort;
$$;
comment on function acts_api.models_for is 'Models that the asker may draft with.';

create function acts_api.issuers_for() returns table (structure_id bigint, name text, code text, pattern text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select distinct on (s.rank) s.structure_id, s.name, s.code, p.pattern
	from acts.number_patterns p join base.structures s using (structure_id)
	where s.rank <@ (select m.ranks from base.my_spans m) and p.kind_code is null and p.valid_from <= current_date
	order by s.rank, p.valid_from desc;
$$;
comment on function acts_api.issuers_for is 'Structures of the asker that issue acts: they have a number pattern.';

create function acts_api.make_draft(author bigint, model text, structure bigint, subject text) returns bigint
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it bigint;
begin
	insert into acts.drafts (model_code, structure_id, structure_rank, subject, author_id)
	select m.model_code, s.structure_id, s.rank, coalesce(nullif(btrim(make_draft.subject), ''), m.form_label || ' ' || m.title), make_draft.author
	from acts.models m, base.structures s where m.model_code = make_draft.model and s.structure_id = make_draft.structure
	returning draft_id into it;
	if it is null then
		raise exception using errcode = 'GU422', message = 'acts.no_such_model', column = 'modele';
	end if;
	insert into acts.draft_parts (draft_id, part_code, sort, body, copies)
	select it, p.part_code, p.sort, p.body, p.copies from acts.model_parts p where p.model_code = make_draft.model;
	return it;
end $$;
comment on function acts_api.make_draft is 'A draft with the parts of its model; for functions of this and other services that checked who asks.';

create function acts_api.new_draft(model text, structure bigint, subject text) returns table (draft_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it bigint;
begin
	if not exists (select from acts_api.models_for() m where m.model_code = new_draft.model) then
		raise exception using errcode = 'GU422', message = 'acts.no_such_model', column = 'modele';
	elsif not exists (select from acts_api.issuers_for() i where i.structure_id = new_draft.structure) then
		raise exception using errcode = 'GU422', message = 'acts.no_such_issuer', column = 'structure';
	end if;
	it := acts_api.make_draft(acts_api.me(), model, structure, subject);
	perform acts_api.event(it, 'Projet ouvert');
	perform base_api.note('acts.work', 'projet', 'projet ' || it, 'fait', jsonb_build_object('model', model));
	return query select it;
end $$;
comment on function acts_api.new_draft is 'Opens a draft from a model.';

create function acts_api.new_correction(act bigint, correction text) returns table (draft_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	old acts.drafts;
	a   career.acts;
	it  bigint;
	form text;              -- series count for themselves: two acts of a year may bear one number, not one form and number
begin
	select d.* into old from acts.drafts d where d.act_id = new_correction.act and acts_api.sees(d.structure_rank, d.author_id) for update;    -- one correction at a time
	select x.* into a from career.acts x where x.act_id = new_correction.act;
	if old.draft_id is null then
		raise exception using errcode = 'GU404', message = 'acts.unknown';
	elsif a.state_code <> 'en_vigueur' then
		raise exception using errcode = 'GU409', message = 'acts.not_in_force';
	elsif correction not in ('remplace', 'annule') then
		raise exception using errcode = 'GU422', message = 'acts.no_such_correction', column = 'correction';
	elsif not exists (select from acts.models m cross join unnest(m.draft_roles) r (role)
		where m.model_code = old.model_code and acts_api.holds(acts_api.me(), r.role, old.structure_rank)) then
		raise exception using errcode = 'GU403', message = 'acts.not_drafter';
	elsif exists (select from acts.drafts d where d.corrects_act_id = new_correction.act and d.state_code not in ('publie', 'abandonne')) then
		raise exception using errcode = 'GU409', message = 'acts.already_being_corrected';
	end if;
	form := (select m.form_label from acts.models m where m.model_code = old.model_code);
	it := acts_api.make_draft(acts_api.me(), case when correction = 'annule' then 'annulation' else old.model_code end, old.structure_id,
		case when correction = 'annule' then 'Annulation de l’acte n° ' else 'Rectification de l’acte n° ' end || a.reference || ' (' || lower(form) || ')');
	update acts.drafts d set corrects_act_id = new_correction.act, correction_code = new_correction.correction where d.draft_id = it;
	insert into acts.draft_parts (draft_id, part_code, sort, body)
	values (it, 'visa', 45, 'Vu l’acte n° ' || a.reference || ' du ' || to_char(a.signed_on, 'DD/MM/YYYY') || ' (' || lower(form) || ') ;');
	if correction = 'remplace' then
		delete from acts.draft_parts p where p.draft_id = it and p.part_code = 'article';
		insert into acts.draft_parts (draft_id, part_code, sort, body)
		select it, p.part_code, p.sort, p.body from acts.draft_parts p where p.draft_id = old.draft_id and p.part_code = 'article';
		insert into acts.draft_parts (draft_id, part_code, sort, body)
		values (it, 'article', 15, 'Le présent acte remplace l’acte n° ' || a.reference || ' du ' || to_char(a.signed_on, 'DD/MM/YYYY') || ' (' || lower(form) || '), qui cesse de produire effet.');
	end if;
	insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date, end_date, after_status_code, after_corps_id, after_structure_id,
		after_position_code, after_category, after_scale, after_step, after_index, note)
	select it, l.line_no, l.agent_id, l.effect_date, case when correction = 'remplace' then l.end_date end, x.after_status_code, x.after_corps_id,
		x.after_structure_id, x.after_position_code, x.after_category, x.after_scale, x.after_step, x.after_index, x.note
	from acts.draft_lines l
	left join acts.draft_lines x on x.draft_line_id = l.draft_line_id and correction = 'remplace'
	where l.draft_id = old.draft_id;
	perform acts_api.refresh_before(it);
	update acts.drafts d set lines_count = (select count(*) from acts.draft_lines l where l.draft_id = it) where d.draft_id = it;
	perform acts_api.event(it, case when correction = 'annule' then 'Annulation préparée' else 'Rectification préparée' end, 'Acte n° ' || a.reference);
	perform base_api.note('acts.work', 'correction', 'acte ' || act, correction);
	return query select it;
end $$;
comment on function acts_api.new_correction is 'A signed act is never changed: another one replaces or cancels it, with the same agents.';

create function acts_api.set_subject(draft bigint, subject text, version int) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(set_subject.draft);
begin
	if it.version is distinct from set_subject.version then
		raise exception using errcode = 'GU409', message = 'acts.text_changed_since';
	elsif it.subject is distinct from set_subject.subject then
		update acts.drafts d set subject = set_subject.subject where d.draft_id = it.draft_id;
		perform acts_api.changed(it, 'objet modifié');
	end if;
end $$;
comment on function acts_api.set_subject is 'Changes the subject; refused when the page showed another version, so that nobody writes over a colleague unseen.';

-- Parts come as one text a kind: a visa or an article a paragraph, a distribution copy a line "SGG : 2".
create function acts_api.set_parts(draft bigint, visas text, articles text, copies text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it  acts.drafts := acts_api.mine_to_write(set_parts.draft);
	was text := acts_api.content_of(set_parts.draft);
begin
	if coalesce(articles, '') !~ '\S' then
		raise exception using errcode = 'GU422', message = 'acts.no_article', column = 'articles';
	elsif regexp_count(coalesce(visas, ''), E'\n+') > 200 then
		raise exception using errcode = 'GU422', message = 'acts.too_many_parts', column = 'visas';
	elsif regexp_count(articles, E'\n\\s*\n+') > 200 then
		raise exception using errcode = 'GU422', message = 'acts.too_many_parts', column = 'articles';
	elsif regexp_count(coalesce(copies, ''), E'\n+') > 200 then
		raise exception using errcode = 'GU422', message = 'acts.too_many_parts', column = 'ampliations';
	end if;
	delete from acts.draft_parts p where p.draft_id = it.draft_id;
	insert into acts.draft_parts (draft_id, part_code, sort, body)
	select it.draft_id, 'visa', (n * 10)::smallint, btrim(x) from regexp_split_to_table(coalesce(visas, ''), E'\n+') with ordinality t (x, n) where btrim(x) <> ''
	union all
	select it.draft_id, 'article', (n * 10)::smallint, btrim(x, E' \t\n') from regexp_split_to_table(articles, E'\n\\s*\n+') with ordinality t (x, n) where x ~ '\S';
	insert into acts.draft_parts (draft_id, part_code, sort, body, copies)
	select it.draft_id, 'ampliation', (n * 10)::smallint, btrim(regexp_replace(x, '\s*:\s*\d{1,3}\s*$', '')), nullif(substring(x from ':\s*(\d{1,3})\s*$'), '')::smallint
	from regexp_split_to_table(coalesce(copies, ''), E'\n+') with ordinality t (x, n)
	where btrim(regexp_replace(x, '\s*:\s*\d{1,3}\s*$', '')) <> '';
	if acts_api.content_of(set_parts.draft) is distinct from was then
		perform acts_api.changed(it, 'texte modifié');
	end if;
end $$;
comment on function acts_api.set_parts is 'Changes the visas, articles and distribution of a draft.';

create function acts_api.read_date(text) returns date
	language sql stable parallel safe
	return case when $1 ~ '^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
		and substr($1, 9, 2)::int <= extract(day from make_date(substr($1, 1, 4)::int, substr($1, 6, 2)::int, 1) + interval '1 month - 1 day') then $1::date end;
comment on function acts_api.read_date is 'A date written as 2026-03-03, or null: never an error.';
create function acts_api.read_int(text) returns bigint
	language sql immutable parallel safe
	return case when $1 ~ '^\d{1,18}$' then $1::bigint end;
comment on function acts_api.read_int is 'A whole number in digits, or null: never an error.';

-- Words for a structure, a corps, a status or a position, each looked up once however long the list; a name that two share is no name.
create function acts_api.add_lines(draft bigint, rows jsonb) returns table (added int, refused int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    acts.drafts := acts_api.mine_to_write(add_lines.draft);
	asks_ text[] := (select m.asks from acts.models m where m.model_code = it.model_code);
	fills boolean := 'step' = any (asks_) and it.correction_code is distinct from 'annule';      -- a step left open is the next one
	reach int4multirange := (select s.ranks from base.my_spans s);
	base_ int := coalesce((select max(l.line_no) from acts.draft_lines l where l.draft_id = add_lines.draft), 0);
begin
	if jsonb_typeof(rows) is distinct from 'array' then
		raise exception using errcode = 'GU422', message = 'acts.row_unreadable', column = 'liste';
	elsif jsonb_array_length(rows) > 20000 or base_ + jsonb_array_length(rows) > 20000 then
		raise exception using errcode = 'GU422', message = 'acts.too_many_lines', column = 'liste';
	end if;
	delete from acts.draft_rejects r where r.draft_id = it.draft_id;
	return query
	with raw as materialized (
		-- What a model does not ask, a row does not set: a list often repeats what is known of a person. Numbers and dates are read, never cast blindly.
		select r.place::int as n, r.row ->> 'm' as m, r.row ->> 'said' as said, coalesce(r.row ->> 'fault', case when jsonb_typeof(r.row) <> 'object' then 'acts.row_unreadable' end) as fault,
			acts_api.read_date(r.row ->> 'e') as e, nullif(r.row ->> 'e', '') is not null as e_said, acts_api.read_date(r.row ->> 'x') as x, nullif(r.row ->> 'x', '') is not null as x_said,
			case when 'status' = any (asks_) then nullif(r.row ->> 'st', '') end as st, case when 'corps' = any (asks_) then nullif(r.row ->> 'co', '') end as co,
			case when 'corps' = any (asks_) then acts_api.read_int(r.row ->> 'ci') end as ci, case when 'structure' = any (asks_) then nullif(r.row ->> 'stru', '') end as stru,
			case when 'position' = any (asks_) then nullif(r.row ->> 'pos', '') end as pos, case when asks_ && '{grade,step}' then nullif(r.row ->> 'cat', '') end as cat,
			case when asks_ && '{grade,step}' then acts_api.read_int(r.row ->> 'sc') end as sc, case when asks_ && '{grade,step}' then acts_api.read_int(r.row ->> 'stp') end as stp,
			case when asks_ && '{grade,step,index}' then acts_api.read_int(r.row ->> 'idx') end as idx, left(nullif(r.row ->> 'note', ''), 300) as note
		from jsonb_array_elements(rows) with ordinality r (row, place)
	), st as (
		select w.st as word, min(s.status_code) as code from (select distinct raw.st from raw where raw.st is not null) w
		join career.statuses s on s.status_code = upper(w.st) or base.fold(s.label) = base.fold(w.st) group by w.st
	), po as (
		select w.pos as word, min(p.position_code) as code from (select distinct raw.pos from raw where raw.pos is not null) w
		join career.positions p on p.position_code = w.pos or base.fold(p.label) = base.fold(w.pos) group by w.pos
	), co as (
		select w.co as word, coalesce(min(c.corps_id) filter (where c.code = upper(w.co)), min(c.corps_id)) as id from (select distinct raw.co from raw where raw.co is not null) w
		join career.corps c on c.code = upper(w.co) or base.fold(c.name) = base.fold(w.co) group by w.co
	), stru as (
		select w.stru as word, coalesce(min(s.structure_id) filter (where s.code = upper(w.stru)), case when count(*) = 1 then min(s.structure_id) end) as id
		from (select distinct raw.stru from raw where raw.stru is not null) w
		join base.structures s on s.code = upper(w.stru) or base.fold(s.name) = base.fold(w.stru) group by w.stru
	), judged as (
		select r.*, a.agent_id, st.code as status_code, coalesce(ci.corps_id, co.id) as corps_id, stru.id as structure_id, po.code as position_code, coalesce(r.fault,
			case when r.m is null then 'acts.matricule_missing'
				when a.agent_id is null then 'acts.matricule_unknown'
				when not coalesce(a.structure_rank <@ reach, false) then 'acts.out_of_reach'
				when (r.e_said and r.e is null) or (r.x_said and r.x is null) then 'acts.date_unreadable'
				when r.e is null then 'acts.effect_missing'
				when r.e < '1960-01-01' or r.e > current_date + interval '5 years' then 'acts.effect_far'
				when r.x < r.e then 'acts.end_before_effect'
				when r.st is not null and st.code is null then 'acts.status_unknown'
				when (r.co is not null and co.id is null) or (r.ci is not null and ci.corps_id is null) then 'acts.corps_unknown'
				when r.stru is not null and stru.id is null then case when stru.word is null then 'acts.structure_unknown' else 'acts.structure_ambiguous' end
				when r.pos is not null and po.code is null then 'acts.position_unknown'
				when (r.cat is not null and cat.category is null) or r.sc not between 1 and 3 or r.stp not between 1 and 30 or r.idx not between 1 and 9999 then 'acts.category_unknown'
				when exists (select from acts.draft_lines l where l.draft_id = it.draft_id and l.agent_id = a.agent_id and l.effect_date = r.e)
					or row_number() over (partition by a.agent_id, r.e order by r.fault nulls first, r.n) > 1
					then 'acts.already_there' end) as why
		from raw r
		left join career.agents a on a.matricule = upper(btrim(r.m))
		left join st on st.word = r.st left join co on co.word = r.co left join stru on stru.word = r.stru left join po on po.word = r.pos
		left join career.corps ci on ci.corps_id = r.ci left join career.categories cat on cat.category = r.cat
	), good as materialized (
		select j.*, base_ + (row_number() over (order by j.n))::int as line_no from judged j where j.why is null
	), before as materialized (
		select s.* from (select array_agg(g.line_no::bigint) as lines, array_agg(g.agent_id) as agents, array_agg(g.e) as days from good g) g,
			acts_api.situations_at(g.lines, g.agents, g.days, it.corrects_act_id) s
	), kept as (
		insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date, end_date, before_status_code, after_status_code, before_corps_id, after_corps_id,
			before_structure_id, after_structure_id, before_position_code, after_position_code, before_category, after_category, before_scale, after_scale, before_step,
			after_step, before_index, after_index, note)
		select it.draft_id, j.line_no, j.agent_id, j.e, j.x, b.status_code, j.status_code, b.corps_id, j.corps_id, b.structure_id, j.structure_id, b.position_code, j.position_code,
			b.category, case when fills then coalesce(j.cat, b.category) else j.cat end, b.scale, case when fills then coalesce(j.sc, b.scale) else j.sc end, b.step,
			case when fills then coalesce(j.stp, case when b.step < 30 then b.step + 1 end) else j.stp end, b.pay_index, j.idx::int, j.note
		from good j left join before b on b.draft_line_id = j.line_no
		order by j.line_no
		returning 1
	), refused_ as (
		insert into acts.draft_rejects (draft_id, row_no, said, why)
		select it.draft_id, (row_number() over (order by j.n))::int, left(coalesce(j.said, j.m, 'rang ' || j.n), 200), j.why from judged j where j.why is not null
		returning 1
	)
	select (select count(*)::int from kept), (select count(*)::int from refused_);
	perform acts_api.changed(it, 'agents ajoutés');
end $$;
comment on function acts_api.add_lines is 'Adds the agents of a list; what cannot become a line is kept beside, with its reason.';

create function acts_api.set_line(draft bigint, line bigint, effect_date date, end_date date, category text, scale int, step int, pay_index int,
	corps bigint, structure text, status text, position_ text, note text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    acts.drafts := acts_api.mine_to_write(set_line.draft);
	named int;
	place bigint;
begin
	-- A code is one structure; a name may be that of several.
	select count(*), coalesce(min(s.structure_id) filter (where s.code = upper(btrim(set_line.structure))), case when count(*) = 1 then min(s.structure_id) end) into named, place
	from base.structures s where s.code = upper(btrim(set_line.structure)) or base.fold(s.name) = base.fold(btrim(set_line.structure));
	if btrim(coalesce(set_line.structure, '')) <> '' and place is null then
		raise exception using errcode = 'GU422', message = case named when 0 then 'acts.structure_unknown' else 'acts.structure_ambiguous' end, column = 'structure';
	elsif set_line.category is not null and not exists (select from career.categories c where c.category = set_line.category) then
		raise exception using errcode = 'GU422', message = 'acts.category_unknown', column = 'categorie';
	elsif set_line.corps is not null and not exists (select from career.corps c where c.corps_id = set_line.corps) then
		raise exception using errcode = 'GU422', message = 'acts.corps_unknown', column = 'corps';
	elsif set_line.status is not null and not exists (select from career.statuses s where s.status_code = set_line.status) then
		raise exception using errcode = 'GU422', message = 'acts.status_unknown', column = 'statut';
	elsif set_line.position_ is not null and not exists (select from career.positions p where p.position_code = set_line.position_) then
		raise exception using errcode = 'GU422', message = 'acts.position_unknown', column = 'position';
	elsif set_line.effect_date < '1960-01-01' or set_line.effect_date > current_date + interval '5 years' then
		raise exception using errcode = 'GU422', message = 'acts.effect_far', column = 'effet';
	end if;
	if set_line.end_date < set_line.effect_date then
		raise exception using errcode = 'GU422', message = 'acts.end_before_effect', column = 'fin';
	elsif exists (select from acts.draft_lines l join acts.draft_lines o on o.draft_id = l.draft_id and o.agent_id = l.agent_id and o.draft_line_id <> l.draft_line_id
		where l.draft_line_id = set_line.line and o.effect_date = set_line.effect_date) then
		raise exception using errcode = 'GU422', message = 'acts.already_there', column = 'effet';
	end if;
	update acts.draft_lines l set effect_date = set_line.effect_date, end_date = set_line.end_date, after_category = set_line.category, after_scale = set_line.scale,
		after_step = set_line.step, after_index = set_line.pay_index, after_corps_id = set_line.corps, after_structure_id = place,
		after_status_code = set_line.status, after_position_code = set_line.position_, note = nullif(btrim(set_line.note), '')
	where l.draft_line_id = set_line.line and l.draft_id = it.draft_id;
	if not found then
		raise exception using errcode = 'GU404', message = 'acts.unknown';
	end if;
	perform acts_api.refresh_before(it.draft_id);
	perform acts_api.changed(it, 'ligne modifiée');
end $$;
comment on function acts_api.set_line is 'Changes one line.';

create function acts_api.drop_line(draft bigint, line bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(drop_line.draft);
	no int;
begin
	delete from acts.draft_lines l where l.draft_line_id = drop_line.line and l.draft_id = it.draft_id returning l.line_no into no;
	if not found then
		raise exception using errcode = 'GU404', message = 'acts.unknown';
	end if;
	update acts.draft_lines l set line_no = -l.line_no + 1000000 where l.draft_id = it.draft_id and l.line_no > no;
	update acts.draft_lines l set line_no = 1000000 - l.line_no - 1 where l.draft_id = it.draft_id and l.line_no > 900000;
	perform acts_api.changed(it, 'ligne retirée');
end $$;
comment on function acts_api.drop_line is 'Takes one agent out of a draft; the lines after him move up.';

create function acts_api.drop_refused(draft bigint) returns table (dropped int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(drop_refused.draft);
	n  int;
begin
	delete from acts.draft_lines l where l.draft_id = it.draft_id
		and l.draft_line_id in (select f.draft_line_id from acts_api.findings_of(it.draft_id) f where f.severity = 'refus');
	get diagnostics n = row_count;
	update acts.draft_lines l set line_no = 1000000 - l.line_no where l.draft_id = it.draft_id;
	update acts.draft_lines l set line_no = o.n from (select x.draft_line_id, (row_number() over (order by x.line_no desc))::int as n
		from acts.draft_lines x where x.draft_id = it.draft_id) o where o.draft_line_id = l.draft_line_id;
	perform acts_api.changed(it, n || ' lignes refusées retirées');
	return query select n;
end $$;
comment on function acts_api.drop_refused is 'Takes out every line that a rule refuses.';

create function acts_api.dismiss_rejects(draft bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(dismiss_rejects.draft);
begin
	delete from acts.draft_rejects r where r.draft_id = it.draft_id;
end $$;
comment on function acts_api.dismiss_rejects is 'Forgets the rows of a list that did not become lines.';

create function acts_api.abandon(draft bigint, why text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(abandon.draft);
begin
	perform acts_api.void_approvals(it.draft_id, 'projet abandonné');
	update acts.drafts d set state_code = 'abandonne', changed_at = now(), refusal = nullif(btrim(abandon.why), '') where d.draft_id = it.draft_id;
	perform acts_api.event(it.draft_id, 'Projet abandonné', coalesce(abandon.why, ''));
	perform base_api.note('acts.work', 'abandon', 'projet ' || it.draft_id, 'fait');
end $$;
comment on function acts_api.abandon is 'Gives a draft up; it stays readable, with its reason.';

-- 5. Reading -----------------------------------------------------------------------------------------------------------------

create function acts_api.baskets() returns table (basket text, count_ int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select d.state_code, count(*)::int from acts.drafts d
	where (d.structure_rank <@ (select s.ranks from base.my_spans s) or d.author_id = acts_api.me()) and d.state_code <> 'abandonne'
	group by d.state_code;
$$;
comment on function acts_api.baskets is 'How many acts of my structures stand in each state.';

create function acts_api.acts_of_mine(state text, words text, size int, skip int) returns table (draft_id bigint, subject text, model_name text, state_code text,
	state_label text, structure_code text, structure_name text, lines_count int, author_name text, changed_at timestamptz, reference text, signed_on date,
	act_state_label text, is_mine boolean, total int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with found as (
		select d.* from acts.drafts d
		where (d.structure_rank <@ (select s.ranks from base.my_spans s) or d.author_id = acts_api.me())
			and case when nullif(acts_of_mine.state, '') is null then d.state_code <> 'abandonne' else d.state_code = acts_of_mine.state end
			and (nullif(btrim(acts_of_mine.words), '') is null or position(base.fold(btrim(acts_of_mine.words)) in base.fold(d.subject || ' ' || coalesce(d.reference, ''))) > 0
				or exists (select from acts.draft_lines l join career.agents a using (agent_id) where l.draft_id = d.draft_id and a.matricule = upper(btrim(acts_of_mine.words))))
	), page as (
		select f.*, (count(*) over ())::int as total from found f order by f.changed_at desc, f.draft_id desc limit acts_of_mine.size offset acts_of_mine.skip
	)
	select f.draft_id, f.subject, m.name, f.state_code, st.label, s.code, s.name, f.lines_count, acts_api.name_of(f.author_id), f.changed_at, f.reference,
		a.signed_on, case when a.state_code <> 'en_vigueur' then es.label end, f.author_id = acts_api.me(), f.total
	from page f join acts.models m using (model_code) join acts.states st using (state_code) join base.structures s using (structure_id)
	left join career.acts a on a.act_id = f.act_id left join career.act_states es on es.state_code = a.state_code
	order by f.changed_at desc, f.draft_id desc;
$$;
comment on function acts_api.acts_of_mine is 'Acts in the making and signed ones, of the structures that the asker serves.';

create function acts_api.one(draft bigint) returns table (draft_id bigint, subject text, model_code text, model_name text, form_label text, title text, state_code text,
	state_label text, structure_id bigint, structure_name text, structure_code text, version int, lines_count int, content_hash text, author_name text, is_mine boolean, may_write boolean,
	may_correct boolean, refusal text, corrects_act_id bigint, corrects_reference text, correction_code text, group_id bigint, made_at timestamptz, changed_at timestamptz,
	reference text, signatory text, sealed_at timestamptz, act_id bigint, act_state_code text, act_state_label text, replaced_by text, document_code text, is_demo boolean,
	source text, asks text, has_lines boolean, rejects_count int, file_size int, job_failed boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.seen(one.draft);
	open_ boolean := it.state_code in ('projet', 'visa', 'signature');
begin
	return query
	select it.draft_id, it.subject, it.model_code, m.name, m.form_label, m.title, it.state_code, st.label, it.structure_id, s.name, s.code, it.version, it.lines_count,
		encode(it.content_hash, 'hex'), acts_api.name_of(it.author_id), it.author_id = acts_api.me(),
		open_ and (it.author_id = acts_api.me() or exists (select from unnest(m.draft_roles) r (role) where acts_api.holds(acts_api.me(), r.role, it.structure_rank))),
		a.state_code = 'en_vigueur' and exists (select from unnest(m.draft_roles) r (role) where acts_api.holds(acts_api.me(), r.role, it.structure_rank))
			and not exists (select from acts.drafts x where x.corrects_act_id = it.act_id and x.state_code not in ('publie', 'abandonne')),
		it.refusal, it.corrects_act_id, (select lower(y.form_label) || ' n° ' || x.reference from acts.drafts x join acts.models y using (model_code) where x.act_id = it.corrects_act_id), it.correction_code, it.group_id, it.made_at, it.changed_at, it.reference, it.signatory, it.sealed_at, it.act_id,
		a.state_code, case when a.state_code <> 'en_vigueur' then es.label end, (select lower(y.form_label) || ' n° ' || x.reference from acts.drafts x join acts.models y using (model_code) where x.corrects_act_id = it.act_id and x.state_code = 'publie' limit 1),
		regexp_replace(d.code, '^(.{4})(.{4})', '\1 \2 '), m.is_demo, m.source, array_to_string(m.asks, ' '), it.lines_count > 0,
		(select count(*)::int from acts.draft_rejects r where r.draft_id = it.draft_id), d.file_size,
		it.state_code = 'scellement' and coalesce((select j.state_code in ('echec', 'annule') from base.jobs j where j.job_id = it.job_id), false)
	from acts.models m
	join acts.states st on st.state_code = it.state_code
	join base.structures s on s.structure_id = it.structure_id
	left join career.acts a on a.act_id = it.act_id
	left join career.act_states es on es.state_code = a.state_code
	left join acts.documents d on d.act_id = it.act_id and d.type_code = 'acte'
	where m.model_code = it.model_code;
end $$;
comment on function acts_api.one is 'One act in the making or signed, with what the asker may do of it.';

create function acts_api.parts_of(draft bigint) returns table (part_code text, sort int, body text, copies int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.part_code, p.sort::int, p.body, p.copies::int from acts.draft_parts p
	where p.draft_id = (select (acts_api.seen(parts_of.draft)).draft_id)
	order by case p.part_code when 'visa' then 1 when 'article' then 2 else 3 end, p.sort;
$$;
comment on function acts_api.parts_of is 'Visas, articles, distribution.';

create function acts_api.line_rows(draft bigint, line bigint default null) returns table (draft_line_id bigint, line_no int, agent_id bigint, matricule text, name text, effect_date date, end_date date,
	before_grade text, after_grade text, before_corps text, after_corps text, before_structure text, after_structure text, before_position text, after_position text,
	before_status text, after_status text, before_index int, after_index int, note text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.draft_line_id, l.line_no, l.agent_id, a.matricule, btrim(p.family_name || ' ' || p.given_names), l.effect_date, l.end_date,
		career_api.grade(l.before_category, l.before_scale, l.before_step), career_api.grade(l.after_category, l.after_scale, l.after_step),
		bc.name, ac.name, bs.name, asu.name, bp.label, ap.label, bt.label, at_.label, l.before_index, l.after_index, l.note
	from acts.draft_lines l
	join career.agents a on a.agent_id = l.agent_id
	join base.persons p on p.person_id = a.person_id
	left join career.corps bc on bc.corps_id = l.before_corps_id
	left join career.corps ac on ac.corps_id = l.after_corps_id
	left join base.structures bs on bs.structure_id = l.before_structure_id
	left join base.structures asu on asu.structure_id = l.after_structure_id
	left join career.positions bp on bp.position_code = l.before_position_code
	left join career.positions ap on ap.position_code = l.after_position_code
	left join career.statuses bt on bt.status_code = l.before_status_code
	left join career.statuses at_ on at_.status_code = l.after_status_code
	where l.draft_id = line_rows.draft and (line_rows.line is null or l.draft_line_id = line_rows.line);
$$;
comment on function acts_api.line_rows is 'Lines of a draft with their labels; for functions that checked who asks.';

-- The rules are applied once a page: what they say of the whole comes with each row, and with one row without a line where there is none to show.
create function acts_api.lines_of(draft bigint, only_found boolean, size int, skip int) returns table (draft_line_id bigint, line_no int, matricule text, name text, effect_date date,
	end_date date, before_grade text, after_grade text, before_corps text, after_corps text, before_structure text, after_structure text, before_position text, after_position text,
	before_status text, after_status text, before_index int, after_index int, note text, is_refused boolean, is_flagged boolean, findings text, total int, refused_count int, flagged_count int,
	act_findings text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.seen(lines_of.draft);
begin
	return query
	with said as materialized (
		select f.draft_line_id, f.severity, f.rule_code, rtrim(f.label, '.') || case when f.detail <> '' then ' : ' || f.detail else '' end || '.' as words
		from acts_api.findings_of(it.draft_id) f where it.state_code in ('projet', 'visa', 'signature')
	), f as materialized (
		select s.draft_line_id, bool_or(s.severity = 'refus') as bad, bool_or(s.severity = 'alerte') as odd, string_agg(s.words, E'\n') as words
		from said s where s.draft_line_id is not null group by s.draft_line_id
	), whole as (
		select (count(*) filter (where f.bad))::int as bad, (count(*) filter (where f.odd))::int as odd,
			(select string_agg(s.words, E'\n') from said s where s.draft_line_id is null and s.rule_code <> 'no_line') as words from f
	), kept as (
		select l.draft_line_id, (count(*) over ())::int as total from acts.draft_lines l
		where l.draft_id = it.draft_id and (not coalesce(only_found, false) or l.draft_line_id in (select f.draft_line_id from f))
		order by l.line_no limit size offset skip
	)
	select r.draft_line_id, r.line_no, r.matricule, r.name, r.effect_date, r.end_date, r.before_grade, r.after_grade, r.before_corps, r.after_corps, r.before_structure,
		r.after_structure, r.before_position, r.after_position, r.before_status, r.after_status, r.before_index, r.after_index, r.note,
		coalesce(f.bad, false), coalesce(f.odd, false), f.words, coalesce(k.total, 0), w.bad, w.odd, w.words
	from whole w left join (kept k cross join lateral acts_api.line_rows(it.draft_id, k.draft_line_id) r) on true left join f on f.draft_line_id = k.draft_line_id
	order by r.line_no;
end $$;
comment on function acts_api.lines_of is 'The agents of an act, each with what the rules say.';

create function acts_api.line_one(draft bigint, line bigint) returns table (draft_line_id bigint, line_no int, matricule text, name text, effect_date date, end_date date,
	before_grade text, after_category text, after_scale int, after_step int, after_index int, after_corps_id bigint, after_structure_id bigint, after_structure_code text, after_status_code text,
	after_position_code text, note text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.draft_line_id, l.line_no, a.matricule, btrim(p.family_name || ' ' || p.given_names), l.effect_date, l.end_date,
		career_api.grade(l.before_category, l.before_scale, l.before_step), l.after_category, l.after_scale::int, l.after_step::int, l.after_index, l.after_corps_id,
		l.after_structure_id, s.code, l.after_status_code, l.after_position_code, l.note
	from acts.draft_lines l join career.agents a using (agent_id) join base.persons p using (person_id) left join base.structures s on s.structure_id = l.after_structure_id
	where l.draft_line_id = line_one.line and l.draft_id = (select (acts_api.seen(line_one.draft)).draft_id);
$$;
comment on function acts_api.line_one is 'One line as its form shows it.';

create function acts_api.rejects_of(draft bigint) returns table (row_no int, said text, why text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.row_no, r.said, r.why from acts.draft_rejects r where r.draft_id = (select (acts_api.seen(rejects_of.draft)).draft_id) order by r.row_no limit 200;
$$;
comment on function acts_api.rejects_of is 'Rows of the last list that did not become lines.';

create function acts_api.thread_of(draft bigint) returns table (at timestamptz, what text, note text, person_name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select e.at, e.what, nullif(e.note, ''), acts_api.name_of(e.person_id) from acts.events e
	where e.draft_id = (select (acts_api.seen(thread_of.draft)).draft_id) order by e.event_id;
$$;
comment on function acts_api.thread_of is 'What happened to an act, oldest first.';

create function acts_api.find_agents(words text) returns table (matricule text, name text, grade text, structure_name text, status_code text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if length(btrim(coalesce(words, ''))) < 2 then
		return;
	end if;
	return query execute 'select a.matricule, btrim(p.family_name || '' '' || p.given_names), career_api.grade(a.category, a.scale, a.step), s.name, a.status_code
		from (select a.* from career.agents a where ' || career_api.search_where(words, null, null, null, null, null, false) || ' order by a.search_text limit 20) a
		join base.persons p using (person_id) left join base.structures s using (structure_id) order by a.search_text';
end $$;
comment on function acts_api.find_agents is 'Agents of my structures by name or matricule, to put into an act.';

create function acts_api.corps_choices() returns table (corps_id bigint, name text, category text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select c.corps_id, c.name, c.category from career.corps c order by c.name $$;
comment on function acts_api.corps_choices is 'Corps, by name.';
create function acts_api.status_choices() returns table (code text, name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select s.status_code, s.label from career.statuses s order by s.label $$;
comment on function acts_api.status_choices is 'Statuses, by name.';
create function acts_api.position_choices() returns table (code text, name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select p.position_code, p.label from career.positions p order by p.label $$;
comment on function acts_api.position_choices is 'Positions, by name.';

revoke execute on all functions in schema acts_api from public;
reset role;
