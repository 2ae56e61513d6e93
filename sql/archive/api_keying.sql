-- Keying: who takes which scan, what he reads on it, how two readings are compared, and how an agreed one becomes an act.
-- No web role may read archive.keyings: the second person learns nothing of the first but through the comparison, which is not his.
set role guichet_owner;

-- Several persons of the register may be one human: the same name and birth date, or a way to be reached in common.
create function archive_api.my_persons() returns bigint[]
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select array_agg(distinct p.person_id)
	from base.me m
	join base.persons i on i.person_id = m.person_id
	cross join lateral (
		select i.person_id
		union all
		select o.person_id from base.assignments a
		join base.role_permissions rp on rp.role_code = a.role_code and rp.permission = 'archive.work'
		join base.persons o on o.person_id = a.person_id
		where (o.birth_date = i.birth_date and base.fold(o.family_name || ' ' || o.given_names) = base.fold(i.family_name || ' ' || i.given_names))
			or exists (select from base.contacts c join base.contacts d on d.kind = c.kind and d.value = c.value
				where c.person_id = o.person_id and d.person_id = i.person_id)
	) p;
$$;
comment on function archive_api.my_persons is 'The accounts of the archive that are the same human as the asker.';

create function archive_api.lease_end() returns timestamptz
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select now() + make_interval(mins => coalesce((select (p.value #>> '{}')::int from base.parameters p where p.name = 'archive.lease_minutes'
		and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date) order by p.valid_from desc limit 1), 30));
$$;
comment on function archive_api.lease_end is 'Until when a scan taken now is kept for who took it.';

create function archive_api.queue_of(queue text) returns text
	language sql immutable
	return case queue_of.queue when 'saisie' then 'a_saisir' when 'ressaisie' then 'a_ressaisir' when 'comparaison' then 'a_comparer' end;
comment on function archive_api.queue_of is 'The state of the scans of a queue.';

create function archive_api.may_treat(scan bigint, state text, persons bigint[]) returns boolean
	language sql stable
	begin atomic
		select not exists (select from archive.keyings k where k.scan_id = may_treat.scan and k.person_id = any (may_treat.persons))
			and (may_treat.state = 'a_comparer'
				or not exists (select from archive.barred b where b.scan_id = may_treat.scan and b.person_id = any (may_treat.persons)));
	end;
comment on function archive_api.may_treat is 'Nobody treats a scan twice; who saw both readings keys none.';

-- What is not for the asker is counted and taken off: it is little, and the queue may be long.
create function archive_api.desk() returns table (queue text, total int, for_me int, oldest timestamptz)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with who as materialized (select archive_api.my_persons() as mine, (select m.ranks from base.my_spans m) as ranks)
	select q.queue, c.total, greatest(c.total - x.others, 0), o.sent_at
	from who
	cross join (values ('saisie', 'a_saisir'), ('ressaisie', 'a_ressaisir'), ('comparaison', 'a_comparer')) q (queue, state)
	cross join lateral (select count(*)::int as total from archive.scans s where s.state_code = q.state and s.structure_rank <@ who.ranks) c
	cross join lateral (select count(*)::int as others from (
		select s.scan_id from archive.scans s
		where s.lease_by is not null and s.lease_by <> all (who.mine) and s.lease_until > now() and s.state_code = q.state and s.structure_rank <@ who.ranks
		union
		select s.scan_id from archive.keyings k join archive.scans s on s.scan_id = k.scan_id and s.state_code = q.state and s.structure_rank <@ who.ranks
		where k.person_id = any (who.mine)
		union
		select s.scan_id from archive.barred b join archive.scans s on s.scan_id = b.scan_id and s.state_code = q.state and s.structure_rank <@ who.ranks
		where b.person_id = any (who.mine) and q.state <> 'a_comparer') e) x
	left join lateral (select s.sent_at from archive.scans s where s.state_code = q.state and s.structure_rank <@ who.ranks
		order by s.scan_id limit 1) o on true;
$$;
comment on function archive_api.desk is 'The three queues: all that waits, and what the asker may take.';

