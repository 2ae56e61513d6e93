-- The agent's own certificates (web_self): what he holds, what he may ask and why, and asking. Rebuilt after api.sql.
set role guichet_owner;

-- Read by functions only, each of which says whose rows.
create view certificates_api.request_rows with (security_invoker) as
	select r.request_id, r.kind_code, k.name as kind_name, r.variant_code, r.state_code, s.label as state_label, s.is_open, r.is_direct,
		r.asked_at, r.due_on, coalesce(s.is_open and r.due_on < current_date, false) as is_late,
		case when r.state_code = 'attente' then base_api.working_days(current_date, r.due_on) end as days_left,
		r.function_name, r.decree, r.predecessor, r.predecessor_matricule, rr.label as reason_label, rr.remedy, r.explanation, r.closed_at,
		coalesce(d.reference, r.reference) as reference, d.code, d.signatory, d.signed_on, d.expires_on, d.sealed_at, d.state_note,
		case when d.document_id is null then null when d.state_code <> 'en_vigueur' then d.state_code when d.expires_on < current_date then 'expire'
			else 'valide' end as holds_code,
		st.name as desk_name, o.quality, k.delay_days, k.delay_is_demo, k.validity_is_demo,
		r.state_code = 'emission' and coalesce(j.state_code in ('echec', 'annule'), false) as is_stuck,
		r.structure_id, r.person_id, r.agent_id, d.jws,
		substr(d.code, 1, 4) || ' ' || substr(d.code, 5, 4) || ' ' || substr(d.code, 9, 4) as code_words
	from certificates.requests r
	join certificates.kinds k on k.kind_code = r.kind_code
	join certificates.states s on s.state_code = r.state_code
	join certificates.offices o on o.office_id = r.office_id
	join base.structures st on st.structure_id = r.structure_id
	left join certificates.refusal_reasons rr on rr.reason_code = r.reason_code
	left join acts.documents d on d.document_id = r.document_id
	left join base.jobs j on j.job_id = r.job_id;

create function certificates_api.my_agent_id() returns bigint
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select m.agent_id from career.me m $$;
comment on function certificates_api.my_agent_id is 'The agent who is asking; null for a person who is none.';

