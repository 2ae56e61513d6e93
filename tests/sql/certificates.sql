-- Certificates: each condition beside its refusal, the chain of the three papers, who decides and who may not, numbers, the past.
begin;
\ir career_cast.inc
select no_plan();

select stage.person('Rachida Gbaguidi', '1975-01-01'), stage.person('Moussa Sabi', '1976-01-01', 'M'), stage.person('Rosine Tout', '1976-01-01');
select stage.agent('Afi Dossou', 'c100', '1984-06-15', 'FE', '2010-10-01', 'SRHTE'), stage.agent('Koffi Agbo', 'c200', '1985-05-05', 'FE', '2012-01-02', 'MEMP'),
	stage.agent('Zita Loko', 'c300', '1980-02-02', 'FE', '2008-01-02', 'DDTFP-DONGA'), stage.agent('Sena Houssou', 'c400', '1990-03-03', 'FE', '2014-01-02', 'SRHTE');
select stage.assign('Rachida', 'clerk', 'MTFP'), stage.assign('Moussa', 'clerk', 'MS'), stage.assign('Rosine', 'manager', 'RB'),
	stage.assign('Afi', 'agent', null), stage.assign('Koffi', 'agent', null), stage.assign('Zita', 'agent', null), stage.assign('Sena', 'agent', null), stage.assign('Sena', 'clerk', 'MTFP');

-- An entry with everything that a certificate prints.
create function stage.enters(name text, hired date, place text, corps text default 'AAS', category text default 'A', scale int default 3) returns bigint language sql as $$
	select stage.line(name, 'nomination', hired, jsonb_build_object('after_status_code', 'FE', 'after_corps_id', (select corps_id from career.corps c where c.code = corps),
		'after_structure_id', stage.place(place), 'after_position_code', 'activite', 'after_category', category, 'after_scale', scale, 'after_step', 1))
$$;
select stage.enters('Afi', '2010-10-01', 'SRHTE'), stage.enters('Koffi', '2012-01-02', 'MEMP'), stage.enters('Zita', '2008-01-02', 'DDTFP-DONGA'), stage.enters('Sena', '2014-01-02', 'SRHTE');
select career_api.refresh_all();
select stage.sign_in();
insert into base.contacts (person_id, kind, value, origin) values (stage.person_of('Afi'), 'phone', '+2290197123456', 'record');
insert into base.parameters (name, valid_from, value, source, certainty) values ('certificates.departures', current_date - 10, jsonb_build_object('until', current_date - 1), 'essai', 'usage');
insert into acts.seal_keys (kid, public_key) values ('essai', decode(repeat('0a', 32), 'hex'));

-- "presence: oui oui non …" of a kind, as the file of somebody stands.
create function stage.verdicts(name text, kind text, variant text default 'simple', request bigint default null) returns text language sql as $$
	select string_agg(j.condition_code || '=' || j.verdict_code, ' ' order by j.sort) filter (where j.verdict_code <> 'oui')
	from certificates_api.judge(certificates_api.facts_of(stage.who(name)), kind, variant, request) j
$$;
create function stage.why(name text, kind text, condition text) returns text language sql as $$
	select j.why from certificates_api.judge(certificates_api.facts_of(stage.who(name)), kind, 'simple', null) j where j.condition_code = condition
$$;
-- What the job does, without its seal and its paper.
create function stage.issue(request bigint, day date default current_date) returns text language plpgsql as $$
declare
	b record;
begin
	set local role worker;
	select * into b from certificates_api.issue_begin(request, day);
	if b.state_code = 'emission' then
		perform certificates_api.issue_end(request, day, b.code, b.content, 'essai', 'sceau', repeat('ab', 32), 1000);
	end if;
	reset role;
	return b.state_code;
end $$;
create function stage.last(name text, kind text) returns bigint language sql security definer as $$
	select max(request_id) from certificates.requests r where r.person_id = stage.person_of(name) and r.kind_code = kind
$$;
create function stage.state(name text, kind text) returns text language sql security definer as $$
	select r.state_code from certificates.requests r where r.request_id = stage.last(name, kind)
