-- From a signature to a pension paid: the booklet numbered, sealed and told in one transaction; what fund and payer answered; the first payment.
set role guichet_owner;

create function pensions_api.fund_blocks(l pensions.liquidations) returns jsonb
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select jsonb_build_array(
		jsonb_build_object('style', 'titre', 'text', 'Calcul de la pension – ' || case l.regime_code when 'FNRB' then 'Fonds national des retraites du Bénin (FNRB)' else 'Caisse nationale de sécurité sociale (CNSS)' end),
		jsonb_build_object('style', 'calcul', 'rows', (select jsonb_agg(jsonb_build_array(x.line_no::text, x.title,
			x.rule || case when x.line_source then E'\n' || x.source || case when x.law then ' (texte de loi)' when x.custom then ' (usage constaté, aucun texte vu)' when x.unsure then ' (non établi)'
				else ' (article à confirmer)' end else '' end || case when x.line_demo then E'\nValeur de démonstration' else '' end,
			x.proof || case when x.line_act then E'\n' || x.act else '' end, x.value) order by x.line_no) from pensions_api.rows_of_lines(l.lines, null) x)));
$$;
comment on function pensions_api.fund_blocks is 'The lines of one fund as a booklet prints them.';

create function pensions_api.booklet_content(f pensions.files, reference text, stamp text, place text, day date, signer text) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
	return (
	with who as (
		select btrim(case p.sex when 'F' then 'Madame ' when 'M' then 'Monsieur ' else '' end || upper(p.family_name) || ' ' || p.given_names) as name, case p.sex when 'F' then 'née le ' else 'né le ' end as born,
			p.birth_date, g.matricule, st.label as status, c.name as corps, career_api.grade(g.category, g.scale, g.step) as grade, g.first_service_date
		from career.agents g join base.persons p on p.person_id = g.person_id join career.statuses st on st.status_code = g.status_code left join career.corps c on c.corps_id = g.corps_id
		where g.agent_id = f.agent_id
	), total as (
		select sum(l.pension_fcfa)::bigint as francs, bool_or(l.is_demo) as is_demo, max(l.version) as version from pensions_api.latest(f.file_id) l
	), sources as (
		select string_agg(distinct x ->> 'source', ' ; ') as said from pensions_api.latest(f.file_id) l, jsonb_array_elements(l.lines) x where x ? 'source'
	)
	select jsonb_build_object('form', 'LIVRET DE PENSION', 'title', who.name, 'name', 'Livret de pension', 'person', who.name, 'reference', reference,
		'stamp', to_jsonb(string_to_array(stamp, '|')), 'place_date', place || ', le ' || base_api.day_words(day), 'quality', 'Le Chef du service des pensions', 'signatory', signer,
		'note', 'Signé et scellé électroniquement', 'blocks',
		jsonb_build_array(
			jsonb_build_object('style', 'texte', 'text', 'Une pension de retraite est concédée à ' || who.name || ', ' || who.born || base_api.day_words(who.birth_date) || ', matricule '
				|| who.matricule || ', à compter du ' || base_api.day_words(f.leave_on) || '.'),
			jsonb_build_object('style', 'faits', 'rows', jsonb_build_array(
				jsonb_build_array('Pension mensuelle', pensions_api.amount_words_of(total.francs)), jsonb_build_array('En lettres', pensions_api.francs_words(total.francs)),
				jsonb_build_array('À compter du', base_api.day_words(f.leave_on)), jsonb_build_array('Régime', array_to_string(f.regimes, ' et ')),
				jsonb_build_array('Dossier', f.number || ', calcul version ' || total.version), jsonb_build_array('Corps et grade', concat_ws(', ', coalesce(who.corps, who.status), nullif(who.grade, ''))),
				jsonb_build_array('Première prise de service', coalesce(base_api.day_words(who.first_service_date), 'non connue')),
				jsonb_build_array('Acte de retraite', coalesce((select 'n° ' || r.reference || coalesce(' du ' || base_api.day_words(r.signed_on), '') from pensions_api.retirement_act(f) r), 'non versé au dossier')))))
		|| case when cardinality(f.regimes) > 1 then jsonb_build_array(jsonb_build_object('style', 'texte', 'text',
			'Les services relèvent de deux régimes : ils sont additionnés pour le droit et pour le taux, et chaque caisse paie sa part, à proportion du temps passé chez elle.')) else '[]' end
		|| (select jsonb_agg(b.x order by l.regime_code desc, b.n) from pensions_api.latest(f.file_id) l cross join lateral jsonb_array_elements(pensions_api.fund_blocks(l)) with ordinality b (x, n))
		|| jsonb_build_array(jsonb_build_object('style', 'titre', 'text', 'Services pris en compte'), jsonb_build_object('style', 'services', 'rows', certificates_api.service_cells(f.agent_id)))
		|| jsonb_build_array(
			jsonb_build_object('style', 'note', 'text', 'Règles et sources : ' || coalesce(sources.said, 'néant') || '. « Article à confirmer » : la règle est connue par la presse ou par un mémoire, le ministère n’en a pas encore chargé l’article.'),
			jsonb_build_object('style', 'note', 'text', 'Si vous n’êtes pas d’accord : révision à demander avant le '
				|| base_api.day_words((day + make_interval(months => pensions_api.setting('pension.revision_months', 3)))::date)
				|| ' inclus, dans « Ma carrière », « Mon dossier de pension », ou à tout guichet. Si elle est refusée, un recours reste possible.'))
		|| case when total.is_demo then jsonb_build_array(jsonb_build_object('style', 'note', 'text',
			'Ce livret contient des valeurs de démonstration, marquées à leur ligne : le montant n’ouvre aucun droit.')) else '[]' end,
		'file', f.number)
	from who, total, sources);
