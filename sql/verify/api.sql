-- Seals, as the public and the daemons ask of them. Dropped and rebuilt.
--
-- A stranger may ask anything here, without a name. What he learns of a document by its code (60 random bits, printed on the
-- paper) is what the paper's own seal says; by a reference, which can be guessed, only that an act or a certificate exists, its
-- title, date and signatory, never whom it concerns. Questions that find nothing, and all those by reference, are counted by address.
drop schema if exists verify_api cascade;
create schema verify_api authorization guichet_owner;
grant usage on schema verify_api to gate, worker, web_public;
set role guichet_owner;

-- Keys -----------------------------------------------------------------------------------------------------------------------
create function verify_api.register_key(kid text, public bytea, retired boolean) returns timestamptz
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	was acts.seal_keys;
begin
	insert into acts.seal_keys (kid, public_key) values (register_key.kid, register_key.public) on conflict do nothing;
	if found then
		perform base_api.note('system', 'key.registered', register_key.kid, 'done');
	end if;
	select * into was from acts.seal_keys k where k.kid = register_key.kid and k.public_key = register_key.public;
	if not found then
		raise exception using errcode = 'GU409', message = 'verify.key_taken';
	end if;
	if register_key.retired and was.retired_at is null then
		update acts.seal_keys k set retired_at = now() where k.kid = register_key.kid returning * into was;
		perform base_api.note('system', 'key.retired', register_key.kid, 'done');
	end if;
	return was.retired_at;
end $$;
comment on function verify_api.register_key is 'Makes the public part of a key known, or retired; gives when it retired. A name or a key that is already somebody else''s is refused.';
grant execute on function verify_api.register_key to worker;