$$;
grant execute on all functions in schema stage to public;

-- 1. Conditions, each beside what breaks it ------------------------------------------------------------------------------------
select is(stage.verdicts('Afi', 'presence_poste'), null, 'présence: a complete file meets every condition');
select is(stage.verdicts('Afi', 'non_radiation'), null, 'non-radiation: the same');
select is(stage.verdicts('Afi', 'etat_services'), null, 'état des services: the same');
select is(stage.verdicts('Afi', 'validite_services'), 'presence_valide=non radiation_valide=non', 'validité: the chain is not there yet');
select alike(stage.why('Afi', 'presence_poste', 'affectation'), 'Service des Ressources Humaines%par Nomination%', 'a verdict names the act behind it');

savepoint broken;
select stage.line('Afi', 'conge', current_date - 20, jsonb_build_object('end_date', current_date + 20));
select is(stage.verdicts('Afi', 'presence_poste'), 'absence=inconnu', 'a leave in course: not known to be at his post');
select stage.line('Afi', 'reintegration', current_date - 2, '{"after_position_code": "activite"}');
select is(stage.verdicts('Afi', 'presence_poste'), null, 'the act of return ends it');
rollback to broken;
select stage.line('Afi', 'conge', current_date - 900, jsonb_build_object('end_date', current_date - 800));
select is(stage.verdicts('Afi', 'presence_poste'), null, 'a leave that is over');
select stage.line('Afi', 'mise_stage', current_date - 400, '{}');
select is(stage.verdicts('Afi', 'presence_poste'), 'absence=inconnu', 'a training without return');
select stage.line('Afi', 'retour_stage', current_date - 40, '{}');
select is(stage.verdicts('Afi', 'presence_poste'), null, 'and its return');
rollback to broken;
select stage.line('Afi', 'disponibilite', current_date - 20, jsonb_build_object('after_position_code', 'disponibilite', 'end_date', current_date + 200));
select career_api.refresh_all();
select is(stage.verdicts('Afi', 'presence_poste'), 'position=non', 'on leave of absence: no post to attest');
select is(stage.verdicts('Afi', 'non_radiation'), null, '… yet neither struck off nor gone');
rollback to broken;
select stage.line('Afi', 'retraite', current_date - 5, '{}');
select career_api.refresh_all();
select is(stage.verdicts('Afi', 'presence_poste'), 'en_service=non', 'gone: no presence');
select is(stage.verdicts('Afi', 'non_radiation'), 'en_service=non', 'no certificate of non-radiation');
select is(stage.verdicts('Afi', 'etat_services'), null, 'but a state of services, which tells the past');
rollback to broken;
select stage.line('Afi', 'retraite', current_date + 30, '{}');
select career_api.refresh_all();
select is(stage.verdicts('Afi', 'presence_poste'), null, 'a departure to come takes nothing away today');
rollback to broken;
select stage.line('Afi', 'radiation', current_date - 5, '{}');
select career_api.refresh_all();
select is(stage.verdicts('Afi', 'non_radiation'), 'en_service=non non_radie=non', 'struck off');
rollback to broken;
insert into certificates.departure_candidates (agent_id, campaign, registered_on, source) values (stage.who('Afi'), 'essai', current_date - 3, 'essai');
select is(stage.verdicts('Afi', 'non_radiation'), 'non_candidat=non', 'a candidate to voluntary departure');
update certificates.departure_candidates set withdrawn_on = current_date - 1;
select is(stage.verdicts('Afi', 'non_radiation'), null, 'who withdrew');
delete from base.parameters where name = 'certificates.departures';
select is(stage.verdicts('Afi', 'non_radiation'), 'non_candidat=inconnu', 'a register that was never loaded proves nothing');
rollback to broken;
update base.persons set birth_date = current_date - interval '61 years' where person_id = stage.person_of('Afi');
select career_api.refresh_all();
select is(stage.verdicts('Afi', 'presence_poste'), 'age_limite=non', 'past the age limit without an act');
select alike(stage.verdicts('Afi', 'validite_services'), '%retraite=non%', '… and no validity of services');
rollback to broken;
update base.persons set birth_date = null where person_id = stage.person_of('Afi');
select career_api.refresh_all();
select is(stage.verdicts('Afi', 'presence_poste'), 'age_limite=inconnu', 'no birth date: the age limit is unknown, not met');
select is(stage.verdicts('Afi', 'non_radiation'), 'identite=inconnu', 'and a mention is missing');
select alike(stage.verdicts('Afi', 'validite_services'), '%identite=inconnu retraite=inconnu%', 'of the attestation of validity too');
rollback to broken;
update career.agents set first_service_date = null where agent_id = stage.who('Afi');
select alike(stage.verdicts('Afi', 'validite_services'), '%prise_service=inconnu%', 'no date of taking office');
rollback to broken;
update career.acts set state_code = 'annule' where act_id in (select act_id from career.act_lines where agent_id = stage.who('Afi'));
select is(stage.verdicts('Afi', 'presence_poste'), 'age_limite=inconnu position=inconnu affectation=inconnu', 'an act that was cancelled proves nothing any more');
select is(stage.verdicts('Afi', 'etat_services'), 'entree=inconnu', 'no act of entry');
rollback to broken;
select stage.line('Afi', 'avancement_echelon', '2016-10-01', '{"after_category": "A", "after_scale": 3, "after_step": 4, "before_category": "A", "before_scale": 3, "before_step": 3}');
select is(stage.verdicts('Afi', 'etat_services'), 'lacunes=inconnu', 'steps without their acts');
select alike(stage.why('Afi', 'etat_services', 'lacunes'), '%A3-2%A3-3%', 'named one by one');
rollback to broken;
select stage.line('Afi', 'avancement_echelon', '2012-10-01', '{"after_category": "A", "after_scale": 3, "after_step": 1, "before_category": "A", "before_scale": 3, "before_step": 2}');
select is(stage.verdicts('Afi', 'etat_services'), 'contradictions=inconnu', 'acts that contradict each other');
rollback to broken;
update career.acts set proof_code = 'introuvable' where act_id in (select act_id from career.act_lines where agent_id = stage.who('Afi'));
select is(stage.verdicts('Afi', 'etat_services'), 'pieces=inconnu', 'a piece that was looked for and not found');
rollback to broken;
update certificates.offices set auto_issue = false;
select is(stage.verdicts('Afi', 'presence_poste'), 'delegation=inconnu', 'no permission of the signatory: a desk decides');
rollback to broken;

