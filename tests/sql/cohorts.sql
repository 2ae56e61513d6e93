-- Departures and indicators: counts are those of a count done by hand, every breakdown adds up, nobody sees beyond his structures, exports leave a trace.
begin;
\ir career_cast.inc
select no_plan();
grant create on schema stage to public;

-- Rights ---------------------------------------------------------------------------------------------------------------------
select is((select array_agg(relrowsecurity and relforcerowsecurity) from pg_class where oid = 'cohorts.estimates'::regclass), array[true], 'estimates: row security enabled and forced');
select policies_are('cohorts', 'estimates', array['gatekeeper'], 'estimates: its policies');
select is(has_any_column_privilege(r, 'cohorts.estimates', v), false, r || ' ' || v || ' on estimates')
from unnest(array['gate', 'worker', 'web_public', 'web_self', 'web_clerk', 'web_pensions', 'web_admin']) r, unnest(array['SELECT', 'INSERT', 'UPDATE']) v;
select is(has_function_privilege(r, p.oid, 'EXECUTE'), r = 'web_pensions' and p.proname in ('departures', 'departures_head', 'leaving', 'leaving_total', 'choices', 'allow_export',
	'export', 'indicators', 'late_desks', 'figure_list') or r = 'worker' and p.proname in ('blocks', 'block_agents', 'block_facts', 'open_lines', 'funds', 'positions', 'keep', 'keep_run'),
	r || ' calls ' || p.proname)
from pg_proc p, unnest(array['web_pensions', 'worker', 'web_self', 'web_clerk', 'web_public', 'web_account', 'gate', 'public']) r where p.pronamespace = 'cohorts_api'::regnamespace;
select isnt(obj_description(p.oid, 'pg_proc'), null, p.proname || ' says what it is') from pg_proc p where p.pronamespace = 'cohorts_api'::regnamespace;

-- The cast: two structures, every category and both families, a day that has passed, a day that is not known, one who died, one who left.
select stage.agent('Afi Dossou', 'c100', (current_date - interval '58 years')::date, 'FE', '2000-01-04', 'DFE-SIA-DRSC');
select stage.agent('Bola Saka', 'c101', (current_date - interval '52 years')::date, 'FE', '1990-01-04', 'DFE-SIA-DRSC');
select stage.agent('Codjo Ahou', 'c102', (current_date - interval '57 years')::date, 'ACDPE', '2005-01-04', 'MS');
select stage.agent('Dina Boko', 'c103', (current_date - interval '70 years')::date, 'FE', '1990-01-04', 'MS');
select stage.agent('Edem Kora', 'c104', (current_date - interval '50 years')::date, 'FE', '2005-01-04', 'MS');
select stage.agent('Fati Zime', 'c105', (current_date - interval '59 years')::date, 'FE', '1995-01-04', 'MS');
select stage.agent('Gado Bio', 'c106', (current_date - interval '53 years')::date, 'FE', '1995-01-04', 'MS');
update base.persons set sex = 'M' where person_id in (stage.person_of('Codjo'), stage.person_of('Gado'));
update base.persons set deceased_on = current_date - 10 where person_id = stage.person_of('Fati');
select stage.line('Afi', 'nomination', '2000-01-04', '{"after_status_code": "FE", "after_category": "A", "after_scale": 1, "after_step": 1, "after_index": 400, "after_position_code": "activite"}');
select stage.line('Bola', 'nomination', '1990-01-04', '{"after_status_code": "FE", "after_category": "C", "after_scale": 1, "after_step": 1, "after_index": 200, "after_position_code": "activite"}');
select stage.line('Codjo', 'contrat', '2005-01-04', '{"after_status_code": "ACDPE", "after_position_code": "activite"}');
select stage.line('Dina', 'nomination', '1990-01-04', '{"after_status_code": "FE", "after_category": "A", "after_scale": 1, "after_step": 1, "after_position_code": "activite"}');
select stage.line('Fati', 'nomination', '1995-01-04', '{"after_status_code": "FE", "after_category": "A", "after_scale": 1, "after_step": 1, "after_position_code": "activite"}');
select stage.line('Gado', 'nomination', '1995-01-04', '{"after_status_code": "FE", "after_category": "D", "after_scale": 1, "after_step": 1, "after_position_code": "activite"}');
select stage.line('Gado', 'retraite', current_date - 30);
select career_api.refresh_agents(array(select agent_id from stage.people where agent_id is not null));
select stage.person('Nora Tossou', '1980-01-01'), stage.person('Sani Orou', '1980-01-01'), stage.person('Paul Adjovi', '1990-01-01', 'M');
select stage.assign('Nora', 'pension_chief', 'RB'), stage.assign('Sani', 'clerk', 'MS'), stage.assign('Paul', 'citizen', null), stage.assign('Afi', 'agent', null);
select stage.sign_in();

