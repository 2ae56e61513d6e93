-- Requests: what every side stands on (clock, moves, steps, counts, notices), drafts and filing. Dropped and rebuilt; the desk's,
-- the person's and the public functions follow in the api_*.sql beside, their rights in api_rights.sql.
drop schema if exists requests_api cascade;
create schema requests_api authorization guichet_owner;
grant usage on schema requests_api to gate, worker, web_public, web_requester, web_desk, web_catalogue;
set role guichet_owner;

-- Working days by look-up; beyond the numbered years, by the rules themselves.
create function requests_api.number_days() returns int
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	with off as materialized (
		select h.day from base_api.holidays_between(make_date(2015, 1, 1), make_date(extract(year from current_date)::int + 6, 12, 31)) h
	), days as (
		select g.day::date as day, extract(isodow from g.day) < 6 and o.day is null as is_work
		from generate_series(make_date(2015, 1, 1), make_date(extract(year from current_date)::int + 6, 12, 31), interval '1 day') g (day)
		left join (select distinct off.day from off) o on o.day = g.day::date
	), numbered as (
		select d.day, sum(d.is_work::int) over (order by d.day)::int as no, d.is_work from days d
	), gone as (
		delete from requests.workdays w using numbered n where n.day = w.day and (n.no, n.is_work) is distinct from (w.no, w.is_work) returning w.day
	)
	select count(*)::int from gone;
$$;
comment on function requests_api.number_days is 'Days whose number is no longer what the holidays say are dropped; fill_days writes them anew.';
create function requests_api.fill_days() returns int
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	with off as materialized (
		select h.day from base_api.holidays_between(make_date(2015, 1, 1), make_date(extract(year from current_date)::int + 6, 12, 31)) h
	), days as (
		select g.day::date as day, extract(isodow from g.day) < 6 and o.day is null as is_work
		from generate_series(make_date(2015, 1, 1), make_date(extract(year from current_date)::int + 6, 12, 31), interval '1 day') g (day)
		left join (select distinct off.day from off) o on o.day = g.day::date
	), put as (
		insert into requests.workdays (day, no, is_work)
		select d.day, sum(d.is_work::int) over (order by d.day)::int, d.is_work from days d
		on conflict (day) do nothing returning 1
	) select count(*)::int from put;
$$;
comment on function requests_api.fill_days is 'Numbers the working days from 2015 to six years from now.';
create function requests_api.days_between(from_day date, to_day date) returns int
	language plpgsql stable
as $$
begin
	return coalesce((select b.no - a.no from requests.workdays a, requests.workdays b where a.day = from_day and b.day = to_day),
		case when from_day is not null and to_day is not null then base_api.working_days(from_day, to_day) end);
end $$;
comment on function requests_api.days_between is 'Days of work after the first day, up to and with the second.';
create function requests_api.add_days(day date, n int) returns date
	language plpgsql stable
as $$
begin
	return coalesce((select w.day from requests.workdays w where w.is_work and w.no = (select a.no + add_days.n + case when add_days.n <= 0 and not a.is_work then 1 else 0 end
		from requests.workdays a where a.day = add_days.day)), case when add_days.day is not null then base_api.add_working_days(add_days.day, add_days.n) end);
end $$;
comment on function requests_api.add_days is 'The nth day of work after a day, before it when n is negative; with 0 that day, or the next day of work.';
create function requests_api.padded(number bigint) returns text
	language sql immutable strict parallel safe
	return lpad(number::text, greatest(6, length(number::text)), '0');
comment on function requests_api.padded is 'Six digits, more when there are more.';

-- How many in each basket of each desk, kept with every change; the slot keeps two transactions from waiting for each other.
create function requests_api.count_changes() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	insert into requests.basket_counts as c (structure_id, basket_code, slot, total)
	select d.structure_id, d.basket_code, pg_backend_pid() % 16, sum(d.n) from (
		select n.structure_id, n.basket_code, 1 as n from coming n
		union all select o.structure_id, o.basket_code, -1 from going o
	) d group by d.structure_id, d.basket_code having sum(d.n) <> 0 order by 1, 2
	on conflict (structure_id, basket_code, slot) do update set total = c.total + excluded.total;
	return null;
