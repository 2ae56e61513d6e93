-- A survivor's claim: who died, who is left, which papers; sent, completed, followed. Reads say whose rows these are by row security.
set role guichet_owner;

create function pensioners_api.is_at_desk() returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce((select (s.permission_bits >> p.bit) & 1 = 1 from base.my_session s, base.permissions p where p.permission = 'life.desk'), false) $$;
comment on function pensioners_api.is_at_desk is 'Whether the asker serves a desk that sees pensioners.';

create function pensioners_api.claim_event(claim bigint, person bigint, side text, what text, note text default '') returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	insert into pensioners.claim_events (claim_id, person_id, side_code, what, note) values (claim, person, side, claim_event.what, coalesce(claim_event.note, ''));
$$;
comment on function pensioners_api.claim_event is 'One line of the thread of a claim.';

create function pensioners_api.tell_claimant(claim bigint, event text, facts jsonb) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it pensioners.claims;
begin
	select c.* into it from pensioners.claims c where c.claim_id = tell_claimant.claim;
	facts := facts || jsonb_build_object('numero', it.number);
	if it.claimant_id is not null then
		perform channels_api.notify(it.claimant_id, event, facts);
	elsif it.claimant_phone is not null then
		perform pensioners_api.write_to(null, 'phone', it.claimant_phone, event, facts || jsonb_build_object('nom', it.claimant_name));
	end if;
end $$;
comment on function pensioners_api.tell_claimant is 'Writes to who claims: to his account, or to the telephone that he gave at a centre.';

-- 1. Reads -------------------------------------------------------------------------------------------------------------------------

create function pensioners_api.claim(claim bigint) returns table (claim_id bigint, number text, matricule text, deceased_name text, died_on date, is_in_service boolean,
	claimant_name text, claimant_phone text, link_code text, origin_code text, made_on date, filed_on date, state_code text, state_label text, desk text, next_words text,
	state_since date, due_on date, days_late int, is_late boolean, days smallint, asked text, reason_label text, remedy text, explanation text, has_file boolean, may_edit boolean,
	survivors_count bigint, papers_count bigint, has_death_paper boolean, is_ready boolean)
	language sql stable
	begin atomic
		select c.claim_id, c.number, c.matricule, c.deceased_name, c.died_on, c.is_in_service, c.claimant_name, c.claimant_phone, c.link_code, c.origin_code, (c.made_at at time zone 'Africa/Porto-Novo')::date, (c.filed_at at time zone 'Africa/Porto-Novo')::date,
			c.state_code, s.label, s.desk, s.next_words, (c.state_since at time zone 'Africa/Porto-Novo')::date, c.due_on, current_date - c.due_on, not s.is_over and c.due_on < current_date, s.days, c.asked, r.label, r.remedy, c.explanation,
			c.file_id is not null, s.is_open_to_claimant and (select m.person_id from base.me m) in (c.claimant_id, c.made_by),
			n.survivors, n.papers, n.death, n.survivors > 0 and n.death
		from pensioners.claims c
		join pensioners.claim_states s on s.state_code = c.state_code
		left join pensioners.claim_reasons r on r.reason_code = c.reason_code
		cross join lateral (select (select count(*) from pensioners.survivors x where x.claim_id = c.claim_id) as survivors,
			(select count(*) from pensioners.claim_papers x where x.claim_id = c.claim_id) as papers,
			exists (select from pensioners.claim_papers x where x.claim_id = c.claim_id and x.kind_code = 'acte_deces') as death) n
		where c.claim_id = claim.claim;
	end;
comment on function pensioners_api.claim is 'One claim, for who made it, the centre that took it down, or the desk that treats it.';

create function pensioners_api.claim_survivors(claim bigint) returns table (survivor_id bigint, link_code text, family_name text, given_names text, birth_date date, paper text,
	is_after boolean, is_late_birth boolean, age_at_death int)
	language sql stable
	begin atomic
		select v.survivor_id, v.link_code, v.family_name, v.given_names, v.birth_date, v.paper, v.birth_date > c.died_on, v.birth_date > c.died_on + 300,
			case when v.birth_date <= c.died_on then extract(year from age(c.died_on, v.birth_date))::int end
		from pensioners.survivors v join pensioners.claims c on c.claim_id = v.claim_id
		where v.claim_id = claim_survivors.claim order by v.link_code, v.birth_date, v.family_name, v.given_names, v.survivor_id;
	end;
