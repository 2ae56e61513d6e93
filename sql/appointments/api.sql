-- What the pages of appointments ask. Dropped and rebuilt. The person's first, then the desk's, then the hour's reminders.
drop schema if exists appointments_api cascade;
create schema appointments_api authorization guichet_owner;
grant usage on schema appointments_api to gate, worker, web_booking, web_booking_desk;
set role guichet_owner;

create function appointments_api.here() returns timestamp
	language sql stable
	return now() at time zone 'Africa/Porto-Novo';
comment on function appointments_api.here is 'The clock on the wall.';

-- 1. Places ------------------------------------------------------------------------------------------------------------------

create function appointments_api.places(desk bigint, first_day date, last_day date) returns table (day date, at time, capacity int, taken int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with it as (
		select d.desk_id, d.slot_minutes from appointments.desks d where d.desk_id = places.desk
	), days as (
		select g.day::date as day from generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') g (day)
		where not exists (select from base_api.holidays_between(first_day, last_day) h where h.day = g.day::date)
	), open as (
		select y.day, h.starts, h.ends, h.capacity from days y
		join appointments.hours h on h.desk_id = places.desk and h.weekday = extract(isodow from y.day) and h.valid_from <= y.day and (h.valid_to is null or h.valid_to > y.day)
		where not exists (select from appointments.exceptions x where x.desk_id = places.desk and x.day = y.day)
		union all
		select x.day, x.starts, x.ends, x.capacity from appointments.exceptions x
		where x.desk_id = places.desk and x.day between first_day and last_day and x.starts is not null
	), times as (
		select o.day, g.at::time as at, sum(o.capacity)::int as capacity
		from open o cross join it
		cross join lateral generate_series(o.day + o.starts, o.day + o.ends - make_interval(mins => it.slot_minutes), make_interval(mins => it.slot_minutes)) g (at)
		group by o.day, g.at
	)
	select t.day, t.at, t.capacity, coalesce(s.taken, 0) from times t
	left join appointments.slots s on s.desk_id = places.desk and s.day = t.day and s.at = t.at
	order by t.day, t.at;
$$;
comment on function appointments_api.places is 'Every hour of a desk between two days, with its places and how many are taken: the week, the days that differ, public holidays left out.';

create function appointments_api.free(desk bigint, first_day date, last_day date) returns table (day date, at time, left_places int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.day, p.at, p.capacity - p.taken
	from appointments.desks d
	cross join lateral appointments_api.places(d.desk_id, greatest(free.first_day, appointments_api.here()::date),
		least(free.last_day, appointments_api.here()::date + d.days_ahead)) p
	where d.desk_id = free.desk and d.is_open and p.taken < p.capacity and p.day + p.at >= appointments_api.here() + make_interval(hours => d.notice_hours);
$$;
comment on function appointments_api.free is 'Hours of a desk that a person may still take.';

create function appointments_api.desk_named(code text) returns bigint
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select d.desk_id from appointments.desks d where d.code = desk_named.code $$;
comment on function appointments_api.desk_named is 'The desk of a word in an address.';

create function appointments_api.desks() returns table (desk_code text, name text, address text, department text, next_day date, next_at text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select d.code, d.name, d.address, coalesce(dep.name, 'Cotonou'), f.day, channels_api.hour_words(f.at)
	from appointments.desks d join base.structures s using (structure_id) left join base.departments dep on dep.department_id = s.department_id
	left join lateral (select x.day, x.at from appointments_api.free(d.desk_id, current_date, current_date + d.days_ahead) x order by x.day, x.at limit 1) f on true
	where d.is_open order by f.day is null, base.fold(d.name);
$$;
comment on function appointments_api.desks is 'Desks that receive by appointment, with their next free hour.';

create function appointments_api.desk(desk text) returns table (desk_code text, desk_name text, address text, note text, slot_minutes int, days_ahead int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select d.code, d.name, d.address, d.note, d.slot_minutes, d.days_ahead from appointments.desks d where d.code = desk.desk and d.is_open $$;
comment on function appointments_api.desk is 'One desk that receives.';

create function appointments_api.week(desk text, week int) returns table (day date, day_words text, at_code text, at_words text, left_places int, slot_code text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.day, channels_api.day_words(f.day), to_char(f.at, 'HH24:MI'), channels_api.hour_words(f.at), f.left_places, to_char(f.day, 'YYYY-MM-DD') || 'T' || to_char(f.at, 'HH24:MI')
	from appointments.desks d
	cross join lateral (select min(x.day) as day from appointments_api.free(d.desk_id, current_date, current_date + d.days_ahead) x) z
	cross join lateral appointments_api.free(d.desk_id, date_trunc('week', z.day)::date + 7 * greatest(week.week, 0), date_trunc('week', z.day)::date + 7 * greatest(week.week, 0) + 6) f
	where d.code = week.desk order by f.day, f.at;
$$;
comment on function appointments_api.week is 'Free hours of one week, the first (0) being that of the next free hour.';

create function appointments_api.subjects() returns table (subject_code text, name text, hint text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select s.subject_code, s.name, s.hint from appointments.subjects s order by s.rank $$;
comment on function appointments_api.subjects is 'What one comes for.';

create function appointments_api.my_requests() returns table (number text, label text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.number, r.number || ' – ' || s.name from requests.requests r join services.services s using (service_id)
	where r.person_id = (select m.person_id from base.me m) and r.closed_at is null order by r.filed_at desc limit 20;
$$;
comment on function appointments_api.my_requests is 'My requests under way, to tie an appointment to one of them.';

create function appointments_api.hour_of(slot text) returns timestamp
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if slot is null or slot !~ '^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$' then
		raise exception using errcode = 'GU422', message = 'appointments.no_slot', column = 'creneau';
	end if;
	return slot::timestamp;
exception when datetime_field_overflow or invalid_datetime_format then
	raise exception using errcode = 'GU422', message = 'appointments.no_slot', column = 'creneau';
end $$;
comment on function appointments_api.hour_of is 'The day and hour that a form names, as its pages write them.';

-- Takes a place, or says that it is gone.
create function appointments_api.take(desk bigint, slot text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	wanted timestamp := appointments_api.hour_of(slot);
	most   int;
begin
	if not exists (select from appointments.desks d where d.desk_id = take.desk and d.is_open) then
		raise exception using errcode = 'GU404', message = 'appointments.no_desk';
	end if;
	select p.capacity into most from appointments_api.places(take.desk, wanted::date, wanted::date) p where p.at = wanted::time;
	if most is null or not exists (select from appointments.desks d where d.desk_id = take.desk and wanted >= appointments_api.here() + make_interval(hours => d.notice_hours)
			and wanted::date <= appointments_api.here()::date + d.days_ahead) then
		raise exception using errcode = 'GU422', message = 'appointments.no_slot', column = 'creneau';
	end if;
	insert into appointments.slots as s (desk_id, day, at, taken) values (take.desk, wanted::date, wanted::time, 1)
	on conflict on constraint slots_pkey do update set taken = s.taken + 1 where s.taken < most;
	if not found then
		raise exception using errcode = 'GU422', message = 'appointments.taken', column = 'creneau';
	end if;
end $$;
comment on function appointments_api.take is 'One place of an hour: of two people on the last one, the second is refused.';

create function appointments_api.give_back(desk bigint, day date, at time) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
	as $$ update appointments.slots s set taken = s.taken - 1 where s.desk_id = give_back.desk and s.day = give_back.day and s.at = give_back.at and s.taken > 0 $$;
comment on function appointments_api.give_back is 'A place is free again.';

create function appointments_api.tell(booking bigint, event text, why text default null) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	b record;
begin
	select k.*, d.name as place, s.name as subject into b from appointments.bookings k join appointments.desks d using (desk_id) join appointments.subjects s using (subject_code)
	where k.booking_id = tell.booking;
	perform channels_api.notify(b.person_id, tell.event, jsonb_build_object('ticket', b.ticket, 'lieu', b.place, 'jour', channels_api.day_words(b.day),
		'heure', channels_api.hour_words(b.at), 'objet', b.subject, 'pourquoi', coalesce(tell.why, 'à votre demande')));
end $$;
comment on function appointments_api.tell is 'Writes to the person about one appointment of his.';

-- 2. The person --------------------------------------------------------------------------------------------------------------

create function appointments_api.book(desk text, slot text, subject text, request text, note text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me   bigint := (select m.person_id from base.me m);
	here bigint := appointments_api.desk_named(book.desk);
	wanted timestamp := appointments_api.hour_of(book.slot);
	made bigint;
	code text;
begin
	perform pg_advisory_xact_lock(7116115, me::int);          -- one person, one booking at a time: limits are counted
	if (select count(*) from appointments.bookings b where b.person_id = me and b.state_code = 'pris' and b.day + b.at > appointments_api.here())
			>= notify_api.setting('appointments.most_open', 3) then
		raise exception using errcode = 'GU422', message = 'appointments.too_many', detail = notify_api.setting('appointments.most_open', 3)::text;
	end if;
	if (select count(*) from appointments.bookings b where b.person_id = me and b.state_code = 'absent' and b.day > current_date - 90)
			>= notify_api.setting('appointments.absences_most', 3) then
		raise exception using errcode = 'GU422', message = 'appointments.absent_often';
	end if;
	if exists (select from appointments.bookings b where b.person_id = me and b.desk_id = here and b.day = wanted::date and b.state_code in ('pris', 'arrive')) then
		raise exception using errcode = 'GU422', message = 'appointments.same_day', column = 'creneau';
	end if;
	if not exists (select from appointments.subjects s where s.subject_code = book.subject) then
		raise exception using errcode = 'GU422', message = 'field.not_a_choice', column = 'objet';
	end if;
	if coalesce(book.request, '') <> '' and not exists (select from requests.requests r where r.number = book.request and r.person_id = me) then
		raise exception using errcode = 'GU422', message = 'appointments.not_my_request', column = 'demande';
	end if;
	perform appointments_api.take(here, book.slot);
	insert into appointments.bookings (desk_id, day, at, person_id, subject_code, request_number, note)
	values (here, wanted::date, wanted::time, me, book.subject, coalesce(book.request, ''), coalesce(book.note, ''))
	returning booking_id, ticket into made, code;
	perform appointments_api.tell(made, 'rdv.confirme');
	perform base_api.note('appointments.own', 'rdv.prise', 'rendez-vous ' || code, 'fait', '{}');
	return base_api.receipt('/rendez-vous/ticket/' || code || '?fait=rdv_pris');
end $$;
comment on function appointments_api.book is 'Books an hour for the person who asks: limits, place, ticket, message, journal. The same form twice is one appointment.';

create function appointments_api.mine(code text) returns appointments.bookings
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	b appointments.bookings;
begin
	select k.* into b from appointments.bookings k where k.ticket = mine.code and k.person_id = (select m.person_id from base.me m) for update;
	if b.booking_id is null then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
	if b.state_code <> 'pris' or b.day + b.at < appointments_api.here() then
		raise exception using errcode = 'GU409', message = 'appointments.over';
	end if;
	return b;
end $$;
comment on function appointments_api.mine is 'An appointment of mine that can still be changed, locked.';

create function appointments_api.move(code text, slot text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	b appointments.bookings := appointments_api.mine(code);
begin
	if to_char(b.day, 'YYYY-MM-DD') || 'T' || to_char(b.at, 'HH24:MI') = slot then
		raise exception using errcode = 'GU422', message = 'appointments.same_slot', column = 'creneau';
	end if;
	perform appointments_api.take(b.desk_id, move.slot);
	perform appointments_api.give_back(b.desk_id, b.day, b.at);
	update appointments.bookings k set day = left(slot, 10)::date, at = substr(slot, 12)::time, moved_at = now(), reminded_at = null where k.booking_id = b.booking_id;
	perform appointments_api.tell(b.booking_id, 'rdv.change');
	perform base_api.note('appointments.own', 'rdv.deplacement', 'rendez-vous ' || code, 'fait', '{}');
	return base_api.receipt('/rendez-vous/ticket/' || code || '?fait=rdv_deplace');
end $$;
comment on function appointments_api.move is 'Moves an appointment of mine to another hour of its desk: the new place is taken before the old one is given back.';

create function appointments_api.cancel(code text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	b appointments.bookings := appointments_api.mine(code);
begin
	update appointments.bookings k set state_code = 'annule', ended_at = now(), ended_why = 'à la demande de l’usager' where k.booking_id = b.booking_id;
	perform appointments_api.give_back(b.desk_id, b.day, b.at);
	perform appointments_api.tell(b.booking_id, 'rdv.annule');
	perform base_api.note('appointments.own', 'rdv.annulation', 'rendez-vous ' || code, 'fait', '{}');
	return base_api.receipt('/rendez-vous?fait=rdv_annule');
end $$;
comment on function appointments_api.cancel is 'Cancels an appointment of mine; its place serves somebody else.';

create function appointments_api.my_list() returns table (ticket text, day_words text, at_words text, desk_name text, address text, subject text, state_code text, is_coming boolean)
	language sql stable
	begin atomic
		select b.ticket, channels_api.day_words(b.day), channels_api.hour_words(b.at), d.name, d.address, s.name, b.state_code,
			b.state_code in ('pris', 'arrive') and b.day + b.at > appointments_api.here() - interval '1 hour'
		from appointments.bookings b join appointments.desks d using (desk_id) join appointments.subjects s using (subject_code)
		order by b.state_code in ('pris', 'arrive') and b.day + b.at > appointments_api.here() - interval '1 hour' desc,
			abs(extract(epoch from b.day + b.at - appointments_api.here())) limit 50;
	end;
comment on function appointments_api.my_list is 'My appointments: those to come first, the nearest at the top. Row security says whose.';

create function appointments_api.my_ticket(code text)
	returns table (ticket text, day_words text, day date, at_words text, desk_name text, address text, note text, subject text, hint text, request_number text, state_code text, desk_code text,
		can_change boolean, slot_minutes int)
	language sql stable
	begin atomic
		select b.ticket, channels_api.day_words(b.day), b.day, channels_api.hour_words(b.at), d.name, d.address, d.note, s.name, s.hint, b.request_number, b.state_code, d.code,
			b.state_code = 'pris' and b.day + b.at > appointments_api.here(), d.slot_minutes
		from appointments.bookings b join appointments.desks d using (desk_id) join appointments.subjects s using (subject_code)
		where b.ticket = my_ticket.code;
	end;
comment on function appointments_api.my_ticket is 'One appointment of mine.';

-- 3. The desk ----------------------------------------------------------------------------------------------------------------

create function appointments_api.my_desks() returns table (desk_id bigint, desk_code text, name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select d.desk_id, d.code, d.name from appointments.desks d where d.structure_id in (select s.structure_id from appointments.my_structures s)
	order by (select count(*) from appointments.bookings b where b.desk_id = d.desk_id and b.day = appointments_api.here()::date) = 0, base.fold(d.name);
$$;
comment on function appointments_api.my_desks is 'Desks whose visitors I receive, those that expect somebody today first.';

create function appointments_api.must_receive(desk bigint) returns void
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from appointments_api.my_desks() d where d.desk_id = must_receive.desk) then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
end $$;
comment on function appointments_api.must_receive is 'Refuses a desk of others as if it did not exist.';

create function appointments_api.desk_day(desk text, day date, code text)
	returns table (ticket text, at_words text, at_code text, person text, phone text, subject text, request_number text, note text, state_code text, arrived text, is_late boolean, desk_code text, day_code text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select b.ticket, channels_api.hour_words(b.at), to_char(b.at, 'HH24:MI'), concat_ws(' ', p.family_name, p.given_names),
		(select c.value from base.contacts c where c.person_id = p.person_id and c.kind = 'phone' order by c.verified_at nulls last limit 1),
		s.name, b.request_number, b.note, b.state_code, channels_api.hour_words((b.arrived_at at time zone 'Africa/Porto-Novo')::time(0)),
		b.state_code = 'pris' and b.day + b.at < appointments_api.here() - interval '10 minutes', (select d.code from appointments.desks d where d.desk_id = b.desk_id), to_char(b.day, 'YYYY-MM-DD')
	from appointments.bookings b join base.persons p using (person_id) join appointments.subjects s using (subject_code)
	where b.desk_id in (select d.desk_id from appointments_api.my_desks() d)
		and case when coalesce(desk_day.code, '') <> '' then b.ticket = upper(desk_day.code) else b.desk_id = appointments_api.desk_named(desk_day.desk) and b.day = desk_day.day and b.state_code <> 'annule' end
	order by b.at, b.booking_id;
$$;
comment on function appointments_api.desk_day is 'Who comes to a desk on a day, or whose ticket this is: at my desks only.';

create function appointments_api.mark(code text, to_state text, why text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	b appointments.bookings;
begin
	select k.* into b from appointments.bookings k where k.ticket = mark.code for update;
	perform appointments_api.must_receive(b.desk_id);
	if not exists (select from appointments.moves m where m.from_code = b.state_code and m.to_code = mark.to_state and m.who = 'bureau') then
		raise exception using errcode = 'GU409', message = 'appointments.already';
	end if;
	if mark.to_state in ('arrive', 'recu', 'absent') and b.day > appointments_api.here()::date then
		raise exception using errcode = 'GU422', message = 'appointments.not_today';
	end if;
	if mark.to_state = 'absent' and b.day + b.at > appointments_api.here() then
		raise exception using errcode = 'GU422', message = 'appointments.not_yet';
	end if;
	update appointments.bookings k set state_code = mark.to_state,
		arrived_at = case mark.to_state when 'arrive' then now() when 'recu' then coalesce(k.arrived_at, now()) when 'pris' then null else k.arrived_at end,
		ended_at = case when mark.to_state in ('recu', 'absent', 'annule') then now() end, ended_why = case when mark.to_state = 'annule' then mark.why end
	where k.booking_id = b.booking_id;
	if mark.to_state = 'annule' then
		perform appointments_api.give_back(b.desk_id, b.day, b.at);
		perform appointments_api.tell(b.booking_id, 'rdv.annule', coalesce(nullif(mark.why, ''), 'le bureau ne peut pas vous recevoir'));
	end if;
	perform base_api.note('appointments.desk', 'rdv.' || mark.to_state, 'rendez-vous ' || b.ticket, 'fait', '{}');
	return base_api.receipt('/accueil-rendez-vous?bureau=' || (select d.code from appointments.desks d where d.desk_id = b.desk_id) || '&jour=' || b.day);
end $$;
comment on function appointments_api.mark is 'What the desk says of a visitor: arrived, received, absent, cancelled; along the moves that are allowed.';

create function appointments_api.week_of(desk text) returns table (hours_id bigint, weekday int, weekday_name text, starts text, ends text, capacity int, valid_from date, valid_to date, is_to_come boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select h.hours_id, h.weekday, (array['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'])[h.weekday], channels_api.hour_words(h.starts), channels_api.hour_words(h.ends),
		h.capacity, h.valid_from, h.valid_to, h.valid_from > current_date
	from appointments.hours h where h.desk_id = appointments_api.desk_named(week_of.desk) and h.desk_id in (select d.desk_id from appointments_api.my_desks() d)
		and (h.valid_to is null or h.valid_to > current_date) order by h.weekday, h.starts;
$$;
comment on function appointments_api.week_of is 'The week of a desk of mine.';

create function appointments_api.differing(desk text) returns table (exception_id bigint, day date, is_closed boolean, starts text, ends text, capacity int, reason text, is_holiday boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select x.exception_id, x.day, x.starts is null, channels_api.hour_words(x.starts), channels_api.hour_words(x.ends), x.capacity, x.reason, false
	from appointments.exceptions x where x.desk_id = appointments_api.desk_named(differing.desk) and x.day >= current_date and x.desk_id in (select d.desk_id from appointments_api.my_desks() d)
	union all
	select null, h.day, true, null, null, null, h.name || case when h.is_demo then ' (date estimée)' else '' end, true
	from base_api.holidays_between(current_date, current_date + 90) h where appointments_api.desk_named(differing.desk) in (select d.desk_id from appointments_api.my_desks() d)
	order by 2;
$$;
comment on function appointments_api.differing is 'Days that differ at a desk of mine, public holidays of three months among them.';

create function appointments_api.differ(desk text, day date, starts text, ends text, capacity int, reason text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	told int := 0;
	b record;
	here bigint := appointments_api.desk_named(differ.desk);
begin
	perform appointments_api.must_receive(here);
	if differ.day <= appointments_api.here()::date then
		raise exception using errcode = 'GU422', message = 'appointments.day_past', column = 'jour';
	end if;
	if coalesce(differ.starts, '') <> '' and (differ.starts !~ '^([01]?[0-9]|2[0-3])[h:]([0-5][0-9])?$' or coalesce(differ.ends, '') !~ '^([01]?[0-9]|2[0-3])[h:]([0-5][0-9])?$') then
		raise exception using errcode = 'GU422', message = 'appointments.not_an_hour', column = 'debut';
	end if;
	insert into appointments.exceptions (desk_id, day, starts, ends, capacity, reason, made_by)
	select here, differ.day, h.starts, h.ends, case when h.starts is not null then coalesce(differ.capacity, 1) end, differ.reason, (select m.person_id from base.me m)
	from (select case when coalesce(differ.starts, '') <> '' then (regexp_replace(replace(differ.starts, 'h', ':'), ':$', ':00'))::time end as starts,
		case when coalesce(differ.starts, '') <> '' then (regexp_replace(replace(differ.ends, 'h', ':'), ':$', ':00'))::time end as ends) h
	on conflict on constraint exceptions_desk_id_day_key do update set starts = excluded.starts, ends = excluded.ends, capacity = excluded.capacity, reason = excluded.reason, made_by = excluded.made_by;
	-- Those who had an hour that no longer exists are told, with the reason.
	for b in select k.booking_id, k.day, k.at from appointments.bookings k where k.desk_id = here and k.day = differ.day and k.state_code = 'pris'
			and not exists (select from appointments_api.places(here, differ.day, differ.day) p where p.at = k.at) for update loop
		update appointments.bookings k set state_code = 'annule', ended_at = now(), ended_why = differ.reason where k.booking_id = b.booking_id;
		perform appointments_api.give_back(here, b.day, b.at);
		perform appointments_api.tell(b.booking_id, 'rdv.annule', differ.reason);
		told := told + 1;
	end loop;
	perform base_api.note('appointments.desk', 'rdv.jour', 'bureau ' || differ.desk, 'fait', jsonb_build_object('day', differ.day, 'cancelled', told));
	return base_api.receipt('/accueil-rendez-vous/horaires/' || differ.desk || '?fait=jour_particulier');
end $$;
comment on function appointments_api.differ is 'Makes a day differ: closed, or with hours of its own. Appointments that fall away are cancelled and their persons told why.';

create function appointments_api.undiffer(exception bigint) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	desk bigint := (select x.desk_id from appointments.exceptions x where x.exception_id = undiffer.exception);
begin
	perform appointments_api.must_receive(desk);
	delete from appointments.exceptions x where x.exception_id = undiffer.exception;
	perform base_api.note('appointments.desk', 'rdv.jour', 'bureau ' || desk, 'fait', '{"removed": true}');
	return base_api.receipt('/accueil-rendez-vous/horaires/' || (select d.code from appointments.desks d where d.desk_id = desk) || '?fait=jour_ordinaire');
end $$;
comment on function appointments_api.undiffer is 'A day is as the week says again.';

-- 4. Every hour --------------------------------------------------------------------------------------------------------------

create function appointments_api.remind() returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	b record;
	total int := 0;
begin
	if extract(hour from appointments_api.here()) < 8 then
		return 0;
	end if;
	for b in select k.booking_id from appointments.bookings k where k.state_code = 'pris' and k.reminded_at is null and k.day = appointments_api.here()::date + 1
			order by k.booking_id for update skip locked loop
		update appointments.bookings k set reminded_at = now() where k.booking_id = b.booking_id;
		perform appointments_api.tell(b.booking_id, 'rdv.rappel');
		total := total + 1;
	end loop;
	return total;
end $$;
comment on function appointments_api.remind is 'The day before, from eight in the morning: one reminder each. Run hourly.';

reset role;
