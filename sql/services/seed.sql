-- The catalogue as the ministry's own software and texts give it: services, pieces, delays as displayed. What no text gives is left
-- empty and shown as "à confirmer". Idempotent: run again, it changes what differs and keeps what was published or withdrawn.
set role guichet_owner;
insert into services.themes (theme_code, name, note, sort) values
	('attestations', 'Attestations et certificats', 'Prouver sa situation', 1),
	('carriere',     'Carrière',                    'Actes, avancement, corrections', 2),
	('retraite',     'Retraite et survivants',      'Départ, états de services, pension', 3),
	('stages',       'Formation, stages, concours', 'Entrer, apprendre', 4),
	('travail',      'Employeurs et travail',       'Contrats, visas, litiges', 5),
	('mutuelle',     'Mutuelle du ministère',       'Caisse mutuelle de prévoyance sociale', 6),
	('requetes',     'Questions et réclamations',   'Demander, se plaindre, signaler', 7)
on conflict (theme_code) do update set name = excluded.name, note = excluded.note, sort = excluded.sort;
insert into services.life_events (event_code, name, note, icon, sort) values
	('retraite',      'Je pars à la retraite',             'Actes manquants, états de services, pension', 'retirement', 1),
	('avancement',    'J’attends un avancement',           'Voir où il en est, corriger un acte', 'step', 2),
	('attestation',   'On me demande une attestation',     'Présence, validité, non radiation', 'seal', 3),
	('acte',          'Un de mes actes est faux ou perdu', 'Demander une copie, une correction', 'act', 4),
	('deces',         'Un proche agent est décédé',        'État des services, droits des survivants', 'family', 5),
	('formation',     'Je fais un stage, je me forme',     'Autorisation de stage, mise en stage', 'work', 6),
	('concours',      'Je passe un concours',              'Déposer un dossier', 'register', 7),
	('prise-service', 'Je prends mon service',             'Mutuelle, premières démarches', 'structure', 8),
	('employeur',     'J’emploie des salariés',            'Visa de contrats, règlement intérieur', 'work', 9),
	('litige',        'J’ai un litige au travail',         'Saisir l’inspecteur du travail', 'report', 10),
	('argent',        'On m’a demandé de l’argent',        'Le dire à l’inspection', 'alert', 11)
on conflict (event_code) do update set name = excluded.name, note = excluded.note, icon = excluded.icon, sort = excluded.sort;

insert into services.services (code, pns_code, name, theme_code, structure_id, structure_words, purpose, audience, days, days_words, cost_fcfa, place,
	legal_text, legal_date, produces, other_words, page_path, source, sort)
select v.code, v.pns_code, v.name, v.theme_code, s.structure_id, v.structure_words, v.purpose, v.audience, v.days::smallint, v.days_words, v.cost::bigint, v.place,
	v.legal_text, v.legal_date::date, v.produces, v.other_words, v.page_path, v.source, v.sort
