-- Who sees which rows: a pensioner his own; a claimant his own claims; a centre the claims it took down; a pension desk the claims of the
-- structures it serves, once they are filed. Certificates of life at a desk are read through functions, which open one person at a time.
-- Nobody writes but the owner's functions.
grant usage on schema pensioners to gate, worker, web_self, web_claimant, web_life, web_pensions;
set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['encounters', 'life_certificates', 'life_reminders', 'addresses', 'payment_accounts', 'former_contacts', 'claims', 'survivors',
		'claim_papers', 'claim_events', 'deaths'] loop
		execute format('alter table pensioners.%I enable row level security', name);
		execute format('alter table pensioners.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on pensioners.%I', name);
		execute format('create policy gatekeeper on pensioners.%I to guichet_owner using (true) with check (true)', name);
		execute format('drop policy if exists own on pensioners.%I', name);
		execute format('drop policy if exists centre on pensioners.%I', name);
		execute format('drop policy if exists desk on pensioners.%I', name);
	end loop;
end $$;
create policy own on pensioners.life_certificates for select to web_self using (agent_id = (select m.agent_id from career.me m));
create policy own on pensioners.addresses for select to web_self using (person_id = (select m.person_id from base.me m));
create policy own on pensioners.payment_accounts for select to web_self using (person_id = (select m.person_id from base.me m));
create policy own on pensioners.claims for select to web_claimant using (claimant_id = (select m.person_id from base.me m));
create policy centre on pensioners.claims for select to web_life using (origin_code = 'centre' and made_by = (select m.person_id from base.me m));
create policy desk on pensioners.claims for select to web_pensions
	using (state_code <> 'brouillon' and structure_rank <@ (select s.ranks from base.my_spans s));
do $$
declare
	name text;
begin
	foreach name in array array['survivors', 'claim_papers', 'claim_events'] loop
		execute format('create policy own on pensioners.%I for select to web_claimant using (exists (select from pensioners.claims c where c.claim_id = %I.claim_id))', name, name);
		execute format('create policy centre on pensioners.%I for select to web_life using (exists (select from pensioners.claims c where c.claim_id = %I.claim_id))', name, name);
		execute format('create policy desk on pensioners.%I for select to web_pensions using (exists (select from pensioners.claims c where c.claim_id = %I.claim_id))', name, name);
	end loop;
end $$;
grant select (life_certificate_id, number, agent_id, how_code, seen_on, valid_until, place, paper_code, recorded_at, stopped_at, stopped_why)
	on pensioners.life_certificates to web_self;
grant select on pensioners.addresses to web_self;
grant select (payment_account_id, person_id, kind_code, label, account_end, asked_at, holds_from, stopped_at, stopped_how_code, stopped_why)
	on pensioners.payment_accounts to web_self;
grant select on pensioners.claims, pensioners.survivors, pensioners.claim_papers, pensioners.claim_events to web_claimant, web_life, web_pensions;
grant select on pensioners.identity_papers to web_self, web_life;
grant select on pensioners.claim_states, pensioners.claim_moves, pensioners.claim_reasons, pensioners.claim_paper_kinds to web_claimant, web_life, web_pensions;

-- Whoever takes a contact away, for whatever reason: it is remembered for a pensioner.
create or replace function pensioners.remember_contact() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if old.verified_at is not null and exists (select from career.agents a where a.person_id = old.person_id and a.left_on is not null) then
		insert into pensioners.former_contacts (person_id, kind, value) values (old.person_id, old.kind, old.value)
		on conflict (person_id, kind, value) do update set removed_at = now();
	end if;
	return null;
end $$;
comment on function pensioners.remember_contact is 'Keeps the contact that a pensioner lost, so that it is told of a change of account.';
revoke execute on function pensioners.remember_contact from public;
create or replace trigger remember_contact after delete on base.contacts for each row execute function pensioners.remember_contact();
reset role;
