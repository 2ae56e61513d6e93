-- The reply: written, read by each hand of the path, delivered; judged and opened again.
set role guichet_owner;

-- Delivery: what the person reads, the notice, the question of how it went.
create function requests_api.deliver(request bigint, move text, roles text[]) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests;
	rp   requests.replies;
	made bigint;
	yes  boolean;
begin
	select x.* into rp from requests.replies x where x.request_id = deliver.request order by x.version desc limit 1;
	yes := rp.outcome_code = 'favorable';
	it := requests_api.move(deliver.request, case when yes then 'finalisee' else 'rejetee' end, deliver.move, deliver.roles);
	perform requests_api.close_steps(it.request_id);
	update requests.requests r set reply = rp.body, reason_code = rp.reason_code, reason_text = case when not yes then rp.body end where r.request_id = it.request_id;
	made := requests_api.tell_thread(it.request_id, case when yes then 'remise' else 'rejet' end, case when yes then 'Réponse remise' else 'Demande rejetée' end, rp.body, false, false, it.structure_id);
	perform requests_api.notify(it.request_id, case when yes then 'remise' else 'rejet' end, made);
	perform requests_api.open_survey(it.request_id);
	if not yes then
		perform requests_api.retire_papers(it.request_id, 'annule', 'La demande est rejetée après réexamen.');
	end if;
	perform base_api.note('requests.desk', case when yes then 'remise' else 'rejet' end, 'demande ' || it.number, 'fait', jsonb_build_object('reply', encode(rp.content_hash, 'hex')));
end $$;
comment on function requests_api.deliver is 'Closes a request with its reply.';

create function requests_api.after(request bigint, step int) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.kind_code || ' ' || s.step_no from requests.steps s
	where s.request_id = after.request and s.step_no > after.step and s.kind_code in ('visa', 'signature') order by s.step_no limit 1;
$$;
comment on function requests_api.after is 'The hand that comes next on the path: "visa 3", "signature 4", or nothing.';

