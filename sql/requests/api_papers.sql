-- The paper of a reply: what its form declares ("document"), numbered and sealed by the job `requests.seal` in one transaction; requests that the
-- certificates answer; copies of acts joined to a reply.
set role guichet_owner;

create function requests_api.document_of(request bigint) returns jsonb
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.content->'document' || jsonb_build_object('quality', coalesce(f.content->>'signataire', ''))
	from requests.requests r join services.forms f using (form_id) where r.request_id = document_of.request and f.content ? 'document';
$$;
comment on function requests_api.document_of is 'The document that a request''s form declares, with the quality of who signs; null when it declares none.';

create function requests_api.numbering_desk(request bigint) returns bigint
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select u.structure_id from requests.requests r
	join requests.steps s on s.request_id = r.request_id and s.kind_code = 'signature'
	join base.structures d on d.structure_id = s.structure_id
	join base.structures u on d.rank between u.rank and u.last_rank
	where r.request_id = numbering_desk.request and (acts_api.pattern_of(u.structure_id, null, current_date)).pattern_id is not null
	order by s.step_no desc, u.last_rank - u.rank limit 1;
$$;
comment on function requests_api.numbering_desk is 'Whose register numbers the document: the desk that signs, or the nearest above it that keeps one.';

-- After the last signature. True when the document is to be sealed first: the person is told when it is there.
create function requests_api.begin_paper(request bigint) returns boolean
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests;
begin
	if requests_api.document_of(begin_paper.request) is null then
		return false;
	elsif requests_api.numbering_desk(begin_paper.request) is null then
		raise exception using errcode = 'GU409', message = 'acts.no_pattern';
	end if;
	it := requests_api.move(begin_paper.request, 'scellement', 'signer', requests_api.my_roles());
	perform requests_api.tell_thread(it.request_id, 'signature', 'Réponse signée, le document se fait', '', false, false, it.structure_id);
	perform job_api.put('requests.seal', (select m.person_id from base.me m), jsonb_build_object('request', it.request_id));
	return true;
end $$;
comment on function requests_api.begin_paper is 'Hands a signed reply to the job that seals its document, when its form declares one.';

create function requests_api.paper_facts(it requests.requests, document jsonb) returns jsonb
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with asked as (
		select i.n, c.field->>'titre' as label, c.repeated from jsonb_array_elements_text(document->'reprend') with ordinality i (id, n)
		cross join lateral (
			select x.field, s.section ? 'groupe' as repeated from services.forms f cross join lateral jsonb_array_elements(f.content->'sections') s (section)
			cross join lateral jsonb_array_elements(s.section->'champs') x (field) where f.form_id = it.form_id and x.field->>'id' = i.id limit 1
		) c
	), said as (
		select l.n, a.n as sort, case when a.repeated then regexp_replace(l.line->>'section', '^.*, ', '') || ' – ' || lower(left(a.label, 1)) || substr(a.label, 2) else a.label end as label,
			case when l.line ? 'file' and l.line->>'file' <> '' then coalesce('empreinte ' || (select left(encode(f.sha256, 'hex'), 16) from requests.attachments t join base.files f using (file_id)
				where t.request_id = it.request_id and t.field = l.line->>'file' limit 1), l.line->>'value') else l.line->>'value' end as value, a.repeated
		from jsonb_array_elements(it.content) with ordinality l (line, n) join asked a on a.label = l.line->>'label' where coalesce(l.line->>'value', '') <> ''
	)
	select coalesce(jsonb_agg(jsonb_build_array(s.label, s.value) order by s.repeated, case when s.repeated then s.n else s.sort end), '[]') from said s;
$$;
comment on function requests_api.paper_facts is 'What was declared, of the fields that the document takes up; a file by the beginning of its fingerprint.';

create function requests_api.paper_content(it requests.requests, rp requests.replies, document jsonb, reference text, signer text, day date, until date) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	pattern acts.number_patterns := acts_api.pattern_of(requests_api.numbering_desk(it.request_id), null, day);
	who     text := (select upper(p.family_name) || rtrim(' ' || p.given_names) from base.persons p where p.person_id = it.person_id);
	card    text := (select a.matricule from career.agents a where a.person_id = it.person_id);
	blocks  jsonb;
