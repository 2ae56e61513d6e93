-- The clerk's pages: what a search may reach, in what capacity one looks, a file opened with a reason. Under row security LIKE could not use the
-- trigram index: the condition applies the scope itself.
set role guichet_owner;

create function career_api.search_where(words text, structure bigint, corps bigint, status text, category text,
	only_gaps boolean) returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	mine  int4multirange := (select s.ranks from base.my_spans s);
	word  text;
	said  text := '';
begin
	if structure is not null then
		mine := mine * (select coalesce(range_agg(int4range(s.rank, s.last_rank, '[]')), '{}') from base.structures s
			where s.structure_id = search_where.structure);
	end if;
	if mine is null or isempty(mine) then
		return 'false';
	end if;
	-- Ranges written out, so that the planner knows how many agents each one holds.
	said := (select '(' || string_agg(format('a.structure_rank >= %s and a.structure_rank < %s', lower(r), upper(r)), ' or ') || ')'
		from unnest(mine) r);
	foreach word in array (string_to_array(btrim(base.fold(left(coalesce(words, ''), 100))), ' '))[1:6] loop
		if word <> '' then
			said := said || format(' and a.search_text like %L', '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%');
		end if;
	end loop;
	if corps is not null then
		said := said || format(' and a.corps_id = %s', corps);
	end if;
	if status <> '' then
		said := said || format(' and a.status_code = %L', status);
	end if;
	if category <> '' then
		said := said || format(' and a.category = %L', category);
	end if;
	if only_gaps then
		said := said || ' and a.gaps_count > 0';
	end if;
	return said;
end $$;
comment on function career_api.search_where is 'Condition of a search within the scope of who is asking; every value is quoted here.';

create function career_api.viewer_role(permission text, rank int, out structure_id bigint, out role_code text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a.structure_id, a.role_code
	from base.assignments a
	join base.role_permissions rp on rp.role_code = a.role_code and rp.permission = viewer_role.permission
	join base.structures s on s.structure_id = a.structure_id
	where a.person_id = (select m.person_id from base.me m)
		and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date)
		and a.granted_by is not null and a.confirmed_by is not null
		and (viewer_role.rank is null or viewer_role.rank between s.rank and s.last_rank)
	order by s.last_rank - s.rank, a.assignment_id
	limit 1
$$;
comment on function career_api.viewer_role is 'In what capacity the asker looks: the narrowest of his assignments that reaches that rank.';

-- First statement of every page of a file. The first time it wants a reason and leaves a trace that the person sees; for the
-- next half hour the same clerk turns the pages of that file without being asked again, and then it may run read-only.
create function career_api.open_file(agent bigint, reason text) returns table (agent_id bigint, consulted_at timestamptz)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me   bigint := (select m.person_id from base.me m);
	file record;
	seen timestamptz;
	as_  record;
begin
	select a.agent_id, a.person_id, a.structure_rank into file from career.agents a
	where a.agent_id = agent and a.structure_rank <@ (select s.ranks from base.my_spans s);
	if not found then                                              -- unknown or out of scope: the same answer
		raise exception using errcode = 'GU404', message = 'career.agent_missing';
	end if;
	select max(c.at) into seen from base.consultations c
	where c.person_id = file.person_id and c.viewer_id = me and c.what = 'dossier' and c.at > now() - interval '29 minutes';
	if seen is null then
		if coalesce(length(btrim(reason)), 0) < 3 then
			raise exception using errcode = 'GU422', message = 'career.reason_missing', column = 'reason';
		elsif length(btrim(reason)) > 300 then
			raise exception using errcode = 'GU422', message = 'career.reason_too_long', column = 'reason';
		end if;
		select * into as_ from career_api.viewer_role('career.consult', file.structure_rank);
		insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
		values (file.person_id, me, as_.structure_id, as_.role_code, 'dossier', btrim(reason))
		returning at into seen;
	end if;
	perform set_config('guichet.file', agent::text, true);
	return query select agent, seen;
end $$;
comment on function career_api.open_file is 'Opens one file for this transaction and records who looked, from where and why.';

create function career_api.agent_file(agent bigint) returns setof career_api.agent_rows
	language sql stable
	begin atomic
		select r.* from career_api.agent_rows r where r.agent_id = agent_file.agent;
	end;
comment on function career_api.agent_file is 'Identity and situation in the open file; no row for any other.';

create function career_api.agent_acts(agent bigint, size int, skip int) returns table (act_line_id bigint, act_id bigint,
	effect_date date, end_date date, kind_code text, kind_label text, reference text, signed_on date, before_grade text,
	after_grade text, after_corps text, after_position text, after_structure text, proof_code text, proof_label text,
	state_code text, state_label text)
	language sql stable
	begin atomic
		select r.* from career_api.acts_of(agent_acts.agent, agent_acts.size, agent_acts.skip) r;
	end;
comment on function career_api.agent_acts is 'Lines of acts in the open file, newest first.';

create function career_api.agent_line(agent bigint, act bigint) returns setof career_api.act_rows
	language sql stable
	begin atomic
		select r.* from career_api.act_rows r where r.agent_id = agent_line.agent and r.act_id = agent_line.act order by r.line_no;
	end;
comment on function career_api.agent_line is 'One act of the open file, with the lines of that agent only.';

create function career_api.agent_situations(agent bigint) returns table (from_date date, to_date date, is_current boolean,
	status_code text, status_label text, corps_name text, category text, scale smallint, step smallint, grade text, pay_index int,
	position_code text, position_label text, counts_as_service boolean, structure_name text, act_id bigint, kind_label text,
	reference text)
	language sql stable
	begin atomic
		select s.* from career_api.situations_of(agent_situations.agent) s;
	end;
comment on function career_api.agent_situations is 'The career in the open file as intervals.';

create function career_api.agent_gaps(agent bigint) returns table (gap_code text, gap_label text, is_contradiction boolean,
	at_date date, expected_date date, grade text, expected_kind_label text, subject_code text, stated text, known text,
	previous_act_id bigint, previous_reference text, previous_date date, act_id bigint, reference text, effect_date date)
	language sql stable
	begin atomic
		select g.* from career.opened_file o cross join lateral career_api.gap_rows_of(o.agent_id) g
		where o.agent_id = agent_gaps.agent;
	end;
comment on function career_api.agent_gaps is 'Gaps and contradictions in the open file; none for a file that is not open.';

create function career_api.agent_retirement(agent bigint) returns table (line_code text, label text, value text, value_date date,
	source text, certainty_code text, is_demo boolean)
	language sql stable
	begin atomic
		select r.* from career_api.retirement_rows_of(agent_retirement.agent) r;
	end;
comment on function career_api.agent_retirement is 'Why that retirement date, in the open file.';

create function career_api.agent_service_state(agent bigint) returns table (n int, from_date date, to_date date, kind_label text,
	reference text, signed_on date, proof_code text, proof_label text, is_firm boolean, grade text, pay_index int, corps_name text,
	position_label text, counts_as_service boolean, structure_name text, act_id bigint)
	language sql stable
	begin atomic
		select r.* from career_api.service_rows_of(agent_service_state.agent) r;
	end;
comment on function career_api.agent_service_state is 'The lines of the état des services, in the open file.';

revoke execute on all functions in schema career_api from public;
grant execute on function career_api.open_file, career_api.agent_file, career_api.agent_acts, career_api.agent_line,
	career_api.agent_situations, career_api.agent_gaps, career_api.agent_retirement, career_api.agent_service_state to web_clerk;
reset role;
