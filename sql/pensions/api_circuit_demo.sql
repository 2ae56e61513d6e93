-- The history of a demonstration: files that have gone some way before today. Nothing here does anything outside of one.
set role guichet_owner;

create function pensions_api.is_demonstration() returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select exists (select from base.parameters p where p.name = 'demonstration') $$;
comment on function pensions_api.is_demonstration is 'Whether this database was filled by guichet demo.';

-- input: of the job that computed the file: {"file", "goal": the state it should have reached, "days_ago": of the signature}.
create function pensions_api.demo_advance(input jsonb) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f     pensions.files;
	ago   int := coalesce((input ->> 'days_ago')::int, 0);
	mark  bigint := (select coalesce(max(o.message_id), 0) from base.outbox o);
	s     record;
	n     int := 0;
begin
	if not input ? 'goal' or not pensions_api.is_demonstration() then
		return;
	end if;
	select x.* into f from pensions.files x where x.file_id = (input ->> 'file')::bigint and x.state_code in ('liquidation', 'controle') for update;
	if not found or exists (select from pensions_api.latest(f.file_id) l where not (l.is_complete and l.is_entitled)) then
		return;
	end if;
	if f.state_code = 'controle' then                              -- career and pay agree: the portal was the second hand, in its time
		update pensions.events e set at = now() - make_interval(days => ago + 16) where e.file_id = f.file_id and (e.what = 'Liquidée automatiquement' or e.state_code = 'controle');
		update pensions.approvals a set at = now() - make_interval(days => ago + 16) where a.file_id = f.file_id and a.step_code = 'liquidation' and a.void_at is null;
		n := 16;
	end if;
	for s in select v.* from (values (1, 'liquidation', 'controle', 'pensions.liquidation@exemple.bj', 16), (2, 'controle', 'signature', 'pensions.controle@exemple.bj', 9),
			(3, 'signature', 'scellement', 'pensions.chef@exemple.bj', 0)) v (n, step, next, login, before) order by v.n loop
		exit when f.state_code = input ->> 'goal';
		continue when f.state_code <> s.step;
		insert into pensions.approvals (file_id, step_code, person_id, content_hash, at)
		select f.file_id, s.step, l.person_id, pensions_api.content_hash(f.file_id), now() - make_interval(days => ago + s.before) from accounts.logins l where l.login = s.login;
		perform pensions_api.move(f.file_id, s.next, (select l.person_id from accounts.logins l where l.login = s.login), '');
		update pensions.events e set at = now() - make_interval(days => ago + s.before)
		where e.event_id = (select max(x.event_id) from pensions.events x where x.file_id = f.file_id);
		select x.* into f from pensions.files x where x.file_id = f.file_id;
		n := s.before;
	end loop;
	update pensions.events e set at = now() - make_interval(days => ago + 18) where e.file_id = f.file_id and e.what = 'Pension calculée';
	update pensions.files x set desk_since = now() - make_interval(days => ago + n),
		due_on = (select base_api.add_working_days(current_date - ago - n, t.days::int) from pensions.states t where t.state_code = x.state_code and not t.is_over)
	where x.file_id = f.file_id and x.state_code <> 'liquidation';
	delete from base.outbox o where o.message_id > mark and o.person_id = (select a.person_id from career.agents a where a.agent_id = f.agent_id);
	if f.state_code = 'scellement' then
		update pensions.files x set seal_job_id = job_api.put('pensions.seal', null, jsonb_build_object('file', f.file_id, 'days_ago', ago)) where x.file_id = f.file_id;
	end if;
end $$;
comment on function pensions_api.demo_advance is 'Of a demonstration only: the hands of the past, on the computation just made, up to the state asked.';

create function pensions_api.demo_paid(file bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f    pensions.files;
	mark bigint := (select coalesce(max(o.message_id), 0) from base.outbox o);
begin
	select x.* into f from pensions.files x where x.file_id = demo_paid.file and x.state_code = 'remise' and x.notified_on < current_date - 20;
	if not found or not pensions_api.is_demonstration() then
		return;
	end if;
	update pensions.transfers t set acknowledged_at = f.notified_on + interval '6 days', answered_on = f.notified_on + 6,
		reference = case t.body_code when 'TRESOR' then 'DGTCP/' else 'DGB/FNRB/' end || extract(year from f.notified_on)::int || '-' || (400 + f.file_id % 500) where t.file_id = f.file_id;
	perform pensions_api.move(f.file_id, 'paiement', null, '');
	update pensions.files x set first_payment_on = greatest((date_trunc('month', f.notified_on) + interval '1 month')::date, f.leave_on), booklet_on = f.notified_on + 12, desk_since = f.notified_on + 12,
		closed_at = f.notified_on + 12 where x.file_id = f.file_id;
	update pensions.events e set at = f.notified_on + case e.state_code when 'paiement' then interval '12 days 11 hours' when 'remise' then interval '20 hours 1 minute' else interval '20 hours' end
	where e.file_id = f.file_id and (e.state_code in ('remise', 'paiement') or e.what = 'Livret numéroté et scellé');
	-- What happened is read in the order of its rows: a past that was told in another order is written again.
	with told as (delete from pensions.events e where e.file_id = f.file_id returning e.*)
	insert into pensions.events (file_id, at, person_id, state_code, what, note, is_internal) select t.file_id, t.at, t.person_id, t.state_code, t.what, t.note, t.is_internal from told t order by t.at, t.event_id;
	delete from base.outbox o where o.message_id > mark and o.person_id = (select a.person_id from career.agents a where a.agent_id = f.agent_id);
end $$;
comment on function pensions_api.demo_paid is 'Of a demonstration only: a booklet of the past is in payment.';

revoke execute on function pensions_api.is_demonstration, pensions_api.demo_advance, pensions_api.demo_paid from public;
grant execute on function pensions_api.demo_advance, pensions_api.demo_paid to worker;
reset role;
