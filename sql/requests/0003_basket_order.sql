-- A basket goes on after its last line, whatever its length: the order of its lines is one index, requests without a deadline last; what the
-- filters look at rides along, so that no row is read but those that are shown.
set role guichet_owner;
alter table requests.requests add column due_sort date not null generated always as (coalesce(due_on, 'infinity'::date)) stored;
drop index requests.requests_basket, requests.requests_basket_filed;
create index requests_basket on requests.requests (structure_id, basket_code, due_sort, request_id) include (service_id, assigned_to);
create index requests_basket_filed on requests.requests (structure_id, basket_code, filed_at, request_id) include (service_id, assigned_to, due_sort);
reset role;
