-- The values the computation stands on, each dated, with its source and how sure it is. A value that no text gives has no row: the page
-- then names it and waits (docs/pensions-parametres.md). What an installation changed is kept.
set role guichet_owner;
insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values
	('pension.annuity_rate',   '1986-02-26', '200',    'Explication de la Direction générale du budget (presse) : 2 % par annuité', 'presse', false),
	('pension.rate_cap',       '1986-02-26', '8000',   'Explication de la Direction générale du budget (presse) : 80 % au plus', 'presse', false),
	('pension.window_months',  '1986-02-26', '60',     'Explication de la Direction générale du budget (presse) : moyenne des cinq dernières années', 'presse', false),
	('pension.least_months',   '1986-02-26', '180',    'Mémoire universitaire sur la loi 2005-24 : quinze ans de services effectifs', 'presse', false),
	('pension.least_children', '1986-02-26', '3',      'Mémoire universitaire sur la loi 2005-24 : femme ayant quinze ans de services et trois enfants', 'presse', false),
	('pension.point_value',    '1986-02-26', '300000', 'Aucun texte vu : 300 FCFA par point et par mois', 'inconnu', true),
	('pension.cnss_least_months', '1998-01-01', '180', 'Loi 98-019 modifiée par la loi 2007-02, art. 93 nouveau : 180 mois', 'loi', false)
on conflict (name, valid_from) do nothing;
reset role;
set role guichet_owner;
insert into pensions.states (state_code, label, desk, role_code, days, is_waiting_user, is_over, sort) values
	('ouvert',        'Dossier ouvert',                         'Le portail',                                      null,                 null, false, false, 1),
	('archives',      'Actes recherchés aux archives',          'Service des archives',                            'archivist',          15,   false, false, 2),
	('attente_agent', 'Actes demandés à l’agent',               'L’agent',                                         null,                 null, true,  false, 3),
	('etat_services', 'État des services à certifier',          'Direction générale de la fonction publique',      'clerk',              5,    false, false, 4),
	('liquidation',   'Pension à liquider',                     'Service des pensions, liquidation',               'pension_officer',    10,   false, false, 5),
	('controle',      'Liquidation à contrôler',                'Service des pensions, contrôle',                  'pension_controller', 5,    false, false, 6),
	('signature',     'Concession à signer',                    'Chef du service des pensions',                    'pension_chief',      3,    false, false, 7),
	('scellement',    'Livret en cours d’édition',              'Le portail',                                      null,                 null, false, false, 8),
	('remise',        'Transmis au fonds et au payeur',         'Fonds de retraite et Trésor',                     'pension_officer',    10,   false, false, 9),
	('paiement',      'Pension en paiement',                    'Trésor public',                                   null,                 null, false, true, 10),
	('rejete',        'Dossier rejeté',                         'Service des pensions',                            null,                 null, false, true, 11),
	('abandonne',     'Dossier sans suite',                     'Service des pensions',                            null,                 null, false, true, 12)
on conflict (state_code) do update set label = excluded.label, desk = excluded.desk, role_code = excluded.role_code, days = excluded.days,
	is_waiting_user = excluded.is_waiting_user, is_over = excluded.is_over, sort = excluded.sort;
