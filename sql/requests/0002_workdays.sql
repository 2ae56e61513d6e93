-- The working days of the administration, numbered, from the rules of base.holidays: a clock that runs in a million requests counts by two
-- look-ups instead of working the calendar out each time. Written by requests_api.number_days, from the holidays as they stand.
set role guichet_owner;
create table requests.workdays (
	day             date primary key,
	no              int not null,                               -- days of work up to and with this day
	is_work         boolean not null
);
create unique index on requests.workdays (no) where is_work;
grant select on requests.workdays to web_public, web_requester, web_desk, worker;
reset role;
