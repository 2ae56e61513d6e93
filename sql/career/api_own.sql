-- What the agent's own screens ask beside api.sql (web_self). Rebuilt after it.

set role guichet_owner;
grant select (recorded_at) on career.acts to web_self;

create function career_api.my_agent() returns setof career_api.agent_rows
	language sql stable
	begin atomic
		select r.* from career_api.agent_rows r;
	end;
comment on function career_api.my_agent is 'Who I am as an agent: one row, none if I am not one.';

create function career_api.my_line(act bigint) returns setof career_api.act_rows
	language sql stable
	begin atomic
		select r.* from career_api.act_rows r where r.act_id = my_line.act order by r.line_no;
	end;
comment on function career_api.my_line is 'One act, with my own lines only.';

create function career_api.my_situations() returns table (from_date date, to_date date, is_current boolean,
	status_code text, status_label text, corps_name text, category text, scale smallint, step smallint, grade text, pay_index int,
	position_code text, position_label text, counts_as_service boolean, structure_name text, act_id bigint, kind_label text,
	reference text)
	language sql stable
	begin atomic
		select s.* from career.me m cross join lateral career_api.situations_of(m.agent_id) s;
	end;
comment on function career_api.my_situations is 'My career as intervals.';

create function career_api.my_gaps() returns table (gap_code text, gap_label text, is_contradiction boolean,
	at_date date, expected_date date, grade text, expected_kind_label text, subject_code text, stated text, known text,
	previous_act_id bigint, previous_reference text, previous_date date, act_id bigint, reference text, effect_date date)
	language sql stable
	begin atomic
		select g.* from career.me m cross join lateral career_api.gap_rows_of(m.agent_id) g;
	end;
comment on function career_api.my_gaps is 'What is missing from my career or contradicts itself.';

create function career_api.my_retirement() returns table (line_code text, label text, value text, value_date date,
	source text, certainty_code text, is_demo boolean)
	language sql stable
	begin atomic
		select r.* from career.me m cross join lateral career_api.retirement_rows_of(m.agent_id) r;
	end;
comment on function career_api.my_retirement is 'Why my probable retirement date, line by line.';

create function career_api.my_service_state() returns table (n int, from_date date, to_date date, kind_label text,
	reference text, signed_on date, proof_code text, proof_label text, is_firm boolean, grade text, pay_index int, corps_name text,
	position_label text, counts_as_service boolean, structure_name text, act_id bigint)
	language sql stable
	begin atomic
		select r.* from career.me m cross join lateral career_api.service_rows_of(m.agent_id) r;
	end;
comment on function career_api.my_service_state is 'The lines of my état des services.';

create function career_api.my_consultations(size int, skip int) returns table (at timestamptz, what_code text, structure_name text,
	role_label text, reason text)
	language sql stable
	begin atomic
		select c.at, c.what, s.name, r.name, c.reason
		from base.consultations c
		left join base.structures s on s.structure_id = c.structure_id
		left join base.roles r on r.role_code = c.role_code
		order by c.at desc, c.consultation_id desc
		limit my_consultations.size offset my_consultations.skip;
	end;
comment on function career_api.my_consultations is 'Who looked at my file: when, from which structure, in which role, why.';

create function career_api.my_front() returns table (matricule text, family_name text, given_names text, sex_code text, birth_date date,
	status_label text, corps_name text, category text, scale smallint, step smallint, grade text, grade_since date, structure_name text,
	structure_since date, position_code text, position_label text, first_service_date date, left_on date, next_step_date date,
	next_step smallint, next_step_late boolean, retirement_date date, lines_count int, gaps_count int, limit_age smallint,
	limit_date date, limit_target text, limit_source text, limit_certainty_code text, limit_is_demo boolean, effect_label text,
	effect_source text, effect_certainty_code text, effect_is_demo boolean, thirty_years_date date)
	language sql stable
	begin atomic
		select a.matricule, p.family_name, p.given_names, p.sex, p.birth_date, st.label, c.name, a.category, a.scale, a.step,
			career_api.grade(a.category, a.scale, a.step), a.grade_since, s.name, a.structure_since, a.position_code, po.label,
			a.first_service_date, a.left_on, a.next_step_date,
			case when a.next_step_date is not null then (a.step + 1)::smallint end,
			coalesce(a.next_step_date < current_date, false), a.retirement_date, a.lines_count, a.gaps_count,
			r.age, r.limit_date, r.target, r.source, r.certainty, r.is_demo, r.effect_label, r.effect_source, r.effect_certainty,
			r.effect_is_demo, case when r.thirty_years_code = 'avertir' and r.alternative like '30 ans%'
				and a.first_service_date + interval '30 years' < r.effect_date then (a.first_service_date + interval '30 years')::date end
		from career.agents a
		join base.persons p on p.person_id = a.person_id
		join career.statuses st on st.status_code = a.status_code
		left join career.corps c on c.corps_id = a.corps_id
		left join career.positions po on po.position_code = a.position_code
		left join base.structures s on s.structure_id = a.structure_id
		left join lateral career_api.retirement_of(p.birth_date, a.status_code, a.category, c.age_group,
			coalesce(a.pension_code, st.pension_code)) r on a.left_on is null;
	end;
