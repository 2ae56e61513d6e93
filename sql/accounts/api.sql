-- Ways into an account and its owner's page. Dropped and rebuilt. In this order: helpers; signing in; the second factor;
-- codes sent (activation, registration, lost password, contact); the person's own page; the administrator's pages.
-- Every function is the owner's (security definer): the tables are closed. What a wrong try counts stays counted, so
-- a try is counted in a first transaction and forgiven in the second; a refusal never undoes its own count.
drop schema if exists accounts_api cascade;
create schema accounts_api authorization guichet_owner;
grant usage on schema accounts_api to gate, worker, web_door, web_pending, web_account, web_admin;
set role guichet_owner;

-- 1. Helpers ---------------------------------------------------------------------------------------------------------------

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

-- 2. Signing in ------------------------------------------------------------------------------------------------------------
-- Guessing: ten tries an hour on a name, ten on an account by all its names, five hundred from an address; a right password
-- takes its own try back. The owner's tries are counted apart, in his browser (the visit cookie) or at the address he last
-- came from, so that a stranger who guesses locks out strangers. A name that does not exist is counted and answered the same.
-- Sessions: staff one, 15 minutes idle, 12 hours at most; others three, 30 minutes, 24 hours; a new token at each step up.

create function accounts_api.sweep() returns void
	language sql volatile security definer set search_path = accounts, pg_temp
as $$
	delete from base.sessions where token_hash = any (array(select s.token_hash from base.sessions s
		where s.expires_at < now() - interval '1 day' limit 50 for update skip locked));
	delete from codes where code_id = any (array(select c.code_id from codes c where c.expires_at < now() - interval '1 day' limit 50 for update skip locked));
	delete from attempts where bucket = any (array(select a.bucket from attempts a where a.since < now() - interval '1 day' limit 50 for update skip locked));
$$;
comment on function accounts_api.sweep is 'Takes away a few rows that no longer say anything; nobody waits for anybody.';

create function accounts_api.mark(browser text) returns text
	language sql immutable parallel safe security definer set search_path = accounts, pg_temp
as $$
	select coalesce(encode(sha256(convert_to(browser, 'UTF8')), 'hex'), '');
$$;
comment on function accounts_api.mark is 'What is kept of the cookie that names a browser; empty when it has none.';

create function accounts_api.own_bucket(who bigint, address text, browser text) returns text
	language sql stable security definer set search_path = accounts, pg_temp
as $$
	select 'lieu:' || who || ':' || case when p.device = accounts_api.mark(browser) and p.device <> '' then p.device else p.address end
	from places p
	where p.person_id = who and ((p.device = accounts_api.mark(browser) and p.device <> '' and p.seen_at > now() - interval '400 days')
		or (p.address = own_bucket.address and p.seen_at > now() - interval '30 days'))
	order by p.device = accounts_api.mark(browser) desc limit 1;
$$;
comment on function accounts_api.own_bucket is 'Where the tries of the owner are counted, apart from those of strangers: his browser, or the address he last came from; null elsewhere.';

create function accounts_api.note_place(who bigint, address text, browser text) returns void
	language sql volatile security definer set search_path = accounts, pg_temp
as $$
	insert into places (person_id, address, device) values (who, note_place.address, accounts_api.mark(browser))
	on conflict on constraint places_pkey do update set seen_at = now();
$$;
comment on function accounts_api.note_place is 'Remembers the browser and the address from which the owner came in.';

create function accounts_api.full_session(who bigint, token text, address text, device text, browser text) returns void
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
declare
	rights record;
	first_time boolean := not exists (select from accounts.places p where p.person_id = who);
	known_place boolean;
begin
	perform from accounts.accounts a where a.person_id = who for update;        -- two sign-ins at once count each other
	rights := base_api.rights_of(who);
	delete from sessions s where s.person_id = who and (not s.second_factor or s.session_id in (
		select o.session_id from sessions o where o.person_id = who and o.second_factor
		order by o.opened_at desc offset case when rights.is_staff then 0 else 2 end));
	insert into sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, idle, expires_at, device, address)
	values (sha256(decode(token, 'hex')), who, accounts_api.name_of(who), rights.permission_bits, rights.ranks, true,
		case when rights.is_staff then interval '15 minutes' else interval '30 minutes' end,
		least(now() + case when rights.is_staff then interval '12 hours' else interval '24 hours' end, rights.until),
		full_session.device, full_session.address);
	known_place := exists (select from accounts.places p where p.person_id = who and case when browser is null
		then p.address = full_session.address and p.seen_at > now() - interval '30 days' else p.device = accounts_api.mark(browser) end);
	perform accounts_api.note_place(who, address, browser);
	if not known_place and not first_time then
		perform base_api.tell(who, 'Connexion depuis un nouvel appareil',
			'Bonjour,' || E'\n\nQuelqu’un vient de se connecter à votre compte avec : ' || device
			|| E'.\n\nSi c’est vous, ne faites rien. Sinon, choisissez tout de suite un autre mot de passe : toutes les sessions seront fermées.',
			'connexion à votre compte depuis un nouvel appareil (' || left(device, 40) || '). Ce n''est pas vous ? Changez de mot de passe.');
	end if;
	perform accounts_api.journal(who, 'session.ouverture', 'compte ' || who, 'fait',
		jsonb_build_object('device', device, 'address', address, 'new_place', not known_place));
end $$;
comment on function accounts_api.full_session is 'Opens a session with all the rights of a person: limits of number, idleness and length by his roles; a notice from a new place.';

create function accounts_api.open_session(who bigint, token text, address text, device text, browser text) returns text
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
declare
	rights record;
	enrolled boolean := (select a.totp_secret is not null from accounts.accounts a where a.person_id = who);
begin
	perform accounts_api.sweep();
	delete from sessions s where s.token_hash = sha256(decode(nullif(current_setting('guichet.sid', true), ''), 'hex'));
	rights := base_api.rights_of(who);
	if not enrolled and not rights.is_staff then
		perform accounts_api.full_session(who, token, address, device, browser);
		return 'ouvert';
	end if;
	delete from sessions s where s.person_id = who and not s.second_factor;
	insert into sessions (token_hash, person_id, person_name, permission_bits, second_factor, idle, expires_at, device, address)
	select sha256(decode(token, 'hex')), who, accounts_api.name_of(who), 1::bigint << p.bit, false, interval '10 minutes',
		now() + interval '30 minutes', open_session.device, open_session.address
	from permissions p where p.permission = 'account.second_factor';
	perform accounts_api.journal(who, 'session.secret', 'compte ' || who, 'code dû', jsonb_build_object('device', device, 'address', address));
	return case when enrolled then 'code' else 'enrolement' end;
end $$;
comment on function accounts_api.open_session is 'After the first secret: a whole session, or one that can only give its second factor; says which.';

