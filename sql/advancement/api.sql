-- What the pages of this service ask. Dropped and rebuilt.
drop schema if exists advancement_api cascade;
create schema advancement_api authorization guichet_owner;
reset role;
