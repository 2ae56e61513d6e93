-- Partners' machines: who pushes, what became of it, and how a person finds it. Requests come in by requests_api.put_request.
set role guichet_owner;

create function channels_api.partner_of(token text) returns channels.partners
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.* from channels.partner_tokens t join channels.partners p using (partner_id)
	where t.token_hash = sha256(convert_to(token, 'UTF8')) and now() between t.valid_from and t.valid_to
		and p.suspended_at is null and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date) and 'demandes' = any (p.scopes);
$$;
comment on function channels_api.partner_of is 'The partner of a token that is in force; looked up by its hash, so that time tells nothing of it.';

create function channels_api.partner(token text, client text, service text, application text) returns table (wait int, fits boolean)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	who channels.partners := channels_api.partner_of(token);
begin
	if who.partner_id is null then
		return;
	end if;
	update channels.partner_tokens t set used_at = now() where t.token_hash = sha256(convert_to(token, 'UTF8')) and t.used_at is distinct from now();
	return query select accounts_api.count_try('partenaire:' || who.partner_id, who.minute_most, '1 minute'),
		who.client = partner.client and who.service = partner.service and who.application_id = partner.application;
end $$;
comment on function channels_api.partner is 'Whether a token may push, how long it must wait, and whether its headers are its own; no row for a stranger.';

create function channels_api.person_reached(email text, phone text) returns bigint
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case when count(distinct c.person_id) = 1 then min(c.person_id) end from base.contacts c
	where c.verified_at is not null and ((c.kind = 'email' and c.value = person_reached.email) or (c.kind = 'phone' and c.value = person_reached.phone));
$$;
comment on function channels_api.person_reached is 'The one person who verified this address or this telephone; nobody when they lead to several.';

create function channels_api.file_intake(i channels.intakes, svc services.services) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests;
	path jsonb := coalesce((select f.content->'parcours' from services.forms f where f.form_id = svc.form_id),
		'[{"etape": "instruction", "titre": "Étude de la demande"}]');
	content jsonb := (select jsonb_agg(jsonb_build_object('section', 'Portail national', 'label', coalesce(s.step->>'name', s.step->>'label', s.step->>'title', 'Étape ' || s.n),
		'value', left(case jsonb_typeof(coalesce(s.step->'value', s.step->'fields', s.step->'data', s.step)) when 'string' then coalesce(s.step->>'value', s.step->>'fields', s.step->>'data')
			else jsonb_pretty(coalesce(s.step->'value', s.step->'fields', s.step->'data', s.step)) end, 4000), 'known', false) order by s.n)
		from jsonb_array_elements(i.steps) with ordinality s (step, n));
begin
	it := requests_api.put_request(svc, i.person_id, coalesce((select concat_ws(' ', p.family_name, p.given_names) from base.persons p where p.person_id = i.person_id),
			i.email, i.phone), svc.name, content, jsonb_build_object('steps', i.steps), path, coalesce(svc.days, 0)::int, 'partner', null, i.meta_code);
	update requests.requests r set contact_kind = case when i.person_id is not null then null when i.email is not null then 'email' else 'phone' end,
		contact_value = case when i.person_id is null then coalesce(i.email, i.phone) end
	where r.request_id = it.request_id;
	insert into requests.attachments (request_id, field, label, origin_code, file_id)
	select it.request_id, 'documents', f.name, 'partenaire', f.file_id from channels.intake_files f where f.intake_id = i.intake_id;
	update channels.intakes x set request_id = it.request_id, number = it.number where x.intake_id = i.intake_id;
	perform requests_api.hand_over(it.request_id);
end $$;
comment on function channels_api.file_intake is 'Makes a request of what a partner pushed: the path of its form, its pieces, its person when he is known.';

