-- Partners are managed by an administrator: suspended and admitted again, their keys shown once, renamed by their beginning only.
set role guichet_owner;
alter table channels.partners add column suspended_at timestamptz, add column suspended_why text check (length(suspended_why) between 3 and 200),
	add constraint partners_suspended check ((suspended_at is null) = (suspended_why is null));
alter table channels.partner_tokens add column token_id bigint generated always as identity, add column begins text not null default '' check (length(begins) <= 12),
	add column made_by bigint references base.persons on delete set null, add column made_at timestamptz not null default now();
create unique index on channels.partner_tokens (token_id);
create index on channels.partner_tokens (made_by);
reset role;