end $$;
comment on function requests_api.count_changes is 'Keeps requests.basket_counts after a change of requests.';
create function requests_api.count_new() returns trigger
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	insert into requests.basket_counts as c (structure_id, basket_code, slot, total)
	select n.structure_id, n.basket_code, pg_backend_pid() % 16, count(*) from coming n group by n.structure_id, n.basket_code order by 1, 2
	on conflict (structure_id, basket_code, slot) do update set total = c.total + excluded.total;
	return null;
end $$;
comment on function requests_api.count_new is 'Keeps requests.basket_counts after new requests.';
select requests_api.number_days();
select requests_api.fill_days();
create or replace trigger counted_new after insert on requests.requests referencing new table as coming
	for each statement execute function requests_api.count_new();
create or replace trigger counted after update on requests.requests referencing new table as coming old table as going
	for each statement execute function requests_api.count_changes();

-- The code that follows a request without an account: derived, so that nothing that opens a file is stored with it.
create function requests_api.follow_code(request bigint) returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return (
	select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(h.hash, i.i) & 31) + 1, 1), '' order by i.i)
	from requests.requests r, base.installation k,
		sha256(k.id_key || sha256(k.id_key || r.follow_salt || convert_to(r.number, 'UTF8'))) h (hash), generate_series(0, 7) i (i)
	where r.request_id = follow_code.request
	);
end $$;
comment on function requests_api.follow_code is 'The eight characters printed on the receipt: of the installation''s key, the request''s salt and its number.';

create function requests_api.followed(typed_number text, typed_code text) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	digits text := upper(regexp_replace(followed.typed_number, '[^0-9A-Za-z]', '', 'g'));
begin
	return (select r.request_id from requests.requests r where r.number = case when digits ~ '^[0-9]{6,}$' then 'REQ' || digits else digits end
		and requests_api.follow_code(r.request_id) = translate(upper(regexp_replace(followed.typed_code, '[^0-9A-Za-z]', '', 'g')), 'OIL', '011'));
end $$;
comment on function requests_api.followed is 'The request that a number and its code open, however they are typed: blanks, small letters, without REQ, O for 0, I or L for 1.';

create function requests_api.notify(request bigint, what text, event bigint default null) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	insert into requests.notices (request_id, event_id, what_code) values (notify.request, notify.event, notify.what);
end $$;
comment on function requests_api.notify is 'What the channels owe the person: they read requests.notices.';

create function requests_api.tell_thread(request bigint, code text, what text, note text, internal boolean, mine boolean, structure bigint) returns bigint
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	made bigint;
begin
	insert into requests.events (request_id, what_code, what, note, is_internal, by_person, person_id, structure_id)
	values (tell_thread.request, tell_thread.code, tell_thread.what, coalesce(tell_thread.note, ''), tell_thread.internal, tell_thread.mine, (select m.person_id from base.me m),
		tell_thread.structure)
	returning event_id into made;
	return made;
end $$;
comment on function requests_api.tell_thread is 'One knot of a request''s thread.';

-- The clock: it counts working days while the turn is ours, stops while the person''s answer is awaited.
create function requests_api.used(used smallint, since date) returns int
	language sql stable
	return used + case when since is null then 0 else greatest(requests_api.days_between(since, current_date), 0) end;
comment on function requests_api.used is 'Working days counted so far.';

create function requests_api.move(request bigint, target text, move text, roles text[]) returns requests.requests
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests;
	s  requests.states;
begin
	select r.* into it from requests.requests r where r.request_id = move.request for update;
	if not exists (select from requests.state_moves m where m.from_code = it.state_code and m.to_code = target and m.move_code = move.move
		and m.roles && move.roles) then
		raise exception using errcode = 'GU409', message = 'requests.not_now';
	end if;
	select t.* into s from requests.states t where t.state_code = target;
	update requests.requests r set state_code = target, basket_code = s.basket_code, version = r.version + 1, changed_at = clock_timestamp(),
		days_used = requests_api.used(r.days_used, r.clock_since),
		clock_since = case when s.turn_code = 'nous' then current_date end,
		due_on = case when s.turn_code = 'nous' and r.days > 0
			then requests_api.add_days(current_date, r.days - requests_api.used(r.days_used, r.clock_since)) end,
		closed_at = case when s.turn_code = 'fini' then clock_timestamp() end
	where r.request_id = it.request_id returning r.* into it;
	return it;
