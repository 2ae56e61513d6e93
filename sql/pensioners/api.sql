-- What the pages of this service ask. Dropped and rebuilt.
drop schema if exists pensioners_api cascade;
create schema pensioners_api authorization guichet_owner;
grant usage on schema pensioners_api to gate, worker;
