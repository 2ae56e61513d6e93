-- Accounts are closed: no web role reads or writes a row; the functions of accounts_api, owned by guichet_owner, do.
grant usage on schema accounts to guichet_gatekeeper;
set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['accounts', 'logins', 'recovery_codes', 'codes', 'attempts', 'places'] loop
		execute format('alter table accounts.%I enable row level security', name);
		execute format('alter table accounts.%I force row level security', name);
		execute format('drop policy if exists owner on accounts.%I', name);
		execute format('create policy owner on accounts.%I to guichet_owner using (true) with check (true)', name);
	end loop;
end $$;
reset role;
