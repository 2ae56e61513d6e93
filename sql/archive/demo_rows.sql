-- Demonstration: the papers once drawn, in every state; reports in every state. The text is that of the drawing, as if read.
create function archive.demo_person(login text) returns bigint language sql stable as $$
	select l.person_id from accounts.logins l where l.login = demo_person.login
$$;
insert into archive.lots (name, origin, structure_id, structure_rank, person_id, made_at)
select v.name, v.origin, s.structure_id, s.rank, archive.demo_person('archiviste.dra@exemple.bj'), now() - v.ago
from (values ('Carton 14, avancements et nominations', 'Magasin 2, rayon C, versement de 2019', interval '9 days'),
	('Chemises personnelles, lettre H', 'Service des retraites et de la solde', interval '2 days')) v (name, origin, ago)
cross join base.structures s where s.code = 'MTFP';

insert into archive.scans (lot_id, structure_rank, sha256, name, size, type_code, pages_count, state_code, sent_by, sent_at, content)
select l.lot_id, l.structure_rank, decode(d.pdf_sha, 'hex'), d.name, d.pdf_size, case when d.queue <> 'recue' then 'pdf' end,
	case when d.queue <> 'recue' then 1 else 0 end, d.queue, archive.demo_person('archiviste.dra@exemple.bj'), now() - interval '9 days' + d.slot * interval '3 minutes',
	case when d.queue = 'recue' then '' when d.faded then 'MINISTERE DU TRAV... EMPLOI' else
		E'RÉPUBLIQUE DU BÉNIN\nFraternité – Justice – Travail\nMINISTÈRE DU TRAVAIL ET DE LA FONCTION PUBLIQUE\n\nN° ' || d.reference || E'\n\n' || d.title
		|| E'\n\n' || d.body || E'\n\n' || d.signed_at || E'\n\n' || d.signatory end
from archive.demo_scans d
join archive.lots l on (d.slot <= 9 or d.slot = 20) = (l.name like 'Carton 14%')
order by d.slot;
insert into archive.pages (scan_id, page_no, sha256, width, height, content)
select s.scan_id, 1, decode(d.png_sha, 'hex'), 1000, 1414, s.content
from archive.demo_scans d join archive.scans s on s.sha256 = decode(d.pdf_sha, 'hex') where d.queue <> 'recue';

-- One whose reading stopped, three refused.
with job as (
	insert into base.jobs (kind, person_id, state_code, input, tries, error, started_at, ended_at)
	select 'archive.check', s.sent_by, 'echec', jsonb_build_object('scan', s.scan_id), 3, 'archive.tool_failed', now() - interval '1 day', now() - interval '1 day'
	from archive.scans s where s.state_code = 'recue' returning job_id, (input->>'scan')::bigint as scan_id
)
update archive.scans s set job_id = j.job_id from job j where j.scan_id = s.scan_id;
insert into archive.scans (lot_id, structure_rank, sha256, name, size, state_code, why, why_detail, sent_by, sent_at, ended_at)
select l.lot_id, l.structure_rank, sha256(convert_to(v.name, 'UTF8')), v.name, v.size, 'refusee', v.why, v.detail, l.person_id, l.made_at, l.made_at
from archive.lots l cross join (values ('arrete-1998-protege.pdf', 183221, 'archive.pdf_encrypted', null),
	('photo-ecran.jpg', 90344, 'archive.scan_other', 'une image PNG'), ('decision.pdf', 0, 'archive.scan_empty', null)) v (name, size, why, detail)
where l.name like 'Carton 14%';

-- Readings: two alike where the paper is attached, one where it waits for the second, two that differ, two that set it aside.
insert into archive.keyings (scan_id, rank, person_id, at, reject_code, kind_code, reference, signed_on, proof_code)
select s.scan_id, r.rank, archive.demo_person(case r.rank when 1 then 'archiviste.dra@exemple.bj' else 'archiviste.deux@exemple.bj' end),
	s.sent_at + r.rank * interval '1 day', case when d.queue = 'rejetee' then 'illisible' end, case when d.queue <> 'rejetee' then d.kind_code end,
	case when d.queue = 'rejetee' then '' when d.queue = 'a_comparer' and r.rank = 2 then replace(d.reference, '/SA', '/SD') else d.reference end,
	case when d.queue <> 'rejetee' then d.signed_on + case when d.queue = 'a_comparer' and r.rank = 2 then 30 else 0 end end,
	case when d.queue <> 'rejetee' then 'copie' end
