-- What the pages ask: the payer's desk, the pension service, the agent. All of them read through functions that check who asks: a difference
-- shows acts beside pay, and none of these roles may read both tables.
set role guichet_owner;

-- 1. Rows shared by the three sides; no role may call these ------------------------------------------------------------------

create function payroll_api.span_words(from_month date, until_month date) returns text
	language sql immutable strict parallel safe
	return case when from_month = until_month then base_api.month_words(from_month)
		else base_api.month_words(from_month) || ' à ' || base_api.month_words(until_month) end;
comment on function payroll_api.span_words is '"mai 2026 à octobre 2026".';

create type payroll_api.side as (from_month date, span text, months int, career_says text, career_position text, payroll_says text, payroll_position text,
	index_pay_fcfa bigint, verdict_code text, verdict text);
create function payroll_api.sides(agent bigint) returns setof payroll_api.side
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with one as (
		select c.month, coalesce(payroll_api.said(c.c_category, c.c_scale, c.c_step, c.c_index),
				case when c.left_on <= c.month then null else 'Aucun acte' end) as career_says,
			case when c.left_on <= c.month then 'Parti le ' || base_api.day_words(c.left_on) else cp.label end as career_position,
			payroll_api.said(c.p_category, c.p_scale, c.p_step, c.p_index) as payroll_says, pp.label as payroll_position, c.p_fcfa,
			case when v.kinds is not null then case when v.is_settled then 'regle' else 'ecart' end
				when c.has_line or c.is_unpaid then 'concorde' when c.is_expected or c.c_category is not null and c.left_on is null then 'inconnu' else 'hors' end as verdict_code,
			case when v.kinds is not null then case when v.is_settled then 'Réglé : ' else 'Diffère : ' end || lower(v.kinds)
				when c.has_line then 'Concorde' when c.is_unpaid then 'Non payé, comme le disent ses actes' when c.is_expected then 'Non connu' when c.c_category is not null and c.left_on is null then 'Non jugé' else 'Hors service' end as verdict
		from payroll_api.compared(array[sides.agent]) c
		left join career.positions cp on cp.position_code = c.c_position
		left join career.positions pp on pp.position_code = c.p_position
		cross join lateral (
			select string_agg(k.label, ', ' order by k.sort) as kinds,
				bool_and(exists (select from payroll.differences d where d.agent_id = sides.agent and d.state_code = 'resolu' and d.kind_code = k.kind_code
					and c.month between d.from_month and d.until_month)) as is_settled
			from payroll.kinds k where k.kind_code = c.kind_code or (c.position_differs and k.kind_code = 'position')
		) v
		where c.has_line or c.kind_code is not null or (c.c_category is not null and (c.left_on is null or c.left_on > c.month))
	), runs as (
		select o.*, (extract(year from o.month) * 12 + extract(month from o.month))::int - row_number() over (partition by o.career_says, o.career_position,
			o.payroll_says, o.payroll_position, o.p_fcfa, o.verdict order by o.month) as run
		from one o
	)
	select min(r.month), payroll_api.span_words(min(r.month), max(r.month)), count(*)::int, r.career_says, r.career_position, r.payroll_says, r.payroll_position,
		r.p_fcfa, r.verdict_code, r.verdict
	from runs r group by r.career_says, r.career_position, r.payroll_says, r.payroll_position, r.p_fcfa, r.verdict_code, r.verdict, r.run
	order by min(r.month) desc;
$$;
comment on function payroll_api.sides is 'Both sides of one agent, month ranges with the same content, the latest first.';

create type payroll_api.difference as (difference_id bigint, agent_id bigint, kind_code text, kind_label text, kind_help text, span text, months int,
	career_says text, payroll_says text, cause text, cause_label text, who text, state_code text, state_label text, reason_label text, settled_on date,
	settled_note text, found_on date, act_id bigint, act_label text, act_reference text, act_effect date, act_signed date, comment_text text, comment_on date);