comment on function career_api.my_front is 'Who I am as an agent, and the sum behind my probable retirement date: one row, none if I am not an agent.';

create function career_api.my_acts_of(kind text, size int, skip int) returns table (act_id bigint, effect_date date, end_date date,
	kind_label text, reference text, before_grade text, after_grade text, after_corps text, after_position text,
	after_structure text, proof_code text, proof_label text, state_label text)
	language sql stable
	begin atomic
		select l.act_id, l.effect_date, l.end_date, k.label, a.reference,
			career_api.grade(l.before_category, l.before_scale, l.before_step),
			career_api.grade(l.after_category, l.after_scale, l.after_step), c.name, p.label, s.name, a.proof_code, pr.label,
			case when a.state_code <> 'en_vigueur' then es.label end
		from career.act_lines l
		join career.acts a on a.act_id = l.act_id and (my_acts_of.kind is null or a.kind_code = my_acts_of.kind)
		join career.act_kinds k on k.kind_code = a.kind_code
		join career.proofs pr on pr.proof_code = a.proof_code
		join career.act_states es on es.state_code = a.state_code
		left join career.corps c on c.corps_id = l.after_corps_id
		left join career.positions p on p.position_code = l.after_position_code
		left join base.structures s on s.structure_id = l.after_structure_id
		order by l.effect_date desc, l.act_line_id desc
		limit my_acts_of.size offset my_acts_of.skip;
	end;
comment on function career_api.my_acts_of is 'My lines of one kind of act, or of all when none is given, newest first.';

create function career_api.my_act_kinds() returns table (kind_code text, kind_label text, lines int)
	language sql stable
	begin atomic
		select k.kind_code, k.label, count(*)::int
		from career.act_lines l
		join career.acts a on a.act_id = l.act_id
		join career.act_kinds k on k.kind_code = a.kind_code
		group by k.kind_code, k.label, k.sort
		order by k.sort;
	end;
comment on function career_api.my_act_kinds is 'The kinds of act of my file, with how many lines of each.';

create function career_api.my_act_links(act bigint) returns table (relation_code text, act_id bigint, kind_label text,
	reference text, signed_on date)
	language sql stable
	begin atomic
		select case when o.act_id = t.replaces_act_id then 'remplace' else 'remplace_par' end, o.act_id, k.label, o.reference, o.signed_on
		from career.acts t
		join career.acts o on o.act_id = t.replaces_act_id or o.replaces_act_id = t.act_id
		join career.act_kinds k on k.kind_code = o.kind_code
		where t.act_id = my_act_links.act
		order by o.signed_on, o.act_id;
	end;
comment on function career_api.my_act_links is 'The acts of my file that this one replaces, or that replaced it.';

-- Not SQL: the plan that finds gaps is large, and most agents, who have none, must not even open it on their first page.
create function career_api.my_known_gaps() returns table (gap_code text, is_contradiction boolean, at_date date, expected_date date,
	grade text, expected_kind_label text, stated text, known text)
	language plpgsql stable
as $$
declare
	agent bigint := (select a.agent_id from career.agents a where a.gaps_count > 0);
begin
	if agent is not null then
		return query select g.gap_code, g.is_contradiction, g.at_date, g.expected_date, g.grade, g.expected_kind_label, g.stated, g.known
			from career_api.gap_rows_of(agent) g;
	end if;
end $$;
comment on function career_api.my_known_gaps is 'Gaps of my file in words, when the last derivation counted any.';

-- Lines that move a grade or a position, oldest first, then what is missing; the second half costs nothing to most agents.
create function career_api.my_path() returns table (at_date date, end_date date, kind_code text, category text, scale smallint,
	step smallint, position_code text, position_label text, is_firm boolean, gap_code text, is_contradiction boolean,
	expected_date date, grade text, expected_kind_label text, stated text, known text)
	language sql stable
	begin atomic
		(select l.effect_date as at_date, l.end_date, a.kind_code, l.after_category, l.after_scale, l.after_step,
			l.after_position_code, p.label, pr.is_firm, null::text as gap_code, null::boolean, null::date, null::text, null::text,
			null::text, null::text
		from career.act_lines l
		join career.acts a on a.act_id = l.act_id and a.state_code = 'en_vigueur'
		join career.proofs pr on pr.proof_code = a.proof_code
		left join career.positions p on p.position_code = l.after_position_code
		where l.after_category is not null or l.after_step is not null or l.after_position_code is not null
			or a.kind_code in ('mise_stage', 'retour_stage')
		order by l.effect_date, l.act_line_id)
		union all
		(select g.at_date, null, null, null, null, null, null, null, null, g.gap_code, g.is_contradiction, g.expected_date, g.grade,
			g.expected_kind_label, g.stated, g.known
		from career_api.my_known_gaps() g);
	end;
