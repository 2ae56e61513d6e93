-- A campaign from its opening to its acts, as named persons: what each may see and do, and what is refused.
begin;
\ir career_cast.inc
select no_plan();
delete from career.step_rules;
insert into career.step_rules (status_code, category, months, max_step, valid_from, source, certainty) values (null, null, 24, 15, '1990-01-01', 'essai', 'usage');
create table stage.day as select date_trunc('quarter', current_date::timestamp)::date as first;
create table stage.code as select extract(year from first) || '-' || extract(quarter from first) as quarter from stage.day;
grant select on stage.code, stage.day to public;
create function stage.staff(name text, role text, place text) returns void language plpgsql as $$
begin
	perform stage.person(name || ' Agent', '1975-01-01');
	perform stage.assign(name, role, place);
end $$;
create function stage.at_step(name text, n int, since date, place text, status text default 'FE', fields jsonb default '{}') returns void language plpgsql as $$
begin
	perform stage.agent(name || ' Essai', upper(name), '1985-05-05', status, '2005-01-03', place);
	perform stage.line(name, case status when 'ACDPE' then 'contrat' else 'nomination' end, since, jsonb_build_object('after_category', 'A', 'after_scale', 1,
		'after_step', n, 'after_corps_id', (select min(corps_id) from career.corps), 'after_index', 300 + n, 'after_position_code', 'activite') || fields);
	perform career_api.refresh_agents(array[stage.who(name)]);
end $$;
select stage.staff('Chef', 'clerk', 'MTFP'), stage.staff('Voisin', 'clerk', 'MEMP'), stage.staff('National', 'clerk', 'RB');
-- At home: one due in the quarter by arrêté, one late by avenant, one whose file lacks an act, one at the last step. Next door: one due.
select stage.at_step('Zoe', 3, (first - interval '2 years')::date + 10, 'DGFP') from stage.day;
select stage.at_step('Abel', 3, (first - interval '2 years')::date - 100, 'DGFP', 'ACDPE') from stage.day;
select stage.at_step('Doute', 3, (first - interval '2 years')::date + 10, 'DGFP', fields => '{"after_corps_id": null}') from stage.day;
select stage.at_step('Haut', 15, (first - interval '2 years')::date + 10, 'DGFP') from stage.day;
select stage.at_step('Loin', 3, (first - interval '2 years')::date + 10, 'MEMP') from stage.day;
select stage.sign_in();
create table stage.made (name text, id bigint);
grant select, insert on stage.made to public;
grant usage on schema stage to web_advancement, web_self;
create function stage.place(code text, dummy int) returns bigint language sql stable as $$ select structure_id from base.structures s where s.code = $1 $$;
grant execute on all functions in schema stage to public;

-- Opening
select stage.become('Chef');
set local role web_advancement;
insert into stage.made select 'home', campaign_id from advancement_api.open((select quarter from stage.code), null, 'structure');
select throws_ok($$ select * from advancement_api.open((select quarter from stage.code), null, 'unique') $$, 'GU422', 'advancement.twice', 'the same quarter and scope a second time is refused');
select throws_ok($$ select * from advancement_api.open('2199-1', null, 'unique') $$, 'GU422', 'advancement.too_far', 'a quarter in the far future is refused');
select throws_ok($$ select * from advancement_api.open('1999-1', null, 'unique') $$, 'GU422', 'advancement.too_old', 'one long past too');
select throws_ok($$ select * from advancement_api.open('2026-5', null, 'unique') $$, 'GU422', 'field.not_a_choice', 'there is no fifth quarter');
select throws_ok($$ select * from advancement_api.open((select quarter from stage.code), stage.place('MEMP', 0), 'unique') $$, 'GU422', 'advancement.out_of_reach', 'another ministry is out of reach');
select lives_ok($$ select * from advancement_api.open((select quarter from stage.code), stage.place('DGFP', 0), 'unique') $$, 'a smaller scope is another campaign');
reset role;
select is((select count(*) from base.jobs where kind = 'advancement.compute' and person_id = stage.person_of('Chef')), 2::bigint, 'each with its computation put');
create function stage.run(campaign bigint, size int) returns bigint language plpgsql as $$
declare
	r record;
	n bigint := 0;
	at bigint;
