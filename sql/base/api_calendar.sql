-- The calendar of the administration: public holidays, working days, dates in words. Rebuilt after api.sql.
set role guichet_owner;

-- The Gregorian computation of Meeus, Jones and Butcher (Meeus, Astronomical Algorithms, chapter 8).
create function base_api.easter(year int) returns date
	language sql immutable strict parallel safe
	begin atomic
		with a as (
			select easter.year % 19 as a, easter.year / 100 as b, easter.year % 100 as c
		), d as (
			select a.a, a.b, a.c, (19 * a.a + a.b - a.b / 4 - (a.b - (a.b + 8) / 25 + 1) / 3 + 15) % 30 as h from a
		), l as (
			select d.*, (32 + 2 * (d.b % 4) + 2 * (d.c / 4) - d.h - d.c % 4) % 7 as l from d
		), n as (
			select l.h + l.l - 7 * ((l.a + 11 * l.h + 22 * l.l) / 451) + 114 as n from l
		)
		select make_date(easter.year, n.n / 31, n.n % 31 + 1) from n;
	end;
comment on function base_api.easter is 'Easter Sunday of a year, 1583 to 9999.';

create function base_api.holidays_between(first_day date, last_day date) returns table (day date, name text, source text, certainty text,
	is_demo boolean)
	language sql stable
	begin atomic
		select d.day, h.name, h.source, h.certainty, h.is_demo
		from base.holidays h
		cross join lateral (
			select h.on_day as day where h.on_day is not null
			union all
			select case
				when h.day is not null and h.day <= extract(day from make_date(y.year, h.month, 1) + interval '1 month - 1 day')
					then make_date(y.year, h.month, h.day)
				when h.easter_days is not null then base_api.easter(y.year) + h.easter_days
				when h.nth is not null then make_date(y.year, h.month, 1)
					+ (h.weekday - extract(isodow from make_date(y.year, h.month, 1))::int + 7) % 7 + 7 * (h.nth - 1) + h.shift_days end
			from generate_series(extract(year from holidays_between.first_day)::int, extract(year from holidays_between.last_day)::int) y (year)
			where h.on_day is null
		) d
		where d.day between holidays_between.first_day and holidays_between.last_day
			and d.day >= h.valid_from and (h.valid_to is null or d.day < h.valid_to)
		order by d.day, h.name;
	end;
comment on function base_api.holidays_between is 'Public holidays from one day to another, both included, each with its source and how sure it is.';

create function base_api.working_days_between(first_day date, last_day date) returns table (day date)
	language sql stable
	begin atomic
		select g.day::date
		from generate_series(working_days_between.first_day::timestamp, working_days_between.last_day::timestamp, interval '1 day') g (day)
		where extract(isodow from g.day) < 6
			and not exists (select from base_api.holidays_between(working_days_between.first_day, working_days_between.last_day) h
				where h.day = g.day::date);
	end;
comment on function base_api.working_days_between is 'Days of work from one day to another, both included: Monday to Friday but public holidays.';

create function base_api.working_days(from_day date, to_day date) returns int
	language sql stable strict
	begin atomic
		select case when to_day >= from_day then (select count(*)::int from base_api.working_days_between(from_day + 1, to_day))
			else -(select count(*)::int from base_api.working_days_between(to_day + 1, from_day)) end;
	end;
comment on function base_api.working_days is 'Days of work after the first day, up to and with the second; negative when the second comes before.';

create function base_api.add_working_days(day date, n int) returns date
	language sql stable strict
	begin atomic
		select case
			when n > 0 then (select w.day from base_api.working_days_between(add_working_days.day + 1, add_working_days.day + 40 + 2 * n) w
				order by w.day offset n - 1 limit 1)
			when n < 0 then (select w.day from base_api.working_days_between(add_working_days.day - 40 + 2 * n, add_working_days.day - 1) w
				order by w.day desc offset -n - 1 limit 1)
			else (select min(w.day) from base_api.working_days_between(add_working_days.day, add_working_days.day + 40) w) end;
	end;
comment on function base_api.add_working_days is 'The nth day of work after a day (before it, when n is negative); with 0 that day, or the next day of work.';

-- In plpgsql: written once in each sentence of a list, they would be planned at each call in SQL.
create function base_api.month_words(month date) returns text
	language plpgsql immutable strict parallel safe
as $$
begin
	return (array['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'])
		[extract(month from month)::int] || ' ' || extract(year from month)::int;
end $$;
comment on function base_api.month_words is 'The month of a date as people read it: mars 2026.';

create function base_api.day_words(day date) returns text
	language plpgsql immutable strict parallel safe
as $$
begin
	return case when extract(day from day) = 1 then '1er' else extract(day from day)::int::text end || ' ' || base_api.month_words(day);
end $$;
comment on function base_api.day_words is 'A date as people read it: 3 mars 2026, 1er avril 2027.';

grant execute on function base_api.easter, base_api.holidays_between, base_api.working_days_between, base_api.working_days,
	base_api.add_working_days, base_api.day_words, base_api.month_words to web_public, web_door, web_pending, web_member, worker;
reset role;