-- Variants and offices: what the file knows is not asked.
select is(certificates_api.variant_of(certificates_api.facts_of(stage.who(n)), k, d), v, format('%s, %s, %s', n, k, d)) from (values ('Afi', 'presence_poste', false, 'simple'),
	('Afi', 'presence_poste', true, 'decret'), ('Zita', 'presence_poste', false, 'deconcentre'), ('Zita', 'presence_poste', true, 'decret'), ('Zita', 'non_radiation', false, 'simple')) x (n, k, d, v);
select is(stage.verdicts('Zita', 'presence_poste', 'deconcentre'), 'titre_mutation=inconnu', 'a deconcentrated directorate without titre de mutation');
select is(stage.verdicts('Afi', 'presence_poste', 'decret'), 'fonction=inconnu', 'a function by decree is checked by a desk');
select stage.line('Zita', 'titre_mutation', '2019-09-01', jsonb_build_object('after_structure_id', stage.place('DDTFP-DONGA')));
select is(stage.verdicts('Zita', 'presence_poste', 'deconcentre'), null, 'with it');
select is((certificates_api.office_of(k, (select structure_rank from career.agents where agent_id = stage.who(n)))).structure_id, stage.place(c), format('%s for %s is issued by %s', k, n, c))
from (values ('Afi', 'presence_poste', 'DGSC'), ('Zita', 'presence_poste', 'DDTFP-DONGA'), ('Koffi', 'presence_poste', 'MEMP'), ('Koffi', 'non_radiation', 'UARAFP-DRSC'), ('Zita', 'validite_services', 'SRS-DRA')) x (n, k, c);

