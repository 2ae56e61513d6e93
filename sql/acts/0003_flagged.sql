-- How many lines bore a remark when a draft entered its circuit: the tray shows it without applying the rules to each act again.
set role guichet_owner;
alter table acts.drafts add column flagged_count int not null default 0;
reset role;
