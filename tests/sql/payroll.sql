-- What the payer paid beside what the acts say: each kind of difference and its likely cause, what is settled, the question of the
-- liquidation with its three answers, the payer's file, who may read and do what. Each acceptance beside its refusal.
begin;
\ir career_cast.inc
select no_plan();

-- 1. Doors ------------------------------------------------------------------------------------------------------------------
select is((select array_agg(relrowsecurity and relforcerowsecurity) from pg_class where oid = format('payroll.%I', t)::regclass), array[true], t || ': row security enabled and forced')
from unnest(array['lines', 'replaced', 'waiting', 'differences', 'events', 'comments', 'runs']) t;
select policies_are('payroll', t, array['gatekeeper'], t || ': its policy') from unnest(array['lines', 'replaced', 'waiting', 'differences', 'events', 'comments', 'runs']) t;
select is(has_any_column_privilege(r, format('payroll.%I', t), v), false, r || ' ' || v || ' on ' || t)
from unnest(array['gate', 'worker', 'web_public', 'web_self', 'web_clerk', 'web_payroll', 'web_pensions', 'web_import', 'web_admin']) r,
	unnest(array['lines', 'replaced', 'waiting', 'differences', 'events', 'comments', 'runs', 'turns']) t, unnest(array['SELECT', 'INSERT', 'UPDATE']) v;
select is(has_function_privilege(r, p.oid, 'EXECUTE'), r = any (v.roles), r || ' calls ' || p.proname)
from (values ('{enter,open,agent_head,agent_sides,agent_differences}'::text[], '{web_payroll,web_pensions}'::text[]),
	('{find,enter_difference,one_difference,events_of,settle,compare_one,compare_all,overview,tally,months_known,listed,filter_choices,export}', '{web_payroll}'),
	('{my_head,my_sides,my_differences,remark}', '{web_self}'), ('{run_begin,run_slice,run_end}', '{worker}'),
	('{compared,findings,told,compare,is_plain,sides,differences_of,head_of,ready,write,take_waiting,agreement,reach,in_reach,is_open,agents_where}', '{}')) v (names, roles)
join pg_proc p on p.pronamespace = 'payroll_api'::regnamespace and p.proname = any (v.names)
cross join unnest(array['web_payroll', 'web_pensions', 'web_self', 'web_clerk', 'web_import', 'web_public', 'worker', 'gate']) r;
select is(p.prosecdef and p.proconfig::text like '%search_path%' or not p.prosecdef and p.proconfig is null, true, p.proname || ': definer sets a path, invoker sets nothing')
from pg_proc p where p.pronamespace = 'payroll_api'::regnamespace;
select isnt(obj_description(p.oid, 'pg_proc'), null, p.proname || ' says what it is') from pg_proc p where p.pronamespace = 'payroll_api'::regnamespace;
select is((select count(*) from payroll.causes c where not exists (select from payroll.causes d where d.kind_code = c.kind_code and d.needs = '{}')), 0::bigint,
	'every kind has a cause that needs nothing: no difference is left without words');
select is((select array_agg(name order by name) from base.parameters where name like 'payroll.%' and is_demo), array['payroll.late_months', 'payroll.least_months', 'payroll.stale_months'],
	'no text was seen: the three values are of demonstration');

-- 2. Cast: months far in the past of nobody else's rows ------------------------------------------------------------------------
select stage.agent('Afi Dossou', 'PAY1', '1980-05-05', 'FE', '2010-01-04', 'DRSC'), stage.agent('Koffi Bio', 'PAY2', '1980-05-05', 'FE', '2010-01-04', 'DRSC'),
	stage.agent('Sika Zinsou', 'PAY3', '1980-05-05', 'FE', '2010-01-04', 'DRSC'), stage.agent('Yao Sossou', 'PAY4', '1980-05-05', 'FE', '2010-01-04', 'DRSC'),
	stage.agent('Bona Orou', 'PAY5', '1980-05-05', 'FE', '2010-01-04', 'MS'), stage.agent('Vide Aucun', 'PAY6', '1990-05-05', 'FE', '2020-01-04', 'DRSC'),
	stage.agent('Parti Tot', 'PAY7', '1960-05-05', 'FE', '1990-01-04', 'DRSC'),
	stage.person('Nadine Solde', '1975-01-01'), stage.person('Edwige Pension', '1976-01-01'), stage.person('Loin Payeur', '1977-01-01');
