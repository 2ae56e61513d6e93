-- Honest figures: delays with open files counted, satisfaction by a token used once, and what runs by itself every quarter of an hour.
-- Rebuilt before api_person.sql; the rights of the whole schema are given at its end (api_rights.sql).
set role guichet_owner;

-- Kaplan and Meier (1958): a request that is still open has waited at least so long. Leaving it out would flatter; taking it for ended would lie.
create function requests_api.quantile(durations int[], ended boolean[], share numeric) returns smallint
	language sql immutable
	set search_path = pg_catalog, pg_temp
as $$
	with spells as (
		select d.days, count(*) filter (where d.over) as ends, count(*) as leaves from unnest(durations, ended) d (days, over) group by d.days
	), risks as (
		select s.days, s.ends, sum(s.leaves) over (order by s.days desc rows unbounded preceding) as at_risk from spells s
	), curve as (
		select r.days, exp(sum(case when r.at_risk > r.ends then ln(1 - r.ends::float8 / r.at_risk) else -700 end) over (order by r.days)) as alive
		from risks r where r.ends > 0
	)
	select min(c.days)::smallint from curve c where c.alive <= 1 - quantile.share + 1e-9;
$$;
comment on function requests_api.quantile is 'The number of days within which that share of requests is over, open ones counted as censored; null when it is not reached yet.';

create function requests_api.compute_delays() returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
declare
	n int;
begin
	delete from requests.delays;
	-- Each day has its number: a difference counts the working days, once for all rows.
	with calendar as (
		select w.day, w.no from requests.workdays w
	), today as (
		select c.no from calendar c where c.day = current_date
	), spell as (
		select r.service_id, null::bigint as structure_id, r.days_used + coalesce((select t.no from today t) - c.no, 0) as days, r.closed_at is not null as over, r.days as promised
		from requests.requests r left join calendar c on c.day = r.clock_since
		where r.filed_at > now() - interval '12 months' and r.state_code <> 'retiree'
		union all
		select null, s.structure_id, coalesce(s.days_taken, 0) + case when s.out_on is null then coalesce((select t.no from today t) - c.no, 0) else 0 end, s.out_on is not null, s.days
		from requests.steps s left join calendar c on c.day = s.in_on::date where s.in_on > now() - interval '12 months'
	)
	insert into requests.delays (service_id, structure_id, total, open_total, median_days, p90_days, kept_total)
	select s.service_id, s.structure_id, count(*), count(*) filter (where not s.over), requests_api.quantile(array_agg(s.days), array_agg(s.over), 0.5),
		requests_api.quantile(array_agg(s.days), array_agg(s.over), 0.9), count(*) filter (where s.over and s.promised > 0 and s.days <= s.promised)
	from spell s group by s.service_id, s.structure_id having count(*) >= 5;
	get diagnostics n = row_count;
	return n;
end $$;
comment on function requests_api.compute_delays is 'The figures of the public page, of requests and desks of the last twelve months; fewer than five are not told.';

create function requests_api.delays() returns table (name text, code text, promised smallint, n int, n_open int, median_days smallint, p90_days smallint, kept int, computed_at timestamptz)
	language sql stable
	begin atomic
		select s.name, s.code, s.days, d.total, d.open_total, d.median_days, d.p90_days,
			case when s.days > 0 then round(100.0 * d.kept_total / nullif(d.total - d.open_total, 0))::int end, d.computed_at
		from requests.delays d join services.services s using (service_id) where d.structure_id is null order by d.total desc, s.name;
	end;
comment on function requests_api.delays is 'Delays by service.';
create function requests_api.shown_delays() returns table (name text, code text, promised smallint, n int, median_days smallint, p90_days smallint, kept int, bar_median int, bar_p90 int,
	bar_at int, verdict_code text)
	language sql stable
	begin atomic
		select d.name, d.code, d.promised, d.n, d.median_days, d.p90_days, d.kept, least(d.median_days, 100)::int, least(coalesce(d.p90_days, 100), 100)::int, least(d.promised, 99)::int,
			case when d.kept >= 90 then 'tenu' when d.kept >= 50 then 'souvent' else 'non' end
		from requests_api.delays() d where d.median_days is not null and d.promised > 0 and d.kept is not null order by d.n desc, d.name limit 3;
	end;
