-- What the pages of this service ask. Dropped and rebuilt.
drop schema if exists verify_api cascade;
create schema verify_api authorization guichet_owner;
reset role;
