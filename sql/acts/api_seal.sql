-- What the sealing job asks (worker), and what readers ask of sealed acts. One transaction: number, act of the careers, seals,
-- notices, journal. The number is taken under the lock of its register, so that none is ever missing.
set role guichet_owner;

create function acts_api.pattern_of(structure bigint, kind text, day date) returns acts.number_patterns
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.* from acts.number_patterns p
	where p.structure_id = pattern_of.structure and (p.kind_code = pattern_of.kind or p.kind_code is null) and p.valid_from <= pattern_of.day
	order by p.kind_code nulls last, p.valid_from desc limit 1;
$$;
comment on function acts_api.pattern_of is 'How a structure numbers and stamps its acts on a day: its pattern for the kind, else the one for every kind.';

create function acts_api.next_number(structure bigint, kind text, series text, day date) returns table (register_id bigint, n int, reference text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	pat text;
	own text;
	it  acts.registers;
begin
	select p.pattern, coalesce(next_number.series, p.kind_code, 'acte') into pat, own from acts_api.pattern_of(next_number.structure, next_number.kind, next_number.day) p;
	if pat is null then
		raise exception using errcode = 'GU409', message = 'acts.no_pattern';
	end if;
	insert into acts.registers (structure_id, series_code, year) values (next_number.structure, own, extract(year from day)::smallint)
	on conflict on constraint registers_structure_id_series_code_year_key do nothing;
	update acts.registers r set last_number = r.last_number + 1
	where r.structure_id = next_number.structure and r.series_code = own and r.year = extract(year from day)::smallint
	returning r.* into it;
	return query select it.register_id, it.last_number, replace(replace(pat, '{n}', lpad(it.last_number::text, greatest(4, length(it.last_number::text)), '0')), '{aaaa}', it.year::text);
end $$;
comment on function acts_api.next_number is 'The next number of a register (without a series: that of the pattern), under its lock until the transaction ends: committed with what bears it, or not at all.';

create function acts_api.new_code() returns text
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(h.bytes, i) & 31) + 1, 1), '' order by i)
	from (select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as bytes) h, generate_series(0, 11) i;
$$;
comment on function acts_api.new_code is 'Sixty random bits as people type them.';

create function acts_api.base64url(bytes bytea) returns text
	language sql immutable strict parallel safe
	return rtrim(translate(replace(encode(bytes, 'base64'), E'\n', ''), '+/', '-_'), '=');
comment on function acts_api.base64url is 'RFC 4648, section 5, without padding.';

create function acts_api.compact(payload jsonb) returns text
	language sql immutable strict parallel safe
	return regexp_replace(payload::text, '("(?:[^"\\]|\\.)*")|\s+', '\1', 'g');
comment on function acts_api.compact is 'JSON without blanks outside of strings: each character is a part of a QR.';

