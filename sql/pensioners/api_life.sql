-- The desk that sees pensioners: one person at a time, identity only, never an amount. A focal point sees who stands before him and gave his
-- matricule and birth date; a pension officer also finds by name in the structures he serves. Each opening leaves a line that its owner reads.
set role guichet_owner;

create function pensioners_api.find(typed_matricule text, birth date, words text) returns table (agent_id bigint, matricule text, family_name text, given_names text,
	born_in text, is_retired boolean, died_on date, is_exact boolean, wait int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me   bigint := (select m.person_id from base.me m);
	hold int;
	hit  bigint;
begin
	if find.typed_matricule is not null and find.birth is not null then
		hold := accounts_api.count_try('retraite:' || me, 20, '1 hour');
		if hold > 0 then
			return query select null::bigint, null::text, null::text, null::text, null::text, false, null::date, false, hold;
			return;
		end if;
		select a.agent_id into hit from career.agents a join base.persons p using (person_id) where a.matricule = upper(find.typed_matricule) and p.birth_date = find.birth;
		if hit is null then
			return;
		end if;
		perform accounts_api.forgive(array['retraite:' || me]);
		insert into pensioners.encounters (viewer_id, agent_id) values (me, hit);
		return query select a.agent_id, a.matricule, p.family_name, p.given_names, to_char(p.birth_date, 'YYYY'), pensioners_api.is_retired(a.agent_id),
			pensioners_api.died_on(a.agent_id), true, 0 from career.agents a join base.persons p using (person_id) where a.agent_id = hit;
	elsif length(btrim(coalesce(find.words, ''))) >= 3 and not isempty(pensioners_api.my_ranks()) then
		perform base_api.note('life.desk', 'retraite.recherche', '', 'fait');
		return query select a.agent_id, a.matricule, p.family_name, p.given_names, to_char(p.birth_date, 'YYYY'), true, pensioners_api.died_on(a.agent_id), false, 0
			from career.agents a join base.persons p using (person_id)
			where a.structure_rank <@ pensioners_api.my_ranks() and a.left_on <= current_date and pensioners_api.is_retired(a.agent_id)
				and a.search_text like '%' || replace(replace(replace(base.fold(btrim(find.words)), '\', '\\'), '%', '\%'), '_', '\_') || '%'
			order by p.family_name, p.given_names, a.agent_id limit 31;
	end if;
end $$;
comment on function pensioners_api.find is 'By matricule and birth date: the one person, for whoever serves a desk; by name: thirty and one more, in the structures one serves. A wrong pair and an unknown one look the same; twenty in an hour.';

create function pensioners_api.may_see(agent bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select exists (select from career.agents a where a.agent_id = may_see.agent and a.structure_rank <@ pensioners_api.my_ranks())
		or exists (select from pensioners.encounters e where e.viewer_id = (select m.person_id from base.me m) and e.agent_id = may_see.agent and e.at > now() - interval '30 minutes');
$$;
comment on function pensioners_api.may_see is 'Whether this desk may have this person open: in its structures, or before it less than half an hour ago.';

create function pensioners_api.as_desk(out structure_id bigint, out role_code text, out name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a.structure_id, a.role_code, s.name
	from base.assignments a join base.role_permissions rp on rp.role_code = a.role_code and rp.permission = 'life.desk' left join base.structures s using (structure_id)
	where a.person_id = (select m.person_id from base.me m) and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date)
		and a.granted_by is not null and a.confirmed_by is not null
	order by a.assignment_id limit 1
$$;
comment on function pensioners_api.as_desk is 'In what capacity the asker stands at the desk.';

create function pensioners_api.open_person(agent bigint) returns table (agent_id bigint, matricule text, family_name text, given_names text, birth_date date, left_on date,
	is_retired boolean, died_on date, is_declared_dead boolean, due_on date, seen_on date, number text, days_left int, days_late int, is_late boolean, holds boolean, months text,
	months_is_demo boolean, is_me boolean, may_visit boolean, place text, today date)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me  bigint := (select m.person_id from base.me m);
	who bigint;
	as_ record;
begin
	if not pensioners_api.may_see(open_person.agent) then
		raise exception using errcode = 'GU404', message = 'pensioners.not_before_you';
	end if;
	select a.person_id into who from career.agents a where a.agent_id = open_person.agent;
	select * into as_ from pensioners_api.as_desk();
	if not exists (select from base.consultations c where c.person_id = who and c.viewer_id = me and c.what = 'identite' and c.at > now() - interval '29 minutes') then
		insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
		values (who, me, as_.structure_id, as_.role_code, 'identite', 'Certificat de vie ou démarche de retraité');
	end if;
	return query
	select a.agent_id, a.matricule, p.family_name, p.given_names, p.birth_date, a.left_on, pensioners_api.is_retired(a.agent_id), pensioners_api.died_on(a.agent_id),
		exists (select from pensioners.claims c where c.agent_id = a.agent_id and c.state_code in ('recu', 'incomplet')), l.due_on, l.seen_on, l.number,
		l.due_on - current_date, current_date - l.due_on, l.due_on < current_date, l.number is not null and l.due_on >= current_date, v.value #>> '{}', v.is_demo, a.person_id = me,
		not isempty(pensioners_api.my_ranks()), as_.name, current_date
	from career.agents a join base.persons p using (person_id) cross join lateral pensioners_api.life_of(a.agent_id) l
	left join lateral (select x.* from base.parameters x where x.name = 'pensioners.life_months' and x.valid_from <= current_date
		and (x.valid_to is null or x.valid_to > current_date) order by x.valid_from desc limit 1) v on true
	where a.agent_id = open_person.agent;
end $$;

comment on function pensioners_api.open_person is 'Opens the identity of one pensioner and records who looked; no amount, no address.';

create function pensioners_api.may_stop(it pensioners.life_certificates) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select it.stopped_at is null and it.recorded_at > now() - make_interval(hours => (pensioners_api.value_of('life_stop_hours'))::int)
		and (it.recorded_by = (select m.person_id from base.me m) or exists (select from career.agents a where a.agent_id = it.agent_id and a.structure_rank <@ pensioners_api.my_ranks()));
$$;
comment on function pensioners_api.may_stop is 'Whether a recording can still be taken back, and by the asker.';

create function pensioners_api.person_certificates(agent bigint) returns table (life_certificate_id bigint, number text, seen_on date, valid_until date, place text,
	how_code text, stopped_at timestamptz, stopped_why text, may_stop boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select c.life_certificate_id, c.number, c.seen_on, c.valid_until, c.place, c.how_code, c.stopped_at, c.stopped_why, pensioners_api.may_stop(c)
	from pensioners.life_certificates c where c.agent_id = person_certificates.agent and pensioners_api.may_see(person_certificates.agent)
	order by c.recorded_at desc, c.life_certificate_id desc limit 5;
$$;

comment on function pensioners_api.person_certificates is 'The latest certificates of the person who is open.';

create function pensioners_api.record_life(agent bigint, how text, seen date, place text, paper text, ending text) returns table (location text, id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me   bigint := (select m.person_id from base.me m);
	who  record;
	as_  record;
	it   pensioners.life_certificates;
	day  date := coalesce(record_life.seen, current_date);
	last date;
begin
	if not pensioners_api.may_see(record_life.agent) then
		raise exception using errcode = 'GU404', message = 'pensioners.not_before_you';
	end if;
	select a.person_id, p.birth_date into who from career.agents a join base.persons p using (person_id) where a.agent_id = record_life.agent for update of a;
	select * into as_ from pensioners_api.as_desk();
	if who.person_id = me then
		raise exception using errcode = 'GU403', message = 'pensioners.own_life';
	elsif pensioners_api.died_on(agent) is not null then
		raise exception using errcode = 'GU409', message = 'pensioners.life_of_dead';
	elsif not pensioners_api.is_retired(agent) then
		raise exception using errcode = 'GU409', message = 'pensioners.life_not_retired';
	elsif day > current_date then
		raise exception using errcode = 'GU422', message = 'pensioners.seen_ahead', column = 'vu_le';
	elsif how = 'presence' and day <> current_date then
		raise exception using errcode = 'GU422', message = 'pensioners.seen_today', column = 'vu_le';
	elsif how = 'agent' and isempty(pensioners_api.my_ranks()) then
		raise exception using errcode = 'GU403', message = 'pensioners.visit_officers';
	elsif how = 'agent' and day < current_date - (pensioners_api.value_of('visit_days'))::int then
		raise exception using errcode = 'GU422', message = 'pensioners.visit_old', column = 'vu_le', detail = pensioners_api.value_of('visit_days') #>> '{}';
	elsif how = 'agent' and length(btrim(coalesce(record_life.place, ''))) < 2 then
		raise exception using errcode = 'GU422', message = 'pensioners.visit_place', column = 'lieu';
	elsif upper(ending) !~ '^[0-9A-Z]{4}$' then
		raise exception using errcode = 'GU422', message = 'pensioners.paper_end', column = 'fin';
	end if;
	last := (day + make_interval(months => (pensioners_api.value_of('life_months'))::int))::date;
	if exists (select from pensioners.life_certificates c where c.agent_id = record_life.agent and c.stopped_at is null and c.seen_on = day) then
		raise exception using errcode = 'GU409', message = 'pensioners.life_twice';
	end if;
	insert into pensioners.life_certificates (agent_id, how_code, seen_on, valid_until, place, paper_code, paper_end, recorded_by, structure_id)
	values (record_life.agent, how, day, last, coalesce(case when how = 'agent' then btrim(record_life.place) end, as_.name, 'Centre communal'), paper, upper(ending), me, as_.structure_id)
	returning * into it;
	update pensioners.life_certificates c set number = 'V' || to_char(it.recorded_at, 'YYYY') || '-' || lpad(it.life_certificate_id::text, 6, '0')
	where c.life_certificate_id = it.life_certificate_id returning * into it;
	perform channels_api.notify(who.person_id, 'pension.vie', jsonb_build_object('numero', it.number, 'lieu', it.place, 'jour', base_api.day_words(it.seen_on),
		'jusquau', base_api.day_words(it.valid_until)));
	insert into pensioners.claim_events (claim_id, what, note)
	select c.claim_id, 'Un certificat de vie a été enregistré après la déclaration du décès', it.place || ', le ' || base_api.day_words(it.seen_on)
	from pensioners.claims c where c.agent_id = it.agent_id and c.state_code in ('recu', 'incomplet');
	perform base_api.note('life.desk', 'certificat_vie.enregistrement', it.number, 'fait', jsonb_build_object('agent', it.agent_id));
	return query select base_api.receipt('/retraites'), it.life_certificate_id;
end $$;
comment on function pensioners_api.record_life is 'Records that a pensioner was seen alive with an identity paper; refused for the dead, for who is not retired, for oneself, for a day to come.';

create function pensioners_api.life_receipt(id bigint) returns table (life_certificate_id bigint, agent_id bigint, number text, name text, matricule text, birth_date date, how_code text,
	seen_on date, valid_until date, place text, paper text, paper_end text, recorded_at timestamptz, recorder text, stopped_at timestamptz, stopped_why text, may_stop boolean, is_declared_dead boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select c.life_certificate_id, c.agent_id, c.number, p.given_names || ' ' || p.family_name, a.matricule, p.birth_date, c.how_code, c.seen_on, c.valid_until, c.place, k.label, c.paper_end,
		c.recorded_at, accounts_api.name_of(c.recorded_by), c.stopped_at, c.stopped_why, pensioners_api.may_stop(c),
		exists (select from pensioners.claims x where x.agent_id = c.agent_id and x.state_code in ('recu', 'incomplet'))
	from pensioners.life_certificates c join career.agents a using (agent_id) join base.persons p using (person_id) join pensioners.identity_papers k using (paper_code)
	where c.life_certificate_id = life_receipt.id and (c.recorded_by = (select m.person_id from base.me m) or a.structure_rank <@ pensioners_api.my_ranks());
$$;
comment on function pensioners_api.life_receipt is 'One certificate, for the desk that recorded it or whose structures it concerns.';

create function pensioners_api.my_receipt(id bigint) returns table (life_certificate_id bigint, agent_id bigint, number text, name text, matricule text, birth_date date, how_code text,
	seen_on date, valid_until date, place text, paper text, paper_end text, recorded_at timestamptz, recorder text, stopped_at timestamptz, stopped_why text, may_stop boolean, is_declared_dead boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select c.life_certificate_id, null::bigint, c.number, p.given_names || ' ' || p.family_name, a.matricule, p.birth_date, c.how_code, c.seen_on, c.valid_until, c.place, k.label, c.paper_end,
		c.recorded_at, s.name, c.stopped_at, c.stopped_why, false, false
	from pensioners.life_certificates c join career.agents a using (agent_id) join base.persons p using (person_id) join pensioners.identity_papers k using (paper_code)
	left join base.structures s on s.structure_id = c.structure_id
	where c.life_certificate_id = my_receipt.id and c.agent_id = (select m.agent_id from career.me m);
$$;
comment on function pensioners_api.my_receipt is 'One certificate of mine.';

create function pensioners_api.stop_life(id bigint, why text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
	it pensioners.life_certificates;
begin
	select c.* into it from pensioners.life_certificates c join career.agents a using (agent_id)
	where c.life_certificate_id = stop_life.id and (c.recorded_by = me or a.structure_rank <@ pensioners_api.my_ranks()) for update of c;
	if it.life_certificate_id is null then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif it.stopped_at is not null then
		raise exception using errcode = 'GU409', message = 'pensioners.life_stopped';
	elsif not pensioners_api.may_stop(it) then
		raise exception using errcode = 'GU409', message = 'pensioners.life_too_late', detail = pensioners_api.value_of('life_stop_hours') #>> '{}';
	elsif length(btrim(coalesce(why, ''))) < 3 then
		raise exception using errcode = 'GU422', message = 'pensioners.why', column = 'motif';
	end if;
	update pensioners.life_certificates c set stopped_at = now(), stopped_by = me, stopped_why = btrim(why) where c.life_certificate_id = it.life_certificate_id;
	perform channels_api.notify((select a.person_id from career.agents a where a.agent_id = it.agent_id), 'pension.vie_retiree',
		jsonb_build_object('numero', it.number, 'pourquoi', btrim(why)));
	perform base_api.note('life.desk', 'certificat_vie.retrait', it.number, 'fait', jsonb_build_object('motif', btrim(why)));
	return query select base_api.receipt('/retraites?fait=vie_retiree');
end $$;
comment on function pensioners_api.stop_life is 'Takes back a certificate recorded by mistake, within its hours, with a reason; it stays in the history.';

create function pensioners_api.my_day() returns table (life_certificate_id bigint, number text, name text, recorded_at timestamptz, stopped_at timestamptz)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select c.life_certificate_id, c.number, p.given_names || ' ' || p.family_name, c.recorded_at, c.stopped_at
	from pensioners.life_certificates c join career.agents a using (agent_id) join base.persons p using (person_id)
	where c.recorded_by = (select m.person_id from base.me m) and c.recorded_at > now() - interval '24 hours' order by c.recorded_at desc limit 50;
$$;
comment on function pensioners_api.my_day is 'What I recorded in the last day.';

-- A change of account that waits: a desk sees its last four characters and may stop it; nothing else of it.
create function pensioners_api.waiting_account(agent bigint) returns table (payment_account_id bigint, words text, holds_from date)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.payment_account_id, pensioners_api.account_words(p.kind_code, p.label, p.account_end), (p.holds_from at time zone 'Africa/Porto-Novo')::date
	from pensioners.payment_accounts p join career.agents a using (person_id)
	where a.agent_id = waiting_account.agent and pensioners_api.may_see(waiting_account.agent) and p.stopped_at is null and p.holds_from > now();
$$;
comment on function pensioners_api.waiting_account is 'The change of account that waits for the person who is open.';

create function pensioners_api.stop_account_at_desk(agent bigint, id bigint, why text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if not pensioners_api.may_see(agent) or not exists (select from pensioners.payment_accounts p join career.agents a using (person_id)
			where p.payment_account_id = stop_account_at_desk.id and a.agent_id = stop_account_at_desk.agent) then
		raise exception using errcode = 'GU404', message = 'pensioners.not_before_you';
	elsif length(btrim(coalesce(why, ''))) < 3 then
		raise exception using errcode = 'GU422', message = 'pensioners.why', column = 'motif';
	end if;
	perform pensioners_api.stop_account(id, (select m.person_id from base.me m), 'guichet', btrim(why));
	return query select base_api.receipt('/retraites?fait=compte_arrete');
end $$;
comment on function pensioners_api.stop_account_at_desk is 'Stops a change of account at the desk, with a reason that the owner reads.';

-- Who is due: for pension officers, over the structures they serve.
create function pensioners_api.is_in(which text, due date, number text) returns boolean
	language sql stable
	return case which when 'retard' then due < current_date and number is not null when 'jamais' then due < current_date and number is null
		else due between current_date and current_date + 60 end;
comment on function pensioners_api.is_in is 'The three lists: ended, never given, to end within sixty days.';

create function pensioners_api.due_list(which text, size bigint, skip bigint) returns table (agent_id bigint, matricule text, family_name text, given_names text, structure_name text,
	seen_on date, due_on date, number text, days int, days_late int)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform pensioners_api.must_serve();
	return query select l.agent_id, l.matricule, p.family_name, p.given_names, s.name, l.seen_on, l.due_on, l.number, l.due_on - current_date, current_date - l.due_on
		from (select v.* from pensioners_api.living v where v.structure_rank <@ (select pensioners_api.my_ranks()) and pensioners_api.is_in(which, v.due_on, v.number)
			order by v.due_on, v.agent_id limit size offset skip) l
		join base.persons p using (person_id) left join base.structures s using (structure_id) order by l.due_on, l.agent_id;
end $$;
comment on function pensioners_api.due_list is 'One page of a list over the structures that the asker serves, the oldest end first.';

create function pensioners_api.due_counts() returns table (late bigint, never bigint, soon bigint)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform pensioners_api.must_serve();
	return query select count(*) filter (where pensioners_api.is_in('retard', v.due_on, v.number)), count(*) filter (where pensioners_api.is_in('jamais', v.due_on, v.number)),
		count(*) filter (where pensioners_api.is_in('bientot', v.due_on, v.number))
		from pensioners_api.living v where v.structure_rank <@ (select pensioners_api.my_ranks());
end $$;
comment on function pensioners_api.due_counts is 'How many in each list.';

create function pensioners_api.due_export(which text) returns table (agent_id bigint, matricule text, family_name text, given_names text, birth_date date, structure_name text, seen_on date,
	due_on date, number text, days int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform pensioners_api.must_serve();
	perform base_api.note('life.desk', 'export', 'certificats de vie : ' || which, 'fait');
	return query select v.agent_id, v.matricule, p.family_name, p.given_names, p.birth_date, s.name, v.seen_on, v.due_on, v.number, v.due_on - current_date
		from pensioners_api.living v join base.persons p using (person_id) left join base.structures s using (structure_id)
		where v.structure_rank <@ (select pensioners_api.my_ranks()) and pensioners_api.is_in(which, v.due_on, v.number) order by v.due_on, v.agent_id limit 100000;
end $$;
comment on function pensioners_api.due_export is 'The list as a spreadsheet; noted in the journal.';
reset role;
