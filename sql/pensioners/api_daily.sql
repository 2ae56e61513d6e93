-- What comes back by itself once a day. Safe to run twice: a reminder is a row.
set role guichet_owner;
create function pensioners_api.daily() returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	r    record;
	sent int := 0;
begin
	for r in
		select v.agent_id, v.person_id, v.due_on, v.due_on - current_date as days,
			(select min(s.v::int) from jsonb_array_elements_text((select pensioners_api.value_of('life_reminders'))) s (v) where s.v::int >= v.due_on - current_date) as step
		from pensioners_api.living v
		where v.due_on between current_date and current_date + (select max(s.v::int) from jsonb_array_elements_text((select pensioners_api.value_of('life_reminders'))) s (v))
	loop
		continue when r.step is null;
		insert into pensioners.life_reminders (agent_id, due_on, days) values (r.agent_id, r.due_on, r.step) on conflict do nothing;
		if found then
			perform channels_api.notify(r.person_id, 'pension.vie_rappel', jsonb_build_object('jours', case r.days when 0 then 'moins d’un jour' when 1 then '1 jour' else r.days || ' jours' end,
				'date', base_api.day_words(r.due_on)));
			sent := sent + 1;
		end if;
	end loop;
	delete from pensioners.former_contacts f where f.removed_at < now() - interval '90 days';
	delete from pensioners.encounters e where e.at < now() - interval '1 day';
	delete from pensioners.claims c where c.state_code = 'brouillon' and c.made_at < now() - interval '60 days';
	return sent;
end $$;
comment on function pensioners_api.daily is 'Reminds of certificates of life that end soon, at each step once and never twice the same day; forgets old contacts, encounters and claims never sent.';
reset role;