select stage.assign('Nadine', 'payroll_officer', 'RB'), stage.assign('Edwige', 'pension_officer', 'RB'), stage.assign('Loin', 'payroll_officer', 'MS'),
	stage.assign('Afi', 'agent', null), stage.assign('Koffi', 'agent', null);
create function stage.paid(name text, first date, last date, step int, pay_index int, position_code text default 'activite') returns void language sql as $$
	insert into payroll.lines (agent_id, month, category, scale, step, pay_index, index_pay_fcfa, position_code)
	select stage.who(name), m::date, 'A', 1, paid.step, paid.pay_index, paid.pay_index * 300, paid.position_code from generate_series(first, last, interval '1 month') m
$$;
create function stage.entry(name text, day date, step int, pay_index int) returns bigint language sql as $$
	select stage.line(name, 'nomination', day, jsonb_build_object('after_category', 'A', 'after_scale', 1, 'after_step', step, 'after_index', pay_index, 'after_position_code', 'activite'))
$$;
create function stage.step(name text, day date, step int, pay_index int, signed date) returns void language plpgsql as $$
declare
	act bigint := stage.line(name, 'avancement_echelon', day, jsonb_build_object('after_category', 'A', 'after_scale', 1, 'after_step', step, 'after_index', pay_index));
begin
	update career.acts a set signed_on = signed where a.act_id = act;
end $$;
-- Two years of months that end with the last whole month, and everybody at step 3, index 500, since long.
create function stage.m(ago int) returns date language sql stable as $$ select (date_trunc('month', current_date) - make_interval(months => ago))::date $$;
grant execute on all functions in schema stage to public;
delete from payroll.comments; delete from payroll.events; delete from payroll.differences; delete from payroll.lines; delete from payroll.months;
insert into payroll.months (month) select stage.m(n) from generate_series(1, 24) n;
select stage.entry(n, '2010-01-04', 3, 500) from unnest(array['Afi', 'Koffi', 'Sika', 'Yao', 'Bona', 'Parti']) n;

-- 3. Both sides agree: three answers -------------------------------------------------------------------------------------------
select stage.paid('Afi', stage.m(24), stage.m(1), 3, 500);
select is((select count(*) from payroll_api.findings(array[stage.who('Afi')])), 0::bigint, 'Afi is paid what her acts say');
select is(payroll_api.agreement(stage.who('Afi')), 'concorde', 'career and pay agree');
select is(payroll_api.agreement(stage.who('Vide')), 'inconnu', 'without one month, nothing is known');
select is(payroll_api.agreement(-1), 'inconnu', 'nor of nobody');
savepoint s;
delete from payroll.lines where agent_id = stage.who('Afi') and month < stage.m(11);
update payroll.months set is_partial = true where month < stage.m(11);
select is(payroll_api.agreement(stage.who('Afi')), 'inconnu', 'eleven months are too few');
rollback to s;
update payroll.months set is_partial = true where month = stage.m(5);
delete from payroll.lines where agent_id = stage.who('Afi') and month = stage.m(5);
select is(payroll_api.agreement(stage.who('Afi')), 'inconnu', 'one month that no file tells is a hole');
rollback to s;
delete from payroll.lines where month > stage.m(5); delete from payroll.months where month > stage.m(5);
select is(payroll_api.agreement(stage.who('Afi')), 'inconnu', 'a payer silent for months proves nothing');
rollback to s;
update payroll.lines set pay_index = 480, step = 2 where agent_id = stage.who('Afi') and month = stage.m(3);
select is(payroll_api.agreement(stage.who('Afi')), 'ecart', 'one month that differs is enough');
rollback to s;
select stage.line('Afi', 'disponibilite', stage.m(6), '{"after_position_code": "disponibilite"}');
delete from payroll.lines where agent_id = stage.who('Afi') and month >= stage.m(6);
select is((select count(*) from payroll_api.findings(array[stage.who('Afi')])), 0::bigint, 'in disponibilité nobody is paid, and nothing differs');
select is(payroll_api.agreement(stage.who('Afi')), 'concorde', 'both sides say the same: no pay');
rollback to s;
select stage.line('Afi', 'detachement', stage.m(6), '{"after_position_code": "detachement"}');
delete from payroll.lines where agent_id = stage.who('Afi') and month >= stage.m(6);
select is((select count(*) from payroll_api.findings(array[stage.who('Afi')])), 0::bigint, 'whether a seconded agent is paid here, no text says: nothing is judged');
select is(payroll_api.agreement(stage.who('Afi')), 'inconnu', 'and nothing is affirmed');
rollback to s;

