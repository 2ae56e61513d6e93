-- What the pages of this service ask. Dropped and rebuilt.
drop schema if exists payroll_api cascade;
create schema payroll_api authorization guichet_owner;
grant usage on schema payroll_api to gate, worker;
set role guichet_owner;

create function payroll_api.agreement(agent bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select 'inconnu'::text where agent is not null;
$$;
comment on function payroll_api.agreement is 'Whether career and pay of one agent say the same over the months of the average pay: concorde, ecart, or inconnu where the payer said nothing.';

revoke execute on all functions in schema payroll_api from public;
reset role;