from (values
	('attestation-non-litige', 'PS00036', 'Attestation de non litige', 'travail', 'SRI-DRPDS', 'DGT/DRPDS/SRI', 'Prouver qu’aucun litige du travail n’est en cours contre votre entreprise.', 'Entreprises', '10', '', null, '', '', null, 'Attestation de non litige', 'marché public, appel d’offres, conflit', null, 'logiciel du ministère', 1),
	('declaration-etablissement', 'PS00564', 'Déclaration d’établissement', 'travail', 'SRI-DRPDS', 'DGT/DRPDS/SRI', 'Faire connaître à l’administration du travail l’ouverture d’un établissement.', 'Employeurs', '10', '', null, '', '', null, 'Déclaration enregistrée', 'ouverture, entreprise, société', null, 'logiciel du ministère', 2),
	('visa-reglement-interieur', 'PS00565', 'Visa de règlement intérieur d’entreprise', 'travail', 'SRI-DRPDS', 'DGT/DRPDS/SRI', 'Faire viser le règlement intérieur de votre entreprise.', 'Employeurs', '10', '', null, '', '', null, 'Règlement intérieur visé', 'règlement intérieur', null, 'logiciel du ministère', 3),
	('autorisation-licenciement', 'PS00570', 'Autorisation de licenciement', 'travail', 'SMI-DRPDS', 'DGT/DRPDS/SMI', 'Demander l’autorisation de licencier, pour motif économique, personnel, ou quand le salarié est protégé.', 'Employeurs', '10', '', null, '', '', null, 'Décision d’autorisation ou de refus', 'licencier, délégué du personnel', null, 'logiciel du ministère', 4),
	('agrement-medecin-entreprise', 'PS00569', 'Agrément d’exercice de médecin d’entreprise', 'travail', 'DSSMST', 'DGT/DSSMST (signé Ministre)', 'Être agréé pour exercer comme médecin d’entreprise.', 'Médecins', '10', '', null, '', '', null, 'Décision ministérielle d’agrément', 'médecine du travail, santé', null, 'logiciel du ministère', 5),
	('visa-contrat-apprentissage', 'PS00577', 'Visa de contrat d’apprentissage', 'travail', 'SRI-DRPDS', 'DGT/DRPDS/SRI ou DDTFP', 'Faire viser un ou plusieurs contrats d’apprentissage en une seule demande.', 'Employeurs et maîtres d’apprentissage', '15', '', null, '', '', null, 'Contrats visés', 'apprenti, artisan, patron, contrat', null, 'logiciel du ministère', 6),
	('visa-contrat-travail', null, 'Visa de contrat de travail (nationaux)', 'travail', 'DGT', 'DGT ou DDTFP', 'Faire viser des contrats de travail de travailleurs béninois.', 'Employeurs', null, '', null, '', '', null, 'Contrats visés', 'embauche, salarié, contrat', null, 'logiciel du ministère', 7),
	('permis-travail-expatries', null, 'Visa de contrat d’un travailleur étranger et permis de travail', 'travail', 'SMO-DRPDS', 'DGT/DRPDS/SMO', 'Faire viser le contrat d’un travailleur étranger et obtenir son permis de travail de douze mois, renouvelable.', 'Employeurs', null, '', null, '', '', null, 'Contrat visé et permis de travail', 'étranger, expatrié, permis', null, 'legibenin.net; code du travail', 8),
	('agrement-placement', null, 'Agrément d’une entreprise de placement de main-d’œuvre', 'travail', 'SMO-DRPDS', 'DGT/DRPDS/SMO (arrêté ministre)', 'Être agréé comme entreprise de placement de main-d’œuvre.', 'Entreprises', null, '', '200000', '', 'Arrêté 009/2025', null, 'Arrêté d’agrément', 'intérim, recrutement, agence', null, 'arrêté 009/2025, legrandregard.bj', 9),
	('conciliation-litige', null, 'Conciliation d’un litige individuel du travail', 'travail', 'SMI-DRPDS', 'Inspection du travail (SMI, DDTFP/SITPS)', 'Saisir l’inspecteur du travail d’un litige avec votre employeur ou votre salarié.', 'Salariés et employeurs', '15', 'l’inspecteur vous convoque dans ce délai', null, '', 'Code du travail, articles 238 à 240', null, 'Procès-verbal de conciliation ou de non-conciliation', 'plainte, inspecteur, conflit, salaire impayé, licenciement abusif', null, 'Code du travail', 10),
	('attestation-service-fait', 'PS01181', 'Attestation de service fait ou de bonne fin d’exécution', 'travail', 'PRMP', 'PRMP', 'Prouver que le marché qui vous a été confié est exécuté.', 'Titulaires d’un marché du ministère', '10', '', null, '', '', null, 'Attestation de service fait ou de bonne fin d’exécution', 'bonne fin, marché public, fournisseur', null, 'logiciel du ministère', 11),
	('autorisation-stage', 'PS2', 'Autorisation de stage', 'stages', 'SRHTE', 'DPAF/SRHTE', 'Demander à faire un stage dans un service du ministère.', 'Élèves, étudiants, diplômés', '10', '', null, '', '', null, 'Autorisation de stage', 'stagiaire, étudiant, école', null, 'repo', 12),
	('attestation-fin-stage', 'PS3', 'Attestation de fin de stage', 'stages', 'SRHTE', 'DPAF/SRHTE', 'Prouver le stage que vous avez fait au ministère.', 'Stagiaires', '10', '', null, '', '', null, 'Attestation de fin de stage', 'stagiaire', null, 'repo', 13),
	('attestation-presence', 'PS4', 'Attestation de présence au poste', 'attestations', 'DGSC', 'DPAF/SRHTE/DGSC ou DDTFP/SAF', 'Prouver que vous occupez votre poste aujourd’hui.', 'Agents de l’État', '15', 'le jour même si vos données le permettent, sinon', null, '', '', null, 'Attestation de présence au poste', 'présence, en activité, banque, visa', '/carriere/attestations', 'logiciel du ministère', 14),
	('attestation-validite-services', 'PS11', 'Attestation de validité des services', 'attestations', 'SRS-DRA', 'DGFP/DRA/SRS, signée Directeur de Cabinet', 'Prouver la durée et la validité de vos services.', 'Agents de l’État', null, '', null, '', '', null, 'Attestation de validité des services', 'ancienneté, AVS, services', '/carriere/attestations', 'logiciel du ministère', 15),
	('certificat-non-radiation', 'PS12', 'Certificat de non radiation', 'attestations', 'DRSC', 'DGFP/DRSC, signé chef DRSC', 'Prouver que vous n’êtes ni radié, ni candidat à un départ volontaire.', 'Agents de l’État', null, '', null, '', '', null, 'Certificat de non radiation', 'radiation, CNR', '/carriere/attestations', 'logiciel du ministère', 16),
	('adhesion-cmps', 'PS7', 'Adhésion à la mutuelle (CMPS)', 'mutuelle', 'CMPS', 'CMPS', 'Adhérer à la Caisse mutuelle de prévoyance sociale.', 'Agents du ministère', null, '', null, '', '', null, 'Adhésion enregistrée', 'mutuelle, prévoyance', null, 'repo', 17),
	('cotisation-cmps', 'PS6', 'Cotisation à la mutuelle (CMPS)', 'mutuelle', 'CMPS', 'CMPS', 'Payer votre cotisation à la Caisse mutuelle de prévoyance sociale.', 'Adhérents', null, '', null, '', '', null, 'Reçu', 'mutuelle, payer', null, 'repo', 18),
	('consultation-carriere', null, 'Consultation de ma carrière', 'carriere', 'DSI', 'DGFP/DSI', 'Lire votre carrière, acte par acte, avec ce qui manque.', 'Agents de l’État', '0', 'immédiat', null, '', '', null, 'Situation administrative à l’écran', 'situation, dossier, avancement, SMS', '/carriere', 'acotonou 101913', 19),
	('copie-actes', null, 'Copie d’actes de carrière', 'carriere', 'SA-DRA', 'DGFP/DRA/SA', 'Recevoir une copie d’un acte de votre carrière : arrêté, décision, contrat, avenant.', 'Agents de l’État, retraités, ayants cause', null, '', null, '', '', null, 'Copie de l’acte', 'arrêté, décision, CDI, contrat, télécharger, perdu, duplicata', null, 'logiciel du ministère', 20),
	('correction-acte', null, 'Correction d’un acte', 'carriere', 'DRSC', 'DGFP/DRSC', 'Faire corriger une erreur dans un acte : nom, date, grade, matricule.', 'Agents de l’État, retraités', null, '', null, '', '', null, 'Acte rectifié, ou réponse motivée', 'erreur, rectification, faute, nom', null, 'logiciel du ministère', 21),
	('etat-services-retraite', null, 'État des services et proposition d’admission à la retraite', 'retraite', 'SRS-DRA', 'DGFP/DRA/SRS', 'Établir l’état de vos services et proposer votre admission à la retraite.', 'Agents de l’État proches du départ', null, '', null, '', '', null, 'État des services', 'départ, états de services', null, 'logiciel du ministère Allô retraite list', 22),
	('lettre-admission-retraite', null, 'Lettre de notification d’admission à la retraite', 'retraite', 'SRS-DRA', 'DGFP/DRA/SRS', 'Recevoir la lettre qui vous notifie votre admission à la retraite.', 'Agents de l’État proches du départ', null, '', null, '', '', null, 'Lettre de notification', 'départ, notification', null, 'Allô retraite list', 23),
	('arrete-admission-retraite', null, 'Arrêté portant admission à la retraite', 'retraite', 'MTFP', 'MTFP (signature ministre)', 'Obtenir l’arrêté qui vous admet à la retraite.', 'Agents de l’État proches du départ', null, '', null, '', '', null, 'Arrêté d’admission à la retraite', 'départ, arrêté', null, 'Allô retraite list', 24),
	('validation-services-auxiliaires', null, 'Fiche de validation des services auxiliaires', 'retraite', 'DRA-DGFP', 'DGFP/DRA puis DGB', 'Faire compter vos services auxiliaires pour la retraite.', 'Agents de l’État', null, '', null, '', '', null, 'Fiche de validation', 'rachat, auxiliaire, temporaire', null, 'Allô retraite list + memoireonline', 25),
	('etat-services-decede', null, 'État des services de l’agent décédé', 'retraite', 'DRA-DGFP', 'DGFP/DRA', 'Établir l’état des services d’un agent décédé, qui ouvre le droit à la pension des survivants.', 'Ayants cause', null, '', null, '', '', null, 'État des services', 'décès, veuve, veuf, orphelin, réversion', null, 'Allô retraite list', 26),
	('certificat-administratif', null, 'Certificat administratif', 'attestations', 'DGFP', 'DGFP', 'Obtenir un certificat administratif sur votre situation.', 'Agents de l’État', null, '', null, '', '', null, 'Certificat administratif', 'certificat', null, 'Allô retraite list', 27),
	('assurance-vieillesse', null, 'Pension de vieillesse ou d’invalidité (CNSS)', 'retraite', 'CNSS', 'CNSS', 'Demander une pension de vieillesse ou d’invalidité du régime de la CNSS.', 'Agents contractuels et salariés', null, '', null, '', '', null, 'Pension', 'CNSS, vieillesse, invalidité', null, 'Allô retraite list', 28),
	('reversement-enseignants', null, 'Reversement d’un enseignant contractuel en fonctionnaire', 'carriere', 'MTFP', 'MTFP commission ad hoc', 'Passer d’enseignant contractuel à fonctionnaire.', 'Enseignants contractuels', null, '', null, '', 'Décret 2023-373', '2023-07-19', 'Acte de reversement', 'enseignant, professeur, instituteur, reversé', null, 'levenementprecis 2023-09-07', 29),
	('mise-en-stage', null, 'Mise en stage et retour de stage (formation)', 'stages', 'DGRCE', 'DGRCE', 'Partir en formation, ou faire constater votre retour de formation.', 'Agents de l’État', null, '', null, '', '', null, 'Décision de mise en stage ou de retour de stage', 'formation, diplôme, reclassement, école', null, 'beninwebtv 2025-07', 30),
	('dossier-concours', null, 'Dépôt d’un dossier de concours', 'stages', 'DRAE-DGFP', 'DGFP/DRAE + DDTFP', 'Déposer un dossier à un concours de recrutement.', 'Candidats', null, '', '5000', '', '', null, 'Récépissé de dépôt', 'concours, recrutement, candidat, test', null, 'lanouvelletribune 2025-09', 31),
	('requete-plainte-information', null, 'Question, requête ou plainte', 'requetes', 'SRU', 'SRU / toutes structures', 'Poser une question, vous plaindre d’un service, ou dire ce qui ne va pas.', 'Tout le monde, même sans compte', '30', 'pour une plainte', null, '', '', null, 'Réponse écrite', 'réclamation, plainte, question, renseignement, où en est mon dossier', null, 'logiciel du ministère', 32),
	('denonciation', null, 'Signalement à l’inspection', 'requetes', 'IGSEP', 'IGSEP', 'Signaler des faits à l’inspection générale des services.', 'Tout le monde', null, '', null, '', '', null, 'Récépissé du signalement', 'corruption, pot-de-vin, argent, caillou, fraude', null, 'logiciel du ministère', 33),
	('rendez-vous', null, 'Prise de rendez-vous', 'requetes', 'SRU', 'structures', 'Prendre rendez-vous avec un service.', 'Tout le monde', null, '', null, '', '', null, 'Rendez-vous confirmé', 'rencontrer, visite', null, 'logiciel du ministère', 34)
) v (code, pns_code, name, theme_code, structure, structure_words, purpose, audience, days, days_words, cost, place, legal_text, legal_date, produces,
	other_words, page_path, source, sort)
