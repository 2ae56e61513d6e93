-- Every night, what the country's departures will cost.
set role guichet_owner;
insert into base.recurring (kind, every) values ('cohorts.estimate', 'jour') on conflict (kind) do nothing;
reset role;
