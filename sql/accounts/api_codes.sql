-- Codes sent: activation, registration, lost password, a new contact; what each one opens.
set role guichet_owner;

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

revoke execute on all functions in schema accounts_api from public;
grant execute on function accounts_api.start_activation, accounts_api.start_registration, accounts_api.start_recovery,
	accounts_api.prove_code, accounts_api.proved_code, accounts_api.finish_activation, accounts_api.finish_registration,
	accounts_api.finish_recovery to web_door;
grant execute on function accounts_api.start_enrolment, accounts_api.prove_code to web_pending;
grant execute on function accounts_api.prove_code to web_account;
reset role;
