-- The week of a desk, and how it receives: set by the manager of its structure. What would fall on an appointment already made is refused: that day is
-- to be closed first, with a reason that its visitors read.
set role guichet_owner;

create function appointments_api.manages(desk bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select exists (select from base.assignments a join base.structures ms on ms.structure_id = a.structure_id
		join appointments.desks d on d.desk_id = manages.desk join base.structures s on s.structure_id = d.structure_id
		where a.person_id = (select m.person_id from base.me m) and a.role_code = 'manager' and s.rank between ms.rank and ms.last_rank
			and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date) and a.granted_by is not null and a.confirmed_by is not null);
$$;
comment on function appointments_api.manages is 'Whether the asker is a manager of the desk''s structure, or above it.';

create function appointments_api.must_manage(desk bigint) returns void
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform appointments_api.must_receive(must_manage.desk);
	if not appointments_api.manages(must_manage.desk) then
		raise exception using errcode = 'GU403', message = 'appointments.not_manager';
	end if;
end $$;
comment on function appointments_api.must_manage is 'Refuses who does not manage the desk''s structure.';

create function appointments_api.settings(desk text) returns table (slot_minutes int, days_ahead int, notice_hours int, is_open boolean, can_manage boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select d.slot_minutes, d.days_ahead, d.notice_hours, d.is_open, appointments_api.manages(d.desk_id) from appointments.desks d
	where d.code = settings.desk and d.desk_id in (select x.desk_id from appointments_api.my_desks() x);
$$;
comment on function appointments_api.settings is 'How a desk of mine receives.';

create function appointments_api.hour(typed text, field text) returns time
	language plpgsql immutable
as $$
begin
	if coalesce(typed, '') !~ '^([01]?[0-9]|2[0-3]) ?[h:] ?([0-5][0-9])?$' then
		raise exception using errcode = 'GU422', message = 'appointments.not_an_hour', column = field;
	end if;
	return regexp_replace(replace(replace(typed, ' ', ''), 'h', ':'), ':$', ':00')::time;
end $$;
comment on function appointments_api.hour is 'An hour as people write it: 9:00, 9h, 14 h 30.';

-- Appointments to come that no longer stand on an hour of the desk.
create function appointments_api.fallen(desk bigint) returns bigint
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select count(*) from appointments.bookings b where b.desk_id = fallen.desk and b.state_code = 'pris' and b.day >= current_date
		and not exists (select from appointments_api.places(fallen.desk, b.day, b.day) p where p.at = b.at and p.capacity >= p.taken);
$$;
comment on function appointments_api.fallen is 'How many appointments to come have lost their place.';

create function appointments_api.add_hours(desk text, weekday int, starts text, ends text, capacity int, from_day date) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	here bigint := appointments_api.desk_named(add_hours.desk);
	opens time := appointments_api.hour(add_hours.starts, 'debut');
	closes time := appointments_api.hour(add_hours.ends, 'fin');
	day0 date := coalesce(add_hours.from_day, current_date + 1);
begin
	perform appointments_api.must_manage(here);
	if day0 <= current_date then
		raise exception using errcode = 'GU422', message = 'appointments.day_past', column = 'a_partir';
	elsif closes - opens < (select make_interval(mins => d.slot_minutes) from appointments.desks d where d.desk_id = here) then
		raise exception using errcode = 'GU422', message = 'appointments.hours_order', column = 'fin';
	elsif exists (select from appointments.hours h where h.desk_id = here and h.weekday = add_hours.weekday and (h.valid_to is null or h.valid_to > day0) and h.starts < closes and h.ends > opens) then
		raise exception using errcode = 'GU422', message = 'appointments.hours_overlap', column = 'debut';
	end if;
	insert into appointments.hours (desk_id, weekday, starts, ends, capacity, valid_from) values (here, add_hours.weekday, opens, closes, add_hours.capacity, day0);
	perform base_api.note('appointments.desk', 'rdv.plage', 'bureau ' || add_hours.desk, 'fait', jsonb_build_object('weekday', add_hours.weekday, 'from', opens, 'to', closes, 'since', day0));
	return base_api.receipt('/accueil-rendez-vous/horaires/' || add_hours.desk || '?fait=plage-ajoutee');
end $$;
comment on function appointments_api.add_hours is 'Hours of the week more, from a day on.';

create function appointments_api.end_hours(hours bigint, last_day date) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	h appointments.hours;
	until date := coalesce(end_hours.last_day, current_date) + 1;
	before bigint;
begin
	select x.* into h from appointments.hours x where x.hours_id = end_hours.hours and (x.valid_to is null or x.valid_to > current_date) for update;
	perform appointments_api.must_manage(h.desk_id);
	if until <= current_date then
		raise exception using errcode = 'GU422', message = 'appointments.day_past', column = 'dernier';
	end if;
	before := appointments_api.fallen(h.desk_id);
	if h.valid_from >= until then                                 -- not begun yet: as if it had never been
		delete from appointments.hours x where x.hours_id = h.hours_id;
	else
		update appointments.hours x set valid_to = until where x.hours_id = h.hours_id;
	end if;
	if appointments_api.fallen(h.desk_id) > before then
		raise exception using errcode = 'GU409', message = 'appointments.booked';
	end if;
	perform base_api.note('appointments.desk', 'rdv.plage', 'bureau ' || h.desk_id, 'fini', jsonb_build_object('until', until));
	return base_api.receipt('/accueil-rendez-vous/horaires/' || (select d.code from appointments.desks d where d.desk_id = h.desk_id) || '?fait=plage-finie');
end $$;
comment on function appointments_api.end_hours is 'Hours of the week end after a day, unless somebody already counts on them.';

create function appointments_api.set_desk(desk text, slot_minutes int, days_ahead int, notice_hours int, is_open boolean) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	here bigint := appointments_api.desk_named(set_desk.desk);
	before bigint := appointments_api.fallen(here);
begin
	perform appointments_api.must_manage(here);
	update appointments.desks d set slot_minutes = set_desk.slot_minutes, days_ahead = set_desk.days_ahead, notice_hours = set_desk.notice_hours, is_open = set_desk.is_open where d.desk_id = here;
	if appointments_api.fallen(here) > before then
		raise exception using errcode = 'GU409', message = 'appointments.booked';
	end if;
	perform base_api.note('appointments.desk', 'rdv.reglages', 'bureau ' || set_desk.desk, 'fait',
		jsonb_build_object('minutes', set_desk.slot_minutes, 'ahead', set_desk.days_ahead, 'notice', set_desk.notice_hours, 'open', set_desk.is_open));
	return base_api.receipt('/accueil-rendez-vous/horaires/' || set_desk.desk || '?fait=bureau-regle');
end $$;
comment on function appointments_api.set_desk is 'How long an appointment lasts, how far ahead it is taken, and whether the desk receives at all.';

revoke execute on all functions in schema appointments_api from public;
revoke execute on function channels_api.day_words, channels_api.hour_words from public;
grant usage on schema channels_api to web_booking, web_booking_desk;
grant execute on function channels_api.day_words, channels_api.hour_words to web_booking, web_booking_desk;
grant execute on function appointments_api.here, appointments_api.desks, appointments_api.desk, appointments_api.week, appointments_api.subjects, appointments_api.my_requests, appointments_api.book,
	appointments_api.move, appointments_api.cancel, appointments_api.my_list, appointments_api.my_ticket to web_booking;
grant execute on function appointments_api.here, appointments_api.my_desks, appointments_api.desk_day, appointments_api.mark, appointments_api.week_of, appointments_api.differing, appointments_api.differ,
	appointments_api.undiffer, appointments_api.settings, appointments_api.add_hours, appointments_api.end_hours, appointments_api.set_desk to web_booking_desk;
reset role;
