-- Ways into an account and its owner's page: what its parts share (api_sign_in, api_second_factor, api_codes, api_own, api_admin). Dropped and rebuilt.
-- Every function is the owner's (security definer): the tables are closed. What a wrong try counts stays counted, so
-- a try is counted in a first transaction and forgiven in the second; a refusal never undoes its own count.
drop schema if exists accounts_api cascade;
create schema accounts_api authorization guichet_owner;
grant usage on schema accounts_api to gate, worker, web_door, web_pending, web_account, web_admin;
set role guichet_owner;

create function accounts_api.count_try(name text, most int, span interval) returns int
	language sql volatile security definer set search_path = accounts, pg_temp
as $$
	insert into attempts as a (bucket, tries, since) values (count_try.name, 1, now())
	on conflict (bucket) do update set
		tries = case when a.since < now() - span then 1 else least(a.tries + 1, most + 1) end,
		since = case when a.since < now() - span then now() else a.since end
	returning case when tries <= most then 0 else greatest(1, ceil(extract(epoch from since + span - now()))::int) end;
$$;
comment on function accounts_api.count_try is 'Counts one try in a bucket; gives the seconds to wait, 0 when it is allowed.';

create function accounts_api.forgive(names text[]) returns void
	language sql volatile security definer set search_path = accounts, pg_temp
as $$
	update attempts set tries = tries - 1 where bucket = any(names) and tries > 0;
$$;
comment on function accounts_api.forgive is 'Takes back one try of each bucket: it was the right person.';

create function accounts_api.login_names(typed text) returns text[]
	language sql immutable strict parallel safe security definer set search_path = accounts, pg_temp
as $$
	select array_remove(array[
		case when t.tight not like '%@%' then upper(t.tight) end,
		case when t.tight like '%@%' then lower(t.tight) end,
		case when t.tight !~ '^[0-9+().-]+$' then null
			when t.digits ~ '^(\+|00)?229[0-9]{10}$' then '+229' || right(t.digits, 10)
			when t.digits ~ '^(\+|00)229[0-9]{8}$' then '+22901' || right(t.digits, 8)
			when t.digits ~ '^01[0-9]{8}$' then '+229' || t.digits
			when t.digits ~ '^[0-9]{8}$' then '+22901' || t.digits end], null)
	from (select regexp_replace(typed, '[\s\u00a0\u202f]', '', 'g') as tight, regexp_replace(typed, '[^0-9+]', '', 'g') as digits) t;
$$;
comment on function accounts_api.login_names is 'What was typed as logins may be written: matricule, e-mail address, phone.';

create function accounts_api.account_named(typed text) returns accounts.logins
	language sql stable security definer set search_path = accounts, pg_temp
as $$
	select l from logins l where l.login = any(accounts_api.login_names(typed)) order by l.kind = 'matricule' desc limit 1;
$$;
comment on function accounts_api.account_named is 'The login that was typed, or a row of nulls.';

create function accounts_api.journal(who bigint, verb text, object text, result text, details jsonb default '{}') returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	insert into audit (person_id, permission, verb, object, result, details)
	values (journal.who, null, journal.verb, journal.object, journal.result, journal.details);
$$;
comment on function accounts_api.journal is 'One line of the audit journal about somebody whose session is not open yet.';

create function accounts_api.mask(value text) returns text
	language sql immutable strict parallel safe security definer set search_path = accounts, pg_temp
as $$
	select case when value like '%@%' then left(value, 1) || '•••@' || split_part(value, '@', 2)
		else '•• •• •• ' || right(value, 2) end;
$$;
comment on function accounts_api.mask is 'A contact that its owner recognises and nobody else learns.';

create function accounts_api.send_code(who bigint, recipient text, code text, why text) returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	insert into outbox (person_id, channel, recipient, event_code, minutes, subject, body)
	values (who, case when recipient like '%@%' then 'email' else 'sms' end, recipient, 'compte.code', 10,
		case when recipient like '%@%' then 'Votre code : ' || code else '' end,
		case when recipient like '%@%' then 'Bonjour,' || E'\n\nVotre code pour ' || why || E' est :\n\n    ' || code
			|| E'\n\nIl sert une seule fois, pendant 10 minutes. Aucun agent du ministère ne vous le demandera jamais.'
			|| E'\nSi vous n’avez rien demandé, ne faites rien : sans ce code, rien ne change.'
			|| E'\n\nGuichet – Ministère du Travail et de la Fonction publique'
		else 'Guichet : code ' || code || ' pour ' || translate(why, '’êç', '''ec') || '. Valable 10 minutes. Ne le donnez à personne.' end);
$$;
comment on function accounts_api.send_code is 'A code on its way to the one who must prove that he reads there.';

create function accounts_api.name_of(who bigint) returns text
	language sql stable security definer set search_path = base, pg_temp
as $$
	select trim(p.given_names || ' ' || p.family_name) from persons p where p.person_id = who;
$$;
comment on function accounts_api.name_of is 'A person as he is greeted.';

create function accounts_api.is_fresh() returns boolean
	language sql stable security definer set search_path = base, pg_temp
as $$
	select coalesce((select s.proved_at > now() - interval '10 minutes' from my_session s), false);
$$;
comment on function accounts_api.is_fresh is 'Whether this session gave a secret less than ten minutes ago.';

create function accounts_api.must_be_fresh() returns void
	language plpgsql stable security definer set search_path = accounts, pg_temp
as $$
begin
	if not accounts_api.is_fresh() then
		raise exception using errcode = 'GU403', message = 'accounts.not_fresh';
	end if;
end $$;
comment on function accounts_api.must_be_fresh is 'Refuses what asks for a secret given less than ten minutes ago.';

revoke execute on all functions in schema accounts_api from public;
reset role;
