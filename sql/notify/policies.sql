-- The outbox is read and written through notify_api alone (api.sql): the worker has no right on the table itself.
revoke all on base.outbox from worker;
