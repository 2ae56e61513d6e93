-- Nobody reads a table of acts in the making: the functions of acts_api apply the scope (the structures one serves, one's own
-- drafts, one's own lines) and say so. Row security is forced and closed, as a second wall.
grant usage on schema acts to gate, worker, guichet_gatekeeper, web_acts, web_sign, web_self, web_clerk, web_advancement, web_certificates, web_public;
set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['drafts', 'draft_parts', 'draft_lines', 'draft_rejects', 'approvals', 'delegations', 'events', 'documents',
		'registers'] loop
		execute format('alter table acts.%I enable row level security', name);
		execute format('alter table acts.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on acts.%I', name);
		execute format('create policy gatekeeper on acts.%I to guichet_owner using (true) with check (true)', name);
	end loop;
end $$;
grant select on acts.models, acts.model_parts, acts.model_steps, acts.number_patterns, acts.states, acts.rules, acts.seal_keys
	to web_acts, web_sign, web_advancement, web_certificates, web_self, web_public, worker;

-- What is signed stays as it was signed. This stops mistakes, not a superuser: the seal tells what he did.
create or replace function acts.frozen() returns trigger
	language plpgsql volatile
as $$
begin
	-- The job that sealed it may be forgotten one day; nothing else moves.
	if tg_op = 'DELETE' or (old.state_code = 'publie' and to_jsonb(new) - 'job_id' is distinct from to_jsonb(old) - 'job_id') then
		raise exception using errcode = 'GU409', message = 'acts.signed_is_final';
	end if;
	return new;
end $$;
comment on function acts.frozen is 'Refuses to change or delete a signed act, and to delete any.';
create or replace trigger frozen before update or delete on acts.drafts for each row execute function acts.frozen();
alter table acts.drafts enable always trigger frozen;
create or replace function acts.frozen_child() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if exists (select from acts.drafts d where d.draft_id = case tg_op when 'INSERT' then new.draft_id else old.draft_id end
		and d.state_code = 'publie') then
		raise exception using errcode = 'GU409', message = 'acts.signed_is_final';
	end if;
	return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function acts.frozen_child is 'Refuses to change what a signed act is made of.';
create or replace trigger frozen before insert or update or delete on acts.draft_parts for each row execute function acts.frozen_child();
create or replace trigger frozen before insert or update or delete on acts.draft_lines for each row execute function acts.frozen_child();
alter table acts.draft_parts enable always trigger frozen;
alter table acts.draft_lines enable always trigger frozen;
-- Approvals may only become void; events and numbers are only added.
create or replace function acts.only_added() returns trigger
	language plpgsql volatile
as $$
begin
	if tg_op = 'UPDATE' and tg_table_name = 'approvals' and old.void_at is null and new.void_at is not null
		and (new.draft_id, new.step_no, new.person_id, new.content_hash, new.at) is not distinct from (old.draft_id, old.step_no, old.person_id, old.content_hash, old.at) then
		return new;
	end if;
	raise exception using errcode = 'GU409', message = 'acts.only_added';
end $$;
comment on function acts.only_added is 'Keeps a table append-only; an approval may become void.';
create or replace trigger only_added before update or delete on acts.approvals for each row execute function acts.only_added();
create or replace trigger only_added before update or delete on acts.events for each row execute function acts.only_added();
alter table acts.approvals enable always trigger only_added;
alter table acts.events enable always trigger only_added;
reset role;
