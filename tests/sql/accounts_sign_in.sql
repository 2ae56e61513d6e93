-- Signing in, sessions, the second factor: as named persons, rolled back.
begin;
\ir career_cast.inc
select no_plan();
create function stage.hash(text) returns text language sql immutable as $$ select '$argon2id$v=19$m=65536,t=2,p=1$' || md5($1) $$;
create function stage.token(text) returns text language sql immutable as $$ select encode(sha256(convert_to('new ' || $1, 'UTF8')), 'hex') $$;
create function stage.account(name text, login text, kind text) returns void language sql as $$
	insert into accounts.accounts (person_id, password_hash) values (stage.person_of(name), stage.hash(name)) on conflict do nothing;
	insert into accounts.logins values (login, kind, stage.person_of(name));
$$;
create function stage.session(token text) returns base.sessions language sql stable as $$
	select s from base.sessions s where s.token_hash = sha256(decode(token, 'hex'))
$$;
-- The longest wait of n tries, one after another.
create function stage.tries(n int, login text, address text, browser text) returns int language plpgsql as $$
declare
	longest int := 0;
begin
	for i in 1..n loop
		longest := greatest(longest, (select s.wait from accounts_api.sign_in_secret(login, replace(address, '*', i::text), browser) s));
	end loop;
	return longest;
end $$;
create function stage.code_tries(n int) returns int language plpgsql as $$
declare
	longest int := 0;
begin
	for i in 1..n loop
		longest := greatest(longest, (select s.wait from accounts_api.second_factor_material(null) s));
	end loop;
	return longest;
end $$;
grant execute on all functions in schema stage to public;
select stage.person('Awa Test', '1990-01-01'), stage.person('Bio Test', '1980-01-01', 'M'), stage.person('Cora Test', '1985-01-01');
select stage.assign('Awa', 'citizen', null), stage.assign('Bio', 'clerk', 'DRSC'), stage.assign('Cora', 'citizen', null);
select stage.account('Awa', 'awa@test.bj', 'email'), stage.account('Awa', 'T777', 'matricule'), stage.account('Awa', '+2290197000001', 'phone'),
	stage.account('Bio', 'bio@test.bj', 'email'), stage.account('Cora', 'cora@test.bj', 'email');
insert into base.contacts (person_id, kind, value, verified_at) values (stage.person_of('Awa'), 'email', 'awa@test.bj', now()), (stage.person_of('Awa'), 'phone', '+2290197000001', now());
update accounts.accounts set state_code = 'ferme' where person_id = stage.person_of('Cora');
update accounts.accounts set totp_secret = decode(repeat('ab', 20), 'hex') where person_id = stage.person_of('Bio');

