-- The desk of certificates (web_certificates): the basket, one request with what of the file it needs, and the decision, by a person
-- other than the beneficiary. Opening a request leaves a line that the person can read. Rebuilt after api.sql.
set role guichet_owner;

create function certificates_api.my_desks() returns bigint[]
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select array(select s.structure_id from base.structures s where s.rank <@ (select m.ranks from base.my_spans m)
		and exists (select from certificates.offices o where o.structure_id = s.structure_id));
$$;
comment on function certificates_api.my_desks is 'The desks that the asker serves.';

create function certificates_api.desks() returns table (structure_id bigint, name text)
	language sql stable
	begin atomic
		select s.structure_id, s.name from base.structures s
		where s.rank <@ (select m.ranks from base.my_spans m) and exists (select from certificates.offices o where o.structure_id = s.structure_id)
		order by s.rank;
	end;
comment on function certificates_api.desks is 'The desks I serve, in the order of the tree.';

create function certificates_api.kinds() returns table (kind_code text, name text)
	language sql stable
	begin atomic
		select k.kind_code, k.name from certificates.kinds k order by k.sort;
	end;
comment on function certificates_api.kinds is 'The certificates.';

create function certificates_api.refusals() returns table (reason_code text, label text, remedy text)
	language sql stable
	begin atomic
		select r.reason_code, r.label, r.remedy from certificates.refusal_reasons r order by r.sort;
	end;
comment on function certificates_api.refusals is 'Why a certificate may be refused.';

