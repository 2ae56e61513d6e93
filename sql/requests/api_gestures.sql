-- What a desk does with a request before it answers: take, hand over, ask, write. Each checks the reach, the role and the state by itself.
set role guichet_owner;

create function requests_api.take(request bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests := requests_api.in_reach(take.request);
	me bigint := (select m.person_id from base.me m);
begin
	if it.state_code in ('nouvelle', 'corrigee') then
		perform requests_api.move(it.request_id, 'instruction', 'prendre', requests_api.my_roles());
		if (select s.kind_code from requests.steps s where s.request_id = it.request_id and s.step_no = it.step_no) = 'reception' then
			perform requests_api.go_to(it.request_id, coalesce(requests_api.step_of(it.request_id, '{instruction}'), it.step_no));
		end if;
	end if;
	update requests.requests r set assigned_to = me, changed_at = now(), version = r.version + 1 where r.request_id = it.request_id returning r.* into it;
	insert into requests.assignments (request_id, structure_id, person_id, by_person_id) values (it.request_id, it.structure_id, me, me);
	perform requests_api.tell_thread(it.request_id, 'affectation', 'Prise en charge', '', false, false, it.structure_id);
	perform base_api.note('requests.desk', 'prendre', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(take.here);
end $$;
comment on function requests_api.take is 'The asker takes a request in hand.';

create function requests_api.assign(request bigint, target text, note text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(assign.request);
	me   bigint := (select m.person_id from base.me m);
	whom record;
	desk base.structures;
begin
	select t.* into whom from requests_api.targets(it.request_id) t where t.target = assign.target;
	if not found then
		raise exception using errcode = 'GU422', message = 'requests.no_target', column = 'cible';
	elsif exists (select from requests.states s where s.state_code = it.state_code and s.turn_code = 'fini') then
		raise exception using errcode = 'GU409', message = 'requests.not_now';
	end if;
	if whom.is_person then
		update requests.requests r set assigned_to = substr(assign.target, 2)::bigint, changed_at = now(), version = r.version + 1 where r.request_id = it.request_id;
	else
		select s.* into desk from base.structures s where s.code = substr(assign.target, 2);
		update requests.steps s set structure_id = desk.structure_id where s.request_id = it.request_id and s.step_no = it.step_no;
		update requests.requests r set structure_id = desk.structure_id, structure_rank = desk.rank, assigned_to = null, changed_at = now(), version = r.version + 1
		where r.request_id = it.request_id;
	end if;
	insert into requests.assignments (request_id, structure_id, person_id, by_person_id, note)
	values (it.request_id, coalesce(desk.structure_id, it.structure_id), case when whom.is_person then substr(assign.target, 2)::bigint end, me, coalesce(btrim(assign.note), ''));
	perform requests_api.tell_thread(it.request_id, 'affectation', case when whom.is_person then 'Confiée à un agent du bureau' else 'Transmise à ' || whom.label end,
		'', false, false, coalesce(desk.structure_id, it.structure_id));
	perform requests_api.tell_thread(it.request_id, 'note', 'Affectée à ' || whom.label, assign.note, true, false, it.structure_id);
	perform base_api.note('requests.desk', 'affecter', 'demande ' || it.number, 'fait', jsonb_build_object('to', whom.label));
	return query select base_api.receipt(assign.here);
end $$;
comment on function requests_api.assign is 'Hands a request to a person of the desk, or to a desk above, below or beside.';

create function requests_api.ask_piece(request bigint, piece text, note text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(ask_piece.request);
	key  text := btrim(regexp_replace(base.fold(ask_piece.piece), '[^a-z0-9]+', ' ', 'g'));
	made bigint;
	term int := coalesce((select (p.value #>> '{}')::int from base.parameters p where p.name = 'requests.answer_days' and p.valid_from <= current_date
		order by p.valid_from desc limit 1), 10);
begin
	if exists (select from requests.complements c where c.request_id = it.request_id and c.piece_key = key) then
		raise exception using errcode = 'GU422', message = 'requests.asked_already', column = 'piece';
	elsif exists (select from requests.attachments a where a.request_id = it.request_id and a.origin_code = 'etat' and public.similarity(base.fold(a.label), key) > 0.6)
		or exists (select from services.pieces p where p.service_id = it.service_id and p.origin_code = 'etat' and it.person_id is not null
			and exists (select from career.agents g where g.person_id = it.person_id) and public.similarity(base.fold(p.label), key) > 0.6) then
		raise exception using errcode = 'GU422', message = 'requests.state_holds', column = 'piece';
	elsif exists (select from requests.attachments a where a.request_id = it.request_id and a.origin_code = 'usager' and a.complement_id is null
		and public.similarity(base.fold(a.label), key) > 0.75 and coalesce(btrim(ask_piece.note), '') = '') then
		raise exception using errcode = 'GU422', message = 'requests.say_why_again', column = 'note';
	end if;
	it := requests_api.move(it.request_id, 'attente', 'demander', requests_api.my_roles());
	insert into requests.complements (request_id, piece, piece_key, note, by_person_id, structure_id, answer_by)
	values (it.request_id, btrim(ask_piece.piece), key, coalesce(btrim(ask_piece.note), ''), (select m.person_id from base.me m), it.structure_id,
		requests_api.add_days(current_date, term));
	made := requests_api.tell_thread(it.request_id, 'complement', 'Une pièce vous est demandée : ' || btrim(ask_piece.piece), ask_piece.note, false, false, it.structure_id);
	perform requests_api.notify(it.request_id, 'complement', made);
	perform base_api.note('requests.desk', 'demander', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(ask_piece.here);
end $$;
comment on function requests_api.ask_piece is 'Asks the person for a piece: never twice for the same, never for what the State holds. The clock stops.';

create function requests_api.ask_opinion(request bigint, structure text, question text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(ask_opinion.request);
	desk base.structures;
begin
	select s.* into desk from base.structures s where s.code = case when ask_opinion.structure like 's%' then substr(ask_opinion.structure, 2) end;
	if not found then
		raise exception using errcode = 'GU422', message = 'requests.no_target', column = 'aupres';
	end if;
	insert into requests.opinions (request_id, structure_id, question, by_person_id) values (it.request_id, desk.structure_id, btrim(ask_opinion.question), (select m.person_id from base.me m));
	perform requests_api.tell_thread(it.request_id, 'avis', 'Avis demandé à ' || desk.name, ask_opinion.question, true, false, it.structure_id);
	perform base_api.note('requests.desk', 'avis', 'demande ' || it.number, 'demande');
	return query select base_api.receipt(ask_opinion.here);
end $$;
comment on function requests_api.ask_opinion is 'Asks another desk for an opinion; the person does not see it.';

create function requests_api.give_opinion(request bigint, opinion bigint, verdict text, answer text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	o requests.opinions;
begin
	update requests.opinions x set verdict_code = give_opinion.verdict, answer = btrim(give_opinion.answer), given_by = (select m.person_id from base.me m), given_at = clock_timestamp()
	where x.opinion_id = give_opinion.opinion and x.request_id = give_opinion.request and x.given_at is null
		and exists (select from base.structures s where s.structure_id = x.structure_id and s.rank <@ (select y.ranks from base.my_spans y))
		and x.by_person_id <> (select m.person_id from base.me m)
	returning x.* into o;
	if not found then
		raise exception using errcode = 'GU403', message = 'requests.not_your_opinion';
	end if;
	perform requests_api.tell_thread(o.request_id, 'avis', 'Avis rendu : ' || case o.verdict_code when 'favorable' then 'favorable' when 'reserve' then 'favorable avec réserve' else 'défavorable' end,
		o.answer, true, false, o.structure_id);
	perform base_api.note('requests.desk', 'avis', 'avis ' || o.opinion_id, 'rendu');
	return query select base_api.receipt(give_opinion.here);
end $$;
comment on function requests_api.give_opinion is 'The desk that was asked answers, by another person than the one who asked.';

create function requests_api.write_note(request bigint, message text, internal boolean, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(write_note.request);
	made bigint;
begin
	made := requests_api.tell_thread(it.request_id, case when internal then 'note' else 'message' end, case when internal then 'Note interne' else 'Message du bureau' end,
		btrim(write_note.message), internal, false, it.structure_id);
	if not internal then
		perform requests_api.notify(it.request_id, 'message', made);
	end if;
	perform base_api.note('requests.desk', case when internal then 'note' else 'message' end, 'demande ' || it.number, 'fait');
	return query select base_api.receipt(write_note.here);
end $$;
comment on function requests_api.write_note is 'A note between desks, or a message to the person.';
reset role;
