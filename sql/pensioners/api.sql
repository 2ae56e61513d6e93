-- What the pages of this service ask. Dropped and rebuilt. This file: what all parts share, and the pensioner's own pages.
-- Desks: api_life.sql; claims: api_claims.sql, api_claims_desk.sql; what runs by itself: api_daily.sql; who may call what: api_rights.sql.
drop schema if exists pensioners_api cascade;
create schema pensioners_api authorization guichet_owner;
grant usage on schema pensioners_api to gate, worker, web_public, web_self, web_life, web_claimant, web_pensions;
set role guichet_owner;

-- 1. Shared ----------------------------------------------------------------------------------------------------------------------

create function pensioners_api.value_of(name text) returns jsonb
	language sql stable
	begin atomic
		select p.value from base.parameters p
		where p.name = 'pensioners.' || value_of.name and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
		order by p.valid_from desc limit 1;
	end;
comment on function pensioners_api.value_of is 'A dated value of this service, as it holds today.';

create function pensioners_api.is_retired(agent bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select exists (select from career.agents a where a.agent_id = is_retired.agent and a.left_on <= current_date)
		and exists (select from career.act_lines l join career.acts t using (act_id) join career.act_states s on s.state_code = t.state_code
			where l.agent_id = is_retired.agent and t.kind_code = 'retraite' and s.in_force and l.effect_date <= current_date);
$$;
comment on function pensioners_api.is_retired is 'Whether an act in force put the agent into retirement: who was struck off is no pensioner.';

create function pensioners_api.died_on(agent bigint) returns date
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce((select d.died_on from pensioners.deaths d where d.agent_id = died_on.agent),
		(select p.deceased_on from career.agents a join base.persons p using (person_id) where a.agent_id = died_on.agent));
$$;
comment on function pensioners_api.died_on is 'The day of an established death; null while the person is held to be alive.';

create function pensioners_api.life_of(agent bigint, out due_on date, out seen_on date, out number text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce(c.valid_until, (a.left_on + make_interval(months => (pensioners_api.value_of('life_months'))::int))::date), c.seen_on, c.number
	from career.agents a
	left join lateral (select x.* from pensioners.life_certificates x where x.agent_id = a.agent_id and x.stopped_at is null order by x.valid_until desc limit 1) c on true
	where a.agent_id = life_of.agent;
$$;
comment on function pensioners_api.life_of is 'Until when the pensioner is known to live: the end of his latest certificate, or the first one due after he left.';

-- The same for everybody at once: lists and reminders walk over it, so it calls no function a row.
create view pensioners_api.living as
	select a.agent_id, a.person_id, a.matricule, a.structure_id, a.structure_rank, a.left_on, c.seen_on, c.number,
		coalesce(c.valid_until, (a.left_on + make_interval(months => (select (pensioners_api.value_of('life_months'))::int)))::date) as due_on
	from career.agents a
	left join lateral (select x.seen_on, x.number, x.valid_until from pensioners.life_certificates x where x.agent_id = a.agent_id and x.stopped_at is null
		order by x.valid_until desc limit 1) c on true
	where a.left_on <= current_date
		and a.agent_id in (select l.agent_id from career.acts t join career.act_states s on s.state_code = t.state_code and s.in_force join career.act_lines l on l.act_id = t.act_id
			where t.kind_code = 'retraite' and l.effect_date <= current_date)
		and not exists (select from pensioners.deaths d where d.agent_id = a.agent_id)
		and not exists (select from base.persons p where p.person_id = a.person_id and p.deceased_on is not null);
comment on view pensioners_api.living is 'Retired people who are not known to be dead, with the day on which their certificate of life is due.';

create function pensioners_api.account_words(kind text, label text, ending text) returns text
	language sql immutable parallel safe
	return case kind when 'banque' then 'compte bancaire ' || label || ', finissant par ' || ending
		when 'mobile' then 'argent mobile ' || label || ', numéro finissant par ' || ending else 'guichet du Trésor, ' || label end;
comment on function pensioners_api.account_words is 'A payment account as it is written to anybody: its last four characters at most.';

create function pensioners_api.write_to(person bigint, way text, recipient text, event text, facts jsonb) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	insert into base.outbox (person_id, channel, recipient, subject, body, event_code, minutes)
	select write_to.person, case way when 'phone' then 'sms' else way end, write_to.recipient, case way when 'email' then channels_api.fill(m.subject, write_to.facts) else '' end,
		case way when 'email' then channels_api.fill(m.body, write_to.facts) || E'\n\nGuichet – Ministère du Travail et de la Fonction publique'
			else 'Guichet : ' || channels_api.fill(m.sms, write_to.facts) end, e.event_code, e.minutes
	from channels.messages m join channels.events e using (event_code)
	where m.event_code = write_to.event and not (way = 'phone' and exists (select from channels.stops s where s.phone = write_to.recipient));
$$;
comment on function pensioners_api.write_to is 'One message to one address or number that is no contact of an account: a contact taken away, a claimant met at a centre.';

create function pensioners_api.tell_owner(person bigint, event text, facts jsonb) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	gone pensioners.former_contacts;
	name text := (select trim(p.given_names || ' ' || p.family_name) from base.persons p where p.person_id = tell_owner.person);
begin
	perform channels_api.notify(person, event, facts);
	for gone in select f.* from pensioners.former_contacts f where f.person_id = tell_owner.person and f.removed_at > now() - interval '90 days'
			and not exists (select from base.contacts c where c.person_id = f.person_id and c.value = f.value) loop
		perform pensioners_api.write_to(person, gone.kind, gone.value, event, facts || jsonb_build_object('nom', name));
	end loop;
end $$;
comment on function pensioners_api.tell_owner is 'Tells every contact, and those taken away in the last ninety days: whoever changed them cannot hide what follows.';

create function pensioners_api.my_ranks() returns int4multirange
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce((select s.ranks from base.my_spans s), '{}'::int4multirange) $$;
comment on function pensioners_api.my_ranks is 'The structures that the asker serves; none for a focal point.';

create function pensioners_api.must_serve() returns void
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if isempty(pensioners_api.my_ranks()) then
		raise exception using errcode = 'GU403', message = 'pensioners.officers_only';
	end if;
end $$;
comment on function pensioners_api.must_serve is 'Refuses who serves no structure: a focal point has no lists.';

-- 2. My pension: what I read ---------------------------------------------------------------------------------------------------

create function pensioners_api.my_life() returns table (is_retired boolean, died_on date, is_declared_dead boolean, due_on date, seen_on date, number text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select pensioners_api.is_retired(m.agent_id), pensioners_api.died_on(m.agent_id),
		exists (select from pensioners.claims c where c.agent_id = m.agent_id and c.state_code in ('recu', 'incomplet')), l.due_on, l.seen_on, l.number
	from career.me m cross join lateral pensioners_api.life_of(m.agent_id) l;
$$;
comment on function pensioners_api.my_life is 'Whether I am retired, until when I am known to live, whether somebody declared my death.';

create function pensioners_api.my_pension() returns table (matricule text, family_name text, given_names text, birth_date date, left_on date, is_retired boolean,
	regime text, life_due_on date, life_seen_on date, life_number text, days_left int, days_late int, is_late boolean, is_soon boolean, months text, months_is_demo boolean,
	address text, address_since date, died_on date, is_declared_dead boolean)
	language sql stable
	begin atomic
		select a.matricule, p.family_name, p.given_names, p.birth_date, a.left_on, l.is_retired, coalesce(a.pension_code, st.pension_code),
			l.due_on, l.seen_on, l.number, l.due_on - current_date, current_date - l.due_on, l.due_on < current_date, l.due_on between current_date and current_date + 60,
			v.value #>> '{}', v.is_demo, h.line || ', ' || m.name, (h.since at time zone 'Africa/Porto-Novo')::date, l.died_on, l.is_declared_dead
		from career.agents a
		join base.persons p on p.person_id = a.person_id
		join career.statuses st on st.status_code = a.status_code
		cross join lateral pensioners_api.my_life() l
		left join lateral (select x.* from base.parameters x where x.name = 'pensioners.life_months' and x.valid_from <= current_date
			and (x.valid_to is null or x.valid_to > current_date) order by x.valid_from desc limit 1) v on true
		left join lateral (select x.* from pensioners.addresses x where x.person_id = a.person_id order by x.since desc, x.address_id desc limit 1) h on true
		left join base.communes m on m.commune_id = h.commune_id;
	end;
comment on function pensioners_api.my_pension is 'My situation as a pensioner: one row, none if I am no agent.';

create function pensioners_api.my_booklet() returns table (reference text, code text, title text, sealed_at timestamptz, booklet_on date, sha256 text, size int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select d.reference, d.code, d.title, d.sealed_at, f.booklet_on, encode(d.file_sha256, 'hex'), d.file_size
	from pensions.files f join acts.documents d on d.document_id = f.booklet_id
	where f.agent_id = (select m.agent_id from career.me m) and f.kind_code <> 'reversion' and d.state_code = 'en_vigueur' and d.file_sha256 is not null
	order by f.file_id desc limit 1;
$$;
comment on function pensioners_api.my_booklet is 'My sealed booklet, once its file is made.';

create function pensioners_api.my_amounts() returns table (regime text, pension_fcfa bigint, base_fcfa bigint, rate int, service_days int, is_demo boolean,
	made_on date, number text, is_paid boolean)
	language sql stable
	begin atomic
		select distinct on (q.regime_code) q.regime_code, q.pension_fcfa, q.base_fcfa, q.rate, q.service_days + q.bonus_days, q.is_demo, (q.made_at at time zone 'Africa/Porto-Novo')::date, f.number, f.state_code = 'paiement'
		from pensions.files f join pensions.liquidations q on q.file_id = f.file_id
		where f.kind_code <> 'reversion' and q.is_complete and q.is_entitled and f.state_code in ('remise', 'paiement')
		order by q.regime_code, f.file_id desc, q.version desc;
	end;
comment on function pensioners_api.my_amounts is 'The amount of each fund as it was signed, and what it is made of.';

create function pensioners_api.my_accounts() returns table (payment_account_id bigint, kind_code text, label text, ending text, asked_on date, holds_from date,
	state_code text, stopped_on date, stopped_how_code text, stopped_why text)
	language sql stable
	begin atomic
		select a.payment_account_id, a.kind_code, a.label, a.account_end, (a.asked_at at time zone 'Africa/Porto-Novo')::date, (a.holds_from at time zone 'Africa/Porto-Novo')::date,
			case when a.stopped_at is not null then 'arrete' when a.holds_from > now() then 'attente'
				when a.payment_account_id = (select b.payment_account_id from pensioners.payment_accounts b where b.stopped_at is null and b.holds_from <= now()
					order by b.holds_from desc, b.payment_account_id desc limit 1) then 'vigueur' else 'ancien' end,
			(a.stopped_at at time zone 'Africa/Porto-Novo')::date, a.stopped_how_code, a.stopped_why
		from pensioners.payment_accounts a order by a.asked_at desc, a.payment_account_id desc limit 20;
	end;
comment on function pensioners_api.my_accounts is 'Where my pension is paid, was, and will be: never more than the last four characters.';

create function pensioners_api.my_certificates() returns table (life_certificate_id bigint, number text, how_code text, seen_on date, valid_until date, place text,
	recorded_at timestamptz, stopped_at timestamptz, stopped_why text, holds boolean)
	language sql stable
	begin atomic
		select c.life_certificate_id, c.number, c.how_code, c.seen_on, c.valid_until, c.place, c.recorded_at, c.stopped_at, c.stopped_why,
			c.stopped_at is null and c.valid_until >= current_date
		from pensioners.life_certificates c order by c.recorded_at desc, c.life_certificate_id desc limit 20;
	end;
comment on function pensioners_api.my_certificates is 'My certificates of life, newest first.';

create function pensioners_api.my_addresses() returns table (line text, commune text, since date, is_now boolean)
	language sql stable
	begin atomic
		select a.line, m.name, (a.since at time zone 'Africa/Porto-Novo')::date, row_number() over (order by a.since desc, a.address_id desc) = 1
		from pensioners.addresses a join base.communes m on m.commune_id = a.commune_id order by a.since desc, a.address_id desc limit 20;
	end;
comment on function pensioners_api.my_addresses is 'Where I live and lived.';

create function pensioners_api.my_notices() returns table (on_day date, subject text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select (o.made_at at time zone 'Africa/Porto-Novo')::date, e.name from base.outbox o join channels.events e using (event_code)
	where o.person_id = (select m.person_id from base.me m) and (e.event_code like 'pension.%' or e.event_code like 'reversion.%')
	group by o.made_at, e.name order by o.made_at desc limit 6;
$$;
comment on function pensioners_api.my_notices is 'What was written to me about my pension: one line a notice, whatever the number of ways.';

create function pensioners_api.communes() returns table (commune_id bigint, name text, department text)
	language sql stable
	begin atomic
		select m.commune_id::bigint, m.name, d.name from base.communes m join base.departments d using (department_id) order by m.name;
	end;
comment on function pensioners_api.communes is 'The communes, for a choice.';

create function pensioners_api.my_fresh() returns table (fresh boolean, account_days text, days_is_demo boolean, is_waiting boolean, is_retired boolean)
	language sql stable
	begin atomic
		select coalesce((select s.proved_at > now() - interval '10 minutes' from base.my_session s), false), v.value #>> '{}', v.is_demo,
			exists (select from pensioners.payment_accounts a where a.stopped_at is null and a.holds_from > now()),
			coalesce((select l.is_retired and l.died_on is null from pensioners_api.my_life() l), false)
		from base.parameters v where v.name = 'pensioners.account_days' and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date)
		order by v.valid_from desc limit 1;
	end;
comment on function pensioners_api.my_fresh is 'Whether I gave my secret less than ten minutes ago, and whether a change already waits.';

-- 3. My pension: what I change ----------------------------------------------------------------------------------------------------

create function pensioners_api.me_retired(out person_id bigint, out agent_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	select a.person_id, a.agent_id into me_retired.person_id, me_retired.agent_id from career.agents a where a.person_id = (select m.person_id from base.me m) for update;
	if me_retired.agent_id is null or not pensioners_api.is_retired(me_retired.agent_id) then
		raise exception using errcode = 'GU403', message = 'pensioners.not_retired';
	end if;
	if pensioners_api.died_on(me_retired.agent_id) is not null then
		raise exception using errcode = 'GU409', message = 'pensioners.dead';
	end if;
end $$;
comment on function pensioners_api.me_retired is 'The asker as a living pensioner, his row locked: two changes at once wait for each other.';

create function pensioners_api.change_address(commune text, line text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me   record := pensioners_api.me_retired();
	town base.communes;
	said text := btrim(change_address.line);
begin
	select m.* into town from base.communes m where base.fold(m.name) = base.fold(btrim(change_address.commune));
	if town.commune_id is null then
		raise exception using errcode = 'GU422', message = 'pensioners.commune', column = 'commune';
	elsif length(said) < 3 then
		raise exception using errcode = 'GU422', message = 'pensioners.address_short', column = 'adresse';
	elsif (select (a.commune_id, a.line) = (town.commune_id, said) from pensioners.addresses a
			where a.person_id = me.person_id order by a.since desc, a.address_id desc limit 1) then
		raise exception using errcode = 'GU422', message = 'pensioners.address_same', column = 'adresse';
	end if;
	insert into pensioners.addresses (person_id, commune_id, line) values (me.person_id, town.commune_id, said);
	perform pensioners_api.tell_owner(me.person_id, 'pension.adresse', jsonb_build_object('adresse', said || ', ' || town.name));
	perform base_api.note('career.own', 'pension.adresse', 'compte ' || me.person_id, 'fait');
	return query select base_api.receipt('/ma-pension?fait=adresse_changee');
end $$;
comment on function pensioners_api.change_address is 'A new address holds at once; the old ones stay in the history, the owner is told.';

create function pensioners_api.stop_token(account bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select encode(substring(sha256(k.id_key || sha256(k.id_key || a.salt || convert_to('compte ' || a.payment_account_id, 'UTF8'))) for 16), 'hex')
	from pensioners.payment_accounts a, base.installation k where a.payment_account_id = stop_token.account;
$$;
comment on function pensioners_api.stop_token is 'The token of the link that stops a change, for the notice to its owner alone; the table keeps its hash.';
revoke execute on function pensioners_api.stop_token from public;

create function pensioners_api.ask_account(kind text, label text, account text, origin text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me   record;
	it   pensioners.payment_accounts;
	days int := (pensioners_api.value_of('account_days'))::int;
begin
	if not coalesce((select s.proved_at > now() - interval '10 minutes' from base.my_session s), false) then
		raise exception using errcode = 'GU403', message = 'accounts.not_fresh';
	end if;
	me := pensioners_api.me_retired();
	if exists (select from pensioners.payment_accounts a where a.person_id = me.person_id and a.stopped_at is null and a.holds_from > now()) then
		raise exception using errcode = 'GU409', message = 'pensioners.account_waiting';
	end if;
	if (select (a.kind_code, a.account, case when a.kind_code = 'tresor' then a.label end) is not distinct from
			(ask_account.kind, ask_account.account, case when ask_account.kind = 'tresor' then btrim(ask_account.label) end)
			from pensioners.payment_accounts a where a.person_id = me.person_id and a.stopped_at is null order by a.holds_from desc, a.payment_account_id desc limit 1) then
		raise exception using errcode = 'GU422', message = 'pensioners.account_same', column = 'compte';
	end if;
	insert into pensioners.payment_accounts (person_id, kind_code, label, account, account_end, holds_from)
	values (me.person_id, ask_account.kind, btrim(ask_account.label), ask_account.account, coalesce(right(ask_account.account, 4), ''), now() + make_interval(days => days))
	returning * into it;
	update pensioners.payment_accounts a set token_hash = sha256(convert_to(pensioners_api.stop_token(it.payment_account_id), 'UTF8')) where a.payment_account_id = it.payment_account_id;
	perform pensioners_api.tell_owner(me.person_id, 'pension.compte_demande', jsonb_build_object(
		'compte', pensioners_api.account_words(it.kind_code, it.label, it.account_end),
		'effet', base_api.day_words((it.holds_from at time zone 'Africa/Porto-Novo')::date),
		'lien', ask_account.origin || '/pension/arreter/' || pensioners_api.stop_token(it.payment_account_id)));
	perform base_api.note('career.own', 'pension.compte_demande', 'compte ' || me.person_id, 'fait', jsonb_build_object('nature', it.kind_code, 'fin', it.account_end));
	return query select base_api.receipt('/ma-pension?fait=compte_demande');
end $$;
comment on function pensioners_api.ask_account is 'Asks that the pension be paid elsewhere: after a secret given again, after a delay, told to old and new contacts with a link that stops it.';

create function pensioners_api.stop_account(id bigint, person bigint, how text, why text) returns pensioners.payment_accounts
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it pensioners.payment_accounts;
begin
	select a.* into it from pensioners.payment_accounts a where a.payment_account_id = stop_account.id for update;
	if it.payment_account_id is null then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif it.stopped_at is not null then
		raise exception using errcode = 'GU409', message = 'pensioners.account_stopped';
	elsif it.holds_from <= now() then
		raise exception using errcode = 'GU409', message = 'pensioners.account_in_effect';
	end if;
	update pensioners.payment_accounts a set stopped_at = now(), stopped_by = stop_account.person, stopped_how_code = how, stopped_why = stop_account.why
	where a.payment_account_id = it.payment_account_id returning a.* into it;
	perform pensioners_api.tell_owner(it.person_id, 'pension.compte_arrete',
		jsonb_build_object('compte', pensioners_api.account_words(it.kind_code, it.label, it.account_end)));
	perform base_api.note(case how when 'lien' then 'public' when 'titulaire' then 'career.own' else 'life.desk' end, 'pension.compte_arrete', 'compte ' || it.person_id, 'fait',
		jsonb_build_object('par', how));
	return it;
end $$;
comment on function pensioners_api.stop_account is 'Stops a change of account that still waits; refused once it has taken effect or was stopped.';
revoke execute on function pensioners_api.stop_account from public;

create function pensioners_api.stop_my_account(id bigint) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
begin
	if not exists (select from pensioners.payment_accounts a where a.payment_account_id = stop_my_account.id and a.person_id = me) then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	end if;
	perform pensioners_api.stop_account(id, me, 'titulaire', null);
	return query select base_api.receipt('/ma-pension?fait=compte_arrete');
end $$;
comment on function pensioners_api.stop_my_account is 'Stops my own change of account.';

create function pensioners_api.stop_page(token text) returns table (words text, holds_from date, state_code text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select pensioners_api.account_words(a.kind_code, a.label, a.account_end), (a.holds_from at time zone 'Africa/Porto-Novo')::date,
		case when a.stopped_at is not null then 'arrete' when a.holds_from <= now() then 'effet' else 'attente' end
	from pensioners.payment_accounts a where a.token_hash = sha256(convert_to(lower(stop_page.token), 'UTF8'));
$$;
comment on function pensioners_api.stop_page is 'What the link of a notice would stop; no name, and of the account its last four characters.';

create function pensioners_api.stop_by_link(token text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	id bigint := (select a.payment_account_id from pensioners.payment_accounts a where a.token_hash = sha256(convert_to(lower(stop_by_link.token), 'UTF8')));
begin
	perform pensioners_api.stop_account(id, null, 'lien', null);
	return query select base_api.receipt('/pension/arreter/' || lower(stop_by_link.token) || '?fait=compte_arrete');
end $$;
comment on function pensioners_api.stop_by_link is 'Stops a change by the link of its notice, once, without signing in.';
reset role;