create function certificates_api.basket_counts(kind text, desk bigint) returns table (waiting int, late int, done int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select (count(*) filter (where r.state_code = 'attente' and r.due_on >= current_date))::int,
		(count(*) filter (where r.state_code = 'attente' and r.due_on < current_date))::int,
		(count(*) filter (where r.state_code in ('delivre', 'refuse', 'retire')))::int
	from certificates.requests r
	where r.structure_id = any (certificates_api.my_desks()) and (kind is null or r.kind_code = kind) and (desk is null or r.structure_id = desk);
$$;
comment on function certificates_api.basket_counts is 'How many requests stand in each basket of my desks.';

-- Two ways to the rows of a page: what waits by its deadline, what is done by its end; each has an index.
create function certificates_api.basket_ids(tray text, kind text, desk bigint, words text, size int, skip int) returns bigint[]
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	desks    bigint[] := certificates_api.my_desks();
	patterns text[] := array(select '%' || replace(replace(replace(w.word, '\', '\\'), '%', '\%'), '_', '\_') || '%'
		from string_to_table(btrim(base.fold(left(coalesce(words, ''), 60))), ' ') w (word) where w.word <> '');
begin
	if tray = 'traitees' then
		return array(select r.request_id from certificates.requests r join career.agents a on a.agent_id = r.agent_id
			where r.closed_at is not null and r.structure_id = any (desks) and (kind is null or r.kind_code = kind) and (desk is null or r.structure_id = desk)
				and not exists (select from unnest(patterns) w (pattern) where a.search_text not like w.pattern and coalesce(base.fold(r.reference) not like w.pattern, true))
			order by r.closed_at desc, r.request_id desc limit size offset skip);
	end if;
	return array(select r.request_id from certificates.requests r join career.agents a on a.agent_id = r.agent_id
		where r.state_code = 'attente' and r.structure_id = any (desks) and (kind is null or r.kind_code = kind) and (desk is null or r.structure_id = desk)
			and (r.due_on < current_date) = (tray = 'retard')
			and not exists (select from unnest(patterns) w (pattern) where a.search_text not like w.pattern)
		order by r.due_on, r.request_id limit size offset skip);
end $$;
comment on function certificates_api.basket_ids is 'The requests of one page of a basket, in their order.';

create function certificates_api.basket(tray text, kind text, desk bigint, words text, size int, skip int)
	returns table (request_id bigint, kind_name text, family_name text, given_names text, matricule text, desk_name text, state_code text, state_label text,
		is_direct boolean, asked_at timestamptz, asked_on date, due_on date, days_left int, is_late boolean, reference text, holds_code text, expires_on date, closed_on date, is_mine boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.request_id, k.name, p.family_name, p.given_names, a.matricule, s.name, r.state_code, st.label, r.is_direct, r.asked_at, r.asked_at::date, r.due_on,
		case when r.state_code = 'attente' then base_api.working_days(current_date, r.due_on) end,
		coalesce(r.state_code = 'attente' and r.due_on < current_date, false), r.reference,
		case when d.document_id is null then null when d.state_code <> 'en_vigueur' then d.state_code when d.expires_on < current_date then 'expire' else 'valide' end,
		d.expires_on, r.closed_at::date, r.person_id = (select m.person_id from base.me m)
	from unnest(certificates_api.basket_ids(tray, kind, desk, words, least(greatest(coalesce(size, 30), 1), 10001), greatest(coalesce(skip, 0), 0))) with ordinality i (id, n)
	join certificates.requests r on r.request_id = i.id
	join certificates.kinds k on k.kind_code = r.kind_code
	join certificates.states st on st.state_code = r.state_code
	join career.agents a on a.agent_id = r.agent_id
	join base.persons p on p.person_id = r.person_id
	join base.structures s on s.structure_id = r.structure_id
	left join acts.documents d on d.document_id = r.document_id
	order by i.n;
$$;
comment on function certificates_api.basket is 'One basket of my desks: what waits by nearest deadline, what is done by the latest.';

create function certificates_api.export_basket(tray text, kind text, desk bigint, words text)
	returns table (kind_name text, family_name text, given_names text, matricule text, desk_name text, state_label text, asked_on date, due_on date,
		days_left int, reference text, expires_on date, closed_on date)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	as_ record;
begin
	select * into as_ from career_api.viewer_role('certificates.desk', null);
	-- A list that leaves is a consultation of everybody in it.
	insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
	select distinct r.person_id, (select m.person_id from base.me m), as_.structure_id, as_.role_code, 'export', 'Liste des demandes d’attestations du bureau'
	from certificates_api.basket(tray, kind, desk, words, 10000, 0) b
	join certificates.requests r on r.request_id = b.request_id;
	perform base_api.note('certificates.desk', 'export', 'corbeille ' || tray, 'fait');
	return query select b.kind_name, b.family_name, b.given_names, b.matricule, b.desk_name, b.state_label, b.asked_on, b.due_on, b.days_left,
		b.reference, b.expires_on, b.closed_on
	from certificates_api.basket(tray, kind, desk, words, 10000, 0) b;
end $$;
comment on function certificates_api.export_basket is 'A basket as a list that leaves the portal, with a line in the journal of each person in it.';

create function certificates_api.at_desk(request bigint) returns certificates.requests
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	q certificates.requests;
begin
	select r.* into q from certificates.requests r where r.request_id = request and r.structure_id = any (certificates_api.my_desks()) for update;
	if not found then                                              -- unknown, or another desk's: the same answer
		raise exception using errcode = 'GU404', message = 'certificates.missing';
	end if;
	if q.person_id = (select m.person_id from base.me m) then
		raise exception using errcode = 'GU403', message = 'certificates.own_request';
	end if;
	return q;
end $$;
comment on function certificates_api.at_desk is 'A request that the asker may decide: of a desk he serves, and not his own.';

create function certificates_api.open_request(request bigint) returns table (request_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me  bigint := (select m.person_id from base.me m);
	q   certificates.requests;
	as_ record;
begin
	select r.* into q from certificates.requests r where r.request_id = request and r.structure_id = any (certificates_api.my_desks());
	if not found then
		raise exception using errcode = 'GU404', message = 'certificates.missing';
	end if;
	if q.person_id = me then
		raise exception using errcode = 'GU403', message = 'certificates.own_request';
	end if;
	if not exists (select from base.consultations c where c.person_id = q.person_id and c.viewer_id = me and c.what = 'attestation' and c.at > now() - interval '29 minutes') then
		select v.* into as_ from base.structures s cross join lateral career_api.viewer_role('certificates.desk', s.rank) v where s.structure_id = q.structure_id;
		insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
		select q.person_id, me, as_.structure_id, as_.role_code, 'attestation', k.name || ', demande du ' || base_api.day_words(q.asked_at::date)
		from certificates.kinds k where k.kind_code = q.kind_code;
	end if;
	perform set_config('guichet.certificate', request::text, true);
	return query select q.request_id;
end $$;
comment on function certificates_api.open_request is 'Opens one request for this transaction; the person will read who looked, from where and for which request.';

create function certificates_api.opened() returns certificates.requests
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.* from certificates.requests r
	where r.request_id = nullif(current_setting('guichet.certificate', true), '')::bigint and r.structure_id = any (certificates_api.my_desks())
		and exists (select from base.consultations c where c.person_id = r.person_id and c.viewer_id = (select m.person_id from base.me m)
			and c.what = 'attestation' and c.at > now() - interval '30 minutes');
$$;
comment on function certificates_api.opened is 'The request that this transaction opened, checked again: the setting alone opens nothing.';

create function certificates_api.desk_head() returns table (request_id bigint, kind_code text, kind_name text, variant_code text, state_code text,
	state_label text, is_open boolean, is_direct boolean, asked_at timestamptz, due_on date, is_late boolean, days_left int, delay_days int, function_name text, decree text,
	predecessor text, predecessor_matricule text, reason_label text, remedy text, explanation text, reference text, code text, code_words text, signatory text, signed_on date,
	expires_on date, holds_code text, state_note text, desk_name text, quality text, family_name text, given_names text, sex_code text, matricule text,
	birth_date date, corps_name text, grade text, structure_name text, ministry_name text, position_label text, first_service_date date,
	retirement_on date, limit_age smallint, leans text, is_stuck boolean, asked int, bars int)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	q certificates.requests := certificates_api.opened();
	f certificates_api.facts;
begin
	if q.request_id is null then
		return;
	end if;
	f := certificates_api.facts_of(q.agent_id);
	return query
	select r.request_id, r.kind_code, r.kind_name, r.variant_code, r.state_code, r.state_label, r.is_open, r.is_direct, r.asked_at, r.due_on, r.is_late,
		r.days_left, r.delay_days, r.function_name, r.decree, r.predecessor, r.predecessor_matricule, r.reason_label, r.remedy, r.explanation, r.reference, r.code,
		r.code_words, r.signatory, r.signed_on, r.expires_on, r.holds_code, r.state_note, r.desk_name, r.quality, f.family_name, f.given_names, f.sex, f.matricule, f.birth_date,
		f.corps_name, f.grade, f.structure_name, f.ministry_name, f.position_label, f.first_service_date, f.retirement_on, f.limit_age,
		case when r.holds_code = 'valide' and r.kind_code in ('presence_poste', 'non_radiation') then
			(select v.reference from certificates_api.valid_certificate(r.agent_id, 'validite_services') v) end, r.is_stuck, nullif(c.asks, 0), nullif(c.bars, 0)
	from certificates_api.request_rows r
	cross join lateral (select (count(*) filter (where x.is_asked))::int as asks,
		(count(*) filter (where x.verdict_code <> 'oui' and not x.is_asked))::int as bars
		from certificates_api.desk_conditions() x) c
	where r.request_id = q.request_id;
end $$;
comment on function certificates_api.desk_head is 'The open request with what of the file it needs.';

create function certificates_api.desk_conditions() returns table (condition_code text, label text, verdict_code text, why text, act_words text, remedy text,
	is_confirmable boolean, fact_label text, is_confirmed boolean, is_asked boolean, is_only boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	q certificates.requests := certificates_api.opened();
begin
	if q.request_id is null then
		return;
	end if;
	if q.state_code = 'attente' then                              -- as the file stands now, which may be better than when it was asked
		return query select j.condition_code, j.label, j.verdict_code, j.why, certificates_api.act_words(j.act_id), j.remedy, j.is_confirmable, j.fact_label, j.is_confirmed,
				j.is_confirmable and j.verdict_code = 'inconnu', j.is_confirmable and count(*) filter (where j.is_confirmable and j.verdict_code = 'inconnu') over () = 1
			from certificates_api.judge(certificates_api.facts_of(q.agent_id), q.kind_code, q.variant_code, q.request_id) j order by j.sort;
	else
		return query select f.condition_code, f.label, f.verdict_code, f.why, certificates_api.act_words(f.act_id), null::text, false, null::text, false, false, false
			from certificates.findings f where f.request_id = q.request_id order by f.sort;
	end if;
end $$;
comment on function certificates_api.desk_conditions is 'The conditions of the open request, live while it waits.';

create function certificates_api.desk_lines() returns table (effect_date date, end_date date, kind_label text, reference text, signed_on date, said text, proof_label text, is_firm boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.effect_date, l.end_date, r.kind_label, r.reference, r.signed_on, concat_ws(', ', nullif(r.after_grade, ''), r.after_position, r.after_structure),
		r.proof_label, r.is_firm
	from (select l.* from career.act_lines l where l.agent_id = (certificates_api.opened()).agent_id order by l.effect_date desc, l.act_line_id desc limit 8) l
	join career_api.act_rows r on r.act_line_id = l.act_line_id
	order by l.effect_date desc, l.act_line_id desc;
$$;
comment on function certificates_api.desk_lines is 'The latest lines of the file that the open request is about.';

create function certificates_api.desk_events() returns table (at timestamptz, what text, note text, who text, is_staff boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select e.at, e.what, e.note, case when e.is_staff then p.given_names || ' ' || p.family_name end, e.is_staff
	from certificates.events e left join base.persons p on p.person_id = e.person_id
	where e.request_id = (certificates_api.opened()).request_id order by e.event_id;
$$;
comment on function certificates_api.desk_events is 'The way of the open request, with who decided.';

create function certificates_api.desk_file() returns table (sha256 text, file_name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select encode(d.file_sha256, 'hex'), replace(q.kind_code, '_', '-') || '-' || d.code || '.pdf'
	from certificates_api.opened() q join acts.documents d on d.document_id = q.document_id;
$$;
comment on function certificates_api.desk_file is 'Where the PDF of the open request is kept.';

-- Decisions ---------------------------------------------------------------------------------------------------------------------

create function certificates_api.issue_if_whole(q certificates.requests) returns boolean
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if not certificates_api.keep_findings(q.request_id) then
		return false;
	end if;
	perform certificates_api.move(q.request_id, 'emission');
	update certificates.requests r set state_code = 'emission', decided_by = (select m.person_id from base.me m),
		job_id = job_api.put('certificates.issue', q.person_id, jsonb_build_object('request', q.request_id))
	where r.request_id = q.request_id;
	return true;
end $$;
comment on function certificates_api.issue_if_whole is 'Judges a waiting request again and has it issued when everything holds.';

create function certificates_api.confirm(request bigint, condition text, fact text, justification text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
	q  certificates.requests := certificates_api.at_desk(request);
	j  record;
begin
	if q.state_code <> 'attente' then
		raise exception using errcode = 'GU409', message = 'certificates.not_now';
	end if;
	select x.* into j from certificates_api.judge(certificates_api.facts_of(q.agent_id), q.kind_code, q.variant_code, request) x where x.condition_code = condition;
	if not found or j.verdict_code <> 'inconnu' or not j.is_confirmable then
		raise exception using errcode = 'GU422', message = 'certificates.not_confirmable', column = 'condition';
	end if;
	insert into certificates.confirmations (request_id, condition_code, fact, justification, person_id) values (request, condition, btrim(fact), btrim(justification), me);
	insert into certificates.events (request_id, person_id, what, note, is_staff)
	values (request, me, 'Établi par le bureau : ' || lower(left(j.label, 1)) || substr(j.label, 2), btrim(fact) || ' – ' || btrim(justification), true);
	perform base_api.note('certificates.desk', 'attestation.etablie', 'certificat ' || q.kind_code, 'fait', jsonb_build_object('request', request, 'condition', condition));
	perform certificates_api.issue_if_whole(q);
end $$;
comment on function certificates_api.confirm is 'Establishes in writing one thing that the file does not say; the last one has the certificate issued.';

create function certificates_api.recheck(request bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	q certificates.requests := certificates_api.at_desk(request);
begin
	if q.state_code <> 'attente' then
		raise exception using errcode = 'GU409', message = 'certificates.not_now';
	end if;
	if not certificates_api.issue_if_whole(q) then
		raise exception using errcode = 'GU422', message = 'certificates.still_missing';
	end if;
	insert into certificates.events (request_id, person_id, what, is_staff) values (request, (select m.person_id from base.me m), 'Dossier vérifié de nouveau : tout est réuni', true);
	perform base_api.note('certificates.desk', 'attestation.verification', 'certificat ' || q.kind_code, 'fait', jsonb_build_object('request', request));
end $$;
comment on function certificates_api.recheck is 'Has a certificate issued when the file, completed meanwhile, proves everything.';

create function certificates_api.refuse(request bigint, reason text, explanation text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
	q  certificates.requests := certificates_api.at_desk(request);
	w  certificates.refusal_reasons;
	named text := (select k.name from certificates.kinds k where k.kind_code = q.kind_code);
begin
	select x.* into w from certificates.refusal_reasons x where x.reason_code = reason;
	if not found then
		raise exception using errcode = 'GU422', message = 'certificates.reason_missing', column = 'motif';
	end if;
	perform certificates_api.move(request, 'refuse');
	update certificates.requests r set state_code = 'refuse', reason_code = w.reason_code, explanation = btrim(refuse.explanation), decided_by = me, closed_at = now()
	where r.request_id = request;
	insert into certificates.events (request_id, person_id, what, note, is_staff) values (request, me, 'Refusée : ' || lower(left(w.label, 1)) || substr(w.label, 2), btrim(explanation), true);
	perform base_api.tell(q.person_id, 'Votre demande est refusée', named || ' : ' || w.label || '. ' || btrim(explanation) || E'\n\nCe que vous pouvez faire : ' || w.remedy,
		'demande refusée (' || lower(named) || '). Motif et recours dans Mes attestations.');
	perform base_api.note('certificates.desk', 'attestation.refus', 'certificat ' || q.kind_code, 'fait', jsonb_build_object('request', request, 'reason', reason));
end $$;
comment on function certificates_api.refuse is 'Refuses a request with a reason and what can be done about it.';

create function certificates_api.revoke(request bigint, reason text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
	q  certificates.requests := certificates_api.at_desk(request);
	d  acts.documents;
begin
	update acts.documents x set state_code = 'annule', state_note = btrim(reason)
	where x.document_id = q.document_id and x.state_code = 'en_vigueur'
		and exists (select from career.act_state_moves m where m.from_code = x.state_code and m.to_code = 'annule')
	returning x.* into d;
	if not found then
		raise exception using errcode = 'GU409', message = 'certificates.not_now';
	end if;
	insert into certificates.events (request_id, person_id, what, note, is_staff) values (request, me, 'Annulée par le bureau', btrim(reason), true);
	perform base_api.tell(q.person_id, 'Un de vos documents est annulé', d.title || ' n° ' || d.reference || ' : ' || btrim(reason)
		|| E'\n\nQui vérifie ce document lira désormais qu’il est annulé. Vous pouvez contester par un recours gracieux devant le signataire.',
		'le document n° ' || d.reference || ' est annulé. Motif dans Mes attestations.');
	perform base_api.note('certificates.desk', 'attestation.annulation', 'certificat ' || d.reference, 'fait', jsonb_build_object('request', request, 'document', d.document_id));
end $$;
comment on function certificates_api.revoke is 'Cancels a certificate with a reason: from then on, verifying it says so.';

revoke execute on all functions in schema certificates_api from public;
grant execute on function certificates_api.my_desks, certificates_api.desks, certificates_api.kinds, certificates_api.refusals, certificates_api.basket_counts,
	certificates_api.basket, certificates_api.export_basket, certificates_api.open_request, certificates_api.desk_head, certificates_api.desk_conditions,
	certificates_api.desk_lines, certificates_api.desk_events, certificates_api.desk_file, certificates_api.confirm, certificates_api.recheck,
	certificates_api.refuse, certificates_api.revoke to web_certificates;
reset role;
