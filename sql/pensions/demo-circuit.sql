-- Files that have gone their way: in payment, handed over, waiting for a signature, a control, a computation. Their computations, hands and
-- seals are made by the jobs of the daemon's first start (pensions_api.demo_advance).
do $$
declare
	v record;
	f bigint;
	certifier bigint := (select l.person_id from accounts.logins l where l.login = 'gestionnaire.drsc@exemple.bj');
begin
	for v in select d.*, a.agent_id, a.structure_rank, coalesce(a.pension_code, st.pension_code) as fund from (values
			('7315',   'paiement',    '2015-07-01'::date, (current_date - '2021-01-20'::date)),      -- the retired schoolteacher of the accounts, years after she left
			('373862', 'paiement',    '2026-07-01', 160),
			('862055', 'paiement',    '2026-07-01', 80),                                             -- and a revision asked, below
			('239239', 'remise',      '2025-10-01', 6),
			('10877',  'signature',   '2027-01-01', 0),
			('869974', 'controle',    '2025-10-01', 0),
			('13990',  'liquidation', '2026-01-01', 0)) d (matricule, goal, leave_on, days_ago)
		join career.agents a on a.matricule = d.matricule join career.statuses st on st.status_code = a.status_code
	loop
		select x.file_id into f from pensions.files x where x.agent_id = v.agent_id and x.kind_code = 'retraite' and x.closed_at is null;
		if f is null then
			insert into pensions.files (number, agent_id, kind_code, origin_code, regimes, leave_on, leave_source, structure_rank, opened_on)
			select 'P' || extract(year from v.leave_on)::int || '-' || lpad((9000 + (select count(*) from pensions.files x where x.number like 'P' || extract(year from v.leave_on)::int || '-09%') + 1)::text, 5, '0'),
				v.agent_id, 'retraite', 'systeme', array[v.fund], v.leave_on, 'Limite d’âge, premier jour du trimestre qui suit', v.structure_rank,
				least((v.leave_on - interval '12 months')::date, current_date - v.days_ago - 60) returning file_id into f;
		end if;
		delete from pensions.events e where e.file_id = f;
		update pensions.files x set state_code = 'liquidation', desk_since = now() - make_interval(days => v.days_ago + 20), leave_on = v.leave_on,
			due_on = case when v.goal = 'liquidation' then base_api.add_working_days(current_date - 4, 10) end where x.file_id = f;
		insert into pensions.events (file_id, at, person_id, state_code, what) values
			(f, now() - make_interval(days => v.days_ago + 60), null, 'ouvert', 'Dossier ouvert'),
			(f, now() - make_interval(days => v.days_ago + 59), null, 'etat_services', 'État des services à certifier'),
			(f, now() - make_interval(days => v.days_ago + 20), certifier, 'liquidation', 'Pension à liquider');
		insert into pensions.approvals (file_id, step_code, person_id, content_hash, at)
		select f, 'etat_services', certifier, pensions_api.services_hash(x), now() - make_interval(days => v.days_ago + 20) from pensions.files x where x.file_id = f;
		update pensions.files x set computation_job_id = job_api.put('pensions.liquidate', null, jsonb_build_object('file', f, 'goal', case v.goal when 'paiement' then 'scellement' when 'remise' then 'scellement' else v.goal end, 'days_ago', v.days_ago))
		where x.file_id = f;
		if v.matricule = '862055' then
			insert into pensions.appeals (file_id, kind_code, person_id, text, made_at, due_on)
			select f, 'revision', a.person_id, 'Mes deux années de stage d’application, de 1993 à 1995, ne sont pas comptées comme des services. J’ai l’attestation de l’école.', now() - interval '9 days',
				base_api.add_working_days(current_date - 9, 15) from career.agents a where a.agent_id = v.agent_id;
			insert into pensions.events (file_id, at, person_id, what, note)
			select f, now() - interval '9 days', a.person_id, 'Révision demandée', 'Réponse attendue au plus tard le ' || base_api.day_words(base_api.add_working_days(current_date - 9, 15)) || '.'
			from career.agents a where a.agent_id = v.agent_id;
		end if;
	end loop;
end $$;
