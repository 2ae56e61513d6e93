-- Kinds of notices, events with their facts (an example each), and their texts in French. What stands here is the ministry's to
-- change: a text is checked when it is loaded (policies.sql).
set role guichet_owner;
insert into channels.kinds (kind_code, name, hint, is_owed, rank) values
	('compte',       'Sécurité de mon compte',  'Codes, mot de passe, nouvel appareil. Toujours envoyés : ils protègent votre compte.', true, 1),
	('demandes',     'Mes demandes',            'Reçue, complément demandé, réponse, retard.', false, 2),
	('rendez-vous',  'Mes rendez-vous',         'Confirmation, rappel de la veille, changement.', false, 3),
	('carriere',     'Ma carrière et mes actes', 'Acte signé, document prêt.', false, 4),
	('consultation', 'Qui consulte mon dossier', 'Consultation par SMS avec votre matricule.', false, 5),
	('avis',         'Autres avis',             'Ce que le ministère vous fait savoir.', false, 6)
on conflict (kind_code) do update set name = excluded.name, hint = excluded.hint, is_owed = excluded.is_owed, rank = excluded.rank;

insert into channels.events (event_code, kind_code, name, facts, is_secret, minutes, rank) values
	('compte.code',        'compte', 'Code à usage unique', '{}', true, 10, 10),
	('avis',               'avis', 'Avis sans modèle', '{}', false, null, 90),
	('demande.recue',      'demandes', 'Demande reçue', '{"numero": "REQ104512", "service": "Attestation de présence au poste", "bureau": "Service des ressources humaines", "echeance": "10 décembre 2026", "code": "7KD2-9QX4"}', false, null, 20),
	('demande.partenaire', 'demandes', 'Demande venue du portail national', '{"numero": "REQ104513", "service": "Visa de contrat d’apprentissage", "echeance": "16 décembre 2026", "code": "M3TC-80WP"}', false, null, 21),
	('demande.complement', 'demandes', 'Complément demandé', '{"numero": "REQ104512", "service": "Attestation de présence au poste", "pieces": "titre de mutation ; dernière décision de congé", "avant": "4 décembre 2026", "ou": "dans « Mes demandes »"}', false, null, 22),
	('demande.rappel',     'demandes', 'Rappel : un complément est attendu', '{"numero": "REQ104512", "pieces": "titre de mutation", "avant": "4 décembre 2026", "ou": "dans « Mes demandes »"}', false, null, 23),
	('demande.avance',     'demandes', 'Demande passée à l’étape suivante', '{"numero": "REQ104512", "service": "Attestation de présence au poste", "etat": "Réponse prête, à la signature", "bureau": "Direction générale de la fonction publique"}', false, null, 24),
	('demande.remise',     'demandes', 'Réponse rendue', '{"numero": "REQ104512", "service": "Attestation de présence au poste", "ou": "dans « Mes demandes »"}', false, null, 25),
	('demande.rejet',      'demandes', 'Demande rejetée', '{"numero": "REQ104512", "service": "Attestation de présence au poste", "motif": "une condition n’est pas remplie", "ou": "dans « Mes demandes »"}', false, null, 26),
	('demande.message',    'demandes', 'Message du bureau', '{"numero": "REQ104512", "service": "Attestation de présence au poste", "ou": "dans « Mes demandes »"}', false, null, 27),
	('demande.avis',       'demandes', 'Votre avis après une demande', '{"numero": "REQ104512", "service": "Attestation de présence au poste"}', false, null, 28),
	('rdv.confirme',       'rendez-vous', 'Rendez-vous confirmé', '{"ticket": "A-0412", "lieu": "DDTFP Atlantique, Ouidah", "jour": "lundi 7 décembre 2026", "heure": "9 h 20", "objet": "Dépôt d’un dossier de retraite"}', false, null, 30),
	('rdv.change',         'rendez-vous', 'Rendez-vous déplacé', '{"ticket": "A-0412", "lieu": "DDTFP Atlantique, Ouidah", "jour": "mardi 8 décembre 2026", "heure": "10 h", "objet": "Dépôt d’un dossier de retraite"}', false, null, 31),
	('rdv.annule',         'rendez-vous', 'Rendez-vous annulé', '{"ticket": "A-0412", "lieu": "DDTFP Atlantique, Ouidah", "jour": "lundi 7 décembre 2026", "heure": "9 h 20", "pourquoi": "à votre demande"}', false, null, 32),
	('rdv.rappel',         'rendez-vous', 'Rappel de la veille', '{"ticket": "A-0412", "lieu": "DDTFP Atlantique, Ouidah", "jour": "lundi 7 décembre 2026", "heure": "9 h 20", "objet": "Dépôt d’un dossier de retraite"}', false, 1440, 33),
	('sms.consultation',   'consultation', 'Dossier consulté par SMS', '{"telephone": "•• •• •• 42", "moment": "3 mars 2026 à 14 h 05"}', false, null, 40),
	('acte.signe',         'carriere', 'Acte signé', '{"acte": "Avancement d’échelon", "reference": "214/MTFP/DC/SGM/DGFP"}', false, null, 50)