create function accounts_api.sign_in_secret(login text, address text, browser text) returns table (wait int, password_hash text)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	-- Nobody's password: an unknown name costs the same time and gets the same words.
	dummy constant text := '$argon2id$v=19$m=65536,t=2,p=1$lbPPaDhjL7CXsECntxKqIg$vc2f+SYP1bR6YHiw2Mvbtd6wUFIXstfOo2wj77iZzRw';
	named logins := accounts_api.account_named(login);
	name  text := coalesce(named.login, (accounts_api.login_names(login))[1], '');
	owner text := coalesce(named.person_id::text, name);
	hash  text := (select a.password_hash from accounts a where a.person_id = named.person_id and a.state_code = 'actif');
	place text := accounts_api.own_bucket(named.person_id, address, browser);
begin
	if place = 'lieu:' || named.person_id || ':' || accounts_api.mark(browser) then
		wait := accounts_api.count_try(place, 10, '1 hour');
	elsif place is not null then
		-- The address he last came from may be shared by a whole town: it counts as an address too.
		wait := greatest(accounts_api.count_try(place, 10, '1 hour'), accounts_api.count_try('adresse:' || address, 500, '1 hour'));
	else
		wait := accounts_api.count_try('adresse:' || address, 500, '1 hour');
		if wait > 0 then
			-- An address past its limit leaves no trace but its one counter: strangers do not fill our disk.
			password_hash := dummy;
			return next;
			return;
		end if;
		wait := accounts_api.count_try('nom:' || name, 10, '1 hour');
		-- All names of an account together: past ten, nothing reaches its hash and nothing shows it.
		if accounts_api.count_try('compte:' || owner, 10, '1 hour') > 0 then
			hash := null;
		end if;
	end if;
	if wait = 0 then
		perform accounts_api.journal(named.person_id, 'session.essai', 'compte ' || coalesce(named.person_id::text, 'inconnu'), 'compté',
			jsonb_build_object('address', address));
	end if;
	if random() < 0.05 then
		perform accounts_api.sweep();
	end if;
	password_hash := coalesce(hash, dummy);
	return next;
end $$;
comment on function accounts_api.sign_in_secret is 'Counts a try and gives what to check the password against: always one row, for names that exist and names that do not.';

create function accounts_api.sign_in(login text, hash text, token text, address text, device text, browser text) returns table (next_code text)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	named logins := accounts_api.account_named(login);
begin
	perform from accounts a where a.person_id = named.person_id and a.password_hash = hash and a.state_code = 'actif' for update;
	if not found then
		raise exception using errcode = 'GU422', message = 'accounts.wrong', column = 'identifiant';
	end if;
	perform accounts_api.forgive(array[accounts_api.own_bucket(named.person_id, address, browser), 'adresse:' || address, 'nom:' || named.login,
		'compte:' || named.person_id]);
	next_code := accounts_api.open_session(named.person_id, token, address, device, browser);
	return next;
end $$;
comment on function accounts_api.sign_in is 'Opens a session for the owner of the hash that was just verified; a hash changed meanwhile opens nothing.';

create function accounts_api.sign_out() returns void
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
declare
	who bigint;
begin
	delete from sessions s where s.token_hash = sha256(decode(nullif(current_setting('guichet.sid', true), ''), 'hex'))
	returning s.person_id into who;
	if found then
		perform accounts_api.journal(who, 'session.fin', 'compte ' || who, 'fait');
	end if;
end $$;
comment on function accounts_api.sign_out is 'Ends the session that asks; nothing when there is none.';

-- 3. Second factor ---------------------------------------------------------------------------------------------------------

create function accounts_api.pending() returns table (enrolled boolean)
	language sql stable security definer set search_path = accounts, pg_temp
as $$
	select a.totp_secret is not null from base.me m join accounts a using (person_id);
$$;
comment on function accounts_api.pending is 'Whether the person who asks has a second factor already.';

create function accounts_api.second_factor_material(recovery text) returns table (wait int, secret text, last_step bigint, recovery_good boolean)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	mine record;
begin
	select s.session_id, s.person_id into mine from base.my_session s;
	wait := greatest(accounts_api.count_try('second:' || mine.session_id, 5, '1 hour'),
		accounts_api.count_try('second-compte:' || mine.person_id, 30, '1 hour'));
	if wait > 0 then
		delete from base.sessions s where s.session_id = mine.session_id;
		perform accounts_api.journal(mine.person_id, 'session.second', 'compte ' || mine.person_id, 'refusé');
	end if;
	select encode(a.totp_secret, 'hex'), a.totp_last_step,
		exists (select from recovery_codes r where r.person_id = a.person_id and r.used_at is null and r.code_hash = decode(recovery, 'hex'))
		into secret, last_step, recovery_good
	from accounts a where a.person_id = mine.person_id;
	return next;
end $$;
comment on function accounts_api.second_factor_material is 'Counts a try at the second factor and gives what to check it against; the sixth try ends the session.';

create function accounts_api.use_second_factor(who bigint, step bigint, recovery text) returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
begin
	if step is not null then
		update accounts a set totp_last_step = step where a.person_id = who and a.totp_last_step < step;
	else
		update recovery_codes r set used_at = now()
		where r.person_id = who and r.used_at is null and r.code_hash = decode(recovery, 'hex');
	end if;
	if not found then
		raise exception using errcode = 'GU422', message = 'accounts.code_used', column = 'code';
	end if;
	if step is null then
		perform base_api.tell(who, 'Un code de secours a servi',
			'Bonjour,' || E'\n\nUn de vos codes de secours vient de servir à ouvrir votre compte. Si ce n’est pas vous, choisissez tout de suite un autre mot de passe.',
			'un de vos codes de secours vient de servir. Ce n''est pas vous ? Changez de mot de passe.');
	end if;
end $$;
comment on function accounts_api.use_second_factor is 'Spends a step of the clock or a recovery code: each serves once.';

create function accounts_api.second_factor(step bigint, recovery text, token text, address text, device text, browser text) returns table (next_code text)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	mine record;
begin
	select s.session_id, s.person_id into mine from base.my_session s where not s.second_factor;
	if not found then
		raise exception using errcode = 'GU409', message = 'problem.conflict';
	end if;
	perform accounts_api.use_second_factor(mine.person_id, step, recovery);
	perform accounts_api.forgive(array['second-compte:' || mine.person_id]);
	perform accounts_api.full_session(mine.person_id, token, address, device, browser);
	next_code := 'ouvert';
	return next;
end $$;
comment on function accounts_api.second_factor is 'The second secret was right: the whole session, under a new token.';

create function accounts_api.may_enrol() returns boolean
	language sql stable security definer set search_path = accounts, pg_temp
as $$
	select coalesce((select s.second_factor or exists (select from codes c where c.person_id = s.person_id and c.purpose = 'second'
			and c.data ->> 'session' = s.session_id::text and c.proved_at is not null and c.used_at is null)
		from base.my_session s), false);
$$;
comment on function accounts_api.may_enrol is 'Whether this session proved more than a password: a contact, or it is a whole session.';

