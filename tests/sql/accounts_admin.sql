-- Administrators: find, start, end; give a role between two of them, never to themselves; learn no secret.
begin;
\ir career_cast.inc
select no_plan();
select stage.person('Ada Admin', '1980-01-01'), stage.person('Bob Admin', '1980-01-01', 'M'), stage.person('Zoé Wxyvénou', '1990-01-01');
select stage.assign('Ada', 'administrator', null), stage.assign('Bob', 'administrator', null), stage.assign('Zoé', 'citizen', null);
insert into accounts.accounts (person_id, password_hash, totp_secret) select person_id, '$argon2id$' || name, case when name <> 'Zoé' then decode(repeat('ab', 20), 'hex') end
from stage.people where name in ('Ada', 'Bob', 'Zoé');
insert into accounts.logins values ('zoe@test.bj', 'email', stage.person_of('Zoé')), ('ada@test.bj', 'email', stage.person_of('Ada'));
insert into base.contacts (person_id, kind, value, verified_at) values (stage.person_of('Zoé'), 'email', 'zoe@test.bj', now());
select stage.sign_in();
create table stage.grants (grant_id bigint);
grant select, insert, delete on stage.grants to public;

select stage.become('Ada');
set local role web_admin;
select results_eq('select name, logins from accounts_api.search(''wxyvenou'')', $$values ('Zoé Wxyvénou', 'zoe@test.bj')$$, 'found by name');
select results_eq('select name from accounts_api.search(''zoe wxy'')', $$values ('Zoé Wxyvénou')$$, 'without accents, first name first');
select results_eq('select name from accounts_api.search('' ZOE@test.bj'')', $$values ('Zoé Wxyvénou')$$, 'by login');
select is_empty(format('select * from accounts_api.search(%L)', q), 'not by ' || q) from unnest(array['', 'z', '%%', '_____', 'zoe@test']) q;
select results_eq(format('select contacts, has_password, myself from accounts_api.account(%s)', stage.person_of('Zoé')), $$values ('z•••@test.bj', true, false)$$, 'a contact is masked');
select throws_ok('select * from accounts.accounts', '42501', null, 'no table');
select throws_ok('select * from base.contacts', '42501', null, 'no contact');
select throws_ok('select * from career.agents', '42501', null, 'no file');

-- A role: proposed by one, confirmed by another.
select throws_ok(format('select accounts_api.grant_role(%s, %L, %s, current_date + %s, current_date + %s)', stage.person_of('Zoé'), role, coalesce(place, 'null'), starts, ends), 'GU422', message, why)
from (values ('citizen', null, 0, 30, 'field.not_a_choice', 'only staff roles'), ('nothing', null, 0, 30, 'field.not_a_choice', 'only roles that exist'),
	('clerk', null, 0, 30, 'accounts.structure_needed', 'a clerk has a structure'), ('clerk', '0', 0, 30, 'field.not_a_choice', 'one that exists'),
	('inspector', null, -1, 30, 'accounts.starts_before_today', 'not in the past'), ('inspector', null, 3, 3, 'accounts.ends_before_start', 'with an end'),
	('inspector', null, 0, 400, 'accounts.one_year', 'for a year at most')) t(role, place, starts, ends, message, why);
