-- Demonstration: which papers are drawn (src/demo/load_archive.c draws them), from acts that the invented careers have or lack.
-- Run by `guichet demo` alone; what follows the drawing is in demo_rows.sql.
create table archive.demo_scans (
	slot int primary key, queue text not null, name text not null, agent_id bigint, matricule text, person_name text, kind_code text, kind_label text,
	reference text, signed_on date, effect_date date, category text, scale smallint, step smallint, position_code text, structure_id bigint,
	structure_name text, act_id bigint, title text, body text, signed_at text, signatory text, faded boolean not null default false,
	pdf_sha text, pdf_size bigint, png_sha text);

with cast_ (matricule) as (values ('20417'), ('18932'), ('7315')),
acts as (
	select a.agent_id, a.matricule, a.person_id, c.act_id, c.kind_code, c.reference, c.signed_on, c.proof_code, l.effect_date, l.after_category, l.after_scale,
		l.after_step, l.after_position_code, l.after_structure_id,
		row_number() over (partition by c.proof_code in ('copie', 'original') order by a.matricule <> '20417', l.effect_date, c.act_id) as n
	from cast_ t join career.agents a using (matricule) join career.act_lines l on l.agent_id = a.agent_id
	join career.acts c on c.act_id = l.act_id and c.state_code = 'en_vigueur'
	where c.proof_code in ('copie', 'original', 'declare')
		and c.kind_code in ('nomination', 'titularisation', 'avancement_echelon', 'affectation', 'retraite')
), missing as (
	select a.agent_id, a.matricule, a.person_id, g.expected_date, g.category, g.scale, g.missing_step
	from career.agents a cross join lateral career_api.gaps_between(a.agent_id, a.first_service_date, a.retirement_date, a.status_code) g
	where a.matricule = '18932' and g.gap_code = 'missing_step' order by g.expected_date limit 1
), chosen as (
	select n::int as slot, 'rattachee' as queue, x.* from acts x where proof_code in ('copie', 'original') and n <= 5
	union all
	select 10 + n::int, case when n <= 2 then 'a_saisir' when n <= 4 then 'a_ressaisir' when n = 5 then 'a_comparer' else 'recue' end, x.* from acts x
	where proof_code = 'declare' and n <= 6
)
insert into archive.demo_scans (slot, queue, name, agent_id, matricule, kind_code, reference, signed_on, effect_date, category, scale, step, position_code,
	structure_id, act_id)
select c.slot, c.queue, 'numerisation-' || lpad(c.slot::text, 4, '0') || '.pdf', c.agent_id, c.matricule, c.kind_code, c.reference, c.signed_on, c.effect_date,
	c.after_category, c.after_scale, c.after_step, c.after_position_code, c.after_structure_id, c.act_id from chosen c
union all
select 10, 'a_saisir', 'numerisation-0010.pdf', m.agent_id, m.matricule, 'avancement_echelon', '2104/MTFP/DC/SGM/DGFP/DRSC/SIA/SA',
	(m.expected_date + interval '5 months 13 days')::date, m.expected_date, m.category, m.scale, m.missing_step, null, null, null from missing m
union all
select 20, 'rejetee', 'numerisation-0020.pdf', a.agent_id, a.matricule, 'avancement_echelon', '17/MFPRA/DC/DPE/SR/D2', '1987-02-03', '1986-10-01', 'B', 1, 2, null,
	null, null from career.agents a where a.matricule = '7315';

update archive.demo_scans d set faded = d.queue = 'rejetee', kind_label = k.label, structure_name = s.name,
	person_name = p.given_names || ' ' || p.family_name,
	title = case when k.family = 'affectation' then 'NOTE DE SERVICE' when k.family = 'retraite' then 'ARRÊTÉ' else 'DÉCISION' end
		|| E'\nportant ' || lower(left(k.label, 1)) || substr(k.label, 2),
	body = case p.sex when 'F' then 'Madame ' else 'Monsieur ' end || p.given_names || ' ' || p.family_name || ', matricule ' || d.matricule
		|| case when d.step is not null then ', est placé' || case p.sex when 'F' then 'e' else '' end || ' au grade '
				|| career_api.grade(d.category, d.scale, d.step)
			when s.name is not null then ', est affecté' || case p.sex when 'F' then 'e' else '' end || ' : ' || s.name
			when k.family = 'retraite' then ', est admis' || case p.sex when 'F' then 'e' else '' end || ' à faire valoir ses droits à la retraite'
			else ', reçoit le bénéfice du présent acte' end
		|| E'.\n\nLe présent acte prend effet à compter du ' || base_api.day_words(d.effect_date) || E'. Il sera enregistré et communiqué partout où besoin sera.'
		|| E'\n\nAmpliations : intéressé 1, chrono 1.',
	signed_at = 'Cotonou, le ' || base_api.day_words(d.signed_on), signatory = 'Le Ministre'
from career.act_kinds k, career.agents a, base.persons p, archive.demo_scans o
left join base.structures s on s.structure_id = o.structure_id
where o.slot = d.slot and k.kind_code = d.kind_code and a.agent_id = d.agent_id and p.person_id = a.person_id;
