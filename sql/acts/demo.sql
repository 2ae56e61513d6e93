-- Acts as the demonstration shows them: a project with something to mend, one in each state of the circuit, and two that are
-- signed already: the portal numbers and seals these when it first starts.
do $demo$
declare
	clerk     bigint := (select l.person_id from accounts.logins l where l.login = 'gestionnaire.drsc@exemple.bj');
	chief     bigint := (select l.person_id from accounts.logins l where l.login = 'chef.drsc@exemple.bj');
	director  bigint := (select l.person_id from accounts.logins l where l.login = 'directrice.dgfp@exemple.bj');
	signer    bigint := (select l.person_id from accounts.logins l where l.login = 'signataire.dgfp@exemple.bj');
	issuer    bigint := (select s.structure_id from base.structures s where s.code = 'DRSC');
	quarter   date := date_trunc('quarter', current_date::timestamp)::date;
	named     text[] := array['20417', '18932', '11208', '15506', '30144', '23715', '7315', '21333'];     -- agents whose story is told elsewhere
	draft     bigint;
	hash      bytea;
	plan      record;
begin
	for plan in
		select * from (values
			(1, 'avancement_echelon_fe', 'Avancement d’échelon du trimestre, premier lot', 0, 5),
			(2, 'avenant_acdpe', 'Avancement d’échelon de contractuels', 1, 6),
			(3, 'avancement_echelon_fe', 'Avancement d’échelon du trimestre, deuxième lot', 2, 12),
			(4, 'conge', 'Congés annuels', 2, 3),
			(5, 'avancement_echelon_fe', 'Avancement d’échelon du trimestre, lot signé', 3, 15),
			(6, 'conge', 'Congé annuel de contractuels', 3, 4)
		) v (n, model, subject, hands, lines) order by n
	loop
		draft := acts_api.make_draft(clerk, plan.model, issuer, plan.subject);
		update acts.drafts d set made_at = now() - make_interval(days => 12 - plan.n), changed_at = now() - make_interval(days => 9 - plan.n) where d.draft_id = draft;
		insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date, end_date)
		select draft, (row_number() over (order by x.search_text))::int, x.agent_id,
			case when plan.model = 'conge' then current_date + 10 else greatest(coalesce(x.next_step_date, quarter), quarter) end,
			case when plan.model = 'conge' then current_date + 39 end
		from (
			select a.* from career.agents a
			where case plan.model when 'avancement_echelon_fe' then a.status_code = 'FE' and a.next_step_date between quarter and quarter + 400
					when 'avenant_acdpe' then a.status_code = 'ACDPE' and a.next_step_date is not null
					else a.status_code = 'ACDPE' end
				and a.left_on is null and a.gaps_count = 0 and not a.matricule = any (named)
				and not exists (select from acts.draft_lines l where l.agent_id = a.agent_id)
			order by a.next_step_date, a.agent_id limit plan.lines
		) x;
		if plan.n = 6 then
			insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date, end_date)
			select draft, 100, a.agent_id, current_date + 10, current_date + 39 from career.agents a where a.matricule = '30144';
		elsif plan.n = 1 then
			insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date, after_step)
			select draft, 100, a.agent_id, quarter, 15 from career.agents a where a.matricule = '18932';
		end if;
		perform acts_api.refresh_before(draft);
		update acts.drafts d set lines_count = (select count(*) from acts.draft_lines l where l.draft_id = draft) where d.draft_id = draft;
		insert into acts.events (draft_id, at, person_id, what) values (draft, now() - make_interval(days => 12 - plan.n), clerk, 'Projet ouvert');
		continue when plan.hands = 0 or not exists (select from acts.draft_lines l where l.draft_id = draft);
		hash := acts_api.hash_of(draft);
		update acts.drafts d set content_hash = hash, state_code = 'visa' where d.draft_id = draft;
		insert into acts.events (draft_id, at, person_id, what, note)
		values (draft, now() - make_interval(days => 9 - plan.n), clerk, 'Mis dans le circuit', 'Attendu : Visa du chef du service émetteur');
		continue when plan.hands = 1;
		insert into acts.approvals (draft_id, step_no, move_code, person_id, content_hash, at) values (draft, 1, 'visa', chief, hash, now() - interval '2 days');
		insert into acts.events (draft_id, at, person_id, what, note) values (draft, now() - interval '2 days', chief, 'Visa donné', 'Empreinte ' || left(encode(hash, 'hex'), 16));
		if plan.model = 'conge' or plan.hands = 3 then
			update acts.drafts d set state_code = 'signature' where d.draft_id = draft;
		end if;
		continue when plan.hands = 2;
		if plan.model <> 'conge' then
			insert into acts.approvals (draft_id, step_no, move_code, person_id, content_hash, at) values (draft, 2, 'visa', director, hash, now() - interval '1 day');
			insert into acts.events (draft_id, at, person_id, what, note) values (draft, now() - interval '1 day', director, 'Visa donné', 'Empreinte ' || left(encode(hash, 'hex'), 16));
		end if;
		insert into acts.approvals (draft_id, step_no, move_code, person_id, content_hash, proved_at, at)
		select draft, max(s.step_no), 'signature', signer, hash, now(), now() from acts.model_steps s where s.model_code = plan.model;
		insert into acts.events (draft_id, at, person_id, what, note) values (draft, now(), signer, 'Signature donnée', 'Empreinte ' || left(encode(hash, 'hex'), 16));
		update acts.drafts d set state_code = 'scellement', signed_by = signer, job_id = job_api.put('acts.seal', signer, jsonb_build_object('draft', draft)) where d.draft_id = draft;
	end loop;
end $demo$;
