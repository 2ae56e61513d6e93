drop schema if exists appointments_api cascade;
create schema appointments_api authorization guichet_owner;
set role guichet_owner;
create function appointments_api.remind() returns int language sql volatile security definer set search_path = pg_catalog, pg_temp as $$ select 0 $$;
reset role;
