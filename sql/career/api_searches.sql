-- The clerk's searches kept out of addresses, files entered page after page, lists that leave. Rebuilt after api.sql.
set role guichet_owner;

create view career_api.search_rows with (security_invoker) as
	select q.search_id, q.person_id, q.made_at, q.is_kept, q.is_near, coalesce(nullif(concat_ws(', ', '« ' || nullif(q.words, '') || ' »',
		s.name, c.name, st.label, 'catégorie ' || q.category, p.label, case when q.only_gaps then 'dossiers avec lacunes' end,
		case when q.only_leaving then 'retraite dans les 12 mois' end), ''), 'Tous les agents de mes structures') as label
	from career.searches q
	left join base.structures s on s.structure_id = q.structure_id
	left join career.corps c on c.corps_id = q.corps_id
	left join career.statuses st on st.status_code = q.status_code
	left join career.positions p on p.position_code = q.position_code;
comment on view career_api.search_rows is 'Kept searches in words; row security says whose.';

create function career_api.search_mine(search bigint) returns career.searches
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	mine career.searches;
begin
	select s.* into mine from career.searches s
	where s.search_id = search and s.person_id = (select m.person_id from base.me m)
		and (s.is_kept or s.made_at > now() - interval '1 day');
	if not found then                                              -- unknown, expired or another person's: the same answer
		raise exception using errcode = 'GU404', message = 'clerk.search_missing';
	end if;
	return mine;
end $$;
comment on function career_api.search_mine is 'One search of who is asking, as long as it lives.';

create function career_api.search_condition(q career.searches) returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	word text;
	said text := career_api.search_where(case when not q.is_near then q.words end, q.structure_id, q.corps_id, q.status_code,
		q.category, q.only_gaps);
begin
	if q.position_code is not null then
		said := said || format(' and a.position_code = %L', q.position_code);
	end if;
	if q.only_leaving then
		said := said || ' and a.left_on is null and a.retirement_date between current_date and current_date + interval ''12 months''';
	end if;
	if q.is_near then
		perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
		foreach word in array (string_to_array(btrim(base.fold(q.words)), ' '))[1:6] loop
			if word <> '' then
				said := said || format(' and a.search_text operator(public.%%>) %L', word);
			end if;
		end loop;
	end if;
	return said;
end $$;
comment on function career_api.search_condition is 'Condition of a kept search within the scope of who is asking; every value is quoted.';

create function career_api.search_order(sort text) returns text
	language sql immutable
	return case search_order.sort when 'matricule' then 'a.matricule' when 'retraite' then 'a.retirement_date nulls last, a.search_text'
		else 'a.search_text' end;
comment on function career_api.search_order is 'How a list is sorted: by name unless asked otherwise.';