update pensions.states s set next = v.next, notice = v.notice
from (values
	('ouvert', 'Le portail lit votre carrière et cherche les actes qui manquent.', null),
	('archives', 'Le service des archives cherche les actes qui manquent. Rien ne vous est demandé pour l’instant.',
		'des actes manquent à votre carrière. Le service des archives les cherche ; rien ne vous est demandé pour l’instant.'),
	('attente_agent', 'Votre réponse est attendue : envoyez une copie des actes demandés, ou dites que vous ne les avez pas.',
		'les archives n’ont pas retrouvé tous vos actes. Envoyez-en une copie, ou dites que vous ne les avez pas : le dossier attend votre réponse.'),
	('etat_services', 'La direction générale de la fonction publique relit votre carrière et certifie l’état de vos services.',
		'plus aucun acte n’est attendu. L’état de vos services va être certifié.'),
	('liquidation', 'Le service des pensions calcule votre pension, ligne par ligne.', 'l’état de vos services est certifié. Votre pension va être calculée.'),
	('controle', 'Une deuxième personne vérifie le calcul.', null),
	('signature', 'Le chef du service des pensions doit signer.', null),
	('scellement', 'Votre livret de pension est en cours d’édition.', 'votre pension est accordée. Votre livret est en cours d’édition.'),
	('remise', 'Votre livret est prêt ; le fonds de retraite et le Trésor préparent le premier paiement.',
		'votre livret de pension est prêt et votre dossier est transmis au payeur.'),
	('paiement', 'Votre pension est payée. Vous avez trois mois pour demander une révision.', 'votre pension est mise en paiement.'),
	('rejete', 'Votre dossier est rejeté. Le motif et les recours sont indiqués ci-dessous.', 'votre dossier est rejeté. Le motif et les recours sont dans votre espace.'),
	('abandonne', 'Ce dossier est classé sans suite. Le motif est indiqué ci-dessous.', 'votre dossier est classé sans suite.')
) v (state_code, next, notice) where v.state_code = s.state_code;
delete from pensions.state_moves;
insert into pensions.state_moves (from_code, to_code, label) values
	('ouvert', 'archives', 'Rechercher les actes manquants'), ('ouvert', 'etat_services', 'Certifier l’état des services'), ('ouvert', 'attente_agent', 'Demander à l’agent'),
	('archives', 'attente_agent', 'Demander à l’agent'), ('archives', 'etat_services', 'Certifier l’état des services'), ('attente_agent', 'archives', 'Rendre aux archives'),
	('attente_agent', 'etat_services', 'Certifier l’état des services'), ('etat_services', 'archives', 'Rendre aux archives'), ('etat_services', 'liquidation', 'Passer à la liquidation'),
	('liquidation', 'etat_services', 'Rendre à la fonction publique'), ('liquidation', 'controle', 'Envoyer au contrôle'), ('controle', 'liquidation', 'Rendre à la liquidation'),
	('controle', 'signature', 'Envoyer à la signature'), ('signature', 'liquidation', 'Rendre à la liquidation'), ('signature', 'scellement', 'Signer la concession'),
	('scellement', 'remise', 'Transmettre'), ('remise', 'paiement', 'Mettre en paiement'), ('paiement', 'liquidation', 'Réviser'), ('remise', 'liquidation', 'Réviser'), ('scellement', 'liquidation', 'Recalculer'),
	('ouvert', 'abandonne', 'Classer sans suite'), ('archives', 'abandonne', 'Classer sans suite'), ('attente_agent', 'abandonne', 'Classer sans suite'),
	('etat_services', 'abandonne', 'Classer sans suite'), ('liquidation', 'rejete', 'Rejeter'), ('rejete', 'liquidation', 'Reprendre après recours');
update pensions.state_moves m set role_code = 'pension_officer'
where m.from_code in ('ouvert', 'attente_agent', 'paiement', 'rejete') or m.to_code = 'abandonne';
insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values
	('pension.opens_months', '2020-09-16', '12', 'Aucun texte vu : le dossier s’ouvre douze mois avant le départ', 'inconnu', true),
	('pension.revision_days', '2020-09-16', '15', 'Aucun texte vu : réponse à une révision en quinze jours ouvrés', 'inconnu', true),
	('pension.appeal_months', '2020-09-16', '2', 'Aucun texte vu : recours dans les deux mois de la réponse à la révision', 'inconnu', true),
	('pension.appeal_days', '2020-09-16', '30', 'Aucun texte vu : réponse à un recours en trente jours ouvrés', 'inconnu', true),
	('pension.booklet_pattern', '2020-09-16', '"{n}/{aaaa}/MTFP/DGFP/DRA/SRS/LP"', 'Aucun texte vu : numéro d’un livret de pension', 'inconnu', true),
	('pension.revision_months', '2020-09-16', '3', 'Conseil des ministres du 16 septembre 2020 (presse) : révision dans les trois mois', 'presse', false)
on conflict (name, valid_from) do nothing;
-- The archive answers act by act, in its own list; the file itself is moved by the pension service.
update pensions.state_moves m set role_code = 'pension_officer' where m.from_code = 'archives';
insert into base.recurring (kind, every) values ('pensions.files', 'jour') on conflict (kind) do nothing;
reset role;
