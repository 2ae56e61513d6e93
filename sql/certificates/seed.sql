-- The four certificates, their words, conditions, offices and numbers. A row that the ministry may have corrected is left alone.
set role guichet_owner;
insert into certificates.states (state_code, label, is_open) values
	('emission', 'En cours d’émission', true),
	('attente',  'À l’étude au bureau', true),
	('delivre',  'Document délivré', false),
	('refuse',   'Demande refusée', false),
	('retire',   'Demande retirée', false)
on conflict (state_code) do update set label = excluded.label, is_open = excluded.is_open;
insert into certificates.state_moves (from_code, to_code) values
	('emission', 'delivre'), ('emission', 'attente'), ('attente', 'emission'), ('attente', 'refuse'), ('attente', 'retire')
on conflict do nothing;

insert into certificates.kinds (kind_code, name, purpose, series_code, validity_days, validity_source, delay_days,
	delay_source, sort, source) values
	('presence_poste', 'Attestation de présence au poste',
		'Elle dit que vous êtes en service aujourd’hui, et où : banque, bail, concours, dossier administratif.', 'presence', 90,
		'Durée non trouvée : valeur de démonstration', 10, 'Délai affiché par le ministère pour la plupart de ses services : 10 jours', 10,
		'Modèles du logiciel du ministère : sans fonction, nommé par décret, direction déconcentrée'),
	('non_radiation', 'Certificat de non-radiation',
		'Il dit que vous n’êtes ni rayé des effectifs, ni candidat au départ volontaire.', 'non_radiation', 90,
		'Durée non trouvée : valeur de démonstration', 10, 'Délai affiché par le ministère pour la plupart de ses services : 10 jours', 20,
		'Modèle du logiciel du ministère'),
	('validite_services', 'Attestation de validité des services',
		'Elle réunit corps, grade, ancienneté et départ probable à la retraite, sous la signature du Directeur de Cabinet.', 'validite', 90,
		'Durée non trouvée : valeur de démonstration', 15, 'Délai non trouvé : valeur de démonstration', 30,
		'Modèle du logiciel du ministère : délivrée sur attestation de présence et certificat de non-radiation en cours'),
	('etat_services', 'État des services',
		'Il énumère chaque ligne de votre carrière, avec l’acte qui la prouve. Il fonde la pension.', 'etat_services', null,
		'Un état arrêté à une date ne périme pas', 15, 'Délai non trouvé : valeur de démonstration', 40,
		'Chaîne du département des retraites et des archives (DGFP/DRA)')
on conflict (kind_code) do nothing;

insert into certificates.texts (kind_code, variant_code, sort, style_code, body) values
	('presence_poste', 'simple', 10, 'texte', '{quality} atteste que {person}, matricule {matricule}, {corps_words}, est en service à la structure désignée ci-dessous, et présent{e} à son poste à la date de ce jour.'),
	('presence_poste', 'decret', 10, 'texte', '{quality} atteste que {person}, matricule {matricule}, {corps_words}, exerce les fonctions de {function}, auxquelles {il} a été nommé{e} par {decree}{predecessor_words}, et qu’{il} est présent{e} à son poste à la date de ce jour.'),
	('presence_poste', 'deconcentre', 10, 'texte', '{quality} atteste que {person}, matricule {matricule}, {corps_words}, affecté{e} par {mutation}, est en service à la direction déconcentrée désignée ci-dessous, et présent{e} à son poste à la date de ce jour.'),
	('presence_poste', '*', 20, 'faits', 'birth structure ministry position first_service'),
	('presence_poste', '*', 30, 'texte', 'En foi de quoi la présente attestation lui est délivrée pour servir et valoir ce que de droit.'),
	('non_radiation', '*', 10, 'texte', '{quality} certifie que {person}, matricule {matricule}, {corps_words}, n’est pas candidat{e} au départ volontaire de la fonction publique et n’a pas été rayé{e} des effectifs, à la date de ce jour.'),
	('non_radiation', '*', 20, 'faits', 'birth corps grade ministry structure first_service'),
	('non_radiation', '*', 30, 'texte', 'En foi de quoi le présent certificat lui est délivré pour servir et valoir ce que de droit.'),
	('validite_services', '*', 10, 'texte', '{quality} atteste la validité des services de {person}, matricule {matricule}, {corps_words}, dont la situation est la suivante à la date de ce jour.'),
	('validite_services', '*', 20, 'faits', 'birth corps grade matricule first_service function structure seniority retirement'),
	('validite_services', '*', 30, 'texte', 'La présente attestation est délivrée au vu de l’attestation de présence au poste n° {presence_reference} du {presence_date} et du certificat de non-radiation n° {radiation_reference} du {radiation_date}, en cours de validité.'),
	('validite_services', '*', 40, 'note', 'Départ probable : {retirement_note}'),
	('etat_services', '*', 10, 'texte', '{quality} certifie que la carrière de {person}, matricule {matricule}, {corps_words}, comporte les services énumérés ci-dessous, tels que les établissent les actes de son dossier à la date de ce jour.'),
	('etat_services', '*', 20, 'faits', 'birth first_service seniority left served lines'),
	('etat_services', '*', 30, 'tableau', 'services'),
	('etat_services', '*', 40, 'note', 'Preuve : « scellé » et « original vu », pièce produite ; « copie au dossier », copie versée ; « déclaré », acte cité sans sa pièce.')