select throws_ok(format('select accounts_api.grant_role(%s, ''inspector'', null, current_date, current_date + 30)', stage.person_of('Ada')), 'GU403', 'accounts.not_yourself', 'nothing to herself');
select lives_ok(format('select accounts_api.grant_role(%s, ''clerk'', %s, current_date, current_date + 30)', stage.person_of('Zoé'), stage.place('DRSC')), 'Ada proposes');
insert into stage.grants select grant_id from accounts_api.grants_waiting() where name = 'Zoé Wxyvénou';
select is((select mine from accounts_api.grants_waiting() where name = 'Zoé Wxyvénou'), true, 'it waits for somebody else');
select throws_ok(format('select accounts_api.confirm_grant(%s)', (select grant_id from stage.grants)), 'GU403', 'accounts.second_person', 'Ada does not confirm');
reset role;
select is((base_api.rights_of(stage.person_of('Zoé'))).is_staff, false, 'nothing holds yet');
select isnt((select count(*) from base.sessions where person_id = stage.person_of('Zoé')), 0::bigint, 'her session goes on');
select throws_ok(format('update base.assignments set confirmed_by = %s where assignment_id = %s', p, (select grant_id from stage.grants)), '23514', null, 'the table itself refuses')
from unnest(array[stage.person_of('Ada'), stage.person_of('Zoé')]) p;
select stage.become('Bob');
set local role web_admin;
select lives_ok(format('select accounts_api.confirm_grant(%s)', (select grant_id from stage.grants)), 'Bob confirms');
select throws_ok(format('select accounts_api.confirm_grant(%s)', (select grant_id from stage.grants)), 'GU409', 'accounts.grant_settled', 'once');
reset role;
select is((base_api.rights_of(stage.person_of('Zoé'))).is_staff, true, 'it holds');
select is((select count(*) from base.sessions where person_id = stage.person_of('Zoé')), 0::bigint, 'she signs in again');
select is((select count(*) from base.outbox where person_id = stage.person_of('Zoé') and subject = 'Une habilitation vous est donnée'), 1::bigint, 'and is told');
select is((select array_agg(verb || ' ' || result order by audit_id) from base.audit where object = 'compte ' || stage.person_of('Zoé') and verb like 'habilitation%'),
	array['habilitation.octroi à confirmer', 'habilitation.confirmation fait'], 'both are in the journal');
select is((select array_agg(person_id order by audit_id) from base.audit where object = 'compte ' || stage.person_of('Zoé') and verb like 'habilitation%'),
	array[stage.person_of('Ada'), stage.person_of('Bob')], 'with their names');
set local role web_admin;
select lives_ok(format('select accounts_api.revoke_grant(%s)', (select grant_id from stage.grants)), 'it is taken back');
select throws_ok(format('select accounts_api.revoke_grant(%s)', (select grant_id from stage.grants)), 'GU404', null, 'once');
select throws_ok('select accounts_api.confirm_grant(0)', 'GU404', null, 'nobody''s grant');

-- What an administrator starts and ends.
select throws_ok(format('select accounts_api.%s(%s)', f, stage.person_of('Bob')), 'GU403', 'accounts.not_yourself', f || ' not on himself') from unnest(array['reset_by_admin', 'end_sessions_by_admin']) f;
select throws_ok(format('select accounts_api.set_state(%s, ''ferme'')', stage.person_of('Bob')), 'GU403', null, 'nor closes his own account');
select throws_ok(format('select accounts_api.reset_by_admin(%s)', 0), 'GU404', null, 'nobody');
select throws_ok(format('select accounts_api.reset_by_admin(%s)', stage.person_of('Ada')), 'GU409', 'accounts.no_contact', 'no reset without a contact of the person');
select throws_ok(format('select accounts_api.set_state(%s, ''mort'')', stage.person_of('Zoé')), '23514', null, 'a state that exists');
select lives_ok(format('select accounts_api.reset_by_admin(%s)', stage.person_of('Zoé')), 'a reset is started');
reset role;
select is((select password_hash from accounts.accounts where person_id = stage.person_of('Zoé')), null, 'the old password is dead, no new one is chosen');
select is_empty(format('select from base.outbox where person_id = %s and subject || body ~ ''[0-9]{6}''', stage.person_of('Zoé')), 'no code before she asks for one');
set local role web_admin;
select lives_ok(format('select accounts_api.set_state(%s, ''ferme'')', stage.person_of('Zoé')), 'an account is closed');
reset role;
select is_empty($$select body from base.outbox where channel = 'sms' and length(body) > 160$$, 'every SMS fits');
select * from finish();
rollback;
