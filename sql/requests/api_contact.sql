-- Visitors: what they may send, and the code that proves their contact before a request is filed. A code is used once, dies after five tries or
-- ten minutes, and is kept as a hash under the installation's key.
set role guichet_owner;

create function requests_api.contact_value(kind text, typed text) returns text
	language sql immutable parallel safe
	return (select case
		when kind = 'email' then case when btrim(typed) ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' then lower(btrim(typed)) end
		when d.digits ~ '^(00)?229[0-9]{10}$' then '+229' || right(d.digits, 10)
		when d.digits ~ '^[0-9]{10}$' then '+229' || d.digits
		when d.digits ~ '^[0-9]{8}$' then '+22901' || d.digits end
		from (select regexp_replace(typed, '[^0-9]', '', 'g') as digits) d);
comment on function requests_api.contact_value is 'Where messages go for what was typed; null when it is no address.';

create function requests_api.code_hash(draft bigint, code text) returns bytea
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select sha256(k.id_key || sha256(k.id_key || convert_to('contact ' || code_hash.draft || ' ' || code_hash.code, 'UTF8'))) from base.installation k;
$$;
comment on function requests_api.code_hash is 'What is kept of a code.';

create function requests_api.visitor_sends(address text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	wait int := accounts_api.count_try('sans-compte:' || coalesce(visitor_sends.address, ''), 120, '1 hour');
begin
	if wait > 0 then
		raise exception using errcode = 'GU429', message = 'requests.too_many_sent', detail = wait::text;
	end if;
end $$;
comment on function requests_api.visitor_sends is 'Counts what an address sends without an account, before any byte is kept.';

create function requests_api.visit_draft(service text, visit text) returns requests.drafts
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	d requests.drafts := requests_api.open_draft((select s.service_id from services.services s where s.code = visit_draft.service), visit_draft.visit);
begin
	if d.draft_id is null or d.person_id is not null then
		raise exception using errcode = 'GU409', message = 'requests.draft_gone';
	end if;
	return d;
end $$;
comment on function requests_api.visit_draft is 'The draft of the browser that asks, locked.';

create function requests_api.send_contact_code(service text, visit text, kind text, typed text, address text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	d     requests.drafts := requests_api.visit_draft(send_contact_code.service, send_contact_code.visit);
	value text := requests_api.contact_value(send_contact_code.kind, send_contact_code.typed);
	code  text := lpad((('x' || encode(substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) for 7), 'hex'))::bit(56)::bigint % 1000000)::text, 6, '0');
	wait  int;
begin
	if value is null then
		raise exception using errcode = 'GU422', message = 'requests.contact_wrong', column = 'code';
	end if;
	-- Neither a stranger's telephone nor the State's purse is anybody's toy.
	wait := greatest(accounts_api.count_try('contact:' || value, 5, '1 hour'), accounts_api.count_try('contact de:' || coalesce(send_contact_code.address, ''), 20, '1 hour'));
	if wait > 0 then
		raise exception using errcode = 'GU429', message = 'requests.too_many_codes', detail = wait::text;
	end if;
	insert into requests.contact_checks as c (draft_id, kind_code, typed, value, code_hash)
	values (d.draft_id, send_contact_code.kind, send_contact_code.typed, value, requests_api.code_hash(d.draft_id, code))
	on conflict on constraint contact_checks_pkey do update set kind_code = excluded.kind_code, typed = excluded.typed, value = excluded.value, code_hash = excluded.code_hash,
		tries = 0, sent_at = now(), verified_at = null;
	perform accounts_api.send_code(null, value, code, 'déposer votre demande');
	return query select base_api.receipt(send_contact_code.here);
end $$;
comment on function requests_api.send_contact_code is 'Sends a code to the contact of a visitor''s draft; the former one is worth nothing more.';

-- No exception on a wrong code: the try must stay counted.
create function requests_api.prove_contact(service text, visit text, code text) returns table (outcome text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	d requests.drafts := requests_api.visit_draft(prove_contact.service, prove_contact.visit);
	c requests.contact_checks;
begin
	select x.* into c from requests.contact_checks x where x.draft_id = d.draft_id for update;
	if c.verified_at is not null then
		outcome := 'ok';
	elsif c.code_hash is null or c.sent_at < now() - interval '10 minutes' then
		outcome := 'requests.code_dead';
	elsif c.code_hash = requests_api.code_hash(d.draft_id, prove_contact.code) then
		update requests.contact_checks x set verified_at = now(), code_hash = null where x.draft_id = d.draft_id;
		outcome := 'ok';
	else
		update requests.contact_checks x set tries = x.tries + 1, code_hash = case when x.tries < 4 then x.code_hash end where x.draft_id = d.draft_id returning x.* into c;
		outcome := case when c.code_hash is null then 'requests.code_dead' else 'requests.code_wrong' end;
	end if;
	return next;
end $$;
comment on function requests_api.prove_contact is 'Whether a code is the one that was sent: "ok", or the key of what to say.';

create function requests_api.contact_of(service text, visit text) returns table (typed text, is_verified boolean, is_sent boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select c.typed, c.verified_at is not null, c.code_hash is not null and c.sent_at > now() - interval '10 minutes'
	from requests.contact_checks c join requests.drafts d using (draft_id) join services.services s using (service_id)
	where s.code = contact_of.service and d.request_id is null and d.visit_hash = sha256(convert_to(contact_of.visit, 'UTF8')) and not exists (select from base.me m);
$$;
comment on function requests_api.contact_of is 'How far the check of a visitor''s contact is.';
reset role;
