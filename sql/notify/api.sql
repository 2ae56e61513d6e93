-- How the worker empties the outbox: take, then sent, failed or refuse. Dropped and rebuilt.
--
-- Taking a message is a lease: its due_at moves five minutes ahead before it leaves, so that a worker that dies gives it
-- back by dying, and two workers never send the same one. `tries` tells the holders of successive leases apart: the word
-- of a former holder about a failure no longer counts.
drop schema if exists notify_api cascade;
create schema notify_api authorization guichet_owner;
grant usage on schema notify_api to gate, worker, web_machine;
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

create function notify_api.setting(name text, otherwise numeric) returns numeric
	language sql stable security definer set search_path = base, pg_temp
as $$
	select coalesce((select (p.value #>> '{}')::numeric from parameters p
		where p.name = setting.name and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
		order by p.valid_from desc limit 1), otherwise);
$$;
comment on function notify_api.setting is 'A number among the dated parameters, as it holds today.';
revoke execute on function notify_api.setting from public;

create function notify_api.take(way text, most int)
	returns table (message_id bigint, made_at timestamptz, recipient text, subject text, body text, tries int, minutes bigint)
	language sql volatile security definer set search_path = base, pg_temp
as $$
	with lost as materialized (
		select o.message_id from outbox o
		where o.state_code = 'attente' and o.channel = way and o.due_at <= now() and (o.tries >= 8 or o.made_at + make_interval(mins => o.minutes) < now())
		limit 100 for update skip locked
	)
	update outbox o set state_code = case when o.tries >= 8 then 'refuse' else 'expire' end, ended_at = now(),
		error = coalesce(o.error, case when o.tries >= 8 then 'huit essais interrompus' else 'trop tard pour être utile' end)
	from lost where o.message_id = lost.message_id;
	with due as materialized (
		select o.message_id from outbox o
		where o.state_code = 'attente' and o.channel = way and o.due_at <= now() and o.tries < 8
			and not notify_api.is_demonstration()
		order by o.due_at limit take.most for update skip locked
	)
	update outbox o set tries = o.tries + 1, due_at = now() + interval '5 minutes'
	from due where o.message_id = due.message_id
	returning o.message_id, o.made_at, o.recipient, o.subject, o.body, o.tries,
		greatest(1, coalesce(o.minutes, 1440) - floor(extract(epoch from now() - o.made_at) / 60))::bigint;
$$;
comment on function notify_api.take is 'Leases the messages of one channel that are due, oldest first, for five minutes; one that was leased eight times without an outcome, or that nobody needs any more, is given up.';
revoke execute on function notify_api.take from public;
grant execute on function notify_api.take to worker;

create function notify_api.rest(way text, out wait bigint, out pause bigint)
	language sql volatile security definer set search_path = base, pg_temp
as $$
	select case when notify_api.is_demonstration() then 15000
		else least(15000, greatest(0, coalesce(ceil(extract(epoch from min(o.due_at) - clock_timestamp()) * 1000), 15000)))::bigint end,
		least(15000, extract(epoch from notify_api.retry_delay(1)) * 1000)::bigint
	from outbox o where o.state_code = 'attente' and o.channel = way;
$$;
comment on function notify_api.rest is 'Milliseconds until the next message of a channel is due, and how long to leave a server that is away alone; 15,000 at most.';
revoke execute on function notify_api.rest from public;
grant execute on function notify_api.rest to worker;

create function notify_api.sent(message bigint, parts int, coding text) returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	update outbox o set state_code = 'envoye', sent_at = coalesce(o.sent_at, now()), error = null, parts = sent.parts, coding = sent.coding,
		cost_fcfa = case when o.channel = 'sms' then ceil(sent.parts * notify_api.setting('sms.part_fcfa', 0)) end
	where o.message_id = message and o.state_code in ('attente', 'expire');
	-- A report that was quicker than this word has said how it ended: only what it cost was not known.
	update outbox o set parts = sent.parts, coding = sent.coding, cost_fcfa = ceil(sent.parts * notify_api.setting('sms.part_fcfa', 0))
	where o.message_id = message and o.channel = 'sms' and o.parts is null;
$$;
comment on function notify_api.sent is 'The server took this message; true whoever holds the lease now. An SMS has its parts, and costs what a part costs that day.';
revoke execute on function notify_api.sent from public;
grant execute on function notify_api.sent to worker;

create function notify_api.unsure(message bigint, try int, why text) returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	update outbox o set error = left(why, 300), due_at = now() + make_interval(secs => notify_api.setting('notify.unsure_seconds', 600)::float8)
	where o.message_id = message and o.tries = try and o.state_code = 'attente';
$$;
comment on function notify_api.unsure is 'The gateway fell silent: the message rests until a delivery report had time to say that it left.';
revoke execute on function notify_api.unsure from public;
grant execute on function notify_api.unsure to worker;

create function notify_api.report(message bigint, report int, detail text) returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	insert into notify.reports (message_id, report, detail)
	select o.message_id, report.report, left(report.detail, 200) from outbox o where o.message_id = report.message and o.channel = 'sms'
	on conflict do nothing;
	-- 8: the operator has it; 1: delivered; 2: not delivered; 16: the operator refused it; 4: it waits there. The first end is the end.
	update outbox o set
		state_code = case report.report when 1 then 'remis' when 2 then case when report.detail ~* 'expired' then 'expire' else 'refuse' end
			when 16 then 'refuse' else 'envoye' end,
		sent_at = coalesce(o.sent_at, now()),
		ended_at = case when report.report in (1, 2, 16) then now() end,
		error = case when report.report in (2, 16) then left(nullif(report.detail, ''), 300) end
	where o.message_id = report.message and o.channel = 'sms' and o.state_code in ('attente', 'envoye')
		and not (report.report in (4, 8) and o.state_code = 'envoye');
$$;
comment on function notify_api.report is 'What the operator says became of an SMS; said twice, it counts once, and nothing follows an end.';
revoke execute on function notify_api.report from public;
grant execute on function notify_api.report to web_machine;

create function notify_api.retain() returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	update outbox o set state_code = 'expire', ended_at = now(), error = 'aucun accusé de réception'
	where o.channel = 'sms' and o.state_code = 'envoye' and o.sent_at < now() - make_interval(hours => notify_api.setting('notify.silent_hours', 72)::int);
$$;
comment on function notify_api.retain is 'An SMS of which nothing was heard for three days is counted as expired. Run hourly.';
revoke execute on function notify_api.retain from public;

create function notify_api.failed(message bigint, try int, why text) returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	update outbox o set error = left(why, 300), due_at = now() + notify_api.retry_delay(try),
		state_code = case when try >= 8 then 'refuse' else 'attente' end, ended_at = case when try >= 8 then now() end
	where o.message_id = message and o.tries = try and o.state_code = 'attente';
$$;
comment on function notify_api.failed is 'This try failed for a passing reason: the message rests, or is given up after the eighth.';
revoke execute on function notify_api.failed from public;
grant execute on function notify_api.failed to worker;

create function notify_api.refuse(message bigint, try int, why text) returns void
	language sql volatile security definer set search_path = base, pg_temp
as $$
	update outbox o set error = left(why, 300), state_code = 'refuse', ended_at = now()
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