-- 4. Kinds and causes --------------------------------------------------------------------------------------------------------
create view stage.told as select f.agent_id, f.kind_code, f.from_month, f.until_month, f.career_says, f.payroll_says, t.* from stage.people p
	cross join lateral payroll_api.findings(array[p.agent_id]) f cross join lateral payroll_api.told(f) t where p.agent_id is not null;
grant select on stage.told to public;
-- an advancement signed four months after its effect, then applied
select stage.step('Koffi', stage.m(12), 4, 548, stage.m(8) + 9), stage.paid('Koffi', stage.m(24), stage.m(8), 3, 500), stage.paid('Koffi', stage.m(7), stage.m(1), 4, 548);
select results_eq('select kind_code, from_month, until_month, career_says, payroll_says, cause_code from stage.told where agent_id = stage.who(''Koffi'')',
	'select ''grade'', stage.m(12), stage.m(8), ''A1-4, indice 548'', ''A1-3, indice 500'', ''signe_tard_rattrape''', 'signed late, then applied: five months in one row');
select matches((select cause from stage.told where agent_id = stage.who('Koffi')), 'n’a été signé que le .* Rappel à payer depuis ' || base_api.month_words(stage.m(12)), 'and the arrears are named');
-- signed in time, never applied
savepoint s;
update career.acts a set signed_on = stage.m(13) from career.act_lines l where l.act_id = a.act_id and l.agent_id = stage.who('Koffi') and a.kind_code = 'avancement_echelon';
update payroll.lines set step = 3, pay_index = 500 where agent_id = stage.who('Koffi');
select is((select (cause_code, until_month)::text from stage.told where agent_id = stage.who('Koffi')), row('non_pris_en_compte', stage.m(1))::text, 'index of the step before: not taken into account by the payer');
rollback to s;
-- the month of a change may be either
update payroll.lines set step = 4, pay_index = 548 where agent_id = stage.who('Koffi') and month between stage.m(12) and stage.m(8);
update career.act_lines l set effect_date = stage.m(12) + 14 from career.acts a where a.act_id = l.act_id and l.agent_id = stage.who('Koffi') and a.kind_code = 'avancement_echelon';
select is((select count(*) from stage.told where agent_id = stage.who('Koffi')), 0::bigint, 'a change in the middle of a month: both are right that month');
update payroll.lines set step = 3, pay_index = 500 where agent_id = stage.who('Koffi') and month = stage.m(12);
select is((select count(*) from stage.told where agent_id = stage.who('Koffi')), 0::bigint, 'the old one too');
rollback to s;
-- an old act is missing (4), and since then the payer stays one step behind
select stage.step('Sika', '2016-01-04', 5, 596, '2016-01-02'), stage.step('Sika', '2018-01-04', 6, 644, '2018-01-02'), stage.paid('Sika', stage.m(24), stage.m(1), 5, 596);
select is((select cause_code from stage.told where agent_id = stage.who('Sika')), 'acte_ancien_manque', 'an old act is missing, and the payer is one step behind');
select matches((select cause from stage.told where agent_id = stage.who('Sika')), 'L’acte d’avancement à l’échelon 4 .* manque au dossier', 'and it is named');
savepoint s;
update payroll.lines set step = 2, pay_index = 452 where agent_id = stage.who('Sika');
select is((select cause_code from stage.told where agent_id = stage.who('Sika')), 'grade_autre', 'a grade that no act of the file ever gave: nothing is guessed');
rollback to s;
-- the same step, another index
select stage.paid('Yao', stage.m(24), stage.m(10), 3, 500), stage.paid('Yao', stage.m(9), stage.m(1), 3, 487);
select results_eq('select kind_code, from_month, until_month, cause_code from stage.told where agent_id = stage.who(''Yao'')', 'select ''indice'', stage.m(9), stage.m(1), ''indice_autre''', 'the same grade, another index');
savepoint s;
update payroll.lines set step = 4, pay_index = 548 where agent_id = stage.who('Yao') and month >= stage.m(9);
select is((select (kind_code, cause_code)::text from stage.told where agent_id = stage.who('Yao')), '(paye_sans_acte,echelon_sans_acte)', 'a step above: paid, and its act is missing');
update payroll.lines set step = null, category = null, scale = null, pay_index = 500 where agent_id = stage.who('Yao');
select is((select count(*) from stage.told where agent_id = stage.who('Yao')), 0::bigint, 'what the file does not say is not compared');
rollback to s;
update payroll.lines set position_code = 'detachement' where agent_id = stage.who('Yao');
select is((select array_agg(kind_code order by kind_code) from stage.told where agent_id = stage.who('Yao')), array['indice', 'position'], 'position is compared beside the index');
rollback to s;
-- paid, and not one act; acts, and not paid; paid after leaving
select stage.paid('Vide', stage.m(6), stage.m(1), 1, 425);
select is((select (kind_code, cause_code)::text from stage.told where agent_id = stage.who('Vide')), '(paye_sans_acte,dossier_vide)', 'paid, and the file is empty');
select stage.paid('Bona', stage.m(24), stage.m(9), 3, 500), stage.paid('Bona', stage.m(6), stage.m(1), 3, 500);
select results_eq('select kind_code, from_month, until_month, cause_code from stage.told where agent_id = stage.who(''Bona'')', 'select ''acte_sans_paye'', stage.m(8), stage.m(7), ''suspendu_repris''', 'two months without pay, then paid again');
savepoint s;
update payroll.months set is_partial = true where month in (stage.m(8), stage.m(7));
select is((select count(*) from stage.told where agent_id = stage.who('Bona')), 0::bigint, 'a file of some agents only says nothing of the others');
rollback to s;
select stage.line('Parti', 'retraite', stage.m(20)), stage.paid('Parti', stage.m(24), stage.m(17), 3, 500);
select results_eq('select kind_code, from_month, until_month, cause_code from stage.told where agent_id = stage.who(''Parti'')', 'select ''apres_depart'', stage.m(20), stage.m(17), ''paye_apres_depart''', 'paid four months after leaving');

