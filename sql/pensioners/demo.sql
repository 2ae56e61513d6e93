-- Pensioners of the demonstration: who is in order and who is late, where they live and are paid, a claim in each state. Runs as the owner, inside
-- the load; the papers of the claims are drawn afterwards (src/demo/load_pensioners.c).
create function pensioners.demo_person(email text) returns bigint language sql stable as $$
	select c.person_id from base.contacts c where c.kind = 'email' and c.value = demo_person.email
$$;

-- Certificates of life: two in three are in order, one in six is late, the others never had one in the portal. Matricule 7315 has twenty days left.
insert into pensioners.life_certificates (agent_id, how_code, seen_on, valid_until, place, paper_code, paper_end, recorded_by, structure_id, recorded_at)
select r.agent_id, case when r.n % 9 = 4 then 'agent' else 'presence' end, d.seen, d.seen + interval '12 months',
	case when r.n % 9 = 4 then 'À son domicile' else (array['CCSP de Parakou', 'CCSP d’Abomey', 'CCSP de Lokossa', 'CCSP de Natitingou', 'CCSP de Porto-Novo'])[1 + r.n % 5] end,
	(array['cip', 'cni', 'passeport'])[1 + r.n % 3], upper(substr(md5(r.matricule || d.y), 1, 4)), pensioners.demo_person('pfc.parakou@exemple.bj'),
	(select s.structure_id from base.structures s where s.code = 'DDTFP-BORGOU'), d.seen + time '10:12'
from (select a.agent_id, a.matricule, a.left_on, (row_number() over (order by a.matricule))::int as n from career.agents a join base.persons p using (person_id)
	where p.deceased_on is null and pensioners_api.is_retired(a.agent_id)) r
cross join lateral (values (0), (1)) y (back)
cross join lateral (select y.back as y, case when r.matricule = '7315' then (current_date + 20 - interval '12 months' - make_interval(months => 12 * y.back, days => 6 * y.back))::date
	else (current_date - 20 - (r.n * 37) % 330 - case when r.n % 6 = 0 then 350 else 0 end - 371 * y.back) end as seen) d
where (r.n % 6 <> 3 or r.matricule = '7315') and d.seen > r.left_on + 30 and (y.back = 0 or r.n % 2 = 1 or r.matricule = '7315')
order by d.seen, r.n;
update pensioners.life_certificates c set number = 'V' || to_char(c.recorded_at, 'YYYY') || '-' || lpad(c.life_certificate_id::text, 6, '0');

-- Addresses and accounts. Numbers of accounts are invented.
insert into pensioners.addresses (person_id, commune_id, line, since)
select a.person_id, m.commune_id, v.line, now() - v.ago
from (values ('7315', 'Parakou', 'Quartier Banikanni, maison à côté de l’école', interval '9 years'), ('7315', 'Abomey', 'Quartier Djègbé, face à la mairie', interval '3 years 2 months'),
	('972921', 'Ouidah', 'Quartier Zomachi, carré 114', interval '5 years')) v (matricule, commune, line, ago)
join career.agents a using (matricule) join base.communes m on m.name = v.commune;
insert into pensioners.payment_accounts (person_id, kind_code, label, account, account_end, asked_at, holds_from, stopped_at, stopped_how_code, stopped_why)
select a.person_id, v.kind, v.label, v.account, coalesce(right(v.account, 4), ''), now() - v.ago, now() - v.ago + interval '7 days', now() - v.ago + v.stopped, v.how, v.why
from (values
	('7315', 'tresor', 'perception d’Abomey', null, interval '10 years', null::interval, null, null),
	('7315', 'banque', 'Banque Sika (inventée)', 'BJ0610100112345678904821', interval '4 years', null, null, null),
	('7315', 'mobile', 'Mobile inventé', '+2290190000731', interval '5 months', interval '1 day', 'lien', null),
	('972921', 'banque', 'Banque Sika (inventée)', 'BJ0610100198765432100317', interval '6 years', null, null, null),
	('972921', 'mobile', 'Mobile inventé', '+2290190000972', interval '2 days', null, null, null)) v (matricule, kind, label, account, ago, stopped, how, why)
join career.agents a using (matricule) order by v.ago desc;

-- A claim in each state, of Rosine TONATO and of a widow who came to the centre of Parakou.
create table pensioners.demo_claims (slot int, matricule text, by_centre boolean, link text, state text, days_ago int, name text, phone text);
insert into pensioners.demo_claims values
	(1, '167968', false, 'enfant', 'recu', 4, null, null), (2, '255077', false, 'mandataire', 'incomplet', 12, null, null), (3, '941245', false, 'enfant', 'brouillon', 1, null, null),
	(4, '144211', false, 'tuteur', 'admis', 60, null, null), (5, '318429', false, 'mandataire', 'rejete', 45, null, null),
	(6, '199644', true, 'conjoint', 'recu', 30, 'ONIFADE Ramatou', '+2290196000199'), (7, '14759', true, 'conjoint', 'recu', 2, 'CHABI YO Bana', '+2290196000147');
