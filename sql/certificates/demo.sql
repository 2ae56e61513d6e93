-- Certificates of the demonstration. Those that are delivered are left to the jobs, which seal them for real when the portal starts;
-- only here may a certificate be dated in the past (certificates_api.issue_begin). Runs as the owner, inside the load.
set local jit = off;
insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values
	('certificates.departures', current_date - 200, jsonb_build_object('until', current_date - 2), 'Registre inventé des départs volontaires', 'usage', true);
update certificates.offices o set signatory_name = v.name
from (values ('DGSC', 'presence_poste', 'Mahutin GBAGUIDI'), ('UARAFP-DRSC', 'non_radiation', 'Rachidatou SANNI'), ('SRS-DRA', 'validite_services', 'Codjo Firmin AGUESSY'),
	('SRS-DRA', 'etat_services', 'Akouavi Blandine TOGNON'), ('MEMP', 'presence_poste', 'Bio Orou GUERRA'), ('DDTFP-PLATEAU', 'presence_poste', 'Olatoundji FAYEMI')) v (desk, kind, name)
join base.structures s on s.code = v.desk
where o.structure_id = s.structure_id and o.kind_code = v.kind;
insert into certificates.departure_candidates (agent_id, campaign, registered_on, source)
select a.agent_id, 'Campagne de départ volontaire inventée', current_date - 120, 'Registre inventé' from career.agents a where a.matricule = '16620';

-- A request as it was asked so many days ago; what follows depends on the row.
create function certificates.demo_ask(of_matricule text, kind text, days_ago int, has_function boolean default false) returns bigint
	language plpgsql volatile
as $$
declare
	a     record;
	f     certificates_api.facts;
	o     certificates.offices;
	asked timestamptz := current_date - days_ago + interval '9 hours' + make_interval(mins => (days_ago * 37 + length(kind) * 11) % 400);
	made  bigint;
begin
	select x.agent_id, x.person_id into a from career.agents x where x.matricule = of_matricule;
	if not found then
		return null;
	end if;
	f := certificates_api.facts_of(a.agent_id);
	o := certificates_api.office_of(kind, f.structure_rank);
	insert into certificates.requests (kind_code, variant_code, person_id, agent_id, office_id, structure_id, state_code, asked_at, function_name, decree, predecessor, predecessor_matricule)
	values (kind, certificates_api.variant_of(f, kind, has_function), a.person_id, a.agent_id, o.office_id, o.structure_id, 'emission', asked,
		case when has_function then 'Chef de la cellule des études informatiques' end, case when has_function then 'décret n° 2025-118 du 12 mars 2025 (inventé)' end,
		case when has_function then 'AHOYO Sèlidji Parfait' end, case when has_function then '24410' end)
	returning request_id into made;
	insert into certificates.events (request_id, at, person_id, what) values (made, asked, a.person_id, 'Demandée');
	perform certificates_api.keep_findings(made);
	update certificates.findings set judged_at = asked where request_id = made;
	return made;
end $$;
create function certificates.demo_issue(of_matricule text, kind text, days_ago int) returns void
	language plpgsql volatile
as $$
declare
	made bigint := certificates.demo_ask(of_matricule, kind, days_ago);
begin
	if (select bool_and(f.verdict_code = 'oui') from certificates.findings f where f.request_id = made) then
		update certificates.requests r set job_id = job_api.put('certificates.issue', r.person_id, jsonb_build_object('request', made, 'days_ago', days_ago)) where r.request_id = made;
	else
		perform certificates.demo_route(made);
	end if;
end $$;
create function certificates.demo_route(request bigint) returns void
	language sql volatile
as $$
	update certificates.requests r set state_code = 'attente', is_direct = false, due_on = base_api.add_working_days(r.asked_at::date, k.delay_days)
	from certificates.kinds k where k.kind_code = r.kind_code and r.request_id = request;
	insert into certificates.events (request_id, at, what, note)
	select r.request_id, r.asked_at, 'Confiée au bureau', s.name || '. Réponse attendue au plus tard le ' || base_api.day_words(r.due_on) || '.'
	from certificates.requests r join base.structures s on s.structure_id = r.structure_id where r.request_id = request;
