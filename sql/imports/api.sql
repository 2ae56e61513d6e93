-- Imports: pages, then what the worker runs. Dropped and rebuilt.
drop schema if exists imports_api cascade;
create schema imports_api authorization guichet_owner;
grant usage on schema imports_api to gate, worker, web_import, web_payroll;
set role guichet_owner;

-- 1. Pages (web_import, and web_payroll for the payer's files): row security says whose imports ------------------------------------------------------------------

create view imports_api.rows with (security_invoker) as
	select i.import_id, i.kind_code, k.label as kind_label, i.file_name, i.sheet_code, i.separator, i.is_windows, i.header_line,
		i.state_code, s.label as state_label, s.is_over, i.only_good, i.file_why, i.file_detail, i.lines_count, i.new_count,
		i.changed_count, i.same_count, i.refused_count, i.problems_count, i.made_at, i.checked_at, i.imported_at,
		coalesce(i.refused_count, 0) > 0 as has_wrong, i.person_id = (select m.person_id from base.me m) as is_mine,
		i.new_count + i.changed_count + coalesce(i.gone_count, 0) as good_count, j.done::int as job_done, coalesce(j.total, 1000)::int as job_total, j.error as job_error, j.state_code as job_code,
		i.state_code in ('controle', 'ecriture') and j.state_code in ('attente', 'cours') as is_running,
		i.state_code in ('controle', 'ecriture') and coalesce(j.state_code, 'echec') in ('echec', 'annule') as is_failed,
		i.signature, base_api.month_words(i.month) as month_words, i.gone_count, coalesce(i.gone_count, 0) > 0 as has_gone
	from imports.imports i
	join imports.kinds k on k.kind_code = i.kind_code
	join imports.states s on s.state_code = i.state_code
	left join base.jobs j on j.job_id = i.job_id;

create function imports_api.my_imports(size int, skip int) returns setof imports_api.rows
	language sql stable
	begin atomic
		select r.* from imports_api.rows r order by r.made_at desc, r.import_id desc limit my_imports.size offset my_imports.skip;
	end;
comment on function imports_api.my_imports is 'My imports and those of my team, newest first.';

create function imports_api.one(import bigint) returns setof imports_api.rows
	language sql stable
	begin atomic
		select r.* from imports_api.rows r where r.import_id = one.import;
	end;
comment on function imports_api.one is 'One import.';

create function imports_api.columns_of(import bigint) returns table (place int, header text, example_1 text, example_2 text,
	example_3 text, guess text, confidence int, why text, detail text, field text)
	language sql stable
	begin atomic
		select c.place, c.header, c.examples[1], c.examples[2], c.examples[3], c.guess, c.confidence, c.why, c.detail,
			(select h.field from imports.choices h where h.import_id = c.import_id and h.place = c.place order by h.field limit 1)
		from imports.columns c where c.import_id = columns_of.import order by c.place;
	end;
comment on function imports_api.columns_of is 'Columns of a file with a few values and what we believe they are.';

create function imports_api.choices_of(import bigint) returns table (field text, place int)
	language sql stable
	begin atomic
		select h.field, h.place from imports.choices h where h.import_id = choices_of.import;
	end;
comment on function imports_api.choices_of is 'Which column each field is read from.';

create function imports_api.sums_of(import bigint) returns table (why text, total bigint)
	language sql stable
	begin atomic
		select s.why, s.total from imports.sums s where s.import_id = sums_of.import order by s.total desc, s.why;
	end;
comment on function imports_api.sums_of is 'What is wrong in a file, and how many times.';

create function imports_api.problems_of(import bigint, size int, skip int) returns table (line bigint, header text, field text,
	value text, why text, detail text)
	language sql stable
	begin atomic
		select p.line, c.header, p.field, p.value, p.why, p.detail
		from (select p.* from imports.problems p where p.import_id = problems_of.import
			order by p.line, p.problem_id limit problems_of.size offset problems_of.skip) p
		left join imports.choices h on h.import_id = p.import_id and h.field = p.field
		left join imports.columns c on c.import_id = h.import_id and c.place = h.place
		order by p.line, p.problem_id;
	end;
comment on function imports_api.problems_of is 'Wrong values, in the order of the lines.';

create function imports_api.profiles_for(import bigint) returns table (profile_id bigint, name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.profile_id, p.name from imports.profiles p
	join imports.imports i on i.import_id = profiles_for.import and i.kind_code = p.kind_code and i.signature = p.signature
	where i.person_id is not distinct from (select m.person_id from base.me m)
	order by p.person_id is distinct from i.person_id, p.used_at desc limit 1;
$$;
comment on function imports_api.profiles_for is 'The saved choices that these headers bring back.';

-- Writes. Only the person who sent a file acts on it.

create function imports_api.may_send() returns table (waiting bigint)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	n bigint := (select count(*) from imports.imports i join imports.states s using (state_code)
		where i.person_id = (select m.person_id from base.me m) and not s.is_over);
begin
	if n >= 50 then
		raise exception using errcode = 'GU422', message = 'imports.too_many_open', column = 'fichier';
	end if;
	return query select n;
end $$;
comment on function imports_api.may_send is 'Whether one more file is taken: fifty open imports a person are enough.';

create function imports_api.permission_of(kind text) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select k.permission from imports.kinds k where k.kind_code = permission_of.kind $$;
comment on function imports_api.permission_of is 'The permission that a kind of file is sent under.';

create function imports_api.send(kind text, file_name text, sha256 text, size bigint, about jsonb, profile text)
	returns table (import_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me    bigint := (select m.person_id from base.me m);
	file  bigint;
	made  bigint;
	reach int4multirange := (select s.ranks from base.my_spans s);
	may   text := imports_api.permission_of(send.kind);
	named bigint;
begin
	if me is not null and not exists (select from base.my_session s join base.permissions p on (s.permission_bits >> p.bit) & 1 = 1 where p.permission = may) then
		raise exception using errcode = 'GU403', message = 'problem.forbidden';
	elsif me is null then
		if session_user <> 'worker' then
			raise exception using errcode = 'GU403', message = 'problem.forbidden';
		end if;
		reach := '{(,)}';                                        -- whoever runs the command runs the server
	end if;
	select i.import_id into made from imports.imports i join base.files f on f.file_id = i.file_id
	where i.person_id = me and f.sha256 = decode(send.sha256, 'hex') and i.kind_code = send.kind and i.month is not distinct from (about->>'month')::date
		and i.state_code in ('colonnes', 'controle', 'pret') order by i.import_id desc limit 1;
	if made is not null then                                      -- the same file is already being treated: go on with it
		return query select made;
		return;
	end if;
	insert into base.files (sha256, size, type, name, owner_id)
	values (decode(send.sha256, 'hex'), send.size, about->>'sheet', left(send.file_name, 200), me) returning files.file_id into file;
	insert into imports.imports (kind_code, person_id, reach, file_id, file_name, sheet_code, separator, is_windows, header_line, signature, month)
	values (send.kind, me, coalesce(reach, '{}'), file, left(send.file_name, 200), about->>'sheet', coalesce(about->>'separator', ''),
		coalesce((about->>'windows')::boolean, false), (about->>'line')::bigint, about->>'signature',
		(about->>'month')::date)
	returning imports.import_id into made;
	insert into imports.columns (import_id, place, header, folded, examples, guess, confidence, why, detail)
	select made, c.place, left(c.header, 200), c.folded, c.examples, nullif(c.guess, 'none'), c.confidence, c.why, left(c.detail, 100)
	from jsonb_to_recordset(about->'columns') as c (place int, header text, folded text, examples text[], guess text, confidence int, why text, detail text);
	-- What was chosen for the same headers before, else the guesses.
	if send.profile is not null then
		select p.profile_id into named from imports.profiles p where p.kind_code = send.kind and p.name = send.profile
		order by p.used_at desc limit 1;
		if named is null then
			raise exception using errcode = 'GU422', message = 'imports.no_profile', column = 'profil';
		end if;
		insert into imports.choices (import_id, field, place)
		select distinct on (f.field) made, f.field, c.place from imports.profile_fields f
		join jsonb_to_recordset(about->'columns') as c (place int, folded text) on c.folded = f.header
		where f.profile_id = named order by f.field, abs(c.place - f.place);
	else
		insert into imports.choices (import_id, field, place)
		select made, f.field, f.place from imports.profile_fields f
		where f.profile_id = (select p.profile_id from imports.profiles p
			where p.kind_code = send.kind and p.signature = about->>'signature'
			order by p.person_id is distinct from me, p.used_at desc limit 1);
		if not found then
			insert into imports.choices (import_id, field, place)
			select made, c.guess, min(c.place) from imports.columns c where c.import_id = made and c.guess is not null group by c.guess;
		end if;
	end if;
	perform base_api.note(may, 'envoi', 'import ' || made, 'fait',
		jsonb_build_object('kind', send.kind, 'size', send.size, 'sha256', send.sha256));
	return query select made;
end $$;
comment on function imports_api.send is 'Registers a file with its columns and the first choices; the same file sent twice is the same import until it is decided.';

create function imports_api.move(import bigint, target text) returns imports.imports
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it imports.imports;
begin
	select i.* into it from imports.imports i
	where i.import_id = move.import and i.person_id is not distinct from (select m.person_id from base.me m) for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
	if not exists (select from imports.state_moves m where m.from_code = it.state_code and m.to_code = target)
		or exists (select from base.jobs j where j.job_id = it.job_id and j.state_code in ('attente', 'cours')) then
		raise exception using errcode = 'GU409', message = 'imports.not_now';
	end if;
	update imports.imports i set state_code = target,
		reach = case when it.person_id is null then it.reach else coalesce((select s.ranks from base.my_spans s), '{}') end
	where i.import_id = it.import_id returning i.* into it;
	return it;
end $$;
comment on function imports_api.move is 'Moves an import of one''s own to another state if that move exists and nothing is running; his reach is taken again.';

create function imports_api.choose(import bigint, choices jsonb, profile text, is_complete boolean, here text, again text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    imports.imports;
	named bigint;
begin
	select i.* into it from imports.imports i
	where i.import_id = choose.import and i.person_id is not distinct from (select m.person_id from base.me m) for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif it.state_code <> 'colonnes' then
		it := imports_api.move(it.import_id, 'colonnes');
	end if;
	delete from imports.choices c where c.import_id = it.import_id;
	insert into imports.choices (import_id, field, place)
	select it.import_id, c.key, c.value::int from jsonb_each_text(choose.choices) c
	join imports.columns k on k.import_id = it.import_id and k.place = c.value::int;
	if not is_complete then
		return query select base_api.receipt(choose.again);
		return;
	end if;
	-- Kept for the next file with these headers, under a name if one was given.
	insert into imports.profiles (kind_code, person_id, signature, name)
	values (it.kind_code, it.person_id, it.signature, coalesce(nullif(btrim(choose.profile), ''),
		(select p.name from imports.profiles p where p.kind_code = it.kind_code and p.person_id = it.person_id and p.signature = it.signature
			order by p.used_at desc limit 1), left(it.file_name, 60)))
	on conflict (kind_code, name, person_id) do update set signature = excluded.signature, used_at = now()
	returning profile_id into named;
	delete from imports.profile_fields f where f.profile_id = named;
	insert into imports.profile_fields (profile_id, field, place, header)
	select named, c.field, c.place, k.folded from imports.choices c join imports.columns k using (import_id, place)
	where c.import_id = it.import_id;
	perform imports_api.start_check(it.import_id);
	return query select base_api.receipt(choose.here);
end $$;
comment on function imports_api.choose is 'Keeps the choices of columns and, when they are complete, starts the check.';

create function imports_api.start_check(import bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it imports.imports := imports_api.move(start_check.import, 'controle');
begin
	update imports.imports i set file_why = null, file_detail = null, checked_at = null,
		job_id = job_api.put('import.check', it.person_id, jsonb_build_object('import', it.import_id))
	where i.import_id = it.import_id;
	perform base_api.note(imports_api.permission_of(it.kind_code), 'controle', 'import ' || it.import_id, 'fait');
end $$;
comment on function imports_api.start_check is 'Puts the job that checks a file without writing anything.';

create function imports_api.check_again(import bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform imports_api.start_check(check_again.import);
	return query select base_api.receipt(check_again.here);
end $$;
comment on function imports_api.check_again is 'Checks once more: after the database changed, or after a failure.';

create function imports_api.decide(import bigint, only_good boolean, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it imports.imports;
begin
	it := imports_api.move(decide.import, 'ecriture');
	if it.file_why is not null then
		raise exception using errcode = 'GU409', message = 'imports.file_unreadable';
	elsif it.refused_count > 0 and not decide.only_good then
		raise exception using errcode = 'GU422', message = 'imports.some_wrong', column = 'lignes';
	end if;
	update imports.imports i set only_good = decide.only_good,
		job_id = job_api.put('import.write', it.person_id, jsonb_build_object('import', it.import_id))
	where i.import_id = it.import_id;
	perform base_api.note(imports_api.permission_of(it.kind_code), 'import', 'import ' || it.import_id, 'demande', jsonb_build_object('only_good', decide.only_good));
	return query select base_api.receipt(decide.here);
end $$;
comment on function imports_api.decide is 'The second step: writes a checked file. With wrong lines, only if the person said to leave them out.';

create function imports_api.drop_it(import bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it imports.imports := imports_api.move(drop_it.import, 'abandonne');
begin
	delete from imports.problems p where p.import_id = it.import_id;
	delete from imports.sums s where s.import_id = it.import_id;
	update imports.columns c set examples = '{}' where c.import_id = it.import_id;
	perform base_api.note(imports_api.permission_of(it.kind_code), 'abandon', 'import ' || it.import_id, 'fait');
	return query select base_api.receipt(drop_it.here);
end $$;
comment on function imports_api.drop_it is 'Gives an import up; what was shown of its lines is erased.';

-- 2. What the worker runs, all of it in one transaction: begin, COPY, then check or write -----------------------------------

create function imports_api.run_begin(import bigint, writing boolean) returns table (kind text, sha256 text, header_line bigint,
	only_good boolean, step_most int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform from imports.imports i where i.import_id = run_begin.import
		and i.state_code = case when writing then 'ecriture' else 'controle' end for update;
	if not found then
		raise exception using errcode = 'GU409', message = 'imports.not_now';
	end if;
	truncate imports.staged, imports.matches, imports.ready, imports.touched restart identity;      -- waits for another run to end
	delete from imports.problems p where p.import_id = run_begin.import;
	delete from imports.sums s where s.import_id = run_begin.import;
	return query select i.kind_code, encode(f.sha256, 'hex'), i.header_line, i.only_good,
		(select max(r.max_step)::int from career.step_rules r)
	from imports.imports i join base.files f on f.file_id = i.file_id where i.import_id = run_begin.import;
end $$;
comment on function imports_api.run_begin is 'Empties the staging tables for one run and tells what to read.';

create function imports_api.run_places(import bigint) returns table (field text, place int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select c.field, c.place from imports.choices c where c.import_id = run_places.import $$;
comment on function imports_api.run_places is 'Which column each field is read from, for the worker.';

create function imports_api.run_only_good(import bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select i.only_good from imports.imports i where i.import_id = run_only_good.import $$;
comment on function imports_api.run_only_good is 'Whether the person said to leave the wrong lines out.';

create function imports_api.folded(said text) returns text
	language sql immutable strict parallel safe
	return btrim(regexp_replace(base.fold(translate(said, '_,;/', '    ')), '\s+', ' ', 'g'));
comment on function imports_api.folded is 'Text of a cell as it is compared with codes and names.';

-- Each different word of the file is looked up once: by code, by name, then among the synonyms. Two answers are none.
create function imports_api.match_words() returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	with said as (
		select 'status' as field, s.status as said from imports.staged s where s.status is not null group by s.status
		union all select 'corps', s.corps from imports.staged s where s.corps is not null group by s.corps
		union all select 'structure', s.structure from imports.staged s where s.structure is not null group by s.structure
		union all select 'position', s.position from imports.staged s where s.position is not null group by s.position
		union all select 'act_kind', s.act_kind from imports.staged s where s.act_kind is not null group by s.act_kind
	), folded as (
		select s.field, s.said, imports_api.folded(s.said) as word from said s
	), known as (
		select 'status' as field, t.status_code as code, t.label as name, null::bigint as id, null::int as rank from career.statuses t
		union all select 'corps', c.code, c.name, c.corps_id, null from career.corps c
		union all select 'structure', b.code, b.name, b.structure_id, b.rank from base.structures b where b.closed_on is null
		union all select 'position', p.position_code, p.label, null, null from career.positions p
		union all select 'act_kind', k.kind_code, k.label, null, null from career.act_kinds k
	), words as (
		select k.field, imports_api.folded(k.code) as word, 1 as sort, k.code, k.id, k.rank from known k
		union all select k.field, imports_api.folded(k.name), 2, k.code, k.id, k.rank from known k
		union all select y.field, y.word, 3, k.code, k.id, k.rank from imports.synonyms y join known k on k.field = y.field and k.code = y.code
	), found as (
		select f.field, f.said, w.sort, min(w.code) as code, min(w.id) as id, min(w.rank) as rank
		from folded f join words w on w.field = f.field and w.word = f.word
		group by f.field, f.said, w.sort having count(distinct w.code) = 1
	)
	insert into imports.matches (field, said, code, id, rank)
	select distinct on (f.field, f.said) f.field, f.said, f.code, f.id, f.rank from found f order by f.field, f.said, f.sort;
$$;
comment on function imports_api.match_words is 'Finds which code each word of the staged lines means.';

create function imports_api.fault(field text, why text, value text, detail text default '') returns text
	language sql immutable parallel safe
	return fault.field || E'\x1f' || fault.why || E'\x1f' || coalesce(fault.value, '') || E'\x1f' || coalesce(fault.detail, '');
comment on function imports_api.fault is 'One wrong thing as it travels between staging and report.';

create function imports_api.ready_personnel(import bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off set work_mem = '128MB'
as $$
declare
	reach int4multirange := (select i.reach from imports.imports i where i.import_id = ready_personnel.import);
	root  int := (select min(s.rank) from base.structures s);
begin
	insert into imports.ready (line, verdict, faults, agent_id, person_id, matricule, family_name, given_names, sex, birth_date,
		first_service_date, status_code, structure_id, phone, email)
	select r.line,
		case when r.faults is not null then 'refused'
			when r.agent_id is null then 'new'
			when (r.family_name <> p.family_name) is true or (r.given_names <> p.given_names) is true
				or (r.sex is not null and r.sex is distinct from p.sex)
				or (r.birth_date is not null and r.birth_date is distinct from p.birth_date)
				or (r.first_service_date is not null and r.first_service_date is distinct from r.known_first)
				or (r.status_code is not null and r.status_code is distinct from r.known_status)
				or (r.structure_id is not null and r.structure_id is distinct from r.known_structure)
				or (r.phone is not null and not exists (select from base.contacts c where c.person_id = r.person_id and c.kind = 'phone' and c.value = r.phone))
				or (r.email is not null and not exists (select from base.contacts c where c.person_id = r.person_id and c.kind = 'email' and c.value = r.email))
				then 'changed'
			else 'same' end,
		r.faults, r.agent_id, r.person_id, r.matricule, r.family_name, r.given_names, r.sex, r.birth_date, r.first_service_date,
		r.status_code, r.structure_id, r.phone, r.email
	from (
		select s.line, a.agent_id, a.person_id, s.matricule, normalize(s.family_name) as family_name, normalize(s.given_names) as given_names,
			s.sex, s.birth_date, s.first_service_date, st.code as status_code, sr.id as structure_id, s.phone, s.email,
			a.first_service_date as known_first, a.entry_status_code as known_status, a.entry_structure_id as known_structure,
			nullif(concat_ws(E'\x1e', s.faults,
				case when s.first_line <> s.line then imports_api.fault('matricule', 'imports.matricule_twice', s.matricule, s.first_line::text) end,
				case when s.status is not null and st.code is null then imports_api.fault('status', 'imports.status_unknown', s.status) end,
				case when s.corps is not null and co.code is null then imports_api.fault('corps', 'imports.corps_unknown', s.corps) end,
				case when s.structure is not null and sr.code is null then imports_api.fault('structure', 'imports.structure_unknown', s.structure) end,
				case when s.position is not null and po.code is null then imports_api.fault('position', 'imports.position_unknown', s.position) end,
				case when s.matricule is not null and a.agent_id is null and s.family_name is null and position(E'family_name\x1f' in coalesce(s.faults, '')) = 0
					and position(E'full_name\x1f' in coalesce(s.faults, '')) = 0
					then imports_api.fault('family_name', 'imports.name_missing', '') end,
				case when s.matricule is not null and a.agent_id is null and s.status is null
					then imports_api.fault('status', 'imports.status_missing', '') end,
				case when s.matricule is not null and a.agent_id is null and s.birth_date is null and position(E'birth_date\x1f' in coalesce(s.faults, '')) = 0
					then imports_api.fault('birth_date', 'imports.birth_missing', '') end,
				case when s.birth_date is null and s.first_service_date < pa.birth_date + interval '16 years'
					then imports_api.fault('first_service_date', 'imports.hired_too_young', to_char(s.first_service_date, 'DD/MM/YYYY')) end,
				case when a.agent_id is not null and not (coalesce(a.structure_rank, root) <@ reach)
					then imports_api.fault('matricule', 'imports.out_of_reach', s.matricule) end,
				case when s.matricule is not null and a.agent_id is null and s.structure is null and not (root <@ reach)
					then imports_api.fault('structure', 'imports.structure_missing', '') end,
				case when sr.rank is not null and not (sr.rank <@ reach)
					then imports_api.fault('structure', 'imports.structure_out_of_reach', s.structure) end), '') as faults
		from (select s.*, min(s.line) over (partition by s.matricule) as first_line from imports.staged s) s
		left join imports.matches st on st.field = 'status' and st.said = s.status
		left join imports.matches co on co.field = 'corps' and co.said = s.corps
		left join imports.matches sr on sr.field = 'structure' and sr.said = s.structure
		left join imports.matches po on po.field = 'position' and po.said = s.position
		left join career.agents a on a.matricule = s.matricule
		left join base.persons pa on pa.person_id = a.person_id
	) r
	left join base.persons p on p.person_id = r.person_id;
end $$;
comment on function imports_api.ready_personnel is 'Judges every staged line of personnel: refused with its reasons, new, changed, or the same as what is known.';

create function imports_api.ready_acts(import bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off set work_mem = '256MB'
as $$
declare
	reach int4multirange := (select i.reach from imports.imports i where i.import_id = ready_acts.import);
	root  int := (select min(s.rank) from base.structures s);
begin
	insert into imports.ready (line, verdict, faults, agent_id, matricule, corps_id, category, scale, step, structure_id, position_code,
		status_code, kind_code, reference, signed_on, effect_date, note, act_id, act_line_id)
	select r.line,
		case when r.faults is not null then 'refused'
			when l.act_line_id is null then 'new'
			when (r.corps_id is not null and r.corps_id is distinct from l.after_corps_id)
				or (r.category is not null and r.category is distinct from l.after_category)
				or (r.scale is not null and r.scale is distinct from l.after_scale)
				or (r.step is not null and r.step is distinct from l.after_step)
				or (r.structure_id is not null and r.structure_id is distinct from l.after_structure_id)
				or (r.position_code is not null and r.position_code is distinct from l.after_position_code)
				or (r.status_code is not null and r.status_code is distinct from l.after_status_code)
				or (r.note is not null and r.note is distinct from l.note)
				then 'changed'
			else 'same' end,
		r.faults, r.agent_id, r.matricule, r.corps_id, r.category, r.scale, r.step, r.structure_id, r.position_code, r.status_code,
		r.kind_code, r.reference, r.signed_on, r.effect_date, r.note, coalesce(l.act_id, r.act_id), l.act_line_id
	from (
		select s.line, a.agent_id, s.matricule, co.id as corps_id, s.category, s.scale, s.step, sr.id as structure_id,
			po.code as position_code, st.code as status_code, k.code as kind_code, coalesce(s.reference, '') as reference, s.signed_on,
			s.effect_date, s.note, known.act_id,
			nullif(concat_ws(E'\x1e', s.faults,
				case when s.matricule is not null and a.agent_id is null then imports_api.fault('matricule', 'imports.matricule_unknown', s.matricule) end,
				case when s.act_kind is not null and k.code is null then imports_api.fault('act_kind', 'imports.kind_unknown', s.act_kind) end,
				case when s.status is not null and st.code is null then imports_api.fault('status', 'imports.status_unknown', s.status) end,
				case when s.corps is not null and co.code is null then imports_api.fault('corps', 'imports.corps_unknown', s.corps) end,
				case when s.structure is not null and sr.code is null then imports_api.fault('structure', 'imports.structure_unknown', s.structure) end,
				case when s.position is not null and po.code is null then imports_api.fault('position', 'imports.position_unknown', s.position) end,
				case when s.effect_date < p.birth_date + interval '16 years'
					then imports_api.fault('effect_date', 'imports.effect_too_young', to_char(s.effect_date, 'DD/MM/YYYY')) end,
				case when s.first_line <> s.line and a.agent_id is not null
					then imports_api.fault('matricule', 'imports.line_twice', s.matricule, s.first_line::text) end,
				case when known.state_code <> 'en_vigueur' then imports_api.fault('act_reference', 'imports.act_void', s.reference) end,
				case when a.agent_id is not null and not (coalesce(a.structure_rank, root) <@ reach)
					then imports_api.fault('matricule', 'imports.out_of_reach', s.matricule) end), '') as faults
		from (select s.*, min(s.line) over (partition by s.matricule, s.effect_date, s.act_kind, s.reference, s.signed_on) as first_line
			from imports.staged s) s
		left join imports.matches k on k.field = 'act_kind' and k.said = s.act_kind
		left join imports.matches st on st.field = 'status' and st.said = s.status
		left join imports.matches co on co.field = 'corps' and co.said = s.corps
		left join imports.matches sr on sr.field = 'structure' and sr.said = s.structure
		left join imports.matches po on po.field = 'position' and po.said = s.position
		left join career.agents a on a.matricule = s.matricule
		left join base.persons p on p.person_id = a.person_id
		left join (
			select c.kind_code, c.reference, c.signed_on, min(c.act_id) as act_id,
				case when bool_or(c.state_code = 'en_vigueur') then 'en_vigueur' else min(c.state_code) end as state_code
			from career.acts c where c.reference in (select s.reference from imports.staged s where s.reference <> '') group by c.kind_code, c.reference, c.signed_on
		) known on known.reference = s.reference and known.kind_code = k.code
			and coalesce(known.signed_on, 'infinity') = coalesce(s.signed_on, 'infinity')
	) r
	left join (
		select l.agent_id, l.effect_date, c.kind_code, c.reference, c.signed_on, l.act_id, l.act_line_id, l.after_corps_id,
			l.after_category, l.after_scale, l.after_step, l.after_structure_id, l.after_position_code, l.after_status_code, l.note,
			row_number() over (partition by l.agent_id, l.effect_date, c.kind_code, c.reference, c.signed_on order by l.act_line_id) as nth
		from career.act_lines l join career.acts c on c.act_id = l.act_id and c.state_code = 'en_vigueur'
		where l.agent_id in (select a.agent_id from career.agents a join imports.staged s on s.matricule = a.matricule)
	) l on l.nth = 1 and l.agent_id = r.agent_id and l.effect_date = r.effect_date and l.kind_code = r.kind_code
		and l.reference = r.reference and coalesce(l.signed_on, 'infinity') = coalesce(r.signed_on, 'infinity');
	-- What was sealed here is the original: a file may repeat it, never complete or change it.
	update imports.ready r set verdict = 'refused', faults = imports_api.fault('act_reference', 'imports.act_sealed', r.reference)
	where r.verdict in ('new', 'changed') and exists (select from acts.drafts d where d.act_id = r.act_id and d.state_code = 'publie');
end $$;
comment on function imports_api.ready_acts is 'Judges every staged line of acts: refused with its reasons, new, changed, or the same as what is known.';

create function imports_api.run_judge(import bigint) returns table (lines_count bigint, new_count bigint, changed_count bigint,
	same_count bigint, refused_count bigint, problems_count bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off set work_mem = '128MB'
as $$
declare
	kind text := (select i.kind_code from imports.imports i where i.import_id = run_judge.import);
	n    bigint;
begin
	analyze imports.staged;
	perform imports_api.match_words();
	analyze imports.matches;
	if kind = 'personnel' then
		perform imports_api.ready_personnel(run_judge.import);
	elsif kind = 'paye' then
		perform payroll_api.ready(run_judge.import);
	else
		perform imports_api.ready_acts(run_judge.import);
	end if;
	analyze imports.ready;
	insert into imports.problems (import_id, line, field, why, value, detail)
	select run_judge.import, r.line, split_part(f, E'\x1f', 1), split_part(f, E'\x1f', 2), left(split_part(f, E'\x1f', 3), 200), split_part(f, E'\x1f', 4)
	from imports.ready r cross join lateral string_to_table(r.faults, E'\x1e') with ordinality as t (f, nth)
	where r.faults is not null order by r.line, t.nth;
	get diagnostics n = row_count;
	insert into imports.sums (import_id, why, total)
	select run_judge.import, p.why, count(*) from imports.problems p where p.import_id = run_judge.import group by p.why;
	update imports.imports i set lines_count = c.lines, new_count = c.new, changed_count = c.changed, same_count = c.same,
		refused_count = c.refused, problems_count = n
	from (select count(*) as lines, count(*) filter (where r.verdict = 'new') as new, count(*) filter (where r.verdict = 'changed') as changed,
		count(*) filter (where r.verdict = 'same') as same, count(*) filter (where r.verdict = 'refused') as refused from imports.ready r) c
	where i.import_id = run_judge.import;
	return query select i.lines_count, i.new_count, i.changed_count, i.same_count, i.refused_count, i.problems_count
	from imports.imports i where i.import_id = run_judge.import;
end $$;
comment on function imports_api.run_judge is 'Judges the staged lines and writes the report.';

create function imports_api.write_personnel(import bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off set work_mem = '128MB'
as $$
begin
	update imports.ready r set person_id = nextval(pg_get_serial_sequence('base.persons', 'person_id')) where r.verdict = 'new';
	insert into base.persons (person_id, family_name, given_names, sex, birth_date)
	select r.person_id, r.family_name, coalesce(r.given_names, ''), r.sex, r.birth_date from imports.ready r where r.verdict = 'new' order by r.line;
	with made as (
		insert into career.agents (person_id, matricule, first_service_date, status_code, structure_id, entry_status_code, entry_structure_id)
		select r.person_id, r.matricule, r.first_service_date, r.status_code, r.structure_id, r.status_code, r.structure_id
		from imports.ready r where r.verdict = 'new' order by r.line
		returning agent_id
	)
	insert into imports.touched (agent_id) select m.agent_id from made m;
	update base.persons p set family_name = coalesce(r.family_name, p.family_name), given_names = coalesce(r.given_names, p.given_names),
		sex = coalesce(r.sex, p.sex), birth_date = coalesce(r.birth_date, p.birth_date)
	from imports.ready r where r.verdict = 'changed' and p.person_id = r.person_id
		and row(p.family_name, p.given_names, p.sex, p.birth_date) is distinct from row(coalesce(r.family_name, p.family_name),
			coalesce(r.given_names, p.given_names), coalesce(r.sex, p.sex), coalesce(r.birth_date, p.birth_date));
	update career.agents a set first_service_date = coalesce(r.first_service_date, a.first_service_date),
		entry_status_code = coalesce(r.status_code, a.entry_status_code), entry_structure_id = coalesce(r.structure_id, a.entry_structure_id)
	from imports.ready r where r.verdict = 'changed' and a.agent_id = r.agent_id
		and row(a.first_service_date, a.entry_status_code, a.entry_structure_id) is distinct from row(coalesce(r.first_service_date, a.first_service_date),
			coalesce(r.status_code, a.entry_status_code), coalesce(r.structure_id, a.entry_structure_id));
	insert into imports.touched (agent_id) select r.agent_id from imports.ready r where r.verdict = 'changed';
	insert into base.contacts (person_id, kind, value, origin)
	select r.person_id, c.kind, c.value, 'record' from imports.ready r
	cross join lateral (values ('phone', r.phone), ('email', r.email)) c (kind, value)
	where r.verdict in ('new', 'changed') and c.value is not null
	on conflict (person_id, kind, value) do nothing;
end $$;
comment on function imports_api.write_personnel is 'Writes the good lines of personnel: persons, agents, and how to reach them.';

create function imports_api.write_acts(import bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off set work_mem = '256MB'
as $$
begin
	-- An act is its kind, reference and signature; without a reference, each line is an act of its own.
	with acts as (
		select r.kind_code, r.reference, r.signed_on, case when r.reference = '' then r.line end as alone, min(r.line) as line
		from imports.ready r where r.verdict = 'new' and r.act_id is null
		group by r.kind_code, r.reference, r.signed_on, case when r.reference = '' then r.line end
	), numbered as materialized (
		select a.*, nextval(pg_get_serial_sequence('career.acts', 'act_id')) as act_id from acts a
	), made as (
		insert into career.acts (act_id, kind_code, reference, signed_on, proof_code, source_import_id)
		select n.act_id, n.kind_code, n.reference, n.signed_on, 'declare', write_acts.import from numbered n order by n.line
	)
	update imports.ready r set act_id = n.act_id from numbered n
	where r.verdict = 'new' and r.act_id is null and r.kind_code = n.kind_code and r.reference = n.reference
		and coalesce(r.signed_on, 'infinity') = coalesce(n.signed_on, 'infinity')
		and coalesce(n.alone, r.line) = r.line;
	insert into career.act_lines (act_id, agent_id, line_no, effect_date, after_status_code, after_corps_id, after_structure_id,
		after_position_code, after_category, after_scale, after_step, note)
	select r.act_id, r.agent_id, coalesce(m.last_no, 0) + row_number() over (partition by r.act_id order by r.line), r.effect_date,
		r.status_code, r.corps_id, r.structure_id, r.position_code, r.category, r.scale, r.step, r.note
	from imports.ready r
	left join (select l.act_id, max(l.line_no) as last_no from career.act_lines l
		where l.act_id in (select x.act_id from imports.ready x where x.verdict = 'new') group by l.act_id) m on m.act_id = r.act_id
	where r.verdict = 'new'
	order by r.agent_id, r.effect_date, r.line;
	update career.act_lines l set after_status_code = coalesce(r.status_code, l.after_status_code),
		after_corps_id = coalesce(r.corps_id, l.after_corps_id), after_structure_id = coalesce(r.structure_id, l.after_structure_id),
		after_position_code = coalesce(r.position_code, l.after_position_code), after_category = coalesce(r.category, l.after_category),
		after_scale = coalesce(r.scale, l.after_scale), after_step = coalesce(r.step, l.after_step), note = coalesce(r.note, l.note)
	from imports.ready r where r.verdict = 'changed' and l.act_line_id = r.act_line_id;
	insert into imports.touched (agent_id) select distinct r.agent_id from imports.ready r where r.verdict in ('new', 'changed') order by r.agent_id;
end $$;
comment on function imports_api.write_acts is 'Writes the good lines of acts: the acts that are not known yet, then their lines.';

create function imports_api.run_write(import bigint) returns table (agents bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it imports.imports;
begin
	select i.* into it from imports.imports i where i.import_id = run_write.import;
	if it.file_why is not null or (it.refused_count > 0 and not it.only_good) then
		raise exception using errcode = 'GU409', message = 'imports.some_wrong';
	end if;
	if it.kind_code = 'personnel' then
		perform imports_api.write_personnel(it.import_id);
	elsif it.kind_code = 'paye' then
		perform payroll_api.write(it.import_id);
	else
		perform imports_api.write_acts(it.import_id);
	end if;
	if it.new_count > 5000 and it.kind_code <> 'paye' then
		analyze career.acts, career.act_lines, career.agents, base.persons;
	end if;
	return query select count(*) from imports.touched;
end $$;
comment on function imports_api.run_write is 'Writes the lines that were judged good; returns how many agents are to be derived again.';

create function imports_api.run_refresh(from_n bigint, to_n bigint) returns int
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	select career_api.refresh_agents(array(select t.agent_id from imports.touched t where t.n between from_n and to_n order by t.n));
$$;
comment on function imports_api.run_refresh is 'Derives the situation of some of the agents that the import touched.';

create function imports_api.run_end(import bigint, target text, file_why text, file_detail text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it imports.imports;
begin
	update imports.imports i set state_code = target, file_why = run_end.file_why, file_detail = run_end.file_detail,
		checked_at = now(), imported_at = case when target = 'importe' then now() end
	where i.import_id = run_end.import
		and exists (select from imports.state_moves m where m.from_code = i.state_code and m.to_code = target) returning i.* into it;
	if not found then
		raise exception using errcode = 'GU409', message = 'imports.not_now';
	end if;
	truncate imports.staged, imports.matches, imports.ready, imports.touched restart identity;
	insert into base.audit (person_id, permission, verb, object, result, details)
	values (it.person_id, imports_api.permission_of(it.kind_code), case target when 'importe' then 'import' else 'controle' end, 'import ' || it.import_id,
		case when target = 'importe' then 'importe' when it.file_why is not null then 'illisible' else 'pret' end,
		jsonb_build_object('new', it.new_count, 'changed', it.changed_count, 'same', it.same_count, 'refused', it.refused_count));
end $$;
comment on function imports_api.run_end is 'Ends a run in the transaction of what it wrote, with a line in the journal.';

-- The command line, as the worker: the same steps without a page.
create function imports_api.command_begin(import bigint, target text, only_good boolean) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if session_user <> 'worker' then
		raise exception using errcode = 'GU403', message = 'problem.forbidden';
	end if;
	update imports.imports i set only_good = command_begin.only_good
	where i.import_id = command_begin.import and i.person_id is null;
	perform imports_api.move(command_begin.import, target);
end $$;
comment on function imports_api.command_begin is 'What the pages do with buttons, for an import of the command line.';

create function imports_api.command_problems(import bigint, size int, skip int) returns table (line bigint, header text, field text,
	value text, why text, detail text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.* from imports_api.problems_of(command_problems.import, command_problems.size, command_problems.skip) p
	where exists (select from imports.imports i where i.import_id = command_problems.import and i.person_id is null);
$$;
comment on function imports_api.command_problems is 'The report of an import of the command line.';

revoke execute on all functions in schema imports_api from public;
grant select on imports_api.rows to web_import, web_payroll;
grant execute on function imports_api.my_imports, imports_api.one, imports_api.columns_of, imports_api.choices_of, imports_api.sums_of,
	imports_api.problems_of, imports_api.profiles_for, imports_api.may_send, imports_api.send, imports_api.choose, imports_api.check_again,
	imports_api.decide, imports_api.drop_it to web_import, web_payroll;
grant execute on function imports_api.send, imports_api.run_begin, imports_api.run_places, imports_api.run_only_good, imports_api.run_judge, imports_api.run_write,
	imports_api.run_refresh, imports_api.run_end, imports_api.command_begin, imports_api.command_problems to worker;
reset role;
