-- The catalogue's pages. Dropped and rebuilt. Reads are open to all; publishing is for web_catalogue and leaves its history.
drop schema if exists services_api cascade;
create schema services_api authorization guichet_owner;
grant usage on schema services_api to gate, worker, web_public, web_requester, web_desk, web_catalogue;
set role guichet_owner;

create view services_api.rows with (security_invoker) as
	select s.service_id, s.code, s.name, s.purpose, s.audience, s.theme_code as theme, t.name as theme_name, t.sort as theme_sort, s.structure_words,
		st.name as structure_name, st.code as structure, s.days, s.days = 0 as is_immediate, nullif(s.days_words, '') as days_words, s.cost_fcfa,
		s.cost_fcfa = 0 as is_free, nullif(s.place, '') as place, nullif(s.legal_text, '') as legal_text, s.legal_date, nullif(s.produces, '') as produces, s.page_path,
		s.form_id is not null or s.page_path is not null as is_online, s.form_id is not null as has_form, s.sheet_id, h.at as sheet_at, h.revision as sheet_revision,
		s.state_code, s.search_text, s.sort, coalesce((f.content->'sans_compte')::boolean, false) as is_open, nullif(f.content->>'signataire', '') as signatory
	from services.services s
	join services.themes t on t.theme_code = s.theme_code
	left join base.structures st on st.structure_id = s.structure_id
	left join services.sheets h on h.sheet_id = s.sheet_id
	left join services.forms f on f.form_id = s.form_id;

create function services_api.catalogue(theme text, event text, structure text) returns table (code text, name text, purpose text, days smallint,
	is_immediate boolean, is_online boolean, theme text, theme_name text, is_first boolean, is_last boolean)
	language sql stable
	begin atomic
		select r.code, r.name, r.purpose, r.days, r.is_immediate, r.is_online, r.theme, r.theme_name,
			row_number() over (partition by r.theme_sort order by r.name) = 1, row_number() over (partition by r.theme_sort order by r.name desc) = 1
		from services_api.rows r
		where r.state_code = 'publie' and (catalogue.theme is null or r.theme = catalogue.theme)
			and (catalogue.event is null or exists (select from services.service_events e where e.service_id = r.service_id and e.event_code = catalogue.event))
			and (catalogue.structure is null or r.structure = catalogue.structure)
		order by r.theme_sort, r.name;
	end;
comment on function services_api.catalogue is 'Published services by theme, of one theme, event of life or structure when asked.';