comment on function career_api.my_path is 'What the drawing of my career needs: the lines that move it, and the gaps in it.';

-- The front page reads the lines once, for its list and for its drawing: oldest first, then what is missing.
create function career_api.my_file() returns table (act_id bigint, at_date date, effect_date date, end_date date, kind_code text,
	kind_label text, reference text, after_grade text, after_corps text, after_position text, after_structure text, proof_code text,
	proof_label text, is_firm boolean, state_label text, is_new boolean, category text, scale smallint, step smallint,
	position_code text, position_label text, gap_code text, is_contradiction boolean, expected_date date, grade text,
	expected_kind_label text, stated text, known text)
	language sql stable
	begin atomic
		(select l.act_id, l.effect_date as at_date, l.effect_date, l.end_date, a.kind_code, k.label, a.reference,
			career_api.grade(l.after_category, l.after_scale, l.after_step), c.name, p.label, s.name, a.proof_code, pr.label, pr.is_firm,
			case when a.state_code <> 'en_vigueur' then es.label end, a.recorded_at > now() - interval '30 days', l.after_category,
			l.after_scale, l.after_step, l.after_position_code, p.label, null::text as gap_code, null::boolean, null::date, null::text,
			null::text, null::text, null::text
		from career.act_lines l
		join career.acts a on a.act_id = l.act_id
		join career.act_kinds k on k.kind_code = a.kind_code
		join career.proofs pr on pr.proof_code = a.proof_code
		join career.act_states es on es.state_code = a.state_code
		left join career.corps c on c.corps_id = l.after_corps_id
		left join career.positions p on p.position_code = l.after_position_code
		left join base.structures s on s.structure_id = l.after_structure_id
		order by l.effect_date, l.act_line_id)
		union all
		(select null, g.at_date, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
			null, g.gap_code, g.is_contradiction, g.expected_date, g.grade, g.expected_kind_label, g.stated, g.known
		from career_api.my_known_gaps() g);
	end;
comment on function career_api.my_file is 'All my lines, oldest first, for the list and the drawing of the front page; then the gaps among them.';

create function career_api.my_situation(day date) returns table (since date, status_label text, corps_name text, category text,
	scale smallint, step smallint, grade text, pay_index int, position_label text, structure_name text, act_id bigint,
	kind_label text, reference text, proof_code text, proof_label text)
	language sql stable
	begin atomic
		select x.effect_date, st.label, c.name, x.category, x.scale, x.step, x.grade, x.pay_index, p.label, s.name, x.act_id, k.label,
			a.reference, a.proof_code, pr.label
		from career.me m
		cross join lateral career_api.situation_at(m.agent_id, my_situation.day) x
		join career.acts a on a.act_id = x.act_id
		join career.act_kinds k on k.kind_code = a.kind_code
		join career.proofs pr on pr.proof_code = a.proof_code
		left join career.statuses st on st.status_code = x.status_code
		left join career.corps c on c.corps_id = x.corps_id
		left join career.positions p on p.position_code = x.position_code
		left join base.structures s on s.structure_id = x.structure_id;
	end;
comment on function career_api.my_situation is 'My situation on a day and the last act before it; no row before my first act.';

-- Months of thirty days when days are added up; a position held without interruption is counted by the calendar.
create function career_api.my_service_totals() returns table (position_label text, counts_as_service boolean, certainty_code text,
	is_demo boolean, years int, months int, days int)
	language sql stable
	begin atomic
		with t as (
			select l.n, l.position_code, l.effect_date,
				least(coalesce(lead(l.effect_date) over (order by l.n), current_date + 1), coalesce(a.left_on, current_date + 1),
					current_date + 1) as until
			from career.agents a cross join lateral career_api.timeline_of(a.agent_id) l
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
comment on function career_api.my_service_totals is 'How long I stood in each position until today, or until I left.';

revoke execute on all functions in schema career_api from public;
grant execute on function career_api.my_agent, career_api.my_line, career_api.my_situations, career_api.my_gaps, career_api.my_retirement,
	career_api.my_service_state, career_api.my_consultations to web_self;
grant execute on function career_api.my_front, career_api.my_file, career_api.my_acts_of, career_api.my_act_kinds,
	career_api.my_act_links, career_api.my_known_gaps, career_api.my_path, career_api.my_situation, career_api.my_service_totals to web_self;
reset role;
