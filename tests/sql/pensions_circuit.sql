-- A pension from the services to the payment: each hand with its refusal, versions, the seal, what fund and payer answer, reviews, a quarter.
begin;
\ir career_cast.inc
select no_plan();

-- The people: an agent and one of another fund, the hands, a hand that is another hand's second account, a hand that is the agent.
select stage.person('Rachida Gbaguidi', '1975-01-01'), stage.person('Edwige Hounsou', '1980-01-01'), stage.person('Sabi Orou', '1979-02-02', 'M'), stage.person('Hyacinthe Dossa', '1970-03-03', 'M'),
	stage.person('Hugues Dossa', '1971-03-03', 'M'), stage.person('Luc Dehors', '1972-05-05', 'M');
select stage.agent('Afi Dossou', 'p100', '1966-05-05', 'FE', '1994-01-01', 'SIA-DRSC'), stage.agent('Koffi Mensah', 'p101', '1966-05-05', 'FE', '1995-01-01', 'SIA-DRSC'),
	stage.agent('Bio Chabi', 'p102', '1966-05-05', 'FE', '1994-01-01', 'SIA-DRSC');
-- Twin: Edwige under another account; Double: Afi herself as a member of the pension service.
insert into base.persons (family_name, given_names, sex, birth_date) values ('Hounsou', 'Edwige Ablavi', 'F', '1980-01-01'), ('Dossou', 'Afi', 'F', '1966-05-05');
insert into stage.people select 'Twin', p.person_id, null, encode(sha256('twin'), 'hex') from base.persons p where p.given_names = 'Edwige Ablavi';
insert into stage.people select 'Double', max(p.person_id), null, encode(sha256('double'), 'hex') from base.persons p where p.family_name = 'Dossou' and p.given_names = 'Afi' and p.person_id <> stage.person_of('Afi');
select stage.assign('Rachida', 'clerk', 'DRSC'), stage.assign('Edwige', 'pension_officer', 'DRSC'), stage.assign('Sabi', 'pension_controller', 'DRSC'), stage.assign('Hyacinthe', 'pension_chief', 'DRSC'),
	stage.assign('Hugues', 'pension_chief', 'DRSC'), stage.assign('Twin', 'pension_controller', 'DRSC'), stage.assign('Double', 'pension_officer', 'DRSC'), stage.assign('Double', 'clerk', 'DRSC'),
	stage.assign('Luc', 'pension_officer', 'MS'), stage.assign('Afi', 'agent', null), stage.assign('Koffi', 'agent', null);
select stage.line(n, 'nomination', '1994-01-01', '{"after_status_code": "FE", "after_category": "A", "after_scale": 1, "after_step": 1, "after_index": 900, "after_position_code": "activite"}')
from unnest('{Afi,Koffi,Bio}'::text[]) n;
select stage.line('Koffi', 'avancement_echelon', '1996-01-01', '{"before_category": "A", "before_scale": 1, "before_step": 1, "after_category": "A", "after_scale": 1, "after_step": 2, "after_index": 950}');
select career_api.refresh_all();
select stage.sign_in();
update base.sessions set proved_at = now();
insert into acts.seal_keys (kid, public_key) values ('essai', decode(repeat('ab', 32), 'hex'));

create function stage.file(name text, funds text[] default '{FNRB}', leaves date default '2026-07-01') returns bigint language sql as $$
	insert into pensions.files (number, agent_id, kind_code, origin_code, regimes, leave_on, leave_source, state_code, structure_rank)
	select 'P' || extract(year from leaves)::int || '-' || lpad((80000 + (select count(*) from pensions.files))::text, 5, '0'), a.agent_id, 'retraite', 'systeme', funds, leaves, 'essai', 'etat_services', a.structure_rank
	from career.agents a where a.agent_id = stage.who(name) returning file_id
$$;
create function stage.f(name text) returns bigint language sql stable as $$ select max(f.file_id) from pensions.files f where f.agent_id = stage.who(name) $$;
create function stage.state(name text) returns text language sql stable as $$ select f.state_code from pensions.files f where f.file_id = stage.f(name) $$;
create function stage.shown(name text) returns text language sql stable as $$ select pensions_api.shown_hash(f) from pensions.files f where f.file_id = stage.f(name) $$;
create function stage.input(name text) returns text language sql stable as $$ select encode(pensions_api.input_hash(f), 'hex') from pensions.files f where f.file_id = stage.f(name) $$;
-- What the program would give: an amount, or a wait.
create function stage.result(amount bigint, fund text default 'FNRB', wait text default null, entitled boolean default true) returns jsonb language sql as $$
	select jsonb_build_object('regime', fund, 'complete', wait is null, 'entitled', entitled, 'service_days', 11700, 'bonus_days', 0, 'rate', 650000, 'base', 270000, 'pension', amount, 'demo', true,
		'lines', jsonb_build_array(jsonb_build_object('kind', 'services', 'title', 'Services effectifs', 'rule', 'Activité', 'proof', 'un acte', 'value', '32 ans', 'total', false, 'demo', false, 'unproven', false),
			jsonb_build_object('kind', 'pension', 'title', 'Pension mensuelle', 'rule', 'base × taux', 'proof', 'calcul', 'value', amount || ' FCFA', 'source', 'guide', 'certainty', 'presse', 'total', true, 'demo', true, 'unproven', false)),
		'waits', case when wait is null then '[]' else jsonb_build_array(jsonb_build_object('what', wait, 'do', 'Attendre.', 'desk_do', 'Charger.')) end)