-- Counts against a count by hand -----------------------------------------------------------------------------------------------
create table stage.by_hand as
select a.agent_id, a.structure_rank, a.category, a.corps_id, a.structure_id, p.sex, a.retirement_date as day, extract(year from a.retirement_date)::int as y
from career.agents a join base.persons p using (person_id)
where a.left_on is null and p.deceased_on is null and a.retirement_date >= current_date and a.retirement_date < make_date(extract(year from current_date)::int + 10, 1, 1);
grant select on stage.by_hand to public;
create table stage.ranks as select s.code, s.rank, s.last_rank, s.structure_id from base.structures s;
grant select on stage.ranks to public;
select ok((select count(*) from by_hand) >= 3, 'there is somebody to count');

select stage.become('Nora');
set local role web_pensions;
create table stage.counted as select * from cohorts_api.departures(null, null, null, null, null, null);
select results_eq($$select code::int, n from counted where kind = 'annee' order by 1$$, $$select y, count(*)::int from by_hand group by y order by y$$, 'by year');
select results_eq($$select place, n from counted where kind = 'trimestre' order by 1$$,
	$$select (y * 10 + extract(quarter from day)::int)::bigint, count(*)::int from by_hand group by 1 order by 1$$, 'by quarter');
select results_eq($$select code, n from counted where kind = 'categorie' order by 1 nulls last$$, $$select category, count(*)::int from by_hand group by 1 order by 1 nulls last$$, 'by category');
select results_eq($$select id, n from counted where kind = 'corps' order by 1 nulls last$$, $$select corps_id, count(*)::int from by_hand group by 1 order by 1 nulls last$$, 'by corps');
select results_eq($$select code, n from counted where kind = 'sexe' order by 1 nulls last$$, $$select sex, count(*)::int from by_hand group by 1 order by 1 nulls last$$, 'by sex');
select is((select n from counted where kind = 'structure' and id = (select structure_id from ranks where code = 'MS')),
	(select count(*)::int from by_hand b, ranks r where r.code = 'MS' and b.structure_rank between r.rank and r.last_rank), 'by ministry, all that stands below it');
select is(sum(n), (select count(*) from by_hand), 'the total of: ' || kind) from counted where kind <> 'attente' group by kind;
select is((select sum(x.n) from counted c, unnest(c.parts) x (n) where c.kind = 'annee'), (select count(*) from by_hand where category is not null), 'the parts of the years add up');
select is((select sum(complete + incomplete + unentitled) from counted where kind = 'annee'), (select count(*) from by_hand), 'estimated, incomplete and without right add up');
reset role;
-- A property: whatever the filters, every breakdown has the total of every other, and it is that of a count by hand.
create table stage.tries as
select y, q, c, s, x from unnest(array[null, extract(year from current_date)::int + 2, extract(year from current_date)::int + 7]) y, unnest(array[null, 1, 3]) q,
	unnest(array[null, 'A', 'C']) c, unnest(array[null, 'MS', 'MEMP']) s, unnest(array[null, 'F']) x where y is not null or q is null;
create table stage.expected as
select t.*, (select count(*) from by_hand b left join base.structures r on r.code = t.s where (t.y is null or b.y = t.y) and (t.q is null or extract(quarter from b.day) = t.q)
	and (t.c is null or b.category = t.c) and (t.s is null or b.structure_rank between r.rank and r.last_rank) and (t.x is null or b.sex = t.x)) as n,
	(select structure_id from base.structures r where r.code = t.s) as structure
from tries t;
grant select on stage.expected to public;
set local role web_pensions;
select is((select count(*) from expected e cross join lateral (select kind, sum(n) as n from cohorts_api.departures(e.y, e.q, e.c, null, e.structure, e.x) where kind <> 'attente' group by kind) d
	where d.n <> e.n), 0::bigint, 'with every filter, each breakdown has the total of a count by hand');