-- 5. What is kept --------------------------------------------------------------------------------------------------------------
select career_api.refresh_agents(array(select agent_id from stage.people where agent_id is not null));
select is(payroll_api.compare(array(select agent_id from stage.people where agent_id is not null)), 6, 'six differences are new');
select is(payroll_api.compare(array(select agent_id from stage.people where agent_id is not null)), 0, 'the second time none is: twice changes nothing');
select is((select count(*) from payroll.differences where agent_id = stage.who('Afi')), 0::bigint, 'Afi has none');
select stage.sign_in();
create function stage.of(name text) returns bigint language sql stable security definer as $$ select difference_id from payroll.differences where agent_id = stage.who(name) and state_code <> 'disparu' order by from_month limit 1 $$;
grant execute on function stage.of to public;

-- Nadine, of the payer; Edwige, of the pensions; Loin, payer of another ministry
select stage.become('Nadine');
set local role web_payroll;
select is((select is_open from payroll_api.enter(stage.who('Koffi'))), false, 'before a reason the file is closed');
select is((select count(*) from payroll_api.agent_head(stage.who('Koffi'))) + (select count(*) from payroll_api.agent_sides(stage.who('Koffi'))) + (select count(*) from payroll_api.agent_differences(stage.who('Koffi'))), 0::bigint, 'and shows nothing');
select throws_ok('select payroll_api.settle(stage.of(''Koffi''), ''resolu'', ''rappel_paye'', null, ''/'')', 'GU403', 'payroll.reason_first', 'nor may a difference be settled');
select throws_ok('select payroll_api.compare_one(stage.who(''Koffi''), ''/'')', 'GU403', 'payroll.reason_first', 'nor compared');
select throws_ok('select payroll_api.open(stage.who(''Koffi''), ''  '', ''payroll.compare'', ''/'')', 'GU422', 'payroll.reason_missing', 'a blank reason is none');
select lives_ok('select payroll_api.open(stage.who(''Koffi''), ''Différence à régler'', ''payroll.compare'', ''/'')', 'with a reason it opens');
select is((select agreement_code from payroll_api.agent_head(stage.who('Koffi'))), 'ecart', 'and says that months differ');
select results_eq('select career_says, payroll_says, verdict_code, months from payroll_api.agent_sides(stage.who(''Koffi''))',
	$$values ('A1-4, indice 548', 'A1-4, indice 548', 'concorde', 7), ('A1-4, indice 548', 'A1-3, indice 500', 'ecart', 5), ('A1-3, indice 500', 'A1-3, indice 500', 'concorde', 12)$$, 'both sides, three stretches, the latest first');
