-- What pages ask about careers: the derivation (what the acts in force say), and the rows that the agent's pages and the clerk's share.
-- Dropped and rebuilt. Beside it: the derived columns of career.agents (api_derived), opened files (api_files), the agent's own pages
-- (api_own), searches and lists that leave (api_searches). Reads are inlinable SQL under the caller's row security.
drop schema if exists career_api cascade;
create schema career_api authorization guichet_owner;
grant usage on schema career_api to gate, worker, web_self, web_clerk, web_export, web_import;
set role guichet_owner;

-- 1. Derivation ------------------------------------------------------------------------------------------------------------

create function career_api.grade(category text, scale smallint, step smallint) returns text
	language sql immutable parallel safe
	return grade.category || coalesce(grade.scale::text, '') || coalesce('-' || grade.step::text, '');
comment on function career_api.grade is 'Compact form of a grade: A1-9.';

-- Running values: the greatest array (line number, value) so far is the last one known.
create function career_api.timeline_of(agent bigint) returns table (n int, act_line_id bigint, act_id bigint, kind_code text,
	family text, sets_step boolean, may_jump boolean, may_lower boolean, reference text, signed_on date, proof_code text,
	effect_date date, end_date date, before_status_code text, before_corps_id bigint, before_category text, before_scale smallint,
	before_step smallint, before_position_code text, before_structure_id bigint, after_category text, after_step smallint,
	after_position_code text, status_code text, corps_id bigint, category text, scale smallint, step smallint, pay_index int,
	position_code text, structure_id bigint)
	language sql stable
	begin atomic
		select t.n, t.act_line_id, t.act_id, t.kind_code, t.family, t.sets_step, t.may_jump, t.may_lower, t.reference,
			t.signed_on, t.proof_code, t.effect_date, t.end_date, t.before_status_code, t.before_corps_id, t.before_category,
			t.before_scale, t.before_step, t.before_position_code, t.before_structure_id, t.after_category, t.after_step,
			t.after_position_code,
			(max(case when t.after_status_code is not null then array[t.key, t.after_status_code] end) over w)[2],
			(max(case when t.after_corps_id is not null then array[t.n, t.after_corps_id] end) over w)[2],
			(max(case when t.after_category is not null then array[t.key, t.after_category] end) over w)[2],
			(max(case when t.after_scale is not null then array[t.n, t.after_scale] end) over w)[2]::smallint,
			(max(case when t.after_step is not null then array[t.n, t.after_step] end) over w)[2]::smallint,
			(max(case when t.after_index is not null then array[t.n, t.after_index] end) over w)[2]::int,
			(max(case when t.after_position_code is not null then array[t.key, t.after_position_code] end) over w)[2],
			(max(case when t.after_structure_id is not null then array[t.n, t.after_structure_id] end) over w)[2]
		from (
			select (row_number() over o)::int as n, lpad((row_number() over o)::text, 5, '0') as key, l.*, a.kind_code,
				a.reference, a.signed_on, a.proof_code, k.family, k.sets_step, k.may_jump, k.may_lower
			from career.act_lines l
			join career.acts a on a.act_id = l.act_id and a.state_code = 'en_vigueur'
			join career.act_kinds k on k.kind_code = a.kind_code
			where l.agent_id = timeline_of.agent
			window o as (order by l.effect_date, l.act_line_id)
		) t
		window w as (order by t.n);
	end;
comment on function career_api.timeline_of is 'Every line in force of one agent, in the order of effect, with the situation it leaves him in.';

create function career_api.situation_at(agent bigint, day date) returns table (agent_id bigint, effect_date date, status_code text,
	corps_id bigint, category text, scale smallint, step smallint, pay_index int, position_code text, structure_id bigint,
	act_id bigint, grade text)
	language sql stable
	begin atomic
		select situation_at.agent, t.effect_date, coalesce(t.status_code, a.entry_status_code), t.corps_id, t.category, t.scale, t.step,
			t.pay_index, t.position_code, coalesce(t.structure_id, a.entry_structure_id), t.act_id,
			career_api.grade(t.category, t.scale, t.step)
		from career.agents a cross join lateral career_api.timeline_of(a.agent_id) t
		where a.agent_id = situation_at.agent and t.effect_date <= situation_at.day
		order by t.n desc
		limit 1;
	end;