end $$;
comment on function pensions_api.booklet_content is 'All that a booklet says: what its hash is taken of, and what its PDF is made from.';

-- days_ago: of the history of a demonstration only.
create function pensions_api.sealing_day(days_ago int) returns date
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select (now() at time zone 'Africa/Porto-Novo')::date - case when days_ago > 0 and exists (select from base.parameters p where p.name = 'demonstration') then days_ago else 0 end;
$$;
comment on function pensions_api.sealing_day is 'The legal date of a seal.';

-- The signature stands on nothing any more: it falls, and the file goes back to who computes.
create function pensions_api.refuse_seal(f pensions.files, why text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	perform pensions_api.void_approvals(f.file_id, array['liquidation', 'controle', 'signature'], why);
	perform pensions_api.event(f.file_id, null, 'Signature sans effet', why, true);
	perform pensions_api.move(f.file_id, 'liquidation', null, why);
	perform pensions_api.order_computation(f.file_id);
end $$;
comment on function pensions_api.refuse_seal is 'A signature that cannot take effect is void, and says why; nothing was numbered.';

-- No row: nothing to do (sealed already, or refused for a reason that the page tells).
create function pensions_api.seal_begin(file bigint, days_ago int) returns table (content text, payload text, code text, reference text, is_demo boolean, sealed_at timestamptz, register_id bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f    pensions.files;
	a    pensions.approvals;
	day  date := pensions_api.sealing_day(days_ago);
	num  record;
	said jsonb;
	who  record;
	pat  record;
	desk bigint := (select s.structure_id from base.structures s where s.code = 'SRS-DRA');
	ref  text;
	code_ text := acts_api.new_code();
begin
	select x.* into f from pensions.files x where x.file_id = seal_begin.file for update;
	if not found or f.state_code <> 'scellement' then
		return;
	end if;
	select x.* into a from pensions.approvals x where x.file_id = f.file_id and x.step_code = 'signature' and x.void_at is null;
	if a.approval_id is null or a.content_hash is distinct from pensions_api.content_hash(f.file_id) then
		perform pensions_api.refuse_seal(f, 'Le calcul n’est plus celui qui a été signé.');
		return;
	elsif pensions_api.not_ready(f) is not null then
		perform pensions_api.refuse_seal(f, 'La carrière ou une règle a changé depuis la signature.');
		return;
	end if;
	select * into num from acts_api.next_number(desk, 'etat_services', 'livret_pension', day);
	select replace(replace(p.value #>> '{}', '{n}', lpad(num.n::text, greatest(4, length(num.n::text)), '0')), '{aaaa}', extract(year from day)::int::text) into ref
	from base.parameters p where p.name = 'pension.booklet_pattern' and p.valid_from <= day and (p.valid_to is null or p.valid_to > day) order by p.valid_from desc limit 1;
	select x.stamp, x.place into pat from acts_api.pattern_of(desk, 'etat_services', day) x;
	said := pensions_api.booklet_content(f, ref, pat.stamp, pat.place, day, acts_api.name_of(a.person_id));
	select upper(p.family_name) || rtrim(' ' || p.given_names) as name, g.matricule into who from career.agents g join base.persons p on p.person_id = g.person_id where g.agent_id = f.agent_id;
	return query select said::text,
		acts_api.compact(jsonb_build_object('v', 1, 't', 'certificat', 'c', code_, 'r', ref, 'k', 'Livret de pension', 'd', day, 's', acts_api.name_of(a.person_id) || ', chef du service des pensions',
			'p', who.name, 'm', who.matricule, 'e', f.leave_on, 'f', jsonb_build_array(jsonb_build_array('Pension mensuelle', said #>> '{blocks,1,rows,0,1}'), jsonb_build_array('Régime', array_to_string(f.regimes, ' et '))),
			'h', acts_api.base64url(sha256(convert_to(said::text, 'UTF8'))))),
		code_, ref, exists (select from base.parameters p where p.name = 'demonstration'), case when day < current_date then day + interval '10 hours 20 minutes' else now() end, num.register_id;
end $$;
comment on function pensions_api.seal_begin is 'Everything of a booklet but the seal itself: looks once more, numbers, says what is to be printed and signed.';

create function pensions_api.seal_end(file bigint, days_ago int, code text, reference text, content text, kid text, jws text, sha256 text, size int) returns bigint
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f     pensions.files;
	a     pensions.approvals;
	day   date := pensions_api.sealing_day(days_ago);
	at_   timestamptz := case when day < current_date then day + interval '10 hours 20 minutes' else now() end;
	made  bigint;
	owner bigint;
	total bigint;
begin
	select x.* into strict f from pensions.files x where x.file_id = seal_end.file and x.state_code = 'scellement';
	select x.* into strict a from pensions.approvals x where x.file_id = f.file_id and x.step_code = 'signature' and x.void_at is null;
	select g.person_id into owner from career.agents g where g.agent_id = f.agent_id;
	select sum(l.pension_fcfa) into total from pensions_api.latest(f.file_id) l;
	update acts.documents d set state_code = 'remplace', state_note = 'Remplacé par le n° ' || seal_end.reference where d.document_id = f.booklet_id;
	insert into acts.documents (code, type_code, agent_id, reference, title, signatory, signed_on, content, kid, jws, sealed_at, file_sha256, file_size)
	values (seal_end.code, 'certificat', f.agent_id, seal_end.reference, 'Livret de pension', acts_api.name_of(a.person_id) || ', chef du service des pensions', day, seal_end.content::jsonb,
		seal_end.kid, seal_end.jws, at_, decode(seal_end.sha256, 'hex'), seal_end.size) returning document_id into made;
	update pensions.files x set booklet_id = made, concession_reference = seal_end.reference, notified_on = day, act_id = (select r.act_id from pensions_api.retirement_act(f) r),
		booklet_on = null, first_payment_on = null where x.file_id = f.file_id;
	insert into pensions.transfers (file_id, body_code, sent_at) select f.file_id, b.code, at_ from unnest(f.regimes || '{TRESOR}') b (code)
	on conflict (file_id, body_code) do update set sent_at = excluded.sent_at, acknowledged_at = null, reference = null, answered_on = null, recorded_by = null;
	perform pensions_api.event(f.file_id, null, 'Livret numéroté et scellé', 'N° ' || seal_end.reference || ', ' || pensions_api.amount_words_of(total) || ' par mois.');
	perform pensions_api.move(f.file_id, 'remise', null, '');
	if day = current_date then
		perform base_api.tell(owner, 'Votre pension : ' || pensions_api.amount_words_of(total) || ' par mois', 'Votre livret de pension n° ' || seal_end.reference || ' est signé. Votre pension est de '
			|| pensions_api.amount_words_of(total) || ' par mois (' || pensions_api.francs_words(total) || '), à compter du ' || base_api.day_words(f.leave_on)
			|| E'.\n\nLe livret, avec le calcul ligne par ligne, est dans « Ma carrière », « Mon dossier de pension ».\n\nSi vous n’êtes pas d’accord, demandez une révision sur cette même page avant le '
			|| base_api.day_words((day + make_interval(months => pensions_api.setting('pension.revision_months', 3)))::date) || ' inclus, ou à tout guichet.',
			'pension de ' || replace(pensions_api.amount_words_of(total), chr(160), ' ') || ' par mois des le ' || to_char(f.leave_on, 'DD/MM/YYYY') || '. Pas d''accord : revision a demander dans votre espace.');
	end if;
	insert into base.audit (person_id, permission, verb, object, result, details)
	values (a.person_id, 'pensions.desk', 'scellement', 'dossier ' || f.number, 'remis', jsonb_build_object('reference', seal_end.reference, 'content', encode(a.content_hash, 'hex'), 'pdf', seal_end.sha256,
		'amount', total, 'document', made));
	return made;
end $$;
comment on function pensions_api.seal_end is 'Keeps the sealed booklet, hands the file over to fund and payer and tells the agent, in the transaction that numbered it.';

-- Handing over --------------------------------------------------------------------------------------------------------------------

-- Paid: everybody answered and the first day of payment is known.
create function pensions_api.close_if_paid(file bigint, person bigint) returns boolean
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f pensions.files;
begin
	select x.* into f from pensions.files x where x.file_id = close_if_paid.file;
	if f.state_code <> 'remise' or f.first_payment_on is null or exists (select from pensions.transfers t where t.file_id = f.file_id and t.acknowledged_at is null) then
		return false;
	end if;
	update pensions.files x set booklet_on = current_date where x.file_id = f.file_id;
	perform pensions_api.event(f.file_id, person, 'Premier paiement connu', 'Le ' || base_api.day_words(f.first_payment_on) || '.');
	perform pensions_api.move(f.file_id, 'paiement', person, '');
	return true;
end $$;
comment on function pensions_api.close_if_paid is 'Puts a pension into payment once fund and payer answered and the first payment is known.';

create function pensions_api.hand_over_file(file bigint) returns pensions.files
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f pensions.files := pensions_api.hold(hand_over_file.file);
begin
	if acts_api.same_human(pensions_api.me(), (select a.person_id from career.agents a where a.agent_id = f.agent_id)) then
		raise exception using errcode = 'GU403', message = 'pensions.beneficiary_cannot';
	elsif not coalesce(acts_api.holds(pensions_api.me(), 'pension_officer', f.structure_rank), false) then
		raise exception using errcode = 'GU403', message = 'pensions.not_your_desk';
	elsif f.state_code <> 'remise' then
		raise exception using errcode = 'GU409', message = 'pensions.not_handed_over';
	end if;
	return f;
end $$;
comment on function pensions_api.hand_over_file is 'A file that the asker may hand over, locked.';

create function pensions_api.acknowledge(file bigint, body text, reference text, answered date) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f pensions.files := pensions_api.hand_over_file(acknowledge.file);
	t pensions.transfers;
begin
	select x.* into t from pensions.transfers x where x.file_id = f.file_id and x.body_code = acknowledge.body;
	if not found then
		raise exception using errcode = 'GU422', message = 'pensions.no_such_body', column = 'organisme';
	elsif t.acknowledged_at is not null then
		raise exception using errcode = 'GU409', message = 'pensions.acknowledged_already';
	elsif answered > current_date or answered < t.sent_at::date then
		raise exception using errcode = 'GU422', message = 'pensions.answer_date', detail = base_api.day_words(t.sent_at::date), column = 'le';
	end if;
	update pensions.transfers x set acknowledged_at = now(), reference = btrim(acknowledge.reference), answered_on = answered, recorded_by = pensions_api.me() where x.transfer_id = t.transfer_id;
	perform pensions_api.event(f.file_id, pensions_api.me(), 'Reçu par ' || case body when 'TRESOR' then 'le Trésor' when 'FNRB' then 'le FNRB' else 'la CNSS' end,
		'Référence ' || btrim(acknowledge.reference) || ', le ' || base_api.day_words(answered) || '.');
	perform base_api.note('pensions.desk', 'accuse', 'dossier ' || f.number, body, jsonb_build_object('reference', btrim(acknowledge.reference)));
	perform pensions_api.close_if_paid(f.file_id, pensions_api.me());
end $$;
comment on function pensions_api.acknowledge is 'What a fund or the payer answered, with its reference and its day.';

create function pensions_api.set_first_payment(file bigint, day date) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f pensions.files := pensions_api.hand_over_file(set_first_payment.file);
begin
	if day < f.leave_on then
		raise exception using errcode = 'GU422', message = 'pensions.payment_before', detail = base_api.day_words(f.leave_on), column = 'le';
	elsif day > f.leave_on + interval '5 years' and day > current_date + interval '1 year' then
		raise exception using errcode = 'GU422', message = 'pensions.payment_far', column = 'le';
	end if;
	update pensions.files x set first_payment_on = day where x.file_id = f.file_id;
	perform base_api.note('pensions.desk', 'premier_paiement', 'dossier ' || f.number, day::text);
	if not pensions_api.close_if_paid(f.file_id, pensions_api.me()) then
		perform pensions_api.event(f.file_id, pensions_api.me(), 'Premier paiement annoncé', 'Le ' || base_api.day_words(day) || '.');
	end if;
end $$;
comment on function pensions_api.set_first_payment is 'The day of the first payment, as the payer gave it.';

create function pensions_api.transfers_of(file bigint) returns table (body_code text, body_name text, sent_at timestamptz, is_acknowledged boolean, reference text, answered_on date, recorded_by text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select t.body_code, case t.body_code when 'TRESOR' then 'Trésor public' when 'FNRB' then 'Fonds national des retraites (FNRB)' else 'Caisse nationale de sécurité sociale (CNSS)' end,
		t.sent_at, t.acknowledged_at is not null, t.reference, t.answered_on, acts_api.name_of(t.recorded_by)
	from pensions_api.reach(transfers_of.file) f join pensions.transfers t on t.file_id = f.file_id order by t.body_code = 'TRESOR', t.body_code;
$$;
comment on function pensions_api.transfers_of is 'To whom a pension was handed over, and what they answered.';

revoke execute on function pensions_api.fund_blocks, pensions_api.booklet_content, pensions_api.sealing_day, pensions_api.refuse_seal, pensions_api.seal_begin, pensions_api.seal_end,
	pensions_api.close_if_paid, pensions_api.hand_over_file, pensions_api.acknowledge, pensions_api.set_first_payment, pensions_api.transfers_of from public;
grant execute on function pensions_api.seal_begin, pensions_api.seal_end to worker;
grant execute on function pensions_api.acknowledge, pensions_api.set_first_payment, pensions_api.transfers_of to web_pensions;
reset role;