select is((select count(*) from payroll_api.agent_differences(stage.who('Sika'))), 0::bigint, 'another file is still closed');
select is((select agent_id from payroll_api.find(' pay2 ')), stage.who('Koffi'), 'found by matricule, however it is typed');
select throws_ok('select payroll_api.find(''PAY999'')', 'GU422', 'payroll.no_agent', 'an unknown matricule is refused');
select throws_ok('select payroll_api.settle(stage.of(''Koffi''), ''resolu'', ''inventee'', ''x'', ''/'')', 'GU422', 'payroll.choose_reason', 'an unknown reason is refused');
select throws_ok('select payroll_api.settle(stage.of(''Koffi''), ''resolu'', ''autre'', '' '', ''/'')', 'GU422', 'payroll.write_why', 'another reason must be written');
select throws_ok('select payroll_api.settle(stage.of(''Koffi''), ''disparu'', null, ''abc'', ''/'')', 'GU409', 'payroll.not_now', 'nobody makes one disappear by hand');
select throws_ok('select payroll_api.settle(stage.of(''Koffi''), ''ouvert'', null, ''abc'', ''/'')', 'GU409', 'payroll.not_now', 'what is open is not reopened');
select lives_ok('select payroll_api.settle(stage.of(''Koffi''), ''resolu'', ''rappel_paye'', ''Sur la paye de juin'', ''/'')', 'settled with a reason');
select throws_ok('select payroll_api.settle(stage.of(''Koffi''), ''resolu'', ''rappel_paye'', null, ''/'')', 'GU409', 'payroll.not_now', 'once');
select is((select agreement_code from payroll_api.agent_head(stage.who('Koffi'))), 'concorde', 'what is settled no longer holds the liquidation');
select is((select sum(open_count) from payroll_api.tally()), 5::numeric, 'five are left in the tally');
select is((select count(*) from payroll_api.listed(null, null, null, 50, 0)), 5::bigint, 'and five agents in the list');
select is((select count(*) from payroll_api.listed('indice', null, null, 50, 0)), 1::bigint, 'one by kind');
select is((select count(*) from payroll_api.listed(null, null, 'resolu', 50, 0)), 1::bigint, 'one among those settled');
select throws_ok('select payroll_api.export(null, null, null, ''  '')', 'GU422', 'payroll.reason_missing', 'an export wants a reason');
select is((select count(*) from payroll_api.export(null, null, null, 'Contrôle annuel')), 5::bigint, 'with one, every difference leaves');
select throws_ok('select count(*) from payroll.lines', '42501', null, 'the tables themselves are shut');
reset role;
select is((select count(*) from base.consultations where reason like '%Contrôle annuel%'), 5::bigint, 'each of the five can read why he was in a list');
select is((select reason from base.consultations where person_id = stage.person_of('Koffi') and what = 'paye'), 'Paye et carrière : Différence à régler', 'Koffi reads who looked and why');
select is((select count(*) from base.audit where permission = 'payroll.compare' and verb in ('regler', 'export')), 2::bigint, 'the journal has what was done');