from archive.demo_scans d join archive.scans s on s.sha256 = decode(d.pdf_sha, 'hex')
join (values (1), (2)) r (rank) on d.queue in ('rattachee', 'rejetee', 'a_comparer') or (d.queue = 'a_ressaisir' and r.rank = 1);
insert into archive.keying_lines (keying_id, line_no, agent_id, matricule, effect_date, category, scale, step, position_code, structure_id)
select k.keying_id, 1, d.agent_id, d.matricule, d.effect_date, d.category, d.scale, d.step, d.position_code, d.structure_id
from archive.demo_scans d join archive.scans s on s.sha256 = decode(d.pdf_sha, 'hex') join archive.keyings k on k.scan_id = s.scan_id
where d.queue <> 'rejetee';
insert into archive.comparisons (scan_id, fields, differences, at)
select s.scan_id, 9, case d.queue when 'a_comparer' then 2 else 0 end, s.sent_at + interval '2 days'
from archive.demo_scans d join archive.scans s on s.sha256 = decode(d.pdf_sha, 'hex') where d.queue in ('rattachee', 'rejetee', 'a_comparer');
insert into archive.act_scans (act_id, scan_id, only_agent_id, at)
select d.act_id, s.scan_id, d.agent_id, s.sent_at + interval '2 days'
from archive.demo_scans d join archive.scans s on s.sha256 = decode(d.pdf_sha, 'hex') where d.queue = 'rattachee';
update archive.scans s set kind_code = d.kind_code, reference = d.reference, reference_key = archive.reference_key(d.reference), signed_on = d.signed_on,
	ended_at = s.sent_at + interval '2 days', words = concat_ws(' ', d.reference, d.kind_label, d.matricule, d.person_name)
from archive.demo_scans d where s.sha256 = decode(d.pdf_sha, 'hex') and d.queue = 'rattachee';
update archive.scans s set reject_code = 'illisible', ended_at = s.sent_at + interval '2 days' where s.state_code = 'rejetee';

-- Reports, a step at a time. Nobody is told: these letters would be of the past.
create table archive.demo_reports (slot int primary key, code text, matricule text, kind text, act_kind text, about date, ago interval, state text, says text, answer text);
insert into archive.demo_reports values
	(1, 'SIG-7K3M9Q', '18932', 'manquant', 'avancement_echelon', null, '3 days', 'nouveau', 'Mon avancement à l’échelon 5 a été signé en 2016. J’ai vu la décision au secrétariat mais je n’ai jamais eu mon ampliation.', null),
	(2, 'SIG-2HT8WD', '15506', 'manquant', 'titularisation', null, '12 days', 'recherche', 'Ma titularisation n’est pas au dossier.', 'Le registre de l’année est demandé au magasin de Porto-Novo.'),
	(3, 'SIG-9RB4XC', '20417', 'illisible', 'avancement_echelon', null, '60 days', 'trouve', 'L’image de mon avancement est trop claire.', 'La pièce a été numérisée de nouveau à partir de la minute. Vous pouvez la relire.'),
	(4, 'SIG-5NJ6ZA', '11208', 'manquant', 'affectation', '2001-09-01', '90 days', 'introuvable', 'Mon affectation à Natitingou, vers septembre 2001.', 'Cherchée dans les registres de 2000 à 2002 et au dossier de la direction départementale : elle n’y est pas. Une copie de votre main, même une photo, suffirait.'),
	(5, 'SIG-3VE1KP', '30144', 'faux', 'avenant', null, '40 days', 'sans_objet', 'Un avenant me donne un échelon que je n’ai pas demandé.', 'L’échelon suit l’ancienneté : il n’est pas demandé. L’acte est juste.'),
	(6, 'SIG-8CY0TF', '11208', 'manquant', 'titularisation', null, '45 days', 'recherche', 'Il me manque la décision de titularisation pour mon dossier de retraite.', 'Demandée au Secrétariat général du Gouvernement.');
insert into archive.reports (code, person_id, agent_id, kind_code, act_id, act_kind_code, about_date, says, state_code, due_on, structure_rank, handled_by, made_at, ended_at)
select d.code, a.person_id, a.agent_id, d.kind, case when d.kind <> 'manquant' then (select l.act_id from career.act_lines l join career.acts c on c.act_id = l.act_id
		and c.kind_code = d.act_kind where l.agent_id = a.agent_id order by l.effect_date desc limit 1) end,
	d.act_kind, d.about, d.says, d.state, base_api.add_working_days((now() - d.ago)::date, 20), a.structure_rank,
	case when d.state <> 'nouveau' then archive.demo_person('archiviste.dra@exemple.bj') end, now() - d.ago,
	case when d.state in ('trouve', 'introuvable', 'sans_objet') then now() - d.ago * 0.6 end
from archive.demo_reports d join career.agents a using (matricule) order by d.slot;
insert into archive.report_steps (report_id, state_code, person_id, says, at)
select r.report_id, s.state_code, case when s.n = 1 then r.person_id else r.handled_by end, case when s.state_code = r.state_code and s.n > 1 then d.answer else '' end,
	r.made_at + (now() - r.made_at) * 0.2 * (s.n - 1)
from archive.demo_reports d join archive.reports r using (code)
cross join lateral (select x.*, row_number() over (order by x.o) as n from (values ('nouveau', 1), ('recherche', 2), (r.state_code, 3)) x (state_code, o)
	where (x.o = 1) or (x.o = 2 and r.state_code <> 'nouveau') or (x.o = 3 and r.state_code not in ('nouveau', 'recherche'))) s
order by r.report_id, s.n;
drop table archive.demo_reports, archive.demo_scans;
drop function archive.demo_person(text);