-- 2. Asking ---------------------------------------------------------------------------------------------------------------------
select stage.become('Afi');
set local role web_self;
select is((select count(*) from certificates_api.my_kinds()), 4::bigint, 'four kinds');
select is((select string_agg(k.kind_code, ' ' order by k.kind_code) from certificates_api.my_kinds() k where k.is_whole), 'etat_services non_radiation presence_poste', 'three of them at once');
select throws_ok('select * from certificates_api.ask(''non_radiation'', true, ''Directeur'', ''décret 1'', null, null)', 'GU422', 'certificates.not_asked', 'a function is no matter of that certificate');
select throws_ok('select * from certificates_api.ask(''presence_poste'', false, ''Directeur'', null, null, null)', 'GU422', 'certificates.not_asked', 'a function without saying so');
select throws_ok('select * from certificates_api.ask(''presence_poste'', true, null, ''décret 1'', null, null)', 'GU422', 'certificates.function_missing', 'a decree without function');
select throws_ok('select * from certificates_api.ask(''presence_poste'', true, ''Directeur'', null, null, null)', 'GU422', 'certificates.decree_missing', 'a function without decree');
select throws_ok('select * from certificates_api.ask(''presence_poste'', true, ''Directeur'', ''décret 1'', ''AHOYO'', null)', 'GU422', 'certificates.predecessor_half', 'half a predecessor');
select throws_ok('select * from certificates_api.ask(''presence_poste'', true, ''Directeur'', ''décret 1'', ''AHOYO'', ''C100'')', 'GU422', 'certificates.predecessor_self', 'nobody comes after himself');
select throws_ok('select * from certificates_api.ask(''inconnu'', false, null, null, null, null)', 'GU404', null, 'a kind that does not exist');
select is((select was_there from certificates_api.ask('validite_services', false, null, null, null, null)), false, 'validity, asked before the two others');
select is((select was_there from certificates_api.ask('validite_services', false, null, null, null, null)), true, 'asked twice: the same request');
select is((select state_code from certificates_api.my_requests(9, 0)), 'attente', 'went to the desk');
select lives_ok(format('select certificates_api.withdraw(%s)', (select request_id from certificates_api.my_requests(9, 0))), 'taken back');
select throws_ok(format('select certificates_api.withdraw(%s)', (select request_id from certificates_api.my_requests(9, 0))), 'GU409', 'certificates.not_now', 'not twice');
select is((select was_there from certificates_api.ask('presence_poste', false, null, null, null, null)), false, 'presence');
select is((select was_there from certificates_api.ask('non_radiation', false, null, null, null, null)), false, 'non-radiation');
reset role;
select is((select count(*) from base.jobs where kind = 'certificates.issue' and person_id = stage.person_of('Afi')), 2::bigint, 'two jobs, none for what a desk must see');
select is((select min(r.due_on) from certificates.requests r where r.kind_code = 'validite_services'), base_api.add_working_days(current_date, 15), 'a delay in days of work');
select is((select count(*) from base.outbox where person_id = stage.person_of('Afi') and body like '%réponse attendue avant le ' || base_api.day_words(base_api.add_working_days(current_date, 15)) || '%'), 1::bigint, 'and a message that says until when');