$$;
create function stage.compute(name text, results jsonb) returns text language sql as $$
	select version || ' ' || is_new || ' ' || is_complete from pensions_api.keep_liquidation(stage.f(name), stage.input(name), results)
$$;
create function stage.events(name text) returns setof text language sql as $$ select e.what from pensions.events e where e.file_id = stage.f(name) order by e.event_id $$;
grant execute on all functions in schema stage to public;

\set rachida 'reset role; select stage.become(\'Rachida\'); set local role web_pensions;'
\set edwige 'reset role; select stage.become(\'Edwige\'); set local role web_pensions;'
\set sabi 'reset role; select stage.become(\'Sabi\'); set local role web_pensions;'
\set hyacinthe 'reset role; select stage.become(\'Hyacinthe\'); set local role web_pensions;'
\set hugues 'reset role; select stage.become(\'Hugues\'); set local role web_pensions;'
\set twin 'reset role; select stage.become(\'Twin\'); set local role web_pensions;'
\set double 'reset role; select stage.become(\'Double\'); set local role web_pensions;'
\set luc 'reset role; select stage.become(\'Luc\'); set local role web_pensions;'
\set afi 'reset role; select stage.become(\'Afi\'); set local role web_self;'
\set koffi 'reset role; select stage.become(\'Koffi\'); set local role web_self;'
\set worker 'reset role; select stage.become(\'\'); set local role worker;'
-- Functions of the tests run as their caller; what they look up must not be hidden from him.
create temp table now_ (k text primary key, v text);
grant select, insert, update, delete on now_ to public;
create function stage.note(k text, v text) returns void language sql as $$ insert into now_ values ($1, $2) on conflict (k) do update set v = excluded.v $$;
create function stage.v(k text) returns text language sql stable as $$ select n.v from now_ n where n.k = $1 $$;
create function stage.look(name text) returns void language sql security definer as $$
	insert into pg_temp.now_ values ('f' || name, stage.f(name)::text), ('h' || name, stage.shown(name)), ('i' || name, stage.input(name)) on conflict (k) do update set v = excluded.v
$$;

select stage.file('Afi'), stage.file('Koffi', '{FNRB,CNSS}');
select is(relrowsecurity and relforcerowsecurity, true, relname || ': row security enabled and forced') from pg_class where relnamespace = 'pensions'::regnamespace and relkind = 'r'
	and relname not in ('states', 'state_moves');

-- 1. Amounts in words -------------------------------------------------------------------------------------------------------------
select is(pensions_api.number_words(n), w, n || ' in words') from (values (0::bigint, 'zéro'), (1, 'un'), (16, 'seize'), (21, 'vingt et un'), (70, 'soixante-dix'), (71, 'soixante et onze'), (80, 'quatre-vingts'),
	(81, 'quatre-vingt-un'), (91, 'quatre-vingt-onze'), (99, 'quatre-vingt-dix-neuf'), (100, 'cent'), (180, 'cent quatre-vingts'), (200, 'deux cents'), (201, 'deux cent un'), (1000, 'mille'), (1001, 'mille un'),
	(80000, 'quatre-vingt mille'), (192000, 'cent quatre-vingt-douze mille'), (200000, 'deux cent mille'), (1000000, 'un million'), (2300571, 'deux millions trois cent mille cinq cent soixante et onze'),
	(80000000, 'quatre-vingts millions'), (-1, null), (1000000000000, null)) x (n, w);
select is(pensions_api.francs_words(1000000), 'un million de francs CFA', 'a whole million takes its "de"');