comment on function career_api.situation_at is 'The situation of an agent on a day, from the acts alone; no row before his first act.';

create function career_api.step_rule_of(status text, category text, day date) returns table (months smallint, max_step smallint,
	source text, certainty text, is_demo boolean)
	language sql stable
	begin atomic
		select r.months, r.max_step, r.source, r.certainty, r.is_demo
		from career.step_rules r
		where (r.status_code is null or r.status_code = step_rule_of.status)
			and (r.category is null or r.category = step_rule_of.category)
			and r.valid_from <= step_rule_of.day and (r.valid_to is null or r.valid_to > step_rule_of.day)
		order by r.status_code nulls last, r.category nulls last
		limit 1;
	end;
comment on function career_api.step_rule_of is 'The step interval that held on a day, the most particular row first.';

create function career_api.retirement_of(birth_date date, status text, category text, age_group text, pension text)
	returns table (age smallint, limit_date date, effect_date date, target text, alternative text, source text, certainty text,
	is_demo boolean, effect_code text, effect_label text, effect_source text, effect_certainty text, effect_is_demo boolean,
	thirty_years_code text)
	language sql stable
	begin atomic
		select r.age, r.limit_date,
			case e.effect_code
				when 'jour' then r.limit_date
				when 'mois_suivant' then (date_trunc('month', r.limit_date::timestamp) + interval '1 month')::date
				else (date_trunc('quarter', r.limit_date::timestamp) + interval '3 months')::date end,
			r.target, r.alternative, r.source, r.certainty, r.is_demo, e.effect_code, e.label, e.source, e.certainty, e.is_demo,
			e.thirty_years_code
		from (
			select r.*, (retirement_of.birth_date + make_interval(years => r.age::int))::date as limit_date
			from career.retirement_ages r
			where r.nature = 'limite'
				and r.age_group is not distinct from retirement_of.age_group
				and (r.status_code is null or r.status_code = retirement_of.status)
				and (r.category is null or r.category = retirement_of.category)
				and (r.pension_code is null or r.pension_code = retirement_of.pension)
		) r
		cross join lateral (
			select e.* from career.retirement_rules e where e.valid_from <= r.limit_date order by e.valid_from desc limit 1
		) e
		where r.limit_date >= r.valid_from and (r.valid_to is null or r.limit_date < r.valid_to)
		order by r.category nulls last, r.status_code nulls last, r.limit_date
		limit 1;
	end;
comment on function career_api.retirement_of is 'Age limit in force on the day it is reached and the date of effect, each with its source; no row where the law is not known.';