-- 3. Issuing --------------------------------------------------------------------------------------------------------------------
select is(stage.issue(stage.last('Afi', 'presence_poste')), 'emission', 'issued');
select is(stage.issue(stage.last('Afi', 'presence_poste')), 'delivre', 'run twice: nothing twice');
select is((select count(*) from acts.documents where agent_id = stage.who('Afi')), 1::bigint, 'one document');
select is((select expires_on from acts.documents where agent_id = stage.who('Afi')), current_date + 90, 'it holds for ninety days');
select matches((select reference from acts.documents where agent_id = stage.who('Afi')), '^\d{4}/MTFP/DPAF/SGRHTE/DGSC/SA$', 'its number has the form of its desk');
select is((select signed_on from acts.documents where agent_id = stage.who('Afi')), current_date, 'dated today');
select is(stage.verdicts('Afi', 'validite_services'), 'radiation_valide=non', 'half of the chain');
select is(stage.issue(stage.last('Afi', 'non_radiation'), current_date - 30), 'emission', 'asked to date it in the past');
select is((select signed_on from acts.documents d join certificates.requests r using (document_id) where r.request_id = stage.last('Afi', 'non_radiation')), current_date, 'only a demonstration does that');
select is(stage.verdicts('Afi', 'validite_services'), null, 'the chain is there');
savepoint chain;
update acts.documents set state_code = 'annule' where document_id = (select document_id from certificates.requests where request_id = stage.last('Afi', 'presence_poste'));
select is(stage.verdicts('Afi', 'validite_services'), 'presence_valide=non', 'a cancelled paper breaks it');
rollback to chain;
update acts.documents set expires_on = current_date - 1 where document_id = (select document_id from certificates.requests where request_id = stage.last('Afi', 'non_radiation'));
select is(stage.verdicts('Afi', 'validite_services'), 'radiation_valide=non', 'so does one that expired yesterday');
update acts.documents set expires_on = current_date where document_id = (select document_id from certificates.requests where request_id = stage.last('Afi', 'non_radiation'));
select is(stage.verdicts('Afi', 'validite_services'), null, 'one that expires today still holds');
rollback to chain;
select stage.line('Afi', 'affectation', current_date - 1, jsonb_build_object('after_structure_id', stage.place('DSI')));
select career_api.refresh_all();
select is(stage.verdicts('Afi', 'validite_services'), 'presence_valide=non', 'and a presence that speaks of another posting');
rollback to chain;

select stage.become('Afi');
set local role web_self;
select is((select request_id from certificates_api.ask('presence_poste', false, null, null, null, null)), stage.last('Afi', 'presence_poste'), 'one that holds is offered instead of a second one');
select is((select was_there from certificates_api.ask('validite_services', false, null, null, null, null)), false, 'now the third one');
reset role;
create temp table paper as select * from certificates_api.issue_begin(stage.last('Afi', 'validite_services'), current_date);
select is(career_api.grade('A', 3::smallint, 1::smallint), 'A3-1', 'a grade');
select is((select b.value ->> 1 from paper, jsonb_array_elements(content::jsonb -> 'blocks') x (block), jsonb_array_elements(x.block -> 'rows') b (value) where x.block ->> 'style' = 'faits' and b.value ->> 0 = 'Départ probable à la retraite'),
	'1er juillet 2044 (limite d’âge : 60 ans)', 'birth date and age of the category, then the quarter');
select isnt(base_api.day_words(date '2010-10-01' + 55 * 365), '1er juillet 2044', 'not the day of hiring and 55 times 365 days');
select unalike((select content from paper), '%2065%', '… which is nowhere on the paper');
select is((select b.value ->> 1 from paper, jsonb_array_elements(content::jsonb -> 'blocks') x (block), jsonb_array_elements(x.block -> 'rows') b (value) where x.block ->> 'style' = 'faits' and b.value ->> 0 = 'Ancienneté à ce jour'),
	certificates_api.span_words('2010-10-01', current_date), 'seniority at the date');
select alike((select content from paper), '%' || (select reference from certificates.requests where request_id = stage.last('Afi', 'presence_poste')) || '%'
	|| (select reference from certificates.requests where request_id = stage.last('Afi', 'non_radiation')) || '%', 'it cites the two papers it stands on');
select is((select array_agg(k order by k) from paper, jsonb_object_keys(payload::jsonb) k), array['c', 'd', 'f', 'h', 'k', 'm', 'p', 'r', 's', 't', 'v', 'x'], 'the keys of a seal''s payload');
select is((select payload::jsonb ->> 'h' from paper), (select translate(rtrim(encode(sha256(convert_to(content, 'UTF8')), 'base64'), '='), '+/', '-_') from paper), 'the payload carries the hash of the content');
select matches((select code from paper), '^[0-9A-HJKMNP-TV-Z]{12}$', 'a code to type');
select ok((select length(payload) from paper) < 700, 'small enough for a QR');
select unalike((select payload from paper), '%": %', 'and without a blank');
select ok(not exists (select from paper, jsonb_array_elements(content::jsonb -> 'blocks') b (value) where b.value ->> 'text' ~ '\{[a-z_]+\}'), 'no name was left unfilled');