-- Names as people write them.
select is((accounts_api.account_named(typed)).person_id, stage.person_of('Awa'), 'is Awa: ' || typed)
from unnest(array['awa@test.bj', ' AWA@Test.BJ ', 'T777', 't 777', '01 97 00 00 01', '97 00 00 01', '+229 01 97 00 00 01', '0022901-97-00-00-01']) typed;
select is((accounts_api.account_named(typed)).person_id, null, 'is nobody: ' || typed) from unnest(array['awa@test', 'T77', '', '%', '97 00 00 02', ''' or true --']) typed;

-- What is given to check a password against.
select set_config('guichet.sid', '', true);
set local role web_door;
select results_eq($$select wait, password_hash from accounts_api.sign_in_secret('awa@test.bj', '192.0.2.1', null)$$, $$values (0, stage.hash('Awa'))$$, 'Awa: her hash');
select is((select password_hash from accounts_api.sign_in_secret('cora@test.bj', '192.0.2.1', null)), (select password_hash from accounts_api.sign_in_secret('nobody@test.bj', '192.0.2.1', null)),
	'a closed account looks like no account');
select matches((select password_hash from accounts_api.sign_in_secret('nobody', '192.0.2.1', null)), '^\$argon2id\$v=19\$m=65536,t=2,p=1\$', 'nobody: a hash of the same cost');
select is(stage.tries(10, 'jamais@test.bj', '192.0.2.*', null), 0, 'ten tries on a name');
select cmp_ok((select wait from accounts_api.sign_in_secret('jamais@test.bj', '192.0.2.99', null)), '>', 3000, 'the eleventh waits, from wherever it comes');
select is(stage.tries(9, 'awa@test.bj', '192.0.2.1', null), 0, 'Awa by mail: ten in all');
select isnt((select password_hash from accounts_api.sign_in_secret('t777', '192.0.2.1', null)), stage.hash('Awa'), 'by her matricule nothing reaches her hash any more');
select is((select wait from accounts_api.sign_in_secret('t777', '192.0.2.1', null)), 0, '… and nothing shows it');

-- Opening.
select throws_ok(format('select * from accounts_api.sign_in(''awa@test.bj'', ''other'', %L, ''192.0.2.1'', ''Firefox'', null)', stage.token('Awa 1')), 'GU422', 'accounts.wrong', 'another hash opens nothing');
select throws_ok(format('select * from accounts_api.sign_in(''cora@test.bj'', %L, %L, ''192.0.2.1'', ''Firefox'', null)', stage.hash('Cora'), stage.token('Cora')), 'GU422', 'accounts.wrong', 'a closed account does not open');
select is((select next_code from accounts_api.sign_in('awa@test.bj', stage.hash('Awa'), stage.token('Awa 1'), '192.0.2.1', 'Firefox', 'aa')), 'ouvert', 'Awa is in');
select is((select next_code from accounts_api.sign_in('bio@test.bj', stage.hash('Bio'), stage.token('Bio 1'), '192.0.2.1', 'Firefox', 'bb')), 'code', 'Bio owes a code');
reset role;
select is(((stage.session(stage.token('Awa 1'))).permission_bits, (stage.session(stage.token('Awa 1'))).second_factor)::text,
	format('(%s,t)', (select bit_or(1::bigint << p.bit) from base.permissions p where p.permission in ('account.own', 'requests.own', 'appointments.own', 'pensions.claim'))), 'Awa: her own account, requests, appointments and claims');
select is(((stage.session(stage.token('Bio 1'))).permission_bits, (stage.session(stage.token('Bio 1'))).second_factor, (stage.session(stage.token('Bio 1'))).ranks)::text, '(2,f,{})',
	'Bio: nothing but the second factor, no structure');
select is_empty(format('select from base.sessions where token_hash in (%L::bytea, decode(%L, ''hex''))', stage.token('Awa 1'), stage.token('Awa 1')), 'the token itself is nowhere');
select is(((stage.session(stage.token('Awa 1'))).idle, (stage.session(stage.token('Awa 1'))).expires_at - now())::text, '(00:30:00,"1 day")', 'Awa: thirty minutes idle, a day at most');

-- From her own browser Awa goes on while strangers wait.
set local role web_door;
select is((select password_hash from accounts_api.sign_in_secret('t777', '203.0.113.9', 'aa')), stage.hash('Awa'), 'her browser reaches her hash from any address');
select isnt((select password_hash from accounts_api.sign_in_secret('t777', '203.0.113.9', 'zz')), stage.hash('Awa'), 'another does not');
select is(stage.tries(9, 't777', '203.0.113.9', 'aa'), 0, 'ten tries of her own');
select cmp_ok((select wait from accounts_api.sign_in_secret('t777', '203.0.113.9', 'aa')), '>', 3000, 'and no eleventh');
select accounts_api.sign_in('awa@test.bj', stage.hash('Awa'), stage.token('Awa ' || n), '192.0.2.1', 'Chrome', 'cc') from generate_series(2, 4) n;
reset role;
update base.sessions set opened_at = now() - interval '1 hour' where token_hash = sha256(decode(stage.token('Awa 1'), 'hex'));
select is((select count(*) from base.sessions where person_id = stage.person_of('Awa')), 3::bigint, 'three sessions at most');
select is((select count(*) from base.outbox where person_id = stage.person_of('Awa') and subject || body like '%nouvel appareil%'), 2::bigint, 'one notice of the new browser to each of two contacts, none of the first');

-- Bio's code: each step once, five tries.
select set_config('guichet.sid', stage.token('Bio 1'), true);
set local role web_pending;
select is((select (wait, secret, recovery_good)::text from accounts_api.second_factor_material(null)), format('(0,%s,f)', repeat('ab', 20)), 'Bio: what his code is checked against');
select is((select enrolled from accounts_api.pending()), true, 'he has a factor');
select is((select secret from accounts_api.enrolment()), null, 'no new secret is shown');
select throws_ok(format('select * from accounts_api.enrol(5, ''{}'', %L, '''', '''', null)', stage.token('Bio x')), 'GU403', 'accounts.contact_first', 'nor put in its place');
select is((select next_code from accounts_api.second_factor(1000, null, stage.token('Bio 2'), '192.0.2.1', 'Firefox', 'bb')), 'ouvert', 'the right step opens');
reset role;
select is((stage.session(stage.token('Bio 1'))).session_id, null, 'the pending session is gone');
select is(((stage.session(stage.token('Bio 2'))).idle, (stage.session(stage.token('Bio 2'))).expires_at - now())::text, '(00:15:00,12:00:00)', 'staff: fifteen minutes idle, twelve hours at most');
select isnt((stage.session(stage.token('Bio 2'))).ranks, '{}', 'his structures are open');
select set_config('guichet.sid', '', true);
select accounts_api.sign_in('bio@test.bj', stage.hash('Bio'), stage.token('Bio 3'), '192.0.2.1', 'Firefox', 'bb');
select set_config('guichet.sid', stage.token('Bio 3'), true);
set local role web_pending;
select throws_ok(format('select * from accounts_api.second_factor(1000, null, %L, '''', '''', null)', stage.token('Bio 4')), 'GU422', 'accounts.code_used', 'a step serves once');
select throws_ok(format('select * from accounts_api.second_factor(999, null, %L, '''', '''', null)', stage.token('Bio 4')), 'GU422', 'accounts.code_used', 'nor does an earlier one');
select is(stage.code_tries(5), 0, 'five tries');
select cmp_ok((select wait from accounts_api.second_factor_material(null)), '>', 0, 'not six');
reset role;
select is((stage.session(stage.token('Bio 3'))).session_id, null, 'the pending session ends');
select isnt((stage.session(stage.token('Bio 2'))).session_id, null, 'the open one goes on');

-- Awa puts a factor in place, uses a recovery code once, turns it off; what is old enough asks for a secret again.
select set_config('guichet.sid', stage.token('Awa 4'), true);
set local role web_account;
select is((select length(secret) from accounts_api.enrolment()), 40, 'a secret of 20 bytes');
select is((select secret from accounts_api.enrolment()), (select secret from accounts_api.enrolment_material()), 'the same until it is proved');
select is((select next_code from accounts_api.enrol(2000, array[encode(sha256('one'), 'hex'), encode(sha256('two'), 'hex')], stage.token('Awa 5'), '192.0.2.1', 'Chrome', 'cc')), 'ouvert', 'it is on');
reset role;
select is((select count(*) from base.sessions where person_id = stage.person_of('Awa')), 1::bigint, 'all other sessions ended');
select set_config('guichet.sid', '', true);
select is((select next_code from accounts_api.sign_in('awa@test.bj', stage.hash('Awa'), stage.token('Awa 6'), '192.0.2.1', 'Chrome', 'cc')), 'code', 'the code is owed now');
select set_config('guichet.sid', stage.token('Awa 6'), true);
set local role web_pending;
select is((select recovery_good from accounts_api.second_factor_material(encode(sha256('three'), 'hex'))), false, 'not a recovery code');
select is((select recovery_good from accounts_api.second_factor_material(encode(sha256('one'), 'hex'))), true, 'a recovery code');
select lives_ok(format('select * from accounts_api.second_factor(null, %L, %L, ''192.0.2.1'', ''Chrome'', ''cc'')', encode(sha256('one'), 'hex'), stage.token('Awa 7')), 'it opens');
reset role;
select set_config('guichet.sid', stage.token('Awa 7'), true);
select throws_ok(format('select accounts_api.use_second_factor(%s, null, %L)', stage.person_of('Awa'), encode(sha256('one'), 'hex')), 'GU422', 'accounts.code_used', 'once');
update base.sessions set proved_at = now() - interval '11 minutes' where token_hash = sha256(decode(stage.token('Awa 7'), 'hex'));
set local role web_account;
select throws_ok(f, 'GU403', 'accounts.not_fresh', f) from unnest(array['select accounts_api.second_factor_off()', 'select accounts_api.renew_recovery_codes(''{}'')',
	'select accounts_api.start_contact(''x@test.bj'', '''', '''', '''')', 'select accounts_api.remove_contact(1)']) f;
