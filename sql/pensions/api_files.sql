-- Files open by themselves, name the acts that are missing, ask for them, and go on when none is left. What runs inside other functions and in
-- the daily job; the pages ask api_files_desk.sql and api_files_own.sql.
set role guichet_owner;

-- 1. What is known of a departure -------------------------------------------------------------------------------------------------

create function pensions_api.certainty_words(certainty text, is_demo boolean) returns text
	language sql immutable parallel safe
	return case certainty when 'loi' then 'texte de loi' when 'presse' then 'article à confirmer' when 'usage' then 'usage constaté, aucun texte vu'
		else 'non établi' end || case when is_demo then ', valeur de démonstration' else '' end;
comment on function pensions_api.certainty_words is 'How sure a rule is, in words.';

create function pensions_api.kind_words(kind text) returns text
	language sql immutable parallel safe
	return case kind when 'anticipe' then 'départ anticipé' when 'invalidite' then 'invalidité' when 'reversion' then 'réversion' else 'retraite' end;
comment on function pensions_api.kind_words is 'The kind of a file in words.';

create function pensions_api.lapse_words(day date) returns text
	language sql stable parallel safe
	return case when day <= current_date then null when day - current_date = 1 then 'demain' when day - current_date < 60 then 'dans ' || (day - current_date) || ' jours'
		when day - current_date < 720 then 'dans ' || (extract(year from age(day, current_date)) * 12 + extract(month from age(day, current_date)))::int || ' mois'
		else 'dans ' || extract(year from age(day, current_date))::int || ' ans' end;
comment on function pensions_api.lapse_words is 'How far a day is, in words; null when it has come.';

create function pensions_api.days_words(n int) returns text
	language sql immutable strict parallel safe
	return case when n < 1 then 'moins d’un jour ouvré' when n = 1 then '1 jour ouvré' else n || ' jours ouvrés' end;
comment on function pensions_api.days_words is 'A number of working days in words.';

create function pensions_api.left_words(due_on date) returns text
	language sql stable strict
	begin atomic
		select case when d.n < 0 then 'en retard de ' || pensions_api.days_words(-d.n) when left_words.due_on < current_date then 'échéance passée'
			when d.n = 0 then 'dernier jour' else 'reste ' || pensions_api.days_words(d.n) end
		from (select base_api.working_days(current_date, left_words.due_on) as n) d;
	end;
comment on function pensions_api.left_words is 'What is left until a deadline, or how late it is, in working days.';

create function pensions_api.regimes_of(agent bigint) returns text[]
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce(array_agg(distinct r.code order by r.code desc), '{}') from (
		select coalesce(a.pension_code, st.pension_code) as code
		from career.agents a join career.statuses st on st.status_code = a.status_code where a.agent_id = regimes_of.agent
		union
		select st.pension_code from career.agents a join career.statuses st on st.status_code = a.entry_status_code
		where a.agent_id = regimes_of.agent and st.status_code <> a.status_code
		union
		select st.pension_code from career.act_lines l
		join career.acts t on t.act_id = l.act_id and t.state_code = 'en_vigueur'
		join career.agents a on a.agent_id = l.agent_id
		join career.statuses st on st.status_code = l.after_status_code and st.status_code <> a.status_code
		where l.agent_id = regimes_of.agent
	) r where r.code is not null;
$$;
comment on function pensions_api.regimes_of is 'The funds to which a career paid, from its lines: FNRB, CNSS, or both in coordination; empty where no text says.';

