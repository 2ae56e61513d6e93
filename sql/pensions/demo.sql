-- Facts beside the career, as the demonstration tells them: a decoration whose paper is not there, and the children of a woman.
insert into pensions.facts (agent_id, kind_code, value, label, reference, source, is_proven)
select a.agent_id, 'bonification', 720, 'Décoration', 'Déclarée par l’agent, vers 2011', 'Explication de la Direction générale du budget (presse) : deux ans', false
from career.agents a where a.matricule = '11208';
insert into pensions.facts (agent_id, kind_code, value, label, reference, source, is_proven)
select a.agent_id, 'enfants', 3, 'Enfants', 'Actes de naissance', '', true from career.agents a where a.matricule = '18932';

-- The day's run opens what is due; then a few files as desks know them: one that waits for its agent, one that is late, contradictions, an early
-- departure, unfitness, one filed away. Each by the functions that pages call, then set back in time.
set local jit = off;                                              -- many small statements: compiling them costs more than they do
analyze base.persons, base.contacts, base.assignments, career.agents, career.acts, career.act_lines, archive.reports;       -- in the transaction that loads them
select pensions_api.daily();
do $demo$
declare
	archivist bigint := (select l.person_id from accounts.logins l where l.login = 'archiviste.dra@exemple.bj');
	file_     bigint;
	r         record;
	day       date;
begin
	-- 11208 leaves in eight months: a decoration without paper, not found by the archive, asked of him.
	select f.file_id into file_ from pensions.files f join career.agents a using (agent_id) where a.matricule = '11208';
	for r in select m.report_id from pensions.missing m where m.file_id = file_ and m.resolved_at is null loop
		perform archive_api.step(r.report_id, 'introuvable', 'Ni le registre des décorations ni le dossier individuel ne portent cet acte.', archivist);
	end loop;
	-- Opened by the service before their time, or on request.
	for r in select * from (values
		('721862', 'retraite', 'service', null, 'Préparation de la cohorte de janvier 2028.'),
		('803837', 'retraite', 'service', null, 'Ouvert à la demande du ministère employeur.'),
		('450267', 'anticipe', 'agent', 160, 'Je souhaite partir avant la limite d’âge, comme la règle le permet.'),
		('15506',  'invalidite', 'service', 190, 'Avis du comité médical reçu ; la commission de réforme est saisie.'),
		('18932',  'anticipe', 'service', 240, 'Mère de trois enfants, plus de quinze ans de services : droit à établir.'),
		('21333',  'invalidite', 'agent', 130, 'Mon état de santé ne me permet plus d’enseigner.')) v (matricule, kind, origin, days, says)
	loop
		day := (date_trunc('month', (current_date + r.days)::timestamp) + interval '1 month')::date;
		perform pensions_api.open_for(a.agent_id, r.kind, r.origin, day, null, r.says) from career.agents a
		where a.matricule = r.matricule and not exists (select from pensions.files f where f.agent_id = a.agent_id and f.closed_at is null);
	end loop;
	-- 15506: of three contradictions, the archive settled one question; 18932: neither the archive nor she has the act; 803837: filed away.
	for r in select m.report_id, row_number() over (order by m.at_date) as n from pensions.missing m join pensions.files f using (file_id) join career.agents a using (agent_id)
		where a.matricule = '15506' and m.resolved_at is null
	loop
		if r.n = 1 then
			perform archive_api.step(r.report_id, 'trouve', 'L’original de la décision de 2017 est retrouvé ; il est donné à la saisie.', archivist);
		elsif r.n = 2 then
			perform archive_api.step(r.report_id, 'recherche', 'Demandé à la circonscription scolaire.', archivist);
		end if;
	end loop;
	for r in select m.missing_id, m.report_id, m.file_id, m.label, a.person_id from pensions.missing m join pensions.files f using (file_id) join career.agents a using (agent_id)
		where a.matricule = '18932' and m.resolved_at is null
	loop
		perform archive_api.step(r.report_id, 'introuvable', 'Le registre de 2015 est perdu.', archivist);
		update pensions.missing m set agent_answer = 'absent' where m.missing_id = r.missing_id;
		insert into pensions.events (file_id, person_id, what, note) values (r.file_id, r.person_id, 'L’agent n’a pas cet acte', r.label);
		perform pensions_api.settle(r.file_id);
	end loop;
	for r in select f.file_id from pensions.files f join career.agents a using (agent_id) where a.matricule = '803837' and f.closed_at is null loop
		perform pensions_api.move(r.file_id, 'abandonne', null, 'Ouvert trop tôt : il s’ouvrira de lui-même un an avant le départ.');
	end loop;
	-- Time went by: each history keeps its order, the last step began some days ago.
	for r in select f.file_id, v.days, v.since, v.due from (values ('11208', 140, 12, null), ('10877', 62, 16, 16), ('15506', 30, 8, 8), ('18932', 45, 2, 2), ('450267', 9, 9, 9),
			('21333', 20, 20, 20), ('803837', 25, 18, null)) v (matricule, days, since, due)
		join career.agents a on a.matricule = v.matricule join pensions.files f on f.agent_id = a.agent_id
	loop
		with e as (select x.event_id, row_number() over w as n, count(*) over () as all_ from pensions.events x where x.file_id = r.file_id window w as (order by x.event_id))
		update pensions.events x set at = now() - make_interval(days => case when e.n = e.all_ then r.since when e.n <= 2 then r.days
				else r.since + ((r.days - r.since) * (e.all_ - e.n) / e.all_)::int end, mins => (e.all_ - e.n)::int)
		from e where e.event_id = x.event_id;
		update pensions.files f set opened_on = current_date - r.days, desk_since = now() - make_interval(days => r.since),
			due_on = case when f.due_on is not null then base_api.add_working_days(current_date - r.due, (select s.days from pensions.states s where s.state_code = f.state_code)) end,
			closed_at = case when f.closed_at is not null then now() - make_interval(days => r.since) end
		where f.file_id = r.file_id;
		update pensions.missing m set archive_asked_at = now() - make_interval(days => r.days),
			agent_asked_at = case when m.agent_asked_at is not null then now() - make_interval(days => r.since) end where m.file_id = r.file_id;
		update archive.reports t set made_at = now() - make_interval(days => r.days), due_on = coalesce((select f.due_on from pensions.files f where f.file_id = r.file_id), t.due_on)
		from pensions.missing m where m.report_id = t.report_id and m.file_id = r.file_id;
	end loop;
end $demo$;
