-- Pensioners: each gesture beside its refusal, as a named person; what each role sees and cannot; a claim from its beginning to the file it opens.
begin;
\ir career_cast.inc
select no_plan();

-- Rights ---------------------------------------------------------------------------------------------------------------------------
select is(relrowsecurity and relforcerowsecurity, true, relname || ': row security enabled and forced')
from pg_class where relnamespace = 'pensioners'::regnamespace and relkind = 'r'
	and relname not in ('identity_papers', 'claim_states', 'claim_moves', 'claim_reasons', 'claim_paper_kinds');
select is(has_any_column_privilege(r, c.oid, v), false, r || ' has no ' || v || ' on ' || c.relname)
from pg_class c, unnest(array['gate', 'worker', 'web_public', 'web_self', 'web_life', 'web_claimant', 'web_pensions', 'web_clerk', 'web_account']) r, unnest(array['INSERT', 'UPDATE']) v
where c.relnamespace = 'pensioners'::regnamespace and c.relkind = 'r';
select is(has_column_privilege(r, 'pensioners.payment_accounts', 'account', 'SELECT'), false, r || ' never reads a whole account number')
from unnest(array['gate', 'worker', 'web_public', 'web_self', 'web_life', 'web_claimant', 'web_pensions', 'web_clerk']) r;
select is(has_any_column_privilege(r, 'pensioners.payment_accounts', 'SELECT'), r = 'web_self', r || ' on accounts') from unnest(array['web_self', 'web_life', 'web_pensions', 'web_claimant', 'web_public']) r;
select isnt(obj_description(p.oid, 'pg_proc'), null, p.proname || ' says what it is') from pg_proc p where p.pronamespace = 'pensioners_api'::regnamespace;
select is(has_function_privilege('public', p.oid, 'EXECUTE'), false, 'not for everybody: ' || p.proname) from pg_proc p where p.pronamespace = 'pensioners_api'::regnamespace;
select is(has_function_privilege(r, 'pensioners_api.stop_account(bigint,bigint,text,text)', 'EXECUTE') or has_function_privilege(r, 'pensioners_api.stop_token(bigint)', 'EXECUTE')
	or has_function_privilege(r, 'pensioners_api.life_of(bigint)', 'EXECUTE') or has_function_privilege(r, 'pensioners_api.may_see(bigint)', 'EXECUTE'), false, r || ' calls no helper')
from unnest(array['web_public', 'web_self', 'web_life', 'web_claimant', 'web_pensions', 'web_account']) r;

-- People ---------------------------------------------------------------------------------------------------------------------------
select stage.agent('Colette Guedenon', 'p100', '1957-05-10', 'FE', '1985-10-01', 'MEMP'), stage.agent('Bio Sanni', 'p200', '1958-03-03', 'FE', '1986-10-01', 'MEMP'),
	stage.agent('Djibril Worou', 'p300', '1980-02-02', 'FE', '2005-10-01', 'MEMP'), stage.agent('Noel Zinsou', 'p400', '1956-01-01', 'FE', '1980-10-01', 'MS'),
	stage.agent('Struck Off', 'p500', '1970-01-01', 'FE', '1995-10-01', 'MEMP');
select stage.person('Focal Seko', '1985-01-01', 'M'), stage.person('Officer Hounsou', '1980-01-01'), stage.person('Chief Dossa', '1970-01-01', 'M'), stage.person('Controller Orou', '1975-01-01', 'M'),
	stage.person('Rosine Tonato', '1990-01-01'), stage.person('Other Heir', '1991-01-01');
select stage.assign('Colette', 'pensioner', null), stage.assign('Bio', 'pensioner', null), stage.assign('Djibril', 'agent', null), stage.assign('Noel', 'pensioner', null),
	stage.assign('Focal', 'focal_point', 'DDTFP-BORGOU'), stage.assign('Officer', 'pension_officer', 'MEMP'), stage.assign('Chief', 'pension_chief', 'RB'),
	stage.assign('Controller', 'pension_controller', 'RB'), stage.assign('Rosine', 'citizen', null), stage.assign('Other', 'citizen', null);
select stage.line(n, 'nomination', '1986-10-01', jsonb_build_object('after_status_code', 'FE', 'after_position_code', 'activite', 'after_structure_id', stage.place(p), 'after_category', 'B', 'after_scale', 1, 'after_step', 1))
from (values ('Colette', 'MEMP'), ('Bio', 'MEMP'), ('Djibril', 'MEMP'), ('Noel', 'MS'), ('Struck', 'MEMP')) v (n, p);
select stage.line('Colette', 'retraite', (current_date - interval '10 years')::date), stage.line('Bio', 'retraite', (current_date - interval '8 years')::date),
	stage.line('Noel', 'retraite', (current_date - interval '9 years')::date), stage.line('Struck', 'radiation', (current_date - interval '2 years')::date);
select career_api.refresh_all();
select stage.sign_in();
insert into base.contacts (person_id, kind, value, verified_at) values (stage.person_of('Colette'), 'email', 'colette@essai.bj', now()), (stage.person_of('Colette'), 'phone', '+2290197000001', now()),
	(stage.person_of('Rosine'), 'email', 'rosine@essai.bj', now()), (stage.person_of('Bio'), 'phone', '+2290197000002', now());