-- The file changes between asking and issuing: the job hands it to the desk.
select stage.become('Sena');
set local role web_self;
select is((select was_there from certificates_api.ask('presence_poste', false, null, null, null, null)), false, 'Sena asks');
reset role;
select stage.line('Sena', 'conge', current_date - 1, jsonb_build_object('end_date', current_date + 20));
select is(stage.issue(stage.last('Sena', 'presence_poste')), 'attente', 'a leave came in between: nothing is issued');
select is(stage.state('Sena', 'presence_poste'), 'attente', '… and a desk has it');
select is((select count(*) from acts.documents where agent_id = stage.who('Sena')), 0::bigint, '… no document, no number lost');

-- 4. Numbers --------------------------------------------------------------------------------------------------------------------
create temp table numbers as select n.n, n.reference from generate_series(1, 5) g cross join lateral acts_api.next_number(stage.place('DGSC'), 'presence_poste', 'essai', current_date + g * 0) n;
select is((select array_agg(n order by n) from numbers), array[1, 2, 3, 4, 5], 'one after the other');
select is((acts_api.next_number(stage.place('DGSC'), 'presence_poste', 'essai', '2031-01-01')).n, 1, 'a register a year');
savepoint lost;
select is((acts_api.next_number(stage.place('DGSC'), 'presence_poste', 'essai', current_date)).n, 6, 'the sixth');
rollback to lost;
select is((acts_api.next_number(stage.place('DGSC'), 'presence_poste', 'essai', current_date)).n, 6, 'a transaction that fails gives its number back');
insert into acts.registers (structure_id, series_code, year, last_number) values (stage.place('DGSC'), 'essai', 2040, 12344);
select is((acts_api.next_number(stage.place('DGSC'), 'presence_poste', 'essai', '2040-05-05')).reference, '12345/MTFP/DPAF/SGRHTE/DGSC/SA', 'more than four digits are not cut');

-- 5. Who sees what --------------------------------------------------------------------------------------------------------------
select stage.become('Koffi');
set local role web_self;
select is_empty(format('select * from certificates_api.my_request(%s)', stage.last('Afi', 'presence_poste')), 'another agent: no request');
select is_empty(format('select * from certificates_api.my_file(%s)', stage.last('Afi', 'presence_poste')), 'no file');
select is_empty(format('select * from certificates_api.my_events(%s)', stage.last('Afi', 'presence_poste')), 'no history');
select is_empty(format('select * from certificates_api.my_findings(%s)', stage.last('Afi', 'presence_poste')), 'no finding');
select throws_ok('select document_id from acts.documents', '42501', null, 'no document by the table');
select throws_ok(format('select certificates_api.withdraw(%s)', stage.last('Afi', 'presence_poste')), 'GU404', null, 'nothing to take back');
select throws_ok('select * from certificates.departure_candidates', '42501', null, 'the register of departures is nobody''s to read');
select throws_ok('insert into certificates.events (request_id, what) values (1, ''x'')', '42501', null, 'nobody writes history');
reset role;