select throws_ok(format('select accounts_api.prove(%L, null)', stage.hash('Awa')), 'GU422', null, 'the password alone is no proof when a code is owed');
select throws_ok('select accounts_api.prove(''other'', 3000)', 'GU422', null, 'nor the code alone');
select lives_ok(format('select accounts_api.prove(%L, 3000)', stage.hash('Awa')), 'both are');
select lives_ok('select accounts_api.second_factor_off()', 'off');
reset role;
select set_config('stage.other', (stage.session(stage.token('Awa 7'))).session_id::text, true), set_config('guichet.sid', stage.token('Bio 2'), true);
set local role web_account;
select throws_ok('select accounts_api.second_factor_off()', 'GU403', 'accounts.second_obligatory', 'never for staff');
select throws_ok(format('select accounts_api.end_session(%s)', current_setting('stage.other')), 'GU404', null, 'nor does he end a session of hers');
select is((select count(*) from accounts_api.my_contacts()), 0::bigint, 'nor see her contacts');
reset role;
-- A new member of staff puts his first factor in place only after a contact was proved in that very session.
reset role;
update accounts.accounts set totp_secret = null, totp_pending = null where person_id = stage.person_of('Bio');
insert into base.contacts (person_id, kind, value, verified_at) values (stage.person_of('Bio'), 'phone', '+2290197000009', now());
select set_config('guichet.sid', '', true);
select is((select next_code from accounts_api.sign_in('bio@test.bj', stage.hash('Bio'), stage.token('Bio 5'), '192.0.2.1', 'Firefox', 'bb')), 'enrolement', 'Bio has none yet');
select set_config('guichet.sid', stage.token('Bio 5'), true);
create table stage.sent (code_id bigint);
grant select, insert on stage.sent to public;
set local role web_pending;
select is((select (secret, proved)::text from accounts_api.enrolment()), '(,f)', 'no secret is shown for a password alone');
select is_empty('select * from accounts_api.enrolment_material()', 'nor tried');
select throws_ok(format('select * from accounts_api.enrol(5, ''{}'', %L, '''', '''', null)', stage.token('Bio 6')), 'GU403', 'accounts.contact_first', 'nor put in place');
insert into stage.sent select code_id from accounts_api.start_enrolment('192.0.2.1', 'half', '121212');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.sent), 'half', '121213', 'second')), 'faux', 'a wrong code');
select is((select proved from accounts_api.enrolment()), false, 'proves nothing');
select is((select outcome_code from accounts_api.prove_code((select code_id from stage.sent), 'half', '121212', 'second')), 'bon', 'the right one');
select is((select (length(secret), proved)::text from accounts_api.enrolment()), '(40,t)', 'opens the secret');
reset role;
select set_config('guichet.sid', '', true);
select accounts_api.sign_in('bio@test.bj', stage.hash('Bio'), stage.token('Bio 7'), '192.0.2.1', 'Firefox', 'bb');
select set_config('guichet.sid', stage.token('Bio 7'), true);
set local role web_pending;
select is((select proved from accounts_api.enrolment()), false, 'another session proved nothing');
reset role;

select is_empty($$select body from base.outbox where channel = 'sms' and length(body) > 160$$, 'every SMS fits');
select * from finish();
rollback;
