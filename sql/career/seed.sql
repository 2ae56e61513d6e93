-- What careers stand on: statuses, categories, corps, positions, kinds of act, and the dated rules with their source.
-- Idempotent. A value marked is_demo is shown as "valeur de démonstration" until the ministry loads its own.
set role guichet_owner;
insert into career.statuses (status_code, label, advancement_act, pension_code) values
	('FE',    'Fonctionnaire de l’État', 'décision ou arrêté', 'FNRB'),
	('ACDPE', 'Agent contractuel de droit public de l’État', 'avenant au contrat', 'CNSS'),
	('AME',   'Aspirant au métier d’enseignant', '', null),
	('OCC',   'Agent occasionnel ou contractuel local à régulariser', '', null)
on conflict (status_code) do update set label = excluded.label, advancement_act = excluded.advancement_act,
	pension_code = excluded.pension_code;

insert into career.categories (category, label, note) values
	('A', 'Catégorie A', ''),
	('B', 'Catégorie B', ''),
	('C', 'Catégorie C', ''),
	('D', 'Catégorie D', ''),
	('E', 'Catégorie E', 'Fermée au recrutement, en extinction.')
on conflict (category) do update set label = excluded.label, note = excluded.note;

-- Five positions are official; their exact list was not seen. This is a working list.
insert into career.positions (position_code, label, counts_as_service, certainty, is_demo) values
	('activite',         'Activité',            true,  'usage', false),
	('detachement',      'Détachement',         true,  'usage', true),
	('mise_disposition', 'Mise à disposition',  true,  'usage', true),
	('disponibilite',    'Disponibilité',       false, 'usage', true),
	('sous_drapeaux',    'Sous les drapeaux',   null,  'usage', true)
on conflict (position_code) do update set label = excluded.label, counts_as_service = excluded.counts_as_service,
	certainty = excluded.certainty, is_demo = excluded.is_demo;

insert into career.proofs (proof_code, label, is_firm) values
	('scelle',      'Acte scellé', true),
	('original',    'Original vu', true),
	('copie',       'Copie au dossier', true),
	('declare',     'Déclaré, pièce non versée', false),
	('introuvable', 'Pièce introuvable', false)
on conflict (proof_code) do update set label = excluded.label, is_firm = excluded.is_firm;

insert into career.act_states (state_code, label, in_force) values
	('en_vigueur', 'En vigueur', true),
	('remplace',   'Remplacé', false),
	('annule',     'Annulé', false)
on conflict (state_code) do update set label = excluded.label, in_force = excluded.in_force;
insert into career.act_state_moves (from_code, to_code) values
	('en_vigueur', 'remplace'), ('en_vigueur', 'annule')
on conflict do nothing;

insert into career.gap_kinds (gap_code, label, is_contradiction, sort) values
	('missing_entry',        'Acte d’entrée manquant', false, 10),
	('missing_step',         'Avancement d’échelon manquant', false, 20),
	('overdue_step',         'Avancement d’échelon en retard', false, 30),
	('position_expired',     'Position arrivée à terme sans acte de fin', false, 40),
	('missing_proof',        'Pièce introuvable', false, 50),
	('step_lowered',         'Échelon en baisse sans sanction', true, 60),
	('same_step_twice',      'Même échelon accordé deux fois', true, 70),
	('before_differs',       'Situation antérieure différente de celle du dossier', true, 80),
	('overlapping_positions', 'Positions qui se chevauchent', true, 90),
	('before_hire',          'Effet antérieur à la prise de service', true, 100),
	('after_retirement',     'Effet postérieur au départ à la retraite', true, 110)
on conflict (gap_code) do update set label = excluded.label, is_contradiction = excluded.is_contradiction, sort = excluded.sort;

