-- What the pages of this service ask. Dropped and rebuilt.
drop schema if exists pensions_api cascade;
create schema pensions_api authorization guichet_owner;
reset role;
