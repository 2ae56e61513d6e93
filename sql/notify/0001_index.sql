-- E-mail that waits. Waiting SMS stand in the same table and must not be walked over to find it.
set role guichet_owner;
create index outbox_email_due on base.outbox (due_at) where state_code = 'attente' and channel = 'email';
reset role;