create function verify_api.keys() returns table (body text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select json_build_object('keys', coalesce(json_agg(json_strip_nulls(json_build_object('kty', 'OKP', 'crv', 'Ed25519', 'alg', 'EdDSA', 'use', 'sig',
			'kid', k.kid, 'x', rtrim(translate(encode(k.public_key, 'base64'), '+/', '-_'), '='),
			'retired_at', to_char(k.retired_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) order by k.made_at, k.kid), '[]'))::text
	from acts.seal_keys k;
$$;
comment on function verify_api.keys is 'The set of public keys (RFC 7517, RFC 8037); one that no longer seals says since when (retired_at).';
grant execute on function verify_api.keys to web_public;

-- Counting -------------------------------------------------------------------------------------------------------------------
create function verify_api.wait(address text) returns int
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce((select greatest(1, ceil(extract(epoch from a.since + interval '1 hour' - now()))::int) from accounts.attempts a
		where a.bucket = 'verifier:' || wait.address and a.tries > 300 and a.since > now() - interval '1 hour'), 0);
$$;
comment on function verify_api.wait is 'Seconds that this address must wait; 0: none. A whole town may share an address: 300 in an hour.';

create function verify_api.count(address text) returns int
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	select accounts_api.count_try('verifier:' || count.address, 300, '1 hour');
$$;
comment on function verify_api.count is 'Counts a question of this address; the seconds to wait once there were too many.';

-- Documents ------------------------------------------------------------------------------------------------------------------
create function verify_api.code_of(typed text) returns text
	language sql immutable parallel safe
	return (select case when f.code ~ '^[0-9A-HJKMNP-TV-Z]{12}$' then f.code end
		from (select translate(upper(regexp_replace(typed, '[[:space:]\u00a0\u202f\u200b.\u2010-\u2015-]+', '', 'g')), 'OIL', '011') as code) f);
comment on function verify_api.code_of is 'A code as it was typed: spaces and dashes dropped, O read as 0, I and L as 1; null when it cannot be one.';

create function verify_api.fold_reference(typed text) returns text
	language sql immutable parallel safe
	return upper(regexp_replace(regexp_replace(typed, '^[[:space:]]*n[[:space:]]*[°ºo][[:space:]]*', '', 'i'), '[^[:alnum:]]+', '', 'g'));
comment on function verify_api.fold_reference is 'A reference as it was typed, without "N°", spaces, bars and capitals: as the index on acts.documents has it.';

create function verify_api.breakable(reference text) returns text
	language sql immutable parallel safe
	return replace(reference, '/', '/' || chr(8203));
comment on function verify_api.breakable is 'A reference that a narrow column may cut after its bars: a zero-width space stands behind each.';

create function verify_api.today() returns date
	language sql stable parallel safe
	return (now() at time zone 'Africa/Porto-Novo')::date;
comment on function verify_api.today is 'The legal date.';

-- What became of a document. Of an act and its copies: of the act itself, and which act replaced or cancelled it.
create function verify_api.standing(d acts.documents, out state_code text, out since date, out replaced_by text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case
			when d.state_code <> 'en_vigueur' then d.state_code
			when d.type_code <> 'certificat' then coalesce(a.state_code, 'en_vigueur')
			when d.expires_on < verify_api.today() then 'expire'
			else 'en_vigueur' end,
		case
			when d.state_code <> 'en_vigueur' then later.signed_on
			when d.type_code <> 'certificat' then case when a.state_code = 'en_vigueur' then d.signed_on else later.signed_on end
			when d.expires_on < verify_api.today() then d.expires_on + 1
			else d.signed_on end,
		case when a.state_code <> 'en_vigueur' then later.reference end
	from (select) one
	left join career.acts a on a.act_id = d.act_id and d.type_code <> 'certificat'
	left join lateral (
		select r.reference, r.signed_on from (
			select b.act_id from career.acts b where b.replaces_act_id = a.act_id
			union all
			select f.act_id from acts.drafts f where f.corrects_act_id = a.act_id and f.act_id is not null) c
		join career.acts r on r.act_id = c.act_id and r.state_code = 'en_vigueur'
		order by r.signed_on desc nulls last, r.act_id desc limit 1) later on a.state_code <> 'en_vigueur';
$$;
comment on function verify_api.standing is 'The state of a document today, since which day, and the reference of the act that replaced or cancelled it.';

create function verify_api.answer(d acts.documents) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select json_build_object('code', d.code, 'type', d.type_code, 'reference', d.reference, 'state', s.state_code, 'replaced_by', s.replaced_by,
		'since', s.since, 'expires_on', d.expires_on, 'checked_at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))::text
	from verify_api.standing(d) s;
$$;
comment on function verify_api.answer is 'The state of a document, as a machine reads it. No person is named.';

create function verify_api.by_code(code text, address text) returns table (wait int, body text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	wait := verify_api.wait(address);
	if wait = 0 then
		select verify_api.answer(d) into body from acts.documents d where d.code = by_code.code;
		if body is null then
			wait := verify_api.count(address);
		end if;
	end if;
	return next;
end $$;
comment on function verify_api.by_code is 'The state of the document of this code; null when there is none; or how long to wait.';

create function verify_api.by_file(hash text, address text) returns table (wait int, body text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	wait := verify_api.wait(address);
	if wait = 0 then
		if hash ~ '^[0-9a-f]{64}$' then
			select verify_api.answer(d) into body from acts.documents d where d.file_sha256 = decode(hash, 'hex') order by d.document_id limit 1;
		end if;
		if body is null then
			wait := verify_api.count(address);
		end if;
	end if;
	return next;
end $$;
comment on function verify_api.by_file is 'The state of the document whose PDF has this SHA-256; null when there is none; or how long to wait.';
grant execute on function verify_api.by_code, verify_api.by_file to web_public;

-- By a code: that document. By a reference: the act and certificates that bear it, without saying whose they are; the copies
-- made for agents have codes of their own.
create function verify_api.search(typed text, address text)
	returns table (wait int, is_by_code boolean, code text, type_code text, title text, reference text, reference_shown text, signed_on date, signatory text,
		sealed_at timestamptz, state_code text, since date, replaced_by text, expires_on date)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	as_code text := verify_api.code_of(typed);
	folded  text := verify_api.fold_reference(typed);
begin
	wait := verify_api.wait(address);
	if wait > 0 then
		return next;
		return;
	end if;
	return query
		select 0, true, regexp_replace(d.code, '(.{4})(.{4})(.{4})', '\1 \2 \3'), d.type_code, d.title, d.reference, verify_api.breakable(d.reference), d.signed_on, d.signatory, d.sealed_at,
			s.state_code, s.since, verify_api.breakable(s.replaced_by), d.expires_on
		from acts.documents d, verify_api.standing(d) s where d.code = as_code;
	if found then
		return;
	end if;
	perform verify_api.count(address);
	return query
		select 0, false, null::text, d.type_code, d.title, d.reference, verify_api.breakable(d.reference), d.signed_on, d.signatory, d.sealed_at, s.state_code, s.since, verify_api.breakable(s.replaced_by), d.expires_on
		from acts.documents d, verify_api.standing(d) s
		where length(folded) >= 4 and d.type_code <> 'copie' and upper(regexp_replace(d.reference, '[^[:alnum:]]+', '', 'g')) = folded
		order by d.sealed_at desc, d.document_id desc limit 20;
end $$;
comment on function verify_api.search is 'What was typed at /verifier: a code, or a reference (twenty documents at most); one row that says how long to wait.';
grant execute on function verify_api.search to web_public;

create function verify_api.payload(jws text) returns jsonb
	language sql immutable parallel safe
	return (select convert_from(decode(p.text || repeat('=', (4 - length(p.text) % 4) % 4), 'base64'), 'UTF8')::jsonb
		from (select translate(split_part(jws, '.', 2), '-_', '+/') as text) p);
comment on function verify_api.payload is 'What a seal says.';

create function verify_api.facts(typed text) returns table (label text, value text, on_date date)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with said as (
		select verify_api.payload(d.jws) as p from acts.documents d where d.code = verify_api.code_of(typed)
	), lines as (
		select l.sort, l.label, case l.key when 'r' then verify_api.breakable(said.p ->> 'r') else replace(said.p ->> l.key, ' > ', ' → ') end as value,
			case when l.key in ('d', 'e', 'x') then (said.p ->> l.key)::date end as on_date
		from said, (values (1, 'k', 'Titre'), (2, 'r', 'Référence'), (3, 'd', 'Signé le'), (4, 's', 'Signataire'), (5, 'p', 'Nom et prénoms'),
			(6, 'm', 'Matricule'), (7, 'g', 'Ce qui change'), (8, 'e', 'À compter du'), (9, 'n', 'Nombre de lignes'), (11, 'x', 'Valable jusqu’au')) l(sort, key, label)
		where said.p ? l.key
		union all
		select 10, f.fact ->> 0, f.fact ->> 1, null from said, jsonb_array_elements(case jsonb_typeof(said.p -> 'f') when 'array' then said.p -> 'f' else '[]' end) f(fact)
	)
	select l.label, case when l.on_date is null then l.value end, l.on_date from lines l order by l.sort;
$$;
comment on function verify_api.facts is 'The facts under the seal of the document of this code, in the order of the paper: what its holder reads on it.';
grant execute on function verify_api.facts to web_public;
reset role;
