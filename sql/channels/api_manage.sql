-- Partners, managed by an administrator. A key is kept as its hash: who makes one reads it once. A new key leaves the former ones a week, so that the
-- partner changes without stopping.
set role guichet_owner;

create function channels_api.partner_list() returns table (code text, name text, is_suspended boolean, total bigint, last_at timestamptz, keys bigint, used_at timestamptz)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.code, p.name, p.suspended_at is not null, (select count(*) from channels.intakes i where i.partner_id = p.partner_id),
		(select max(i.received_at) from channels.intakes i where i.partner_id = p.partner_id),
		(select count(*) from channels.partner_tokens t where t.partner_id = p.partner_id and now() between t.valid_from and t.valid_to),
		(select max(t.used_at) from channels.partner_tokens t where t.partner_id = p.partner_id)
	from channels.partners p order by p.name;
$$;
comment on function channels_api.partner_list is 'Partners, what they pushed, and when a key of theirs was last used.';

create function channels_api.partner_one(partner text) returns table (code text, name text, client text, service text, application_id text, minute_most int, valid_from date, valid_to date,
	suspended_at timestamptz, suspended_why text, total bigint, last_at timestamptz, used_at timestamptz)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.code, p.name, p.client, p.service, p.application_id, p.minute_most, p.valid_from, p.valid_to, p.suspended_at, p.suspended_why,
		(select count(*) from channels.intakes i where i.partner_id = p.partner_id), (select max(i.received_at) from channels.intakes i where i.partner_id = p.partner_id),
		(select max(t.used_at) from channels.partner_tokens t where t.partner_id = p.partner_id)
	from channels.partners p where p.code = partner_one.partner;
$$;
comment on function channels_api.partner_one is 'One partner.';

create function channels_api.partner_keys(partner text) returns table (token_id bigint, label text, begins text, made_at timestamptz, made_by text, valid_to timestamptz, used_at timestamptz, is_valid boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select t.token_id, coalesce(nullif(t.label, ''), 'sans nom'), nullif(t.begins, ''), t.made_at, accounts_api.name_of(t.made_by), t.valid_to, t.used_at, now() between t.valid_from and t.valid_to
	from channels.partner_tokens t join channels.partners p using (partner_id) where p.code = partner_keys.partner order by t.token_id desc limit 30;
$$;
comment on function channels_api.partner_keys is 'Keys of a partner, the latest first: never the key itself.';

create function channels_api.add_partner(code text, name text, client text, service text, application text, minute_most int) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if add_partner.code !~ '^[a-z0-9-]{2,40}$' then
		raise exception using errcode = 'GU422', message = 'channels.partner_code', column = 'code';
	end if;
	insert into channels.partners (code, name, client, service, application_id, minute_most)
	values (add_partner.code, btrim(add_partner.name), btrim(add_partner.client), btrim(add_partner.service), btrim(add_partner.application), coalesce(add_partner.minute_most, 60))
	on conflict on constraint partners_code_key do nothing;
	if not found then
		raise exception using errcode = 'GU422', message = 'channels.partner_taken', column = 'code';
	end if;
	perform base_api.note('accounts.admin', 'partenaire.ajout', 'partenaire ' || add_partner.code, 'fait');
	return base_api.receipt('/partenaires/' || add_partner.code || '?fait=partenaire-ajoute');
end $$;
comment on function channels_api.add_partner is 'Admits a partner: it can do nothing until it has a key.';

create function channels_api.new_key(partner text, label text, days int, token text) returns table (name text, code text, valid_to timestamptz, others int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	p channels.partners;
	until timestamptz := now() + make_interval(days => new_key.days);
	n int;
begin
	perform accounts_api.must_be_fresh();
	select x.* into p from channels.partners x where x.code = new_key.partner for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif p.suspended_at is not null then
		raise exception using errcode = 'GU409', message = 'channels.partner_suspended';
	end if;
	update channels.partner_tokens t set valid_to = now() + interval '7 days' where t.partner_id = p.partner_id and t.valid_to > now() + interval '7 days';
	get diagnostics n = row_count;
	insert into channels.partner_tokens (token_hash, partner_id, label, valid_to, begins, made_by)
	values (sha256(convert_to(new_key.token, 'UTF8')), p.partner_id, btrim(new_key.label), until, left(new_key.token, 8), (select m.person_id from base.me m));
	perform base_api.note('accounts.admin', 'partenaire.cle', 'partenaire ' || p.code, 'fait', jsonb_build_object('begins', left(new_key.token, 8), 'until', until::date));
	return query select p.name, p.code, until, n;
end $$;
comment on function channels_api.new_key is 'A new key of a partner; those before it last a week more at most.';

create function channels_api.revoke_key(partner text, key bigint) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update channels.partner_tokens t set valid_to = now() from channels.partners p
	where p.partner_id = t.partner_id and p.code = revoke_key.partner and t.token_id = revoke_key.key and t.valid_to > now();
	if not found then
		raise exception using errcode = 'GU409', message = 'channels.key_over';
	end if;
	perform base_api.note('accounts.admin', 'partenaire.cle_retiree', 'partenaire ' || revoke_key.partner, 'fait');
	return base_api.receipt('/partenaires/' || revoke_key.partner || '?fait=cle-retiree');
end $$;
comment on function channels_api.revoke_key is 'A key opens nothing any more, from this second on.';

create function channels_api.suspend_partner(partner text, move text, why text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if suspend_partner.move = 'suspendre' and length(btrim(coalesce(suspend_partner.why, ''))) < 3 then
		raise exception using errcode = 'GU422', message = 'channels.say_why', column = 'motif';
	end if;
	update channels.partners p set suspended_at = case suspend_partner.move when 'suspendre' then now() end, suspended_why = case suspend_partner.move when 'suspendre' then btrim(suspend_partner.why) end
	where p.code = suspend_partner.partner and (p.suspended_at is null) = (suspend_partner.move = 'suspendre');
	if not found then
		raise exception using errcode = 'GU409', message = 'channels.partner_so';
	end if;
	perform base_api.note('accounts.admin', case suspend_partner.move when 'suspendre' then 'partenaire.suspendu' else 'partenaire.admis' end, 'partenaire ' || suspend_partner.partner, 'fait',
		jsonb_strip_nulls(jsonb_build_object('why', nullif(btrim(suspend_partner.why), ''))));
	return base_api.receipt('/partenaires/' || suspend_partner.partner || case suspend_partner.move when 'suspendre' then '?fait=partenaire-suspendu' else '?fait=partenaire-admis' end);
end $$;
comment on function channels_api.suspend_partner is 'Suspends a partner with a reason, whatever keys it has, or admits it again.';

revoke execute on function channels_api.partner_list, channels_api.partner_one, channels_api.partner_keys, channels_api.add_partner, channels_api.new_key, channels_api.revoke_key,
	channels_api.suspend_partner from public;
grant execute on function channels_api.partner_list, channels_api.partner_one, channels_api.partner_keys, channels_api.add_partner, channels_api.new_key, channels_api.revoke_key,
	channels_api.suspend_partner to web_admin;
reset role;
