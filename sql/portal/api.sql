-- The portal's own reads. Dropped and rebuilt.
drop schema if exists portal_api cascade;
create schema portal_api authorization guichet_owner;
grant usage on schema portal_api to gate, web_public;
set role guichet_owner;

create function portal_api.outbox()
	returns table (made_at timestamptz, channel_code text, recipient text, subject text, body text, state_code text)
	language sql stable security definer set search_path = base, pg_temp
as $$
	select o.made_at, o.channel, o.recipient, o.subject, o.body, o.state_code
	from base.outbox o
	where coalesce((select p.value from base.parameters p where p.name = 'demonstration' and p.valid_from <= current_date), 'false') = 'true'
	order by o.message_id desc limit 100;
$$;
comment on function portal_api.outbox is 'The latest messages, shown on a page in a demonstration only: empty unless the parameter "demonstration" is true.';
revoke execute on function portal_api.outbox from public;
grant execute on function portal_api.outbox to web_public;
reset role;
