-- The people of a browser test: a payer, a clerk of the pensions, two agents paid in a month of the sixties that nobody else has. psql -v word=…
\set ON_ERROR_STOP 1
\t on
\a
set client_min_messages = warning;
select set_config('essai.word', :'word', false) as ignored \gset
create function pg_temp.seat(who bigint, name text, bits bigint) returns text language plpgsql as $$
declare
	token text := encode(sha256(convert_to(name || clock_timestamp()::text || random()::text, 'UTF8')), 'hex');
begin
	insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, idle, expires_at)
	values (sha256(decode(token, 'hex')), who, name, bits, '{[0,1000000)}', true, '1 day', now() + interval '1 day');
	return token;
end $$;
create function pg_temp.person(name text) returns bigint language sql as $$
	insert into base.persons (family_name, given_names, birth_date) values (name, 'Essai', '1935-01-01') returning person_id
$$;
create function pg_temp.staff(who bigint, role text) returns bigint language sql as $$
	insert into base.assignments (person_id, role_code, structure_id, granted_by, confirmed_by, valid_from)
	select who, role, s.structure_id, (select min(person_id) from base.persons), (select min(person_id) + 1 from base.persons), current_date - 1 from base.structures s where s.code = 'RB'
	returning person_id
$$;
create function pg_temp.agent(who bigint, matricule text, paid_index int, paid_step int, in_month date) returns bigint language plpgsql as $$
declare
	id bigint;
	act bigint;
begin
	insert into career.agents (person_id, matricule, status_code, first_service_date, structure_id)
	select who, agent.matricule, 'FE', '1961-01-01', s.structure_id from base.structures s where s.code = 'DRSC' returning agent_id into id;
	insert into career.acts (kind_code, reference, signed_on, proof_code) values ('nomination', agent.matricule || '/1961', '1961-01-01', 'copie') returning act_id into act;
	insert into career.act_lines (act_id, agent_id, effect_date, after_status_code, after_category, after_scale, after_step, after_index, after_position_code)
	values (act, id, '1961-01-01', 'FE', 'B', 1, 2, 322, 'activite');
	insert into career.acts (kind_code, reference, signed_on, proof_code) values ('radiation', agent.matricule || '/1968', '1968-01-01', 'copie') returning act_id into act;
	insert into career.act_lines (act_id, agent_id, effect_date) values (act, id, '1968-01-01');
	insert into payroll.months (month, is_partial) values (in_month, true) on conflict (month) do nothing;
	insert into payroll.lines (agent_id, month, category, scale, step, pay_index, index_pay_fcfa, position_code) values (id, in_month, 'B', 1, paid_step, paid_index, paid_index * 300, 'activite');
	perform career_api.refresh_agents(array[id]);
	perform payroll_api.compare(array[id]);
	return id;
end $$;
begin;
select 'payer ' || pg_temp.seat(pg_temp.staff(pg_temp.person('SOLDE ' || :'word'), 'payroll_officer'), 'SOLDE', 1 | 1 << 23) || ' -';
select 'pensions ' || pg_temp.seat(pg_temp.staff(pg_temp.person('PENSIONS ' || :'word'), 'pension_officer'), 'PENSIONS', 1 | 1 << 22) || ' -';
with p as (select pg_temp.person('PAYÉE ' || :'word') as who), a as (select pg_temp.agent(p.who, :'word' || '1', 354, 3, '1967-05-01'), p.who from p)
select 'agent ' || pg_temp.seat(a.who, 'PAYÉE', 5) || ' ' || :'word' || '1' from a;
with p as (select pg_temp.person('JUSTE ' || :'word') as who), a as (select pg_temp.agent(p.who, :'word' || '2', 322, 2, '1967-05-01'), p.who from p)
select 'other ' || pg_temp.seat(a.who, 'JUSTE', 5) || ' ' || :'word' || '2' from a;
commit;