create function career_api.keep_search(words text, structure bigint, corps bigint, status text, of_category text, of_position text,
	only_gaps boolean, only_leaving boolean)
	returns table (search_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me   bigint := (select m.person_id from base.me m);
	q    career.searches;
	some_ boolean;
begin
	if structure is not null and not exists (select from base.structures s where s.structure_id = structure
			and s.rank <@ (select m.ranks from base.my_spans m)) then
		raise exception using errcode = 'GU422', message = 'field.not_a_choice', column = 'structure';
	elsif corps is not null and not exists (select from career.corps c where c.corps_id = corps) then
		raise exception using errcode = 'GU422', message = 'field.not_a_choice', column = 'corps';
	elsif status <> '' and not exists (select from career.statuses s where s.status_code = status) then
		raise exception using errcode = 'GU422', message = 'field.not_a_choice', column = 'statut';
	elsif of_category <> '' and not exists (select from career.categories c where c.category = of_category) then
		raise exception using errcode = 'GU422', message = 'field.not_a_choice', column = 'categorie';
	elsif of_position <> '' and not exists (select from career.positions p where p.position_code = of_position) then
		raise exception using errcode = 'GU422', message = 'field.not_a_choice', column = 'position';
	end if;
	delete from career.searches s where not s.is_kept and s.made_at < now() - interval '1 day';
	insert into career.searches as s (person_id, words, structure_id, corps_id, status_code, category, position_code, only_gaps,
		only_leaving)
	values (me, btrim(regexp_replace(coalesce(words, ''), '\s+', ' ', 'g')), structure, corps, nullif(status, ''),
		nullif(of_category, ''), nullif(of_position, ''), coalesce(keep_search.only_gaps, false), coalesce(keep_search.only_leaving, false))
	on conflict on constraint searches_once do update set made_at = now(), is_near = false
	returning s.* into q;
	if q.words <> '' then                                          -- a typing error: the nearest names rather than nobody
		execute 'select exists (select from career.agents a where ' || career_api.search_condition(q) || ')' into some_;
		if not some_ then
			q.is_near := true;
			execute 'select exists (select from career.agents a where ' || career_api.search_condition(q) || ')' into some_;
			update career.searches s set is_near = some_ where s.search_id = q.search_id;
		end if;
	end if;
	return query select q.search_id;
end $$;
comment on function career_api.keep_search is 'Keeps what is looked for and gives its number; the same search twice is the same row.';

create function career_api.mark_search(search bigint, kept boolean) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	update career.searches s set is_kept = kept, made_at = now() where s.search_id = (career_api.search_mine(search)).search_id;
$$;
comment on function career_api.mark_search is 'Keeps a search until further notice, or lets it go after a day.';

create function career_api.search_head(search bigint, sort text, page int) returns table (search_id bigint, label text, q_value text,
	is_near boolean, is_kept boolean, is_filtered boolean, lacunes_oui_on boolean, retraite_oui_on boolean, total int,
	is_one boolean, is_capped boolean, first int, last int, previous int, next int, sort_code text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	q     career.searches := career_api.search_mine(search);
	here  int := greatest(coalesce(page, 1), 1);
	found int;
begin
	execute 'with a as ' || case when q.is_near then '' else 'not ' end || 'materialized (select a.agent_id from career.agents a where '
		|| career_api.search_condition(q) || ') select count(*) from (select from a limit ' || greatest(1001, here * 50 + 1) || ') a' into found;
	return query select q.search_id, r.label, q.words, q.is_near, q.is_kept,
		num_nonnulls(q.structure_id, q.corps_id, q.status_code, q.category, q.position_code) > 0 or q.only_gaps or q.only_leaving,
		q.only_gaps, q.only_leaving, least(found, 1000), found = 1, found > 1000, here * 50 - 49, least(here * 50, found),
		case when here > 1 then here - 1 end, case when found > here * 50 then here + 1 end, coalesce(sort, 'nom')
	from career_api.search_rows r where r.search_id = q.search_id;
end $$;
comment on function career_api.search_head is 'What is looked for, how many were found (counted up to a thousand) and which pages there are.';

create function career_api.found(search bigint, sort text, size int, skip int)
	returns table (place int, agent_id bigint, matricule text, family_name text, given_names text, status_code text, corps_name text,
		grade text, structure_code text, structure_name text, retirement_date date, is_leaving boolean, has_left boolean,
		gaps_count int, is_missing boolean, is_blank boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	q career.searches := career_api.search_mine(search);
begin
	return query execute '
		select (a.n + $1)::int, a.agent_id, a.matricule, p.family_name, p.given_names, a.status_code, c.name,
			career_api.grade(a.category, a.scale, a.step), s.code, s.name, a.retirement_date,
			coalesce(a.left_on is null and a.retirement_date < current_date + interval ''12 months'', false), a.left_on is not null,
			a.gaps_count, a.gaps_count > 0, a.gaps_count = 0 and a.lines_count = 0
		from (select a.*, row_number() over (order by ' || career_api.search_order(sort) || ') as n from (
			with a as ' || case when q.is_near then '' else 'not ' end || 'materialized (select a.* from career.agents a where '
			|| career_api.search_condition(q) || ') select a.* from a order by ' || career_api.search_order(sort)
			|| ' limit $2 offset $1) a) a
		join base.persons p on p.person_id = a.person_id
		left join career.corps c on c.corps_id = a.corps_id
		left join base.structures s on s.structure_id = a.structure_id
		order by a.n'
		using greatest(coalesce(skip, 0), 0), least(greatest(coalesce(size, 50), 1), 200);
end $$;
comment on function career_api.found is 'One page of the agents of a search, within the scope of who is asking.';

create function career_api.around(search bigint, sort text, place int) returns table (place int, previous_id bigint, previous_place int,
	next_id bigint, next_place int)
	language sql stable
	begin atomic
		select around.place, max(f.agent_id) filter (where f.place = around.place - 1), around.place - 1,
			max(f.agent_id) filter (where f.place = around.place + 1), around.place + 1
		from career.searches q
		cross join lateral career_api.found(q.search_id, around.sort, 3, around.place - 2) f
		where q.search_id = around.search and around.place > 0
		group by q.search_id;
	end;
comment on function career_api.around is 'The files before and after this one in a list; no row when the search is over.';

create function career_api.recent_searches() returns table (search_id bigint, label text, made_at timestamptz, is_kept boolean)
	language sql stable
	begin atomic
		select r.search_id, r.label, r.made_at, r.is_kept from career_api.search_rows r
		order by r.is_kept desc, r.made_at desc limit 8;
	end;
comment on function career_api.recent_searches is 'My searches of the day and those I keep.';

create function career_api.choice_structures(search bigint) returns table (structure_id bigint, label text, is_on boolean)
	language sql stable
	begin atomic
		with recursive tree as (
			select s.structure_id, s.rank, s.name, 0 as depth from base.structures s
			where s.rank <@ (select m.ranks from base.my_spans m) and s.closed_on is null
				and not exists (select from base.structures p where p.structure_id = s.parent_id
					and p.rank <@ (select m.ranks from base.my_spans m))
			union all
			select s.structure_id, s.rank, s.name, t.depth + 1
			from tree t join base.structures s on s.parent_id = t.structure_id
			where s.closed_on is null and s.rank <@ (select m.ranks from base.my_spans m)
		)
		select t.structure_id, repeat(U&'\2003', t.depth) || t.name, q.search_id is not null
		from tree t
		left join career.searches q on q.search_id = choice_structures.search and q.structure_id = t.structure_id
		order by t.rank;
	end;
comment on function career_api.choice_structures is 'Structures in my reach, indented as in the tree, the one of the search marked.';

create function career_api.choice_corps(search bigint) returns table (corps_id bigint, label text, is_on boolean)
	language sql stable
	begin atomic
		select c.corps_id, c.name, q.search_id is not null from career.corps c
		left join career.searches q on q.search_id = choice_corps.search and q.corps_id = c.corps_id
		order by c.name;
	end;
comment on function career_api.choice_corps is 'Corps by name, the one of the search marked.';

create function career_api.choice_codes(search bigint) returns table (list text, code text, label text, is_on boolean)
	language sql stable
	begin atomic
		select v.list, v.code, v.label, v.is_on
		from (
			select 'statut' as list, s.status_code as code, s.label, s.label as sort, q.search_id is not null as is_on
			from career.statuses s left join career.searches q on q.search_id = choice_codes.search and q.status_code = s.status_code
			union all
			select 'categorie', c.category, c.label, c.category, q.search_id is not null
			from career.categories c left join career.searches q on q.search_id = choice_codes.search and q.category = c.category
			union all
			select 'position', p.position_code, p.label, p.label, q.search_id is not null
			from career.positions p left join career.searches q on q.search_id = choice_codes.search and q.position_code = p.position_code
		) v
		order by v.list, v.sort;
	end;
comment on function career_api.choice_codes is 'Statuses, categories and positions to choose from, those of the search marked.';

create function career_api.file_cover(agent bigint) returns table (agent_id bigint, matricule text, family_name text, given_names text,
	corps_name text, structure_name text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query select a.agent_id, a.matricule, p.family_name, p.given_names, c.name, s.name
		from career.agents a
		join base.persons p on p.person_id = a.person_id
		left join career.corps c on c.corps_id = a.corps_id
		left join base.structures s on s.structure_id = a.structure_id
		where a.agent_id = agent and a.structure_rank <@ (select m.ranks from base.my_spans m);
	if not found then
		raise exception using errcode = 'GU404', message = 'career.agent_missing';
	end if;
end $$;
comment on function career_api.file_cover is 'What a list says of an agent in reach, before his file is opened.';

-- Read-only twin of open_file: turns a page of a file that is open, asks for nothing and records nothing.
create function career_api.enter_file(agent bigint) returns table (is_open boolean, opened_at timestamptz, opened_reason text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform from career_api.file_cover(agent);
	return query select true, c.at, c.reason
		from career.agents a
		join base.consultations c on c.person_id = a.person_id and c.viewer_id = (select m.person_id from base.me m)
			and c.what = 'dossier' and c.at > now() - interval '30 minutes'
		where a.agent_id = agent
		order by c.at desc limit 1;
	if found then
		perform set_config('guichet.file', agent::text, true);
	end if;
end $$;
comment on function career_api.enter_file is 'First statement of every page of a file: no row when it is not open, 404 when it is out of reach.';

create function career_api.agent_contacts(agent bigint) returns table (phones text, emails text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select string_agg('•• •• •• •• ' || right(c.value, 2) || ' ' || v.said, ', ' order by c.contact_id) filter (where c.kind = 'phone'),
		string_agg(left(c.value, 1) || '•••@' || split_part(c.value, '@', 2) || ' ' || v.said, ', ' order by c.contact_id)
			filter (where c.kind = 'email')
	from career.opened_file o
	join base.contacts c on c.person_id = o.person_id
	cross join lateral (select case when c.verified_at is not null then '(confirmé)' else '(non confirmé)' end as said) v
	where o.agent_id = agent
$$;
comment on function career_api.agent_contacts is 'How the person of the open file can be reached, masked: a clerk writes through the portal.';

create function career_api.agent_path(agent bigint) returns table (at_date date, end_date date, kind_code text, category text,
	scale smallint, step smallint, position_code text, position_label text, is_firm boolean, gap_code text,
	is_contradiction boolean, expected_date date, grade text, expected_kind_label text, stated text, known text)
	language sql stable
	begin atomic
		(select l.effect_date as at_date, l.end_date, a.kind_code, l.after_category, l.after_scale, l.after_step,
			l.after_position_code, p.label, pr.is_firm, null::text as gap_code, null::boolean, null::date, null::text, null::text,
			null::text, null::text
		from career.act_lines l
		join career.acts a on a.act_id = l.act_id and a.state_code = 'en_vigueur'
		join career.proofs pr on pr.proof_code = a.proof_code
		left join career.positions p on p.position_code = l.after_position_code
		where l.agent_id = agent_path.agent and (l.after_category is not null or l.after_step is not null
			or l.after_position_code is not null or a.kind_code in ('mise_stage', 'retour_stage'))
		order by l.effect_date, l.act_line_id)
		union all
		(select g.at_date, null, null, null, null, null, null, null, null, g.gap_code, g.is_contradiction, g.expected_date, g.grade,
			g.expected_kind_label, g.stated, g.known
		from career_api.agent_gaps(agent_path.agent) g);
	end;
comment on function career_api.agent_path is 'What the drawing of the open file needs: the lines that move it, and its gaps (the columns of my_path).';

create function career_api.agent_service_totals(agent bigint) returns table (position_label text, counts_as_service boolean,
	certainty_code text, is_demo boolean, years int, months int, days int)
	language sql stable
	begin atomic
		with t as (
			select l.n, l.position_code, l.effect_date,
				least(coalesce(lead(l.effect_date) over (order by l.n), current_date + 1), coalesce(a.left_on, current_date + 1),
					current_date + 1) as until
			from career.agents a cross join lateral career_api.timeline_of(a.agent_id) l
			where a.agent_id = agent_service_totals.agent
		), runs as (
			select min(r.effect_date) as began, max(r.until) as ended, r.position_code
			from (
				select i.*, count(*) filter (where i.moves) over (order by i.n) as run
				from (select t.*, t.position_code is distinct from lag(t.position_code) over (order by t.n) as moves from t) i
			) r
			where r.until > r.effect_date
			group by r.run, r.position_code
		), sums as (
			select r.position_code, justify_days(sum(age(r.ended, r.began))) as span, min(r.began) as began from runs r group by r.position_code
		)
		select p.label, p.counts_as_service, p.certainty, coalesce(p.is_demo, false),
			extract(year from s.span)::int, extract(month from s.span)::int, extract(day from s.span)::int
		from sums s left join career.positions p on p.position_code = s.position_code
		order by s.began;
	end;
comment on function career_api.agent_service_totals is 'How long the agent of the open file stood in each position (the columns of my_service_totals).';

create function career_api.act_reach(agent bigint, act bigint) returns table (lines int, reachable int, unreachable int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select count(*)::int, count(*) filter (where v.mine)::int, nullif(count(*) filter (where not v.mine), 0)::int
	from (
		select a.structure_rank <@ (select m.ranks from base.my_spans m) as mine
		from career.opened_file o
		join career.act_lines held on held.agent_id = o.agent_id and held.act_id = act
		join career.act_lines l on l.act_id = held.act_id
		join career.agents a on a.agent_id = l.agent_id
		where o.agent_id = act_reach.agent
		group by l.act_line_id, a.structure_rank
	) v
$$;
comment on function career_api.act_reach is 'How many lines an act of the open file has, and how many of them are in my reach.';

create function career_api.act_others(agent bigint, act bigint) returns table (line_no int, agent_id bigint, matricule text,
	family_name text, given_names text, effect_date date, after_grade text, structure_name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.line_no, a.agent_id, a.matricule, p.family_name, p.given_names, l.effect_date,
		career_api.grade(l.after_category, l.after_scale, l.after_step), s.name
	from career.opened_file o
	join career.act_lines l on l.act_id = act and l.agent_id <> o.agent_id
	join career.agents a on a.agent_id = l.agent_id and a.structure_rank <@ (select m.ranks from base.my_spans m)
	join base.persons p on p.person_id = a.person_id
	left join base.structures s on s.structure_id = a.structure_id
	where o.agent_id = act_others.agent
		and exists (select from career.act_lines held where held.act_id = act and held.agent_id = o.agent_id)
	order by l.line_no
	limit 50
$$;
comment on function career_api.act_others is 'The other agents of an act of the open file, those in my reach only.';

create function career_api.allow_export() returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
	as $$ select set_config('statement_timeout', '60s', true) $$;
comment on function career_api.allow_export is 'Asked just before an export: a hundred thousand people cannot be noted within the ten seconds of a page.';

create function career_api.export_found(search bigint, sort text, reason text)
	returns table (matricule text, family_name text, given_names text, sex text, birth_date date, status_code text, corps_name text,
		category text, scale smallint, step smallint, pay_index int, grade_since date, position_label text, structure_code text,
		structure_name text, first_service_date date, next_step_date date, retirement_date date, gaps_count int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	q    career.searches := career_api.search_mine(search);
	as_  record;
	many bigint;
begin
	if coalesce(length(btrim(reason)), 0) not between 3 and 270 then
		raise exception using errcode = 'GU422', message = 'career.reason_missing', column = 'motif';
	end if;
	select * into as_ from career_api.viewer_role('career.export', null);
	return query execute '
		with found as (
			select a.* from career.agents a where ' || career_api.search_condition(q) || ' order by '
				|| career_api.search_order(sort) || ' limit 100000
		), noted as (
			insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
			select f.person_id, $4, $1, $2, ''export'', $3 from found f
		)
		select a.matricule, p.family_name, p.given_names, p.sex, p.birth_date, a.status_code, c.name, a.category, a.scale, a.step,
			a.pay_index, a.grade_since, po.label, s.code, s.name, a.first_service_date, a.next_step_date, a.retirement_date, a.gaps_count
		from found a
		join base.persons p on p.person_id = a.person_id
		left join career.corps c on c.corps_id = a.corps_id
		left join base.structures s on s.structure_id = a.structure_id
		left join career.positions po on po.position_code = a.position_code
		order by ' || career_api.search_order(sort)
		using as_.structure_id, as_.role_code, 'Export de liste : ' || btrim(reason), q.person_id;
	get diagnostics many = row_count;
	perform base_api.note('career.export', 'export', 'agents', 'fait', jsonb_build_object('lignes', many, 'motif', btrim(reason),
		'recherche', (select r.label from career_api.search_rows r where r.search_id = q.search_id)));
end $$;
comment on function career_api.export_found is 'Every agent of a search, up to 100,000: each one reads that he was in a list and why, and the journal has one line.';

revoke execute on all functions in schema career_api from public;
grant select on career_api.search_rows to web_clerk, web_export;
grant execute on function career_api.keep_search, career_api.mark_search, career_api.search_head, career_api.found, career_api.around,
	career_api.recent_searches, career_api.choice_structures, career_api.choice_corps, career_api.choice_codes, career_api.file_cover,
	career_api.enter_file, career_api.agent_contacts, career_api.agent_path, career_api.agent_service_totals, career_api.act_reach,
	career_api.act_others to web_clerk;
grant execute on function career_api.search_head, career_api.allow_export, career_api.export_found to web_export;
reset role;