on conflict (kind_code, variant_code, sort) do nothing;

insert into certificates.conditions (kind_code, condition_code, variant_codes, sort, label, remedy, is_confirmable, fact_label, source, certainty) values
	('presence_poste', 'en_service', null, 10, 'Aucun acte de départ', 'Après un départ, demandez plutôt un état des services. Si l’acte de départ est une erreur, signalez-le à votre service du personnel.', false, null, 'Objet même de l’attestation', 'usage'),
	('presence_poste', 'age_limite', null, 20, 'Limite d’âge non atteinte', 'Le maintien en poste après la limite d’âge n’est pas permis : adressez-vous au service des retraites.', true, 'Règle d’âge appliquée', 'loi 2015-18, art. 263 ; lettres du ministère 2021-2023', 'presse'),
	('presence_poste', 'position', null, 30, 'En position d’activité', 'Quand vous aurez repris votre poste, faites verser l’acte de réintégration à votre dossier.', false, null, 'Objet même de l’attestation', 'usage'),
	('presence_poste', 'absence', null, 40, 'Ni congé ni stage en cours', 'Faites verser à votre dossier l’acte de reprise ou de retour de stage ; le bureau peut aussi constater votre reprise.', true, 'Reprise constatée', 'Objet même de l’attestation', 'usage'),
	('presence_poste', 'affectation', null, 50, 'Poste établi par un acte', 'Faites verser l’acte d’affectation à votre dossier ; le bureau peut aussi constater votre présence auprès de votre chef.', true, 'Présence constatée', 'Modèles du logiciel du ministère', 'usage'),
	('presence_poste', 'titre_mutation', '{deconcentre}', 60, 'Titre de mutation au dossier', 'Présentez votre titre de mutation au bureau, qui en notera la référence.', true, 'Référence et date du titre de mutation', 'Modèle « direction déconcentrée » du logiciel du ministère', 'usage'),
	('presence_poste', 'fonction', '{decret}', 70, 'Fonction confirmée par le bureau', 'Le bureau vérifie le décret de nomination et votre prédécesseur ; tenez votre décret prêt.', true, 'Décret et fonction vérifiés', 'Modèle « nommé par décret » du logiciel du ministère', 'usage'),
	('presence_poste', 'delegation', null, 90, 'Délivrance immédiate permise par le signataire', 'Rien : le bureau étudie la demande et la fait sceller.', true, 'Décision du bureau', 'Décision du signataire', 'usage'),

	('non_radiation', 'en_service', null, 10, 'Aucun acte de départ', 'Après un départ, demandez plutôt un état des services. Si l’acte de départ est une erreur, signalez-le au DRSC.', false, null, 'Objet même du certificat', 'usage'),
	('non_radiation', 'non_radie', null, 20, 'Pas de radiation en vigueur', 'Une radiation se conteste devant l’autorité qui l’a prise, puis devant le juge administratif.', false, null, 'Objet même du certificat', 'usage'),
	('non_radiation', 'non_candidat', null, 30, 'Pas de candidature au départ volontaire', 'Si vous avez retiré votre candidature, demandez au DRSC d’inscrire le retrait à son registre.', true, 'Vérification au registre des départs volontaires', 'Objet même du certificat', 'usage'),
	('non_radiation', 'entree', null, 40, 'Acte d’entrée au dossier', 'Apportez votre acte de nomination ou votre contrat au service du personnel.', true, 'Acte d’entrée produit (référence et date)', 'Modèle du logiciel du ministère', 'usage'),
	('non_radiation', 'identite', null, 50, 'Naissance, corps, grade et affectation connus', 'Faites compléter votre dossier par votre service du personnel.', true, 'Mentions établies', 'Modèle du logiciel du ministère : corps, échelle, grade, ministère, naissance', 'usage'),
	('non_radiation', 'delegation', null, 90, 'Délivrance immédiate permise par le signataire', 'Rien : le bureau étudie la demande et la fait sceller.', true, 'Décision du bureau', 'Décision du signataire', 'usage'),

	('validite_services', 'presence_valide', null, 10, 'Attestation de présence au poste en cours de validité', 'Demandez d’abord l’attestation de présence au poste.', false, null, 'Logiciel du ministère : les deux pièces sont vérifiées', 'usage'),
	('validite_services', 'radiation_valide', null, 20, 'Certificat de non-radiation en cours de validité', 'Demandez d’abord le certificat de non-radiation.', false, null, 'Logiciel du ministère : les deux pièces sont vérifiées', 'usage'),
	('validite_services', 'en_service', null, 30, 'Aucun acte de départ', 'Après un départ, demandez plutôt un état des services.', false, null, 'Objet même de l’attestation', 'usage'),
	('validite_services', 'identite', null, 40, 'Naissance, corps, grade et affectation connus', 'Faites compléter votre dossier par votre service du personnel.', true, 'Mentions établies', 'Modèle du logiciel du ministère', 'usage'),
	('validite_services', 'prise_service', null, 50, 'Date de prise de service connue', 'Apportez votre certificat de prise de service au service du personnel.', false, null, 'Modèle du logiciel du ministère', 'usage'),
	('validite_services', 'retraite', null, 60, 'Départ probable calculable et non atteint', 'Si votre corps a un statut propre, le bureau établit la limite d’âge qui s’applique.', true, 'Date de départ et règle appliquée', 'Modèle du logiciel du ministère ; âge par catégorie', 'presse'),
	('validite_services', 'entree', null, 70, 'Acte d’entrée au dossier', 'Apportez votre acte de nomination ou votre contrat au service du personnel.', true, 'Acte d’entrée produit (référence et date)', 'Objet même de l’attestation', 'usage'),
	('validite_services', 'contradictions', null, 80, 'Actes sans contradiction', 'Le bureau dit lequel des actes fait foi ; apportez ce que vous en avez.', true, 'Acte qui fait foi', 'Objet même de l’attestation', 'usage'),
	('validite_services', 'delegation', null, 90, 'Délivrance immédiate permise par le signataire', 'Rien : le bureau étudie la demande et la fait sceller.', true, 'Décision du bureau', 'Décision du signataire', 'usage'),

	('etat_services', 'entree', null, 10, 'Acte d’entrée au dossier', 'Apportez votre acte de nomination ou votre contrat au service du personnel.', true, 'Acte d’entrée produit (référence et date)', 'Objet même de l’état', 'usage'),
	('etat_services', 'contradictions', null, 20, 'Actes sans contradiction', 'Le bureau dit lequel des actes fait foi ; apportez ce que vous en avez.', true, 'Acte qui fait foi', 'Objet même de l’état', 'usage'),
	('etat_services', 'lacunes', null, 30, 'Aucun acte manquant dans la suite', 'Apportez l’acte nommé, ou le bureau le cherche aux archives.', true, 'Acte retrouvé, ou service établi autrement', 'Objet même de l’état', 'usage'),
	('etat_services', 'pieces', null, 40, 'Aucune pièce introuvable', 'Si vous gardez une copie de la pièce, apportez-la au bureau.', true, 'Pièce produite, ou service établi autrement', 'Objet même de l’état', 'usage'),
	('etat_services', 'delegation', null, 90, 'Délivrance immédiate permise par le signataire', 'Rien : le bureau étudie la demande et la fait sceller.', true, 'Décision du bureau', 'Décision du signataire', 'usage')
