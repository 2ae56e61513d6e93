-- The computation of a file: what goes in and its hash, what came out and its versions. Jobs and the desk ask the same functions; what they
-- read and write is checked here, whoever computed it.
set role guichet_owner;

create function pensions_api.me() returns bigint
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select m.person_id from base.me m $$;
comment on function pensions_api.me is 'Who is asking; null for the portal.';

-- A page sees the files of the structures its asker serves; a job sees them all.
create function pensions_api.reach(file bigint) returns pensions.files
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f pensions.files;
begin
	select x.* into f from pensions.files x where x.file_id = reach.file
		and (current_setting('role') not like 'web\_%' or x.structure_rank <@ (select s.ranks from base.my_spans s));
	if not found then
		raise exception using errcode = 'GU404', message = 'pensions.file_missing';
	end if;
	return f;
end $$;
comment on function pensions_api.reach is 'A file in the reach of who asks; unknown and out of reach give the same answer.';

create function pensions_api.hold(file bigint) returns pensions.files
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform from pensions.files x where x.file_id = hold.file for update;
	return pensions_api.reach(hold.file);
end $$;
comment on function pensions_api.hold is 'The same for who changes it: whoever else does waits until the end of the transaction.';

-- What goes in ----------------------------------------------------------------------------------------------------------------

create function pensions_api.services_text(file pensions.files) returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return (
	select jsonb_build_object(
		'person', (select to_jsonb(p) from pensions_api.person_of(file.agent_id) p),
		'services', (select jsonb_agg(to_jsonb(s) order by s.from_date, s.until_date, s.reference) from pensions_api.services_of(file.agent_id) s),
		'gaps', (select jsonb_agg(jsonb_build_array(g.gap_code, g.at_date, g.stated, g.known, g.reference) order by g.at_date, g.gap_code, g.reference)
			from career_api.gap_rows_of(file.agent_id) g where g.is_contradiction or g.gap_code = 'position_expired'))::text);
end $$;
comment on function pensions_api.services_text is 'The services of a file as one text that says all of them and always the same way: what a certificate of services is bound to.';

create function pensions_api.services_hash(file pensions.files) returns bytea
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return sha256(convert_to(pensions_api.services_text(file), 'UTF8'));
end $$;
comment on function pensions_api.services_hash is 'SHA-256 of the services of a file.';

create function pensions_api.input_hash_of(file pensions.files, services text) returns bytea
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return sha256(convert_to(jsonb_build_array(services, file.leave_on, file.regimes,
		(select jsonb_agg(to_jsonb(f) order by f.kind_code, f.label, f.value, f.reference) from pensions_api.facts_of(file.agent_id) f),
		(select jsonb_agg(to_jsonb(p) order by p.name) from pensions_api.parameters() p
			where p.valid_from <= file.leave_on and (p.valid_to is null or p.valid_to > file.leave_on)
				and regexp_replace(p.name, '^cnss_', '') in ('annuity_rate', 'rate_cap', 'window_months', 'least_months', 'least_children', 'point_value', 'minimum')))::text, 'UTF8'));
end $$;
comment on function pensions_api.input_hash_of is 'The same from the text of the services, where it is already there.';

create function pensions_api.input_hash(file pensions.files) returns bytea
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return pensions_api.input_hash_of(file, pensions_api.services_text(file));
end $$;
comment on function pensions_api.input_hash is 'SHA-256 of all that a computation looks at: services, facts, funds, day of leaving, values in force on that day.';