create function acts_api.refuse_seal(draft bigint, why text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update acts.approvals a set void_at = now(), void_why = refuse_seal.why
	where a.draft_id = refuse_seal.draft and a.move_code = 'signature' and a.void_at is null;
	update acts.drafts d set state_code = 'signature', refusal = refuse_seal.why, changed_at = now(), signed_by = null
	where d.draft_id = refuse_seal.draft and d.state_code = 'scellement';
	perform acts_api.event(refuse_seal.draft, 'Signature sans effet', refuse_seal.why);
end $$;
comment on function acts_api.refuse_seal is 'A signature that could not take effect is void, and says why.';

-- No row: nothing to do (already sealed, or refused for a reason that the act's page tells).
create function acts_api.seal_begin(draft bigint) returns table (act_id bigint, reference text, payload text, code text, form text, title text, subject text, authority text,
	enacts text, stamp text, place text, signed_on date, quality text, signer text, for_text text, fingerprint text, kind_code text, asks text, sealed_at timestamptz, lines_count int)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    acts.drafts;
	m     acts.models;
	a     acts.approvals;
	num   record;
	act   bigint;
	said  text;
	day   date := (now() at time zone 'Africa/Porto-Novo')::date;
	code_ text := acts_api.new_code();
	role_ text;
begin
	select d.* into it from acts.drafts d where d.draft_id = seal_begin.draft for update;
	if not found or it.state_code <> 'scellement' then
		return;
	end if;
	select x.* into m from acts.models x where x.model_code = it.model_code;
	select x.* into a from acts.approvals x where x.draft_id = it.draft_id and x.move_code = 'signature' and x.void_at is null;
	if a.approval_id is null or a.content_hash is distinct from acts_api.hash_of(it.draft_id) then
		perform acts_api.refuse_seal(it.draft_id, 'Le contenu n’est plus celui qui a été signé.');
		return;
	end if;
	select string_agg(distinct f.label, ' ') into said from acts_api.findings_of(it.draft_id) f where f.severity = 'refus';
	if said is not null then
		perform acts_api.refuse_seal(it.draft_id, 'La carrière d’un agent a changé depuis : ' || said);
		return;
	end if;
	select * into num from acts_api.next_number(it.structure_id, m.kind_code, null, day);
	select r.name into role_ from acts.model_steps s join base.roles r using (role_code) where s.model_code = it.model_code and s.step_no = a.step_no;
	said := acts_api.name_of(a.person_id) || ', ' || lower(left(role_, 1)) || substr(role_, 2)
		|| case when a.for_person_id is not null then ', par délégation de ' || acts_api.name_of(a.for_person_id) else '' end;
	insert into career.acts (kind_code, reference, signed_on, signatory, structure_id, subject, proof_code, replaces_act_id)
	values (m.kind_code, num.reference, day, said, it.structure_id, it.subject, 'scelle', it.corrects_act_id) returning career.acts.act_id into act;
	insert into career.act_lines (act_id, agent_id, line_no, effect_date, end_date, before_status_code, after_status_code, before_corps_id, after_corps_id, before_structure_id,
		after_structure_id, before_position_code, after_position_code, before_category, after_category, before_scale, after_scale, before_step, after_step, before_index,
		after_index, note)
	-- What the act does not change it does not state either: what moved since, elsewhere in the career, is no contradiction.
	select act, l.agent_id, l.line_no, l.effect_date, l.end_date, case when l.after_status_code is not null then l.before_status_code end, l.after_status_code,
		case when l.after_corps_id is not null then l.before_corps_id end, l.after_corps_id, case when l.after_structure_id is not null then l.before_structure_id end,
		l.after_structure_id, case when l.after_position_code is not null then l.before_position_code end, l.after_position_code,
		case when g.graded then l.before_category end, l.after_category, case when g.graded then l.before_scale end, l.after_scale,
		case when g.graded then l.before_step end, l.after_step, case when g.graded then l.before_index end, l.after_index, l.note
	from acts.draft_lines l cross join lateral (select num_nonnulls(l.after_category, l.after_scale, l.after_step, l.after_index) > 0 as graded) g
	where l.draft_id = it.draft_id order by l.agent_id, l.effect_date, l.line_no;
	if it.corrects_act_id is not null then
		update career.acts c set state_code = it.correction_code from career.act_state_moves v
		where c.act_id = it.corrects_act_id and v.from_code = c.state_code and v.to_code = it.correction_code;
		if not found then
			raise exception using errcode = 'GU409', message = 'acts.not_in_force';
		end if;
	end if;
	update acts.drafts d set state_code = 'publie', act_id = act, number = num.n, register_id = num.register_id, reference = num.reference, signatory = said, sealed_at = now(),
		changed_at = now() where d.draft_id = it.draft_id;
	return query
	select act, num.reference, acts_api.compact(jsonb_build_object('v', 1, 't', 'acte', 'c', code_, 'r', num.reference, 'k', m.form_label || ' ' || m.title, 'd', day, 's', said,
			'n', it.lines_count, 'h', acts_api.base64url(it.content_hash))),
		code_, m.form_label, m.title, it.subject, m.authority, m.enacts, p.stamp, p.place, day, role_, acts_api.name_of(a.person_id),
		case when a.for_person_id is not null then 'par délégation de ' || acts_api.name_of(a.for_person_id) end, encode(it.content_hash, 'hex'), m.kind_code,
		array_to_string(m.asks, ' '), now(), it.lines_count
	from acts_api.pattern_of(it.structure_id, m.kind_code, day) p;
end $$;
comment on function acts_api.seal_begin is 'Everything of a signature but the seal itself: checks once more, numbers, writes the act into the careers.';

create function acts_api.seal_copies(draft bigint) returns table (agent_id bigint, code text, payload text)
	language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
	with each as materialized (
		select l.agent_id, d.reference, m.form_label || ' ' || m.title as title, a.signed_on, d.signatory, btrim(p.family_name || ' ' || p.given_names) as name, g.matricule,
			min(l.effect_date) as effect_date, case when max(l.after_step) is not null then string_agg(coalesce(career_api.grade(l.before_category, l.before_scale, l.before_step) || ' > ', '')
				|| career_api.grade(coalesce(l.after_category, l.before_category), coalesce(l.after_scale, l.before_scale), l.after_step), ', ' order by l.line_no) end as grades,
			acts_api.new_code() as code
		from acts.drafts d join acts.models m using (model_code) join career.acts a on a.act_id = d.act_id
		join acts.draft_lines l on l.draft_id = d.draft_id
		join career.agents g on g.agent_id = l.agent_id join base.persons p on p.person_id = g.person_id
		where d.draft_id = seal_copies.draft
		group by l.agent_id, d.reference, m.form_label, m.title, a.signed_on, d.signatory, p.family_name, p.given_names, g.matricule
	)
	select e.agent_id, e.code, acts_api.compact(jsonb_strip_nulls(jsonb_build_object('v', 1, 't', 'copie', 'c', e.code, 'r', e.reference, 'k', e.title, 'd', e.signed_on,
		's', e.signatory, 'p', e.name, 'm', e.matricule, 'e', e.effect_date, 'g', e.grades)))
	from each e order by e.agent_id;
$$;
comment on function acts_api.seal_copies is 'What the seal of each agent''s copy says: his own lines only.';

create function acts_api.seal_end(draft bigint, code text, kid text, jws text, sha256 bytea, size int, agents bigint[], codes text[], seals text[]) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it    acts.drafts;
	m     acts.models;
	day   date;
begin
	select d.* into it from acts.drafts d where d.draft_id = seal_end.draft;
	select x.* into m from acts.models x where x.model_code = it.model_code;
	select a.signed_on into day from career.acts a where a.act_id = it.act_id;
	insert into acts.documents (code, type_code, act_id, reference, title, signatory, signed_on, kid, jws, sealed_at, file_sha256, file_size)
	values (seal_end.code, 'acte', it.act_id, it.reference, m.form_label || ' ' || m.title, it.signatory, day, seal_end.kid, seal_end.jws, it.sealed_at, seal_end.sha256, seal_end.size);
	insert into acts.documents (code, type_code, act_id, agent_id, reference, title, signatory, signed_on, kid, jws, sealed_at)
	select c.code, 'copie', it.act_id, c.agent, it.reference, m.form_label || ' ' || m.title, it.signatory, day, seal_end.kid, c.seal, it.sealed_at
	from unnest(agents, codes, seals) c (agent, code, seal);
	perform career_api.refresh_agents(agents);
	perform acts_api.event(it.draft_id, 'Numéroté, scellé, publié', it.reference);
	insert into base.outbox (person_id, channel, recipient, subject, body)
	select g.person_id, case c.kind when 'email' then 'email' else 'sms' end, c.value,
		case c.kind when 'email' then 'Un acte de votre carrière est signé' else '' end,
		case c.kind when 'email' then m.form_label || ' ' || m.title || E'\nN° ' || it.reference || ' du ' || to_char(day, 'DD/MM/YYYY')
			|| E'\n\nIl est dans votre dossier : connectez-vous, rubrique Ma carrière, pour le lire et prendre votre copie scellée.'
			|| case it.correction_code when 'annule' then E'\nIl annule un acte antérieur.' when 'remplace' then E'\nIl remplace un acte antérieur.' else '' end
			|| E'\n\nGuichet – Ministère du Travail et de la Fonction publique'
			else 'Guichet : l''acte ' || it.reference || ' est dans votre dossier.' end
	from unnest(agents) a (agent_id) join career.agents g using (agent_id) join base.contacts c on c.person_id = g.person_id
	where c.verified_at is not null or c.origin = 'record';
	-- Agents of the act that this one corrects, who are not in it: their act says no more what it said.
	insert into base.outbox (person_id, channel, recipient, subject, body)
	select g.person_id, case c.kind when 'email' then 'email' else 'sms' end, c.value,
		case c.kind when 'email' then 'Un acte de votre carrière est ' || case it.correction_code when 'annule' then 'annulé' else 'remplacé' end else '' end,
		case c.kind when 'email' then 'L’acte n° ' || o.reference || ' ne produit plus d’effet : l’acte n° ' || it.reference || ' du ' || to_char(day, 'DD/MM/YYYY')
			|| case it.correction_code when 'annule' then ' l’annule.' else ' le remplace, et vous n’y figurez pas.' end
			|| E'\n\nVotre dossier est à jour : connectez-vous, rubrique Ma carrière.\n\nGuichet – Ministère du Travail et de la Fonction publique'
			else 'Guichet : l''acte ' || o.reference || ' ne produit plus d''effet, voir Ma carriere.' end
	from career.acts o join (select distinct x.act_id, x.agent_id from career.act_lines x where x.act_id = it.corrects_act_id) x using (act_id)
	join career.agents g using (agent_id) join base.contacts c on c.person_id = g.person_id
	where o.act_id = it.corrects_act_id and not (x.agent_id = any (agents)) and (c.verified_at is not null or c.origin = 'record');
	insert into base.audit (person_id, permission, verb, object, result, details)
	values (it.signed_by, 'acts.sign', 'scellement', 'acte ' || it.act_id, 'publie',
		jsonb_build_object('reference', it.reference, 'content', encode(it.content_hash, 'hex'), 'pdf', encode(seal_end.sha256, 'hex'), 'copies', cardinality(agents)));
end $$;
comment on function acts_api.seal_end is 'Keeps the seals, tells each agent, derives the careers again, writes the journal: the end of the transaction.';

-- What a paper is made of ------------------------------------------------------------------------------------------------

create function acts_api.paper_parts(draft bigint) returns table (part_code text, sort int, body text, copies int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.part_code, p.sort::int, p.body, p.copies::int from acts.draft_parts p where p.draft_id = paper_parts.draft
	order by case p.part_code when 'visa' then 1 when 'article' then 2 else 3 end, p.sort;
$$;
comment on function acts_api.paper_parts is 'Texts of a paper, for the job.';

create function acts_api.paper_lines(draft bigint) returns table (line_no int, matricule text, name text, effect_date date, end_date date, before_grade text, after_grade text,
	after_corps text, after_structure text, after_position text, after_status text, before_index int, after_index int, note text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.line_no, r.matricule, r.name, r.effect_date, r.end_date, r.before_grade, r.after_grade, r.after_corps, r.after_structure, r.after_position, r.after_status,
		r.before_index, r.after_index, r.note
	from acts_api.line_rows(paper_lines.draft) r order by r.line_no;
$$;
comment on function acts_api.paper_lines is 'Lines of a paper, for the job.';

-- An unsealed preview: the same data under the draft's own right of view.
create function acts_api.preview(draft bigint) returns table (draft_id bigint, form text, title text, subject text, authority text, enacts text, stamp text, place text, kind_code text, asks text,
	lines_count int, reference text, is_sealed boolean, sha256 text, changed_at timestamptz)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	it acts.drafts := acts_api.seen(preview.draft);
begin
	return query
	select it.draft_id, m.form_label, m.title, it.subject, m.authority, m.enacts, p.stamp, p.place, m.kind_code, array_to_string(m.asks, ' '), it.lines_count, it.reference,
		d.document_id is not null, encode(d.file_sha256, 'hex'), it.changed_at
	from acts.models m
	cross join acts_api.pattern_of(it.structure_id, m.kind_code, current_date) p
	left join acts.documents d on d.act_id = it.act_id and d.type_code = 'acte'
	where m.model_code = it.model_code;
end $$;
comment on function acts_api.preview is 'What the PDF of an act is made of, for who may see the act; once sealed, the hash of its file.';
create function acts_api.preview_parts(draft bigint) returns table (part_code text, sort int, body text, copies int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select * from acts_api.paper_parts((acts_api.seen(preview_parts.draft)).draft_id) $$;
comment on function acts_api.preview_parts is 'Texts of a preview.';
create function acts_api.preview_lines(draft bigint) returns table (line_no int, matricule text, name text, effect_date date, end_date date, before_grade text, after_grade text,
	after_corps text, after_structure text, after_position text, after_status text, before_index int, after_index int, note text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select * from acts_api.paper_lines((acts_api.seen(preview_lines.draft)).draft_id) $$;
comment on function acts_api.preview_lines is 'Lines of a preview.';

-- The agent's own copy ------------------------------------------------------------------------------------------------------

create function acts_api.my_copy(act bigint) returns table (document_id bigint, code text, reference text, jws text, kid text, sealed_at timestamptz, sha256 text, file_size int, form text, title text,
	subject text, authority text, enacts text, stamp text, place text, signed_on date, signatory text, fingerprint text, kind_code text, asks text, lines_count int, draft_id bigint, agent_id bigint)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select c.document_id, c.code, c.reference, c.jws, c.kid, c.sealed_at, encode(c.file_sha256, 'hex'), c.file_size, m.form_label, m.title, d.subject, m.authority, m.enacts, p.stamp, p.place,
		c.signed_on, c.signatory, encode(d.content_hash, 'hex'), m.kind_code, array_to_string(m.asks, ' '), d.lines_count, d.draft_id, c.agent_id
	from acts.documents c join acts.drafts d on d.act_id = c.act_id join acts.models m using (model_code)
	cross join acts_api.pattern_of(d.structure_id, m.kind_code, c.signed_on) p
	where c.act_id = my_copy.act and c.type_code = 'copie' and c.agent_id = (select m.agent_id from career.me m);
$$;
comment on function acts_api.my_copy is 'My sealed copy of an act: what it is made of, and the hash of its file once it was made.';

create function acts_api.my_copy_lines(act bigint) returns table (line_no int, matricule text, name text, effect_date date, end_date date, before_grade text, after_grade text,
	after_corps text, after_structure text, after_position text, after_status text, before_index int, after_index int, note text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select r.line_no, r.matricule, r.name, r.effect_date, r.end_date, r.before_grade, r.after_grade, r.after_corps, r.after_structure, r.after_position, r.after_status,
		r.before_index, r.after_index, r.note
	from acts.drafts d cross join lateral acts_api.line_rows(d.draft_id) r
	where d.act_id = my_copy_lines.act and r.agent_id = (select m.agent_id from career.me m) order by r.line_no;
$$;
comment on function acts_api.my_copy_lines is 'My own lines of an act.';

create function acts_api.my_copy_parts(act bigint) returns table (part_code text, sort int, body text, copies int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select p.part_code, p.sort::int, p.body, p.copies::int
	from acts.documents c join acts.drafts d on d.act_id = c.act_id join acts.draft_parts p on p.draft_id = d.draft_id
	where c.act_id = my_copy_parts.act and c.type_code = 'copie' and c.agent_id = (select m.agent_id from career.me m)
	order by case p.part_code when 'visa' then 1 when 'article' then 2 else 3 end, p.sort;
$$;
comment on function acts_api.my_copy_parts is 'What an act that concerns me says.';

create function acts_api.keep_copy(act bigint, sha256 text, size int) returns table (kept text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	update acts.documents c set file_sha256 = decode(keep_copy.sha256, 'hex'), file_size = keep_copy.size
	where c.act_id = keep_copy.act and c.type_code = 'copie' and c.agent_id = (select m.agent_id from career.me m) and c.file_sha256 is null;
	return query select encode(c.file_sha256, 'hex') from acts.documents c
	where c.act_id = keep_copy.act and c.type_code = 'copie' and c.agent_id = (select m.agent_id from career.me m);
end $$;
comment on function acts_api.keep_copy is 'The file of my copy was made: it is the one from now on.';

-- Whoever reads an act of his: the seal's words on the act's page.
create function acts_api.my_seal(act bigint) returns table (act_id bigint, code text, kid text, sealed_at timestamptz, jws text, file_size int, copies text, visas_count int, lines_count int, articles text, signatory text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select c.act_id, c.code, c.kid, c.sealed_at, c.jws, c.file_size,
		(select string_agg(p.body || coalesce(' ' || p.copies, ''), ', ' order by p.sort) from acts.draft_parts p where p.draft_id = d.draft_id and p.part_code = 'ampliation'),
		(select count(*)::int from acts.draft_parts p where p.draft_id = d.draft_id and p.part_code = 'visa'), d.lines_count,
		(select string_agg(p.body, E'\n' order by p.sort) from acts.draft_parts p where p.draft_id = d.draft_id and p.part_code = 'article'), c.signatory
	from acts.documents c join acts.drafts d on d.act_id = c.act_id
	where c.act_id = my_seal.act and c.type_code = 'copie' and c.agent_id = (select m.agent_id from career.me m);
$$;
comment on function acts_api.my_seal is 'The seal of an act that concerns me, if it bears one.';

revoke execute on all functions in schema acts_api from public;
grant execute on function acts_api.seal_begin, acts_api.seal_copies, acts_api.seal_end, acts_api.refuse_seal, acts_api.paper_parts, acts_api.paper_lines to worker;
grant execute on function acts_api.preview, acts_api.preview_parts, acts_api.preview_lines to web_acts;
grant execute on function acts_api.my_copy, acts_api.my_copy_lines, acts_api.my_copy_parts, acts_api.keep_copy, acts_api.my_seal to web_self;
reset role;
