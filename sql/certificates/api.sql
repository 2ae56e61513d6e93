-- Certificates: what a file says, whether the conditions hold, what the paper will say. Dropped and rebuilt; the agent's pages, the
-- desk's and the issuing follow in api_own.sql, api_desk.sql and api_issue.sql.
drop schema if exists certificates_api cascade;
create schema certificates_api authorization guichet_owner;
grant usage on schema certificates_api to gate, worker, web_self, web_certificates;
set role guichet_owner;

-- 1. What the file says today -------------------------------------------------------------------------------------------------

create type certificates_api.facts as (agent_id bigint, person_id bigint, family_name text, given_names text, sex text, birth_date date,
	matricule text, status_label text, corps_name text, category text, scale smallint, step smallint, grade text, structure_id bigint,
	structure_name text, structure_rank int, is_departmental boolean, ministry_name text, position_code text, position_label text,
	first_service_date date, left_on date, retirement_on date, limit_age smallint, limit_date date, limit_target text, limit_source text,
	limit_is_demo boolean, effect_label text, effect_source text, effect_is_demo boolean, entry_act bigint, position_act bigint,
	posting_act bigint, leaving_act bigint, removal_act bigint, mutation_act bigint, absence_act bigint, absence_to date);

create function certificates_api.facts_of(agent bigint) returns certificates_api.facts
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f certificates_api.facts;
	d record;
	a record;
begin
	select x.agent_id, x.person_id, p.family_name, p.given_names, p.sex, p.birth_date, x.matricule, st.label as status_label, c.name as corps_name,
		x.category, x.scale, x.step, career_api.grade(x.category, x.scale, x.step) as grade, x.structure_id, s.name as structure_name, s.rank,
		x.position_code, po.label as position_label, x.first_service_date, x.left_on, r.age, r.limit_date, r.effect_date, r.target, r.source,
		r.is_demo, r.effect_label, r.effect_source, r.effect_is_demo,
		coalesce((select bool_or(u.kind = 'direction_departementale') from base.structures u where s.rank between u.rank and u.last_rank), false) as is_departmental,
		(select u.name from base.structures u where s.rank between u.rank and u.last_rank and u.kind in ('ministere', 'institution')
			order by u.rank desc limit 1) as ministry_name
	into strict d
	from career.agents x
	join base.persons p on p.person_id = x.person_id
	join career.statuses st on st.status_code = x.status_code
	left join career.corps c on c.corps_id = x.corps_id
	left join career.positions po on po.position_code = x.position_code
	left join base.structures s on s.structure_id = x.structure_id
	left join lateral career_api.retirement_of(p.birth_date, x.status_code, x.category, c.age_group, coalesce(x.pension_code, st.pension_code)) r on true
	where x.agent_id = facts_of.agent;
	with t as materialized (
		select l.act_id, l.act_line_id, l.effect_date, l.end_date, l.after_position_code, l.after_structure_id, y.kind_code, k.family,
			row_number() over (order by l.effect_date, l.act_line_id) as n
		from career.act_lines l
		join career.acts y on y.act_id = l.act_id and y.state_code = 'en_vigueur'
		join career.act_kinds k on k.kind_code = y.kind_code
		where l.agent_id = facts_of.agent and l.effect_date <= current_date
	), away as (                                                  -- a leave or a training that nothing has ended
		select t.* from t
		where t.kind_code in ('conge', 'mise_stage') and coalesce(t.end_date >= current_date, true)
			and not exists (select from t later where later.n > t.n and (t.end_date is null
				or later.kind_code in ('retour_stage', 'reintegration', 'certificat_prise_service')))
		order by t.n desc limit 1
	)
	select (select t.act_id from t where t.family = 'entree' order by t.n limit 1) as entry_act,
		(select t.act_id from t where t.after_position_code is not null order by t.n desc limit 1) as position_act,
		(select t.act_id from t where t.after_structure_id is not null order by t.n desc limit 1) as posting_act,
		(select t.act_id from t where t.kind_code in ('retraite', 'radiation') order by t.n limit 1) as leaving_act,
		(select t.act_id from t where t.kind_code = 'radiation' order by t.n desc limit 1) as removal_act,
		(select t.act_id from t where t.kind_code = 'titre_mutation' order by t.n desc limit 1) as mutation_act,
		(select w.act_id from away w) as absence_act, (select w.end_date from away w) as absence_to
	into a;
	f := row(d.agent_id, d.person_id, d.family_name, d.given_names, d.sex, d.birth_date, d.matricule, d.status_label, d.corps_name, d.category,
		d.scale, d.step, d.grade, d.structure_id, d.structure_name, d.rank, d.is_departmental, d.ministry_name, d.position_code, d.position_label,
		d.first_service_date, d.left_on, d.effect_date, d.age, d.limit_date, d.target, d.source, d.is_demo, d.effect_label, d.effect_source,
		d.effect_is_demo, a.entry_act, a.position_act, a.posting_act, a.leaving_act, a.removal_act, a.mutation_act, a.absence_act, a.absence_to);
	return f;