begin
	who := coalesce(who, it.requester_name);
	blocks := case when document ? 'formule' then jsonb_build_array(jsonb_build_object('style', 'texte', 'text', document->>'formule')) else '[]' end
		|| jsonb_build_object('style', 'faits', 'rows', jsonb_build_array(jsonb_build_array('Nom et prénoms', who))
			|| case when card is not null then jsonb_build_array(jsonb_build_array('Matricule', card)) else '[]' end || requests_api.paper_facts(it, document));
	select blocks || coalesce(jsonb_agg(jsonb_build_object('style', 'texte', 'text', p.line) order by p.n), '[]') into blocks
	from regexp_split_to_table(rp.body, E'\n+') with ordinality p (line, n) where btrim(p.line) <> '' and p.n <= 40;
	blocks := blocks || jsonb_build_object('style', 'note', 'text', 'Réponse à la demande n° ' || it.number || ' déposée le ' || base_api.day_words(it.filed_at::date) || '.'
		|| case when until is not null then ' Valable jusqu’au ' || base_api.day_words(until) || ' inclus.' else '' end);
	return jsonb_build_object('form', document->>'forme', 'title', document->>'titre', 'name', initcap(left(document->>'forme', 1)) || lower(substr(document->>'forme', 2)) || ' ' || (document->>'titre'),
		'reference', reference, 'stamp', to_jsonb(string_to_array(pattern.stamp, '|')), 'place_date', pattern.place || ', le ' || base_api.day_words(day),
		'quality', document->>'quality', 'signatory', signer, 'note', 'Signé et scellé électroniquement.', 'person', who, 'blocks', blocks, 'request', it.number);
end $$;
comment on function requests_api.paper_content is 'The whole content of a document, as it is hashed, sealed and printed.';

create function requests_api.seal_begin(request bigint) returns table (content text, payload text, code text, is_demo boolean, sealed_at timestamptz)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it       requests.requests;
	rp       requests.replies;
	document jsonb;
	num      record;
	signer   text;
	said     jsonb;
	code_    text := acts_api.new_code();
	day      date := current_date;
	until    date;
begin
	select r.* into it from requests.requests r where r.request_id = seal_begin.request for update;
	if not found or it.state_code <> 'scellement' then             -- sealed by another runner: nothing to do twice
		return;
	end if;
	select x.* into rp from requests.replies x where x.request_id = it.request_id order by x.version desc limit 1;
	select p.given_names || ' ' || upper(p.family_name) into signer from requests.approvals a join base.persons p using (person_id)
	where a.request_id = it.request_id and a.reply_id = rp.reply_id and a.kind_code = 'signature' and a.void_at is null and a.content_hash = rp.content_hash;
	document := requests_api.document_of(it.request_id);
	if signer is null or document is null then
		raise exception using errcode = 'GU409', message = 'requests.not_now';
	end if;
	until := day + (document->>'validite_jours')::int;
	select * into num from acts_api.next_number(requests_api.numbering_desk(it.request_id), null, null, day);
	insert into requests.papers (request_id, reply_id, register_id, number, reference) values (it.request_id, rp.reply_id, num.register_id, num.n, num.reference);
	said := requests_api.paper_content(it, rp, document, num.reference, signer, day, until);
	return query select said::text,
		json_strip_nulls(jsonb_build_object('v', 1, 't', 'certificat', 'c', code_, 'r', num.reference, 'k', said->>'name', 'd', day, 's', concat_ws(', ', signer, nullif(document->>'quality', '')),
			'p', said->>'person', 'm', (select a.matricule from career.agents a where a.person_id = it.person_id), 'x', until,
			'f', (select jsonb_agg(f.fact order by f.n) from jsonb_array_elements(requests_api.paper_facts(it, document)) with ordinality f (fact, n) where f.n <= 4 and length(f.fact->>1) <= 80),
			'h', acts_api.base64url(sha256(convert_to(said::text, 'UTF8'))))::text::json)::text,
		code_, exists (select from base.parameters p where p.name = 'demonstration'), now();
end $$;
comment on function requests_api.seal_begin is 'Takes the number and gives what is to be sealed; no row when there is nothing to seal.';

create function requests_api.seal_end(request bigint, code text, content text, kid text, jws text, file_sha256 text, file_size int) returns bigint
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    requests.requests;
	paper requests.papers;
	said  jsonb := seal_end.content::jsonb;
	days  int := (requests_api.document_of(seal_end.request)->>'validite_jours')::int;
	made  bigint;
