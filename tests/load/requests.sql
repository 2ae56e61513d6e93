-- A million requests for measuring, in one go, without the pages' functions: run it on a database of its own.
--   psql "$GUICHET_OWNER_DSN" -v n=1000000 -f tests/load/requests.sql
\set ON_ERROR_STOP on
set role guichet_owner;
set jit = off;
alter table requests.requests no force row level security;
alter table requests.steps no force row level security;
-- desks that treat requests, services, and states in the proportions of an office that keeps up
reset role;
create temporary table desk as select row_number() over (order by structure_id) - 1 as i, structure_id, rank from base.structures
	where kind in ('service', 'division', 'structure', 'direction_technique', 'direction_departementale') and closed_on is null;
create temporary table svc as select row_number() over (order by service_id) - 1 as i, service_id, sheet_id, coalesce(days, 10) as days from services.services;
create temporary table who as select row_number() over (order by person_id) - 1 as i, person_id, family_name || ' ' || given_names as name from base.persons;
grant select on desk, svc, who to guichet_owner;
set role guichet_owner;
select count(*) as desks from desk \gset
select count(*) as svcs from svc \gset
select count(*) as whos from who \gset
insert into requests.requests (number, service_id, sheet_id, person_id, requester_name, structure_id, structure_rank, state_code, basket_code, days, days_used, clock_since, due_on,
	filed_at, changed_at, closed_at)
select 'REQ' || requests_api.padded(nextval('requests.numbers')), svc.service_id, svc.sheet_id, who.person_id, who.name, desk.structure_id, desk.rank, st.state_code, st.basket_code, svc.days,
	case when st.turn_code = 'fini' then g.n % 40 else g.n % 7 end, case when st.turn_code = 'nous' then current_date - (g.n % 20)::int end,
	case when st.turn_code = 'nous' then current_date + (g.n % 30)::int - 10 end, now() - (g.n % 365) * interval '1 day', now() - (g.n % 365) * interval '1 day',
	case when st.turn_code = 'fini' then now() - (g.n % 300) * interval '1 day' end
from generate_series(1::bigint, :n) g (n)
join desk on desk.i = (g.n * 7919) % :desks join svc on svc.i = (g.n * 104729) % :svcs join who on who.i = (g.n * 15485863) % :whos
join requests.states st on st.state_code = (array['finalisee', 'finalisee', 'finalisee', 'finalisee', 'finalisee', 'finalisee', 'finalisee', 'rejetee', 'retiree', 'instruction', 'nouvelle',
	'attente', 'corrigee', 'signature', 'visa', 'finalisee', 'finalisee', 'finalisee', 'finalisee', 'finalisee'])[1 + (g.n * 31) % 20];
insert into requests.steps (request_id, step_no, kind_code, label, structure_id, days, in_on, out_on, days_taken)
select r.request_id, 1, 'instruction', 'Étude', r.structure_id, r.days, r.filed_at, r.closed_at, case when r.closed_at is not null then r.days_used end
from requests.requests r on conflict do nothing;
alter table requests.requests force row level security;
alter table requests.steps force row level security;
reset role;
vacuum (analyze) requests.requests, requests.steps, requests.basket_counts;