-- Kinds of act seen in use. sets_step: about a grade or step; may_jump, may_lower: may pass over or bring down steps.
insert into career.act_kinds (kind_code, label, family, sets_step, may_jump, may_lower, sort) values
	('nomination', 'Nomination', 'entree', true, true, false, 10),
	('contrat', 'Contrat de travail', 'entree', true, true, false, 20),
	('cdi', 'Contrat à durée indéterminée', 'entree', true, true, false, 30),
	('reversement', 'Reversement', 'entree', true, true, true, 40),
	('titularisation', 'Titularisation', 'entree', true, false, false, 50),
	('avancement_echelon', 'Avancement d’échelon', 'avancement', true, false, false, 60),
	('avenant', 'Avenant au contrat', 'avancement', true, false, false, 70),
	('avancement_grade', 'Avancement de grade', 'avancement', true, true, true, 80),
	('promotion', 'Promotion', 'avancement', true, true, true, 90),
	('reclassement', 'Reclassement', 'avancement', true, true, true, 100),
	('reconstitution', 'Reconstitution de carrière', 'avancement', true, true, true, 110),
	('bonification', 'Bonification', 'avancement', true, true, false, 120),
	('affectation', 'Affectation', 'affectation', false, false, false, 130),
	('titre_mutation', 'Titre de mutation', 'affectation', false, false, false, 140),
	('certificat_prise_service', 'Certificat de prise de service', 'affectation', false, false, false, 150),
	('mise_stage', 'Mise en stage', 'formation', false, false, false, 160),
	('retour_stage', 'Retour de stage', 'formation', false, false, false, 170),
	('detachement', 'Détachement', 'position', false, false, false, 180),
	('mise_disposition', 'Mise à disposition', 'position', false, false, false, 190),
	('disponibilite', 'Mise en disponibilité', 'position', false, false, false, 200),
	('reintegration', 'Réintégration', 'position', false, false, false, 210),
	('conge', 'Congé', 'position', false, false, false, 220),
	('sanction', 'Sanction disciplinaire', 'discipline', true, false, true, 230),
	('radiation', 'Radiation', 'retraite', false, false, false, 240),
	('notification_retraite', 'Lettre de notification d’admission à la retraite', 'retraite', false, false, false, 250),
	('retraite', 'Admission à la retraite', 'retraite', false, false, false, 260),
	('validation_services', 'Validation des services auxiliaires', 'retraite', false, false, false, 270),
	('cessation_paiement', 'Certificat de cessation de paiement', 'retraite', false, false, false, 280),
	('etat_services', 'État des services', 'certificat', false, false, false, 290),
	('certificat_administratif', 'Certificat administratif', 'certificat', false, false, false, 300),
	('non_radiation', 'Certificat de non-radiation', 'certificat', false, false, false, 310),
	('validite_services', 'Attestation de validité des services', 'certificat', false, false, false, 320),
	('presence_poste', 'Attestation de présence au poste', 'certificat', false, false, false, 330),
	('communique', 'Communiqué', 'autre', false, false, false, 340),
	('autre', 'Autre acte', 'autre', false, false, false, 350)
on conflict (kind_code) do update set label = excluded.label, family = excluded.family, sets_step = excluded.sets_step,
	may_jump = excluded.may_jump, may_lower = excluded.may_lower, sort = excluded.sort;

-- Names of corps seen in published acts; their category and scale are demonstration values.
insert into career.corps (code, name, category, scale, age_group, is_demo) values
	('ASF', 'Administrateur des services financiers', 'A', 1, null, true),
	('AT', 'Administrateur du Trésor', 'A', 1, null, true),
	('ATR', 'Administrateur du travail', 'A', 1, null, true),
	('IT', 'Inspecteur du travail', 'A', 1, null, true),
	('ISEP', 'Inspecteur des services et emplois publics', 'A', 1, null, true),
	('AAS', 'Attaché des services administratifs', 'A', 3, null, true),
	('AFS', 'Attaché des services financiers', 'A', 3, null, true),
	('IST', 'Ingénieur statisticien', 'A', 1, null, true),
	('ISTBTP', 'Ingénieur des services techniques du bâtiment et des travaux publics', 'A', 1, null, true),
	('PC', 'Professeur certifié', 'A', 1, null, true),
	('AP', 'Analyste-programmeur', 'A', 3, null, true),
	('ARCH', 'Archiviste', 'A', 3, null, true),
	('ASOC', 'Assistant social', 'B', 1, null, true),
	('TSP', 'Technicien supérieur de la planification', 'B', 1, null, true),
	('CAS', 'Contrôleur d’action sanitaire', 'B', 1, null, true),
	('SF', 'Sage-femme', 'B', 1, null, true),
	('INST', 'Instituteur', 'B', 1, null, true),
	('ASFI', 'Assistant des services financiers', 'B', 3, null, true),
	('IADJ', 'Instituteur adjoint', 'C', 1, null, true),
	('PSA', 'Préposé des services administratifs', 'C', 3, null, true),
	('CVA', 'Conducteur de véhicules administratifs', 'D', 1, null, true),
	('PTIT', 'Professeur titulaire des universités (CAMES)', 'A', 1, 'universite_65', true),
	('MCF', 'Maître de conférences des universités (CAMES)', 'A', 1, 'universite_65', true),
	('MASS', 'Maître-assistant des universités (CAMES)', 'A', 1, 'universite_63', true),
	('AUNI', 'Assistant des universités', 'A', 1, 'universite_62', true)
