-- Notices by their event, preferences, what was sent. Dropped and rebuilt. SMS received: api_incoming.sql; partners: api_partner.sql.
drop schema if exists channels_api cascade;
create schema channels_api authorization guichet_owner;
grant usage on schema channels_api to gate, worker, web_machine, web_account, web_admin, guichet_gatekeeper;
set role guichet_owner;

-- 1. Writing to a person ---------------------------------------------------------------------------------------------------

create function channels_api.fill(template text, facts jsonb) returns text
	language plpgsql immutable parallel safe
as $$
begin
	return (select string_agg(case when part.n % 2 = 0 then coalesce(fill.facts ->> part.text, '') else part.text end, '' order by part.n)
		from unnest(regexp_split_to_array(fill.template, '[{}]')) with ordinality part (text, n));
end $$;
comment on function channels_api.fill is 'A text with its {facts} put in, once: what a fact says is never looked at for more.';

create function channels_api.leave(who bigint, event text, subject text, body text, sms text, also text default null) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	n int;
begin
	insert into base.outbox (person_id, channel, recipient, subject, body, event_code, minutes)
	select leave.who, case c.kind when 'email' then 'email' else 'sms' end, c.value, case c.kind when 'email' then leave.subject else '' end,
		case c.kind when 'email' then leave.body || E'\n\nGuichet – Ministère du Travail et de la Fonction publique' else 'Guichet : ' || leave.sms end,
		e.event_code, e.minutes
	from channels.events e
	join channels.kinds k on k.kind_code = e.kind_code
	join base.contacts c on c.person_id = leave.who and (c.verified_at is not null or c.origin = 'record') and c.value is distinct from leave.also
	left join channels.preferences p on p.person_id = leave.who and p.kind_code = e.kind_code
	where e.event_code = leave.event
		and case c.kind when 'email' then k.is_owed or coalesce(p.by_email, true)
			else leave.sms is not null and (k.is_owed or coalesce(p.by_sms, true)) and not exists (select from channels.stops s where s.phone = c.value) end;
	get diagnostics n = row_count;
	return n;
end $$;
comment on function channels_api.leave is 'Leaves a text in the outbox for every known contact of a person, by the ways he wants for that kind; how many. A number that said STOP gets no SMS.';
revoke execute on function channels_api.leave from public;

create function channels_api.notify(person bigint, event text, facts jsonb, also text default null) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	message channels.messages;
	missing text;
	whole   jsonb;
begin
	select m.* into message from channels.messages m where m.event_code = notify.event;
	if message.event_code is null then
		raise exception 'channels_api.notify : aucun message pour l’événement %', notify.event;
	end if;
	select string_agg(k.key, ', ') into missing from channels.events e, jsonb_object_keys(e.facts) k (key)
	where e.event_code = notify.event and not notify.facts ? k.key;
	if missing is not null then
		raise exception 'channels_api.notify % : il manque %', notify.event, missing;
	end if;
	select notify.facts || jsonb_build_object('nom', trim(p.given_names || ' ' || p.family_name)) into whole
	from base.persons p where p.person_id = notify.person;
	return channels_api.leave(notify.person, notify.event, channels_api.fill(message.subject, whole), channels_api.fill(message.body, whole),
		channels_api.fill(message.sms, whole), notify.also);
end $$;
comment on function channels_api.notify is 'Writes to a person what an event has to say, in the transaction that makes it true: the texts and the facts they need are data (channels.messages, channels.events). Returns how many messages were left.';
revoke execute on function channels_api.notify from public;

create function channels_api.day_words(day date) returns text
	language plpgsql immutable strict parallel safe
as $$
begin
	return (array['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'])[extract(isodow from day)::int] || ' ' || base_api.day_words(day);
end $$;
comment on function channels_api.day_words is 'A day as people say it: "lundi 7 décembre 2026".';

create function channels_api.hour_words(at time) returns text
	language sql immutable strict parallel safe
	begin atomic
		select extract(hour from at)::text || ' h' || case when extract(minute from at) = 0 then '' else ' ' || lpad(extract(minute from at)::text, 2, '0') end;
	end;
comment on function channels_api.hour_words is 'A time of day: "9 h 20", "10 h".';

create function channels_api.retain() returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	update channels.incoming i set body = null, answer = null where i.at < now() - interval '1 day' and (i.body is not null or i.answer is not null);
	delete from channels.incoming i where i.at < now() - make_interval(days => notify_api.setting('sms.incoming_days', 365)::int);
	delete from channels.consultation_codes c where c.expires_at < now() - interval '1 day';
	update base.outbox o set body = '' where o.body <> '' and o.state_code <> 'attente' and o.made_at < now() - interval '1 day'
		and o.event_code in (select e.event_code from channels.events e where e.is_secret);
	delete from base.jobs j where j.kind = 'base.hourly' and j.state_code = 'fait' and j.made_at < now() - interval '30 days';
