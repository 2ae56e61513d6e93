-- What the pages of this service ask. Dropped and rebuilt. Reads are inlinable SQL under the caller's row security: it says whose rows these are.
drop schema if exists pensions_api cascade;
create schema pensions_api authorization guichet_owner;
grant usage on schema pensions_api to gate, worker, web_self, web_pensions;
set role guichet_owner;

create function pensions_api.person_of(agent bigint) returns table (matricule text, family_name text, given_names text, sex_code text, birth_date date,
	status_label text, pension_code text, first_service_date date, left_on date, age smallint, limit_date date, effect_date date, target text,
	limit_source text, limit_certainty_code text, limit_is_demo boolean, effect_label text, effect_source text, effect_certainty_code text,
	effect_is_demo boolean, early_date date, early_source text, early_certainty_code text, thirty_years_date date)
	language sql stable
	begin atomic
		select a.matricule, p.family_name, p.given_names, p.sex, p.birth_date, st.label, coalesce(a.pension_code, st.pension_code), a.first_service_date,
			a.left_on, r.age, r.limit_date, r.effect_date, r.target, r.source, r.certainty, r.is_demo, r.effect_label, r.effect_source,
			r.effect_certainty, r.effect_is_demo, e.early_date, e.source, e.certainty,
			case when r.thirty_years_code = 'avertir' and r.alternative like '30 ans%'
				and a.first_service_date + interval '30 years' < r.effect_date then (a.first_service_date + interval '30 years')::date end
		from career.agents a
		join base.persons p on p.person_id = a.person_id
		join career.statuses st on st.status_code = a.status_code
		left join career.corps c on c.corps_id = a.corps_id
		left join lateral career_api.retirement_of(p.birth_date, a.status_code, a.category, c.age_group,
			coalesce(a.pension_code, st.pension_code)) r on true
		left join lateral (
			select (p.birth_date + make_interval(years => x.age::int))::date as early_date, x.source, x.certainty
			from career.retirement_ages x
			where x.nature = 'anticipe' and x.age < r.age and (x.status_code is null or x.status_code = a.status_code)
				and (x.pension_code is null or x.pension_code = coalesce(a.pension_code, st.pension_code))
				and p.birth_date + make_interval(years => x.age::int) >= x.valid_from
				and (x.valid_to is null or p.birth_date + make_interval(years => x.age::int) < x.valid_to)
			order by x.age limit 1
		) e on true
		where a.agent_id = person_of.agent;
	end;
comment on function pensions_api.person_of is 'Who an agent is for a pension, the day his age limit takes effect and the day from which he may ask to leave, with their sources.';

-- A stretch ends on the day before until_date; the last one is open. What the acts do not say is null, never a guess.
create function pensions_api.services_of(agent bigint) returns table (from_date date, until_date date, label text, counts boolean, counts_is_demo boolean,
	pension_code text, grade text, pay_index int, reference text, is_firm boolean)
	language sql stable
	begin atomic
		select s.from_date, s.to_date + 1, coalesce(s.position_label, 'Position non précisée'), s.counts_as_service, coalesce(po.is_demo, false),
			case when s.status_code = a.status_code then coalesce(a.pension_code, st.pension_code) else st.pension_code end, s.grade, s.pay_index,
			s.reference, pr.is_firm
		from career.agents a
		cross join lateral career_api.situations_of(a.agent_id) s
		join career.acts t on t.act_id = s.act_id
		join career.proofs pr on pr.proof_code = t.proof_code
		left join career.positions po on po.position_code = s.position_code
		left join career.statuses st on st.status_code = s.status_code
		where a.agent_id = services_of.agent and t.kind_code not in ('retraite', 'radiation') and s.from_date < coalesce(a.left_on, 'infinity')
		order by s.from_date;
	end;
comment on function pensions_api.services_of is 'A career as stretches of time that count, do not count, or of which no text says so.';

create function pensions_api.facts_of(agent bigint) returns table (kind_code text, value int, label text, reference text, source text, is_proven boolean)
	language sql stable
	begin atomic
		select f.kind_code, f.value, f.label, f.reference, f.source, f.is_proven from pensions.facts f
		where f.agent_id = facts_of.agent and f.void_at is null order by f.fact_id;
	end;
comment on function pensions_api.facts_of is 'Bonuses, children and unfitness known of an agent, each with its paper.';

create function pensions_api.my_person() returns table (matricule text, family_name text, given_names text, sex_code text, birth_date date,
	status_label text, pension_code text, first_service_date date, left_on date, age smallint, limit_date date, effect_date date, target text,
	limit_source text, limit_certainty_code text, limit_is_demo boolean, effect_label text, effect_source text, effect_certainty_code text,
	effect_is_demo boolean, early_date date, early_source text, early_certainty_code text, thirty_years_date date)
	language sql stable
	begin atomic
		select p.* from career.me m cross join lateral pensions_api.person_of(m.agent_id) p;
	end;
comment on function pensions_api.my_person is 'Who I am for a pension: one row, none if I am not an agent.';

create function pensions_api.my_services() returns table (from_date date, until_date date, label text, counts boolean, counts_is_demo boolean,
	pension_code text, grade text, pay_index int, reference text, is_firm boolean)
	language sql stable
	begin atomic
		select s.* from career.me m cross join lateral pensions_api.services_of(m.agent_id) s order by s.from_date;
	end;
comment on function pensions_api.my_services is 'My career as stretches of time that count, do not count, or of which no text says so.';

create function pensions_api.my_facts() returns table (kind_code text, value int, label text, reference text, source text, is_proven boolean)
	language sql stable
	begin atomic
		select f.* from career.me m cross join lateral pensions_api.facts_of(m.agent_id) f;
	end;
comment on function pensions_api.my_facts is 'Bonuses, children and unfitness known of me, each with its paper.';

create function pensions_api.parameters() returns table (name text, valid_from date, valid_to date, amount bigint, source text, certainty_code text,
	is_demo boolean)
	language sql stable
	begin atomic
		select substr(p.name, 9), p.valid_from, p.valid_to, case when jsonb_typeof(p.value) = 'number' then (p.value #>> '{}')::numeric::bigint end,
			p.source, p.certainty, p.is_demo
		from base.parameters p where p.name like 'pension.%' order by p.name, p.valid_from;
	end;
comment on function pensions_api.parameters is 'The dated values of the computation, all of them: each possible date takes those of its day.';

revoke execute on all functions in schema pensions_api from public;
grant execute on function pensions_api.person_of, pensions_api.services_of, pensions_api.facts_of, pensions_api.my_person, pensions_api.my_services,
	pensions_api.my_facts, pensions_api.parameters to web_self;
grant execute on function pensions_api.parameters to worker, web_pensions;
reset role;
