-- Nobody reads these tables but functions of channels_api, except what is nobody's secret.
grant usage on schema channels to gate, worker, guichet_gatekeeper, web_account, web_admin, web_machine;
set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['preferences', 'stops', 'incoming', 'consultation_codes', 'partners', 'partner_tokens', 'intakes', 'intake_files'] loop
		execute format('alter table channels.%I enable row level security', name);
		execute format('alter table channels.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on channels.%I', name);
		execute format('create policy gatekeeper on channels.%I to guichet_owner using (true) with check (true)', name);
	end loop;
end $$;
grant select on channels.kinds, channels.events, channels.messages to web_account, web_admin;

-- A text is checked when it is kept: every {name} in it is a fact of its event.
create or replace function channels.check_message() returns trigger
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	allowed text[] := array['nom'] || array(select jsonb_object_keys(e.facts) from channels.events e where e.event_code = new.event_code);
	part text;
	named text;
begin
	foreach part in array array[new.subject, new.body, coalesce(new.sms, '')] loop
		if part !~ '^[^{}]*(\{[a-z_]+\}[^{}]*)*$' then
			raise exception 'message % : accolades mal fermées', new.event_code;
		end if;
		for named in select m[1] from regexp_matches(part, '\{([a-z_]+)\}', 'g') m loop
			if named <> all (allowed) then
				raise exception 'message % : {%} n’est pas un fait de cet événement (%)', new.event_code, named, array_to_string(allowed, ', ');
			end if;
		end loop;
	end loop;
	if new.subject ~ '[\n\r]' then
		raise exception 'message % : l’objet tient sur une ligne', new.event_code;
	end if;
	return new;
end $$;
comment on function channels.check_message is 'Refuses a text that names what its event does not give.';
revoke execute on function channels.check_message from public;
create or replace trigger check_message before insert or update on channels.messages for each row execute function channels.check_message();
reset role;