create function services_api.found(words text) returns table (code text, name text, purpose text, days smallint, is_immediate boolean,
	is_online boolean, theme_name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	with typed as (
		select w.word from string_to_table(base.fold(left(found.words, 100)), ' ') w (word)
		where length(w.word) > 2 and w.word <> all ('{les,des,une,mon,mes,pour,avec,dans,sur,est,que,qui,comment,faire,veux,voudrais,demande,demander}'::text[])
	), scored as (
		select r.*, (select sum(case when base.fold(r.name) like '%' || t.word || '%' then 2.0 when r.search_text like '%' || t.word || '%' then 1.2
				else public.word_similarity(t.word, r.search_text) end) from typed t) as score,
			(select bool_and(r.search_text like '%' || t.word || '%' or public.word_similarity(t.word, r.search_text) >= 0.45) from typed t) as fits
		from services_api.rows r where r.state_code = 'publie'
	)
	select s.code, s.name, s.purpose, s.days, s.is_immediate, s.is_online, s.theme_name
	from scored s where s.fits order by s.score desc, s.sort limit 20;
$$;
comment on function services_api.found is 'Services that words name, accents, case and a letter or two aside; the best first.';

create function services_api.themes() returns table (theme text, name text, note text, total int)
	language sql stable
	begin atomic
		select t.theme_code, t.name, t.note, (select count(*)::int from services.services s where s.theme_code = t.theme_code and s.state_code = 'publie')
		from services.themes t order by t.sort;
	end;
comment on function services_api.themes is 'Themes with how many services each holds.';

create function services_api.events() returns table (event text, name text, note text, icon text)
	language sql stable
	begin atomic
		select e.event_code, e.name, e.note, e.icon from services.life_events e order by e.sort;
	end;
comment on function services_api.events is 'Events of life.';

create function services_api.heading(theme text, event text, structure text) returns table (heading text, heading_note text)
	language sql stable
	begin atomic
		select coalesce((select e.name from services.life_events e where e.event_code = heading.event),
				(select t.name from services.themes t where t.theme_code = heading.theme),
				(select s.name from base.structures s where s.code = heading.structure)),
			coalesce((select e.note from services.life_events e where e.event_code = heading.event),
				(select t.note from services.themes t where t.theme_code = heading.theme));
	end;
comment on function services_api.heading is 'What the list in hand is about.';

create function services_api.online_share() returns table (total int, online int, share int, own_forms int)
	language sql stable
	begin atomic
		select count(*)::int, count(*) filter (where r.is_online)::int, round(100.0 * count(*) filter (where r.is_online) / nullif(count(*), 0))::int,
			count(*) filter (where r.has_form)::int
		from services_api.rows r where r.state_code = 'publie';
	end;
comment on function services_api.online_share is 'Share of the published services that have a form of their own or a page that answers at once; the general form does not count.';

create function services_api.sheet(service text) returns setof services_api.rows
	language sql stable
	begin atomic
		select r.* from services_api.rows r where r.code = sheet.service;
	end;
comment on function services_api.sheet is 'The sheet of one service, withdrawn ones included.';

create function services_api.pieces_of(service text) returns table (label text, is_held boolean, note text)
	language sql stable
	begin atomic
		select p.label, p.origin_code = 'etat', nullif(p.note, '') from services.pieces p join services.services s using (service_id)
		where s.code = pieces_of.service order by p.sort;
	end;
comment on function services_api.pieces_of is 'Pieces of a service; those the State holds are said so.';

create function services_api.delay_of(service text) returns table (n int, n_open int, median_days smallint, p90_days smallint, kept int)
	language sql stable
	begin atomic
		select d.total, d.open_total, d.median_days, d.p90_days, case when d.total > 0 then round(100.0 * d.kept_total / d.total)::int end
		from requests.delays d join services.services s using (service_id)
		where s.code = delay_of.service and d.structure_id is null and d.total > 0;
	end;
comment on function services_api.delay_of is 'What was seen of this service''s delays.';

create function services_api.old_sheet(sheet bigint) returns table (name text, code text, content jsonb, revision int, at timestamptz)
	language sql stable
	begin atomic
		select h.content->>'nom', s.code, h.content, h.revision, h.at from services.sheets h join services.services s using (service_id)
		where h.sheet_id = old_sheet.sheet;
	end;
comment on function services_api.old_sheet is 'A sheet as it was shown.';

create function services_api.old_sheet_lines(sheet bigint) returns table (label text, value text)
	language sql stable
	begin atomic
		select l.label, l.value from services.sheets h cross join lateral (values
			(1, 'À quoi elle sert', h.content->>'objet'), (2, 'Pour qui', h.content->>'public'), (3, 'Service', h.content->>'structure'),
			(4, 'Délai affiché', case when h.content->>'jours' = '0' then 'immédiat' when h.content->>'jours' is not null then (h.content->>'jours') || ' jours ouvrables' else 'à confirmer' end),
			(5, 'Coût', case when h.content->>'cout' = '0' then 'gratuit' when h.content->>'cout' is not null then (h.content->>'cout') || ' FCFA' else 'à confirmer' end),
			(6, 'Pièces', coalesce((select string_agg(p->>'piece', ' ; ') from jsonb_array_elements(h.content->'pieces') p), 'aucune')),
			(7, 'Texte', coalesce(nullif(h.content->>'texte', ''), 'à confirmer')), (8, 'Ce que vous recevez', nullif(h.content->>'produit', ''))
		) l (sort, label, value) where h.sheet_id = old_sheet_lines.sheet and l.value is not null order by l.sort;
	end;
comment on function services_api.old_sheet_lines is 'The lines of a sheet as it was shown.';

-- Managing ------------------------------------------------------------------------------------------------------------------

create function services_api.managed() returns table (code text, name text, theme_name text, state_code text, is_online boolean, is_out boolean, since timestamptz)
	language sql stable
	begin atomic
		select r.code, r.name, r.theme_name, r.state_code, r.is_online, r.state_code = 'retire',
			(select max(p.at) from services.publications p where p.service_id = r.service_id)
		from services_api.rows r order by r.theme_sort, r.name;
	end;
comment on function services_api.managed is 'Every service, published or not.';

create function services_api.history(service text) returns table (at timestamptz, state_code text, note text, is_mine boolean)
	language sql stable
	begin atomic
		select p.at, p.state_code, p.note, p.person_id = (select m.person_id from base.me m)
		from services.publications p join services.services s using (service_id) where s.code = history.service order by p.at desc, p.publication_id desc;
	end;
comment on function services_api.history is 'When a service was published and withdrawn.';

create function services_api.publish(service text, move text, note text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it services.services;
	target text := case move when 'publier' then 'publie' else 'retire' end;
begin
	select s.* into it from services.services s where s.code = publish.service for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'problem.missing';
	elsif it.state_code = target then
		raise exception using errcode = 'GU409', message = 'services.already';
	elsif target = 'retire' and coalesce(btrim(publish.note), '') = '' then
		raise exception using errcode = 'GU422', message = 'services.say_why', column = 'motif';
	end if;
	update services.services s set state_code = target where s.service_id = it.service_id;
	insert into services.publications (service_id, state_code, person_id, note)
	values (it.service_id, target, (select m.person_id from base.me m), coalesce(btrim(publish.note), ''));
	perform base_api.note('services.manage', move, 'service ' || it.code, target);
	return query select base_api.receipt('/catalogue/' || it.code || '?fait=' || case target when 'publie' then 'service-publie' else 'service-retire' end);
end $$;
comment on function services_api.publish is 'Publishes a service, or withdraws it with a reason.';

-- Forms ---------------------------------------------------------------------------------------------------------------------

create function services_api.load_form(form text, revision int, hash text, content text) returns table (outcome text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it  services.forms;
	top services.forms;
begin
	select f.* into it from services.forms f where f.form_code = load_form.form and f.content_hash = decode(load_form.hash, 'hex');
	if not found then
		select f.* into top from services.forms f where f.form_code = load_form.form order by f.revision desc, f.form_id desc limit 1;
		if top.revision >= load_form.revision then                     -- changed without a new number: it gets the next one, and is told
			load_form.revision := top.revision + 1;
			outcome := 'renumbered';
		end if;
		insert into services.forms (form_code, revision, content_hash, content)
		values (load_form.form, load_form.revision, decode(load_form.hash, 'hex'), load_form.content::jsonb) returning * into it;
	end if;
	update services.services s set form_id = it.form_id where s.code = load_form.form and s.form_id is distinct from it.form_id;
	outcome := coalesce(outcome, case when exists (select from jsonb_array_elements(it.content->'parcours') p
		where p->>'bureau' <> 'service' and not exists (select from base.structures b where b.code = p->>'bureau')) then 'no_desk' else 'ok' end);
	return next;
end $$;
comment on function services_api.load_form is 'Records a form as the daemon loaded it, and makes it its service''s form.';

revoke execute on all functions in schema services_api from public;
grant select on services_api.rows to web_public, web_requester, web_desk, web_catalogue;
grant execute on function services_api.catalogue, services_api.found, services_api.themes, services_api.events, services_api.heading, services_api.online_share,
	services_api.sheet, services_api.pieces_of, services_api.delay_of, services_api.old_sheet, services_api.old_sheet_lines to web_public, web_requester, web_catalogue;
grant execute on function services_api.managed, services_api.history, services_api.publish to web_catalogue;
grant execute on function services_api.load_form to gate, worker;
reset role;