create function stage.wrote(event text, who text) returns bigint language sql security definer as $$
	select count(*) from base.outbox o where o.event_code = wrote.event and o.person_id is not distinct from stage.person_of(wrote.who)
$$;
create function stage.token() returns text language sql security definer as $$
	select substring(o.body from 'arreter/([0-9a-f]+)') from base.outbox o where o.event_code = 'pension.compte_demande' order by o.message_id desc limit 1
$$;
create function stage.proved(name text, ago interval) returns void language sql security definer as $$
	update base.sessions set proved_at = now() - ago where person_id = stage.person_of(name)
$$;
create function stage.claim_of(name text) returns bigint language sql security definer as $$
	select max(c.claim_id) from pensioners.claims c where c.claimant_id = stage.person_of(name)
$$;
create function stage.last_certificate(name text) returns bigint language sql security definer as $$
	select max(c.life_certificate_id) from pensioners.life_certificates c where c.agent_id = stage.who(name)
$$;
create function stage.backdate(id bigint, ago interval) returns void language sql security definer as $$
	update pensioners.life_certificates set recorded_at = recorded_at - ago where life_certificate_id = id
$$;
grant execute on all functions in schema stage to public;

-- 1. Certificates of life ------------------------------------------------------------------------------------------------------------
select stage.become('Focal');
set local role web_life;
select throws_ok($$select * from pensioners_api.open_person(stage.who('Colette'))$$, 'GU404', 'pensioners.not_before_you', 'a focal point opens nobody who is not before him');
select is_empty($$select * from pensioners_api.find('P100', '1957-05-11', null)$$, 'a wrong birth date finds nobody');
select is_empty($$select * from pensioners_api.find('NOPE', '1957-05-10', null)$$, 'an unknown matricule finds nobody, in the same way');
select is_empty($$select * from pensioners_api.find(null, null, 'Guedenon')$$, 'a focal point does not find by name');
select is((select family_name from pensioners_api.find('p100', '1957-05-10', null)), 'Guedenon', 'the pair together finds her');
select is((select (matricule, is_retired, is_late)::text from pensioners_api.open_person(stage.who('Colette'))), '(P100,t,t)', 'and opens her identity');
select throws_ok($$select * from pensioners_api.due_list('retard', 10, 0)$$, 'GU403', 'pensioners.officers_only', 'a focal point has no list');
select throws_ok($$select * from pensioners_api.due_export('retard')$$, 'GU403', 'pensioners.officers_only', 'nor its export');
select throws_ok($$select * from pensioners_api.record_life(stage.who('Bio'), 'presence', null, null, 'cip', '12AB')$$, 'GU404', 'pensioners.not_before_you', 'nobody else can be recorded');
select throws_ok($$select * from pensioners_api.record_life(stage.who('Colette'), 'presence', current_date + 1, null, 'cip', '12AB')$$, 'GU422', 'pensioners.seen_ahead', 'not for tomorrow');
select throws_ok($$select * from pensioners_api.record_life(stage.who('Colette'), 'presence', current_date - 1, null, 'cip', '12AB')$$, 'GU422', 'pensioners.seen_today', 'at the desk, today only');
select throws_ok($$select * from pensioners_api.record_life(stage.who('Colette'), 'agent', current_date, 'Chez elle', 'cip', '12AB')$$, 'GU403', 'pensioners.visit_officers', 'a visit is an officer''s');
select throws_ok($$select * from pensioners_api.record_life(stage.who('Colette'), 'presence', null, null, 'cip', '1é')$$, 'GU422', 'pensioners.paper_end', 'four signs of the paper');
select lives_ok($$select * from pensioners_api.record_life(stage.who('Colette'), 'presence', null, null, 'cip', '12ab')$$, 'seen today');
select throws_ok($$select * from pensioners_api.record_life(stage.who('Colette'), 'presence', null, null, 'cip', '12AB')$$, 'GU409', 'pensioners.life_twice', 'once a day');
select is((select (paper_end, valid_until = (current_date + interval '12 months')::date, may_stop)::text from pensioners_api.life_receipt(stage.last_certificate('Colette'))), '(12AB,t,t)', 'its receipt');
select throws_ok($$select * from pensioners_api.stop_life(stage.last_certificate('Colette'), '')$$, 'GU422', 'pensioners.why', 'taken back with a reason only');
reset role;
select is(stage.wrote('pension.vie', 'Colette'), 2::bigint, 'she is told, by e-mail and SMS');
select is((select (l.due_on = (current_date + interval '12 months')::date)::text from pensioners_api.life_of(stage.who('Colette')) l), 'true', 'her life holds a year');
select is((select count(*) from base.consultations c where c.person_id = stage.person_of('Colette') and c.viewer_id = stage.person_of('Focal') and c.what = 'identite'), 1::bigint, 'who looked is told, once');
select stage.backdate(stage.last_certificate('Colette'), '25 hours');
select stage.become('Focal');
set local role web_life;
select throws_ok($$select * from pensioners_api.stop_life(stage.last_certificate('Colette'), 'erreur de personne')$$, 'GU409', 'pensioners.life_too_late', 'not after a day');
reset role;
select stage.backdate(stage.last_certificate('Colette'), '-25 hours');
select stage.become('Rosine');
set local role web_life;
select throws_ok($$select * from pensioners_api.stop_life(stage.last_certificate('Colette'), 'erreur')$$, 'GU404', 'problem.missing', 'somebody else does not take it back');
select is_empty($$select * from pensioners_api.life_receipt(stage.last_certificate('Colette'))$$, 'nor reads it');
reset role;
select stage.become('Focal');
set local role web_life;
select lives_ok($$select * from pensioners_api.stop_life(stage.last_certificate('Colette'), 'erreur de personne')$$, 'taken back within the day');
select throws_ok($$select * from pensioners_api.stop_life(stage.last_certificate('Colette'), 'encore')$$, 'GU409', 'pensioners.life_stopped', 'once');
select lives_ok($$select * from pensioners_api.find('P300', '1980-02-02', null)$$, 'an agent in service stands there');
select throws_ok($$select * from pensioners_api.record_life(stage.who('Djibril'), 'presence', null, null, 'cip', '12AB')$$, 'GU409', 'pensioners.life_not_retired', 'no certificate for who works');
select lives_ok($$select * from pensioners_api.find('P500', '1970-01-01', null)$$, 'one who was struck off');
select throws_ok($$select * from pensioners_api.record_life(stage.who('Struck'), 'presence', null, null, 'cip', '12AB')$$, 'GU409', 'pensioners.life_not_retired', 'nor for who was struck off');
-- Wrong pairs are counted: twenty in an hour.
select count(*) from generate_series(1, 20) n cross join lateral pensioners_api.find('P100', ('1950-01-01'::date + n), null);
select is((select wait > 0 from pensioners_api.find('P100', '1957-05-10', null)), true, 'twenty wrong pairs, and the right one waits too');
reset role;
select is(stage.wrote('pension.vie_retiree', 'Colette'), 2::bigint, 'she is told that it was taken back');

