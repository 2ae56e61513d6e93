-- What a state says to the person, and who may make a move that is not of the desk that holds the file.
set role guichet_owner;
alter table pensions.states add column next text not null default '';          -- what happens now, in words of the person
alter table pensions.states add column notice text;                             -- what he is told when the file comes there; null: nothing
alter table pensions.state_moves add column role_code text references base.roles on delete restrict;    -- null: that of the desk that holds it
create index on pensions.state_moves (role_code) where role_code is not null;
reset role;