on conflict (event_code) do update set kind_code = excluded.kind_code, name = excluded.name, facts = excluded.facts,
	is_secret = excluded.is_secret, minutes = excluded.minutes, rank = excluded.rank;

insert into channels.messages (event_code, subject, body, sms) values
	('demande.recue', 'Demande {numero} reçue',
	E'Bonjour {nom},\n\nNous avons reçu votre demande « {service} ». Son numéro est {numero}, son code de suivi {code}.\n\nElle est entre les mains de : {bureau}.\nRéponse au plus tard le {echeance}.\n\nVous n’avez rien à faire. Nous vous écrirons à chaque étape.',
	'{service} : demande {numero} reçue. Réponse avant le {echeance}. Suivre par SMS : SUIVI {numero} {code}'),
	('demande.partenaire', 'Demande {numero} reçue du portail national',
	E'Bonjour {nom},\n\nLe portail national des services publics nous a transmis votre demande « {service} ». Son numéro est ici {numero}, son code de suivi {code}.\n\nRéponse au plus tard le {echeance}.\n\nConnectez-vous avec cette adresse ou ce téléphone pour la suivre : elle est dans « Mes demandes ».',
	'{service} : demande {numero} reçue du portail national. Réponse avant le {echeance}. SUIVI {numero} {code}'),
	('demande.complement', 'Demande {numero} : une pièce manque',
	E'Bonjour {nom},\n\nPour traiter votre demande « {service} » ({numero}), il nous manque :\n\n    {pieces}\n\nRépondez avant le {avant} {ou}. Le délai de réponse est arrêté en attendant : il reprendra dès votre envoi.',
	'Demande {numero} : il manque {pieces}. Répondez avant le {avant} {ou}.'),
	('demande.rappel', 'Rappel : la demande {numero} vous attend',
	E'Bonjour {nom},\n\nVotre demande {numero} attend toujours : {pieces}. Répondez {ou}.\n\nSans réponse avant le {avant}, elle sera rejetée comme incomplète. Vous pourrez alors la déposer de nouveau.',
	'Rappel : la demande {numero} attend {pieces} avant le {avant}, {ou}.'),
	('demande.avance', 'Demande {numero} : {etat}',
	E'Bonjour {nom},\n\nVotre demande « {service} » ({numero}) a avancé.\n\nÉtat : {etat}.\nBureau en charge : {bureau}.\n\nVous n’avez rien à faire.', null),
	('demande.remise', 'Demande {numero} : la réponse est là',
	E'Bonjour {nom},\n\nVotre demande « {service} » ({numero}) est terminée. La réponse et ses documents sont {ou}.',
	'Demande {numero} terminée : la réponse est {ou}.'),
	('demande.rejet', 'Demande {numero} : elle n’a pas été acceptée',
	E'Bonjour {nom},\n\nVotre demande « {service} » ({numero}) n’a pas été acceptée : {motif}.\n\nPourquoi, ce que vous pouvez faire et comment contester cette décision : {ou}.',
	'Demande {numero} non acceptée : {motif}. Vos recours sont {ou}.'),
	('demande.message', 'Demande {numero} : un message pour vous',
	E'Bonjour {nom},\n\nLe bureau en charge de votre demande « {service} » ({numero}) vous a écrit. Lisez-le {ou}.',
	'Demande {numero} : un message du bureau vous attend {ou}.'),
	('demande.avis', 'Demande {numero} : qu’en pensez-vous ?',
	E'Bonjour {nom},\n\nVotre demande « {service} » ({numero}) est terminée. Quatre questions, une minute : votre réponse n’est lue par aucun agent qui l’a traitée.\n\nLe lien est dans « Mes demandes ».', null),
	('rdv.confirme', 'Rendez-vous le {jour} à {heure}',
	E'Bonjour {nom},\n\nVotre rendez-vous est pris :\n\n    {jour} à {heure}\n    {lieu}\n    Objet : {objet}\n    Ticket : {ticket}\n\nVenez dix minutes avant, avec une pièce d’identité. Vous pouvez le déplacer ou l’annuler depuis « Mes rendez-vous ».',
	'Rendez-vous {ticket} : {jour} à {heure}, {lieu}. Venez 10 minutes avant avec une pièce d’identité.'),
	('rdv.change', 'Rendez-vous déplacé au {jour} à {heure}',
	E'Bonjour {nom},\n\nVotre rendez-vous est maintenant :\n\n    {jour} à {heure}\n    {lieu}\n    Objet : {objet}\n    Ticket : {ticket}\n\nL’ancien horaire ne tient plus.',
	'Rendez-vous {ticket} déplacé : {jour} à {heure}, {lieu}.'),
	('rdv.annule', 'Rendez-vous du {jour} annulé',
	E'Bonjour {nom},\n\nVotre rendez-vous du {jour} à {heure}, {lieu}, est annulé : {pourquoi}.\n\nVous pouvez en prendre un autre depuis « Mes rendez-vous ».',
	'Rendez-vous {ticket} du {jour} annulé : {pourquoi}.'),
	('rdv.rappel', 'Demain : rendez-vous à {heure}',
	E'Bonjour {nom},\n\nVous avez rendez-vous demain, {jour}, à {heure} : {lieu}.\n\n    Objet : {objet}\n    Ticket : {ticket}\n\nVous ne pouvez pas venir ? Annulez depuis « Mes rendez-vous » : la place servira à quelqu’un d’autre.',
	'Demain {heure} : rendez-vous {ticket}, {lieu}. Empêché ? Annulez dans Mes rendez-vous.'),
	('sms.consultation', 'Votre dossier a été consulté par SMS',
	E'Bonjour {nom},\n\nLe {moment}, quelqu’un a donné par SMS votre matricule et la date de votre première prise de service, depuis le téléphone {telephone}. Il a pu lire l’état de vos demandes et votre prochaine étape, rien d’autre.\n\nSi ce n’était pas vous, prévenez l’inspection du ministère (IGSEP).',
	'Votre dossier a été consulté par SMS depuis {telephone} le {moment}. Si ce n’est pas vous, prévenez l’IGSEP.'),
	('acte.signe', '{acte} : votre acte est signé',
	E'Bonjour {nom},\n\nL’acte « {acte} », référence {reference}, est signé. Votre copie est dans « Ma carrière ».',
	'{acte} : acte signé, {reference}. Votre copie est dans Ma carrière.')
on conflict (event_code) do update set subject = excluded.subject, body = excluded.body, sms = excluded.sms;

insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values
	('sms.hourly_most', '2020-01-01', '12', 'réglage technique : messages d’un même numéro traités par heure', 'usage', false),
	('sms.incoming_days', '2020-01-01', '365', 'durée de conservation du journal des SMS reçus ; leur texte est effacé après un jour', 'inconnu', true)
on conflict do nothing;
reset role;
