-- One request for its desk: all that its page shows.
set role guichet_owner;

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

-- The person sees who opened his file: once per half hour and viewer.
create function requests_api.looked(it requests.requests) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
	select it.person_id, m.person_id, it.structure_id, (select r from unnest(requests_api.my_roles()) r where r in ('clerk', 'manager', 'signatory') limit 1), 'demande',
		'Traitement de la demande ' || it.number
	from base.me m where it.person_id is not null and it.person_id <> m.person_id and not exists (select from base.consultations c where c.person_id = it.person_id
		and c.viewer_id = m.person_id and c.what = 'demande' and c.reason = 'Traitement de la demande ' || it.number and c.at > now() - interval '30 minutes');
$$;
comment on function requests_api.looked is 'Leaves the line that a person''s request was read by somebody of a desk.';

create function requests_api.open_file(request bigint) returns table (request_id bigint, number text, name text, service_name text, service text, state_code text, state_label text,
	kind_code text, turn_code text, basket_code text, filed_at timestamptz, channel_label text, days smallint, days_used int, due_on date, is_late boolean, desk text, assignee text,
	is_mine boolean, matricule text, situation text, agent_id bigint, subject text, sheet_id bigint, version int, is_own boolean, may_visa boolean, may_sign boolean,
	reply_body text, reply_outcome text, reply_reason text, reply_version int, can_take boolean, can_ask boolean, can_propose boolean, can_visa boolean, can_sign boolean, can_return boolean,
	can_reopen boolean, can_judge boolean, grounds text, contest_due date, can_hand boolean, certificate_id bigint, certificate_state text, gives_document text)
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
	perform requests_api.looked(it);
	return query
	select it.request_id, it.number, it.requester_name, v.name, v.code, it.state_code, s.label, s.kind, s.turn_code, it.basket_code, it.filed_at, ch.label, it.days,
		requests_api.used(it.days_used, it.clock_since), it.due_on, it.due_on < current_date, b.name,
		(select a.given_names || ' ' || a.family_name from base.persons a where a.person_id = it.assigned_to), it.assigned_to = me, ag.matricule,
		case when ag.category is not null then ag.category || coalesce(ag.scale::text, '') || coalesce('-' || ag.step, '') || coalesce(', ' || ags.name, '') end,
		ag.agent_id, nullif(it.subject, ''), it.sheet_id, it.version, it.person_id = me, roles && '{manager,signatory}', roles && '{signatory}',
		rp.body, rp.outcome_code, rp.reason_code, rp.version,
		it.state_code in ('nouvelle', 'corrigee') and it.person_id is distinct from me,
		it.state_code in ('nouvelle', 'instruction', 'corrigee', 'attente') and it.person_id is distinct from me,
		it.state_code in ('nouvelle', 'instruction', 'corrigee') and it.person_id is distinct from me,
		it.state_code = 'visa' and roles && '{manager,signatory}' and rp.author_id is distinct from me and it.person_id is distinct from me,
		it.state_code = 'signature' and roles && '{signatory}' and rp.author_id is distinct from me and it.person_id is distinct from me
			and not exists (select from requests.approvals x where x.request_id = it.request_id and x.person_id = me and x.void_at is null),
		it.state_code in ('visa', 'signature') and it.person_id is distinct from me, it.state_code in ('rejetee', 'finalisee') and roles && '{manager,signatory}',
		it.state_code = 'contestee' and roles && '{manager,signatory}', ct.grounds, ct.due_on,
		it.state_code in ('nouvelle', 'instruction', 'corrigee') and it.person_id is distinct from me and ag.agent_id is not null and hs.kind_code is not null and ho.request_id is null,
		ho.certificate_id, cs.label, requests_api.document_of(it.request_id)->>'titre'
	from services.services v join requests.states s on s.state_code = it.state_code join base.structures b on b.structure_id = it.structure_id
	join requests.channels ch on ch.channel_code = it.channel_code
	left join career.agents ag on ag.person_id = it.person_id left join base.structures ags on ags.structure_id = ag.structure_id
	left join lateral (select y.* from requests.replies y where y.request_id = it.request_id order by y.version desc limit 1) rp on true
	left join requests.contests ct on ct.request_id = it.request_id and ct.decided_at is null
	left join requests.handed_services hs on hs.service_id = it.service_id
	left join requests.handovers ho on ho.request_id = it.request_id
	left join certificates.requests cq on cq.request_id = ho.certificate_id left join certificates.states cs on cs.state_code = cq.state_code
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

create function requests_api.reasons_of(form bigint) returns setof requests.reasons
	language sql stable
	begin atomic
		select r.* from requests.reasons r left join services.forms f on f.form_id = reasons_of.form
		where not coalesce(f.content ? 'rejets', false) or f.content->'rejets' ? r.reason_code
			or not exists (select from requests.reasons x where f.content->'rejets' ? x.reason_code);
	end;
comment on function requests_api.reasons_of is 'Reasons of rejection that a form declares; all of them when it declares none that is known.';

create function requests_api.reasons(request bigint) returns table (reason text, label text)
	language sql stable
	begin atomic
		select x.reason_code, x.label from requests.requests r cross join lateral requests_api.reasons_of(r.form_id) x where r.request_id = reasons.request order by x.sort;
	end;
comment on function requests_api.reasons is 'Reasons for which this request may be rejected.';

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

reset role;