on conflict (kind_code, condition_code) do nothing;

insert into certificates.refusal_reasons (reason_code, label, remedy, sort) values
	('absent',     'La personne n’est pas à son poste', 'Reprenez votre poste et faites verser l’acte de reprise, puis demandez de nouveau.', 10),
	('piece',      'Une pièce nécessaire n’a pas été produite', 'Apportez la pièce nommée ci-dessus à votre service du personnel, puis demandez de nouveau.', 20),
	('faux',       'Ce qui a été déclaré n’est pas exact', 'Corrigez la déclaration dans une nouvelle demande. Vous pouvez contester par un recours gracieux devant le signataire.', 30),
	('situation',  'La situation de la personne ne le permet pas', 'Vous pouvez contester par un recours gracieux devant le signataire, puis hiérarchique devant le ministre.', 40),
	('incompetent', 'Ce bureau n’est pas celui qui doit délivrer', 'Adressez-vous au service nommé ci-dessus.', 50)
on conflict (reason_code) do update set label = excluded.label, remedy = excluded.remedy, sort = excluded.sort;

-- Who issues: the departmental director below him, DPAF for the ministry, its counterpart in the other ministries.
insert into certificates.offices (kind_code, serves_id, structure_id, quality, auto_issue, auto_source, source)
select v.kind_code, s.structure_id, d.structure_id, v.quality, v.auto_issue, case when v.auto_issue then 'Autorisation de démonstration, à remplacer par la note du signataire' end, v.source
from (values
	('presence_poste',    'MTFP', 'DGSC',       'Le Directeur de la Planification, de l’Administration et des Finances', true, 'Logiciel du ministère'),
	('presence_poste',    'RB',   'DGSC',       'Le Directeur de la Planification, de l’Administration et des Finances', false, 'Bureau par défaut, à fixer par le ministère'),
	('non_radiation',     'RB',   'UARAFP-DRSC', 'Le Chef du Département de la Réglementation et du Suivi des Carrières', true, 'Logiciel du ministère'),
	('validite_services', 'RB',   'SRS-DRA',    'Le Directeur de Cabinet', true, 'Logiciel du ministère'),
	('etat_services',     'RB',   'SRS-DRA',    'Le Chef du Département des Retraites et des Archives', true, 'Chaîne de pension (DGFP/DRA)')
) v (kind_code, serves, desk, quality, auto_issue, source)
join base.structures s on s.code = v.serves
join base.structures d on d.code = v.desk
on conflict (kind_code, serves_id) do nothing;
insert into certificates.offices (kind_code, serves_id, structure_id, quality, auto_issue, auto_source, source)
select 'presence_poste', s.structure_id, s.structure_id, case s.kind
	when 'direction_departementale' then 'Le Directeur départemental du Travail et de la Fonction publique'
	when 'ministere' then 'Le Directeur de la Planification, de l’Administration et des Finances'
	else 'Le responsable des ressources humaines' end, s.kind <> 'institution',
	case when s.kind <> 'institution' then 'Autorisation de démonstration, à remplacer par la note du signataire' end,
	case s.kind when 'direction_departementale' then 'Logiciel du ministère' else 'Homologue de DPAF/SRHTE/DGSC' end