end $$;
comment on function certificates_api.facts_of is 'Everything a certificate may print or stand on, from the acts in force, with the act behind it.';

create function certificates_api.act_words(act bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select k.label || case when a.reference = '' then '' when a.reference ~* 'n°' then ' ' || a.reference else ' n° ' || a.reference end
		|| coalesce(' du ' || base_api.day_words(a.signed_on), '')
	from career.acts a join career.act_kinds k on k.kind_code = a.kind_code where a.act_id = act_words.act;
$$;
comment on function certificates_api.act_words is 'An act as it is cited.';

create function certificates_api.valid_certificate(agent bigint, kind text) returns table (request_id bigint, document_id bigint, reference text,
	signed_on date, expires_on date, posted_id bigint, function_name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.request_id, d.document_id, d.reference, d.signed_on, d.expires_on, r.posted_id, r.function_name
	from certificates.requests r
	join acts.documents d on d.document_id = r.document_id
	where r.agent_id = valid_certificate.agent and r.kind_code = valid_certificate.kind and r.state_code = 'delivre'
		and d.state_code = 'en_vigueur' and (d.expires_on is null or d.expires_on >= current_date)
	order by d.sealed_at desc
	limit 1;
$$;
comment on function certificates_api.valid_certificate is 'The latest certificate of a kind that still holds.';

-- 2. The conditions -------------------------------------------------------------------------------------------------------------

create function certificates_api.office_of(kind text, rank int) returns certificates.offices
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select o.* from certificates.offices o
	join base.structures s on s.structure_id = o.serves_id
	where o.kind_code = office_of.kind and coalesce(office_of.rank between s.rank and s.last_rank, s.parent_id is null)
	order by s.last_rank - s.rank
	limit 1;
$$;
comment on function certificates_api.office_of is 'Who issues a certificate for an agent of that place: the office that serves the narrowest part of the tree.';

create function certificates_api.variant_of(f certificates_api.facts, kind text, has_function boolean) returns text
	language sql stable
	return case when kind <> 'presence_poste' then 'simple' when has_function then 'decret' when (f).is_departmental then 'deconcentre' else 'simple' end;
comment on function certificates_api.variant_of is 'Which of the three wordings fits: what the file knows is not asked.';

-- Not SQL: the plan that finds gaps is large, and is kept for the connection here.
create function certificates_api.gap_words(agent bigint, codes text[]) returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	words text;
begin
	select string_agg(x.said, ' ; ' order by x.n) filter (where x.n <= 3) || case when count(*) > 3 then ' ; et ' || count(*) - 3 || ' autre(s) point(s)' else '' end
	into words
	from (select g.gap_label || coalesce(' (' || nullif(concat_ws(', ', nullif(g.grade, ''), 'attendu le ' || base_api.day_words(g.expected_date), g.reference), '') || ')', '') as said,
			row_number() over () as n
		from career_api.gap_rows_of(gap_words.agent) g where g.gap_code = any (gap_words.codes)) x;
	return words;
end $$;
comment on function certificates_api.gap_words is 'Gaps of some kinds in a career, in words; null when there is none.';

create function certificates_api.departures_known() returns date
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select (p.value ->> 'until')::date from base.parameters p
	where p.name = 'certificates.departures' and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
	order by p.valid_from desc limit 1;
$$;
comment on function certificates_api.departures_known is 'Until which day the register of voluntary departures was loaded; null when it never was.';

-- One condition of the file: its verdict (oui, non, inconnu), why, and the act behind it.
create function certificates_api.verdict(f certificates_api.facts, condition text, kind text, said certificates.requests,
	out verdict_code text, out why text, out act_id bigint)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	found_ record;
	words  text;
begin
	case condition
	when 'en_service' then
		verdict_code := case when f.left_on is null or f.left_on > current_date then 'oui' else 'non' end;
		act_id := f.leaving_act;
		why := case when verdict_code = 'oui' then 'Aucun acte de retraite ni de radiation n’a pris effet.'
			else coalesce(certificates_api.act_words(f.leaving_act), 'Acte de départ') || ', à effet du ' || base_api.day_words(f.left_on) || '.' end;
	when 'age_limite' then
		verdict_code := case when f.retirement_on is null then 'inconnu' when f.retirement_on > current_date then 'oui' else 'non' end;
		why := case verdict_code when 'inconnu' then 'La règle d’âge qui s’applique à ce corps n’est pas connue du portail.'
			when 'oui' then 'Départ probable le ' || base_api.day_words(f.retirement_on) || ' (' || f.limit_age || ' ans).'
			else 'Le départ était dû le ' || base_api.day_words(f.retirement_on) || ' (' || f.limit_age || ' ans).' end;
	when 'position' then
		verdict_code := case when f.position_code is null then 'inconnu' when f.position_code = 'activite' then 'oui' else 'non' end;
		act_id := f.position_act;
		why := case when f.position_code is null then 'Aucun acte ne dit la position.' else 'Position : ' || lower(f.position_label)
			|| coalesce(', par ' || certificates_api.act_words(f.position_act), '') || '.' end;
	when 'absence' then
		verdict_code := case when f.absence_act is null then 'oui' else 'inconnu' end;
		act_id := f.absence_act;
		why := case when f.absence_act is null then 'Aucun congé ni stage en cours au dossier.'
			else certificates_api.act_words(f.absence_act) || coalesce(', jusqu’au ' || base_api.day_words(f.absence_to), ', sans acte de retour') || '.' end;
	when 'affectation' then
		verdict_code := case when f.structure_id is not null and f.posting_act is not null then 'oui' else 'inconnu' end;
		act_id := f.posting_act;
		why := case when f.structure_id is null then 'Aucune affectation au dossier.'
			when f.posting_act is null then f.structure_name || ' : affectation déclarée, sans acte.'
			else f.structure_name || ', par ' || certificates_api.act_words(f.posting_act) || '.' end;
	when 'titre_mutation' then
		verdict_code := case when f.mutation_act is null then 'inconnu' else 'oui' end;
		act_id := f.mutation_act;
		why := coalesce(certificates_api.act_words(f.mutation_act) || '.', 'Direction déconcentrée, mais aucun titre de mutation au dossier.');
	when 'fonction' then
		verdict_code := 'inconnu';
		why := case when said.function_name is null then 'La fonction et le décret que vous indiquez seront vérifiés.'
			else 'Déclaré : ' || said.function_name || ', par ' || said.decree || coalesce(', à la suite de ' || said.predecessor || ' (matricule ' || said.predecessor_matricule || ')', '') || '.' end;
	when 'non_radie' then
		verdict_code := case when f.removal_act is null then 'oui' else 'non' end;
		act_id := f.removal_act;
		why := coalesce(certificates_api.act_words(f.removal_act) || '.', 'Aucun acte de radiation en vigueur.');
	when 'non_candidat' then
		select c.* into found_ from certificates.departure_candidates c
		where c.agent_id = f.agent_id and c.registered_on <= current_date and c.withdrawn_on is null order by c.registered_on desc limit 1;
		verdict_code := case when found then 'non' when certificates_api.departures_known() is null then 'inconnu' else 'oui' end;
		why := case verdict_code when 'non' then 'Candidature inscrite le ' || base_api.day_words(found_.registered_on) || ' (' || found_.campaign || ').'
			when 'oui' then 'Absent du registre des départs volontaires, à jour au ' || base_api.day_words(certificates_api.departures_known()) || '.'
			else 'Le registre des départs volontaires n’est pas chargé dans le portail.' end;
	when 'entree' then
		verdict_code := case when f.entry_act is null then 'inconnu' else 'oui' end;
		act_id := f.entry_act;
		why := coalesce(certificates_api.act_words(f.entry_act) || '.', 'Aucun acte d’entrée au dossier.');
	when 'identite' then
		words := concat_ws(', ', case when f.birth_date is null then 'date de naissance' end, case when f.corps_name is null then 'corps' end,
			case when f.category is null then 'grade' end, case when f.structure_name is null then 'affectation' end);
		verdict_code := case when words = '' then 'oui' else 'inconnu' end;
		why := case when words = '' then concat_ws(', ', f.corps_name, f.grade) || '.' else 'Non établi au dossier : ' || words || '.' end;
	when 'prise_service' then
		verdict_code := case when f.first_service_date is null then 'inconnu' else 'oui' end;
		why := coalesce('Première prise de service le ' || base_api.day_words(f.first_service_date) || '.', 'La date de prise de service n’est pas connue.');
	when 'retraite' then
		verdict_code := case when f.retirement_on is null then 'inconnu' when f.retirement_on > current_date then 'oui' else 'non' end;
		why := case verdict_code when 'inconnu' then 'La règle d’âge qui s’applique à ce corps n’est pas connue du portail.'
			else 'Naissance le ' || base_api.day_words(f.birth_date) || ' + ' || f.limit_age || ' ans, effet le ' || base_api.day_words(f.retirement_on) || '.' end;
	when 'contradictions' then
		words := certificates_api.gap_words(f.agent_id, array['step_lowered', 'same_step_twice', 'before_differs', 'overlapping_positions', 'before_hire', 'after_retirement']);
		verdict_code := case when words is null then 'oui' else 'inconnu' end;
		why := coalesce(words || '.', 'Aucun acte n’en contredit un autre.');
	when 'lacunes' then
		words := certificates_api.gap_words(f.agent_id, array['missing_step', 'position_expired']);
		verdict_code := case when words is null then 'oui' else 'inconnu' end;
		why := coalesce(words || '.', 'La suite des échelons et des positions est entière.');
	when 'pieces' then
		words := certificates_api.gap_words(f.agent_id, array['missing_proof']);
		verdict_code := case when words is null then 'oui' else 'inconnu' end;
		why := coalesce(words || '.', 'Aucune pièce n’est notée introuvable.');
	when 'presence_valide', 'radiation_valide' then
		select v.* into found_ from certificates_api.valid_certificate(f.agent_id,
			case condition when 'presence_valide' then 'presence_poste' else 'non_radiation' end) v;
		verdict_code := case when not found then 'non' when condition = 'presence_valide' and found_.posted_id is distinct from f.structure_id then 'non' else 'oui' end;
		why := case when verdict_code = 'oui' then 'N° ' || found_.reference || coalesce(', valable jusqu’au ' || base_api.day_words(found_.expires_on), '') || '.'
			when found_.request_id is not null then 'Le n° ' || found_.reference || ' parle d’une affectation qui a changé depuis.'
			else 'Aucun exemplaire en cours de validité.' end;
	when 'delegation' then
		select (certificates_api.office_of(kind, f.structure_rank)).* into found_;
		verdict_code := case when found_.auto_issue then 'oui' else 'inconnu' end;
		why := case when found_.auto_issue then found_.quality || ' : ' || found_.auto_source || '.'
			else coalesce(found_.quality, 'Le signataire') || ' n’a pas permis la délivrance sans étude.' end;
	end case;
end $$;
comment on function certificates_api.verdict is 'Whether one condition holds for one file, why, and which act says so.';

create function certificates_api.judge(f certificates_api.facts, kind text, variant text, request bigint) returns table (condition_code text,
	sort smallint, label text, verdict_code text, why text, act_id bigint, remedy text, is_confirmable boolean, fact_label text, is_confirmed boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select c.condition_code, c.sort, c.label, case when n.request_id is not null and v.verdict_code = 'inconnu' then 'oui' else v.verdict_code end,
		case when n.request_id is not null and v.verdict_code = 'inconnu' then 'Établi par le bureau le ' || base_api.day_words(n.at::date) || ' : ' || n.fact else v.why end,
		v.act_id, c.remedy, c.is_confirmable, c.fact_label, n.request_id is not null and v.verdict_code = 'inconnu'
	from certificates.conditions c
	left join certificates.requests q on q.request_id = judge.request
	cross join lateral certificates_api.verdict(judge.f, c.condition_code, c.kind_code, q) v
	left join certificates.confirmations n on n.request_id = judge.request and n.condition_code = c.condition_code and c.is_confirmable
	where c.kind_code = judge.kind and (c.variant_codes is null or judge.variant = any (c.variant_codes))
	order by c.sort;
$$;
comment on function certificates_api.judge is 'Every condition of a certificate for one file; what a desk established in writing stands in the place of an act, never against one.';

-- 3. The paper ------------------------------------------------------------------------------------------------------------------

create function certificates_api.span_words(from_day date, to_day date) returns text
	language sql immutable strict parallel safe
	return nullif(concat_ws(', ', case when extract(year from age(to_day, from_day)) > 0 then extract(year from age(to_day, from_day)) || ' an' || case when extract(year from age(to_day, from_day)) > 1 then 's' else '' end end,
		case when extract(month from age(to_day, from_day)) > 0 then extract(month from age(to_day, from_day)) || ' mois' end,
		case when extract(day from age(to_day, from_day)) > 0 then extract(day from age(to_day, from_day)) || ' jour' || case when extract(day from age(to_day, from_day)) > 1 then 's' else '' end end), '');
comment on function certificates_api.span_words is 'The time from one day to another by the calendar: 17 ans, 1 mois, 24 jours.';

-- The values that the words of a paper name, as {name: text}, and labels of those that are shown as facts.
create function certificates_api.values_of(f certificates_api.facts, said certificates.requests, office certificates.offices, day date) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	presence  record;
	radiation record;
	function_ text := said.function_name;
begin
	select v.* into presence from certificates_api.valid_certificate(f.agent_id, 'presence_poste') v;
	select v.* into radiation from certificates_api.valid_certificate(f.agent_id, 'non_radiation') v;
	if said.kind_code = 'validite_services' then
		function_ := presence.function_name;
	end if;
	return jsonb_strip_nulls(jsonb_build_object(
		'quality', office.quality,
		'person', case f.sex when 'F' then 'Madame ' when 'M' then 'Monsieur ' else '' end || upper(f.family_name) || rtrim(' ' || f.given_names),
		'e', case f.sex when 'M' then '' when 'F' then 'e' else '(e)' end, 'il', case f.sex when 'M' then 'il' when 'F' then 'elle' else 'il ou elle' end,
		'matricule', f.matricule, 'corps', f.corps_name, 'grade', f.grade,
		'corps_words', lower(left(coalesce(f.corps_name, f.status_label), 1)) || substr(coalesce(f.corps_name, f.status_label), 2) || coalesce(' de grade ' || nullif(f.grade, ''), ''),
		'birth', base_api.day_words(f.birth_date), 'structure', f.structure_name, 'ministry', f.ministry_name, 'position', f.position_label,
		'first_service', base_api.day_words(f.first_service_date), 'seniority', case when f.left_on is null or f.left_on > day then certificates_api.span_words(f.first_service_date, day) end,
		'served', case when f.left_on <= day then certificates_api.span_words(f.first_service_date, f.left_on) end, 'left', base_api.day_words(case when f.left_on <= day then f.left_on end),
		'function', function_, 'decree', said.decree,
		'predecessor_words', coalesce(', à la suite de ' || said.predecessor || ', matricule ' || said.predecessor_matricule, ''),
		'mutation', coalesce('le ' || lower(left(certificates_api.act_words(f.mutation_act), 1)) || substr(certificates_api.act_words(f.mutation_act), 2),
			'le titre de mutation ' || (select n.fact from certificates.confirmations n where n.request_id = said.request_id and n.condition_code = 'titre_mutation')),
		'presence_reference', presence.reference, 'presence_date', base_api.day_words(presence.signed_on),
		'radiation_reference', radiation.reference, 'radiation_date', base_api.day_words(radiation.signed_on),
		'retirement', coalesce(base_api.day_words(f.retirement_on) || ' (limite d’âge : ' || f.limit_age || ' ans)',
			(select n.fact from certificates.confirmations n where n.request_id = said.request_id and n.condition_code = 'retraite')),
		'retirement_note', coalesce('âge limite de ' || f.limit_age || ' ans (' || f.limit_target || ' ; ' || f.limit_source || '), atteint le '
			|| base_api.day_words(f.limit_date) || ' ; ' || lower(left(f.effect_label, 1)) || substr(f.effect_label, 2)
			|| case when f.effect_is_demo then ' (valeur de démonstration)' else '' end || '.', 'établi par le bureau, la règle du corps n’étant pas au portail.'),
		'lines', (select count(*) from career_api.service_rows_of(f.agent_id))::text));
end $$;
comment on function certificates_api.values_of is 'What the words of the paper name, for one agent on one day.';

create function certificates_api.filled(body text, v jsonb) returns text
	language plpgsql immutable strict parallel safe
as $$
declare
	one  record;
	text_ text := body;
begin
	for one in select e.key, e.value from jsonb_each_text(v) e where position('{' || e.key || '}' in body) > 0 loop
		text_ := replace(text_, '{' || one.key || '}', one.value);
	end loop;
	return text_;
end $$;
comment on function certificates_api.filled is 'The words of a paper with their {names} replaced, once each.';

create function certificates_api.fact_rows(names text, v jsonb) returns jsonb
	language sql immutable strict parallel safe security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce(jsonb_agg(jsonb_build_array(l.label, v ->> n.name) order by n.sort), '[]')
	from string_to_table(names, ' ') with ordinality n (name, sort)
	join (values ('birth', 'Date de naissance'), ('corps', 'Corps ou emploi'), ('grade', 'Grade'), ('matricule', 'Matricule'), ('structure', 'Structure'),
		('ministry', 'Ministère ou institution'), ('position', 'Position'), ('first_service', 'Première prise de service'), ('function', 'Fonction'),
		('seniority', 'Ancienneté à ce jour'), ('left', 'Fin des services'), ('served', 'Ancienneté au départ'), ('retirement', 'Départ probable à la retraite'), ('lines', 'Lignes de services')) l (name, label) on l.name = n.name
	where v ? n.name;
$$;
comment on function certificates_api.fact_rows is 'Some of the values as rows of label and value; what is not known makes no row.';

create function certificates_api.service_cells(agent bigint) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return (select coalesce(jsonb_agg(jsonb_build_array(r.n::text,
		base_api.day_words(r.from_date) || case when a.kind_code in ('retraite', 'radiation') then '' else E'\n' || coalesce('au ' || base_api.day_words(r.to_date), 'à ce jour') end,
		r.kind_label || coalesce(E'\n' || case when r.reference ~* 'n°' then '' else 'n° ' end || nullif(r.reference, ''), '') || coalesce(E'\ndu ' || base_api.day_words(r.signed_on), ''),
		case when a.kind_code in ('retraite', 'radiation') then 'Fin des services' else concat_ws(E'\n', nullif(r.grade, ''), r.position_label, r.structure_name) end,
		r.proof_label) order by r.n), '[]')
	from career_api.service_rows_of(service_cells.agent) r
	join career.acts a on a.act_id = r.act_id);
end $$;
comment on function certificates_api.service_cells is 'The table of an état des services: number, period, act, situation, proof.';

-- What a paper says, all of it: what its hash is taken of, and what the PDF is made from.
create function certificates_api.content_of(f certificates_api.facts, said certificates.requests, office certificates.offices, day date,
	reference text, stamp text, place text, expires_on date) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	k certificates.kinds;
	v jsonb := certificates_api.values_of(f, said, office, day);
	blocks jsonb;
begin
	select x.* into strict k from certificates.kinds x where x.kind_code = said.kind_code;
	select jsonb_agg(jsonb_build_object('style', t.style_code) || case t.style_code
		when 'faits' then jsonb_build_object('rows', certificates_api.fact_rows(t.body, v))
		when 'tableau' then jsonb_build_object('rows', certificates_api.service_cells(f.agent_id))
		else jsonb_build_object('text', certificates_api.filled(t.body, v)) end order by t.sort)
	into blocks
	from certificates.texts t
	where t.kind_code = said.kind_code and t.variant_code in ('*', said.variant_code);
	select blocks || coalesce(jsonb_agg(jsonb_build_object('style', 'note', 'text', 'Établi par le bureau en l’absence d’acte – '
		|| c.label || ' : ' || n.fact) order by c.sort), '[]')
	into blocks
	from certificates.confirmations n
	join certificates.conditions c on c.kind_code = said.kind_code and c.condition_code = n.condition_code
	where n.request_id = said.request_id and n.condition_code <> 'delegation';
	if expires_on is not null then
		blocks := blocks || jsonb_build_object('style', 'note', 'text', 'Valable jusqu’au ' || base_api.day_words(expires_on) || ' inclus, sauf changement de situation.');
	end if;
	return jsonb_build_object('form', upper(k.name), 'title', v ->> 'person', 'name', k.name, 'reference', reference, 'stamp', to_jsonb(string_to_array(stamp, '|')),
		'place_date', place || ', le ' || base_api.day_words(day), 'quality', office.quality, 'signatory', coalesce(office.signatory_name, ''),
		'note', case when said.is_direct then 'Délivré au vu du dossier et scellé électroniquement.' else 'Délivré après étude par le bureau et scellé électroniquement.' end,
		'person', v ->> 'person', 'blocks', blocks, 'asked', said.request_id);
end $$;
comment on function certificates_api.content_of is 'The whole content of a certificate, as it is hashed, sealed and printed.';
reset role;