comment on function pensioners_api.claim_survivors is 'Spouses, then children from the eldest; a birth more than 300 days after the death is marked, not judged.';

create function pensioners_api.claim_papers(claim bigint) returns table (claim_paper_id bigint, claim_id bigint, label text, kind_code text, added_on date)
	language sql stable
	begin atomic
		select p.claim_paper_id, p.claim_id, k.label, p.kind_code, (p.added_at at time zone 'Africa/Porto-Novo')::date
		from pensioners.claim_papers p join pensioners.claim_paper_kinds k on k.kind_code = p.kind_code
		where p.claim_id = claim_papers.claim order by k.sort, p.claim_paper_id;
	end;
comment on function pensioners_api.claim_papers is 'The papers of a claim.';

create function pensioners_api.claim_thread(claim bigint) returns table (at timestamptz, side_code text, what text, note text)
	language sql stable
	begin atomic
		select e.at, e.side_code, e.what, e.note from pensioners.claim_events e where e.claim_id = claim_thread.claim order by e.event_id desc;
	end;
comment on function pensioners_api.claim_thread is 'What happened to a claim, newest first.';

create function pensioners_api.claim_paper_kinds() returns table (kind_code text, label text, hint text, is_required boolean)
	language sql stable
	begin atomic
		select k.kind_code, k.label, k.hint, k.is_required from pensioners.claim_paper_kinds k order by k.sort;
	end;
comment on function pensioners_api.claim_paper_kinds is 'Kinds of paper that a claim may carry.';

create function pensioners_api.my_claims(size bigint, skip bigint) returns table (claim_id bigint, number text, deceased_name text, state_code text, state_label text, desk text,
	state_since date, due_on date)
	language sql stable
	begin atomic
		select c.claim_id, c.number, c.deceased_name, c.state_code, s.label, s.desk, (c.state_since at time zone 'Africa/Porto-Novo')::date, c.due_on
		from pensioners.claims c join pensioners.claim_states s on s.state_code = c.state_code
		order by c.made_at desc, c.claim_id desc limit my_claims.size offset my_claims.skip;
	end;
comment on function pensioners_api.my_claims is 'My claims, or those that I took down at a centre, newest first.';

