-- The four hands of a pension: services certified, computed, controlled, signed. Each is another human, none of them the beneficiary, and
-- each says yes to the very content whose hash his page showed.
set role guichet_owner;

create function pensions_api.step_of(state text) returns text
	language sql immutable parallel safe
	return case when state in ('etat_services', 'liquidation', 'controle', 'signature') then state end;
comment on function pensions_api.step_of is 'The hand that a state waits for, if it waits for one.';

-- What a hand would say yes to now: the services, or the computation.
create function pensions_api.shown_hash(f pensions.files) returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if f.state_code = 'etat_services' then
		return encode(pensions_api.services_hash(f), 'hex');
	end if;
	return encode(pensions_api.content_hash(f.file_id), 'hex');
end $$;
comment on function pensions_api.shown_hash is 'The hash of what the desk that holds a file agrees to.';

-- Why a computation may not go on, as the key of a sentence; null when it may.
create function pensions_api.not_ready(f pensions.files) returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	services text;
	last     record;
	content  bytea;
begin
	if f.state_code = 'etat_services' then
		return null;
	end if;
	select count(*) as funds, bool_and(l.is_complete) as complete, bool_and(l.is_entitled) as entitled, array_agg(distinct l.input_hash) as inputs into last from pensions_api.latest(f.file_id) l;
	if last.funds = 0 then
		return 'pensions.not_computed';
	end if;
	services := pensions_api.services_text(f);
	content := pensions_api.content_hash(f.file_id);
	if last.inputs <> array[pensions_api.input_hash_of(f, services)] then
		return 'pensions.stale_computation';
	elsif not exists (select from pensions.approvals a where a.file_id = f.file_id and a.step_code = 'etat_services' and a.void_at is null and a.content_hash = sha256(convert_to(services, 'UTF8'))) then
		return 'pensions.services_changed';
	elsif not last.complete then
		return 'pensions.waits_stand';
	elsif not last.entitled then
		return 'pensions.no_right';
	elsif exists (select from unnest(case f.state_code when 'controle' then array['liquidation'] when 'signature' then array['liquidation', 'controle'] else '{}' end) s (step)
		where not exists (select from pensions.approvals a where a.file_id = f.file_id and a.step_code = s.step and a.void_at is null and a.content_hash = content)) then
		return 'pensions.earlier_hand_missing';
	end if;
	return null;
end $$;
comment on function pensions_api.not_ready is 'Why the hand waited for cannot say yes yet, whoever it is: nothing computed, something changed since, a wait, no right, an earlier hand missing.';

create function pensions_api.why_not(f pensions.files, person bigint) returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if acts_api.same_human(person, (select a.person_id from career.agents a where a.agent_id = f.agent_id)) then
		return 'pensions.beneficiary_cannot';
	elsif exists (select from pensions.approvals a where a.file_id = f.file_id and a.void_at is null and acts_api.same_human(a.person_id, person)) then
		return 'pensions.already_approved';
	elsif not coalesce(acts_api.holds(person, (select s.role_code from pensions.states s where s.state_code = f.state_code), f.structure_rank), false) then
		return 'pensions.not_your_desk';
	end if;
	return null;
end $$;
comment on function pensions_api.why_not is 'Why this human may not be the hand waited for: the beneficiary, a hand already given, another desk; null when he may.';

create function pensions_api.after_step(step text) returns text
	language sql immutable parallel safe
	return case step when 'etat_services' then 'liquidation' when 'liquidation' then 'controle' when 'controle' then 'signature' when 'signature' then 'scellement' end;
comment on function pensions_api.after_step is 'Where a file goes when the hand of this step said yes.';

create function pensions_api.approve_one(file bigint, step text, hash text) returns pensions.files
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f   pensions.files := pensions_api.hold(approve_one.file);
	who bigint := pensions_api.me();
	no_ text;
