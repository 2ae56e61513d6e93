-- Signing in, sessions.
set role guichet_owner;

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

revoke execute on all functions in schema accounts_api from public;
grant execute on function accounts_api.sign_in_secret, accounts_api.sign_in, accounts_api.sign_out to web_door;
reset role;