on conflict (code) do update set name = excluded.name, category = excluded.category, scale = excluded.scale,
	age_group = excluded.age_group, is_demo = excluded.is_demo;

-- Age limits. A row already there is left alone: the ministry may have corrected it.
insert into career.retirement_ages (target, status_code, category, age_group, pension_code, nature, age, alternative, valid_from,
	valid_to, source, certainty) values
	('Agents permanents de l’État, toutes catégories', 'FE', null, null, 'FNRB', 'limite', 55, '30 ans de service', '1986-02-26', '2005-09-08', 'lois 86-013 et 86-014 de 1986', 'presse'),
	('Fonctionnaires de catégorie A', 'FE', 'A', null, 'FNRB', 'limite', 60, '30 ans de service (contesté depuis 2017)', '2005-09-08', null, 'loi 2005-24 du 8 septembre 2005 ; loi 2015-18, art. 263', 'presse'),
	('Fonctionnaires de catégorie B', 'FE', 'B', null, 'FNRB', 'limite', 58, '30 ans de service (contesté depuis 2017)', '2005-09-08', null, 'loi 2005-24 du 8 septembre 2005 ; loi 2015-18, art. 263', 'presse'),
	('Fonctionnaires de catégorie C', 'FE', 'C', null, 'FNRB', 'limite', 55, '30 ans de service (contesté depuis 2017)', '2005-09-08', null, 'loi 2005-24 du 8 septembre 2005 ; loi 2015-18, art. 263', 'presse'),
	('Fonctionnaires de catégorie D', 'FE', 'D', null, 'FNRB', 'limite', 55, '30 ans de service (contesté depuis 2017)', '2005-09-08', null, 'loi 2005-24 du 8 septembre 2005 ; loi 2015-18, art. 263', 'presse'),
	('Fonctionnaires de catégorie E', 'FE', 'E', null, 'FNRB', 'limite', 55, '30 ans de service (contesté depuis 2017)', '2005-09-08', null, 'loi 2005-24 du 8 septembre 2005 ; loi 2015-18, art. 263', 'presse'),
	('Professeurs titulaires, maîtres de conférences, directeurs et maîtres de recherche (CAMES)', null, null, 'universite_65', null, 'limite', 65, '', '2017-09-01', null, 'loi 2015-18, art. 263', 'presse'),
	('Maîtres-assistants, chargés de recherche (CAMES)', null, null, 'universite_63', null, 'limite', 63, '', '2017-09-01', null, 'loi 2015-18, art. 263', 'presse'),
	('Assistants des universités, professeurs et professeurs-assistants des corps autonomes', null, null, 'universite_62', null, 'limite', 62, '', '2017-09-01', null, 'loi 2015-18, art. 263', 'presse'),
	('Départ anticipé à la demande', 'FE', null, null, 'FNRB', 'anticipe', 55, 'jouissance immédiate', '2017-09-01', null, 'loi 2015-18, art. 263 (version d’août 2015, à vérifier)', 'presse'),
	('Contractuels reversés au FNRB en 2008, catégorie B', 'ACDPE', 'B', null, 'FNRB', 'limite', 58, '15 ans requis pour la pension', '2008-01-01', null, 'Direction générale du budget, 2024-2025', 'presse'),
	('Contractuels reversés au FNRB en 2008, catégorie C', 'ACDPE', 'C', null, 'FNRB', 'limite', 55, '15 ans requis pour la pension', '2008-01-01', null, 'Direction générale du budget, 2024-2025', 'presse'),
	('Contractuels reversés au FNRB en 2008, catégorie D', 'ACDPE', 'D', null, 'FNRB', 'limite', 55, '15 ans requis pour la pension', '2008-01-01', null, 'Direction générale du budget, 2024-2025', 'presse'),
	('Contractuels affiliés à la CNSS', null, null, null, 'CNSS', 'limite', 60, '180 mois de cotisation', '1998-01-01', null, 'loi 98-019 modifiée par la loi 2007-02, art. 93', 'loi'),
	('Magistrats, militaires, police, douane, eaux et forêts', null, null, 'statut_propre', null, 'statut_propre', null, 'statuts propres', '1986-02-26', null, 'loi 2015-18, exclusions de l’article 1', 'loi')
on conflict (target, valid_from) do nothing;