select is((select count(*) from expected e where e.n > 0 and (select count(distinct kind) from cohorts_api.departures(e.y, e.q, e.c, null, e.structure, e.x) where kind <> 'attente') <> 6), 0::bigint,
	'and none of them is left out');
select is((select count(*) from expected e where e.n <> (select total from cohorts_api.leaving_total('dates', e.y, e.q, e.c, null, e.structure, e.x))), 0::bigint, 'the list holds as many as the counts');

-- The list ---------------------------------------------------------------------------------------------------------------------
create table stage.listed as select * from cohorts_api.leaving('dates', null, null, null, null, null, null, 200, 0);
select is((select row(l.age, l.certainty_code, l.thirty_years_date)::text from listed l where l.matricule = 'C100'),
	'(60,presse,2030-01-04)' || '', 'a rule, how sure it is, and the disputed thirty years') where (current_date - interval '58 years')::date + interval '60 years' > '2030-01-04';
select is((select l.thirty_years_past from listed l where l.matricule = 'C101'), true, 'thirty years that have passed say so, and change no date');
select isnt((select l.source from listed l where l.matricule = 'C101'), null, 'with its source');
select is((select l.thirty_years_date from listed l where l.matricule = 'C102'), null, 'no thirty years for a contractual');
select is((select l.certainty_code from listed l where l.matricule = 'C102'), 'loi', 'whose age is in a law');
select is((select count(*) from listed where matricule in ('C103', 'C104', 'C105', 'C106')), 0::bigint, 'not the ones whose day has passed or is not known, who died, who left');
select is((select count(*) from cohorts_api.leaving('passee', null, null, null, null, null, null, 200, 0) where matricule = 'C103'), 1::bigint, 'a day that has passed is listed apart');
select is((select unknown_code from cohorts_api.leaving('inconnue', null, null, null, null, null, null, 200, 0) where matricule = 'C104'), 'categorie', 'a day that is not known too, with what is missing');
select is((select array_agg(matricule) from cohorts_api.leaving('dates', null, null, null, null, null, null, 2, 1)), (select array_agg(matricule) from (select matricule from listed offset 1 limit 2) x), 'a page is a part of the list');
select results_eq('select retirement_date from listed', 'select retirement_date from listed order by retirement_date', 'in the order of days');
select is((select row(overdue, unknown)::text from cohorts_api.departures_head(null, null, (select structure_id from ranks where code = 'MS'), null)),
	(select row((select total from cohorts_api.leaving_total('passee', null, null, null, null, (select structure_id from ranks where code = 'MS'), null)),
		(select total from cohorts_api.leaving_total('inconnue', null, null, null, null, (select structure_id from ranks where code = 'MS'), null)))::text), 'the numbers above are those of the lists');

-- Refusals ---------------------------------------------------------------------------------------------------------------------
select throws_ok('select * from cohorts_api.departures(null, null, null, null, -5, null)', 'GU404', 'cohorts.structure_missing', 'a structure that does not exist');
select throws_ok('select * from cohorts_api.departures(null, null, null, -5, null, null)', 'GU404', 'cohorts.corps_missing', 'a corps that does not exist');
select is((select count(*) from cohorts_api.leaving('dates', null, null, 'A'' or true --', null, null, null, 200, 0)), 0::bigint, 'a forged category finds nobody');
select is((select count(*) from cohorts_api.leaving('dates', null, null, null, null, null, 'F'' or ''a''=''a', 200, 0)), 0::bigint, 'nor a forged sex');
select throws_ok($$select * from cohorts_api.export('dates', null, null, null, null, null, null, '')$$, 'GU422', 'clerk.reason_choose', 'no export without a reason');
select throws_ok('select * from cohorts.estimates', '42501', null, 'estimates are read through functions alone');
select throws_ok('select * from career.agents', '42501', null, 'and so are the agents');
reset role;
select is((select count(*) from base.consultations where what = 'export' and viewer_id = stage.person_of('Nora')), 0::bigint, 'a refused export leaves nobody noted');

