-- The pages of campaigns (web_advancement): small reads under row security; lists of names look past it and check the scope themselves.
set role guichet_owner;

-- 1. Campaigns -------------------------------------------------------------------------------------------------------------

create function advancement_api.sums(campaign bigint) returns table (due bigint, late bigint, excluded bigint, doubtful bigint, by_hand bigint,
	drafted bigint, arretes bigint, avenants bigint)
	language sql stable
	begin atomic
		select count(*) filter (where s.reason_code is null), count(*) filter (where s.reason_code is null and s.is_late),
			count(*) filter (where s.reason_code is not null),
			count(*) filter (where s.reason_code is not null and s.verb_code is null and not s.is_hard),
			count(*) filter (where s.verb_code is not null), count(s.draft_id),
			count(*) filter (where s.reason_code is null and f.label = 'arrêté'), count(*) filter (where s.reason_code is null and f.label = 'avenant')
		from advancement_api.line_states s left join advancement.families f on f.status_code = s.status_code
		where s.campaign_id = sums.campaign;
	end;
comment on function advancement_api.sums is 'The numbers of a campaign, counted on its rows.';

create view advancement_api.campaign_rows with (security_invoker) as
	select c.campaign_id, advancement_api.quarter_label(c.quarter_start) as quarter, c.quarter_start,
		advancement_api.quarter_end(c.quarter_start) as quarter_end, coalesce(st.name, 'Toutes mes structures') as scope_name,
		iss.name as issuer_name, c.grouping_code, c.state_code, s.label as state_label, s.is_open, c.looked_at::bigint as looked_at,
		c.made_at, c.computed_at, c.prepared_at, c.submitted_at, coalesce(j.done, 0)::int as job_done, coalesce(j.total, 100)::int as job_total,
		c.state_code in ('calcul', 'preparation') and j.state_code in ('attente', 'cours') as is_running,
		c.state_code in ('calcul', 'preparation') and coalesce(j.state_code, 'echec') in ('echec', 'annule') as is_failed,
		c.state_code = 'prepare' and j.kind = 'advancement.submit' and j.state_code in ('attente', 'cours') as is_submitting,
		c.state_code = 'prepare' and j.kind = 'advancement.submit' and j.state_code = 'echec' as is_submit_failed,
		j.error as job_error
	from advancement.campaigns c
	join advancement.states s on s.state_code = c.state_code
	join base.structures iss on iss.structure_id = c.issuer_id
	left join base.structures st on st.structure_id = c.structure_id
	left join base.jobs j on j.job_id = c.job_id;

create function advancement_api.campaigns(size int, skip int) returns table (campaign_id bigint, quarter text, scope_name text,
	state_code text, state_label text, made_at timestamptz, due bigint, late bigint, excluded bigint, is_failed boolean)
	language sql stable
	begin atomic
		select c.campaign_id, c.quarter, c.scope_name, c.state_code, c.state_label, c.made_at, n.due, n.late, n.excluded, c.is_failed
		from (select r.* from advancement_api.campaign_rows r order by r.made_at desc, r.campaign_id desc limit campaigns.size offset campaigns.skip) c
		cross join lateral advancement_api.sums(c.campaign_id) n
		order by c.made_at desc, c.campaign_id desc;
	end;
comment on function advancement_api.campaigns is 'Campaigns whose every structure I reach, newest first.';