-- 6. The desk -------------------------------------------------------------------------------------------------------------------
select stage.become('Moussa');
set local role web_certificates;
select is((select count(*) from certificates_api.basket('nouvelles', null, null, null, 50, 0)), 0::bigint, 'a clerk of another ministry sees nothing');
select throws_ok(format('select * from certificates_api.open_request(%s)', stage.last('Sena', 'presence_poste')), 'GU404', 'certificates.missing', 'nor opens it');
select throws_ok(format('select certificates_api.refuse(%s, ''absent'', ''Pas à son poste du tout'')', stage.last('Sena', 'presence_poste')), 'GU404', null, 'nor decides');
reset role;
select stage.become('Sena');
set local role web_certificates;
select is((select is_mine from certificates_api.basket('nouvelles', null, null, 'houssou', 50, 0)), true, 'the beneficiary works at the desk: the list says it is hers');
select throws_ok(format('select * from certificates_api.open_request(%s)', stage.last('Sena', 'presence_poste')), 'GU403', 'certificates.own_request', 'she does not open it');
select throws_ok(format('select certificates_api.confirm(%s, ''absence'', ''revenue hier'', ''je le sais bien'')', stage.last('Sena', 'presence_poste')), 'GU403', 'certificates.own_request', 'nor confirms it');
select throws_ok(format('select certificates_api.recheck(%s)', stage.last('Sena', 'presence_poste')), 'GU403', 'certificates.own_request', 'nor has it judged again');
reset role;
select stage.become('Rachida');
set local role web_certificates;
select is((select matricule from certificates_api.basket('nouvelles', null, null, 'C400 Séna', 50, 0)), 'C400', 'words in any order, accents or not');
select is((select count(*) from certificates_api.basket('nouvelles', null, null, 'sena c500', 50, 0)), 0::bigint, 'every word counts');
select is((select matricule from certificates_api.basket('nouvelles', 'presence_poste', stage.place('DGSC'), 'c400', 50, 0)), 'C400', 'by matricule, kind and desk');
select is((select count(*) from certificates_api.basket('nouvelles', null, null, '%', 50, 0)), 0::bigint, 'a percent sign is a character');
select is_empty('select * from certificates_api.desk_head()', 'nothing is open yet');
select is((select request_id from certificates_api.open_request(stage.last('Sena', 'presence_poste'))), stage.last('Sena', 'presence_poste'), 'opened');
select is((select family_name from certificates_api.desk_head()), 'Houssou', 'with what of the file it needs');
select is((select string_agg(condition_code, ' ') from certificates_api.desk_conditions() where is_asked), 'absence', 'one thing to establish');
select isnt_empty('select * from certificates_api.desk_lines()', 'and the latest acts');
reset role;
select is((select reason from base.consultations where person_id = stage.person_of('Sena') and what = 'attestation'), 'Attestation de présence au poste, demande du ' || base_api.day_words(current_date), 'she will read who looked, and why');
set local role web_certificates;
select throws_ok(format('select certificates_api.confirm(%s, ''position'', ''en activité'', ''je le dis ainsi'')', stage.last('Sena', 'presence_poste')), 'GU422', 'certificates.not_confirmable', 'what the file proves is not confirmed');
select throws_ok(format('select certificates_api.confirm(%s, ''inconnue'', ''en activité'', ''je le dis ainsi'')', stage.last('Sena', 'presence_poste')), 'GU422', 'certificates.not_confirmable', 'nor what does not exist');
select throws_ok(format('select certificates_api.confirm(%s, ''absence'', ''vue'', ''court'')', stage.last('Sena', 'presence_poste')), '23514', null, 'a justification is a sentence');
select throws_ok(format('select certificates_api.recheck(%s)', stage.last('Sena', 'presence_poste')), 'GU422', 'certificates.still_missing', 'judged again: still missing');
select lives_ok(format('select certificates_api.confirm(%s, ''absence'', ''Reprise constatée le 2 novembre'', ''Vue à son poste, attestée par son chef de service'')', stage.last('Sena', 'presence_poste')), 'established in writing');
reset role;
select is(stage.state('Sena', 'presence_poste'), 'emission', 'the last point established: on its way');
select is(stage.issue(stage.last('Sena', 'presence_poste')), 'emission', 'issued');
select alike((select content::text from acts.documents where agent_id = stage.who('Sena')), '%Établi par le bureau%Reprise constatée le 2 novembre%', 'with the confirmation on the paper');
select is((select is_direct from certificates.requests where request_id = stage.last('Sena', 'presence_poste')), false, 'after a desk');
set local role web_certificates;
select throws_ok(format('select certificates_api.confirm(%s, ''absence'', ''encore une fois'', ''déjà délivré pourtant'')', stage.last('Sena', 'presence_poste')), 'GU409', 'certificates.not_now', 'nothing more to confirm');
select throws_ok(format('select certificates_api.refuse(%s, ''absent'', ''trop tard pour refuser'')', stage.last('Sena', 'presence_poste')), 'GU409', 'certificates.not_now', 'nor to refuse');
select lives_ok(format('select certificates_api.revoke(%s, ''Délivrée par erreur : congé non terminé'')', stage.last('Sena', 'presence_poste')), 'but to cancel, with a reason');
select throws_ok(format('select certificates_api.revoke(%s, ''encore'')', stage.last('Sena', 'presence_poste')), 'GU409', 'certificates.not_now', 'once');
select is((select holds_code from certificates_api.basket('traitees', null, null, 'c400', 50, 0)), 'annule', 'the list says so');
reset role;
select is((select state_code || ' ' || state_note from acts.documents where agent_id = stage.who('Sena')), 'annule Délivrée par erreur : congé non terminé', 'and so does the document');
select stage.become('Sena');
set local role web_self;
select is((select holds_code from certificates_api.my_requests(1, 0)), 'annule', 'and her own page');
select is((select was_there from certificates_api.ask('presence_poste', false, null, null, null, null)), false, 'she may ask again');
reset role;