end $$;
comment on function requests_api.move is 'Moves a request along a row of state_moves that the asker''s roles allow; the clock follows whose turn it is.';

create function requests_api.go_to(request bigint, step int) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.requests;
begin
	select r.* into it from requests.requests r where r.request_id = go_to.request;
	update requests.steps s set out_on = clock_timestamp(),
		days_taken = coalesce(s.days_taken, 0) + greatest(requests_api.days_between(s.in_on::date, current_date), 0)
	where s.request_id = it.request_id and s.in_on is not null and s.out_on is null and s.step_no <> go_to.step;
	update requests.steps s set in_on = case when s.out_on is not null or s.in_on is null then clock_timestamp() else s.in_on end, out_on = null
	where s.request_id = it.request_id and s.step_no = go_to.step;
	update requests.requests r set step_no = go_to.step, structure_id = s.structure_id, structure_rank = b.rank,
		assigned_to = case when r.structure_id = s.structure_id then r.assigned_to end
	from requests.steps s join base.structures b using (structure_id)
	where r.request_id = it.request_id and s.request_id = it.request_id and s.step_no = go_to.step;
end $$;
comment on function requests_api.go_to is 'Hands a request to the desk of a step, with the dates in and out.';

create function requests_api.close_steps(request bigint) returns void
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	update requests.steps s set out_on = clock_timestamp(),
		days_taken = coalesce(s.days_taken, 0) + greatest(requests_api.days_between(s.in_on::date, current_date), 0)
	where s.request_id = close_steps.request and s.in_on is not null and s.out_on is null;
$$;
comment on function requests_api.close_steps is 'The desk that had the request has it no more.';

create function requests_api.step_of(request bigint, kinds text[]) returns int
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select min(s.step_no) from requests.steps s where s.request_id = step_of.request and s.kind_code = any (kinds);
$$;
comment on function requests_api.step_of is 'The first step of these kinds on the path of a request.';

-- Drafts ---------------------------------------------------------------------------------------------------------------------

create function requests_api.my_facts() returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return (
	select jsonb_strip_nulls(jsonb_build_object('nom', p.family_name, 'prenoms', nullif(p.given_names, ''), 'naissance', p.birth_date, 'matricule', a.matricule,
		'corps', c.name, 'grade', case when a.category is not null then a.category || coalesce(a.scale::text, '') || coalesce('-' || a.step, '') end,
		'structure', s.name, 'statut', st.label, 'prise_service', a.first_service_date,
		'telephone', (select k.value from base.contacts k where k.person_id = p.person_id and k.kind = 'phone' and (k.verified_at is not null or k.origin = 'record')
			order by k.verified_at desc nulls last, k.contact_id limit 1),
		'courriel', (select k.value from base.contacts k where k.person_id = p.person_id and k.kind = 'email' and k.verified_at is not null
			order by k.verified_at desc, k.contact_id limit 1)))::text
	from base.persons p
	left join career.agents a on a.person_id = p.person_id
	left join career.corps c on c.corps_id = a.corps_id
	left join base.structures s on s.structure_id = a.structure_id
	left join career.statuses st on st.status_code = a.status_code
	where p.person_id = (select m.person_id from base.me m)
	);
end $$;
comment on function requests_api.my_facts is 'What the State knows of the person who asks: nobody types it again.';

-- By the two partial indexes, one a kind of asker: a service may have any number of drafts of others.
create function requests_api.find_draft(service bigint, visit text) returns requests.drafts
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me bigint := (select m.person_id from base.me m);
	d  requests.drafts;
begin
	if me is not null then
		select x.* into d from requests.drafts x where x.person_id = me and x.service_id = find_draft.service and x.request_id is null;
	elsif find_draft.visit is not null then
		select x.* into d from requests.drafts x where x.visit_hash = sha256(convert_to(find_draft.visit, 'UTF8')) and x.service_id = find_draft.service and x.request_id is null;
	end if;
	return d;
