-- The agents behind the counts: lists and exports, within the scope of who is asking. Rebuilt after api.sql.
set role guichet_owner;

-- One row an agent: the day, the rule that gives it, its source, how sure it is; the rule that is disputed warns and decides nothing.
create view cohorts_api.leaving_rows as
	select a.agent_id, a.person_id, a.matricule, p.family_name, p.given_names, p.sex, p.birth_date, a.status_code, c.name as corps_name, a.category,
		career_api.grade(a.category, a.scale, a.step) as grade, s.code as structure_code, s.name as structure_name, a.retirement_date, a.first_service_date,
		a.search_text, r.age, r.target, r.source, r.certainty as certainty_code, coalesce(r.is_demo or r.effect_is_demo, false) as date_is_demo, r.effect_label,
		r.effect_source, r.effect_certainty as effect_code,
		case when r.thirty_years_code = 'avertir' and r.alternative like '30 ans%' and a.first_service_date + interval '30 years' < a.retirement_date
			then (a.first_service_date + interval '30 years')::date end as thirty_years_date,
		case when a.retirement_date is not null then null when p.birth_date is null then 'naissance' when a.category is null then 'categorie' else 'regle' end as unknown_code,
		f.file_id, f.number as file_number, f.label as file_label, coalesce(f.due_on < current_date and not f.is_over, false) as file_late
	from career.agents a
	join base.persons p on p.person_id = a.person_id
	join career.statuses st on st.status_code = a.status_code
	left join career.corps c on c.corps_id = a.corps_id
	left join base.structures s on s.structure_id = a.structure_id
	left join lateral career_api.retirement_of(p.birth_date, a.status_code, a.category, c.age_group, coalesce(a.pension_code, st.pension_code)) r on true
	left join lateral (
		select f.file_id, f.number, s.label, f.due_on, s.is_over from pensions.files f join pensions.states s on s.state_code = f.state_code
		where f.agent_id = a.agent_id and f.kind_code <> 'reversion' order by f.closed_at desc nulls first, f.file_id desc limit 1
	) f on true;
comment on view cohorts_api.leaving_rows is 'Agents, each with the rule of his departure and his pension file; functions of this schema alone read it.';

create function cohorts_api.leaving_where(view text, year int, quarter int, category text, corps bigint, structure bigint, sex text) returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	days record;
	said text;
begin
	perform cohorts_api.corps_known(corps);
	select * into days from cohorts_api.period(year, quarter);
	-- Ranks written out, so that the planner knows how many agents each one holds.
	said := coalesce((select '(' || string_agg(format('a.structure_rank >= %s and a.structure_rank < %s', lower(r), upper(r)), ' or ') || ')'
		from unnest(cohorts_api.reach(structure)) r), 'false') || ' and a.left_on is null';
	said := said || case view when 'inconnue' then ' and a.retirement_date is null' when 'passee' then ' and a.retirement_date < current_date'
		else format(' and a.retirement_date >= %L and a.retirement_date < %L', days.from_date, days.to_date) end;
	return said || case when category <> '' then format(' and a.category = %L', category) else '' end
		|| case when corps is not null then format(' and a.corps_id = %s', corps) else '' end
		|| ' and exists (select from base.persons p where p.person_id = a.person_id and p.deceased_on is null'
		|| case when sex <> '' then format(' and p.sex = %L', sex) else '' end || ')';
end $$;
comment on function cohorts_api.leaving_where is 'Condition of a list within the scope of who is asking; every value is quoted here.';

