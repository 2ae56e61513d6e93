-- What the pages of this service ask. Dropped and rebuilt.
drop schema if exists certificates_api cascade;
create schema certificates_api authorization guichet_owner;
reset role;