$$;
comment on function channels_api.retain is 'Forgets the text of SMS received and of codes sent after a day, the log of SMS after its delay. Run hourly.';
revoke execute on function channels_api.retain from public;

-- 2. The person: what was sent to me, what I want ---------------------------------------------------------------------------

create function channels_api.my_messages(page bigint)
	returns table (at timestamptz, way_code text, recipient text, name text, text text, state_code text, state_at timestamptz, more boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select o.made_at, o.channel, accounts_api.mask(o.recipient), case when e.is_secret then e.name else coalesce(nullif(o.subject, ''), e.name, 'Avis') end,
		case when e.is_secret or e.event_code is null then null when o.channel = 'sms' then o.body end,
		case when d.is_demo and o.state_code = 'attente' then 'retenu' else o.state_code end, coalesce(o.ended_at, o.sent_at),
		row_number() over (order by o.made_at desc, o.message_id desc) > 20
	from base.outbox o
	left join channels.events e using (event_code)
	cross join (select notify_api.is_demonstration() as is_demo) d
	where o.person_id = (select m.person_id from base.me m)
	order by o.made_at desc, o.message_id desc limit 21 offset greatest(my_messages.page - 1, 0) * 20;
$$;
comment on function channels_api.my_messages is 'What was sent to me, newest first, twenty a page and one more; the address masked, the subject of a code without its code.';

create function channels_api.my_preferences() returns table (kind_code text, name text, hint text, is_owed boolean, by_email boolean, by_sms boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select k.kind_code, k.name, k.hint, k.is_owed, coalesce(p.by_email, true), coalesce(p.by_sms, true)
	from channels.kinds k left join channels.preferences p on p.kind_code = k.kind_code and p.person_id = (select m.person_id from base.me m)
	order by k.rank;
$$;
comment on function channels_api.my_preferences is 'Which kinds of notices reach me, and how.';

create function channels_api.my_ways() returns table (way text, value text, usable boolean, stopped boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case c.kind when 'email' then 'courriel' else 'SMS' end, c.value, c.verified_at is not null or c.origin = 'record',
		exists (select from channels.stops s where s.phone = c.value)
	from base.contacts c where c.person_id = (select m.person_id from base.me m) order by c.kind, c.contact_id;
$$;
comment on function channels_api.my_ways is 'My contacts as ways to reach me: only what was verified, or is known to the State, is used.';

create function channels_api.set_preferences(emails text, texts text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
begin
	insert into channels.preferences (person_id, kind_code, by_email, by_sms)
	select me, k.kind_code, coalesce(emails::jsonb ? k.kind_code, false), coalesce(texts::jsonb ? k.kind_code, false)
	from channels.kinds k where not k.is_owed
	on conflict (person_id, kind_code) do update set by_email = excluded.by_email, by_sms = excluded.by_sms, at = now();
	perform base_api.note('account.own', 'messages.choix', 'compte ' || me, 'fait', jsonb_build_object('courriel', emails::jsonb, 'sms', texts::jsonb));
	return base_api.receipt('/compte/messages?fait=messages_choix');
end $$;
comment on function channels_api.set_preferences is 'Keeps which kinds I want by e-mail and by SMS; those that protect the account are not asked.';

create function channels_api.resume_phone() returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
begin
	delete from channels.stops s using base.contacts c where c.person_id = me and c.kind = 'phone' and c.verified_at is not null and s.phone = c.value;
	perform base_api.note('account.own', 'sms.reprise', 'compte ' || me, 'fait', '{}');
	return base_api.receipt('/compte/messages?fait=sms_reprise');
end $$;
comment on function channels_api.resume_phone is 'Takes back a STOP sent from a telephone of mine that I verified.';

-- 3. Staff: texts, figures, failures ------------------------------------------------------------------------------------------

create function channels_api.texts() returns table (event_code text, kind text, name text, is_secret boolean, subject text, body text, sms text, template text, facts text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select e.event_code, k.name, e.name, e.is_secret, channels_api.fill(m.subject, w.facts), channels_api.fill(m.body, w.facts),
		'Guichet : ' || channels_api.fill(m.sms, w.facts), m.sms, (select string_agg('{' || f.key || '}', ' ' order by f.key) from jsonb_object_keys(e.facts) f (key))
	from channels.messages m join channels.events e using (event_code) join channels.kinds k using (kind_code)
	cross join lateral (select e.facts || '{"nom": "Afiavi HOUNKPATIN"}'::jsonb as facts) w
	order by k.rank, e.rank;
$$;
comment on function channels_api.texts is 'Every message with the facts of an example put in: what a person would read.';

create function channels_api.figures() returns table (name text, way_code text, total bigint, waiting bigint, sent bigint, delivered bigint, refused bigint, expired bigint)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case o.channel when 'email' then 'Courriels' else 'SMS' end, o.channel, count(*), count(*) filter (where o.state_code = 'attente'),
		count(*) filter (where o.state_code = 'envoye'), count(*) filter (where o.state_code = 'remis'),
		count(*) filter (where o.state_code = 'refuse'), count(*) filter (where o.state_code = 'expire')
	from base.outbox o where o.made_at >= date_trunc('day', now()) - interval '30 days'
	group by o.channel order by o.channel;
$$;
comment on function channels_api.figures is 'Messages of the last thirty days by channel and by what became of them.';

create function channels_api.costs() returns table (month_words text, name text, total bigint, parts bigint, cost_fcfa bigint, is_sum boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select initcap(base_api.month_words(date_trunc('month', o.made_at)::date)), coalesce(e.name, 'Total du mois'), count(*), coalesce(sum(o.parts), 0), coalesce(sum(o.cost_fcfa), 0)::bigint,
		grouping(e.name) = 1
	from base.outbox o left join channels.events e using (event_code)
	where o.channel = 'sms' and o.parts is not null and o.made_at >= date_trunc('month', now()) - interval '5 months'
	group by grouping sets ((date_trunc('month', o.made_at), e.name), (date_trunc('month', o.made_at)))
	order by date_trunc('month', o.made_at) desc, grouping(e.name) desc, 5 desc, 2;
$$;
comment on function channels_api.costs is 'What SMS cost, by month and event, over six months: each month begins with its sum.';

create function channels_api.price() returns table (part_fcfa bigint, is_demo boolean, source text, valid_from date)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select (p.value #>> '{}')::numeric::bigint, p.is_demo, p.source, p.valid_from from base.parameters p
	where p.name = 'sms.part_fcfa' and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date) order by p.valid_from desc limit 1;
$$;
comment on function channels_api.price is 'The price of a part of SMS today, and where it comes from.';

create function channels_api.failures() returns table (at timestamptz, way_code text, recipient text, name text, state_code text, why text, tries int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select o.made_at, o.channel, accounts_api.mask(o.recipient), coalesce(e.name, 'Avis'), o.state_code,
		regexp_replace(coalesce(o.error, ''), '[^ ]+@[^ ]+|\+?[0-9]{8,}', '•••', 'g'), o.tries
	from base.outbox o left join channels.events e using (event_code)
	where o.state_code in ('refuse', 'expire') and o.made_at >= now() - interval '30 days'
	order by o.made_at desc, o.message_id desc limit 30;
$$;
comment on function channels_api.failures is 'The latest messages that did not arrive, their addresses masked.';

create function channels_api.received() returns table (name text, total bigint, refused bigint, phones bigint)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case i.verb_code when 'suivi' then 'SUIVI : état d’une demande' when 'carriere' then 'Date et matricule : code demandé' when 'code' then 'Code : consultation'
			when 'qui' then 'QUI : qui m’a consulté' when 'aide' then 'AIDE' when 'stop' then 'STOP' when 'reprise' then 'REPRISE' when 'trop' then 'Au-delà de la limite'
			else 'Non compris' end,
		count(*), count(*) filter (where i.result_code <> 'repondu'), count(distinct i.phone)
	from channels.incoming i where i.at >= date_trunc('day', now()) - interval '30 days'
	group by i.verb_code order by 2 desc;
$$;
comment on function channels_api.received is 'SMS received over thirty days, by what they asked: no number, no text.';

create function channels_api.partners() returns table (name text, code text, valid_from date, valid_to date, total bigint, last_at timestamptz, tokens bigint)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.name, p.code, p.valid_from, p.valid_to, (select count(*) from channels.intakes i where i.partner_id = p.partner_id),
		(select max(i.received_at) from channels.intakes i where i.partner_id = p.partner_id),
		(select count(*) from channels.partner_tokens t where t.partner_id = p.partner_id and now() between t.valid_from and t.valid_to)
	from channels.partners p order by p.name;
$$;
comment on function channels_api.partners is 'Partners and what they pushed.';

revoke execute on all functions in schema channels_api from public;
grant execute on function channels_api.my_messages, channels_api.my_preferences, channels_api.my_ways, channels_api.set_preferences, channels_api.resume_phone to web_account;
grant execute on function channels_api.texts, channels_api.figures, channels_api.costs, channels_api.price, channels_api.failures, channels_api.received, channels_api.partners to web_admin;
reset role;
