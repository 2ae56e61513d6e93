-- What the pages of this service ask. Dropped and rebuilt.
drop schema if exists archive_api cascade;
create schema archive_api authorization guichet_owner;
reset role;