from base.structures s
where s.kind in ('direction_departementale', 'institution') or (s.kind = 'ministere' and s.code <> 'MTFP')
on conflict (kind_code, serves_id) do nothing;

insert into acts.number_patterns (structure_id, kind_code, pattern, stamp, place, source, is_demo)
select s.structure_id, v.kind_code, v.pattern, v.stamp, 'Cotonou', v.source, v.is_demo
from (values
	('DGSC', 'presence_poste', '{n}/MTFP/DPAF/SGRHTE/DGSC/SA', 'Ministère du Travail et de la Fonction publique|Direction de la Planification, de l’Administration et des Finances|Service des Ressources humaines, du Travail et des Emplois', 'Logiciel du ministère', false),
	('UARAFP-DRSC', 'non_radiation', '{n}/MTFP/DRSC/UAR-APFP/SD', 'Ministère du Travail et de la Fonction publique|Direction générale de la Fonction publique|Département de la Réglementation et du Suivi des Carrières', 'Logiciel du ministère', false),
	('SRS-DRA', 'validite_services', '{n}/MTFP/DCSC/DGFP/DRA/SGDRS/DAAR/Sa', 'Ministère du Travail et de la Fonction publique|Cabinet du Ministre', 'Logiciel du ministère', false),
	('SRS-DRA', 'etat_services', '{n}/MTFP/DGFP/DRA/SRS/SA', 'Ministère du Travail et de la Fonction publique|Direction générale de la Fonction publique|Département des Retraites et des Archives', 'D’après une lettre de 2021 du même service', true)
) v (code, kind_code, pattern, stamp, source, is_demo)
join base.structures s on s.code = v.code
on conflict (structure_id, kind_code, valid_from) do nothing;
insert into acts.number_patterns (structure_id, kind_code, pattern, stamp, place, source, is_demo)
select s.structure_id, 'presence_poste', case s.kind when 'direction_departementale' then '{n}/MTFP/DC/SGM/' || s.code || '/SAF/SD'
		else '{n}/' || s.code || '/DPAF/SRH/DGSC/SA' end,
	case s.kind when 'direction_departementale' then 'Ministère du Travail et de la Fonction publique|' || s.name else s.name end,
	coalesce(d.seat, 'Cotonou'), case s.kind when 'direction_departementale' then 'Logiciel du ministère (modèle de la Donga)' else 'D’après le modèle du MTFP' end,
	s.kind <> 'direction_departementale'
from base.structures s left join base.departments d on d.department_id = s.department_id
where s.kind in ('direction_departementale', 'institution') or (s.kind = 'ministere' and s.code <> 'MTFP')
on conflict (structure_id, kind_code, valid_from) do nothing;
reset role;
