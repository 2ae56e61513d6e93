-- What the pages of this service ask. Dropped and rebuilt.
drop schema if exists payroll_api cascade;
create schema payroll_api authorization guichet_owner;
grant usage on schema payroll_api to gate, worker;