end $$;
comment on function requests_api.find_draft is 'The draft that the person, or the browser, that asks has of a service; all null when there is none.';

create function requests_api.open_draft(service bigint, visit text) returns requests.drafts
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	d requests.drafts := requests_api.find_draft(open_draft.service, open_draft.visit);
begin
	if d.draft_id is not null then                                -- another window may have saved or filed it meanwhile
		select x.* into d from requests.drafts x where x.draft_id = d.draft_id and x.request_id is null for update;
	end if;
	return d;
end $$;
comment on function requests_api.open_draft is 'The same, locked.';

create function requests_api.draft(service text, visit text) returns table (service_name text, code text, page_path text, draft_there boolean, version int, answers text,
	section_no smallint, form_revision int, changed_at timestamptz, facts text, days smallint, is_out boolean)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	s services.services;
	d requests.drafts;
begin
	select x.* into s from services.services x where x.code = draft.service;
	if found then
		d := requests_api.find_draft(s.service_id, draft.visit);
		return query select s.name, s.code, s.page_path, d.draft_id is not null, coalesce(d.version, 0), coalesce(d.answers, '{}')::text, coalesce(d.section_no, 1::smallint),
			d.form_revision, d.changed_at, coalesce(requests_api.my_facts(), '{}'), s.days, s.state_code = 'retire';
	end if;
end $$;
comment on function requests_api.draft is 'A service with the draft that the asker has of it, if any, and what is known of him.';

create function requests_api.places() returns table (kind_code text, value text)
	language sql stable
	begin atomic
		select 'commune', c.name from base.communes c
		union all select 'structure', s.name from base.structures s where s.closed_on is null and s.kind not in ('racine', 'circonscription', 'commune')
		order by 1, 2;
	end;
comment on function requests_api.places is 'Communes and structures that a form may name.';