create function pensions_api.computation_input(file bigint) returns table (file_id bigint, agent_id bigint, state_code text, funds text, leave_on date, input_hash text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f pensions.files := pensions_api.reach(computation_input.file);
begin
	return query select f.file_id, f.agent_id, f.state_code, array_to_string(array(select u from unnest(f.regimes) u order by u = 'CNSS'), ' '), f.leave_on,
		encode(pensions_api.input_hash(f), 'hex');
end $$;
comment on function pensions_api.computation_input is 'What is to be computed of a file, and the hash that the result must show again.';

create function pensions_api.file_person(file bigint) returns table (matricule text, family_name text, given_names text, sex_code text, birth_date date,
	status_label text, pension_code text, first_service_date date, left_on date, age smallint, limit_date date, effect_date date, target text,
	limit_source text, limit_certainty_code text, limit_is_demo boolean, effect_label text, effect_source text, effect_certainty_code text,
	effect_is_demo boolean, early_date date, early_source text, early_certainty_code text, thirty_years_date date)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query
	select p.* from pensions_api.reach(file_person.file) f cross join lateral pensions_api.person_of(f.agent_id) p;
end $$;
comment on function pensions_api.file_person is 'The agent of a file, for its computation.';
create function pensions_api.file_services(file bigint) returns table (from_date date, until_date date, label text, counts boolean, counts_is_demo boolean,
	pension_code text, grade text, pay_index int, reference text, is_firm boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query
	select s.* from pensions_api.reach(file_services.file) f cross join lateral pensions_api.services_of(f.agent_id) s order by s.from_date;
end $$;
comment on function pensions_api.file_services is 'The services of a file, for its computation.';
create function pensions_api.file_facts(file bigint) returns table (kind_code text, value int, label text, reference text, source text, is_proven boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query
	select x.* from pensions_api.reach(file_facts.file) f cross join lateral pensions_api.facts_of(f.agent_id) x;
end $$;
comment on function pensions_api.file_facts is 'The facts beside the career of a file, for its computation.';
create function pensions_api.file_gaps(file bigint) returns table (gap_code text, gap_label text, is_contradiction boolean, at_date date, expected_date date,
	grade text, expected_kind_label text, subject_code text, stated text, known text, previous_act_id bigint, previous_reference text, previous_date date, act_id bigint,
	reference text, effect_date date)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query
	select g.* from pensions_api.reach(file_gaps.file) f cross join lateral career_api.gap_rows_of(f.agent_id) g;
end $$;
comment on function pensions_api.file_gaps is 'Gaps and contradictions of the career of a file: a contradiction stops its computation.';

create function pensions_api.retirement_act(f pensions.files) returns table (act_id bigint, reference text, signed_on date)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a.act_id, coalesce(nullif(a.reference, ''), 'sans référence'), a.signed_on
	from career.act_lines l join career.acts a on a.act_id = l.act_id
	where l.agent_id = f.agent_id and a.kind_code = 'retraite' and a.state_code = 'en_vigueur'
	order by l.effect_date desc, a.act_id desc limit 1;
$$;
comment on function pensions_api.retirement_act is 'The act in force that admits the agent of a file to retirement, if there is one.';

create function pensions_api.setting(name text, otherwise int) returns int
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce((select (p.value #>> '{}')::int from base.parameters p
		where p.name = setting.name and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date) order by p.valid_from desc limit 1), otherwise);
$$;
comment on function pensions_api.setting is 'A dated number of days or months, as it holds today.';

create function pensions_api.review_until(f pensions.files) returns date
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select (f.notified_on + make_interval(months => pensions_api.setting('pension.revision_months', 3)))::date $$;
comment on function pensions_api.review_until is 'The last day on which a revision may be asked: null before the pension was notified.';

-- What comes out ----------------------------------------------------------------------------------------------------------------

create function pensions_api.latest(file bigint) returns setof pensions.liquidations
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return query
	select l.* from pensions.liquidations l
	where l.file_id = latest.file and l.version = (select max(v.version) from pensions.liquidations v where v.file_id = latest.file)
	order by l.regime_code desc;
end $$;
comment on function pensions_api.latest is 'The computations of the last version, one a fund, FNRB first.';

-- Null while nothing was computed. The certificate of services is a part of it: hands agree to both.
create function pensions_api.content_hash(file bigint) returns bytea
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return (
	select sha256(convert_to(string_agg(jsonb_build_array(l.regime_code, l.version, encode(l.input_hash, 'hex'), l.is_complete, l.is_entitled, l.rate, l.base_fcfa,
		l.pension_fcfa, l.lines, l.waits)::text, E'\n' order by l.regime_code), 'UTF8'))
	from pensions_api.latest(content_hash.file) l having count(*) > 0);
end $$;
comment on function pensions_api.content_hash is 'SHA-256 of the computations in force: what each approval is bound to.';

create function pensions_api.event(file bigint, person bigint, what text, note text, internal boolean default false) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
	as $$ insert into pensions.events (file_id, person_id, what, note, is_internal) values (event.file, event.person, event.what, event.note, event.internal) $$;
comment on function pensions_api.event is 'A knot in the history of a file; nothing moves.';

create function pensions_api.void_approvals(file bigint, steps text[], why text) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	fell int;
begin
	update pensions.approvals a set void_at = now(), void_why = void_approvals.why
	where a.file_id = void_approvals.file and a.step_code = any (steps) and a.void_at is null;
	get diagnostics fell = row_count;
	return fell;
end $$;
comment on function pensions_api.void_approvals is 'Approvals fall, with the reason; they are never deleted.';

create function pensions_api.amount_words_of(francs bigint) returns text
	language sql immutable strict parallel safe
	return replace(to_char(francs, 'FM999G999G999G999'), ',', chr(160)) || chr(160) || 'FCFA';
comment on function pensions_api.amount_words_of is 'An amount as people write it: 192 000 FCFA.';

-- Up to 999: "quatre-vingts" and "deux cents" take their s only at the end of the number, or before millions.
create function pensions_api.hundreds_words(n int, ends boolean) returns text
	language sql immutable strict parallel safe
as $$
	select btrim(concat_ws(' ',
		case when h.c = 1 then 'cent' when h.c > 1 then u.names[h.c + 1] || case when h.r = 0 and ends then ' cents' else ' cent' end end,
		case
			when h.r = 0 and h.c > 0 then null
			when h.r < 20 then u.names[h.r + 1]
			when h.r in (21, 31, 41, 51, 61) then t.names[h.r / 10 - 1] || ' et un'
			when h.r = 71 then 'soixante et onze'
			when h.r = 80 then case when ends then 'quatre-vingts' else 'quatre-vingt' end
			when h.r >= 60 then case when h.r >= 80 then 'quatre-vingt' else 'soixante' end || case when h.r % 20 = 0 then '' else '-' || u.names[h.r % 20 + 1] end
			else t.names[h.r / 10 - 1] || case when h.r % 10 = 0 then '' else '-' || u.names[h.r % 10 + 1] end
		end))
	from (select n / 100 as c, n % 100 as r) h,
		(select array['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize', 'dix-sept',
			'dix-huit', 'dix-neuf'] as names) u,
		(select array['vingt', 'trente', 'quarante', 'cinquante', 'soixante'] as names) t;
$$;
comment on function pensions_api.hundreds_words is 'A number under a thousand in French words.';

create function pensions_api.number_words(n bigint) returns text
	language sql immutable strict parallel safe
as $$
	select case
		when n < 0 or n > 999999999999 then null
		when n = 0 then 'zéro'
		else concat_ws(' ',
			case when g.b > 0 then pensions_api.hundreds_words(g.b, true) || case when g.b > 1 then ' milliards' else ' milliard' end end,
			case when g.m > 0 then pensions_api.hundreds_words(g.m, true) || case when g.m > 1 then ' millions' else ' million' end end,
			case when g.t = 1 then 'mille' when g.t > 1 then pensions_api.hundreds_words(g.t, false) || ' mille' end,
			case when g.u > 0 then pensions_api.hundreds_words(g.u, true) end)
	end
	from (select (n / 1000000000)::int as b, (n / 1000000 % 1000)::int as m, (n / 1000 % 1000)::int as t, (n % 1000)::int as u) g;
$$;
comment on function pensions_api.number_words is 'A number in French words, as a booklet writes an amount beside its figures; null below zero and above 999 999 999 999.';

create function pensions_api.francs_words(n bigint) returns text
	language sql immutable strict parallel safe
	return pensions_api.number_words(n) || case when n > 0 and n % 1000000 = 0 then ' de' else '' end || case when n < 2 then ' franc CFA' else ' francs CFA' end;
comment on function pensions_api.francs_words is 'An amount of francs in words.';

-- results: an array, one object a fund (src/pensions/circuit_compute.c). A version is added only when something changed, or when a review
-- that was accepted asks for one.
create function pensions_api.keep_liquidation(file bigint, input_hash text, results jsonb) returns table (version int, is_new boolean, is_complete boolean, is_entitled boolean)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f     pensions.files := pensions_api.hold(keep_liquidation.file);
	who   bigint := pensions_api.me();
	was   int;
	fell  int;
	same  boolean;
	asked boolean;
	total bigint;
begin
	if f.state_code not in ('liquidation', 'controle', 'signature') then
		raise exception using errcode = 'GU409', message = 'pensions.not_computed_now';
	elsif who is not null and not (acts_api.holds(who, 'pension_officer', f.structure_rank) or acts_api.holds(who, 'pension_controller', f.structure_rank)) then
		raise exception using errcode = 'GU403', message = 'pensions.not_your_desk';
	elsif who is not null and acts_api.same_human(who, (select a.person_id from career.agents a where a.agent_id = f.agent_id)) then
		raise exception using errcode = 'GU403', message = 'pensions.beneficiary_cannot';
	elsif encode(pensions_api.input_hash(f), 'hex') is distinct from keep_liquidation.input_hash then
		raise exception using errcode = 'GU409', message = 'pensions.changed_meanwhile';
	elsif (select array_agg(r ->> 'regime' order by r ->> 'regime') from jsonb_array_elements(results) r) is distinct from array(select unnest(f.regimes) order by 1) then
		raise exception using errcode = 'GU409', message = 'pensions.not_these_funds';
	end if;
	select max(l.version) into was from pensions.liquidations l where l.file_id = f.file_id;
	select coalesce(bool_and(l.input_hash = decode(keep_liquidation.input_hash, 'hex') and l.lines = r -> 'lines' and l.waits = r -> 'waits'
		and l.pension_fcfa = (r ->> 'pension')::bigint and l.is_entitled = (r ->> 'entitled')::boolean), false)
	into same
	from pensions_api.latest(f.file_id) l full join jsonb_array_elements(results) r on r ->> 'regime' = l.regime_code;
	select exists (select from pensions.appeals a where a.file_id = f.file_id and a.is_accepted
		and a.answered_at > (select max(l.made_at) from pensions.liquidations l where l.file_id = f.file_id)) into asked;
	is_new := was is null or not same or asked;
	version := coalesce(was, 0) + is_new::int;
	if is_new then
		insert into pensions.liquidations (file_id, version, regime_code, input_hash, is_complete, is_entitled, service_days, bonus_days, rate, base_fcfa, pension_fcfa, lines,
			waits, is_demo, made_at, made_by)
		select f.file_id, keep_liquidation.version, r ->> 'regime', decode(keep_liquidation.input_hash, 'hex'), (r ->> 'complete')::boolean, (r ->> 'entitled')::boolean,
			(r ->> 'service_days')::int, (r ->> 'bonus_days')::int, (r ->> 'rate')::int, (r ->> 'base')::bigint, (r ->> 'pension')::bigint, r -> 'lines', r -> 'waits',
			(r ->> 'demo')::boolean, clock_timestamp(), who
		from jsonb_array_elements(results) r;
		fell := pensions_api.void_approvals(f.file_id, array['liquidation', 'controle', 'signature'], 'nouveau calcul, version ' || version);
	end if;
	select bool_and(l.is_complete), bool_and(l.is_entitled), sum(l.pension_fcfa) into is_complete, is_entitled, total from pensions_api.latest(f.file_id) l;
	if is_new then
		perform pensions_api.event(f.file_id, who, case when was is null then 'Pension calculée' else 'Nouveau calcul, version ' || version end,
			case when not is_complete then 'Le calcul attend : ' || (select string_agg(distinct w ->> 'what', ' ; ') from pensions_api.latest(f.file_id) l, jsonb_array_elements(l.waits) w) || '.'
				when not is_entitled then 'Pas de droit à pension à cette date.'
				else pensions_api.amount_words_of(total) || ' par mois, à contrôler.' end
			|| case when fell > 0 then ' Les accords donnés sur le calcul précédent tombent : ' || fell || '.' else '' end, false);
		if f.state_code <> 'liquidation' then
			perform pensions_api.move(f.file_id, 'liquidation', null, 'Le calcul a changé : il est à revoir.');
		end if;
		perform base_api.note('pensions.desk', 'liquidation', 'dossier ' || f.number, case when is_complete then 'complet' else 'attend' end,
			jsonb_build_object('version', version, 'input', keep_liquidation.input_hash));
	end if;
	return next;
end $$;
comment on function pensions_api.keep_liquidation is 'Keeps a computation whole, as a new version when it changed; later approvals then fall and a file that had gone on comes back.';

create function pensions_api.order_computation(file bigint) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	update pensions.files f set computation_job_id = job_api.put('pensions.liquidate', pensions_api.me(), jsonb_build_object('file', order_computation.file))
	where f.file_id = order_computation.file;
$$;
comment on function pensions_api.order_computation is 'Puts the job that computes a file; for functions that checked who asks.';

revoke execute on function pensions_api.me, pensions_api.reach, pensions_api.services_text, pensions_api.services_hash, pensions_api.input_hash, pensions_api.input_hash_of, pensions_api.computation_input,
	pensions_api.file_person, pensions_api.file_services, pensions_api.file_facts, pensions_api.file_gaps, pensions_api.latest, pensions_api.content_hash, pensions_api.event,
	pensions_api.void_approvals, pensions_api.amount_words_of, pensions_api.hundreds_words, pensions_api.francs_words, pensions_api.number_words, pensions_api.retirement_act, pensions_api.setting, pensions_api.review_until, pensions_api.keep_liquidation, pensions_api.order_computation from public;
grant execute on function pensions_api.computation_input, pensions_api.file_person, pensions_api.file_services, pensions_api.file_facts, pensions_api.file_gaps,
	pensions_api.keep_liquidation to worker, web_pensions;
reset role;