-- "non" is never confirmed, only refused.
select stage.line('Koffi', 'radiation', current_date - 5, '{}');
select career_api.refresh_all();
select stage.become('Koffi');
set local role web_self;
select is((select was_there from certificates_api.ask('non_radiation', false, null, null, null, null)), false, 'asked by somebody struck off');
reset role;
select stage.become('Rosine');
set local role web_certificates;
select throws_ok(format('select certificates_api.confirm(%s, ''non_radie'', ''il est encore là'', ''je le connais bien'')', stage.last('Koffi', 'non_radiation')), 'GU422', 'certificates.not_confirmable', 'nobody certifies against an act');
select throws_ok(format('select certificates_api.refuse(%s, ''x'', ''motif inconnu ici'')', stage.last('Koffi', 'non_radiation')), 'GU422', 'certificates.reason_missing', 'a refusal has a reason');
select lives_ok(format('select certificates_api.refuse(%s, ''situation'', ''Vous avez été rayé des effectifs.'')', stage.last('Koffi', 'non_radiation')), 'refused');
reset role;
select stage.become('Koffi');
set local role web_self;
select isnt((select remedy from certificates_api.my_requests(1, 0)), null, 'with what he can do');
select is((select explanation from certificates_api.my_requests(1, 0)), 'Vous avez été rayé des effectifs.', 'and why');
reset role;
select is((select count(*) from base.audit where object like 'certificat%' and verb in ('attestation.demande', 'attestation.etablie', 'attestation.refus', 'attestation.annulation', 'attestation.delivrance')) >= 8, true, 'each deed is in the journal');

-- A newer paper takes the place of what still held.
select stage.line('Zita', 'affectation', current_date - 1, jsonb_build_object('after_structure_id', stage.place('DSI')));
select stage.become('Zita');
set local role web_self;
select lives_ok('select * from certificates_api.ask(''presence_poste'', false, null, null, null, null)', 'Zita asks where she was');
reset role;
select is(stage.issue(stage.last('Zita', 'presence_poste')), 'emission', 'issued');
select career_api.refresh_all();
set local role web_self;
select is((select was_there from certificates_api.ask('presence_poste', false, null, null, null, null)), false, 'posted elsewhere: the old paper no longer says where she is');
reset role;
select is(stage.issue(stage.last('Zita', 'presence_poste')), 'emission', 'a new one');
select is((select array_agg(d.state_code order by d.document_id) from acts.documents d where d.agent_id = stage.who('Zita')), array['remplace', 'en_vigueur'], 'in the place of the old one');

-- Late is a date, whatever the state says.
update certificates.requests set state_code = 'attente', due_on = current_date - 3 where request_id = stage.last('Sena', 'presence_poste');
select stage.become('Rosine');
set local role web_certificates;
select is((select late from certificates_api.basket_counts(null, stage.place('DGSC'))), 1, 'counted as late');
select is((select days_left from certificates_api.basket('retard', null, null, 'c400', 50, 0)), base_api.working_days(current_date, current_date - 3), 'by so many days of work');
reset role;

select policies_are('certificates', 'requests', array['gatekeeper', 'certificates_own', 'certificates_desk']);
select * from finish();
rollback;
