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
grant select on acts.models, acts.model_parts, acts.model_steps, acts.number_patterns, acts.states, acts.rules
	to web_acts, web_sign, web_advancement, web_certificates, web_self, web_public, worker;

-- What is signed stays as it was signed. This stops mistakes, not a superuser: the seal tells what he did.
create or replace function acts.frozen() returns trigger
	language plpgsql volatile
as $$
begin
	-- The job that sealed it may be forgotten one day; nothing else moves.
	if tg_op = 'DELETE' or (old.state_code = 'publie' and to_jsonb(new) - 'job_id' is distinct from to_jsonb(old) - 'job_id') then
		raise exception using errcode = 'GU409', message = 'acts.signed_is_final';
	elsif new.state_code <> old.state_code and not exists (select from acts.state_moves m where m.from_code = old.state_code and m.to_code = new.state_code) then
		raise exception using errcode = 'GU409', message = 'acts.no_such_move';
	end if;
	return new;
end $$;
comment on function acts.frozen is 'Refuses to change or delete a signed act, to delete any, and a move of state that acts.state_moves does not list.';
create or replace trigger frozen before update or delete on acts.drafts for each row execute function acts.frozen();
alter table acts.drafts enable always trigger frozen;
create or replace function acts.frozen_child() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	-- Neither the act that it leaves nor the one that it goes to.
	if exists (select from acts.drafts d where d.state_code = 'publie' and d.draft_id in
		(case when tg_op <> 'INSERT' then old.draft_id end, case when tg_op <> 'DELETE' then new.draft_id end)) then
		raise exception using errcode = 'GU409', message = 'acts.signed_is_final';
	end if;
	return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function acts.frozen_child is 'Refuses to change what a signed act is made of.';
create or replace trigger frozen before insert or update or delete on acts.draft_parts for each row execute function acts.frozen_child();
create or replace trigger frozen before insert or update or delete on acts.draft_lines for each row execute function acts.frozen_child();
alter table acts.draft_parts enable always trigger frozen;
alter table acts.draft_lines enable always trigger frozen;
-- Approvals may only become void, and only before the act is signed; events are only added.
create or replace function acts.only_added() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'UPDATE' and tg_table_name = 'approvals' then       -- alone: a row of events has no such columns
		if old.void_at is null and new.void_at is not null
			and (new.approval_id, new.draft_id, new.step_no, new.move_code, new.person_id, new.for_person_id, new.content_hash, new.proved_at, new.at)
				is not distinct from (old.approval_id, old.draft_id, old.step_no, old.move_code, old.person_id, old.for_person_id, old.content_hash, old.proved_at, old.at)
			and not exists (select from acts.drafts d where d.draft_id = old.draft_id and d.state_code = 'publie') then
			return new;
		end if;
	end if;
	raise exception using errcode = 'GU409', message = 'acts.only_added';
end $$;
comment on function acts.only_added is 'Keeps a table append-only; an approval may become void while the act is not signed.';
create or replace trigger only_added before update or delete on acts.approvals for each row execute function acts.only_added();
create or replace trigger only_added before update or delete on acts.events for each row execute function acts.only_added();
create or replace trigger frozen before insert on acts.approvals for each row execute function acts.frozen_child();
alter table acts.approvals enable always trigger only_added;
alter table acts.approvals enable always trigger frozen;
alter table acts.events enable always trigger only_added;
-- A sealed document: its file may become known, its state may move; what was signed never.
create or replace function acts.sealed() returns trigger
	language plpgsql volatile
as $$
begin
	if tg_op = 'DELETE' or (new.document_id, new.code, new.type_code, new.act_id, new.agent_id, new.reference, new.title, new.signatory, new.signed_on, new.content, new.kid,
			new.jws, new.sealed_at) is distinct from (old.document_id, old.code, old.type_code, old.act_id, old.agent_id, old.reference, old.title, old.signatory, old.signed_on,
			old.content, old.kid, old.jws, old.sealed_at)
		or (old.file_sha256 is not null and (new.file_sha256, new.file_size) is distinct from (old.file_sha256, old.file_size)) then
		raise exception using errcode = 'GU409', message = 'acts.signed_is_final';
	end if;
	return new;
end $$;
comment on function acts.sealed is 'Refuses to change or delete a sealed document, but for its state and the first hash of its file.';
create or replace trigger sealed before update or delete on acts.documents for each row execute function acts.sealed();
alter table acts.documents enable always trigger sealed;
-- Numbers only grow, by one.
create or replace function acts.counted() returns trigger
	language plpgsql volatile
as $$
begin
	if tg_op = 'DELETE' or new.last_number <> old.last_number + 1
		or (new.register_id, new.structure_id, new.series_code, new.year) is distinct from (old.register_id, old.structure_id, old.series_code, old.year) then
		raise exception using errcode = 'GU409', message = 'acts.only_added';
	end if;
	return new;
end $$;
comment on function acts.counted is 'Keeps a register of numbers without a gap: it grows by one, and is never deleted.';
create or replace trigger counted before update or delete on acts.registers for each row execute function acts.counted();
alter table acts.registers enable always trigger counted;
-- An act of the careers that was sealed here: its state may move, nothing else.
create or replace function acts.career_sealed() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if exists (select from acts.drafts d where d.act_id = old.act_id and d.state_code = 'publie')
		and (tg_op = 'DELETE' or to_jsonb(new) - 'state_code' is distinct from to_jsonb(old) - 'state_code') then
		raise exception using errcode = 'GU409', message = 'acts.signed_is_final';
	end if;
	return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function acts.career_sealed is 'Refuses to change or delete the act, and the lines, that a seal vouches for.';
reset role;
create or replace trigger sealed before update or delete on career.acts for each row execute function acts.career_sealed();
create or replace trigger sealed before update or delete on career.act_lines for each row execute function acts.career_sealed();
set role guichet_owner;
-- TRUNCATE knows no row: it is refused as soon as there is one to keep.
create or replace function acts.never_emptied() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if exists (select from acts.documents) or exists (select from acts.drafts d where d.state_code = 'publie') then
		raise exception using errcode = 'GU409', message = 'acts.signed_is_final';
	end if;
	return null;
end $$;
comment on function acts.never_emptied is 'Refuses to empty a table once something is signed.';
do $$
declare
	name text;
begin
	foreach name in array array['drafts', 'draft_parts', 'draft_lines', 'approvals', 'events', 'documents', 'registers'] loop
		execute format('create or replace trigger never_emptied before truncate on acts.%I for each statement execute function acts.never_emptied()', name);
		execute format('alter table acts.%I enable always trigger never_emptied', name);
	end loop;
end $$;
reset role;
