-- Claims as the pension service treats them. Reads by row security: filed claims of the structures one serves. Who decides holds the role that
-- the table of moves names, and never decides on his own claim.
set role guichet_owner;

create function pensioners_api.desk_counts() returns table (state_code text, label text, total bigint, late bigint)
	language sql stable
	begin atomic
		select s.state_code, s.label, count(c.claim_id), count(c.claim_id) filter (where c.due_on < current_date and not s.is_over)
		from pensioners.claim_states s left join pensioners.claims c on c.state_code = s.state_code
		where s.state_code <> 'brouillon' group by s.state_code, s.label, s.sort order by s.sort;
	end;
comment on function pensioners_api.desk_counts is 'How many claims in each state, and how many are late.';

create function pensioners_api.desk_claims(state text, size bigint, skip bigint) returns table (claim_id bigint, number text, deceased_name text, matricule text, died_on date,
	claimant_name text, origin_code text, state_code text, state_label text, filed_on date, due_on date, days int, days_late int, is_late boolean, survivors bigint)
	language sql stable
	begin atomic
		select c.claim_id, c.number, c.deceased_name, c.matricule, c.died_on, c.claimant_name, c.origin_code, c.state_code, s.label, (c.filed_at at time zone 'Africa/Porto-Novo')::date, c.due_on,
			c.due_on - current_date, current_date - c.due_on, not s.is_over and c.due_on < current_date, (select count(*) from pensioners.survivors v where v.claim_id = c.claim_id)
		from pensioners.claims c join pensioners.claim_states s on s.state_code = c.state_code
		where c.state_code = desk_claims.state
		order by c.due_on nulls last, c.state_since desc, c.claim_id limit desk_claims.size offset desk_claims.skip;
	end;
comment on function pensioners_api.desk_claims is 'One page of claims in a state, the nearest deadline first.';

create function pensioners_api.export_claims(state text) returns table (claim_id bigint, number text, deceased_name text, matricule text, died_on date, claimant_name text, state_label text,
	filed_on date, due_on date, days int, survivors bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform pensioners_api.must_serve();
	perform base_api.note('pensions.desk', 'export', 'demandes de réversion : ' || state, 'fait');
	return query
		select c.claim_id, c.number, c.deceased_name, c.matricule, c.died_on, c.claimant_name, s.label, c.filed_at::date, c.due_on, c.due_on - current_date,
			(select count(*) from pensioners.survivors v where v.claim_id = c.claim_id)
		from pensioners.claims c join pensioners.claim_states s using (state_code)
		where c.state_code = export_claims.state and c.state_code <> 'brouillon' and c.structure_rank <@ pensioners_api.my_ranks() order by c.due_on nulls last, c.claim_id limit 100000;
end $$;
comment on function pensioners_api.export_claims is 'The list as a spreadsheet; noted in the journal.';

create function pensioners_api.decider(roles text[], rank int) returns record
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select row(a.structure_id, a.role_code)
	from base.assignments a join base.structures s using (structure_id)
	where a.person_id = (select m.person_id from base.me m) and a.role_code = any (roles)
		and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date) and a.granted_by is not null and a.confirmed_by is not null
		and decider.rank between s.rank and s.last_rank
	order by s.last_rank - s.rank, a.assignment_id limit 1
$$;
comment on function pensioners_api.decider is 'In what capacity the asker decides; null when he holds none of these roles there.';
revoke execute on function pensioners_api.decider from public;

create function pensioners_api.open_claim(claim bigint) returns table (claim_id bigint, may_decide boolean, is_mine boolean)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me  bigint := (select m.person_id from base.me m);
	it  pensioners.claims;
	who bigint;
	as_ record;
begin
	select c.* into it from pensioners.claims c where c.claim_id = open_claim.claim and c.state_code <> 'brouillon' and c.structure_rank <@ pensioners_api.my_ranks();
	if it.claim_id is null then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
	select a.person_id into who from career.agents a where a.agent_id = it.agent_id;
	if not exists (select from base.consultations c where c.person_id = who and c.viewer_id = me and c.what = 'reversion' and c.at > now() - interval '29 minutes') then
		select * into as_ from career_api.viewer_role('pensions.desk', it.structure_rank);
		insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
		values (who, me, as_.structure_id, as_.role_code, 'reversion', 'Demande de réversion ' || it.number);
	end if;
	return query select it.claim_id, pensioners_api.decider('{pension_officer,pension_chief}', it.structure_rank) is not null, me in (it.claimant_id, it.made_by);
