-- Models of acts, number patterns, states of the circuit, rules of consistency. Idempotent; a model that the ministry changed is left alone.
set role guichet_owner;
insert into acts.states (state_code, label, is_over) values
	('projet',     'Projet', false),
	('visa',       'En attente de visa', false),
	('signature',  'À signer', false),
	('scellement', 'Signature en cours', false),
	('publie',     'Signé et publié', true),
	('abandonne',  'Abandonné', true)
on conflict (state_code) do update set label = excluded.label, is_over = excluded.is_over;
insert into acts.state_moves (from_code, to_code) values
	('projet', 'visa'), ('projet', 'signature'), ('projet', 'abandonne'),
	('visa', 'signature'), ('visa', 'projet'), ('visa', 'abandonne'),
	('signature', 'scellement'), ('signature', 'projet'), ('signature', 'abandonne'),
	('scellement', 'publie'), ('scellement', 'signature')
on conflict do nothing;

insert into acts.rules (rule_code, severity, label, source, sort) values
	('no_line',          'refus',  'Aucun agent dans ce projet.', 'Construction de l’acte', 5),
	('twice',            'refus',  'Cet agent figure deux fois avec la même date d’effet.', 'Construction de l’acte', 10),
	('nothing_set',      'refus',  'La ligne ne dit pas ce qui change.', 'Construction de l’acte', 15),
	('end_missing',      'refus',  'Ce type d’acte demande une date de fin.', 'Construction de l’acte', 20),
	('wrong_status',     'refus',  'Ce modèle ne concerne pas le statut de cet agent.', 'Modèle de l’acte', 25),
	('deceased',         'refus',  'L’agent est décédé avant la date d’effet.', 'État civil', 30),
	('retired',          'refus',  'L’agent a déjà quitté le service à la date d’effet.', 'Actes de la carrière', 35),
	('step_skipped',     'refus',  'L’échelon passe au-dessus d’un échelon qui n’a pas été accordé.', 'Loi 2015-18, art. 125 : avancement d’échelon en échelon', 40),
	('step_lowered',     'refus',  'L’échelon baisse, ce que ce type d’acte ne permet pas.', 'Actes de la carrière', 45),
	('same_step',        'refus',  'L’agent a déjà cet échelon.', 'Actes de la carrière', 50),
	('over_max_step',    'refus',  'L’échelon dépasse le dernier de l’échelle.', 'Paramètre daté des échelons', 55),
	('before_previous',  'refus',  'La date d’effet précède celle du dernier avancement.', 'Actes de la carrière', 60),
	('before_hire',      'refus',  'La date d’effet précède la prise de service.', 'Actes de la carrière', 65),
	('other_grade',      'refus',  'Ce type d’acte change l’échelon seul : la catégorie et l’échelle restent.', 'Modèle de l’acte', 66),
	('moved',            'refus',  'La situation de l’agent a changé depuis la mise en circuit : reprenez le projet, puis remettez-le dans le circuit.', 'Actes de la carrière', 67),
	('corrected_void',   'refus',  'L’acte à corriger n’est plus en vigueur.', 'Actes de la carrière', 68),
	('interval_short',   'alerte', 'L’intervalle depuis l’échelon précédent est plus court que la durée prévue.', 'Paramètre daté des échelons', 70),
	('retires_before',   'alerte', 'L’agent atteint la limite d’âge avant la date d’effet.', 'Paramètre daté des âges de retraite', 75),
	('not_active',       'alerte', 'L’agent n’est pas dans une position qui compte comme service.', 'Positions', 80),
	('gap_before',       'alerte', 'Un acte manque dans la carrière avant cette ligne.', 'Actes de la carrière', 85),
	('elsewhere',        'alerte', 'L’agent figure dans un autre projet du même type.', 'Projets en cours', 90),
	('author_concerned', 'alerte', 'L’auteur du projet est lui-même bénéficiaire.', 'Quatre yeux', 95)
on conflict (rule_code) do update set severity = excluded.severity, label = excluded.label, source = excluded.source, sort = excluded.sort;

