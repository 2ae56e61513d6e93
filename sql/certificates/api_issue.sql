-- Issuing: what the job `certificates.issue` asks, all in one transaction. The number is taken in it, so that no number is ever lost.
set role guichet_owner;

create function certificates_api.move(request bigint, target text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from certificates.requests r join certificates.state_moves m on m.from_code = r.state_code and m.to_code = target
		where r.request_id = request) then
		raise exception using errcode = 'GU409', message = 'certificates.not_now';
	end if;
end $$;
comment on function certificates_api.move is 'Refuses a move that no row allows.';

-- Writes what was judged; true when everything holds.
create function certificates_api.keep_findings(request bigint) returns boolean
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	q certificates.requests;
	is_whole boolean;
begin
	select r.* into strict q from certificates.requests r where r.request_id = request;
	delete from certificates.findings f where f.request_id = request;
	insert into certificates.findings (request_id, condition_code, sort, label, verdict_code, why, act_id)
	select request, j.condition_code, j.sort, j.label, j.verdict_code, j.why, j.act_id
	from certificates_api.judge(certificates_api.facts_of(q.agent_id), q.kind_code, q.variant_code, request) j;
	select bool_and(f.verdict_code = 'oui') into is_whole from certificates.findings f where f.request_id = request;
	return coalesce(is_whole, false);
end $$;
comment on function certificates_api.keep_findings is 'Judges a request now and keeps the verdicts it stands on.';