begin
	select * into r from advancement_api.run_begin(campaign);
	at := r.from_agent;
	while at <= r.to_agent loop
		n := n + advancement_api.run_slice(campaign, at, least(at + size - 1, r.to_agent));
		at := at + size;
	end loop;
	perform advancement_api.run_end(campaign);
	return n;
end $$;
create function stage.home() returns bigint language sql stable as $$ select id from stage.made where name = 'home' $$;
create function stage.rows(campaign bigint) returns text language sql stable as $$
	select md5(string_agg((to_jsonb(l) - 'line_id')::text, '|' order by l.agent_id)) from advancement.lines l where l.campaign_id = campaign $$;
create function stage.line_of(name text) returns bigint language sql stable security definer as $$
	select line_id from advancement.lines l where l.campaign_id = stage.home() and l.agent_id = stage.who(name) $$;
grant execute on all functions in schema stage to public;

-- Computing: the same rows however often, and however it is sliced
select is(stage.run(stage.home(), 1000000), 4::bigint, 'the four of the scope, not the one next door');
create table stage.first as select stage.rows(stage.home()) as said;
update advancement.campaigns set state_code = 'calcul' where campaign_id = stage.home();
select stage.run(stage.home(), 1000000);
select is(stage.rows(stage.home()), (select said from stage.first), 'computed twice: the same rows');
update advancement.campaigns set state_code = 'calcul' where campaign_id = stage.home();
select stage.run(stage.home(), 1);
select is(stage.rows(stage.home()), (select said from stage.first), 'agent by agent: the same rows');
select throws_ok($$ select * from advancement_api.run_begin(stage.home()) $$, 'GU409', 'advancement.state', 'a campaign that is being read is not computed under the reader');
select results_eq($$ select a.matricule, l.reason_code, l.is_late from advancement.lines l join career.agents a using (agent_id) where campaign_id = stage.home() order by 1 $$,
	$$ values ('ABEL', null::text, true), ('DOUTE', 'corps_inconnu', false), ('HAUT', 'dernier_echelon', false), ('ZOE', null, false) $$, 'one late, one doubtful, one at the top, one due');

-- Who sees it
select stage.become('Voisin');
set local role web_advancement;
select is((select count(*) from advancement_api.campaigns(10, 0)), 0::bigint, 'another ministry’s clerk sees no campaign of this one');
select is((select count(*) from advancement.lines), 0::bigint, 'nor a line');
select is((select count(*) from advancement_api.campaign(stage.home())), 0::bigint, 'nor by its number');
select throws_ok($$ select * from advancement_api.found(stage.home(), 'tous', null, null, null, null, null, 10, 0) $$, 'GU404', 'advancement.missing', 'nor its list');
select throws_ok($$ select * from advancement_api.decide(stage.home(), stage.who('Zoe'), 'ecarter', 'Un motif assez long', '/') $$, 'GU404', 'advancement.missing', 'nor decides');
select throws_ok($$ select * from advancement_api.prepare(stage.home(), '/') $$, 'GU404', 'advancement.missing', 'nor prepares');
select throws_ok($$ select * from advancement_api.export(stage.home(), 'tous', null, null, null, null, null) $$, 'GU404', 'advancement.missing', 'nor exports');
reset role;
select stage.become('National');
set local role web_advancement;
select is((select count(*) from advancement.lines where campaign_id = stage.home()), 4::bigint, 'who reaches more sees it');
reset role;
select stage.become('Zoe');
set local role web_self;
select results_eq($$ select step, is_late from advancement_api.my_campaign() $$, $$ select 4::smallint, (first + 10) < current_date from stage.day $$, 'Zoé sees her own campaign');
select is((select count(*) from advancement.lines), 1::bigint, 'and nobody else’s line');
select throws_ok($$ select reason_detail from advancement.lines $$, '42501', null, 'nor what clerks read of her');
reset role;
select stage.become('Doute');
set local role web_self;
select is((select count(*) from advancement_api.my_campaign()), 0::bigint, 'who is left aside is told of no campaign');
reset role;

