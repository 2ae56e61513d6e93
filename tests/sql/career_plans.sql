-- How the pages read: functions of the api are inlined into the statement (else they are planned at every call), and the
-- page of acts walks one index for its twenty lines, under row security.
begin;
\ir career_cast.inc
select no_plan();

create function stage.plan(query text) returns text language plpgsql as $$
declare
	line text;
	said text := '';
begin
	for line in execute 'explain (costs off) ' || query loop
		said := said || line || E'\n';
	end loop;
	return said;
end $$;
grant execute on all functions in schema stage to public;

select stage.agent('Afi Dossou', 'm100', '1980-05-05', 'FE', '2010-01-04', 'DRSC'), stage.person('Rachida Gbaguidi', '1975-01-01');
select stage.assign('Afi', 'agent', null), stage.assign('Rachida', 'clerk', 'DRSC');
select stage.climbs('Afi', '2010-01-04', 'A', 1, array[1, 2, 3]);
select career_api.refresh_all(), stage.sign_in();
-- A table of five lines is not worth an index: give the planner the figures of a national file.
insert into career.acts (kind_code, reference) select 'autre', g::text from generate_series(1, 400) g;
insert into career.act_lines (act_id, agent_id, line_no, effect_date) select a.act_id, stage.who('Afi'), 9, '2020-01-01'::date + a.act_id::int % 900 from career.acts a where a.kind_code = 'autre' limit 20;
insert into base.persons (person_id, family_name) select -g, 'X' from generate_series(1, 1000) g;
insert into career.agents (agent_id, person_id, matricule, status_code) select -g, -g, 'X' || g, 'FE' from generate_series(1, 1000) g;
insert into career.act_lines (act_id, agent_id, line_no, effect_date)
select (select max(act_id) from career.acts), -1 - g % 1000, 100 + g, '2020-01-01' from generate_series(1, 20000) g;
analyze career.acts, career.act_lines, career.agents;

select stage.become('Afi');
set local role web_self;
select unalike(stage.plan(format('select * from career_api.%s', call)), '%Function Scan on my_%', call || ' is inlined')
from unnest(array['my_agent()', 'my_acts_of(null, 20, 0)', 'my_line(1)', 'my_situations()', 'my_gaps()', 'my_retirement()', 'my_service_state()',
	'my_consultations(20, 0)']) call;
select unalike(stage.plan(format('select * from career_api.%s', call)), '%Function Scan on %\_of%', call || ' is inlined down to the tables')
from unnest(array['my_situations()', 'my_gaps()', 'my_retirement()', 'my_service_state()']) call;
select unalike(stage.plan(format('select * from career_api.%s', call)), '%Seq Scan on act_lines%', call || ' never reads the whole table of lines')
from unnest(array['my_acts_of(null, 20, 0)', 'my_line(1)', 'my_situations()', 'my_gaps()', 'my_service_state()']) call;
set local enable_bitmapscan = off;
set local enable_seqscan = off;
set local enable_sort = off;
select matches(stage.plan('select * from career_api.my_acts_of(null, 20, 0)'), '-> +Index Scan using act_lines_latest on act_lines l', 'the page of acts can follow the index of the latest lines');
select doesnt_match(stage.plan('select * from career_api.my_acts_of(null, 20, 0)'), 'Limit(.|\n)*-> +Sort', '… taking its lines in the order of the index');
reset role;
select stage.become('Rachida');
set local role web_clerk;
select career_api.open_file(stage.who('Afi'), 'contrôle du plan');
select unalike(stage.plan(format('select * from career_api.%s', call)), '%Function Scan on %', call || ' is inlined')
from unnest(array['agent_file(1)', 'agent_acts(1, 20, 0)', 'agent_line(1, 1)', 'agent_situations(1)', 'agent_retirement(1)', 'agent_service_state(1)']) call;
select unalike(stage.plan('select * from career_api.agent_acts(1, 20, 0)'), '%Seq Scan on act_lines%', 'a clerk''s page of acts reads no more than that file');
reset role;

select finish();
rollback;