select stage.become('Loin');
set local role web_payroll;
select throws_ok('select payroll_api.enter(stage.who(''Koffi''))', 'GU404', 'payroll.no_agent', 'a payer of another ministry does not reach Koffi');
select throws_ok('select payroll_api.open(stage.who(''Koffi''), ''Curieux de voir'', ''payroll.compare'', ''/'')', 'GU404', 'payroll.no_agent', 'not even with a reason');
select throws_ok('select payroll_api.find(''PAY2'')', 'GU422', 'payroll.no_agent', 'nor by matricule');
select is((select count(*) from payroll_api.listed(null, null, null, 50, 0)), 1::bigint, 'his list has his own ministry only');
select is((select open_count from payroll_api.overview()), 1::bigint, 'and so has the count');
reset role;
select stage.become('Edwige');
set local role web_pensions;
select lives_ok('select payroll_api.open(stage.who(''Koffi''), ''Pension et retraite'', ''pensions.desk'', ''/'')', 'the pension service opens it too');
select is((select count(*) from payroll_api.agent_sides(stage.who('Koffi'))), 3::bigint, 'and reads both sides');
select throws_ok('select payroll_api.settle(1, ''resolu'', ''rappel_paye'', null, ''/'')', '42501', null, 'but settles nothing');
reset role;

