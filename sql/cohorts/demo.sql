-- Files of those who left before the portal opened theirs by itself: what indicators are counted from in a demonstration. Invented, as everything here.
with gone as (
	select a.agent_id, a.left_on, a.structure_rank, row_number() over (order by a.left_on desc, a.agent_id) as k
	from career.agents a where a.left_on is not null and a.left_on < current_date and a.status_code = 'FE'
		and a.matricule not in ('7315', '373862', '862055', '239239', '10877', '869974', '13990')              -- whose files sql/pensions/demo-circuit.sql tells
	order by a.left_on desc, a.agent_id limit 14
), story as (
	-- days from leaving to the booklet (null: not there yet), pieces asked of the agent, who opened the file, without a hand?
	select g.*, (array[0, 12, null, 0, 45, 0, 0, 95, 0, 210, 33, null, 61, 340])[g.k] as wait, (array[0, 1, 3, 0, 2, 0, 0, 1, 0, 4, 1, 5, 2, 6])[g.k] as pieces,
		(array['systeme', 'systeme', 'agent', 'systeme', 'service', 'systeme', 'systeme', 'systeme', 'systeme', 'agent', 'systeme', 'service', 'agent', 'service'])[g.k] as origin
	from gone g
), made as (
	insert into pensions.files (number, agent_id, kind_code, origin_code, regimes, leave_on, leave_source, state_code, structure_rank, desk_since, due_on, opened_on,
		booklet_on, notified_on, first_payment_on, is_automatic, closed_at)
	select 'P' || to_char(s.left_on, 'YYYY') || '-' || lpad((row_number() over (partition by to_char(s.left_on, 'YYYY') order by s.left_on, s.agent_id))::text, 5, '0'), s.agent_id, 'retraite', s.origin, '{FNRB}', s.left_on, 'Acte de mise à la retraite',
		case when s.wait is null then case when s.k < 5 then 'liquidation' else 'controle' end else 'paiement' end, s.structure_rank,
		case when s.wait is null then now() - interval '40 days' else (s.left_on + s.wait)::timestamptz end,
		case when s.wait is null then current_date - (12 + s.k)::int end, s.left_on - case s.origin when 'systeme' then 365 when 'agent' then 60 else 120 end,
		s.left_on + s.wait, s.left_on + s.wait + (s.k % 4)::int, s.left_on + s.wait + 30, s.pieces = 0, case when s.wait is not null then (s.left_on + s.wait + 30)::timestamptz end
	from story s
	returning file_id, agent_id, leave_on, opened_on, booklet_on, is_automatic
), said as (
	insert into pensions.events (file_id, at, state_code, what)
	select m.file_id, m.opened_on::timestamptz, 'ouvert', 'Dossier ouvert' from made m
	union all select m.file_id, (m.opened_on + 20)::timestamptz, 'etat_services', 'État des services certifié' from made m
	union all select m.file_id, m.booklet_on::timestamptz, 'paiement', 'Livret remis, pension en paiement' from made m where m.booklet_on is not null
), asked as (
	insert into pensions.missing (file_id, gap_code, key, label, archive_asked_at, agent_asked_at, resolved_at, resolved_how)
	select m.file_id, 'missing_step', 'demonstration ' || p, 'Acte d’avancement n° ' || p || ' demandé à l’agent', (m.opened_on + 5)::timestamptz, (m.opened_on + 25)::timestamptz,
		case when m.booklet_on is not null then (m.opened_on + 45)::timestamptz end, case when m.booklet_on is not null then 'Versé par l’agent' end
	from made m join story s on s.agent_id = m.agent_id cross join lateral generate_series(1, s.pieces) p
), counted as (
	insert into pensions.liquidations (file_id, version, regime_code, input_hash, is_complete, is_entitled, service_days, bonus_days, rate, base_fcfa, pension_fcfa, lines, waits, is_demo, made_at)
	select m.file_id, 1, 'FNRB', sha256(convert_to('demonstration ' || m.file_id, 'UTF8')), true, true, 10800, 0, 600000, 150000, 90000, '[]', '[]', true,
		(m.booklet_on - 20)::timestamptz
	from made m where m.booklet_on is not null
)
insert into pensions.approvals (file_id, step_code, person_id, content_hash, at)
select m.file_id, v.step, l.person_id, sha256(convert_to('demonstration ' || m.file_id, 'UTF8')), (m.booklet_on - v.days)::timestamptz
from made m
cross join (values ('liquidation', 'pensions.liquidation@exemple.bj', 18), ('controle', 'pensions.controle@exemple.bj', 12), ('signature', 'pensions.chef@exemple.bj', 3)) v (step, login, days)
join accounts.logins l on l.login = v.login
where m.booklet_on is not null;
