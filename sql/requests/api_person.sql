-- The person's side: his list, one request with whose turn it is, what he may do with it; and the same by number and code.
set role guichet_owner;

create view requests_api.own_rows with (security_invoker) as
	select r.request_id, r.number, v.name as service_name, v.code as service, r.subject, r.state_code, s.person_label as state_label, s.kind as kind_code, s.turn_code,
		r.filed_at, r.changed_at, r.closed_at, r.days, r.due_on, requests_api.used(r.days_used, r.clock_since) as days_used, r.due_on < current_date as is_late,
		b.name as desk, b.code as desk_code, r.sheet_id, r.content, r.reply, r.reason_code as reason, rs.label as reason_label, rs.remedy, r.reason_text,
		c.label as channel_label, r.requester_name, r.reminded_at, r.step_no
	from requests.requests r
	join services.services v on v.service_id = r.service_id
	join requests.states s on s.state_code = r.state_code
	join base.structures b on b.structure_id = r.structure_id
	join requests.channels c on c.channel_code = r.channel_code
	left join requests.reasons rs on rs.reason_code = r.reason_code;

create function requests_api.my_requests(size bigint, skip bigint) returns setof requests_api.own_rows
	language sql stable
	begin atomic
		select r.* from requests_api.own_rows r order by r.turn_code = 'vous' desc, r.turn_code = 'fini', r.filed_at desc limit my_requests.size offset my_requests.skip;
	end;
comment on function requests_api.my_requests is 'My requests: those that wait for me first, then the latest.';

create function requests_api.my_drafts() returns table (service_name text, service text, changed_at timestamptz)
	language sql stable
	begin atomic
		select s.name, s.code, d.changed_at from requests.drafts d join services.services s using (service_id) where d.request_id is null order by d.changed_at desc;
	end;
comment on function requests_api.my_drafts is 'What I began and did not file yet.';

create function requests_api.my_request(request bigint) returns setof requests_api.own_rows
	language sql stable
	begin atomic
		select r.* from requests_api.own_rows r where r.request_id = my_request.request;
	end;
comment on function requests_api.my_request is 'One request of mine.';

-- One thread: what happened, the desk that has it, the desks to come.
create function requests_api.thread(request bigint) returns table (sort bigint, kind_code text, what text, note text, desk text, in_on timestamptz, out_on timestamptz,
	days_taken smallint, is_mine boolean)
	language sql stable
	begin atomic
		select e.event_id, case when e.by_person then 'mine' else 'event' end, e.what, nullif(e.note, ''), case when not e.by_person then b.name end, e.at, null::timestamptz,
			null::smallint, e.by_person
		from requests.events e left join base.structures b using (structure_id) where e.request_id = thread.request and not e.is_internal
		union all
		select 9000000000000000 + s.step_no, case when s.in_on is not null then 'now' else 'next' end, s.label, null, b.name, s.in_on, s.out_on, s.days_taken, false
		from requests.steps s join base.structures b using (structure_id) join requests.requests r using (request_id) join requests.states t on t.state_code = r.state_code
		where s.request_id = thread.request and s.out_on is null and t.turn_code <> 'fini'
			and (s.step_no >= r.step_no)
		order by 1;
	end;
comment on function requests_api.thread is 'The path of a request as its person reads it: the past, the desk that has it, the desks to come.';

create function requests_api.open_complements(request bigint) returns table (complement_id bigint, piece text, note text, asked_at timestamptz, answer_by date, desk text)
	language sql stable
	begin atomic
		select c.complement_id, c.piece, nullif(c.note, ''), c.asked_at, c.answer_by, b.name from requests.complements c join base.structures b using (structure_id)
		where c.request_id = open_complements.request and c.answered_at is null order by c.complement_id;
	end;
comment on function requests_api.open_complements is 'What is asked of the person and has not come.';

create function requests_api.pieces(request bigint) returns table (attachment_id bigint, label text, origin_code text, is_file boolean, act_id bigint, at timestamptz, is_reply boolean)
	language sql stable
	begin atomic
		select a.attachment_id, a.label, a.origin_code, num_nonnulls(a.file_id, a.document_id) > 0 or a.is_reply, a.act_id, a.at, a.is_reply
		from requests.attachments a where a.request_id = pieces.request order by a.is_reply desc, a.attachment_id;
	end;
comment on function requests_api.pieces is 'What is in the file.';

create function requests_api.lines(request bigint) returns table (section text, label text, value text, known boolean, is_first boolean)
	language sql stable
	begin atomic
		select l.line->>'section', l.line->>'label', l.line->>'value', coalesce((l.line->>'known')::boolean, false),
			lag(l.line->>'section') over (order by l.n) is distinct from l.line->>'section'
		from requests.requests r cross join lateral jsonb_array_elements(r.content) with ordinality l (line, n) where r.request_id = lines.request order by l.n;
	end;