create function pensioners_api.may_read_claim(claim bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select exists (select from pensioners.claims c cross join (select m.person_id from base.me m) me
		where c.claim_id = may_read_claim.claim and (c.claimant_id = me.person_id or (c.origin_code = 'centre' and c.made_by = me.person_id and pensioners_api.is_at_desk())
			or (c.state_code <> 'brouillon' and c.structure_rank <@ pensioners_api.my_ranks()
				and (select (s.permission_bits >> p.bit) & 1 = 1 from base.my_session s, base.permissions p where p.permission = 'pensions.desk'))));
$$;
comment on function pensioners_api.may_read_claim is 'The three ways to read a claim, for functions that look past row security.';

create function pensioners_api.claim_paper_file(claim bigint, paper bigint) returns table (sha256 text, type text, name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select encode(f.sha256, 'hex'), f.type, f.name from pensioners.claim_papers p join base.files f using (file_id)
	where p.claim_paper_id = claim_paper_file.paper and p.claim_id = claim_paper_file.claim and pensioners_api.may_read_claim(claim_paper_file.claim);
$$;
comment on function pensioners_api.claim_paper_file is 'One paper of a claim that the asker may read.';

-- The values of the sharing as they held on the day of the death; one that no text gives has no row, and nothing is computed.
create function pensioners_api.share_values(claim bigint) returns table (name text, amount bigint, source text, is_demo boolean)
	language sql stable
	begin atomic
		select n.name, (p.value #>> '{}')::bigint, p.source, coalesce(p.is_demo, false)
		from pensioners.claims c
		cross join (values ('reversion_spouse', 1), ('orphan_share', 2), ('orphan_age', 3)) n (name, sort)
		left join lateral (select x.* from base.parameters x where x.name = 'pension.' || n.name and x.valid_from <= c.died_on
			and (x.valid_to is null or x.valid_to > c.died_on) and jsonb_typeof(x.value) = 'number' order by x.valid_from desc limit 1) p on true
		where c.claim_id = share_values.claim order by n.sort;
	end;
comment on function pensioners_api.share_values is 'The three values that the shares of survivors need, null where none is loaded.';

create function pensioners_api.share_base(claim bigint) returns table (pension_fcfa bigint, regime text, made_at timestamptz, is_demo boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select q.pension_fcfa, q.regime_code, q.made_at, q.is_demo
	from pensioners.claims c join pensions.files f on f.agent_id = c.agent_id join pensions.liquidations q on q.file_id = f.file_id
	where c.claim_id = share_base.claim and pensioners_api.may_read_claim(share_base.claim) and f.kind_code <> 'reversion' and f.state_code in ('remise', 'paiement')
		and q.is_complete and q.is_entitled
	order by f.file_id desc, q.version desc limit 1;
$$;
comment on function pensioners_api.share_base is 'The pension that the deceased was paid, as it was signed; no row when the portal does not have it.';

-- 2. Writes ------------------------------------------------------------------------------------------------------------------------

create function pensioners_api.identify(typed_matricule text, birth date, centre boolean) returns table (is_right boolean, wait int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	bucket text := 'reversion:' || (select m.person_id from base.me m);
	hold   int := accounts_api.count_try(bucket, case when centre and pensioners_api.is_at_desk() then 20 else 5 end, '1 hour');
begin
	if hold = 0 and exists (select from career.agents a join base.persons p using (person_id) where a.matricule = upper(identify.typed_matricule) and p.birth_date = identify.birth) then
		perform accounts_api.forgive(array[bucket]);
		return query select true, 0;
	else
		return query select false, hold;
	end if;
end $$;
comment on function pensioners_api.identify is 'Whether a matricule and a birth date are of one agent; unknown and wrong are the same; five wrong pairs an hour, twenty at a desk.';

create function pensioners_api.begin_claim(typed_matricule text, birth date, died date, link text, name text, phone text, centre boolean) returns table (claim_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me   bigint := (select m.person_id from base.me m);
	a    record;
	whom bigint := me;
	made bigint;
begin
	if centre and not pensioners_api.is_at_desk() then
		raise exception using errcode = 'GU403', message = 'problem.forbidden';
	elsif centre and length(btrim(coalesce(begin_claim.name, ''))) < 3 then
		raise exception using errcode = 'GU422', message = 'pensioners.claimant_name', column = 'nom';
	end if;
	select g.agent_id, g.person_id, g.matricule, coalesce(g.structure_rank, 0) as rank, g.left_on, p.birth_date, p.given_names || ' ' || p.family_name as name into a
	from career.agents g join base.persons p using (person_id) where g.matricule = upper(begin_claim.typed_matricule) and p.birth_date = begin_claim.birth;
	if not found then
		raise exception using errcode = 'GU422', message = 'pensioners.pair_unknown', column = 'matricule';
	elsif died > current_date then
		raise exception using errcode = 'GU422', message = 'pensioners.death_ahead', column = 'deces';
	elsif died < a.birth_date then
		raise exception using errcode = 'GU422', message = 'pensioners.death_before_birth', column = 'deces';
	elsif a.person_id = me then
		raise exception using errcode = 'GU422', message = 'pensioners.own_death', column = 'matricule';
	end if;
	if centre then
		select min(c.person_id) into whom from base.contacts c where c.kind = 'phone' and c.value = begin_claim.phone and c.verified_at is not null having count(distinct c.person_id) = 1;
	end if;
	select c.claim_id into made from pensioners.claims c where c.agent_id = a.agent_id and c.claimant_id = whom and c.state_code not in ('rejete', 'admis');
	if made is not null and centre then
		raise exception using errcode = 'GU409', message = 'pensioners.claim_open';
	elsif made is not null then
		return query select made;                              -- the one that is open is offered, never a second
		return;
	end if;
	insert into pensioners.claims (agent_id, matricule, deceased_name, died_on, is_in_service, structure_rank, claimant_id, claimant_name, claimant_phone, link_code, origin_code, made_by)
	values (a.agent_id, a.matricule, a.name, died, a.left_on is null or died <= a.left_on, a.rank, whom,
		case when centre then btrim(begin_claim.name) else accounts_api.name_of(me) end, case when centre then begin_claim.phone end, begin_claim.link,
		case when centre then 'centre' else 'ayant_cause' end, me)
	returning claims.claim_id into made;
	update pensioners.claims c set number = 'R' || to_char(c.made_at, 'YYYY') || '-' || lpad(made::text, 5, '0') where c.claim_id = made;
	perform pensioners_api.claim_event(made, me, 'vous', 'Demande commencée', case when centre then 'Dans un centre, par ' || accounts_api.name_of(me) else '' end);
	perform base_api.note(case when centre then 'life.desk' else 'pensions.claim' end, 'reversion.debut', 'demande ' || made, 'fait');
	return query select made;
end $$;
comment on function pensioners_api.begin_claim is 'Begins a claim for a deceased whose matricule and birth date were found right; an open claim of the same person is given back.';

create function pensioners_api.edit_claim(claim bigint) returns pensioners.claims
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
	it pensioners.claims;
begin
	select c.* into it from pensioners.claims c where c.claim_id = edit_claim.claim
		and (c.claimant_id = me or (c.origin_code = 'centre' and c.made_by = me and pensioners_api.is_at_desk())) for update;
	if it.claim_id is null then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif not (select s.is_open_to_claimant from pensioners.claim_states s where s.state_code = it.state_code) then
		raise exception using errcode = 'GU409', message = 'pensioners.claim_sent';
	end if;
	return it;
end $$;
comment on function pensioners_api.edit_claim is 'A claim that the asker may complete now, locked; somebody else’s does not exist for him.';
revoke execute on function pensioners_api.edit_claim from public;

create function pensioners_api.add_survivor(claim bigint, link text, family text, given text, birth date, paper text, back text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it pensioners.claims := pensioners_api.edit_claim(claim);
begin
	if birth > current_date then
		raise exception using errcode = 'GU422', message = 'pensioners.birth_ahead', column = 'naissance';
	elsif link = 'conjoint' and birth > it.died_on then
		raise exception using errcode = 'GU422', message = 'pensioners.spouse_birth', column = 'naissance';
	elsif birth < date '1900-01-01' then
		raise exception using errcode = 'GU422', message = 'pensioners.birth_old', column = 'naissance';
	elsif (select count(*) from pensioners.survivors v where v.claim_id = it.claim_id) >= 30 then
		raise exception using errcode = 'GU422', message = 'pensioners.survivors_most', column = 'nom';
	end if;
	insert into pensioners.survivors (claim_id, link_code, family_name, given_names, birth_date, paper)
	values (it.claim_id, link, upper(btrim(family)), btrim(coalesce(given, '')), birth, btrim(coalesce(add_survivor.paper, ''))) on conflict do nothing;
	if not found then
		raise exception using errcode = 'GU422', message = 'pensioners.survivor_twice', column = 'nom';
	end if;
	return query select base_api.receipt(add_survivor.back);
end $$;
comment on function pensioners_api.add_survivor is 'One more survivor, thirty at most; the same one is not kept twice.';

create function pensioners_api.drop_survivor(claim bigint, survivor bigint, back text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it pensioners.claims := pensioners_api.edit_claim(claim);
begin
	delete from pensioners.survivors v where v.claim_id = it.claim_id and v.survivor_id = drop_survivor.survivor;
	return query select base_api.receipt(drop_survivor.back);
end $$;
comment on function pensioners_api.drop_survivor is 'Takes a survivor off a claim that is not sent.';

create function pensioners_api.may_add_paper(claim bigint) returns table (ok boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
	it pensioners.claims;
begin
	select c.* into it from pensioners.claims c where c.claim_id = may_add_paper.claim
		and (c.claimant_id = me or (c.origin_code = 'centre' and c.made_by = me and pensioners_api.is_at_desk()));
	if it.claim_id is null then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif not (select s.is_open_to_claimant from pensioners.claim_states s where s.state_code = it.state_code) then
		raise exception using errcode = 'GU409', message = 'pensioners.claim_sent';
	elsif (select count(*) from pensioners.claim_papers p where p.claim_id = it.claim_id) >= 40 then
		raise exception using errcode = 'GU409', message = 'pensioners.papers_most';
	end if;
	return query select true;
end $$;
comment on function pensioners_api.may_add_paper is 'Asked before a file is kept: whether the claim may still take one.';

create function pensioners_api.add_paper(claim bigint, kind text, sha256 text, size bigint, type text, name text, back text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it  pensioners.claims := pensioners_api.edit_claim(claim);
	me  bigint := (select m.person_id from base.me m);
	put bigint;
begin
	if not exists (select from pensioners.claim_paper_kinds k where k.kind_code = add_paper.kind) then
		raise exception using errcode = 'GU422', message = 'field.not_a_choice', column = 'nature';
	elsif exists (select from pensioners.claim_papers p join base.files f using (file_id) where p.claim_id = it.claim_id and f.sha256 = decode(add_paper.sha256, 'hex') and p.kind_code = add_paper.kind) then
		raise exception using errcode = 'GU422', message = 'pensioners.paper_twice', column = 'fichier';
	end if;
	insert into base.files (sha256, size, type, name, owner_id) values (decode(add_paper.sha256, 'hex'), size, add_paper.type, left(add_paper.name, 200), me) returning file_id into put;
	insert into pensioners.claim_papers (claim_id, kind_code, file_id, added_by) values (it.claim_id, add_paper.kind, put, me);
	return query select base_api.receipt(add_paper.back);
end $$;
comment on function pensioners_api.add_paper is 'One more paper of a claim, forty at most, its bytes already in the store.';

create function pensioners_api.drop_paper(claim bigint, paper bigint, back text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it pensioners.claims := pensioners_api.edit_claim(claim);
begin
	if exists (select from pensioners.claim_papers p where p.claim_id = it.claim_id and p.claim_paper_id = drop_paper.paper and it.filed_at is not null and p.added_at <= it.filed_at) then
		raise exception using errcode = 'GU409', message = 'pensioners.paper_sent';
	end if;
	delete from pensioners.claim_papers p where p.claim_id = it.claim_id and p.claim_paper_id = drop_paper.paper;
	return query select base_api.receipt(drop_paper.back);
end $$;
comment on function pensioners_api.drop_paper is 'Takes a paper off again, unless it was already sent.';

create function pensioners_api.move_claim(it pensioners.claims, target text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from pensioners.claim_moves m where m.from_code = it.state_code and m.to_code = target) then
		raise exception using errcode = 'GU409', message = 'problem.conflict';
	end if;
	update pensioners.claims c set state_code = target, state_since = now(),
		due_on = (select case when s.days is not null then base_api.add_working_days(current_date, s.days) end from pensioners.claim_states s where s.state_code = target)
	where c.claim_id = it.claim_id;
end $$;
comment on function pensioners_api.move_claim is 'One move of the table of moves, with the delay of the desk that now holds it.';
revoke execute on function pensioners_api.move_claim from public;

create function pensioners_api.file_claim(claim bigint, agrees boolean, answer text, back text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    pensioners.claims := pensioners_api.edit_claim(claim);
	me    bigint := (select m.person_id from base.me m);
	first boolean := it.filed_at is null;
	due   date;
begin
	if not coalesce(agrees, false) then
		raise exception using errcode = 'GU422', message = 'pensioners.agree', column = 'accord';
	elsif not exists (select from pensioners.survivors v where v.claim_id = it.claim_id) then
		raise exception using errcode = 'GU422', message = 'pensioners.no_survivor', column = 'accord';
	elsif exists (select from pensioners.claim_paper_kinds k where k.is_required
			and not exists (select from pensioners.claim_papers p where p.claim_id = it.claim_id and p.kind_code = k.kind_code)) then
		raise exception using errcode = 'GU422', message = 'pensioners.no_death_paper', column = 'accord';
	end if;
	perform pensioners_api.move_claim(it, 'recu');
	update pensioners.claims c set filed_at = coalesce(c.filed_at, clock_timestamp()), asked = null where c.claim_id = it.claim_id returning c.due_on into due;
	perform pensioners_api.claim_event(it.claim_id, me, 'vous', case when first then 'Demande envoyée' else 'Complément envoyé' end, btrim(coalesce(answer, '')));
	if first then
		perform pensioners_api.tell_claimant(it.claim_id, 'reversion.recue', jsonb_build_object('defunt', it.deceased_name, 'avant', base_api.day_words(due)));
		if pensioners_api.died_on(it.agent_id) is null then
			perform pensioners_api.tell_owner((select a.person_id from career.agents a where a.agent_id = it.agent_id), 'pension.deces_declare',
				jsonb_build_object('date', base_api.day_words(it.died_on), 'numero', it.number));
		end if;
	end if;
	perform base_api.note(case when it.origin_code = 'centre' then 'life.desk' else 'pensions.claim' end, 'reversion.envoi', it.number, 'fait');
	return query select base_api.receipt(file_claim.back);
end $$;
comment on function pensioners_api.file_claim is 'Sends a claim, or its complement; whoever is declared dead is told by his own contacts.';

create function pensioners_api.drop_claim(claim bigint, back text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it pensioners.claims := pensioners_api.edit_claim(claim);
begin
	if it.state_code <> 'brouillon' then
		raise exception using errcode = 'GU409', message = 'pensioners.claim_sent';
	end if;
	delete from pensioners.claims c where c.claim_id = it.claim_id;
	return query select base_api.receipt(drop_claim.back);
end $$;
comment on function pensioners_api.drop_claim is 'Forgets a claim that was never sent.';
reset role;