create function archive_api.take_next(queue text) returns table (scan_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me    bigint := (select m.person_id from base.me m);
	mine  bigint[] := archive_api.my_persons();
	reach int4multirange := (select m.ranks from base.my_spans m);
	found_ bigint;
begin
	select s.scan_id into found_ from archive.scans s                -- what he has begun first
	where s.state_code = archive_api.queue_of(queue) and s.lease_by = me and s.structure_rank <@ reach
	order by s.scan_id limit 1 for update;
	if found_ is null then
		select s.scan_id into found_ from archive.scans s
		where s.state_code = archive_api.queue_of(queue) and s.structure_rank <@ reach and (s.lease_until is null or s.lease_until < now())
			and archive_api.may_treat(s.scan_id, s.state_code, mine)
		order by s.report_id nulls last, s.scan_id limit 1 for update skip locked;
	end if;
	update archive.scans s set lease_by = me, lease_until = archive_api.lease_end() where s.scan_id = found_;
	return query select found_ where found_ is not null;
end $$;
comment on function archive_api.take_next is 'The next scan of a queue that the asker may treat, kept for him a while, or none; copies sent by agents come first.';

create function archive_api.take(queue text) returns table (scan_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query select t.scan_id from archive_api.take_next(queue) t;
	if not found then
		raise exception using errcode = 'GU422', message = 'archive.nothing_left';
	end if;
end $$;
comment on function archive_api.take is 'The same, asked with a button: nothing left is said in words.';

-- The scan that the asker holds. A lease that ran out still serves while nobody else took the scan: his typing is not lost.
create function archive_api.held(scan bigint, queues text[]) returns archive.scans
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it archive.scans;
begin
	select s.* into it from archive.scans s
	where s.scan_id = held.scan and s.structure_rank <@ (select m.ranks from base.my_spans m);
	if not found then
		raise exception using errcode = 'GU404', message = 'archive.scan_missing';
	end if;
	if it.lease_by is distinct from (select m.person_id from base.me m) or not it.state_code = any (queues)
		or not archive_api.may_treat(it.scan_id, it.state_code, archive_api.my_persons()) then
		raise exception using errcode = 'GU409', message = 'archive.lease_lost';
	end if;
	return it;
end $$;
comment on function archive_api.held is 'The scan, if the asker holds it and may still treat it.';

create function archive_api.give_up(scan bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update archive.scans s set lease_by = null, lease_until = null
	where s.scan_id = give_up.scan and s.lease_by = (select m.person_id from base.me m);
	if not found then
		raise exception using errcode = 'GU409', message = 'archive.lease_lost';
	end if;
end $$;
comment on function archive_api.give_up is 'Puts a scan back for others.';

-- What the machine read, as suggestions: only for the first keying.
create function archive_api.french_date(value text) returns date
	language plpgsql immutable
as $$
declare
	parts text[] := regexp_match(lower(public.unaccent('public.unaccent', value)),
		'(\d{1,2})(?:er)?\s+(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\s+(\d{4})');
begin
	return make_date(parts[3]::int, array_position(array['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre',
		'octobre', 'novembre', 'decembre'], parts[2]), parts[1]::int);
exception when others then
	return null;
end $$;
comment on function archive_api.french_date is 'The first date in words of a text, or null.';

create function archive_api.proposals(scan bigint) returns table (matricule text, reference text, signed_on date, effect_date date,
	kind_label text, grade text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select
		(select a.matricule from regexp_matches(upper(s.content), '(MATRICULE|MLE)?[^A-Z0-9]{0,8}([0-9A-Z][0-9A-Z/.-]{2,19})', 'g') with ordinality r (m, n)
			join career.agents a on a.matricule = rtrim(r.m[2], '.-') order by r.m[1] is null, r.n limit 1),
		(regexp_match(s.content, 'N[°º*o]?\s*([0-9]{1,6}[-0-9]*\s?/[A-Z][A-Za-z0-9/.-]{3,60})'))[1],
		archive_api.french_date((regexp_match(s.content, '[A-ZÀ-Ü][\w’''-]+,\s+le\s+(.{8,22})'))[1]),
		archive_api.french_date((regexp_match(s.content, '(?:[Cc]ompter du|[Ee]ffet\s*:|à partir du)\s*(.{8,22})'))[1]),
		(select k.label from career.act_kinds k
			where position(base.fold(k.label) in f.words) > 0 order by position(base.fold(k.label) in f.words), length(k.label) desc limit 1),
		(regexp_match(s.content, '(?:grade|au)\s+([A-E][1-3]?-\d{1,2})'))[1]
	from archive.scans s
	cross join lateral (select regexp_replace(base.fold(s.content), '\s+', ' ', 'g') as words) f
	where s.scan_id = proposals.scan;
$$;
comment on function archive_api.proposals is 'What the text of a scan suggests: a matricule that exists, a reference, dates, a kind, a grade.';

create function archive_api.keying_page(scan bigint) returns table (scan_id bigint, name text, lot_name text, report_code text, pages_count int, queue text,
	is_first boolean, lease_until timestamptz, kind_label text, reference text, signed_on date, matricule text, effect_date date, grade text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it archive.scans := archive_api.held(keying_page.scan, array['a_saisir', 'a_ressaisir']);
begin
	return query select it.scan_id, it.name, l.name, r.code, it.pages_count, case when it.state_code = 'a_saisir' then 'saisie' else 'ressaisie' end,
			it.state_code = 'a_saisir', it.lease_until, p.kind_label, p.reference, p.signed_on, p.matricule, p.effect_date, p.grade
		from (select 1) one
		left join archive.lots l on l.lot_id = it.lot_id
		left join archive.reports r on r.report_id = it.report_id
		left join lateral (select * from archive_api.proposals(it.scan_id)) p on it.state_code = 'a_saisir';
end $$;
comment on function archive_api.keying_page is 'The scan being keyed; suggestions for the first keying only, nothing at all for the second.';

create function archive_api.keying_words() returns table (list text, code text, label text)
	language sql stable
	begin atomic
		(select 'NATURES', k.kind_code, k.label from career.act_kinds k order by k.sort)
		union all (select 'CORPS', c.code, c.name from career.corps c order by c.name)
		union all (select 'POSITIONS', p.position_code, p.label from career.positions p order by p.label)
		union all (select 'STRUCTURES', s.code, s.name from base.structures s where s.closed_on is null order by s.rank);
	end;
comment on function archive_api.keying_words is 'The choices of the keying form.';

create function archive_api.read_line(line jsonb) returns archive.keying_lines
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	l     archive.keying_lines;
	n     text := line->>'n';
	grade text[];
begin
	l.matricule := line->>'matricule';
	select a.agent_id into l.agent_id from career.agents a where a.matricule = l.matricule;
	if not found then
		raise exception using errcode = 'GU422', message = 'archive.no_such_matricule', column = 'matricule' || n;
	end if;
	l.effect_date := line->>'effet';
	l.end_date := line->>'fin';
	if l.end_date < l.effect_date then
		raise exception using errcode = 'GU422', message = 'archive.end_before', column = 'fin' || n;
	end if;
	if line->>'grade' is not null then
		grade := regexp_match(upper(line->>'grade'), '^\s*([A-E])\s*([1-3])?\s*[-/ ]\s*(\d{1,2})\s*$');
		if grade is null or grade[3]::int not between 1 and 30 then
			raise exception using errcode = 'GU422', message = 'archive.not_a_grade', column = 'grade' || n;
		end if;
		l.category := grade[1]; l.scale := grade[2]; l.step := grade[3];
	end if;
	if line->>'corps' is not null then
		select c.corps_id into l.corps_id from career.corps c
		where c.code = upper(line->>'corps') or base.fold(c.name) = base.fold(line->>'corps') limit 1;
		if not found then
			raise exception using errcode = 'GU422', message = 'archive.no_such_corps', column = 'corps' || n;
		end if;
	end if;
	if line->>'position' is not null then
		select p.position_code into l.position_code from career.positions p
		where p.position_code = lower(line->>'position') or base.fold(p.label) = base.fold(line->>'position');
		if not found then
			raise exception using errcode = 'GU422', message = 'archive.no_such_position', column = 'position' || n;
		end if;
	end if;
	if line->>'structure' is not null then
		select s.structure_id into l.structure_id from base.structures s
		where s.code = upper(line->>'structure') or base.fold(s.name) = base.fold(line->>'structure') order by s.code <> upper(line->>'structure') limit 1;
		if not found then
			raise exception using errcode = 'GU422', message = 'archive.no_such_structure', column = 'structure' || n;
		end if;
	end if;
	return l;
end $$;
comment on function archive_api.read_line is 'A line as typed: words become the rows they name, or the field is refused.';

create function archive_api.key_scan(scan bigint, reject text, kind text, reference text, signed_on date, proof text, lines jsonb)
	returns table (state_code text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    archive.scans;
	me    bigint := (select m.person_id from base.me m);
	made  bigint;
	rank_ smallint;
	kind_ text;
	l     archive.keying_lines;
	n     int := 0;
	line  jsonb;
begin
	perform 1 from archive.scans s where s.scan_id = key_scan.scan for update;
	it := archive_api.held(key_scan.scan, array['a_saisir', 'a_ressaisir']);
	rank_ := case when it.state_code = 'a_saisir' then 1 else 2 end;
	if key_scan.reject is null then
		select k.kind_code into kind_ from career.act_kinds k where k.kind_code = kind or base.fold(k.label) = base.fold(kind);
		if not found then
			raise exception using errcode = 'GU422', message = 'archive.no_such_kind', column = 'nature';
		end if;
	end if;
	insert into archive.keyings (scan_id, rank, person_id, reject_code, kind_code, reference, signed_on, proof_code)
	values (it.scan_id, rank_, me, key_scan.reject, kind_,
		case when key_scan.reject is null then btrim(coalesce(key_scan.reference, '')) else '' end,
		case when key_scan.reject is null then key_scan.signed_on end, case when key_scan.reject is null then proof end)
	returning keying_id into made;
	for line in select * from jsonb_array_elements(case when key_scan.reject is null then lines else '[]' end) loop
		n := n + 1;
		l := archive_api.read_line(line);
		if exists (select from archive.keying_lines k where k.keying_id = made and k.agent_id = l.agent_id) then
			raise exception using errcode = 'GU422', message = 'archive.line_twice', column = 'matricule' || (line->>'n');
		end if;
		insert into archive.keying_lines (keying_id, line_no, agent_id, matricule, effect_date, end_date, category, scale, step, corps_id,
			position_code, structure_id)
		values (made, n, l.agent_id, l.matricule, l.effect_date, l.end_date, l.category, l.scale, l.step, l.corps_id, l.position_code, l.structure_id);
	end loop;
	perform base_api.note('archive.work', 'saisie', 'piece ' || it.scan_id, case when key_scan.reject is null then 'fait' else 'ecarte' end,
		jsonb_build_object('rank', rank_));
	if rank_ = 1 then
		perform archive_api.move(it.scan_id, 'a_ressaisir');
	else
		perform archive_api.compare(it.scan_id);
	end if;
	return query select s.state_code from archive.scans s where s.scan_id = it.scan_id;
end $$;
comment on function archive_api.key_scan is 'One reading of a scan by who holds it. The second is compared at once: equal, the act is attached.';

-- Every value of a reading, by the place where it stands. Lines go by matricule, so that their order does not matter.
create function archive_api.values_of(keying bigint) returns table (path text, label text, value text, sort int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with k as (select * from archive.keyings x where x.keying_id = values_of.keying),
	l as (select x.*, c.name as corps_name, p.label as position_label, s.name as structure_name from archive.keying_lines x
		left join career.corps c on c.corps_id = x.corps_id left join career.positions p on p.position_code = x.position_code
		left join base.structures s on s.structure_id = x.structure_id
		where x.keying_id = values_of.keying)
	select 'rejet', 'Pièce écartée', coalesce(r.label, 'Non, c’est un acte'), 0 from k left join archive.rejects r on r.reject_code = k.reject_code
	union all select 'nature', 'Nature', t.label, 1 from k join career.act_kinds t on t.kind_code = k.kind_code
	union all select 'reference', 'Référence', nullif(k.reference, ''), 2 from k
	union all select 'signature', 'Date de signature', to_char(k.signed_on, 'DD/MM/YYYY'), 3 from k
	union all select 'preuve', 'Papier vu', p.label, 4 from k join career.proofs p on p.proof_code = k.proof_code
	union all select l.matricule, 'Ligne de l’agent ' || l.matricule, 'oui', 10 from l
	union all select l.matricule || '.' || v.field, v.label || ', ' || l.matricule, v.value, v.sort from l cross join lateral (values
		('effet', 'Effet', to_char(l.effect_date, 'DD/MM/YYYY'), 11), ('fin', 'Fin', to_char(l.end_date, 'DD/MM/YYYY'), 12),
		('grade', 'Grade', career_api.grade(l.category, l.scale, l.step), 13), ('corps', 'Corps', l.corps_name, 14),
		('position', 'Position', l.position_label, 15), ('structure', 'Structure', l.structure_name, 16)) v (field, label, value, sort);
$$;
comment on function archive_api.values_of is 'A reading, value by value, in words.';

-- A rejection against an act differs in that alone: the rest has nothing to stand beside. The same for a line that one did not see.
create function archive_api.differences_of(scan bigint) returns table (path text, label text, first text, second text, sort int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with a as (select v.* from archive.keyings k cross join lateral archive_api.values_of(k.keying_id) v where k.scan_id = differences_of.scan and k.rank = 1),
	b as (select v.* from archive.keyings k cross join lateral archive_api.values_of(k.keying_id) v where k.scan_id = differences_of.scan and k.rank = 2),
	d as (select coalesce(a.path, b.path) as path, coalesce(a.label, b.label) as label, a.value as first, b.value as second, coalesce(a.sort, b.sort) as sort
		from a full join b on b.path = a.path
		where case when coalesce(a.path, b.path) = 'reference' then coalesce(archive.reference_key(a.value), '') <> coalesce(archive.reference_key(b.value), '')
			else a.value is distinct from b.value end)
	select d.* from d
	where d.path = 'rejet' or (not exists (select from d x where x.path = 'rejet')
		and (position('.' in d.path) = 0 or d.sort < 11 or not exists (select from d x where x.sort = 10 and d.path like x.path || '.%')))
	order by d.sort, d.path;
$$;
comment on function archive_api.differences_of is 'Where the two readings of a scan differ.';

create function archive_api.compare(scan bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	differ int := (select count(*) from archive_api.differences_of(compare.scan));
	first_ archive.keyings;
begin
	select k.* into first_ from archive.keyings k where k.scan_id = compare.scan and k.rank = 1;
	insert into archive.comparisons (scan_id, fields, differences)
	select compare.scan, count(*), differ from archive_api.values_of(first_.keying_id)
	on conflict (scan_id) do update set fields = excluded.fields, differences = excluded.differences, at = now();
	if differ > 0 then
		perform archive_api.move(compare.scan, 'a_comparer');
	else
		perform archive_api.conclude(compare.scan, first_.keying_id);
	end if;
end $$;
comment on function archive_api.compare is 'Sets two readings side by side: equal, the scan is concluded; otherwise a third person decides.';

create function archive_api.conclude(scan bigint, keying bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	k archive.keyings;
begin
	select x.* into k from archive.keyings x where x.keying_id = conclude.keying;
	perform archive_api.move(conclude.scan, case when k.reject_code is null then 'rattachee' else 'rejetee' end);
	update archive.scans s set reject_code = k.reject_code, kind_code = k.kind_code, reference = k.reference,
		reference_key = archive.reference_key(k.reference), signed_on = k.signed_on
	where s.scan_id = conclude.scan;
	if k.reject_code is null then
		perform archive_api.attach(conclude.scan, k);
	end if;
	perform archive_api.copy_concluded(conclude.scan, k.reject_code);
end $$;
comment on function archive_api.conclude is 'A scan has its reading: it becomes an act of the career, or is set aside with the reason.';

create function archive_api.proof_rank(proof text) returns int
	language sql immutable
	return case proof_rank.proof when 'introuvable' then 0 when 'declare' then 1 when 'copie' then 2 when 'original' then 3 else 4 end;
comment on function archive_api.proof_rank is 'A better proof replaces a lesser one, never the other way round.';

-- The act that a line belongs to, if the career has it: the same kind, and the same reference; or, where one of the two has no
-- reference or its paper was never seen, the same signature or effect.
create function archive_api.known_act(k archive.keyings, l archive.keying_lines) returns table (act_id bigint, act_line_id bigint, proof_code text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a.act_id, x.act_line_id, a.proof_code
	from career.act_lines x
	join career.acts a on a.act_id = x.act_id and a.state_code = 'en_vigueur' and a.kind_code = k.kind_code
	cross join lateral (select archive.reference_key(a.reference) = archive.reference_key(k.reference) and k.reference <> '' as same_reference) r
	where x.agent_id = l.agent_id and (r.same_reference
		or ((a.reference = '' or k.reference = '' or a.proof_code in ('declare', 'introuvable'))
			and (a.signed_on = k.signed_on or x.effect_date = l.effect_date)))
	order by r.same_reference desc, x.effect_date = l.effect_date desc, a.act_id limit 1;
$$;
comment on function archive_api.known_act is 'The act of the career that this line of a paper proves.';

create function archive_api.prove(act bigint, line bigint, k archive.keyings, l archive.keying_lines) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	-- What was only declared gives way to the paper; what was proved is completed, never changed.
	update career.act_lines x set
		effect_date = case when a.firm then x.effect_date else l.effect_date end,
		end_date = case when a.firm then coalesce(x.end_date, l.end_date) else coalesce(l.end_date, x.end_date) end,
		after_category = case when a.firm then coalesce(x.after_category, l.category) else coalesce(l.category, x.after_category) end,
		after_scale = case when a.firm then coalesce(x.after_scale, l.scale) else coalesce(l.scale, x.after_scale) end,
		after_step = case when a.firm then coalesce(x.after_step, l.step) else coalesce(l.step, x.after_step) end,
		after_corps_id = case when a.firm then coalesce(x.after_corps_id, l.corps_id) else coalesce(l.corps_id, x.after_corps_id) end,
		after_position_code = case when a.firm then coalesce(x.after_position_code, l.position_code) else coalesce(l.position_code, x.after_position_code) end,
		after_structure_id = case when a.firm then coalesce(x.after_structure_id, l.structure_id) else coalesce(l.structure_id, x.after_structure_id) end
	from (select archive_api.proof_rank(b.proof_code) >= 2 as firm from career.acts b where b.act_id = prove.act) a
	where x.act_line_id = prove.line;
	update career.acts a set proof_code = case when archive_api.proof_rank(k.proof_code) > archive_api.proof_rank(a.proof_code) then k.proof_code else a.proof_code end,
		reference = case when a.reference = '' or archive_api.proof_rank(a.proof_code) < 2 and k.reference <> '' then k.reference else a.reference end,
		signed_on = coalesce(case when archive_api.proof_rank(a.proof_code) < 2 then k.signed_on end, a.signed_on, k.signed_on)
	where a.act_id = prove.act;
$$;
comment on function archive_api.prove is 'A paper proves an act that the career had.';

create function archive_api.attach(scan bigint, k archive.keyings) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	l      archive.keying_lines;
	known  record;
	fresh  bigint;
	agents bigint[] := array(select x.agent_id from archive.keying_lines x where x.keying_id = k.keying_id order by x.line_no);
	alone  bigint := case when cardinality(agents) = 1 then agents[1] end;
begin
	for l in select x.* from archive.keying_lines x where x.keying_id = k.keying_id order by x.line_no loop
		select * into known from archive_api.known_act(k, l);
		if found then
			perform archive_api.prove(known.act_id, known.act_line_id, k, l);
			insert into archive.act_scans (act_id, scan_id, only_agent_id) values (known.act_id, attach.scan, alone) on conflict do nothing;
			continue;
		end if;
		if fresh is null then                                        -- the same paper may be known for other agents
			select a.act_id into fresh from career.acts a
			where a.kind_code = k.kind_code and k.reference <> '' and a.reference = k.reference and a.signed_on is not distinct from k.signed_on
				and a.state_code = 'en_vigueur' order by a.act_id limit 1;
		end if;
		if fresh is null then
			insert into career.acts (kind_code, reference, signed_on, proof_code) values (k.kind_code, k.reference, k.signed_on, k.proof_code)
			returning act_id into fresh;
		end if;
		insert into career.act_lines (act_id, agent_id, line_no, effect_date, end_date, after_corps_id, after_structure_id, after_position_code,
			after_category, after_scale, after_step)
		select fresh, l.agent_id, coalesce(max(x.line_no), 0) + 1, l.effect_date, l.end_date, l.corps_id, l.structure_id, l.position_code, l.category,
			l.scale, l.step
		from career.act_lines x where x.act_id = fresh;
		insert into archive.act_scans (act_id, scan_id, only_agent_id) values (fresh, attach.scan, alone) on conflict do nothing;
	end loop;
	update archive.scans s set words = concat_ws(' ', k.reference, (select t.label from career.act_kinds t where t.kind_code = k.kind_code),
		(select string_agg(concat_ws(' ', a.matricule, p.family_name, p.given_names), ' ') from career.agents a
			join base.persons p on p.person_id = a.person_id where a.agent_id = any (agents)))
	where s.scan_id = attach.scan;
	perform career_api.refresh_agents(agents);
	perform archive_api.attached(attach.scan, k, agents);
end $$;
comment on function archive_api.attach is 'Writes an agreed reading into the career: known acts are proved, others are made, and situations derived again.';

create function archive_api.attached(scan bigint, k archive.keyings, agents bigint[]) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	kind text := (select t.label from career.act_kinds t where t.kind_code = k.kind_code);
begin
	-- Who read these papers saw a personal file: each agent finds it among those who consulted his.
	insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
	select a.person_id, x.person_id, s.structure_id, s.role_code, 'piece', 'Saisie d’une pièce d’archive'
	from career.agents a
	join archive.keyings x on x.scan_id = attached.scan
	left join lateral (select g.structure_id, g.role_code from base.assignments g join base.role_permissions rp
		on rp.role_code = g.role_code and rp.permission = 'archive.work'
		where g.person_id = x.person_id order by g.assignment_id desc limit 1) s on true
	where a.agent_id = any (agents);
	perform base_api.tell(a.person_id, 'Une pièce a été versée à votre dossier',
			'Bonjour,' || E'\n\n' || 'Le service des archives a numérisé et vérifié une pièce de votre carrière : ' || kind
			|| case when k.reference <> '' then ', référence ' || k.reference else '' end
			|| E'.\n\nElle se trouve dans « Ma carrière ». Si quelque chose est faux, signalez-le depuis la page de l’acte.',
			'une piece a ete versee a votre dossier (' || kind || '). Voyez Ma carriere.')
	from career.agents a where a.agent_id = any (agents);
	perform base_api.note('archive.work', 'rattachement', 'piece ' || attached.scan, 'fait', jsonb_build_object('agents', cardinality(agents)));
end $$;
comment on function archive_api.attached is 'What follows a paper that joined a career: the journal, and a notice to each agent.';

-- The third look -----------------------------------------------------------------------------------------------------------------

create function archive_api.comparison_page(scan bigint) returns table (scan_id bigint, name text, lot_name text, pages_count int, lease_until timestamptz)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it archive.scans := archive_api.held(comparison_page.scan, array['a_comparer']);
begin
	return query select it.scan_id, it.name, (select l.name from archive.lots l where l.lot_id = it.lot_id), it.pages_count, it.lease_until;
end $$;
comment on function archive_api.comparison_page is 'The scan whose readings the asker compares.';

create function archive_api.differences(scan bigint) returns table (path text, label text, first text, second text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform archive_api.held(differences.scan, array['a_comparer']);
	return query select d.path, d.label, d.first, d.second from archive_api.differences_of(differences.scan) d;
end $$;
comment on function archive_api.differences is 'What the two readings say differently, for the third person who holds the scan.';

create function archive_api.agreements(scan bigint) returns table (label text, value text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform archive_api.held(agreements.scan, array['a_comparer']);
	return query select v.label, v.value
		from archive.keyings k cross join lateral archive_api.values_of(k.keying_id) v
		where k.scan_id = agreements.scan and k.rank = 1 and v.value is not null and v.path not in ('rejet')
			and not exists (select from archive_api.differences_of(agreements.scan) d where d.path = v.path or d.path = 'rejet' or v.path like d.path || '.%')
		order by v.sort, v.path;
end $$;
comment on function archive_api.agreements is 'What the two readings say alike.';

create function archive_api.decide(scan bigint, choices jsonb, reject text, again boolean) returns table (state_code text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it     archive.scans;
	d      record;
	taken  jsonb := '{}';
	made   bigint;
	first_ archive.keyings;
	other  archive.keyings;
begin
	perform 1 from archive.scans s where s.scan_id = decide.scan for update;
	it := archive_api.held(decide.scan, array['a_comparer']);
	if again then                                                 -- neither is right: two others will read it
		insert into archive.barred (scan_id, person_id) select it.scan_id, m.person_id from base.me m on conflict do nothing;
		delete from archive.keyings k where k.scan_id = it.scan_id;
		perform archive_api.move(it.scan_id, 'a_saisir');
		perform base_api.note('archive.work', 'comparaison', 'piece ' || it.scan_id, 'a refaire');
		return query select 'a_saisir'::text;
		return;
	end if;
	select k.* into first_ from archive.keyings k where k.scan_id = it.scan_id and k.rank = 1;
	select k.* into other from archive.keyings k where k.scan_id = it.scan_id and k.rank = 2;
	select coalesce(jsonb_object_agg(left(c, -2), right(c, 1)), '{}') into taken from jsonb_array_elements_text(choices) c where c ~ '^.+=[12]$';
	if reject is null then
		for d in select * from archive_api.differences_of(it.scan_id) loop
			if taken->>d.path is null then
				raise exception using errcode = 'GU422', message = 'archive.undecided', column = 'choix';
			end if;
		end loop;
	end if;
	insert into archive.keyings (scan_id, rank, person_id, reject_code, kind_code, reference, signed_on, proof_code)
	select it.scan_id, 3, (select m.person_id from base.me m), coalesce(decide.reject, c.reject_code),
		(case when taken->>'nature' = '2' then o.kind_code else c.kind_code end),
		(case when taken->>'reference' = '2' then o.reference else c.reference end),
		(case when taken->>'signature' = '2' then o.signed_on else c.signed_on end),
		(case when taken->>'preuve' = '2' then o.proof_code else c.proof_code end)
	from (select (case when taken->>'rejet' = '2' then other else first_ end).*) c
	cross join (select (case when taken ? 'rejet' then case when taken->>'rejet' = '2' then other else first_ end else other end).*) o
	returning keying_id into made;
	if decide.reject is null then
		insert into archive.keying_lines (keying_id, line_no, agent_id, matricule, effect_date, end_date, category, scale, step, corps_id, position_code,
			structure_id)
		select made, row_number() over (order by u.matricule), u.agent_id, u.matricule,
			case when taken->>(u.matricule || '.effet') = '2' then b.effect_date else coalesce(a.effect_date, b.effect_date) end,
			case when taken->>(u.matricule || '.fin') = '2' then b.end_date when a.agent_id is null then b.end_date else a.end_date end,
			case when w.grade then b.category else a.category end, case when w.grade then b.scale else a.scale end, case when w.grade then b.step else a.step end,
			case when taken->>(u.matricule || '.corps') = '2' or a.agent_id is null then b.corps_id else a.corps_id end,
			case when taken->>(u.matricule || '.position') = '2' or a.agent_id is null then b.position_code else a.position_code end,
			case when taken->>(u.matricule || '.structure') = '2' or a.agent_id is null then b.structure_id else a.structure_id end
		from (select distinct x.agent_id, x.matricule from archive.keying_lines x where x.keying_id in (first_.keying_id, other.keying_id)) u
		left join archive.keying_lines a on a.keying_id = first_.keying_id and a.agent_id = u.agent_id
		left join archive.keying_lines b on b.keying_id = other.keying_id and b.agent_id = u.agent_id
		cross join lateral (select coalesce(taken->>(u.matricule || '.grade') = '2', false) or a.agent_id is null as grade) w
		where case when taken ? 'rejet' then (case when taken->>'rejet' = '2' then b.agent_id else a.agent_id end) is not null
			when taken->>u.matricule = '1' then a.agent_id is not null when taken->>u.matricule = '2' then b.agent_id is not null else true end;
		if not exists (select from archive.keying_lines x where x.keying_id = made)
			and not exists (select from archive.keyings x where x.keying_id = made and x.reject_code is not null) then
			raise exception using errcode = 'GU422', message = 'archive.no_line_left', column = 'choix';
		end if;
	end if;
	perform base_api.note('archive.work', 'comparaison', 'piece ' || it.scan_id, 'fait');
	perform archive_api.conclude(it.scan_id, made);
	return query select s.state_code from archive.scans s where s.scan_id = it.scan_id;
end $$;
comment on function archive_api.decide is 'The third person chooses field by field, sets the scan aside, or has it keyed again by two others.';
reset role;