-- One model a kind of domain use. What a line sets stands in `asks`; texts are demonstration models after the visas of published acts.
insert into acts.models (model_code, kind_code, name, form_label, title, authority, enacts, asks, status_codes, sort, source) values
	('avancement_echelon_fe', 'avancement_echelon', 'Avancement d’échelon (fonctionnaires)', 'Arrêté', 'portant avancement automatique d’échelon', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{step}', '{FE}', 10, 'Loi 2015-18, art. 125 ; modèle de démonstration'),
	('avenant_acdpe', 'avenant', 'Avancement d’échelon (contractuels de droit public)', 'Avenant', 'constatant l’avancement d’échelon d’agents contractuels de droit public de l’État', 'Le Ministre du Travail et de la Fonction publique,', 'Convient', '{step}', '{ACDPE}', 20, 'Presse 2023 : l’avancement d’un contractuel se constate par avenant ; modèle de démonstration'),
	('avancement_grade', 'avancement_grade', 'Avancement de grade', 'Arrêté', 'portant avancement de grade', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{grade}', '{FE}', 30, 'Modèle de démonstration'),
	('promotion', 'promotion', 'Promotion', 'Arrêté', 'portant promotion', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{corps,grade}', null, 40, 'Modèle de démonstration'),
	('nomination', 'nomination', 'Nomination', 'Arrêté', 'portant nomination', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{status,corps,grade,structure}', null, 50, 'Modèle de démonstration'),
	('titularisation', 'titularisation', 'Titularisation', 'Arrêté', 'portant titularisation', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{grade}', '{FE}', 60, 'Modèle de démonstration'),
	('reclassement', 'reclassement', 'Reclassement', 'Arrêté', 'portant reclassement', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{corps,grade}', null, 70, 'Modèle de démonstration'),
	('reversement', 'reversement', 'Reversement', 'Arrêté', 'portant reversement', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{status,corps,grade}', null, 80, 'Décret 2023-373 du 19 juillet 2023 pour les enseignants ; modèle de démonstration'),
	('reconstitution', 'reconstitution', 'Reconstitution de carrière', 'Arrêté', 'portant reconstitution de carrière', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{corps,grade}', null, 90, 'Modèle de démonstration'),
	('bonification', 'bonification', 'Bonification', 'Décision', 'portant bonification', 'Le Ministre du Travail et de la Fonction publique,', 'Décide', '{step}', null, 100, 'Modèle de démonstration'),
	('affectation', 'affectation', 'Affectation', 'Note de service', 'portant affectation', 'Le Ministre du Travail et de la Fonction publique,', 'Décide', '{structure}', null, 110, 'Modèle de démonstration'),
	('titre_mutation', 'titre_mutation', 'Titre de mutation', 'Titre de mutation', 'portant mutation', 'Le Ministre du Travail et de la Fonction publique,', 'Décide', '{structure}', null, 120, 'Modèle de démonstration'),
	('mise_stage', 'mise_stage', 'Mise en stage', 'Décision', 'portant mise en stage', 'Le Ministre du Travail et de la Fonction publique,', 'Décide', '{end}', null, 130, 'Communiqué du 11 juillet 2025 ; modèle de démonstration'),
	('retour_stage', 'retour_stage', 'Retour de stage', 'Décision', 'constatant un retour de stage', 'Le Ministre du Travail et de la Fonction publique,', 'Décide', '{}', null, 140, 'Communiqué du 11 juillet 2025 ; modèle de démonstration'),
	('detachement', 'detachement', 'Détachement', 'Arrêté', 'portant détachement', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{position,structure,end}', '{FE}', 150, 'Loi 2015-18, art. 186 ; modèle de démonstration'),
	('mise_disposition', 'mise_disposition', 'Mise à disposition', 'Arrêté', 'portant mise à disposition', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{position,structure}', null, 160, 'Modèle de démonstration'),
	('disponibilite', 'disponibilite', 'Mise en disponibilité', 'Arrêté', 'portant mise en disponibilité', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{position,end}', '{FE}', 170, 'Modèle de démonstration'),
	('reintegration', 'reintegration', 'Réintégration', 'Arrêté', 'portant réintégration', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{position,structure}', null, 180, 'Modèle de démonstration'),
	('conge', 'conge', 'Congé', 'Décision', 'portant congé', 'Le Ministre du Travail et de la Fonction publique,', 'Décide', '{end}', null, 190, 'Modèle de démonstration'),
	('sanction', 'sanction', 'Sanction disciplinaire', 'Arrêté', 'portant sanction disciplinaire', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{}', null, 200, 'Liste des sanctions non publiée : texte libre ; modèle de démonstration'),
	('contrat', 'contrat', 'Contrat de travail', 'Contrat', 'd’agent contractuel de droit public de l’État', 'Le Ministre du Travail et de la Fonction publique,', 'Convient', '{status,corps,grade,structure}', null, 210, 'Modèle de démonstration'),
	('cdi', 'cdi', 'Contrat à durée indéterminée', 'Contrat', 'à durée indéterminée d’agent contractuel de droit public de l’État', 'Le Ministre du Travail et de la Fonction publique,', 'Convient', '{status,corps,grade,structure}', null, 220, 'Modèle de démonstration'),
	('notification_retraite', 'notification_retraite', 'Notification d’admission à la retraite', 'Lettre', 'de notification d’admission à la retraite', 'Le Ministre du Travail et de la Fonction publique', '', '{}', null, 230, 'Modèle de démonstration'),
	('retraite', 'retraite', 'Admission à la retraite', 'Arrêté', 'portant admission à la retraite', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{}', null, 240, 'Loi 86-014, art. 2 ; modèle de démonstration'),
	('radiation', 'radiation', 'Radiation', 'Arrêté', 'portant radiation', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{}', null, 250, 'Modèle de démonstration'),
	('validation_services', 'validation_services', 'Validation des services auxiliaires', 'Décision', 'portant validation de services auxiliaires', 'Le Ministre du Travail et de la Fonction publique,', 'Décide', '{}', null, 260, 'Modèle de démonstration'),
	('certificat_prise_service', 'certificat_prise_service', 'Certificat de prise de service', 'Certificat', 'de prise de service', 'Le soussigné', 'Certifie', '{}', null, 270, 'Modèle de démonstration'),
	('certificat_administratif', 'certificat_administratif', 'Certificat administratif', 'Certificat', 'administratif', 'Le soussigné', 'Certifie', '{}', null, 280, 'Modèle de démonstration'),
	('annulation', 'autre', 'Annulation d’un acte', 'Arrêté', 'portant annulation', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{}', null, 290, 'Modèle de démonstration'),
	('autre', 'autre', 'Autre acte', 'Arrêté', 'relatif à la situation administrative d’agents de l’État', 'Le Ministre du Travail et de la Fonction publique,', 'Arrête', '{}', null, 300, 'Modèle de démonstration')
on conflict (model_code) do nothing;

with common (part_code, sort, body, copies) as (values
	('visa', 10, 'Vu la loi n° 2015-18 du 1er septembre 2017 portant statut général de la fonction publique, modifiée par les lois n° 2017-43 du 2 juillet 2018 et n° 2018-35 du 5 octobre 2018 ;', null::smallint),
	('visa', 20, 'Vu le décret n° 2021-401 du 28 juillet 2021 fixant la structure-type des ministères, modifié par le décret n° 2022-476 du 3 août 2022 ;', null),
	('visa', 30, 'Vu le décret n° 2021-562 du 3 novembre 2021 portant attributions, organisation et fonctionnement du Ministère du Travail et de la Fonction publique ;', null),
	('visa', 40, 'Vu le décret n° 85-388 du 11 septembre 1985 portant échelonnement indiciaire ;', null),
	('visa', 50, 'Sur proposition du Directeur général de la fonction publique,', null),
	('ampliation', 10, 'SGG', 2::smallint), ('ampliation', 20, 'MEF (DGB)', 4::smallint), ('ampliation', 30, 'DGFP', 4::smallint),
	('ampliation', 40, 'Structures concernées', 2::smallint), ('ampliation', 50, 'Intéressés', 1::smallint), ('ampliation', 60, 'Chrono', 1::smallint)
)
insert into acts.model_parts (model_code, part_code, sort, body, copies)
select m.model_code, c.part_code, c.sort::smallint, c.body, c.copies from acts.models m cross join common c
where m.enacts in ('Arrête', 'Décide', 'Convient', 'Certifie') or c.part_code = 'ampliation'
on conflict do nothing;

-- The articles, with the list of agents after the first one.
insert into acts.model_parts (model_code, part_code, sort, body)
select m.model_code, 'article', 10, case m.model_code
	when 'avancement_echelon_fe' then 'Est constaté, en application de l’article 125 de la loi susvisée, l’avancement automatique d’échelon des fonctionnaires de l’État dont les noms suivent, à compter de la date portée en regard de chaque nom :'
	when 'avenant_acdpe' then 'Le contrat de travail des agents contractuels de droit public de l’État dont les noms suivent est modifié ainsi qu’il suit quant à l’échelon, à compter de la date portée en regard de chaque nom :'
	when 'affectation' then 'Les agents dont les noms suivent sont affectés aux structures portées en regard de leur nom, à compter de la date indiquée :'
	when 'titre_mutation' then 'Les agents dont les noms suivent sont mutés dans les structures portées en regard de leur nom, à compter de la date indiquée :'
	when 'detachement' then 'Les fonctionnaires de l’État dont les noms suivent sont placés en position de détachement, pour la durée portée en regard de leur nom :'
	when 'disponibilite' then 'Les fonctionnaires de l’État dont les noms suivent sont placés, sur leur demande, en position de disponibilité pour la durée portée en regard de leur nom :'
	when 'reintegration' then 'Les agents dont les noms suivent sont réintégrés dans leur corps d’origine à compter de la date portée en regard de leur nom :'
	when 'retraite' then 'Les agents de l’État dont les noms suivent sont admis à faire valoir leurs droits à la retraite à compter de la date portée en regard de leur nom :'
	when 'notification_retraite' then 'Il vous est notifié que vous serez admis à faire valoir vos droits à la retraite à la date portée ci-dessous :'
	when 'annulation' then 'L’acte désigné ci-dessus est annulé en toutes ses dispositions à l’égard des agents dont les noms suivent :'
	when 'certificat_prise_service' then 'Les agents dont les noms suivent ont pris service à la date portée en regard de leur nom :'
	else 'La situation administrative des agents de l’État dont les noms suivent est modifiée ainsi qu’il suit, à compter de la date portée en regard de chaque nom :' end
from acts.models m
on conflict do nothing;
insert into acts.model_parts (model_code, part_code, sort, body)
select m.model_code, 'article', 20, case when m.enacts = 'Arrête'
	then 'Le présent arrêté, qui prend effet aux dates indiquées, sera notifié aux intéressés et publié partout où besoin sera.'
	else 'Le présent acte, qui prend effet aux dates indiquées, sera notifié aux intéressés et enregistré partout où besoin sera.' end
from acts.models m
on conflict do nothing;

insert into acts.model_steps (model_code, step_no, move_code, role_code, label)
select m.model_code, s.step_no::smallint, s.move_code, s.role_code, s.label
from acts.models m cross join (values
	(1, 'visa', 'manager', 'Visa du chef du service émetteur'),
	(2, 'visa', 'manager', 'Visa de la direction'),
	(3, 'signature', 'signatory', 'Signature')) s (step_no, move_code, role_code, label)
where m.form_label in ('Arrêté', 'Avenant', 'Contrat')
union all
select m.model_code, s.step_no::smallint, s.move_code, s.role_code, s.label
from acts.models m cross join (values
	(1, 'visa', 'manager', 'Visa du chef du service émetteur'),
	(2, 'signature', 'signatory', 'Signature')) s (step_no, move_code, role_code, label)
where m.form_label not in ('Arrêté', 'Avenant', 'Contrat')
on conflict do nothing;

insert into acts.number_patterns (structure_id, kind_code, pattern, stamp, place, source)
select s.structure_id, null, p.pattern, p.stamp, 'Cotonou', p.source
from (values
	('MTFP', '{n}/{aaaa}/MTFP/DC/SGM/SA', 'Ministère du Travail et de la Fonction publique|Direction du Cabinet|Secrétariat général du Ministère', 'd’après 035/MTFP/DC/SGM/SA/030SGG20'),
	('DGFP', '{n}/{aaaa}/MTFP/DC/SGM/DGFP/SA', 'Ministère du Travail et de la Fonction publique|Secrétariat général du Ministère|Direction générale de la fonction publique', 'd’après les références publiées'),
	('DRSC', '{n}/{aaaa}/MTFP/DC/SGM/DGFP/DRSC/SA', 'Ministère du Travail et de la Fonction publique|Secrétariat général du Ministère|Direction générale de la fonction publique|Département de la réglementation et du suivi des carrières', 'd’après les références publiées'),
	('DRA-DGFP', '{n}/{aaaa}/MTFP/DC/SGM/DGFP/DRA/SRS/SA', 'Ministère du Travail et de la Fonction publique|Secrétariat général du Ministère|Direction générale de la fonction publique|Département des retraites et des archives', 'd’après 1020200450/MTFP/DGFP/DRA/SRS/SA'),
	('DRAE-DGFP', '{n}/{aaaa}/MTFP/DC/SGM/DGFP/DRAE/SA', 'Ministère du Travail et de la Fonction publique|Secrétariat général du Ministère|Direction générale de la fonction publique|Département du recrutement des agents de l’État', 'd’après les références publiées'),
	('DPAF', '{n}/{aaaa}/MTFP/DPAF/SRHTE/SA', 'Ministère du Travail et de la Fonction publique|Secrétariat général du Ministère|Direction de la planification, de l’administration et des finances', 'd’après {n}/MTFP/DPAF/SGRHTE/DGSC/SA'),
	('MEMP', '{n}/{aaaa}/MEMP/DC/SGM/DPAF/SA', 'Ministère des Enseignements maternel et primaire|Secrétariat général du Ministère|Direction de la planification, de l’administration et des finances', 'd’après les références publiées')
) p (code, pattern, stamp, source)
join base.structures s on s.code = p.code
on conflict do nothing;
reset role;