-- Deciding
select stage.become('Chef');
set local role web_advancement;
select throws_ok($$ select * from advancement_api.decide(stage.home(), stage.who('Zoe'), 'ecarter', '  court ', '/') $$, 'GU422', 'advancement.reason_missing', 'without a reason nobody is put aside');
select throws_ok($$ select * from advancement_api.decide(stage.home(), stage.who('Doute'), 'retenir', null, '/') $$, 'GU422', 'advancement.reason_missing', 'nor kept');
select throws_ok($$ select * from advancement_api.decide(stage.home(), stage.who('Haut'), 'retenir', 'Il le mérite vraiment', '/') $$, 'GU422', 'advancement.hard', 'a rule yields to nobody');
select throws_ok($$ select * from advancement_api.decide(stage.home(), stage.who('Haut'), 'ecarter', 'Déjà écarté pourtant', '/') $$, 'GU422', 'advancement.already_aside', 'nor is it doubled');
select lives_ok($$ select * from advancement_api.decide(stage.home(), stage.who('Doute'), 'retenir', 'Corps vérifié sur l’arrêté de 2005', '/') $$, 'a doubtful one is kept with a reason');
select lives_ok($$ select * from advancement_api.decide(stage.home(), stage.who('Zoe'), 'ecarter', 'Reclassement en cours', '/') $$, 'one who was due is put aside');
select is((select row(due, late, excluded, by_hand)::text from advancement_api.sums(stage.home())), '(2,1,2,2)', 'and the numbers follow');
select lives_ok($$ select * from advancement_api.decide(stage.home(), stage.who('Zoe'), 'retenir', 'Reclassement refusé', '/') $$, 'put back');
select is((select row(due, late, excluded, by_hand)::text from advancement_api.sums(stage.home())), '(3,1,1,1)', 'as before');
select results_eq($$ select matricule from advancement_api.found(stage.home(), 'dus', null, null, null, null, null, 10, 0) $$, $$ values ('ABEL'), ('DOUTE'), ('ZOE') $$, 'the list is that of the number, by name');
select results_eq($$ select matricule from advancement_api.found(stage.home(), 'ecartes', 'dernier_echelon', null, null, null, null, 10, 0) $$, $$ values ('HAUT') $$, 'and by reason');
select results_eq($$ select matricule, total from advancement_api.found(stage.home(), 'tous', null, stage.place('DGFP', 0), 'A', 'ACDPE', (select search_id from advancement_api.keep_words('abél')), 10, 0) $$, $$ values ('ABEL', 1::bigint) $$, 'and by words, structure, category, status');
select is((select count(*) from advancement_api.export(stage.home(), 'retards', null, null, null, null, null)), 1::bigint, 'the list of the late ones leaves');
reset role;
select is((select reason from base.consultations where person_id = stage.person_of('Abel') and what = 'export'), 'Export de liste : avancement, ' || (select advancement_api.quarter_label(first) from stage.day), 'and Abel reads it');
select is((select count(*) from base.consultations where person_id = stage.person_of('Zoe') and what = 'export'), 0::bigint, 'not Zoé, who was not in it');