create function requests_api.propose(request bigint, outcome text, body text, reason text, send boolean, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(propose.request);
	last requests.replies;
	next text;
	hash bytea := sha256(convert_to(concat_ws(E'\x1f', it.number, propose.outcome, coalesce(propose.reason, ''), btrim(propose.body)), 'UTF8'));
begin
	if it.state_code not in ('nouvelle', 'instruction', 'corrigee') then
		raise exception using errcode = 'GU409', message = 'requests.not_now';
	elsif propose.outcome = 'rejet' and not exists (select from requests_api.reasons_of(it.form_id) r where r.reason_code = propose.reason) then
		raise exception using errcode = 'GU422', message = 'requests.say_reason', column = 'motif';
	end if;
	select x.* into last from requests.replies x where x.request_id = it.request_id order by x.version desc limit 1;
	if last.content_hash is distinct from hash then
		insert into requests.replies (request_id, version, outcome_code, body, reason_code, content_hash, author_id)
		values (it.request_id, coalesce(last.version, 0) + 1, propose.outcome, btrim(propose.body), case when propose.outcome = 'rejet' then propose.reason end, hash,
			(select m.person_id from base.me m));
		update requests.approvals a set void_at = now(), void_why = 'La réponse a changé.' where a.request_id = it.request_id and a.void_at is null;
	end if;
	if not propose.send then
		perform requests_api.tell_thread(it.request_id, 'projet', 'Projet de réponse enregistré', '', true, false, it.structure_id);
		return query select base_api.receipt(propose.here);
		return;
	end if;
	next := requests_api.after(it.request_id, case when it.step_no < coalesce(requests_api.step_of(it.request_id, '{instruction}'), 0) then requests_api.step_of(it.request_id, '{instruction}') else it.step_no end);
	if next is null then
		perform requests_api.deliver(it.request_id, 'proposer', requests_api.my_roles());
	else
		perform requests_api.move(it.request_id, split_part(next, ' ', 1), 'proposer', requests_api.my_roles());
		perform requests_api.go_to(it.request_id, split_part(next, ' ', 2)::int);
		perform requests_api.tell_thread(it.request_id, 'projet', case split_part(next, ' ', 1) when 'visa' then 'Réponse préparée, en relecture' else 'Réponse prête, à la signature' end,
			'', false, false, it.structure_id);
		perform base_api.note('requests.desk', 'proposer', 'demande ' || it.number, next);
	end if;
	return query select base_api.receipt(propose.here);
end $$;
comment on function requests_api.propose is 'The reply in the making: kept, or handed to the next hand of the path; with no other hand, delivered.';

create function requests_api.approve(request bigint, kind text, version int, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(approve.request);
	me   bigint := (select m.person_id from base.me m);
	rp   requests.replies;
	next text;
begin
	select x.* into rp from requests.replies x where x.request_id = it.request_id order by x.version desc limit 1;
	if it.state_code <> approve.kind or rp.reply_id is null then
		raise exception using errcode = 'GU409', message = 'requests.not_now';
	elsif rp.version <> approve.version then
		raise exception using errcode = 'GU409', message = 'requests.reply_changed';
	elsif not requests_api.my_roles() && (case approve.kind when 'visa' then '{manager,signatory}' else '{signatory}' end)::text[] then
		raise exception using errcode = 'GU403', message = 'requests.not_your_hand';
	elsif rp.author_id = me or exists (select from requests.approvals a where a.request_id = it.request_id and a.person_id = me and a.void_at is null) then
		raise exception using errcode = 'GU403', message = 'requests.another_hand';
	end if;
	insert into requests.approvals (request_id, reply_id, kind_code, person_id, content_hash) values (it.request_id, rp.reply_id, approve.kind, me, rp.content_hash);
	next := requests_api.after(it.request_id, it.step_no);
	if next is null then
		if approve.kind <> 'signature' or rp.outcome_code <> 'favorable' or not requests_api.begin_paper(it.request_id) then
			perform requests_api.deliver(it.request_id, case approve.kind when 'visa' then 'viser' else 'signer' end, requests_api.my_roles());
		end if;
	else
		perform requests_api.move(it.request_id, split_part(next, ' ', 1), 'viser', requests_api.my_roles());
		perform requests_api.go_to(it.request_id, split_part(next, ' ', 2)::int);
		perform requests_api.tell_thread(it.request_id, 'visa', 'Réponse visée, à la signature', '', false, false, it.structure_id);
	end if;
	perform base_api.note('requests.desk', case approve.kind when 'visa' then 'viser' else 'signer' end, 'demande ' || it.number, 'fait',
		jsonb_build_object('reply', encode(rp.content_hash, 'hex')));
	return query select base_api.receipt(approve.here);
end $$;
comment on function requests_api.approve is 'A visa or a signature on the very text that was read, each by another person than those before.';

create function requests_api.send_back(request bigint, note text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests := requests_api.in_reach(send_back.request);
begin
	perform requests_api.move(it.request_id, 'instruction', 'renvoyer', requests_api.my_roles());
	update requests.approvals a set void_at = now(), void_why = 'Renvoyée : ' || left(send_back.note, 200) where a.request_id = it.request_id and a.void_at is null;
	perform requests_api.go_to(it.request_id, coalesce(requests_api.step_of(it.request_id, '{instruction}'), 1));
	perform requests_api.tell_thread(it.request_id, 'renvoi', 'Projet renvoyé au bureau', send_back.note, true, false, it.structure_id);
	perform base_api.note('requests.desk', 'renvoyer', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(send_back.here);
end $$;
comment on function requests_api.send_back is 'Sends a reply back to who wrote it, with the reason.';

create function requests_api.judge(request bigint, decision text, words text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(judge.request);
	me   bigint := (select m.person_id from base.me m);
	made bigint;
begin
	if exists (select from requests.approvals a where a.request_id = it.request_id and a.person_id = me and a.void_at is null)
		or exists (select from requests.replies x where x.request_id = it.request_id and x.author_id = me) then
		raise exception using errcode = 'GU403', message = 'requests.judge_other';
	end if;
	perform requests_api.move(it.request_id, case judge.decision when 'rouverte' then 'instruction' else 'rejetee' end,
		case judge.decision when 'rouverte' then 'rouvrir' else 'maintenir' end, requests_api.my_roles());
	update requests.contests c set decided_at = clock_timestamp(), decision_code = judge.decision, decision = btrim(judge.words), decided_by = me
	where c.request_id = it.request_id and c.decided_at is null;
	if judge.decision = 'rouverte' then
		update requests.approvals a set void_at = now(), void_why = 'Rouverte après contestation.' where a.request_id = it.request_id and a.void_at is null;
		perform requests_api.go_to(it.request_id, coalesce(requests_api.step_of(it.request_id, '{instruction}'), 1));
	end if;
	made := requests_api.tell_thread(it.request_id, 'contestation', case judge.decision when 'rouverte' then 'Contestation acceptée : la demande est rouverte' else 'Décision maintenue' end,
		judge.words, false, false, it.structure_id);
	perform requests_api.notify(it.request_id, 'contestation', made);
	perform base_api.note('requests.desk', 'contestation', 'demande ' || it.number, judge.decision);
	return query select base_api.receipt(judge.here);
end $$;
comment on function requests_api.judge is 'Decides a contest: by somebody who neither wrote nor signed the decision.';

create function requests_api.reopen(request bigint, words text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   requests.requests := requests_api.in_reach(reopen.request);
	made bigint;
begin
	perform requests_api.move(it.request_id, 'instruction', 'rouvrir', requests_api.my_roles());
	update requests.approvals a set void_at = now(), void_why = 'Rouverte.' where a.request_id = it.request_id and a.void_at is null;
	perform requests_api.go_to(it.request_id, coalesce(requests_api.step_of(it.request_id, '{instruction}'), 1));
	made := requests_api.tell_thread(it.request_id, 'reouverture', 'Demande rouverte par le bureau', reopen.words, false, false, it.structure_id);
	perform requests_api.notify(it.request_id, 'message', made);
	perform base_api.note('requests.desk', 'rouvrir', 'demande ' || it.number, 'fait');
	return query select base_api.receipt(reopen.here);
end $$;
comment on function requests_api.reopen is 'A closed request is opened again by its desk.';

-- Several at once: each one is done or refused on its own, and the page says how many.
create function requests_api.batch(move text, requests text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	one  text;
	it   requests.requests;
	done int := 0;
	not_done int := 0;
begin
	for one in select x from jsonb_array_elements_text(batch.requests::jsonb) x limit 100 loop
		begin
			select r.* into it from requests.requests r where r.number = one;
			if it.request_id is null then
				raise exception using errcode = 'GU404', message = 'problem.missing';
			elsif batch.move = 'prendre' then
				perform requests_api.take(it.request_id, batch.here);
			else
				perform requests_api.approve(it.request_id, case batch.move when 'viser' then 'visa' else 'signature' end,
					(select max(x.version) from requests.replies x where x.request_id = it.request_id), batch.here);
			end if;
			done := done + 1;
		exception when sqlstate 'GU403' or sqlstate 'GU404' or sqlstate 'GU409' or sqlstate 'GU422' then
			not_done := not_done + 1;
		end;
	end loop;
	return query select base_api.receipt(batch.here || case when done > 0 then '&lot=' || done else '' end || case when not_done > 0 then '&refus=' || not_done else '' end);
end $$;
comment on function requests_api.batch is 'One gesture on several requests; what one refuses does not stop the others.';
reset role;