-- Gaps: an act is missing. Contradictions: two acts cannot both be right. One row each, with the acts on either side.
create function career_api.gaps_between(agent bigint, first_service_date date, retirement_date date, status_code text) returns table (gap_code text, at_date date, expected_date date, category text,
	scale smallint, missing_step smallint, expected_kind_code text, subject_code text, stated text, known text,
	previous_act_id bigint, previous_reference text, previous_date date, act_id bigint, reference text, effect_date date)
	language sql stable
	begin atomic
		with who as (
			select gaps_between.agent as agent_id, gaps_between.first_service_date, gaps_between.retirement_date,
				case when gaps_between.status_code = 'ACDPE' then 'avenant' else 'avancement_echelon' end as step_kind
		), t as (
			select l.*, lag(l.status_code) over w as was_status, lag(l.corps_id) over w as was_corps,
				lag(l.category) over w as was_category, lag(l.scale) over w as was_scale, lag(l.step) over w as was_step,
				lag(l.position_code) over w as was_position, lag(l.structure_id) over w as was_structure,
				lag(l.act_id) over w as was_act, lag(l.reference) over w as was_reference, lag(l.effect_date) over w as was_date,
				lead(l.n) over w is null as is_last
			from who cross join lateral career_api.timeline_of(who.agent_id) l
			window w as (order by l.n)
		), s as (                                               -- lines that grant a step, each beside the one before
			select g.*, g.prev_step is not null and g.category is not distinct from g.prev_category
				and g.scale is not distinct from g.prev_scale as same_ladder
			from (
				select t.*, lag(t.category) over w as prev_category, lag(t.scale) over w as prev_scale, lag(t.step) over w as prev_step,
					lag(t.effect_date) over w as prev_date, lag(t.act_id) over w as prev_act, lag(t.reference) over w as prev_reference,
					lead(t.n) over w is null as is_latest
				from t where t.sets_step and t.after_step is not null
				window w as (order by t.n)
			) g
		), holes as (                                           -- steps passed over: up to the new one, or up to the one stated before
			select s.*, case when s.same_ladder and not s.may_jump then s.step - 1
				when s.before_category = s.prev_category and s.before_scale is not distinct from s.prev_scale then s.before_step
				end as upto
			from s where s.prev_step is not null
		)
		select 'missing_entry', who.first_service_date, who.first_service_date, null::text, null::smallint, null::smallint,
			case when who.step_kind = 'avenant' then 'contrat' else 'nomination' end, null::text, null::text, null::text,
			null::bigint, null::text, null::date, null::bigint, null::text, null::date
		from who where not exists (select from t where t.family = 'entree')
		union all
		select 'missing_step', h.prev_date, (h.prev_date + make_interval(months => r.months * (m.step - h.prev_step)))::date,
			h.prev_category, h.prev_scale, m.step::smallint, who.step_kind, null, null, null,
			h.prev_act, h.prev_reference, h.prev_date, h.act_id, h.reference, h.effect_date
		from who, holes h
		cross join lateral generate_series(h.prev_step + 1, h.upto) m (step)
		left join lateral career_api.step_rule_of(h.status_code, h.prev_category, h.prev_date) r on true
		union all
		select 'overdue_step', s.effect_date, (s.effect_date + make_interval(months => r.months))::date,
			s.category, s.scale, (s.step + 1)::smallint, who.step_kind, null, null, null,
			s.act_id, s.reference, s.effect_date, null, null, null
		from who, s
		cross join lateral career_api.step_rule_of(s.status_code, s.category, s.effect_date) r
		where s.is_latest and s.step < r.max_step and (s.effect_date + make_interval(months => r.months))::date < current_date
			and coalesce(who.retirement_date > (s.effect_date + make_interval(months => r.months))::date, true)
			and not exists (select from t where t.kind_code in ('retraite', 'radiation'))
			and not exists (select from t where t.is_last and t.position_code in ('disponibilite', 'sous_drapeaux'))
		union all
		select case when s.step < s.prev_step then 'step_lowered' else 'same_step_twice' end, s.effect_date, null,
			s.category, s.scale, null, null, 'grade', career_api.grade(s.category, s.scale, s.step),
			career_api.grade(s.prev_category, s.prev_scale, s.prev_step),
			s.prev_act, s.prev_reference, s.prev_date, s.act_id, s.reference, s.effect_date
		from s
		where s.same_ladder and ((s.step < s.prev_step and not s.may_lower)
			or (s.step = s.prev_step and s.family = 'avancement' and not s.may_jump and s.before_step is distinct from s.step))
		union all
		select 'before_differs', t.effect_date, null, null, null, null, null, d.subject, d.stated, d.known,
			t.was_act, t.was_reference, t.was_date, t.act_id, t.reference, t.effect_date
		from t
		cross join lateral (values
			('status', t.before_status_code, t.was_status),
			('corps', (select c.name from career.corps c where c.corps_id = t.before_corps_id and t.before_corps_id <> t.was_corps),
				(select c.name from career.corps c where c.corps_id = t.was_corps and t.before_corps_id <> t.was_corps)),
			('position', t.before_position_code, t.was_position),
			('structure', (select b.name from base.structures b where b.structure_id = t.before_structure_id
				and t.before_structure_id <> t.was_structure),
				(select b.name from base.structures b where b.structure_id = t.was_structure and t.before_structure_id <> t.was_structure)),
			('grade', career_api.grade(t.before_category, case when t.was_scale is not null then t.before_scale end,
					case when t.was_step is not null then t.before_step end),
				career_api.grade(t.was_category, case when t.before_scale is not null then t.was_scale end,
					case when t.before_step is not null then t.was_step end))
		) d (subject, stated, known)
		where d.stated <> d.known
			and not (d.subject = 'grade' and t.before_category = t.was_category   -- already told as missing steps
				and t.before_scale is not distinct from t.was_scale and t.before_step > t.was_step)
			and not (d.subject = 'grade' and t.before_category = t.was_category and t.before_scale is not distinct from t.was_scale
				and coalesce(t.step <= t.was_step, false) and not t.may_lower)    -- already told as lowered, or granted twice
		union all
		select 'overlapping_positions', p.effect_date, null, null, null, null, null, 'position', p.position_code, p.prev_position,
			p.prev_act, p.prev_reference, p.prev_date, p.act_id, p.reference, p.effect_date
		from (
			select t.*, lag(t.position_code) over w as prev_position, lag(t.end_date) over w as prev_end, lag(t.act_id) over w as prev_act,
				lag(t.reference) over w as prev_reference, lag(t.effect_date) over w as prev_date
			from t where t.after_position_code is not null
			window w as (order by t.n)
		) p
		where p.prev_end >= p.effect_date and p.position_code <> 'activite' and p.position_code <> p.prev_position
		union all
		select 'position_expired', t.end_date, t.end_date + 1, null, null, null, 'reintegration', 'position', null, t.position_code,
			t.act_id, t.reference, t.effect_date, null, null, null
		from t
		where t.after_position_code <> 'activite' and t.end_date < current_date
			and not exists (select from t later where later.n > t.n
				and (later.after_position_code is not null or later.kind_code in ('retraite', 'radiation')))
		union all
		select 'missing_proof', t.effect_date, null, null, null, null, t.kind_code, null, null, null,
			null, null, null, t.act_id, t.reference, t.effect_date
		from t where t.proof_code = 'introuvable'
		union all
		select 'before_hire', t.effect_date, who.first_service_date, null, null, null, null, 'date', null, null,
			null, null, null, t.act_id, t.reference, t.effect_date
		from who, t where t.effect_date < who.first_service_date and t.family <> 'certificat'
		union all
		select 'after_retirement', t.effect_date, x.left_on, null, null, null, null, 'date', null, null,
			null, null, null, t.act_id, t.reference, t.effect_date
		from who
		cross join lateral (select coalesce(min(g.effect_date), who.retirement_date) as left_on from t g
			where g.kind_code in ('retraite', 'radiation')) x
		join t on t.effect_date > x.left_on and t.family not in ('retraite', 'certificat', 'autre');
	end;