end $$;
comment on function pensioners_api.open_claim is 'Opens a claim at the desk and records who looked into the file of the deceased.';

create function pensioners_api.claim_warnings(claim bigint) returns table (kind_code text, detail text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select w.* from pensioners.claims c cross join lateral (
		select 'vie', x.number || ', ' || x.place || ', le ' || base_api.day_words(x.seen_on) from pensioners.life_certificates x
			where x.agent_id = c.agent_id and x.stopped_at is null and x.seen_on > c.died_on
		union all select 'autre', string_agg(o.number, ', ' order by o.claim_id) from pensioners.claims o
			where o.agent_id = c.agent_id and o.claim_id <> c.claim_id and o.state_code <> 'brouillon' having count(*) > 0
		union all select 'deces', base_api.day_words(d.died_on) from pensioners.deaths d where d.agent_id = c.agent_id and d.died_on <> c.died_on
		union all select 'activite', '' where c.is_in_service
		union all select 'naissance', string_agg(trim(v.given_names || ' ' || v.family_name) || ', le ' || base_api.day_words(v.birth_date), ' ; ' order by v.birth_date)
			from pensioners.survivors v where v.claim_id = c.claim_id and v.birth_date > c.died_on + 300 having count(*) > 0
	) w where c.claim_id = claim_warnings.claim and pensioners_api.may_read_claim(claim_warnings.claim);
$$;
comment on function pensioners_api.claim_warnings is 'What the desk must see before it decides: a certificate of life after the death, other claims, another day of death, a birth too late.';

create function pensioners_api.claim_reasons() returns table (reason_code text, label text)
	language sql stable
	begin atomic
		select r.reason_code, r.label from pensioners.claim_reasons r order by r.sort;
	end;
comment on function pensioners_api.claim_reasons is 'Reasons to refuse.';

create function pensioners_api.decide_claim(claim bigint, target text) returns pensioners.claims
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
	it pensioners.claims;
begin
	select c.* into it from pensioners.claims c where c.claim_id = decide_claim.claim and c.state_code <> 'brouillon' and c.structure_rank <@ pensioners_api.my_ranks() for update;
	if it.claim_id is null then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif me in (it.claimant_id, it.made_by) then
		raise exception using errcode = 'GU403', message = 'pensioners.own_claim';
	elsif not exists (select from pensioners.claim_moves m where m.from_code = it.state_code and m.to_code = target) then
		raise exception using errcode = 'GU409', message = 'pensioners.claim_moved';
	elsif pensioners_api.decider((select m.roles from pensioners.claim_moves m where m.from_code = it.state_code and m.to_code = target), it.structure_rank) is null then
		raise exception using errcode = 'GU403', message = 'pensioners.not_decider';
	end if;
	return it;
end $$;
comment on function pensioners_api.decide_claim is 'A claim that the asker may move to that state now, locked.';
revoke execute on function pensioners_api.decide_claim from public;

create function pensioners_api.ask_complement(claim bigint, asked text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it pensioners.claims := pensioners_api.decide_claim(claim, 'incomplet');
begin
	if length(btrim(coalesce(ask_complement.asked, ''))) < 5 then
		raise exception using errcode = 'GU422', message = 'pensioners.say_what', column = 'demande_texte';
	end if;
	update pensioners.claims c set asked = btrim(ask_complement.asked) where c.claim_id = it.claim_id;
	perform pensioners_api.move_claim(it, 'incomplet');
	perform pensioners_api.claim_event(it.claim_id, (select m.person_id from base.me m), 'nous', 'Complément demandé', btrim(ask_complement.asked));
	perform pensioners_api.tell_claimant(it.claim_id, 'reversion.complement', jsonb_build_object('demande', btrim(ask_complement.asked)));
	perform base_api.note('pensions.desk', 'reversion.complement', it.number, 'fait');
	return query select base_api.receipt('/retraites/demandes?fait=complement_demande');
end $$;
comment on function pensioners_api.ask_complement is 'Asks the claimant for what is missing; the clock of the desk stops until he answers.';

create function pensioners_api.reject_claim(claim bigint, reason text, explanation text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it   pensioners.claims := pensioners_api.decide_claim(claim, 'rejete');
	said text := (select r.label from pensioners.claim_reasons r where r.reason_code = reject_claim.reason);
begin
	if said is null then
		raise exception using errcode = 'GU422', message = 'field.not_a_choice', column = 'motif';
	elsif length(btrim(coalesce(reject_claim.explanation, ''))) < 10 then
		raise exception using errcode = 'GU422', message = 'pensioners.explain', column = 'explication';
	end if;
	update pensioners.claims c set state_code = 'rejete', state_since = now(), due_on = null, asked = null, reason_code = reject_claim.reason, explanation = btrim(reject_claim.explanation)
	where c.claim_id = it.claim_id;
	perform pensioners_api.claim_event(it.claim_id, (select m.person_id from base.me m), 'nous', 'Demande non admise : ' || said, btrim(reject_claim.explanation));
	perform pensioners_api.tell_claimant(it.claim_id, 'reversion.rejetee', jsonb_build_object('motif', said));
	perform base_api.note('pensions.desk', 'reversion.rejet', it.number, 'fait', jsonb_build_object('motif', reject_claim.reason));
	return query select base_api.receipt('/retraites/demandes?fait=demande_rejetee');
end $$;
comment on function pensioners_api.reject_claim is 'Refuses a claim with a reason and what can be done.';

create function pensioners_api.admit_claim(claim bigint) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    pensioners.claims := pensioners_api.decide_claim(claim, 'admis');
	me    bigint := (select m.person_id from base.me m);
	a     record;
	known date;
	file  bigint;
begin
	select g.agent_id, g.person_id, coalesce(g.pension_code, s.pension_code) as regime into a
	from career.agents g join career.statuses s using (status_code) where g.agent_id = it.agent_id for update of g;
	known := (select d.died_on from pensioners.deaths d where d.agent_id = it.agent_id);
	if known is not null and known <> it.died_on then
		raise exception using errcode = 'GU409', message = 'pensioners.death_differs', detail = base_api.day_words(known);
	elsif exists (select from pensioners.life_certificates c where c.agent_id = it.agent_id and c.stopped_at is null and c.seen_on > it.died_on) then
		raise exception using errcode = 'GU409', message = 'pensioners.life_after_death';
	elsif a.regime is null then
		raise exception using errcode = 'GU409', message = 'pensioners.no_regime';
	end if;
	insert into pensioners.deaths (agent_id, died_on, is_in_service, claim_id, recorded_by) values (it.agent_id, it.died_on, it.is_in_service, it.claim_id, me) on conflict do nothing;
	update base.persons p set deceased_on = it.died_on where p.person_id = a.person_id and p.deceased_on is distinct from it.died_on;
	update pensioners.payment_accounts x set stopped_at = now(), stopped_by = me, stopped_how_code = 'deces' where x.person_id = a.person_id and x.stopped_at is null and x.holds_from > now();
	select f.file_id into file from pensions.files f where f.agent_id = it.agent_id and f.kind_code = 'reversion' and f.closed_at is null;
	if file is null then
		file := pensions_api.open_for(it.agent_id, 'reversion', it.origin_code, (it.died_on + 1), array[a.regime],
			'Demande ' || it.number || case when it.is_in_service then ', décès en activité' else '' end);
	end if;
	perform pensioners_api.move_claim(it, 'admis');
	update pensioners.claims c set file_id = file where c.claim_id = it.claim_id;
	perform pensioners_api.claim_event(it.claim_id, me, 'nous', 'Demande admise : le dossier de réversion est ouvert');
	perform pensioners_api.tell_claimant(it.claim_id, 'reversion.admise', '{}');
	perform base_api.note('pensions.desk', 'reversion.admission', it.number, 'fait', jsonb_build_object('dossier', file, 'deces', it.died_on));
	return query select base_api.receipt('/retraites/demandes?fait=demande_admise');
end $$;
comment on function pensioners_api.admit_claim is 'Establishes the death, ends what the deceased was paid, opens the file of the survivors: one transaction.';
reset role;
