-- Requests of the demonstration: some in each state, over a year, with their desks, threads, replies and answers. Run by `guichet demo`
-- as the owner, in its transaction; every name is one of the demonstration's invented people.
do $$
declare
	paths  jsonb := '{
		"attestation-presence": [["instruction", "Vérification du poste et projet d’attestation", "DGSC", 8], ["visa", "Visa du chef de service", "SRHTE", 3], ["signature", "Signature", "DPAF", 4]],
		"attestation-validite-services": [["reception", "Enregistrement", "DRA-DGFP", 2], ["instruction", "Décompte des services et projet d’attestation", "SRS-DRA", 7], ["visa", "Visa du département", "DRA-DGFP", 3], ["signature", "Signature du directeur de cabinet", "CAB", 3]],
		"certificat-non-radiation": [["instruction", "Vérification des actes", "SMS-DRSC", 5], ["signature", "Signature", "DRSC", 3]],
		"copie-actes": [["instruction", "Recherche et copie", "SA-DRA", 10]],
		"correction-acte": [["instruction", "Comparaison avec la carrière", "SRP-DRSC", 10], ["visa", "Visa du département", "DRSC", 4], ["signature", "Signature", "DGFP", 4]],
		"autorisation-stage": [["instruction", "Recherche d’une structure d’accueil", "SRHTE", 7], ["signature", "Signature", "DPAF", 3]],
		"requete-plainte-information": [["instruction", "Lecture et réponse", "SRU", 30]]}';
	said   jsonb := '{
		"attestation-presence": [["Votre poste", "Quel est votre cas ?", "Je n’ai pas de fonction de responsabilité"], ["Votre poste", "À qui la présenterez-vous ?", "Une banque"]],
		"attestation-validite-services": [["Les deux pièces qui la précèdent", "Avez-vous une attestation de présence au poste en cours ?", "Oui, délivrée par ce portail"]],
		"certificat-non-radiation": [["Votre situation", "Pourquoi vous faut-il ce certificat ?", "Pour mon dossier de retraite"]],
		"copie-actes": [["Les actes demandés, acte 1", "De quoi parle-t-il ?", "Avancement d’échelon"], ["Les actes demandés, acte 1", "Nature de l’acte", "Décision"]],
		"correction-acte": [["L’acte et l’erreur", "Qu’est-ce qui est faux ?", "Le nom ou les prénoms"], ["L’acte et l’erreur", "Ce qui devrait être écrit", "Le second prénom manque"]],
		"autorisation-stage": [["Votre stage", "École ou université", "Université d’Abomey-Calavi"], ["Votre stage", "Durée, en mois", "3"]],
		"requete-plainte-information": [["Votre message", "Que voulez-vous ?", "Savoir où en est un dossier, ou le faire avancer"], ["Votre message", "Votre message", "Mon dossier d’avancement est parti en mars et je n’ai pas de nouvelles."]]}';
	codes  text[] := array['attestation-presence', 'copie-actes', 'correction-acte', 'requete-plainte-information', 'certificat-non-radiation', 'attestation-validite-services', 'autorisation-stage'];
	states text[] := array['finalisee', 'nouvelle', 'finalisee', 'instruction', 'finalisee', 'attente', 'finalisee', 'visa', 'rejetee', 'finalisee', 'signature', 'corrigee', 'finalisee', 'retiree',
		'finalisee', 'instruction', 'finalisee', 'nouvelle', 'rejetee', 'finalisee'];
	people bigint[];
	staff  bigint[];
	svc    services.services;
	it     requests.requests;
	st     requests.states;
	rp     bigint;
	i      int;
	ago    int;
	spent  int;
	target text;
	stage  int;
	path   jsonb;
	filed  date;
