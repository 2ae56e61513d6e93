-- Codes sent: activation, registration, lost password, contacts; who gets one, what it opens, and how often.
begin;
\ir career_cast.inc
select no_plan();
create function stage.token(text) returns text language sql immutable as $$ select encode(sha256(convert_to('new ' || $1, 'UTF8')), 'hex') $$;
create function stage.codes(who bigint) returns bigint language sql stable as $$ select count(*) from base.outbox where person_id = who and subject || body ~ 'code(?: :)? [0-9]{6}' $$;
grant execute on all functions in schema stage to public;
select stage.agent('Afi Dossou', 'm100', '1980-05-05', 'FE', '2010-01-04', 'DFE-SIA-DRSC'), stage.agent('Koffi Mort', 'm200', '1960-05-05', 'FE', '1990-01-04', 'MS'),
	stage.agent('Luc Sans', 'm300', '1970-05-05', 'FE', '2000-01-04', 'MS');
insert into base.contacts (person_id, kind, value, origin) values (stage.person_of('Afi'), 'phone', '+2290196000001', 'record'),
	(stage.person_of('Koffi'), 'phone', '+2290196000002', 'record'), (stage.person_of('Luc'), 'email', 'luc@test.bj', 'person');
update base.persons set deceased_on = '2020-01-01' where person_id = stage.person_of('Koffi');
select set_config('guichet.sid', '', true);

-- Activation: the same row for everybody, a code for one.
create table stage.asked (who text, code_id bigint);
grant select, insert on stage.asked to public;
set local role web_door;
insert into stage.asked select 'right', code_id from accounts_api.start_activation('M100', '2010-01-04', '192.0.2.1', 'half', '111111');
insert into stage.asked select 'wrong date', code_id from accounts_api.start_activation('M100', '2010-01-05', '192.0.2.1', 'half', '222222');
insert into stage.asked select 'nobody', code_id from accounts_api.start_activation('M999', '2010-01-04', '192.0.2.1', 'half', '333333');
insert into stage.asked select 'dead', code_id from accounts_api.start_activation('M200', '1990-01-04', '192.0.2.1', 'half', '444444');
insert into stage.asked select 'no contact on record', code_id from accounts_api.start_activation('M300', '2000-01-04', '192.0.2.1', 'half', '555555');
reset role;
select is((select count(code_id) from stage.asked), 5::bigint, 'everybody gets a step');
select is(stage.codes(stage.person_of('Afi')), 1::bigint, 'Afi gets one code');
select is(stage.codes(stage.person_of('Koffi')) + stage.codes(stage.person_of('Luc')), 0::bigint, 'the dead and those without contact on record get none');
select is((select recipient from base.outbox where person_id = stage.person_of('Afi')), '+2290196000001', 'at her phone on record');
select is((select count(*) from accounts.codes c join stage.asked a using (code_id) where c.code_hash is not null), 1::bigint, 'the other steps can never open');
select is_empty($$select from accounts.codes c where c::text like '%111111%' or c::text like '%half%'$$, 'neither code nor half is kept as it is');
set local role web_door;
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = w), 'half', code, 'activation')), 'faux', w || ': no code opens it')
from (values ('wrong date', '222222'), ('nobody', '333333'), ('dead', '444444'), ('no contact on record', '555555')) t(w, code);
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'right'), 'other', '111111', 'activation')), 'fini', 'not from another browser');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'right'), 'half', '111111', 'mot_de_passe')), 'fini', 'not for another purpose');
select throws_ok(format('select accounts_api.finish_activation(%s, ''half'', ''$argon2id$x'', %L, '''', '''', null)', (select code_id from stage.asked where who = 'right'), stage.token('Afi')), 'GU422', 'accounts.code_over', 'no account without the code');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'right'), 'half', '111112', 'activation')), 'faux', 'a wrong code');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'right'), 'half', '111111', 'activation')), 'bon', 'the right one');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'right'), 'half', '111111', 'activation')), 'fini', 'once');
select is((select (proved, recipient, staff)::text from accounts_api.proved_code((select code_id from stage.asked where who = 'right'), 'half', 'activation')), '(t,"•• •• •• 01",f)', 'the contact shows masked');
select matches((select names from accounts_api.proved_code((select code_id from stage.asked where who = 'right'), 'half', 'activation')), 'Dossou.*M100', 'what the password must not be');
select throws_ok(format('select accounts_api.finish_activation(%s, ''other'', ''$argon2id$x'', %L, '''', '''', null)', (select code_id from stage.asked where who = 'right'), stage.token('Afi')), 'GU422', 'accounts.code_over', 'not from another browser');
select is((select next_code from accounts_api.finish_activation((select code_id from stage.asked where who = 'right'), 'half', '$argon2id$x', stage.token('Afi'), '192.0.2.1', 'Firefox', null)), 'ouvert', 'the account opens');
select throws_ok(format('select accounts_api.finish_activation(%s, ''half'', ''$argon2id$y'', %L, '''', '''', null)', (select code_id from stage.asked where who = 'right'), stage.token('Afi 2')), 'GU422', 'accounts.code_over', 'once');
reset role;
select results_eq(format('select login, kind from accounts.logins where person_id = %s order by kind', stage.person_of('Afi')), $$values ('M100', 'matricule'), ('+2290196000001', 'phone')$$, 'two names to sign in by');
select results_eq(format('select role_code from base.assignments where person_id = %s order by 1', stage.person_of('Afi')), $$values ('agent'), ('citizen')$$, 'an agent and a citizen');
select is((select permission_bits from base.sessions where token_hash = sha256(decode(stage.token('Afi'), 'hex'))),
	(select bit_or(1::bigint << p.bit) from base.permissions p where p.permission in ('account.own', 'career.own', 'requests.own', 'appointments.own', 'pensions.claim')), 'her account, her career, her requests, appointments and claims');