-- Every retirement seen took effect on the first day of a quarter; no text was seen that says so.
insert into career.retirement_rules (effect_code, thirty_years_code, label, valid_from, source, certainty, is_demo) values
	('trimestre_suivant', 'avertir', 'Premier jour du trimestre qui suit l’anniversaire', '1986-02-26',
		'Dates d’effet constatées (1989, 2009, 2019) ; aucun texte trouvé', 'usage', true)
on conflict (valid_from) do nothing;

-- Number of steps: 12, then 15 since the statute of 2017. The interval of two years is usual, no text was seen.
insert into career.step_rules (status_code, category, months, max_step, valid_from, valid_to, source, certainty, is_demo) values
	(null, null, 24, 12, '1986-02-26', '2017-09-01', 'Nombre d’échelons : loi de 1986 (presse) ; intervalle : usage, aucun texte trouvé', 'usage', true),
	(null, null, 24, 15, '2017-09-01', null,         'Nombre d’échelons : loi 2015-18 (presse) ; intervalle : usage, aucun texte trouvé', 'usage', true)
on conflict (status_code, category, valid_from) do nothing;

-- Shapes of references, as examples only: an old reference is free text and is never parsed.
insert into career.reference_formats (format_id, kind, example, seen_on, source) values
	(1, 'arrêté AOF', '035/MTFP/DC/SGM/SA/030SGG20', '2020-07-30', 'aof-sgm.pdf'),
	(2, 'arrêté', '009/MTFP/DC/SGM/DGT/DRPDS/SMO/SA/006SGG25', '2025-04-11', 'legrandregard.bj'),
	(3, 'arrêté interministériel', '2020-024/MTFP/MS/DC/SGM/DSSMST/SMT/011SGG20', '2020-06-09', 'logiciel du ministère'),
	(4, 'arrêté interministériel (concours)', '2012-577/MTFP/MEF/DC/SGM/DGFP/DRAE/STCD/SA', '2012', 'lanouvelletribune 2014-04'),
	(5, 'arrêté', '2664/MFPTRA/DGCAE/SR/D3', '2003-07-22', 'juricaf 2005-130/CA1'),
	(6, 'décision (admission retraite)', '204/MFPRA/DC/DPE/SR/D1', '1993-03-09', 'juricaf 30/CA 1998'),
	(7, 'certificat de cessation de paiement', '742/MFE/CAB/DEB/SDCR', '2003-09-18', 'juricaf 2005-130/CA1'),
	(8, 'contrat (CT)', 'CT 2018 N°0046/MESRS/DAF/SGSC/DGCPE', '2018-04-10', 'logiciel du ministère report'),
	(9, 'communiqué', '002/MTFP/DC/SGM/SP-C', '2020-06-08', 'differenceinfobenin'),
	(10, 'titre de mutation', '001/MTFP/DC/SGM/DAF/SA', '2020-11-26', 'logiciel du ministère'),
	(11, 'lettre DGFP', '1020200450/MTFP/DGFP/DRA/SRS/SA', '2021-02-08', 'lepotentiel.bj 2023-06'),
	(12, 'lettre inter-ministère', '0564 2021/MS/DC/SGM/DNSP/SRS/SP', '2021-06-10', 'logiciel du ministère'),
	(13, 'attestation de présence (déconcentré)', '{n}/MTFP/DC/SGM/DDTFP-DONGA/SAF/SD', '', 'logiciel du ministère'),
	(14, 'attestation de présence (central)', '{n}/MTFP/DPAF/SGRHTE/DGSC/SA', '', 'logiciel du ministère'),
	(15, 'certificat de non radiation', '{n}/MTFP/DRSC/UAR-APFP/SD', '', 'logiciel du ministère'),
	(16, 'attestation de validité de service', '{n}/MTFP/DCSC/DGFP/DRA/SGDRS/DAAR/Sa', '', 'logiciel du ministère'),
	(17, 'décision d’agrément', '{n}/MTFP/DC/SGM/DGAT/DSSMST', '', 'logiciel du ministère'),
	(18, 'ticket usager', 'REQ + numéro sur 6 chiffres', '', 'Mataccueil')
on conflict (format_id) do update set kind = excluded.kind, example = excluded.example, seen_on = excluded.seen_on,
	source = excluded.source;
analyze career.statuses, career.categories, career.corps, career.positions, career.act_kinds, career.proofs, career.act_states,
	career.gap_kinds, career.retirement_ages, career.retirement_rules, career.step_rules;
reset role;