-- Scope: Sani serves the ministry of health.
select stage.become('Sani');
set local role web_pensions;
select is((select sum(n) from cohorts_api.departures(null, null, null, null, null, null) where kind = 'annee'),
	(select count(*) from by_hand b, ranks r where r.code = 'MS' and b.structure_rank between r.rank and r.last_rank), 'a clerk counts the agents of his structures');
select is((select count(*) from cohorts_api.leaving('dates', null, null, null, null, null, null, 200, 0) where matricule = 'C100'), 0::bigint, 'and lists nobody else');
select is((select count(*) from cohorts_api.leaving('dates', null, null, null, null, null, null, 200, 0) where matricule = 'C102'), 1::bigint, 'but his own');
select throws_ok('select * from cohorts_api.departures(null, null, null, null, (select structure_id from ranks where code = ''MEMP''), null)', 'GU404', 'cohorts.structure_missing', 'another ministry is not there for him');
select throws_ok('select * from cohorts_api.leaving(''dates'', null, null, null, null, (select structure_id from ranks where code = ''RB''), null, 50, 0)', 'GU404', 'cohorts.structure_missing', 'nor what stands above');
select is((select count(*) from cohorts_api.choices(null, null) c join ranks r on r.structure_id = c.id where c.list = 'structure' and r.code = 'MEMP'), 0::bigint, 'nor to be chosen');

-- Export: each person reads it.
create table stage.left_with as select * from cohorts_api.export('dates', null, null, null, null, null, null, 'Prévision des départs');
select is((select count(*) from left_with), (select count(*) from by_hand b, ranks r where r.code = 'MS' and b.structure_rank between r.rank and r.last_rank), 'the export is the list');
reset role;
select is((select reason from base.consultations where person_id = stage.person_of('Codjo') and what = 'export'), 'Export des départs à la retraite : Prévision des départs', 'each person in it reads why');
select is((select count(*) from base.consultations where person_id = stage.person_of('Afi') and what = 'export'), 0::bigint, 'who was not in it reads nothing');
select is((select count(*) from base.audit where verb = 'export' and object = 'departs' and person_id = stage.person_of('Sani')), 1::bigint, 'the journal has one line');

-- Nobody: a session that serves no structure, and none at all.
select stage.become('Paul');
set local role web_pensions;
select is((select count(*) from cohorts_api.departures(null, null, null, null, null, null)), 0::bigint, 'who serves nothing counts nobody');
select is((select count(*) from cohorts_api.leaving('inconnue', null, null, null, null, null, null, 200, 0)), 0::bigint, 'and lists nobody');
select is((select count(*) from cohorts_api.indicators('2000-01-01', current_date)), 0::bigint, 'and has no figure');
reset role;
select stage.become('Nobody');
set local role web_pensions;
select is((select count(*) from cohorts_api.departures(null, null, null, null, null, null)), 0::bigint, 'nor has a session that is not there');
reset role;

-- Estimates --------------------------------------------------------------------------------------------------------------------
set local role worker;
select is((select count(*) from cohorts_api.blocks(10) b where b.n > 10 or b.first_id > b.last_id), 0::bigint, 'blocks hold what they may');
reset role;
select is((select sum(n) from cohorts_api.blocks(7)), (select count(*) from career.agents where left_on is null and retirement_date is not null), 'and everybody');
set local role worker;
select is(cohorts_api.keep(array[stage.who('Afi'), stage.who('Codjo')], array[(select day from by_hand where agent_id = stage.who('Afi')), (select day from by_hand where agent_id = stage.who('Codjo'))],
	array['FNRB', 'CNSS'], array[70000, null]::bigint[], array[null, null]::bigint[], array[true, false], array[true, false], array[0, 1], array[null, 'regle']), 2, 'two are kept');
select is(cohorts_api.keep(array[stage.who('Afi')], array[(select day from by_hand where agent_id = stage.who('Afi'))], array['FNRB'], array[70000]::bigint[], array[null]::bigint[], array[true],
	array[true], array[0], array[null]::text[]), 0, 'the same again is not written');
select throws_ok(format('select cohorts_api.keep(array[%s], array[current_date], array[''FNRB''], array[1]::bigint[], array[null]::bigint[], array[true], array[true], array[1], array[null]::text[])', stage.who('Afi')),
	'23514', null, 'what waits names what it waits for');
