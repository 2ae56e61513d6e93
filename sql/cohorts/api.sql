-- What the pages of this service ask. Dropped and rebuilt.
drop schema if exists cohorts_api cascade;
create schema cohorts_api authorization guichet_owner;
grant usage on schema cohorts_api to gate, worker;