begin
	no_ := pensions_api.why_not(f, who);
	-- Who may not comes before what is wrong; but a hand that did its part and comes back learns that the file has gone on.
	if no_ in ('pensions.beneficiary_cannot', 'pensions.not_your_desk') then
		raise exception using errcode = 'GU403', message = no_;
	elsif pensions_api.step_of(f.state_code) is distinct from approve_one.step then
		raise exception using errcode = 'GU409', message = 'pensions.other_step';
	elsif no_ is not null then
		raise exception using errcode = 'GU403', message = no_;
	elsif coalesce(pensions_api.shown_hash(f), '') is distinct from approve_one.hash then
		raise exception using errcode = 'GU409', message = 'pensions.shown_another';
	end if;
	no_ := pensions_api.not_ready(f);
	if no_ is not null then
		raise exception using errcode = 'GU409', message = no_;
	elsif step = 'signature' and not coalesce((select s.proved_at > now() - interval '10 minutes' from base.my_session s), false) then
		raise exception using errcode = 'GU403', message = 'accounts.not_fresh';
	end if;
	insert into pensions.approvals (file_id, step_code, person_id, content_hash, proved_at)
	values (f.file_id, step, who, decode(hash, 'hex'), case when step = 'signature' then (select s.proved_at from base.my_session s) end);
	perform pensions_api.move(f.file_id, pensions_api.after_step(step), who, '');
	perform base_api.note('pensions.desk', 'accord.' || step, 'dossier ' || f.number, 'donne', jsonb_build_object('content', hash));
	return f;
end $$;
comment on function pensions_api.approve_one is 'One yes after every condition: the right desk, another human, the very content shown, nothing waited for, a fresh second factor to sign.';