left join base.structures s on s.code = v.structure
on conflict (code) do update set pns_code = excluded.pns_code, name = excluded.name, theme_code = excluded.theme_code, structure_id = excluded.structure_id,
	structure_words = excluded.structure_words, purpose = excluded.purpose, audience = excluded.audience, days = excluded.days,
	days_words = excluded.days_words, cost_fcfa = excluded.cost_fcfa, place = excluded.place, legal_text = excluded.legal_text,
	legal_date = excluded.legal_date, produces = excluded.produces, other_words = excluded.other_words, page_path = excluded.page_path,
	source = excluded.source, sort = excluded.sort;

delete from services.pieces;
insert into services.pieces (service_id, sort, label, origin_code)
select s.service_id, v.sort, v.label, v.origin from (values
	('attestation-non-litige', 1, 'IFU', 'usager'),
	('attestation-non-litige', 2, 'RCCM', 'usager'),
	('attestation-non-litige', 3, 'Identité et contacts de l’entreprise', 'usager'),
	('visa-reglement-interieur', 1, 'Règlement intérieur', 'usager'),
	('visa-reglement-interieur', 2, 'IFU', 'usager'),
	('visa-reglement-interieur', 3, 'RCCM', 'usager'),
	('visa-reglement-interieur', 4, 'Avis des délégués du personnel (si délégués)', 'usager'),
	('visa-reglement-interieur', 5, 'Pièce d’identification', 'usager'),
	('agrement-medecin-entreprise', 1, 'IFU', 'usager'),
	('agrement-medecin-entreprise', 2, 'Acte de naissance légalisé', 'usager'),
	('agrement-medecin-entreprise', 3, 'CES ou diplôme santé au travail légalisé', 'usager'),
	('agrement-medecin-entreprise', 4, 'Attestation d’authenticité si diplôme étranger', 'usager'),
	('agrement-medecin-entreprise', 5, 'Autorisation d’exercice en clientèle privée', 'usager'),
	('agrement-medecin-entreprise', 6, 'Avis favorable du ministre chargé de la santé', 'etat'),
	('visa-contrat-apprentissage', 1, 'IFU', 'usager'),
	('visa-contrat-apprentissage', 2, 'RCCM', 'usager'),
	('visa-contrat-apprentissage', 3, 'Casier judiciaire', 'usager'),
	('visa-contrat-apprentissage', 4, 'Pièce d’identification (IFU/RCCM/CNI/CIP)', 'usager'),
	('visa-contrat-apprentissage', 5, 'Liste des contrats', 'usager'),
	('visa-contrat-travail', 1, 'NPI du travailleur', 'usager'),
	('visa-contrat-travail', 2, 'Certificat de nationalité', 'usager'),
	('visa-contrat-travail', 3, 'Diplôme de recrutement', 'usager'),
	('visa-contrat-travail', 4, 'Nature du contrat', 'usager'),
	('visa-contrat-travail', 5, 'Contrat', 'usager'),
	('visa-contrat-travail', 6, 'Pièce employeur (IFU/RCCM/CNI/CIP)', 'usager'),
	('permis-travail-expatries', 1, 'Permis de travail préalable', 'usager'),
	('permis-travail-expatries', 2, 'Contrat', 'usager'),
	('permis-travail-expatries', 3, 'Diplômes', 'usager'),
	('agrement-placement', 1, 'Demande', 'usager'),
	('agrement-placement', 2, 'Acte de naissance', 'usager'),
	('agrement-placement', 3, 'Casier judiciaire de moins de 3 mois', 'usager'),
	('agrement-placement', 4, 'Certificat de nationalité', 'usager'),
	('agrement-placement', 5, 'Pièce d’identité', 'usager'),
	('agrement-placement', 6, 'CV (bac + 5, cinq ans d’expérience)', 'usager'),
	('agrement-placement', 7, 'Assurance de responsabilité civile professionnelle', 'usager'),
	('agrement-placement', 8, 'Attestation CNSS', 'usager'),
	('agrement-placement', 9, 'RCCM', 'usager'),
	('agrement-placement', 10, 'Relevé d’identité bancaire', 'usager'),
	('agrement-placement', 11, 'Garantie de 5 000 000 FCFA', 'usager'),
	('agrement-placement', 12, 'Quittance de 200 000 FCFA', 'usager'),
	('agrement-placement', 13, 'Certificat de non-faillite de moins de 3 mois', 'usager'),
	('agrement-placement', 14, 'Attestation fiscale', 'usager'),
	('agrement-placement', 15, 'Engagement', 'usager'),
	('conciliation-litige', 1, 'Plainte écrite', 'usager'),
	('conciliation-litige', 2, 'Contrat', 'usager'),
	('conciliation-litige', 3, 'Pièces', 'usager'),
	('attestation-service-fait', 1, 'Référence du marché', 'usager'),
	('attestation-service-fait', 2, 'IFU', 'usager'),
	('attestation-service-fait', 3, 'RCCM', 'usager'),
	('autorisation-stage', 1, 'Identité', 'usager'),
	('autorisation-stage', 2, 'École', 'usager'),
	('autorisation-stage', 3, 'Spécialité', 'usager'),
	('autorisation-stage', 4, 'Lettre', 'usager'),
	('attestation-fin-stage', 1, 'Identité', 'usager'),
	('attestation-fin-stage', 2, 'Date de début', 'usager'),
	('attestation-fin-stage', 3, 'Autorisation de stage, si vous l’avez', 'usager'),
	('attestation-presence', 1, 'Matricule', 'etat'),
	('attestation-presence', 2, 'Corps', 'etat'),
	('attestation-presence', 3, 'Direction', 'etat'),
	('attestation-presence', 4, 'Date de prise de service', 'etat'),
	('attestation-validite-services', 1, 'Certificat de non radiation', 'etat'),
	('attestation-validite-services', 2, 'Attestation de présence en cours', 'etat'),
	('certificat-non-radiation', 1, 'Matricule', 'etat'),
	('certificat-non-radiation', 2, 'Corps', 'etat'),
	('certificat-non-radiation', 3, 'Échelle', 'etat'),
	('certificat-non-radiation', 4, 'Grade', 'etat'),
	('certificat-non-radiation', 5, 'Ministère', 'etat'),
	('certificat-non-radiation', 6, 'Naissance', 'etat'),
	('copie-actes', 1, 'Matricule', 'etat'),
	('copie-actes', 2, 'Références de l’acte', 'usager'),
	('correction-acte', 1, 'Référence de l’acte', 'usager'),
	('correction-acte', 2, 'Justificatif', 'usager'),
	('validation-services-auxiliaires', 1, 'États de services auxiliaires', 'usager'),
	('etat-services-decede', 1, 'Acte de décès', 'usager'),
	('reversement-enseignants', 1, 'Contrat et avenants', 'usager'),
	('reversement-enseignants', 2, 'État signalétique militaire', 'usager'),
	('reversement-enseignants', 3, 'Diplôme', 'usager'),
	('reversement-enseignants', 4, 'Équivalence', 'usager'),
	('reversement-enseignants', 5, 'Attestation de présence', 'etat'),
	('reversement-enseignants', 6, 'Attestation d’absence de sanction', 'usager'),
	('reversement-enseignants', 7, 'Lettre de renonciation, si vous renoncez', 'usager'),
	('mise-en-stage', 1, 'Avis hiérarchique', 'usager'),
	('mise-en-stage', 2, 'Autorisation du ministre', 'usager'),
	('mise-en-stage', 3, 'Inscription au plan de formation', 'usager'),
	('mise-en-stage', 4, '3 à 5 ans d’ancienneté', 'usager'),
	('denonciation', 1, 'Faits', 'usager')
) v (code, sort, label, origin) join services.services s using (code);