comment on function requests_api.shown_delays is 'The three services most asked, for the home page: what was promised, what was seen.';
create function requests_api.desk_delays() returns table (name text, n int, n_open int, median_days smallint, p90_days smallint)
	language sql stable
	begin atomic
		select b.name, d.total, d.open_total, d.median_days, d.p90_days from requests.delays d join base.structures b using (structure_id)
		where d.service_id is null order by d.total desc, b.name limit 40;
	end;
comment on function requests_api.desk_delays is 'Delays by desk.';

-- Satisfaction -----------------------------------------------------------------------------------------------------------------

create function requests_api.survey_token(request bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select encode(substring(sha256(k.id_key || sha256(k.id_key || r.follow_salt || convert_to('avis ' || r.number, 'UTF8'))) for 15), 'hex')
	from requests.requests r, base.installation k where r.request_id = survey_token.request;
$$;
comment on function requests_api.survey_token is 'The token of the question, for the message to the person alone; the table keeps its hash.';

create function requests_api.open_survey(request bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	insert into requests.surveys (request_id, token_hash)
	values (open_survey.request, sha256(convert_to(requests_api.survey_token(open_survey.request), 'UTF8'))) on conflict do nothing;
	if found then
		perform requests_api.notify(open_survey.request, 'avis');
	end if;
end $$;
comment on function requests_api.open_survey is 'One question a request, at its first closing, sent to the person himself.';

create function requests_api.survey(token text) returns table (service_name text, number text, closed_at timestamptz, is_used boolean, is_late boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select v.name, r.number, r.closed_at, s.answered_at is not null, s.expires_at < now()
	from requests.surveys s join requests.requests r using (request_id) join services.services v using (service_id)
	where s.token_hash = sha256(convert_to(lower(survey.token), 'UTF8'));
$$;
comment on function requests_api.survey is 'What a token asks about.';

create function requests_api.answer_survey(token text, delay int, result int, contact int, orders int, remark text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	s    requests.surveys;
	desk bigint;
begin
	update requests.surveys x set answered_at = now(), delay_score = answer_survey.delay, result_score = answer_survey.result, contact_score = answer_survey.contact,
		order_score = answer_survey.orders, remark = nullif(btrim(answer_survey.remark), '')
	where x.token_hash = sha256(convert_to(lower(answer_survey.token), 'UTF8')) and x.answered_at is null and x.expires_at > now() returning x.* into s;
	if not found then
		raise exception using errcode = 'GU409', message = 'requests.survey_used';
	end if;
	if least(s.delay_score, s.result_score, s.contact_score, s.order_score) = 1
		or (s.delay_score + s.result_score + s.contact_score + s.order_score) <= 8 then
		select b.structure_id into desk from base.structures b where b.code = 'SRU';
		insert into requests.cases (survey_id, structure_id) values (s.survey_id, desk);
	end if;
	return query select base_api.receipt('/avis/merci');
end $$;
comment on function requests_api.answer_survey is 'Answers once; a dissatisfied answer opens a case at the desk of relations with users.';

-- Wilson (1927), 95 %: an interval that stays honest with few answers.
create function requests_api.satisfaction() returns table (asked int, answered int, silent int, satisfied int, share int, low int, high int, delay_share int, result_share int, contact_share int, order_share int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with a as (
		select count(*)::int as asked, count(s.answered_at)::int as n,
			count(*) filter (where s.delay_score + s.result_score + s.contact_score + s.order_score >= 12)::int as k,
			count(*) filter (where s.delay_score >= 3)::int as d, count(*) filter (where s.result_score >= 3)::int as r, count(*) filter (where s.contact_score >= 3)::int as c,
			count(*) filter (where s.order_score >= 3)::int as o
		from requests.surveys s where s.sent_at > now() - interval '12 months'
	), w as (
		select a.*, a.k::float8 / nullif(a.n, 0) as p, 1.959964 as z from a
	)
	select w.asked, w.n, w.asked - w.n, w.k, round(100 * w.p)::int,
		round(100 * greatest((w.p + w.z^2 / (2 * w.n) - w.z * sqrt((w.p * (1 - w.p) + w.z^2 / (4 * w.n)) / w.n)) / (1 + w.z^2 / w.n), 0))::int,
		round(100 * least((w.p + w.z^2 / (2 * w.n) + w.z * sqrt((w.p * (1 - w.p) + w.z^2 / (4 * w.n)) / w.n)) / (1 + w.z^2 / w.n), 1))::int,
		round(100.0 * w.d / w.n)::int, round(100.0 * w.r / w.n)::int, round(100.0 * w.c / w.n)::int, round(100.0 * w.o / w.n)::int
	from w where w.n > 0;
$$;
comment on function requests_api.satisfaction is 'The share of satisfied answers with its interval, and how many did not answer.';

create function requests_api.open_cases() returns table (case_id bigint, number text, service_name text, opened_at timestamptz, remark text, total smallint)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select c.case_id, r.number, v.name, c.opened_at, s.remark, s.delay_score + s.result_score + s.contact_score + s.order_score
	from requests.cases c join requests.surveys s using (survey_id) join requests.requests r using (request_id) join services.services v using (service_id)
	join base.structures b on b.structure_id = c.structure_id
	where c.closed_at is null and b.rank <@ (select x.ranks from base.my_spans x) and requests_api.my_roles() && '{clerk,manager,signatory}' order by c.opened_at limit 100;
$$;
comment on function requests_api.open_cases is 'Dissatisfied answers that wait for a gesture, at the desk of relations with users: the desk that was judged does not see them.';

create function requests_api.close_case(item bigint, outcome text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update requests.cases c set closed_at = now(), closed_by = (select m.person_id from base.me m), outcome = btrim(close_case.outcome)
	where c.case_id = close_case.item and c.closed_at is null
		and exists (select from base.structures b where b.structure_id = c.structure_id and b.rank <@ (select x.ranks from base.my_spans x));
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
	perform base_api.note('requests.desk', 'insatisfaction', 'cas ' || close_case.item, 'traite');
	return query select base_api.receipt(close_case.here);
end $$;
comment on function requests_api.close_case is 'A case is closed with what was done.';

-- By itself ----------------------------------------------------------------------------------------------------------------------

-- The person is reminded of a piece he owes; the desk of a request that is late is told, then the desk above.
create function requests_api.remind() returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests;
	n  int := 0;
begin
	for it in select r.* from requests.requests r where r.state_code = 'attente' and r.reminders < 3
		and coalesce(r.reminded_at, r.changed_at) < now() - interval '5 days' and requests_api.days_between(coalesce(r.reminded_at, r.changed_at)::date, current_date) >= 5
		order by r.request_id limit 200 for update skip locked loop
		update requests.requests r set reminded_at = now(), reminders = r.reminders + 1 where r.request_id = it.request_id;
		perform requests_api.notify(it.request_id, 'rappel', requests_api.tell_thread(it.request_id, 'rappel', 'Rappel : une pièce est attendue de vous', '', false, false, it.structure_id));
		n := n + 1;
	end loop;
	for it in select r.* from requests.requests r where r.due_on < current_date and r.closed_at is null and r.escalated_at is null
		order by r.due_on limit 500 for update skip locked loop
		update requests.requests r set escalated_at = now() where r.request_id = it.request_id;
		perform requests_api.tell_thread(it.request_id, 'retard', 'Délai dépassé : le bureau au-dessus est prévenu', '', true, false,
			coalesce((select s.parent_id from base.structures s where s.structure_id = it.structure_id), it.structure_id));
		perform requests_api.notify(it.request_id, 'retard');
		n := n + 1;
	end loop;
	return n;
end $$;
comment on function requests_api.remind is 'Reminders and escalation, in working days; each once.';

create function requests_api.tick() returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	n int := requests_api.remind();
begin
	if extract(minute from now()) < 15 or not exists (select from requests.delays) then
		perform requests_api.compute_delays();
	end if;
	perform requests_api.seal_again();
	perform requests_api.number_days(), requests_api.fill_days();
	delete from requests.follow_tries t where t.since < now() - interval '1 hour';
	delete from requests.drafts d where d.request_id is null and d.visit_hash is not null and d.changed_at < now() - interval '30 days';
	insert into base.jobs (kind, due_at) select 'requests.tick', now() + interval '15 minutes'
	where not exists (select from base.jobs j where j.kind = 'requests.tick' and j.state_code = 'attente');
	return n;
end $$;
comment on function requests_api.tick is 'What requests do by themselves; run by a job that puts the next one.';
reset role;
