-- Seals, as the public and the daemons ask of them. Dropped and rebuilt.
drop schema if exists verify_api cascade;
create schema verify_api authorization guichet_owner;
grant usage on schema verify_api to worker, web_public;
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
reset role;
