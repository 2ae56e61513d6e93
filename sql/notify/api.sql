-- How the worker empties the outbox: take, then sent, failed or refuse. Dropped and rebuilt.
--
-- Taking a message is a lease: its due_at moves five minutes ahead before it leaves, so that a worker that dies gives it
-- back by dying, and two workers never send the same one. `tries` tells the holders of successive leases apart: the word
-- of a former holder about a failure no longer counts.
drop schema if exists notify_api cascade;
create schema notify_api authorization guichet_owner;
grant usage on schema notify_api to worker;
set role guichet_owner;

create function notify_api.is_demonstration() returns boolean
	language sql stable security definer set search_path = base, pg_temp
as $$
	select coalesce((select p.value = 'true'::jsonb from parameters p
		where p.name = 'demonstration' and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
		order by p.valid_from desc limit 1), false);
$$;
comment on function notify_api.is_demonstration is 'Whether the persons in this base are invented: then nothing leaves it.';
revoke execute on function notify_api.is_demonstration from public;
grant execute on function notify_api.is_demonstration to worker;

create function notify_api.retry_delay(tries int) returns interval
	language sql stable security definer set search_path = base, pg_temp
as $$
	select make_interval(secs => coalesce((select (p.value #>> '{}')::float8 from parameters p
			where p.name = 'notify.retry_seconds' and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
			order by p.valid_from desc limit 1), 60)
		* case tries when 1 then 1 when 2 then 5 when 3 then 15 else 60 end);
$$;
comment on function notify_api.retry_delay is 'How long a message rests after its nth failure: 1, 5, 15, then 60 times the parameter notify.retry_seconds.';
revoke execute on function notify_api.retry_delay from public;

create function notify_api.take(most int)
	returns table (message_id bigint, made_at timestamptz, recipient text, subject text, body text, tries int)
	language sql volatile security definer set search_path = base, pg_temp
as $$
	with lost as materialized (
		select o.message_id from outbox o
		where o.state_code = 'attente' and o.channel = 'email' and o.due_at <= now() and o.tries >= 8
		limit 100 for update skip locked
	)
	update outbox o set state_code = 'refuse', error = coalesce(o.error, 'huit essais interrompus')
	from lost where o.message_id = lost.message_id;
	with due as materialized (
		select o.message_id from outbox o
		where o.state_code = 'attente' and o.channel = 'email' and o.due_at <= now() and o.tries < 8
			and not notify_api.is_demonstration()
		order by o.due_at limit take.most for update skip locked
	)
	update outbox o set tries = o.tries + 1, due_at = now() + interval '5 minutes'
	from due where o.message_id = due.message_id
	returning o.message_id, o.made_at, o.recipient, o.subject, o.body, o.tries;
$$;
comment on function notify_api.take is 'Leases the e-mails that are due, oldest first, for five minutes; one that was leased eight times without an outcome is given up.';
revoke execute on function notify_api.take from public;
grant execute on function notify_api.take to worker;

create function notify_api.rest(out wait bigint, out pause bigint)
	language sql volatile security definer set search_path = base, pg_temp
as $$
	select case when notify_api.is_demonstration() then 15000
		else least(15000, greatest(0, coalesce(ceil(extract(epoch from min(o.due_at) - clock_timestamp()) * 1000), 15000)))::bigint end,
		least(15000, extract(epoch from notify_api.retry_delay(1)) * 1000)::bigint
	from outbox o where o.state_code = 'attente' and o.channel = 'email';
$$;
comment on function notify_api.rest is 'Milliseconds until the next e-mail is due, and how long to leave a mail server that is away alone; 15,000 at most.';
revoke execute on function notify_api.rest from public;
grant execute on function notify_api.rest to worker;

create function notify_api.sent(message bigint) returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	update outbox o set state_code = 'envoye', sent_at = now(), error = null
	where o.message_id = message and o.state_code <> 'envoye';
$$;
comment on function notify_api.sent is 'The mail server took this message; true whoever holds the lease now.';
revoke execute on function notify_api.sent from public;
grant execute on function notify_api.sent to worker;

create function notify_api.failed(message bigint, try int, why text) returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	update outbox o set error = left(why, 300), due_at = now() + notify_api.retry_delay(try),
		state_code = case when try >= 8 then 'refuse' else 'attente' end
	where o.message_id = message and o.tries = try and o.state_code = 'attente';
$$;
comment on function notify_api.failed is 'This try failed for a passing reason: the message rests, or is given up after the eighth.';
revoke execute on function notify_api.failed from public;
grant execute on function notify_api.failed to worker;

create function notify_api.refuse(message bigint, try int, why text) returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	update outbox o set error = left(why, 300), state_code = 'refuse'
	where o.message_id = message and o.tries = try and o.state_code = 'attente';
$$;
comment on function notify_api.refuse is 'This message will never be accepted, for the reason kept with it.';
revoke execute on function notify_api.refuse from public;
grant execute on function notify_api.refuse to worker;

create function notify_api.wake() returns trigger
	language plpgsql volatile security definer set search_path = base, pg_temp
as $$
begin
	notify outbox;
	return null;
end $$;
comment on function notify_api.wake is 'Whoever leaves a message in the outbox wakes the workers when his transaction commits.';
revoke execute on function notify_api.wake from public;
create or replace trigger wake after insert on base.outbox for each statement execute function notify_api.wake();
reset role;