$$;
create function certificates.demo_refuse(request bigint, reason text, said text, days_ago int) returns void
	language sql volatile
as $$
	update certificates.requests r set state_code = 'refuse', reason_code = reason, explanation = said, closed_at = current_date - days_ago + interval '15 hours',
		decided_by = (select a.person_id from base.assignments a where a.role_code = 'clerk' and a.person_id <> r.person_id order by a.assignment_id desc limit 1)
	where r.request_id = request;
	insert into certificates.events (request_id, at, person_id, what, note, is_staff)
	select r.request_id, r.closed_at, r.decided_by, 'Refusée : ' || lower(left(w.label, 1)) || substr(w.label, 2), said, true
	from certificates.requests r join certificates.refusal_reasons w on w.reason_code = reason where r.request_id = request;
$$;

do $$
declare
	a record;
	q bigint;
begin
	-- delivered: the oldest first, so that numbers and dates go the same way
	for a in select x.matricule, row_number() over (order by x.agent_id) as n from career.agents x
		where length(x.matricule) > 5 and x.left_on is null and x.position_code = 'activite' and x.gaps_count = 0 and x.retirement_date > current_date + 60
		order by x.agent_id limit 24
	loop
		perform certificates.demo_issue(a.matricule, case a.n % 3 when 0 then 'etat_services' when 1 then 'presence_poste' else 'non_radiation' end, (150 - a.n * 5)::int);
	end loop;
	perform certificates.demo_issue('30144', 'non_radiation', 140);        -- expired
	perform certificates.demo_issue('7315', 'etat_services', 40);
	perform certificates.demo_issue('11208', 'presence_poste', 21);
	perform certificates.demo_issue('11208', 'non_radiation', 21);
	perform certificates.demo_issue('20417', 'non_radiation', 9);
	perform certificates.demo_issue('20417', 'presence_poste', 8);         -- both hold: the third one is issued as soon as it is asked
	-- at a desk
	perform certificates.demo_route(certificates.demo_ask('15506', 'etat_services', 40));
	perform certificates.demo_route(certificates.demo_ask('22480', 'etat_services', 26));
	perform certificates.demo_route(certificates.demo_ask('18932', 'etat_services', 9));
	perform certificates.demo_route(certificates.demo_ask('30144', 'presence_poste', 5, true));
	perform certificates.demo_route(certificates.demo_ask('21333', 'presence_poste', 4, true));
	perform certificates.demo_route(certificates.demo_ask('16620', 'non_radiation', 3));
	for a in select x.matricule, row_number() over (order by x.agent_id desc) as n from career.agents x
		where length(x.matricule) > 5 and x.left_on is null and (x.gaps_count > 0 or x.structure_id in (select s.structure_id from base.structures s where s.kind = 'direction_departementale'))
		order by x.agent_id desc limit 14
	loop
		q := certificates.demo_ask(a.matricule, case when a.n % 2 = 0 then 'etat_services' else 'presence_poste' end, (2 + a.n)::int);
		if (select bool_and(f.verdict_code = 'oui') from certificates.findings f where f.request_id = q) then
			delete from certificates.events e where e.request_id = q;
			delete from certificates.requests r where r.request_id = q;
		else
			perform certificates.demo_route(q);
		end if;
	end loop;
	-- refused
	q := certificates.demo_ask('21950', 'presence_poste', 12);
	perform certificates.demo_route(q);
	perform certificates.demo_refuse(q, 'absent', 'Vous êtes en disponibilité : vous n’occupez pas de poste. L’attestation pourra être délivrée après votre réintégration.', 6);
	q := certificates.demo_ask('20618', 'presence_poste', 15);
	perform certificates.demo_route(q);
	perform certificates.demo_refuse(q, 'piece', 'Votre détachement est arrivé à terme et l’acte de réintégration n’est pas au dossier. Apportez-le au service du personnel de la DPAF.', 7);
end $$;
set local jit = default;
drop function certificates.demo_refuse, certificates.demo_route, certificates.demo_issue, certificates.demo_ask;
