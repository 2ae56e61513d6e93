-- Making and changing drafts. Every function applies the scope itself (acts_api.mine_to_write).
set role guichet_owner;

create function acts_api.models_for() returns table (model_code text, name text, form_label text, title text, source text, kind_code text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select m.model_code, m.name, m.form_label, m.title, m.source, m.kind_code from acts.models m
	where m.valid_from <= current_date and (m.valid_to is null or m.valid_to > current_date)
		and exists (select from base.assignments a where a.person_id = acts_api.me() and a.role_code = any (m.draft_roles)
			and a.confirmed_by is not null and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date))
	order by m.sort;
$$;
comment on function acts_api.models_for is 'Models that the asker may draft with.';

create function acts_api.issuers_for() returns table (structure_id bigint, name text, code text, pattern text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select distinct on (s.rank) s.structure_id, s.name, s.code, p.pattern
	from acts.number_patterns p join base.structures s using (structure_id)
	where s.rank <@ (select m.ranks from base.my_spans m) and p.kind_code is null and p.valid_from <= current_date
	order by s.rank, p.valid_from desc;
$$;
comment on function acts_api.issuers_for is 'Structures of the asker that issue acts: they have a number pattern.';

create function acts_api.make_draft(author bigint, model text, structure bigint, subject text) returns bigint
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it bigint;
begin
	insert into acts.drafts (model_code, structure_id, structure_rank, subject, author_id)
	select m.model_code, s.structure_id, s.rank, coalesce(nullif(btrim(make_draft.subject), ''), m.form_label || ' ' || m.title), make_draft.author
	from acts.models m, base.structures s where m.model_code = make_draft.model and s.structure_id = make_draft.structure
	returning draft_id into it;
	if it is null then
		raise exception using errcode = 'GU422', message = 'acts.no_such_model', column = 'modele';
	end if;
	insert into acts.draft_parts (draft_id, part_code, sort, body, copies)
	select it, p.part_code, p.sort, p.body, p.copies from acts.model_parts p where p.model_code = make_draft.model;
	return it;
end $$;
comment on function acts_api.make_draft is 'A draft with the parts of its model; for functions of this and other services that checked who asks.';

create function acts_api.new_draft(model text, structure bigint, subject text, matricule text default null, effect date default null) returns table (draft_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it bigint;
begin
	if not exists (select from acts_api.models_for() m where m.model_code = new_draft.model) then
		raise exception using errcode = 'GU422', message = 'acts.no_such_model', column = 'modele';
	elsif not exists (select from acts_api.issuers_for() i where i.structure_id = new_draft.structure) then
		raise exception using errcode = 'GU422', message = 'acts.no_such_issuer', column = 'structure';
	end if;
	it := acts_api.make_draft(acts_api.me(), model, structure, subject);
	perform acts_api.event(it, 'Projet ouvert');
	perform base_api.note('acts.work', 'projet', 'projet ' || it, 'fait', jsonb_build_object('model', model));
	if new_draft.matricule is not null and new_draft.effect is not null then
		perform acts_api.add_lines(it, jsonb_build_array(jsonb_build_object('m', new_draft.matricule, 'e', new_draft.effect)));
	end if;
	return query select it;
end $$;
comment on function acts_api.new_draft is 'Opens a draft from a model, with its first line when an agent and a day are named; an agent out of reach is among the rows put aside, with the reason.';

create function acts_api.new_correction(act bigint, correction text) returns table (draft_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	old acts.drafts;
	a   career.acts;
	it  bigint;
	form text;              -- series count for themselves: two acts of a year may bear one number, not one form and number
begin
	select d.* into old from acts.drafts d where d.act_id = new_correction.act and acts_api.sees(d.structure_rank, d.author_id) for update;    -- one correction at a time
	select x.* into a from career.acts x where x.act_id = new_correction.act;
	if old.draft_id is null then
		raise exception using errcode = 'GU404', message = 'acts.unknown';
	elsif a.state_code <> 'en_vigueur' then
		raise exception using errcode = 'GU409', message = 'acts.not_in_force';
	elsif correction not in ('remplace', 'annule') then
		raise exception using errcode = 'GU422', message = 'acts.no_such_correction', column = 'correction';
	elsif not exists (select from acts.models m cross join unnest(m.draft_roles) r (role)
		where m.model_code = old.model_code and acts_api.holds(acts_api.me(), r.role, old.structure_rank)) then
		raise exception using errcode = 'GU403', message = 'acts.not_drafter';
	elsif exists (select from acts.drafts d where d.corrects_act_id = new_correction.act and d.state_code not in ('publie', 'abandonne')) then
		raise exception using errcode = 'GU409', message = 'acts.already_being_corrected';
	end if;
	form := (select m.form_label from acts.models m where m.model_code = old.model_code);
	it := acts_api.make_draft(acts_api.me(), case when correction = 'annule' then 'annulation' else old.model_code end, old.structure_id,
		case when correction = 'annule' then 'Annulation de l’acte n° ' else 'Rectification de l’acte n° ' end || a.reference || ' (' || lower(form) || ')');
	update acts.drafts d set corrects_act_id = new_correction.act, correction_code = new_correction.correction where d.draft_id = it;
	insert into acts.draft_parts (draft_id, part_code, sort, body)
	values (it, 'visa', 45, 'Vu l’acte n° ' || a.reference || ' du ' || to_char(a.signed_on, 'DD/MM/YYYY') || ' (' || lower(form) || ') ;');
	if correction = 'remplace' then
		delete from acts.draft_parts p where p.draft_id = it and p.part_code = 'article';
		insert into acts.draft_parts (draft_id, part_code, sort, body)
		select it, p.part_code, p.sort, p.body from acts.draft_parts p where p.draft_id = old.draft_id and p.part_code = 'article';
		insert into acts.draft_parts (draft_id, part_code, sort, body)
		values (it, 'article', 15, 'Le présent acte remplace l’acte n° ' || a.reference || ' du ' || to_char(a.signed_on, 'DD/MM/YYYY') || ' (' || lower(form) || '), qui cesse de produire effet.');
	end if;
	insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date, end_date, after_status_code, after_corps_id, after_structure_id,
		after_position_code, after_category, after_scale, after_step, after_index, note)
	select it, l.line_no, l.agent_id, l.effect_date, case when correction = 'remplace' then l.end_date end, x.after_status_code, x.after_corps_id,
		x.after_structure_id, x.after_position_code, x.after_category, x.after_scale, x.after_step, x.after_index, x.note
	from acts.draft_lines l
	left join acts.draft_lines x on x.draft_line_id = l.draft_line_id and correction = 'remplace'
	where l.draft_id = old.draft_id;
	perform acts_api.refresh_before(it);
	update acts.drafts d set lines_count = (select count(*) from acts.draft_lines l where l.draft_id = it) where d.draft_id = it;
	perform acts_api.event(it, case when correction = 'annule' then 'Annulation préparée' else 'Rectification préparée' end, 'Acte n° ' || a.reference);
	perform base_api.note('acts.work', 'correction', 'acte ' || act, correction);
	return query select it;
end $$;
comment on function acts_api.new_correction is 'A signed act is never changed: another one replaces or cancels it, with the same agents.';

create function acts_api.set_subject(draft bigint, subject text, version int) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(set_subject.draft);
begin
	if it.version is distinct from set_subject.version then
		raise exception using errcode = 'GU409', message = 'acts.text_changed_since';
	elsif it.subject is distinct from set_subject.subject then
		update acts.drafts d set subject = set_subject.subject where d.draft_id = it.draft_id;
		perform acts_api.changed(it, 'objet modifié');
	end if;
end $$;
comment on function acts_api.set_subject is 'Changes the subject; refused when the page showed another version, so that nobody writes over a colleague unseen.';

-- Parts come as one text a kind: a visa or an article a paragraph, a distribution copy a line "SGG : 2".
create function acts_api.set_parts(draft bigint, visas text, articles text, copies text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it  acts.drafts := acts_api.mine_to_write(set_parts.draft);
	was text := acts_api.content_of(set_parts.draft);
begin
	if coalesce(articles, '') !~ '\S' then
		raise exception using errcode = 'GU422', message = 'acts.no_article', column = 'articles';
	elsif regexp_count(coalesce(visas, ''), E'\n+') > 200 then
		raise exception using errcode = 'GU422', message = 'acts.too_many_parts', column = 'visas';
	elsif regexp_count(articles, E'\n\\s*\n+') > 200 then
		raise exception using errcode = 'GU422', message = 'acts.too_many_parts', column = 'articles';
	elsif regexp_count(coalesce(copies, ''), E'\n+') > 200 then
		raise exception using errcode = 'GU422', message = 'acts.too_many_parts', column = 'ampliations';
	end if;
	delete from acts.draft_parts p where p.draft_id = it.draft_id;
	insert into acts.draft_parts (draft_id, part_code, sort, body)
	select it.draft_id, 'visa', (n * 10)::smallint, btrim(x) from regexp_split_to_table(coalesce(visas, ''), E'\n+') with ordinality t (x, n) where btrim(x) <> ''
	union all
	select it.draft_id, 'article', (n * 10)::smallint, btrim(x, E' \t\n') from regexp_split_to_table(articles, E'\n\\s*\n+') with ordinality t (x, n) where x ~ '\S';
	insert into acts.draft_parts (draft_id, part_code, sort, body, copies)
	select it.draft_id, 'ampliation', (n * 10)::smallint, btrim(regexp_replace(x, '\s*:\s*\d{1,3}\s*$', '')), nullif(substring(x from ':\s*(\d{1,3})\s*$'), '')::smallint
	from regexp_split_to_table(coalesce(copies, ''), E'\n+') with ordinality t (x, n)
	where btrim(regexp_replace(x, '\s*:\s*\d{1,3}\s*$', '')) <> '';
	if acts_api.content_of(set_parts.draft) is distinct from was then
		perform acts_api.changed(it, 'texte modifié');
	end if;
end $$;
comment on function acts_api.set_parts is 'Changes the visas, articles and distribution of a draft.';

create function acts_api.read_date(text) returns date
	language sql stable parallel safe
	return case when $1 ~ '^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
		and substr($1, 9, 2)::int <= extract(day from make_date(substr($1, 1, 4)::int, substr($1, 6, 2)::int, 1) + interval '1 month - 1 day') then $1::date end;
comment on function acts_api.read_date is 'A date written as 2026-03-03, or null: never an error.';
create function acts_api.read_int(text) returns bigint
	language sql immutable parallel safe
	return case when $1 ~ '^\d{1,18}$' then $1::bigint end;
comment on function acts_api.read_int is 'A whole number in digits, or null: never an error.';

-- Words for a structure, a corps, a status or a position, each looked up once however long the list; a name that two share is no name.
create function acts_api.add_lines(draft bigint, rows jsonb) returns table (added int, refused int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    acts.drafts := acts_api.mine_to_write(add_lines.draft);
	asks_ text[] := (select m.asks from acts.models m where m.model_code = it.model_code);
	fills boolean := 'step' = any (asks_) and it.correction_code is distinct from 'annule';      -- a step left open is the next one
	reach int4multirange := (select s.ranks from base.my_spans s);
	base_ int := coalesce((select max(l.line_no) from acts.draft_lines l where l.draft_id = add_lines.draft), 0);
begin
	if jsonb_typeof(rows) is distinct from 'array' then
		raise exception using errcode = 'GU422', message = 'acts.row_unreadable', column = 'liste';
	elsif jsonb_array_length(rows) > 20000 or base_ + jsonb_array_length(rows) > 20000 then
		raise exception using errcode = 'GU422', message = 'acts.too_many_lines', column = 'liste';
	end if;
	delete from acts.draft_rejects r where r.draft_id = it.draft_id;
	return query
	with raw as materialized (
		-- What a model does not ask, a row does not set: a list often repeats what is known of a person. Numbers and dates are read, never cast blindly.
		select r.place::int as n, r.row ->> 'm' as m, r.row ->> 'said' as said, coalesce(r.row ->> 'fault', case when jsonb_typeof(r.row) <> 'object' then 'acts.row_unreadable' end) as fault,
			acts_api.read_date(r.row ->> 'e') as e, nullif(r.row ->> 'e', '') is not null as e_said, acts_api.read_date(r.row ->> 'x') as x, nullif(r.row ->> 'x', '') is not null as x_said,
			case when 'status' = any (asks_) then nullif(r.row ->> 'st', '') end as st, case when 'corps' = any (asks_) then nullif(r.row ->> 'co', '') end as co,
			case when 'corps' = any (asks_) then acts_api.read_int(r.row ->> 'ci') end as ci, case when 'structure' = any (asks_) then nullif(r.row ->> 'stru', '') end as stru,
			case when 'position' = any (asks_) then nullif(r.row ->> 'pos', '') end as pos, case when asks_ && '{grade,step}' then nullif(r.row ->> 'cat', '') end as cat,
			case when asks_ && '{grade,step}' then acts_api.read_int(r.row ->> 'sc') end as sc, case when asks_ && '{grade,step}' then acts_api.read_int(r.row ->> 'stp') end as stp,
			case when asks_ && '{grade,step,index}' then acts_api.read_int(r.row ->> 'idx') end as idx, left(nullif(r.row ->> 'note', ''), 300) as note
		from jsonb_array_elements(rows) with ordinality r (row, place)
	), st as (
		select w.st as word, min(s.status_code) as code from (select distinct raw.st from raw where raw.st is not null) w
		join career.statuses s on s.status_code = upper(w.st) or base.fold(s.label) = base.fold(w.st) group by w.st
	), po as (
		select w.pos as word, min(p.position_code) as code from (select distinct raw.pos from raw where raw.pos is not null) w
		join career.positions p on p.position_code = w.pos or base.fold(p.label) = base.fold(w.pos) group by w.pos
	), co as (
		select w.co as word, coalesce(min(c.corps_id) filter (where c.code = upper(w.co)), min(c.corps_id)) as id from (select distinct raw.co from raw where raw.co is not null) w
		join career.corps c on c.code = upper(w.co) or base.fold(c.name) = base.fold(w.co) group by w.co
	), stru as (
		select w.stru as word, coalesce(min(s.structure_id) filter (where s.code = upper(w.stru)), case when count(*) = 1 then min(s.structure_id) end) as id
		from (select distinct raw.stru from raw where raw.stru is not null) w
		join base.structures s on s.code = upper(w.stru) or base.fold(s.name) = base.fold(w.stru) group by w.stru
	), judged as (
		select r.*, a.agent_id, st.code as status_code, coalesce(ci.corps_id, co.id) as corps_id, stru.id as structure_id, po.code as position_code, coalesce(r.fault,
			case when r.m is null then 'acts.matricule_missing'
				when a.agent_id is null then 'acts.matricule_unknown'
				when not coalesce(a.structure_rank <@ reach, false) then 'acts.out_of_reach'
				when (r.e_said and r.e is null) or (r.x_said and r.x is null) then 'acts.date_unreadable'
				when r.e is null then 'acts.effect_missing'
				when r.e < '1960-01-01' or r.e > current_date + interval '5 years' then 'acts.effect_far'
				when r.x < r.e then 'acts.end_before_effect'
				when r.st is not null and st.code is null then 'acts.status_unknown'
				when (r.co is not null and co.id is null) or (r.ci is not null and ci.corps_id is null) then 'acts.corps_unknown'
				when r.stru is not null and stru.id is null then case when stru.word is null then 'acts.structure_unknown' else 'acts.structure_ambiguous' end
				when r.pos is not null and po.code is null then 'acts.position_unknown'
				when (r.cat is not null and cat.category is null) or r.sc not between 1 and 3 or r.stp not between 1 and 30 or r.idx not between 1 and 9999 then 'acts.category_unknown'
				when exists (select from acts.draft_lines l where l.draft_id = it.draft_id and l.agent_id = a.agent_id and l.effect_date = r.e)
					or row_number() over (partition by a.agent_id, r.e order by r.fault nulls first, r.n) > 1
					then 'acts.already_there' end) as why
		from raw r
		left join career.agents a on a.matricule = upper(btrim(r.m))
		left join st on st.word = r.st left join co on co.word = r.co left join stru on stru.word = r.stru left join po on po.word = r.pos
		left join career.corps ci on ci.corps_id = r.ci left join career.categories cat on cat.category = r.cat
	), good as materialized (
		select j.*, base_ + (row_number() over (order by j.n))::int as line_no from judged j where j.why is null
	), before as materialized (
		select s.* from (select array_agg(g.line_no::bigint) as lines, array_agg(g.agent_id) as agents, array_agg(g.e) as days from good g) g,
			acts_api.situations_at(g.lines, g.agents, g.days, it.corrects_act_id) s
	), kept as (
		insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date, end_date, before_status_code, after_status_code, before_corps_id, after_corps_id,
			before_structure_id, after_structure_id, before_position_code, after_position_code, before_category, after_category, before_scale, after_scale, before_step,
			after_step, before_index, after_index, note)
		select it.draft_id, j.line_no, j.agent_id, j.e, j.x, b.status_code, j.status_code, b.corps_id, j.corps_id, b.structure_id, j.structure_id, b.position_code, j.position_code,
			b.category, case when fills then coalesce(j.cat, b.category) else j.cat end, b.scale, case when fills then coalesce(j.sc, b.scale) else j.sc end, b.step,
			case when fills then coalesce(j.stp, case when b.step < 30 then b.step + 1 end) else j.stp end, b.pay_index, j.idx::int, j.note
		from good j left join before b on b.draft_line_id = j.line_no
		order by j.line_no
		returning 1
	), refused_ as (
		insert into acts.draft_rejects (draft_id, row_no, said, why)
		select it.draft_id, (row_number() over (order by j.n))::int, left(coalesce(j.said, j.m, 'rang ' || j.n), 200), j.why from judged j where j.why is not null
		returning 1
	)
	select (select count(*)::int from kept), (select count(*)::int from refused_);
	perform acts_api.changed(it, 'agents ajoutés');
end $$;
comment on function acts_api.add_lines is 'Adds the agents of a list; what cannot become a line is kept beside, with its reason.';

create function acts_api.set_line(draft bigint, line bigint, effect_date date, end_date date, category text, scale int, step int, pay_index int,
	corps bigint, structure text, status text, position_ text, note text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    acts.drafts := acts_api.mine_to_write(set_line.draft);
	named int;
	place bigint;
begin
	-- A code is one structure; a name may be that of several.
	select count(*), coalesce(min(s.structure_id) filter (where s.code = upper(btrim(set_line.structure))), case when count(*) = 1 then min(s.structure_id) end) into named, place
	from base.structures s where s.code = upper(btrim(set_line.structure)) or base.fold(s.name) = base.fold(btrim(set_line.structure));
	if btrim(coalesce(set_line.structure, '')) <> '' and place is null then
		raise exception using errcode = 'GU422', message = case named when 0 then 'acts.structure_unknown' else 'acts.structure_ambiguous' end, column = 'structure';
	elsif set_line.category is not null and not exists (select from career.categories c where c.category = set_line.category) then
		raise exception using errcode = 'GU422', message = 'acts.category_unknown', column = 'categorie';
	elsif set_line.corps is not null and not exists (select from career.corps c where c.corps_id = set_line.corps) then
		raise exception using errcode = 'GU422', message = 'acts.corps_unknown', column = 'corps';
	elsif set_line.status is not null and not exists (select from career.statuses s where s.status_code = set_line.status) then
		raise exception using errcode = 'GU422', message = 'acts.status_unknown', column = 'statut';
	elsif set_line.position_ is not null and not exists (select from career.positions p where p.position_code = set_line.position_) then
		raise exception using errcode = 'GU422', message = 'acts.position_unknown', column = 'position';
	elsif set_line.effect_date < '1960-01-01' or set_line.effect_date > current_date + interval '5 years' then
		raise exception using errcode = 'GU422', message = 'acts.effect_far', column = 'effet';
	end if;
	if set_line.end_date < set_line.effect_date then
		raise exception using errcode = 'GU422', message = 'acts.end_before_effect', column = 'fin';
	elsif exists (select from acts.draft_lines l join acts.draft_lines o on o.draft_id = l.draft_id and o.agent_id = l.agent_id and o.draft_line_id <> l.draft_line_id
		where l.draft_line_id = set_line.line and o.effect_date = set_line.effect_date) then
		raise exception using errcode = 'GU422', message = 'acts.already_there', column = 'effet';
	end if;
	update acts.draft_lines l set effect_date = set_line.effect_date, end_date = set_line.end_date, after_category = set_line.category, after_scale = set_line.scale,
		after_step = set_line.step, after_index = set_line.pay_index, after_corps_id = set_line.corps, after_structure_id = place,
		after_status_code = set_line.status, after_position_code = set_line.position_, note = nullif(btrim(set_line.note), '')
	where l.draft_line_id = set_line.line and l.draft_id = it.draft_id;
	if not found then
		raise exception using errcode = 'GU404', message = 'acts.unknown';
	end if;
	perform acts_api.refresh_before(it.draft_id);
	perform acts_api.changed(it, 'ligne modifiée');
end $$;
comment on function acts_api.set_line is 'Changes one line.';

create function acts_api.drop_line(draft bigint, line bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(drop_line.draft);
	no int;
begin
	delete from acts.draft_lines l where l.draft_line_id = drop_line.line and l.draft_id = it.draft_id returning l.line_no into no;
	if not found then
		raise exception using errcode = 'GU404', message = 'acts.unknown';
	end if;
	update acts.draft_lines l set line_no = -l.line_no + 1000000 where l.draft_id = it.draft_id and l.line_no > no;
	update acts.draft_lines l set line_no = 1000000 - l.line_no - 1 where l.draft_id = it.draft_id and l.line_no > 900000;
	perform acts_api.changed(it, 'ligne retirée');
end $$;
comment on function acts_api.drop_line is 'Takes one agent out of a draft; the lines after him move up.';

create function acts_api.drop_refused(draft bigint) returns table (dropped int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(drop_refused.draft);
	n  int;
begin
	delete from acts.draft_lines l where l.draft_id = it.draft_id
		and l.draft_line_id in (select f.draft_line_id from acts_api.findings_of(it.draft_id) f where f.severity = 'refus');
	get diagnostics n = row_count;
	update acts.draft_lines l set line_no = 1000000 - l.line_no where l.draft_id = it.draft_id;
	update acts.draft_lines l set line_no = o.n from (select x.draft_line_id, (row_number() over (order by x.line_no desc))::int as n
		from acts.draft_lines x where x.draft_id = it.draft_id) o where o.draft_line_id = l.draft_line_id;
	perform acts_api.changed(it, n || ' lignes refusées retirées');
	return query select n;
end $$;
comment on function acts_api.drop_refused is 'Takes out every line that a rule refuses.';

create function acts_api.dismiss_rejects(draft bigint) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(dismiss_rejects.draft);
begin
	delete from acts.draft_rejects r where r.draft_id = it.draft_id;
end $$;
comment on function acts_api.dismiss_rejects is 'Forgets the rows of a list that did not become lines.';

create function acts_api.abandon(draft bigint, why text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.mine_to_write(abandon.draft);
begin
	perform acts_api.void_approvals(it.draft_id, 'projet abandonné');
	update acts.drafts d set state_code = 'abandonne', changed_at = now(), refusal = nullif(btrim(abandon.why), '') where d.draft_id = it.draft_id;
	perform acts_api.event(it.draft_id, 'Projet abandonné', coalesce(abandon.why, ''));
	perform base_api.note('acts.work', 'abandon', 'projet ' || it.draft_id, 'fait');
end $$;
comment on function acts_api.abandon is 'Gives a draft up; it stays readable, with its reason.';

revoke execute on all functions in schema acts_api from public;
grant execute on function acts_api.models_for, acts_api.issuers_for, acts_api.new_draft, acts_api.new_correction, acts_api.set_subject,
	acts_api.set_parts, acts_api.add_lines, acts_api.set_line, acts_api.drop_line, acts_api.drop_refused, acts_api.dismiss_rejects,
	acts_api.abandon to web_acts;
reset role;