select stage.become('Officer');
set local role web_life;
select results_eq($$select matricule from pensioners_api.find(null, null, 'guedenon')$$, $$values ('P100')$$, 'an officer finds by name, in her structures');
select is_empty($$select * from pensioners_api.find(null, null, 'zinsou')$$, 'not in others');
select throws_ok($$select * from pensioners_api.open_person(stage.who('Noel'))$$, 'GU404', 'pensioners.not_before_you', 'whom she does not serve, she does not open');
select results_eq($$select matricule from pensioners_api.due_list('jamais', 10, 0)$$, $$values ('P100'), ('P200')$$, 'who never had one is on her list, hers only, the oldest first');
select is((select (late, never, soon)::text from pensioners_api.due_counts()), '(0,2,0)', 'counted');
select throws_ok($$select * from pensioners_api.record_life(stage.who('Bio'), 'agent', current_date - 30, 'Kandi', 'cip', '12AB')$$, 'GU422', 'pensioners.visit_old', 'a visit of last month is too old');
select throws_ok($$select * from pensioners_api.record_life(stage.who('Bio'), 'agent', current_date - 3, ' ', 'cip', '12AB')$$, 'GU422', 'pensioners.visit_place', 'a visit has a place');
select lives_ok($$select * from pensioners_api.record_life(stage.who('Bio'), 'agent', current_date - 3, 'Kandi, chez lui', 'cip', '12AB')$$, 'seen at home three days ago');
select results_eq($$select matricule from pensioners_api.due_export('jamais')$$, $$values ('P100')$$, 'he leaves the list');
reset role;

-- Reminders: once a step, the nearest step, no flood.
update pensioners.life_certificates set seen_on = current_date - 335, valid_until = current_date + 30 where agent_id = stage.who('Bio');
select pensioners_api.daily();
select pensioners_api.daily();
select is(stage.wrote('pension.vie_rappel', 'Bio'), 1::bigint, 'thirty days before: one reminder, however often the job runs');
select results_eq($$select days from pensioners.life_reminders where agent_id = stage.who('Bio')$$, $$values (30::smallint)$$, 'of the step that has come');
update pensioners.life_certificates set seen_on = current_date - 358, valid_until = current_date + 7 where agent_id = stage.who('Bio');
select pensioners_api.daily();
select is(stage.wrote('pension.vie_rappel', 'Bio'), 2::bigint, 'seven days before: another one');

