-- The administrator finds accounts, starts and ends things; never sees a file nor chooses a secret.
set role guichet_owner;

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

revoke execute on all functions in schema accounts_api from public;
grant execute on function accounts_api.search, accounts_api.account, accounts_api.grants_of, accounts_api.grants_waiting,
	accounts_api.staff_roles, accounts_api.structures_open, accounts_api.reset_by_admin, accounts_api.end_sessions_by_admin,
	accounts_api.set_state, accounts_api.grant_role, accounts_api.confirm_grant, accounts_api.revoke_grant to web_admin;
reset role;