set local role web_door;
insert into stage.asked select 'again', code_id from accounts_api.start_activation('M100', '2010-01-04', '192.0.2.1', 'half', '666666');
reset role;
select is(stage.codes(stage.person_of('Afi')), 1::bigint, 'an open account is not activated again');
select is((select count(*) from base.outbox where person_id = stage.person_of('Afi') and body like '%déjà un compte%'), 1::bigint, 'its owner is told');

-- Registration, and a code that is tried too often or too late.
set local role web_door;
insert into stage.asked select 'citizen', code_id from accounts_api.start_registration('Neuf', 'Jo', 'Jo@Test.bj', '192.0.2.1', 'half', '123456');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'citizen'), 'half', '00000' || n, 'inscription')), case when n < 5 then 'faux' else 'fini' end, 'try ' || n) from generate_series(1, 5) n;
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'citizen'), 'half', '123456', 'inscription')), 'fini', 'the right one comes too late');
insert into stage.asked select 'late', code_id from accounts_api.start_registration('Neuf', 'Jo', 'jo@test.bj', '192.0.2.1', 'half', '123457');
reset role;
update accounts.codes set expires_at = now() where code_id = (select code_id from stage.asked where who = 'late');
set local role web_door;
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'late'), 'half', '123457', 'inscription')), 'fini', 'ten minutes');
insert into stage.asked select 'good', code_id from accounts_api.start_registration('Neuf', 'Jo', 'jo@test.bj', '192.0.2.1', 'half', '123458');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'good'), 'half', '123458', 'inscription')), 'bon', 'in time');
select is((select next_code from accounts_api.finish_registration((select code_id from stage.asked where who = 'good'), 'half', '$argon2id$jo', stage.token('Jo'), '192.0.2.1', 'Firefox', null)), 'ouvert', 'Jo is in');
select is((select wait from accounts_api.start_registration('X', 'Y', 'jo@test.bj', '192.0.2.1', 'half', '1')), 0, 'a fourth');
select is((select wait from accounts_api.start_registration('X', 'Y', 'jo@test.bj', '192.0.2.1', 'half', '1')), 0, 'a fifth');
select cmp_ok((select wait from accounts_api.start_registration('X', 'Y', 'jo@test.bj', '192.0.2.1', 'half', '1')), '>', 0, 'no sixth message an hour');
reset role;
select is((select count(*) from base.persons where family_name = 'Neuf'), 1::bigint, 'one person');