begin
	-- the people of the accounts first, so that each of them has something to follow
	select array_agg(x.person_id) into people from (select a.person_id from career.agents a left join accounts.logins l on l.person_id = a.person_id and l.kind = 'email'
		where a.left_on is null order by l.login is null, a.matricule limit 70) x;
	select array_agg(x.person_id order by x.login) into staff from (select l.person_id, l.login from accounts.logins l join base.assignments a using (person_id)
		where a.role_code in ('clerk', 'manager', 'signatory') group by l.person_id, l.login) x;
	if people is null or staff is null then
		return;
	end if;
	for i in 1..210 loop
		select s.* into svc from services.services s where s.code = codes[1 + i % 7];
		target := states[1 + (i * 7) % 20];
		ago := case when target in ('finalisee', 'rejetee', 'retiree') then 12 + (i * 37) % 230 else 1 + (i * 11) % 24 end;
		spent := case when target in ('finalisee', 'rejetee', 'retiree') then least(ago - 2, 2 + (i * i * 3) % 9 + case when i % 9 = 0 then 22 else 0 end) else 0 end;
		filed := requests_api.add_days(current_date, -ago);
		select jsonb_agg(jsonb_build_object('etape', p->>0, 'titre', p->>1, 'bureau', p->>2, 'jours', (p->>3)::int) order by n) into path
		from jsonb_array_elements(paths->svc.code) with ordinality x (p, n);
		it := requests_api.put_request(svc, people[1 + (i * 13) % cardinality(people)],
			(select concat_ws(' ', p.family_name, p.given_names) from base.persons p where p.person_id = people[1 + (i * 13) % cardinality(people)]),
			said->svc.code->0->>2, (select jsonb_agg(jsonb_build_object('section', l->>0, 'label', l->>1, 'value', l->>2)) from jsonb_array_elements(said->svc.code) l), '{}', path,
			(select sum((p->>3)::int)::int from jsonb_array_elements(paths->svc.code) p), case when i % 6 = 0 then 'centre' else 'web' end);
		select s.* into st from requests.states s where s.state_code = target;
		-- which desk has it
		stage := case when target in ('visa', 'signature') then coalesce((select min(s.step_no) from requests.steps s where s.request_id = it.request_id and s.kind_code = target), 1)
			when target in ('finalisee', 'rejetee') then (select max(s.step_no) from requests.steps s where s.request_id = it.request_id)
			when target in ('instruction', 'attente', 'corrigee') then coalesce((select min(s.step_no) from requests.steps s where s.request_id = it.request_id and s.kind_code = 'instruction'), 1) else 1 end;
		if target in ('visa', 'signature') and not exists (select from requests.steps s where s.request_id = it.request_id and s.kind_code = target) then
			select s.* into st from requests.states s where s.state_code = 'instruction';
			stage := 1;
		end if;
		update requests.steps s set in_on = requests_api.add_days(filed, (s.step_no - 1) * greatest(spent / greatest(stage, 1), 1)) + time '09:20' + i * interval '1 minute',
			out_on = case when s.step_no < stage or st.turn_code = 'fini' then requests_api.add_days(filed, s.step_no * greatest(spent / greatest(stage, 1), 1)) + time '15:05' end,
			days_taken = case when s.step_no < stage or st.turn_code = 'fini' then greatest(spent / greatest(stage, 1), 1) end
		where s.request_id = it.request_id and s.step_no <= stage;
		update requests.requests r set state_code = st.state_code, basket_code = st.basket_code, step_no = stage, structure_id = s.structure_id, structure_rank = b.rank,
			filed_at = filed + time '08:10' + (i % 300) * interval '1 minute', changed_at = filed + time '10:00' + spent * interval '1 day',
			days_used = case when st.turn_code = 'fini' then spent when st.turn_code = 'vous' then least(ago, 4) else 0 end,
			clock_since = case when st.turn_code = 'nous' then filed end, due_on = case when st.turn_code = 'nous' and r.days > 0 then requests_api.add_days(filed, r.days) end,
			closed_at = case when st.turn_code = 'fini' then requests_api.add_days(filed, spent) + time '15:05' end,
			assigned_to = case when st.state_code in ('instruction', 'corrigee', 'attente') then staff[1 + i % cardinality(staff)] end,
			reason_code = case when target = 'rejetee' then (array['condition', 'incomplet', 'sans_objet'])[1 + i % 3] end
		from requests.steps s join base.structures b using (structure_id)
		where r.request_id = it.request_id and s.request_id = it.request_id and s.step_no = stage;
		update requests.events e set at = filed + time '08:10' + (i % 300) * interval '1 minute' + case when e.what_code = 'depot' then interval '0' else interval '1 second' end where e.request_id = it.request_id;
		if st.state_code <> 'nouvelle' then
			insert into requests.events (request_id, at, what_code, what, structure_id)
			select it.request_id, requests_api.add_days(filed, 1) + time '10:42', 'affectation', 'Prise en charge', s.structure_id from requests.steps s where s.request_id = it.request_id and s.step_no = 1;
		end if;
		if st.state_code in ('attente', 'corrigee') then
			insert into requests.complements (request_id, piece, piece_key, note, by_person_id, structure_id, asked_at, answer_by, answered_at, answer)
			select it.request_id, 'Acte de naissance sécurisé', 'acte de naissance securise', 'Le cachet de la copie ne se lit pas. Photographiez la page à plat, à la lumière du jour.',
				staff[1], r.structure_id, requests_api.add_days(filed, least(ago, 4)) + time '11:26', requests_api.add_days(current_date, 6),
				case when st.state_code = 'corrigee' then now() - interval '3 hours' end, case when st.state_code = 'corrigee' then 'Voici une autre photo.' end
			from requests.requests r where r.request_id = it.request_id;
			insert into requests.events (request_id, at, what_code, what, note, structure_id)
			select c.request_id, c.asked_at, 'complement', 'Une pièce vous est demandée : ' || c.piece, c.note, c.structure_id from requests.complements c where c.request_id = it.request_id;
		end if;
		if st.state_code in ('visa', 'signature', 'finalisee', 'rejetee') then
			insert into requests.replies (request_id, version, outcome_code, body, reason_code, content_hash, author_id, at)
			select it.request_id, 1, case when target = 'rejetee' then 'rejet' else 'favorable' end, x.body, case when target = 'rejetee' then r.reason_code end,
				sha256(convert_to(concat_ws(E'\x1f', r.number, case when target = 'rejetee' then 'rejet' else 'favorable' end, case when target = 'rejetee' then r.reason_code else '' end, x.body), 'UTF8')),
				staff[1], r.changed_at
			from requests.requests r, (select case when target = 'rejetee' then 'Votre demande ne peut pas être acceptée en l’état. Le motif et ce que vous pouvez faire sont indiqués.'
				else 'Votre demande est acceptée. Le document est joint à votre dossier.' end as body) x where r.request_id = it.request_id returning reply_id into rp;
		end if;
		if st.turn_code = 'fini' and target <> 'retiree' then
			update requests.requests r set reply = y.body, reason_text = case when target = 'rejetee' then y.body end from requests.replies y where y.reply_id = rp and r.request_id = it.request_id;
			insert into requests.events (request_id, at, what_code, what, note, structure_id)
			select r.request_id, r.closed_at, case when target = 'rejetee' then 'rejet' else 'remise' end, case when target = 'rejetee' then 'Demande rejetée' else 'Réponse remise' end, r.reply, r.structure_id
			from requests.requests r where r.request_id = it.request_id;
			insert into requests.surveys (request_id, token_hash, sent_at, answered_at, delay_score, result_score, contact_score, order_score)
			select r.request_id, sha256(convert_to(requests_api.survey_token(r.request_id), 'UTF8')), r.closed_at, case when i % 5 < 2 then r.closed_at + interval '2 days' end,
				case when i % 5 < 2 then 1 + (i * 3) % 4 end, case when i % 5 < 2 then 2 + i % 3 end, case when i % 5 < 2 then 2 + (i / 2) % 3 end, case when i % 5 < 2 then 1 + (i / 3) % 4 end
			from requests.requests r where r.request_id = it.request_id;
		end if;
	end loop;
	insert into requests.cases (survey_id, structure_id, opened_at)
	select s.survey_id, b.structure_id, s.answered_at from requests.surveys s, base.structures b where b.code = 'SRU' and s.answered_at is not null
		and (least(s.delay_score, s.result_score, s.contact_score, s.order_score) = 1) and s.survey_id % 3 = 0;
	delete from requests.notices;
	-- a draft to be resumed
	insert into requests.drafts (person_id, service_id, form_code, form_revision, answers, changed_at)
	select a.person_id, s.service_id, s.code, 1, '{"pour": "moi"}', now() - interval '2 days' from career.agents a, services.services s where a.matricule = '20417' and s.code = 'copie-actes'
	on conflict do nothing;
	perform requests_api.compute_delays();
end $$;
