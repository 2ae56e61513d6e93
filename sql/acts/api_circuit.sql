-- The circuit of an act: put forward, visas, signature; delegations. Each hand is another human, none of them the author or
-- a beneficiary, and each says yes to the content whose hash his page showed.
set role guichet_owner;

create function acts_api.next_step(draft bigint) returns acts.model_steps
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.* from acts.drafts d join acts.model_steps s using (model_code)
	where d.draft_id = next_step.draft and not exists (select from acts.approvals a
		where a.draft_id = d.draft_id and a.step_no = s.step_no and a.void_at is null)
	order by s.step_no limit 1;
$$;
comment on function acts_api.next_step is 'The hand that is waited for.';

create function acts_api.concerned(draft bigint, person bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case
		when (select acts_api.same_human(d.author_id, concerned.person) from acts.drafts d where d.draft_id = concerned.draft) then 'acts.author_cannot'
		when exists (select from acts.approvals a where a.draft_id = concerned.draft and a.void_at is null
			and (acts_api.same_human(a.person_id, concerned.person) or (a.for_person_id is not null and acts_api.same_human(a.for_person_id, concerned.person))))
			then 'acts.already_approved'
		when exists (select from career.agents g join acts.draft_lines l on l.agent_id = g.agent_id and l.draft_id = concerned.draft
			where g.person_id in (select acts_api.humans(concerned.person)))
			then 'acts.beneficiary_cannot'
		end;
$$;
comment on function acts_api.concerned is 'Why this human may not approve this act (the key of a sentence), or nothing: author, already approved, beneficiary.';

create function acts_api.approver(draft bigint, step acts.model_steps, rank int) returns table (may boolean, for_person bigint, why text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	who  bigint := acts_api.me();
	from_ bigint;
	no_  text := acts_api.concerned(approver.draft, who);
begin
	if no_ is not null then
		return query select false, null::bigint, no_;
		return;
	elsif acts_api.holds(who, step.role_code, rank) then
		return query select true, null::bigint, null::text;
		return;
	end if;
	for from_ in select d.from_person_id from acts.delegations d where d.to_person_id = who and acts_api.live(d) and acts_api.holds(d.from_person_id, step.role_code, rank)
		order by d.delegation_id loop
		no_ := acts_api.concerned(approver.draft, from_);
		if no_ is null then
			return query select true, from_, null::text;
			return;
		end if;
	end loop;
	return query select false, null::bigint, case no_ when 'acts.author_cannot' then 'acts.author_delegates' when 'acts.already_approved' then 'acts.already_approved'
		when 'acts.beneficiary_cannot' then 'acts.beneficiary_cannot' else 'acts.not_approver' end;
end $$;
comment on function acts_api.approver is 'Whether the asker may be the hand waited for, in his own name or by a delegation that holds today.';

create function acts_api.put_forward(it acts.drafts) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	step acts.model_steps;
	bad  int;
	odd  int;
begin
	if it.state_code <> 'projet' then
		raise exception using errcode = 'GU409', message = 'acts.not_a_project';
	elsif exists (select from acts.draft_rejects r where r.draft_id = it.draft_id) then
		raise exception using errcode = 'GU409', message = 'acts.rejects_left';
	end if;
	perform acts_api.refresh_before(it.draft_id);
	select count(*) filter (where f.severity = 'refus'), count(distinct f.line_no) filter (where f.severity = 'alerte') into bad, odd from acts_api.findings_of(it.draft_id) f;
	if bad > 0 then
		raise exception using errcode = 'GU409', message = 'acts.refused_lines';
	end if;
	perform acts_api.void_approvals(it.draft_id, 'nouveau circuit');
	step := acts_api.next_step(it.draft_id);
	update acts.drafts d set state_code = case step.move_code when 'visa' then 'visa' else 'signature' end, content_hash = acts_api.hash_of(it.draft_id),
		flagged_count = odd, changed_at = now(), refusal = null where d.draft_id = it.draft_id;
	perform acts_api.event(it.draft_id, 'Mis dans le circuit', 'Attendu : ' || step.label);
end $$;
comment on function acts_api.put_forward is 'Fixes the content of a draft and asks for the first visa; for functions that checked who asks.';

create function acts_api.submit(draft bigint, version int) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(submit.draft);
begin
	if it.version is distinct from submit.version and it.state_code = 'projet' then
		raise exception using errcode = 'GU409', message = 'acts.shown_another';
	end if;
	perform acts_api.put_forward(it);
	perform base_api.note('acts.work', 'circuit', 'projet ' || submit.draft, 'fait');
end $$;
comment on function acts_api.submit is 'The drafter puts into circuit the draft that his page showed.';

create function acts_api.withdraw(draft bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(withdraw.draft);
begin
	if it.state_code = 'projet' then
		raise exception using errcode = 'GU409', message = 'acts.already_project';
	end if;
	perform acts_api.changed(it, 'repris par son auteur');
end $$;
comment on function acts_api.withdraw is 'The drafter takes his draft back; visas given so far are void.';

create function acts_api.submit_group(group_id bigint) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts;
	n  int := 0;
begin
	for it in select d.* from acts.drafts d where d.group_id = submit_group.group_id and d.state_code = 'projet' order by d.draft_id for update loop
		begin
			perform acts_api.put_forward(it);
			n := n + 1;
		exception when sqlstate 'GU409' then
			update acts.drafts d set refusal = 'Des lignes sont refusées par les règles : à corriger avant le circuit.' where d.draft_id = it.draft_id;
		end;
	end loop;
	return n;
end $$;
comment on function acts_api.submit_group is 'Puts every draft of a group into circuit; those with refused lines stay, with the reason.';

create function acts_api.steps_of(draft bigint) returns table (step_no int, label text, move_code text, person_name text, for_name text, at timestamptz, is_done boolean, is_now boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.step_no::int, s.label, s.move_code, acts_api.name_of(a.person_id), acts_api.name_of(a.for_person_id), a.at, a.approval_id is not null,
		d.state_code in ('visa', 'signature', 'scellement') and s.step_no = (acts_api.next_step(d.draft_id)).step_no
	from acts.drafts d join acts.model_steps s using (model_code)
	left join acts.approvals a on a.draft_id = d.draft_id and a.step_no = s.step_no and a.void_at is null
	where d.draft_id = (select (acts_api.seen(steps_of.draft)).draft_id)
	order by s.step_no;
$$;
comment on function acts_api.steps_of is 'The hands of a circuit: who gave what, who is waited for.';

create function acts_api.mine_to_approve(draft bigint) returns table (may_visa boolean, may_sign boolean, step_label text, for_name text, why text, fresh boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   acts.drafts := acts_api.seen(mine_to_approve.draft);
	step acts.model_steps := acts_api.next_step(mine_to_approve.draft);
	who  record;
begin
	if it.state_code not in ('visa', 'signature') or step.step_no is null then
		return query select false, false, null::text, null::text, null::text, false;
		return;
	end if;
	select * into who from acts_api.approver(it.draft_id, step, it.structure_rank);
	return query select who.may and step.move_code = 'visa', who.may and step.move_code = 'signature', step.label, acts_api.name_of(who.for_person),
		case when not who.may then who.why end, coalesce((select s.proved_at > now() - interval '10 minutes' from base.my_session s), false);
end $$;
comment on function acts_api.mine_to_approve is 'What the asker may do of an act in circuit, and why not.';

create function acts_api.waiting_for_me(size int, skip int) returns table (draft_id bigint, subject text, model_name text, structure_code text, structure_name text, lines_count int,
	flagged_count int, author_name text, since timestamptz, move_code text, step_label text, content_hash text, group_id bigint, corrects_reference text, for_name text, total int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with open_ as materialized (
		select d.*, st.step_no, st.move_code, st.label as step_label, st.role_code
		from acts.drafts d cross join lateral acts_api.next_step(d.draft_id) st
		where d.state_code in ('visa', 'signature')
			and exists (select from base.assignments a join base.structures s using (structure_id)
				where a.role_code = st.role_code and d.structure_rank between s.rank and s.last_rank and a.confirmed_by is not null
					and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date)
					and (a.person_id = acts_api.me() or a.person_id in (select g.from_person_id from acts.delegations g where g.to_person_id = acts_api.me() and acts_api.live(g))))
	), mine as (
		select o.*, w.for_person, (count(*) over ())::int as total
		from open_ o cross join lateral acts_api.approver(o.draft_id, (select x from acts.model_steps x where x.model_code = o.model_code and x.step_no = o.step_no), o.structure_rank) w
		where w.may order by o.changed_at, o.draft_id limit waiting_for_me.size offset waiting_for_me.skip
	)
	select m.draft_id, m.subject, mo.name, s.code, s.name, m.lines_count,
		m.flagged_count, acts_api.name_of(m.author_id), m.changed_at, m.move_code,
		m.step_label, encode(m.content_hash, 'hex'), m.group_id, c.reference, acts_api.name_of(m.for_person), m.total
	from mine m join acts.models mo using (model_code) join base.structures s using (structure_id) left join career.acts c on c.act_id = m.corrects_act_id
	order by m.changed_at, m.draft_id;
$$;
comment on function acts_api.waiting_for_me is 'Acts that wait for the asker''s visa or signature, oldest first.';

create function acts_api.approve_one(draft bigint, hash text, move text) returns acts.drafts
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   acts.drafts;
	step acts.model_steps;
	who  record;
begin
	select d.* into it from acts.drafts d where d.draft_id = approve_one.draft for update;
	if not found or not acts_api.sees(it.structure_rank, it.author_id) then
		raise exception using errcode = 'GU404', message = 'acts.unknown';
	elsif it.state_code = 'scellement' or it.state_code = 'publie' then
		raise exception using errcode = 'GU409', message = 'acts.already_signed';
	elsif it.state_code not in ('visa', 'signature') then
		raise exception using errcode = 'GU409', message = 'acts.not_in_circuit';
	end if;
	step := acts_api.next_step(it.draft_id);
	if encode(it.content_hash, 'hex') is distinct from approve_one.hash or acts_api.hash_of(it.draft_id) is distinct from it.content_hash then
		raise exception using errcode = 'GU409', message = 'acts.changed_since';
	end if;
	-- Who may not comes before what is wrong: an approver who did his part learns it, whatever the step.
	select * into who from acts_api.approver(it.draft_id, step, it.structure_rank);
	if not who.may then
		raise exception using errcode = 'GU403', message = who.why;
	elsif step.move_code <> move then
		raise exception using errcode = 'GU409', message = 'acts.other_step';
	end if;
	if move = 'signature' then
		if not coalesce((select s.proved_at > now() - interval '10 minutes' from base.my_session s), false) then
			raise exception using errcode = 'GU403', message = 'accounts.not_fresh';
		elsif exists (select from acts_api.findings_of(it.draft_id) f where f.severity = 'refus') then
			raise exception using errcode = 'GU409', message = 'acts.refused_lines';
		end if;
	end if;
	insert into acts.approvals (draft_id, step_no, move_code, person_id, for_person_id, content_hash, proved_at)
	values (it.draft_id, step.step_no, step.move_code, acts_api.me(), who.for_person, it.content_hash, (select s.proved_at from base.my_session s));
	return it;
end $$;
comment on function acts_api.approve_one is 'One yes, after every condition: the right hand, another human, the very content that was shown, a fresh second factor to sign.';

create function acts_api.visa(draft bigint, hash text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   acts.drafts := acts_api.approve_one(visa.draft, visa.hash, 'visa');
	step acts.model_steps := acts_api.next_step(visa.draft);
begin
	update acts.drafts d set state_code = case step.move_code when 'visa' then 'visa' else 'signature' end, changed_at = now() where d.draft_id = it.draft_id;
	perform acts_api.event(it.draft_id, 'Visa donné', 'Empreinte ' || left(visa.hash, 16));
	perform base_api.note('acts.sign', 'visa', 'projet ' || it.draft_id, 'fait', jsonb_build_object('content', visa.hash));
end $$;
comment on function acts_api.visa is 'A visa.';

create function acts_api.send_back(draft bigint, why text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   acts.drafts;
	who  record;
begin
	select d.* into it from acts.drafts d where d.draft_id = send_back.draft for update;
	if not found or not acts_api.sees(it.structure_rank, it.author_id) then
		raise exception using errcode = 'GU404', message = 'acts.unknown';
	elsif it.state_code not in ('visa', 'signature') then
		raise exception using errcode = 'GU409', message = 'acts.not_in_circuit';
	end if;
	select * into who from acts_api.approver(it.draft_id, acts_api.next_step(it.draft_id), it.structure_rank);
	if not who.may then
		raise exception using errcode = 'GU403', message = who.why;
	end if;
	perform acts_api.void_approvals(it.draft_id, 'renvoyé');
	update acts.drafts d set state_code = 'projet', content_hash = null, changed_at = now(), refusal = btrim(send_back.why) where d.draft_id = it.draft_id;
	perform acts_api.event(it.draft_id, 'Renvoyé au rédacteur', btrim(send_back.why));
	perform base_api.tell(it.author_id, 'Un projet d’acte vous est renvoyé', 'Le projet « ' || it.subject || ' » vous est renvoyé : ' || btrim(send_back.why),
		'projet d''acte renvoye, voir la page Actes.');
	perform base_api.note('acts.sign', 'renvoi', 'projet ' || it.draft_id, 'fait');
end $$;
comment on function acts_api.send_back is 'The hand waited for says no, with a reason: the draft goes back to its author.';

create function acts_api.order_seal(draft bigint, hash text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.approve_one(order_seal.draft, order_seal.hash, 'signature');
begin
	update acts.drafts d set state_code = 'scellement', changed_at = now(), refusal = null, signed_by = acts_api.me() where d.draft_id = it.draft_id;
	perform acts_api.event(it.draft_id, 'Signature donnée', 'Empreinte ' || left(order_seal.hash, 16));
	perform base_api.note('acts.sign', 'signature', 'projet ' || it.draft_id, 'ordonnee', jsonb_build_object('content', order_seal.hash));
end $$;
comment on function acts_api.order_seal is 'The signer''s yes; the job that follows numbers, seals and publishes, or voids it.';

create function acts_api.sign(draft bigint, hash text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	job bigint;
begin
	perform acts_api.order_seal(sign.draft, sign.hash);
	job := job_api.put('acts.seal', acts_api.me(), jsonb_build_object('draft', sign.draft));
	update acts.drafts d set job_id = job where d.draft_id = sign.draft;
end $$;
comment on function acts_api.sign is 'A signature: fresh second factor, exact content, last hand.';

-- Many at once: what was ticked, each with the hash that the list showed ("<draft>.<hash>", the draft already deciphered).
create function acts_api.approve_many(move text, drafts bigint[], hashes text[]) returns table (done int, refused int, why text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	i     int;
	good  bigint[] := '{}';
	bad   int := 0;
	first_why text;
	said  text;
	job   bigint;
begin
	if move = 'signature' and not coalesce((select s.proved_at > now() - interval '10 minutes' from base.my_session s), false) then
		raise exception using errcode = 'GU403', message = 'accounts.not_fresh';
	end if;
	for i in 1 .. coalesce(cardinality(drafts), 0) loop
		begin
			if move = 'visa' then
				perform acts_api.visa(drafts[i], hashes[i]);
			else
				perform acts_api.order_seal(drafts[i], hashes[i]);
			end if;
			good := good || drafts[i];
		exception when sqlstate 'GU403' or sqlstate 'GU404' or sqlstate 'GU409' then
			get stacked diagnostics said = message_text;
			first_why := coalesce(first_why, said);
			bad := bad + 1;
		end;
	end loop;
	if move = 'signature' and cardinality(good) > 0 then
		job := job_api.put('acts.seal_many', acts_api.me(), jsonb_build_object('drafts', to_jsonb(good)));
		update acts.drafts d set job_id = job where d.draft_id = any (good);
	end if;
	return query select cardinality(good), bad, first_why;
end $$;
comment on function acts_api.approve_many is 'Visas or signatures of a list; those that may not pass are counted, with the first reason.';

create function acts_api.seal_again(draft bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it  acts.drafts := acts_api.seen(seal_again.draft);
	job bigint;
begin
	if it.state_code <> 'scellement' or not exists (select from base.jobs j where j.job_id = it.job_id and j.state_code in ('echec', 'annule')) then
		raise exception using errcode = 'GU409', message = 'acts.not_failed';
	end if;
	job := job_api.put('acts.seal', acts_api.me(), jsonb_build_object('draft', it.draft_id));
	update acts.drafts d set job_id = job where d.draft_id = it.draft_id;
end $$;
comment on function acts_api.seal_again is 'After a failure of the machine: the sealing is asked again, the signature stands.';

-- Delegations ---------------------------------------------------------------------------------------------------------------

create function acts_api.delegate(login text, reference text, from_ date, to_ date) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	whom bigint;
begin
	if not coalesce((select s.proved_at > now() - interval '10 minutes' from base.my_session s), false) then
		raise exception using errcode = 'GU403', message = 'accounts.not_fresh';
	end if;
	select l.person_id into whom from accounts.logins l where l.login = lower(btrim(delegate.login));
	if whom is null or not exists (select from base.assignments a join base.roles r using (role_code)
		where a.person_id = whom and r.is_staff and a.confirmed_by is not null and (a.valid_to is null or a.valid_to > current_date)) then
		raise exception using errcode = 'GU422', message = 'acts.delegate_unknown', column = 'a_qui';
	elsif acts_api.same_human(whom, acts_api.me()) then
		raise exception using errcode = 'GU422', message = 'acts.delegate_self', column = 'a_qui';
	elsif not exists (select from base.assignments a join base.role_permissions p using (role_code)
		where a.person_id = whom and p.permission = 'acts.sign' and a.confirmed_by is not null and (a.valid_to is null or a.valid_to > current_date)) then
		raise exception using errcode = 'GU422', message = 'acts.delegate_cannot', column = 'a_qui';
	elsif to_ <= from_ or to_ <= current_date then
		raise exception using errcode = 'GU422', message = 'acts.delegation_dates', column = 'fin';
	elsif to_ > from_ + interval '1 year' then
		raise exception using errcode = 'GU422', message = 'acts.delegation_long', column = 'fin';
	end if;
	insert into acts.delegations (from_person_id, to_person_id, reference, valid_from, valid_to) values (acts_api.me(), whom, btrim(delegate.reference), from_, to_);
	perform base_api.note('acts.sign', 'delegation', 'personne ' || whom, 'donnee', jsonb_build_object('until', to_));
	perform base_api.tell(whom, 'Une délégation de signature vous est donnée', acts_api.name_of(acts_api.me()) || ' vous délègue ses visas et signatures du ' || to_char(from_, 'DD/MM/YYYY')
		|| ' au ' || to_char(to_ - 1, 'DD/MM/YYYY') || ' (' || btrim(delegate.reference) || ').', 'delegation de signature recue, voir Actes.');
end $$;
comment on function acts_api.delegate is 'Gives one''s visas and signatures to another member of staff, for a time, under a reference.';

create function acts_api.end_delegation(delegation bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update acts.delegations d set ended_at = now()
	where d.delegation_id = end_delegation.delegation and d.ended_at is null and acts_api.me() in (d.from_person_id, d.to_person_id);
	if not found then
		raise exception using errcode = 'GU404', message = 'acts.unknown';
	end if;
	perform base_api.note('acts.sign', 'delegation', 'delegation ' || delegation, 'finie');
end $$;
comment on function acts_api.end_delegation is 'Ends a delegation, by either side.';

create function acts_api.my_delegations() returns table (delegation_id bigint, other_name text, is_given boolean, reference text, valid_from date, last_day date, is_live boolean, is_over boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select d.delegation_id, acts_api.name_of(case when d.from_person_id = acts_api.me() then d.to_person_id else d.from_person_id end), d.from_person_id = acts_api.me(),
		d.reference, d.valid_from, d.valid_to - 1, acts_api.live(d), d.ended_at is not null or d.valid_to <= current_date
	from acts.delegations d where acts_api.me() in (d.from_person_id, d.to_person_id) order by d.valid_from desc, d.delegation_id desc limit 50;
$$;
comment on function acts_api.my_delegations is 'Delegations given and received.';

revoke execute on all functions in schema acts_api from public;
grant execute on function acts_api.submit, acts_api.withdraw, acts_api.steps_of, acts_api.mine_to_approve, acts_api.seal_again to web_acts;
grant execute on function acts_api.waiting_for_me, acts_api.visa, acts_api.send_back, acts_api.sign, acts_api.approve_many,
	acts_api.delegate, acts_api.end_delegation, acts_api.my_delegations to web_sign;
reset role;
