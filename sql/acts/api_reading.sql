-- What a drafter's pages read: baskets, one act, its lines with what the rules say of them, its thread, the lists of its forms.
set role guichet_owner;

create function acts_api.baskets() returns table (basket text, count_ int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select d.state_code, count(*)::int from acts.drafts d
	where (d.structure_rank <@ (select s.ranks from base.my_spans s) or d.author_id = acts_api.me()) and d.state_code <> 'abandonne'
	group by d.state_code;
$$;
comment on function acts_api.baskets is 'How many acts of my structures stand in each state.';

create function acts_api.acts_of_mine(state text, words text, size int, skip int) returns table (draft_id bigint, subject text, model_name text, state_code text,
	state_label text, structure_code text, structure_name text, lines_count int, author_name text, changed_at timestamptz, reference text, signed_on date,
	act_state_label text, is_mine boolean, total int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with found as (
		select d.* from acts.drafts d
		where (d.structure_rank <@ (select s.ranks from base.my_spans s) or d.author_id = acts_api.me())
			and case when nullif(acts_of_mine.state, '') is null then d.state_code <> 'abandonne' else d.state_code = acts_of_mine.state end
			and (nullif(btrim(acts_of_mine.words), '') is null or position(base.fold(btrim(acts_of_mine.words)) in base.fold(d.subject || ' ' || coalesce(d.reference, ''))) > 0
				or exists (select from acts.draft_lines l join career.agents a using (agent_id) where l.draft_id = d.draft_id and a.matricule = upper(btrim(acts_of_mine.words))))
	), page as (
		select f.*, (count(*) over ())::int as total from found f order by f.changed_at desc, f.draft_id desc limit acts_of_mine.size offset acts_of_mine.skip
	)
	select f.draft_id, f.subject, m.name, f.state_code, st.label, s.code, s.name, f.lines_count, acts_api.name_of(f.author_id), f.changed_at, f.reference,
		a.signed_on, case when a.state_code <> 'en_vigueur' then es.label end, f.author_id = acts_api.me(), f.total
	from page f join acts.models m using (model_code) join acts.states st using (state_code) join base.structures s using (structure_id)
	left join career.acts a on a.act_id = f.act_id left join career.act_states es on es.state_code = a.state_code
	order by f.changed_at desc, f.draft_id desc;
$$;
comment on function acts_api.acts_of_mine is 'Acts in the making and signed ones, of the structures that the asker serves.';

create function acts_api.one(draft bigint) returns table (draft_id bigint, subject text, model_code text, model_name text, form_label text, title text, state_code text,
	state_label text, structure_id bigint, structure_name text, structure_code text, version int, lines_count int, content_hash text, author_name text, is_mine boolean, may_write boolean,
	may_correct boolean, refusal text, corrects_act_id bigint, corrects_reference text, correction_code text, group_id bigint, made_at timestamptz, changed_at timestamptz,
	reference text, signatory text, sealed_at timestamptz, act_id bigint, act_state_code text, act_state_label text, replaced_by text, document_code text, is_demo boolean,
	source text, asks text, has_lines boolean, rejects_count int, file_size int, job_failed boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.seen(one.draft);
	open_ boolean := it.state_code in ('projet', 'visa', 'signature');
begin
	return query
	select it.draft_id, it.subject, it.model_code, m.name, m.form_label, m.title, it.state_code, st.label, it.structure_id, s.name, s.code, it.version, it.lines_count,
		encode(it.content_hash, 'hex'), acts_api.name_of(it.author_id), it.author_id = acts_api.me(),
		open_ and (it.author_id = acts_api.me() or exists (select from unnest(m.draft_roles) r (role) where acts_api.holds(acts_api.me(), r.role, it.structure_rank))),
		a.state_code = 'en_vigueur' and exists (select from unnest(m.draft_roles) r (role) where acts_api.holds(acts_api.me(), r.role, it.structure_rank))
			and not exists (select from acts.drafts x where x.corrects_act_id = it.act_id and x.state_code not in ('publie', 'abandonne')),
		it.refusal, it.corrects_act_id, (select lower(y.form_label) || ' n° ' || x.reference from acts.drafts x join acts.models y using (model_code) where x.act_id = it.corrects_act_id), it.correction_code, it.group_id, it.made_at, it.changed_at, it.reference, it.signatory, it.sealed_at, it.act_id,
		a.state_code, case when a.state_code <> 'en_vigueur' then es.label end, (select lower(y.form_label) || ' n° ' || x.reference from acts.drafts x join acts.models y using (model_code) where x.corrects_act_id = it.act_id and x.state_code = 'publie' limit 1),
		regexp_replace(d.code, '^(.{4})(.{4})', '\1 \2 '), m.is_demo, m.source, array_to_string(m.asks, ' '), it.lines_count > 0,
		(select count(*)::int from acts.draft_rejects r where r.draft_id = it.draft_id), d.file_size,
		it.state_code = 'scellement' and coalesce((select j.state_code in ('echec', 'annule') from base.jobs j where j.job_id = it.job_id), false)
	from acts.models m
	join acts.states st on st.state_code = it.state_code
	join base.structures s on s.structure_id = it.structure_id
	left join career.acts a on a.act_id = it.act_id
	left join career.act_states es on es.state_code = a.state_code
	left join acts.documents d on d.act_id = it.act_id and d.type_code = 'acte'
	where m.model_code = it.model_code;
end $$;
comment on function acts_api.one is 'One act in the making or signed, with what the asker may do of it.';

create function acts_api.parts_of(draft bigint) returns table (part_code text, sort int, body text, copies int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.part_code, p.sort::int, p.body, p.copies::int from acts.draft_parts p
	where p.draft_id = (select (acts_api.seen(parts_of.draft)).draft_id)
	order by case p.part_code when 'visa' then 1 when 'article' then 2 else 3 end, p.sort;
$$;
comment on function acts_api.parts_of is 'Visas, articles, distribution.';

create function acts_api.line_rows(draft bigint, line bigint default null) returns table (draft_line_id bigint, line_no int, agent_id bigint, matricule text, name text, effect_date date, end_date date,
	before_grade text, after_grade text, before_corps text, after_corps text, before_structure text, after_structure text, before_position text, after_position text,
	before_status text, after_status text, before_index int, after_index int, note text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.draft_line_id, l.line_no, l.agent_id, a.matricule, btrim(p.family_name || ' ' || p.given_names), l.effect_date, l.end_date,
		career_api.grade(l.before_category, l.before_scale, l.before_step), career_api.grade(l.after_category, l.after_scale, l.after_step),
		bc.name, ac.name, bs.name, asu.name, bp.label, ap.label, bt.label, at_.label, l.before_index, l.after_index, l.note
	from acts.draft_lines l
	join career.agents a on a.agent_id = l.agent_id
	join base.persons p on p.person_id = a.person_id
	left join career.corps bc on bc.corps_id = l.before_corps_id
	left join career.corps ac on ac.corps_id = l.after_corps_id
	left join base.structures bs on bs.structure_id = l.before_structure_id
	left join base.structures asu on asu.structure_id = l.after_structure_id
	left join career.positions bp on bp.position_code = l.before_position_code
	left join career.positions ap on ap.position_code = l.after_position_code
	left join career.statuses bt on bt.status_code = l.before_status_code
	left join career.statuses at_ on at_.status_code = l.after_status_code
	where l.draft_id = line_rows.draft and (line_rows.line is null or l.draft_line_id = line_rows.line);
$$;
comment on function acts_api.line_rows is 'Lines of a draft with their labels; for functions that checked who asks.';

-- The rules are applied once a page: what they say of the whole comes with each row, and with one row without a line where there is none to show.
create function acts_api.lines_of(draft bigint, only_found boolean, size int, skip int) returns table (draft_line_id bigint, line_no int, matricule text, name text, effect_date date,
	end_date date, before_grade text, after_grade text, before_corps text, after_corps text, before_structure text, after_structure text, before_position text, after_position text,
	before_status text, after_status text, before_index int, after_index int, note text, is_refused boolean, is_flagged boolean, findings text, total int, refused_count int, flagged_count int,
	act_findings text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.seen(lines_of.draft);
begin
	return query
	with said as materialized (
		select f.draft_line_id, f.severity, f.rule_code, rtrim(f.label, '.') || case when f.detail <> '' then ' : ' || f.detail else '' end || '.' as words
		from acts_api.findings_of(it.draft_id) f where it.state_code in ('projet', 'visa', 'signature')
	), f as materialized (
		select s.draft_line_id, bool_or(s.severity = 'refus') as bad, bool_or(s.severity = 'alerte') as odd, string_agg(s.words, E'\n') as words
		from said s where s.draft_line_id is not null group by s.draft_line_id
	), whole as (
		select (count(*) filter (where f.bad))::int as bad, (count(*) filter (where f.odd))::int as odd,
			(select string_agg(s.words, E'\n') from said s where s.draft_line_id is null and s.rule_code <> 'no_line') as words from f
	), kept as (
		select l.draft_line_id, (count(*) over ())::int as total from acts.draft_lines l
		where l.draft_id = it.draft_id and (not coalesce(only_found, false) or l.draft_line_id in (select f.draft_line_id from f))
		order by l.line_no limit size offset skip
	)
	select r.draft_line_id, r.line_no, r.matricule, r.name, r.effect_date, r.end_date, r.before_grade, r.after_grade, r.before_corps, r.after_corps, r.before_structure,
		r.after_structure, r.before_position, r.after_position, r.before_status, r.after_status, r.before_index, r.after_index, r.note,
		coalesce(f.bad, false), coalesce(f.odd, false), f.words, coalesce(k.total, 0), w.bad, w.odd, w.words
	from whole w left join (kept k cross join lateral acts_api.line_rows(it.draft_id, k.draft_line_id) r) on true left join f on f.draft_line_id = k.draft_line_id
	order by r.line_no;
end $$;
comment on function acts_api.lines_of is 'The agents of an act, each with what the rules say.';

create function acts_api.line_one(draft bigint, line bigint) returns table (draft_line_id bigint, line_no int, matricule text, name text, effect_date date, end_date date,
	before_grade text, after_category text, after_scale int, after_step int, after_index int, after_corps_id bigint, after_structure_id bigint, after_structure_code text, after_status_code text,
	after_position_code text, note text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.draft_line_id, l.line_no, a.matricule, btrim(p.family_name || ' ' || p.given_names), l.effect_date, l.end_date,
		career_api.grade(l.before_category, l.before_scale, l.before_step), l.after_category, l.after_scale::int, l.after_step::int, l.after_index, l.after_corps_id,
		l.after_structure_id, s.code, l.after_status_code, l.after_position_code, l.note
	from acts.draft_lines l join career.agents a using (agent_id) join base.persons p using (person_id) left join base.structures s on s.structure_id = l.after_structure_id
	where l.draft_line_id = line_one.line and l.draft_id = (select (acts_api.seen(line_one.draft)).draft_id);
$$;
comment on function acts_api.line_one is 'One line as its form shows it.';

create function acts_api.rejects_of(draft bigint) returns table (row_no int, said text, why text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.row_no, r.said, r.why from acts.draft_rejects r where r.draft_id = (select (acts_api.seen(rejects_of.draft)).draft_id) order by r.row_no limit 200;
$$;
comment on function acts_api.rejects_of is 'Rows of the last list that did not become lines.';

create function acts_api.thread_of(draft bigint) returns table (at timestamptz, what text, note text, person_name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select e.at, e.what, nullif(e.note, ''), acts_api.name_of(e.person_id) from acts.events e
	where e.draft_id = (select (acts_api.seen(thread_of.draft)).draft_id) order by e.event_id;
$$;
comment on function acts_api.thread_of is 'What happened to an act, oldest first.';

create function acts_api.find_agents(words text) returns table (matricule text, name text, grade text, structure_name text, status_code text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if length(btrim(coalesce(words, ''))) < 2 then
		return;
	end if;
	return query execute 'select a.matricule, btrim(p.family_name || '' '' || p.given_names), career_api.grade(a.category, a.scale, a.step), s.name, a.status_code
		from (select a.* from career.agents a where ' || career_api.search_where(words, null, null, null, null, false) || ' order by a.search_text limit 20) a
		join base.persons p using (person_id) left join base.structures s using (structure_id) order by a.search_text';
end $$;
comment on function acts_api.find_agents is 'Agents of my structures by name or matricule, to put into an act.';

create function acts_api.corps_choices() returns table (corps_id bigint, name text, category text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select c.corps_id, c.name, c.category from career.corps c order by c.name $$;
comment on function acts_api.corps_choices is 'Corps, by name.';
create function acts_api.status_choices() returns table (code text, name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select s.status_code, s.label from career.statuses s order by s.label $$;
comment on function acts_api.status_choices is 'Statuses, by name.';
create function acts_api.position_choices() returns table (code text, name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select p.position_code, p.label from career.positions p order by p.label $$;
comment on function acts_api.position_choices is 'Positions, by name.';

revoke execute on all functions in schema acts_api from public;
grant execute on function acts_api.baskets, acts_api.acts_of_mine, acts_api.one, acts_api.parts_of, acts_api.lines_of, acts_api.line_one,
	acts_api.rejects_of, acts_api.thread_of, acts_api.find_agents, acts_api.corps_choices, acts_api.status_choices, acts_api.position_choices to web_acts;
grant execute on function acts_api.baskets to web_sign;
reset role;