comment on function requests_api.lines is 'What was filed, as its person approved it.';

-- The days of the clock: ours, the person's, and those left. At most sixty.
create function requests_api.clock(request bigint) returns table (day date, kind text)
	language sql stable
	begin atomic
		select d.day, d.kind from (
			select w.day, case when exists (select from requests.complements c where c.request_id = r.request_id and w.day > c.asked_at::date
				and w.day <= coalesce(c.answered_at::date, current_date)) then 'vous' else 'nous' end as kind
			from requests.requests r join requests.workdays w on w.is_work and w.day between r.filed_at::date + 1 and coalesce(r.closed_at::date, current_date)
			where r.request_id = clock.request and r.filed_at > now() - interval '200 days'
			union all
			select w.day, 'reste' from requests.requests r
			join requests.workdays w on w.is_work and w.day between current_date + 1 and coalesce(r.due_on, case when r.closed_at is null and r.days > 0 and r.clock_since is null
				then requests_api.add_days(current_date, greatest(r.days - r.days_used, 0)) end)
			where r.request_id = clock.request and r.closed_at is null
		) d order by d.day limit 60;
	end;
comment on function requests_api.clock is 'One row a working day: chez nous, chez vous, reste.';

create function requests_api.my_contest(request bigint) returns table (at timestamptz, due_on date, decision_code text, decision text, desk text)
	language sql stable
	begin atomic
		select c.at, c.due_on, c.decision_code, c.decision, b.name from requests.contests c join base.structures b using (structure_id)
		where c.request_id = my_contest.request order by c.contest_id desc limit 1;
	end;
comment on function requests_api.my_contest is 'The latest contest of a request.';

-- Gestures ---------------------------------------------------------------------------------------------------------------------

create function requests_api.mine(request bigint) returns requests.requests
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests;
begin
	select r.* into it from requests.requests r where r.request_id = mine.request and r.person_id = (select m.person_id from base.me m) for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
	return it;
end $$;
comment on function requests_api.mine is 'A request of the asker''s own, locked; nobody else''s exists for him.';