create function certificates_api.my_kinds(just text default null) returns table (kind_code text, name text, purpose text, validity_days int,
	validity_is_demo boolean, delay_days int, delay_is_demo boolean, quality text, desk_name text, open_id bigint, valid_id bigint, valid_until date,
	due_on date, total int, met int, missing text, is_whole boolean, is_barred boolean, takes_function boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	agent bigint := certificates_api.my_agent_id();
	f     certificates_api.facts;
begin
	if agent is null then
		return;
	end if;
	f := certificates_api.facts_of(agent);
	return query
	select k.kind_code, k.name, k.purpose, k.validity_days, k.validity_is_demo, k.delay_days, k.delay_is_demo, o.quality, s.name, q.request_id,
		v.request_id, v.expires_on, base_api.add_working_days(current_date, k.delay_days), c.total, c.met, c.missing, c.met = c.total, c.barred,
		k.kind_code = 'presence_poste'
	from certificates.kinds k
	cross join lateral certificates_api.office_of(k.kind_code, f.structure_rank) o
	join base.structures s on s.structure_id = o.structure_id
	left join certificates.requests q on q.agent_id = agent and q.kind_code = k.kind_code and q.state_code in ('emission', 'attente')
	left join lateral certificates_api.valid_certificate(agent, k.kind_code) v on v.posted_id is not distinct from f.structure_id
	cross join lateral (
		select count(*)::int as total, (count(*) filter (where j.verdict_code = 'oui'))::int as met,
			string_agg(lower(left(j.label, 1)) || substr(j.label, 2), ' ; ' order by j.sort) filter (where j.verdict_code <> 'oui') as missing,
			bool_or(j.verdict_code = 'non') as barred
		from certificates_api.judge(f, k.kind_code, certificates_api.variant_of(f, k.kind_code, false), null) j
	) c
	where just is null or k.kind_code = just
	order by k.sort;
end $$;
comment on function certificates_api.my_kinds is 'Each certificate I may ask, or one of them: whether it would be issued at once, who issues it, and the one that already holds.';

create function certificates_api.my_conditions(kind text) returns table (condition_code text, label text, verdict_code text, why text, act_id bigint, remedy text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	agent bigint := certificates_api.my_agent_id();
	f     certificates_api.facts;
begin
	if agent is null then
		return;
	end if;
	f := certificates_api.facts_of(agent);
	return query select j.condition_code, j.label, j.verdict_code, j.why, j.act_id, j.remedy
		from certificates_api.judge(f, kind, certificates_api.variant_of(f, kind, false), null) j order by j.sort;
end $$;
comment on function certificates_api.my_conditions is 'The conditions of a certificate as my file meets them now.';

create function certificates_api.my_requests(size int, skip int) returns setof certificates_api.request_rows
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.* from certificates_api.request_rows r
	where r.person_id = (select m.person_id from base.me m)
	order by r.asked_at desc, r.request_id desc limit my_requests.size offset my_requests.skip;
$$;
comment on function certificates_api.my_requests is 'My requests and certificates, newest first.';

create function certificates_api.my_request(request bigint) returns setof certificates_api.request_rows
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.* from certificates_api.request_rows r
	where r.request_id = my_request.request and r.person_id = (select m.person_id from base.me m);
$$;
comment on function certificates_api.my_request is 'One of my requests; no row for another person''s.';

create function certificates_api.my_findings(request bigint) returns table (label text, verdict_code text, why text, act_id bigint, remedy text, judged_at timestamptz)
	language sql stable
	begin atomic
		select f.label, f.verdict_code, f.why, f.act_id, c.remedy, f.judged_at
		from certificates.findings f
		join certificates.requests r on r.request_id = f.request_id
		left join certificates.conditions c on c.kind_code = r.kind_code and c.condition_code = f.condition_code
		where f.request_id = my_findings.request
		order by f.sort;
	end;
comment on function certificates_api.my_findings is 'What my file said when the request was judged for the last time.';

create function certificates_api.my_events(request bigint) returns table (at timestamptz, what text, note text, is_staff boolean)
	language sql stable
	begin atomic
		select e.at, e.what, e.note, e.is_staff from certificates.events e where e.request_id = my_events.request order by e.event_id;
	end;
comment on function certificates_api.my_events is 'The way of one of my requests.';

create function certificates_api.my_file(request bigint) returns table (sha256 text, file_name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select encode(d.file_sha256, 'hex'), replace(r.kind_code, '_', '-') || '-' || d.code || '.pdf'
	from certificates.requests r join acts.documents d on d.document_id = r.document_id
	where r.request_id = my_file.request and r.person_id = (select m.person_id from base.me m);
$$;
comment on function certificates_api.my_file is 'Where the PDF of one of my certificates is kept.';

-- What is asked, by the agent himself or by a service that hands a request over: opened, or the one that is there already.
create function certificates_api.open_for(kind text, agent bigint, who bigint, has_function boolean, function_name text, decree text, predecessor text, predecessor_matricule text)
	returns table (request_id bigint, was_there boolean)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f      certificates_api.facts;
	o      certificates.offices;
	there  bigint;
	made   bigint;
begin
	f := certificates_api.facts_of(agent);
	if predecessor_matricule = f.matricule then
		raise exception using errcode = 'GU422', message = 'certificates.predecessor_self', column = 'predecesseur_matricule';
	end if;
	select v.request_id into there from certificates_api.valid_certificate(agent, kind) v
	where v.posted_id is not distinct from f.structure_id and (not has_function or v.function_name = open_for.function_name);
	if there is not null then
		return query select there, true;
		return;
	end if;
	o := certificates_api.office_of(kind, f.structure_rank);
	insert into certificates.requests as r (kind_code, variant_code, person_id, agent_id, office_id, structure_id, state_code, function_name, decree, predecessor, predecessor_matricule)
	values (kind, certificates_api.variant_of(f, kind, has_function), who, agent, o.office_id, o.structure_id, 'emission', function_name, decree, predecessor, predecessor_matricule)
	on conflict (agent_id, kind_code) where state_code in ('emission', 'attente') do nothing
	returning r.request_id into made;
	if made is null then                                          -- asked already, perhaps this very second in another window
		return query select r.request_id, true from certificates.requests r
			where r.agent_id = agent and r.kind_code = kind and r.state_code in ('emission', 'attente');
		return;
	end if;
	insert into certificates.events (request_id, person_id, what) values (made, who, 'Demandée');
	if certificates_api.keep_findings(made) then
		update certificates.requests r set job_id = job_api.put('certificates.issue', who, jsonb_build_object('request', made)) where r.request_id = made;
	else
		perform certificates_api.route(made);
	end if;
	perform base_api.note('career.own', 'attestation.demande', 'certificat ' || kind, 'fait', jsonb_build_object('request', made));
	return query select made, false;
end $$;
comment on function certificates_api.open_for is 'A request of a certificate for this agent, or the one that stands already.';

-- Issued at once when everything holds; otherwise handed to the desk. Asked twice, it is the same request; when one still holds, that one.
create function certificates_api.ask(kind text, has_function boolean, function_name text, decree text, predecessor text, predecessor_matricule text)
	returns table (request_id bigint, was_there boolean)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me     bigint := (select m.person_id from base.me m);
	agent  bigint := certificates_api.my_agent_id();
	k      certificates.kinds;
begin
	select x.* into k from certificates.kinds x where x.kind_code = kind;
	if agent is null or not found then
		raise exception using errcode = 'GU404', message = 'career.agent_missing';
	end if;
	if (kind <> 'presence_poste' and has_function) or (not has_function and num_nonnulls(function_name, decree, predecessor, predecessor_matricule) > 0) then
		raise exception using errcode = 'GU422', message = 'certificates.not_asked', column = 'fonction';
	end if;
	if has_function and function_name is null then
		raise exception using errcode = 'GU422', message = 'certificates.function_missing', column = 'fonction';
	end if;
	if has_function and decree is null then
		raise exception using errcode = 'GU422', message = 'certificates.decree_missing', column = 'decret';
	end if;
	if (predecessor is null) <> (predecessor_matricule is null) then
		raise exception using errcode = 'GU422', message = 'certificates.predecessor_half', column = case when predecessor is null then 'predecesseur' else 'predecesseur_matricule' end;
	end if;
	return query select o.request_id, o.was_there from certificates_api.open_for(kind, agent, me, has_function, function_name, decree, predecessor, predecessor_matricule) o;
end $$;
comment on function certificates_api.ask is 'Asks a certificate for myself: issued at once when the file proves everything, otherwise handed to the desk in charge.';

create function certificates_api.withdraw(request bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
begin
	perform from certificates.requests r where r.request_id = request and r.person_id = me for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'certificates.missing';
	end if;
	perform certificates_api.move(request, 'retire');
	update certificates.requests r set state_code = 'retire', closed_at = now() where r.request_id = request;
	insert into certificates.events (request_id, person_id, what) values (request, me, 'Retirée par le demandeur');
	perform base_api.note('career.own', 'attestation.retrait', 'certificat', 'fait', jsonb_build_object('request', request));
end $$;
comment on function certificates_api.withdraw is 'Takes back a request that a desk has not answered yet.';

create function certificates_api.retry(request bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
begin
	perform from certificates.requests r join base.jobs j on j.job_id = r.job_id
	where r.request_id = request and r.person_id = me and r.state_code = 'emission' and j.state_code in ('echec', 'annule') for update of r;
	if not found then
		raise exception using errcode = 'GU409', message = 'certificates.not_now';
	end if;
	update certificates.requests r set job_id = job_api.put('certificates.issue', me, jsonb_build_object('request', request)) where r.request_id = request;
end $$;
comment on function certificates_api.retry is 'Asks again for a paper whose job was given up.';

revoke execute on all functions in schema certificates_api from public;
grant execute on function certificates_api.my_kinds, certificates_api.my_conditions, certificates_api.my_requests,
	certificates_api.my_request, certificates_api.my_findings, certificates_api.my_events, certificates_api.my_file, certificates_api.ask,
	certificates_api.withdraw, certificates_api.retry to web_self;
reset role;
