-- What an agent reads for his pension: his own stretches, facts and dates, nobody else's; what no text says is null.
begin;
\ir career_cast.inc
select no_plan();

select is((select array_agg(relrowsecurity and relforcerowsecurity) from pg_class where oid = 'pensions.facts'::regclass), array[true], 'facts: row security enabled and forced');
select policies_are('pensions', 'facts', array['gatekeeper', 'own'], 'facts: its policies');
select is(has_any_column_privilege(r, 'pensions.facts', v), v = 'SELECT' and r = 'web_self', r || ' ' || v || ' on facts')
from unnest(array['gate', 'worker', 'web_public', 'web_self', 'web_clerk', 'web_admin']) r, unnest(array['SELECT', 'INSERT', 'UPDATE']) v;
select is(has_function_privilege(r, p.oid, 'EXECUTE'), r = 'web_self', r || ' calls ' || p.proname)
from pg_proc p, unnest(array['web_self', 'web_clerk', 'web_public', 'web_account', 'gate', 'public']) r where p.pronamespace = 'pensions_api'::regnamespace
	and p.proname in ('person_of', 'services_of', 'facts_of', 'my_person', 'my_services', 'my_facts', 'parameters');
select is_empty($$ select p.proname, r from pg_proc p, unnest(array['web_public', 'web_account', 'web_clerk', 'gate', 'public']) r
	where p.pronamespace = 'pensions_api'::regnamespace and has_function_privilege(r, p.oid, 'EXECUTE') $$, 'nothing of it is open to anybody');
select isnt(obj_description(p.oid, 'pg_proc'), null, p.proname || ' says what it is') from pg_proc p where p.pronamespace = 'pensions_api'::regnamespace;

select stage.agent('Afi Dossou', 'm100', '1980-05-05', 'FE', '2010-01-04', 'DFE-SIA-DRSC');
select stage.agent('Koffi Houngbédji', 'm200', '1985-05-05', 'ACDPE', '2012-01-02', 'MS');
select stage.person('Paul Adjovi', '1990-01-01', 'M');
select stage.assign('Afi', 'agent', null), stage.assign('Koffi', 'agent', null), stage.assign('Paul', 'citizen', null);
select stage.line('Afi', 'nomination', '2010-01-04', '{"after_status_code": "FE", "after_category": "A", "after_scale": 1, "after_step": 1, "after_index": 400, "after_position_code": "activite"}');
select stage.line('Afi', 'detachement', '2014-01-04', '{"after_position_code": "sous_drapeaux"}', 'declare');
select stage.line('Koffi', 'contrat', '2012-01-02', '{"after_status_code": "ACDPE", "after_category": "B", "after_scale": 1, "after_step": 1}');
select career_api.refresh_agents(array[stage.who('Afi'), stage.who('Koffi')]);
select stage.sign_in();
insert into pensions.facts (agent_id, kind_code, value, label) values (stage.who('Afi'), 'bonification', 720, 'Décoration'), (stage.who('Koffi'), 'enfants', 3, 'Enfants');
insert into pensions.facts (agent_id, kind_code, value, label, void_at) values (stage.who('Afi'), 'bonification', 360, 'Annulée', now());

select stage.become('Afi');
set local role web_self;
select is((select count(*) from pensions_api.my_person()), 1::bigint, 'Afi is one person');
select is((select (matricule, pension_code, effect_date)::text from pensions_api.my_person()), '(M100,FNRB,2040-07-01)', 'her fund and the day her limit takes effect');
select is((select early_date from pensions_api.my_person()), '2035-05-05'::date, 'the day from which she may ask to leave');
select results_eq('select from_date, until_date, counts, pension_code, pay_index, is_firm from pensions_api.my_services()',
	$$values ('2010-01-04'::date, '2014-01-04'::date, true, 'FNRB', 400, true), ('2014-01-04', null, null, 'FNRB', 400, false)$$,
	'her stretches: one ends on the day the next begins, the last is open, a position of which no text speaks is unknown');
select results_eq('select label from pensions_api.my_facts()', $$values ('Décoration')$$, 'her facts, without the one that is void');
select throws_ok('insert into pensions.facts (agent_id, kind_code, value, label) values (1, ''enfants'', 9, ''x'')', '42501', null, 'she writes none');
reset role;
select stage.become('Koffi');
set local role web_self;
select results_eq('select matricule, pension_code, early_date from pensions_api.my_person()', $$values ('M200', 'CNSS', null::date)$$, 'Koffi: the other fund, no early departure');
select results_eq('select from_date, counts, pension_code, pay_index from pensions_api.my_services()', $$values ('2012-01-02'::date, null::boolean, 'CNSS', null::int)$$,
	'an act that gives neither position nor index leaves both unknown');
select results_eq('select label from pensions_api.my_facts()', $$values ('Enfants')$$, 'his facts, not hers');
reset role;
select stage.become('Paul');
set local role web_self;
select is((select count(*) from pensions_api.my_person()) + (select count(*) from pensions_api.my_services()) + (select count(*) from pensions_api.my_facts()), 0::bigint,
	'who is no agent sees nothing');
reset role;

-- A departure ends the career, and nothing after it counts.
select stage.line('Afi', 'retraite', '2026-01-01');
select career_api.refresh_agents(array[stage.who('Afi')]);
select stage.become('Afi');
set local role web_self;
select is((select max(from_date) from pensions_api.my_services()), '2014-01-04'::date, 'the act of departure is no stretch');
select is((select left_on from pensions_api.my_person()), '2026-01-01'::date, 'and the day is told');
reset role;

-- Parameters: nobody's secret, dated, none for what no text gives.
select is((select count(*) from base.parameters where name = 'pension.minimum'), 0::bigint, 'no minimum is invented');
select is((select array_agg(name order by name) from base.parameters where name like 'pension.%' and is_demo and name !~ '(days|months|pattern)$'), array['pension.point_value'], 'one value of demonstration in the computation, and it says so');
select is((select count(*) from base.parameters where name like 'pension.%' and source = ''), 0::bigint, 'each value has its source');
select * from finish();
rollback;