create function payroll_api.differences_of(agent bigint) returns setof payroll_api.difference
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select d.difference_id, d.agent_id, d.kind_code, k.label, k.help, payroll_api.span_words(d.from_month, d.until_month),
		((extract(year from d.until_month) - extract(year from d.from_month)) * 12 + extract(month from d.until_month) - extract(month from d.from_month) + 1)::int,
		d.career_says, d.payroll_says, d.cause, c.label, c.who, d.state_code, s.label, r.label, e.at::date, nullif(e.note, ''), d.found_at::date,
		d.act_id, ak.label, a.reference, l.effect_date, a.signed_on, m.text, m.at::date
	from payroll.differences d
	join payroll.kinds k on k.kind_code = d.kind_code
	join payroll.causes c on c.cause_code = d.cause_code
	join payroll.states s on s.state_code = d.state_code
	left join payroll.reasons r on r.reason_code = d.reason_code
	left join payroll.comments m on m.difference_id = d.difference_id
	left join career.acts a on a.act_id = d.act_id
	left join career.act_kinds ak on ak.kind_code = a.kind_code
	left join lateral (select x.effect_date from career.act_lines x where x.act_id = d.act_id and x.agent_id = d.agent_id order by x.line_no limit 1) l on true
	left join lateral (select x.at, x.note from payroll.events x where x.difference_id = d.difference_id and x.state_code = 'resolu' order by x.event_id desc limit 1) e
		on d.state_code = 'resolu'
	where d.agent_id = differences_of.agent and d.state_code <> 'disparu'
	order by s.is_open desc, d.until_month desc, k.sort;
$$;
comment on function payroll_api.differences_of is 'What differs for one agent and why, what is to settle first.';

create type payroll_api.head as (agent_id bigint, matricule text, family_name text, given_names text, corps_name text, grade text, structure_name text,
	retirement_date date, left_on date, agreement_code text, months_count int, first_words text, last_words text, open_count int, window_words text);
create function payroll_api.head_of(agent bigint) returns setof payroll_api.head
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a.agent_id, a.matricule, p.family_name, p.given_names, c.name, nullif(career_api.grade(coalesce(a.category, ''), a.scale, a.step), ''), s.name,
		a.retirement_date, a.left_on, payroll_api.agreement(a.agent_id), l.many, base_api.month_words(l.first), base_api.month_words(l.last),
		(select count(*)::int from payroll.differences d where d.agent_id = a.agent_id and d.state_code = 'ouvert'),
		payroll_api.setting('payroll.least_months')::text
	from career.agents a
	join base.persons p on p.person_id = a.person_id
	left join career.corps c on c.corps_id = a.corps_id
	left join base.structures s on s.structure_id = a.structure_id
	cross join lateral (select count(*)::int as many, min(x.month) as first, max(x.month) as last from payroll.lines x where x.agent_id = a.agent_id) l
	where a.agent_id = head_of.agent;
$$;
comment on function payroll_api.head_of is 'Who it is, and whether his career and his pay agree.';

-- 2. The desks: scope, and a reason that the agent reads --------------------------------------------------------------------

-- Not base.my_spans: those are where a person consults careers. A right at the payer must not widen what its holder sees elsewhere.
create function payroll_api.reach(permission text default null) returns int4multirange
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce(range_agg(int4range(s.rank, s.last_rank, '[]')), '{}')
	from base.assignments a
	join base.role_permissions p on p.role_code = a.role_code and p.permission = any (case when reach.permission is null then '{payroll.compare,pensions.desk}' else array[reach.permission] end)
	join base.structures s on s.structure_id = a.structure_id
	where a.person_id = (select m.person_id from base.me m) and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date)
		and a.granted_by is not null and a.confirmed_by is not null;
$$;
comment on function payroll_api.reach is 'The structures where the asker holds that right today (null: either of the two services).';

create function payroll_api.in_reach(agent bigint, permission text default null) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select exists (select from career.agents a where a.agent_id = in_reach.agent
		and coalesce(a.structure_rank, (select min(s.rank) from base.structures s)) <@ payroll_api.reach(in_reach.permission));
$$;
comment on function payroll_api.in_reach is 'Whether the agent is of those structures.';