-- Lost password: to a verified contact; every session ends; the second factor is not touched.
update accounts.accounts set totp_secret = decode(repeat('ab', 20), 'hex') where person_id = (select person_id from accounts.logins where login = 'jo@test.bj');
set local role web_door;
insert into stage.asked select 'lost', code_id from accounts_api.start_recovery('jo@test.bj', '192.0.2.2', null, 'half', '654321');
insert into stage.asked select 'lost by nobody', code_id from accounts_api.start_recovery('personne@test.bj', '192.0.2.2', null, 'half', '654322');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'lost by nobody'), 'half', '654322', 'mot_de_passe')), 'faux', 'nobody''s step never opens');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'lost'), 'half', '654321', 'mot_de_passe')), 'bon', 'Jo''s does');
select is((select next_code from accounts_api.finish_recovery((select code_id from stage.asked where who = 'lost'), 'half', '$argon2id$new', stage.token('Jo 2'), '192.0.2.2', 'Firefox', null)), 'connexion', 'and leads to the sign-in page');
select is((select next_code from accounts_api.sign_in('jo@test.bj', '$argon2id$new', stage.token('Jo 3'), '192.0.2.2', 'Firefox', null)), 'code', 'where the second factor is still owed');
reset role;
select is_empty(format('select from base.sessions where token_hash in (sha256(decode(%L, ''hex'')), sha256(decode(%L, ''hex'')))', stage.token('Jo'), stage.token('Jo 2')), 'no session before nor by it');
select is((select count(*) from base.outbox where recipient = 'jo@test.bj' and subject = 'Votre mot de passe a changé'), 1::bigint, 'a notice left');
update accounts.accounts set state_code = 'ferme' where person_id = (select person_id from accounts.logins where login = 'jo@test.bj');
set local role web_door;
insert into stage.asked select 'closed', code_id from accounts_api.start_recovery('jo@test.bj', '192.0.2.3', null, 'half', '765432');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'closed'), 'half', '765432', 'mot_de_passe')), 'faux', 'a closed account recovers nothing');
reset role;

-- Strangers who have a telephone flooded get silence; the owner, from where he came in before, still gets his code.
create function stage.floods(n int) returns void language plpgsql as $$
begin
	for i in 1..n loop
		perform accounts_api.start_recovery('M100', '198.51.100.' || i, null, 'half', lpad(i::text, 6, '9'));
	end loop;
end $$;
grant execute on function stage.floods to public;
set local role web_door;
select stage.floods(20);
reset role;
select cmp_ok(stage.codes(stage.person_of('Afi')), '<=', 11::bigint, 'ten messages an hour, whoever asks');
set local role web_door;
insert into stage.asked select 'owner', code_id from accounts_api.start_recovery('M100', '192.0.2.1', null, 'half', '888888');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'owner'), 'half', '888888', 'mot_de_passe')), 'bon', 'the owner gets his');
reset role;

-- Contacts: proved before they count, told to the others, never the last one away.
select set_config('guichet.sid', stage.token('Afi'), true);
set local role web_account;
insert into stage.asked select 'contact', code_id from accounts_api.start_contact('Afi@Test.bj', '192.0.2.1', 'half', '777777');
select throws_ok(format('select accounts_api.finish_contact(%s, ''half'')', (select code_id from stage.asked where who = 'contact')), 'GU422', null, 'not before its code');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.asked where who = 'contact'), 'half', '777777', 'contact')), 'bon', 'its code');
select lives_ok(format('select accounts_api.finish_contact(%s, ''half'')', (select code_id from stage.asked where who = 'contact')), 'added');
select throws_ok(format('select accounts_api.remove_contact(%s)', 0), 'GU404', null, 'not a contact of hers');
select lives_ok(format('select accounts_api.remove_contact(%s)', (select contact_id from accounts_api.my_contacts() where value = '+2290196000001')), 'the old one away');
select throws_ok(format('select accounts_api.remove_contact(%s)', (select contact_id from accounts_api.my_contacts())), 'GU409', 'accounts.last_contact', 'not the last');
reset role;
select results_eq(format('select login from accounts.logins where person_id = %s order by kind', stage.person_of('Afi')), $$values ('afi@test.bj'), ('M100')$$, 'names follow');
select is((select count(*) from base.outbox where recipient = '+2290196000001' and body like '%contact a été%'), 2::bigint, 'the old one was told of both');
select is_empty($$select body from base.outbox where channel = 'sms' and length(body) > 160$$, 'every SMS fits');
select isnt((select count(*) from base.outbox where channel = 'sms'), 0::bigint, '… and there were some');
select * from finish();
rollback;
