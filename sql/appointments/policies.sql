-- The person sees his own appointments; a desk those of the structures in which one holds a role that receives people.
grant usage on schema appointments to gate, worker, guichet_gatekeeper, web_booking, web_booking_desk;
grant create on schema appointments to guichet_gatekeeper;
set role guichet_gatekeeper;
create or replace view appointments.my_structures with (security_barrier) as
	select distinct s.structure_id
	from base.assignments a
	join base.role_permissions rp on rp.role_code = a.role_code and rp.permission = 'appointments.desk'
	join base.structures ms on ms.structure_id = a.structure_id
	join base.structures s on s.rank between ms.rank and ms.last_rank
	where a.person_id = (select m.person_id from base.me m)
		and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date)
		and a.granted_by is not null and a.confirmed_by is not null;
comment on view appointments.my_structures is 'Structures whose visitors the asker receives.';
grant select on appointments.my_structures to web_booking_desk, guichet_owner;
reset role;
revoke create on schema appointments from guichet_gatekeeper;

set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['bookings', 'exceptions'] loop
		execute format('alter table appointments.%I enable row level security', name);
		execute format('alter table appointments.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on appointments.%I', name);
		execute format('create policy gatekeeper on appointments.%I to guichet_owner using (true) with check (true)', name);
		execute format('drop policy if exists own on appointments.%I', name);
		execute format('drop policy if exists desk on appointments.%I', name);
	end loop;
end $$;
create policy own on appointments.bookings for select to web_booking using (person_id = (select m.person_id from base.me m));
create policy desk on appointments.bookings for select to web_booking_desk
	using (desk_id in (select d.desk_id from appointments.desks d where d.structure_id in (select s.structure_id from appointments.my_structures s)));
create policy desk on appointments.exceptions for select to web_booking_desk
	using (desk_id in (select d.desk_id from appointments.desks d where d.structure_id in (select s.structure_id from appointments.my_structures s)));
grant select on appointments.bookings to web_booking, web_booking_desk;
grant select on appointments.exceptions to web_booking_desk;
grant select on appointments.desks, appointments.subjects, appointments.hours to web_booking, web_booking_desk;
reset role;