create function pensions_api.approve(file bigint, step text, hash text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f pensions.files := pensions_api.approve_one(approve.file, approve.step, approve.hash);
begin
	if step = 'etat_services' then
		perform pensions_api.order_computation(f.file_id);
	elsif step = 'signature' then
		update pensions.files x set seal_job_id = job_api.put('pensions.seal', pensions_api.me(), jsonb_build_object('file', f.file_id)) where x.file_id = f.file_id;
	end if;
end $$;
comment on function pensions_api.approve is 'The hand waited for says yes; certified services are computed, a signed concession is sealed.';

create function pensions_api.approve_alone(file bigint) returns boolean
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f pensions.files;
begin
	select x.* into f from pensions.files x where x.file_id = approve_alone.file for update;
	if not found or f.state_code <> 'liquidation' or pensions_api.not_ready(f) is not null or payroll_api.agreement(f.agent_id) <> 'concorde'
		or exists (select from pensions.appeals a where a.file_id = f.file_id and a.is_accepted)                  -- what was reviewed is looked at by people
		or exists (select from pensions.events e where e.file_id = f.file_id and e.what = 'Rendu à la liquidation') then
		return false;
	end if;
	insert into pensions.approvals (file_id, step_code, person_id, content_hash, is_automatic) values (f.file_id, 'liquidation', null, pensions_api.content_hash(f.file_id), true);
	update pensions.files x set is_automatic = true where x.file_id = f.file_id;
	perform pensions_api.event(f.file_id, null, 'Liquidée automatiquement', 'La carrière et la paye disent la même chose : une personne contrôle encore, une autre signe.');
	perform pensions_api.move(f.file_id, 'controle', null, '');
	return true;
end $$;
comment on function pensions_api.approve_alone is 'The portal itself says yes to a computation that waits for nothing, when career and pay agree; control and signature stay with people.';

create function pensions_api.send_back(file bigint, why text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f   pensions.files := pensions_api.hold(send_back.file);
	who bigint := pensions_api.me();
	to_ text;
begin
	to_ := case f.state_code when 'liquidation' then 'etat_services' when 'controle' then 'liquidation' when 'signature' then 'liquidation' end;
	if to_ is null then
		raise exception using errcode = 'GU409', message = 'pensions.other_step';
	elsif pensions_api.why_not(f, who) is not null then
		raise exception using errcode = 'GU403', message = pensions_api.why_not(f, who);
	end if;
	perform pensions_api.void_approvals(f.file_id, case to_ when 'etat_services' then array['etat_services', 'liquidation', 'controle', 'signature']
		else array['liquidation', 'controle', 'signature'] end, 'rendu : ' || btrim(why));
	perform pensions_api.event(f.file_id, who, case to_ when 'etat_services' then 'Rendu à la fonction publique' else 'Rendu à la liquidation' end, btrim(why), true);
	perform pensions_api.move(f.file_id, to_, who, btrim(why));
end $$;
comment on function pensions_api.send_back is 'The hand waited for says no, with a reason: the file goes back and the approvals behind it fall.';

create function pensions_api.turn_down(file bigint, why text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f   pensions.files := pensions_api.hold(turn_down.file);
	who bigint := pensions_api.me();
begin
	if f.state_code <> 'liquidation' then
		raise exception using errcode = 'GU409', message = 'pensions.other_step';
	elsif pensions_api.why_not(f, who) is not null then
		raise exception using errcode = 'GU403', message = pensions_api.why_not(f, who);
	elsif not exists (select from pensions_api.latest(f.file_id) l where l.is_complete and not l.is_entitled) then
		raise exception using errcode = 'GU409', message = 'pensions.has_right';
	end if;
	update pensions.files x set notified_on = current_date where x.file_id = f.file_id;
	perform pensions_api.move(f.file_id, 'rejete', who, btrim(why));
end $$;
comment on function pensions_api.turn_down is 'Rejects a file whose complete computation gives no right, with a reason that the agent reads.';

-- Pages -------------------------------------------------------------------------------------------------------------------------

create function pensions_api.steps_of(file bigint) returns table (step_no int, label text, desk text, person_name text, at timestamptz, is_done boolean, is_now boolean, is_automatic boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.sort::int, v.label, s.desk, coalesce(acts_api.name_of(a.person_id), case when a.is_automatic then 'Le portail' end), a.at, a.approval_id is not null,
		f.state_code = s.state_code, coalesce(a.is_automatic, false)
	from pensions_api.reach(steps_of.file) f
	cross join (values ('etat_services', 'État des services certifié'), ('liquidation', 'Liquidation proposée'), ('controle', 'Liquidation contrôlée'), ('signature', 'Concession signée')) v (step, label)
	join pensions.states s on s.state_code = v.step
	left join pensions.approvals a on a.file_id = f.file_id and a.step_code = v.step and a.void_at is null
	order by s.sort;
$$;
comment on function pensions_api.steps_of is 'The four hands of a file: who said yes, who is waited for.';

create function pensions_api.mine_to_do(file bigint) returns table (step_code text, may_approve boolean, may_return boolean, may_turn_down boolean, why text, not_ready text, hash text, is_fresh boolean,
	may_compute boolean, may_hand_over boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select pensions_api.step_of(f.state_code), x.why is null and x.not_ready is null and pensions_api.step_of(f.state_code) is not null,
		x.why is null and f.state_code in ('liquidation', 'controle', 'signature'),
		x.why is null and f.state_code = 'liquidation' and exists (select from pensions_api.latest(f.file_id) l where l.is_complete and not l.is_entitled),
		case when pensions_api.step_of(f.state_code) is not null then x.why end, case when pensions_api.step_of(f.state_code) is not null then x.not_ready end,
		pensions_api.shown_hash(f), coalesce((select s.proved_at > now() - interval '10 minutes' from base.my_session s), false),
		f.state_code in ('liquidation', 'controle', 'signature') and coalesce(x.why, '') <> 'pensions.beneficiary_cannot'
			and (acts_api.holds(pensions_api.me(), 'pension_officer', f.structure_rank) or acts_api.holds(pensions_api.me(), 'pension_controller', f.structure_rank)),
		f.state_code = 'remise' and coalesce(acts_api.holds(pensions_api.me(), 'pension_officer', f.structure_rank), false)
			and not acts_api.same_human(pensions_api.me(), (select a.person_id from career.agents a where a.agent_id = f.agent_id))
	from pensions_api.reach(mine_to_do.file) f
	cross join lateral (select pensions_api.why_not(f, pensions_api.me()) as why, pensions_api.not_ready(f) as not_ready) x;
$$;
comment on function pensions_api.mine_to_do is 'What the asker may do of a file in circuit, and why not.';

-- Leaves a line that the agent reads; once every half hour for each viewer.
create function pensions_api.open_circuit(file bigint) returns table (file_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f     pensions.files := pensions_api.reach(open_circuit.file);
	who   bigint := pensions_api.me();
	owner bigint := (select a.person_id from career.agents a where a.agent_id = f.agent_id);
	as_   record;
begin
	if who is distinct from owner and not exists (select from base.consultations c where c.person_id = owner and c.viewer_id = who and c.what = 'pension'
		and c.at > now() - interval '29 minutes') then
		select v.* into as_ from career_api.viewer_role('pensions.desk', f.structure_rank) v;
		insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
		values (owner, who, as_.structure_id, as_.role_code, 'pension', 'Dossier de pension ' || f.number);
	end if;
	return query select f.file_id;
end $$;
comment on function pensions_api.open_circuit is 'Opens a pension file to a desk; the agent reads who looked, from where and for which file.';

create function pensions_api.circuit_head(file bigint) returns table (file_id bigint, number text, state_code text, state_label text, desk text, due_on date, is_late boolean, kind_label text,
	leave_on date, leave_source text, funds text, matricule text, family_name text, given_names text, name text, birth_date date, version int, pension_fcfa bigint, is_computed boolean,
	is_complete boolean, is_entitled boolean, is_demo boolean, made_at timestamptz, computing boolean, computing_failed boolean, sealing_failed boolean, is_automatic boolean, act_id bigint,
	act_reference text, act_signed_on date, has_booklet boolean, concession_reference text, booklet_code text, booklet_on date, first_payment_on date, notified_on date, review_until date,
	is_own boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.file_id, f.number, f.state_code, s.label, s.desk, f.due_on, f.due_on < current_date and not s.is_over,
		case f.kind_code when 'retraite' then 'Pension de retraite' when 'anticipe' then 'Départ à la demande' when 'invalidite' then 'Pension d’invalidité' else 'Pension de réversion' end,
		f.leave_on, f.leave_source, array_to_string(f.regimes, ' et '), g.matricule, p.family_name, p.given_names, btrim(upper(p.family_name) || ' ' || p.given_names), p.birth_date,
		l.version, l.total, l.version is not null, coalesce(l.is_complete, false), coalesce(l.is_entitled, false), coalesce(l.is_demo, false), l.made_at,
		coalesce(cj.state_code in ('attente', 'cours'), false), coalesce(cj.state_code = 'echec', false) and l.version is null, coalesce(sj.state_code = 'echec', false) and f.state_code = 'scellement',
		f.is_automatic, act.act_id, act.reference, act.signed_on, d.document_id is not null, f.concession_reference, regexp_replace(d.code, '(.{4})(.{4})(.{4})', '\1 \2 \3'), f.booklet_on,
		f.first_payment_on, f.notified_on, pensions_api.review_until(f), acts_api.same_human(pensions_api.me(), p.person_id)
	from pensions_api.reach(circuit_head.file) f
	join pensions.states s on s.state_code = f.state_code
	join career.agents g on g.agent_id = f.agent_id
	join base.persons p on p.person_id = g.person_id
	left join lateral (select max(x.version) as version, sum(x.pension_fcfa)::bigint as total, bool_and(x.is_complete) as is_complete, bool_and(x.is_entitled) as is_entitled,
		bool_or(x.is_demo) as is_demo, max(x.made_at) as made_at from pensions_api.latest(f.file_id) x) l on true
	left join lateral pensions_api.retirement_act(f) act on true
	left join acts.documents d on d.document_id = f.booklet_id
	left join base.jobs cj on cj.job_id = f.computation_job_id
	left join base.jobs sj on sj.job_id = f.seal_job_id;
$$;
comment on function pensions_api.circuit_head is 'A file as its circuit page heads it.';

create function pensions_api.circuit_thread(file bigint) returns table (at timestamptz, what text, note text, person_name text, is_move boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select e.at, e.what, e.note, coalesce(acts_api.name_of(e.person_id), 'Le portail'), e.state_code is not null
	from pensions_api.reach(circuit_thread.file) f join pensions.events e on e.file_id = f.file_id
	order by e.event_id desc limit 60;
$$;
comment on function pensions_api.circuit_thread is 'What happened to a file, newest first.';

revoke execute on function pensions_api.step_of, pensions_api.shown_hash, pensions_api.not_ready, pensions_api.why_not, pensions_api.after_step, pensions_api.approve_one,
	pensions_api.approve, pensions_api.approve_alone, pensions_api.send_back, pensions_api.turn_down, pensions_api.steps_of, pensions_api.mine_to_do, pensions_api.open_circuit,
	pensions_api.circuit_head, pensions_api.circuit_thread from public;
grant execute on function pensions_api.approve, pensions_api.send_back, pensions_api.turn_down, pensions_api.steps_of, pensions_api.mine_to_do, pensions_api.open_circuit,
	pensions_api.circuit_head, pensions_api.circuit_thread to web_pensions;
grant execute on function pensions_api.approve_alone to worker;
reset role;
