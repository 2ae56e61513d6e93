-- What pages ask. Dropped and rebuilt.
drop schema if exists requests_api cascade;
create schema requests_api authorization guichet_owner;