-- Acts
set local role web_advancement;
select results_eq($$ select act_label, structure_name is not null, category, agents from advancement_api.preview(stage.home(), 10, 0) order by 1 $$, $$ values ('arrêté', true, 'A', 2), ('avenant', true, 'A', 1) $$, 'an arrêté and an avenant are two acts');
select lives_ok($$ select * from advancement_api.prepare(stage.home(), '/') $$, 'prepared');
select throws_ok($$ select * from advancement_api.prepare(stage.home(), '/') $$, 'GU409', 'advancement.state', 'once');
select throws_ok($$ select * from advancement_api.decide(stage.home(), stage.who('Zoe'), 'ecarter', 'Trop tard pourtant', '/') $$, 'GU409', 'advancement.closed', 'the list changes no more');
select throws_ok($$ select * from advancement_api.drop_it(stage.home(), '/') $$, 'GU409', 'advancement.state', 'nor is it given up');
reset role;
-- Meanwhile an act was signed for Abel
select stage.line('Abel', 'avenant', (select (first - interval '100 days')::date from stage.day), '{"after_category": "A", "after_scale": 1, "after_step": 4}');
select is((select count(*) from advancement_api.draft_begin(stage.home())), 1::bigint, 'the job begins');
select is(advancement_api.draft_check(stage.home(), 0, 1000000000), 1, 'who changed since is put aside');
select is((select reason_code from advancement.lines where line_id = stage.line_of('Abel')), 'change', 'and it is said');
select is(advancement_api.draft_write(stage.home()), 1, 'one act is left');
select throws_ok($$ select * from advancement_api.draft_begin(stage.home()) $$, 'GU409', 'advancement.state', 'a second run writes nothing');
select is((select count(*) from acts.drafts where group_id = stage.home()), 1::bigint, 'one draft in all');
select results_eq($$ select dl.line_no, a.matricule, dl.before_step, dl.after_step, dl.before_index, dl.after_index, dl.after_structure_id
	from acts.draft_lines dl join acts.drafts d using (draft_id) join career.agents a using (agent_id) where d.group_id = stage.home() order by 1 $$,
	$$ values (1, 'DOUTE', 3::smallint, 4::smallint, 303, null::int, null::bigint), (2, 'ZOE', 3::smallint, 4::smallint, 303, null::int, null::bigint) $$, 'lines by name; the index after is not invented');
select is((select row(state_code, lines_count, author_id, structure_id)::text from acts.drafts where group_id = stage.home()),
	row('projet', 2, stage.person_of('Chef'), stage.place('DRSC'))::text, 'a project, by who asked, issued by the service in charge');
select is((select count(*) from acts.events e join acts.drafts d using (draft_id) where d.group_id = stage.home()), 1::bigint, 'with its first event');
select is((select count(*) from acts.draft_parts p join acts.drafts d using (draft_id) where d.group_id = stage.home()), (select count(*) from acts.model_parts where model_code = 'avancement_echelon_fe'), 'and the parts of its model');
select stage.become('Chef');
set local role web_advancement;
select results_eq($$ select state_code, acts, agents from advancement_api.acts_sums(stage.home()) $$, $$ values ('projet', 1::bigint, 2::bigint) $$, 'followed by state');
select results_eq($$ select lines_count, state_code, expected from advancement_api.acts(stage.home(), null, 10, 0) $$, $$ values (2, 'projet', 'à mettre en circuit') $$, 'and act by act');
select is((select count(*) from advancement_api.acts(stage.home(), 'publie', 10, 0)), 0::bigint, 'none is published yet');
select lives_ok($$ select * from advancement_api.submit(stage.home(), '/') $$, 'put into circuit');
select throws_ok($$ select * from advancement_api.submit(stage.home(), '/') $$, 'GU409', 'advancement.state', 'once');
reset role;
drop function if exists acts_api.submit_group(bigint);
select throws_ok($$ select advancement_api.run_submit(stage.home()) $$, 'GU409', 'advancement.no_circuit', 'without a circuit nothing moves');
select is((select state_code from advancement.campaigns where campaign_id = stage.home()), 'prepare', 'the acts stay projects');
create function acts_api.submit_group(group_id bigint) returns int language sql as $$ select count(*)::int from acts.drafts d where d.group_id = submit_group.group_id $$;
select is(advancement_api.run_submit(stage.home()), 1, 'with one, all go together');
select is((select state_code from advancement.campaigns where campaign_id = stage.home()), 'circuit', 'and the campaign says so');

-- Overdue: the picture of a month, and one notice a step
insert into base.contacts (person_id, kind, value, verified_at) values (stage.person_of('Loin'), 'email', 'loin@exemple.bj', now()), (stage.person_of('Zoe'), 'email', 'zoe@exemple.bj', now());
select stage.at_step('Retard', 3, (current_date - interval '30 months')::date, 'MEMP');
insert into base.contacts (person_id, kind, value, verified_at) values (stage.person_of('Retard'), 'email', 'retard@exemple.bj', now());
create function stage.picture() returns int language plpgsql as $$
declare
	m record;
	told int := 0;