create function requests_api.named_places(service text, visit text) returns table (kind_code text, value text)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	d    requests.drafts := requests_api.find_draft((select s.service_id from services.services s where s.code = named_places.service), named_places.visit);
	said text[] := array(select v #>> '{}' from jsonb_path_query(d.answers, 'strict $.** ? (@.type() == "string")') v);
begin
	return query select 'commune', c.name from base.communes c where c.name = any (said)
		union all select 'structure', s.name from base.structures s where s.name = any (said) and s.closed_on is null and s.kind not in ('racine', 'circonscription', 'commune');
end $$;
comment on function requests_api.named_places is 'Of communes and structures, those that a draft names: enough to check it.';

create function requests_api.save(service text, visit text, version int, form text, revision int, answers text, section int, files text, here text)
	returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me  bigint := (select m.person_id from base.me m);
	svc services.services;
	it  requests.drafts;
	f   record;
	put bigint;
begin
	select s.* into svc from services.services s where s.code = save.service;
	if not found or svc.state_code = 'retire' then
		raise exception using errcode = 'GU404', message = 'requests.service_out';
	elsif me is null and save.visit is null then
		raise exception using errcode = 'GU403', message = 'problem.form_expired';
	end if;
	it := requests_api.open_draft(svc.service_id, save.visit);
	if it.draft_id is not null and save.version = 0 then
		raise exception using errcode = 'GU409', message = 'requests.draft_there';
	elsif it.version is distinct from nullif(save.version, 0) then
		raise exception using errcode = 'GU409', message = 'requests.draft_changed';
	elsif it.draft_id is null then
		if (select count(*) from requests.drafts d where d.request_id is null and (d.person_id = me or me is null and d.visit_hash = sha256(convert_to(save.visit, 'UTF8')))) >= 20 then
			raise exception using errcode = 'GU409', message = 'requests.too_many_drafts';
		end if;
		insert into requests.drafts (person_id, visit_hash, service_id, form_code, form_revision, answers, section_no)
		values (me, case when me is null then sha256(convert_to(save.visit, 'UTF8')) end, svc.service_id, save.form, save.revision, save.answers::jsonb, save.section)
		returning * into it;
	else
		update requests.drafts d set answers = save.answers::jsonb, form_code = save.form, form_revision = save.revision, section_no = save.section, version = d.version + 1,
			changed_at = now()
		where d.draft_id = it.draft_id;
	end if;
	for f in select x.field, x.sha256, x.size, x.type, x.name from jsonb_to_recordset(save.files::jsonb) x (field text, sha256 text, size bigint, type text, name text) loop
		insert into base.files (sha256, size, type, name, owner_id) values (decode(f.sha256, 'hex'), f.size, f.type, left(f.name, 200), me) returning file_id into put;
		delete from requests.draft_files x where x.draft_id = it.draft_id and x.field = f.field;
		insert into requests.draft_files (draft_id, field, file_id) values (it.draft_id, f.field, put);
	end loop;
	return query select base_api.receipt(save.here);
end $$;
comment on function requests_api.save is 'Keeps a step of a draft; the version says that nothing else changed it meanwhile.';

create function requests_api.drop_draft(service text, visit text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it requests.drafts := requests_api.open_draft((select s.service_id from services.services s where s.code = drop_draft.service), drop_draft.visit);
begin
	delete from requests.drafts d where d.draft_id = it.draft_id;
	return query select base_api.receipt(case when exists (select from base.me m) then '/demandes?fait=brouillon-efface' else '/demarches/' || drop_draft.service end);
end $$;
comment on function requests_api.drop_draft is 'Forgets a draft of one''s own.';

-- Filing ---------------------------------------------------------------------------------------------------------------------

create function requests_api.lay_path(request bigint, path jsonb, home bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	insert into requests.steps (request_id, step_no, kind_code, label, structure_id, days, in_on)
	select lay_path.request, p.n, p.step->>'etape', p.step->>'titre', coalesce(s.structure_id, lay_path.home), coalesce((p.step->>'jours')::int, 0), case when p.n = 1 then now() end
	from jsonb_array_elements(lay_path.path) with ordinality p (step, n)
	left join base.structures s on s.code = p.step->>'bureau' and s.closed_on is null;
end $$;
comment on function requests_api.lay_path is 'The desks of a request, from the path that its form declares.';

-- Once only: what the State holds joins the file by itself.
create function requests_api.attach_known(request bigint) returns int
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	who bigint;
	n   int;
	m   int;
begin
	select a.agent_id into who from requests.requests r join services.services s on s.service_id = r.service_id join career.agents a on a.person_id = r.person_id
	where r.request_id = attach_known.request and (s.theme_code in ('attestations', 'carriere', 'retraite')
		or exists (select from services.pieces p where p.service_id = s.service_id and p.origin_code = 'etat'));
	if who is null then
		return 0;
	end if;
	insert into requests.attachments (request_id, label, origin_code, document_id)
	select attach_known.request, d.title, 'etat', d.document_id from certificates.requests c join acts.documents d using (document_id)
	where c.agent_id = who and d.state_code = 'en_vigueur' and coalesce(d.expires_on, 'infinity') >= current_date;
	get diagnostics n = row_count;
	insert into requests.attachments (request_id, label, origin_code, act_id)
	select attach_known.request, k.label || coalesce(', ' || nullif(c.reference, ''), ''), 'etat', c.act_id
	from ((select l.act_id from career.act_lines l where l.agent_id = who order by l.effect_date, l.act_line_id limit 1)
		union (select l.act_id from career.act_lines l where l.agent_id = who order by l.effect_date desc, l.act_line_id desc limit 1)) l
	join career.acts c on c.act_id = l.act_id and c.state_code = 'en_vigueur' join career.act_kinds k on k.kind_code = c.kind_code;
	get diagnostics m = row_count;
	return n + m;
end $$;
comment on function requests_api.attach_known is 'Certificates in force, the act of entry and the latest act of the agent join his request.';

create function requests_api.put_request(svc services.services, who bigint, name text, subject text, content jsonb, answers jsonb, path jsonb, days int,
	channel text, helper bigint default null, partner text default null) returns requests.requests
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    requests.requests;
	home  bigint := coalesce(svc.structure_id, (select s.structure_id from base.structures s where s.code = 'SRU'));
	first base.structures;
	term  int := coalesce(nullif(put_request.days, 0), svc.days, 0);
	event bigint;
begin
	select s.* into first from base.structures s where s.structure_id = coalesce((select x.structure_id from base.structures x
		where x.code = path->0->>'bureau' and x.closed_on is null), home);
	insert into requests.requests (number, service_id, sheet_id, form_id, person_id, requester_name, by_person_id, channel_code, partner_ref, subject, content, answers,
		structure_id, structure_rank, days, clock_since, due_on)
	values ('REQ' || requests_api.padded(nextval('requests.numbers')), svc.service_id, svc.sheet_id, svc.form_id, who, left(put_request.name, 200), helper, channel, partner,
		left(put_request.subject, 300), put_request.content, put_request.answers, first.structure_id, first.rank, term, current_date,
		case when term > 0 then requests_api.add_days(current_date, term) end)
	returning * into it;
	perform requests_api.lay_path(it.request_id, path, home);
	event := requests_api.tell_thread(it.request_id, 'depot', 'Demande déposée', '', false, true, it.structure_id);
	if requests_api.attach_known(it.request_id) > 0 then
		perform requests_api.tell_thread(it.request_id, 'jointes', 'Pièces jointes par l’administration', 'Ce que l’administration a déjà est au dossier : personne ne vous le redemandera.',
			false, false, it.structure_id);
	end if;
	perform requests_api.notify(it.request_id, 'depot', event);
	perform base_api.note('requests.own', 'depot', 'demande ' || it.number, 'fait', jsonb_build_object('service', svc.code, 'channel', channel));
	return it;
end $$;
comment on function requests_api.put_request is 'A request comes in, by whatever channel: its number, its desks, its clock, what the State joins, the notice and the journal.';

create function requests_api.file(service text, visit text, version int, name text, subject text, content text, path text, days int, contact_kind text, contact text)
	returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	me  bigint := (select m.person_id from base.me m);
	svc services.services;
	d   requests.drafts;
	it  requests.requests;
	c   requests.contact_checks;
begin
	select s.* into svc from services.services s where s.code = file.service;
	if not found or svc.state_code = 'retire' then
		raise exception using errcode = 'GU404', message = 'requests.service_out';
	end if;
	d := requests_api.open_draft(svc.service_id, file.visit);
	if d.draft_id is null then
		raise exception using errcode = 'GU409', message = 'requests.draft_gone';
	elsif d.version <> file.version then
		raise exception using errcode = 'GU409', message = 'requests.draft_changed';
	elsif me is null and coalesce(file.contact, '') <> '' then
		select x.* into c from requests.contact_checks x where x.draft_id = d.draft_id and x.kind_code = file.contact_kind and x.typed = file.contact and x.verified_at is not null;
		if not found then
			raise exception using errcode = 'GU422', message = 'requests.contact_unverified', column = 'accord';
		end if;
	end if;
	it := requests_api.put_request(svc, me, coalesce((select concat_ws(' ', p.family_name, p.given_names) from base.persons p where p.person_id = me), nullif(file.name, ''), 'Visiteur'),
		file.subject, file.content::jsonb, d.answers, file.path::jsonb, file.days, 'web');
	insert into requests.attachments (request_id, field, label, origin_code, file_id)
	select it.request_id, f.field, l.line->>'label', 'usager', f.file_id
	from requests.draft_files f join jsonb_array_elements(file.content::jsonb) l (line) on l.line->>'file' = f.field where f.draft_id = d.draft_id;
	update requests.drafts x set request_id = it.request_id where x.draft_id = d.draft_id;
	if c.draft_id is not null then
		update requests.requests r set contact_kind = c.kind_code, contact_value = c.value where r.request_id = it.request_id;
	end if;
	perform requests_api.hand_over(it.request_id);
	return query select base_api.receipt('/suivi/depot?numero=' || it.number || '&code=' || requests_api.follow_code(it.request_id));
end $$;
comment on function requests_api.file is 'Files a draft: once, whatever comes twice.';