create function payroll_api.is_open(agent bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select payroll_api.in_reach(is_open.agent) and exists (select from career.agents a join base.consultations c on c.person_id = a.person_id
		where a.agent_id = is_open.agent and c.what = 'paye' and c.viewer_id = (select m.person_id from base.me m) and c.at > now() - interval '30 minutes');
$$;
comment on function payroll_api.is_open is 'Whether the asker gave a reason to look at the pay of this agent in the last half hour.';

create function payroll_api.enter(agent bigint) returns table (agent_id bigint, matricule text, full_name text, is_open boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if not payroll_api.in_reach(enter.agent) then                -- unknown or out of scope: the same answer
		raise exception using errcode = 'GU404', message = 'payroll.no_agent';
	end if;
	return query select a.agent_id, a.matricule, p.given_names || ' ' || p.family_name, payroll_api.is_open(a.agent_id)
	from career.agents a join base.persons p on p.person_id = a.person_id where a.agent_id = enter.agent;
end $$;
comment on function payroll_api.enter is 'First statement of the pages about one agent: who it is, and whether a reason is still to give.';

create function payroll_api.open(agent bigint, reason text, permission text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me  bigint := (select m.person_id from base.me m);
	as_ record;
begin
	if not payroll_api.in_reach(open.agent) then
		raise exception using errcode = 'GU404', message = 'payroll.no_agent';
	elsif coalesce(length(btrim(open.reason)), 0) < 3 then
		raise exception using errcode = 'GU422', message = 'payroll.reason_missing', column = 'motif';
	end if;
	if not payroll_api.is_open(open.agent) then
		select v.* into as_ from career_api.viewer_role(open.permission, (select a.structure_rank from career.agents a where a.agent_id = open.agent)) v;
		insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
		select a.person_id, me, as_.structure_id, as_.role_code, 'paye', left('Paye et carrière : ' || btrim(open.reason), 300)
		from career.agents a where a.agent_id = open.agent;
	end if;
	if pg_try_advisory_xact_lock(7116120) then                  -- what the acts say today; a comparison that runs does it anyway
		perform payroll_api.compare(array[open.agent]);
	end if;
	return query select base_api.receipt(open.here);
end $$;
comment on function payroll_api.open is 'Opens the pay of one agent for half an hour, compared again at that moment, and records who looked, from where and why.';

create function payroll_api.find(matricule text) returns table (agent_id bigint)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	found bigint := (select a.agent_id from career.agents a where a.matricule = upper(btrim(find.matricule)) and payroll_api.in_reach(a.agent_id, 'payroll.compare'));
begin
	if found is null then
		raise exception using errcode = 'GU422', message = 'payroll.no_agent', column = 'matricule';
	end if;
	return query select found;
end $$;
comment on function payroll_api.find is 'The agent of a matricule, in reach.';

create function payroll_api.agent_head(agent bigint) returns setof payroll_api.head
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select h.* from payroll_api.head_of(agent_head.agent) h where payroll_api.is_open(agent_head.agent) $$;
comment on function payroll_api.agent_head is 'Who it is and whether both sides agree; nothing before a reason was given.';
create function payroll_api.agent_sides(agent bigint) returns setof payroll_api.side
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select s.* from payroll_api.sides(agent_sides.agent) s where payroll_api.is_open(agent_sides.agent) $$;
comment on function payroll_api.agent_sides is 'Both sides, month by month; nothing before a reason was given.';
create function payroll_api.agent_differences(agent bigint) returns setof payroll_api.difference
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select d.* from payroll_api.differences_of(agent_differences.agent) d where payroll_api.is_open(agent_differences.agent) $$;
comment on function payroll_api.agent_differences is 'What differs; nothing before a reason was given.';

create function payroll_api.enter_difference(difference bigint) returns table (agent_id bigint, matricule text, full_name text, is_open boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query select e.* from payroll.differences d cross join lateral payroll_api.enter(d.agent_id) e where d.difference_id = enter_difference.difference;
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
end $$;
comment on function payroll_api.enter_difference is 'The same from one difference.';

create function payroll_api.one_difference(difference bigint) returns setof payroll_api.difference
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select x.* from payroll.differences d cross join lateral payroll_api.differences_of(d.agent_id) x
	where d.difference_id = one_difference.difference and x.difference_id = d.difference_id and payroll_api.is_open(d.agent_id);
$$;
comment on function payroll_api.one_difference is 'One difference of an open file.';

create function payroll_api.events_of(difference bigint) returns table (at timestamptz, what text, note text, who_name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select e.at, e.what, nullif(e.note, ''), coalesce(p.given_names || ' ' || p.family_name, 'Le portail')
	from payroll.differences d join payroll.events e on e.difference_id = d.difference_id left join base.persons p on p.person_id = e.person_id
	where d.difference_id = events_of.difference and payroll_api.is_open(d.agent_id)
	order by e.event_id desc limit 50;
$$;
comment on function payroll_api.events_of is 'What was done about a difference, the latest first.';

create function payroll_api.reason_choices() returns table (reason_code text, label text, holds boolean)
	language sql stable
	begin atomic
		select r.reason_code, r.label, r.holds from payroll.reasons r order by r.sort;
	end;
comment on function payroll_api.reason_choices is 'Why a difference is settled.';

create function payroll_api.settle(difference bigint, target text, reason text, note text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   payroll.differences;
	said text := (select r.label from payroll.reasons r where r.reason_code = settle.reason);
	whom bigint;
begin
	select d.* into it from payroll.differences d where d.difference_id = settle.difference and payroll_api.in_reach(d.agent_id, 'payroll.compare') for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif not payroll_api.is_open(it.agent_id) then
		raise exception using errcode = 'GU403', message = 'payroll.reason_first';
	elsif target = 'resolu' and said is null then
		raise exception using errcode = 'GU422', message = 'payroll.choose_reason', column = 'raison';
	elsif coalesce(length(btrim(settle.note)), 0) < 3 and (target = 'ouvert' or settle.reason in ('autre', 'explique')) then
		raise exception using errcode = 'GU422', message = 'payroll.write_why', column = 'texte';
	elsif not exists (select from payroll.state_moves m where m.from_code = it.state_code and m.to_code = target) or target = 'disparu' then
		raise exception using errcode = 'GU409', message = 'payroll.not_now';
	end if;
	if exists (select from career.agents a where a.agent_id = it.agent_id and a.person_id = (select m.person_id from base.me m)) then
		raise exception using errcode = 'GU403', message = 'payroll.own_file';
	end if;
	update payroll.differences d set state_code = target, reason_code = case when target = 'resolu' then settle.reason end, changed_at = now()
	where d.difference_id = it.difference_id;
	insert into payroll.events (difference_id, person_id, state_code, what, note)
	values (it.difference_id, (select m.person_id from base.me m), target, case when target = 'resolu' then 'Réglé : ' || said else 'Rouvert' end, coalesce(btrim(settle.note), ''));
	perform base_api.note('payroll.compare', case when target = 'resolu' then 'regler' else 'rouvrir' end, 'ecart ' || it.difference_id, 'fait', jsonb_build_object('raison', settle.reason));
	select a.person_id into whom from career.agents a where a.agent_id = it.agent_id;
	if target = 'resolu' then
		perform base_api.tell(whom, 'Votre paye et votre carrière : une différence est réglée',
			'La différence constatée entre votre paye et vos actes (' || payroll_api.span_words(it.from_month, it.until_month) || ') est réglée : ' || said
				|| case when btrim(coalesce(settle.note, '')) <> '' then '. ' || btrim(settle.note) else '' end || '. Vous la voyez dans « Ma paye et ma carrière ».',
			'Guichet : une différence entre votre paye et votre carriere est reglee. Voir Ma paye et ma carriere.');
	end if;
	return query select base_api.receipt(settle.here);
end $$;
comment on function payroll_api.settle is 'Settles a difference with a reason, or opens it again with a sentence; the agent is told. Nobody settles his own.';

create function payroll_api.compare_one(agent bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if not payroll_api.is_open(compare_one.agent) then
		raise exception using errcode = 'GU403', message = 'payroll.reason_first';
	end if;
	if not pg_try_advisory_xact_lock(7116120) then
		raise exception using errcode = 'GU409', message = 'payroll.running';
	end if;
	perform payroll_api.compare(array[compare_one.agent]);
	insert into payroll.runs (person_id, scope_code, agents_count, months_count, open_count)
	select (select m.person_id from base.me m), 'agent', 1, (select count(*) from payroll.months),
		(select count(*) from payroll.differences d where d.state_code = 'ouvert');
	perform base_api.note('payroll.compare', 'comparaison', 'agent ' || compare_one.agent, 'fait');
	return query select base_api.receipt(compare_one.here);
end $$;
comment on function payroll_api.compare_one is 'Compares one agent at once, when his career has just changed.';

create function payroll_api.compare_all(here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if exists (select from base.jobs j where j.kind in ('payroll.compare', 'payroll.recompare') and j.state_code in ('attente', 'cours')) then
		raise exception using errcode = 'GU409', message = 'payroll.running';
	end if;
	perform job_api.put('payroll.recompare', (select m.person_id from base.me m), '{}');
	perform base_api.note('payroll.compare', 'comparaison', 'paye', 'demande');
	return query select base_api.receipt(compare_all.here);
end $$;
comment on function payroll_api.compare_all is 'Asks for a comparison of the whole country.';

-- 3. The desk's first page --------------------------------------------------------------------------------------------------

create function payroll_api.overview() returns table (open_count bigint, agents_count bigint, settled_count bigint, months_count int, first_words text, last_words text,
	waiting_count bigint, compared_at timestamptz, is_running boolean, job_done int, job_total int, next_words text, is_late boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select d.open, d.agents, d.settled, m.many, base_api.month_words(m.first), base_api.month_words(m.last), (select count(*) from payroll.waiting),
		(select max(r.began_at) from payroll.runs r where r.scope_code <> 'agent'), j.job_id is not null, coalesce(j.done, 0)::int, coalesce(j.total, 100)::int,
		base_api.month_words((m.last + interval '1 month')::date), m.last < date_trunc('month', current_date) - make_interval(months => payroll_api.setting('payroll.stale_months'))
	from (select count(*) filter (where x.state_code = 'ouvert') as open, count(distinct x.agent_id) filter (where x.state_code = 'ouvert') as agents,
			count(*) filter (where x.state_code = 'resolu') as settled
		from payroll.differences x join career.agents a on a.agent_id = x.agent_id
		where coalesce(a.structure_rank, (select min(s.rank) from base.structures s)) <@ (select payroll_api.reach('payroll.compare'))) d
	cross join (select count(*)::int as many, min(x.month) as first, max(x.month) as last from payroll.months x) m
	left join lateral (select x.* from base.jobs x where x.kind in ('payroll.compare', 'payroll.recompare') and x.state_code in ('attente', 'cours') order by x.job_id desc limit 1) j on true;
$$;
comment on function payroll_api.overview is 'How many differences, of whom, which months, and when it was last compared.';

create function payroll_api.tally() returns table (kind_code text, kind_label text, kind_help text, cause_code text, cause_label text, who text, open_count bigint,
	settled_count bigint, agents_count bigint, is_first boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select k.kind_code, k.label, k.help, c.cause_code, c.label, c.who, count(*) filter (where d.state_code = 'ouvert'), count(*) filter (where d.state_code = 'resolu'),
		count(distinct d.agent_id) filter (where d.state_code = 'ouvert'), row_number() over (partition by k.sort order by c.sort) = 1
	from payroll.differences d
	join career.agents a on a.agent_id = d.agent_id and coalesce(a.structure_rank, (select min(s.rank) from base.structures s)) <@ (select payroll_api.reach('payroll.compare'))
	join payroll.kinds k on k.kind_code = d.kind_code
	join payroll.causes c on c.cause_code = d.cause_code
	where d.state_code <> 'disparu'
	group by k.kind_code, k.label, k.help, k.sort, c.cause_code, c.label, c.who, c.sort
	order by k.sort, c.sort;
$$;
comment on function payroll_api.tally is 'Differences by kind and likely cause.';

create function payroll_api.months_known() returns table (month_words text, lines_count int, is_partial boolean, version int, loaded_at timestamptz, open_count bigint,
	replaced_count bigint, waiting_count bigint, is_missing boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select base_api.month_words(g.month::date), coalesce(m.lines_count, 0), coalesce(m.is_partial, false), coalesce(m.version, 0), m.loaded_at,
		(select count(*) from payroll.differences d where d.state_code = 'ouvert' and g.month between d.from_month and d.until_month),
		(select count(*) from payroll.replaced r where r.month = g.month), (select count(*) from payroll.waiting w where w.month = g.month), m.month is null
	from (select generate_series(greatest(min(x.month), max(x.month) - interval '35 months'), max(x.month), interval '1 month') as month from payroll.months x) g
	left join payroll.months m on m.month = g.month
	order by g.month desc;
$$;
comment on function payroll_api.months_known is 'The months of the payer, three years at most, those that are missing in between too.';

create function payroll_api.agents_where(of_kind text, of_cause text, of_state text) returns table (agent_id bigint, open_count int, kinds text, since date, until date, cause text, is_open boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select d.agent_id, count(*)::int, string_agg(distinct k.label, ', '), min(d.from_month), max(d.until_month),
		(array_agg(d.cause order by d.until_month desc, k.sort))[1], bool_or(d.state_code = 'ouvert')
	from payroll.differences d
	join payroll.kinds k on k.kind_code = d.kind_code
	join career.agents a on a.agent_id = d.agent_id and coalesce(a.structure_rank, (select min(s.rank) from base.structures s)) <@ (select payroll_api.reach('payroll.compare'))
	where d.state_code = coalesce(nullif(agents_where.of_state, ''), 'ouvert') and d.state_code <> 'disparu'
		and (coalesce(agents_where.of_kind, '') = '' or d.kind_code = agents_where.of_kind)
		and (coalesce(agents_where.of_cause, '') = '' or d.cause_code = agents_where.of_cause)
	group by d.agent_id;
$$;
comment on function payroll_api.agents_where is 'Agents with such differences, in reach.';

create function payroll_api.listed(of_kind text, of_cause text, of_state text, size int, skip int) returns table (agent_id bigint, matricule text, family_name text,
	given_names text, structure_name text, many int, kinds text, span text, cause text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select w.agent_id, a.matricule, p.family_name, p.given_names, s.name, w.open_count, w.kinds, payroll_api.span_words(w.since, w.until), w.cause
	from payroll_api.agents_where(listed.of_kind, listed.of_cause, listed.of_state) w
	join career.agents a on a.agent_id = w.agent_id
	join base.persons p on p.person_id = a.person_id
	left join base.structures s on s.structure_id = a.structure_id
	order by w.until desc, w.since, a.matricule limit listed.size offset listed.skip;
$$;
comment on function payroll_api.listed is 'One page of the agents whose career and pay differ.';

create function payroll_api.filter_choices(of_kind text, of_cause text) returns table (list text, code text, label text, is_on boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select v.list, v.code, v.label, v.is_on from (
		select 1 as n, k.sort as s, 'kind' as list, k.kind_code as code, k.label, k.kind_code = filter_choices.of_kind as is_on from payroll.kinds k
		union all select 2, k.sort * 100 + c.sort, 'cause', c.cause_code, k.label || ' : ' || c.label, c.cause_code = filter_choices.of_cause
			from payroll.causes c join payroll.kinds k on k.kind_code = c.kind_code
	) v order by v.n, v.s;
$$;
comment on function payroll_api.filter_choices is 'Choices of the filters, with those that are on.';

create function payroll_api.export(of_kind text, of_cause text, of_state text, motive text) returns table (matricule text, family_name text, given_names text, structure_name text,
	kind_label text, from_month date, until_month date, career_says text, payroll_says text, cause text, who text, state_label text, reason_label text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	as_  record;
	many bigint;
begin
	if coalesce(length(btrim(export.motive)), 0) not between 3 and 270 then
		raise exception using errcode = 'GU422', message = 'payroll.reason_missing', column = 'motif';
	end if;
	perform set_config('statement_timeout', '60s', true);
	select v.* into as_ from career_api.viewer_role('payroll.compare', null) v;
	insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
	select a.person_id, (select m.person_id from base.me m), as_.structure_id, as_.role_code, 'export', 'Export des différences de paye : ' || btrim(export.motive)
	from payroll_api.agents_where(export.of_kind, export.of_cause, export.of_state) w join career.agents a on a.agent_id = w.agent_id;
	return query
	select a.matricule, p.family_name, p.given_names, s.name, k.label, d.from_month, d.until_month, d.career_says, d.payroll_says, d.cause, c.who, t.label, r.label
	from payroll_api.agents_where(export.of_kind, export.of_cause, export.of_state) w
	join payroll.differences d on d.agent_id = w.agent_id and d.state_code = coalesce(nullif(export.of_state, ''), 'ouvert')
		and (coalesce(export.of_kind, '') = '' or d.kind_code = export.of_kind) and (coalesce(export.of_cause, '') = '' or d.cause_code = export.of_cause)
	join career.agents a on a.agent_id = d.agent_id
	join base.persons p on p.person_id = a.person_id
	join payroll.kinds k on k.kind_code = d.kind_code
	join payroll.causes c on c.cause_code = d.cause_code
	join payroll.states t on t.state_code = d.state_code
	left join payroll.reasons r on r.reason_code = d.reason_code
	left join base.structures s on s.structure_id = a.structure_id
	order by a.matricule, d.from_month;
	get diagnostics many = row_count;
	perform base_api.note('payroll.compare', 'export', 'paye', 'fait', jsonb_build_object('lignes', many, 'motif', btrim(export.motive)));
end $$;
comment on function payroll_api.export is 'Every difference of a list: each agent reads that he was in it and why, and the journal has one line.';

-- 4. The agent's own page ---------------------------------------------------------------------------------------------------

create function payroll_api.mine() returns bigint
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select a.agent_id from career.agents a where a.person_id = (select m.person_id from base.me m) $$;
comment on function payroll_api.mine is 'The agent who asks.';
create function payroll_api.my_head() returns setof payroll_api.head
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select h.* from payroll_api.head_of(payroll_api.mine()) h $$;
comment on function payroll_api.my_head is 'Whether my career and my pay agree.';
create function payroll_api.my_sides() returns setof payroll_api.side
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select s.* from payroll_api.sides(payroll_api.mine()) s where payroll_api.mine() is not null $$;
comment on function payroll_api.my_sides is 'Both sides of my own file.';
create function payroll_api.my_differences() returns setof payroll_api.difference
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select d.* from payroll_api.differences_of(payroll_api.mine()) d $$;
comment on function payroll_api.my_differences is 'What differs in my own file.';

create function payroll_api.remark(difference bigint, said text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it payroll.differences;
begin
	select d.* into it from payroll.differences d where d.difference_id = remark.difference and d.agent_id = payroll_api.mine() and d.state_code <> 'disparu';
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif coalesce(length(btrim(remark.said)), 0) < 3 then
		raise exception using errcode = 'GU422', message = 'payroll.write_remark', column = 'texte';
	end if;
	insert into payroll.comments (difference_id, person_id, text) values (it.difference_id, (select m.person_id from base.me m), btrim(remark.said))
	on conflict (difference_id) do nothing;
	if not found then
		raise exception using errcode = 'GU409', message = 'payroll.remark_once';
	end if;
	insert into payroll.events (difference_id, person_id, what) values (it.difference_id, (select m.person_id from base.me m), 'L’agent a écrit une remarque');
	perform base_api.note('career.own', 'remarque', 'ecart ' || it.difference_id, 'fait');
	return query select base_api.receipt(remark.here);
end $$;
comment on function payroll_api.remark is 'What the agent says of a difference, once; both services read it.';

revoke execute on all functions in schema payroll_api from public;
grant execute on function payroll_api.enter, payroll_api.open, payroll_api.agent_head, payroll_api.agent_sides, payroll_api.agent_differences
	to web_payroll, web_pensions;
grant execute on function payroll_api.find, payroll_api.enter_difference, payroll_api.one_difference, payroll_api.events_of, payroll_api.reason_choices,
	payroll_api.settle, payroll_api.compare_one, payroll_api.compare_all, payroll_api.overview, payroll_api.tally, payroll_api.months_known, payroll_api.listed,
	payroll_api.filter_choices, payroll_api.export to web_payroll;
grant execute on function payroll_api.my_head, payroll_api.my_sides, payroll_api.my_differences, payroll_api.remark to web_self;
reset role;