comment on function career_api.gaps_between is 'What is missing from a career and what contradicts itself in it, with the act to look for.';

create function career_api.gaps_of(agent bigint) returns table (gap_code text, at_date date, expected_date date, category text,
	scale smallint, missing_step smallint, expected_kind_code text, subject_code text, stated text, known text,
	previous_act_id bigint, previous_reference text, previous_date date, act_id bigint, reference text, effect_date date)
	language sql stable
	begin atomic
		select g.*
		from career.agents a
		cross join lateral career_api.gaps_between(a.agent_id, a.first_service_date, a.retirement_date, a.status_code) g
		where a.agent_id = gaps_of.agent;
	end;
comment on function career_api.gaps_of is 'Gaps and contradictions of one agent.';

-- 2. Rows shared by the agent's pages and the clerk's; the caller's row security decides which ones --------------------------

create view career_api.agent_rows with (security_invoker) as
	select a.agent_id, a.matricule, p.family_name, p.given_names, p.sex, p.birth_date, a.status_code, st.label as status_label,
		c.name as corps_name, a.category, a.scale, a.step, career_api.grade(a.category, a.scale, a.step) as grade, a.pay_index,
		a.grade_since, s.name as structure_name, s.code as structure_code, a.structure_since, a.position_code,
		po.label as position_label, a.position_since, a.first_service_date, a.left_on,
		extract(year from age(coalesce(a.left_on, current_date), a.first_service_date))::int as service_years,
		extract(month from age(coalesce(a.left_on, current_date), a.first_service_date))::int as service_months,
		a.next_step_date, case when a.next_step_date is not null then (a.step + 1)::smallint end as next_step,
		coalesce(a.next_step_date < current_date, false) as next_step_late, a.retirement_date, a.lines_count, a.gaps_count,
		a.refreshed_at, a.person_id
	from career.agents a
	join base.persons p on p.person_id = a.person_id
	join career.statuses st on st.status_code = a.status_code
	left join career.corps c on c.corps_id = a.corps_id
	left join career.positions po on po.position_code = a.position_code
	left join base.structures s on s.structure_id = a.structure_id;