-- the agent
select stage.become('Koffi');
set local role web_self;
select is((select matricule from payroll_api.my_head()), 'PAY2', 'Koffi sees his own');
select is((select (state_code, reason_label)::text from payroll_api.my_differences()), '(resolu,"Le rappel a été payé")', 'and how it was settled');
select throws_ok('select payroll_api.remark(stage.of(''Sika''), ''À moi'', ''/'')', 'GU404', 'problem.missing', 'he writes nothing about another''s');
select throws_ok('select payroll_api.remark(stage.of(''Koffi''), '' '', ''/'')', 'GU422', 'payroll.write_remark', 'nor nothing at all');
select lives_ok('select payroll_api.remark(stage.of(''Koffi''), ''Je n’ai pas reçu tout le rappel.'', ''/'')', 'he writes once');
select throws_ok('select payroll_api.remark(stage.of(''Koffi''), ''Encore'', ''/'')', 'GU409', 'payroll.remark_once', 'and only once');
select throws_ok('select payroll_api.agent_head(stage.who(''Sika''))', '42501', null, 'the desk''s pages are shut to him');
reset role;
select is((select text from payroll.comments), 'Je n’ai pas reçu tout le rappel.', 'both services read it');
select stage.become('Nadine');
set local role web_payroll;
select throws_ok('select payroll_api.settle(stage.of(''Koffi''), ''ouvert'', null, '''', ''/'')', 'GU422', 'payroll.write_why', 'reopening wants a sentence');
select lives_ok('select payroll_api.settle(stage.of(''Koffi''), ''ouvert'', null, ''Il manque un mois'', ''/'')', 'and opens it again');
reset role;
select is(payroll_api.agreement(stage.who('Koffi')), 'ecart', 'which holds the liquidation again');
-- nobody settles his own
select stage.assign('Koffi', 'payroll_officer', 'RB');
update base.sessions s set permission_bits = r.permission_bits from stage.people p cross join lateral base_api.rights_of(p.person_id) r where p.name = 'Koffi' and s.person_id = p.person_id;
select stage.become('Koffi');
set local role web_payroll;
select payroll_api.open(stage.who('Koffi'), 'Mon propre dossier', 'payroll.compare', '/');
select throws_ok('select payroll_api.settle(stage.of(''Koffi''), ''resolu'', ''rappel_paye'', null, ''/'')', 'GU403', 'payroll.own_file', 'nobody settles his own');
reset role;

-- 6. Later: settled for its months, or for good; gone ---------------------------------------------------------------------------
select stage.become('Nadine');
set local role web_payroll;
select payroll_api.open(stage.who(n), 'Différence à régler', 'payroll.compare', '/') from unnest(array['Yao', 'Vide', 'Sika']) n;
select payroll_api.settle(stage.of('Yao'), 'resolu', 'explique', 'Grille particulière', '/'), payroll_api.settle(stage.of('Vide'), 'resolu', 'acte_retrouve', '', '/');
reset role;
savepoint s;
insert into payroll.months (month) values (stage.m(0));
select stage.paid('Yao', stage.m(0), stage.m(0), 3, 487), stage.paid('Vide', stage.m(0), stage.m(0), 1, 425), stage.paid('Sika', stage.m(0), stage.m(0), 5, 596);
select payroll_api.compare(array[stage.who('Yao'), stage.who('Vide'), stage.who('Sika')]);
select results_eq('select state_code, until_month from payroll.differences where agent_id = stage.who(''Yao'')', 'select ''resolu'', stage.m(0)', 'a reason that holds covers the next month');
select results_eq('select state_code, from_month, until_month from payroll.differences where agent_id = stage.who(''Vide'') order by from_month', 'values (''resolu'', stage.m(6), stage.m(1)), (''ouvert'', stage.m(0), stage.m(0))', 'another does not: the next month is a new difference');
select results_eq('select count(*), max(until_month) from payroll.differences where agent_id = stage.who(''Sika'')', 'select 1::bigint, stage.m(0)', 'what was open goes on in the same row');
rollback to s;
update payroll.lines set step = 6, pay_index = 644 where agent_id = stage.who('Sika');
select payroll_api.compare(array[stage.who('Sika')]);
select is((select state_code from payroll.differences where agent_id = stage.who('Sika')), 'disparu', 'corrected by the payer: told gone, not deleted');
select is((select what from payroll.events e join payroll.differences d using (difference_id) where d.agent_id = stage.who('Sika')), 'N’apparaît plus à la comparaison', 'with its trace');
rollback to s;

-- 7. The payer's file: judged, written, replaced with a trace ----------------------------------------------------------------------
insert into base.files (sha256, size, type, name) values (sha256('p'), 1, 'csv', 'p.csv');
insert into imports.imports (kind_code, file_id, file_name, sheet_code, signature, month) select 'paye', max(file_id), 'p.csv', 'csv', 's', stage.m(0) from base.files;
create function stage.import() returns bigint language sql stable as $$ select max(import_id) from imports.imports where kind_code = 'paye' $$;
select throws_ok('insert into imports.imports (kind_code, file_id, file_name, sheet_code, signature) select ''paye'', max(file_id), ''p.csv'', ''csv'', ''s'' from base.files', '23514', null, 'a file of the payer is about a month');
create function stage.judged() returns table (line bigint, verdict text, why text) language plpgsql as $$
begin
	truncate imports.matches, imports.ready;
	perform imports_api.match_words();
	perform payroll_api.ready(stage.import());
	return query select r.line, r.verdict, split_part(r.faults, E'\x1f', 2) from imports.ready r order by r.line;
end $$;
truncate imports.staged;
insert into imports.staged (line, matricule, category, scale, step, pay_index, index_pay_fcfa, position, pay_month) values
	(2, 'PAY1', 'A', 1, 3, 500, 150000, 'Activité', stage.m(0)), (3, 'PAY2', 'A', 1, 4, 548, 164400, 'en poste', null), (4, 'INCONNU1', 'A', 1, 1, 425, null, null, null),
	(5, 'PAY3', 'A', 1, 4, 548, null, 'Lune', null), (6, 'PAY4', 'A', 1, 3, 487, null, null, null), (7, 'PAY4', 'A', 1, 3, 500, null, null, null),
	(8, 'PAY5', 'A', 1, 3, 500, null, null, stage.m(1));
select results_eq('select * from stage.judged()', $$values (2::bigint, 'new', null::text), (3, 'new', null), (4, 'refused', 'payroll.matricule_unknown'), (5, 'refused', 'imports.position_unknown'),
	(6, 'refused', 'payroll.matricule_twice'), (7, 'refused', 'payroll.matricule_twice'), (8, 'refused', 'payroll.other_month')$$, 'each line is judged; of two lines of one matricule neither is believed');
select is(split_part(faults, E'\x1f', 4), '6', 'and the other line is named') from imports.ready where line = 7;
select payroll_api.write(stage.import());
select is((select (lines_count, version)::text from payroll.months where month = stage.m(0)), '(2,1)', 'the month has the two right lines');
select is((select array_agg(matricule) from payroll.waiting where month = stage.m(0)), array['INCONNU1'], 'whom nobody knows waits');
select is((select count(*) from base.jobs where kind = 'payroll.compare' and state_code = 'attente'), 1::bigint, 'a comparison of the country is put');
select is((select string_agg(verdict, ',' order by line) from stage.judged() where line < 4), 'same,same', 'the same file again changes nothing');
-- corrected: Afi at another index, Koffi no longer there, Yao right
insert into imports.imports (kind_code, file_id, file_name, sheet_code, signature, month) select 'paye', max(file_id), 'p2.csv', 'csv', 's', stage.m(0) from base.files;
truncate imports.staged;
insert into imports.staged (line, matricule, category, scale, step, pay_index, index_pay_fcfa, position) values (2, 'PAY1', 'A', 1, 3, 510, 153000, 'Activité'), (3, 'PAY4', 'A', 1, 3, 487, null, null);
select results_eq('select * from stage.judged()', $$values (2::bigint, 'changed', null::text), (3, 'new', null)$$, 'a corrected file of the same month');
select is((select gone_count from imports.imports where import_id = stage.import()), 1::bigint, 'says how many lines it would take away');
select payroll_api.write(stage.import());
select results_eq('select a.matricule, r.pay_index, r.replaced_by = stage.import() from payroll.replaced r join career.agents a using (agent_id) where r.month = stage.m(0) order by 1', $$values ('PAY1', 500, true), ('PAY2', 548, true)$$, 'what it replaced is kept aside');
select is((select (lines_count, version)::text from payroll.months where month = stage.m(0)), '(2,2)', 'the month is a second version');
-- the agent comes later
insert into payroll.waiting (month, matricule, pay_index) values (stage.m(0), 'PAY9', 425);
select stage.agent('Tard Venu', 'PAY9', '1995-05-05', 'FE', '2026-01-04', 'DRSC');
select is(payroll_api.take_waiting(), 1, 'when the agent is there, his line is his');
select is((select pay_index from payroll.lines where agent_id = stage.who('Tard')), 425, 'as the payer wrote it');
select * from finish();
rollback;
