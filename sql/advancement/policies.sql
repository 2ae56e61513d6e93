-- A campaign is seen by whoever reaches all its structures; an agent sees his own line. Nobody but functions writes.
grant usage on schema advancement to gate, worker, guichet_gatekeeper, web_advancement, web_self;
set role guichet_owner;
do $$
declare
	name text;
begin
	foreach name in array array['campaigns', 'lines', 'decisions', 'searches', 'overdue', 'notices'] loop
		execute format('alter table advancement.%I enable row level security', name);
		execute format('alter table advancement.%I force row level security', name);
		execute format('drop policy if exists gatekeeper on advancement.%I', name);
		execute format('create policy gatekeeper on advancement.%I to guichet_owner using (true) with check (true)', name);
		execute format('drop policy if exists desk on advancement.%I', name);
		execute format('drop policy if exists own on advancement.%I', name);
	end loop;
end $$;
create policy desk on advancement.campaigns for select to web_advancement
	using (reach <@ (select m.ranks from base.my_spans m));
create policy desk on advancement.lines for select to web_advancement
	using (campaign_id = any (array(select c.campaign_id from advancement.campaigns c)));
create policy desk on advancement.decisions for select to web_advancement
	using (campaign_id = any (array(select c.campaign_id from advancement.campaigns c)));
create policy desk on advancement.overdue for select to web_advancement
	using (structure_rank <@ (select m.ranks from base.my_spans m));
create policy own on advancement.searches for select to web_advancement
	using (person_id = (select m.person_id from base.me m) and made_at > now() - interval '1 day');
create policy own on advancement.lines for select to web_self
	using (agent_id = (select m.agent_id from career.me m));
create policy own on advancement.decisions for select to web_self
	using (agent_id = (select m.agent_id from career.me m));
create policy own on advancement.campaigns for select to web_self
	using (campaign_id = any (array(select l.campaign_id from advancement.lines l)));

grant select (campaign_id, quarter_start, person_id, structure_id, reach, issuer_id, grouping_code, state_code, job_id, looked_at,
	made_at, computed_at, prepared_at, submitted_at) on advancement.campaigns to web_advancement;
grant select (line_id, campaign_id, agent_id, structure_id, structure_rank, status_code, corps_id, category, scale, before_step,
	after_step, before_index, since_date, since_act_id, months, max_step, rule_source, rule_is_demo, effect_date, is_late, more_owed,
	reason_code, reason_detail, draft_id) on advancement.lines to web_advancement;
grant select (campaign_id, agent_id, verb_code, reason, person_id, at) on advancement.decisions to web_advancement;
grant select (search_id, person_id, words, made_at) on advancement.searches to web_advancement;
grant select (month, agent_id, structure_id, structure_rank, status_code, category, scale, before_step, after_step, effect_date,
	months_late, reason_code) on advancement.overdue to web_advancement;
grant select on advancement.families, advancement.position_rules, advancement.reasons, advancement.states, advancement.state_moves,
	advancement.pictures to web_advancement;
grant select on career.statuses, career.categories, career.corps, career.positions to web_advancement;
-- The agent: in which campaign, for which step; not who decided what.
grant select (campaign_id, quarter_start, state_code) on advancement.campaigns to web_self;
grant select (campaign_id, agent_id, after_step, category, scale, effect_date, is_late, reason_code) on advancement.lines to web_self;
grant select (campaign_id, agent_id, verb_code) on advancement.decisions to web_self;
-- How far a campaign's own job is.
drop policy if exists advancement on base.jobs;
create policy advancement on base.jobs for select to web_advancement
	using (kind like 'advancement.%' and job_id = any (array(select c.job_id from advancement.campaigns c)));
grant select (job_id, kind, state_code, done, total, error) on base.jobs to web_advancement;
reset role;
