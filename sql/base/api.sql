-- What the engine itself asks: writing once, the session's life, jobs, the journal. Dropped and rebuilt.
drop schema if exists base_api cascade;
create schema base_api authorization guichet_owner;
grant usage on schema base_api to gate, worker, web_public, web_door, web_pending, web_member, guichet_gatekeeper;
set role guichet_owner;

create function base_api.installation() returns table (id_key text)
	language sql stable security definer set search_path = base, pg_temp
	as $$ select encode(i.id_key, 'hex') from base.installation i $$;
comment on function base_api.installation is 'What every daemon of this portal must share: the key that hides row keys in addresses.';
revoke execute on function base_api.installation from public;
grant execute on function base_api.installation to gate, worker;

create function base_api.once(key uuid, body_hash bytea) returns void
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
declare
	owner bigint := coalesce((select m.person_id from base.me m), 0);
	seen  base.idempotency;
begin
	insert into base.idempotency (owner_id, key, body_hash) values (owner, once.key, once.body_hash) on conflict do nothing;
	if found then
		perform set_config('guichet.key', once.key::text, true);
		return;
	end if;
	select * into seen from base.idempotency i where i.owner_id = owner and i.key = once.key;
	if seen.body_hash = once.body_hash then
		raise exception using errcode = 'GU208', message = 'problem.repeated', detail = coalesce(seen.receipt, '');
	end if;
	raise exception using errcode = 'GU409', message = 'problem.key_reused';
end $$;
comment on function base_api.once is 'First statement of every write: the same form sent twice acts once; the second time raises GU208 with the first receipt.';
revoke execute on function base_api.once from public;
grant execute on function base_api.once to web_public, web_door, web_pending, web_member;

create function base_api.receipt(location text) returns text
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
begin
	update base.idempotency i set receipt = location
	where i.owner_id = coalesce((select m.person_id from base.me m), 0)
		and i.key = nullif(current_setting('guichet.key', true), '')::uuid;
	return location;
end $$;
comment on function base_api.receipt is 'Called by a write with the address of what it made: what a repeated form is answered with.';
revoke execute on function base_api.receipt from public;
grant execute on function base_api.receipt to web_public, web_door, web_pending, web_member;

create function base_api.touch() returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	update base.sessions s set seen_at = now()
	where s.token_hash = sha256(decode(nullif(current_setting('guichet.sid', true), ''), 'hex'))
		and s.expires_at > now() and s.seen_at > now() - s.idle and s.seen_at < now() - interval '30 seconds';
$$;
comment on function base_api.touch is 'Says that the session was used; asked by the engine at most once a minute, beside reads that may not write.';
revoke execute on function base_api.touch from public;
grant execute on function base_api.touch to gate, web_public;

create function base_api.note(permission text, verb text, object text, result text, details jsonb default '{}') returns void
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
begin
	insert into base.audit (person_id, permission, verb, object, result, details)
	values ((select m.person_id from base.me m), note.permission, note.verb, note.object, note.result, note.details);
end $$;
comment on function base_api.note is 'One line of the audit journal, in the transaction of what it tells.';
revoke execute on function base_api.note from public;
grant execute on function base_api.note to worker, web_public, web_door, web_pending, web_member, guichet_gatekeeper;

create function base_api.tell(who bigint, subject text, body text, sms text, also text default null) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform channels_api.leave(who, 'avis', tell.subject, tell.body, tell.sms, tell.also);
end $$;
comment on function base_api.tell is 'A notice to every known contact of a person who did not refuse that way, in the transaction of what it tells. Texts kept as data: channels_api.notify.';
revoke execute on function base_api.tell from public;

create function base_api.retain() returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	delete from base.sessions s where s.expires_at < now() - interval '1 day' or s.seen_at < now() - s.idle - interval '1 day';
	delete from base.idempotency i where i.at < now() - interval '90 days';
	perform notify_api.retain();
	perform channels_api.retain();
	perform appointments_api.remind();
end $$;
comment on function base_api.retain is 'What is done every hour: forgets what is kept for a time only (dead sessions after a day, keys of forms after 90 days, texts of SMS received), reminds of the appointments of the next day.';
revoke execute on function base_api.retain from public;
grant execute on function base_api.retain to worker;

create function base_api.rights_of(person bigint, out permission_bits bigint, out ranks int4multirange, out until timestamptz, out is_staff boolean)
	language sql stable security definer set search_path = base, pg_temp
as $$
	with held as (
		select a.role_code, a.structure_id, a.valid_to, r.is_staff
		from base.assignments a join base.roles r using (role_code)
		where a.person_id = person and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date)
			and (not r.is_staff or (a.granted_by is not null and a.confirmed_by is not null))
	)
	select coalesce((select bit_or(1::bigint << p.bit) from held h join base.role_permissions using (role_code)
			join base.permissions p using (permission)), 0),
		coalesce((select range_agg(int4range(s.rank, s.last_rank, '[]')) from held h
			join base.role_permissions rp on rp.role_code = h.role_code and rp.permission = 'career.consult'
			join base.structures s using (structure_id)), '{}'),
		coalesce((select min(h.valid_to)::timestamptz from held h), 'infinity'),
		coalesce((select bool_or(h.is_staff) from held h), false);
$$;
comment on function base_api.rights_of is 'Permissions (as bits), structures in reach, and until when, from the assignments that hold today; a staff role counts once a second person confirmed it.';
revoke execute on function base_api.rights_of from public;

-- Rank structures as a nested set and give live sessions their rights again: after any change of tree or assignment.
create function base_api.rank_structures() returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	with recursive tree as (
		select structure_id, array[code] as path from base.structures where parent_id is null
		union all
		select s.structure_id, t.path || s.code from base.structures s join tree t on s.parent_id = t.structure_id
	), ranked as (
		select structure_id, path, (row_number() over (order by path))::int as rank from tree
	), spans as (
		select a.structure_id, a.rank, max(b.rank) as last_rank
		from ranked a join ranked b on b.path[1:cardinality(a.path)] = a.path
		group by a.structure_id, a.rank
	)
	update base.structures s set rank = p.rank, last_rank = p.last_rank
	from spans p where p.structure_id = s.structure_id and (s.rank, s.last_rank) is distinct from (p.rank, p.last_rank);
	-- Live sessions know structures by their ranks: they learn the new ones of what they had.
	update base.sessions s set ranks = (base_api.rights_of(s.person_id)).ranks
	where not isempty(s.ranks) and s.second_factor and s.expires_at > now();
$$;
comment on function base_api.rank_structures is 'Numbers the tree of structures so that a subtree is one range of ranks.';
revoke execute on function base_api.rank_structures from public;

create function base_api.refresh_sessions() returns trigger
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
declare
	who    bigint := case tg_op when 'DELETE' then old.person_id else new.person_id end;
	rights record;
begin
	rights := base_api.rights_of(who);
	update base.sessions s set permission_bits = s.permission_bits & rights.permission_bits, ranks = s.ranks * rights.ranks,
		expires_at = least(s.expires_at, rights.until)
	where s.person_id = who and s.second_factor;
	return null;
end $$;
comment on function base_api.refresh_sessions is 'A right taken is felt by the very next request; a right given begins with the next sign-in, where its second factor is asked.';
create or replace trigger refresh_sessions after insert or update or delete on base.assignments
	for each row execute function base_api.refresh_sessions();
reset role;