create function certificates_api.route(request bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	q record;
begin
	update certificates.requests r set state_code = 'attente', is_direct = false,
		due_on = coalesce(r.due_on, base_api.add_working_days(greatest(r.asked_at::date, current_date), k.delay_days))
	from certificates.kinds k
	where k.kind_code = r.kind_code and r.request_id = request
	returning r.person_id, r.due_on, r.structure_id, k.name into q;
	insert into certificates.events (request_id, what, note)
	select request, 'Confiée au bureau', s.name || '. Réponse attendue au plus tard le ' || base_api.day_words(q.due_on) || '.'
	from base.structures s where s.structure_id = q.structure_id;
	perform base_api.tell(q.person_id, 'Votre demande est à l’étude', q.name || ' : le dossier ne suffit pas à lui seul, un bureau l’étudie. Réponse attendue au plus tard le '
		|| base_api.day_words(q.due_on) || '. Les raisons sont dans « Mes attestations ».', lower(q.name) || ' : à l’étude, réponse attendue avant le ' || base_api.day_words(q.due_on) || '.');
end $$;
comment on function certificates_api.route is 'Hands a request to the desk in charge, with a delay in working days.';

create function certificates_api.issue_begin(request bigint, day date) returns table (state_code text, content text, payload text, code text,
	reference text, is_demo boolean, sealed_at timestamptz)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	q  certificates.requests;
	o  certificates.offices;
	k  certificates.kinds;
	f  certificates_api.facts;
	c  jsonb;
	number_ record;
	pattern record;
	code_ text := acts_api.new_code();
	-- Only the history of a demonstration is dated in the past.
	on_ date := case when day < current_date and exists (select from base.parameters p where p.name = 'demonstration') then day else current_date end;
	until date;
begin
	select r.* into q from certificates.requests r where r.request_id = request for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
	if q.state_code <> 'emission' then                            -- issued by another runner, or withdrawn: nothing to do twice
		return query select q.state_code, null::text, null::text, null::text, null::text, null::boolean, null::timestamptz;
		return;
	end if;
	if not certificates_api.keep_findings(request) then           -- the file changed since it was asked
		perform certificates_api.route(request);
		return query select 'attente'::text, null::text, null::text, null::text, null::text, null::boolean, null::timestamptz;
		return;
	end if;
	f := certificates_api.facts_of(q.agent_id);
	select x.* into strict k from certificates.kinds x where x.kind_code = q.kind_code;
	select x.* into strict o from certificates.offices x where x.office_id = q.office_id;
	until := on_ + k.validity_days;
	select x.* into number_ from acts_api.next_number(o.structure_id, q.kind_code, k.series_code, on_) x;
	select p.stamp, p.place into pattern from acts.number_patterns p
	where p.structure_id = o.structure_id and (p.kind_code = q.kind_code or p.kind_code is null) and p.valid_from <= on_
	order by p.kind_code nulls last, p.valid_from desc limit 1;
	c := certificates_api.content_of(f, q, o, on_, number_.reference, coalesce(pattern.stamp, 'République du Bénin'), coalesce(pattern.place, 'Cotonou'), until);
	update certificates.requests r set register_id = number_.register_id, number = number_.n, reference = number_.reference, posted_id = f.structure_id
	where r.request_id = request;
	return query select 'emission'::text, c::text,
		json_strip_nulls(jsonb_build_object('v', 1, 't', 'certificat', 'c', code_, 'r', number_.reference, 'k', k.name, 'd', on_,
			's', concat_ws(', ', o.signatory_name, o.quality), 'p', upper(f.family_name) || rtrim(' ' || f.given_names), 'm', f.matricule, 'x', until,
			'f', certificates_api.short_facts(q, c), 'h', translate(rtrim(encode(sha256(convert_to(c::text, 'UTF8')), 'base64'), '='), E'+/\n', '-_'))::text::json)::text,       -- which writes no blank
		code_, number_.reference, exists (select from base.parameters p where p.name = 'demonstration'), case when on_ < current_date then q.asked_at + interval '2 seconds' else now() end;
end $$;
comment on function certificates_api.issue_begin is 'Judges again, takes the number and gives what is to be sealed; another state when there is nothing to issue.';

create function certificates_api.issue_end(request bigint, day date, code text, content text, kid text, jws text, file_sha256 text, file_size int) returns bigint
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	q  certificates.requests;
	k  certificates.kinds;
	o  certificates.offices;
	on_ date := case when day < current_date and exists (select from base.parameters p where p.name = 'demonstration') then day else current_date end;
	made bigint;
begin
	select r.* into strict q from certificates.requests r where r.request_id = request and r.state_code = 'emission' and r.reference is not null;
	select x.* into strict k from certificates.kinds x where x.kind_code = q.kind_code;
	select x.* into strict o from certificates.offices x where x.office_id = q.office_id;
	-- A newer one takes the place of what still held: two papers of one kind never speak at once.
	update acts.documents d set state_code = 'remplace', state_note = 'Remplacé par le n° ' || q.reference
	from certificates.requests r
	where r.agent_id = q.agent_id and r.kind_code = q.kind_code and d.document_id = r.document_id and d.state_code = 'en_vigueur'
		and (d.expires_on is null or d.expires_on >= on_);
	insert into acts.documents (code, type_code, agent_id, reference, title, signatory, signed_on, expires_on, content, kid, jws, sealed_at, file_sha256, file_size)
	values (issue_end.code, 'certificat', q.agent_id, q.reference, k.name, concat_ws(', ', o.signatory_name, o.quality), on_, on_ + k.validity_days,
		issue_end.content::jsonb, issue_end.kid, issue_end.jws, case when on_ < current_date then q.asked_at + interval '2 seconds' else now() end, decode(issue_end.file_sha256, 'hex'), issue_end.file_size)
	returning document_id into made;
	update certificates.requests r set state_code = 'delivre', document_id = made,
		closed_at = case when on_ < current_date then q.asked_at + interval '2 seconds' else now() end
	where r.request_id = request;
	insert into certificates.events (request_id, at, what, note)
	values (request, case when on_ < current_date then q.asked_at + interval '2 seconds' else clock_timestamp() end, 'Document délivré et scellé', 'N° ' || q.reference || ', ' || concat_ws(', ', o.signatory_name, o.quality) || '.');
	if on_ = current_date then
		perform base_api.tell(q.person_id, k.name || ' : votre document est prêt', k.name || ' n° ' || q.reference || ' : le document est délivré et scellé. Téléchargez-le dans « Mes attestations ».'
			|| coalesce(' Il vaut jusqu’au ' || base_api.day_words(on_ + k.validity_days) || '.', ''), 'votre document est prêt : ' || lower(k.name) || ', à télécharger dans Mes attestations.');
	end if;
	insert into base.audit (person_id, permission, verb, object, result, details)
	values (q.person_id, 'certificates.issue', 'attestation.delivrance', 'certificat ' || q.reference, 'delivre',
		jsonb_build_object('request', request, 'kind', q.kind_code, 'direct', q.is_direct, 'document', made));
	return made;
end $$;
comment on function certificates_api.issue_end is 'Writes the sealed certificate, in the transaction that numbered it.';

create function certificates_api.short_facts(q certificates.requests, content jsonb) returns jsonb
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select jsonb_agg(r.row order by r.n)
	from (select row_.value as row, row_number() over () as n
		from jsonb_array_elements(content -> 'blocks') b (value) cross join jsonb_array_elements(b.value -> 'rows') row_ (value)
		where b.value ->> 'style' = 'faits' and row_.value ->> 0 = any (case q.kind_code
			when 'presence_poste' then array['Structure', 'Position'] when 'non_radiation' then array['Corps ou emploi', 'Grade', 'Ministère ou institution']
			when 'validite_services' then array['Corps ou emploi', 'Grade', 'Première prise de service', 'Départ probable à la retraite']
			else array['Première prise de service', 'Ancienneté à ce jour', 'Lignes de services'] end)) r;
$$;
comment on function certificates_api.short_facts is 'The few facts that travel in the seal itself, so that the QR stays small.';

revoke execute on all functions in schema certificates_api from public;
grant execute on function certificates_api.issue_begin, certificates_api.issue_end to worker;
reset role;