create function requests_api.may_complete(request bigint, complement bigint) returns table (piece text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query select c.piece from requests.complements c join requests.requests r using (request_id)
	where c.complement_id = may_complete.complement and r.request_id = may_complete.request and c.answered_at is null
		and r.person_id = (select m.person_id from base.me m) and r.state_code = 'attente';
	if not found then
		raise exception using errcode = 'GU409', message = 'requests.already_answered';
	end if;
end $$;
comment on function requests_api.may_complete is 'Whether that piece is still awaited from the asker: asked before any byte is kept.';

create function requests_api.answer_complement(it requests.requests, complement bigint, answer text, lost boolean, file text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	c   requests.complements;
	f   jsonb := answer_complement.file::jsonb;
	put bigint;
begin
	select x.* into c from requests.complements x
	where x.complement_id = answer_complement.complement and x.request_id = it.request_id and x.answered_at is null for update;
	if not found then
		raise exception using errcode = 'GU409', message = 'requests.already_answered';
	elsif f is null and not answer_complement.lost and coalesce(btrim(answer_complement.answer), '') = '' then
		raise exception using errcode = 'GU422', message = 'requests.answer_something', column = 'piece';
	end if;
	if f is not null then
		insert into base.files (sha256, size, type, name, owner_id)
		values (decode(f->>'sha256', 'hex'), (f->>'size')::bigint, f->>'type', left(f->'names'->>0, 200), it.person_id) returning file_id into put;
		insert into requests.attachments (request_id, complement_id, label, origin_code, file_id) values (it.request_id, c.complement_id, c.piece, 'usager', put);
	end if;
	update requests.complements x set answered_at = clock_timestamp(), answer = nullif(btrim(answer_complement.answer), ''), lost = answer_complement.lost
	where x.complement_id = c.complement_id;
	perform requests_api.tell_thread(it.request_id, 'reponse',
		case when answer_complement.lost then 'Vous n’avez plus cette pièce : ' || c.piece else 'Vous avez répondu : ' || c.piece end,
		answer_complement.answer, false, true, it.structure_id);
	if not exists (select from requests.complements x where x.request_id = it.request_id and x.answered_at is null) then
		perform requests_api.move(it.request_id, 'corrigee', 'completer', '{usager}');
	end if;
end $$;
comment on function requests_api.answer_complement is 'What was asked is answered; when nothing more is asked, the clock runs again.';

create function requests_api.complete(request bigint, complement bigint, answer text, lost boolean, file text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests := requests_api.mine(complete.request);
begin
	perform requests_api.answer_complement(it, complete.complement, complete.answer, complete.lost, complete.file);
	perform base_api.note('requests.own', 'complement', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(complete.here);
end $$;
comment on function requests_api.complete is 'The person answers what was asked.';

create function requests_api.say(request bigint, message text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests := requests_api.mine(say.request);
begin
	if (select count(*) from requests.events e where e.request_id = it.request_id and e.by_person and e.at > now() - interval '1 day') >= 10 then
		raise exception using errcode = 'GU422', message = 'requests.enough_said', column = 'message';
	end if;
	perform requests_api.tell_thread(it.request_id, 'message', 'Votre message', btrim(say.message), false, true, it.structure_id);
	update requests.requests r set changed_at = now() where r.request_id = it.request_id;
	return query select base_api.receipt(say.here);
end $$;
comment on function requests_api.say is 'A message to the desk in charge.';

create function requests_api.withdraw(request bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests := requests_api.mine(withdraw.request);
begin
	it := requests_api.move(it.request_id, 'retiree', 'retirer', '{usager}');
	perform requests_api.close_steps(it.request_id);
	perform requests_api.tell_thread(it.request_id, 'retrait', 'Vous avez retiré la demande', '', false, true, it.structure_id);
	perform base_api.note('requests.own', 'retrait', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(withdraw.here);
end $$;
comment on function requests_api.withdraw is 'The person takes his request back.';

create function requests_api.resume(request bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests := requests_api.mine(resume.request);
begin
	it := requests_api.move(it.request_id, 'nouvelle', 'reprendre', '{usager}');
	perform requests_api.go_to(it.request_id, it.step_no);
	perform requests_api.tell_thread(it.request_id, 'reprise', 'Vous avez repris la demande', '', false, true, it.structure_id);
	perform base_api.note('requests.own', 'reprise', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(resume.here);
end $$;
comment on function requests_api.resume is 'The person changes his mind: the request goes on where it was.';

create function requests_api.contest(request bigint, grounds text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    requests.requests := requests_api.mine(contest.request);
	above base.structures;
	term  int := coalesce((select (p.value #>> '{}')::int from base.parameters p where p.name = 'requests.contest_days' and p.valid_from <= current_date
		order by p.valid_from desc limit 1), 15);
begin
	if it.state_code not in ('rejetee', 'finalisee') then
		raise exception using errcode = 'GU409', message = 'requests.not_now';
	elsif exists (select from requests.contests c where c.request_id = it.request_id and c.decision_code = 'maintenue') then
		raise exception using errcode = 'GU409', message = 'requests.contested_once';
	end if;
	-- The desk above the one that decided; the desk itself when there is none.
	select p.* into above from base.structures d join base.structures p on p.structure_id = coalesce(d.parent_id, d.structure_id) where d.structure_id = it.structure_id;
	it := requests_api.move(it.request_id, 'contestee', 'contester', '{usager}');
	insert into requests.contests (request_id, grounds, structure_id, due_on)
	values (it.request_id, btrim(contest.grounds), above.structure_id, requests_api.add_days(current_date, term));
	update requests.requests r set structure_id = above.structure_id, structure_rank = above.rank, assigned_to = null, due_on = requests_api.add_days(current_date, term)
	where r.request_id = it.request_id;
	perform requests_api.tell_thread(it.request_id, 'contestation', 'Vous contestez la décision', contest.grounds, false, true, above.structure_id);
	perform requests_api.notify(it.request_id, 'contestation');
	perform base_api.note('requests.own', 'contestation', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(contest.here);
end $$;
comment on function requests_api.contest is 'The decision goes to the desk above, with a clock of its own.';

-- By number and code, without an account ---------------------------------------------------------------------------------------

create function requests_api.follow(typed_number text, typed_code text, address text) returns table (request_id bigint, number text, code text, service_name text, service text, state_code text,
	state_label text, kind_code text, turn_code text, filed_at timestamptz, changed_at timestamptz, days smallint, days_used int, due_on date, is_late boolean, desk text, next_words text,
	reply_there boolean, reason_label text, remedy text, requester text, is_account boolean, sheet_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests;
	spot text := 'suivi ' || coalesce(follow.address, '');
	n    int;
begin
	select t.tries into n from requests.follow_tries t where t.bucket = spot and t.since > now() - interval '15 minutes';
	if n >= 20 then
		raise exception using errcode = 'GU429', message = 'requests.too_many_tries', detail = '900';
	end if;
	select r.* into it from requests.requests r where r.request_id = requests_api.followed(follow.typed_number, follow.typed_code);
	if not found then
		insert into requests.follow_tries as t (bucket, tries, since) values (spot, 1, now())
		on conflict on constraint follow_tries_pkey do update set tries = case when t.since < now() - interval '15 minutes' then 1 else t.tries + 1 end,
			since = case when t.since < now() - interval '15 minutes' then now() else t.since end;
		return;
	end if;
	return query
	select it.request_id, it.number, requests_api.follow_code(it.request_id), v.name, v.code, it.state_code, s.person_label, s.kind, s.turn_code, it.filed_at, it.changed_at, it.days,
		requests_api.used(it.days_used, it.clock_since), it.due_on, it.due_on < current_date, b.name, f.content->>'ensuite',
		it.state_code = 'finalisee', rs.label, rs.remedy,
		case when it.person_id is null then it.requester_name else left(it.requester_name, 1) || '…' end, it.person_id is not null, it.sheet_id
	from services.services v join requests.states s on s.state_code = it.state_code join base.structures b on b.structure_id = it.structure_id
	left join services.forms f on f.form_id = it.form_id left join requests.reasons rs on rs.reason_code = it.reason_code
	where v.service_id = it.service_id;
end $$;
comment on function requests_api.follow is 'A request by its number and code; wrong guesses of one address are counted, and twenty are enough. No row: one of the two is wrong.';

create function requests_api.receipt_lines(typed_number text, typed_code text) returns table (label text, value text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.line->>'label', l.line->>'value'
	from requests.requests r cross join lateral jsonb_array_elements(r.content) with ordinality l (line, n)
	where r.request_id = requests_api.followed(receipt_lines.typed_number, receipt_lines.typed_code)
	order by l.n limit 200;
$$;
comment on function requests_api.receipt_lines is 'What was declared, for the receipt: who has the number and the code may print it again.';

create function requests_api.follow_thread(number text, code text) returns table (what text, at timestamptz, desk text, is_reply boolean, note text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select e.what, e.at, case when not e.by_person then b.name end, e.what_code in ('remise', 'rejet'),
		case when r.person_id is null and e.what_code in ('remise', 'rejet', 'message', 'complement') then nullif(e.note, '') end
	from requests.requests r join requests.events e using (request_id) left join base.structures b on b.structure_id = e.structure_id
	where r.request_id = requests_api.followed(follow_thread.number, follow_thread.code) and not e.is_internal
	order by e.event_id;
$$;
comment on function requests_api.follow_thread is 'What happened, for who has the number and the code; a person with an account reads the messages signed in.';

-- What a desk asks of a visitor is answered by who has the number and the code; a person with an account answers signed in.
create function requests_api.follow_complements(typed_number text, typed_code text) returns table (complement_id bigint, piece text, note text, asked_at timestamptz,
	answer_by date, desk text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select c.complement_id, c.piece, nullif(c.note, ''), c.asked_at, c.answer_by, b.name
	from requests.requests r join requests.complements c using (request_id) join base.structures b on b.structure_id = c.structure_id
	where r.request_id = requests_api.followed(follow_complements.typed_number, follow_complements.typed_code) and r.person_id is null
		and r.state_code = 'attente' and c.answered_at is null
	order by c.complement_id;
$$;
comment on function requests_api.follow_complements is 'What is asked of a visitor and has not come.';

create function requests_api.may_complete_open(typed_number text, typed_code text, complement bigint, address text) returns table (piece text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	-- The same count of wrong guesses as the page that leads here.
	if not exists (select from requests_api.follow(may_complete_open.typed_number, may_complete_open.typed_code, may_complete_open.address)) then
		return;
	end if;
	return query select c.piece from requests_api.follow_complements(may_complete_open.typed_number, may_complete_open.typed_code) c
	where c.complement_id = may_complete_open.complement;
	if not found then
		raise exception using errcode = 'GU409', message = 'requests.already_answered';
	end if;
end $$;
comment on function requests_api.may_complete_open is 'Whether that piece is still awaited from who has the number and the code: asked before any byte is kept. No row: one of the two is wrong.';

create function requests_api.complete_open(typed_number text, typed_code text, complement bigint, answer text, lost boolean, file text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests;
begin
	select r.* into it from requests.requests r
	where r.request_id = requests_api.followed(complete_open.typed_number, complete_open.typed_code) and r.person_id is null for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
	perform requests_api.answer_complement(it, complete_open.complement, complete_open.answer, complete_open.lost, complete_open.file);
	return query select base_api.receipt('/suivi?numero=' || it.number || '&code=' || requests_api.follow_code(it.request_id) || '&fait=complement-envoye');
end $$;
comment on function requests_api.complete_open is 'A visitor answers what was asked.';
reset role;