reset role;
select stage.become('Nora');
set local role web_pensions;
select is((select fnrb_fcfa from cohorts_api.departures(extract(year from (select day from by_hand where agent_id = stage.who('Afi')))::int, null, 'A', null,
	(select structure_id from ranks where code = 'DFE-SIA-DRSC'), null) where kind = 'annee'), 70000::bigint, 'the cost is the sum of what could be computed');
select is((select n from cohorts_api.departures(null, null, null, null, (select structure_id from ranks where code = 'MS'), 'M') where kind = 'attente' and code = 'regle' and n >= 1), 1,
	'and what waits is counted by its cause') where not exists (select from by_hand b, ranks r where r.code = 'MS' and b.structure_rank between r.rank and r.last_rank and b.sex = 'M' and b.agent_id <> stage.who('Codjo'));
reset role;
update base.persons set birth_date = birth_date + 400 where person_id = stage.person_of('Afi');
set local role web_pensions;
select is((select coalesce(sum(fnrb_fcfa), 0)::bigint from cohorts_api.departures(null, null, 'A', null, (select structure_id from ranks where code = 'DFE-SIA-DRSC'), null) where kind = 'annee'), 0::bigint,
	'an estimate of another day is void: it is never shown for a new one');
reset role;

-- Indicators: the median with open files, against files made here.
insert into pensions.files (number, agent_id, kind_code, origin_code, regimes, leave_on, leave_source, state_code, structure_rank, opened_on, booklet_on, notified_on, is_automatic, closed_at, due_on)
select 'P1999-0000' || v.k, stage.who('Dina'), 'retraite', case when v.k < 4 then 'systeme' else 'agent' end, '{FNRB}', '1999-03-01', 'essai', case when v.wait is null then 'liquidation' else 'paiement' end,
	(select rank from ranks where code = 'MS'), '1998-03-01', date '1999-03-01' + v.wait, date '1999-03-01' + v.wait, v.k = 1, case when v.wait is null and v.k = 6 then null else now() end,
	case when v.wait is null then current_date - 5 end
from (values (1, 0), (2, -10), (3, 30), (4, 90), (5, 100), (6, null)) v (k, wait);
insert into pensions.missing (file_id, gap_code, key, label, agent_asked_at) select f.file_id, 'missing_step', g::text, 'essai ' || g, now() from pensions.files f, generate_series(1, 3) g where f.number = 'P1999-00006';
select stage.become('Sani');
set local role web_pensions;
select is((select row(n, n_open, median_, p90)::text from cohorts_api.indicators('1999-01-01', '1999-12-31') where figure_code = 'livret'), '(6,1,30,)', 'half within 30 days; nine in ten not yet: an open file counts as not over');
select is((select row(n, hits)::text from cohorts_api.indicators('1999-01-01', '1999-12-31') where figure_code = 'jour'), '(6,2)', 'two had their booklet on the day, or before');
select is((select row(n, hits, pieces)::text from cohorts_api.indicators('1998-01-01', '1998-12-31') where figure_code = 'pieces'), '(6,5,3)', 'three pieces, all of one file');
select is((select row(n, hits)::text from cohorts_api.indicators('1998-01-01', '1998-12-31') where figure_code = 'systeme'), '(6,3)', 'three opened by themselves');
select is((select count(*) from cohorts_api.indicators('1997-01-01', '1997-12-31')), 0::bigint, 'no figure of a period without a file');
select is((select count(*) from cohorts_api.figure_list('livret', '1999-01-01', '1999-12-31')), 6::bigint, 'the rows behind a figure are as many as it says');
select is((select row(held >= 1, late >= 1, worst >= 5)::text from cohorts_api.late_desks() where state_code = 'liquidation'), '(t,t,t)', 'a desk that is late says so');
reset role;
update pensions.files set structure_rank = (select rank from ranks where code = 'MEMP') where number like 'P1999-%';
set local role web_pensions;
select is((select count(*) from cohorts_api.indicators('1999-01-01', '1999-12-31')), 0::bigint, 'files of other structures make no figure for him');
select is((select count(*) from cohorts_api.figure_list('livret', '1999-01-01', '1999-12-31')), 0::bigint, 'and are not listed');
reset role;
select * from finish();
rollback;
