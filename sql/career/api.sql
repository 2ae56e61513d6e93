-- What pages ask about careers. Dropped and rebuilt. In this order: the derivation (what the acts in force say), the agent's
-- own pages, the clerk's search and files, the export, and what keeps the derived columns of career.agents right.
-- Reads are inlinable SQL under the caller's row security; search and export apply the scope themselves and say so.
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

-- 3. The agent's own pages (web_self): row security says whose rows these are ------------------------------------------------

create function career_api.my_agent() returns setof career_api.agent_rows
	language sql stable
	begin atomic
		select r.* from career_api.agent_rows r;
	end;
comment on function career_api.my_agent is 'Who I am as an agent: one row, none if I am not one.';

create function career_api.my_acts(size int, skip int) returns table (act_line_id bigint, act_id bigint,
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
			order by l.effect_date desc, l.act_line_id desc limit my_acts.size offset my_acts.skip
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
comment on function career_api.my_acts is 'My lines of acts, newest first: the index gives that page of lines, then each finds its act.';

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

-- 4. The clerk's pages (web_clerk). Search applies the scope itself: under row security LIKE could not use the trigram index. --

create function career_api.search_where(words text, of_matricule text, structure bigint, corps bigint, status text, category text,
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
	if btrim(of_matricule) <> '' then
		said := said || format(' and a.matricule = %L', upper(btrim(of_matricule)));
	end if;
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

create function career_api.search(words text, of_matricule text, structure bigint, corps bigint, status text, of_category text,
	only_gaps boolean, size int, skip int)
	returns table (agent_id bigint, matricule text, family_name text, given_names text, status_code text, corps_name text, grade text,
		structure_code text, structure_name text, position_label text, retirement_date date, next_step_date date, gaps_count int)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query execute '
		select a.agent_id, a.matricule, p.family_name, p.given_names, a.status_code, c.name,
			career_api.grade(a.category, a.scale, a.step), s.code, s.name, po.label, a.retirement_date, a.next_step_date, a.gaps_count
		from (select a.* from career.agents a where '
			|| career_api.search_where(words, of_matricule, structure, corps, status, of_category, only_gaps)
			|| ' order by a.search_text limit ' || least(greatest(coalesce(size, 50), 1), 200)
			|| ' offset ' || greatest(coalesce(skip, 0), 0) || ') a
		join base.persons p on p.person_id = a.person_id
		left join career.corps c on c.corps_id = a.corps_id
		left join base.structures s on s.structure_id = a.structure_id
		left join career.positions po on po.position_code = a.position_code
		order by a.search_text';
end $$;
comment on function career_api.search is 'Agents of the structures I serve, by words of the name or matricule and filters, sorted by name.';

create function career_api.search_total(words text, of_matricule text, structure bigint, corps bigint, status text, of_category text,
	only_gaps boolean)
	returns table (total int, is_capped boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query execute 'select least(count(*), 1000)::int, count(*) > 1000 from (select from career.agents a where '
		|| career_api.search_where(words, of_matricule, structure, corps, status, of_category, only_gaps) || ' limit 1001) a';
end $$;
comment on function career_api.search_total is 'How many agents a search finds, counted up to a thousand.';

create function career_api.filter_structures() returns table (structure_id bigint, code text, name text, kind text)
	language sql stable
	begin atomic
		select s.structure_id, s.code, s.name, s.kind from base.structures s
		where s.rank <@ (select m.ranks from base.my_spans m) and s.closed_on is null
		order by s.rank;
	end;
comment on function career_api.filter_structures is 'Structures I serve, in the order of the tree.';

create function career_api.filter_corps() returns table (corps_id bigint, name text, category text)
	language sql stable
	begin atomic
		select c.corps_id, c.name, c.category from career.corps c order by c.name;
	end;
comment on function career_api.filter_corps is 'Corps, by name.';

create function career_api.filter_statuses() returns table (status_code text, label text)
	language sql stable
	begin atomic
		select s.status_code, s.label from career.statuses s order by s.label;
	end;
comment on function career_api.filter_statuses is 'Statuses, by name.';

create function career_api.filter_categories() returns table (category text, label text)
	language sql stable
	begin atomic
		select c.category, c.label from career.categories c order by c.category;
	end;
comment on function career_api.filter_categories is 'Categories, A to E.';

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

-- 5. Export (web_export): the whole search, and a trace in every file that left -----------------------------------------------

create function career_api.export_rows(words text, of_matricule text, structure bigint, corps bigint, status text, of_category text,
	only_gaps boolean, reason text)
	returns table (matricule text, family_name text, given_names text, sex text, birth_date date, status_code text, corps_name text,
		category text, scale smallint, step smallint, pay_index int, grade_since date, position_label text, structure_code text,
		structure_name text, first_service_date date, next_step_date date, retirement_date date, gaps_count int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	as_ record;
begin
	if coalesce(length(btrim(reason)), 0) not between 3 and 300 then
		raise exception using errcode = 'GU422', message = 'career.reason_missing', column = 'reason';
	end if;
	select * into as_ from career_api.viewer_role('career.export', null);
	return query execute '
		with found as (
			select a.* from career.agents a where '
				|| career_api.search_where(words, of_matricule, structure, corps, status, of_category, only_gaps)
				|| ' order by a.search_text limit 100000
		), noted as (
			insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
			select f.person_id, (select m.person_id from base.me m), $1, $2, ''export'', $3 from found f
		)
		select a.matricule, p.family_name, p.given_names, p.sex, p.birth_date, a.status_code, c.name, a.category, a.scale, a.step,
			a.pay_index, a.grade_since, po.label, s.code, s.name, a.first_service_date, a.next_step_date, a.retirement_date, a.gaps_count
		from found a
		join base.persons p on p.person_id = a.person_id
		left join career.corps c on c.corps_id = a.corps_id
		left join base.structures s on s.structure_id = a.structure_id
		left join career.positions po on po.position_code = a.position_code
		order by a.search_text'
		using as_.structure_id, as_.role_code, btrim(reason);
end $$;
comment on function career_api.export_rows is 'Every agent of a search, up to 100,000, each noted as consulted for that reason.';

-- 6. Keeping the derived columns right ---------------------------------------------------------------------------------------

create function career_api.current_of(agent bigint) returns table (status_code text, corps_id bigint, category text, scale smallint,
	step smallint, pay_index int, position_code text, structure_id bigint, grade_since date, step_since date, position_since date,
	structure_since date, left_on date, last_effect_date date, lines_count int)
	language sql stable
	begin atomic
		select c.status_code, c.corps_id, c.category, c.scale, c.step, c.pay_index, c.position_code, c.structure_id, c.grade_since,
			c.step_since, c.position_since, c.structure_since, c.left_on, c.last_effect_date, c.lines_count
		from (
			select t.*, max(t.effect_date) filter (where t.grade_moves) over () as grade_since,
				max(t.effect_date) filter (where t.sets_step and t.after_step is not null) over () as step_since,
				max(t.effect_date) filter (where t.position_moves) over () as position_since,
				max(t.effect_date) filter (where t.structure_moves) over () as structure_since,
				min(t.effect_date) filter (where t.kind_code in ('retraite', 'radiation')) over () as left_on
			from (
				select t.*, count(*) over ()::int as lines_count, max(t.effect_date) over () as last_effect_date,
					t.category is distinct from lag(t.category) over w or t.scale is distinct from lag(t.scale) over w
						or t.step is distinct from lag(t.step) over w as grade_moves,
					t.position_code is distinct from lag(t.position_code) over w as position_moves,
					t.structure_id is distinct from lag(t.structure_id) over w as structure_moves
				from career_api.timeline_of(current_of.agent) t
				window w as (order by t.n)
			) t where t.effect_date <= current_date
		) c
		order by c.n desc
		limit 1;
	end;
comment on function career_api.current_of is 'The situation of today with the day each part of it began, from the acts in force.';

-- One slice after the other, so that seventy thousand agents make neither one huge sort nor one huge lock.
-- Compiling such a plan costs more than running it: jit off makes it five times as fast.
create function career_api.refresh_agents(agents bigint[]) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
declare
	slice   bigint[];
	first_  int;
	changed int;
	total   int := 0;
begin
	perform set_config('guichet.deriving', 'on', true);           -- see agent_typed
	for first_ in select generate_series(1, coalesce(cardinality(agents), 0), 1000) loop
		slice := agents[first_:first_ + 999];
		update career.agents u set status_code = f.status_code, structure_id = f.structure_id, structure_rank = f.structure_rank,
			corps_id = f.corps_id, category = f.category, scale = f.scale, step = f.step, pay_index = f.pay_index,
			position_code = f.position_code, grade_since = f.grade_since, structure_since = f.structure_since,
			position_since = f.position_since, next_step_date = f.next_step_date, retirement_date = f.retirement_date,
			left_on = f.left_on, last_effect_date = f.last_effect_date, lines_count = f.lines_count, gaps_count = f.gaps_count,
			refreshed_at = now()
		from (
			select a.agent_id, d.status_code, d.structure_id, coalesce(s.rank, root.rank) as structure_rank, c.corps_id, c.category,
				c.scale, c.step, c.pay_index, c.position_code, c.grade_since, c.structure_since, c.position_since,
				case when c.left_on is null and c.position_code is distinct from 'disponibilite'
					and c.position_code is distinct from 'sous_drapeaux' and c.step < sr.max_step
					and coalesce(n.next_step_date < r.effect_date, true) then n.next_step_date end as next_step_date,
				r.effect_date as retirement_date, c.left_on, c.last_effect_date, coalesce(c.lines_count, 0) as lines_count, g.gaps_count
			from unnest(slice) i (id)
			join career.agents a on a.agent_id = i.id
			join base.persons p on p.person_id = a.person_id
			left join lateral career_api.current_of(a.agent_id) c on true
			cross join lateral (select coalesce(c.status_code, a.entry_status_code, a.status_code) as status_code,
				coalesce(c.structure_id, a.entry_structure_id) as structure_id) d
			left join base.structures s on s.structure_id = d.structure_id
			cross join (select min(b.rank) as rank from base.structures b) root    -- posted nowhere: seen from the root alone
			left join career.corps co on co.corps_id = c.corps_id
			left join career.statuses st on st.status_code = d.status_code
			left join lateral career_api.retirement_of(p.birth_date, d.status_code, c.category, co.age_group,
				coalesce(a.pension_code, st.pension_code)) r on true
			left join lateral career_api.step_rule_of(d.status_code, c.category, c.step_since) sr on true
			cross join lateral (select (c.step_since + make_interval(months => sr.months))::date as next_step_date) n
			cross join lateral (select count(*)::int as gaps_count from career_api.gaps_between(a.agent_id, a.first_service_date,
				r.effect_date, d.status_code)) g
		) f
		where u.agent_id = f.agent_id and row(u.status_code, u.structure_id, u.structure_rank, u.corps_id, u.category, u.scale, u.step,
			u.pay_index, u.position_code, u.grade_since, u.structure_since, u.position_since, u.next_step_date, u.retirement_date,
			u.left_on, u.last_effect_date, u.lines_count, u.gaps_count, u.refreshed_at is null)
			is distinct from row(f.status_code, f.structure_id, f.structure_rank, f.corps_id, f.category, f.scale, f.step,
			f.pay_index, f.position_code, f.grade_since, f.structure_since, f.position_since, f.next_step_date, f.retirement_date,
			f.left_on, f.last_effect_date, f.lines_count, f.gaps_count, false);
		get diagnostics changed = row_count;
		total := total + changed;
	end loop;
	perform set_config('guichet.deriving', '', true);
	return total;
end $$;
comment on function career_api.refresh_agents is 'Derives again the situation of these agents from their acts; returns how many changed. Call it after writing lines.';

create function career_api.refresh_all() returns int
	language sql volatile security definer set search_path = pg_catalog, pg_temp
	as $$ select career_api.refresh_agents(array(select a.agent_id from career.agents a order by a.agent_id)) $$;
comment on function career_api.refresh_all is 'Derives every agent again: after a bulk import, after a change of a dated rule, and once a month since time makes steps overdue.';

create function career_api.agent_names() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	new.matricule := upper(btrim(new.matricule));
	new.search_text := (select btrim(regexp_replace(base.fold(p.family_name || ' ' || p.given_names || ' ' || new.matricule), '\s+', ' ', 'g'))
		from base.persons p where p.person_id = new.person_id);
	if tg_op = 'INSERT' then                                       -- until refreshed: what was declared
		new.entry_status_code := coalesce(new.entry_status_code, new.status_code);
		new.entry_structure_id := coalesce(new.entry_structure_id, new.structure_id);
		new.status_code := coalesce(new.status_code, new.entry_status_code);
		new.structure_id := coalesce(new.structure_id, new.entry_structure_id);
		new.structure_rank := coalesce((select s.rank from base.structures s where s.structure_id = new.structure_id),
			(select min(s.rank) from base.structures s));
	end if;
	return new;
end $$;
comment on function career_api.agent_names is 'Keeps the matricule upper-case and the searchable text of an agent.';
create trigger agent_names before insert or update of person_id, matricule on career.agents
	for each row execute function career_api.agent_names();

create function career_api.agent_typed() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if current_setting('guichet.deriving', true) is distinct from 'on' then
		raise exception using errcode = 'GU409', message = 'career.derived';
	end if;
	return new;
end $$;
comment on function career_api.agent_typed is 'The situation of an agent is derived from acts: nobody types it, not even a function that owns the table.';
create trigger agent_typed before update of status_code, structure_id, corps_id, category, scale, step, pay_index, position_code,
	grade_since, structure_since, position_since, next_step_date, retirement_date, left_on, lines_count, gaps_count on career.agents
	for each row execute function career_api.agent_typed();

create function career_api.person_renamed() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update career.agents a set matricule = a.matricule where a.person_id = new.person_id;
	if new.birth_date is distinct from old.birth_date then
		perform career_api.refresh_agents(array(select a.agent_id from career.agents a where a.person_id = new.person_id));
	end if;
	return null;
end $$;
comment on function career_api.person_renamed is 'A corrected name is searchable at once; a corrected birth date moves the retirement date.';
create trigger person_renamed after update of family_name, given_names, birth_date on base.persons
	for each row when (row(old.family_name, old.given_names, old.birth_date) is distinct from row(new.family_name, new.given_names, new.birth_date))
	execute function career_api.person_renamed();

create function career_api.structures_ranked() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update career.agents a set structure_rank = s.rank from base.structures s
	where s.structure_id = a.structure_id and a.structure_rank is distinct from s.rank;
	return null;
end $$;
comment on function career_api.structures_ranked is 'When the tree is ranked again, the scope of every agent follows.';
create trigger structures_ranked after update of rank on base.structures
	for each statement execute function career_api.structures_ranked();

create function career_api.act_moved() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from career.act_state_moves m where m.from_code = old.state_code and m.to_code = new.state_code) then
		raise exception using errcode = 'GU409', message = 'career.act_state';
	end if;
	perform career_api.refresh_agents(array(select distinct l.agent_id from career.act_lines l where l.act_id = new.act_id));
	return null;
end $$;
comment on function career_api.act_moved is 'An act changes state only as allowed, and the situations it made are derived again.';
create trigger act_moved after update of state_code on career.acts
	for each row when (old.state_code <> new.state_code) execute function career_api.act_moved();

-- 7. Who may call what -------------------------------------------------------------------------------------------------------

revoke execute on all functions in schema career_api from public;
grant select on career_api.agent_rows, career_api.act_rows to web_self, web_clerk;
grant execute on function career_api.grade, career_api.timeline_of, career_api.situation_at, career_api.step_rule_of,
	career_api.retirement_of, career_api.gaps_between, career_api.gaps_of, career_api.situations_of, career_api.gap_rows_of,
	career_api.retirement_rows_of, career_api.service_rows_of, career_api.acts_of to web_self, web_clerk;
grant execute on function career_api.my_agent, career_api.my_acts, career_api.my_line, career_api.my_situations, career_api.my_gaps,
	career_api.my_retirement, career_api.my_service_state, career_api.my_consultations to web_self;
grant execute on function career_api.search, career_api.search_total, career_api.filter_structures, career_api.filter_corps,
	career_api.filter_statuses, career_api.filter_categories, career_api.open_file, career_api.agent_file, career_api.agent_acts,
	career_api.agent_line, career_api.agent_situations, career_api.agent_gaps, career_api.agent_retirement,
	career_api.agent_service_state to web_clerk;
grant execute on function career_api.export_rows to web_export;
grant execute on function career_api.filter_structures, career_api.filter_corps, career_api.filter_statuses,
	career_api.filter_categories to web_export;
grant execute on function career_api.refresh_agents, career_api.refresh_all to worker;
reset role;
