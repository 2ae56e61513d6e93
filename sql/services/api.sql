-- What pages ask. Dropped and rebuilt.
drop schema if exists services_api cascade;
create schema services_api authorization guichet_owner;
