-- Two accounts of one human are found by birth date (acts_api.humans).
set role guichet_owner;
create index persons_birth_date on base.persons (birth_date) where birth_date is not null;
reset role;
