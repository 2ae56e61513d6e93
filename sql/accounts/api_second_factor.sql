-- The second factor: asked, enrolled, recovery codes.
set role guichet_owner;

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

revoke execute on all functions in schema accounts_api from public;
grant execute on function accounts_api.pending, accounts_api.second_factor_material, accounts_api.second_factor, accounts_api.enrolment,
	accounts_api.enrolment_material, accounts_api.enrol to web_pending;
grant execute on function accounts_api.enrolment, accounts_api.enrolment_material, accounts_api.enrol to web_account;
reset role;