create function advancement_api.campaign(campaign bigint) returns table (campaign_id bigint, quarter text, quarter_start date,
	quarter_end date, scope_name text, issuer_name text, grouping_code text, state_code text, state_label text, looked_at bigint,
	made_at timestamptz, computed_at timestamptz, prepared_at timestamptz, submitted_at timestamptz, job_done int, job_total int,
	is_running boolean, is_failed boolean, is_submitting boolean, is_submit_failed boolean, job_error text, due bigint, late bigint,
	excluded bigint, doubtful bigint, by_hand bigint, drafted bigint, arretes bigint, avenants bigint, can_decide boolean, can_prepare boolean,
	can_submit boolean, can_drop boolean, is_done boolean,
	some_late boolean, some_doubtful boolean, some_by_hand boolean, some_excluded boolean)
	language sql stable
	begin atomic
		select c.campaign_id, c.quarter, c.quarter_start, c.quarter_end, c.scope_name, c.issuer_name, c.grouping_code, c.state_code,
			c.state_label, c.looked_at, c.made_at, c.computed_at, c.prepared_at, c.submitted_at, c.job_done, c.job_total, c.is_running,
			c.is_failed, c.is_submitting, c.is_submit_failed, c.job_error, n.due, n.late, n.excluded, n.doubtful, n.by_hand, n.drafted,
			n.arretes, n.avenants, c.state_code = 'pret', (c.state_code = 'pret' and n.due > 0) or (c.state_code = 'preparation' and c.is_failed),
			c.state_code = 'prepare' and not coalesce(c.is_submitting, false),
			c.state_code = 'pret' or (c.state_code = 'calcul' and c.is_failed), c.state_code in ('prepare', 'circuit'), n.late > 0,
			n.doubtful > 0, n.by_hand > 0, n.excluded > 0
		from advancement_api.campaign_rows c cross join lateral advancement_api.sums(c.campaign_id) n
		where c.campaign_id = campaign.campaign;
	end;
comment on function advancement_api.campaign is 'One campaign with its numbers, and what may be done with it.';

create function advancement_api.reasons(campaign bigint) returns table (reason_code text, label text, words text, is_hard boolean, total bigint)
	language sql stable
	begin atomic
		select r.reason_code, r.label, r.words, r.is_hard, n.total
		from (select s.reason_code, count(*) as total from advancement_api.line_states s where s.campaign_id = reasons.campaign
			and s.reason_code is not null group by s.reason_code) n
		join advancement.reasons r on r.reason_code = n.reason_code
		order by r.is_hard, n.total desc, r.sort;
	end;
comment on function advancement_api.reasons is 'Why agents are left aside, with how many; doubts first.';

create function advancement_api.quarters(chosen text) returns table (code text, label text, note text, is_on boolean)
	language sql stable
	begin atomic
		select extract(year from q.day) || '-' || extract(quarter from q.day), advancement_api.quarter_label(q.day::date),
			case n.n when 0 then 'en cours' when 1 then 'prochain' else '' end,
			coalesce(quarters.chosen = extract(year from q.day) || '-' || extract(quarter from q.day), n.n = 1)
		from generate_series(-3, 2) n (n)
		cross join lateral (select date_trunc('quarter', current_date::timestamp) + make_interval(months => 3 * n.n) as day) q
		order by n.n desc;
	end;
comment on function advancement_api.quarters is 'Quarters for which a campaign may be opened: the three before, this one, the two to come.';

create function advancement_api.structures() returns table (structure_id bigint, label text)
	language sql stable
	begin atomic
		with recursive tree as (
			select s.structure_id, s.rank, s.name, 0 as depth from base.structures s
			where s.rank <@ (select m.ranks from base.my_spans m) and s.closed_on is null
				and not exists (select from base.structures p where p.structure_id = s.parent_id and p.rank <@ (select m.ranks from base.my_spans m))
			union all
			select s.structure_id, s.rank, s.name, t.depth + 1
			from tree t join base.structures s on s.parent_id = t.structure_id
			where s.closed_on is null and s.rank <@ (select m.ranks from base.my_spans m)
		)
		select t.structure_id, repeat(U&'\2003', t.depth) || t.name from tree t order by t.rank;
	end;
comment on function advancement_api.structures is 'Structures in my reach, indented as in the tree.';

-- 2. Writes ----------------------------------------------------------------------------------------------------------------

create function advancement_api.mine(campaign bigint) returns advancement.campaigns
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c advancement.campaigns;
begin
	select x.* into c from advancement.campaigns x
	where x.campaign_id = campaign and x.reach <@ (select m.ranks from base.my_spans m);
	if not found then                                              -- unknown or out of reach: the same answer
		raise exception using errcode = 'GU404', message = 'advancement.missing';
	end if;
	return c;
end $$;
comment on function advancement_api.mine is 'A campaign that the asker reaches wholly.';

