-- What a visitor gives as his contact is his only once he has read a code there.
set role guichet_owner;
create table requests.contact_checks (
	draft_id        bigint primary key references requests.drafts on delete cascade,
	kind_code       text not null check (kind_code in ('email', 'phone')),
	typed           text not null check (length(typed) <= 254),                    -- as the form has it: another one is checked anew
	value           text not null,                                                 -- where messages go
	code_hash       bytea check (length(code_hash) = 32),                          -- null: used, or dead after too many tries
	tries           smallint not null default 0,
	sent_at         timestamptz not null default now(),
	verified_at     timestamptz
);
reset role;
