-- A quarter in one go: how many files, how many ready, what the others wait for; the batch that computes them, and the list that the chief signs.
set role guichet_owner;

create function pensions_api.quarter_files(quarter date) returns setof pensions.files
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.* from pensions.files f
	where f.leave_on >= quarter_files.quarter and f.leave_on < quarter_files.quarter + interval '3 months' and f.kind_code <> 'reversion'
		and f.structure_rank <@ (select s.ranks from base.my_spans s);
$$;
comment on function pensions_api.quarter_files is 'The files of the leavers of a quarter, in the reach of who asks.';

create function pensions_api.lots_quarters() returns table (quarter date, quarter_words text, files int, open_files int, is_past boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select q.quarter, extract(quarter from q.quarter)::int || case when extract(quarter from q.quarter) = 1 then 'er' else 'e' end || ' trimestre ' || extract(year from q.quarter)::int, q.files, q.open_files,
		q.quarter < date_trunc('quarter', current_date)::date
	from (select date_trunc('quarter', f.leave_on)::date as quarter, count(*)::int as files, (count(*) filter (where f.closed_at is null))::int as open_files
		from pensions.files f where f.kind_code <> 'reversion' and f.structure_rank <@ (select s.ranks from base.my_spans s)
		group by 1) q order by q.quarter desc limit 24;
$$;
comment on function pensions_api.lots_quarters is 'The quarters in which somebody leaves, newest first.';

create function pensions_api.lots_summary(quarter date) returns table (quarter date, quarter_words text, until_date date, files int, to_compute int, computed int, automatic int, waiting int, missing int, to_certify int, to_control int, to_sign int,
	sealing int, done int, may_launch boolean, some_ready boolean, some_waiting boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select lots_summary.quarter, extract(quarter from lots_summary.quarter)::int || case when extract(quarter from lots_summary.quarter) = 1 then 'er' else 'e' end || ' trimestre '
			|| extract(year from lots_summary.quarter)::int, (lots_summary.quarter + interval '3 months')::date - 1, count(*)::int,
		(count(*) filter (where f.state_code = 'liquidation' and l.complete is null))::int, (count(*) filter (where f.state_code = 'liquidation' and l.complete))::int,
		(count(*) filter (where f.is_automatic))::int, (count(*) filter (where f.state_code = 'liquidation' and not l.complete))::int,
		(count(*) filter (where f.state_code in ('ouvert', 'archives', 'attente_agent')))::int, (count(*) filter (where f.state_code = 'etat_services'))::int,
		(count(*) filter (where f.state_code = 'controle'))::int, (count(*) filter (where f.state_code = 'signature'))::int, (count(*) filter (where f.state_code = 'scellement'))::int,
		(count(*) filter (where f.state_code in ('remise', 'paiement')))::int,
		coalesce((select bool_or(acts_api.holds(pensions_api.me(), 'pension_officer', f2.structure_rank)) from (select x.structure_rank from pensions_api.quarter_files(lots_summary.quarter) x limit 1) f2), false),
		count(*) filter (where f.state_code = 'liquidation' and l.complete is null) > 0, count(*) filter (where f.state_code = 'liquidation' and not l.complete) > 0
	from pensions_api.quarter_files(lots_summary.quarter) f
	left join lateral (select bool_and(x.is_complete) as complete from pensions_api.latest(f.file_id) x) l on true;
$$;
comment on function pensions_api.lots_summary is 'Where the files of a quarter stand.';

create function pensions_api.lots_waits(quarter date) returns table (wait text, files int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with said as (
		select f.file_id, 'Acte manquant : ' || regexp_replace(m.label, ',? ?attendu.*$', '') as wait from pensions_api.quarter_files(lots_waits.quarter) f join pensions.missing m on m.file_id = f.file_id and m.resolved_at is null
		where f.closed_at is null
		union select f.file_id, 'État des services à certifier' from pensions_api.quarter_files(lots_waits.quarter) f where f.state_code = 'etat_services'
		union select f.file_id, 'Réponse de l’agent attendue' from pensions_api.quarter_files(lots_waits.quarter) f where f.state_code = 'attente_agent'
		union select f.file_id, w ->> 'what' from pensions_api.quarter_files(lots_waits.quarter) f cross join lateral pensions_api.latest(f.file_id) l cross join lateral jsonb_array_elements(l.waits) w
		where f.state_code = 'liquidation'
	)
	select s.wait, count(distinct s.file_id)::int from said s group by s.wait order by 2 desc, 1 limit 20;
$$;
comment on function pensions_api.lots_waits is 'What the files of a quarter wait for, the most frequent first.';

create function pensions_api.lots_files(quarter date, size int, skip int) returns table (file_id bigint, number text, name text, matricule text, leave_on date, state_code text, state_label text, pension_fcfa bigint, has_amount boolean,
	is_automatic boolean, waits text, outcome_code text, outcome_label text, outcome_note text, total int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with page as materialized (
		select f.*, (count(*) over ())::int as total from pensions_api.quarter_files(lots_files.quarter) f order by f.leave_on, f.number limit lots_files.size offset lots_files.skip
	)
	select f.file_id, f.number, btrim(upper(p.family_name) || ' ' || p.given_names), g.matricule, f.leave_on, f.state_code, s.label, l.total, coalesce(l.whole, false), f.is_automatic,
		coalesce((select string_agg(distinct w ->> 'what', ' ; ') from pensions_api.latest(f.file_id) y cross join lateral jsonb_array_elements(y.waits) w),
			(select string_agg(m.label, ' ; ' order by m.at_date) from pensions.missing m where m.file_id = f.file_id and m.resolved_at is null)),
		b.outcome_code, case b.outcome_code when 'automatique' then 'liquidé par le portail' when 'calcule' then 'calculé' when 'inchange' then 'inchangé' when 'attente' then 'attend'
			when 'sans_droit' then 'pas de droit à cette date' when 'ailleurs' then 'pas à liquider' when 'echec' then 'échec' end, b.note, f.total
	from page f
	join pensions.states s on s.state_code = f.state_code
	join career.agents g on g.agent_id = f.agent_id join base.persons p on p.person_id = g.person_id
	left join lateral (select sum(x.pension_fcfa)::bigint as total, bool_and(x.is_complete and x.is_entitled) as whole from pensions_api.latest(f.file_id) x) l on true
	left join lateral (select y.* from pensions.batch_files y where y.file_id = f.file_id order by y.batch_id desc limit 1) b on true
	order by f.leave_on, f.number;
$$;
comment on function pensions_api.lots_files is 'The files of a quarter: state, amount or wait, what the last batch did of each.';

create function pensions_api.lots_batch(quarter date) returns table (batch_id bigint, asked_at timestamptz, asked_by text, files int, treated int, is_running boolean, is_failed boolean, automatic int, computed int, unchanged int, waiting int, no_right int, failed int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select b.batch_id, b.asked_at, acts_api.name_of(b.asked_by), n.files, n.treated, b.ended_at is null and coalesce(j.state_code in ('attente', 'cours'), false), b.ended_at is null and coalesce(j.state_code not in ('attente', 'cours'), true),
		n.automatic, n.computed, n.unchanged, n.waiting, n.no_right, n.failed
	from (select x.* from pensions.batches x where x.quarter = lots_batch.quarter order by x.batch_id desc limit 1) b
	left join base.jobs j on j.job_id = b.job_id
	cross join lateral (select count(*)::int as files, count(y.outcome_code)::int as treated, (count(*) filter (where y.outcome_code = 'automatique'))::int as automatic,
		(count(*) filter (where y.outcome_code = 'calcule'))::int as computed, (count(*) filter (where y.outcome_code = 'inchange'))::int as unchanged,
		(count(*) filter (where y.outcome_code = 'attente'))::int as waiting, (count(*) filter (where y.outcome_code = 'sans_droit'))::int as no_right,
		(count(*) filter (where y.outcome_code = 'echec'))::int as failed
		from pensions.batch_files y join pensions.files f on f.file_id = y.file_id where y.batch_id = b.batch_id and f.structure_rank <@ (select s.ranks from base.my_spans s)) n;
$$;
comment on function pensions_api.lots_batch is 'The last batch of a quarter, how far it is and what it came to.';

create function pensions_api.launch_batch(quarter date) returns bigint
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	made bigint;
	many int;
begin
	if quarter <> date_trunc('quarter', quarter)::date then
		raise exception using errcode = 'GU422', message = 'pensions.not_a_quarter', column = 'trimestre';
	end if;
	-- One whose job is gone or failed for good ends here, so that a quarter is never stuck.
	update pensions.batches b set ended_at = now() where b.quarter = launch_batch.quarter and b.ended_at is null
		and not exists (select from base.jobs j where j.job_id = b.job_id and j.state_code in ('attente', 'cours'));
	begin
		insert into pensions.batches (quarter, asked_by) values (launch_batch.quarter, pensions_api.me()) returning batch_id into made;
	exception when unique_violation then
		raise exception using errcode = 'GU409', message = 'pensions.batch_running';
	end;
	insert into pensions.batch_files (batch_id, file_id)
	select made, f.file_id from pensions_api.quarter_files(quarter) f
	where f.state_code = 'liquidation' and acts_api.holds(pensions_api.me(), 'pension_officer', f.structure_rank)
		and not acts_api.same_human(pensions_api.me(), (select a.person_id from career.agents a where a.agent_id = f.agent_id));
	get diagnostics many = row_count;
	if many = 0 then
		raise exception using errcode = 'GU409', message = 'pensions.batch_empty';
	end if;
	update pensions.batches b set job_id = job_api.put('pensions.liquidate_many', pensions_api.me(), jsonb_build_object('batch', made)) where b.batch_id = made;
	perform base_api.note('pensions.desk', 'lot', 'trimestre ' || quarter, 'lance', jsonb_build_object('files', many));
	return made;
end $$;
comment on function pensions_api.launch_batch is 'Puts the job that computes every file of a quarter that is to be computed; one at a time.';

create function pensions_api.batch_list(batch bigint) returns table (file_id bigint)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select b.file_id from pensions.batch_files b where b.batch_id = batch_list.batch and b.outcome_code is null order by b.file_id $$;
comment on function pensions_api.batch_list is 'What is left of a batch.';
create function pensions_api.batch_did(batch bigint, file bigint, outcome text, note text) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	update pensions.batch_files b set outcome_code = batch_did.outcome, at = now(), note = coalesce(batch_did.note, '')
	where b.batch_id = batch_did.batch and b.file_id = batch_did.file;
$$;
comment on function pensions_api.batch_did is 'What a batch did of one file, in the transaction that did it.';
create function pensions_api.batch_end(batch bigint) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
	as $$ update pensions.batches b set ended_at = now() where b.batch_id = batch_end.batch $$;
comment on function pensions_api.batch_end is 'A batch has treated every file.';
create function pensions_api.waits_text(file bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select string_agg(distinct w ->> 'what', ' ; ') from pensions_api.latest(waits_text.file) l cross join lateral jsonb_array_elements(l.waits) w $$;
comment on function pensions_api.waits_text is 'What the computation of a file waits for, in one line.';

-- Signing a list --------------------------------------------------------------------------------------------------------------------

create function pensions_api.sign_list(size int) returns table (file_id bigint, number text, name text, matricule text, leave_on date, pension_fcfa bigint, is_automatic boolean, is_demo boolean, controlled_by text, due_on date, is_late boolean,
	hash text, total int, is_fresh boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.file_id, f.number, btrim(upper(p.family_name) || ' ' || p.given_names), g.matricule, f.leave_on, l.total, f.is_automatic, l.is_demo, acts_api.name_of(a.person_id), f.due_on, f.due_on < current_date,
		encode(pensions_api.content_hash(f.file_id), 'hex'), (count(*) over ())::int, coalesce((select s.proved_at > now() - interval '10 minutes' from base.my_session s), false)
	from pensions.files f
	join career.agents g on g.agent_id = f.agent_id join base.persons p on p.person_id = g.person_id
	left join lateral (select sum(x.pension_fcfa)::bigint as total, bool_or(x.is_demo) as is_demo from pensions_api.latest(f.file_id) x) l on true
	left join pensions.approvals a on a.file_id = f.file_id and a.step_code = 'controle' and a.void_at is null
	where f.state_code = 'signature' and f.structure_rank <@ (select s.ranks from base.my_spans s) and pensions_api.why_not(f, pensions_api.me()) is null
	order by f.due_on nulls last, f.file_id limit sign_list.size;
$$;
comment on function pensions_api.sign_list is 'Controlled files that wait for the signature of who asks, each with the hash of its computation.';

create function pensions_api.sign_many(files bigint[], hashes text[]) returns table (done int, refused int, why text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	i    int;
	good bigint[] := '{}';
	said text;
	job  bigint;
begin
	refused := 0;
	if not coalesce((select s.proved_at > now() - interval '10 minutes' from base.my_session s), false) then
		raise exception using errcode = 'GU403', message = 'accounts.not_fresh';
	end if;
	for i in 1 .. coalesce(cardinality(files), 0) loop
		begin
			perform pensions_api.approve_one(files[i], 'signature', hashes[i]);
			good := good || files[i];
		exception when sqlstate 'GU403' or sqlstate 'GU404' or sqlstate 'GU409' then
			get stacked diagnostics said = message_text;
			why := coalesce(why, said);
			refused := refused + 1;
		end;
	end loop;
	done := cardinality(good);
	if done > 0 then
		job := job_api.put('pensions.seal_many', pensions_api.me(), jsonb_build_object('files', to_jsonb(good)));
		update pensions.files f set seal_job_id = job where f.file_id = any (good);
	end if;
	return next;
end $$;
comment on function pensions_api.sign_many is 'The chief signs what was ticked, each bound to the hash that the list showed; one job seals them.';

create function pensions_api.seal_again(file bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f pensions.files := pensions_api.hold(seal_again.file);
begin
	if f.state_code <> 'scellement' or not exists (select from base.jobs j where j.job_id = f.seal_job_id and j.state_code in ('echec', 'annule')) then
		raise exception using errcode = 'GU409', message = 'pensions.not_failed';
	end if;
	update pensions.files x set seal_job_id = job_api.put('pensions.seal', pensions_api.me(), jsonb_build_object('file', f.file_id)) where x.file_id = f.file_id;
end $$;
comment on function pensions_api.seal_again is 'After a failure of the machine: the sealing is asked again, the signature stands.';

revoke execute on function pensions_api.quarter_files, pensions_api.lots_quarters, pensions_api.lots_summary, pensions_api.lots_waits, pensions_api.lots_files, pensions_api.lots_batch, pensions_api.launch_batch,
	pensions_api.batch_list, pensions_api.batch_did, pensions_api.batch_end, pensions_api.waits_text, pensions_api.sign_list, pensions_api.sign_many, pensions_api.seal_again from public;
grant execute on function pensions_api.lots_quarters, pensions_api.lots_summary, pensions_api.lots_waits, pensions_api.lots_files, pensions_api.lots_batch, pensions_api.launch_batch, pensions_api.sign_list,
	pensions_api.sign_many, pensions_api.seal_again to web_pensions;
grant execute on function pensions_api.batch_list, pensions_api.batch_did, pensions_api.batch_end, pensions_api.waits_text to worker;
reset role;
