-- SMS leave too: their parts, their price, what the operator said of them. An event says why a message was written.
set role guichet_owner;
alter table base.outbox
	add column event_code text not null default 'avis',
	add column minutes    int check (minutes > 0),                  -- worthless after so many; null: no limit of its own
	add column parts      smallint check (parts between 1 and 10),
	add column coding     text check (coding in ('gsm7', 'ucs2')),
	add column cost_fcfa  bigint check (cost_fcfa >= 0),
	add column ended_at   timestamptz;                               -- delivered, refused or expired
alter table base.outbox drop constraint outbox_state_code_check;
alter table base.outbox add constraint outbox_state_code_check check (state_code in ('attente', 'envoye', 'remis', 'refuse', 'expire'));
create index outbox_sms_due on base.outbox (due_at) where state_code = 'attente' and channel = 'sms';
-- Reports that never came, and the figures of a month.
create index outbox_sms_silent on base.outbox (sent_at) where state_code = 'envoye' and channel = 'sms';
create index outbox_month on base.outbox (made_at);

-- What the operator said of an SMS, each kind once.
create schema notify authorization guichet_owner;
create table notify.reports (
	message_id     bigint not null references base.outbox on delete cascade,
	report         smallint not null check (report in (1, 2, 4, 8, 16)),
	detail         text not null default '',
	at             timestamptz not null default now(),
	primary key (message_id, report)
);
reset role;