create function pensions_api.leave_of(agent bigint) returns table (leave_on date, words text, early_on date, early_words text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.effect_date,
		r.target || ' : ' || r.age || ' ans (' || r.source || ' ; ' || pensions_api.certainty_words(r.certainty, r.is_demo) || '). ' || r.effect_label
			|| ' (' || r.effect_source || ' ; ' || pensions_api.certainty_words(r.effect_certainty, r.effect_is_demo) || ').'
			|| case when r.thirty_years_code = 'avertir' and r.alternative like '30 ans%' and a.first_service_date + interval '30 years' < r.effect_date
				then ' Trente ans de service le ' || base_api.day_words((a.first_service_date + interval '30 years')::date)
					|| ' : règle contestée depuis 2017, signalée sans être appliquée.' else '' end,
		e.early_on, e.words
	from career.agents a
	join base.persons p on p.person_id = a.person_id
	join career.statuses st on st.status_code = a.status_code
	left join career.corps c on c.corps_id = a.corps_id
	cross join lateral career_api.retirement_of(p.birth_date, a.status_code, a.category, c.age_group, coalesce(a.pension_code, st.pension_code)) r
	left join lateral (
		select (p.birth_date + make_interval(years => x.age::int))::date as early_on,
			x.target || ' : ' || x.age || ' ans (' || x.source || ' ; ' || pensions_api.certainty_words(x.certainty, x.is_demo) || ').' as words
		from career.retirement_ages x
		where x.nature = 'anticipe' and x.age < r.age and (x.status_code is null or x.status_code = a.status_code)
			and (x.pension_code is null or x.pension_code = coalesce(a.pension_code, st.pension_code))
			and p.birth_date + make_interval(years => x.age::int) >= x.valid_from
			and (x.valid_to is null or p.birth_date + make_interval(years => x.age::int) < x.valid_to)
		order by x.age limit 1) e on true
	where a.agent_id = leave_of.agent;
$$;
comment on function pensions_api.leave_of is 'The probable departure and the day from which one may ask to leave, each with its rule, source and certainty in words; no row where no rule is known.';

-- The key says what is missing whatever its date becomes: an act found before it moves the date, not the thing.
create function pensions_api.gaps_worded(agent bigint) returns table (gap_code text, key text, at_date date, label text, act_id bigint, act_kind_code text,
	is_contradiction boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select g.gap_code, case when g.missing_step is not null then 'echelon:' || concat_ws('-', g.category, g.scale, g.missing_step)
			else concat_ws(':', g.gap_code, g.at_date, g.act_id, g.subject_code) end,
		coalesce(g.expected_date, g.at_date),
		case g.gap_code
			when 'missing_step' then w.step || ', attendu vers le ' || w.expected
			when 'overdue_step' then w.step || ', dû le ' || w.expected || ' et pas encore constaté'
			when 'missing_entry' then coalesce(k.label, 'Acte d’entrée') || ', attendu vers le ' || coalesce(w.expected, 'début de la carrière')
			when 'position_expired' then 'Fin de la position « ' || coalesce(pk.label, g.known) || ' », arrivée à terme le ' || base_api.day_words(g.at_date)
			when 'missing_proof' then coalesce(k.label, 'Acte') || ' ' || w.ref || ' du ' || base_api.day_words(g.effect_date) || ' : la pièce est introuvable'
			when 'same_step_twice' then 'Échelon ' || coalesce(g.stated, '') || ' accordé deux fois : actes ' || w.prev || ' et ' || w.ref
			when 'step_lowered' then 'Échelon en baisse sans sanction, de ' || coalesce(g.known, '?') || ' à ' || coalesce(g.stated, '?') || ' : acte ' || w.ref
			when 'before_differs' then 'L’acte ' || w.ref || ' part de « ' || coalesce(ps.label, ss.label, g.stated) || ' », la carrière dit « ' || coalesce(pk.label, sk.label, g.known) || ' »'
			when 'overlapping_positions' then 'Deux positions en même temps, « ' || coalesce(pk.label, g.known) || ' » et « ' || coalesce(ps.label, g.stated) || ' » : actes ' || w.prev || ' et ' || w.ref
			when 'before_hire' then 'L’acte ' || w.ref || ' prend effet le ' || base_api.day_words(g.effect_date) || ', avant la prise de service'
			when 'after_retirement' then 'L’acte ' || w.ref || ' prend effet le ' || base_api.day_words(g.effect_date) || ', après le départ'
			else gk.label end,
		g.act_id, case when gk.is_contradiction or g.gap_code = 'missing_proof' then (select t.kind_code from career.acts t where t.act_id = g.act_id)
			else g.expected_kind_code end, gk.is_contradiction
	from career_api.gaps_of(gaps_worded.agent) g
	join career.gap_kinds gk on gk.gap_code = g.gap_code
	left join career.act_kinds k on k.kind_code = g.expected_kind_code
	left join career.positions ps on g.subject_code = 'position' and ps.position_code = g.stated
	left join career.positions pk on g.subject_code = 'position' and pk.position_code = g.known
	left join career.statuses ss on g.subject_code = 'status' and ss.status_code = g.stated
	left join career.statuses sk on g.subject_code = 'status' and sk.status_code = g.known
	cross join lateral (select case when g.expected_kind_code = 'avenant' then 'Avenant qui donne l’échelon ' else 'Avancement à l’échelon ' end
			|| g.missing_step || ' (' || concat(g.category, g.scale) || ')' as step,
		base_api.day_words(g.expected_date) as expected,
		coalesce('n° ' || nullif(g.reference, ''), 'sans numéro') as ref, coalesce('n° ' || nullif(g.previous_reference, ''), 'sans numéro') as prev) w
	where not (g.gap_code = 'before_differs' and g.subject_code = 'structure')      -- the place of work: no pension looks at it
	union all
	select 'missing_proof', 'fait:' || x.fact_id, null, x.label || ' : la pièce manque' || case when x.reference <> '' then ' (' || lower(left(x.reference, 1)) || substr(x.reference, 2) || ')' else '' end,
		null, null, false
	from pensions.facts x where x.agent_id = gaps_worded.agent and x.void_at is null and not x.is_proven and x.kind_code <> 'inaptitude'
	order by 3 nulls first, 2;
$$;

create function pensions_api.has_gaps(agent bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select exists (select from career.agents a where a.agent_id = has_gaps.agent and a.gaps_count > 0)
		or exists (select from pensions.facts x where x.agent_id = has_gaps.agent and x.void_at is null and not x.is_proven and x.kind_code <> 'inaptitude');
$$;
comment on function pensions_api.has_gaps is 'Whether anything may be missing: a count kept up to date, looked at before the gaps themselves.';
comment on function pensions_api.gaps_worded is 'What is missing from a career or contradicts itself in it, each in one sentence that names the act.';

-- 2. Asking ------------------------------------------------------------------------------------------------------------------------

-- The archive works on it as on a report of the agent: same list, same deadline, same double keying of what is found.
create function pensions_api.ask_archive(missing bigint[]) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	due  date := base_api.add_working_days(current_date, (select s.days from pensions.states s where s.state_code = 'archives'));
	many int;
begin
	with ask as materialized (
		select m.missing_id, m.label, m.gap_code, f.agent_id, f.number, a.person_id, a.structure_rank, gk.is_contradiction, m.at_date, g.act_id, g.act_kind_code,
			nextval(pg_get_serial_sequence('archive.reports', 'report_id')) as report_id
		from pensions.missing m
		join pensions.files f on f.file_id = m.file_id
		join career.agents a on a.agent_id = f.agent_id
		join career.gap_kinds gk on gk.gap_code = m.gap_code
		left join lateral (select x.act_id, x.act_kind_code from pensions_api.gaps_worded(a.agent_id) x where x.key = m.key limit 1) g on true
		where m.missing_id = any (ask_archive.missing)
	), made as (
		insert into archive.reports (report_id, code, person_id, agent_id, kind_code, act_id, act_kind_code, about_date, says, due_on, structure_rank)
		select k.report_id, archive_api.new_code(), k.person_id, k.agent_id, case when k.is_contradiction and k.act_id is not null then 'faux' else 'manquant' end,
			k.act_id, k.act_kind_code, k.at_date, k.label || E'.\nDemandé par le dossier de pension ' || k.number || '.', due, k.structure_rank
		from ask k
	), step as (
		insert into archive.report_steps (report_id, state_code, says) select k.report_id, 'nouveau', 'Demandé par le dossier de pension ' || k.number from ask k
	)
	update pensions.missing m set report_id = k.report_id, archive_asked_at = now() from ask k where m.missing_id = k.missing_id;
	get diagnostics many = row_count;
	return many;
end $$;
comment on function pensions_api.ask_archive is 'Asks the archive for these missing acts, each as one entry of its list with its own deadline.';

create function pensions_api.names_of(file bigint, only_agent boolean) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select string_agg('– ' || m.label, E'\n' order by m.at_date nulls first, m.missing_id) from pensions.missing m
	where m.file_id = names_of.file and m.resolved_at is null and (not only_agent or (m.agent_asked_at is not null and m.agent_answer is null));
$$;
comment on function pensions_api.names_of is 'The acts that a file waits for, one a line.';

-- 3. Opening -----------------------------------------------------------------------------------------------------------------------

-- The first step of files that were just opened, for all of them at once: pensions_api.move takes them from there.
create function pensions_api.begin_files(files bigint[]) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	asked bigint[];
	r     record;
begin
	with new as (
		insert into pensions.missing (file_id, gap_code, key, label, at_date)
		select f.file_id, g.gap_code, g.key, g.label, g.at_date
		from pensions.files f
		join career.agents a on a.agent_id = f.agent_id and pensions_api.has_gaps(a.agent_id)
		cross join lateral pensions_api.gaps_worded(a.agent_id) g
		where f.file_id = any (begin_files.files) and not (f.kind_code = 'reversion' and a.left_on is not null)
		on conflict do nothing
		returning missing_id)
	select array_agg(n.missing_id) into asked from new n;
	perform pensions_api.ask_archive(coalesce(asked, '{}'));
	insert into pensions.events (file_id, state_code, what) select f.id, 'ouvert', 'Dossier ouvert' from unnest(begin_files.files) f (id)
	where not exists (select from pensions.events e where e.file_id = f.id);
	update pensions.files f set state_code = s.state_code, desk_since = now(), due_on = d.due
	from (select s.state_code, base_api.add_working_days(current_date, s.days) as due from pensions.states s
		where s.state_code in ('archives', 'etat_services')) d
	join pensions.states s on s.state_code = d.state_code
	where f.file_id = any (begin_files.files) and f.state_code = 'ouvert'
		and s.state_code = case when exists (select from pensions.missing m where m.file_id = f.file_id and m.resolved_at is null) then 'archives' else 'etat_services' end;
	insert into pensions.events (file_id, state_code, what)
	select f.file_id, s.state_code, s.label from pensions.files f join pensions.states s on s.state_code = f.state_code where f.file_id = any (begin_files.files)
	order by f.file_id;
	for r in
		select f.file_id, f.number, f.kind_code, f.leave_on, a.person_id, s.notice, pensions_api.names_of(f.file_id, false) as names
		from pensions.files f
		join career.agents a on a.agent_id = f.agent_id
		join base.persons p on p.person_id = a.person_id and p.deceased_on is null
		join pensions.states s on s.state_code = f.state_code
		where f.file_id = any (begin_files.files) and f.kind_code <> 'reversion'
	loop
		perform base_api.tell(r.person_id, 'Votre dossier de pension ' || r.number || ' est ouvert',
			E'Bonjour,\n\nVotre dossier de pension ' || r.number || ' est ouvert, pour un départ le ' || base_api.day_words(r.leave_on) || '. '
			|| upper(left(r.notice, 1)) || substr(r.notice, 2) || case when r.names is not null then E'\n\nActes recherchés :\n' || r.names else '' end
			|| E'\n\nVous suivez chaque étape dans « Ma carrière », « Mon dossier de pension ».',
			'votre dossier de pension ' || r.number || ' est ouvert, pour un départ le ' || base_api.day_words(r.leave_on) || '.');
	end loop;
end $$;
comment on function pensions_api.begin_files is 'What happens when a file opens: missing acts are named and asked of the archive, the file goes to its first desk, the agent is told.';

create function pensions_api.open_for(agent bigint, kind text, origin text, leave_on date, regimes text[], note text) returns bigint
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	a     record;
	funds text[] := case when cardinality(open_for.regimes) > 0 then open_for.regimes else pensions_api.regimes_of(agent) end;
	made  bigint;
	rule  record;
	day   date := open_for.leave_on;
	num   text;
begin
	select x.agent_id, x.person_id, x.structure_rank, x.first_service_date, p.birth_date, p.deceased_on into a
	from career.agents x join base.persons p on p.person_id = x.person_id where x.agent_id = agent;
	if not found then
		raise exception using errcode = 'GU404', message = 'career.agent_missing';
	end if;
	select * into rule from pensions_api.leave_of(agent);
	day := coalesce(day, case when kind = 'retraite' then rule.leave_on end);
	if day is null then
		raise exception using errcode = 'GU422', message = 'pensions.leave_unknown', column = 'depart';
	elsif day > current_date + interval '3 years' or day < coalesce(a.first_service_date, a.birth_date + interval '18 years', date '1960-01-01') then
		raise exception using errcode = 'GU422', message = 'pensions.leave_absurd', column = 'depart';
	elsif coalesce(cardinality(funds), 0) = 0 then
		raise exception using errcode = 'GU422', message = 'pensions.regime_unknown', column = 'regimes';
	elsif a.deceased_on is not null and kind <> 'reversion' then
		raise exception using errcode = 'GU409', message = 'pensions.deceased';
	end if;
	perform pg_advisory_xact_lock(hashtextextended('pensions.number', extract(year from day)::int));
	if exists (select from pensions.files f where f.agent_id = agent and f.kind_code = kind and f.closed_at is null) then
		raise exception using errcode = 'GU409', message = 'pensions.already_open';
	end if;
	num := 'P' || to_char(day, 'YYYY') || '-';
	num := num || lpad((select coalesce(max(substr(f.number, 7)::int), 0) + 1 from pensions.files f where f.number like num || '%')::text, 5, '0');
	insert into pensions.files (number, agent_id, kind_code, origin_code, regimes, leave_on, leave_source, structure_rank)
	values (num, agent, kind, origin, funds, day, case kind
			when 'retraite' then case when day = rule.leave_on then rule.words else 'Date donnée à l’ouverture. ' || coalesce('La règle dit : ' || rule.words, 'Aucune règle n’est connue pour cet agent.') end
			when 'anticipe' then 'Départ à la demande. ' || coalesce(rule.early_words, 'Aucune règle de départ anticipé n’est connue pour cet agent : à établir.')
			when 'invalidite' then 'Inaptitude, à constater par la commission de réforme. Date demandée, à confirmer par sa décision.'
			else 'Pension de réversion : le lendemain du décès, à confirmer par l’acte de décès.' end, coalesce(a.structure_rank, 1))
	returning file_id into made;
	insert into pensions.events (file_id, person_id, state_code, what, note)
	values (made, (select m.person_id from base.me m), 'ouvert', 'Dossier ouvert', coalesce(btrim(open_for.note), ''));
	perform pensions_api.begin_files(array[made]);
	perform base_api.note('pensions.desk', 'ouvrir', 'dossier ' || num, 'fait', jsonb_build_object('nature', kind, 'origine', origin));
	return made;
end $$;
comment on function pensions_api.open_for is 'Opens a file outside of the daily run (request, service, survivor, centre) and sends it to its first desk; called by functions that checked who asks. kind: retraite, anticipe, invalidite, reversion; origin: agent, service, ayant_cause, centre. regimes null: from the career. Returns its number of row. GU409 pensions.already_open, GU422 on depart or regimes.';

-- Set-based: one statement a table, whatever the number of departures.
create function pensions_api.open_due() returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
declare
	months int := coalesce((select (p.value #>> '{}')::int from base.parameters p where p.name = 'pension.opens_months' and p.valid_from <= current_date
		and (p.valid_to is null or p.valid_to > current_date) order by p.valid_from desc limit 1), 12);
	opened bigint[];
begin
	perform pg_advisory_xact_lock(hashtextextended('pensions.open_due', 0));
	perform pg_advisory_xact_lock(hashtextextended('pensions.number', y)) from generate_series(extract(year from current_date)::int - 1, extract(year from current_date)::int + 11) y;
	with due as materialized (
		select a.agent_id, a.structure_rank, a.retirement_date, extract(year from a.retirement_date)::int as year, pensions_api.regimes_of(a.agent_id) as regimes
		from career.agents a
		join base.persons p on p.person_id = a.person_id and p.deceased_on is null
		where a.retirement_date between current_date - interval '12 months' and current_date + make_interval(months => months) and a.left_on is null
			and not exists (select from pensions.files f where f.agent_id = a.agent_id and f.kind_code in ('retraite', 'anticipe', 'invalidite')
				and (f.state_code <> 'abandonne' or f.leave_on = a.retirement_date))
	), made as (
		insert into pensions.files (number, agent_id, kind_code, origin_code, regimes, leave_on, leave_source, structure_rank)
		select 'P' || d.year || '-' || lpad((coalesce((select max(substr(f.number, 7)::int) from pensions.files f where f.number like 'P' || d.year || '-%'), 0)
				+ row_number() over (partition by d.year order by d.retirement_date, d.agent_id))::text, 5, '0'),
			d.agent_id, 'retraite', 'systeme', d.regimes, d.retirement_date, coalesce(w.words, 'Règle non connue'), coalesce(d.structure_rank, 1)
		from due d left join lateral pensions_api.leave_of(d.agent_id) w on true
		where cardinality(d.regimes) > 0
		returning file_id)
	select array_agg(m.file_id order by m.file_id) into opened from made m;
	if opened is null then
		return 0;
	end if;
	perform pensions_api.begin_files(opened);
	perform base_api.note('pensions.desk', 'ouvrir', 'dossiers', 'fait', jsonb_build_object('combien', cardinality(opened)));
	return cardinality(opened);
end $$;
comment on function pensions_api.open_due is 'Opens the file of every agent who reaches the window before his departure; running it again opens nothing more.';

-- 4. Going on by itself ------------------------------------------------------------------------------------------------------------

-- What the career says today against what was missing: an act that came closes its row and its work in the archive, a new gap opens one.
create function pensions_api.look_again(file bigint) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f     pensions.files := (select x from pensions.files x where x.file_id = look_again.file);
	gaps  jsonb := '[]';
	asked bigint[];
	r     record;
	many  int := 0;
begin
	if pensions_api.has_gaps(f.agent_id) then
		gaps := (select coalesce(jsonb_agg(to_jsonb(g)), '[]') from pensions_api.gaps_worded(f.agent_id) g);
	end if;
	for r in
		update pensions.missing m set resolved_at = now(), resolved_how = case when m.key like 'fait:%' then 'La pièce est connue.' else 'L’acte est entré dans la carrière.' end
		where m.file_id = f.file_id and m.resolved_at is null and m.key not like 'demande:%'
			and not exists (select from jsonb_array_elements(gaps) g where g->>'key' = m.key)
		returning m.label, m.report_id
	loop
		many := many + 1;
		insert into pensions.events (file_id, what, note) values (f.file_id, 'Acte retrouvé', r.label);
		if exists (select from archive.reports t join archive.report_moves v on v.from_code = t.state_code and v.to_code = 'trouve' where t.report_id = r.report_id) then
			perform archive_api.step(r.report_id, 'trouve', 'L’acte est entré dans la carrière.', null);
		end if;
	end loop;
	if f.state_code in ('archives', 'attente_agent') then
		update pensions.missing m set label = g.label, at_date = g.at_date from jsonb_to_recordset(gaps) g (key text, label text, at_date date)
		where m.file_id = f.file_id and m.resolved_at is null and m.key = g.key and (m.label, m.at_date) is distinct from (g.label, g.at_date);
		with new as (
			insert into pensions.missing (file_id, gap_code, key, label, at_date)
			select f.file_id, g.gap_code, g.key, g.label, g.at_date from jsonb_to_recordset(gaps) g (gap_code text, key text, label text, at_date date)
			where not exists (select from pensions.missing m where m.file_id = f.file_id and m.key = g.key and m.resolved_at is null)
			on conflict do nothing returning missing_id)
		select array_agg(n.missing_id) into asked from new n;
		perform pensions_api.ask_archive(coalesce(asked, '{}'));
	end if;
	return many;
end $$;
comment on function pensions_api.look_again is 'Compares the missing acts of a file with the career of today; how many came in.';

create function pensions_api.goal_of(file bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case
		when f.state_code = 'attente_agent' and n.with_agent > 0 then 'attente_agent'
		when n.with_archive > 0 then 'archives'
		when n.for_agent > 0 and f.kind_code <> 'reversion' then 'attente_agent'
		when n.coming > 0 then 'archives'
		when n.all = 0 and f.state_code = 'archives' and n.settled = 0 and by_hand.yes then 'archives'      -- a person sent it back there
		else 'etat_services' end
	from pensions.files f
	cross join lateral (
		select count(*) filter (where m.resolved_at is null) as all,
			count(*) filter (where m.resolved_at >= f.desk_since) as settled,
			count(*) filter (where m.resolved_at is null and m.archive_answer is null) as with_archive,
			count(*) filter (where m.resolved_at is null and m.agent_asked_at is not null and m.agent_answer is null) as with_agent,
			count(*) filter (where m.resolved_at is null and m.archive_answer in ('introuvable', 'sans_objet') and m.agent_answer is null) as for_agent,
			count(*) filter (where m.resolved_at is null and (m.archive_answer = 'trouve' or m.agent_answer = 'copie')) as coming
		from pensions.missing m where m.file_id = f.file_id) n
	cross join lateral (select coalesce((select e.person_id is not null from pensions.events e where e.file_id = f.file_id and e.state_code is not null
		order by e.event_id desc limit 1), false) as yes) by_hand
	where f.file_id = goal_of.file;
$$;
comment on function pensions_api.goal_of is 'Whose turn it is while acts are looked for: the archive first, the agent second, and the public service once nothing is awaited from either.';

create function pensions_api.settle(file bigint) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	here text := (select x.state_code from pensions.files x where x.file_id = settle.file for update);
	goal text;
begin
	if here is null or here not in ('archives', 'attente_agent', 'etat_services') then
		return here;
	end if;
	perform pensions_api.look_again(settle.file);
	here := (select x.state_code from pensions.files x where x.file_id = settle.file);
	goal := pensions_api.goal_of(settle.file);
	if here not in ('archives', 'attente_agent') or goal = here then
		return here;
	end if;
	if goal = 'attente_agent' then
		update pensions.missing m set agent_asked_at = now()
		where m.file_id = settle.file and m.resolved_at is null and m.agent_answer is null and m.archive_answer in ('introuvable', 'sans_objet');
		perform pensions_api.move(settle.file, goal, null, E'Actes demandés :\n' || pensions_api.names_of(settle.file, true));
	else
		perform pensions_api.move(settle.file, goal, null, '');
	end if;
	return goal;
end $$;
comment on function pensions_api.settle is 'A file that waits for acts looks at the career again and goes on by itself; gives the state it is in.';

-- The archive answers in its own list: the file hears it at once.
create function pensions_api.report_answered() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	m pensions.missing;
begin
	select x.* into m from pensions.missing x where x.report_id = new.report_id and x.resolved_at is null;
	if not found or new.state_code not in ('trouve', 'introuvable', 'sans_objet') then
		return null;
	end if;
	update pensions.missing x set archive_answer = new.state_code,
		resolved_at = case when m.key like 'demande:%' and new.state_code = 'trouve' then now() end,
		resolved_how = case when m.key like 'demande:%' and new.state_code = 'trouve' then 'Retrouvé par les archives.' end,
		agent_answer = case when m.agent_answer = 'copie' and new.state_code <> 'trouve' then null else m.agent_answer end    -- his copy did not do: asked again
	where x.missing_id = m.missing_id;
	insert into pensions.events (file_id, person_id, what, note) values (m.file_id, new.handled_by,
		case new.state_code when 'trouve' then 'Les archives ont trouvé' when 'introuvable' then 'Les archives n’ont pas trouvé' else 'Sans objet pour les archives' end, m.label);
	if m.key like 'fait:%' and new.state_code = 'trouve' then       -- the paper of a fact: it is proven from now on
		update pensions.facts x set is_proven = true, reference = x.reference || ', pièce retrouvée : ' || new.code where x.fact_id = substr(m.key, 6)::bigint;
	end if;
	perform pensions_api.settle(m.file_id);
	return null;
end $$;
comment on function pensions_api.report_answered is 'What the archive answers about an act that a pension file waits for.';
create trigger pensions_answered after update of state_code on archive.reports
	for each row when (old.state_code <> new.state_code) execute function pensions_api.report_answered();

create function pensions_api.structures_ranked() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update pensions.files f set structure_rank = a.structure_rank from career.agents a
	where a.agent_id = f.agent_id and a.structure_rank is not null and f.structure_rank <> a.structure_rank;
	return null;
end $$;
comment on function pensions_api.structures_ranked is 'When the tree is ranked again, the scope of files follows their agents.';
create trigger structures_ranked_pensions after update of rank on base.structures
	for each statement execute function pensions_api.structures_ranked();

create function pensions_api.follow_dates() returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	many int;
begin
	with moved as (
		update pensions.files f set leave_on = a.retirement_date, leave_source = w.words
		from career.agents a cross join lateral pensions_api.leave_of(a.agent_id) w
		where a.agent_id = f.agent_id and f.kind_code = 'retraite' and f.origin_code = 'systeme' and f.state_code in ('archives', 'attente_agent', 'etat_services')
			and a.retirement_date is distinct from f.leave_on and a.retirement_date is not null
		returning f.file_id, f.leave_on
	), said as (
		insert into pensions.events (file_id, what, note) select m.file_id, 'Date de départ changée', 'La carrière donne maintenant le ' || base_api.day_words(m.leave_on) from moved m
	)
	select count(*) into many from moved;
	return many;
end $$;
comment on function pensions_api.follow_dates is 'A corrected birth date or category moves the departure of the files that opened by themselves, and says so.';

-- The daily job: one statement for the openings, one look at each file that waits.
create function pensions_api.daily() returns table (opened int, moved int, settled int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
declare
	r record;
begin
	opened := pensions_api.open_due();
	moved := pensions_api.follow_dates();
	settled := 0;
	for r in select f.file_id, f.state_code from pensions.files f where f.state_code in ('archives', 'attente_agent')
			or (f.state_code = 'etat_services' and exists (select from pensions.missing m where m.file_id = f.file_id and m.resolved_at is null))
		order by f.file_id
	loop
		if pensions_api.settle(r.file_id) <> r.state_code then
			settled := settled + 1;
		end if;
	end loop;
	return next;
end $$;
comment on function pensions_api.daily is 'Opens what must open, follows corrected dates, and lets files go on whose acts came in; how many of each.';

revoke execute on function pensions_api.kind_words, pensions_api.lapse_words, pensions_api.days_words, pensions_api.left_words, pensions_api.certainty_words, pensions_api.regimes_of, pensions_api.leave_of, pensions_api.gaps_worded, pensions_api.has_gaps, pensions_api.ask_archive,
	pensions_api.names_of, pensions_api.begin_files, pensions_api.open_for, pensions_api.open_due, pensions_api.look_again, pensions_api.goal_of,
	pensions_api.settle, pensions_api.report_answered, pensions_api.structures_ranked, pensions_api.follow_dates, pensions_api.daily from public;
grant execute on function pensions_api.daily to worker;
reset role;
