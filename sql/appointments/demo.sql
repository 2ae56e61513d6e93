-- Desks of the demonstration, their week, and appointments of the invented people: yesterday, today, the days to come.
insert into appointments.desks (code, structure_id, name, address, note, slot_minutes, days_ahead)
select v.code, s.structure_id, v.name, v.address, v.note, v.minutes, 21
from (values
	('relations-usagers', 'SRU', 'Service des relations avec les usagers', 'Ministère, rez-de-chaussée, Cotonou', 'Entrée par la porte du parking.', 15),
	('ddtfp-borgou', 'DDTFP-BORGOU', 'DDTFP du Borgou', 'Quartier administratif, Parakou', '', 20),
	('ddtfp-atlantique', 'DDTFP-ATLANTIQUE', 'DDTFP de l’Atlantique', 'Ouidah', '', 20),
	('carrieres', 'DRSC', 'Suivi des carrières (DRSC)', 'Ministère, premier étage, Cotonou', 'Apportez vos actes originaux.', 30)
) v (code, structure, name, address, note, minutes) join base.structures s on s.code = v.structure;
insert into appointments.hours (desk_id, weekday, starts, ends, capacity)
select d.desk_id, w, h.starts::time, h.ends::time, case d.code when 'relations-usagers' then 2 else 1 end
from appointments.desks d cross join generate_series(1, 5) w cross join (values ('08:30', '12:00'), ('15:00', '17:00')) h (starts, ends)
where not (d.code = 'carrieres' and w in (2, 4)) and not (h.starts = '15:00' and w = 5);
insert into appointments.exceptions (desk_id, day, reason)
select d.desk_id, base_api.add_working_days(current_date, 6), 'Inventaire annuel' from appointments.desks d where d.code = 'carrieres';

with desk as (
	select d.desk_id, d.code from appointments.desks d
), folk as (
	select p.person_id, row_number() over (order by p.person_id) as n from base.persons p join accounts.accounts a using (person_id)
	where exists (select from base.assignments x where x.person_id = p.person_id and x.role_code in ('citizen', 'agent', 'pensioner'))
), days as (
	select base_api.add_working_days(current_date, 0) as today, base_api.add_working_days(current_date, -1) as before, base_api.add_working_days(current_date, 2) as later
), wanted as (
	select s.person_id, k.desk_id, case when s.n % 4 = 0 then y.before when s.n % 4 = 3 then y.later else y.today end as day,
		('08:30'::time + make_interval(mins => ((s.n * 7) % 6)::int * case k.code when 'relations-usagers' then 15 when 'carrieres' then 30 else 20 end)) as at,
		(array['renseignement', 'depot', 'carriere', 'retraite', 'aide'])[1 + s.n % 5] as subject, s.n
	from folk s join desk k on k.code = (array['relations-usagers', 'ddtfp-borgou', 'relations-usagers', 'carrieres'])[1 + s.n % 4] cross join days y
), made as (
	insert into appointments.bookings (desk_id, day, at, person_id, subject_code, state_code, arrived_at, ended_at, made_at)
	select w.desk_id, w.day, w.at, w.person_id, w.subject,
		case when w.day < current_date then case when w.n % 8 = 0 then 'absent' else 'recu' end else 'pris' end,
		case when w.day < current_date and w.n % 8 <> 0 then (w.day + w.at) at time zone 'Africa/Porto-Novo' - interval '6 minutes' end,
		case when w.day < current_date then (w.day + w.at) at time zone 'Africa/Porto-Novo' + interval '12 minutes' end, now() - interval '5 days'
	from wanted w
	returning desk_id, day, at)
insert into appointments.slots (desk_id, day, at, taken) select desk_id, day, at, count(*) from made group by 1, 2, 3;