delete from services.service_events;
insert into services.service_events (event_code, service_id, sort)
select v.event, s.service_id, v.sort from (values
	('employeur', 'attestation-non-litige', 1),
	('employeur', 'declaration-etablissement', 2),
	('employeur', 'visa-reglement-interieur', 3),
	('employeur', 'autorisation-licenciement', 4),
	('employeur', 'agrement-medecin-entreprise', 5),
	('employeur', 'visa-contrat-apprentissage', 6),
	('formation', 'visa-contrat-apprentissage', 6),
	('employeur', 'visa-contrat-travail', 7),
	('employeur', 'permis-travail-expatries', 8),
	('employeur', 'agrement-placement', 9),
	('litige', 'conciliation-litige', 10),
	('employeur', 'attestation-service-fait', 11),
	('formation', 'autorisation-stage', 12),
	('formation', 'attestation-fin-stage', 13),
	('attestation', 'attestation-presence', 14),
	('retraite', 'attestation-presence', 14),
	('attestation', 'attestation-validite-services', 15),
	('retraite', 'attestation-validite-services', 15),
	('attestation', 'certificat-non-radiation', 16),
	('retraite', 'certificat-non-radiation', 16),
	('prise-service', 'adhesion-cmps', 17),
	('avancement', 'consultation-carriere', 19),
	('retraite', 'consultation-carriere', 19),
	('acte', 'copie-actes', 20),
	('retraite', 'copie-actes', 20),
	('deces', 'copie-actes', 20),
	('acte', 'correction-acte', 21),
	('avancement', 'correction-acte', 21),
	('retraite', 'etat-services-retraite', 22),
	('retraite', 'lettre-admission-retraite', 23),
	('retraite', 'arrete-admission-retraite', 24),
	('retraite', 'validation-services-auxiliaires', 25),
	('deces', 'etat-services-decede', 26),
	('attestation', 'certificat-administratif', 27),
	('retraite', 'assurance-vieillesse', 28),
	('avancement', 'reversement-enseignants', 29),
	('formation', 'mise-en-stage', 30),
	('avancement', 'mise-en-stage', 30),
	('concours', 'dossier-concours', 31),
	('acte', 'requete-plainte-information', 32),
	('avancement', 'requete-plainte-information', 32),
	('litige', 'requete-plainte-information', 32),
	('argent', 'denonciation', 33)
) v (event, code, sort) join services.services s using (code);