-- 2. The services are certified ----------------------------------------------------------------------------------------------------
select stage.look('Afi');
:luc
select throws_ok(format('select pensions_api.approve(%s, ''etat_services'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU404', 'pensions.file_missing', 'a desk of another ministry does not know the file');
select throws_ok(format('select * from pensions_api.circuit_head(%s)', stage.v('fAfi')), 'GU404', 'pensions.file_missing', '… nor sees its page');
:sabi
select throws_ok(format('select pensions_api.approve(%s, ''etat_services'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU403', 'pensions.not_your_desk', 'a controller certifies no services');
:double
select throws_ok(format('select pensions_api.approve(%s, ''etat_services'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU403', 'pensions.beneficiary_cannot', 'nor the beneficiary under another account');
:rachida
select throws_ok(format('select pensions_api.approve(%s, ''liquidation'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU409', 'pensions.other_step', 'another step than the one that waits');
select throws_ok(format('select pensions_api.approve(%s, ''etat_services'', %L)', stage.v('fAfi'), repeat('0', 64)), 'GU409', 'pensions.shown_another', 'a forged hash');
select lives_ok(format('select pensions_api.approve(%s, ''etat_services'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'the clerk certifies');
reset role;
select is(stage.state('Afi'), 'liquidation', 'the file goes to the computation');
select is(j.kind || ' ' || (j.input ->> 'file'), 'pensions.liquidate ' || stage.f('Afi'), 'which is asked at once') from pensions.files f join base.jobs j on j.job_id = f.computation_job_id where f.file_id = stage.f('Afi');

-- 3. The computation: whole, versioned, never guessed --------------------------------------------------------------------------------
select stage.look('Afi');
:edwige
select throws_ok(format('select pensions_api.approve(%s, ''liquidation'', %L)', stage.v('fAfi'), repeat('0', 64)), 'GU409', 'pensions.shown_another', 'nothing is computed yet: nothing to say yes to');
select throws_ok(format('select * from pensions_api.keep_liquidation(%s, %L, %L)', stage.v('fAfi'), repeat('0', 64), jsonb_build_array(stage.result(1))), 'GU409', 'pensions.changed_meanwhile', 'a computation of another career is refused');
select throws_ok(format('select * from pensions_api.keep_liquidation(%s, %L, %L)', stage.v('fAfi'), stage.v('iAfi'), jsonb_build_array(stage.result(1, 'CNSS'))), 'GU409', 'pensions.not_these_funds', '… or of another fund');
select throws_ok(format('select * from pensions_api.keep_liquidation(%s, %L, %L)', stage.v('fAfi'), stage.v('iAfi'), jsonb_build_array(stage.result(-5))), '23514', null, '… or a negative amount');
select throws_ok(format('select * from pensions_api.keep_liquidation(%s, %L, %L)', stage.v('fAfi'), stage.v('iAfi'), jsonb_build_array(stage.result(100, 'FNRB', 'Indice inconnu'))), '23514', null, '… or an amount beside a wait');
:double
select throws_ok(format('select * from pensions_api.keep_liquidation(%s, %L, %L)', stage.v('fAfi'), stage.v('iAfi'), jsonb_build_array(stage.result(1))), 'GU403', 'pensions.beneficiary_cannot', 'the beneficiary does not compute his own');
:worker
select is((select version || ' ' || is_new || ' ' || is_complete from pensions_api.keep_liquidation(stage.v('fAfi')::bigint, stage.v('iAfi'), jsonb_build_array(stage.result(0, 'FNRB', 'Indice inconnu')))), '1 true false', 'a wait is kept, without an amount');
select is((select version || ' ' || is_new from pensions_api.keep_liquidation(stage.v('fAfi')::bigint, stage.v('iAfi'), jsonb_build_array(stage.result(0, 'FNRB', 'Indice inconnu')))), '1 false', 'the same again makes no version');
reset role;
select stage.look('Afi');
:edwige
select throws_ok(format('select pensions_api.approve(%s, ''liquidation'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU409', 'pensions.waits_stand', 'while a wait stands, the file stays');
select is((select not_ready from pensions_api.mine_to_do(stage.v('fAfi')::bigint)), 'pensions.waits_stand', 'the page says so');
select is((select wait_what || ' ' || wait_do from pensions_api.file_waits(stage.v('fAfi')::bigint)), 'Indice inconnu Charger.', 'the wait is named, with what the desk can do');
:worker
select is((select version || ' ' || is_new || ' ' || is_complete from pensions_api.keep_liquidation(stage.v('fAfi')::bigint, stage.v('iAfi'), jsonb_build_array(stage.result(0, 'FNRB', null, false)))), '2 true true', 'no right: kept');
reset role;
select stage.look('Afi');
:edwige
select throws_ok(format('select pensions_api.approve(%s, ''liquidation'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU409', 'pensions.no_right', 'no right: it does not go on');
:worker
select is((select version || ' ' || is_new from pensions_api.keep_liquidation(stage.v('fAfi')::bigint, stage.v('iAfi'), jsonb_build_array(stage.result(175500)))), '3 true', 'an amount: a third version');
select is(pensions_api.approve_alone(stage.v('fAfi')::bigint), false, 'the payer said nothing: the portal proposes nothing by itself');
reset role;
select stage.look('Afi');
:edwige
select throws_ok(format('select pensions_api.turn_down(%s, ''Pas assez de services.'')', stage.v('fAfi')), 'GU409', 'pensions.has_right', 'who has a right is not rejected');
select is((select count(*) from pensions_api.file_lines(stage.v('fAfi')::bigint) l where l.is_new), 1::bigint, 'the line that changed is marked');
select is((select value from pensions_api.file_gone(stage.v('fAfi')::bigint)), '0 FCFA', 'what the version before said is shown');

-- 4. The hands --------------------------------------------------------------------------------------------------------------------
:sabi
select throws_ok(format('select pensions_api.approve(%s, ''liquidation'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU403', 'pensions.not_your_desk', 'a controller does not propose');
:edwige
select lives_ok(format('select pensions_api.approve(%s, ''liquidation'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'the officer proposes');
select throws_ok(format('select pensions_api.approve(%s, ''controle'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU403', 'pensions.already_approved', 'and does not control what she proposed');
:twin
select throws_ok(format('select pensions_api.approve(%s, ''controle'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU403', 'pensions.already_approved', 'nor under another account');
select is((select why from pensions_api.mine_to_do(stage.v('fAfi')::bigint)), 'pensions.already_approved', 'the page says why');
:sabi
select throws_ok(format('select pensions_api.send_back(%s, ''Relire la ligne 1.'')', '0'), 'GU404', 'pensions.file_missing', 'an unknown file');
select lives_ok(format('select pensions_api.approve(%s, ''controle'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'the controller agrees');
-- A new computation voids them.
:worker
select is((select version || ' ' || is_new from pensions_api.keep_liquidation(stage.v('fAfi')::bigint, stage.v('iAfi'), jsonb_build_array(stage.result(175501)))), '4 true', 'computed anew: another amount');
reset role;
select is(stage.state('Afi'), 'liquidation', 'the file is back');
select is((select count(*) from pensions.approvals a where a.file_id = stage.f('Afi') and a.void_why like 'nouveau calcul%'), 2::bigint, 'both later approvals fell');
select is((select count(*) from pensions.approvals a where a.file_id = stage.f('Afi') and a.void_at is null), 1::bigint, 'the certificate of services stays');
select ok(exists (select from pensions.events e where e.file_id = stage.f('Afi') and e.note like '%accords donnés sur le calcul précédent tombent : 2.'), 'an event says it');
:hyacinthe
select throws_ok(format('select pensions_api.approve(%s, ''signature'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU403', 'pensions.not_your_desk', 'the chief has nothing to sign yet');
reset role;
select stage.look('Afi');
:edwige
select throws_ok(format('select pensions_api.approve(%s, ''liquidation'', %L)', stage.v('fAfi'), repeat('ab', 32)), 'GU409', 'pensions.shown_another', 'a stale page agrees to nothing');
select lives_ok(format('select pensions_api.approve(%s, ''liquidation'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'proposed again');
:sabi
select lives_ok(format('select pensions_api.send_back(%s, ''Relire la ligne 1.'')', stage.v('fAfi')), 'the controller returns it, with a reason');
reset role;
select is(stage.state('Afi'), 'liquidation', 'it is back at the computation');
:edwige
select lives_ok(format('select pensions_api.approve(%s, ''liquidation'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'proposed once more');
:sabi
select lives_ok(format('select pensions_api.approve(%s, ''controle'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'controlled');
-- The career changes between control and signature.
reset role;
savepoint before_change;
select stage.line('Afi', 'avancement_echelon', '2024-01-01', '{"before_category": "A", "before_scale": 1, "before_step": 1, "after_category": "A", "after_scale": 1, "after_step": 2, "after_index": 1000}');
:hyacinthe
select throws_ok(format('select pensions_api.approve(%s, ''signature'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU409', 'pensions.stale_computation', 'an act came meanwhile: nothing is signed');
reset role;
rollback to before_change;
update base.sessions set proved_at = now() - interval '11 minutes' where person_id = stage.person_of('Hyacinthe');
:hyacinthe
select throws_ok(format('select pensions_api.approve(%s, ''signature'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU403', 'accounts.not_fresh', 'an old second factor does not sign');
select is((select count(*) from pensions_api.sign_list(10)), 1::bigint, 'the list to sign has the file');
select throws_ok(format('select * from pensions_api.sign_many(array[%s]::bigint[], array[%L])', stage.v('fAfi'), stage.v('hAfi')), 'GU403', 'accounts.not_fresh', '… nor signs a list');
reset role;
update base.sessions set proved_at = now();
savepoint before_list;
:hyacinthe
select is((select done || ' ' || refused || ' ' || why from pensions_api.sign_many(array[stage.v('fAfi')::bigint, 0], array[stage.v('hAfi'), repeat('0', 64)])), '1 1 pensions.file_missing', 'a list: what may pass passes, the rest says why');
reset role;
select is(j.kind, 'pensions.seal_many', 'one job seals a list') from pensions.files f join base.jobs j on j.job_id = f.seal_job_id where f.file_id = stage.f('Afi');
rollback to before_list;
:hyacinthe
select is((select done || ' ' || refused || ' ' || why from pensions_api.sign_many(array[stage.v('fAfi')::bigint], array[repeat('0', 64)])), '0 1 pensions.shown_another', 'a list with a forged hash signs nothing');
select lives_ok(format('select pensions_api.approve(%s, ''signature'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'the chief signs');
select throws_ok(format('select pensions_api.approve(%s, ''signature'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'GU409', 'pensions.other_step', 'once');
reset role;
select is(stage.state('Afi'), 'scellement', 'to be sealed');

-- 5. The seal ----------------------------------------------------------------------------------------------------------------------
create function stage.last_number() returns int language sql stable as $$ select coalesce(max(r.last_number), 0) from acts.registers r where r.series_code = 'livret_pension' $$;
savepoint before_seal;
:worker
select is((select count(*) from pensions_api.seal_begin(stage.v('fAfi')::bigint, 0)), 1::bigint, 'a number is taken');
reset role;
rollback to before_seal;                                        -- the daemon died there
select is(stage.last_number(), 0, 'killed between number and commit: no number is lost');
:worker
select stage.note('code', s.code), stage.note('ref', s.reference), stage.note('content', s.content), stage.note('payload', s.payload) from pensions_api.seal_begin(stage.v('fAfi')::bigint, 0) s;
select isnt(pensions_api.seal_end(stage.v('fAfi')::bigint, 0, stage.v('code'), stage.v('ref'), stage.v('content'), 'essai', 'x.' || stage.v('payload'), repeat('cd', 32), 10), null, 'sealed');
select is((select count(*) from pensions_api.seal_begin(stage.v('fAfi')::bigint, 0)), 0::bigint, 'a second time: nothing to do');
select throws_ok(format('select pensions_api.seal_end(%s, 0, ''ABCDEFGHJKMN'', ''x'', ''{}'', ''essai'', ''x'', %L, 1)', stage.v('fAfi'), repeat('cd', 32)), 'P0002', null, '… nor ends twice');
reset role;
select is(stage.last_number(), 1, 'one number');
select is(stage.v('ref'), '0001/' || extract(year from (now() at time zone 'Africa/Porto-Novo'))::int || '/MTFP/DGFP/DRA/SRS/LP', 'its reference');
select is(row(f.state_code, f.concession_reference = stage.v('ref'), f.notified_on, d.type_code, d.state_code, d.agent_id = stage.who('Afi'))::text, format('(remise,t,%s,certificat,en_vigueur,t)', (now() at time zone 'Africa/Porto-Novo')::date), 'handed over, with its document')
	from pensions.files f join acts.documents d on d.document_id = f.booklet_id where f.file_id = stage.f('Afi');
select is(stage.v('content')::jsonb #>> '{blocks,1,rows,1,1}', 'cent soixante-quinze mille cinq cent un francs CFA', 'the amount in words');
select is(stage.v('payload')::jsonb ->> 'p' || ' ' || (stage.v('payload')::jsonb ->> 'm'), 'DOSSOU Afi P100', 'the seal names its holder');
select is(stage.v('payload')::jsonb ->> 'h', acts_api.base64url(sha256(convert_to(stage.v('content'), 'UTF8'))), '… and the hash of what is printed');
select ok(length(stage.v('payload')) < 700, 'the seal fits a code that telephones read');
select is(array(select t.body_code from pensions.transfers t where t.file_id = stage.f('Afi') order by 1), '{FNRB,TRESOR}', 'told to the fund and to the payer');
select is((select a.person_id = stage.person_of('Hyacinthe') from base.audit a where a.verb = 'scellement' and a.object like 'dossier%' order by a.audit_id desc limit 1), true, 'in the journal under who signed');

-- 6. Handing over -------------------------------------------------------------------------------------------------------------------
:sabi
select throws_ok(format('select pensions_api.acknowledge(%s, ''FNRB'', ''R1'', current_date)', stage.v('fAfi')), 'GU403', 'pensions.not_your_desk', 'a controller hands nothing over');
:double
select throws_ok(format('select pensions_api.acknowledge(%s, ''FNRB'', ''R1'', current_date)', stage.v('fAfi')), 'GU403', 'pensions.beneficiary_cannot', 'nor the beneficiary');
:edwige
select throws_ok(format('select pensions_api.acknowledge(%s, ''CNSS'', ''R1'', current_date)', stage.v('fAfi')), 'GU422', 'pensions.no_such_body', 'a fund that has no part');
select throws_ok(format('select pensions_api.acknowledge(%s, ''FNRB'', ''R1'', current_date + 1)', stage.v('fAfi')), 'GU422', 'pensions.answer_date', 'an answer of tomorrow');
select throws_ok(format('select pensions_api.set_first_payment(%s, ''2026-06-30'')', stage.v('fAfi')), 'GU422', 'pensions.payment_before', 'a payment before the pension');
select lives_ok(format('select pensions_api.acknowledge(%s, ''FNRB'', ''R1'', current_date)', stage.v('fAfi')), 'the fund answered');
select throws_ok(format('select pensions_api.acknowledge(%s, ''FNRB'', ''R1'', current_date)', stage.v('fAfi')), 'GU409', 'pensions.acknowledged_already', 'once');
select lives_ok(format('select pensions_api.set_first_payment(%s, ''2026-12-24'')', stage.v('fAfi')), 'the first payment is known');
reset role;
select is(stage.state('Afi'), 'remise', 'the payer did not answer yet');
:edwige
select lives_ok(format('select pensions_api.acknowledge(%s, ''TRESOR'', ''T1'', current_date)', stage.v('fAfi')), 'the payer answered');
reset role;
select is(row(f.state_code, f.booklet_on, f.first_payment_on)::text, format('(paiement,%s,2026-12-24)', current_date), 'paid, the booklet handed over') from pensions.files f where f.file_id = stage.f('Afi');
:edwige
select throws_ok(format('select pensions_api.set_first_payment(%s, ''2026-12-25'')', stage.v('fAfi')), 'GU409', 'pensions.not_handed_over', 'afterwards nothing is set');

-- 7. Revision and appeal --------------------------------------------------------------------------------------------------------------
:koffi
select throws_ok($$ select pensions_api.ask_review('Mes années de stage ne sont pas comptées.') $$, 'GU409', 'pensions.review_not_now', 'no booklet: no revision');
:afi
select throws_ok($$ select pensions_api.ask_review('Non.') $$, 'GU422', 'pensions.review_short', 'a revision says why');
select lives_ok($$ select pensions_api.ask_review('Mes années de stage ne sont pas comptées.') $$, 'she asks a revision');
select throws_ok($$ select pensions_api.ask_review('Mes années de stage ne sont pas comptées, encore.') $$, 'GU409', 'pensions.review_pending', 'one at a time');
reset role;
select is(a.kind_code || ' ' || base_api.working_days(current_date, a.due_on), 'revision 15', 'with its own clock') from pensions.appeals a where a.file_id = stage.f('Afi');
select stage.note('appeal', (select appeal_id::text from pensions.appeals a where a.file_id = stage.f('Afi')));
:sabi
select throws_ok(format('select pensions_api.answer_review(%s, %s, false, ''Les stages ne comptent pas, article lu.'')', stage.v('fAfi'), stage.v('appeal')), 'GU403', 'pensions.not_your_desk', 'a controller does not answer');
:double
select throws_ok(format('select pensions_api.answer_review(%s, %s, true, ''Les stages comptent, article lu.'')', stage.v('fAfi'), stage.v('appeal')), 'GU403', 'pensions.beneficiary_cannot', 'nor she herself');
:edwige
select throws_ok(format('select pensions_api.answer_review(%s, %s, false, ''Non.'')', stage.v('fAfi'), stage.v('appeal')), 'GU422', 'pensions.answer_short', 'an answer says why');
select lives_ok(format('select pensions_api.answer_review(%s, %s, false, ''Les stages ne comptent pas, article lu.'')', stage.v('fAfi'), stage.v('appeal')), 'refused with a reason');
select throws_ok(format('select pensions_api.answer_review(%s, %s, true, ''Finalement les stages comptent.'')', stage.v('fAfi'), stage.v('appeal')), 'GU409', 'pensions.answered_already', 'once');
:afi
select is((select kind_code from pensions_api.my_review()), 'recours', 'then an appeal is open');
reset role;
savepoint before_late;
update pensions.appeals set answered_at = now() - interval '3 months' where file_id = stage.f('Afi');
:afi
select throws_ok($$ select pensions_api.ask_review('Je demande que quelqu’un d’autre relise.') $$, 'GU409', 'pensions.appeal_late', 'after its delay it is closed');
reset role;
rollback to before_late;
:afi
select lives_ok($$ select pensions_api.ask_review('Je demande que quelqu’un d’autre relise.') $$, 'she appeals');
reset role;
select stage.note('appeal', (select max(appeal_id)::text from pensions.appeals a where a.file_id = stage.f('Afi')));
:edwige
select throws_ok(format('select pensions_api.answer_review(%s, %s, false, ''Déjà répondu, pas davantage.'')', stage.v('fAfi'), stage.v('appeal')), 'GU403', 'pensions.not_your_desk', 'who refused the revision does not judge the appeal');
:hyacinthe
select lives_ok(format('select pensions_api.answer_review(%s, %s, true, ''Le stage de 1993 compte : article relu.'')', stage.v('fAfi'), stage.v('appeal')), 'the chief accepts');
reset role;
select is(stage.state('Afi'), 'liquidation', 'the file is computed anew');
select is((select count(*) from pensions.approvals a where a.file_id = stage.f('Afi') and a.void_at is null and a.step_code <> 'etat_services'), 0::bigint, 'nobody''s former yes holds');
select stage.look('Afi');
:worker
select is((select version || ' ' || is_new from pensions_api.keep_liquidation(stage.v('fAfi')::bigint, stage.v('iAfi'), jsonb_build_array(stage.result(175501)))), '5 true', 'a new version even for the same amount: it was asked');
select is((select version || ' ' || is_new from pensions_api.keep_liquidation(stage.v('fAfi')::bigint, stage.v('iAfi'), jsonb_build_array(stage.result(175501)))), '5 false', '… once');
reset role;
-- Signed again: the former booklet says that it was replaced.
select stage.look('Afi');
:edwige
select lives_ok(format('select pensions_api.approve(%s, ''liquidation'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'proposed again');
:sabi
select lives_ok(format('select pensions_api.approve(%s, ''controle'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'controlled again');
:hugues
select lives_ok(format('select pensions_api.approve(%s, ''signature'', %L)', stage.v('fAfi'), stage.v('hAfi')), 'signed again');
:worker
select stage.note('code', s.code), stage.note('ref', s.reference), stage.note('content', s.content), stage.note('payload', s.payload) from pensions_api.seal_begin(stage.v('fAfi')::bigint, 0) s;
select isnt(pensions_api.seal_end(stage.v('fAfi')::bigint, 0, stage.v('code'), stage.v('ref'), stage.v('content'), 'essai', 'x.' || stage.v('payload'), repeat('ce', 32), 10), null, 'sealed again');
reset role;
select is(array(select d.state_code from acts.documents d where d.agent_id = stage.who('Afi') order by d.document_id), '{remplace,en_vigueur}', 'the former booklet is replaced');
select is((select count(*) from pensions.transfers t where t.file_id = stage.f('Afi') and t.acknowledged_at is not null), 0::bigint, 'fund and payer are told again');
update pensions.files set notified_on = current_date - 120 where file_id = stage.f('Afi');
delete from pensions.appeals where file_id = stage.f('Afi');
:afi
select throws_ok($$ select pensions_api.ask_review('Mes années de stage ne sont pas comptées.') $$, 'GU409', 'pensions.review_late', 'after three months a revision is refused');
reset role;

-- 8. Two funds; overlapping acts; a rejection -----------------------------------------------------------------------------------------
select stage.look('Koffi');
:rachida
select lives_ok(format('select pensions_api.approve(%s, ''etat_services'', %L)', stage.v('fKoffi'), stage.v('hKoffi')), 'two funds: certified');
:worker
select throws_ok(format('select * from pensions_api.keep_liquidation(%s, %L, %L)', stage.v('fKoffi'), stage.v('iKoffi'), jsonb_build_array(stage.result(1))), 'GU409', 'pensions.not_these_funds', 'one fund alone is not the pension');
select is((select version || ' ' || is_complete from pensions_api.keep_liquidation(stage.v('fKoffi')::bigint, stage.v('iKoffi'), jsonb_build_array(stage.result(90000), stage.result(0, 'CNSS', 'Taux par annuité')))), '1 false', 'one fund waits: the whole waits');
select is((select version || ' ' || is_complete from pensions_api.keep_liquidation(stage.v('fKoffi')::bigint, stage.v('iKoffi'), jsonb_build_array(stage.result(90000), stage.result(30000, 'CNSS')))), '2 true', 'both');
select throws_ok(format('select * from pensions_api.keep_liquidation(%s, %L, %L)', stage.v('fKoffi'), stage.v('iKoffi'), jsonb_build_array(stage.result(90000, 'FNRB', null, false), stage.result(30000, 'CNSS'))), '23514', null, 'no amount without a right');
:edwige
select is((select pension_fcfa from pensions_api.circuit_head(stage.v('fKoffi')::bigint)), 120000::bigint, 'the pension is the sum of what each pays');
select is((select count(*) from pensions_api.file_funds(stage.v('fKoffi')::bigint)), 2::bigint, 'each fund has its computation');
:worker
select is((select version || ' ' || is_complete from pensions_api.keep_liquidation(stage.v('fKoffi')::bigint, stage.v('iKoffi'), jsonb_build_array(stage.result(0, 'FNRB', null, false), stage.result(0, 'CNSS', null, false)))), '3 true', 'no right at all');
:edwige
select lives_ok(format('select pensions_api.turn_down(%s, ''Moins de quinze ans de services.'')', stage.v('fKoffi')), 'rejected with a reason');
:koffi
select is((select kind_code from pensions_api.my_review()), 'revision', 'a rejection is contested like a pension');
reset role;
select is(row(f.state_code, f.notified_on)::text, format('(rejete,%s)', current_date), 'rejected, notified') from pensions.files f where f.file_id = stage.f('Koffi');
-- A contradiction between acts is a part of what is certified.
select stage.note('before', encode(pensions_api.services_hash(f), 'hex')) from pensions.files f where f.file_id = stage.f('Koffi');
select stage.line('Koffi', 'avancement_echelon', '2000-01-01', '{"before_category": "A", "before_scale": 1, "before_step": 1, "after_category": "A", "after_scale": 1, "after_step": 2, "after_index": 950}');
select isnt(stage.v('before'), encode(pensions_api.services_hash(f), 'hex'), 'an act that contradicts another changes the hash of the services') from pensions.files f where f.file_id = stage.f('Koffi');

-- 9. A quarter in one go ----------------------------------------------------------------------------------------------------------------
select stage.file('Bio');
select stage.look('Bio');
:rachida
select lives_ok(format('select pensions_api.approve(%s, ''etat_services'', %L)', stage.v('fBio'), stage.v('hBio')), 'Bio: certified');
select throws_ok($$ select pensions_api.launch_batch('2026-07-01') $$, 'GU409', 'pensions.batch_empty', 'a clerk has nothing to compute');
:edwige
select throws_ok($$ select pensions_api.launch_batch('2026-07-02') $$, 'GU422', 'pensions.not_a_quarter', 'a day is no quarter');
select isnt(pensions_api.launch_batch('2026-07-01'), null, 'the officer launches it');
select throws_ok($$ select pensions_api.launch_batch('2026-07-01') $$, 'GU409', 'pensions.batch_running', 'one at a time');
select is((select files || ' ' || treated || ' ' || is_running from pensions_api.lots_batch('2026-07-01')), '1 0 true', 'its page says how far it is');
reset role;
create or replace function payroll_api.agreement(agent bigint) returns text language sql stable security definer as $$ select 'concorde'::text $$;
select stage.note('batch', (select max(batch_id)::text from pensions.batches));
:worker
select is(array(select * from pensions_api.batch_list(stage.v('batch')::bigint)), array[stage.v('fBio')::bigint], 'the batch holds what is to be computed');
select is((select is_complete from pensions_api.keep_liquidation(stage.v('fBio')::bigint, stage.v('iBio'), jsonb_build_array(stage.result(150000)))), true, 'computed');
select is(pensions_api.approve_alone(stage.v('fBio')::bigint), true, 'career and pay agree: the portal proposes by itself');
select is(pensions_api.approve_alone(stage.v('fBio')::bigint), false, '… once');
select lives_ok(format('select pensions_api.batch_did(%s, %s, ''automatique'', '''')', stage.v('batch'), stage.v('fBio')), 'what was done is written');
select lives_ok(format('select pensions_api.batch_end(%s)', stage.v('batch')), 'and the batch ends');
reset role;
select is(row(f.state_code, f.is_automatic, a.is_automatic, a.person_id)::text, '(controle,t,t,)', 'a person still controls, another signs') from pensions.files f join pensions.approvals a on a.file_id = f.file_id and a.step_code = 'liquidation'
	where f.file_id = stage.f('Bio');
:edwige
select is((select outcome_label from pensions_api.lots_files('2026-07-01', 50, 0) l where l.file_id = stage.v('fBio')::bigint), 'liquidé par le portail', 'the list says what became of each');
select throws_ok($$ select * from pensions_api.keep_liquidation(0, 'x', '[]') $$, 'GU404', null, 'an unknown file is not computed');
:luc
select is((select files from pensions_api.lots_summary('2026-07-01')), 0, 'another desk counts none of them');
:worker
select throws_ok(format('select pensions_api.approve(%s, ''controle'', ''x'')', stage.v('fBio')), '42501', null, 'a job approves nothing in the name of people');
reset role;
select * from finish();
rollback;
