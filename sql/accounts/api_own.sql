-- The person's own page: contacts, sessions, password, second factor.
set role guichet_owner;

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

revoke execute on all functions in schema accounts_api from public;
grant execute on function accounts_api.me, accounts_api.my_contacts, accounts_api.my_roles, accounts_api.my_sessions,
	accounts_api.end_session, accounts_api.end_other_sessions, accounts_api.my_secret, accounts_api.prove, accounts_api.change_password,
	accounts_api.second_factor_off, accounts_api.renew_recovery_codes, accounts_api.start_contact, accounts_api.finish_contact,
	accounts_api.remove_contact to web_account;
reset role;