-- 2. Address and account -------------------------------------------------------------------------------------------------------------
select stage.become('Colette');
set local role web_self;
select throws_ok($$select * from pensioners_api.change_address('Nulle part', 'Quartier Zongo')$$, 'GU422', 'pensioners.commune', 'a commune that exists');
select throws_ok($$select * from pensioners_api.change_address('Parakou', ' a ')$$, 'GU422', 'pensioners.address_short', 'an address that says something');
select lives_ok($$select * from pensioners_api.change_address('parakou', 'Quartier Zongo')$$, 'holds at once');
select throws_ok($$select * from pensioners_api.change_address('Parakou', 'Quartier Zongo')$$, 'GU422', 'pensioners.address_same', 'the same is no change');
select lives_ok($$select * from pensioners_api.change_address('Abomey', 'Quartier Djègbé')$$, 'and again');
select results_eq($$select line, is_now from pensioners_api.my_addresses()$$, $$values ('Quartier Djègbé', true), ('Quartier Zongo', false)$$, 'the history is kept');
select is((select address from pensioners_api.my_pension()), 'Quartier Djègbé, Abomey', 'her page says it');
reset role;
select stage.proved('Colette', '11 minutes');
select stage.become('Colette');
set local role web_self;
select throws_ok($$select * from pensioners_api.ask_account('mobile', 'Opérateur', '+2290190000731', 'https://x')$$, 'GU403', 'accounts.not_fresh', 'a secret given eleven minutes ago is too old');
reset role;
select stage.proved('Colette', '1 minute');
select stage.become('Colette');
set local role web_self;
select lives_ok($$select * from pensioners_api.ask_account('banque', 'Banque', 'BJ0610100112345678904821', 'https://x')$$, 'asked');
select throws_ok($$select * from pensioners_api.ask_account('mobile', 'Opérateur', '+2290190000731', 'https://x')$$, 'GU409', 'pensioners.account_waiting', 'a second change waits for the first');
select is((select (ending, state_code, holds_from - current_date between 6 and 8)::text from pensioners_api.my_accounts()), '(4821,attente,t)', 'it waits seven days, its last four shown');
reset role;
select is(stage.wrote('pension.compte_demande', 'Colette'), 2::bigint, 'told by both ways');
select is((select count(*) from base.outbox o where o.body like '%BJ06101%' or o.body like '%12345678904821%'), 0::bigint, 'no message holds the number');
select stage.become(null);
set local role web_public;
select is((select state_code from pensioners_api.stop_page(stage.token())), 'attente', 'the link opens a page');
select is_empty($$select * from pensioners_api.stop_page(repeat('0', 32))$$, 'another token opens nothing');
select throws_ok($$select * from pensioners_api.stop_by_link(repeat('0', 32))$$, 'GU404', 'problem.missing', 'and stops nothing');
select lives_ok($$select * from pensioners_api.stop_by_link(upper(stage.token()))$$, 'the link stops it, without signing in');
select throws_ok($$select * from pensioners_api.stop_by_link(stage.token())$$, 'GU409', 'pensioners.account_stopped', 'a link used twice');
select is((select state_code from pensioners_api.stop_page(stage.token())), 'arrete', 'and says so');
reset role;
select is(stage.wrote('pension.compte_arrete', 'Colette'), 2::bigint, 'told again');
-- Who takes a contact away does not hide what follows.
delete from base.contacts where person_id = stage.person_of('Colette') and kind = 'email';
select stage.become('Colette');
set local role web_self;
select lives_ok($$select * from pensioners_api.ask_account('mobile', 'Opérateur', '+2290190000731', 'https://x')$$, 'another change');
reset role;
select is((select count(*) from base.outbox o where o.event_code = 'pension.compte_demande' and o.recipient = 'colette@essai.bj'), 2::bigint, 'the contact that is gone is told too');
update pensioners.payment_accounts set holds_from = now() - interval '1 minute', asked_at = now() - interval '7 days' where stopped_at is null;
select stage.become('Colette');
set local role web_self;
select is((select state_code from pensioners_api.my_accounts() order by payment_account_id desc limit 1), 'vigueur', 'it took effect by itself');
select throws_ok(format('select * from pensioners_api.stop_my_account(%s)', (select max(payment_account_id) from pensioners_api.my_accounts())), 'GU409', 'pensioners.account_in_effect', 'too late to stop it');
select throws_ok($$select * from pensioners_api.ask_account('mobile', 'Opérateur', '+2290190000731', 'https://x')$$, 'GU422', 'pensioners.account_same', 'the same account is no change');
reset role;
select is((select count(*) from base.outbox o where o.event_code = 'pension.compte_demande' and o.body not like '%Colette Guedenon%' and o.channel = 'email'), 0::bigint, 'by her name');
set local role web_public;
select throws_ok($$select * from pensioners_api.stop_by_link(stage.token())$$, 'GU409', 'pensioners.account_in_effect', 'nor by the link');
reset role;
select stage.become('Bio');
set local role web_self;
select is_empty($$select * from pensioners_api.my_accounts()$$, 'nobody else sees it');
select is_empty($$select * from pensioners_api.my_addresses()$$, 'nor her addresses');
reset role;
select set_config('stage.hers', (select max(payment_account_id)::text from pensioners.payment_accounts), true);
set local role web_self;
select throws_ok($$select * from pensioners_api.stop_my_account(current_setting('stage.hers')::bigint)$$, 'GU404', 'problem.missing', 'nor stops it');
select stage.proved('Bio', '1 minute');
select lives_ok($$select * from pensioners_api.ask_account('tresor', 'perception de Kandi', null, 'https://x')$$, 'Bio asks for the counter');
reset role;
select stage.become('Officer');
set local role web_life;
select is((select words from pensioners_api.waiting_account(stage.who('Bio'))), 'guichet du Trésor, perception de Kandi', 'the desk sees what waits');
select throws_ok(format('select * from pensioners_api.stop_account_at_desk(stage.who(''Bio''), %s, '''')', (select payment_account_id from pensioners_api.waiting_account(stage.who('Bio')))), 'GU422', 'pensioners.why', 'stopped with a reason only');
select throws_ok(format('select * from pensioners_api.stop_account_at_desk(stage.who(''Colette''), %s, ''pas lui'')', (select payment_account_id from pensioners_api.waiting_account(stage.who('Bio')))), 'GU404', 'pensioners.not_before_you', 'under its owner only');
select lives_ok(format('select * from pensioners_api.stop_account_at_desk(stage.who(''Bio''), %s, ''il dit que ce n’est pas lui'')', (select payment_account_id from pensioners_api.waiting_account(stage.who('Bio')))), 'stopped at the desk');
reset role;
select stage.become('Djibril');
set local role web_self;
select is((select is_retired from pensioners_api.my_pension()), false, 'an agent in service is told so');
select throws_ok($$select * from pensioners_api.change_address('Parakou', 'Quartier Zongo')$$, 'GU403', 'pensioners.not_retired', 'and changes nothing here');
reset role;

-- 3. Claims ------------------------------------------------------------------------------------------------------------------------------
select stage.become('Rosine');
set local role web_claimant;
select is((select (is_right, wait)::text from pensioners_api.identify('P200', '1958-03-04', false)), '(f,0)', 'a wrong birth date');
select is((select (is_right, wait)::text from pensioners_api.identify('P999', '1958-03-03', false)), '(f,0)', 'an unknown matricule: the same answer');
select is((select (is_right, wait)::text from pensioners_api.identify('p200', '1958-03-03', false)), '(t,0)', 'the right pair');
select throws_ok($$select * from pensioners_api.begin_claim('P200', '1958-03-04', current_date - 9, 'enfant', null, null, false)$$, 'GU422', 'pensioners.pair_unknown', 'checked again when it writes');
select throws_ok($$select * from pensioners_api.begin_claim('P200', '1958-03-03', current_date + 1, 'enfant', null, null, false)$$, 'GU422', 'pensioners.death_ahead', 'no death to come');
select throws_ok($$select * from pensioners_api.begin_claim('P200', '1958-03-03', '1958-03-02', 'enfant', null, null, false)$$, 'GU422', 'pensioners.death_before_birth', 'no death before birth');
select throws_ok($$select * from pensioners_api.begin_claim('P200', '1958-03-03', current_date - 9, 'enfant', 'Xx', null, true)$$, 'GU403', 'problem.forbidden', 'who serves no desk is no centre');
select lives_ok($$select * from pensioners_api.begin_claim('P200', '1958-03-03', current_date - 400, 'enfant', null, null, false)$$, 'begun');
select is((select claim_id from pensioners_api.begin_claim('P200', '1958-03-03', current_date - 9, 'enfant', null, null, false)), stage.claim_of('Rosine'), 'the one that is open is given back');
select throws_ok($$select * from pensioners_api.file_claim(stage.claim_of('Rosine'), false, null, '/x')$$, 'GU422', 'pensioners.agree', 'read over first');
select throws_ok($$select * from pensioners_api.file_claim(stage.claim_of('Rosine'), true, null, '/x')$$, 'GU422', 'pensioners.no_survivor', 'somebody is left');
select throws_ok($$select * from pensioners_api.add_survivor(stage.claim_of('Rosine'), 'enfant', 'Sanni', 'Ali', current_date + 1, null, '/x')$$, 'GU422', 'pensioners.birth_ahead', 'born');
select throws_ok($$select * from pensioners_api.add_survivor(stage.claim_of('Rosine'), 'conjoint', 'Sanni', 'Ali', current_date - 300, null, '/x')$$, 'GU422', 'pensioners.spouse_birth', 'a spouse born after the death');
select lives_ok($$select * from pensioners_api.add_survivor(stage.claim_of('Rosine'), 'conjoint', 'Sanni', 'Awa', '1962-01-01', 'n° 1', '/x')$$, 'a widow');
select throws_ok($$select * from pensioners_api.add_survivor(stage.claim_of('Rosine'), 'conjoint', 'sanni', 'Awa', '1962-01-01', 'n° 2', '/x')$$, 'GU422', 'pensioners.survivor_twice', 'twice the same');
select lives_ok($$select * from pensioners_api.add_survivor(stage.claim_of('Rosine'), 'enfant', 'Sanni', 'Late', current_date - 400 + 301, null, '/x')$$, 'born 301 days after');
select lives_ok($$select * from pensioners_api.add_survivor(stage.claim_of('Rosine'), 'enfant', 'Sanni', 'Post', current_date - 400 + 300, null, '/x')$$, 'born 300 days after');
select results_eq($$select given_names, is_after, is_late_birth from pensioners_api.claim_survivors(stage.claim_of('Rosine')) where link_code = 'enfant'$$,
	$$values ('Post', true, false), ('Late', true, true)$$, 'more than 300 days after is marked, 300 is not');
select lives_ok(format('select * from pensioners_api.add_survivor(stage.claim_of(''Rosine''), ''enfant'', ''Sanni'', ''Enfant %s'', ''2015-01-01'', null, ''/x'')', n), 'child ' || n) from generate_series(4, 30) n;
select throws_ok($$select * from pensioners_api.add_survivor(stage.claim_of('Rosine'), 'enfant', 'Sanni', 'Trente et un', '2015-01-01', null, '/x')$$, 'GU422', 'pensioners.survivors_most', 'thirty, not thirty-one');
select throws_ok($$select * from pensioners_api.file_claim(stage.claim_of('Rosine'), true, null, '/x')$$, 'GU422', 'pensioners.no_death_paper', 'the death certificate is missing');
select lives_ok($$select * from pensioners_api.add_paper(stage.claim_of('Rosine'), 'acte_deces', repeat('ab', 32), 10, 'application/pdf', 'acte.pdf', '/x')$$, 'a paper');
select throws_ok($$select * from pensioners_api.add_paper(stage.claim_of('Rosine'), 'acte_deces', repeat('ab', 32), 10, 'application/pdf', 'acte.pdf', '/x')$$, 'GU422', 'pensioners.paper_twice', 'not the same twice');
select throws_ok($$select * from pensioners_api.add_paper(stage.claim_of('Rosine'), 'nimporte', repeat('ac', 32), 10, 'application/pdf', 'acte.pdf', '/x')$$, 'GU422', 'field.not_a_choice', 'of a kind that exists');
reset role;
select stage.become('Other');
set local role web_claimant;
select is_empty($$select * from pensioners_api.claim(stage.claim_of('Rosine'))$$, 'somebody else''s claim is not there');
select is_empty($$select * from pensioners_api.claim_survivors(stage.claim_of('Rosine'))$$, 'nor its people');
select is_empty($$select * from pensioners_api.claim_paper_file(stage.claim_of('Rosine'), (select max(claim_paper_id) from pensioners.claim_papers))$$, 'nor its papers');
select throws_ok($$select * from pensioners_api.add_survivor(stage.claim_of('Rosine'), 'enfant', 'Sanni', 'X', '2015-01-01', null, '/x')$$, 'GU404', 'problem.missing', 'nor can it be changed');
select throws_ok($$select * from pensioners_api.file_claim(stage.claim_of('Rosine'), true, null, '/x')$$, 'GU404', 'problem.missing', 'nor sent');
select throws_ok($$select * from pensioners_api.may_add_paper(stage.claim_of('Rosine'))$$, 'GU404', 'problem.missing', 'nor given a file');
-- Five wrong pairs an hour.
select count(*) from generate_series(1, 5) n cross join lateral pensioners_api.identify('P200', ('1950-01-01'::date + n), false);
select is((select (is_right, wait > 0)::text from pensioners_api.identify('P200', '1958-03-03', false)), '(f,t)', 'after five wrong pairs the right one waits');
reset role;
select stage.become('Officer');
set local role web_pensions;
select is_empty($$select * from pensioners_api.claim(stage.claim_of('Rosine'))$$, 'a desk does not see what was not sent');
select throws_ok($$select * from pensioners_api.open_claim(stage.claim_of('Rosine'))$$, 'GU404', 'problem.missing', 'nor opens it');
reset role;
select stage.become('Rosine');
set local role web_claimant;
select lives_ok($$select * from pensioners_api.file_claim(stage.claim_of('Rosine'), true, null, '/x')$$, 'sent');
select throws_ok($$select * from pensioners_api.add_survivor(stage.claim_of('Rosine'), 'enfant', 'Sanni', 'X', '2015-01-01', null, '/x')$$, 'GU409', 'pensioners.claim_sent', 'then it is not changed');
select is((select (state_code, due_on > current_date, may_edit)::text from pensioners_api.claim(stage.claim_of('Rosine'))), '(recu,t,f)', 'it has a deadline');
reset role;
select is(stage.wrote('reversion.recue', 'Rosine'), 1::bigint, 'she is told');
select is(stage.wrote('pension.deces_declare', 'Bio'), 1::bigint, 'and he, whose death is declared, too');

-- He is alive, and says so: the claim cannot be admitted.
select stage.become('Officer');
set local role web_life;
select lives_ok($$select * from pensioners_api.record_life(stage.who('Bio'), 'presence', null, null, 'cni', '9Z9Z')$$, 'he comes to the desk');
reset role;
set local role web_pensions;
select is((select (may_decide, is_mine)::text from pensioners_api.open_claim(stage.claim_of('Rosine'))), '(t,f)', 'an officer decides');
select ok((select bool_or(kind_code = 'vie') from pensioners_api.claim_warnings(stage.claim_of('Rosine'))), 'she is warned that he lives');
select ok((select bool_or(kind_code = 'naissance' and detail like '%Late%' and detail not like '%Post%') from pensioners_api.claim_warnings(stage.claim_of('Rosine'))), 'and of the late birth');
select throws_ok($$select * from pensioners_api.admit_claim(stage.claim_of('Rosine'))$$, 'GU409', 'pensioners.life_after_death', 'it is not admitted');
select throws_ok($$select * from pensioners_api.ask_complement(stage.claim_of('Rosine'), 'x')$$, 'GU422', 'pensioners.say_what', 'a complement is said in words');
select lives_ok($$select * from pensioners_api.ask_complement(stage.claim_of('Rosine'), 'L’acte de décès est illisible')$$, 'asked');
select throws_ok($$select * from pensioners_api.ask_complement(stage.claim_of('Rosine'), 'L’acte de décès est illisible')$$, 'GU409', 'pensioners.claim_moved', 'not twice');
select throws_ok($$select * from pensioners_api.admit_claim(stage.claim_of('Rosine'))$$, 'GU409', 'pensioners.claim_moved', 'what waits for the claimant is not admitted');
reset role;
select is(stage.wrote('reversion.complement', 'Rosine'), 1::bigint, 'she is told what is missing');
select stage.become('Controller');
set local role web_pensions;
select is((select may_decide from pensioners_api.open_claim(stage.claim_of('Rosine'))), false, 'a controller reads');
select throws_ok($$select * from pensioners_api.reject_claim(stage.claim_of('Rosine'), 'autre', 'sans raison valable')$$, 'GU403', 'pensioners.not_decider', 'and does not decide');
reset role;
select stage.become('Rosine');
set local role web_claimant;
select is((select (state_code, asked, may_edit)::text from pensioners_api.claim(stage.claim_of('Rosine'))), '(incomplet,"L’acte de décès est illisible",t)', 'she reads what is asked');
select throws_ok(format('select * from pensioners_api.drop_paper(stage.claim_of(''Rosine''), %s, ''/x'')', (select claim_paper_id from pensioners_api.claim_papers(stage.claim_of('Rosine')) limit 1)), 'GU409', 'pensioners.paper_sent', 'what was sent stays');
select throws_ok($$select * from pensioners_api.drop_claim(stage.claim_of('Rosine'), '/x')$$, 'GU409', 'pensioners.claim_sent', 'and is not erased');
select lives_ok($$select * from pensioners_api.add_paper(stage.claim_of('Rosine'), 'acte_deces', repeat('ad', 32), 10, 'image/png', 'acte2.png', '/x')$$, 'a better paper');
select lives_ok($$select * from pensioners_api.file_claim(stage.claim_of('Rosine'), true, 'voici', '/x')$$, 'sent again');
reset role;
select stage.become('Officer');
set local role web_pensions;
select throws_ok($$select * from pensioners_api.reject_claim(stage.claim_of('Rosine'), 'inconnu', 'le lien n’est pas établi')$$, 'GU422', 'field.not_a_choice', 'a reason of the list');
select throws_ok($$select * from pensioners_api.reject_claim(stage.claim_of('Rosine'), 'deces_non_prouve', 'non')$$, 'GU422', 'pensioners.explain', 'with an explanation');
select lives_ok($$select * from pensioners_api.reject_claim(stage.claim_of('Rosine'), 'deces_non_prouve', 'La personne s’est présentée en vie au guichet.')$$, 'refused');
reset role;
select is(stage.wrote('reversion.rejetee', 'Rosine'), 1::bigint, 'she is told');
select is((select p.deceased_on from base.persons p where p.person_id = stage.person_of('Bio')), null, 'he lives');

-- A centre claims for a widow without an account; admitted, it ends the pension and opens the file.
select stage.become('Focal');
set local role web_life;
select throws_ok($$select * from pensioners_api.begin_claim('P100', '1957-05-10', current_date - 20, 'conjoint', ' ', null, true)$$, 'GU422', 'pensioners.claimant_name', 'who claims has a name');
select lives_ok($$select * from pensioners_api.begin_claim('P100', '1957-05-10', current_date - 20, 'conjoint', 'Awa Guedenon', '+2290196000001', true)$$, 'begun at the centre');
select lives_ok($$select * from pensioners_api.add_survivor((select claim_id from pensioners_api.my_claims(1, 0)), 'conjoint', 'Guedenon', 'Awa', '1962-01-01', null, '/x')$$, 'the widow');
select lives_ok($$select * from pensioners_api.add_paper((select claim_id from pensioners_api.my_claims(1, 0)), 'acte_deces', repeat('ef', 32), 10, 'application/pdf', 'acte.pdf', '/x')$$, 'the paper');
select lives_ok($$select * from pensioners_api.file_claim((select claim_id from pensioners_api.my_claims(1, 0)), true, null, '/x')$$, 'sent');
reset role;
select is((select count(*) from base.outbox o where o.recipient = '+2290196000001' and o.event_code = 'reversion.recue'), 1::bigint, 'the widow is told on her own telephone');
create function stage.admitted() returns bigint language sql security definer as $$ select max(c.claim_id) from pensioners.claims c where c.agent_id = stage.who('Colette') $$;
grant execute on function stage.admitted to public;
select stage.become('Focal');
set local role web_pensions;
select is_empty($$select * from pensioners_api.claim(stage.admitted())$$, 'who serves no structure sees no claim of the desk');
reset role;
do $$ begin
	if to_regprocedure('pensions_api.open_for(bigint,text,text,date,text[],text)') is null then
		create function pensions_api.open_for(agent bigint, kind text, origin text, leave_on date, regimes text[], note text) returns bigint language sql security definer set search_path = pg_catalog, pg_temp as
			'insert into pensions.files (number, agent_id, kind_code, origin_code, regimes, leave_on, leave_source, structure_rank)
			select ''P2026-99999'', agent, kind, origin, regimes, leave_on, note, 0 returning file_id';
	end if;
end $$;
insert into pensioners.payment_accounts (person_id, kind_code, label, holds_from) values (stage.person_of('Colette'), 'tresor', 'perception', now() + interval '3 days');
select stage.become('Officer');
set local role web_pensions;
select lives_ok($$select * from pensioners_api.open_claim(stage.admitted())$$, 'the desk opens it');
select lives_ok($$select * from pensioners_api.admit_claim(stage.admitted())$$, 'admitted');
select is((select (state_code, has_file)::text from pensioners_api.claim(stage.admitted())), '(admis,t)', 'with its file');
reset role;
select is((select (f.kind_code, f.origin_code, f.leave_on = current_date - 19)::text from pensions.files f join pensioners.claims c using (file_id) where c.claim_id = stage.admitted()), '(reversion,centre,t)', 'of reversion, from the centre, from the day after');
select is((select d.died_on from pensioners.deaths d where d.agent_id = stage.who('Colette')), current_date - 20, 'the death is established');
select is((select p.deceased_on from base.persons p where p.person_id = stage.person_of('Colette')), current_date - 20, 'for all services');
select is((select stopped_how_code from pensioners.payment_accounts a where a.person_id = stage.person_of('Colette') order by a.payment_account_id desc limit 1), 'deces', 'a change that waited is stopped');
select stage.become('Focal');
set local role web_life;
select throws_ok($$select * from pensioners_api.record_life(stage.who('Colette'), 'presence', null, null, 'cip', '12AB')$$, 'GU409', 'pensioners.life_of_dead', 'no certificate for the dead');
reset role;
select stage.proved('Colette', '1 minute');
select stage.become('Colette');
set local role web_self;
select throws_ok($$select * from pensioners_api.ask_account('tresor', 'perception de Kandi', null, 'https://x')$$, 'GU409', 'pensioners.dead', 'no account for the dead');
select throws_ok($$select * from pensioners_api.change_address('Parakou', 'Ailleurs, là-bas')$$, 'GU409', 'pensioners.dead', 'no address either');
reset role;

-- The dead of active service, and another day of death for one already established.
select stage.become('Other');
delete from accounts.attempts where bucket like 'reversion:%';
set local role web_claimant;
select lives_ok($$select * from pensioners_api.begin_claim('P300', '1980-02-02', current_date - 5, 'conjoint', null, null, false)$$, 'an agent who died in service');
select is((select is_in_service from pensioners_api.claim(stage.claim_of('Other'))), true, 'it says so');
select lives_ok($$select * from pensioners_api.begin_claim('P100', '1957-05-10', current_date - 25, 'enfant', null, null, false)$$, 'another heir, another day');
select lives_ok($$select * from pensioners_api.add_survivor(stage.claim_of('Other'), 'enfant', 'Guedenon', 'Jean', '2012-01-01', null, '/x')$$, 'a child');
select lives_ok($$select * from pensioners_api.add_paper(stage.claim_of('Other'), 'acte_deces', repeat('ce', 32), 10, 'application/pdf', 'acte.pdf', '/x')$$, 'a paper');
select lives_ok($$select * from pensioners_api.file_claim(stage.claim_of('Other'), true, null, '/x')$$, 'sent');
reset role;
select stage.become('Officer');
set local role web_pensions;
select ok((select bool_or(kind_code = 'deces') and bool_or(kind_code = 'autre') from pensioners_api.claim_warnings(stage.claim_of('Other'))), 'the desk sees both');
select throws_ok($$select * from pensioners_api.admit_claim(stage.claim_of('Other'))$$, 'GU409', 'pensioners.death_differs', 'one death has one day');
reset role;
-- The same day: the file that is open is joined.
update pensioners.claims set died_on = current_date - 20 where claim_id = stage.claim_of('Other');
set local role web_pensions;
select lives_ok($$select * from pensioners_api.admit_claim(stage.claim_of('Other'))$$, 'a second heir is admitted');
reset role;
select is((select count(distinct c.file_id) from pensioners.claims c where c.agent_id = stage.who('Colette') and c.state_code = 'admis'), 1::bigint, 'to the same file');

-- Nobody decides on his own claim; a claim of oneself.
update pensioners.claims set claimant_id = stage.person_of('Officer') where claim_id = (select max(claim_id) from pensioners.claims where agent_id = stage.who('Djibril'));
update pensioners.claims set state_code = 'recu' where claim_id = (select max(claim_id) from pensioners.claims where agent_id = stage.who('Djibril'));
select stage.become('Officer');
set local role web_pensions;
select throws_ok(format('select * from pensioners_api.admit_claim(%s)', stage.claim_of('Officer')), 'GU403', 'pensioners.own_claim', 'an officer does not decide on her own claim');
reset role;
select stage.become('Noel');
set local role web_claimant;
select throws_ok($$select * from pensioners_api.begin_claim('P400', '1956-01-01', current_date - 5, 'conjoint', null, null, false)$$, 'GU422', 'pensioners.own_death', 'nobody declares his own death');
reset role;

-- Shares: without the ministry's values, three names and no figure; with them, as of the day of the death.
select stage.become('Other');
set local role web_claimant;
select results_eq($$select name, amount from pensioners_api.share_values(stage.claim_of('Other'))$$, $$values ('reversion_spouse', null::bigint), ('orphan_share', null), ('orphan_age', null)$$, 'no value is invented');
reset role;
insert into base.parameters (name, valid_from, valid_to, value, source, certainty, is_demo) values ('pension.reversion_spouse', '1986-01-01', null, '4000', 'essai', 'usage', true),
	('pension.orphan_share', '1986-01-01', current_date - 30, '1000', 'essai', 'usage', true), ('pension.orphan_share', current_date - 30, null, '1500', 'essai', 'usage', true);
set local role web_claimant;
select results_eq($$select name, amount from pensioners_api.share_values(stage.claim_of('Other'))$$, $$values ('reversion_spouse', 4000::bigint), ('orphan_share', 1500), ('orphan_age', null)$$, 'each as it held on the day of the death; what is missing stays unknown');
reset role;

-- What is kept for a time only.
update pensioners.former_contacts set removed_at = now() - interval '91 days';
select pensioners_api.daily();
select is_empty($$select * from pensioners.former_contacts$$, 'old contacts are forgotten after ninety days');
select * from finish();
rollback;
