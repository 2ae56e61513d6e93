-- The desk's side: baskets, one file, what a desk does with it. Each write checks the reach, the role and the state by itself.
set role guichet_owner;

create function requests_api.my_roles() returns text[]
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce(array_agg(distinct a.role_code), '{}') from base.assignments a join base.roles r using (role_code)
	where a.person_id = (select m.person_id from base.me m) and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date)
		and (not r.is_staff or (a.granted_by is not null and a.confirmed_by is not null));
$$;
comment on function requests_api.my_roles is 'The roles that the asker holds today.';

-- Whose baskets the asker sees: his own, and those of people he stands in for today.
create function requests_api.stands_for() returns bigint[]
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select array_agg(a.person_id) from requests.absences a
	where a.stand_in_id = (select m.person_id from base.me m) and current_date >= a.valid_from and current_date < a.valid_to;
$$;
comment on function requests_api.stands_for is 'People away for whom the asker stands in.';

create function requests_api.baskets() returns table (basket text, label text, total bigint, is_urgent boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select b.basket_code, b.label, coalesce(n.total, 0)::bigint, b.basket_code in ('nouvelles', 'valider', 'signer', 'corrigees')
	from requests.baskets b left join (
		select c.basket_code, sum(c.total) as total from base.structures s join requests.basket_counts c using (structure_id)
		where s.rank <@ (select x.ranks from base.my_spans x) group by c.basket_code
	) n using (basket_code) order by b.sort;
$$;
comment on function requests_api.baskets is 'The seven baskets of the structures in reach, with how many each holds.';

-- A page of a basket. Each desk in reach gives its first lines after the last one shown, by the index, and they are merged: neither the
-- size of the basket nor how far one reads costs anything.
create function requests_api.basket(basket text, structure text, service text, late boolean, mine boolean, sort text, size bigint, after bigint)
	returns table (request_id bigint, number text, name text, service_name text, desk text, state_label text, kind_code text, due_on date, days_left int, late_days int, is_late boolean,
		filed_at timestamptz, assignee text, version int)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	me    bigint := (select m.person_id from base.me m);
	away  bigint[] := requests_api.stands_for();
	spans int4multirange := (select x.ranks from base.my_spans x);
	last_due date := '-infinity';
	last_id  bigint := 0;
	last_filed timestamptz := 'infinity';
	svc   bigint := (select v.service_id from services.services v where v.code = basket.service);
begin
	if basket.after is not null then
		select r.due_sort, r.request_id, r.filed_at into last_due, last_id, last_filed from requests.requests r where r.request_id = basket.after;
	else
		last_id := case when basket.sort = 'depot' then 9223372036854775807 else 0 end;
	end if;
	return query
	with reach as (
		select s.structure_id, s.name from base.structures s
		where s.rank <@ spans
			and (basket.structure is null or exists (select from base.structures t where t.code = basket.structure and s.rank between t.rank and t.last_rank))
	), page as (
		select l.request_id, reach.name as desk from reach cross join lateral (
			select r.request_id, r.due_sort from requests.requests r
			where r.structure_id = reach.structure_id and r.basket_code = basket.basket
				and (r.due_sort, r.request_id) > (last_due, last_id)
				and (basket.service is null or r.service_id = svc)
				and (not basket.late or r.due_sort < current_date)
				and (not basket.mine or r.assigned_to = me or r.assigned_to = any (away))
			order by r.due_sort, r.request_id limit basket.size
		) l where coalesce(basket.sort, 'echeance') <> 'depot'
		order by l.due_sort, l.request_id limit basket.size
	), recent as (
		select l.request_id, reach.name as desk from reach cross join lateral (
			select r.request_id, r.filed_at from requests.requests r
			where r.structure_id = reach.structure_id and r.basket_code = basket.basket
				and (r.filed_at, r.request_id) < (last_filed, last_id)
				and (basket.service is null or r.service_id = svc)
				and (not basket.late or r.due_sort < current_date)
				and (not basket.mine or r.assigned_to = me or r.assigned_to = any (away))
			order by r.filed_at desc, r.request_id desc limit basket.size
		) l where basket.sort = 'depot'
		order by l.filed_at desc, l.request_id desc limit basket.size
	)
	select r.request_id, r.number, r.requester_name, v.name, p.desk, s.label, s.kind, r.due_on,
		case when r.due_on >= current_date then requests_api.days_between(current_date, r.due_on) when r.due_on is not null then -requests_api.days_between(r.due_on, current_date) end,
		case when r.due_on < current_date then requests_api.days_between(r.due_on, current_date) end, r.due_on < current_date, r.filed_at,
		(select a.given_names || ' ' || a.family_name from base.persons a where a.person_id = r.assigned_to), r.version
	from (select * from page union all select * from recent) p join requests.requests r on r.request_id = p.request_id
	join services.services v using (service_id) join requests.states s on s.state_code = r.state_code
	order by case when basket.sort = 'depot' then null else r.due_sort end, case when basket.sort = 'depot' then r.filed_at end desc,
		case when basket.sort = 'depot' then -r.request_id else r.request_id end;
end $$;
comment on function requests_api.basket is 'Lines of a basket, nearest deadline first or latest first.';

create function requests_api.neighbours(request bigint) returns table (request_id bigint, number text, name text, service_name text, days_left int, late_days int, is_late boolean, is_here boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select b.request_id, b.number, b.name, b.service_name, b.days_left, b.late_days, b.is_late, b.request_id = neighbours.request
	from requests_api.basket((select r.basket_code from requests.requests r where r.request_id = neighbours.request and r.structure_rank <@ (select s.ranks from base.my_spans s)),
		null, null, false, false, 'echeance', 14, null) b;
$$;
comment on function requests_api.neighbours is 'The head of the basket that a request is in, to go from one file to the next.';

create function requests_api.basket_services() returns table (service text, name text)
	language sql stable
	begin atomic
		select s.code, s.name from services.services s order by s.name;
	end;
comment on function requests_api.basket_services is 'Services, for a filter.';

create function requests_api.my_structures() returns table (structure text, name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.code, s.name from base.structures s where s.rank <@ (select x.ranks from base.my_spans x)
		and exists (select from requests.basket_counts c where c.structure_id = s.structure_id and c.total > 0) order by s.rank limit 200;
$$;
comment on function requests_api.my_structures is 'Desks in reach that have requests, for a filter.';

create function requests_api.kept() returns table (filter_id bigint, name text, href text)
	language sql stable
	begin atomic
		select k.filter_id, k.name, '/corbeilles?' || k.query from requests.kept_filters k order by k.name;
	end;
comment on function requests_api.kept is 'Filters that the asker keeps.';

create function requests_api.keep(name text, query text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if (select count(*) from requests.kept_filters k where k.person_id = (select m.person_id from base.me m)) >= 20 then
		raise exception using errcode = 'GU422', message = 'requests.too_many_filters', column = 'nom';
	end if;
	insert into requests.kept_filters (person_id, name, query) values ((select m.person_id from base.me m), btrim(keep.name), keep.query)
	on conflict on constraint kept_filters_person_id_name_key do update set query = excluded.query;
	return query select base_api.receipt(keep.here);
end $$;
comment on function requests_api.keep is 'Keeps a filter under a name.';

create function requests_api.unkeep(filter bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	delete from requests.kept_filters k where k.filter_id = unkeep.filter and k.person_id = (select m.person_id from base.me m);
	return query select base_api.receipt(unkeep.here);
end $$;
comment on function requests_api.unkeep is 'Forgets a kept filter.';

-- One file ---------------------------------------------------------------------------------------------------------------------

create function requests_api.in_reach(request bigint) returns requests.requests
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests;
begin
	select r.* into it from requests.requests r where r.request_id = in_reach.request and r.structure_rank <@ (select s.ranks from base.my_spans s) for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif it.person_id = (select m.person_id from base.me m) then
		raise exception using errcode = 'GU403', message = 'requests.own_file';
	end if;
	return it;
end $$;
comment on function requests_api.in_reach is 'A request of a structure in the asker''s reach, locked; never one of his own.';

create function requests_api.open_file(request bigint) returns table (request_id bigint, number text, name text, service_name text, service text, state_code text, state_label text,
	kind_code text, turn_code text, basket_code text, filed_at timestamptz, channel_label text, days smallint, days_used int, due_on date, is_late boolean, desk text, assignee text,
	is_mine boolean, matricule text, situation text, agent_id bigint, subject text, sheet_id bigint, version int, is_own boolean, may_visa boolean, may_sign boolean,
	reply_body text, reply_outcome text, reply_reason text, reply_version int, can_take boolean, can_ask boolean, can_propose boolean, can_visa boolean, can_sign boolean, can_return boolean,
	can_reopen boolean, can_judge boolean, grounds text, contest_due date, next_words text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    requests.requests;
	me    bigint := (select m.person_id from base.me m);
	roles text[] := requests_api.my_roles();
begin
	select r.* into it from requests.requests r where r.request_id = open_file.request and r.structure_rank <@ (select s.ranks from base.my_spans s);
	if not found then
		return;
	end if;
	-- The person sees who opened his file: once per half hour and viewer.
	if it.person_id is not null and it.person_id <> me and not exists (select from base.consultations c where c.person_id = it.person_id and c.viewer_id = me
		and c.what = 'demande' and c.reason = 'Traitement de la demande ' || it.number and c.at > now() - interval '30 minutes') then
		insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
		values (it.person_id, me, it.structure_id, (select r from unnest(roles) r where r in ('clerk', 'manager', 'signatory') limit 1), 'demande', 'Traitement de la demande ' || it.number);
	end if;
	return query
	select it.request_id, it.number, it.requester_name, v.name, v.code, it.state_code, s.label, s.kind, s.turn_code, it.basket_code, it.filed_at, ch.label, it.days,
		requests_api.used(it.days_used, it.clock_since), it.due_on, it.due_on < current_date, b.name,
		(select a.given_names || ' ' || a.family_name from base.persons a where a.person_id = it.assigned_to), it.assigned_to = me, ag.matricule,
		case when ag.category is not null then ag.category || coalesce(ag.scale::text, '') || coalesce('-' || ag.step, '') || coalesce(', ' || ags.name, '') end,
		ag.agent_id, nullif(it.subject, ''), it.sheet_id, it.version, it.person_id = me, roles && '{manager,signatory}', roles && '{signatory}',
		rp.body, rp.outcome_code, rp.reason_code, rp.version,
		it.state_code in ('nouvelle', 'corrigee') and it.person_id is distinct from me, it.state_code in ('nouvelle', 'instruction', 'corrigee') and it.person_id is distinct from me,
		it.state_code in ('nouvelle', 'instruction', 'corrigee') and it.person_id is distinct from me,
		it.state_code = 'visa' and roles && '{manager,signatory}' and rp.author_id is distinct from me and it.person_id is distinct from me,
		it.state_code = 'signature' and roles && '{signatory}' and rp.author_id is distinct from me and it.person_id is distinct from me
			and not exists (select from requests.approvals x where x.request_id = it.request_id and x.person_id = me and x.void_at is null),
		it.state_code in ('visa', 'signature') and it.person_id is distinct from me, it.state_code in ('rejetee', 'finalisee') and roles && '{manager,signatory}',
		it.state_code = 'contestee' and roles && '{manager,signatory}', ct.grounds, ct.due_on, null::text
	from services.services v join requests.states s on s.state_code = it.state_code join base.structures b on b.structure_id = it.structure_id
	join requests.channels ch on ch.channel_code = it.channel_code
	left join career.agents ag on ag.person_id = it.person_id left join base.structures ags on ags.structure_id = ag.structure_id
	left join lateral (select y.* from requests.replies y where y.request_id = it.request_id order by y.version desc limit 1) rp on true
	left join requests.contests ct on ct.request_id = it.request_id and ct.decided_at is null
	where v.service_id = it.service_id;
end $$;
comment on function requests_api.open_file is 'One request for its desk, with what may be done now; opening it leaves a line that its person reads.';

create function requests_api.desk_thread(request bigint) returns table (at timestamptz, what text, note text, desk text, who text, is_internal boolean, is_person boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select e.at, e.what, nullif(e.note, ''), b.name, case when not e.by_person then p.given_names || ' ' || p.family_name end, e.is_internal, e.by_person
	from requests.events e join requests.requests r using (request_id) left join base.structures b on b.structure_id = e.structure_id left join base.persons p on p.person_id = e.person_id
	where e.request_id = desk_thread.request and r.structure_rank <@ (select s.ranks from base.my_spans s) order by e.event_id desc;
$$;
comment on function requests_api.desk_thread is 'All that happened to a request, latest first, for its desk.';

create function requests_api.desk_path(request bigint) returns table (step_no smallint, label text, desk text, days smallint, in_on timestamptz, out_on timestamptz, days_taken smallint, kind_code text)
	language sql stable
	begin atomic
		select s.step_no, s.label, b.name, s.days, s.in_on, s.out_on, s.days_taken, case when s.out_on is not null then 'past' when s.in_on is not null then 'now' else 'next' end
		from requests.steps s join base.structures b using (structure_id) where s.request_id = desk_path.request order by s.step_no;
	end;
comment on function requests_api.desk_path is 'The desks of a request with their dates.';

create function requests_api.desk_complements(request bigint) returns table (complement_id bigint, piece text, note text, asked_at timestamptz, answered_at timestamptz, answer text, lost boolean)
	language sql stable
	begin atomic
		select c.complement_id, c.piece, nullif(c.note, ''), c.asked_at, c.answered_at, c.answer, c.lost from requests.complements c
		where c.request_id = desk_complements.request order by c.complement_id;
	end;
comment on function requests_api.desk_complements is 'What was asked and what came.';

create function requests_api.desk_opinions(request bigint) returns table (opinion_id bigint, question text, desk text, verdict_code text, answer text, given_at timestamptz)
	language sql stable
	begin atomic
		select o.opinion_id, o.question, b.name, o.verdict_code, o.answer, o.given_at from requests.opinions o join base.structures b using (structure_id)
		where o.request_id = desk_opinions.request order by o.opinion_id;
	end;
comment on function requests_api.desk_opinions is 'Opinions asked of other desks.';

create function requests_api.reasons() returns table (reason text, label text)
	language sql stable
	begin atomic
		select r.reason_code, r.label from requests.reasons r order by r.sort;
	end;
comment on function requests_api.reasons is 'Reasons of rejection.';

-- Who and which desk a request can go to: people of the desks in reach who treat requests, desks just above and below.
create function requests_api.targets(request bigint) returns table (target text, label text, is_person boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with it as (
		select r.request_id, s.* from requests.requests r join base.structures s using (structure_id)
		where r.request_id = targets.request and r.structure_rank <@ (select x.ranks from base.my_spans x)
	), people as (
		select distinct p.person_id, p.given_names || ' ' || p.family_name as name from it join base.structures s on it.rank between s.rank and s.last_rank
		join base.assignments a on a.structure_id = s.structure_id join base.persons p using (person_id)
		where a.role_code in ('clerk', 'manager', 'signatory') and a.granted_by is not null and a.confirmed_by is not null and a.valid_from <= current_date
			and (a.valid_to is null or a.valid_to > current_date) and s.code <> 'RB' limit 60
	)
	select 'p' || p.person_id, p.name, true from people p
	union all
	select 's' || s.code, s.name, false from it join base.structures s on (s.parent_id = it.structure_id or s.structure_id = it.parent_id
		or s.parent_id = it.parent_id) and s.structure_id <> it.structure_id and s.kind in ('structure', 'direction_technique', 'service', 'division', 'direction_departementale')
	order by 3 desc, 2;
$$;
comment on function requests_api.targets is 'To whom, or to which desk up and down the tree, a request can be handed.';

-- Gestures -----------------------------------------------------------------------------------------------------------------------

create function requests_api.take(request bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests := requests_api.in_reach(take.request);
	me bigint := (select m.person_id from base.me m);
begin
	if it.state_code in ('nouvelle', 'corrigee') then
		perform requests_api.move(it.request_id, 'instruction', 'prendre', requests_api.my_roles());
		if (select s.kind_code from requests.steps s where s.request_id = it.request_id and s.step_no = it.step_no) = 'reception' then
			perform requests_api.go_to(it.request_id, coalesce(requests_api.step_of(it.request_id, '{instruction}'), it.step_no));
		end if;
	end if;
	update requests.requests r set assigned_to = me, changed_at = now(), version = r.version + 1 where r.request_id = it.request_id returning r.* into it;
	insert into requests.assignments (request_id, structure_id, person_id, by_person_id) values (it.request_id, it.structure_id, me, me);
	perform requests_api.tell_thread(it.request_id, 'affectation', 'Prise en charge', '', false, false, it.structure_id);
	perform base_api.note('requests.desk', 'prendre', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(take.here);
end $$;
comment on function requests_api.take is 'The asker takes a request in hand.';

create function requests_api.assign(request bigint, target text, note text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(assign.request);
	me   bigint := (select m.person_id from base.me m);
	whom record;
	desk base.structures;
begin
	select t.* into whom from requests_api.targets(it.request_id) t where t.target = assign.target;
	if not found then
		raise exception using errcode = 'GU422', message = 'requests.no_target', column = 'cible';
	elsif exists (select from requests.states s where s.state_code = it.state_code and s.turn_code = 'fini') then
		raise exception using errcode = 'GU409', message = 'requests.not_now';
	end if;
	if whom.is_person then
		update requests.requests r set assigned_to = substr(assign.target, 2)::bigint, changed_at = now(), version = r.version + 1 where r.request_id = it.request_id;
	else
		select s.* into desk from base.structures s where s.code = substr(assign.target, 2);
		update requests.steps s set structure_id = desk.structure_id where s.request_id = it.request_id and s.step_no = it.step_no;
		update requests.requests r set structure_id = desk.structure_id, structure_rank = desk.rank, assigned_to = null, changed_at = now(), version = r.version + 1
		where r.request_id = it.request_id;
	end if;
	insert into requests.assignments (request_id, structure_id, person_id, by_person_id, note)
	values (it.request_id, coalesce(desk.structure_id, it.structure_id), case when whom.is_person then substr(assign.target, 2)::bigint end, me, coalesce(btrim(assign.note), ''));
	perform requests_api.tell_thread(it.request_id, 'affectation', case when whom.is_person then 'Confiée à un agent du bureau' else 'Transmise à ' || whom.label end,
		'', false, false, coalesce(desk.structure_id, it.structure_id));
	perform requests_api.tell_thread(it.request_id, 'note', 'Affectée à ' || whom.label, assign.note, true, false, it.structure_id);
	perform base_api.note('requests.desk', 'affecter', 'demande ' || it.number, 'fait', jsonb_build_object('to', whom.label));
	return query select base_api.receipt(assign.here);
end $$;
comment on function requests_api.assign is 'Hands a request to a person of the desk, or to a desk above, below or beside.';

create function requests_api.ask_piece(request bigint, piece text, note text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(ask_piece.request);
	key  text := btrim(regexp_replace(base.fold(ask_piece.piece), '[^a-z0-9]+', ' ', 'g'));
	made bigint;
	term int := coalesce((select (p.value #>> '{}')::int from base.parameters p where p.name = 'requests.answer_days' and p.valid_from <= current_date
		order by p.valid_from desc limit 1), 10);
begin
	if exists (select from requests.complements c where c.request_id = it.request_id and c.piece_key = key) then
		raise exception using errcode = 'GU422', message = 'requests.asked_already', column = 'piece';
	elsif exists (select from requests.attachments a where a.request_id = it.request_id and a.origin_code = 'etat' and public.similarity(base.fold(a.label), key) > 0.6)
		or exists (select from services.pieces p where p.service_id = it.service_id and p.origin_code = 'etat' and it.person_id is not null
			and exists (select from career.agents g where g.person_id = it.person_id) and public.similarity(base.fold(p.label), key) > 0.6) then
		raise exception using errcode = 'GU422', message = 'requests.state_holds', column = 'piece';
	elsif exists (select from requests.attachments a where a.request_id = it.request_id and a.origin_code = 'usager' and a.complement_id is null
		and public.similarity(base.fold(a.label), key) > 0.75 and coalesce(btrim(ask_piece.note), '') = '') then
		raise exception using errcode = 'GU422', message = 'requests.say_why_again', column = 'note';
	end if;
	if it.state_code <> 'attente' then
		it := requests_api.move(it.request_id, 'attente', 'demander', requests_api.my_roles());
	end if;
	insert into requests.complements (request_id, piece, piece_key, note, by_person_id, structure_id, answer_by)
	values (it.request_id, btrim(ask_piece.piece), key, coalesce(btrim(ask_piece.note), ''), (select m.person_id from base.me m), it.structure_id,
		requests_api.add_days(current_date, term));
	made := requests_api.tell_thread(it.request_id, 'complement', 'Une pièce vous est demandée : ' || btrim(ask_piece.piece), ask_piece.note, false, false, it.structure_id);
	perform requests_api.notify(it.request_id, 'complement', made);
	perform base_api.note('requests.desk', 'demander', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(ask_piece.here);
end $$;
comment on function requests_api.ask_piece is 'Asks the person for a piece: never twice for the same, never for what the State holds. The clock stops.';

create function requests_api.ask_opinion(request bigint, structure text, question text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(ask_opinion.request);
	desk base.structures;
begin
	select s.* into desk from base.structures s where s.code = case when ask_opinion.structure like 's%' then substr(ask_opinion.structure, 2) end;
	if not found then
		raise exception using errcode = 'GU422', message = 'requests.no_target', column = 'aupres';
	end if;
	insert into requests.opinions (request_id, structure_id, question, by_person_id) values (it.request_id, desk.structure_id, btrim(ask_opinion.question), (select m.person_id from base.me m));
	perform requests_api.tell_thread(it.request_id, 'avis', 'Avis demandé à ' || desk.name, ask_opinion.question, true, false, it.structure_id);
	perform base_api.note('requests.desk', 'avis', 'demande ' || it.number, 'demande');
	return query select base_api.receipt(ask_opinion.here);
end $$;
comment on function requests_api.ask_opinion is 'Asks another desk for an opinion; the person does not see it.';

create function requests_api.give_opinion(request bigint, opinion bigint, verdict text, answer text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	o requests.opinions;
begin
	update requests.opinions x set verdict_code = give_opinion.verdict, answer = btrim(give_opinion.answer), given_by = (select m.person_id from base.me m), given_at = clock_timestamp()
	where x.opinion_id = give_opinion.opinion and x.request_id = give_opinion.request and x.given_at is null
		and exists (select from base.structures s where s.structure_id = x.structure_id and s.rank <@ (select y.ranks from base.my_spans y))
		and x.by_person_id <> (select m.person_id from base.me m)
	returning x.* into o;
	if not found then
		raise exception using errcode = 'GU403', message = 'requests.not_your_opinion';
	end if;
	perform requests_api.tell_thread(o.request_id, 'avis', 'Avis rendu : ' || case o.verdict_code when 'favorable' then 'favorable' when 'reserve' then 'favorable avec réserve' else 'défavorable' end,
		o.answer, true, false, o.structure_id);
	perform base_api.note('requests.desk', 'avis', 'avis ' || o.opinion_id, 'rendu');
	return query select base_api.receipt(give_opinion.here);
end $$;
comment on function requests_api.give_opinion is 'The desk that was asked answers, by another person than the one who asked.';

-- Delivery: what the person reads, the notice, the question of how it went.
create function requests_api.deliver(request bigint, move text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests;
	rp   requests.replies;
	made bigint;
	yes  boolean;
begin
	select x.* into rp from requests.replies x where x.request_id = deliver.request order by x.version desc limit 1;
	yes := rp.outcome_code = 'favorable';
	it := requests_api.move(deliver.request, case when yes then 'finalisee' else 'rejetee' end, deliver.move, requests_api.my_roles());
	perform requests_api.close_steps(it.request_id);
	update requests.requests r set reply = rp.body, reason_code = rp.reason_code, reason_text = case when not yes then rp.body end where r.request_id = it.request_id;
	made := requests_api.tell_thread(it.request_id, case when yes then 'remise' else 'rejet' end, case when yes then 'Réponse remise' else 'Demande rejetée' end, rp.body, false, false, it.structure_id);
	perform requests_api.notify(it.request_id, case when yes then 'remise' else 'rejet' end, made);
	perform requests_api.open_survey(it.request_id);
	perform base_api.note('requests.desk', case when yes then 'remise' else 'rejet' end, 'demande ' || it.number, 'fait', jsonb_build_object('reply', encode(rp.content_hash, 'hex')));
end $$;
comment on function requests_api.deliver is 'Closes a request with its reply.';

create function requests_api.after(request bigint, step int) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.kind_code || ' ' || s.step_no from requests.steps s
	where s.request_id = after.request and s.step_no > after.step and s.kind_code in ('visa', 'signature') order by s.step_no limit 1;
$$;
comment on function requests_api.after is 'The hand that comes next on the path: "visa 3", "signature 4", or nothing.';

create function requests_api.propose(request bigint, outcome text, body text, reason text, send boolean, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(propose.request);
	last requests.replies;
	next text;
	hash bytea := sha256(convert_to(concat_ws(E'\x1f', it.number, propose.outcome, coalesce(propose.reason, ''), btrim(propose.body)), 'UTF8'));
begin
	if it.state_code not in ('nouvelle', 'instruction', 'corrigee') then
		raise exception using errcode = 'GU409', message = 'requests.not_now';
	elsif propose.outcome = 'rejet' and not exists (select from requests.reasons r where r.reason_code = propose.reason) then
		raise exception using errcode = 'GU422', message = 'requests.say_reason', column = 'motif';
	end if;
	select x.* into last from requests.replies x where x.request_id = it.request_id order by x.version desc limit 1;
	if last.content_hash is distinct from hash then
		insert into requests.replies (request_id, version, outcome_code, body, reason_code, content_hash, author_id)
		values (it.request_id, coalesce(last.version, 0) + 1, propose.outcome, btrim(propose.body), case when propose.outcome = 'rejet' then propose.reason end, hash,
			(select m.person_id from base.me m));
		update requests.approvals a set void_at = now(), void_why = 'La réponse a changé.' where a.request_id = it.request_id and a.void_at is null;
	end if;
	if not propose.send then
		perform requests_api.tell_thread(it.request_id, 'projet', 'Projet de réponse enregistré', '', true, false, it.structure_id);
		return query select base_api.receipt(propose.here);
		return;
	end if;
	next := requests_api.after(it.request_id, case when it.step_no < coalesce(requests_api.step_of(it.request_id, '{instruction}'), 0) then requests_api.step_of(it.request_id, '{instruction}') else it.step_no end);
	if next is null then
		perform requests_api.deliver(it.request_id, 'proposer');
	else
		perform requests_api.move(it.request_id, split_part(next, ' ', 1), 'proposer', requests_api.my_roles());
		perform requests_api.go_to(it.request_id, split_part(next, ' ', 2)::int);
		perform requests_api.tell_thread(it.request_id, 'projet', case split_part(next, ' ', 1) when 'visa' then 'Réponse préparée, en relecture' else 'Réponse prête, à la signature' end,
			'', false, false, it.structure_id);
		perform base_api.note('requests.desk', 'proposer', 'demande ' || it.number, next);
	end if;
	return query select base_api.receipt(propose.here);
end $$;
comment on function requests_api.propose is 'The reply in the making: kept, or handed to the next hand of the path; with no other hand, delivered.';

create function requests_api.approve(request bigint, kind text, version int, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(approve.request);
	me   bigint := (select m.person_id from base.me m);
	rp   requests.replies;
	next text;
begin
	select x.* into rp from requests.replies x where x.request_id = it.request_id order by x.version desc limit 1;
	if it.state_code <> approve.kind or rp.reply_id is null then
		raise exception using errcode = 'GU409', message = 'requests.not_now';
	elsif rp.version <> approve.version then
		raise exception using errcode = 'GU409', message = 'requests.reply_changed';
	elsif not requests_api.my_roles() && (case approve.kind when 'visa' then '{manager,signatory}' else '{signatory}' end)::text[] then
		raise exception using errcode = 'GU403', message = 'requests.not_your_hand';
	elsif rp.author_id = me or exists (select from requests.approvals a where a.request_id = it.request_id and a.person_id = me and a.void_at is null) then
		raise exception using errcode = 'GU403', message = 'requests.another_hand';
	end if;
	insert into requests.approvals (request_id, reply_id, kind_code, person_id, content_hash) values (it.request_id, rp.reply_id, approve.kind, me, rp.content_hash);
	next := requests_api.after(it.request_id, it.step_no);
	if next is null then
		perform requests_api.deliver(it.request_id, case approve.kind when 'visa' then 'viser' else 'signer' end);
	else
		perform requests_api.move(it.request_id, split_part(next, ' ', 1), 'viser', requests_api.my_roles());
		perform requests_api.go_to(it.request_id, split_part(next, ' ', 2)::int);
		perform requests_api.tell_thread(it.request_id, 'visa', 'Réponse visée, à la signature', '', false, false, it.structure_id);
	end if;
	perform base_api.note('requests.desk', case approve.kind when 'visa' then 'viser' else 'signer' end, 'demande ' || it.number, 'fait',
		jsonb_build_object('reply', encode(rp.content_hash, 'hex')));
	return query select base_api.receipt(approve.here);
end $$;
comment on function requests_api.approve is 'A visa or a signature on the very text that was read, each by another person than those before.';

create function requests_api.send_back(request bigint, note text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests := requests_api.in_reach(send_back.request);
begin
	perform requests_api.move(it.request_id, 'instruction', 'renvoyer', requests_api.my_roles());
	update requests.approvals a set void_at = now(), void_why = 'Renvoyée : ' || left(send_back.note, 200) where a.request_id = it.request_id and a.void_at is null;
	perform requests_api.go_to(it.request_id, coalesce(requests_api.step_of(it.request_id, '{instruction}'), 1));
	perform requests_api.tell_thread(it.request_id, 'renvoi', 'Projet renvoyé au bureau', send_back.note, true, false, it.structure_id);
	perform base_api.note('requests.desk', 'renvoyer', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(send_back.here);
end $$;
comment on function requests_api.send_back is 'Sends a reply back to who wrote it, with the reason.';

create function requests_api.write_note(request bigint, message text, internal boolean, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(write_note.request);
	made bigint;
begin
	made := requests_api.tell_thread(it.request_id, case when internal then 'note' else 'message' end, case when internal then 'Note interne' else 'Message du bureau' end,
		btrim(write_note.message), internal, false, it.structure_id);
	if not internal then
		perform requests_api.notify(it.request_id, 'message', made);
	end if;
	perform base_api.note('requests.desk', case when internal then 'note' else 'message' end, 'demande ' || it.number, 'fait');
	return query select base_api.receipt(write_note.here);
end $$;
comment on function requests_api.write_note is 'A note between desks, or a message to the person.';

create function requests_api.judge(request bigint, decision text, words text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(judge.request);
	me   bigint := (select m.person_id from base.me m);
	made bigint;
begin
	if exists (select from requests.approvals a where a.request_id = it.request_id and a.person_id = me and a.void_at is null)
		or exists (select from requests.replies x where x.request_id = it.request_id and x.author_id = me) then
		raise exception using errcode = 'GU403', message = 'requests.judge_other';
	end if;
	perform requests_api.move(it.request_id, case judge.decision when 'rouverte' then 'instruction' else 'rejetee' end,
		case judge.decision when 'rouverte' then 'rouvrir' else 'maintenir' end, requests_api.my_roles());
	update requests.contests c set decided_at = clock_timestamp(), decision_code = judge.decision, decision = btrim(judge.words), decided_by = me
	where c.request_id = it.request_id and c.decided_at is null;
	if judge.decision = 'rouverte' then
		update requests.approvals a set void_at = now(), void_why = 'Rouverte après contestation.' where a.request_id = it.request_id and a.void_at is null;
		perform requests_api.go_to(it.request_id, coalesce(requests_api.step_of(it.request_id, '{instruction}'), 1));
	end if;
	made := requests_api.tell_thread(it.request_id, 'contestation', case judge.decision when 'rouverte' then 'Contestation acceptée : la demande est rouverte' else 'Décision maintenue' end,
		judge.words, false, false, it.structure_id);
	perform requests_api.notify(it.request_id, 'contestation', made);
	perform base_api.note('requests.desk', 'contestation', 'demande ' || it.number, judge.decision);
	return query select base_api.receipt(judge.here);
end $$;
comment on function requests_api.judge is 'Decides a contest: by somebody who neither wrote nor signed the decision.';

create function requests_api.reopen(request bigint, words text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(reopen.request);
	made bigint;
begin
	perform requests_api.move(it.request_id, 'instruction', 'rouvrir', requests_api.my_roles());
	update requests.approvals a set void_at = now(), void_why = 'Rouverte.' where a.request_id = it.request_id and a.void_at is null;
	perform requests_api.go_to(it.request_id, coalesce(requests_api.step_of(it.request_id, '{instruction}'), 1));
	made := requests_api.tell_thread(it.request_id, 'reouverture', 'Demande rouverte par le bureau', reopen.words, false, false, it.structure_id);
	perform requests_api.notify(it.request_id, 'message', made);
	perform base_api.note('requests.desk', 'rouvrir', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(reopen.here);
end $$;
comment on function requests_api.reopen is 'A closed request is opened again by its desk.';

-- Several at once: each one is done or refused on its own, and the page says how many.
create function requests_api.batch(move text, requests text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	one  text;
	it   requests.requests;
	done int := 0;
	not_done int := 0;
begin
	for one in select x from jsonb_array_elements_text(batch.requests::jsonb) x limit 100 loop
		begin
			select r.* into it from requests.requests r where r.number = one;
			if it.request_id is null then
				raise exception using errcode = 'GU404', message = 'problem.missing';
			elsif batch.move = 'prendre' then
				perform requests_api.take(it.request_id, batch.here);
			else
				perform requests_api.approve(it.request_id, case batch.move when 'viser' then 'visa' else 'signature' end,
					(select max(x.version) from requests.replies x where x.request_id = it.request_id), batch.here);
			end if;
			done := done + 1;
		exception when sqlstate 'GU403' or sqlstate 'GU404' or sqlstate 'GU409' or sqlstate 'GU422' then
			not_done := not_done + 1;
		end;
	end loop;
	return query select base_api.receipt(batch.here || case when done > 0 then '&lot=' || done else '' end || case when not_done > 0 then '&refus=' || not_done else '' end);
end $$;
comment on function requests_api.batch is 'One gesture on several requests; what one refuses does not stop the others.';

-- Absence ----------------------------------------------------------------------------------------------------------------------

create function requests_api.my_absences() returns table (absence_id bigint, valid_from date, last_day date, who text, is_now boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a.absence_id, a.valid_from, a.valid_to - 1, p.given_names || ' ' || p.family_name, current_date >= a.valid_from and current_date < a.valid_to
	from requests.absences a join base.persons p on p.person_id = a.stand_in_id where a.person_id = (select m.person_id from base.me m) and a.valid_to >= current_date order by a.valid_from;
$$;
comment on function requests_api.my_absences is 'When the asker is away, and who stands in for him.';

create function requests_api.colleagues() returns table (target text, label text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select distinct 'p' || p.person_id, p.given_names || ' ' || p.family_name
	from base.assignments a join base.structures s using (structure_id) join base.persons p using (person_id)
	where a.role_code in ('clerk', 'manager', 'signatory') and a.granted_by is not null and a.confirmed_by is not null and a.valid_from <= current_date
		and (a.valid_to is null or a.valid_to > current_date) and a.person_id <> (select m.person_id from base.me m)
		and (s.rank <@ (select x.ranks from base.my_spans x) or exists (select from base.assignments mine join base.structures t on t.structure_id = mine.structure_id
			where mine.person_id = (select m.person_id from base.me m) and t.rank between s.rank and s.last_rank))
	order by 2 limit 100;
$$;
comment on function requests_api.colleagues is 'Who may stand in for the asker: people of his desks and above who treat requests.';

create function requests_api.be_away(first_day date, last_day date, target text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if be_away.last_day < be_away.first_day or be_away.last_day < current_date then
		raise exception using errcode = 'GU422', message = 'requests.wrong_days', column = 'fin';
	elsif not exists (select from requests_api.colleagues() c where c.target = be_away.target) then
		raise exception using errcode = 'GU422', message = 'requests.no_target', column = 'cible';
	end if;
	insert into requests.absences (person_id, stand_in_id, valid_from, valid_to)
	values ((select m.person_id from base.me m), substr(be_away.target, 2)::bigint, be_away.first_day, be_away.last_day + 1);
	perform base_api.note('requests.desk', 'absence', '', 'fait', jsonb_build_object('from', be_away.first_day, 'to', be_away.last_day));
	return query select base_api.receipt(be_away.here);
end $$;
comment on function requests_api.be_away is 'Says when the asker is away and who sees his baskets meanwhile.';

create function requests_api.be_back(absence bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	delete from requests.absences a where a.absence_id = be_back.absence and a.person_id = (select m.person_id from base.me m);
	return query select base_api.receipt(be_back.here);
end $$;
comment on function requests_api.be_back is 'Takes an absence back.';

-- A file of the request, for its person or its desk: its name in the store.
create function requests_api.file_of(request bigint, attachment bigint) returns table (sha256 text, type text, name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select encode(f.sha256, 'hex'), f.type, f.name from requests.attachments a join base.files f using (file_id) join requests.requests r using (request_id)
	where a.attachment_id = file_of.attachment and a.request_id = file_of.request
		and (r.person_id = (select m.person_id from base.me m) or (r.structure_rank <@ (select s.ranks from base.my_spans s) and requests_api.my_roles() && '{clerk,manager,signatory}'));
$$;
comment on function requests_api.file_of is 'A piece of a request that the asker may read.';
reset role;
