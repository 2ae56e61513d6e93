-- People of a run of the browser's tests: psql -v word=… -f people.sql prints "name token matricule" for each. They are of that run alone.
\set ON_ERROR_STOP on
\set QUIET on
\pset tuples_only on
\pset format unaligned
\pset fieldsep ' '
select set_config('test.word', :'word', false) as word \gset ignore_
create temp table made_ as
select v.*, nextval(pg_get_serial_sequence('base.persons', 'person_id')) as person_id, upper(:'word' || '-' || v.name) as matricule,
	encode(sha256(convert_to(:'word' || v.name || random(), 'UTF8')), 'hex') as token
from (values ('retired', '1957-05-10'::date, '2015-07-01'::date, 1 + 4 + (1 << 25), false), ('departed', '1956-06-06', '2014-01-01', 0, false), ('heir', '1990-01-01', null, 1 + (1 << 25), false),
	('focal', '1985-01-01', null, 1 + (1 << 24), true), ('officer', '1980-01-01', null, 1 + (1 << 24) + (1 << 22) + 8, true), ('one', '1970-01-01', null, 0, false), ('two', '1970-01-01', null, 0, false))
	v (name, born, left_on, bits, staff);
insert into base.persons (person_id, family_name, given_names, sex, birth_date) select person_id, upper(current_setting('test.word') || name), initcap(name), 'F', born from made_;
insert into base.contacts (person_id, kind, value, verified_at) select person_id, 'email', lower(matricule) || '@exemple.bj', now() from made_;
insert into career.agents (person_id, matricule, status_code, first_service_date, structure_id)
select m.person_id, m.matricule, 'FE', '1985-10-01', s.structure_id from made_ m join base.structures s on s.code = 'MEMP' where m.left_on is not null;
with acts as (
	insert into career.acts (kind_code, reference, signed_on, signatory, proof_code)
	select k.kind, m.matricule || '/' || k.kind, k.day, 'Le Ministre', 'original' from made_ m cross join lateral (values ('nomination', '1985-10-01'::date), ('retraite', m.left_on)) k (kind, day)
	where m.left_on is not null returning act_id, reference, signed_on
)
insert into career.act_lines (act_id, agent_id, effect_date, after_status_code, after_position_code)
select t.act_id, a.agent_id, t.signed_on, 'FE', 'activite' from acts t join career.agents a on a.matricule = split_part(t.reference, '/', 1);
select career_api.refresh_agents(array(select a.agent_id from career.agents a join made_ m using (person_id))) as done \gset ignore_
insert into base.assignments (person_id, role_code, structure_id, granted_by, confirmed_by, valid_from)
select m.person_id, case m.name when 'focal' then 'focal_point' else 'pension_officer' end, s.structure_id, (select person_id from made_ where name = 'one'), (select person_id from made_ where name = 'two'), current_date - 1
from made_ m join base.structures s on s.code = 'MEMP' where m.staff;
insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, idle, expires_at)
select sha256(decode(m.token, 'hex')), m.person_id, initcap(m.name), m.bits, case when m.name = 'officer' then (base_api.rights_of(m.person_id)).ranks else '{}' end, true, '1 day', now() + interval '1 day' from made_ m;
select name, token, matricule from made_ order by name;