create view career_api.act_rows with (security_invoker) as
	select l.agent_id, l.act_line_id, l.act_id, l.line_no, l.effect_date, l.end_date, a.kind_code, k.label as kind_label, k.family,
		a.reference, a.signed_on, a.signatory, i.name as issuer_name, a.subject, a.proof_code, pr.label as proof_label, pr.is_firm,
		a.state_code, case when a.state_code <> 'en_vigueur' then es.label end as state_label,
		career_api.grade(l.before_category, l.before_scale, l.before_step) as before_grade,
		career_api.grade(l.after_category, l.after_scale, l.after_step) as after_grade, l.before_index, l.after_index,
		bc.name as before_corps, ac.name as after_corps, bp.label as before_position, ap.label as after_position,
		bs.name as before_structure, afs.name as after_structure, bt.label as before_status, at.label as after_status, l.note
	from career.act_lines l
	join career.acts a on a.act_id = l.act_id
	join career.act_kinds k on k.kind_code = a.kind_code
	join career.proofs pr on pr.proof_code = a.proof_code
	join career.act_states es on es.state_code = a.state_code
	left join base.structures i on i.structure_id = a.structure_id
	left join career.corps bc on bc.corps_id = l.before_corps_id
	left join career.corps ac on ac.corps_id = l.after_corps_id
	left join career.positions bp on bp.position_code = l.before_position_code
	left join career.positions ap on ap.position_code = l.after_position_code
	left join base.structures bs on bs.structure_id = l.before_structure_id
	left join base.structures afs on afs.structure_id = l.after_structure_id
	left join career.statuses bt on bt.status_code = l.before_status_code
	left join career.statuses at on at.status_code = l.after_status_code;

create function career_api.acts_of(agent bigint, size int, skip int) returns table (act_line_id bigint, act_id bigint,
	effect_date date, end_date date, kind_code text, kind_label text, reference text, signed_on date, before_grade text,
	after_grade text, after_corps text, after_position text, after_structure text, proof_code text, proof_label text,
	state_code text, state_label text)
	language sql stable
	begin atomic
		select l.act_line_id, l.act_id, l.effect_date, l.end_date, a.kind_code, k.label, a.reference, a.signed_on,
			career_api.grade(l.before_category, l.before_scale, l.before_step),
			career_api.grade(l.after_category, l.after_scale, l.after_step), c.name, p.label, s.name, a.proof_code, pr.label,
			a.state_code, case when a.state_code <> 'en_vigueur' then es.label end
		from (
			select l.* from career.act_lines l
			where l.agent_id = acts_of.agent
			order by l.effect_date desc, l.act_line_id desc limit acts_of.size offset acts_of.skip
		) l
		join career.acts a on a.act_id = l.act_id
		join career.act_kinds k on k.kind_code = a.kind_code
		join career.proofs pr on pr.proof_code = a.proof_code
		join career.act_states es on es.state_code = a.state_code
		left join career.corps c on c.corps_id = l.after_corps_id
		left join career.positions p on p.position_code = l.after_position_code
		left join base.structures s on s.structure_id = l.after_structure_id
		order by l.effect_date desc, l.act_line_id desc;
	end;
comment on function career_api.acts_of is 'The latest lines of one agent, newest first.';