create function accounts_api.enrolment() returns table (secret text, account text, enrolled boolean, staff boolean, fresh boolean, proved boolean)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	who bigint := (select m.person_id from base.me m);
begin
	proved := accounts_api.may_enrol();
	update accounts a set totp_pending = substring(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')) for 20)
	where a.person_id = who and a.totp_secret is null and a.totp_pending is null;
	return query select case when enrolment.proved then encode(a.totp_pending, 'hex') end,
		(select l.login from logins l where l.person_id = who order by l.kind desc, l.login limit 1),
		a.totp_secret is not null, (base_api.rights_of(who)).is_staff,
		accounts_api.is_fresh(), enrolment.proved
	from accounts a where a.person_id = who;
end $$;
comment on function accounts_api.enrolment is 'The secret a person puts in his telephone, kept aside until a code proves that he did.';

create function accounts_api.enrolment_material() returns table (wait int, secret text)
	language sql volatile security definer set search_path = accounts, pg_temp
as $$
	select accounts_api.count_try('enrolement:' || a.person_id, 20, '1 hour'), encode(a.totp_pending, 'hex')
	from base.me m join accounts a using (person_id) where a.totp_secret is null and a.totp_pending is not null and accounts_api.may_enrol();
$$;
comment on function accounts_api.enrolment_material is 'Counts a try and gives the secret that a first code must fit.';

create function accounts_api.put_recovery_codes(who bigint, hashes text[]) returns void
	language sql volatile security definer set search_path = accounts, pg_temp
as $$
	delete from recovery_codes r where r.person_id = who;
	insert into recovery_codes (person_id, code_hash) select who, decode(h, 'hex') from unnest(hashes) h;
$$;
comment on function accounts_api.put_recovery_codes is 'New recovery codes; the old ones serve no more.';

create function accounts_api.enrol(step bigint, hashes text[], token text, address text, device text, browser text) returns table (next_code text)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	mine record;
begin
	select s.session_id, s.person_id, s.second_factor into mine from base.my_session s;
	if mine.second_factor then
		perform accounts_api.must_be_fresh();
	elsif not accounts_api.may_enrol() then
		raise exception using errcode = 'GU403', message = 'accounts.contact_first';
	end if;
	update codes c set used_at = now() where c.person_id = mine.person_id and c.purpose = 'second' and c.used_at is null;
	update accounts a set totp_secret = a.totp_pending, totp_pending = null, totp_last_step = step
	where a.person_id = mine.person_id and a.totp_secret is null and a.totp_pending is not null;
	if not found then
		raise exception using errcode = 'GU409', message = 'accounts.enrolled_already';
	end if;
	perform accounts_api.put_recovery_codes(mine.person_id, hashes);
	delete from base.sessions s where s.person_id = mine.person_id;
	perform accounts_api.full_session(mine.person_id, token, address, device, browser);
	perform accounts_api.journal(mine.person_id, 'second.debut', 'compte ' || mine.person_id, 'fait');
	perform base_api.tell(mine.person_id, 'Double vérification activée',
		'Bonjour,' || E'\n\nUn code de votre téléphone est maintenant demandé à chaque connexion. Si ce n’est pas vous qui l’avez décidé, choisissez tout de suite un autre mot de passe.',
		'la double vérification est activée sur votre compte. Ce n''est pas vous ? Changez de mot de passe.');
	next_code := 'ouvert';
	return next;
end $$;
comment on function accounts_api.enrol is 'Turns the second factor on once a code proved it; the session gets a new token, all others end.';

-- 4. Codes sent ------------------------------------------------------------------------------------------------------------

create function accounts_api.may_send(typed text, address text) returns int
	language sql volatile security definer set search_path = accounts, pg_temp
as $$
	select greatest(accounts_api.count_try('envoi-adresse:' || address, 60, '1 hour'),
		accounts_api.count_try('envoi:' || typed || ':' || address, 5, '1 hour'));
$$;
comment on function accounts_api.may_send is 'Limits what one address may have sent, and to one name; seconds to wait, 0 when allowed.';

create function accounts_api.put_code(purpose text, who bigint, recipient text, secret text, code text, data jsonb, why text, place text default null) returns bigint
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	made bigint;
	-- A telephone is not to be flooded, whoever asks, and nothing shows that nothing was sent; but what strangers ask does
	-- not keep the owner, in his own place, from his code.
	silent boolean := recipient is null or accounts_api.count_try('messages:' || recipient || coalesce(':' || place, ''), 10, '1 hour') > 0;
begin
	perform accounts_api.sweep();
	insert into codes (purpose, person_id, recipient, data, expires_at)
	values (put_code.purpose, who, coalesce(recipient, ''), data || jsonb_build_object('secret', encode(sha256(convert_to(secret, 'UTF8')), 'hex')),
		now() + interval '10 minutes')
	returning code_id into made;
	if not silent and code is not null then
		update codes c set code_hash = sha256(convert_to(made || ':' || code || ':' || secret, 'UTF8')) where c.code_id = made;
		perform accounts_api.send_code(who, recipient, code, why);
	end if;
	return made;
end $$;
comment on function accounts_api.put_code is 'A step that waits for a code; without recipient, one that looks the same and never opens.';

create function accounts_api.contact_of(who bigint, only_record boolean) returns text
	language sql stable security definer set search_path = base, pg_temp
as $$
	select c.value from contacts c
	where c.person_id = who and (c.origin = 'record' or (not only_record and c.verified_at is not null))
	order by c.kind = 'phone' desc, c.verified_at nulls last, c.contact_id limit 1;
$$;
comment on function accounts_api.contact_of is 'Where a person is known to be reached.';

create function accounts_api.warn_owner(who bigint, recipient text) returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	insert into outbox (person_id, channel, recipient, subject, body)
	select who, case when recipient like '%@%' then 'email' else 'sms' end, recipient,
		case when recipient like '%@%' then 'Vous avez déjà un compte' else '' end,
		case when recipient like '%@%' then 'Bonjour,' || E'\n\nQuelqu’un a demandé d’ouvrir un compte qui existe déjà. Si c’est vous, connectez-vous, ou choisissez un autre mot de passe depuis la page de connexion. Sinon, ne faites rien.'
			else 'Guichet : vous avez déjà un compte. Connectez-vous, ou choisissez un autre mot de passe depuis la page de connexion.' end
	where accounts_api.count_try('messages:' || recipient, 10, '1 hour') = 0;
$$;
comment on function accounts_api.warn_owner is 'Tells the owner of an account that somebody asked to open it again.';

create function accounts_api.start_activation(matricule text, first_day date, address text, secret text, code text)
	returns table (wait int, code_id bigint)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	who    bigint;
	target text;
begin
	wait := accounts_api.may_send(matricule, address);
	if wait = 0 then
		wait := accounts_api.count_try('activation:' || matricule, 20, '1 hour');   -- the date is a secret of ten thousand days
	end if;
	if wait = 0 then
		select a.person_id into who from career.agents a join base.persons p using (person_id)
		where a.matricule = start_activation.matricule and a.first_service_date = first_day and p.deceased_on is null;
		target := accounts_api.contact_of(who, true);
		if target is not null and exists (select from accounts a where a.person_id = who and a.password_hash is not null) then
			perform accounts_api.warn_owner(who, target);
			target := null;
		end if;
		code_id := accounts_api.put_code('activation', who, target, secret, code, '{}', 'activer votre compte d’agent');
		perform accounts_api.journal(who, 'activation.demande', 'matricule ' || matricule, case when target is null then 'sans suite' else 'code envoyé' end,
			jsonb_build_object('address', address));
	end if;
	return next;
end $$;
comment on function accounts_api.start_activation is 'An agent shows that he knows his file; the answer is the same whether he does or not.';

create function accounts_api.start_registration(family_name text, given_names text, contact text, address text, secret text, code text)
	returns table (wait int, code_id bigint)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	named logins;
	target text := case when contact like '%@%' then lower(contact) else contact end;
begin
	wait := accounts_api.may_send(target, address);
	if wait = 0 then
		select l.* into named from logins l where l.login = target;
		if named.person_id is not null then
			perform accounts_api.warn_owner(named.person_id, target);
		end if;
		code_id := accounts_api.put_code('inscription', null, case when named.person_id is null then target end, secret, code,
			jsonb_build_object('family_name', family_name, 'given_names', given_names, 'contact', target), 'ouvrir votre compte');
		perform accounts_api.journal(null, 'inscription.demande', 'contact', 'fait', jsonb_build_object('address', address));
	end if;
	return next;
end $$;
comment on function accounts_api.start_registration is 'A citizen asks for an account; a contact that has one already gets a warning instead of a code.';

create function accounts_api.start_recovery(login text, address text, browser text, secret text, code text) returns table (wait int, code_id bigint)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	named  logins := accounts_api.account_named(login);
	target text;
begin
	wait := accounts_api.may_send(coalesce((accounts_api.login_names(login))[1], ''), address);
	if wait = 0 then
		if exists (select from accounts a where a.person_id = named.person_id and a.state_code = 'actif') then
			target := coalesce((select c.value from base.contacts c where c.person_id = named.person_id and c.value = named.login
				and (c.verified_at is not null or c.origin = 'record')), accounts_api.contact_of(named.person_id, false));
		end if;
		code_id := accounts_api.put_code('mot_de_passe', named.person_id, target, secret, code, '{}', 'changer de mot de passe',
			accounts_api.own_bucket(named.person_id, address, browser));
		perform accounts_api.journal(named.person_id, 'mot_de_passe.demande', 'compte ' || coalesce(named.person_id::text, 'inconnu'),
			case when target is null then 'sans suite' else 'code envoyé' end, jsonb_build_object('address', address));
	end if;
	return next;
end $$;
comment on function accounts_api.start_recovery is 'A code to a known contact of the account, if there is one; the answer is the same if there is none.';

create function accounts_api.start_enrolment(address text, secret text, code text) returns table (wait int, code_id bigint)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	mine   record;
	target text;
begin
	select s.session_id, s.person_id into mine from base.my_session s;
	target := accounts_api.contact_of(mine.person_id, false);
	if target is null then
		raise exception using errcode = 'GU409', message = 'accounts.no_own_contact';
	end if;
	wait := accounts_api.may_send('second:' || mine.person_id, address);
	if wait = 0 then
		code_id := accounts_api.put_code('second', mine.person_id, target, secret, code, jsonb_build_object('session', mine.session_id::text),
			'activer la double vérification', 'second');
	end if;
	return next;
end $$;
comment on function accounts_api.start_enrolment is 'A code to a known contact of who owes a second factor and has none yet.';

create function accounts_api.prove_code(id bigint, secret text, code text, purpose text) returns table (outcome_code text)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	step codes;
begin
	update codes c set tries = c.tries + 1
	where c.code_id = id and c.purpose = prove_code.purpose and c.proved_at is null and c.used_at is null and c.expires_at > now() and c.tries < 5
		and c.data ->> 'secret' = encode(sha256(convert_to(prove_code.secret, 'UTF8')), 'hex')
	returning c.* into step;
	outcome_code := case when step.code_id is null then 'fini'
		when step.code_hash = sha256(convert_to(id || ':' || prove_code.code || ':' || prove_code.secret, 'UTF8')) then 'bon'
		when step.tries >= 5 then 'fini' else 'faux' end;
	if outcome_code = 'bon' then
		update codes c set proved_at = now(), expires_at = now() + interval '10 minutes' where c.code_id = id;
	end if;
	if step.code_id is not null then
		perform accounts_api.journal(step.person_id, 'code.essai', prove_code.purpose, outcome_code);
	end if;
	return next;
end $$;
comment on function accounts_api.prove_code is 'Tries a code on the step it was sent for: five tries, ten minutes, once.';

create function accounts_api.proved(id bigint, secret text, purpose text) returns accounts.codes
	language sql volatile security definer set search_path = accounts, pg_temp
as $$
	select c from codes c
	where c.code_id = id and c.purpose = proved.purpose and c.proved_at is not null and c.used_at is null and c.expires_at > now()
		and c.data ->> 'secret' = encode(sha256(convert_to(proved.secret, 'UTF8')), 'hex')
	for update;
$$;
comment on function accounts_api.proved is 'The step whose code was given, still open; else a row of nulls.';

create function accounts_api.proved_code(id bigint, secret text, purpose text)
	returns table (proved boolean, recipient text, names text, staff boolean)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	step codes := accounts_api.proved(id, secret, purpose);
begin
	proved := step.code_id is not null;
	recipient := accounts_api.mask(step.recipient);
	names := concat_ws(' ', step.recipient, step.data ->> 'family_name', step.data ->> 'given_names', accounts_api.name_of(step.person_id),
		(select string_agg(l.login, ' ') from logins l where l.person_id = step.person_id),
		(select a.matricule from career.agents a where a.person_id = step.person_id));
	staff := coalesce((base_api.rights_of(step.person_id)).is_staff, false);
	return next;
end $$;
comment on function accounts_api.proved_code is 'What a password must be checked against before it is chosen: words that anybody could guess, and whether the person is staff.';

create function accounts_api.take_step(id bigint, secret text, purpose text) returns accounts.codes
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	step codes := accounts_api.proved(id, secret, purpose);
begin
	if step.code_id is null then
		raise exception using errcode = 'GU422', message = 'accounts.code_over', column = 'mot_de_passe';
	end if;
	update codes c set used_at = now() where c.code_id = id;
	return step;
end $$;
comment on function accounts_api.take_step is 'Uses a proved step: what it opens happens once.';

create function accounts_api.give_role(who bigint, role text) returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	insert into assignments (person_id, role_code) select who, role
	where not exists (select from assignments a where a.person_id = who and a.role_code = role and (a.valid_to is null or a.valid_to > current_date));
$$;
comment on function accounts_api.give_role is 'A role that comes with what the person is, granted by nobody.';

create function accounts_api.open_account(who bigint, hash text, contact text) returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
begin
	insert into accounts as a (person_id, password_hash, password_changed_at) values (who, hash, now())
	on conflict (person_id) do update set password_hash = excluded.password_hash, password_changed_at = now()
	where a.password_hash is null and a.state_code = 'actif';
	if not found then
		raise exception using errcode = 'GU409', message = 'accounts.exists';
	end if;
	update base.contacts c set verified_at = now() where c.person_id = who and c.value = contact;
	insert into logins (login, kind, person_id)
	values (contact, case when contact like '%@%' then 'email' else 'phone' end, who) on conflict do nothing;
	perform accounts_api.give_role(who, 'citizen');
	perform accounts_api.journal(who, 'compte.ouverture', 'compte ' || who, 'fait');
	perform base_api.tell(who, 'Votre compte est ouvert',
		'Bonjour,' || E'\n\nVotre compte est ouvert. Si ce n’est pas vous qui l’avez demandé, choisissez tout de suite un autre mot de passe depuis la page de connexion.',
		'votre compte est ouvert. Ce n''est pas vous ? Choisissez un autre mot de passe depuis la page de connexion.');
end $$;
comment on function accounts_api.open_account is 'The account of a person who just proved a contact and chose a password.';

create function accounts_api.finish_activation(id bigint, secret text, hash text, token text, address text, device text, browser text) returns table (next_code text)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	step codes := accounts_api.take_step(id, secret, 'activation');
begin
	perform accounts_api.open_account(step.person_id, hash, step.recipient);
	insert into logins (login, kind, person_id) select upper(a.matricule), 'matricule', a.person_id
	from career.agents a where a.person_id = step.person_id on conflict do nothing;
	perform accounts_api.give_role(step.person_id, 'agent');
	next_code := accounts_api.open_session(step.person_id, token, address, device, browser);
	return next;
end $$;
comment on function accounts_api.finish_activation is 'An agent who proved a contact on record has his account: he signs in by matricule or by that contact.';

create function accounts_api.finish_registration(id bigint, secret text, hash text, token text, address text, device text, browser text) returns table (next_code text)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	step codes := accounts_api.take_step(id, secret, 'inscription');
	who  bigint;
begin
	if exists (select from logins l where l.login = step.recipient) then
		raise exception using errcode = 'GU409', message = 'accounts.exists';
	end if;
	insert into base.persons (family_name, given_names) values (step.data ->> 'family_name', step.data ->> 'given_names')
	returning person_id into who;
	insert into base.contacts (person_id, kind, value, verified_at)
	values (who, case when step.recipient like '%@%' then 'email' else 'phone' end, step.recipient, now());
	perform accounts_api.open_account(who, hash, step.recipient);
	next_code := accounts_api.open_session(who, token, address, device, browser);
	return next;
end $$;
comment on function accounts_api.finish_registration is 'A citizen who proved his contact becomes a person with an account.';

create function accounts_api.finish_recovery(id bigint, secret text, hash text, token text, address text, device text, browser text) returns table (next_code text)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	step codes := accounts_api.take_step(id, secret, 'mot_de_passe');
begin
	update accounts a set password_hash = hash, password_changed_at = now() where a.person_id = step.person_id and a.state_code = 'actif';
	if not found then
		raise exception using errcode = 'GU409', message = 'accounts.closed';
	end if;
	delete from base.sessions s where s.person_id = step.person_id;
	update base.contacts c set verified_at = now() where c.person_id = step.person_id and c.value = step.recipient;
	perform accounts_api.note_place(step.person_id, address, browser);
	perform accounts_api.journal(step.person_id, 'mot_de_passe.choix', 'compte ' || step.person_id, 'fait', jsonb_build_object('address', address));
	perform accounts_api.tell_password_changed(step.person_id);
	next_code := 'connexion';
	return next;
end $$;
comment on function accounts_api.finish_recovery is 'A new password for who proved a contact: all sessions end, every contact is told, the second factor is still owed.';

create function accounts_api.tell_password_changed(who bigint) returns void
	language sql volatile security definer set search_path = accounts, pg_temp
as $$
	select base_api.tell(who, 'Votre mot de passe a changé',
		'Bonjour,' || E'\n\nLe mot de passe de votre compte vient de changer et les autres sessions sont fermées. Si ce n’est pas vous, choisissez-en tout de suite un autre depuis la page de connexion.',
		'votre mot de passe vient de changer. Ce n''est pas vous ? Choisissez-en un autre depuis la page de connexion.');
$$;
comment on function accounts_api.tell_password_changed is 'The notice that follows every change of password.';

-- 5. The person's own page -------------------------------------------------------------------------------------------------

create function accounts_api.me() returns table (name text, birth_date date, logins text, second_factor boolean, staff boolean,
	recovery_left int, password_changed_at timestamptz, fresh boolean)
	language sql stable security definer set search_path = accounts, pg_temp
as $$
	select accounts_api.name_of(a.person_id), p.birth_date,
		(select string_agg(l.login, ', ' order by l.kind desc, l.login) from logins l where l.person_id = a.person_id),
		a.totp_secret is not null, (base_api.rights_of(a.person_id)).is_staff,
		(select count(*)::int from recovery_codes r where r.person_id = a.person_id and r.used_at is null),
		a.password_changed_at, accounts_api.is_fresh()
	from base.me m join accounts a using (person_id) join base.persons p using (person_id);
$$;
comment on function accounts_api.me is 'The account of the person who asks.';

create function accounts_api.my_contacts() returns table (contact_id bigint, kind_code text, value text, verified boolean)
	language sql stable
	begin atomic
		select c.contact_id, c.kind, c.value, c.verified_at is not null from base.contacts c
		where c.person_id = (select m.person_id from base.me m) order by c.kind, c.contact_id;
	end;
comment on function accounts_api.my_contacts is 'Where the person who asks is reached.';

create function accounts_api.my_roles() returns table (role text, structure text, valid_from date, valid_to date)
	language sql stable
	begin atomic
		select r.name, s.name, a.valid_from, a.valid_to
		from base.assignments a join base.roles r using (role_code) left join base.structures s using (structure_id)
		where a.person_id = (select m.person_id from base.me m) and (a.valid_to is null or a.valid_to > current_date)
		order by r.is_staff desc, r.name;
	end;
comment on function accounts_api.my_roles is 'What the person who asks may be here, where, until when.';

create function accounts_api.my_sessions() returns table (session_id bigint, device text, address text, opened_at timestamptz, seen_at timestamptz, mine boolean)
	language sql stable security definer set search_path = base, pg_temp
as $$
	select s.session_id, s.device, s.address, s.opened_at, s.seen_at, s.session_id = (select x.session_id from my_session x)
	from sessions s
	where s.person_id = (select m.person_id from me m) and s.expires_at > now() and s.seen_at > now() - s.idle
	order by s.seen_at desc;
$$;
comment on function accounts_api.my_sessions is 'Every open session of the person who asks.';

create function accounts_api.end_session(id bigint) returns void
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
declare
	who bigint := (select m.person_id from me m);
begin
	delete from sessions s where s.session_id = id and s.person_id = who;
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
	perform accounts_api.journal(who, 'session.fin', 'compte ' || who, 'fait');
end $$;
comment on function accounts_api.end_session is 'Ends one of the asker''s own sessions.';

create function accounts_api.end_other_sessions() returns void
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
declare
	mine record;
begin
	select s.person_id, s.session_id into mine from my_session s;
	delete from sessions s where s.person_id = mine.person_id and s.session_id <> mine.session_id;
	perform accounts_api.journal(mine.person_id, 'session.fin', 'compte ' || mine.person_id, 'toutes les autres');
end $$;
comment on function accounts_api.end_other_sessions is 'Ends every session of the asker but this one.';

create function accounts_api.my_secret() returns table (wait int, password_hash text, secret text, last_step bigint, names text, staff boolean)
	language sql volatile security definer set search_path = accounts, pg_temp
as $$
	select accounts_api.count_try('preuve:' || a.person_id, 10, '1 hour'), a.password_hash, encode(a.totp_secret, 'hex'), a.totp_last_step,
		concat_ws(' ', accounts_api.name_of(a.person_id), (select string_agg(l.login, ' ') from logins l where l.person_id = a.person_id)),
		(base_api.rights_of(a.person_id)).is_staff
	from base.me m join accounts a using (person_id);
$$;
comment on function accounts_api.my_secret is 'Counts a try and gives what the asker''s current secrets are checked against.';

create function accounts_api.prove(hash text, step bigint) returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	mine record;
begin
	select s.person_id, s.session_id into mine from base.my_session s join accounts a using (person_id)
	where a.password_hash = hash and (a.totp_secret is null or step is not null);
	if not found then
		raise exception using errcode = 'GU422', message = 'accounts.wrong_password', column = 'mot_de_passe';
	end if;
	if step is not null then
		perform accounts_api.use_second_factor(mine.person_id, step, null);
	end if;
	perform accounts_api.forgive(array['preuve:' || mine.person_id]);
	update base.sessions s set proved_at = now() where s.session_id = mine.session_id;
end $$;
comment on function accounts_api.prove is 'Notes that the asker just gave his secrets again.';

create function accounts_api.change_password(old_hash text, new_hash text, token text) returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	mine record;
begin
	select s.person_id, s.session_id into mine from base.my_session s;
	update accounts a set password_hash = new_hash, password_changed_at = now()
	where a.person_id = mine.person_id and a.password_hash = old_hash;
	if not found then
		raise exception using errcode = 'GU409', message = 'problem.conflict';
	end if;
	perform accounts_api.forgive(array['preuve:' || mine.person_id]);
	delete from base.sessions s where s.person_id = mine.person_id and s.session_id <> mine.session_id;
	update base.sessions s set token_hash = sha256(decode(token, 'hex')), proved_at = now() where s.session_id = mine.session_id;
	perform accounts_api.journal(mine.person_id, 'mot_de_passe.choix', 'compte ' || mine.person_id, 'fait');
	perform accounts_api.tell_password_changed(mine.person_id);
end $$;
comment on function accounts_api.change_password is 'A new password for who gave the old one: a new token here, every other session ended, every contact told.';

create function accounts_api.second_factor_off() returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	mine record;
begin
	perform accounts_api.must_be_fresh();
	select s.person_id, s.session_id into mine from base.my_session s;
	if (base_api.rights_of(mine.person_id)).is_staff then
		raise exception using errcode = 'GU403', message = 'accounts.second_obligatory';
	end if;
	update accounts a set totp_secret = null, totp_pending = null where a.person_id = mine.person_id;
	delete from recovery_codes r where r.person_id = mine.person_id;
	delete from base.sessions s where s.person_id = mine.person_id and s.session_id <> mine.session_id;
	perform accounts_api.journal(mine.person_id, 'second.fin', 'compte ' || mine.person_id, 'fait');
	perform base_api.tell(mine.person_id, 'Double vérification arrêtée',
		'Bonjour,' || E'\n\nLe code du téléphone n’est plus demandé à la connexion. Si ce n’est pas vous qui l’avez décidé, choisissez tout de suite un autre mot de passe.',
		'la double vérification est arrêtée sur votre compte. Ce n''est pas vous ? Changez de mot de passe.');
end $$;
comment on function accounts_api.second_factor_off is 'Turns the second factor off for who may do without.';

create function accounts_api.renew_recovery_codes(hashes text[]) returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	who bigint := (select m.person_id from base.me m);
begin
	perform accounts_api.must_be_fresh();
	if not exists (select from accounts a where a.person_id = who and a.totp_secret is not null) then
		raise exception using errcode = 'GU409', message = 'problem.conflict';
	end if;
	perform accounts_api.put_recovery_codes(who, hashes);
	perform accounts_api.journal(who, 'second.codes', 'compte ' || who, 'fait');
	perform base_api.tell(who, 'Nouveaux codes de secours',
		'Bonjour,' || E'\n\nDe nouveaux codes de secours viennent d’être donnés ; les anciens ne servent plus. Si ce n’est pas vous, choisissez tout de suite un autre mot de passe.',
		'de nouveaux codes de secours viennent d''être donnés. Ce n''est pas vous ? Changez de mot de passe.');
end $$;
comment on function accounts_api.renew_recovery_codes is 'Ten new recovery codes instead of the old ones.';

create function accounts_api.start_contact(contact text, address text, secret text, code text) returns table (wait int, code_id bigint)
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	who    bigint := (select m.person_id from base.me m);
	target text := case when contact like '%@%' then lower(contact) else contact end;
begin
	perform accounts_api.must_be_fresh();
	wait := accounts_api.may_send(target, address);
	if wait = 0 then
		code_id := accounts_api.put_code('contact', who, target, secret, code, '{}', 'ajouter ce contact');
	end if;
	return next;
end $$;
comment on function accounts_api.start_contact is 'A code to a contact that the asker wants to add.';

create function accounts_api.finish_contact(id bigint, secret text) returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	step codes := accounts_api.proved(id, secret, 'contact');
	who  bigint := (select m.person_id from base.me m);
begin
	if step.person_id is distinct from who then
		raise exception using errcode = 'GU422', message = 'accounts.code_over', column = 'code';
	end if;
	update codes c set used_at = now() where c.code_id = id;
	-- The old contacts are told before the new one is one of them.
	perform base_api.tell(who, 'Un contact a été ajouté',
		'Bonjour,' || E'\n\nUn contact vient d’être ajouté à votre compte : ' || accounts_api.mask(step.recipient)
		|| E'.\n\nSi ce n’est pas vous, choisissez tout de suite un autre mot de passe.',
		'un contact a été ajouté à votre compte. Ce n''est pas vous ? Changez de mot de passe.', step.recipient);
	insert into base.contacts (person_id, kind, value, verified_at)
	values (who, case when step.recipient like '%@%' then 'email' else 'phone' end, step.recipient, now())
	on conflict (person_id, kind, value) do update set verified_at = now();
	insert into logins (login, kind, person_id)
	values (step.recipient, case when step.recipient like '%@%' then 'email' else 'phone' end, who) on conflict do nothing;
	perform accounts_api.journal(who, 'contact.ajout', 'compte ' || who, 'fait');
end $$;
comment on function accounts_api.finish_contact is 'A proved contact becomes one of the asker''s, and a name to sign in by.';

create function accounts_api.remove_contact(id bigint) returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	who  bigint := (select m.person_id from base.me m);
	gone text;
begin
	perform accounts_api.must_be_fresh();
	if (select count(*) from base.contacts c where c.person_id = who and c.verified_at is not null and c.contact_id <> id) = 0 then
		raise exception using errcode = 'GU409', message = 'accounts.last_contact';
	end if;
	select c.value into gone from base.contacts c where c.contact_id = id and c.person_id = who;
	if gone is null then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
	perform base_api.tell(who, 'Un contact a été retiré',
		'Bonjour,' || E'\n\nUn contact vient d’être retiré de votre compte : ' || accounts_api.mask(gone)
		|| E'.\n\nSi ce n’est pas vous, choisissez tout de suite un autre mot de passe.',
		'un contact a été retiré de votre compte. Ce n''est pas vous ? Changez de mot de passe.');
	delete from base.contacts c where c.contact_id = id and c.person_id = who;
	delete from logins l where l.person_id = who and l.login = gone;
	perform accounts_api.journal(who, 'contact.retrait', 'compte ' || who, 'fait');
end $$;
comment on function accounts_api.remove_contact is 'Takes a contact away, with notice to it and to the others; never the last one.';

-- 6. The administrator: finds accounts, starts and ends things; never sees a file nor chooses a secret ---------------------

create function accounts_api.search(words text) returns table (account_id bigint, name text, logins text, state_code text, second_factor boolean, roles text)
	language sql stable security definer set search_path = accounts, pg_temp
as $$
	select a.person_id, accounts_api.name_of(a.person_id),
		(select string_agg(l.login, ', ' order by l.kind desc, l.login) from logins l where l.person_id = a.person_id),
		a.state_code, a.totp_secret is not null,
		(select string_agg(r.name, ', ' order by r.is_staff desc, r.name) from base.assignments s join base.roles r using (role_code)
			where s.person_id = a.person_id and (s.valid_to is null or s.valid_to > current_date))
	from accounts a join base.persons p using (person_id)
	where length(words) >= 2 and (
		exists (select from logins l where l.person_id = a.person_id and l.login = any(accounts_api.login_names(words)))
		or base.fold(p.given_names || ' ' || p.family_name || ' ' || p.given_names)
			like '%' || replace(replace(replace(base.fold(words), '\', '\\'), '%', '\%'), '_', '\_') || '%')
	order by p.family_name, p.given_names, a.person_id limit 50;
$$;
comment on function accounts_api.search is 'Accounts by login or by name, for an administrator; nothing of their files.';

create function accounts_api.account(id bigint) returns table (account_id bigint, name text, logins text, state_code text, second_factor boolean,
	has_password boolean, contacts text, sessions int, made_at timestamptz, password_changed_at timestamptz, myself boolean)
	language sql stable security definer set search_path = accounts, pg_temp
as $$
	select a.person_id, accounts_api.name_of(a.person_id),
		(select string_agg(l.login, ', ' order by l.kind desc, l.login) from logins l where l.person_id = a.person_id),
		a.state_code, a.totp_secret is not null, a.password_hash is not null,
		(select string_agg(accounts_api.mask(c.value), ', ' order by c.contact_id) from base.contacts c where c.person_id = a.person_id),
		(select count(*)::int from base.sessions s where s.person_id = a.person_id and s.expires_at > now() and s.seen_at > now() - s.idle),
		a.made_at, a.password_changed_at, a.person_id = (select m.person_id from base.me m)
	from accounts a where a.person_id = id;
$$;
comment on function accounts_api.account is 'One account as an administrator sees it: contacts masked, no secret, no file.';

create function accounts_api.grants_of(id bigint) returns table (grant_id bigint, role text, structure text, valid_from date, valid_to date,
	granted_by text, confirmed_by text, staff boolean, waiting boolean)
	language sql stable security definer set search_path = accounts, pg_temp
as $$
	select a.assignment_id, r.name, s.name, a.valid_from, a.valid_to, accounts_api.name_of(a.granted_by), accounts_api.name_of(a.confirmed_by),
		r.is_staff, r.is_staff and a.confirmed_by is null
	from base.assignments a join base.roles r using (role_code) left join base.structures s using (structure_id)
	where a.person_id = id and (a.valid_to is null or a.valid_to > current_date)
	order by r.is_staff desc, r.name, a.assignment_id;
$$;
comment on function accounts_api.grants_of is 'Roles of an account that hold or wait, with the two persons behind each.';

create function accounts_api.grants_waiting() returns table (grant_id bigint, account_id bigint, name text, role text, structure text,
	valid_from date, valid_to date, granted_by text, mine boolean)
	language sql stable security definer set search_path = accounts, pg_temp
as $$
	select a.assignment_id, a.person_id, accounts_api.name_of(a.person_id), r.name, s.name, a.valid_from, a.valid_to,
		accounts_api.name_of(a.granted_by), (select m.person_id from base.me m) in (a.granted_by, a.person_id)
	from base.assignments a join base.roles r using (role_code) left join base.structures s using (structure_id)
	where r.is_staff and a.granted_by is not null and a.confirmed_by is null and (a.valid_to is null or a.valid_to > current_date)
	order by a.assignment_id limit 200;
$$;
comment on function accounts_api.grants_waiting is 'Staff roles that a second administrator has to confirm.';

create function accounts_api.staff_roles() returns table (role_code text, role text)
	language sql stable
	begin atomic
		select r.role_code, r.name from base.roles r where r.is_staff order by r.name;
	end;
comment on function accounts_api.staff_roles is 'Roles that an administrator may grant.';

create function accounts_api.structures_open() returns table (structure_id bigint, label text)
	language sql stable
	begin atomic
		select s.structure_id, s.name || ' (' || s.code || ')' from base.structures s where s.closed_on is null order by s.rank;
	end;
comment on function accounts_api.structures_open is 'Structures in which a role may be granted.';

create function accounts_api.other_than_me(id bigint) returns bigint
	language plpgsql stable security definer set search_path = accounts, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
begin
	if id = me then
		raise exception using errcode = 'GU403', message = 'accounts.not_yourself';
	end if;
	if not exists (select from accounts a where a.person_id = id) then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
	return me;
end $$;
comment on function accounts_api.other_than_me is 'The administrator who asks, provided that the account is another''s.';

create function accounts_api.reset_by_admin(id bigint) returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	me     bigint := accounts_api.other_than_me(id);
	target text := accounts_api.contact_of(id, false);
begin
	if target is null then
		raise exception using errcode = 'GU409', message = 'accounts.no_contact';
	end if;
	update accounts a set password_hash = null where a.person_id = id and a.state_code = 'actif';
	if not found then
		raise exception using errcode = 'GU409', message = 'accounts.closed';
	end if;
	delete from base.sessions s where s.person_id = id;
	perform base_api.note('accounts.admin', 'mot_de_passe.demande', 'compte ' || id, 'fait');
	perform base_api.tell(id, 'Choisissez un nouveau mot de passe',
		'Bonjour,' || E'\n\nUn administrateur a demandé que vous choisissiez un nouveau mot de passe ; l’ancien ne sert plus et vos sessions sont fermées.'
		|| E'\n\nSur la page de connexion, suivez « Mot de passe oublié » : un code vous sera envoyé ici. Ni lui ni personne d’autre ne peut choisir ni connaître votre mot de passe.',
		'choisissez un nouveau mot de passe : page de connexion, « Mot de passe oublié ». Un code vous sera envoyé ici.');
end $$;
comment on function accounts_api.reset_by_admin is 'Starts the change of somebody''s password: the old one dies, the code goes to the person when he asks; the administrator learns nothing.';

create function accounts_api.end_sessions_by_admin(id bigint) returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
begin
	perform accounts_api.other_than_me(id);
	delete from base.sessions s where s.person_id = id;
	perform base_api.note('accounts.admin', 'session.fin', 'compte ' || id, 'fait');
end $$;
comment on function accounts_api.end_sessions_by_admin is 'Ends every session of somebody.';

create function accounts_api.set_state(id bigint, state text) returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
begin
	perform accounts_api.other_than_me(id);
	update accounts a set state_code = state where a.person_id = id;
	if state = 'ferme' then
		delete from base.sessions s where s.person_id = id;
	end if;
	perform base_api.note('accounts.admin', 'compte.' || state, 'compte ' || id, 'fait');
	perform base_api.tell(id, case state when 'ferme' then 'Votre compte est fermé' else 'Votre compte est rouvert' end,
		'Bonjour,' || E'\n\n' || case state when 'ferme' then 'Votre compte vient d’être fermé par un administrateur. Vos dossiers et vos droits n’en sont pas changés.'
			else 'Votre compte vient d’être rouvert par un administrateur.' end,
		case state when 'ferme' then 'votre compte vient d''être fermé par un administrateur. Vos dossiers n''en sont pas changés.'
			else 'votre compte vient d''être rouvert par un administrateur.' end);
end $$;
comment on function accounts_api.set_state is 'Closes or opens an account again; closing ends its sessions.';

create function accounts_api.grant_role(id bigint, role text, structure bigint, starts date, ends date) returns void
	language plpgsql volatile security definer set search_path = accounts, pg_temp
as $$
declare
	me bigint := accounts_api.other_than_me(id);
begin
	if not exists (select from base.roles r where r.role_code = role and r.is_staff) then
		raise exception using errcode = 'GU422', message = 'field.not_a_choice', column = 'role';
	elsif structure is null and role in ('clerk', 'manager', 'signatory', 'archivist', 'focal_point') then
		raise exception using errcode = 'GU422', message = 'accounts.structure_needed', column = 'structure';
	elsif structure is not null and not exists (select from base.structures s where s.structure_id = structure and s.closed_on is null) then
		raise exception using errcode = 'GU422', message = 'field.not_a_choice', column = 'structure';
	elsif starts < current_date then
		raise exception using errcode = 'GU422', message = 'accounts.starts_before_today', column = 'debut';
	elsif ends <= starts then
		raise exception using errcode = 'GU422', message = 'accounts.ends_before_start', column = 'fin';
	elsif ends > starts + interval '1 year' then
		raise exception using errcode = 'GU422', message = 'accounts.one_year', column = 'fin';
	end if;
	insert into base.assignments (person_id, role_code, structure_id, valid_from, valid_to, granted_by) values (id, role, structure, starts, ends, me);
	perform base_api.note('accounts.admin', 'habilitation.octroi', 'compte ' || id, 'à confirmer',
		jsonb_build_object('role', role, 'structure', structure, 'from', starts, 'to', ends));
end $$;
comment on function accounts_api.grant_role is 'Gives somebody a staff role for at most a year; it holds once a second administrator confirms it.';

create function accounts_api.confirm_grant(id bigint) returns void
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
declare
	me   bigint := (select m.person_id from base.me m);
	held assignments;
begin
	select a.* into held from assignments a where a.assignment_id = id for update;
	if held.assignment_id is null or held.granted_by is null then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif held.confirmed_by is not null or held.valid_to <= current_date then
		raise exception using errcode = 'GU409', message = 'accounts.grant_settled';
	elsif me in (held.granted_by, held.person_id) then
		raise exception using errcode = 'GU403', message = 'accounts.second_person';
	end if;
	update assignments a set confirmed_by = me where a.assignment_id = id;
	-- A new right begins with a new token, and a staff session with its second factor.
	delete from sessions s where s.person_id = held.person_id;
	perform base_api.note('accounts.admin', 'habilitation.confirmation', 'compte ' || held.person_id, 'fait',
		jsonb_build_object('role', held.role_code, 'structure', held.structure_id));
	perform base_api.tell(held.person_id, 'Une habilitation vous est donnée',
		'Bonjour,' || E'\n\nVous recevez un nouveau rôle sur le portail : ' || (select r.name from roles r where r.role_code = held.role_code)
		|| E'. Il paraîtra à votre prochaine connexion. S’il ne vous est pas dû, dites-le à votre hiérarchie.',
		'vous recevez un nouveau rôle. Il paraîtra à votre prochaine connexion.');
end $$;
comment on function accounts_api.confirm_grant is 'The second of two persons, neither of whom receives the role; the receiver signs in again.';

create function accounts_api.revoke_grant(id bigint) returns void
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
declare
	me   bigint := (select m.person_id from base.me m);
	held assignments;
begin
	select a.* into held from assignments a join roles r using (role_code)
	where a.assignment_id = id and r.is_staff and (a.valid_to is null or a.valid_to > current_date) for update of a;
	if held.assignment_id is null then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif me = held.person_id then
		raise exception using errcode = 'GU403', message = 'accounts.not_yourself';
	end if;
	if held.valid_from >= current_date then
		delete from assignments a where a.assignment_id = id;
	else
		update assignments a set valid_to = current_date where a.assignment_id = id;
	end if;
	perform base_api.note('accounts.admin', 'habilitation.retrait', 'compte ' || held.person_id, 'fait',
		jsonb_build_object('role', held.role_code, 'structure', held.structure_id));
end $$;
comment on function accounts_api.revoke_grant is 'Takes a staff role back, confirmed or not, from the very next request.';

-- Doors -------------------------------------------------------------------------------------------------------------------
revoke execute on all functions in schema accounts_api from public;
grant execute on function accounts_api.sign_in_secret, accounts_api.sign_in, accounts_api.sign_out, accounts_api.start_activation,
	accounts_api.start_registration, accounts_api.start_recovery, accounts_api.prove_code, accounts_api.proved_code,
	accounts_api.finish_activation, accounts_api.finish_registration, accounts_api.finish_recovery to web_door;
grant execute on function accounts_api.pending, accounts_api.second_factor_material, accounts_api.second_factor, accounts_api.enrolment,
	accounts_api.enrolment_material, accounts_api.enrol, accounts_api.start_enrolment, accounts_api.prove_code to web_pending;
grant execute on function accounts_api.me, accounts_api.my_contacts, accounts_api.my_roles, accounts_api.my_sessions,
	accounts_api.end_session, accounts_api.end_other_sessions, accounts_api.my_secret, accounts_api.prove, accounts_api.change_password,
	accounts_api.second_factor_off, accounts_api.renew_recovery_codes, accounts_api.enrolment, accounts_api.enrolment_material,
	accounts_api.enrol, accounts_api.start_contact, accounts_api.prove_code, accounts_api.finish_contact, accounts_api.remove_contact
	to web_account;
grant execute on function accounts_api.search, accounts_api.account, accounts_api.grants_of, accounts_api.grants_waiting,
	accounts_api.staff_roles, accounts_api.structures_open, accounts_api.reset_by_admin, accounts_api.end_sessions_by_admin,
	accounts_api.set_state, accounts_api.grant_role, accounts_api.confirm_grant, accounts_api.revoke_grant to web_admin;
reset role;