begin
	select r.* into strict it from requests.requests r where r.request_id = seal_end.request and r.state_code = 'scellement';
	select p.* into strict paper from requests.papers p where p.request_id = it.request_id and p.document_id is null;
	-- A reply signed anew takes the place of the former.
	perform requests_api.retire_papers(it.request_id, 'remplace', 'Remplacé par le n° ' || paper.reference);
	insert into acts.documents (code, type_code, agent_id, reference, title, signatory, signed_on, expires_on, content, kid, jws, file_sha256, file_size)
	values (seal_end.code, 'certificat', (select a.agent_id from career.agents a where a.person_id = it.person_id), paper.reference, said->>'name',
		concat_ws(', ', said->>'signatory', nullif(said->>'quality', '')), current_date, current_date + days, said, seal_end.kid, seal_end.jws, decode(seal_end.file_sha256, 'hex'), seal_end.file_size)
	returning document_id into made;
	update requests.papers p set document_id = made where p.paper_id = paper.paper_id;
	insert into requests.attachments (request_id, label, origin_code, document_id, is_reply) values (it.request_id, (said->>'name') || ', n° ' || paper.reference, 'bureau', made, true);
	perform requests_api.deliver(it.request_id, 'sceller', '{systeme}');
	insert into base.audit (person_id, permission, verb, object, result, details)
	values (it.person_id, 'requests.desk', 'scellement', 'demande ' || it.number, 'fait', jsonb_build_object('document', made, 'reference', paper.reference));
	return made;
end $$;
comment on function requests_api.seal_end is 'Writes the sealed document and delivers the request with it, in the transaction that numbered it.';

create function requests_api.retire_papers(request bigint, state text, why text) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	update acts.documents d set state_code = retire_papers.state, state_note = why from requests.papers p
	where p.request_id = retire_papers.request and d.document_id = p.document_id and d.state_code = 'en_vigueur';
	update requests.attachments a set is_reply = false from requests.papers p where p.request_id = retire_papers.request and a.request_id = p.request_id and a.document_id = p.document_id;
$$;
comment on function requests_api.retire_papers is 'The documents of a request hold no more: it was signed anew, or refused after all.';

create function requests_api.seal_again() returns int
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	with late as (
		select r.request_id from requests.requests r where r.state_code = 'scellement' and r.changed_at < now() - interval '10 minutes'
			and not exists (select from base.jobs j where j.kind = 'requests.seal' and j.state_code in ('attente', 'cours') and (j.input->>'request')::bigint = r.request_id)
	)
	select count(job_api.put('requests.seal', null, jsonb_build_object('request', l.request_id)))::int from late l;
$$;
comment on function requests_api.seal_again is 'Signed replies whose job was given up are asked again.';

-- Certificates -----------------------------------------------------------------------------------------------------------------

-- True when the certificates take it: issued within seconds when the file proves everything, otherwise their desk's.
create function requests_api.hand_over(request bigint) returns boolean
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    requests.requests;
	kind  text;
	agent bigint;
	named boolean;
	made  record;
begin
	select r.* into it from requests.requests r where r.request_id = hand_over.request;
	select h.kind_code into kind from requests.handed_services h where h.service_id = it.service_id;
	select a.agent_id into agent from career.agents a where a.person_id = it.person_id and a.left_on is null;
	if kind is null or agent is null or exists (select from requests.handovers h where h.request_id = it.request_id) then
		return false;
	end if;
	-- Named to a post by decree: what the agent declared travels with it, when it is enough.
	named := kind = 'presence_poste' and it.answers->>'cas' = 'nomme' and length(btrim(it.answers->>'fonction')) >= 3 and length(btrim(it.answers->>'acte_nomination')) >= 3;
	select * into made from certificates_api.open_for(kind, agent, it.person_id, coalesce(named, false), case when named then btrim(it.answers->>'fonction') end,
		case when named then btrim(it.answers->>'acte_nomination') end, null, null);
	insert into requests.handovers (request_id, certificate_id) values (it.request_id, made.request_id);
	perform requests_api.tell_thread(it.request_id, 'remise_service', 'Confiée au service des attestations', case when made.was_there
		then 'Une attestation de cette nature existe ou se prépare déjà pour vous : elle servira de réponse.' else 'Votre dossier est vérifié aussitôt.' end, false, false, it.structure_id);
	perform requests_api.answer_by_certificate(it.request_id);
	return true;
end $$;
comment on function requests_api.hand_over is 'Opens a certificate request for the agent who asks what the certificates issue; its end ends this request.';

