-- Working days and public holidays: weekends, fixed and movable feasts, leap years, ends of years, both directions.
begin;
grant usage on schema public to web_public, web_self;
select no_plan();

select is(base_api.easter(y), d, 'Easter ' || y) from (values (1818, date '1818-03-22'), (1943, '1943-04-25'), (2000, '2000-04-23'),
	(2024, '2024-03-31'), (2025, '2025-04-20'), (2026, '2026-04-05'), (2027, '2027-03-28'), (2038, '2038-04-25')) v (y, d);

select is((select array_agg(h.day order by h.day) from base_api.holidays_between('2026-01-01', '2026-12-31') h where not h.is_demo),
	array['2026-01-01', '2026-01-08', '2026-01-09', '2026-03-20', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-08-01',
		'2026-08-15', '2026-11-01', '2026-12-25']::date[], 'the holidays of 2026 that are certain');
select is((select array_agg(h.day order by h.day) from base_api.holidays_between('2024-01-01', '2024-01-31') h),
	array['2024-01-01', '2024-01-10']::date[], 'before the law of 2024 the traditional feast is on 10 January');
select is((select array_agg(h.day order by h.day) from base_api.holidays_between('2025-01-01', '2025-01-31') h),
	array['2025-01-01', '2025-01-09', '2025-01-10']::date[], 'after it, the second Friday and the Thursday before');
select is((select array_agg(h.day order by h.day) from base_api.holidays_between('2027-01-01', '2027-01-31') h),
	array['2027-01-01', '2027-01-07', '2027-01-08']::date[], 'January 2027 begins on a Friday: the second one is the 8th');
select ok((select bool_and(h.certainty = 'inconnu') from base_api.holidays_between('2027-01-01', '2027-12-31') h where h.is_demo),
	'what is estimated says so');
select is((select count(*) from base_api.holidays_between('2026-12-25', '2027-01-01')), 2::bigint, 'an interval over the end of a year');
select is((select count(*) from base_api.holidays_between('2026-12-31', '2026-01-01')), 0::bigint, 'an interval upside down holds none');

select is(base_api.add_working_days('2026-11-27', 1), '2026-11-30'::date, 'Friday plus one is Monday');
select is(base_api.add_working_days('2026-11-28', 1), '2026-11-30'::date, 'so is Saturday plus one');
select is(base_api.add_working_days('2026-11-29', 1), '2026-11-30'::date, 'and Sunday plus one');
select is(base_api.add_working_days('2026-11-28', 0), '2026-11-30'::date, 'zero from a Saturday: the next day of work');
select is(base_api.add_working_days('2026-11-27', 0), '2026-11-27'::date, 'zero from a day of work: that day');
select is(base_api.add_working_days('2026-12-24', 1), '2026-12-28'::date, 'Christmas and its weekend are passed over');
select is(base_api.add_working_days('2026-12-31', 1), '2027-01-04'::date, 'New Year too');
select is(base_api.add_working_days('2027-01-06', 1), '2027-01-11'::date, 'Thursday and Friday of January, then the weekend');
select is(base_api.add_working_days('2028-02-28', 1), '2028-02-29'::date, '29 February is a day of work in a leap year');
select is(base_api.add_working_days('2027-02-26', 1), '2027-03-01'::date, 'and does not exist in another');
select is(base_api.add_working_days('2026-11-30', -1), '2026-11-27'::date, 'one day of work before Monday is Friday');
select is(base_api.add_working_days('2026-12-28', -1), '2026-12-24'::date, 'and before the Monday after Christmas, the 24th');
select is(base_api.add_working_days(null, 3), null, 'no day, no answer');

select is(base_api.working_days('2026-11-27', '2026-11-30'), 1, 'Friday to Monday counts one');
select is(base_api.working_days('2026-11-30', '2026-11-30'), 0, 'a day to itself counts none');
select is(base_api.working_days('2026-11-30', '2026-11-27'), -1, 'late by one');
select is(base_api.working_days('2026-12-31', '2027-12-31'), 365 - 104 - 8, 'the days of work of 2027: a feast on a weekend, or two on one day, take no second day');
select is(base_api.working_days(d, base_api.add_working_days(d, n)), n, format('%s and %s days agree', d, n))
from generate_series(date '2024-02-26', date '2024-03-04', interval '1 day') g (day) cross join lateral (select g.day::date as d) x
cross join unnest(array[1, 5, 10, 260]) n;

select is(base_api.day_words('2026-03-03'), '3 mars 2026', 'a date in words');
select is(base_api.day_words('2027-08-01'), '1er août 2027', 'the first of a month');

set local role web_public;
select isnt_empty('select * from base_api.holidays_between(''2026-01-01'', ''2026-12-31'')', 'everybody may read the calendar');
reset role;
set local role web_self;
select throws_ok('insert into base.holidays (name, on_day, source, certainty) values (''x'', ''2026-11-27'', ''x'', ''loi'')', '42501', null, 'nobody adds a holiday from a page');
reset role;
select throws_ok('insert into base.holidays (name, source, certainty) values (''x'', ''x'', ''loi'')', '23514', null, 'a holiday is on some day');
select * from finish();
rollback;