create function cohorts_api.leaving(view text, year int, quarter int, category text, corps bigint, structure bigint, sex text, size int, skip int)
	returns table (agent_id bigint, matricule text, family_name text, given_names text, corps_name text, grade text, structure_code text, structure_name text,
		retirement_date date, age smallint, target text, source text, certainty_code text, effect_label text, effect_source text, effect_code text, date_is_demo boolean,
		thirty_years_date date, thirty_years_past boolean, unknown_code text, file_id bigint, file_number text, file_label text, file_late boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
begin
	return query execute '
		select v.agent_id, v.matricule, v.family_name, v.given_names, v.corps_name, v.grade, v.structure_code, v.structure_name, v.retirement_date, v.age, v.target,
			v.source, v.certainty_code, v.effect_label, v.effect_source, v.effect_code, v.date_is_demo, v.thirty_years_date,
			coalesce(v.thirty_years_date <= current_date, false), v.unknown_code, v.file_id, v.file_number, v.file_label, v.file_late
		from (select a.agent_id from career.agents a where ' || cohorts_api.leaving_where(view, year, quarter, category, corps, structure, sex)
			|| ' order by a.retirement_date, a.search_text limit $1 offset $2) a
		join cohorts_api.leaving_rows v on v.agent_id = a.agent_id
		order by v.retirement_date, v.search_text'
		using least(greatest(size, 1), 200), greatest(skip, 0);
end $$;
comment on function cohorts_api.leaving is 'One page of the agents who leave, whose day has passed, or whose day is not known, by date.';

create function cohorts_api.leaving_total(view text, year int, quarter int, category text, corps bigint, structure bigint, sex text) returns table (total int)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
begin
	return query execute 'select count(*)::int from career.agents a where ' || cohorts_api.leaving_where(view, year, quarter, category, corps, structure, sex);
end $$;
comment on function cohorts_api.leaving_total is 'How many a list holds.';

create function cohorts_api.allow_export() returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
	as $$ select set_config('statement_timeout', '60s', true) $$;
comment on function cohorts_api.allow_export is 'Asked just before an export: twenty thousand people cannot be noted within the ten seconds of a page.';

create function cohorts_api.export(view text, year int, quarter int, category text, corps bigint, structure bigint, sex text, reason text)
	returns table (matricule text, family_name text, given_names text, sexe text, birth_date date, status_code text, corps_name text, categorie text, grade text,
		structure_code text, structure_name text, first_service_date date, retirement_date date, age smallint, rule text, source text, certainty_code text, effect_label text,
		effect_source text, effect_code text, is_demo text, thirty_years_date date, unknown_code text, file_number text, file_label text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
declare
	me   bigint := (select m.person_id from base.me m);
	as_  record;
	many bigint;
begin
	if coalesce(length(btrim(reason)), 0) not between 3 and 270 then
		raise exception using errcode = 'GU422', message = 'clerk.reason_choose', column = 'motif';
	end if;
	select * into as_ from career_api.viewer_role('pensions.desk', null);
	return query execute '
		with found as materialized (
			select a.agent_id, a.person_id from career.agents a where ' || cohorts_api.leaving_where(view, year, quarter, category, corps, structure, sex) || ' limit 100000
		), noted as (
			insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason)
			select f.person_id, $4, $1, $2, ''export'', $3 from found f
		)
		select v.matricule, v.family_name, v.given_names, v.sex, v.birth_date, v.status_code, v.corps_name, v.category, v.grade, v.structure_code, v.structure_name,
			v.first_service_date, v.retirement_date, v.age, v.target, v.source, v.certainty_code, v.effect_label, v.effect_source, v.effect_code,
			case when v.date_is_demo then ''oui'' end, v.thirty_years_date, v.unknown_code, v.file_number, v.file_label
		from found x join cohorts_api.leaving_rows v on v.agent_id = x.agent_id
		order by v.retirement_date, v.search_text'
		using as_.structure_id, as_.role_code, 'Export des départs à la retraite : ' || btrim(reason), me;
	get diagnostics many = row_count;
	perform base_api.note('pensions.desk', 'export', 'departs', 'fait', jsonb_build_object('lignes', many, 'motif', btrim(reason)));
end $$;
comment on function cohorts_api.export is 'Every agent of a list: each one reads that he was in it and why, and the journal has one line.';

revoke execute on function cohorts_api.leaving_where, cohorts_api.leaving, cohorts_api.leaving_total, cohorts_api.allow_export, cohorts_api.export from public;
grant execute on function cohorts_api.leaving, cohorts_api.leaving_total, cohorts_api.allow_export, cohorts_api.export to web_pensions;
reset role;