begin
	for m in select * from advancement_api.overdue_begin() loop
		perform advancement_api.overdue_slice(m.month, m.day, case when m.is_rebuilt then m.day - 1 end, 1, m.to_agent);
		told := told + advancement_api.overdue_end(m.month, m.is_rebuilt);
	end loop;
	return told;
end $$;
create table stage.told as select stage.picture() as n;
select cmp_ok((select n from stage.told), '>=', 1, 'agents newly concerned are told');
select is((select count(*) from base.outbox where recipient = 'retard@exemple.bj'), 1::bigint, 'one message');
select matches((select body from base.outbox where recipient = 'retard@exemple.bj'), 'échelon 4 était dû le .*Rien ne vous est demandé', 'what is due, since when, and that nothing is asked');
select is((select months_late from advancement.overdue where agent_id = stage.who('Retard') and month = date_trunc('month', current_date)), 6::smallint, 'six months late');
create table stage.before as select md5(string_agg(to_jsonb(o)::text, '|' order by month, agent_id)) as said from advancement.overdue o;
select is(stage.picture(), 0, 'a second time nobody is told again');
select is((select md5(string_agg(to_jsonb(o)::text, '|' order by month, agent_id)) from advancement.overdue o), (select said from stage.before), 'and the rows are the same');
select is((select count(*) from base.outbox where recipient = 'retard@exemple.bj'), 1::bigint, 'never two messages for a step');
select is((select count(*) from advancement.pictures), 13::bigint, 'this month and the twelve before');
select is((select count(*) from advancement.pictures where not is_rebuilt), 1::bigint, 'of which twelve are said to be rebuilt');
select is((select gaps_count from career.agents where agent_id = stage.who('Retard')), 1, 'his own page counts it');
select is((select agents from advancement.overdue_sums where month = date_trunc('month', current_date) and structure_id = stage.place('MEMP')),
	(select count(*)::int from advancement.overdue where month = date_trunc('month', current_date) and structure_id = stage.place('MEMP')), 'the sums are those of the rows');
select stage.become('Voisin');
set local role web_advancement;
select is((select total from advancement_api.overdue_head(null, null, null, null)), (select count(*) from advancement_api.overdue_found(null, null, null, null, 1000, 0)), 'the number opens onto its rows');
select is((select count(*) from advancement_api.overdue_found(null, null, null, null, 1000, 0) where matricule = 'RETARD'), 1::bigint, 'he is in the list of his ministry');
select is((select count(*) from advancement_api.overdue_found(null, null, null, 'long', 1000, 0) where matricule = 'RETARD'), 0::bigint, 'not among those of a year and more');
select is((select agents from advancement_api.overdue_trend(null) order by month_date desc limit 1), (select total from advancement_api.overdue_head(null, null, null, null)), 'the last bar is the number');
reset role;
select stage.become('Chef');
set local role web_advancement;
select is((select count(*) from advancement_api.overdue_found(null, null, null, null, 1000, 0) where matricule = 'RETARD'), 0::bigint, 'another ministry’s clerk does not see him');
select is((select count(*) from advancement_api.overdue_found(null, stage.place('MEMP', 0), null, null, 1000, 0)), 0::bigint, 'even when he names the structure');
select is((select count(*) from advancement.overdue where agent_id = stage.who('Retard')), 0::bigint, 'nor by the table');
reset role;

-- What comes back by itself
update base.recurring set put_on = null where kind = 'advancement.overdue';
delete from base.jobs where kind = 'advancement.overdue';
select job_api.hourly();
select job_api.hourly();
select is((select count(*) from base.jobs where kind = 'advancement.overdue'), 1::bigint, 'asked twice in a month, put once');
update base.recurring set put_on = (date_trunc('month', current_date) - interval '1 day')::date where kind = 'advancement.overdue';
select job_api.hourly();
select is((select count(*) from base.jobs where kind = 'advancement.overdue'), 2::bigint, 'put again when the month has turned');
select * from finish();
rollback;
