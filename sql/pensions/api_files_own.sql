-- My pension file, as the agent sees and answers it (web_self). Rebuilt after api.sql. Reads stand under row security, or on pensions_api.my_file_ids.
set role guichet_owner;

create function pensions_api.my_file_ids() returns table (file_id bigint)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.file_id from pensions.files f join career.agents a on a.agent_id = f.agent_id
	where a.person_id = (select m.person_id from base.me m) and f.kind_code <> 'reversion';
$$;
comment on function pensions_api.my_file_ids is 'My files; a survivor’s belongs to who claims it.';

create function pensions_api.my_file() returns table (file_id bigint, number text, kind_code text, kind_label text, origin_code text, regimes text, is_both boolean, leave_on date,
	leave_source text, lapse text, opened_on date, state_code text, state_label text, desk text, next text, since date, spent int, spent_words text, due_on date, left_words text,
	is_late boolean, is_waiting boolean, is_over boolean, is_computed boolean, spent_all text, why text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.file_id, f.number, f.kind_code, pensions_api.kind_words(f.kind_code), f.origin_code, array_to_string(f.regimes, ' et '), cardinality(f.regimes) > 1, f.leave_on, f.leave_source,
		pensions_api.lapse_words(f.leave_on), f.opened_on, f.state_code, s.label, s.desk, s.next, f.desk_since::date,
		w.spent, pensions_api.days_words(w.spent), f.due_on, pensions_api.left_words(f.due_on),
		coalesce(f.due_on < current_date, false), s.is_waiting_user, s.is_over, exists (select from pensions.liquidations l where l.file_id = f.file_id),
		(select pensions_api.days_words(coalesce(sum(t.spent), 0)::int) from pensions_api.track_of(f.file_id) t where t.state_code <> 'attente_agent'),
		(select nullif(e.note, '') from pensions.events e where e.file_id = f.file_id and e.state_code = f.state_code order by e.event_id desc limit 1)
	from pensions.files f
	join pensions.states s on s.state_code = f.state_code
	cross join lateral (select base_api.working_days(f.desk_since::date, current_date) as spent) w
	where f.file_id in (select i.file_id from pensions_api.my_file_ids() i)
	order by f.closed_at is not null, f.file_id desc limit 1;
$$;
comment on function pensions_api.my_file is 'My open file, or the last one: where it is, since when, with whom; no row when there is none.';

create function pensions_api.my_track() returns table (state_code text, label text, desk text, step_code text, entered_on date, left_on date, spent int, spent_words text, allowed int,
	left_words text, is_late boolean, due_on date)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select t.* from pensions_api.my_file() f cross join lateral pensions_api.track_of(f.file_id) t;
$$;
comment on function pensions_api.my_track is 'The steps of my file.';

create function pensions_api.my_missing() returns table (missing_id bigint, label text, archive_code text, archive_due_on date, archive_says text, agent_code text,
	paper_name text, is_resolved boolean, resolved_on date, resolved_how text, is_asked boolean, report_id bigint)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select m.missing_id, m.label, coalesce(m.archive_answer, case r.state_code when 'recherche' then 'recherche' else 'attente' end),
		case when m.archive_answer is null then r.due_on end, nullif(t.says, ''), coalesce(m.agent_answer, case when m.agent_asked_at is not null then 'attente' end),
		b.name, m.resolved_at is not null, m.resolved_at::date, m.resolved_how,
		f.is_waiting and m.resolved_at is null and m.agent_asked_at is not null and m.agent_answer is null, m.report_id
	from pensions_api.my_file() f
	join pensions.missing m on m.file_id = f.file_id
	left join archive.reports r on r.report_id = m.report_id
	left join base.files b on b.file_id = m.upload_id
	left join lateral (select s.says from archive.report_steps s where s.report_id = m.report_id and s.state_code <> 'nouveau' order by s.report_step_id desc limit 1) t on true
	order by m.resolved_at is not null, m.at_date nulls first, m.missing_id;
$$;
comment on function pensions_api.my_missing is 'Acts that my file waits for, with what the archive said and what is asked of me.';

create function pensions_api.my_events() returns table (at timestamptz, what text, note text, is_move boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select e.at, e.what, e.note, e.state_code is not null from pensions_api.my_file() f join pensions.events e on e.file_id = f.file_id
	where not e.is_internal order by e.event_id desc limit 100;
$$;
comment on function pensions_api.my_events is 'The history of my file, newest first.';

create function pensions_api.my_doors() returns table (leave_on date, leave_words text, early_on date, early_words text, may_early boolean, is_early_later boolean, may_invalidity boolean,
	has_left boolean, opens_on date, no_birth boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.leave_on, l.words, l.early_on, l.early_words,
		l.early_on is not null and l.early_on < l.leave_on and l.early_on <= current_date + interval '3 years' and current_date < l.leave_on and a.left_on is null and not exists (select from pensions.files f
			where f.agent_id = a.agent_id and f.kind_code in ('retraite', 'anticipe') and f.closed_at is null),
		coalesce(l.early_on > current_date + interval '3 years', false),
		a.left_on is null and not exists (select from pensions.files f where f.agent_id = a.agent_id and f.kind_code = 'invalidite' and f.closed_at is null),
		a.left_on is not null, (l.leave_on - make_interval(months => (select (p.value #>> '{}')::int from base.parameters p where p.name = 'pension.opens_months'
			and p.valid_from <= current_date order by p.valid_from desc limit 1)))::date, b.birth_date is null
	from career.agents a
	join base.persons b on b.person_id = a.person_id
	left join lateral pensions_api.leave_of(a.agent_id) l on true
	where a.person_id = (select m.person_id from base.me m);
$$;
comment on function pensions_api.my_doors is 'When my file opens by itself, and what I may ask myself: to leave early where a rule gives a date, or for unfitness. No row when I am not an agent.';

create function pensions_api.may_answer(acte bigint) returns table (label text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query select m.label from pensions.missing m join pensions.files f on f.file_id = m.file_id
	where m.missing_id = acte and f.file_id in (select i.file_id from pensions_api.my_file_ids() i);
	if not found then
		raise exception using errcode = 'GU404', message = 'pensions.act_missing';
	end if;
	if not exists (select from pensions.missing m join pensions.files f on f.file_id = m.file_id
		where m.missing_id = acte and f.state_code = 'attente_agent' and m.resolved_at is null and m.agent_asked_at is not null and m.agent_answer is null) then
		raise exception using errcode = 'GU409', message = 'pensions.not_asked';
	end if;
end $$;
comment on function pensions_api.may_answer is 'Whether this act is awaited from the asker: looked at before any byte is kept.';

create function pensions_api.answer_act(acte bigint, copy text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me    bigint := (select m.person_id from base.me m);
	it    jsonb := nullif(copy, '')::jsonb;
	m     pensions.missing;
	r     archive.reports;
	scan_ bigint;
begin
	perform from pensions_api.may_answer(acte);
	select x.* into m from pensions.missing x where x.missing_id = acte for update;
	if it is null then
		update pensions.missing x set agent_answer = 'absent' where x.missing_id = acte;
		insert into pensions.events (file_id, person_id, what, note) values (m.file_id, me, 'L’agent n’a pas cet acte', m.label);
	else
		select x.* into r from archive.reports x where x.report_id = m.report_id;
		if r.state_code = 'introuvable' then
			perform archive_api.step(r.report_id, 'recherche', 'L’agent a envoyé une copie.', me);
		elsif coalesce(r.state_code, 'trouve') not in ('nouveau', 'recherche') then
			perform pensions_api.ask_archive(array[acte]);
		end if;
		select x.report_id into r.report_id from pensions.missing x where x.missing_id = acte;
		-- The same path as a copy sent with a report: checked, keyed by two people, then attached to the career.
		insert into archive.scans (report_id, structure_rank, sha256, name, size, type_code, sent_by)
		select t.report_id, t.structure_rank, decode(it->>'sha256', 'hex'), left(coalesce(nullif(it->>'name', ''), 'sans nom'), 200), (it->>'size')::bigint, it->>'type', me
		from archive.reports t where t.report_id = r.report_id
		on conflict do nothing returning scan_id into scan_;
		if scan_ is null then
			raise exception using errcode = 'GU422', message = 'pensions.copy_known', column = 'copie';
		end if;
		update archive.scans s set job_id = job_api.put('archive.check', me, jsonb_build_object('scan', scan_)) where s.scan_id = scan_;
		update pensions.missing x set agent_answer = 'copie', upload_id = pensions_api.keep_upload(it, me) where x.missing_id = acte;
		insert into pensions.events (file_id, person_id, what, note) values (m.file_id, me, 'L’agent a envoyé une copie', m.label);
	end if;
	perform base_api.note('career.own', 'repondre', 'acte manquant ' || acte, 'fait', jsonb_build_object('copie', it is not null));
	perform pensions_api.settle(m.file_id);
	return base_api.receipt(null);
end $$;
comment on function pensions_api.answer_act is 'The agent sends a copy of a missing act, or says that he does not have it; when nothing more is asked of him, the file goes on.';

create function pensions_api.ask_leave(kind text, leave_on date, says text, copy text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me   bigint := (select m.person_id from base.me m);
	door record;
	a    bigint := (select x.agent_id from career.agents x where x.person_id = me);
	put  bigint;
begin
	select * into door from pensions_api.my_doors();
	if a is null then
		raise exception using errcode = 'GU403', message = 'problem.forbidden';
	elsif door.has_left then
		raise exception using errcode = 'GU409', message = 'pensions.has_left';
	elsif kind = 'anticipe' and door.early_on is null then
		raise exception using errcode = 'GU409', message = 'pensions.no_early_rule';
	elsif kind = 'anticipe' and door.is_early_later then
		raise exception using errcode = 'GU409', message = 'pensions.too_soon', detail = base_api.day_words(door.early_on);
	elsif kind = 'anticipe' and not door.may_early or kind = 'invalidite' and not door.may_invalidity then
		raise exception using errcode = 'GU409', message = 'pensions.already_open';
	elsif leave_on <= current_date then
		raise exception using errcode = 'GU422', message = 'pensions.leave_past', column = 'depart';
	elsif kind = 'anticipe' and leave_on < door.early_on then
		raise exception using errcode = 'GU422', message = 'pensions.leave_too_early', column = 'depart', detail = base_api.day_words(door.early_on);
	elsif kind = 'anticipe' and leave_on >= door.leave_on then
		raise exception using errcode = 'GU422', message = 'pensions.leave_not_early', column = 'depart', detail = base_api.day_words(door.leave_on);
	elsif leave_on > current_date + interval '3 years' then
		raise exception using errcode = 'GU422', message = 'pensions.leave_absurd', column = 'depart';
	end if;
	perform pensions_api.open_for(a, kind, 'agent', leave_on, null, says);
	if kind = 'invalidite' then
		put := pensions_api.keep_upload(nullif(copy, '')::jsonb, me);
		insert into pensions.facts (agent_id, kind_code, value, label, reference, source, is_proven, recorded_by, upload_id)
		select a, 'inaptitude', 1, 'Inaptitude, à constater par la commission de réforme', case when put is null then 'Déclarée par l’agent' else 'Pièce envoyée par l’agent' end, '', false, me, put
		where not exists (select from pensions.facts t where t.agent_id = a and t.kind_code = 'inaptitude' and t.void_at is null);
	end if;
	perform base_api.note('career.own', 'demander', 'départ ' || kind, 'fait', '{}');
	return base_api.receipt(null);
end $$;
comment on function pensions_api.ask_leave is 'The agent asks to leave before the age limit, where a rule gives a date, or for unfitness.';

revoke execute on function pensions_api.my_file_ids, pensions_api.my_file, pensions_api.my_track, pensions_api.my_missing, pensions_api.my_events,
	pensions_api.my_doors, pensions_api.may_answer, pensions_api.answer_act, pensions_api.ask_leave from public;
grant execute on function pensions_api.my_file, pensions_api.my_track, pensions_api.my_missing, pensions_api.my_events, pensions_api.my_doors,
	pensions_api.may_answer, pensions_api.answer_act, pensions_api.ask_leave to web_self;
reset role;