create function career_api.situations_of(agent bigint) returns table (from_date date, to_date date, is_current boolean,
	status_code text, status_label text, corps_name text, category text, scale smallint, step smallint, grade text, pay_index int,
	position_code text, position_label text, counts_as_service boolean, structure_name text, act_id bigint, kind_label text,
	reference text)
	language sql stable
	begin atomic
		select d.effect_date, d.until, d.effect_date <= current_date and (d.until is null or d.until >= current_date),
			d.status_code, st.label, c.name, d.category, d.scale, d.step, career_api.grade(d.category, d.scale, d.step), d.pay_index,
			d.position_code, p.label, p.counts_as_service, s.name, d.act_id, k.label, d.reference
		from (
			select f.*, lead(f.effect_date) over (order by f.n) - 1 as until
			from (
				select e.*, row(e.status_code, e.corps_id, e.category, e.scale, e.step, e.pay_index, e.position_code, e.structure_id)
					is distinct from lag(row(e.status_code, e.corps_id, e.category, e.scale, e.step, e.pay_index, e.position_code,
					e.structure_id)) over (order by e.n) or e.ends as changes
				from (
					select t.*, t.kind_code in ('retraite', 'radiation') as ends,
						lead(t.effect_date) over (order by t.n) is not distinct from t.effect_date as is_overtaken
					from career_api.timeline_of(situations_of.agent) t
				) e where not e.is_overtaken or e.ends
			) f where f.changes
		) d
		left join career.statuses st on st.status_code = d.status_code
		left join career.corps c on c.corps_id = d.corps_id
		left join career.positions p on p.position_code = d.position_code
		left join base.structures s on s.structure_id = d.structure_id
		join career.act_kinds k on k.kind_code = d.kind_code
		order by d.n;
	end;
comment on function career_api.situations_of is 'The career as intervals: from, to, and the situation between; days without change of situation make no row.';

create function career_api.gap_rows_of(agent bigint) returns table (gap_code text, gap_label text, is_contradiction boolean,
	at_date date, expected_date date, grade text, expected_kind_label text, subject_code text, stated text, known text,
	previous_act_id bigint, previous_reference text, previous_date date, act_id bigint, reference text, effect_date date)
	language sql stable
	begin atomic
		select g.gap_code, gk.label, gk.is_contradiction, g.at_date, g.expected_date,
			career_api.grade(g.category, g.scale, g.missing_step), k.label, g.subject_code,
			coalesce(ps.label, ss.label, g.stated), coalesce(pk.label, sk.label, g.known), g.previous_act_id, g.previous_reference,
			g.previous_date, g.act_id, g.reference, g.effect_date
		from career_api.gaps_of(gap_rows_of.agent) g
		join career.gap_kinds gk on gk.gap_code = g.gap_code
		left join career.act_kinds k on k.kind_code = g.expected_kind_code
		left join career.positions ps on g.subject_code = 'position' and ps.position_code = g.stated
		left join career.positions pk on g.subject_code = 'position' and pk.position_code = g.known
		left join career.statuses ss on g.subject_code = 'status' and ss.status_code = g.stated
		left join career.statuses sk on g.subject_code = 'status' and sk.status_code = g.known
		order by coalesce(g.expected_date, g.at_date) nulls first, gk.sort, g.missing_step;
	end;
comment on function career_api.gap_rows_of is 'Gaps and contradictions in words, oldest first.';

