-- What the pages of this service ask. Dropped and rebuilt.
drop schema if exists acts_api cascade;
create schema acts_api authorization guichet_owner;
reset role;