create function advancement_api.open(quarter text, structure bigint, grouping_code text) returns table (campaign_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me     bigint := (select m.person_id from base.me m);
	reach  int4multirange := (select m.ranks from base.my_spans m);
	first  date;
	issuer bigint;
	made   bigint;
begin
	if quarter !~ '^[0-9]{4}-[1-4]$' then
		raise exception using errcode = 'GU422', message = 'field.not_a_choice', column = 'trimestre';
	end if;
	first := make_date(left(quarter, 4)::int, 3 * right(quarter, 1)::int - 2, 1);
	if first > date_trunc('quarter', current_date::timestamp) + interval '6 months' then
		raise exception using errcode = 'GU422', message = 'advancement.too_far', column = 'trimestre';
	elsif first < date_trunc('quarter', current_date::timestamp) - interval '9 months' then
		raise exception using errcode = 'GU422', message = 'advancement.too_old', column = 'trimestre';
	end if;
	if structure is not null then
		select int4multirange(int4range(s.rank, s.last_rank, '[]')) into reach from base.structures s
		where s.structure_id = structure and int4range(s.rank, s.last_rank, '[]') <@ reach;
		if not found then
			raise exception using errcode = 'GU422', message = 'advancement.out_of_reach', column = 'structure';
		end if;
	end if;
	if reach is null or isempty(reach) then
		raise exception using errcode = 'GU403', message = 'problem.forbidden';
	end if;
	select s.structure_id into issuer from base.structures s
	where s.rank <@ (select m.ranks from base.my_spans m) and s.code = (select p.value #>> '{}' from base.parameters p
		where p.name = 'advancement.issuer' and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
		order by p.valid_from desc limit 1);
	issuer := coalesce(issuer, (career_api.viewer_role('advancement.run', null)).structure_id,
		(select s.structure_id from base.structures s where s.rank = lower(reach)));
	begin
		insert into advancement.campaigns as c (quarter_start, person_id, structure_id, reach, issuer_id, grouping_code)
		values (first, me, structure, reach, issuer, open.grouping_code) returning c.campaign_id into made;
	exception when unique_violation then
		raise exception using errcode = 'GU422', message = 'advancement.twice', column = 'trimestre';
	end;
	update advancement.campaigns c set job_id = job_api.put('advancement.compute', me, jsonb_build_object('campaign', made)) where c.campaign_id = made;
	perform base_api.note('advancement.run', 'open', 'campaign', 'fait', jsonb_build_object('campagne', made, 'trimestre', quarter, 'structure', structure));
	return query select made;
end $$;
comment on function advancement_api.open is 'Opens a campaign for a quarter and a scope, and puts its computation.';

create function advancement_api.again(campaign bigint, place text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c advancement.campaigns := advancement_api.mine(campaign);
begin
	if c.state_code = 'pret' then
		perform advancement_api.move(campaign, 'calcul');
	elsif c.state_code <> 'calcul' or not exists (select from base.jobs j where j.job_id = c.job_id and j.state_code in ('echec', 'annule')) then
		raise exception using errcode = 'GU409', message = 'advancement.state';
	end if;
	update advancement.campaigns x set job_id = job_api.put('advancement.compute', (select m.person_id from base.me m), jsonb_build_object('campaign', campaign))
	where x.campaign_id = campaign;
	perform base_api.note('advancement.run', 'compute', 'campaign', 'fait', jsonb_build_object('campagne', campaign));
	return query select base_api.receipt(place);
end $$;
comment on function advancement_api.again is 'Computes a campaign again; what was decided by hand stays.';

create function advancement_api.drop_it(campaign bigint, place text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform advancement_api.mine(campaign);
	perform advancement_api.move(campaign, 'abandon');
	perform base_api.note('advancement.run', 'drop', 'campaign', 'fait', jsonb_build_object('campagne', campaign));
	return query select base_api.receipt(place);
end $$;
comment on function advancement_api.drop_it is 'Gives a campaign up before any act was made.';

create function advancement_api.decide(campaign bigint, agent bigint, verb text, reason text, place text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	l    record;
	said text := btrim(regexp_replace(coalesce(reason, ''), '\s+', ' ', 'g'));
begin
	select x.campaign_id, x.agent_id, x.reason_code, x.after_step, x.effect_date, coalesce(r.is_hard, false) as is_hard, d.verb_code, c.state_code
	into l
	from advancement.lines x
	join advancement.campaigns c on c.campaign_id = x.campaign_id and c.reach <@ (select m.ranks from base.my_spans m)
	left join advancement.reasons r on r.reason_code = x.reason_code
	left join advancement.decisions d on d.campaign_id = x.campaign_id and d.agent_id = x.agent_id
	where x.campaign_id = campaign and x.agent_id = agent;
	if not found then
		raise exception using errcode = 'GU404', message = 'advancement.missing';
	end if;
	perform from advancement.campaigns c where c.campaign_id = l.campaign_id and c.state_code = 'pret' for update;
	if not found then
		raise exception using errcode = 'GU409', message = 'advancement.closed';
	elsif length(said) < 10 then
		raise exception using errcode = 'GU422', message = 'advancement.reason_missing', column = 'motif';
	elsif verb = 'retenir' and (l.is_hard or l.after_step is null or l.effect_date is null) then
		raise exception using errcode = 'GU422', message = 'advancement.hard', column = 'motif';
	elsif verb = 'ecarter' and (l.is_hard or (l.reason_code is not null and l.verb_code is distinct from 'retenir')) then
		raise exception using errcode = 'GU422', message = 'advancement.already_aside', column = 'motif';
	end if;
	if verb = 'retenir' and l.reason_code is null then             -- takes back what was put aside by hand
		delete from advancement.decisions d where d.campaign_id = l.campaign_id and d.agent_id = l.agent_id;
	else
		insert into advancement.decisions (campaign_id, agent_id, verb_code, reason, person_id)
		values (l.campaign_id, l.agent_id, verb, said, (select m.person_id from base.me m))
		on conflict (campaign_id, agent_id) do update set verb_code = excluded.verb_code, reason = excluded.reason,
			person_id = excluded.person_id, at = now();
	end if;
	perform base_api.note('advancement.run', case verb when 'retenir' then 'include' else 'exclude' end, 'agent', 'fait',
		jsonb_build_object('campagne', l.campaign_id, 'agent', l.agent_id, 'motif', said, 'regle', l.reason_code));
	return query select base_api.receipt(place);
end $$;
comment on function advancement_api.decide is 'Puts an agent aside, or keeps a doubtful one, with a written reason; a hard rule yields to nobody.';

-- 3. Lists -----------------------------------------------------------------------------------------------------------------

create function advancement_api.keep_words(said text) returns table (search_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	delete from advancement.searches s where s.made_at < now() - interval '1 day';
	if btrim(coalesce(said, '')) = '' then
		return query select null::bigint;
		return;
	end if;
	return query insert into advancement.searches as s (person_id, words)
		values ((select m.person_id from base.me m), btrim(regexp_replace(said, '\s+', ' ', 'g')))
		on conflict (person_id, words) do update set made_at = now() returning s.search_id;
end $$;
comment on function advancement_api.keep_words is 'Keeps the words of a search for a day and gives their number; none for no words.';

create function advancement_api.words_of(search bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.words from advancement.searches s where s.search_id = search and s.person_id = (select m.person_id from base.me m)
		and s.made_at > now() - interval '1 day'
$$;
comment on function advancement_api.words_of is 'The words of one of my searches, while they live.';

-- `list`: dus, retards, verifier, ecartes, main, tous. Every part of the condition may be absent.
create function advancement_api.found(campaign bigint, list text, of_reason text, structure bigint, of_category text, of_status text, search bigint,
	size int, skip int)
	returns table (total bigint, line_id bigint, agent_id bigint, matricule text, family_name text, given_names text, structure_code text,
	structure_name text, corps_name text, status_code text, category text, before_grade text, after_grade text, before_index int,
	since_date date, effect_date date, is_late boolean, months_late int, more_owed int, act_label text, reason_code text,
	reason_label text, reason_detail text, is_hard boolean, verb_code text, decision text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c     advancement.campaigns := advancement_api.mine(campaign);
	word  text[] := array(select '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%'
		from unnest(string_to_array(btrim(base.fold(coalesce(advancement_api.words_of(search), ''))), ' ')) w where w <> '');
	spans int4range := (select int4range(s.rank, s.last_rank, '[]') from base.structures s where s.structure_id = found.structure);
begin
	return query
	with hit as materialized (                                     -- fifty are found among thousands first, then told in full
		select count(*) over () as total, t.line_id, t.agent_id, t.computed_code, t.reason_code, t.is_hard, t.verb_code, a.search_text
		from advancement_api.line_states t
		join career.agents a on a.agent_id = t.agent_id
		where t.campaign_id = c.campaign_id
			and case coalesce(list, 'tous')
				when 'dus' then t.reason_code is null
				when 'retards' then t.reason_code is null and t.is_late
				when 'verifier' then t.reason_code is not null and t.verb_code is null and not t.is_hard
				when 'ecartes' then t.reason_code is not null
				when 'main' then t.verb_code is not null
				else true end
			and (of_reason is null or t.reason_code = of_reason)
			and (spans is null or t.structure_rank <@ spans)
			and (of_category is null or t.category = of_category)
			and (of_status is null or t.status_code = of_status)
			and a.search_text like all (word)
		order by a.search_text, t.agent_id
		limit size offset skip
	)
	select h.total, h.line_id, a.agent_id, a.matricule, p.family_name, p.given_names, s.code, s.name, co.name, l.status_code, l.category,
		career_api.grade(l.category, l.scale, l.before_step), case when l.after_step is not null then career_api.grade(l.category, l.scale, l.after_step) end,
		l.before_index, l.since_date, l.effect_date, l.is_late, case when l.effect_date < current_date then (extract(year from age(current_date, l.effect_date)) * 12
			+ extract(month from age(current_date, l.effect_date)))::int end,
		nullif(l.more_owed, 0)::int, f.label, h.reason_code, coalesce(r.label, or_.label), l.reason_detail, h.is_hard, h.verb_code, d.reason
	from hit h
	join advancement.lines l on l.line_id = h.line_id
	join career.agents a on a.agent_id = h.agent_id
	join base.persons p on p.person_id = a.person_id
	left join advancement.families f on f.status_code = l.status_code
	left join base.structures s on s.structure_id = l.structure_id
	left join career.corps co on co.corps_id = l.corps_id
	left join advancement.reasons r on r.reason_code = h.reason_code
	left join advancement.reasons or_ on or_.reason_code = h.computed_code
	left join advancement.decisions d on d.campaign_id = l.campaign_id and d.agent_id = l.agent_id
	order by h.search_text, h.agent_id;
end $$;
comment on function advancement_api.found is 'The rows of a campaign that match, by name, with how many they are in all.';

create function advancement_api.line(campaign bigint, agent bigint) returns table (line_id bigint, agent_id bigint, matricule text,
	family_name text, given_names text, status_label text, corps_name text, structure_name text, before_grade text, after_grade text,
	category text, before_step smallint, after_step smallint, before_index int, since_date date, since_kind text, since_reference text,
	months smallint, max_step smallint, rule_source text, rule_is_demo boolean, effect_date date, is_late boolean, more_owed int,
	act_label text, reason_code text, reason_label text, reason_words text, reason_detail text, is_hard boolean, is_kept boolean,
	verb_code text, decision text, decided_by text, decided_at timestamptz, can_exclude boolean, can_include boolean, is_aside boolean,
	more_many boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c advancement.campaigns := advancement_api.mine(campaign);
begin
	return query
	select l.line_id, a.agent_id, a.matricule, p.family_name, p.given_names, st.label, co.name, s.name,
		career_api.grade(l.category, l.scale, l.before_step),
		case when l.after_step is not null then career_api.grade(l.category, l.scale, l.after_step) end, l.category, l.before_step,
		l.after_step, l.before_index, l.since_date, k.label, t.reference, l.months, l.max_step, l.rule_source, l.rule_is_demo, l.effect_date,
		l.is_late, nullif(l.more_owed, 0)::int, f.label, l.reason_code, r.label, r.words, l.reason_detail, x.is_hard, x.reason_code is null,
		d.verb_code, d.reason, w.given_names || ' ' || w.family_name, d.at,
		c.state_code = 'pret' and x.reason_code is null,
		c.state_code = 'pret' and x.reason_code is not null and not x.is_hard and l.after_step is not null and l.effect_date is not null,
		x.reason_code is not null, l.more_owed > 1
	from advancement.lines l
	join advancement_api.line_states x on x.line_id = l.line_id
	join career.agents a on a.agent_id = l.agent_id
	join base.persons p on p.person_id = a.person_id
	join career.statuses st on st.status_code = l.status_code
	left join advancement.families f on f.status_code = l.status_code
	left join career.corps co on co.corps_id = l.corps_id
	left join base.structures s on s.structure_id = l.structure_id
	left join career.acts t on t.act_id = l.since_act_id
	left join career.act_kinds k on k.kind_code = t.kind_code
	left join advancement.reasons r on r.reason_code = l.reason_code
	left join advancement.decisions d on d.campaign_id = l.campaign_id and d.agent_id = l.agent_id
	left join base.persons w on w.person_id = d.person_id
	where l.campaign_id = c.campaign_id and l.agent_id = agent;
end $$;
comment on function advancement_api.line is 'One agent of a campaign: from which act, by which rule, to which date; and what was decided.';

create function advancement_api.allow_export() returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
	as $$ select set_config('statement_timeout', '60s', true) $$;
comment on function advancement_api.allow_export is 'Asked just before an export: a limit counts from the beginning of a statement.';

create function advancement_api.export(campaign bigint, list text, of_reason text, structure bigint, of_category text, of_status text, search bigint)
	returns table (matricule text, family_name text, given_names text, status_code text, corps_name text, category text, structure_code text,
	structure_name text, before_grade text, after_grade text, before_index int, since_date date, effect_date date, months_late int,
	act_label text, reason_label text, reason_detail text, decision text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c   advancement.campaigns := advancement_api.mine(campaign);
	as_ record;
	many bigint;
begin
	select * into as_ from career_api.viewer_role('advancement.run', null);
	return query
	with f as (
		select x.* from advancement_api.found(campaign, list, of_reason, structure, of_category, of_status, search, 100000, 0) x
	), noted as (
		insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
		select a.person_id, (select m.person_id from base.me m), as_.structure_id, as_.role_code, 'export',
			'Export de liste : avancement, ' || advancement_api.quarter_label(c.quarter_start)
		from f join career.agents a on a.agent_id = f.agent_id
	)
	select f.matricule, f.family_name, f.given_names, f.status_code, f.corps_name, f.category, f.structure_code, f.structure_name, f.before_grade,
		f.after_grade, f.before_index, f.since_date, f.effect_date, f.months_late, f.act_label, f.reason_label, f.reason_detail, f.decision
	from f;
	get diagnostics many = row_count;
	perform base_api.note('advancement.run', 'export', 'campaign', 'fait', jsonb_build_object('campagne', campaign, 'lignes', many));
end $$;
comment on function advancement_api.export is 'A list that leaves: each agent in it reads who took it and for which campaign.';

-- 4. The agent himself (web_self) ------------------------------------------------------------------------------------------

create function advancement_api.my_campaign() returns table (quarter text, step smallint, grade text, effect_date date, is_late boolean)
	language sql stable
	begin atomic
		select advancement_api.quarter_label(c.quarter_start), l.after_step, career_api.grade(l.category, l.scale, l.after_step), l.effect_date,
			l.effect_date < current_date
		from advancement.lines l
		join advancement.campaigns c on c.campaign_id = l.campaign_id and c.state_code in ('pret', 'preparation', 'prepare', 'circuit')
		left join advancement.decisions d on d.campaign_id = l.campaign_id and d.agent_id = l.agent_id
		where l.agent_id = (select m.agent_id from career.me m) and coalesce(d.verb_code, case when l.reason_code is null then 'retenir' end) = 'retenir'
			and not exists (select from career.act_lines a where a.agent_id = l.agent_id and a.effect_date >= l.effect_date and a.after_step >= l.after_step)
		order by c.quarter_start desc, c.campaign_id desc
		limit 1;
	end;
comment on function advancement_api.my_campaign is 'The campaign in which my next step is, until an act grants it.';

revoke execute on all functions in schema advancement_api from public;
grant select on advancement_api.campaign_rows to web_advancement;
grant execute on function advancement_api.sums, advancement_api.campaigns, advancement_api.campaign, advancement_api.reasons,
	advancement_api.quarters, advancement_api.structures, advancement_api.open, advancement_api.again, advancement_api.drop_it,
	advancement_api.decide, advancement_api.keep_words, advancement_api.words_of, advancement_api.found, advancement_api.line,
	advancement_api.allow_export, advancement_api.export to web_advancement;
grant execute on function advancement_api.my_campaign to web_self;
reset role;
