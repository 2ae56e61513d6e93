-- People of a run of the certificates' tests: psql -v word=… -f people.sql prints "name token matricule person" for each.
-- They are of that run alone; sessions are put straight in the database, since how people sign in is tested elsewhere.
\set ON_ERROR_STOP on
\set QUIET on
\pset tuples_only on
\pset format unaligned
\pset fieldsep ' '
select set_config('test.word', :'word', false) as word \gset ignore_
create temp table cast_ (name text, sex text, born date, hired date, place text, staff boolean, entry boolean, posted boolean);
insert into cast_ values
	('whole', 'F', '1984-06-15', '2010-10-01', 'SRHTE', false, true, true),
	('other', 'M', '1986-01-20', '2011-10-01', 'SRHTE', false, true, true),
	('plain', 'F', '1988-04-09', '2013-10-01', 'SRHTE', false, true, true),
	('spare', 'M', '1983-09-30', '2009-10-01', 'SRHTE', false, true, true),
	('vague', 'M', '1979-02-11', '2005-10-01', 'SRHTE', false, true, false),
	('blank', 'F', '1990-11-02', '2015-10-01', 'SRHTE', false, false, false),
	('inside', 'F', '1981-07-07', '2007-10-01', 'SRHTE', true, true, false);
create temp table made_ as
select c.*, nextval(pg_get_serial_sequence('base.persons', 'person_id')) as person_id, upper(current_setting('test.word') || '-' || c.name) as matricule,
	encode(sha256(convert_to(current_setting('test.word') || c.name || random(), 'UTF8')), 'hex') as token from cast_ c;
insert into made_ (name, sex, staff, person_id, matricule, token)
select v.name, 'M', true, nextval(pg_get_serial_sequence('base.persons', 'person_id')), null, encode(sha256(convert_to(current_setting('test.word') || v.name || random(), 'UTF8')), 'hex')
from (values ('desk'), ('far')) v (name);
insert into base.persons (person_id, family_name, given_names, sex, birth_date)
select person_id, upper(current_setting('test.word')) || upper(name), initcap(name), sex, born from made_;
insert into base.contacts (person_id, kind, value, origin) select person_id, 'email', lower(current_setting('test.word')) || '.' || name || '@exemple.bj', 'record' from made_;
insert into career.agents (person_id, matricule, status_code, first_service_date, structure_id)
select m.person_id, m.matricule, 'FE', m.hired, s.structure_id from made_ m join base.structures s on s.code = m.place;
with acts as (
	insert into career.acts (kind_code, reference, signed_on, signatory, proof_code)
	select 'nomination', m.matricule || '/ESSAI', m.hired - 10, 'Le Ministre', 'original' from made_ m where m.entry
	returning act_id, reference
)
insert into career.act_lines (act_id, agent_id, effect_date, after_status_code, after_corps_id, after_structure_id, after_position_code, after_category, after_scale, after_step)
select a.act_id, g.agent_id, m.hired, 'FE', (select c.corps_id from career.corps c where c.code = 'AAS'), case when m.posted then g.structure_id end, 'activite', 'A', 3, 1
from acts a join made_ m on a.reference = m.matricule || '/ESSAI' join career.agents g on g.person_id = m.person_id;
select career_api.refresh_agents(array(select g.agent_id from career.agents g join made_ m on m.person_id = g.person_id)) as done \gset ignore_
insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, idle, expires_at)
select sha256(decode(m.token, 'hex')), m.person_id, initcap(m.name), case when m.name in ('desk', 'far') then 1 else 5 end + case when m.staff then 1 << 11 else 0 end,
	case when m.name = 'far' then '{}' when m.staff then '{[0,1000000)}' else '{}' end::int4multirange, true, '1 day', now() + interval '1 day' from made_ m;
select name, token, coalesce(matricule, '-'), person_id from made_ order by name;
