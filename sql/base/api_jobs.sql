-- Jobs: what a runner asks of base.jobs. Dropped and rebuilt. A runner takes a job by writing its number of tries: that number
-- is the lease, and whoever shows an older one has lost it. A job that was not heard of for a minute is taken again; after
-- three tries it is given up, in words.
drop schema if exists job_api cascade;
create schema job_api authorization guichet_owner;
grant usage on schema job_api to worker;
set role guichet_owner;

create function job_api.wake() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform pg_notify('jobs', '');
	return null;
end $$;
comment on function job_api.wake is 'Wakes the runners when a job was put.';
create or replace trigger wake after insert on base.jobs for each statement execute function job_api.wake();

create function job_api.put(kind text, person bigint, input jsonb) returns bigint
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	insert into base.jobs (kind, person_id, input) values (put.kind, put.person, put.input) returning job_id;
$$;
comment on function job_api.put is 'Puts a job; called by the functions of services only.';

create function job_api.take(kinds text[], alone text[]) returns table (job_id bigint, kind text, input text, person_id bigint, tries int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update base.jobs j set state_code = 'echec', ended_at = now(), error = 'job.lost'
	where j.state_code = 'cours' and j.seen_at < now() - interval '60 seconds' and j.tries >= 3 and j.kind = any (kinds);
	return query
	update base.jobs j set state_code = 'cours', tries = j.tries + 1, started_at = now(), seen_at = now(), done = 0, error = null
	where j.job_id = (
		select w.job_id from base.jobs w
		where w.kind = any (kinds) and w.due_at <= now()
			and (w.state_code = 'attente' or (w.state_code = 'cours' and w.seen_at < now() - interval '60 seconds'))
			and not (w.kind = any (alone) and exists (select from base.jobs r where r.kind = any (alone) and r.job_id <> w.job_id
				and r.state_code = 'cours' and r.seen_at >= now() - interval '60 seconds'))
		order by w.due_at, w.job_id
		limit 1
		for update skip locked)
	returning j.job_id, j.kind, j.input::text, j.person_id, j.tries;
end $$;
comment on function job_api.take is 'The next job of these kinds, or none; of the kinds in `alone` one runs at a time.';

create function job_api.beat(job bigint, try int, done bigint, total bigint) returns boolean
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	with beaten as (
		update base.jobs j set seen_at = now(), done = beat.done, total = nullif(beat.total, 0)
		where j.job_id = beat.job and j.tries = beat.try and j.state_code = 'cours' returning 1
	) select exists (select from beaten);
$$;
comment on function job_api.beat is 'Says that the job is alive and how far it is; false when it was taken by another.';

create function job_api.done(job bigint, try int, result jsonb) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update base.jobs j set state_code = 'fait', ended_at = clock_timestamp(), seen_at = clock_timestamp(), done = coalesce(j.total, j.done), result = done.result
	where j.job_id = done.job and j.tries = done.try and j.state_code = 'cours';
	if not found then
		raise exception using errcode = 'GU409', message = 'job.taken';
	end if;
end $$;
comment on function job_api.done is 'Ends a job, in the transaction of what it wrote: a lease that was lost writes nothing.';

create function job_api.give_back(job bigint, try int, why text, is_final boolean, counts boolean) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	update base.jobs j set error = give_back.why, seen_at = now(),
		state_code = case when is_final or (counts and j.tries >= 3) then 'echec' else 'attente' end,
		ended_at = case when is_final or (counts and j.tries >= 3) then now() end,
		tries = case when counts then j.tries else j.tries - 1 end,
		due_at = case when counts then now() + make_interval(secs => 5 * j.tries) else now() end
	where j.job_id = give_back.job and j.tries = give_back.try and j.state_code = 'cours';
$$;
comment on function job_api.give_back is 'A job that could not be done: tried again a little later, or given up; a runner that stops gives it back without counting the try.';

create function job_api.stop(pid int) returns boolean
	language sql volatile
	as $$ select pg_cancel_backend(stop.pid) $$;
comment on function job_api.stop is 'Interrupts a statement of the same role: a runner that is asked to stop does not wait for it.';

create function job_api.every_hour() returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	insert into base.jobs (kind)
	select 'base.hourly' where pg_try_advisory_xact_lock(7116114)
		and not exists (select from base.jobs j where j.kind = 'base.hourly' and j.made_at > now() - interval '1 hour');
$$;
comment on function job_api.every_hour is 'Puts the job of every hour when the last one was put an hour ago, whoever asks and however often.';

revoke execute on all functions in schema job_api from public;
grant execute on function job_api.every_hour, job_api.take, job_api.beat, job_api.done, job_api.give_back, job_api.stop to worker;
reset role;