insert into pensioners.claims (agent_id, matricule, deceased_name, died_on, is_in_service, structure_rank, claimant_id, claimant_name, claimant_phone, link_code, origin_code, made_by, made_at,
	state_code, state_since, due_on, filed_at, asked, reason_code, explanation)
select a.agent_id, a.matricule, p.given_names || ' ' || p.family_name, p.deceased_on, p.deceased_on <= a.left_on, coalesce(a.structure_rank, 0),
	case when not d.by_centre then pensioners.demo_person('rosine.tonato@exemple.bj') end, coalesce(d.name, 'Rosine Sènami TONATO'), d.phone, d.link,
	case when d.by_centre then 'centre' else 'ayant_cause' end, pensioners.demo_person(case when d.by_centre then 'pfc.parakou@exemple.bj' else 'rosine.tonato@exemple.bj' end),
	now() - make_interval(days => d.days_ago, hours => 2), d.state, now() - make_interval(days => greatest(d.days_ago - case d.state when 'recu' then 0 else 3 end, 0)),
	case d.state when 'recu' then base_api.add_working_days((current_date - d.days_ago), 15) end, case when d.state <> 'brouillon' then now() - make_interval(days => d.days_ago) end,
	case d.state when 'incomplet' then 'L’acte de naissance du dernier enfant : la page envoyée est illisible.' end, case d.state when 'rejete' then 'lien_non_prouve' end,
	case d.state when 'rejete' then 'La procuration envoyée ne porte la signature d’aucun membre de la famille.' end
from pensioners.demo_claims d join career.agents a using (matricule) join base.persons p using (person_id) where p.deceased_on is not null order by d.slot;
update pensioners.claims c set number = 'R' || to_char(c.made_at, 'YYYY') || '-' || lpad(c.claim_id::text, 5, '0');
insert into pensioners.survivors (claim_id, link_code, family_name, given_names, birth_date, paper)
select c.claim_id, v.link, split_part(c.deceased_name, ' ', -1), v.given, (c.died_on - make_interval(years => v.years, days => c.claim_id::int * 13 % 300))::date, v.paper
from pensioners.claims c cross join (values ('conjoint', 'Akouavi', 54, 'Mariage n° 112/1994, Abomey'), ('enfant', 'Sènan', 19, 'Naissance n° 841, Parakou'), ('enfant', 'Mariette', 11, 'Naissance n° 77, Parakou')) v (link, given, years, paper)
where c.claim_id % 3 <> 0 or v.link = 'conjoint';
insert into pensioners.survivors (claim_id, link_code, family_name, given_names, birth_date, paper)
select c.claim_id, 'enfant', 'IBIKOUNLE', 'Posthume', least(c.died_on + 150, current_date), 'Naissance n° 12, Cotonou' from pensioners.claims c where c.matricule = '167968';
insert into pensioners.claim_events (claim_id, at, person_id, side_code, what, note)
select c.claim_id, e.at, e.person, e.side, e.what, e.note from pensioners.claims c cross join lateral (values
	(1, c.made_at, c.made_by, 'vous', 'Demande commencée', case when c.origin_code = 'centre' then 'Dans un centre, par Bio Bachirou SEKO' else '' end),
	(2, c.filed_at, c.made_by, 'vous', 'Demande envoyée', ''),
	(3, case when c.state_code = 'incomplet' then c.state_since end, pensioners.demo_person('pensions.liquidation@exemple.bj'), 'nous', 'Complément demandé', c.asked),
	(4, case when c.state_code = 'admis' then c.state_since end, pensioners.demo_person('pensions.liquidation@exemple.bj'), 'nous', 'Demande admise : le dossier de réversion est ouvert', ''),
	(5, case when c.state_code = 'rejete' then c.state_since end, pensioners.demo_person('pensions.liquidation@exemple.bj'), 'nous', 'Demande non admise : Le lien avec le défunt n’est pas établi', c.explanation)
) e (n, at, person, side, what, note) where e.at is not null order by c.claim_id, e.n;
insert into pensioners.deaths (agent_id, died_on, is_in_service, claim_id, recorded_by, recorded_at)
select c.agent_id, c.died_on, c.is_in_service, c.claim_id, pensioners.demo_person('pensions.liquidation@exemple.bj'), c.state_since from pensioners.claims c where c.state_code = 'admis';
-- The admission opens a file as the desk's gesture does.
do $$
declare
	c pensioners.claims;
begin
	for c in select x.* from pensioners.claims x where x.state_code = 'admis' and to_regprocedure('pensions_api.open_for(bigint,text,text,date,text[],text)') is not null loop
		update pensioners.claims x set file_id = pensions_api.open_for(c.agent_id, 'reversion', 'ayant_cause', c.died_on + 1, '{FNRB}', 'Demande ' || c.number) where x.claim_id = c.claim_id;
	end loop;
end $$;
drop table pensioners.demo_claims;
drop function pensioners.demo_person;