create function channels_api.intake(token text, content_sha256 text, meta_code text, prestation text, email text, phone text, steps text,
	response_token text, zip_sha256 text, files text)
	returns table (number text, meta_code_said text, received text, documents bigint, is_again boolean, content_hash text, follow_code text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	who  channels.partners := channels_api.partner_of(token);
	svc  services.services;
	made channels.intakes;
	old  channels.intakes;
begin
	if who.partner_id is null then
		raise exception using errcode = 'GU403', message = 'channels.machine_unknown';
	end if;
	select s.* into svc from services.services s where s.pns_code = prestation and s.state_code = 'publie';
	if svc.service_id is null then
		raise exception using errcode = 'GU422', message = 'channels.prestation_unknown', column = 'prestation_code', detail = prestation;
	end if;
	insert into channels.intakes (partner_id, meta_code, body_hash, prestation_code, email, phone, steps, response_token, zip_sha256, number, person_id)
	values (who.partner_id, intake.meta_code, decode(content_sha256, 'hex'), prestation, intake.email, intake.phone, intake.steps::jsonb, intake.response_token,
		decode(intake.zip_sha256, 'hex'), 'attente-' || gen_random_uuid(), channels_api.person_reached(intake.email, intake.phone))
	on conflict on constraint intakes_partner_id_meta_code_key do nothing returning * into made;
	if made.intake_id is null then
		select i.* into old from channels.intakes i where i.partner_id = who.partner_id and i.meta_code = intake.meta_code;
		if old.body_hash <> decode(content_sha256, 'hex') then
			raise exception using errcode = 'GU409', message = 'channels.other_content', detail = old.meta_code;
		end if;
		made := old;
	else
		with kept as (
			insert into base.files (sha256, size, type, name, owner_id)
			select decode(f.file->>'sha256', 'hex'), (f.file->>'size')::bigint, f.file->>'type', f.file->>'name', made.person_id
			from jsonb_array_elements(files::jsonb) with ordinality f (file, n) order by f.n
			returning file_id, name)
		insert into channels.intake_files (intake_id, rank, name, file_id)
		select made.intake_id, row_number() over (order by k.file_id), k.name, k.file_id from kept k;
		perform channels_api.file_intake(made, svc);
		perform base_api.note('machine', 'partenaire.depot', 'partenaire ' || who.code, 'fait', jsonb_build_object('code', made.meta_code));
	end if;
	return query select i.number, i.meta_code, to_char(i.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
		(select count(*) from channels.intake_files f where f.intake_id = i.intake_id), old.intake_id is not null, encode(i.body_hash, 'hex'),
		requests_api.follow_code(i.request_id)
	from channels.intakes i where i.intake_id = made.intake_id;
end $$;
comment on function channels_api.intake is 'One push of a partner, once a code: the same content again gets the same receipt, another content is refused. All of it in one transaction.';

-- A request that came before its person had an account is his as soon as he verifies the address or telephone that it names.
create function channels_api.claim() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if new.verified_at is null then
		return null;
	end if;
	with mine as (
		update channels.intakes i set person_id = new.person_id
		where i.person_id is null and (case new.kind when 'email' then i.email else i.phone end) = new.value
			and channels_api.person_reached(case new.kind when 'email' then new.value end, case new.kind when 'phone' then new.value end) = new.person_id
		returning i.request_id)
	update requests.requests r set person_id = new.person_id, contact_kind = null, contact_value = null,
		requester_name = (select concat_ws(' ', p.family_name, p.given_names) from base.persons p where p.person_id = new.person_id)
	from mine where r.request_id = mine.request_id and r.person_id is null;
	return null;
end $$;
comment on function channels_api.claim is 'Gives a person the requests that a partner pushed with the contact he has just verified.';
create or replace trigger claim after insert or update of verified_at on base.contacts for each row execute function channels_api.claim();

-- What requests owe outside (requests.notices) becomes messages when the transaction ends: all of it is known by then.
create function channels_api.tell_notice() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	r record;
	event text;
	facts jsonb;
begin
	if not exists (select from requests.notices n where n.notice_id = new.notice_id and n.told_at is null) then
		return null;                                            -- taken back before the transaction ended
	end if;
	select q.number, q.person_id, q.contact_kind, q.contact_value, q.channel_code, s.name as service, st.name as bureau, q.due_on, x.person_label as etat,
		(select string_agg(c.piece, ' ; ' order by c.complement_id) from requests.complements c where c.request_id = q.request_id and c.answered_at is null) as pieces,
		(select min(c.answer_by) from requests.complements c where c.request_id = q.request_id and c.answered_at is null) as avant,
		coalesce(lower(left(rs.label, 1)) || substr(rs.label, 2), 'voir le motif') as motif, regexp_replace(requests_api.follow_code(q.request_id), '^(.{4})', '\1-') as code
	into r from requests.requests q join services.services s on s.service_id = q.service_id join base.structures st on st.structure_id = q.structure_id
	join requests.states x on x.state_code = q.state_code left join requests.reasons rs on rs.reason_code = q.reason_code
	where q.request_id = new.request_id;
	event := case new.what_code when 'depot' then case r.channel_code when 'partner' then 'demande.partenaire' else 'demande.recue' end
		when 'complement' then 'demande.complement' when 'rappel' then 'demande.rappel' when 'remise' then 'demande.remise' when 'rejet' then 'demande.rejet'
		when 'message' then 'demande.message' when 'avis' then 'demande.avis' else 'demande.avance' end;
	facts := jsonb_build_object('numero', r.number, 'service', r.service, 'bureau', r.bureau, 'echeance', coalesce(base_api.day_words(r.due_on), 'une date que le bureau vous dira'),
		'code', r.code, 'pieces', coalesce(r.pieces, 'votre réponse'), 'avant', coalesce(base_api.day_words(r.avant), 'dès que possible'),
		'motif', r.motif, 'etat', r.etat,
		'ou', case when r.person_id is not null then 'dans « Mes demandes »' else 'à la page « Suivre une demande », avec le code ' || r.code end);
	if r.person_id is not null then
		perform channels_api.notify(r.person_id, event, facts);
	elsif r.contact_value is not null then
		insert into base.outbox (channel, recipient, subject, body, event_code)
		select case r.contact_kind when 'email' then 'email' else 'sms' end, r.contact_value,
			case r.contact_kind when 'email' then channels_api.fill(m.subject, facts) else '' end,
			case r.contact_kind when 'email' then regexp_replace(channels_api.fill(m.body, facts), '^Bonjour ,', 'Bonjour,') || E'\n\nGuichet – Ministère du Travail et de la Fonction publique'
				else 'Guichet : ' || channels_api.fill(m.sms, facts) end, event
		from channels.messages m where m.event_code = event and (r.contact_kind = 'email' or m.sms is not null)
			and not exists (select from channels.stops s where s.phone = r.contact_value);
	end if;
	update requests.notices n set told_at = now() where n.notice_id = new.notice_id;
	return null;
end $$;
comment on function channels_api.tell_notice is 'Writes to the person, or to the contact a visitor left, what his request has to say.';
do $$ begin
	if not exists (select from pg_trigger where tgname = 'told' and tgrelid = 'requests.notices'::regclass) then
		create constraint trigger told after insert on requests.notices deferrable initially deferred for each row execute function channels_api.tell_notice();
	end if;
end $$;

revoke execute on function channels_api.partner_of, channels_api.partner, channels_api.person_reached, channels_api.file_intake, channels_api.intake, channels_api.claim,
	channels_api.tell_notice from public;
grant execute on function channels_api.partner, channels_api.intake to web_machine;
reset role;