-- What a search looks in.
update services.services s set search_text = base.fold(concat_ws(' ', s.name, s.other_words, t.name, s.structure_words, s.purpose, s.audience, s.produces,
	(select string_agg(p.label, ' ') from services.pieces p where p.service_id = s.service_id),
	(select string_agg(e.name, ' ') from services.service_events x join services.life_events e using (event_code) where x.service_id = s.service_id)))
from services.themes t where t.theme_code = s.theme_code;

-- First day of each service in this catalogue.
insert into services.publications (service_id, state_code, note)
select s.service_id, 'publie', 'Liste du ministère' from services.services s
where not exists (select from services.publications p where p.service_id = s.service_id);

-- A sheet whose content is not the one in force is a new revision of it.
with content as (
	select s.service_id, s.sheet_id, jsonb_build_object('nom', s.name, 'objet', s.purpose, 'public', s.audience, 'structure', s.structure_words, 'jours', s.days,
		'delai', s.days_words, 'cout', s.cost_fcfa, 'lieu', s.place, 'texte', s.legal_text, 'date_texte', s.legal_date, 'produit', s.produces,
		'pieces', coalesce((select jsonb_agg(jsonb_build_object('piece', p.label, 'origine', p.origin_code) order by p.sort)
			from services.pieces p where p.service_id = s.service_id), '[]')) as content
	from services.services s
), changed as (
	insert into services.sheets (service_id, revision, content, content_hash)
	select c.service_id, coalesce((select max(h.revision) from services.sheets h where h.service_id = c.service_id), 0) + 1, c.content,
		sha256(convert_to(c.content::text, 'UTF8'))
	from content c
	where not exists (select from services.sheets h where h.sheet_id = c.sheet_id and h.content_hash = sha256(convert_to(c.content::text, 'UTF8')))
	returning service_id, sheet_id
)
update services.services s set sheet_id = c.sheet_id from changed c where c.service_id = s.service_id;
reset role;