-- Each line of the explanation carries its value, where it comes from, and how sure that is.
create function career_api.retirement_rows_of(agent bigint) returns table (line_code text, label text, value text, value_date date,
	source text, certainty_code text, is_demo boolean)
	language sql stable
	begin atomic
		with who as (
			select a.agent_id, p.birth_date, a.first_service_date, a.status_code, a.category, c.age_group, c.is_demo as corps_is_demo,
				c.name as corps_name, coalesce(a.pension_code, st.pension_code) as pension, st.label as status_label
			from career.agents a
			join base.persons p on p.person_id = a.person_id
			join career.statuses st on st.status_code = a.status_code
			left join career.corps c on c.corps_id = a.corps_id
			where a.agent_id = retirement_rows_of.agent
		), r as (
			select x.* from who cross join lateral career_api.retirement_of(who.birth_date, who.status_code, who.category,
				who.age_group, who.pension) x
		)
		select v.line_code, v.label, v.value, v.value_date, v.source, v.certainty, v.is_demo
		from (
			select 1 as sort, 'naissance' as line_code, 'Date de naissance' as label,
				case when who.birth_date is null then 'Non connue' end as value, who.birth_date as value_date,
				'État civil' as source, null::text as certainty, false as is_demo from who
			union all select 2, 'situation', 'Situation retenue', concat_ws(', ', who.status_label, 'catégorie ' || who.category,
				case when who.age_group is not null then who.corps_name end), null, 'Actes de la carrière', null,
				who.age_group is not null and who.corps_is_demo from who
			union all select 3, 'regime', 'Régime de pension', coalesce(who.pension, 'Non connu'), null, 'Statut', null, false from who
			union all select 4, 'age', 'Limite d’âge : ' || r.target, r.age || ' ans', null, r.source, r.certainty, r.is_demo from r
			union all select 5, 'anniversaire', 'Jour où cet âge est atteint', null, r.limit_date, 'Calcul', null, false from r
			union all select 6, 'effet', 'Date d’effet', r.effect_label, null, r.effect_source, r.effect_certainty, r.effect_is_demo from r
			union all select 7, 'depart', 'Départ probable à la retraite', null, r.effect_date, 'Calcul', null,
				r.is_demo or r.effect_is_demo from r
			union all select 7, 'inconnu', 'Départ probable à la retraite', 'Ne peut pas être calculé : règle non connue', null,
				'—', 'inconnu', false from who where not exists (select from r)
			union all select 8, 'trente_ans', 'Trente ans de service atteints (règle contestée depuis 2017, signalée sans être appliquée)', null,
				(who.first_service_date + interval '30 years')::date, r.source, 'inconnu', false
				from who cross join r where r.thirty_years_code = 'avertir' and r.alternative like '30 ans%'
				and who.first_service_date + interval '30 years' < r.effect_date
			union all select 9, 'anticipe', 'Départ possible à la demande à partir de ' || e.age || ' ans', null,
				(who.birth_date + make_interval(years => e.age::int))::date, e.source, e.certainty, e.is_demo
				from who cross join r join career.retirement_ages e on e.nature = 'anticipe' and e.age < r.age
				and (e.status_code is null or e.status_code = who.status_code)
				and (e.pension_code is null or e.pension_code = who.pension)
				and who.birth_date + make_interval(years => e.age::int) >= e.valid_from
		) v
		order by v.sort;
	end;
comment on function career_api.retirement_rows_of is 'Why that retirement date: each line with its source and certainty; what is not known is said.';

-- The printed état des services: every line in force that says something of the service, with the day it ended.
create function career_api.service_rows_of(agent bigint) returns table (n int, from_date date, to_date date, kind_label text,
	reference text, signed_on date, proof_code text, proof_label text, is_firm boolean, grade text, pay_index int, corps_name text,
	position_label text, counts_as_service boolean, structure_name text, act_id bigint)
	language sql stable
	begin atomic
		select t.n, t.effect_date, lead(t.effect_date) over (order by t.n) - 1, k.label, t.reference, t.signed_on, t.proof_code,
			pr.label, pr.is_firm, career_api.grade(t.category, t.scale, t.step), t.pay_index, c.name, p.label, p.counts_as_service,
			s.name, t.act_id
		from career_api.timeline_of(service_rows_of.agent) t
		join career.act_kinds k on k.kind_code = t.kind_code and k.family <> 'certificat'
		join career.proofs pr on pr.proof_code = t.proof_code
		left join career.corps c on c.corps_id = t.corps_id
		left join career.positions p on p.position_code = t.position_code
		left join base.structures s on s.structure_id = t.structure_id
		order by t.n;
	end;
comment on function career_api.service_rows_of is 'The lines of an état des services, oldest first.';

revoke execute on all functions in schema career_api from public;
grant select on career_api.agent_rows, career_api.act_rows to web_self, web_clerk;
grant execute on function career_api.grade, career_api.timeline_of, career_api.situation_at, career_api.step_rule_of,
	career_api.retirement_of, career_api.gaps_between, career_api.gaps_of, career_api.situations_of, career_api.gap_rows_of,
	career_api.retirement_rows_of, career_api.service_rows_of, career_api.acts_of to web_self, web_clerk;
reset role;