create function requests_api.answer_by_certificate(request bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests;
	c    certificates.requests;
	d    acts.documents;
	made bigint;
	words text;
begin
	select r.* into it from requests.requests r where r.request_id = answer_by_certificate.request for update;
	select x.* into c from requests.handovers h join certificates.requests x on x.request_id = h.certificate_id where h.request_id = it.request_id;
	if it.closed_at is not null or it.state_code = 'contestee' or c.state_code in ('emission', 'attente') then
		return;
	elsif c.state_code <> 'delivre' then                           -- refused or taken back: the desk answers, with the reason before it
		perform requests_api.tell_thread(it.request_id, 'note', 'Le service des attestations n’a pas délivré le document', coalesce(c.explanation, ''), true, false, it.structure_id);
		return;
	end if;
	select x.* into d from acts.documents x where x.document_id = c.document_id;
	words := d.title || ' n° ' || d.reference || ' : le document est délivré et scellé.' || coalesce(' Il vaut jusqu’au ' || base_api.day_words(d.expires_on) || '.', '');
	update requests.attachments a set is_reply = true where a.request_id = it.request_id and a.document_id = d.document_id;
	if not found then
		insert into requests.attachments (request_id, label, origin_code, document_id, is_reply) values (it.request_id, d.title || ', n° ' || d.reference, 'etat', d.document_id, true);
	end if;
	it := requests_api.move(it.request_id, 'finalisee', 'attester', '{systeme}');
	perform requests_api.close_steps(it.request_id);
	update requests.requests r set reply = words where r.request_id = it.request_id;
	made := requests_api.tell_thread(it.request_id, 'remise', 'Document délivré', words, false, false, c.structure_id);
	perform requests_api.notify(it.request_id, 'remise', made);
	perform requests_api.open_survey(it.request_id);
	insert into base.audit (person_id, permission, verb, object, result, details)
	values (it.person_id, 'certificates.issue', 'remise', 'demande ' || it.number, 'fait', jsonb_build_object('document', d.document_id));
end $$;
comment on function requests_api.answer_by_certificate is 'The certificate that a request was handed over for is its answer.';

create function requests_api.certificate_ended() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform requests_api.answer_by_certificate(h.request_id) from requests.handovers h where h.certificate_id = new.request_id;
	return null;
end $$;
comment on function requests_api.certificate_ended is 'Tells the requests that wait for a certificate how it ended.';
create or replace trigger answers_requests after update of state_code on certificates.requests for each row when (new.state_code is distinct from old.state_code)
	execute function requests_api.certificate_ended();

create function requests_api.hand(request bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests := requests_api.in_reach(hand.request);
begin
	if it.state_code not in ('nouvelle', 'instruction', 'corrigee') or not requests_api.hand_over(it.request_id) then
		raise exception using errcode = 'GU409', message = 'requests.not_now';
	end if;
	perform base_api.note('requests.desk', 'confier', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(hand.here);
end $$;
comment on function requests_api.hand is 'A desk hands a request over to the certificates.';

-- Copies of acts -----------------------------------------------------------------------------------------------------------------

-- The acts of the person''s own career whose paper he may have: sealed here, or in the archive and naming nobody else.
create function requests_api.papered_acts(request bigint) returns table (act_id bigint, label text, how_code text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select c.act_id, k.label || coalesce(', n° ' || nullif(c.reference, ''), '') || coalesce(', ' || base_api.day_words(c.signed_on), ''),
		case when exists (select from acts.documents d where d.act_id = c.act_id and d.agent_id = a.agent_id and d.type_code = 'copie') then 'scelle' else 'archive' end
	from requests.requests r join career.agents a on a.person_id = r.person_id
	join career.acts c on c.act_id in (select l.act_id from career.act_lines l where l.agent_id = a.agent_id) join career.act_kinds k using (kind_code)
	where r.request_id = papered_acts.request and r.structure_rank <@ (select s.ranks from base.my_spans s)
		and (exists (select from acts.documents d where d.act_id = c.act_id and d.agent_id = a.agent_id and d.type_code = 'copie')
			or exists (select from archive.act_scans x where x.act_id = c.act_id and x.only_agent_id = a.agent_id))
		and not exists (select from requests.attachments t where t.request_id = r.request_id and t.is_reply and t.act_id = c.act_id)
	order by c.signed_on desc nulls last, c.act_id desc limit 100;
$$;
comment on function requests_api.papered_acts is 'Acts that a desk may join to a reply.';

create function requests_api.join_act(request bigint, act bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(join_act.request);
	what record;
begin
	select p.* into what from requests_api.papered_acts(it.request_id) p where p.act_id = join_act.act;
	if not found then
		raise exception using errcode = 'GU422', message = 'requests.no_such_act', column = 'acte';
	elsif it.state_code not in ('nouvelle', 'instruction', 'corrigee') then
		raise exception using errcode = 'GU409', message = 'requests.not_now';
	end if;
	insert into requests.attachments (request_id, label, origin_code, act_id, is_reply) values (it.request_id, 'Copie : ' || what.label, 'bureau', join_act.act, true);
	perform requests_api.tell_thread(it.request_id, 'note', 'Copie jointe à la réponse', what.label, true, false, it.structure_id);
	perform base_api.note('requests.desk', 'joindre', 'demande ' || it.number, 'fait', jsonb_build_object('act', join_act.act));
	return query select base_api.receipt(join_act.here);
end $$;
comment on function requests_api.join_act is 'Joins the archived or sealed copy of an act of the person''s career to the reply.';

-- Files --------------------------------------------------------------------------------------------------------------------------

-- Where a piece is kept: a file as it came, a sealed document, the scan of an act. Without a hash: the agent''s sealed copy, which is made when he asks.
create function requests_api.stored(piece requests.attachments) returns table (sha256 text, type text, file_name text, act_id bigint, label text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select encode(x.sha256, 'hex'), x.type, x.name || case x.type when 'application/pdf' then '.pdf' when 'image/png' then '.png' when 'image/tiff' then '.tif' else '.jpg' end, (piece).act_id, (piece).label
	from (
		select f.sha256, f.type, 'piece-' || left(encode(f.sha256, 'hex'), 8) as name, 1 as sort from base.files f where f.file_id = (piece).file_id
		union all
		select d.file_sha256, 'application/pdf', 'document-' || d.code, 1 from acts.documents d where d.document_id = (piece).document_id
		union all
		select s.sha256, case s.type_code when 'pdf' then 'application/pdf' when 'tiff' then 'image/tiff' else 'image/jpeg' end, 'acte-' || s.scan_id, 2
		from archive.act_scans a join archive.scans s using (scan_id) join requests.requests r on r.request_id = (piece).request_id join career.agents g on g.person_id = r.person_id
		where a.act_id = (piece).act_id and a.only_agent_id = g.agent_id and (piece).is_reply
		union all
		select d.file_sha256, 'application/pdf', 'copie-' || d.code, 1 from acts.documents d join requests.requests r on r.request_id = (piece).request_id join career.agents g on g.person_id = r.person_id
		where d.act_id = (piece).act_id and d.type_code = 'copie' and d.agent_id = g.agent_id and (piece).is_reply
	) x order by x.sort, x.sha256 is null limit 1;
$$;
comment on function requests_api.stored is 'The bytes of a piece of a request.';

create function requests_api.file_of(request bigint, attachment bigint) returns table (sha256 text, type text, file_name text, act_id bigint, label text, number text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.*, r.number from requests.attachments a join requests.requests r using (request_id) cross join lateral requests_api.stored(a) s
	where a.attachment_id = file_of.attachment and a.request_id = file_of.request and r.person_id = (select m.person_id from base.me m);
$$;
comment on function requests_api.file_of is 'A piece of a request of the asker''s own.';

create function requests_api.desk_file_of(request bigint, attachment bigint) returns table (sha256 text, type text, file_name text, act_id bigint, label text, number text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests;
begin
	select r.* into it from requests.requests r where r.request_id = desk_file_of.request and r.structure_rank <@ (select s.ranks from base.my_spans s)
		and requests_api.my_roles() && '{clerk,manager,signatory}';
	if found then
		perform requests_api.looked(it);
		return query select s.*, it.number from requests.attachments a cross join lateral requests_api.stored(a) s
			where a.attachment_id = desk_file_of.attachment and a.request_id = it.request_id;
	end if;
end $$;
comment on function requests_api.desk_file_of is 'A piece of a request in the asker''s reach; reading it is told to its person.';

create function requests_api.follow_papers(number text, code text) returns table (attachment_id bigint, label text, here boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a.attachment_id, a.label, s.sha256 is not null from requests.attachments a join requests.requests r using (request_id) cross join lateral requests_api.stored(a) s
	where a.request_id = requests_api.followed(follow_papers.number, follow_papers.code) and a.is_reply and r.state_code = 'finalisee' order by a.attachment_id;
$$;
comment on function requests_api.follow_papers is 'What was delivered, for who has the number and the code.';

create function requests_api.follow_file(typed_number text, typed_code text, attachment bigint, address text) returns table (sha256 text, type text, file_name text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	-- The same count of wrong guesses as the page that leads here.
	if not exists (select from requests_api.follow(follow_file.typed_number, follow_file.typed_code, follow_file.address)) then
		return;
	end if;
	return query select s.sha256, s.type, s.file_name from requests.attachments a join requests.requests r using (request_id) cross join lateral requests_api.stored(a) s
	where a.attachment_id = follow_file.attachment and a.request_id = requests_api.followed(follow_file.typed_number, follow_file.typed_code) and a.is_reply and r.state_code = 'finalisee'
		and s.sha256 is not null;
end $$;
comment on function requests_api.follow_file is 'A delivered document, by number and code.';
reset role;
